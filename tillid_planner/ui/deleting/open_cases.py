"""What becomes of an open case when somebody is to leave or be deleted, or a task to be deleted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtWidgets import QWidget

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.breach import BreachCase
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.explanation import listed
from tillid_planner.domain.task import Task
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.widgets import Dialog, RadioCardGroup


class End(IntEnum):
    """What can become of an open case; only the first leaves what was about to happen possible."""

    GO_ON = 1
    CLOSE = 2
    LEAD_OUT = 3


_STEPS = {End.CLOSE: Step.CLOSING, End.LEAD_OUT: Step.TRACK}


class OpenCasesDialog(Dialog):
    """Says whose cases are open on what, and offers their ends; as it opens, everything stays."""

    def __init__(
        self, desk: Desk, parent: QWidget, subject: Assignee | Task, cases: Sequence[BreachCase], *, leaving: bool
    ) -> None:
        def say(key: str, **params: object) -> str:
            return desk.words.text(f"open_cases.{'one' if len(cases) == 1 else 'many'}.{key}", **params)

        register = desk.session.register
        if isinstance(subject, Task):
            names, about = {register.assignee(case.assignee_id).name for case in cases}, "about_people"
        else:
            names, about = {register.task(case.task_id).name for case in cases}, "about_tasks"
        asked = "leaving" if leaving else "deleting"
        text = f"{say(about, names=listed(sorted(names), desk.words))} {desk.words.text(f'open_cases.{asked}')}"
        super().__init__(
            parent,
            say("title", name=subject.name, count=len(cases)),
            text,
            verb=desk.words.text("open_cases.verb"),
            safe=desk.words.text("open_cases.safe"),
            width=520,
        )
        self.ends = RadioCardGroup(
            [(End.GO_ON, say(f"go_on_{asked}")), (End.CLOSE, say("close")), (End.LEAD_OUT, say("lead_out"))],
            vertical=True,
            accessible=self.title.text(),
        )
        self.ends.set_value(End.GO_ON)
        self.body.addWidget(self.ends)


def ask_about_cases(
    desk: Desk, parent: QWidget, subject: Assignee | Task, cases: Sequence[BreachCase], *, leaving: bool = False
) -> bool:
    """Ask what is to become of open cases, and go to the oldest where it is ended; return whether they just go on."""
    dialog = OpenCasesDialog(desk, parent, subject, cases, leaving=leaving)
    accepted = dialog.exec() == Dialog.DialogCode.Accepted
    end = End(dialog.ends.value() or End.GO_ON)
    dialog.deleteLater()
    if accepted and end in _STEPS:
        desk.go("breaches", Target(act=f"case:{cases[0].id}", step=_STEPS[end]))
    return accepted and end is End.GO_ON

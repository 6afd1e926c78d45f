"""The day two people mean to talk: written where the talk is prepared, and opened from where it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.calendar_entry import MeetingSource
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import DateField, Field, TextLabel, TimeField
from tillid_planner.ui.widgets.kept_fields import KeptFields

_DAY, _TIME = "planned_on", "planned_at"


class PlannedFor(QWidget):
    """The day of a talk, and a time if one is wanted; both are stored as they are left, by ``plan``."""

    def __init__(self, desk: Desk, kept: KeptFields, plan: Callable[[date | None, time | None], Changes]) -> None:
        super().__init__()
        self._desk, self._kept, self._plan = desk, kept, plan
        self.day, self.time = DateField(today=desk.session.today()), TimeField()
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, label, editor in ((_DAY, tr("Planned for"), self.day), (_TIME, tr("Time, if you want"), self.time)):
            editor.setFixedWidth(scaled(176))
            field = Field(label, editor)
            kept.bind(name, editor, field)
            row.addWidget(field)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        said = tr("In the week and the calendar it is called a conversation and nothing more.")
        column.addWidget(TextLabel(said, "small", muted=True))
        kept.edited.connect(self._keep)

    def _keep(self, name: str, _: object) -> None:
        if name not in (_DAY, _TIME) or self.day.error() is not None:
            return
        day = self.day.read()
        # Without its day a time is nothing: who empties the day gives up both.
        given_up = name == _DAY and day is None
        if not given_up and self.time.error() is not None:
            return
        at = None if given_up else self.time.read()
        reply = self._desk.run(lambda: self._plan(day, at))
        if reply.invalid is not None:
            self._kept.tell(reply.invalid.faults)
        elif reply:
            if given_up:
                self.time.show_value(None)
            self._kept.stored(_DAY)
            self._kept.stored(_TIME)


def open_talk(desk: Desk, talk: PlannedTalk) -> None:
    """Go to where a planned talk is prepared."""
    if talk.source is MeetingSource.BREACH:
        desk.go("breaches", Target(act=f"case:{talk.record}", step=Step.CONVERSATION))
    else:
        desk.go("prepare", Target(assignee_id=talk.assignee_id))

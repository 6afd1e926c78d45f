"""The pictures of breaches: the log, each step of a case, and the conversation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tillid_planner.domain.breach import Control, Criterion, Measure, MeasureKind, Outcome, Track
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import Cause
from tillid_planner.services.session import Session
from tillid_planner.ui.breach.closing_steps import ClosingPanel
from tillid_planner.ui.breach.note_breach import NoteBreachDialog
from tillid_planner.ui.breach.page import BreachesPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tillid_planner.ui.desk import Target
    from tillid_planner.ui.main_window import MainWindow


class Stage(Protocol):
    """What a scene needs of the gallery's stage."""

    @property
    def session(self) -> Session:
        """The demo's session."""

    @property
    def window(self) -> MainWindow:
        """The program's window."""

    def go(self, page: str, target: Target | None = None) -> None:
        """Show a page."""


def log(stage: Stage) -> None:
    """Show the log."""
    stage.go("breaches")


def note(stage: Stage) -> QWidget:
    """Show the three fields."""
    stage.go("breaches")
    assert stage.window.shell is not None
    dialog = NoteBreachDialog(stage.window.shell.desk, stage.window)
    dialog.show()
    return dialog


def step(wanted: Step, *, formal: bool = False) -> Callable[[Stage], None]:
    """Show a step of the demo's open case, brought as far as it must be for it."""

    def scene(stage: Stage) -> None:
        case_id = _brought_to(stage.session, wanted)
        if formal:
            stage.session.cases.choose_track(case_id, Track.FORMAL)
        _page(stage).open_case(case_id, wanted)

    return scene


def ending(outcome: Outcome) -> Callable[[Stage], None]:
    """Show what a case takes to end in this way."""

    def scene(stage: Stage) -> None:
        case_id = _brought_to(stage.session, Step.CLOSING)
        page = _page(stage)
        page.open_case(case_id, Step.CLOSING)
        panel = page.pane.panels[Step.CLOSING]
        assert isinstance(panel, ClosingPanel)
        panel.outcome.choose(list(Outcome).index(outcome) + 1)

    return scene


def closed(stage: Stage) -> None:
    """Show a step of a closed case."""
    _page(stage).open_case(_brought_to(stage.session, Step.LEARNING), Step.AGREEMENT)


def talk(stage: Stage) -> None:
    """Show the conversation."""
    case_id = _brought_to(stage.session, Step.CONVERSATION)
    page = _page(stage)
    page.open_case(case_id, Step.CONVERSATION)
    page.start_talk(case_id)
    page.talk.next_question()
    # The next picture is not to go on with it.
    stage.session.cases.keep_talk_place(None)


def _page(stage: Stage) -> BreachesPage:
    stage.go("breaches")
    assert stage.window.shell is not None
    page = stage.window.shell.page("breaches")
    assert isinstance(page, BreachesPage)
    return page


def _brought_to(session: Session, wanted: Step) -> int:
    cases, today = session.cases, session.today()
    view = next(view for view in cases.views() if view.agreement or not view.case.closed)
    case_id = view.case.id or 0
    for number, at in enumerate(Step):
        if number >= list(Step).index(wanted) or view.next_step is not at:
            continue
        if at is Step.TRACK:
            cases.choose_track(case_id, Track.REPAIR)
        elif at is Step.OWN_PART:
            cases.change(case_id, leader_part="Jeg sagde ikke, hvem der måtte sige nej.")
            cases.set_prepared(case_id)
        elif at is Step.CONVERSATION:
            cases.change(case_id, employee_account="Jeg kunne ikke nå begge modtagelser.")
            cases.hold_conversation(case_id)
        elif at is Step.CAUSE:
            cases.set_cause(case_id, Cause.RESOURCES, other=(Cause.CIRCUMSTANCES,))
        elif at is Step.AGREEMENT:
            cases.put(case_id, Measure(kind=MeasureKind.FRAME, text="Højst én modtagelse om dagen"))
            cases.put(
                case_id,
                Control(form="Listen ses igennem", purpose="At se, om det hjælper", starts_on=today, ends_on=today),
            )
            cases.put(case_id, Criterion(text="Grænsen er kendt af alle på vagten"))
            draft = cases.draft_agreement(case_id)
            cases.agree(case_id, replace(draft, ask_when=draft.ask_when or "Du er i tvivl."))
        elif at is Step.FOLLOW_UPS:
            cases.put(case_id, replace(cases.get(case_id).criteria[0], met_on=today))
        elif at is Step.CLOSING:
            session.endings.close(case_id, Outcome.REPAIRED, "Det her er lagt bag os.")
        view = cases.view(case_id)
    return case_id

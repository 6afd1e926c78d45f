"""Every place that shows one record at a time, with two records each: for looking whether one shows in the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from tests.builders import a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import noted, settled, talked
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.conversation import Side
from tillid_planner.services.register import new_id
from tillid_planner.services.session import Session
from tillid_planner.ui.breach.agreement_step import repair_dialog
from tillid_planner.ui.breach.note_breach import NoteBreachDialog
from tillid_planner.ui.breach.page import BreachesPage
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.follow_up.dialog import FollowUpDialog, PlanFollowUpDialog
from tillid_planner.ui.person.page import PersonPage
from tillid_planner.ui.person.prepare import PreparePage
from tillid_planner.ui.register.people import PeoplePage
from tillid_planner.ui.register.tasks import TasksPage
from tillid_planner.ui.trust.line_rating import Way
from tillid_planner.ui.trust.page import TrustPage
from tillid_planner.ui.week.page import WeekPage
from tillid_planner.ui.widgets import GrowingText, LineField
from tillid_planner.ui.widgets.form_draft import DraftNote
from tillid_planner.ui.widgets.page import Page

MARK = "kvidrefugl"


@dataclass(frozen=True)
class Unit:
    """Two of everything; index 0 is the one that is written about first."""

    session: Session
    people: tuple[int, int]
    teams: tuple[int, int]
    tasks: tuple[int, int]
    early: tuple[int, int]
    late: tuple[int, int]
    follow_ups: tuple[int, int]
    agreements: tuple[int, int]


def a_unit(session: Session | None = None) -> Unit:
    """Fill an empty unit, by default one in memory."""
    session = session or a_session()
    people = a_person(session, "Amina Holm"), a_person(session, "Bo Lindskov")
    teams = tuple(
        new_id(session.register.add_team(Team(name=name, member_ids=people)), Kind.ASSIGNEE)
        for name in ("Team Dag", "Team Aften")
    )
    tasks = a_task(session, "Sårpleje"), a_task(session, "Vagtplan")
    early, late, follow_ups, agreements = [], [], [], []
    for who, person in enumerate(people):
        for task in tasks:
            rated(session, task, person, 5, 5, 5)
            agreements.append(agreed(session, task, person, 4).id)
        early.append(noted(session, (tasks[0], person)))
        late.append(noted(session, (tasks[1], person)))
        talked(session, late[-1], Cause.RESOURCES)
        settled(session, late[-1])
        sheet = session.trust.sheet(tasks[0], person)
        follow_ups.append(next(f.id for f in sheet.follow_ups if f.held_on is None))
        session.planning.place(tasks[0], person, session.today(), 4.0 + who)
    return Unit(
        session, people, teams, tasks, tuple(early), tuple(late), tuple(follow_ups), (agreements[0], agreements[2])
    )


@dataclass(frozen=True)
class Place:
    """How a page is made, and how it comes to show record 0 or 1."""

    make: Callable[[Desk], QWidget]
    show: Callable[[QWidget, Unit, int], object]
    #: Made anew for each record, as dialogs are.
    anew: bool = False


def _case(step: Step) -> Place:
    late = list(Step).index(step) >= list(Step).index(Step.CAUSE)
    return Place(BreachesPage, lambda page, unit, n: page.open_case((unit.late if late else unit.early)[n], step))


def _inspector(tab: str) -> Place:
    def show(page: QWidget, unit: Unit, n: int) -> None:
        assert isinstance(page, TrustPage)
        page.open_target(Target(unit.tasks[0], unit.people[n], act=tab))
        if tab == "rating":
            for section in page.inspector.rating.sections.values():
                section.set_open(True)
                section.writing.show()
        elif tab == "agreeing":
            page.inspector.show_tab("agreement")
            if not page.inspector.agreement.filling_in and n == 0:
                page.inspector.agreement.begin(3)

    return Place(TrustPage, show)


def _person(tab: str) -> Place:
    return Place(PersonPage, lambda page, unit, n: page.open_target(Target(assignee_id=unit.people[n], act=tab)))


def _prepare(*, opened: bool) -> Place:
    def show(page: QWidget, unit: Unit, n: int) -> None:
        assert isinstance(page, PreparePage)
        sheets, person = unit.session.conversations, unit.people[n]
        if sheets.under_way(person) is None:
            sheets.begin(person, list(unit.tasks))
            number = sheets.under_way(person).id
            for side in Side if opened else ():
                for task in unit.tasks:
                    sheets.write(number, task, side, rung=3, reason="Sådan ser jeg det.")
                sheets.close_half(number, side)
        page.open_target(Target(assignee_id=person))

    return Place(PreparePage, show)


def _along(page: QWidget, unit: Unit, n: int) -> None:
    assert isinstance(page, TrustPage)
    page.rate_line(Way.DOWN, unit.tasks[0], unit.people[n])


def _week_card(page: QWidget, unit: Unit, n: int) -> None:
    page.open_target(Target(unit.tasks[0], unit.people[n]))


def _week_person(page: QWidget, unit: Unit, n: int) -> None:
    assert isinstance(page, WeekPage)
    page.refresh()
    page.inspector.show_person(page.board, unit.people[n])
    page.view.open_side()


def _dialog(make: Callable[[Desk, Unit, int], QWidget]) -> Place:
    return Place(make, lambda dialog, unit, n: None, anew=True)  # type: ignore[arg-type]


PLACES: dict[str, Place] = {
    **{f"case-{step}": _case(step) for step in Step},
    "rating": _inspector("rating"),
    "agreement": _inspector("agreement"),
    "agreeing": _inspector("agreeing"),
    "comments": _inspector("comments"),
    "along": Place(TrustPage, _along),
    "task": Place(TasksPage, lambda page, unit, n: page.open_task(unit.tasks[n])),
    "person-form": Place(PeoplePage, lambda page, unit, n: page.open_assignee(unit.people[n])),
    "team-form": Place(PeoplePage, lambda page, unit, n: page.open_assignee(unit.teams[n])),
    "person-comments": _person("comments"),
    "person-development": _person("development"),
    "prepare": _prepare(opened=False),
    "agenda": _prepare(opened=True),
    "week-card": Place(WeekPage, _week_card),
    "week-person": Place(WeekPage, _week_person),
    "follow-up": _dialog(lambda desk, unit, n: FollowUpDialog(desk, unit.follow_ups[n])),
    "plan-follow-up": _dialog(lambda desk, unit, n: PlanFollowUpDialog(desk, unit.agreements[n], "Amina")),
    "note-breach": _dialog(
        lambda desk, unit, n: NoteBreachDialog(desk, task_id=unit.tasks[0], assignee_id=unit.people[n])
    ),
    "repair": _dialog(lambda desk, unit, n: repair_dialog(desk, unit.session.cases.view(unit.late[n]), None)),
}


def open_place(place: Place, desk: Desk, unit: Unit, n: int) -> QWidget:
    """A page or dialog that shows record *n*."""
    page = place.make(desk, unit, n) if place.anew else place.make(desk)  # type: ignore[call-arg]
    page.resize(1500, 900)
    page.show()
    if isinstance(page, Page):
        page.refresh()
    QApplication.processEvents()
    place.show(page, unit, n)
    QApplication.processEvents()
    return page


def editors(page: QWidget) -> list[GrowingText | LineField]:
    """The fields that can be written in now; what one looks for something with is none of them."""
    found = [*page.findChildren(GrowingText), *page.findChildren(LineField)]
    return [e for e in found if e.isVisibleTo(page) and e.isEnabled() and not e.property("finds")]


def type_into(editor: GrowingText | LineField, text: str) -> None:
    """Write, as somebody does who has not left the field yet."""
    if isinstance(editor, GrowingText):
        editor.type_text(text)
    else:
        editor.setText(text)


def texts(page: QWidget) -> str:
    """Everything that stands anywhere on a page, seen or not."""
    return "\n".join(
        [label.text() for label in page.findChildren(QLabel)]
        + [line.text() for line in page.findChildren(QLineEdit)]
        + [area.toPlainText() for area in page.findChildren(QTextEdit)]
    )


def notes(page: QWidget) -> list[DraftNote]:
    """What is said about drafts on a page."""
    return [note for note in page.findChildren(DraftNote) if note.isVisibleTo(page)]

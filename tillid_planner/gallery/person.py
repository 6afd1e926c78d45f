"""The pictures of one person's page: rich, poor, extreme, a team."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from tillid_planner.domain.agreement import AgreementState, Leap
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.breach import Criterion, Track
from tillid_planner.domain.breach import Outcome as CaseOutcome
from tillid_planner.domain.case import Cause, Dimension
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.conversation import Side, StepKind
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.domain.task import Task
from tillid_planner.services import session as sessions
from tillid_planner.services.demo import Calendar
from tillid_planner.services.register import new_id
from tillid_planner.services.session import Session
from tillid_planner.ui.desk import Target
from tillid_planner.ui.mirror.page import MirrorPage
from tillid_planner.ui.person.prepare import PreparePage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tillid_planner.ui.main_window import MainWindow

_TASKS = 60
_LONG_NAME = "Karen-Margrethe Alexandrine von Rosenkrantz-Bendtsen Kierkegaard af Vestergaard"


class Stage(Protocol):
    """What a scene needs of the gallery's stage."""

    @property
    def session(self) -> Session:
        """The demo."""

    @property
    def tasks(self) -> Mapping[str, int]:
        """The ids of the demo's tasks by heading."""

    @property
    def people(self) -> Mapping[str, int]:
        """The ids of the demo's people and teams by name."""

    @property
    def window(self) -> MainWindow:
        """The program's window."""

    def go(self, page: str, target: Target | None = None) -> None:
        """Show a page, and a record on it."""


def person(name: str, tab: str = "", task: str = "") -> Callable[[Stage], None]:
    """Return the scene of a person of the demo, on a tab."""

    def scene(stage: Stage) -> None:
        chosen = stage.tasks[task] if task else None
        stage.go("person", Target(assignee_id=stage.people[name], act=tab, task_id=chosen))

    return scene


def prepare(*, closed: tuple[Side, ...] = (), begun: bool = True, handed: bool = True) -> Callable[[Stage], None]:
    """Return the scene of a conversation being prepared, with the halves that are closed already.

    Where it is the other's turn, *handed* tells that the one whose turn it is sits at the screen.
    """

    def scene(stage: Stage) -> None:
        session, name = stage.session, "Fatima Yilmaz"
        person_id, talks = stage.people[name], session.conversations
        tasks = [stage.tasks[task] for task in ("Pårørendesamtaler", "Sårpleje")]
        for old in talks.of(person_id):
            talks.remove(old.id or 0)
        if begun:
            talks.begin(person_id, tasks)
            said = {
                Side.LEADER: ((3, "Du kan planen, og jeg vil gerne høre om det svære."), (4, "Det kører.")),
                Side.EMPLOYEE: ((4, "Jeg har ført de sidste tre samtaler selv."), (4, "Jeg siger til i tide.")),
            }
            number = talks.of(person_id)[-1].id or 0
            for side, lines in said.items():
                if not handed and side not in closed:
                    continue
                for task, (rung, reason) in zip(tasks, lines, strict=True):
                    talks.write(number, task, side, rung=rung, reason=reason)
            for side in closed:
                talks.close_half(number, side)
        stage.go("prepare", Target(assignee_id=person_id))
        page = stage.window.shell.page("prepare") if stage.window.shell is not None else None
        assert isinstance(page, PreparePage)
        if page.view.waiting and handed:
            page.view.turn.show_button.click()

    return scene


def talks(stage: Stage) -> None:
    """Show a conversation that was held, with its step."""
    prepare(closed=(Side.LEADER, Side.EMPLOYEE))(stage)
    person_id, sheets = stage.people["Fatima Yilmaz"], stage.session.conversations
    under_way = sheets.under_way(person_id)
    if under_way is not None and under_way.id is not None:
        day = stage.session.today() + timedelta(days=14)
        task = stage.tasks["Pårørendesamtaler"]
        sheets.end(under_way.id, "Ring bagefter, de første to gange.", kind=StepKind.FOLLOW_UP, task_id=task, on=day)
    stage.go("person", Target(assignee_id=person_id, act="talks"))


def mirror(part: str) -> Callable[[Stage], None]:
    """Return the scene of the mirror, at one of its parts."""

    def scene(stage: Stage) -> None:
        stage.go("mirror", Target(act=part))

    return scene


def across(task: str) -> Callable[[Stage], None]:
    """Return the scene of everybody who holds a task."""

    def scene(stage: Stage) -> None:
        stage.go("mirror", Target(task_id=stage.tasks[task]))

    return scene


def unlike(stage: Stage) -> None:
    """Show two people with the same ratings on a task and different rungs."""
    session = sessions.in_memory("Hjemmepleje Nord")
    register = session.register
    task = Task(name="Pårørendesamtaler", consequence=1, reversal=1, detection=1, clarity=3, ask_when="Du er i tvivl.")
    task_id = new_id(register.add_task(task), Kind.TASK)
    for name, rung, reason in (
        ("Amina Holm", 4, "Har ført de sidste tre samtaler og sagt til i tide."),
        ("Bo Lindskov", 3, "Vil gerne have planen talt igennem først."),
    ):
        person_id = new_id(register.add_person(Person(name=name)), Kind.ASSIGNEE)
        for dimension in Dimension:
            session.trust.rate(task_id, person_id, dimension, 4)
        draft = session.trust.draft(task_id, person_id, rung)
        session.trust.agree(replace(draft, state=AgreementState.ACCEPTED, reason=reason))
    stage.window.show_session(session, "mirror")
    if stage.window.shell is not None:
        stage.window.shell.show_page("mirror", Target(act="differences"))


def answers(stage: Stage) -> None:
    """Show the end of a calibration round."""
    stage.go("mirror", Target(act="calibration"))
    page = stage.window.shell.page("mirror") if stage.window.shell is not None else None
    assert isinstance(page, MirrorPage)
    for value in (3, 3, 2, 5, 4, 2):
        page.calibration.anchors.choose(value)
        page.calibration.next_button.click()


def extreme(stage: Stage) -> None:
    """Show somebody with sixty tasks, eighty letters in the name, and years behind one of them."""
    session, person_id = crowded(date.today())
    stage.window.show_session(session, "person")
    shell = stage.window.shell
    if shell is not None:
        shell.show_page("person", Target(assignee_id=person_id))


def crowded(today: date) -> tuple[Session, int]:
    """Return a unit in memory with one person who holds sixty tasks, and her id."""
    calendar = Calendar(today)
    session = sessions.in_memory("Hjemmepleje Nord", calendar)
    register = session.register
    name = f"{_LONG_NAME} "[:80].strip()
    calendar.go_back(3650)
    someone = Person(name=name, role="Social- og sundhedsassistent", weekly_hours=37.0, started_on=calendar())
    person_id = new_id(register.add_person(someone), Kind.ASSIGNEE)
    for number in range(_TASKS):
        calendar.go_back(3600 - number * 30)
        task = Task(
            name=f"Opgave {number + 1} med et navn, der er længere, end en smal kolonne har plads til",
            consequence=1 + number % 3,
            reversal=1 + number % 2,
            detection=1,
            clarity=3 - number % 2,
            ask_when="Du er i tvivl.",
        )
        task_id = new_id(register.add_task(task), Kind.TASK)
        for dimension in Dimension:
            session.trust.rate(task_id, person_id, dimension, 3 + number % 3)
        _agree(session, task_id, person_id, 1)
        if number == 0:
            _years(session, calendar, task_id, person_id)
    calendar.go_back(0)
    return session, person_id


def _agree(session: Session, task_id: int, person_id: int, rung: int) -> None:
    draft = session.trust.draft(task_id, person_id, rung)
    leap = Leap(gain="Mere frihed", risk="Et hul", catch="Makkeren", review_on=draft.agreed_on + timedelta(days=30))
    ready = replace(draft, state=AgreementState.ACCEPTED, reason="Aftalt sammen.", ask_when="Du er i tvivl.", leap=leap)
    session.trust.agree(ready)


def _settle(session: Session, case: int) -> None:
    cases = session.cases
    cases.choose_track(case, Track.REPAIR)
    cases.hold_conversation(case)
    cases.set_cause(case, Cause.COMPETENCE)
    cases.put(case, Criterion(text="Aftalen er holdt", met_on=session.today()))
    session.endings.close(case, CaseOutcome.REPAIRED, "Det er lagt bag os.")


def _years(session: Session, calendar: Calendar, task_id: int, person_id: int) -> None:
    outcomes = (Outcome.GOOD, Outcome.GOOD, Outcome.PARTLY, Outcome.GOOD, Outcome.NOT_OK)
    for number, days in enumerate(range(3500, 0, -90)):
        calendar.go_back(days)
        planned = session.trust.sheet(task_id, person_id).next_follow_up
        if planned is not None and planned.id is not None:
            session.following.hold(planned.id, outcomes[number % 5])
        if number % 6 == 3:
            _agree(session, task_id, person_id, (2, 3, 4, 3, 5, 4)[(number // 6) % 6])
        if number in (9, 26):
            session.breaches.note(task_id, person_id, "Aftalen om at sige til blev ikke holdt.")
        sheet = session.trust.sheet(task_id, person_id)
        if number in (10, 28) and sheet.open_breach is not None and sheet.open_breach.id is not None:
            _settle(session, sheet.open_breach.id)

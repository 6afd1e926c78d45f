"""Cases at every stage, made through the services as a leader would."""

from dataclasses import replace

from tests.builders import a_person, a_task, agreed, rated
from tillid_planner.domain.breach import Criterion, Outcome, Track
from tillid_planner.domain.case import Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.services.register import new_id
from tillid_planner.services.session import Session


def a_pair(session: Session, rung: int = 4, *, values=(5, 5, 5), **task: object) -> tuple[int, int]:
    """A rated pair with an accepted agreement; returns the ids of task and person."""
    task_id, person_id = a_task(session, **task), a_person(session)
    rated(session, task_id, person_id, *values)
    agreed(session, task_id, person_id, rung)
    return task_id, person_id


def noted(session: Session, pair: tuple[int, int], facts: str = "Målene blev ikke taget.", **more: object) -> int:
    """A case of which only the facts are known; returns its id."""
    return new_id(session.breaches.note(*pair, facts, **more), Kind.BREACH)


def talked(session: Session, case: int, cause: Cause, **more: object) -> None:
    """Take a case through the conversation to its cause."""
    cases = session.cases
    if cause is Cause.ILL_WILL:
        cases.choose_track(case, Track.FORMAL, deliberate=True)
        cases.set_advised(case, session.today())
    else:
        cases.choose_track(case, Track.REPAIR)
    cases.hold_conversation(case)
    cases.set_cause(case, cause, **more)


def settled(session: Session, case: int, rung: int | None = None) -> None:
    """Agree on a rung and one criterion, which is not seen yet."""
    session.cases.agree(case, replace(session.cases.draft_agreement(case, rung), reason="Aftalt sammen."))
    session.cases.put(case, Criterion(text="To gode opfølgninger"))


def closed(session: Session, case: int, outcome: Outcome = Outcome.REPAIRED) -> None:
    """See every criterion (one at least) and close."""
    if outcome is Outcome.REPAIRED and not session.cases.get(case).criteria:
        session.cases.put(case, Criterion(text="Det, vi lovede, er set"))
    for criterion in session.cases.get(case).criteria:
        session.cases.put(case, replace(criterion, met_on=session.today()))
    session.endings.close(case, outcome, "Det er lagt bag os.")

"""One person's page with ten years behind it: the review read at once (design: at most 100 ms)."""

from __future__ import annotations

import random
import statistics
import time
from datetime import date, timedelta

from tillid_planner.content import words
from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus, Cause, Dimension
from tillid_planner.domain.comment import Comment
from tillid_planner.domain.follow_up import FollowUp, Outcome
from tillid_planner.domain.rating import Rater, Rating
from tillid_planner.services.session import Session
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.breach_records import Breaches
from tillid_planner.storage.rating_records import Comments, Ratings

TODAY = date(2026, 11, 23)
YEARS = 10
TASKS_OF_PERSON, TASKS, PEOPLE = 60, 400, 60
TARGET_MS = 100
#: One person's report, everything that stands about her (law F1).
REPORT_S = 5
_ROUNDS = 11


def ten_years(seed: int = 1) -> tuple[Session, int]:
    """Return a unit with ten years behind it, and the id of somebody with 60 tasks in it."""
    from tests.builders import a_person, a_session, a_task

    chance = random.Random(seed)
    session = a_session(lambda: TODAY)
    tasks = [a_task(session, f"Opgave {number}") for number in range(TASKS)]
    people = [a_person(session, f"Medarbejder {number}") for number in range(PEOPLE)]
    database = session._workspace.database  # the bench writes history that no service writes in the past
    with database.act("import", undoable=False):
        for person in people:
            for task in chance.sample(tasks, TASKS_OF_PERSON if person == people[0] else 20):
                _past(database, chance, task, person)
    return session, people[0]


def _past(database: object, chance: random.Random, task: int, person: int) -> None:
    ratings, agreements, follow_ups = Ratings(database), Agreements(database), FollowUps(database)  # type: ignore[arg-type]
    first = TODAY - timedelta(days=365 * YEARS)
    for month in range(0, 12 * YEARS, 4):
        day = first + timedelta(days=30 * month)
        for dimension in Dimension:
            ratings.add(
                Rating(
                    task_id=task,
                    assignee_id=person,
                    dimension=dimension,
                    value=chance.randint(2, 5),
                    sure=chance.random() < 0.8,
                    example="Set på opgaven.",
                    seen_on=day,
                    rated_on=day,
                    rater=Rater.EMPLOYEE if chance.random() < 0.2 else Rater.LEADER,
                )
            )
    for year in range(YEARS):
        day = first + timedelta(days=365 * year + 20)
        agreement = agreements.add(
            Agreement(
                task_id=task,
                assignee_id=person,
                rung=chance.randint(1, 5),
                state=AgreementState.ACCEPTED,
                agreed_on=day,
                first_follow_up=day,
                suggested_rung=chance.randint(1, 5),
            ),
            {"rule_version": None, "rule_case": None, "rule_result": None},
        )
        for quarter in range(4):
            held = day + timedelta(days=80 * quarter + 10)
            follow_ups.add(
                FollowUp(agreement_id=agreement, due_on=held, held_on=held, outcome=chance.choice(list(Outcome)))
            )
    day = first + timedelta(days=700)
    Breaches(database).add(  # type: ignore[arg-type]
        Breach(
            task_id=task,
            assignee_id=person,
            noted_on=day,
            happened_on=day,
            facts="Noget skete.",
            cause=Cause.CIRCUMSTANCES,
            status=BreachStatus.CLOSED,
            closed_on=day + timedelta(days=30),
        )
    )
    for _ in range(5):
        Comments(database).add(  # type: ignore[arg-type]
            Comment(task_id=task, assignee_id=person, author=Rater.EMPLOYEE, text="Mine ord.", written_on=day)
        )


def measure(session: Session, person: int) -> float:
    """Return the median of reading the review, in milliseconds."""
    taken = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        session.person_review.of(person)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def main() -> None:
    """Print what the review takes; the page's own drawing is measured by the tests of the page."""
    session, person = ten_years()
    review = session.person_review.of(person)
    points = sum(len(line.course.points) for line in review.lines)
    print(
        f"person page, {len(review.lines)} tasks, ten years ({points} points):"
        f" {measure(session, person):.1f} ms (target {TARGET_MS})"
    )
    start = time.perf_counter()
    report = session.access.of(person, words("da"))
    entries = sum(len(section.entries) for section in report.sections)
    print(f"access report, ten years ({entries} records): {time.perf_counter() - start:.1f} s (target {REPORT_S})")
    session.close()


if __name__ == "__main__":
    main()

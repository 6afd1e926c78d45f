"""The review of one person says what holds on each task, and no more than has been opened."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.domain.rating import Rater
from tillid_planner.services.person_review import Dose, own_ratings, unclosed
from tillid_planner.services.register import new_id


@pytest.fixture
def days() -> MovingDay:
    return MovingDay()


@pytest.fixture
def unit(days):
    session = a_session(days)
    yield session
    session.close()


def line(session, person, task):
    found = session.person_review.of(person).line(task)
    assert found is not None
    return found


def hold(session, task, person, outcome=Outcome.GOOD):
    session.following.hold(session.trust.sheet(task, person).next_follow_up.id, outcome)


def test_a_line_says_the_same_as_the_pair_s_own_sheet(unit, days):
    tasks = [a_task(unit, name) for name in ("Sårpleje", "Medicin", "Elever")]
    person, other = a_person(unit), a_person(unit, "Bo Lindskov")
    for number, task in enumerate(tasks):
        rated(unit, task, person, 4, 5, 3 + number % 2)
        agreed(unit, task, person, 1 + number)
        rated(unit, task, other, 1, 1, 1)
        days.wait(7)
        hold(unit, task, person)
    unit.trust.comment(tasks[0], person, Rater.EMPLOYEE, "Jeg vil gerne mere.")
    unit.breaches.note(tasks[1], person, "Noget skete.")
    review = unit.person_review.of(person)
    assert [found.task_id for found in review.lines] == tasks
    for found in review.lines:
        sheet = unit.trust.sheet(found.task_id, person)
        assert found.agreement == sheet.agreement
        assert found.sheet.suggestion == sheet.suggestion
        assert found.next_follow_up == sheet.next_follow_up
        assert list(found.sheet.follow_ups) == list(sheet.follow_ups)
        assert list(found.sheet.comments) == list(sheet.comments)
        assert found.sheet.ratings == sheet.ratings
        assert found.wording(words("da")).text
    assert [unclosed(found) for found in review.lines] == [False, True, False]


def test_nobody_has_touched_anything_gives_no_lines(unit):
    a_task(unit)
    assert unit.person_review.of(a_person(unit)).lines == []


def test_somebody_who_is_gone_is_not_found(unit):
    with pytest.raises(NotFound):
        unit.person_review.of(99)


def test_one_who_has_left_can_still_be_read(unit):
    task, person = a_task(unit), a_person(unit, ended_on=TODAY - timedelta(days=30))
    rated(unit, task, person, 3, 3, 3)
    assert len(unit.person_review.of(person).lines) == 1


def test_a_put_away_task_stays_on_the_page_of_those_who_held_it(unit):
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 3, 3, 3)
    agreed(unit, task, person, 3)
    unit.register.archive_task(task)
    assert line(unit, person, task).task.archived_on == TODAY


def test_a_team_has_a_page_with_its_members_and_a_person_one_with_her_teams(unit):
    person = a_person(unit)
    team = new_id(unit.register.add_team(Team(name="Aften", member_ids=(person,))), Kind.ASSIGNEE)
    assert [a.name for a in unit.person_review.of(team).around] == ["Amina Holm"]
    assert [a.name for a in unit.person_review.of(person).around] == ["Aften"]


class TestDose:
    def test_a_step_up_that_can_be_taken_now(self, unit, days):
        task, person = a_task(unit), a_person(unit)
        rated(unit, task, person, 5, 5, 5)
        agreed(unit, task, person, 2)
        days.wait(7)
        hold(unit, task, person)
        assert line(unit, person, task).dose is Dose.STEP

    def test_room_that_waits_for_follow_ups(self, unit):
        task, person = a_task(unit), a_person(unit)
        rated(unit, task, person, 5, 5, 5)
        agreed(unit, task, person, 2)
        assert line(unit, person, task).dose is Dose.ROOM

    def test_more_than_is_carried(self, unit, days):
        task, person = a_task(unit), a_person(unit)
        rated(unit, task, person, 4, 4, 4)
        agreed(unit, task, person, 4)
        days.wait(1)
        unit.trust.rate(task, person, Dimension.COMPETENCE, 2)
        assert line(unit, person, task).dose is Dose.ABOVE

    def test_what_the_frame_takes_away_is_not_the_person_s(self, unit, days):
        task, person = a_task(unit), a_person(unit)
        rated(unit, task, person, 4, 4, 4)
        agreed(unit, task, person, 4)
        days.wait(1)
        unit.trust.rate(task, person, Dimension.RESOURCES, 2)
        found = line(unit, person, task)
        assert found.dose is Dose.FRAME
        assert found.framed

    def test_it_fits(self, unit):
        task, person = a_task(unit), a_person(unit)
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, 3)
        assert line(unit, person, task).dose is Dose.FITS

    def test_nothing_is_said_of_a_suggestion_nobody_has_opened(self, unit):
        task, person = a_task(unit), a_person(unit)
        rated(unit, task, person, 5, 5, 5)
        closed = line(unit, person, task)
        assert (closed.closed, closed.suggestion, closed.dose, closed.wording(words("da"))) == (True, None, None, None)
        unit.matrix.open_suggestion(task, person)
        assert line(unit, person, task).suggestion.rung == 5


def test_since_is_when_the_rung_was_reached_not_when_it_was_last_renewed(unit, days):
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 3, 3, 3)
    agreed(unit, task, person, 3)
    days.wait(100)
    agreed(unit, task, person, 3)
    assert line(unit, person, task).since == TODAY


def test_the_last_example_is_the_one_seen_last(unit, days):
    task, person = a_task(unit), a_person(unit)
    unit.trust.rate(task, person, Dimension.INTENTION, 4, example="Ringede selv.", seen_on=TODAY)
    days.wait(3)
    unit.trust.rate(task, person, Dimension.COMPETENCE, 4, example="Ældre.", seen_on=TODAY - timedelta(days=9))
    assert line(unit, person, task).last_seen.example == "Ringede selv."


def test_the_employee_s_own_view_stands_beside_and_is_never_mixed_in(unit):
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 3, 3, 3)
    agreement = agreed(unit, task, person, 3)
    before = line(unit, person, task).suggestion
    unit.trust.rate(task, person, Dimension.COMPETENCE, 5, rater=Rater.EMPLOYEE)
    unit.trust.note_employee(agreement.id, rung=5, view="Jeg kan mere.")
    found = line(unit, person, task)
    assert found.suggestion == before
    assert (found.wish, found.own_words) == (5, "Jeg kan mere.")
    assert [(dimension, rating.value) for dimension, rating in own_ratings(found)] == [(Dimension.COMPETENCE, 5)]


def test_an_offer_can_carry_the_wish_too(unit):
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 3, 3, 3)
    offer = replace(unit.trust.draft(task, person, 3), employee_rung=4, state=AgreementState.OFFERED)
    unit.trust.agree(offer)
    found = line(unit, person, task)
    assert (found.rung, found.wish) == (None, 4)


def test_showing_the_page_marks_every_agreement_that_stands_in_one_step(unit):
    person = a_person(unit)
    for name in ("Sårpleje", "Medicin"):
        task = a_task(unit, name)
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, 3)
    assert len(unit.person_review.show_all(person).ids(Kind.AGREEMENT)) == 2
    assert not unit.person_review.show_all(person)
    assert all(found.agreement.shown_on == TODAY for found in unit.person_review.of(person).lines)
    unit.history.undo()
    assert all(found.agreement.shown_on is None for found in unit.person_review.of(person).lines)


def test_two_people_with_one_name_do_not_meet(unit):
    task, first, second = a_task(unit), a_person(unit), a_person(unit)
    rated(unit, task, first, 3, 3, 3)
    assert unit.person_review.of(second).lines == []


def test_the_number_of_queries_does_not_grow_with_the_tasks(unit, monkeypatch):
    counts = []
    for size in (2, 12):
        person = a_person(unit, f"Person {size}")
        for number in range(size):
            task = a_task(unit, f"{size}-{number}")
            rated(unit, task, person, 3, 3, 3)
            agreed(unit, task, person, 3)
        database = unit._workspace.database
        asked, rows = [], database.rows
        with monkeypatch.context() as patched:
            patched.setattr(database, "rows", lambda *args, rows=rows, asked=asked: (asked.append(1), rows(*args))[1])
            unit.person_review.of(person)
        counts.append(len(asked))
    assert counts[0] == counts[1]

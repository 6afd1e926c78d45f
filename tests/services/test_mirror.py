"""The mirror lists what asks for a reason, names nobody above another, and counts the leader's own habits."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed, rated
from tillid_planner.domain.agreement import AgreementState, Leap
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.consistency import LeapEnd, PassedBy
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.domain.rating import Rater
from tillid_planner.services.register import new_id


@pytest.fixture
def days():
    return MovingDay()


@pytest.fixture
def unit(days):
    session = a_session(days)
    yield session
    session.close()


def hold(unit, task, person, outcome=Outcome.GOOD):
    unit.following.hold(unit.trust.sheet(task, person).next_follow_up.id, outcome)


def leap(unit, task, person, rung):
    draft = unit.trust.draft(task, person, rung)
    asked = Leap(gain="x", risk="x", catch="x", review_on=draft.agreed_on + timedelta(days=30))
    unit.trust.agree(replace(draft, leap=asked, state=AgreementState.ACCEPTED))


class TestDifferences:
    def two(self, unit, values=(3, 3, 3), others=(3, 3, 3), rungs=(3, 2)):
        task = a_task(unit)
        people = a_person(unit, "Amina Holm"), a_person(unit, "Bo Lindskov")
        for person, rated_as, rung in zip(people, (values, others), rungs, strict=True):
            rated(unit, task, person, *rated_as)
            agreed(unit, task, person, rung, reason="Fordi.")
        return task, people

    def test_the_same_ratings_and_different_rungs_ask_for_a_reason(self, unit):
        task, people = self.two(unit)
        (found,) = unit.mirror.look().differences
        assert {found.one.assignee_id, found.other.assignee_id} == set(people)
        assert found.one.task_id == task
        assert {found.one.agreement.reason, found.other.agreement.reason} == {"Fordi."}

    @pytest.mark.parametrize(("others", "rungs"), [((3, 3, 4), (3, 2)), ((3, 3, 3), (3, 3))])
    def test_other_ratings_or_the_same_rung_ask_for_none(self, unit, others, rungs):
        self.two(unit, others=others, rungs=rungs)
        assert unit.mirror.look().differences == ()

    def test_another_task_is_another_matter(self, unit):
        for number, rung in enumerate((3, 2)):
            task, person = a_task(unit, f"Opgave {number}"), a_person(unit, f"P{number}")
            rated(unit, task, person, 3, 3, 3)
            agreed(unit, task, person, rung)
        assert unit.mirror.look().differences == ()

    def test_a_pause_one_who_left_and_a_team_are_no_differences(self, unit):
        task, people = self.two(unit, rungs=(3, 0))
        assert unit.mirror.look().differences == ()
        agreed(unit, task, people[1], 2)
        team = new_id(unit.register.add_team(Team(name="Aften")), Kind.ASSIGNEE)
        rated(unit, task, team, 3, 3, 3)
        agreed(unit, task, team, 1)
        assert len(unit.mirror.look().differences) == 1
        unit.register.save_person(replace(unit.register.assignee(people[1]), ended_on=TODAY - timedelta(days=1)))
        assert unit.mirror.look().differences == ()

    def test_what_the_employee_rates_plays_no_part(self, unit):
        task, people = self.two(unit)
        unit.trust.rate(task, people[0], Dimension.COMPETENCE, 5, rater=Rater.EMPLOYEE)
        assert len(unit.mirror.look().differences) == 1


def names(unit, why):
    return [a.name for a in unit.mirror.look().passed_by[why]]


class TestPassedBy:
    def test_never_rated(self, unit):
        task, person = a_task(unit), a_person(unit)
        a_person(unit, "Bo Lindskov")
        rated(unit, task, person, 3, 3, 3)
        assert names(unit, PassedBy.NEVER_RATED) == ["Bo Lindskov"]

    def test_nothing_new_for_a_year(self, unit, days):
        task, person = a_task(unit), a_person(unit)
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, 3)
        days.wait(300)
        assert names(unit, PassedBy.NOTHING_NEW) == []
        days.wait(100)
        agreed(unit, task, person, 2)
        assert names(unit, PassedBy.NOTHING_NEW) == ["Amina Holm"]
        new = a_task(unit, "Medicin")
        rated(unit, new, person, 3, 3, 3)
        agreed(unit, new, person, 3)
        assert names(unit, PassedBy.NOTHING_NEW) == []

    def test_always_put_on_the_same_though_more_is_agreed(self, unit, days):
        tasks, person = [a_task(unit, name) for name in ("Sårpleje", "Medicin")], a_person(unit)
        for task in tasks:
            rated(unit, task, person, 3, 3, 3)
            agreed(unit, task, person, 3)
        for _ in range(5):
            unit.planning.place(tasks[0], person, days.day, 2.0)
            days.wait(7)
        assert names(unit, PassedBy.ALWAYS_THE_SAME) == ["Amina Holm"]
        unit.planning.place(tasks[1], person, days.day, 2.0)
        assert names(unit, PassedBy.ALWAYS_THE_SAME) == []


class TestStandingStill:
    def year(self, unit, days, *outcomes, rung=3):
        task, person = a_task(unit), a_person(unit)
        rated(unit, task, person, rung, rung, rung)
        agreed(unit, task, person, rung)
        days.wait(400 - len(outcomes))
        for outcome in outcomes:
            hold(unit, task, person, outcome)
            days.wait(1)
        return task, person

    def test_a_rung_that_was_good_for_a_year(self, unit, days):
        task, person = self.year(unit, days, Outcome.GOOD, Outcome.GOOD)
        (found,) = unit.mirror.look().still
        assert (found.task_id, found.assignee_id, found.good_looks) == (task, person, 2)

    @pytest.mark.parametrize("outcomes", [(Outcome.GOOD,), (Outcome.GOOD, Outcome.NOT_OK, Outcome.GOOD)])
    def test_too_few_good_looks_or_one_not_ok(self, unit, days, outcomes):
        self.year(unit, days, *outcomes)
        assert unit.mirror.look().still == ()

    def test_the_top_and_an_open_breach_stand_still_for_a_reason(self, unit, days):
        self.year(unit, days, Outcome.GOOD, Outcome.GOOD, rung=5)
        assert unit.mirror.look().still == ()

    def test_a_breach_explains_it(self, unit, days):
        pair = self.year(unit, days, Outcome.GOOD, Outcome.GOOD)
        unit.breaches.note(*pair, "Noget.")
        assert unit.mirror.look().still == ()


@pytest.mark.parametrize(
    ("outcomes", "end"),
    [
        ((), LeapEnd.NOT_SEEN),
        ((Outcome.GOOD,), LeapEnd.WELL),
        ((Outcome.PARTLY,), LeapEnd.PARTLY),
        ((Outcome.NOT_OK, Outcome.GOOD), LeapEnd.NOT_WELL),
        ((Outcome.PARTLY, Outcome.GOOD), LeapEnd.WELL),
    ],
)
def test_leaps_are_shown_with_how_they_went(unit, days, outcomes, end):
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 2, 2, 2)
    leap(unit, task, person, 4)
    for outcome in outcomes:
        days.wait(10)
        hold(unit, task, person, outcome)
    (found,) = unit.mirror.look().leaps
    assert (found.agreement.rung, found.end) == (4, end)


class TestHabits:
    def test_each_value_is_counted_for_each_prerequisite(self, unit):
        person = a_person(unit)
        for number, values in enumerate(((3, 3, 3), (4, 3, 2), (5, 3, 3))):
            rated(unit, a_task(unit, f"Opgave {number}"), person, *values)
        habits = unit.mirror.habits()
        assert habits.spread[Dimension.COMPETENCE] == (0, 0, 1, 1, 1)
        assert habits.spread[Dimension.INTENTION] == (0, 0, 3, 0, 0)
        assert (habits.ratings, habits.pairs, habits.equal) == (9, 3, 1)

    def test_only_the_newest_of_the_leader_s_own_counts(self, unit, days):
        task, person = a_task(unit), a_person(unit)
        unit.trust.rate(task, person, Dimension.COMPETENCE, 2)
        unit.trust.rate(task, person, Dimension.COMPETENCE, 5, rater=Rater.EMPLOYEE)
        days.wait(3)
        unit.trust.rate(task, person, Dimension.COMPETENCE, 4)
        assert unit.mirror.habits().spread[Dimension.COMPETENCE] == (0, 0, 0, 1, 0)

    def test_seen_extremes_old_and_unsure(self, unit, days):
        task, person = a_task(unit), a_person(unit)
        risky = a_task(unit, "Medicin", consequence=3, reversal=3, detection=3)
        unit.trust.rate(task, person, Dimension.COMPETENCE, 5, example="Set.")
        unit.trust.rate(risky, person, Dimension.COMPETENCE, 1, sure=False)
        days.wait(100)
        habits = unit.mirror.habits()
        assert (habits.seen, habits.extremes, habits.extremes_seen) == (1, 2, 1)
        assert (habits.old, habits.unsure) == (1, 1)

    def test_nothing_rated_is_nothing_counted(self, unit):
        habits = unit.mirror.habits()
        assert (habits.ratings, habits.pairs, habits.equal, habits.old) == (0, 0, 0, 0)

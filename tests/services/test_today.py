"""What needs attention now, the follow-ups of the week, and what was done since the last visit."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import closed, talked
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState, Leap
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.breach import Control, Criterion, Track
from tillid_planner.domain.case import Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.domain.task import RedLine
from tillid_planner.languages import CODES
from tillid_planner.services.deletion import Reason
from tillid_planner.services.session import Session
from tillid_planner.services.today import KINDS
from tillid_planner.services.visits import COUNTED
from tillid_planner.storage import errors
from tillid_planner.storage.breach_records import BreachCases


@pytest.fixture
def day():
    return MovingDay()


@pytest.fixture
def unit(day):
    return a_session(day)


def kinds(session):
    return [matter.kind for matter in session.overview.look().matters]


def matter(session, kind):
    found = [m for m in session.overview.look().matters if m.kind == kind]
    assert len(found) == 1, found
    return found[0]


def held(session, task, person, rung=3):
    """An agreement with its first follow-up on the day it is made plus the table's."""
    rated(session, task, person, 4, 4, 4)
    return agreed(session, task, person, rung, watcher="Lederen")


def test_a_quiet_day_asks_for_nothing(unit):
    task, person = a_task(unit), a_person(unit, weekly_hours=37.0)
    held(unit, task, person)
    outlook = unit.overview.look()
    assert outlook.matters == []
    assert not outlook.bare


@pytest.mark.parametrize("given", [(), ("person",), ("task",)])
def test_without_people_or_tasks_there_is_nothing_to_look_at_yet(unit, given):
    if "person" in given:
        a_person(unit)
    if "task" in given:
        a_task(unit)
    assert unit.overview.look().bare


def test_one_person_is_one_line_also_with_several_things_in_the_week(unit):
    amina = a_person(unit, weekly_hours=10.0)
    for name in ("Sårpleje", "Medicin"):
        unit.planning.place(a_task(unit, name), amina, TODAY, 7)
    found = matter(unit, "overload_far")
    assert (found.percent, found.hours, found.planned, found.available) == (140, 4.0, 14.0, 10.0)
    assert found.more == 2
    assert kinds(unit) == ["overload_far"]


def test_what_was_earlier_in_the_week_is_past(unit, day):
    amina, sick = a_person(unit, weekly_hours=37.0), TODAY + timedelta(days=1)
    unit.planning.place(a_task(unit), amina, sick, 3)
    unit.planning.add_absence(amina, sick, sick)
    assert matter(unit, "away").days == (sick,)
    day.on(2)
    assert "away" not in kinds(unit)


def test_a_breach_asks_for_its_conversation_until_it_is_repaired(unit):
    task, person = a_task(unit), a_person(unit)
    held(unit, task, person)
    unit.breaches.note(task, person, "Listen var ikke skrevet.")
    found = matter(unit, "breach_open")
    assert (found.assignee_id, found.task_id, found.days, found.record) == (person, task, (TODAY,), 1)
    talked(unit, 1, Cause.COMPETENCE)
    assert kinds(unit) == []
    unit.following.cancel(unit.trust.sheet(task, person).next_follow_up.id)
    assert kinds(unit) == ["breach_repairing"]
    closed(unit, 1)
    # The agreement stands on, and nobody has said when the two meet.
    assert kinds(unit) == ["no_follow_up"]


def test_what_is_late_in_a_case_is_said_each_with_its_own_line(unit, day):
    task, person = a_task(unit), a_person(unit)
    held(unit, task, person)
    unit.breaches.note(task, person, "Listen var ikke skrevet.")
    day.on(8)
    assert "talk_late" in kinds(unit)
    assert "breach_open" not in kinds(unit)
    talked(unit, 1, Cause.COMPETENCE)
    control = Control(form="Stikprøve", purpose="Se listen", starts_on=TODAY, ends_on=TODAY + timedelta(days=20))
    unit.cases.put(1, control)
    unit.following.move(unit.trust.sheet(task, person).next_follow_up.id, TODAY + timedelta(days=90))
    day.on(20)
    assert kinds(unit) == []
    day.on(21)
    found = matter(unit, "control_past_end")
    assert (found.days, found.record) == ((TODAY + timedelta(days=20),), 1)
    day.on(61)
    assert kinds(unit) == ["control_past_end", "breach_open_long"]


def test_a_talk_that_is_planned_is_not_asked_for_until_its_day_has_passed(unit, day):
    task, person = a_task(unit), a_person(unit)
    held(unit, task, person)
    unit.breaches.note(task, person, "Listen var ikke skrevet.")
    unit.talks.plan_case(1, TODAY + timedelta(days=2))
    day.on(2)
    assert kinds(unit) == []
    day.on(3)
    assert kinds(unit) == ["breach_open"]


def test_a_case_that_is_with_hr_says_so_and_asks_for_no_talk(unit, day):
    task, person = a_task(unit), a_person(unit)
    held(unit, task, person)
    unit.breaches.note(task, person, "Listen var ikke skrevet.")
    unit.cases.choose_track(1, Track.FORMAL, deliberate=True)
    day.on(9)
    assert kinds(unit) == ["breach_formal"]
    unit.cases.set_advised(1, day.day)
    assert kinds(unit) == ["talk_late"]


def test_an_agreement_without_a_follow_up_stands_once_for_each_person(unit):
    person = a_person(unit)
    for name in ("Sårpleje", "Medicin"):
        task = a_task(unit, name)
        held(unit, task, person)
        unit.following.cancel(unit.trust.sheet(task, person).next_follow_up.id)
    found = matter(unit, "no_follow_up")
    assert (found.assignee_id, found.more, found.rung) == (person, 1, 3)
    paused = unit.trust.draft(found.task_id, person, 0)
    unit.trust.agree(replace(paused, reason="Sat på pause."))
    assert matter(unit, "no_follow_up").more == 0


def test_a_breach_that_was_talked_about_waits_for_its_cause_and_one_that_is_mended_for_its_end(unit):
    task, person = a_task(unit), a_person(unit)
    held(unit, task, person)
    unit.breaches.note(task, person, "Listen var ikke skrevet.")
    cases = BreachCases(unit._workspace.database)
    with unit._workspace.database.act("note_breach"):
        cases.save(replace(cases.get(1), held_on=TODAY))
    assert kinds(unit) == ["breach_talked"]
    unit.cases.set_cause(1, Cause.COMPETENCE)
    with unit._workspace.database.act("note_breach"):
        cases.put_part(1, Kind.BREACH_CRITERION, Criterion(text="Listen er skrevet", met_on=TODAY))
    assert kinds(unit) == ["breach_ready"]


def test_a_missed_follow_up_stays_until_it_is_held_or_moved(unit, day):
    task, person = a_task(unit), a_person(unit)
    held(unit, task, person, rung=2)
    due = unit.trust.sheet(task, person).next_follow_up
    day.day = due.due_on
    assert kinds(unit) == []
    day.day = due.due_on + timedelta(days=21)
    found = matter(unit, "follow_up_overdue")
    assert (found.record, found.days, found.rung, found.more) == (due.id, (due.due_on,), 2, 0)
    unit.following.move(due.id, day.day)
    assert kinds(unit) == []


def test_several_missed_follow_ups_with_one_person_are_one_line_the_oldest_first(unit, day):
    person = a_person(unit)
    for name, rung in (("Sårpleje", 3), ("Medicin", 2)):
        held(unit, a_task(unit, name), person, rung)
    day.on(60)
    found = matter(unit, "follow_up_overdue")
    assert (found.task_id, found.more) == (2, 1)


def test_a_leap_asks_to_be_looked_at_when_its_day_has_come_until_the_two_have_met(unit, day):
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 2, 2, 2)
    review = TODAY + timedelta(days=10)
    leap = Leap(gain="Ro", risk="Lidt", catch="Bo ser med", review_on=review)
    agreed(unit, task, person, 3, leap=leap, first_follow_up=TODAY + timedelta(days=30))
    day.on(9)
    assert kinds(unit) == []
    day.on(10)
    assert matter(unit, "leap_review").days == (review,)
    unit.following.hold(unit.trust.sheet(task, person).next_follow_up.id, Outcome.GOOD)
    assert kinds(unit) == []


def test_where_an_offer_waits_no_agreement_is_asked_for(unit, day):
    task, person = a_task(unit), a_person(unit)
    unit.planning.place(task, person, TODAY, 1)
    rated(unit, task, person, 4, 4, 4)
    assert kinds(unit) == ["no_agreement"]
    agreed(unit, task, person, 3, state=AgreementState.OFFERED)
    assert kinds(unit) == []
    day.on(1)
    assert kinds(unit) == ["offer_waiting"]


def test_an_offer_waits_from_the_day_after_and_a_new_one_stands_for_it(unit, day):
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 4, 4, 4)
    agreed(unit, task, person, 2, state=AgreementState.OFFERED)
    assert kinds(unit) == []
    day.on(1)
    found = matter(unit, "offer_waiting")
    assert (found.rung, found.days) == (2, (TODAY,))
    unit.trust.set_state(found.record, AgreementState.ACCEPTED)
    assert kinds(unit) == []


def test_a_red_line_wants_somebody_who_watches(unit):
    task = a_task(unit, red_lines=(RedLine(text="Aldrig alene"),))
    for name in ("Amina Holm", "Bo Lindskov"):
        person = a_person(unit, name)
        rated(unit, task, person, 4, 4, 4)
        agreed(unit, task, person, 2, watcher="")
    assert matter(unit, "red_line_unwatched").more == 1


def test_a_task_in_use_wants_to_be_described_and_clear(unit):
    unclear, bare, idle = a_task(unit, "A", clarity=2), a_task(unit, "B", clarity=None), a_task(unit, "C", clarity=1)
    held(unit, unclear, a_person(unit), rung=2)
    amina = a_person(unit, "Bo Lindskov", weekly_hours=37.0)
    unit.planning.place(bare, amina, TODAY, 1)
    found = {(m.kind, m.task_id) for m in unit.overview.look().matters}
    assert {("task_unclear", unclear), ("task_undescribed", bare)} <= found
    assert idle not in {m.task_id for m in unit.overview.look().matters}


def test_who_has_left_and_what_is_put_away_ask_for_nothing(unit, day):
    task, gone, person = a_task(unit), a_person(unit), a_person(unit, "Bo Lindskov")
    other = a_task(unit, "Medicin")
    held(unit, task, gone)
    held(unit, other, person)
    unit.breaches.note(task, gone, "Noget.")
    unit.register.save_person(Person(id=gone, name="Amina Holm", ended_on=TODAY), cases_stay=True)
    unit.register.archive_task(other)
    day.on(60)
    # But for the case that is still open: it is ended or deleted, and says so once.
    outlook = unit.overview.look()
    assert [(m.kind, m.record) for m in outlook.matters] == [("breach_left", 1)]
    assert (outlook.names[gone], outlook.tasks[task].name) == ("Amina Holm", "Sårpleje")
    unit.endings.delete([1], Reason.LEFT)
    assert unit.overview.look().matters == []
    assert unit.overview.look().follow_ups == []


def test_heavier_matters_come_first_and_people_stand_by_name(unit):
    for name in ("Åse Ørsted", "Bo Lindskov", "Amina Holm"):
        person = a_person(unit, name, weekly_hours=5.0)
        for part in range(1, 3 if name == "Amina Holm" else 4):
            unit.planning.place(a_task(unit, f"{name} {part}", clarity=1), person, TODAY, 3)
    found = unit.overview.look().matters
    assert [KINDS.index(m.kind) for m in found] == sorted(KINDS.index(m.kind) for m in found)
    names = [unit.register.assignee(m.assignee_id).name for m in found if m.kind == "overload_far"]
    assert names == ["Bo Lindskov", "Åse Ørsted"]


def test_the_follow_ups_of_the_week_are_those_still_to_be_held_with_their_times(unit, day):
    person = a_person(unit)
    for name in ("Sårpleje", "Medicin"):
        held(unit, a_task(unit, name), person, rung=3)
    first, second = (unit.trust.sheet(task, person).next_follow_up for task in (1, 2))
    thursday = TODAY + timedelta(days=3)
    unit.following.move(first.id, thursday, time(14, 0))
    unit.following.move(second.id, thursday, time(9, 30))
    found = unit.overview.look().follow_ups
    assert [(d.task_id, d.follow_up.due_at, d.rung) for d in found] == [(2, time(9, 30), 3), (1, time(14, 0), 3)]
    unit.following.hold(second.id, Outcome.GOOD)
    assert [d.task_id for d in unit.overview.look().follow_ups] == [1]


def test_a_holiday_is_noted_by_its_name():
    session = a_session(lambda: date(2027, 5, 3))
    assert session.overview.look("da").holidays == {date(2027, 5, 6): "Kristi himmelfartsdag"}
    assert session.overview.look("en").holidays == {date(2027, 5, 6): "Ascension Day"}


def reopened(session):
    """The same workspace, opened again."""
    return Session(session._workspace, session.today)


def test_the_first_visit_has_nothing_to_look_back_on(unit):
    a_task(unit)
    assert unit.visits.arrive() is None


def test_since_last_time_tells_how_often_what_was_done(unit):
    unit.visits.arrive()
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 3, 3, 3)
    rated(unit, task, person, 4, 4, 4)
    agreed(unit, task, person, 2)
    since = reopened(unit).visits.arrive()
    assert dict(since.counts) == {"ratings": 3, "agreements": 1, "tasks": 1, "people": 1}


def test_what_was_taken_back_does_not_count_and_what_was_done_again_does(unit):
    task, person = a_task(unit), a_person(unit)
    unit.visits.arrive()
    rated(unit, task, person, 4, 4, 4)
    unit.history.undo()
    agreed(unit, task, person, 1)
    unit.history.undo()
    unit.history.undo()
    unit.history.redo()
    unit.history.redo()
    assert dict(reopened(unit).visits.arrive().counts) == {"ratings": 2, "agreements": 1}


def test_a_visit_looks_back_to_the_one_before_and_stays_so_for_the_session(unit):
    unit.visits.arrive()
    a_task(unit)
    again = reopened(unit)
    assert again.visits.arrive() == again.visits.arrive()
    assert dict(again.visits.arrive().counts) == {"tasks": 1}
    assert reopened(unit).visits.arrive() is None


def test_a_visit_is_no_step_of_undo_and_leaves_the_steps_there_are(unit):
    a_task(unit)
    unit.history.undo()
    unit.visits.arrive()
    assert (unit.history.undo_label, unit.history.redo_label) == (None, "add_task")
    assert unit.check() == []


def test_a_disk_that_takes_no_note_keeps_nobody_out(unit, monkeypatch):
    def full(*_, **__):
        raise errors.StorageError("disk_full")

    monkeypatch.setattr(unit._workspace.database, "act", full)
    assert unit.visits.arrive() is None


@pytest.mark.parametrize("language", CODES)
def test_everything_that_can_be_said_has_words(language):
    said = words(language)
    assert set(said.section("today.matters")) == set(KINDS)
    assert set(said.section("today.since")) == {key for key, _ in COUNTED.values()}


def test_nothing_tells_two_people_apart_by_how_they_were_rated(unit):
    task = a_task(unit)
    for name, value in (("Bo Lindskov", 5), ("Amina Holm", 1)):
        person = a_person(unit, name, weekly_hours=2.0)
        rated(unit, task, person, value, value, value)
        unit.planning.place(task, person, TODAY, 5)
    before = unit.overview.look().matters
    names = [unit.register.assignee(m.assignee_id).name for m in before]
    assert names == ["Amina Holm", "Bo Lindskov"]
    assert len({replace(m, assignee_id=None) for m in before}) == 1

"""What leaves of a week: who and what is in it, and what a second calendar file does to the first."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.domain.week import Week
from tillid_planner.exchange.calendar import calendar_file
from tillid_planner.services.appointments import Naming
from tillid_planner.services.export import Way, day_text, hours_text, plan_text, span_text
from tillid_planner.services.register import new_id

WEEK = Week.of(TODAY)
MONDAY, TUESDAY = WEEK.days[:2]
DANISH, ENGLISH = words("da"), words("en")


@pytest.fixture
def unit():
    return a_session()


def meeting(unit, task, person, day=TUESDAY, at=None):
    """An agreement with one planned follow-up; returns the follow-up's id."""
    rated(unit, task, person, 4, 4, 4)
    agreement = agreed(unit, task, person, 4)
    planned = unit.trust.sheet(task, person).next_follow_up
    unit.following.move(planned.id, day, at)
    assert agreement.id
    return planned.id


def file_of(unit, first=WEEK.monday, last=WEEK.sunday, **more):
    entries = unit.appointments.entries(first, last, DANISH, **more)
    read = icalendar.Calendar.from_ical(calendar_file(entries, written_at=datetime.now(UTC)))
    return {
        str(e["UID"]): (str(e["SUMMARY"]), e.decoded("DTSTART"), str(e["STATUS"]), int(e["SEQUENCE"]))
        for e in read.walk("VEVENT")
    }


def merged(calendar, file):
    """What a calendar shows after taking in a file: the higher sequence wins, what is cancelled goes."""
    after = dict(calendar)
    for uid, event in file.items():
        if uid not in after or event[3] >= after[uid][3]:
            after[uid] = event
    return after


def shown(calendar):
    return sorted((title, start) for title, start, status, _ in calendar.values() if status == "CONFIRMED")


def test_a_title_says_follow_up_and_nothing_more_unless_asked(unit):
    meeting(unit, a_task(unit, "Sårpleje"), a_person(unit, "Amina Holm"))
    titles = [
        next(iter(file_of(unit, naming=naming).values()))[0]
        for naming in (Naming(), Naming(person=True), Naming(task=True), Naming(person=True, task=True))
    ]
    assert titles == [
        "Opfølgning",
        "Opfølgning: Amina Holm",
        "Opfølgning: Sårpleje",
        "Opfølgning: Amina Holm, Sårpleje",
    ]


def test_a_second_file_updates_and_doubles_nothing(unit):
    amina, bo = a_person(unit), a_person(unit, "Bo")
    task = a_task(unit)
    moved, kept = meeting(unit, task, amina), meeting(unit, task, bo, at=time(9))
    calendar = merged({}, file_of(unit))
    assert len(calendar) == 2
    assert merged(calendar, file_of(unit)) == calendar
    unit.following.move(moved, WEEK.days[3], time(13, 30))
    calendar = merged(calendar, file_of(unit))
    assert len(calendar) == 2
    starts = sorted(str(start)[:16] for _, start in shown(calendar))
    assert starts == [f"{TUESDAY} 09:00", f"{WEEK.days[3]} 13:30"]
    assert sorted(event[3] for event in calendar.values()) == [0, 1]
    assert kept


def test_moved_to_another_week_is_moved_in_the_calendar_too(unit):
    follow_up = meeting(unit, a_task(unit), a_person(unit))
    calendar = merged({}, file_of(unit))
    later = WEEK.after.monday
    unit.following.move(follow_up, later)
    calendar = merged(calendar, file_of(unit))
    assert shown(calendar) == [("Opfølgning", later)]
    assert merged(calendar, file_of(unit, later, later)) == calendar


def test_given_up_is_cancelled_and_taken_up_again_is_back(unit):
    task, amina = a_task(unit), a_person(unit)
    meeting(unit, task, amina)
    calendar = merged({}, file_of(unit))
    unit.trust.withdraw(unit.trust.sheet(task, amina).agreement.id)
    calendar = merged(calendar, file_of(unit))
    assert shown(calendar) == []
    assert merged(calendar, file_of(unit)) == calendar
    unit.history.undo()
    calendar = merged(calendar, file_of(unit))
    assert (len(calendar), shown(calendar)) == (1, [("Opfølgning", TUESDAY)])


def test_a_new_agreement_takes_the_place_of_the_old_ones_meetings(unit):
    task, amina = a_task(unit), a_person(unit)
    meeting(unit, task, amina)
    calendar = merged({}, file_of(unit))
    agreed(unit, task, amina, 3)
    new = unit.trust.sheet(task, amina).next_follow_up
    calendar = merged(calendar, file_of(unit, WEEK.monday, new.due_on))
    assert shown(calendar) == [("Opfølgning", new.due_on)]


def test_a_person_who_is_deleted_leaves_no_meeting_behind(unit):
    amina = a_person(unit)
    meeting(unit, a_task(unit), amina)
    calendar = merged({}, file_of(unit, naming=Naming(person=True)))
    unit.register.remove_assignee(amina)
    file = file_of(unit)
    assert shown(merged(calendar, file)) == []
    assert [event[0] for event in file.values()] == ["Opfølgning"]


def test_a_meeting_that_was_held_stays_as_it_was(unit):
    follow_up = meeting(unit, a_task(unit), a_person(unit), MONDAY)
    calendar = merged({}, file_of(unit))
    unit.following.hold(follow_up, Outcome.GOOD)
    assert merged(calendar, file_of(unit)) == calendar


def test_one_persons_file_holds_nothing_of_others_also_not_what_was_given_up(unit):
    task, amina, bo = a_task(unit), a_person(unit), a_person(unit, "Bo")
    meeting(unit, task, amina)
    meeting(unit, task, bo)
    assert len(file_of(unit)) == 2
    unit.trust.withdraw(unit.trust.sheet(task, bo).agreement.id)
    assert len(file_of(unit, only=unit.export.ids(WEEK, amina))) == 1
    assert len(file_of(unit, only=unit.export.ids(WEEK, bo))) == 1
    team = new_id(unit.register.add_team(Team(name="Aften", member_ids=(amina, bo))), Kind.ASSIGNEE)
    assert len(file_of(unit, only=unit.export.ids(WEEK, team))) == 2


def test_what_was_cancelled_long_ago_is_forgotten():
    day = TODAY
    unit = a_session(lambda: day)
    task, amina = a_task(unit), a_person(unit)
    meeting(unit, task, amina)
    assert file_of(unit)
    unit.trust.withdraw(unit.trust.sheet(task, amina).agreement.id)
    assert file_of(unit)
    day = TODAY + timedelta(days=60)
    file_of(unit, day, day)
    assert file_of(unit) == {}


def test_writing_a_file_is_no_step_of_undo_and_keeps_those_there_are(unit):
    follow_up = meeting(unit, a_task(unit), a_person(unit))
    unit.following.move(follow_up, WEEK.days[4])
    uids = set(file_of(unit))
    assert unit.history.undo_label == "move_follow_up"
    unit.history.undo()
    assert set(file_of(unit)) == uids
    assert unit.history.redo_label == "move_follow_up"


def test_every_way_out_is_logged_without_its_contents(unit):
    meeting(unit, a_task(unit), a_person(unit, "Kanariefugl"))
    file_of(unit, naming=Naming(person=True))
    file_of(unit, naming=Naming(person=True))
    for way in (Way.PRINT, Way.PDF, Way.SHEET, Way.TEXT):
        unit.export.note(way)
    rows = unit._workspace.database.rows("SELECT act, records FROM audit")
    acts = [row["act"] for row in rows]
    assert acts.count("export_calendar") == 2
    assert {"export_print", "export_pdf", "export_sheet", "export_text"} <= set(acts)
    assert "Kanariefugl" not in str(rows)
    assert unit.check() == []
    for act in Way:
        assert DANISH.text(f"acts.export_{act}")


def test_everybody_is_in_a_weeks_plan_by_name_and_teams_after(unit):
    for name in ("Østen Dam", "Aase Vig", "Ærø Lund", "Bo Lind", "Zoe Falk"):
        a_person(unit, name)
    unit.register.add_team(Team(name="Aften"))
    names = [row.name for row in unit.export.plan(WEEK, "da").rows]
    assert names == ["Bo Lind", "Zoe Falk", "Ærø Lund", "Østen Dam", "Aase Vig", "Aften"]


def test_a_team_is_itself_and_its_members_and_a_person_is_alone(unit):
    amina, bo = a_person(unit), a_person(unit, "Bo")
    team = new_id(unit.register.add_team(Team(name="Aften", member_ids=(bo,))), Kind.ASSIGNEE)
    assert [row.name for row in unit.export.plan(WEEK, "da", only=team).rows] == ["Bo", "Aften"]
    assert [row.name for row in unit.export.plan(WEEK, "da", only=amina).rows] == ["Amina Holm"]


def test_a_plan_has_no_rungs_unless_asked_for_and_never_a_reason(unit):
    task, amina = a_task(unit, hours_per_week=10.0), a_person(unit)
    rated(unit, task, amina, 4, 4, 4)
    agreed(unit, task, amina, 4)
    unit.planning.place(task, amina, MONDAY, 3)
    plain = unit.export.plan(WEEK, "da", only=amina).rows[0].days[0].tasks[0]
    asked = unit.export.plan(WEEK, "da", only=amina, rungs=True).rows[0].days[0].tasks[0]
    assert (plain.rung, plain.agreed, asked.rung, asked.agreed) == (None, None, 4, 4)


def test_a_persons_week_as_text(unit):
    task, amina = a_task(unit, "Sårpleje"), a_person(unit, role="SOSU-assistent")
    meeting(unit, task, amina, TUESDAY, time(9))
    unit.planning.place(task, amina, MONDAY, 2.5)
    unit.planning.add_absence(amina, WEEK.days[4], WEEK.days[4])
    plan = unit.export.plan(WEEK, "da", only=amina)
    assert plan_text(plan, DANISH) == (
        "Uge 48 · 23.–29. november 2026\n\nAmina Holm · SOSU-assistent\n\n"
        "Mandag 23. november\n• Sårpleje, 2,5 t\n\n"
        "Tirsdag 24. november\n• Opfølgning kl. 09.00: Sårpleje\n\n"
        "Fredag 27. november · Fravær\n"
    )
    assert "Monday 23 November\n• Sårpleje, 2.5 h\n" in plan_text(plan, ENGLISH)
    assert "trin" in plan_text(unit.export.plan(WEEK, "da", only=amina, rungs=True), DANISH)


def test_an_empty_week_says_so(unit):
    a_person(unit)
    assert "Ingen opgaver i denne uge" in plan_text(unit.export.plan(WEEK, "da"), DANISH)


@pytest.mark.parametrize(
    ("day", "danish", "english"),
    [
        (date(2026, 11, 23), "23.–29. november 2026", "23–29 November 2026"),
        (date(2026, 11, 30), "30. november – 6. december 2026", "30 November – 6 December 2026"),
        (date(2026, 12, 31), "28. december 2026 – 3. januar 2027", "28 December 2026 – 3 January 2027"),
    ],
)
def test_the_dates_of_a_week(day, danish, english):
    assert (span_text(Week.of(day), DANISH), span_text(Week.of(day), ENGLISH)) == (danish, english)


def test_hours_and_days_in_words():
    said = [hours_text(h, DANISH) for h in (2.0, 2.5, 2.75, 7.4, 0.1 + 0.2)]
    assert said == ["2 t", "2,5 t", "2,75 t", "7,4 t", "0,3 t"]
    assert day_text(date(2026, 3, 1), DANISH) == "Søndag 1. marts"


def test_a_plan_can_be_read_of_a_person_who_is_gone(unit):
    amina = a_person(unit)
    person = unit.register.assignee(amina)
    unit.register.save_person(replace(person, ended_on=MONDAY - timedelta(days=30)))
    assert unit.export.plan(WEEK, "da", only=amina).rows == ()

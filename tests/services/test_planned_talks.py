"""The day of a talk: planned, moved, given up, history when it was held; and neutral in what leaves."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from python_calamine import load_workbook

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, refused
from tests.services.breach_builders import a_pair, closed, noted, settled, talked
from tillid_planner.content import words
from tillid_planner.domain.breach import Track
from tillid_planner.domain.calendar_entry import MeetingSource
from tillid_planner.domain.case import Cause
from tillid_planner.domain.conversation import Side, StepKind
from tillid_planner.domain.week import Week
from tillid_planner.exchange.calendar import calendar_file
from tillid_planner.exchange.spreadsheet import plan_workbook
from tillid_planner.services import session as sessions
from tillid_planner.services.appointments import Naming
from tillid_planner.services.breach_sheet import Voice, case_file
from tillid_planner.services.deletion import Reason
from tillid_planner.services.export import plan_text, sheet_words

WEEK = Week.of(TODAY)
TUESDAY, THURSDAY = WEEK.days[1], WEEK.days[3]
DANISH = words("da")


@pytest.fixture
def clock():
    return MovingDay()


@pytest.fixture
def unit(clock):
    return a_session(clock)


class OfBreach:
    """The talk about a breach."""

    source = MeetingSource.BREACH

    def __init__(self, unit):
        self.unit, self.pair = unit, a_pair(unit)
        self.record = noted(unit, self.pair)

    def plan(self, day, at=None):
        return self.unit.talks.plan_case(self.record, day, at)

    def hold(self):
        talked(self.unit, self.record, Cause.RESOURCES)

    def remove(self):
        self.unit.endings.delete([self.record], Reason.MISTAKE)

    def stored(self):
        case = self.unit.cases.get(self.record)
        return case.planned_on, case.planned_at


class Prepared:
    """A conversation prepared from both sides."""

    source = MeetingSource.CONVERSATION

    def __init__(self, unit):
        self.unit, self.pair = unit, a_pair(unit)
        unit.conversations.begin(self.pair[1], [self.pair[0]])
        self.record = unit.conversations.under_way(self.pair[1]).id

    def plan(self, day, at=None):
        return self.unit.talks.plan_conversation(self.record, day, at)

    def hold(self):
        sheets, task = self.unit.conversations, self.pair[0]
        for side in Side:
            sheets.write(self.record, task, side, rung=4, reason="")
            sheets.close_half(self.record, side)
        sheets.end(self.record, "Prøv en uge", kind=StepKind.RUNG, task_id=task, on=self.unit.today())

    def remove(self):
        self.unit.conversations.remove(self.record)

    def stored(self):
        conversation = self.unit.conversations.read(self.record, Side.LEADER).conversation
        return conversation.planned_on, conversation.planned_at


@pytest.fixture(params=[OfBreach, Prepared])
def talk(request, unit):
    return request.param(unit)


def due(unit, last=date.max):
    return [(t.source, t.record, t.day, t.at) for t in unit.talks.until(last)]


def file_of(unit, **more):
    entries = unit.appointments.entries(WEEK.monday, WEEK.sunday, DANISH, **more)
    data = calendar_file(entries, written_at=datetime.now(UTC))
    return {
        str(e["UID"]): (
            str(e["SUMMARY"]),
            e.decoded("DTSTART"),
            str(e["STATUS"]),
            int(e["SEQUENCE"]),
            [str(a["DESCRIPTION"]) for a in e.walk("VALARM")],
        )
        for e in icalendar.Calendar.from_ical(data).walk("VEVENT")
        if "Opfølgning" not in str(e["SUMMARY"])
    }


def test_planned_moved_and_given_up_each_as_one_step_of_undo(unit, talk):
    assert talk.plan(TUESDAY, time(9, 30))
    assert due(unit) == [(talk.source, talk.record, TUESDAY, time(9, 30))]
    talk.plan(THURSDAY)
    assert talk.stored() == (THURSDAY, None)
    talk.plan(None)
    assert due(unit) == []
    assert unit.history.undo()
    assert talk.stored() == (THURSDAY, None)
    unit.history.undo()
    assert talk.stored() == (TUESDAY, time(9, 30))
    unit.history.undo()
    assert talk.stored() == (None, None)


def test_nothing_new_changes_nothing(unit, talk, clock):
    talk.plan(TUESDAY)
    clock.day = THURSDAY
    assert not talk.plan(TUESDAY)


@pytest.mark.parametrize(
    ("day", "at", "fault"),
    [
        (TODAY - timedelta(days=1), None, ("planned_on", "in_the_past")),
        (date(3000, 1, 1), None, ("planned_on", "day_out_of_range")),
        (None, time(9), ("planned_at", "time_without_day")),
    ],
)
def test_what_cannot_be_planned_is_refused_beside_its_field(talk, day, at, fault):
    assert refused(lambda: talk.plan(day, at)) == {fault}
    assert talk.stored() == (None, None)


def test_held_it_is_history_and_nothing_is_due(unit, talk):
    talk.plan(TUESDAY, time(9))
    talk.hold()
    assert due(unit) == []
    assert talk.stored() == (TUESDAY, time(9))
    assert refused(lambda: talk.plan(THURSDAY)) == {("planned_on", "talk_was_held")}
    assert refused(lambda: talk.plan(None)) == {("planned_on", "talk_was_held")}


def test_a_closed_case_plans_nothing(unit):
    case = noted(unit, a_pair(unit))
    talked(unit, case, Cause.RESOURCES)
    settled(unit, case)
    closed(unit, case)
    assert ("planned_on", "case_closed") in refused(lambda: unit.talks.plan_case(case, TUESDAY))


def test_what_goes_to_hr_first_is_planned_after_their_advice_and_can_be_given_up_before(unit):
    case = noted(unit, a_pair(unit))
    unit.talks.plan_case(case, TUESDAY)
    unit.cases.choose_track(case, Track.FORMAL, deliberate=True)
    assert refused(lambda: unit.talks.plan_case(case, THURSDAY)) == {("planned_on", "advice_first")}
    unit.talks.plan_case(case, None)
    unit.cases.set_advised(case, unit.today())
    assert unit.talks.plan_case(case, THURSDAY)


def test_talks_stand_by_day_and_time(unit):
    first, second = a_person(unit, "Bo Lindskov"), a_person(unit, "Line Toft")
    task = a_task(unit)
    for person, at in ((first, time(13)), (second, time(8))):
        unit.conversations.begin(person, [task])
        unit.talks.plan_conversation(unit.conversations.under_way(person).id, TUESDAY, at)
    assert [t.assignee_id for t in unit.talks.until(TUESDAY)] == [second, first]
    assert unit.talks.until(TODAY) == []


# -- in the calendar


@pytest.mark.parametrize("naming", [Naming(), Naming(task=True)])
def test_a_talk_is_called_a_talk_and_nothing_more(unit, talk, naming):
    talk.plan(TUESDAY, time(9))
    [(title, start, status, sequence, reminders)] = file_of(unit, naming=naming).values()
    assert (title, status, sequence, reminders) == ("Samtale", "CONFIRMED", 0, ["Samtale"])
    assert start.astimezone(UTC) == datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_both_kinds_of_talk_are_told_alike(unit):
    shown = []
    for kind in (OfBreach, Prepared):
        made = kind(unit)
        made.plan(TUESDAY)
        [event] = file_of(unit, naming=Naming(person=True, task=True), only=[made.pair[1]]).values()
        shown.append(event)
    assert shown[0] == shown[1]
    assert shown[0][0] == "Samtale: Amina Holm"


def test_moved_it_is_the_same_meeting_with_its_new_day(unit, talk):
    talk.plan(TUESDAY)
    [uid] = file_of(unit)
    assert file_of(unit)[uid][3] == 0
    talk.plan(THURSDAY + timedelta(days=7))
    assert file_of(unit)[uid][1:4] == (THURSDAY + timedelta(days=7), "CONFIRMED", 1)


def test_given_up_it_is_cancelled_without_a_reminder_and_planned_again_it_is_back(unit, talk):
    talk.plan(TUESDAY)
    [uid] = file_of(unit)
    talk.plan(None)
    assert file_of(unit)[uid] == ("Samtale", TUESDAY, "CANCELLED", 1, [])
    talk.plan(THURSDAY)
    assert file_of(unit)[uid][1:4] == (THURSDAY, "CONFIRMED", 2)


def test_deleted_it_is_cancelled(unit, talk):
    talk.plan(TUESDAY)
    [uid] = file_of(unit)
    talk.remove()
    assert file_of(unit)[uid][2] == "CANCELLED"


def test_a_deleted_case_leaves_no_trace_of_a_talk_about_a_breach(tmp_path, clock):
    made, _ = sessions.create(tmp_path / "Nord", "Nord", "hestesko kantsten", today=clock)
    kept = Prepared(made)
    kept.plan(TUESDAY)
    talk = OfBreach(made)
    talk.plan(THURSDAY)
    before = file_of(made)
    made.backup()
    talk.remove()
    database = made._workspace.database
    assert database.rows("SELECT record FROM calendar_entry WHERE source = 'breach'") == []
    after = file_of(made)
    assert after.keys() == before.keys()
    assert sorted(event[2] for event in after.values()) == ["CANCELLED", "CONFIRMED"]
    # The number of the row that went for good is not that of another's.
    another = OfBreach(made)
    another.plan(THURSDAY)
    assert len(file_of(made)) == 3
    made.close()
    again = sessions.open_with_passphrase(tmp_path / "Nord", "hestesko kantsten")
    assert len(again._workspace.database.rows("SELECT * FROM calendar_entry")) == 3
    again.close()
    copies = list((tmp_path / "Nord").rglob("*.tillid-backup")) or list((tmp_path / "Nord" / "backups").iterdir())
    assert copies
    for number, copy in enumerate(copies):
        sessions.restore(copy, tmp_path / f"copy{number}", passphrase="hestesko kantsten")
        restored = sessions.open_with_passphrase(tmp_path / f"copy{number}", "hestesko kantsten")
        rows = restored._workspace.database.rows("SELECT * FROM calendar_entry WHERE source = 'breach'")
        assert [row["record"] for row in rows if row["record"] != another.record] == []
        restored.close()


def test_held_it_stays_in_the_calendar_as_it_was(unit, talk):
    talk.plan(TUESDAY)
    assert len(file_of(unit)) == 1
    talk.hold()
    assert file_of(unit) == {}


def test_the_count_is_that_of_the_file(unit, talk):
    before = unit.appointments.count(WEEK.monday, WEEK.sunday)
    talk.plan(TUESDAY)
    assert unit.appointments.count(WEEK.monday, WEEK.sunday) == before + 1


# -- on Today, in the week, and in what leaves of it


def test_today_holds_the_weeks_talks_and_those_that_should_have_been_held(unit, talk, clock):
    talk.plan(THURSDAY, time(9))
    assert [(t.record, t.overdue(TODAY)) for t in unit.overview.look().talks] == [(talk.record, False)]
    clock.day = TODAY + timedelta(days=14)
    assert [t.overdue(clock.day) for t in unit.overview.look().talks] == [True]
    talk.hold()
    assert unit.overview.look().talks == []


def test_todays_list_holds_none_of_next_week_nor_of_who_has_left(unit, talk, clock):
    talk.plan(THURSDAY + timedelta(days=7))
    assert unit.overview.look().talks == []
    talk.plan(THURSDAY)
    person = unit.register.assignee(talk.pair[1])
    unit.register.save_person(replace(person, ended_on=TODAY), cases_stay=True)
    clock.day = TUESDAY
    assert unit.overview.look().talks == []


def test_the_week_has_it_on_its_day_until_it_is_held(unit, talk):
    talk.plan(THURSDAY, time(9))
    row = unit.planning.board(WEEK).row(talk.pair[1])
    assert {day: [t.at for t in talks] for day, talks in row.talks.items()} == {THURSDAY: [time(9)]}
    assert not unit.planning.board(WEEK.after).row(talk.pair[1]).talks
    talk.hold()
    assert not unit.planning.board(WEEK).row(talk.pair[1]).talks


@pytest.mark.parametrize(
    ("language", "plain", "timed", "kind"),
    [
        ("da", "• Samtale", "• Samtale kl. 13.30", "Samtale"),
        ("en", "• Conversation", "• Conversation at 13:30", "Conversation"),
    ],
)
def test_what_leaves_of_the_week_says_a_talk_and_not_what_about(unit, talk, language, plain, timed, kind):
    said = words(language)
    talk.plan(THURSDAY)
    assert plain in plan_text(unit.export.plan(WEEK, language), said).splitlines()
    talk.plan(THURSDAY, time(13, 30))
    plan = unit.export.plan(WEEK, language, rungs=True)
    text = plan_text(plan, said)
    assert timed in text.splitlines()
    assert "brud" not in text.lower()
    assert "breach" not in text.lower()
    book = load_workbook(io.BytesIO(plan_workbook([plan], sheet_words(said, [WEEK]))))
    cells = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    assert [row[3:7] for row in cells if kind in row] == [[kind, "", "", time(13, 30)]]


def test_both_see_on_paper_what_was_planned(unit):
    case = noted(unit, a_pair(unit))
    voice = Voice(DANISH, lambda day: f"den {day.day}.", TODAY)

    def paper():
        sheet = case_file(unit.cases.view(case), voice)
        return [entry.text for section in sheet.sections for entry in section.entries]

    unit.talks.plan_case(case, THURSDAY)
    assert "Samtale planlagt til den 26." in paper()
    unit.talks.plan_case(case, THURSDAY, time(9, 30))
    assert "Samtale planlagt til den 26. kl. 09.30" in paper()

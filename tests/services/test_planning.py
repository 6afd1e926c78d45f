"""The week plan: placing, moving, loads, the rung this week, recurring tasks, absences, copies and templates."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import InvalidInput, NotFound
from tillid_planner.domain.week import Placement, Week
from tillid_planner.services.board import lay_out
from tillid_planner.services.conflicts import conflicts
from tillid_planner.services.register import new_id

WEEK = Week.of(TODAY)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = WEEK.days[:5]


@pytest.fixture
def unit():
    return a_session()


def held(session, task_id, person_id, *values, rung=4):
    rated(session, task_id, person_id, *values)
    return agreed(session, task_id, person_id, rung)


def card(session, task_id, person_id, day):
    found = session.planning.board(Week.of(day)).card(task_id, person_id, day)
    assert found is not None
    return found


def kinds(session, week=WEEK):
    return [conflict.kind for conflict in conflicts(session.planning.board(week))]


def test_everybody_is_on_the_board_also_with_nothing(unit):
    a_person(unit, "Amina Holm")
    a_person(unit, "Bo Lindskov")
    unit.register.add_team(Team(name="Aften"))
    assert [row.assignee.name for row in unit.planning.board(WEEK).rows] == ["Amina Holm", "Bo Lindskov", "Aften"]


def test_a_placed_task_leaves_the_tray_by_what_was_placed_of_it(unit):
    task, amina = a_task(unit, hours_per_week=10.0), a_person(unit, weekly_hours=37.0)
    unit.planning.place(task, amina, MONDAY)
    board = unit.planning.board(WEEK)
    assert board.card(task, amina, MONDAY).placement.hours == 7.4
    assert [(u.task.id, u.hours, u.partly) for u in board.tray] == [(task, pytest.approx(2.6), True)]
    unit.planning.place(task, amina, TUESDAY)
    assert unit.planning.board(WEEK).tray == []


def test_a_task_without_hours_waits_in_the_tray_until_it_is_placed_anywhere(unit):
    task, amina = a_task(unit), a_person(unit)
    assert [u.hours for u in unit.planning.board(WEEK).tray] == [None]
    unit.planning.place(task, amina, FRIDAY)
    assert unit.planning.board(WEEK).tray == []


def test_available_hours_fall_by_a_fifth_for_a_holiday_and_for_each_day_away(unit):
    amina = a_person(unit, weekly_hours=32.0)
    ascension = Week.of(date(2027, 5, 6))
    assert unit.planning.board(ascension).row(amina).available == pytest.approx(25.6)
    unit.planning.add_absence(amina, date(2027, 5, 3), date(2027, 5, 4))
    assert unit.planning.board(ascension).row(amina).available == pytest.approx(12.8)


def test_an_overfull_week_lowers_the_rung_of_tight_tasks_and_leaves_the_agreement(unit):
    tight, roomy = a_task(unit, "Stram"), a_task(unit, "Rummelig")
    amina = a_person(unit, weekly_hours=10.0)
    held(unit, tight, amina, 4, 4, 4)
    held(unit, roomy, amina, 4, 4, 5)
    unit.planning.place(tight, amina, MONDAY, 6)
    unit.planning.place(roomy, amina, TUESDAY, 5.5)
    board = unit.planning.board(WEEK)
    assert board.row(amina).load == pytest.approx(1.15)
    assert board.row(amina).over == 1.5
    assert (board.card(tight, amina, MONDAY).rung, board.card(tight, amina, MONDAY).lowered) == (3, True)
    assert (board.card(roomy, amina, TUESDAY).rung, board.card(roomy, amina, TUESDAY).lowered) == (4, False)
    assert unit.trust.sheet(tight, amina).agreement.rung == 4
    relieved = board.moved(board.card(roomy, amina, TUESDAY).placement, amina, Week.of(TODAY).after.monday)
    assert relieved.row(amina).planned == 11.5  # another week's day is still this person's hours until it is stored
    unit.planning.set_hours(board.card(roomy, amina, TUESDAY).placement, 4)
    assert unit.planning.board(WEEK).card(tight, amina, MONDAY).rung == 4


def test_a_board_with_a_card_elsewhere_is_the_board_there_would_be(unit):
    task, amina, bo = a_task(unit), a_person(unit, weekly_hours=10.0), a_person(unit, "Bo", weekly_hours=30.0)
    held(unit, task, amina, 4, 4, 4)
    held(unit, task, bo, 4, 4, 4, rung=3)
    unit.planning.place(task, amina, MONDAY, 12)
    before = unit.planning.board(WEEK)
    preview = before.moved(before.card(task, amina, MONDAY).placement, bo, TUESDAY)
    unit.planning.move(before.card(task, amina, MONDAY).placement, bo, TUESDAY)
    after = unit.planning.board(WEEK)
    assert [(r.planned, r.load) for r in preview.rows] == [(r.planned, r.load) for r in after.rows]
    assert preview.card(task, bo, TUESDAY).rung == after.card(task, bo, TUESDAY).rung == 3
    assert before.card(task, amina, MONDAY) is not None


def test_moving_onto_the_same_task_adds_the_hours_and_is_one_undo(unit):
    task, amina = a_task(unit), a_person(unit)
    unit.planning.place(task, amina, MONDAY, 2)
    unit.planning.place(task, amina, TUESDAY, 3)
    unit.planning.move(card(unit, task, amina, MONDAY).placement, amina, TUESDAY)
    assert card(unit, task, amina, TUESDAY).placement.hours == 5
    unit.history.undo()
    assert card(unit, task, amina, MONDAY).placement.hours == 2
    assert card(unit, task, amina, TUESDAY).placement.hours == 3


def test_some_of_a_cards_hours_move_and_the_rest_stays(unit):
    task, amina, bo = a_task(unit), a_person(unit, weekly_hours=10.0), a_person(unit, "Bo", weekly_hours=10.0)
    unit.planning.place(task, amina, MONDAY, 6)
    before = unit.planning.board(WEEK)
    preview = before.moved(before.card(task, amina, MONDAY).placement, bo, TUESDAY, 2)
    unit.planning.move(card(unit, task, amina, MONDAY).placement, bo, TUESDAY, 2)
    after = unit.planning.board(WEEK)
    assert (after.row(amina).planned, after.row(bo).planned) == (4, 2)
    assert [r.planned for r in preview.rows] == [r.planned for r in after.rows]
    unit.history.undo()
    assert card(unit, task, amina, MONDAY).placement.hours == 6


def test_a_board_reckoned_from_the_one_before_is_the_board_reckoned_anew(unit):
    chance = random.Random(7)
    people = [a_person(unit, f"P{n}", weekly_hours=float(chance.randint(5, 30))) for n in range(8)]
    tasks = [a_task(unit, f"T{n}", hours_per_week=float(chance.randint(1, 12))) for n in range(6)]
    for number in range(2):
        unit.register.add_team(Team(name=f"Hold {number}", member_ids=tuple(chance.sample(people, 3))))
    teams = [team.id for team in unit.register.teams()]
    for task in tasks:
        held(unit, task, chance.choice(people), 4, 4, 4)
    for _ in range(25):
        unit.planning.place(chance.choice(tasks), chance.choice(people + teams), chance.choice(WEEK.days), 1.5)
    board = unit.planning.board(WEEK)
    for _ in range(60):
        cards = [c for row in board.rows for c in row.all_cards]
        who, day = chance.choice(people + teams), chance.choice(WEEK.days)
        act = chance.choice(["moved", "placed", "without"])
        if act == "moved":
            board = board.moved(chance.choice(cards).placement, who, day, chance.choice([None, 0.5]))
        elif act == "placed":
            board = board.placed(Placement(task_id=chance.choice(tasks), assignee_id=who, day=day, hours=1.0))
        else:
            board = board.without(chance.choice(cards).placement)
        anew = lay_out(board.facts)
        assert [(r.planned, r.load, r.all_cards) for r in board.rows] == [
            (r.planned, r.load, r.all_cards) for r in anew.rows
        ]
        assert board.tray == anew.tray


def test_spreading_takes_all_hours_of_the_task_with_somebody_in_the_week(unit):
    task, amina = a_task(unit), a_person(unit)
    held(unit, task, amina, 4, 4, 4)
    unit.planning.recur(task, amina, {3: 1.0}, MONDAY)
    unit.planning.place(task, amina, MONDAY, 4)
    unit.planning.place(task, amina, FRIDAY, 1)
    unit.planning.spread(card(unit, task, amina, FRIDAY).placement, [TUESDAY, THURSDAY])
    spread = [(p.day, p.hours) for p in unit.planning.board(WEEK).of_pair(task, amina)]
    assert spread == [(TUESDAY, 3), (THURSDAY, 3)]


def test_spreading_a_card_keeps_its_hours(unit):
    task, amina = a_task(unit), a_person(unit)
    unit.planning.place(task, amina, MONDAY, 4)
    unit.planning.spread(card(unit, task, amina, MONDAY).placement, [MONDAY, WEDNESDAY, FRIDAY])
    board = unit.planning.board(WEEK)
    assert [board.card(task, amina, day).placement.hours for day in (MONDAY, WEDNESDAY, FRIDAY)] == [1.5, 1.25, 1.25]
    unit.history.undo()
    assert card(unit, task, amina, MONDAY).placement.hours == 4


@pytest.mark.parametrize(
    ("hours", "code"), [(25, "out_of_range"), (-1, "out_of_range"), (float("nan"), "out_of_range"), (0, "required")]
)
def test_hours_no_day_has_are_refused(unit, hours, code):
    task, amina = a_task(unit), a_person(unit)
    with pytest.raises(InvalidInput) as refused:
        unit.planning.place(task, amina, MONDAY, hours)
    assert refused.value.faults[0].code == code


def test_a_day_holds_24_hours_of_all_tasks_together(unit):
    one, two, amina = a_task(unit, "En"), a_task(unit, "To"), a_person(unit)
    unit.planning.place(one, amina, MONDAY, 20)
    with pytest.raises(InvalidInput) as refused:
        unit.planning.place(two, amina, MONDAY, 5)
    assert (refused.value.faults[0].code, refused.value.faults[0].params) == ("more_than_a_day", {"hours": 4})
    unit.planning.place(two, amina, MONDAY, 4)


def test_days_far_away_are_refused(unit):
    task, amina = a_task(unit), a_person(unit)
    with pytest.raises(InvalidInput) as refused:
        unit.planning.place(task, amina, date(1, 1, 1), 1)
    assert refused.value.faults[0].code == "day_out_of_range"


def test_somebody_who_has_left_gets_nothing_new_and_keeps_what_must_be_moved(unit):
    task, amina = a_task(unit), a_person(unit)
    held(unit, task, amina, 4, 4, 4)
    unit.planning.place(task, amina, FRIDAY, 2)
    person = unit.register.assignee(amina)
    unit.register.save_person(replace(person, ended_on=MONDAY - timedelta(days=1)))
    assert kinds(unit) == ["left"]
    with pytest.raises(InvalidInput) as refused:
        unit.planning.place(task, amina, THURSDAY, 1)
    assert refused.value.faults[0].code == "has_left"


def test_a_task_deleted_while_its_card_is_dragged_is_not_found_and_nothing_else_happens(unit):
    task, amina, bo = a_task(unit), a_person(unit), a_person(unit, "Bo")
    unit.planning.place(task, amina, MONDAY, 2)
    dragged = card(unit, task, amina, MONDAY).placement
    unit.register.remove_task(task)
    with pytest.raises(NotFound):
        unit.planning.move(dragged, bo, TUESDAY)
    assert unit.planning.board(WEEK).row(bo).all_cards == ()


def test_a_recurring_task_places_itself_from_its_agreement_and_not_on_days_off(unit):
    task, amina = a_task(unit, hours_per_week=6.0), a_person(unit, weekly_hours=37.0)
    with pytest.raises(InvalidInput) as refused:
        unit.planning.recur(task, amina, {0: 2.0}, MONDAY)
    assert refused.value.faults[0].code == "no_agreement"
    held(unit, task, amina, 4, 4, 4)
    unit.planning.recur(task, amina, {0: 2.0, 1: 2.0, 2: 2.0}, MONDAY)
    unit.planning.add_absence(amina, TUESDAY, TUESDAY)
    board = unit.planning.board(WEEK)
    assert [c.placement.day for c in board.row(amina).all_cards] == [MONDAY, WEDNESDAY]
    assert [u.hours for u in board.tray] == [2.0]
    assert "uncovered" in [c.kind for c in conflicts(board)]
    christmas = Week.of(date(2026, 12, 21))
    unit.planning.recur(task, amina, {4: 3.0}, MONDAY)
    assert unit.planning.board(christmas).row(amina).all_cards == ()
    assert unit.planning.board(WEEK.before).row(amina).all_cards == ()


def test_a_recurring_card_moved_in_one_week_comes_back_the_next(unit):
    task, amina, bo = a_task(unit), a_person(unit), a_person(unit, "Bo")
    held(unit, task, amina, 4, 4, 4)
    unit.planning.recur(task, amina, {0: 2.0}, MONDAY)
    unit.planning.move(card(unit, task, amina, MONDAY).placement, bo, TUESDAY)
    board = unit.planning.board(WEEK)
    assert (board.row(amina).all_cards, len(board.row(bo).all_cards)) == ((), 1)
    assert card(unit, task, amina, MONDAY + timedelta(days=7)).placement.recurring
    unit.planning.remove(card(unit, task, amina, MONDAY + timedelta(days=7)).placement)
    assert unit.planning.board(WEEK.after).row(amina).all_cards == ()
    unit.planning.place(task, amina, MONDAY, 1)
    assert card(unit, task, amina, MONDAY).placement.hours == 1


def test_a_recurring_task_ends_with_its_agreement(unit):
    task, amina = a_task(unit), a_person(unit)
    agreement = held(unit, task, amina, 4, 4, 4)
    unit.planning.recur(task, amina, {0: 2.0}, MONDAY)
    unit.trust.withdraw(agreement.id)
    assert unit.planning.board(WEEK).row(amina).all_cards == ()


def test_what_is_placed_is_a_workday_at_most_and_leaves_no_crumb(unit):
    amina = a_person(unit, weekly_hours=30.5)
    for hours, placed in ((6.5, 6.5), (12.0, 6.1), (7.0, 7.0), (7.5, 6.1), (0.5, 0.5)):
        task = a_task(unit, f"Opgave {hours}", hours_per_week=hours)
        unit.planning.place(task, amina, MONDAY)
        assert card(unit, task, amina, MONDAY).placement.hours == placed
        unit.planning.remove(card(unit, task, amina, MONDAY).placement)


def test_a_week_is_copied_without_what_cannot_be_done(unit):
    task, other, amina, bo = a_task(unit), a_task(unit, "Anden"), a_person(unit), a_person(unit, "Bo")
    unit.planning.place(task, amina, MONDAY, 2)
    unit.planning.place(task, bo, TUESDAY, 3)
    unit.planning.place(other, bo, WEDNESDAY, 1)
    following = WEEK.after
    unit.planning.add_absence(bo, following.days[1], following.days[1])
    unit.planning.place(other, bo, following.days[2], 5)
    unit.planning.copy_week(WEEK, following)
    board = unit.planning.board(following)
    assert board.card(task, amina, following.monday).placement.hours == 2
    assert board.card(task, bo, following.days[1]) is None
    assert board.card(other, bo, following.days[2]).placement.hours == 5
    unit.history.undo()
    assert unit.planning.board(following).card(task, amina, following.monday) is None


def test_a_named_week_can_be_used_again(unit):
    task, amina = a_task(unit), a_person(unit)
    with pytest.raises(InvalidInput):
        unit.planning.save_template("Lige uge", WEEK)
    unit.planning.place(task, amina, THURSDAY, 2)
    unit.planning.save_template(" Lige uge ", WEEK)
    with pytest.raises(InvalidInput) as refused:
        unit.planning.save_template("lige uge", WEEK)
    assert refused.value.faults[0].code == "template_name_taken"
    [template] = unit.planning.templates()
    new_year = Week.of(date(2026, 12, 31))
    assert (new_year.number, new_year.year) == (53, 2026)
    unit.planning.apply_template(template.id, new_year)
    assert card(unit, task, amina, date(2026, 12, 31)).placement.hours == 2
    unit.planning.remove_template(template.id)
    assert unit.planning.templates() == []
    assert card(unit, task, amina, date(2026, 12, 31)).placement.hours == 2


def test_week_53_is_followed_by_week_1_and_the_ends_of_time_stay_put():
    last = Week.of(date(2027, 1, 3))
    assert (last.number, last.after.number, last.after.year) == (53, 1, 2027)
    assert Week.of(date(2000, 1, 3)).before == Week.of(date(2000, 1, 3))
    assert Week.of(date(2099, 12, 27)).after == Week.of(date(2099, 12, 27))


def test_a_team_shares_its_members_hours(unit):
    task, own = a_task(unit), a_task(unit, "Egen")
    amina, bo = a_person(unit, weekly_hours=20.0), a_person(unit, "Bo", weekly_hours=20.0)
    team = new_id(unit.register.add_team(Team(name="Aften", member_ids=(amina, bo))), Kind.ASSIGNEE)
    unit.planning.place(own, amina, MONDAY, 10)
    unit.planning.place(task, team, MONDAY, 20)
    row = unit.planning.board(WEEK).row(team)
    assert (row.available, row.planned, row.load) == (40, 30, 0.75)


def test_hours_that_are_not_known_give_no_load(unit):
    task, amina = a_task(unit), a_person(unit)
    unit.planning.place(task, amina, MONDAY, 20)
    assert unit.planning.board(WEEK).row(amina).load is None
    assert unit.planning.board(WEEK).row(amina).over == 0


def test_conflicts_name_everyone_who_holds_the_task_and_has_hours_free(unit):
    task = a_task(unit, hours_per_week=12.0)
    amina, bo, carl, dina = (a_person(unit, name, weekly_hours=10.0) for name in ("A", "B", "C", "D"))
    for person in (amina, bo, carl):
        held(unit, task, person, 4, 4, 5)
    unit.planning.place(task, amina, MONDAY, 12.5)
    unit.planning.place(a_task(unit, "Fuld"), carl, MONDAY, 10)
    found = {c.kind: c for c in conflicts(unit.planning.board(WEEK))}
    over = found["overload_far"]
    assert (over.assignee_id, over.percent, over.hours, over.others) == (amina, 125, 2.5, (bo,))
    assert dina not in over.others


def test_what_is_not_delegable_or_has_no_agreement_is_said(unit):
    forbidden, task = a_task(unit, "Lovens", legal_ceiling=0, legal_basis="Loven"), a_task(unit)
    amina = a_person(unit)
    unit.planning.place(forbidden, amina, MONDAY, 1)
    unit.planning.place(task, amina, TUESDAY, 1)
    assert kinds(unit) == ["not_delegable", "no_agreement"]


def test_an_absence_asks_who_stands_in_when_nobody_else_holds_the_task(unit):
    task, amina, bo = a_task(unit), a_person(unit), a_person(unit, "Bo")
    held(unit, task, amina, 4, 4, 4)
    unit.planning.add_absence(amina, MONDAY, FRIDAY)
    assert kinds(unit) == ["no_deputy"]
    held(unit, task, bo, 4, 4, 4)
    assert kinds(unit) == []


def test_a_follow_up_that_was_due_is_said_in_the_week_of_today_only():
    day = TODAY
    unit = a_session(lambda: day)
    task, amina = a_task(unit), a_person(unit)
    held(unit, task, amina, 4, 4, 4)
    due = unit.trust.sheet(task, amina).next_follow_up
    day = due.due_on + timedelta(days=3)
    assert kinds(unit, Week.of(day)) == ["follow_up_overdue"]
    assert kinds(unit, Week.of(day).after) == []
    unit.following.move(due.id, day + timedelta(days=1))
    assert kinds(unit, Week.of(day)) == []

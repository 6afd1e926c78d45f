from datetime import date, timedelta

import pytest

from tests.builders import TODAY, a_demo
from tillid_planner.domain.case import BreachStatus
from tillid_planner.domain.week import Week
from tillid_planner.services import demo
from tillid_planner.services import session as sessions
from tillid_planner.services.conflicts import conflicts


@pytest.fixture(scope="module")
def unit():
    calendar = demo.Calendar(TODAY)
    session = sessions.in_memory(demo.name(), calendar)
    demo.fill(session, calendar)
    return session


def sheets(unit):
    return [unit.trust.sheet(task, assignee) for assignee, task in unit.matrix.grid().cells]


def test_the_unit_has_fourteen_people_two_teams_and_twenty_four_tasks(unit):
    assert (len(unit.register.people()), len(unit.register.teams()), len(unit.register.tasks())) == (14, 2, 24)
    assert unit.today() == TODAY
    assert unit.check() == []


def test_it_spans_four_months(unit):
    days = [(TODAY - rating.rated_on).days for sheet in sheets(unit) for rating in sheet.past_ratings]
    assert max(days) > 110
    assert min(days) < 7


def test_it_has_a_repaired_breach_and_one_that_is_open(unit):
    statuses = [b.status for sheet in sheets(unit) for b in sheet.breaches]
    assert BreachStatus.CLOSED in statuses
    assert BreachStatus.OPEN in statuses


def test_somebody_holds_more_hours_than_she_has(unit):
    hours = {}
    for sheet in sheets(unit):
        if sheet.agreement and not sheet.assignee.is_team:
            hours[sheet.assignee.id] = hours.get(sheet.assignee.id, 0) + (sheet.task.hours_per_week or 0)
    people = {p.id: p for p in unit.register.people()}
    assert any(total > (people[who].weekly_hours or 0) for who, total in hours.items())


def test_there_is_a_task_nobody_holds_and_an_employee_who_sees_it_otherwise(unit):
    held = {task for _, task in unit.matrix.grid().cells}
    assert any(t.id not in held and t.legal_ceiling > 0 for t in unit.register.tasks())
    assert any(
        rating.value != sheet.ratings[dimension].value
        for sheet in sheets(unit)
        for dimension, rating in sheet.employee_ratings.items()
    )


def test_there_is_a_leap_an_offer_a_pause_and_room_for_a_step(unit):
    grid = unit.matrix.grid()
    assert any(sheet.agreement and sheet.agreement.leap for sheet in sheets(unit))
    assert any(cell.offer is not None for cell in grid.cells.values())
    assert any(cell.agreed == 0 for cell in grid.cells.values())
    assert any(cell.agreed and cell.suggested and cell.suggested > cell.agreed for cell in grid.cells.values())


@pytest.mark.parametrize("day", [TODAY + timedelta(days=n) for n in (0, 2, 4, 5, 6)] + [date(2026, 12, 24)])
def test_the_week_shows_what_a_week_can_be_whatever_day_it_is_opened(day):
    calendar = demo.Calendar(day)
    session = sessions.in_memory(demo.name(), calendar)
    demo.fill(session, calendar)
    board = session.planning.board(Week.of(day))
    kinds = [conflict.kind for conflict in conflicts(board)]
    assert {"overload", "overload_far", "no_agreement", "uncovered"} <= set(kinds) or day == date(2026, 12, 24)
    assert kinds.count("follow_up_overdue") == 1
    assert any(card.lowered for row in board.rows for card in row.all_cards)
    assert len(board.tray) >= 3
    assert any(not row.all_cards for row in board.rows)


def test_the_matrix_read_at_once_says_what_each_pair_says_by_itself(unit):
    grid = unit.matrix.grid()
    for assignee, task in grid.cells:
        assert grid.cell(assignee, task) == unit.matrix.cell(task, assignee)


def content(session):
    """Every row of every table but those two that note when something was done."""
    rows = session._workspace.database.tuples
    names = {name for (name,) in rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {name: rows(f"SELECT * FROM {name}") for name in sorted(names - {"audit", "_sqlite_migrations"})}


def test_a_copy_for_other_tests_holds_what_was_played_and_is_a_unit_of_its_own(unit):
    copy, again = a_demo(TODAY), a_demo(TODAY)
    assert sum(map(len, content(copy).values())) > 500
    assert content(copy) == content(unit)
    assert copy.today() == TODAY
    assert copy.history.undo_label is None
    copy.register.archive_task(copy.register.tasks()[0].id)
    assert content(copy) != content(again)
    copy.history.undo()
    assert content(copy) == content(again) == content(unit)
    assert copy.check() == []

"""What can be done about somebody on the board, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tillid_planner.services.board import Row
from tillid_planner.ui.days import weekday_and_day_text
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.conflict_words import inside
from tillid_planner.ui.week.place_menus import submenu
from tillid_planner.ui.week.wording import Due
from tillid_planner.ui.widgets import Menu


def fill_person_menu(
    menu: Menu,
    desk: Desk,
    row: Row,
    *,
    show_hours: Callable[[], object],
    note_absence: Callable[[], object],
    open_due: Callable[[Due], object],
) -> None:
    """Fill a menu with what can be done about a person or team of the week."""
    team = row.assignee.is_team
    menu.add(
        tr("Open the team") if team else tr("Open the person"),
        "people" if team else "person",
        lambda: desk.go("person", Target(assignee_id=row.id)),
    )
    menu.add(tr("See the hours"), "clock", show_hours)
    if not team:
        menu.add(tr("Note days away"), "calendar", note_absence)
    follow_ups = submenu(menu, tr("Follow-ups this week"))
    found = [due for day in sorted(row.follow_ups) for due in row.follow_ups[day]]
    follow_ups.menuAction().setEnabled(bool(found))
    for due in found:
        task = desk.session.register.task(due.task_id).heading
        day = weekday_and_day_text(due.follow_up.held_on or due.follow_up.due_on)
        follow_ups.add(f"{day[:1].upper()}{day[1:]}, {inside(task)}", "follow-up", partial(open_due, due))
    menu.addSeparator()
    menu.add(
        tr("Note that something went wrong"),
        "breach",
        lambda: desk.note_breach_requested.emit(Target(assignee_id=row.id)),
    )

"""The pictures of the week: the board, a card, somebody's hours, a card in the hand, an empty week, a holiday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from tillid_planner.domain.tables import FULL_LOAD
from tillid_planner.domain.week import Week
from tillid_planner.exchange import public_holidays
from tillid_planner.services.cards import Card
from tillid_planner.services.export import Way
from tillid_planner.services.session import Session
from tillid_planner.ui.desk import Target
from tillid_planner.ui.export.week_dialog import WeekExportDialog
from tillid_planner.ui.theme import set_ratings_hidden
from tillid_planner.ui.week.page import WeekPage

if TYPE_CHECKING:
    from tillid_planner.ui.main_window import MainWindow

#: So long ago nobody had planned anything.
_FAR = timedelta(weeks=30)


class Stage(Protocol):
    """What a scene needs of the gallery's stage."""

    @property
    def session(self) -> Session:
        """The demo's session."""

    @property
    def window(self) -> MainWindow:
        """The program's window."""

    def go(self, page: str, target: Target | None = None) -> None:
        """Show a page, and a record on it."""


def week(stage: Stage) -> None:
    """Show this week with nothing selected."""
    _open(stage)


def card(stage: Stage) -> None:
    """Show a card that the full week lowers."""
    page = _open(stage)
    chosen = next((found for found in _cards(page) if found.lowered), None)
    if chosen is not None:
        page.table.go_to_card(chosen.placement)


def unagreed(stage: Stage) -> None:
    """Show a card without an agreement."""
    page = _open(stage)
    chosen = next((found for found in _cards(page) if found.agreed is None), None)
    if chosen is not None:
        page.table.go_to_card(chosen.placement)


def hours(stage: Stage) -> None:
    """Show the hours of somebody whose week is too full."""
    page = _open(stage)
    for number, row in enumerate(page.model.rows):
        if row.load is not None and row.load > FULL_LOAD:
            page.table.go_to(number, page.model.hours_column)
            return


def carried(stage: Stage) -> None:
    """Show a card in the hand over somebody's day."""
    page = _open(stage)
    page.table.setFocus()
    page.table.go_to_card(_cards(page)[0].placement)
    page.board_input.take()
    page.board_input.drag.steer(3, 1)


def weekend(stage: Stage) -> None:
    """Show Saturday and Sunday unfolded."""
    page = _open(stage)
    page.model.unfold(True)
    page.table.fit()


def hidden(stage: Stage) -> None:
    """Show the week with ratings hidden."""
    card(stage)
    set_ratings_hidden(True)


def empty(stage: Stage) -> None:
    """Show a week in which nothing is planned."""
    page = _open(stage)
    page.show_day(stage.session.today() - _FAR)


def holiday(stage: Stage) -> None:
    """Show a week with a holiday, planned as this one."""
    page = _open(stage)
    today = stage.session.today()
    target = Week.of(_ascension(today.year + 1))
    stage.session.planning.copy_week(Week.of(today), target)
    page.show_week(target)


def to_print(stage: Stage) -> WeekExportDialog:
    """Show what is said before the week is printed."""
    return _leaving(stage, Way.PRINT)


def to_calendar(stage: Stage) -> WeekExportDialog:
    """Show what is said before follow-ups go to a calendar."""
    return _leaving(stage, Way.CALENDAR)


def _leaving(stage: Stage, way: Way) -> WeekExportDialog:
    page = _open(stage)
    dialog = WeekExportDialog(page.desk, page.week, stage.window, way=way)
    dialog.show()
    return dialog


def _open(stage: Stage) -> WeekPage:
    stage.go("week")
    assert stage.window.shell is not None
    page = stage.window.shell.page("week")
    assert isinstance(page, WeekPage)
    return page


def _cards(page: WeekPage) -> list[Card]:
    return [found for row in page.model.rows for found in row.all_cards]


def _ascension(year: int) -> date:
    """Return Ascension Day."""
    days = [date(year, 4, 30) + timedelta(days=number) for number in range(36)]
    named = public_holidays.named(days, "en")
    return next(day for day, name in named.items() if "Ascension" in name)

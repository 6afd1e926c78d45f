"""Menus that place and move: everybody by name, then the day. Nobody is proposed, nobody is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction
from typing_extensions import override

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.tables import FULL_LOAD
from tillid_planner.domain.week import Placement
from tillid_planner.services.board import Board, Row
from tillid_planner.services.conflicts import percent
from tillid_planner.ui.days import weekday_and_day_text
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, icon, paint_icon, scaled
from tillid_planner.ui.week.planning_actions import Cargo
from tillid_planner.ui.week.wording import day_offered, hours_short, hours_words
from tillid_planner.ui.widgets import Menu

#: Takes what is put somewhere, on whom (id) and on which day.
Put = Callable[[Cargo, int, date], object]

_PART = 1.0


def rows_by_name(board: Board) -> list[Row]:
    """Return everybody on the board who can get something this week: people by name, then teams."""
    rows = [
        row for row in board.rows if not (isinstance(row.assignee, Person) and row.assignee.left_by(board.week.monday))
    ]
    people = by_name([row for row in rows if not row.assignee.is_team], lambda row: row.assignee.name)
    return [*people, *by_name([row for row in rows if row.assignee.is_team], lambda row: row.assignee.name)]


def fill_with_everybody(menu: Menu, board: Board, cargo: Cargo, put: Put) -> None:
    """Offer everybody by name, each with the days; who has no agreement on the task is told."""
    holders = set(board.facts.holders.get(cargo.task_id, ()))
    for row in rows_by_name(board):
        name = row.assignee.name if row.id in holders else tr("{name} – no agreement", name=row.assignee.name)
        _add_person(menu, board, row, name, cargo, put)


def fill_with_holders(
    menu: Menu, board: Board, cargo: Cargo, holders: Iterable[int], put: Put, *, parts: bool = True
) -> None:
    """Offer those who may take a card off somebody, by name, then other days, and other hours than those chosen."""
    card = cargo.card
    if card is None:
        return
    rows = [row for row in (board.row(holder) for holder in holders) if row is not None]
    for row in by_name(rows, lambda row: row.assignee.name):
        _add_person(menu, board, row, row.assignee.name, cargo, put)
    if rows:
        menu.addSeparator()
    own = board.row(card.assignee_id)
    if own is not None and not (isinstance(own.assignee, Person) and own.assignee.left_by(board.week.monday)):
        days = [day for day in board.week.days if day not in own.away and day != card.day]
        if days:
            _add_days(menu, tr("Another day"), board, own, cargo, put, days)
        if board.week.after != board.week:
            _add_days(menu, tr("The week after"), board, own, cargo, put, board.week.after.days)
    everybody = submenu(menu, tr("Somebody else"))
    fill_later(everybody, lambda: fill_with_everybody(everybody, board, cargo, put))
    amounts = _amounts(card, own, cargo.hours) if parts else []
    if amounts:
        other = submenu(menu, tr("Another number of hours"))
        for words, hours in amounts:
            inner = submenu(other, words)
            part = replace(cargo, hours=hours)
            fill_later(inner, partial(fill_with_holders, inner, board, part, tuple(holders), put, parts=False))


def _amounts(card: Placement, row: Row | None, chosen: float | None) -> list[tuple[str, float]]:
    """Return the parts of a card that can be moved instead of the hours chosen (None: all of them)."""
    step = _PART if card.hours > 2 * _PART else _PART / 2
    over = row.over if row is not None else 0.0
    found = {step * number for number in range(1, int(card.hours / step) + 1)} | {over, card.hours}
    wanted = sorted(hours for hours in found if 0 < hours <= card.hours and hours != (chosen or card.hours))

    def words(hours: float) -> str:
        if hours == card.hours:
            return tr("The whole card, {hours}", hours=hours_words(hours))
        if hours == over:
            return tr("{hours} – then the week is not over 100 %", hours=hours_words(hours))
        return hours_words(hours)

    return [(words(hours), hours) for hours in wanted]


def person_words(board: Board, row: Row, name: str, cargo: Cargo) -> tuple[str, bool]:
    """Return a name with the hours that are free and how full the week would be, and whether it would be too full."""
    day = cargo.card.day if cargo.card is not None else board.week.monday
    after = cargo.on(board, row.id, day).row(row.id)
    if after is None or after.load is None:
        return name, False
    free, load = hours_short(row.free), percent(after.load)
    if after.load <= FULL_LOAD:
        return tr("{name}, {hours} free, comes to {percent} %", name=name, hours=free, percent=load), False
    return tr("{name}, {hours} free – too full: {percent} %", name=name, hours=free, percent=load), True


def _add_person(menu: Menu, board: Board, row: Row, name: str, cargo: Cargo, put: Put) -> None:
    words, full = person_words(board, row, name, cargo)
    inner = _add_days(menu, words, board, row, cargo, put)
    if full:
        inner.setIcon(icon("warning", "warn_icon"))


def fill_with_cards(menu: Menu, board: Board, cards: Sequence[Placement], put: Put) -> None:
    """Offer cards, each with those who may take it; a single card is not asked for."""
    if len(cards) == 1:
        card = cards[0]
        others = board.with_hours_free(card.task_id, but=card.assignee_id)
        fill_with_holders(menu, board, Cargo(card.task_id, card), others, put)
        return
    for card in cards:
        words = f"{board.task(card.task_id).heading}, {weekday_and_day_text(card.day)}, {hours_short(card.hours)}"
        inner = submenu(menu, words)
        others = board.with_hours_free(card.task_id, but=card.assignee_id)
        fill_later(inner, partial(fill_with_holders, inner, board, Cargo(card.task_id, card), others, put))


def fill_with_tray(menu: Menu, board: Board, place: Callable[[int], object]) -> None:
    """Offer what waits in the tray, by name."""
    for unplaced in by_name(board.tray, lambda unplaced: unplaced.task.heading):
        hours = f", {hours_short(unplaced.hours)}" if unplaced.hours is not None else ""
        menu.add(f"{unplaced.task.heading}{hours}", None, partial(place, unplaced.task.id or 0))
    if not board.tray:
        menu.add(tr("Everything is placed"), enabled=False)


def add_head(menu: Menu, words: str) -> None:
    """Say at the top of a menu what it is about; it cannot be chosen."""
    head = QWidgetAction(menu)
    head.setText(words)
    head.setDefaultWidget(_Head(words))
    head.setEnabled(False)
    menu.addAction(head)


class _Head(QWidget):
    """Words with a sign before them, in full ink although they cannot be chosen."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("body")).horizontalAdvance(self._words)
        return QSize(width + scaled(24) + 32, scaled(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        side = scaled(16)
        paint_icon(painter, QRectF(12, (self.height() - side) / 2, side, side), "warning", "warn_icon", theme)
        painter.setFont(font("body"))
        painter.setPen(theme.text)
        room = self.rect().adjusted(12 + side + 8, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._words)


def submenu(menu: QMenu, title: str) -> Menu:
    """Add a menu to a menu."""
    inner = Menu(title.replace("&", "&&"), menu)
    menu.addMenu(inner)
    return inner


def fill_later(menu: QMenu, fill: Callable[[], object]) -> None:
    """Fill a menu when it is opened for the first time: there may be hundreds."""

    def once() -> None:
        if menu.isEmpty():
            fill()

    menu.aboutToShow.connect(once)


def open_under(menu: QMenu, widget: QWidget) -> None:
    """Open a menu under a widget, or over it where there is no room."""
    below = widget.mapToGlobal(widget.rect().bottomLeft())
    above = widget.mapToGlobal(widget.rect().topLeft())
    height = menu.sizeHint().height()
    screen = widget.screen().availableGeometry()
    if below.y() + height > screen.bottom() and above.y() - height >= screen.top():
        above.setY(above.y() - height)
        menu.popup(above)
        return
    menu.popup(below)


def _add_days(
    menu: Menu, title: str, board: Board, row: Row, cargo: Cargo, put: Put, days: Sequence[date] = ()
) -> Menu:
    inner = submenu(menu, title)
    fill_later(inner, partial(_fill_days, inner, board, row, days or board.week.days, cargo, put))
    return inner


def _fill_days(menu: Menu, board: Board, row: Row, days: Sequence[date], cargo: Cargo, put: Put) -> None:
    for day in days_ahead(days, board.facts.today, cargo.card.day if cargo.card is not None else None):
        menu.add(day_offered(board, row, day), None, partial(put, cargo, row.id, day))


def days_ahead(days: Sequence[date], today: date, own: date | None = None) -> list[date]:
    """Return days from the weekday of *own* on, then those before it; those that have passed come last."""
    weekday = own.weekday() if own is not None else 0
    return sorted(days, key=lambda day: (day < today, day.weekday() < weekday, day))

"""Actions on the selected cells (copy, export, rate, mark as new), and where the headers lead."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from tillid_planner.domain.case import Novelty
from tillid_planner.domain.errors import TillidError
from tillid_planner.exchange.held_list import held_text
from tillid_planner.services.holdings import Chosen, HeldWay, held_words
from tillid_planner.ui.clipboard import copy_private
from tillid_planner.ui.desk import Desk, Notice, Target
from tillid_planner.ui.export.matrix_dialog import MatrixExportDialog
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden
from tillid_planner.ui.trust.chosen_bar import ChosenBar
from tillid_planner.ui.trust.line_rating_model import Way
from tillid_planner.ui.trust.matrix_layout import CellKey
from tillid_planner.ui.trust.table import MatrixTable
from tillid_planner.ui.widgets import Menu

#: Rates a column or row: which way, for which task or person, beginning at whom or what, and only some cells.
RateLine: TypeAlias = Callable[[Way, int, int | None, Collection[CellKey] | None], object]


class MatrixActs(QObject):
    """Connects the matrix's table, its headers and the bar of chosen cells with what they do."""

    def __init__(self, desk: Desk, table: MatrixTable, bar: ChosenBar, rate_line: RateLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._table, self._model = desk, table, table.model_
        self._rate_line, self._page = rate_line, parent
        table.copy_wanted.connect(self.copy)
        table.menu_wanted.connect(self._open_menu)
        table.choice_changed.connect(lambda: bar.tell(len(table.chosen())))
        table.names_header.opened.connect(self.open_person)
        table.tasks_header.opened.connect(self.open_task)
        table.names_header.menu_wanted.connect(self._open_name_menu)
        table.tasks_header.menu_wanted.connect(self._open_task_menu)
        bar.copy.clicked.connect(lambda *_: self.copy())
        bar.leave.clicked.connect(lambda *_: self.leave())
        bar.rate.clicked.connect(lambda *_: self.line_rating())
        bar.close_button.clicked.connect(lambda *_: self._let_go())
        for novelty, act in bar.novelty_acts.items():
            act.triggered.connect(lambda *_, novelty=novelty: self.set_novelty(novelty))

    def open_person(self, row: int) -> None:
        """Go to the page of a row's person or team."""
        if not self._model.is_head(row):
            self._desk.go("person", Target(assignee_id=self._model.row_ids[row]))

    def open_task(self, column: int) -> None:
        """Go to a column's task."""
        self._desk.go("tasks", Target(task_id=self._model.column_ids[column]))

    def copy(self) -> None:
        """Copy who holds an agreement on what among the chosen cells, without rungs."""
        if ratings_hidden():
            self._say(tr("What is hidden is not copied. Show it first."))
            return
        try:
            holdings = self._desk.session.matrix.holdings
            lines = holdings.lines(self.chosen())
            if not lines:
                self._say(tr("There are no agreements among these. Nothing is copied."))
                return
            copy_private(held_text(lines, held_words(self._desk.words)))
            holdings.note(HeldWay.TEXT)
        except TillidError as error:
            self._desk.failed.emit(error)
            return
        self._say(tr("Copied who holds which agreement, without rungs. It is cleared after 20 seconds."))

    def leave(self) -> None:
        """Ask how the agreements are to leave: those of the chosen cells, or all that are shown."""
        cells = self._table.chosen()
        chosen = self.chosen() if len(cells) > 1 else None
        dialog = MatrixExportDialog(self._desk, self.shown(), self._page, chosen=chosen, cells=len(cells))
        dialog.exec()
        dialog.deleteLater()

    def line_rating(self, way: Way | None = None) -> None:
        """Rate the column or row in which the cells are chosen; with one cell, down its column."""
        cells, pair = self._table.chosen(), self._table.pair()
        if pair is None:
            down = way is not Way.ACROSS
            subject = self._model.column_ids[0] if down else self._model.assignees[0].id or 0
            self._rate_line(Way.DOWN if down else Way.ACROSS, subject, None, None)
            return
        one_person = len({assignee for assignee, _ in cells}) == 1
        several = len(cells) > 1
        if way is None:
            way = Way.ACROSS if one_person and several else Way.DOWN
        task, assignee = pair
        only = cells if several else None
        if way is Way.DOWN:
            self._rate_line(way, task, assignee, only)
        else:
            self._rate_line(way, assignee, task, only)

    def set_novelty(self, novelty: Novelty) -> None:
        """Say how well the chosen pairs know their task; where something is agreed it makes no difference any more."""
        cells = self._table.chosen()
        pairs = [(task, assignee) for assignee, task in cells if self._model.cell_of((assignee, task)).agreed is None]
        if not pairs:
            self._say(tr("All of these hold an agreement. Nothing is changed."))
            return
        name = {Novelty.NEW: tr("New"), Novelty.SIMILAR: tr("Similar"), Novelty.KNOWN: tr("Known")}[novelty]
        self._desk.run(
            lambda: self._desk.session.matrix.several.set_novelty(pairs, novelty),
            notice=tr("%n cell(s) without an agreement: {what}.", n=len(pairs), what=name),
        )

    def shown(self) -> Chosen:
        """Return all that the matrix shows, as it may leave."""
        return Chosen(self._model.assignees, self._model.tasks, self._model.found)

    def chosen(self) -> Chosen:
        """Return the chosen cells, as they may leave."""
        return Chosen(self._model.assignees, self._model.tasks, self._table.chosen())

    def _let_go(self) -> None:
        self._table.choose_only_current()
        self._table.setFocus()

    def _say(self, text: str) -> None:
        self._desk.noticed.emit(Notice(text))

    def _open_menu(self, place: QPoint) -> None:
        index, menu = self._table.currentIndex(), Menu(parent=self._page)
        several = len(self._table.chosen()) > 1
        if not several:
            menu.add(tr("Open"), None, lambda: self._table.opened.emit(True), key=tr("Enter"))
        menu.add(tr("Rate down the column"), None, lambda: self.line_rating(Way.DOWN))
        menu.add(tr("Rate across the row"), None, lambda: self.line_rating(Way.ACROSS))
        menu.addSeparator()
        menu.add(tr("Copy"), "copy", self.copy, key=tr("Ctrl+C"))
        menu.add(tr("Save as a file"), "export", self.leave)
        if not several:
            menu.addSeparator()
            menu.add(self._model.line_name(index.row()), "person", lambda: self.open_person(index.row()))
            menu.add(self._model.tasks[index.column()].name, "tasks", lambda: self.open_task(index.column()))
        menu.popup_once(place)

    def open_more(self, button: QWidget, also: Sequence[tuple[str, str, Callable[[], object]]] = ()) -> None:
        """Open the menu of what can be done with the whole matrix, and *also* this: words, icon, act."""
        menu = Menu(parent=self._page)
        for words, icon, act in also:
            menu.add(words, icon, act)
        menu.add(tr("Rate down a column"), None, lambda: self.line_rating(Way.DOWN))
        menu.add(tr("Rate across a row"), None, lambda: self.line_rating(Way.ACROSS))
        menu.addSeparator()
        menu.add(tr("Choose all"), None, lambda: self._choose(-1, -1), key=tr("Ctrl+A"))
        menu.add(tr("Copy"), "copy", self.copy, key=tr("Ctrl+C"))
        menu.add(tr("Save as a file"), "export", self.leave)
        menu.popup_once(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 4)))

    def _open_name_menu(self, row: int, place: QPoint) -> None:
        menu, assignee = Menu(parent=self._page), self._model.row_ids[row]
        menu.add(tr("Open the page"), "person", lambda: self.open_person(row), key=tr("Enter"))
        menu.add(tr("Rate across the row"), None, lambda: self._rate_line(Way.ACROSS, assignee, None, None))
        menu.add(tr("Choose the row"), None, lambda: self._choose(row, -1), key=tr("Shift+Space"))
        menu.popup_once(place)

    def _open_task_menu(self, column: int, place: QPoint) -> None:
        menu, task = Menu(parent=self._page), self._model.column_ids[column]
        menu.add(tr("Open the task"), "tasks", lambda: self.open_task(column), key=tr("Enter"))
        menu.add(tr("Rate down the column"), None, lambda: self._rate_line(Way.DOWN, task, None, None))
        menu.add(tr("Choose the column"), None, lambda: self._choose(-1, column), key=tr("Ctrl+Space"))
        menu.popup_once(place)

    def _choose(self, row: int, column: int) -> None:
        first = next((n for n, number in enumerate(self._model.row_ids) if number), 0)
        self._table.move_quietly(row if row >= 0 else first, max(0, column))
        self._table.choose_line(row, column)
        self._table.setFocus()

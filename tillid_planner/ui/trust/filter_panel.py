"""The filter panel: what to look for in the matrix, and how people and tasks are grouped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.assignee import Team
from tillid_planner.domain.task import Scope
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, paint_plate, scaled
from tillid_planner.ui.trust.matrix_layout import (
    ColumnGroups,
    Mark,
    MatrixFilter,
    RowGroups,
    mark_words,
    scope_heading,
)
from tillid_planner.ui.widgets import Button, CheckBox, FlowLayout, ScrollPage, Segmented, TextLabel

_WIDTH, _PAD = 384, 16
T = TypeVar("T")


class FilterPanel(QWidget):
    """A popup that works at once: ``filter_changed`` and ``groups_changed`` tell to look anew."""

    filter_changed = Signal(object)
    groups_changed = Signal(object)

    def __init__(
        self,
        teams: Sequence[Team],
        wanted: MatrixFilter,
        groups: tuple[RowGroups, ColumnGroups],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(tr("What the matrix shows"))
        self.marks = _boxes([(mark, mark_words(mark)) for mark in Mark], wanted.marks)
        self.scopes = _boxes([(scope, scope_heading(scope)) for scope in Scope], wanted.scopes)
        self.teams = _boxes([(team.id or 0, team.name) for team in teams], wanted.teams)
        self.rows = Segmented(
            [(RowGroups.NONE, tr("Together")), (RowGroups.TEAM, tr("By team")), (RowGroups.ROLE, tr("By role"))],
            accessible=tr("How people stand"),
        )
        self.columns = Segmented(
            [(ColumnGroups.NONE, tr("Together")), (ColumnGroups.SCOPE, tr("By kind"))],
            accessible=tr("How tasks stand"),
        )
        self.rows.set_value(groups[0])
        self.columns.set_value(groups[1])
        self.clear_button = Button(tr("Clear the filter"), "text")
        self._lay_out()
        for box in (*self.marks.values(), *self.scopes.values(), *self.teams.values()):
            box.toggled.connect(lambda _: self._emit_filter())
        for choice in (self.rows, self.columns):
            choice.chosen.connect(lambda _: self.groups_changed.emit((self.rows.value(), self.columns.value())))
        self.clear_button.clicked.connect(lambda *_: self._clear())
        self._show_clear()

    @property
    def wanted(self) -> MatrixFilter:
        """What is looked for."""
        return MatrixFilter(_ticked(self.teams), _ticked(self.scopes), _ticked(self.marks))

    def open_under(self, button: QWidget) -> None:
        """Show the panel under *button*, inside the screen."""
        screen = button.screen().availableGeometry()
        width = scaled(_WIDTH)
        content = self._page.content.layout()
        inner = content.totalHeightForWidth(width - 2) if content is not None else scaled(400)
        foot = self.clear_button.sizeHint().height() + 2 * scaled(8)
        self.resize(width, min(inner + foot + 2, screen.height() - 16))
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        top = min(corner.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), corner.x()), max(screen.top(), top))
        self.show()
        next(iter(self.marks.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_PAD, 14, _PAD, 8)
        column.setSpacing(8)
        _section(column, tr("Look for cells where"), self.marks.values(), stacked=True)
        if self.teams:
            _section(column, tr("In these teams"), self.teams.values())
        _section(column, tr("Kinds of task"), self.scopes.values())
        for words, choice in ((tr("People"), self.rows), (tr("Tasks"), self.columns)):
            column.addSpacing(4)
            column.addWidget(TextLabel(words, weight=600))
            column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._page = ScrollPage(content)
        foot = QHBoxLayout()
        foot.setContentsMargins(_PAD - 8, 0, _PAD, 8)
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._page, 1)
        outer.addLayout(foot)

    def _emit_filter(self) -> None:
        self._show_clear()
        self.filter_changed.emit(self.wanted)

    def _clear(self) -> None:
        for box in (*self.marks.values(), *self.scopes.values(), *self.teams.values()):
            box.blockSignals(True)
            box.setChecked(False)
            box.blockSignals(False)
        next(iter(self.marks.values())).setFocus(Qt.FocusReason.TabFocusReason)
        self._emit_filter()

    def _show_clear(self) -> None:
        self.clear_button.setEnabled(self.wanted.active)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Close with Enter; Esc closes a popup by itself.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_plate(QPainter(self), self.rect(), theme.surface, theme.line, 8)


def _boxes(options: Sequence[tuple[T, str]], on: frozenset[T]) -> dict[T, CheckBox]:
    found = {}
    for value, words in options:
        found[value] = CheckBox(words)
        found[value].setChecked(value in on)
    return found


def _ticked(boxes: dict[T, CheckBox]) -> frozenset[T]:
    return frozenset(value for value, box in boxes.items() if box.isChecked())


def _section(column: QVBoxLayout, words: str, boxes: object, *, stacked: bool = False) -> None:
    head = TextLabel(words, weight=600)
    column.addWidget(head)
    add: Callable[[QWidget], object] = column.addWidget
    if not stacked:
        flow = FlowLayout(gap=16, row_gap=6)
        column.addLayout(flow)
        add = flow.addWidget
    for box in boxes:  # type: ignore[attr-defined]
        box.setAccessibleDescription(words)
        add(box)
    column.addSpacing(4)

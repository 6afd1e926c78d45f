"""The parts of the page «Trust» and their places."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.actions import page_name
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.inspector import Inspector
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.trust.chosen_bar import ChosenBar
from tillid_planner.ui.trust.filter_line import FilterLine
from tillid_planner.ui.trust.legend import Legend
from tillid_planner.ui.trust.line_rating import LineRating
from tillid_planner.ui.trust.table import MatrixTable
from tillid_planner.ui.trust.trust_matrix import TrustMatrixModel
from tillid_planner.ui.widgets import Button, EmptyState, IconButton, LineField, PageHeader, plain_tooltip

WIDTH, NARROWEST, WIDEST = 424, 296, 480
_GRIP = 7


class TrustView:
    """Makes the page's widgets and places them; what they do is the page's."""

    def __init__(self, page: QWidget, desk: Desk, model: TrustMatrixModel) -> None:
        self._page = page
        self.narrow = False
        self.side_open = False
        self._width = WIDTH
        self._room = WIDEST * 2
        self._line_rating: LineRating | None = None
        self.search = LineField(placeholder=tr("Find a name"))
        self.search.setProperty("finds", True)
        self.search.setAccessibleName(tr("Find a name"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(scaled(168))
        self.tasks_button = Button(tr("Tasks"), "text", "tasks")
        self.filter_button = Button(tr("Filter"), "text", "filter")
        self.rate_line_button = Button(tr("Rate down a column"))
        self.more_button = IconButton("more", tr("More"), "bare")
        self._acts = (self.search, self.tasks_button, self.filter_button, self.rate_line_button, self.more_button)
        self.header = PageHeader(page_name("trust"), tr("Agreed rungs"), inline=True, actions=self._acts)
        self.header.action_row.setSpacing(6)
        self.back_button = Button(tr("Back to the week"), "quiet", "left", flush=True)
        self.back_button.setShortcut("Alt+Left")
        self.back_button.setToolTip(plain_tooltip(f"{tr('Back to the week')} ({tr('Alt+Left')})"))
        self.back_button.hide()
        self.filter_line = FilterLine()
        self.table = MatrixTable(model)
        self.chosen_bar = ChosenBar()
        self.legend = Legend(desk.words)
        self.empty = EmptyState("matrix", " ", " ", " ")
        self.empty_second = Button(tr("Import from a file"), "text", "import")
        self.main = QWidget(page)
        self._lay_out()
        self._desk = desk
        self._inspector: Inspector | None = None
        #: Called with the inspector when it is made.
        self.on_inspector: Callable[[Inspector], None] = lambda _: None
        self.grip = _Grip(page)
        self.grip.hide()
        self.grip.dragged.connect(self._drag)

    @property
    def inspector(self) -> Inspector:
        """The inspector, made when it is first asked for: the matrix is seen before it."""
        if self._inspector is None:
            self._inspector = Inspector(self._desk, self._page)
            self._inspector.hide()
            self.on_inspector(self._inspector)
        return self._inspector

    @property
    def made_inspector(self) -> Inspector | None:
        """The inspector if it is made already."""
        return self._inspector

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        back = QHBoxLayout()
        back.setContentsMargins(16, 0, 16, 0)
        back.addWidget(self.back_button)
        back.addStretch(1)
        column.addLayout(back)
        column.addWidget(self.filter_line)
        self.stack = QStackedWidget(self.main)
        framed = QWidget(self.stack)
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(0, 1, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.chosen_bar)
        inner.addWidget(self.legend)
        self.stack.addWidget(framed)
        nothing = QWidget(self.stack)
        middle = QVBoxLayout(nothing)
        middle.addWidget(self.empty)
        words = self.empty.layout()
        if isinstance(words, QVBoxLayout):
            words.insertSpacing(words.count() - 1, 4)
            words.insertWidget(words.count() - 1, self.empty_second, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stack.addWidget(nothing)
        column.addWidget(self.stack, 1)

    def show_table(self, on: bool) -> None:
        """Show the matrix, or the words that stand in its place."""
        self.stack.setCurrentIndex(0 if on else 1)
        if on:
            self._show_acts(True)

    def show_empty(self, title: str, sentence: str, action: str, *, importing: bool) -> None:
        """Say why there is nothing, and what to do about it."""
        self.empty.title.setText(title)
        self.empty.sentence.setText(sentence)
        self.empty.button.setText(action)
        self.empty_second.setVisible(importing)
        self._show_acts(not importing)

    def _show_acts(self, on: bool) -> None:
        for act in self._acts:
            act.setVisible(on)
        if on:
            self._fit_acts()

    def _fit_acts(self) -> None:
        # Where there is no room, the menu at the end has these, too.
        self.rate_line_button.setVisible(self._room >= scaled(730))
        self.tasks_button.setVisible(self._room >= scaled(500))
        self.header.subtitle.setVisible(self._room >= scaled(840))

    @property
    def line_rating(self) -> LineRating | None:
        """What lies over the matrix while a column or row is rated, or None."""
        return self._line_rating

    def show_line_rating(self, line_rating: LineRating) -> LineRating:
        """Lay the page for rating a column or row over the matrix."""
        self.hide_line_rating()
        self._line_rating = line_rating
        self.main.hide()
        self.place()
        line_rating.show()
        return line_rating

    def hide_line_rating(self) -> None:
        """Show the matrix again."""
        if self._line_rating is not None:
            self._line_rating.hide()
            self._line_rating.deleteLater()
            self._line_rating = None
            self.main.show()

    def open_side(self) -> None:
        """Show the inspector."""
        self.side_open = True
        self.place()

    def reveal_current(self) -> None:
        """Scroll the current cell into sight, also from under an inspector that lies over the matrix."""
        index = self.table.currentIndex()
        self.table.scrollTo(index)
        right = self.table.viewport().mapTo(self._page, self.table.visualRect(index).topRight()).x()
        under = right - self.inspector.x() if self.narrow else 0
        if under > 0:
            bar = self.table.horizontalScrollBar()
            bar.setValue(bar.value() + under)

    def close_side(self) -> None:
        """Put the inspector away."""
        self.side_open = False
        self.place()

    def arrange(self, size: QSize, *, narrow: bool, low: bool) -> None:
        """Fit a page of *size*; in a *narrow* window the inspector lies over the matrix."""
        self.narrow = narrow
        self.header.set_height(48 if low else 64)
        self.search.setFixedWidth(scaled(168))
        self.place()

    def place(self) -> None:
        """Give matrix, grip and inspector their rectangles."""
        area = self._page.rect()
        if self._line_rating is not None:
            self._line_rating.setGeometry(area)
        side = min(scaled(self._width), max(scaled(NARROWEST), area.width() - 24)) if self.side_open else 0
        beside = 0 if self.narrow else side
        self.main.setGeometry(0, 0, area.width() - beside, area.height())
        self._room = area.width() - beside
        if not self.search.isHidden():
            self._fit_acts()
        self.grip.setVisible(self.side_open)
        if self._inspector is not None:
            self._inspector.setVisible(self.side_open)
        if self.side_open:
            self.inspector.close_button.setVisible(self.narrow)
            self.inspector.show()
            self.inspector.setGeometry(area.width() - side, 0, side, area.height())
            self.grip.setGeometry(area.width() - side - _GRIP // 2, 0, _GRIP, area.height())
            self.inspector.raise_()
            self.grip.raise_()

    def _drag(self, by: int) -> None:
        self._width = max(NARROWEST, min(WIDEST, self._width - by))
        self.place()


class _Grip(QWidget):
    """The edge of the inspector; dragged by mouse, moved with the arrow keys."""

    dragged = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(tr("Width of the inspector"))
        self._from: float | None = None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.globalPosition().x()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            by = round(event.globalPosition().x() - self._from)
            self._from += by
            self.dragged.emit(by)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -8, Qt.Key.Key_Right: 8}
        if event.key() in steps:
            self.dragged.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

"""The table in which one prerequisite is rated row after row, by figures or by a click on one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from tillid_planner.ui.theme import (
    Theme,
    current_theme,
    font,
    paint_plate,
    ratings_hidden,
    ratings_hidden_changed,
    scaled,
)
from tillid_planner.ui.trust.line_rating_model import FIRST, NAME, STATE, UNSURE, LineRatingModel
from tillid_planner.ui.widgets import TableView
from tillid_planner.ui.widgets.choices import MARK, paint_check
from tillid_planner.ui.widgets.row_delegate import RowDelegate

_SIDE = 24
_FIGURES = ("1", "2", "3", "4", "5")


class LineRatingTable(TableView):
    """``rated`` carries row and value 1–5, ``unsure_turned`` the row."""

    rated = Signal(int, int)
    unsure_turned = Signal(int)

    def __init__(self, model: LineRatingModel) -> None:
        super().__init__(model, framed=True)
        self.setItemDelegate(_LineRatingDelegate(self))
        self.horizontalHeader().setStretchLastSection(False)
        ratings_hidden_changed.connect(self._repaint)
        self.fit()

    def fit(self) -> None:
        """Give the anchors equal room, and the rest to the name."""
        self.set_widths(0, *(40,) * 5, 72, 176)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Leave out when it was rated where there is no room: it stands beside, too.
        self.setColumnHidden(STATE, self.width() < scaled(620))
        super().resizeEvent(event)

    def _repaint(self, *_: object) -> None:
        self.viewport().update()

    def rates(self, event: QKeyEvent) -> bool:
        """Whether a key is a figure that rates the current row."""
        return self.current_row() >= 0 and event.text() in _FIGURES

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, figure = self.current_row(), event.text()
        by_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif self.rates(event):
            self.rated.emit(row, int(figure))
        elif row >= 0 and event.key() in (Qt.Key.Key_U, Qt.Key.Key_Space):
            self.unsure_turned.emit(row)
        elif row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            model = self.model()
            self.select_row(min(row + 1, model.rowCount() - 1))
        elif figure and figure.isprintable() and not by_control:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or index.row() != self.current_row():
            return
        if FIRST <= index.column() < UNSURE:
            self.rated.emit(index.row(), index.column())
        elif index.column() == UNSURE:
            self.unsure_turned.emit(index.row())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)


class _LineRatingDelegate(RowDelegate):
    """Figures in rounds, of which one may be filled; nothing of a closed rating."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if index.column() in (NAME, STATE) or not isinstance(model, LineRatingModel):
            return
        theme, row = current_theme(), model.rows[index.row()]
        centre = QRectF(option.rect).center()
        if ratings_hidden():
            side = scaled(_SIDE - 8)
            block = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            paint_plate(painter, block, theme.load_track, radius=4)
        elif index.column() == UNSURE:
            side = scaled(MARK)
            box = QRectF(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side)
            paint_check(painter, box, row.is_unsure, True, theme)
        else:
            chosen = row.shown is not None and row.shown.value == index.column()
            hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
            _paint_figure(painter, option.rect, str(index.column()), theme, chosen=chosen, hot=hot)

    @override
    def _draw_text(
        self,
        painter: QPainter,
        area: QRect,
        index: QModelIndex | QPersistentModelIndex,
        theme: Theme,
        selected: bool,
    ) -> None:
        if index.column() in (NAME, STATE):
            super()._draw_text(painter, area, index, theme, selected)


def _paint_figure(painter: QPainter, rect: QRect, words: str, theme: Theme, *, chosen: bool, hot: bool) -> None:
    side = scaled(_SIDE)
    centre = QRectF(rect).center()
    place = QRectF(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side)
    fill, line, ink = ("accent", "accent", "on_accent") if chosen else ("surface", "field_line", "text_muted")
    if hot and not chosen:
        fill, ink = "hover", "text"
    paint_plate(painter, place, theme[fill], theme[line], side / 2, 1)
    painter.save()
    painter.setFont(font("body", 600 if chosen else 400))
    painter.setPen(theme[ink])
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()

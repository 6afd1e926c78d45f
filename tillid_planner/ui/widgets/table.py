"""Tables: rows of 40 px with hairlines, a sunken head, one selected row with a line around it."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, paint_icon, paint_plate, scaled
from tillid_planner.ui.widgets.row_delegate import RowDelegate

_PAD = 12


class TableView(QTableView):
    """One row at a time; Enter or a double click opens it (``row_activated``)."""

    row_activated = Signal(int)
    row_changed = Signal(int)

    def __init__(
        self,
        model: QAbstractItemModel | None = None,
        *,
        row_height: int = 40,
        framed: bool = False,
        behind: str = "window",
        accessible: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show *model* in rows of *row_height* px: 40, 56 for two lines, 35 for imports.

        *framed* draws a rounded line around, over a ground of the role *behind*.
        """
        super().__init__(parent)
        self.hovered_row = -1
        self._row_height = row_height
        self.setAccessibleName(accessible)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setHorizontalHeader(HeaderView(self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_heights()
        self.setItemDelegate(RowDelegate(self))
        self.entered.connect(lambda index: self._hover(index.row()))
        self.doubleClicked.connect(lambda index: self.row_activated.emit(index.row()))
        self.setProperty("framed", framed)
        self._frame = _Frame(self, behind) if framed else None
        if model is not None:
            self.setModel(model)

    def current_row(self) -> int:
        """Return the number of the selected row, or -1."""
        # Not the current index: Qt gives a table one as soon as it has the focus.
        selection = self.selectionModel()
        rows = selection.selectedRows() if selection is not None else []
        return rows[0].row() if rows else -1

    def select_row(self, row: int) -> None:
        """Select a row; a row that is not there selects none."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            self.selectRow(row)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def set_widths(self, *widths: int) -> None:
        """Give each column its width in pixels; 0 takes the room that is left."""
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        for column, width in enumerate(widths):
            if width:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(column, scaled(width))
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def full_height(self) -> int:
        """Return the height in pixels at which no row needs scrolling."""
        rows = self.verticalHeader().length() if self.model() else 0
        return self.horizontalHeader().sizeHint().height() + rows + (2 if self._frame else 0)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        selection = self.selectionModel()
        if selection is not None:
            selection.selectionChanged.connect(lambda *_: self.row_changed.emit(self.current_row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row() >= 0:
            self.row_activated.emit(self.current_row())
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        model = self.model()
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self.current_row() < 0 and model is not None and model.rowCount():
            self.selectRow(0)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._frame is not None:
            self._frame.setGeometry(self.rect())
            self._frame.raise_()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_heights()

    def _set_heights(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(scaled(24))
        rows.setDefaultSectionSize(scaled(self._row_height))

    def _hover(self, row: int) -> None:
        if row == self.hovered_row:
            return
        for changed in (self.hovered_row, row):
            if changed >= 0:
                top = self.rowViewportPosition(changed)
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(changed))
        self.hovered_row = row


class HeaderView(QHeaderView):
    """Small muted words on a sunken ground, with an arrow where the table is sorted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(32))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        painter.save()
        painter.fillRect(rect, theme.sunken)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        model = self.model()
        across = Qt.Orientation.Horizontal
        text = str(model.headerData(logicalIndex, across, Qt.ItemDataRole.DisplayRole) or "")
        align = model.headerData(logicalIndex, across, Qt.ItemDataRole.TextAlignmentRole)
        flags = Qt.AlignmentFlag(int(align)) if align is not None else self.defaultAlignment()
        area = rect.adjusted(_PAD, 0, -_PAD, -1)
        painter.setFont(font("small"))
        painter.setPen(theme.text_muted)
        metrics = QFontMetrics(font("small"))
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex:
            side = scaled(14)
            at = min(area.left() + metrics.horizontalAdvance(text) + 4, area.right() - side)
            self._draw_arrow(painter, QRect(at, area.center().y() - side // 2, side, side))
            area.setRight(max(area.left(), area.right() - side - 4))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(flags | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.sunken)
        painter.fillRect(0, self.height() - 1, self.viewport().width(), 1, theme.line)
        painter.end()
        super().paintEvent(event)

    def _draw_arrow(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder:
            painter.translate(rect.center().x() * 2 + 1, rect.center().y() * 2 + 1)
            painter.rotate(180)
        paint_icon(painter, rect, "down", "text_muted")
        painter.restore()


class _Frame(QWidget):
    """A rounded line over the table, which hides its square corners."""

    def __init__(self, parent: QWidget, behind: str) -> None:
        super().__init__(parent)
        self._behind = behind
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.fillPath(outside.subtracted(rounded), theme[self._behind])
        paint_plate(painter, self.rect(), None, theme.line, 8)

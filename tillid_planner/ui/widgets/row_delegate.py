"""Paints the cells of a table from plain roles: rung, icon, one or two lines, check box, load."""

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)
from typing_extensions import override

from tillid_planner.ui.theme import (
    Theme,
    current_theme,
    font,
    line_height,
    paint_icon,
    paint_load,
    paint_rung,
    ratings_hidden,
    rung_width,
    scaled,
)
from tillid_planner.ui.widgets.choices import MARK, paint_check
from tillid_planner.ui.widgets.labels import plain_tooltip

_PAD, _GAP = 12, 8
_Index = QModelIndex | QPersistentModelIndex


class Cell(IntEnum):
    """Roles that a table model may answer, beside Qt's own."""

    RUNG = Qt.ItemDataRole.UserRole + 101  # (rung 0–5 or None, kind)
    SECOND = Qt.ItemDataRole.UserRole + 102  # a second, small and muted line, or several
    INK = Qt.ItemDataRole.UserRole + 103  # colour role of the text, e.g. «text_muted», «warn_text»
    BOLD = Qt.ItemDataRole.UserRole + 104  # whether the text weighs 600
    ICON = Qt.ItemDataRole.UserRole + 105  # name of an icon before the text
    LOAD = Qt.ItemDataRole.UserRole + 106  # percent of the hours, painted as a bar
    PRIVATE = Qt.ItemDataRole.UserRole + 107  # whether the text is hidden with the ratings


class RowDelegate(QStyledItemDelegate):
    """Paints ground, contents, hairline, and last the line of selection and focus."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current_theme()
        view = option.widget
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        rect = QRect(option.rect)
        hovered = index.row() == getattr(view, "hovered_row", -1)
        ground = theme.select_fill if selected else theme.hover if hovered else theme.surface
        painter.fillRect(rect, ground)
        if not _meets_frame(rect, view):
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        area = rect.adjusted(_PAD, 0, -_PAD, -1)
        area = self._draw_mark(painter, area, index, theme)
        load = index.data(Cell.LOAD)
        if load is not None:
            bar = QRect(area.left(), area.top(), min(64, area.width()), area.height())
            paint_load(painter, bar, float(load), theme)
            area.setLeft(bar.right() + 1 + _GAP)
        self._draw_text(painter, area, index, theme, selected)
        if selected and isinstance(view, QTableView):
            _draw_outline(painter, rect, index, view, theme)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        second = str(index.data(Cell.SECOND) or "")
        width = max(
            QFontMetrics(font("body", 600)).horizontalAdvance(text),
            QFontMetrics(font("small")).horizontalAdvance(second),
        )
        rung = index.data(Cell.RUNG)
        if rung:
            width += rung_width(scaled(24), rung[1]) + _GAP
        if index.data(Cell.ICON):
            width += scaled(16) + _GAP
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            width += scaled(MARK) + _GAP
        return QSize(width + 2 * _PAD + 2, scaled(56 if second else 40))

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        own = index.data(Qt.ItemDataRole.ToolTipRole)
        hidden = ratings_hidden() and bool(index.data(Cell.PRIVATE))
        if event.type() != QEvent.Type.ToolTip or own is not None or hidden:
            return super().helpEvent(event, view, option, index)
        lines = [str(index.data(role) or "") for role in (Qt.ItemDataRole.DisplayRole, Cell.SECOND)]
        if self.sizeHint(option, index).width() <= option.rect.width():
            lines = []
        QToolTip.showText(event.globalPos(), plain_tooltip("\n".join(line for line in lines if line)), view)
        return True

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        flags = model.flags(index)
        if state is None or not flags & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if isinstance(event, QMouseEvent):
            if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
                return False
        elif not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space):
            return False
        turned = Qt.CheckState.Unchecked if _is_checked(state) else Qt.CheckState.Checked
        return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)

    def _draw_mark(self, painter: QPainter, area: QRect, index: _Index, theme: Theme) -> QRect:
        """Draw what stands before the text and return the room that is left."""
        rest = QRect(area)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            side = scaled(MARK)
            box = QRect(rest.left(), rest.center().y() - side // 2 + 1, side, side)
            enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
            paint_check(painter, box.toRectF(), _is_checked(state), enabled, theme)
            rest.setLeft(box.right() + 1 + _GAP)
        rung = index.data(Cell.RUNG)
        if rung:
            side = scaled(24 if area.height() >= scaled(48) else 20)
            width = rung_width(side, rung[1])
            place = QRect(rest.left(), rest.center().y() - side // 2 + 1, width, side)
            paint_rung(painter, place, rung[0], rung[1], theme)
            rest.setLeft(place.right() + 1 + _GAP)
        name = index.data(Cell.ICON)
        if name:
            side = scaled(16)
            place = QRect(rest.left(), rest.center().y() - side // 2 + 1, side, side)
            ink = str(index.data(Cell.INK) or "text_muted")
            paint_icon(painter, place, str(name), "warn_icon" if ink == "warn_text" else ink)
            rest.setLeft(place.right() + 1 + 6)
        return rest

    def _draw_text(self, painter: QPainter, area: QRect, index: _Index, theme: Theme, selected: bool) -> None:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        second = str(index.data(Cell.SECOND) or "")
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        ink = theme[str(index.data(Cell.INK) or "text") if enabled else "text_disabled"]
        heavy = bool(index.data(Cell.BOLD)) or (selected and index.column() == 0)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        across = Qt.AlignmentFlag(int(align)) if align is not None else Qt.AlignmentFlag.AlignLeft
        numbers = bool(across & Qt.AlignmentFlag.AlignRight)
        face = font("body", 600 if heavy else 400, tabular=numbers)
        if ratings_hidden() and index.data(Cell.PRIVATE):
            block = QRect(area.left(), area.center().y() - 6, min(area.width(), scaled(120)), 12)
            painter.fillRect(block, theme.load_track)
            return
        painter.setFont(face)
        painter.setPen(ink)
        first = QRect(area)
        if second:
            lines = second.count("\n") + 1
            top = area.center().y() - (line_height("body") + lines * line_height("small")) // 2 + 1
            first = QRect(area.left(), top, area.width(), line_height("body"))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(first, int(across | Qt.AlignmentFlag.AlignVCenter), shown)
        if second:
            _draw_second(painter, first, second, int(across), theme.text_muted)


def _draw_second(painter: QPainter, first: QRect, text: str, across: int, ink: QColor) -> None:
    face = font("small")
    painter.setFont(face)
    painter.setPen(ink)
    place = QRect(first.left(), first.bottom() + 1, first.width(), line_height("small"))
    for line in text.split("\n"):
        shown = QFontMetrics(face).elidedText(line, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, across | int(Qt.AlignmentFlag.AlignVCenter), shown)
        place.translate(0, place.height())


def _draw_outline(painter: QPainter, rect: QRect, index: _Index, view: QTableView, theme: Theme) -> None:
    header = view.horizontalHeader()
    shown = [at for at in range(header.count()) if not header.isSectionHidden(header.logicalIndex(at))]
    at = header.visualIndex(index.column())
    by_key = view.hasFocus() and view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    # Heather marks both; where the keyboard is, the line is heavier, so that neither hides the other.
    width = 3 if by_key else 2
    color = theme.focus if by_key else theme.select_line
    painter.fillRect(rect.left(), rect.top(), rect.width(), width, color)
    painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, color)
    if shown and at == shown[0]:
        painter.fillRect(rect.left(), rect.top(), width, rect.height(), color)
    if shown and at == shown[-1]:
        painter.fillRect(rect.right() + 1 - width, rect.top(), width, rect.height(), color)


def _meets_frame(rect: QRect, view: object) -> bool:
    """Whether the row ends where a framed table's own line runs."""
    return isinstance(view, QTableView) and view.property("framed") and rect.bottom() >= view.viewport().height() - 1


def _is_checked(state: object) -> bool:
    # Models answer with the enum or with its number.
    return getattr(state, "value", state) == Qt.CheckState.Checked.value

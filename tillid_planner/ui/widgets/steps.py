"""The path of a guided task: what is done, where we are, what comes."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, paint_icon, paint_plate, scaled
from tillid_planner.ui.widgets.labels import Hairline
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.pressing import ReturnPresses

DONE, CURRENT, AHEAD = "done", "current", "ahead"


class StepPath(QWidget):
    """Steps in a row: ✓ for done, heather for the current one; ``chosen`` carries the index clicked."""

    chosen = Signal(int)

    def __init__(
        self,
        steps: Sequence[str] = (),
        current: int = 0,
        *,
        compact: bool = False,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show *steps*; *compact* uses small marks without numbers, *clickable* lets the user go to any."""
        super().__init__(parent)
        self._compact, self._clickable = compact, clickable
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8 if compact else 12)
        self._steps: list[_Step] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_steps(steps)
        self.set_current(current)

    def set_steps(self, steps: Sequence[str]) -> None:
        """Show other steps."""
        clear_layout(self._row)
        self._steps = []
        for index, text in enumerate(steps):
            if index:
                line = Hairline()
                line.setFixedWidth(16 if self._compact else 40)
                self._row.addWidget(line)
            step = _Step(index, text, self._compact, self._clickable)
            step.clicked.connect(lambda *_, at=index: self.chosen.emit(at))
            self._row.addWidget(step)
            self._steps.append(step)

    def set_current(self, current: int, done: Sequence[int] | None = None) -> None:
        """Stand on step *current*; *done* are the indexes of finished steps, else all before it."""
        finished = set(range(current)) if done is None else set(done)
        for index, step in enumerate(self._steps):
            step.set_state(CURRENT if index == current else DONE if index in finished else AHEAD)
        self.updateGeometry()


class _Step(ReturnPresses, QAbstractButton):
    """One step."""

    def __init__(self, index: int, text: str, compact: bool, clickable: bool) -> None:
        super().__init__()
        self.setText(text)
        self._index, self._compact = index, compact
        self._state = AHEAD
        self._clickable = clickable
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if clickable else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: str) -> None:
        self._state = state
        words = {DONE: tr("{step}, done"), CURRENT: tr("{step}, current step"), AHEAD: "{step}"}
        self.setAccessibleName(words[state].replace("{step}", self.text()))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._face()).horizontalAdvance(self.text()) + 2
        return QSize(self._mark() + (6 if self._compact else 8) + words, scaled(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        side = self._mark()
        mark = QRectF(0, (self.height() - side) / 2, side, side)
        if self._compact:
            self._draw_small(painter, mark)
        else:
            self._draw_round(painter, mark)
        painter.setFont(self._face())
        hot = self._state == CURRENT or (self._clickable and self.underMouse())
        painter.setPen(theme["text" if hot else "text_muted"])
        left = side + (6 if self._compact else 8)
        words = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def _draw_small(self, painter: QPainter, mark: QRectF) -> None:
        theme = current_theme()
        if self._state == DONE:
            paint_icon(painter, mark, "check", "text_muted")
            return
        dot = QRectF(0, 0, scaled(10), scaled(10))
        dot.moveCenter(mark.center())
        if self._state == CURRENT:
            paint_plate(painter, dot, theme.accent, radius=dot.width() / 2)
        else:
            paint_plate(painter, dot, None, theme.field_line, dot.width() / 2)

    def _draw_round(self, painter: QPainter, mark: QRectF) -> None:
        theme = current_theme()
        radius = mark.width() / 2
        if self._state == DONE:
            edge = theme.line if theme.name == "contrast" else None
            paint_plate(painter, mark, theme.monogram, edge, radius)
            inset = radius / 2.6
            paint_icon(painter, mark.adjusted(inset, inset, -inset, -inset), "check", "text_muted")
            return
        current = self._state == CURRENT
        paint_plate(
            painter,
            mark,
            theme.accent if current else theme.surface,
            None if current else theme.field_line,
            radius,
        )
        painter.setFont(font("small", 600))
        painter.setPen(QPen(theme.on_accent if current else theme.text_muted))
        painter.drawText(mark, int(Qt.AlignmentFlag.AlignCenter), str(self._index + 1))

    def _mark(self) -> int:
        return scaled(14 if self._compact else 24)

    def _face(self) -> QFont:
        return font("body", 600 if self._state == CURRENT else 400)

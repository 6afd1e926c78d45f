"""A message at the bottom of the page that can take back what it tells."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, paint_plate, scaled
from tillid_planner.ui.widgets.labels import TextLabel
from tillid_planner.ui.widgets.pressing import ReturnPresses

_SECONDS = 8
_BELOW = 24
_PAD = 6


class Toast(QWidget):
    """One message at a time, bottom centre of *page*; it stays while hovered or focused."""

    def __init__(self, page: QWidget, foot: Callable[[], int] = lambda: 0) -> None:
        """Lie over *page*, above the pixels at its bottom that *foot* tells: what is worked with next stays free."""
        super().__init__(page)
        self._foot = foot
        self._act: Callable[[], object] | None = None
        self._page = page
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(12)
        self._label = TextLabel(color="on_toast")
        self._button = _ToastLink(self)
        self._button.clicked.connect(self._take)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)
        page.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._pause_or_go)  # type: ignore[union-attr]
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def show_message(
        self,
        text: str,
        action_text: str = "",
        on_action: Callable[[], object] | None = None,
        seconds: float = _SECONDS,
    ) -> None:
        """Say *text* for *seconds*, with *action_text* as a link that calls *on_action*."""
        self._act = on_action
        self._label.setText(text)
        self._button.setText(action_text)
        self._button.setVisible(bool(action_text))
        self._row.setContentsMargins(16, 0, 8 if action_text else 16, 0)
        self.setAccessibleName(text)
        self._timer.setInterval(round(seconds * 1000))
        self._place()
        self.show()
        self.raise_()
        # What the page shows at its bottom may be about to change with the act that is told of.
        QTimer.singleShot(0, self, self._place)
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._act = None
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible() and not self._button.hasFocus():
            self._timer.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_plate(QPainter(self), self.rect(), current_theme().toast, radius=8)

    def _place(self) -> None:
        page = self._page
        self._row.activate()
        width = min(self.sizeHint().width(), max(80, page.width() - 2 * _BELOW))
        height = max(scaled(44), self._row.totalHeightForWidth(width) + 2 * _PAD)
        self.setGeometry((page.width() - width) // 2, page.height() - height - self._above(), width, height)

    def _above(self) -> int:
        foot = self._foot()
        return foot + _PAD if foot else _BELOW

    def _pause_or_go(self, *_: object) -> None:
        if not self.isVisible():
            return
        if self._button.hasFocus() or self.underMouse():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _end(self) -> None:
        self.dismiss()

    def _take(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()


class _ToastLink(ReturnPresses, QPushButton):
    """The action in the colours of the toast."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("paintsFocus", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("body", 600)).horizontalAdvance(self.text())
        return QSize(width + 18, scaled(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if self.hasFocus() or self.underMouse():
            ring = self.rect().adjusted(2, 6, -2, -6)
            paint_plate(painter, ring, None, theme.toast_link, 5, 2 if self.hasFocus() else 1)
        painter.setFont(font("body", 600))
        painter.setPen(theme.toast_link)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())

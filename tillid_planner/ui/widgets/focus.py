"""The focus ring: 2 px, 2 px outside what has the keyboard, painted once for the whole program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, paint_plate

# By name: the first window need not load what it has none of.
_FIELDS = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QComboBox", "QAbstractSpinBox")
_SCROLLS = "QAbstractScrollArea"
_PAINT_THEIR_OWN = ("QAbstractItemView", "QMenu")
_MARGIN = 4
_WATCHED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
)


_frame: FocusFrame | None = None
_keyboard_in_use = False


class FocusFrame(QObject):
    """Follows the focus of the application.

    A field always shows the ring; other controls only when the keyboard brought the focus (Tab,
    Backtab, a shortcut). Tables, menus and widgets with the property ``paintsFocus`` paint their own.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._target: QWidget | None = None
        self._chain: list[QWidget] = []
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._follow)

    @property
    def marked(self) -> QWidget | None:
        """What has the ring now, or None."""
        return self._target

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is not None and _keyboard_in_use:
            # Qt thinks of the keyboard only when Tab moves the focus; whoever goes on with Return must see it, too.
            new.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if new is None or not _wants_ring(new):
            return
        self._target = new
        host = new
        while (above := host.parentWidget()) is not None and not host.isWindow() and not _is_content(host):
            self._chain.append(host)
            host = above
        for widget in self._chain:
            widget.installEventFilter(self)
        if host is not new:
            self._ring = _Ring(host)
            self._place()

    def _leave(self) -> None:
        for widget in self._chain:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._chain = []
        self._target = None
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.setParent(None)
            self._ring.deleteLater()
        self._ring = None

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None or not isValid(ring) or not isValid(target):
            return
        host = ring.host
        area = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
        ring.setGeometry(area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        ring.radius = float(target.property("ringRadius") or 9)
        ring.setVisible(target.isVisibleTo(host))
        ring.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _WATCHED:
            self._place()
        return False


class _Ring(QWidget):
    """Lies over its siblings and lets the mouse through."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.host = host
        self.radius = 9.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_plate(QPainter(self), self.rect(), None, current_theme().focus, self.radius, 2)


def install_focus_frame(app: QApplication) -> FocusFrame:
    """Give *app* its one focus ring; a second call returns the first one's."""
    global _frame
    # Remembered here: to look for it among the application's children would load the style as well.
    if _frame is None or not isValid(_frame):
        _frame = FocusFrame(app)
    return _frame


def focus_reason() -> Qt.FocusReason:
    """Return why the program itself moves the focus now: as Tab would, if the keyboard is in use."""
    return Qt.FocusReason.TabFocusReason if _keyboard_in_use else Qt.FocusReason.OtherFocusReason


def focusable(host: QWidget) -> list[QWidget]:
    """Return the widgets in *host* that are seen and take the keyboard by Tab; buttons that delete left out."""
    # Not by the chain of Tab: walking along it through the binding leaves it broken.
    return [
        widget
        for widget in host.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(host)
        and widget.isEnabled()
        and not getattr(widget, "destructive", False)
    ]


def focus_near(host: QWidget, place: QRect) -> bool:
    """Put the keyboard on what is nearest to *place* (in the coordinates of *host*); return whether there is any."""

    def distance(widget: QWidget) -> tuple[int, int]:
        area = QRect(widget.mapTo(host, QPoint(0, 0)), widget.size())
        across = max(place.left() - area.right(), area.left() - place.right(), 0)
        down = max(place.top() - area.bottom(), area.top() - place.bottom(), 0)
        return across + down, abs(area.center().y() - place.center().y())

    nearest = min(focusable(host), key=distance, default=None)
    if nearest is None:
        return False
    nearest.setFocus(focus_reason())
    return True


def lost_focus(host: QWidget) -> QRect | None:
    """Return where in *host* the keyboard was when what had it was hidden or switched off; None if it still has it.

    Qt then asks ``focusNextPrevChild`` as if Tab were pressed, and what comes next may be anything.
    """
    had = QApplication.focusWidget()
    if had is None or not host.isAncestorOf(had) or (had.isVisible() and had.isEnabled()):
        return None
    return QRect(had.mapTo(host, QPoint(0, 0)), had.size())


def set_keyboard_in_use(on: bool) -> None:
    """Say whether a key (True) or the mouse (False) was pressed last."""
    global _keyboard_in_use
    _keyboard_in_use = on
    window = QApplication.activeWindow()
    if window is not None and not on:
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)


def _wants_ring(widget: QWidget) -> bool:
    if widget.isWindow() or widget.property("paintsFocus"):
        return False
    if any(widget.inherits(kind) for kind in _PAINT_THEIR_OWN):
        return False
    if any(widget.inherits(kind) for kind in _FIELDS):
        return not widget.property("bare")
    if widget.inherits(_SCROLLS):
        return False
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def _is_content(widget: QWidget) -> bool:
    """Whether *widget* is what a scroll area moves: the ring must move and be cut off with it."""
    viewport = widget.parentWidget()
    area = viewport.parentWidget() if viewport else None
    if area is None or not area.inherits(_SCROLLS):
        return False
    from PySide6.QtWidgets import QAbstractScrollArea

    return isinstance(area, QAbstractScrollArea) and area.viewport() is viewport

"""Round corners for menus and panels that are windows of their own."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBitmap, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

_RADIUS = 8


def round_off(popup: QWidget) -> None:
    """Leave what lies outside the round corners of *popup* unpainted; call :func:`cut_corners` when it is resized."""
    popup.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    if not _may_lack_a_compositor():
        popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


def cut_corners(popup: QWidget) -> None:
    """Cut the corners off where a desktop without a compositor would show what is transparent as black."""
    if not _may_lack_a_compositor() or popup.size().isEmpty():
        return
    mask = QBitmap(popup.size())
    mask.clear()
    painter = QPainter(mask)
    painter.setBrush(Qt.GlobalColor.color1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(popup.rect()), _RADIUS, _RADIUS)
    painter.end()
    popup.setMask(mask)


def _may_lack_a_compositor() -> bool:
    # Windows, macOS and Wayland always have one; a plain X desktop, or one seen from afar, often has none.
    return QGuiApplication.platformName() == "xcb"

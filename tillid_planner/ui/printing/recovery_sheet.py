"""The sheet with the recovery key, on paper or as PDF; always in the light theme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from tillid_planner.exchange.target import save
from tillid_planner.ui.days import full_day_text
from tillid_planner.ui.printing.printer import ask_printer
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import face, load_theme, paint_brand, paint_plate

_POINTS = 72.0
_MARGIN = 56.0
_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the sheet: the plan's name, the key's groups, the day it was made."""

    plan: str
    groups: tuple[str, ...]
    made_on: date


def print_sheet(sheet: RecoverySheet, parent: QWidget) -> bool:
    """Ask for a printer and print; return whether it was sent."""
    printer = ask_printer(parent, tr("Tillid Planner"), _set_page)
    if printer is not None:
        _paint(printer, sheet)
    return printer is not None


def save_sheet(sheet: RecoverySheet, path: Path) -> None:
    """Write the sheet as a PDF that only the user may read; raise ``NotSaved``."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("Recovery key"))
    writer.setCreator("")
    _set_page(writer)
    _paint(writer, sheet)
    save(path, bytes(buffer.data().data()))


def _set_page(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def _paint(device: QPagedPaintDevice, sheet: RecoverySheet) -> None:
    painter = QPainter(device)
    scale = device.logicalDpiX() / _POINTS
    painter.scale(scale, scale)
    width = device.width() / scale - 2 * _MARGIN
    painter.translate(_MARGIN, _MARGIN)
    pen = _Pen(painter, width)
    theme = load_theme("light")
    paint_brand(painter, QRectF(0, 0, 20, 20), theme)
    pen.write(tr("Tillid Planner"), 12, 600, left=28, top=3)
    pen.y = 64
    pen.write(tr("Recovery key"), 24, 600)
    pen.write(sheet.plan, 14, 400)
    pen.y += 16
    pen.write(
        tr("This key opens the plan if the passphrase is forgotten. Without both, nobody can open it."),
        11,
        400,
    )
    pen.y += 16
    pen.y += _paint_groups(painter, sheet.groups, QRectF(0, pen.y, width, 0)) + 24
    for sentence in (
        tr("Keep the sheet in a safe place, not together with the computer."),
        tr("Choose «Use the recovery key» where the plan is unlocked, and type all groups in order."),
        tr("Capitals, spaces and hyphens do not matter."),
    ):
        pen.write(f"•  {sentence}", 11, 400)
        pen.y += 4
    pen.y += 20
    pen.write(tr("Made on {day}.", day=full_day_text(sheet.made_on)), 9, 400, muted=True)
    painter.end()


def _paint_groups(painter: QPainter, groups: tuple[str, ...], area: QRectF) -> float:
    theme = load_theme("light")
    rows = -(-len(groups) // _COLUMNS)
    height, cell = rows * 44.0 + 20, (area.width() - 32) / _COLUMNS
    paint_plate(painter, QRectF(area.x(), area.y(), area.width(), height), theme.surface, theme.field_line, 6)
    for index, group in enumerate(groups):
        left = area.x() + 16 + (index % _COLUMNS) * cell
        top = area.y() + 10 + (index // _COLUMNS) * 44
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(_face(9, 400))
        painter.setPen(theme.text_muted)
        painter.drawText(QRectF(left, top, 16, 44), middle, str(index + 1))
        painter.setFont(_face(20, 600))
        painter.setPen(theme.text)
        painter.drawText(QRectF(left + 18, top, cell - 18, 44), middle, group)
    return height


class _Pen:
    """Writes one paragraph under the other; all measures in points."""

    def __init__(self, painter: QPainter, width: float) -> None:
        self._painter, self._width = painter, width
        self.y = 0.0

    def write(
        self,
        text: str,
        size: int,
        weight: int,
        *,
        left: float = 0,
        top: float | None = None,
        muted: bool = False,
    ) -> None:
        drawn = _face(size, weight)
        theme = load_theme("light")
        self._painter.setFont(drawn)
        self._painter.setPen(theme["text_muted" if muted else "text"])
        area = QRectF(left, self.y if top is None else top, self._width - left, 400)
        flags = int(Qt.TextFlag.TextWordWrap)
        taken = self._painter.boundingRect(area, flags, text)
        self._painter.drawText(area, flags, text)
        if top is None:
            self.y += taken.height() + 4


def _face(size: int, weight: int) -> QFont:
    made = face(weight)
    made.setPixelSize(size)
    return made

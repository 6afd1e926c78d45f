"""A breach case on paper or as PDF: black on white, and on one page where it fits."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from tillid_planner.services.sheets import Sheet
from tillid_planner.ui.printing.printer import ask_printer
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import face

_MARGIN_MM = 18.0
#: Points of the text, the largest that fits on one page; a long case takes more pages at the first.
_SIZES = (10.5, 9.5, 8.5)
_STYLE = (
    "h1 { font-size: 17pt; font-weight: 600; margin-bottom: 2pt; }"
    "h2 { font-size: 11.5pt; font-weight: 600; margin-top: 10pt; margin-bottom: 2pt; }"
    "p { margin-top: 2pt; margin-bottom: 4pt; }"
)


def sheet_pdf(sheet: Sheet, *, one_page: bool = False) -> bytes:
    """Return the sheet as PDF; its title names nobody. With *one_page* the text shrinks a little to fit."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator(tr("Tillid Planner"))
    _set_page(writer)
    _document(sheet, writer, one_page).print_(writer)
    return bytes(buffer.data().data())


def print_sheet(sheet: Sheet, parent: QWidget, *, one_page: bool = False) -> bool:
    """Ask for a printer and print; return whether it was sent."""
    printer = ask_printer(parent, tr("Tillid Planner"), _set_page)
    if printer is not None:
        _document(sheet, printer, one_page).print_(printer)
    return printer is not None


def _set_page(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    edge = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageMargins(edge, QPageLayout.Unit.Millimeter)


def _document(sheet: Sheet, device: QPagedPaintDevice, one_page: bool) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(_STYLE)
    for size in _SIZES if one_page else _SIZES[:1]:
        made = face()
        made.setPointSizeF(size)
        document.setDefaultFont(made)
        document.setHtml(sheet.html())
        area = device.pageLayout().paintRect(QPageLayout.Unit.Point).size()
        document.setPageSize(area)
        if document.pageCount() == 1:
            break
    return document

"""Letters and reports on paper or as PDF: one text document, always dark on white, nothing in it but text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from tillid_planner.ui.printing.printer import ask_printer
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import font

_MARGIN_MM = 18.0
_BODY_PT = 9.5
# Sizes of the three levels of heading. Not the heading tags: beside a font measured in pixels, Qt makes those as small
# as a dot on paper.
_HEADINGS = {1: (18, 0, 8), 2: (13, 18, 4), 3: (11, 14, 2)}
_STYLE = (
    "p { margin-top: 2px; margin-bottom: 4px; } p.pen { margin-top: 16px; margin-bottom: 0; }"
    " .muted { color: #535e67; } td { padding: 4px 12px 4px 0; } hr { color: #535e67; }"
)


@dataclass
class Paper:
    """A document under way; everything handed to it is text and is printed as it stands."""

    title: str
    parts: list[str] = field(default_factory=list)

    def heading(self, text: str, level: int = 2, *, new_page: bool = False) -> None:
        """Add a heading of level 1–3."""
        points, above, below = _HEADINGS[level]
        style = f"font-size: {points}pt; font-weight: 600; margin-top: {above}px; margin-bottom: {below}px"
        if new_page:
            style += "; page-break-before: always"
        self.parts.append(f'<p style="{style}">{_text(text)}</p>')

    def say(self, text: str, lead: str = "", *, muted: bool = False) -> None:
        """Add a paragraph, perhaps after a lead in 600."""
        begin = f"<b>{_text(lead)}</b> " if lead else ""
        kind = ' class="muted"' if muted else ""
        self.parts.append(f"<p{kind}>{begin}{_text(text)}</p>")

    def row(self, *cells: str) -> None:
        """Add one line of a table with cells of equal weight."""
        inner = "".join(f"<td>{_text(cell)}</td>" for cell in cells)
        self.parts.append(f'<table width="100%"><tr>{inner}</tr></table>')

    def lines_to_write_on(self, count: int) -> None:
        """Add empty lines for a pen."""
        self.parts.append('<p class="pen">&nbsp;</p><hr>' * count)

    @property
    def html(self) -> str:
        """The whole, with every typed sign escaped."""
        return f"<html><body>{''.join(self.parts)}</body></html>"


def document(paper: Paper) -> QTextDocument:
    """Return the paper as a text document; it opens no file and follows no link."""
    made = QTextDocument()
    face = font("body")
    face.setPointSizeF(_BODY_PT)
    made.setDefaultFont(face)
    made.setDefaultStyleSheet(_STYLE)
    made.setHtml(paper.html)
    return made


def pdf_bytes(paper: Paper) -> bytes:
    """Return the paper as a PDF whose metadata name nobody."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("Tillid Planner"))
    writer.setCreator("")
    _set_page(writer)
    _draw(writer, paper)
    return bytes(buffer.data().data())


def print_paper(paper: Paper, parent: QWidget) -> bool:
    """Ask for a printer and print; return whether it was sent."""
    printer = ask_printer(parent, tr("Tillid Planner"), _set_page)
    if printer is not None:
        _draw(printer, paper)
    return printer is not None


def _set_page(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


def _draw(device: QPagedPaintDevice, paper: Paper) -> None:
    made = document(paper)
    made.documentLayout().setPaintDevice(device)
    made.setPageSize(QSizeF(device.width(), device.height()))
    made.print_(device)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def joined(parts: Sequence[str]) -> str:
    """Return the parts that say something, with a middle dot between them."""
    return " · ".join(part for part in parts if part)

"""Asking for a printer; what is printed to a file can be read by the user alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QWidget

from tillid_planner.exchange.target import make_private

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask_printer(
    parent: QWidget, job: str, set_page: Callable[[QPagedPaintDevice], None], *, full_page: bool = False
) -> QPrinter | None:
    """Ask for a printer; return it ready to draw on, or None if the user let it be.

    *job* is seen in queues and on printers: it must name nobody.
    """
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job)
    printer.setFullPage(full_page)
    set_page(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not accepted:
        return None
    if printer.outputFileName():
        make_private(Path(printer.outputFileName()))
    return printer

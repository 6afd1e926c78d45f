"""The small question before something about a person leaves: what leaves, what stays, and who sees it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.errors import TillidError
from tillid_planner.exchange.target import NotSaved, save
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.export.dialog import ExportDialog
from tillid_planner.ui.printing.paper import Paper, pdf_bytes, print_paper
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import CheckBox, Segmented


class PaperKind(StrEnum):
    """What leaves; the value is its name under ``access.export`` in the content, and in the log."""

    SHEET = "sheet"
    AGENDA = "agenda"
    REPORT = "report"


class PaperWay(StrEnum):
    """How it leaves."""

    PRINT = "print"
    PDF = "pdf"
    JSON = "json"


_SUFFIX = {PaperWay.PDF: ".pdf", PaperWay.JSON: ".json"}


class PaperDialog(ExportDialog):
    """Prints or saves one paper; nothing leaves before the verb is pressed.

    The paper is about ``assignee_id``. ``make`` returns it; it is given whether other people's names are to be
    masked. ``data`` returns the same as a file for machines, where there is one.
    """

    def __init__(
        self,
        desk: Desk,
        kind: PaperKind,
        make: Callable[[bool], Paper],
        assignee_id: int,
        parent: QWidget | None = None,
        *,
        data: Callable[[bool], bytes] | None = None,
        way: PaperWay = PaperWay.PRINT,
    ) -> None:
        offered = [(PaperWay.PRINT, tr("Print")), (PaperWay.PDF, tr("PDF"))]
        if data is not None:
            offered.append((PaperWay.JSON, tr("Data file")))
        ways = Segmented(offered, accessible=tr("How it leaves"))
        super().__init__(desk, parent, desk.words.text(f"access.export.{kind}.title"), ways, verb=tr("Print"))
        self._kind, self._make, self._data = kind, make, data
        self._assignee_id = assignee_id
        self.ways.set_value(way)
        self.mask_names = CheckBox(tr("Cover other people's names"))
        self.mask_names.setChecked(True)
        for part in (self.ways, self.summary, self.mask_names, self.trouble):
            self.body.addWidget(part)
        self.mask_names.setVisible(kind is PaperKind.REPORT)
        self.show_way()
        self.ways.take_focus()

    @property
    def way(self) -> PaperWay:
        """How it is to leave."""
        value = self.ways.value()
        return value if isinstance(value, PaperWay) else PaperWay.PRINT

    @override
    def confirm(self) -> None:
        """Let it leave."""
        self.trouble.hide()
        masked = self.mask_names.isChecked()
        try:
            on_paper = self.way is PaperWay.PRINT
            left = print_paper(self._make(masked), self) if on_paper else self._save(masked)
        except NotSaved as error:
            self.show_failure(error)
            return
        except TillidError as error:
            self.desk.failed.emit(error)
            return
        if left:
            self.desk.session.access.note(self._kind, self.way, self._assignee_id)
            self.finish(self.desk.words.text(f"access.export.{self._kind}.done"))

    def _save(self, masked: bool) -> bool:
        suffix = _SUFFIX[self.way]
        path = self.choose_file(self.desk.words.text(f"access.export.{self._kind}.file") + suffix, suffix)
        if path is None:
            return False
        made = self._data(masked) if self.way is PaperWay.JSON and self._data else pdf_bytes(self._make(masked))
        save(path, made)
        return True

    @override
    def show_way(self) -> None:
        super().show_way()
        words = self.desk.words
        self.verb_button.setText(
            {PaperWay.PRINT: tr("Print"), PaperWay.PDF: tr("Save PDF"), PaperWay.JSON: tr("Save data file")}[self.way]
        )
        section = f"access.export.{self._kind}"
        seen = "print" if self.way is PaperWay.PRINT else "file"
        self.summarize(
            words.text(f"{section}.with"), words.text(f"{section}.without"), words.text(f"export.for.{seen}")
        )

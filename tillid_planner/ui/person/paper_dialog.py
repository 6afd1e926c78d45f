"""The small question before something about a person leaves: what leaves, what stays, and who sees it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from tillid_planner.domain.errors import TillidError
from tillid_planner.exchange.target import NotSaved, save
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.documents import documents_folder
from tillid_planner.ui.export.view import ExportSummary
from tillid_planner.ui.printing.paper import Paper, pdf_bytes, print_paper
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import CheckBox, Dialog, Segmented, SunkenNote, ask


class PaperKind(StrEnum):
    """What leaves; the value is its name under ``access.leaving`` in the content, and in the log."""

    SHEET = "sheet"
    AGENDA = "agenda"
    REPORT = "report"


class PaperWay(StrEnum):
    """How it leaves."""

    PRINT = "print"
    PDF = "pdf"
    JSON = "json"


_SUFFIX = {PaperWay.PDF: ".pdf", PaperWay.JSON: ".json"}


class PaperDialog(Dialog):
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
        super().__init__(parent, desk.words.text(f"access.export.{kind}.title"), verb=tr("Print"), width=520)
        self._desk, self._kind, self._make, self._data = desk, kind, make, data
        self._assignee_id = assignee_id
        ways = [(PaperWay.PRINT, tr("Print")), (PaperWay.PDF, tr("PDF"))]
        if data is not None:
            ways.append((PaperWay.JSON, tr("Data file")))
        self.ways = Segmented(ways, accessible=tr("How it leaves"))
        self.ways.set_value(way)
        self.what = ExportSummary()
        self.mask_names = CheckBox(tr("Cover other people's names"))
        self.mask_names.setChecked(True)
        self.trouble = SunkenNote("warn", "")
        self.trouble.hide()
        for part in (self.ways, self.what, self.mask_names, self.trouble):
            self.body.addWidget(part)
        self.mask_names.setVisible(kind is PaperKind.REPORT)
        self.ways.chosen.connect(lambda _: self._show_choice())
        self._show_choice()
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
            self.trouble.set_text(self._desk.words.text(f"export.failed.{error.reason}"))
            self.trouble.show()
            return
        except TillidError as error:
            self._desk.failed.emit(error)
            return
        if left:
            self._desk.session.access.note(self._kind, self.way, self._assignee_id)
            self._desk.noticed.emit(Notice(self._desk.words.text(f"access.export.{self._kind}.done")))
            self.accept()

    def choose(self, offered: str, kinds: str) -> str:
        """Ask for a file's name; an empty one means that the user let it be."""
        chosen, _ = QFileDialog.getSaveFileName(self, self.verb_button.text(), offered, kinds)
        return chosen

    def _save(self, masked: bool) -> bool:
        suffix = _SUFFIX[self.way]
        # The name of a file is seen by everybody who sees the folder: it names nobody.
        name = self._desk.words.text(f"access.export.{self._kind}.file") + suffix
        chosen = self.choose(str(documents_folder() / name), f"{suffix[1:].upper()} (*{suffix})")
        if not chosen:
            return False
        path = Path(chosen)
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
            if path.exists() and not ask(
                self,
                tr("Write over the file?"),
                tr("There is a file called «{name}» already.", name=path.name),
                tr("Write over"),
            ):
                return False
        made = self._data(masked) if self.way is PaperWay.JSON and self._data else pdf_bytes(self._make(masked))
        save(path, made)
        return True

    def _show_choice(self) -> None:
        words = self._desk.words
        self.verb_button.setText(
            {PaperWay.PRINT: tr("Print"), PaperWay.PDF: tr("Save PDF"), PaperWay.JSON: tr("Save data file")}[self.way]
        )
        section = f"access.export.{self._kind}"
        seen = "print" if self.way is PaperWay.PRINT else "file"
        self.what.tell(
            words.text(f"{section}.with"), words.text(f"{section}.without"), words.text(f"export.for.{seen}")
        )
        self.setAccessibleDescription(self.what.words())

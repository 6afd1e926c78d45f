"""Who holds an agreement on what, out of the matrix: as a spreadsheet, separated values or text to paste."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.errors import TillidError
from tillid_planner.exchange.held_list import HeldLine, held_csv, held_text, held_workbook
from tillid_planner.exchange.target import NotSaved, save
from tillid_planner.services.holdings import Chosen, HeldWay, held_words
from tillid_planner.ui.clipboard import copy_private
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.export.target import choose_named
from tillid_planner.ui.export.view import ExportSummary
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import CheckBox, Dialog, RadioButton, Segmented, SunkenNote
from tillid_planner.ui.widgets.failure import failure_words
from tillid_planner.ui.work import run_in_background

_SUFFIX = {HeldWay.SHEET: ".xlsx", HeldWay.CSV: ".csv"}


class MatrixExportDialog(Dialog):
    """Says first what leaves and for whom; ratings never do, and rungs only when they are asked for."""

    def __init__(
        self, desk: Desk, shown: Chosen, parent: QWidget | None = None, *, chosen: Chosen | None = None, cells: int = 0
    ) -> None:
        """Offer what the matrix has *shown*, and the *chosen* of it if that is less: so many *cells*."""
        super().__init__(parent, tr("Copy or save who holds which agreement"), verb=tr("Save spreadsheet"), width=520)
        self._desk, self._shown, self._chosen = desk, shown, chosen
        self._working = self._stopped = False
        self.ways = Segmented(
            [(HeldWay.SHEET, tr("Spreadsheet")), (HeldWay.CSV, tr("CSV")), (HeldWay.TEXT, tr("Text"))],
            accessible=tr("How it leaves"),
        )
        self.ways.set_value(HeldWay.SHEET)
        self.what = ExportSummary()
        self.only_chosen = RadioButton(tr("Only the %n chosen cell(s)", n=cells))
        self.all_shown = RadioButton(tr("Everything the matrix shows"))
        (self.all_shown if chosen is None else self.only_chosen).setChecked(True)
        self.rungs = CheckBox(tr("Take the agreed rungs along"))
        self.trouble = SunkenNote("warn", "")
        # Apart from the ways: radio buttons let go of every other one beside or below them.
        which = QWidget()
        column = QVBoxLayout(which)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.only_chosen)
        column.addWidget(self.all_shown)
        for part in (self.ways, self.what, which, self.rungs, self.trouble):
            self.body.addWidget(part)
        which.setVisible(chosen is not None)
        self.trouble.hide()
        self.ways.chosen.connect(lambda _: self._show_choice())
        self.rungs.toggled.connect(lambda _: self._show_choice())
        self._show_choice()
        self.ways.take_focus()

    @property
    def way(self) -> HeldWay:
        """How it is to leave."""
        value = self.ways.value()
        assert isinstance(value, HeldWay)
        return value

    @override
    def confirm(self) -> None:
        """Let it leave, by way of the file chooser where there is a file."""
        if self._working:
            return
        self.trouble.hide()
        words, rungs = held_words(self._desk.words), self.rungs.isChecked()
        try:
            lines = self._lines()
        except TillidError as error:
            self._tell_failure(error)
            return
        if not lines:
            self._tell(tr("There are no agreements among these. Nothing has left."))
        elif self.way is HeldWay.TEXT:
            copy_private(held_text(lines, words, rungs=rungs))
            self._left(tr("The text is copied. It is cleared from the clipboard after 20 seconds."))
        elif self.way is HeldWay.CSV:
            self._write(lambda: held_csv(lines, words, rungs=rungs), tr("The file is saved."))
        else:
            self._write(lambda: held_workbook(lines, words, rungs=rungs), tr("The spreadsheet is saved."))

    def choose(self, title: str, offered: str, kinds: str) -> str:
        """Ask for a file's name; an empty one means that the user let it be."""
        chosen, _ = QFileDialog.getSaveFileName(self, title, offered, kinds)
        return chosen

    @override
    def done(self, result: int) -> None:
        # Close; what is under way stops and leaves no file.
        self._stopped = True
        super().done(result)

    def _lines(self) -> list[HeldLine]:
        wanted = self._chosen if self._chosen is not None and self.only_chosen.isChecked() else self._shown
        return self._desk.session.matrix.holdings.lines(wanted, rungs=self.rungs.isChecked())

    def _write(self, make: Callable[[], bytes], said: str) -> None:
        name = self._desk.words.text(f"held.file.{self.way}")
        path = choose_named(self, self.choose, self.verb_button.text(), name, _SUFFIX[self.way])
        if path is None:
            return
        self._work(True)

        def work(path: Path = path) -> None:
            content = make()
            if not self._stopped:
                save(path, content)

        run_in_background(self, work, done=lambda _: self._left(said), failed=self._tell_failure)

    def _left(self, said: str) -> None:
        if self._stopped:
            return
        try:
            self._desk.session.matrix.holdings.note(self.way)
        except TillidError as error:
            self._desk.failed.emit(error)
        self._desk.noticed.emit(Notice(said))
        self.accept()

    def _tell_failure(self, error: TillidError) -> None:
        self._work(False)
        if isinstance(error, NotSaved):
            self._tell(self._desk.words.text(f"export.failed.{error.reason}"))
        else:
            self._tell(" ".join(failure_words(error, self._desk.words)[1:]))

    def _tell(self, text: str) -> None:
        self.trouble.set_text(text)
        self.trouble.setAccessibleName(text)
        self.trouble.show()

    def _work(self, working: bool) -> None:
        self._working = working
        for part in (self.verb_button, self.ways, self.only_chosen, self.all_shown, self.rungs):
            part.setEnabled(not working)

    def _show_choice(self) -> None:
        words, key = self._desk.words, "rungs" if self.rungs.isChecked() else "plain"
        self.trouble.hide()
        self.verb_button.setText(
            {
                HeldWay.SHEET: tr("Save spreadsheet"),
                HeldWay.CSV: tr("Save CSV"),
                HeldWay.TEXT: tr("Copy text"),
            }[self.way]
        )
        seen_by = "text" if self.way is HeldWay.TEXT else "file"
        self.what.tell(
            words.text(f"held.with.{key}"), words.text(f"held.without.{key}"), words.text(f"held.for.{seen_by}")
        )
        self.setAccessibleDescription(self.what.words())

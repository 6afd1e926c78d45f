"""The dialog for exporting who holds which agreement: as a spreadsheet, CSV or text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.errors import TillidError
from tillid_planner.exchange.held_list import HeldLine, held_csv, held_text, held_workbook
from tillid_planner.exchange.target import save
from tillid_planner.services.holdings import Chosen, HeldWay, held_words
from tillid_planner.ui.clipboard import copy_private
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.export.dialog import ExportDialog
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import CheckBox, RadioButton, Segmented
from tillid_planner.ui.work import run_in_background

_SUFFIX = {HeldWay.SHEET: ".xlsx", HeldWay.CSV: ".csv"}


class MatrixExportDialog(ExportDialog):
    """Says first what leaves and for whom; ratings never do, and rungs only when they are asked for."""

    def __init__(
        self, desk: Desk, shown: Chosen, parent: QWidget | None = None, *, chosen: Chosen | None = None, cells: int = 0
    ) -> None:
        """Offer what the matrix has *shown*, and the *chosen* of it if that is less: so many *cells*."""
        ways = Segmented(
            [(HeldWay.SHEET, tr("Spreadsheet")), (HeldWay.CSV, tr("CSV")), (HeldWay.TEXT, tr("Text"))],
            accessible=tr("How it leaves"),
        )
        title = tr("Copy or save who holds which agreement")
        super().__init__(desk, parent, title, ways, verb=tr("Save spreadsheet"))
        self._shown, self._chosen, self._stopped = shown, chosen, False
        self.ways.set_value(HeldWay.SHEET)
        self.only_chosen = RadioButton(tr("Only the %n chosen cell(s)", n=cells))
        self.all_shown = RadioButton(tr("Everything the matrix shows"))
        (self.all_shown if chosen is None else self.only_chosen).setChecked(True)
        self.rungs = CheckBox(tr("Take the agreed rungs along"))
        # Apart from the ways: radio buttons let go of every other one beside or below them.
        which = QWidget()
        column = QVBoxLayout(which)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.only_chosen)
        column.addWidget(self.all_shown)
        for part in (self.ways, self.summary, which, self.rungs, self.trouble):
            self.body.addWidget(part)
        which.setVisible(chosen is not None)
        self.rungs.toggled.connect(lambda _: self.show_way())
        self.show_way()
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
        if self.working:
            return
        self.trouble.hide()
        words, rungs = held_words(self.desk.words), self.rungs.isChecked()
        try:
            lines = self._lines()
        except TillidError as error:
            self.show_failure(error)
            return
        if not lines:
            self.show_trouble(tr("There are no agreements among these. Nothing has left."))
        elif self.way is HeldWay.TEXT:
            copy_private(held_text(lines, words, rungs=rungs))
            self._finish(tr("The text is copied. It is cleared from the clipboard after 20 seconds."))
        elif self.way is HeldWay.CSV:
            self._write(lambda: held_csv(lines, words, rungs=rungs), tr("The file is saved."))
        else:
            self._write(lambda: held_workbook(lines, words, rungs=rungs), tr("The spreadsheet is saved."))

    @override
    def done(self, result: int) -> None:
        # Close; what is under way stops and leaves no file.
        self._stopped = True
        super().done(result)

    def _lines(self) -> list[HeldLine]:
        wanted = self._chosen if self._chosen is not None and self.only_chosen.isChecked() else self._shown
        return self.desk.session.matrix.holdings.lines(wanted, rungs=self.rungs.isChecked())

    def _write(self, make: Callable[[], bytes], said: str) -> None:
        path = self.choose_file(self.desk.words.text(f"held.file.{self.way}"), _SUFFIX[self.way])
        if path is None:
            return
        self.set_working(True)

        def work(path: Path = path) -> None:
            content = make()
            if not self._stopped:
                save(path, content)

        run_in_background(self, work, done=lambda _: self._finish(said), failed=self.show_failure)

    def _finish(self, said: str) -> None:
        if self._stopped:
            return
        try:
            self.desk.session.matrix.holdings.note(self.way)
        except TillidError as error:
            self.desk.failed.emit(error)
        self.finish(said)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.ways, self.only_chosen, self.all_shown, self.rungs)

    @override
    def show_way(self) -> None:
        super().show_way()
        words, key = self.desk.words, "rungs" if self.rungs.isChecked() else "plain"
        self.verb_button.setText(
            {
                HeldWay.SHEET: tr("Save spreadsheet"),
                HeldWay.CSV: tr("Save CSV"),
                HeldWay.TEXT: tr("Copy text"),
            }[self.way]
        )
        seen_by = "text" if self.way is HeldWay.TEXT else "file"
        self.summarize(
            words.text(f"held.with.{key}"), words.text(f"held.without.{key}"), words.text(f"held.for.{seen_by}")
        )

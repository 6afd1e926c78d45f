"""The recovery key: shown in groups, printed, and confirmed from the sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from secrets import SystemRandom

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.exchange.target import NotSaved
from tillid_planner.ui.plan_folders import folder_name
from tillid_planner.ui.printing.recovery_sheet import RecoverySheet, print_sheet, save_sheet
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Button, Field, LineField, Plate, TextLabel

_COLUMNS = 4
_ASKED = 2
#: Base 32 has no 0, 1 or 8; whoever reads one from paper has seen a letter.
_MISREAD = str.maketrans({"0": "O", "1": "I", "8": "B"})


def read_group(text: str) -> str:
    """Return letters and digits as they stand in a recovery key, whatever was typed between them."""
    return "".join(sign for sign in text.upper() if sign.isalnum()).translate(_MISREAD)


class RecoveryKeyStep(QWidget):
    """First the key with its sheet, then, with the key out of sight, two of its groups are asked for."""

    #: Both groups have been typed as they stand on the sheet (True), or not (False).
    confirmed_changed = Signal(bool)
    #: The key is shown (False) or asked for (True).
    asking_changed = Signal(bool)
    #: Return was pressed in one of the groups.
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[str, ...] = ()
        self.asked: tuple[int, ...] = ()
        self._name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._plate = Plate("sunken")
        self._grid = QGridLayout(self._plate)
        self._grid.setContentsMargins(12, 10, 12, 10)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._acts = QWidget()
        self._lay_out_acts()
        self._questions = QWidget()
        self.fields: tuple[Field, ...] = ()
        self._answers: list[LineField] = []
        self._question_row = QHBoxLayout(self._questions)
        self._question_row.setContentsMargins(0, 0, 0, 0)
        self._question_row.setSpacing(12)
        self.told = TextLabel("", "small", muted=True)
        self.told.hide()
        for part in (self._plate, self._acts, self._questions, self.told):
            column.addWidget(part)
        self._questions.hide()

    @property
    def confirmed(self) -> bool:
        """Whether both groups are right."""
        return bool(self.asked) and all(
            read_group(line.text()) == self.groups[at] for line, at in zip(self._answers, self.asked, strict=True)
        )

    @property
    def asking(self) -> bool:
        """Whether the groups are being asked for."""
        return not self._questions.isHidden()

    def set_key(self, key: str, name: str) -> None:
        """Show the key of the plan *name*."""
        self.groups = tuple(key.split("-"))
        self._name = name
        for index, group in enumerate(self.groups):
            self._grid.addLayout(_cell(index, group), index // _COLUMNS, index % _COLUMNS)
        self.asked = tuple(sorted(SystemRandom().sample(range(len(self.groups)), _ASKED)))
        self.fields = tuple(self._question(at) for at in self.asked)

    def ask(self) -> None:
        """Hide the key and ask for two groups from the sheet."""
        self._set_asking(True)
        self._answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_key(self) -> None:
        """Show the key again."""
        self._set_asking(False)

    def forget(self) -> None:
        """Drop the key and what was typed from it."""
        self.groups, self.asked = (), ()
        for line in self._answers:
            line.set_value("")

    def print_sheet(self) -> None:
        """Print the sheet on paper."""
        if print_sheet(self._sheet(), self):
            self._show_saved(tr("The sheet has been sent to the printer."))

    def save_sheet(self) -> None:
        """Save the sheet as PDF where the user says."""
        offered = str(Path.home() / folder_name(tr("Recovery key {plan}", plan=self._name)).replace(".tillid", ".pdf"))
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the recovery key"), offered, "PDF (*.pdf)")
        if not chosen:
            return
        try:
            save_sheet(self._sheet(), Path(chosen))
        except NotSaved:
            self._show_saved(tr("The sheet could not be saved there. Choose another place."))
        else:
            self._show_saved(tr("Saved. Anyone who opens the file can open the plan: print it, and delete it again."))

    def _sheet(self) -> RecoverySheet:
        return RecoverySheet(self._name, self.groups, date.today())

    def _set_asking(self, asking: bool) -> None:
        self._plate.setHidden(asking)
        self._acts.setHidden(asking)
        self._questions.setVisible(asking)
        self.told.hide()
        self.asking_changed.emit(asking)

    def _question(self, at: int) -> Field:
        line = LineField(large=True)
        line.setMaxLength(9)
        field = Field(tr("Group {number}", number=at + 1), line)
        line.textChanged.connect(lambda *_: self._look(field, line, at))
        line.returnPressed.connect(lambda: self._go_on(line))
        self._answers.append(line)
        self._question_row.addWidget(field, 1)
        return field

    def _go_on(self, line: LineField) -> None:
        left = [other for other in self._answers if other is not line and not other.text()]
        if left and line.text():
            left[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.answered.emit()

    def _look(self, field: Field, line: LineField, at: int) -> None:
        typed = read_group(line.text())
        whole = len(typed) >= len(self.groups[at]) if self.groups else False
        wrong = whole and typed != self.groups[at]
        field.set_error(tr("Not as on the sheet. Look once more.") if wrong else None)
        self.confirmed_changed.emit(self.confirmed)

    def _show_saved(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()

    def _lay_out_acts(self) -> None:
        row = QHBoxLayout(self._acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.print_button = Button(tr("Print"), "secondary", "print")
        self.save_button = Button(tr("Save as PDF"), "secondary", "export")
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self.save_sheet)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)


def _cell(index: int, group: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    number = TextLabel(str(index + 1), "small", muted=True, wrap=False)
    number.setFixedWidth(scaled(10))
    letters = TextLabel(group, "section", wrap=False)
    letters.setAccessibleName(tr("Group {number}: {letters}", number=index + 1, letters=" ".join(group)))
    row.addWidget(number)
    row.addWidget(letters)
    row.addStretch(1)
    return row

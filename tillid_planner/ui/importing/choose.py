"""The first step of an import: a file, or rows pasted from a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, paint_plate, scaled
from tillid_planner.ui.widgets import Button, Field, IconLabel, ScrollPage, TextLabel

_WIDEST = 760


class ChooseStep(QWidget):
    """A place to drop a file, a button to choose one, and a field for pasted rows."""

    file_requested = Signal()
    #: Rows were pasted; carries the text.
    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(24)
        self.drop = DropPlace()
        self.drop.choose.clicked.connect(lambda *_: self.file_requested.emit())
        self.rows = QPlainTextEdit()
        self.rows.setTabChangesFocus(True)
        self.rows.setPlaceholderText(
            tr("Mark the rows in the spreadsheet, headings too, copy them, and paste them here.")
        )
        self.rows.setFixedHeight(scaled(112))
        self.read = Button(tr("Read the rows"))
        self.read.clicked.connect(self._hand_over)
        self.rows.textChanged.connect(self._show_state)
        column.addWidget(self.drop)
        column.addWidget(Field(tr("Or paste from a spreadsheet"), self.rows))
        row = QHBoxLayout()
        row.addWidget(self.read)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(content, widest=scaled(_WIDEST)))
        self._show_state()

    def forget(self) -> None:
        """Empty the field."""
        self.rows.clear()

    def _hand_over(self) -> None:
        self.pasted.emit(self.rows.toPlainText())

    def _show_state(self) -> None:
        filled = bool(self.rows.toPlainText().strip())
        self.read.setEnabled(filled)
        paste = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
        self.read.setToolTip("" if filled else tr("Paste the rows first ({key}).", key=paste))


class DropPlace(QWidget):
    """Says that a file can be dropped on the page; lights up while one is over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 28)
        column.setSpacing(4)
        self.choose = Button(tr("Choose file"), "primary", "import")
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel("import", 24), 0, middle)
        column.addSpacing(4)
        self.title = TextLabel(tr("Drag the file here"), "section", centred=True)
        column.addWidget(self.title)
        column.addWidget(
            TextLabel(
                tr("CSV, Excel (xlsx, xls) or OpenDocument (ods). The file itself is not changed."),
                muted=True,
                centred=True,
            )
        )
        column.addSpacing(12)
        column.addWidget(self.choose, 0, middle)

    def light(self, on: bool) -> None:
        """Show that a file would be taken here."""
        self._lit = on
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = ("select_fill", "select_line") if self._lit else ("surface", "field_line")
        paint_plate(QPainter(self), self.rect(), theme[fill], theme[line], 8, 1.5 if self._lit else 1, dashed=True)

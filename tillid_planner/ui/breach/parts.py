"""The small lists in a case: facts, what changes, controls, what must be seen; each row is edited in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.draft import DraftSubject
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import (
    Button,
    CheckBox,
    ComboBox,
    DateField,
    Dialog,
    Field,
    GrowingText,
    Hairline,
    IconButton,
    TextLabel,
)
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.refusal import refuse, show_faults


@dataclass(frozen=True, slots=True)
class PartRow:
    """One row: the part itself, its words, a muted line, and a tick if it has one."""

    part: Any
    text: str
    second: str = ""
    ticked: bool | None = None


class PartList(QWidget):
    """Rows with an edit and a remove button, and one to add; the page decides what they do."""

    add_requested = Signal()
    edit_requested = Signal(object)
    remove_requested = Signal(object)
    ticked = Signal(object, bool)

    def __init__(self, add_text: str, *, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.empty = TextLabel(empty, muted=True)
        column.addWidget(self.empty)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self.add_button = Button(add_text, "text", "add", flush=True)
        self.add_button.clicked.connect(self.add_requested)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: list[PartRow] = []
        self._boxes: list[CheckBox] = []

    def set_rows(self, rows: Sequence[PartRow], *, editable: bool = True) -> None:
        """Show other rows."""
        self.add_button.setVisible(editable)
        self.empty.setVisible(not rows and bool(self.empty.text()))
        if list(rows) == self._shown and self._rows.count():
            return
        self._shown = list(rows)
        focused = next((number for number, box in enumerate(self._boxes) if box.hasFocus()), None)
        self._boxes = []
        clear_layout(self._rows)
        for number, row in enumerate(rows):
            if number:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(row, editable))
        if focused is not None and focused < len(self._boxes):
            # Whoever ticks by keyboard goes on from the same row.
            self._boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, row: PartRow, editable: bool) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        if row.ticked is None:
            words.addWidget(TextLabel(row.text, private=True))
        else:
            box = CheckBox(row.text)
            box.setChecked(row.ticked)
            box.clicked.connect(lambda on: self.ticked.emit(row.part, on))
            self._boxes.append(box)
            words.addWidget(box)
        second = TextLabel(row.second, "small", muted=True, wrap=row.ticked is None)
        line.addLayout(words, 1)
        if row.ticked is not None:
            # On the same line: nothing below may move when something is ticked.
            line.addWidget(second)
        elif row.second:
            words.addWidget(second)
        if editable:
            edit = IconButton("edit", tr("Change «{text}»", text=row.text[:40]), "bare")
            edit.clicked.connect(lambda *_: self.edit_requested.emit(row.part))
            remove = IconButton("delete", tr("Remove «{text}»", text=row.text[:40]), "bare")
            remove.clicked.connect(lambda *_: self.remove_requested.emit(row.part))
            line.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return holder


#: What a part is asked for with.
PartEditor: TypeAlias = GrowingText | DateField | ComboBox


class PartDialog(Dialog):
    """Asks for the fields of one part; ``store`` gets their values by name."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        title: str,
        editors: Mapping[str, tuple[str, PartEditor]],
        store: Callable[[dict[str, Any]], Changes],
        *,
        subject: DraftSubject,
        text: str = "",
        verb: str = "",
    ) -> None:
        super().__init__(parent, title, text, verb=verb or tr("Keep"), width=520)
        self._desk, self._store = desk, store
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({name: editor for name, (_, editor) in editors.items()})
        self.body.addWidget(self.draft.note)
        self.fields = {name: Field(label, editor) for name, (label, editor) in editors.items()}
        for field in self.fields.values():
            self.body.addWidget(field)
        self.draft.begin(subject)
        next(iter(self.fields.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def confirm(self) -> None:
        """Store it; else say beside the fields what is wrong."""
        values: dict[str, Any] = {}
        for name, field in self.fields.items():
            field.set_error(None)
            editor = field.editor
            if isinstance(editor, DateField):
                if editor.error():
                    refuse(field, editor.error() or "")
                    return
                values[name] = editor.read()
            elif isinstance(editor, GrowingText | ComboBox):
                values[name] = editor.value()
        reply = self._desk.run(lambda: self._store(values))
        if reply.invalid is None:
            if reply:
                self.draft.end()
                self.accept()
            return
        first = next(iter(self.fields.values()))
        show_faults(self._desk.words, self.fields, reply.invalid.faults, otherwise=first)

"""A task's red lines: read as rows, written in place, kept as they are left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import RedLine
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.task_words import red_line_details
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import (
    Button,
    Card,
    Field,
    GrowingText,
    Hairline,
    IconButton,
    IconLabel,
    LineField,
    TextLabel,
)
from tillid_planner.ui.widgets.kept_fields import KeptFields
from tillid_planner.ui.widgets.layouts import clear_layout


class RedLinesCard(Card):
    """Rows of red lines, and one editor in place of the row that is being written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.add_button = Button(tr("Add"), "text", flush=True)
        super().__init__(tr("Red lines"), action=self.add_button, parent=parent)
        self.add_button.setAccessibleName(tr("Add a red line"))
        self.add_button.clicked.connect(self.start_new)
        #: Stores all lines as given and returns what keeps them from being stored; set by the form.
        self.store: Callable[[tuple[RedLine, ...]], Sequence[Fault]] = lambda lines: ()
        self._desk = desk
        self._task_id: int | None = None
        self._lines: tuple[RedLine, ...] = ()
        self._empty = TextLabel(tr("What must not be crossed, whoever holds the task."), "small", muted=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.editor = RedLineEditor(desk, self._keep)
        self.editor.hide()
        self.editor.done.connect(self.finish)
        self.editor.removed.connect(self._remove_edited)
        self.add(self._empty)
        self.add(self._rows)
        self.add(self.editor)

    def show_lines(self, lines: tuple[RedLine, ...]) -> None:
        """Show what is stored; an open editor keeps what is being written."""
        self._lines = lines
        edited = self.editor.line
        if edited is not None and edited.id is not None:
            stored = next((line for line in lines if line.id == edited.id), None)
            if stored is None:
                self._close()
            else:
                self.editor.show_line(stored)
        self._show_rows()

    def show_afresh(self, task_id: int | None, lines: tuple[RedLine, ...]) -> None:
        """Show another task's lines; one that was being written is open again."""
        self.editor.close_line()
        self._task_id, self._lines = task_id, lines
        drafted = next((line for line in (*lines, RedLine(text="")) if self._has_draft(line)), None)
        if drafted is not None:
            self.editor.show_afresh(drafted, self._subject(drafted))
        self._show_rows()

    def start_new(self) -> None:
        """Open the editor for a new line."""
        if self.finish():
            self._edit(RedLine(text=""))

    def finish(self) -> bool:
        """Keep what is in the editor and close it; return False if it has to stay for something unkept."""
        if self.editor.line is None:
            return True
        if not self.editor.finish():
            return False
        had_focus = self.editor.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._close()
        if had_focus:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _subject(self, line: RedLine) -> DraftSubject:
        return DraftSubject(DraftForm.RED_LINE, self._task_id, part=str(line.id or "new"))

    def _has_draft(self, line: RedLine) -> bool:
        return self._task_id is not None and self._desk.session.drafts.get(self._subject(line)) is not None

    def _close(self) -> None:
        self.editor.close_line()
        self._show_rows()

    def _keep(self, line: RedLine) -> Sequence[Fault]:
        if line.id is not None:
            return self.store(tuple(line if known.id == line.id else known for known in self._lines))
        before = {known.id for known in self._lines}
        faults = self.store((*self._lines, line))
        added = [known for known in self._lines if known.id not in before]
        if added and not faults:
            self.editor.line = added[-1]
            self.editor.draft.set_subject(self._subject(added[-1]))
            self._show_rows()
        return faults

    def _remove_edited(self) -> None:
        line = self.editor.line
        self.editor.draft.end()
        self._close()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if line is not None and line.id is not None:
            self._remove(line)

    def _remove(self, line: RedLine) -> None:
        self.store(tuple(known for known in self._lines if known.id != line.id))

    def _edit(self, line: RedLine) -> None:
        if not self.finish():
            return
        self.editor.show_afresh(line, self._subject(line))
        self._show_rows()
        self.editor.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_rows(self) -> None:
        clear_layout(self._rows)
        edited = self.editor.line
        for line in self._lines:
            if edited is not None and line.id == edited.id:
                continue
            if self._rows.count():
                self._rows.addWidget(Hairline())
            row = RedLineRow(line)
            row.edit.clicked.connect(lambda *_, line=line: self._edit(line))
            row.remove.clicked.connect(lambda *_, line=line: self._remove(line))
            self._rows.addWidget(row)
        self._empty.setVisible(not self._lines and edited is None)


class RedLineRow(QWidget):
    """One red line to read, with its source and what happens if it is crossed."""

    def __init__(self, line: RedLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("stop", 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(line.text))
        for detail in red_line_details(line):
            words.addWidget(TextLabel(detail, "small", muted=True))
        row.addLayout(words, 1)
        self.edit = IconButton("edit", tr("Edit the red line"), "bare")
        self.remove = IconButton("close", tr("Remove the red line"), "bare")
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.remove)
        row.addLayout(buttons)
        row.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)


class RedLineEditor(QWidget):
    """Three fields for one red line, kept as they are left; ``line`` is the line as stored, or None."""

    done = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, keep: Callable[[RedLine], Sequence[Fault]]) -> None:
        super().__init__()
        self.line: RedLine | None = None
        self._keep = keep
        self.text = GrowingText(min_lines=1)
        self.source = LineField()
        self.consequence = GrowingText(min_lines=1)
        self._kept = KeptFields(desk, self)
        self._kept.edited.connect(lambda *_: self._store())
        self.draft = self._kept.draft
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Hairline())
        column.addWidget(self.draft.note)
        for name, label, editor in (
            ("text", tr("Red line"), self.text),
            ("source", tr("Source"), self.source),
            ("consequence", tr("If it is crossed"), self.consequence),
        ):
            field = Field(label, editor)
            self._kept.bind(name, editor, field)
            column.addWidget(field)
        self.done_button = Button(tr("Done"))
        self.done_button.clicked.connect(self.done)
        self.remove_button = Button(tr("Remove"), "quiet", "close")
        self.remove_button.clicked.connect(self.removed)
        buttons = QHBoxLayout()
        buttons.addWidget(self.done_button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove_button)
        column.addLayout(buttons)

    def show_line(self, line: RedLine) -> None:
        """Show what is stored; what is being written stays."""
        self.line = line
        self._kept.show(line)

    def show_afresh(self, line: RedLine, subject: DraftSubject) -> None:
        """Edit another line."""
        self.line = line
        self._kept.show_afresh(line, subject)
        self.show()

    def close_line(self) -> None:
        """Edit no line; what is half-typed stays a draft."""
        self.line = None
        self.draft.leave()
        self.hide()

    def finish(self) -> bool:
        """Keep what is being written; return False if there is something that cannot be kept."""
        if not self._kept.unstored():
            return True
        self._store(all_of_it=True)
        return not self._kept.unstored()

    def _store(self, *, all_of_it: bool = False) -> None:
        if self.line is None:
            return
        line = replace(
            self.line,
            text=self.text.value(),
            source=self.source.value(),
            consequence=self.consequence.value(),
        )
        if line.id is None and not line.text and not all_of_it:
            return  # there is no line yet; the rest is kept as soon as it has a text
        faults = self._keep(line)
        if faults:
            self._kept.tell(replace(fault, field="text") for fault in faults)
            return
        for name in ("text", "source", "consequence"):
            self._kept.stored(name)

"""The form of a control, in the inspector's place: the first fields, and the rest behind «More fields»."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.standing_control import (
    ControlForm as Form,
)
from tillid_planner.domain.standing_control import (
    ControlPurpose,
    DemandedBy,
    Stance,
    StandingControl,
    Watcher,
)
from tillid_planner.services.controls import A_YEAR
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import (
    Button,
    CheckBox,
    ComboBox,
    DateField,
    Field,
    FreeLine,
    GrowingText,
    LineField,
    ScrollPage,
    SunkenNote,
    TextButton,
    TextLabel,
)
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.number_field import NumberField
from tillid_planner.ui.widgets.refusal import show_faults
from tillid_planner.ui.widgets.section import Section

_CHOICES = ("form", "purpose", "watcher", "demanded_by", "stance")
_NAMELESS = ("name", "why", "adapted", "informed_where")


class ControlForm(QWidget):
    """Writes a new control or changes one; nothing is stored before the button, and what is typed is a draft."""

    stored = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._control: StandingControl | None = None
        today, words = desk.session.today(), desk.words
        self.title = TextLabel("", "section")
        self.name = LineField()
        self.form = ComboBox(_options(words, "form", Form), placeholder=tr("Choose a form"))
        self.purpose = ComboBox(_options(words, "purpose", ControlPurpose), placeholder=tr("Choose a purpose"))
        self.watcher = ComboBox(_options(words, "watcher", Watcher), placeholder=tr("Choose who watches"))
        self.minutes = NumberField(maximum=6000, decimals=0)
        self.demanded_by = ComboBox(_options(words, "demanded_by", DemandedBy))
        self.stance = ComboBox([(None, words.text("frames.stance.open")), *_options(words, "stance", Stance)])
        self.why = GrowingText(min_lines=2, max_lines=6)
        self.adapted = FreeLine()
        self.standing = CheckBox(tr("Holds for several, all the time"))
        self.med_on, self.informed_on = DateField(today=today), DateField(today=today)
        self.informed_where = FreeLine()
        self.starts_on, self.review_on = DateField(today=today, required=True), DateField(today=today)
        self.fields = {
            "name": Field(tr("Control"), self.name),
            "form": Field(tr("Form"), self.form),
            "purpose": Field(tr("Purpose"), self.purpose),
            "watcher": Field(tr("Who watches?"), self.watcher),
            "minutes": Field(tr("Minutes a week"), self.minutes, tr("For the whole unit.")),
            "demanded_by": Field(tr("Demanded by"), self.demanded_by),
            "stance": Field(tr("What do we do?"), self.stance),
            "why": Field(tr("Why it is there"), self.why),
            "adapted": Field(tr("Adapted here"), self.adapted),
            "med_on": Field(tr("Discussed in MED"), self.med_on),
            "informed_on": Field(tr("Staff were told"), self.informed_on),
            "informed_where": Field(tr("Where?"), self.informed_where),
            "starts_on": Field(tr("Starts"), self.starts_on),
            "review_on": Field(tr("Looked at again"), self.review_on),
        }
        self.reword_button = Button(tr("Write “an employee” instead"))
        self.trouble = SunkenNote("warn", "", action=self.reword_button)
        self.more_button = TextButton(tr("More fields"))
        self.save_button = Button(tr("Save the control"), "primary")
        self.cancel_button = Button(tr("Cancel"))
        self.draft = FormDraft(desk, self, nameless=_NAMELESS)
        self.draft.bind_all({name: field.editor for name, field in self.fields.items()})  # type: ignore[misc]
        self.draft.bind("standing", self.standing)
        self._lay_out()
        self._connect()

    def open(self, control: StandingControl | None) -> None:
        """Show a control to be changed, or an empty form for None; what was half-typed is put back."""
        self.draft.leave()
        self._control = control
        today = self._desk.session.today()
        self.title.setText(control.name if control is not None else tr("New control"))
        shown = control or _new(today)
        self.name.setText(shown.name)
        self.form.set_value(control.form if control else None)
        self.purpose.set_value(control.purpose if control else None)
        self.watcher.set_value(control.watcher if control else None)
        self.minutes.show_value(None if shown.minutes is None else float(shown.minutes))
        self.demanded_by.set_value(shown.demanded_by)
        self.stance.set_value(shown.stance)
        self.why.setPlainText(shown.why)
        self.adapted.setText(shown.adapted)
        self.standing.setChecked(shown.standing)
        for name in ("med_on", "informed_on", "starts_on", "review_on"):
            getattr(self, name).show_value(getattr(shown, name))
        self.informed_where.setText(shown.informed_where)
        for field in self.fields.values():
            field.set_error(None)
        self.trouble.hide()
        restored = self.draft.begin(DraftSubject(DraftForm.CONTROL, part=str(control.id if control else "new")))
        self._show_more(control is not None or restored)
        self._show_rest()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Store the control, or say at the fields what is wrong."""
        wrong = [name for name in ("form", "purpose", "watcher") if getattr(self, name).value() is None]
        for name in ("minutes", "med_on", "informed_on", "starts_on", "review_on"):
            if error := getattr(self, name).error():
                self._reveal(name)
                self.fields[name].set_error(error)
                self.fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if wrong:
            for name in reversed(wrong):
                self.fields[name].set_error(self._desk.words.text("faults.required"))
                self.fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        control = self._typed()
        reply = self._desk.run(lambda: self._desk.session.controls.put(control))
        if reply.invalid is not None:
            for fault in reply.invalid.faults:
                self._reveal(fault.field)
            show_faults(self._desk.words, self.fields, reply.invalid.faults)
            named = next((f for f in reply.invalid.faults if f.code == "names_someone"), None)
            self.trouble.setVisible(named is not None)
            if named is not None:
                self.trouble.set_text(tr("Controls name nobody. What is done is the task's, not somebody's."))
        elif not reply.failed:
            self.draft.end()
            stored = control.id if control.id is not None else new_id(reply.changes, Kind.CONTROL)
            self.stored.emit(stored)

    def _typed(self) -> StandingControl:
        chosen: dict[str, Any] = {name: getattr(self, name).value() for name in _CHOICES}
        if chosen["demanded_by"] is DemandedBy.US:
            chosen["stance"] = None
        minutes = self.minutes.read()
        start = self.starts_on.read() or self._desk.session.today()
        return replace(
            self._control or _new(start),
            name=self.name.text().strip(),
            **chosen,
            minutes=None if minutes is None else int(minutes),
            why=self.why.toPlainText().strip(),
            adapted=self.adapted.text().strip(),
            standing=self.standing.isChecked(),
            med_on=self.med_on.read(),
            informed_on=self.informed_on.read(),
            informed_where=self.informed_where.text().strip(),
            starts_on=start,
            review_on=self.review_on.read(),
        )

    def _reword(self) -> None:
        names, somebody = self._desk.session.controls.names(), self._desk.words.text("frames.somebody")
        for name in _NAMELESS:
            editor = getattr(self, name)
            if isinstance(editor, GrowingText):
                editor.setPlainText(names.masked(editor.toPlainText(), somebody))
            else:
                editor.setText(names.masked(editor.text(), somebody))
            self.fields[name].set_error(None)
        self.trouble.hide()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self, name: str) -> None:
        if name in self.fields and self.rest.isAncestorOf(self.fields[name]):
            self._show_more(True)

    def _show_more(self, on: bool) -> None:
        self.rest.setVisible(on)
        self.more_button.setVisible(not on)

    def _show_rest(self) -> None:
        ours = self.demanded_by.value() is DemandedBy.US
        self.fields["stance"].setVisible(not ours)
        told = self.standing.isChecked()
        for name in ("med_on", "informed_on", "informed_where"):
            self.fields[name].setVisible(told)
        self.law.setVisible(told)
        numbers = self.form.value() in (Form.REPORT, Form.DATA)
        self.fields["why"].set_label(
            tr("What are the figures used for, and who sees them?") if numbers else tr("Why it is there")
        )
        if numbers:
            self._show_more(True)

    def _connect(self) -> None:
        self.save_button.clicked.connect(lambda *_: self.save())
        self.cancel_button.clicked.connect(lambda *_: self._leave())
        self.reword_button.clicked.connect(lambda *_: self._reword())
        self.more_button.clicked.connect(lambda *_: self._open_more())
        for box in (self.demanded_by, self.form):
            box.chosen.connect(lambda *_: self._show_rest())
        self.standing.toggled.connect(lambda *_: self._show_rest())
        self.draft.restored.connect(self._show_rest)

    def _open_more(self) -> None:
        self._show_more(True)
        self.demanded_by.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self) -> None:
        self.draft.end()
        self.left.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = Section()
        head.column.addWidget(self.title)
        column.addWidget(head)
        content = Section(gap=12, ruled=False)
        content.column.addWidget(self.draft.note)
        for name in ("name", "form", "purpose", "watcher", "minutes"):
            content.column.addWidget(self.fields[name])
        content.column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.rest = Section(gap=12, ruled=False)
        self.rest.column.setContentsMargins(0, 0, 0, 0)
        self.law = TextLabel(tr("See your local agreement about notice before it starts."), "small", muted=True)
        for name in ("demanded_by", "stance", "why", "adapted"):
            self.rest.column.addWidget(self.fields[name])
        self.rest.column.addWidget(self.standing)
        self.rest.column.addWidget(self.law)
        for name in ("med_on", "informed_on", "informed_where", "starts_on", "review_on"):
            self.rest.column.addWidget(self.fields[name])
        content.column.addWidget(self.rest)
        content.column.addWidget(self.trouble)
        content.column.addStretch(1)
        self.trouble.hide()
        column.addWidget(ScrollPage(content), 1)
        foot = Section(ruled=False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        foot.column.addLayout(buttons)
        column.addWidget(foot)


def _new(start: date) -> StandingControl:
    return StandingControl(
        name="",
        form=Form.COLLEAGUE,
        purpose=ControlPurpose.LEARNING,
        watcher=Watcher.COLLEAGUE,
        starts_on=start,
        review_on=start + timedelta(days=A_YEAR),
    )


def _options(words: Words, kind: str, values: Iterable[StrEnum]) -> list[tuple[object, str]]:
    return [(value, words.text(f"frames.{kind}.{value}")) for value in values]

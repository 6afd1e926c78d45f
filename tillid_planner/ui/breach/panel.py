"""What every step of a case has in common: it keeps itself, and says beside its fields what cannot be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.errors import Fault
from tillid_planner.services.breach_cases import FIELDS, OPEN_WHEN_CLOSED, CaseView
from tillid_planner.ui.breach.parts import PartDialog, PartEditor
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk, Reply
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Button, DateField, Field, GrowingText, SunkenNote
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.kept_fields import KeptFields
from tillid_planner.ui.widgets.refusal import show_refusal


class Panel(QWidget):
    """One step of one case: a panel is made for a case and shows no other.

    ``kept`` stores the case's own fields as they are left; ``entry`` holds the fields of an act, which its button
    stores. ``step_requested`` asks for another step, ``talk_requested`` for the conversation.
    """

    #: The form of ``entry``.
    form: ClassVar[DraftForm] = DraftForm.CASE
    #: The fields of ``entry`` that refuse names.
    nameless: ClassVar[frozenset[str]] = frozenset()
    #: Whether the step says that a closed case is fixed.
    says_closed: ClassVar[bool] = True

    step_requested = Signal(str)
    talk_requested = Signal()

    def __init__(self, desk: Desk, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.step = desk, step
        self.case_id = 0
        self._view: CaseView | None = None
        self.kept = KeptFields(desk, self)
        self.kept.edited.connect(self._keep)
        self.entry = FormDraft(desk, self, nameless=self.nameless)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.column.addWidget(self.kept.draft.note)
        self.column.addWidget(self.entry.note)
        self.reopen = Button(tr("Open it again"), "text", flush=True)
        self.reopen.clicked.connect(lambda *_: self._reopen())
        self.closed_note = SunkenNote("info", "", icon="lock", action=self.reopen)
        self.closed_note.hide()
        self.column.addWidget(self.closed_note)
        self.trouble = SunkenNote("warn", "")
        self.trouble.hide()

    @property
    def view(self) -> CaseView:
        """The case that is shown; raises RuntimeError before there is one."""
        if self._view is None:
            raise RuntimeError
        return self._view

    def show_case(self, view: CaseView, *, afresh: bool) -> None:
        """Show a case; what is being typed stays unless it is another case or step (*afresh*)."""
        self._view, self.case_id = view, view.case.id or 0
        if afresh:
            self.kept.show_afresh(view.case, DraftSubject(DraftForm.CASE, breach_id=self.case_id, part=self.step))
            self.complain()
            self.entry.leave()
        else:
            self.kept.show(view.case)
        self._fix(view)
        self.fill(view)
        if afresh:
            self.entry.begin(DraftSubject(self.form, breach_id=self.case_id, part=f"{self.step}/entry"))

    def fill(self, view: CaseView) -> None:
        """Show what is not a bound field."""

    def commit(self) -> None:
        """Store what is typed into the case's own fields; the fields of an act stay a draft."""
        self.kept.commit()
        self.entry.save()

    def say(self, key: str, **params: object) -> str:
        """Return one of the texts about breaches."""
        return self.desk.words.text(f"breach.{key}", **params)

    def day(self, day: date) -> str:
        """Return a day in words."""
        return day_text(day, self.desk.session.today())

    def run(self, act: Callable[[], Changes], notice: str = "", *, at: QWidget | None = None) -> Reply:
        """Do something; what keeps it from being done is said under the control *at*, which shows what is stored."""
        reply = self.desk.run(act, notice)
        if not reply:
            self.fill(self.view)
        self.complain(*(reply.invalid.faults if reply.invalid else ()), at=at)
        return reply

    def complain(self, *faults: Fault, at: QWidget | None = None) -> None:
        """Say what is wrong under the control *at*, by default what has the keyboard; or nothing."""
        self.trouble.setVisible(bool(faults))
        if not faults:
            return
        said = " ".join(self.desk.words.text(f"faults.{fault.code}", **fault.params) for fault in faults)
        focused = self.focusWidget()
        show_refusal(self.trouble, said, at or (focused if focused and self.isAncestorOf(focused) else self.trouble))

    def ask_part(
        self,
        part: str,
        title: str,
        editors: Mapping[str, tuple[str, PartEditor]],
        store: Callable[[dict[str, Any]], Changes],
        *,
        text: str = "",
        verb: str = "",
    ) -> None:
        """Ask for a part in a dialog over the panel; *part* tells its draft from those of the case's other parts."""
        for _, editor in editors.values():
            if isinstance(editor, DateField):
                editor.setMaximumWidth(scaled(200))
        subject = DraftSubject(DraftForm.CASE_PART, breach_id=self.case_id, part=part)
        dialog = PartDialog(self.desk, self, title, editors, store, subject=subject, text=text, verb=verb)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.exec()
        dialog.deleteLater()

    def text_field(self, name: str, label: str, hint: str = "", *, least: int = 2) -> Field:
        """Return a field of several lines that keeps a text of the case."""
        editor = GrowingText(min_lines=least, max_lines=14)
        editor.setAccessibleName(label)
        field = Field(label, editor, hint)
        self.kept.bind(name, editor, field)
        return field

    def add(self, widget: QWidget, *, left: bool = False) -> None:
        """Put a widget under the others; *left* lets it keep its own width."""
        self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0))

    def _fix(self, view: CaseView) -> None:
        """Let nothing be changed in a closed case but the employee's own words."""
        closed = view.case.closed
        if view.case.closed_on is not None:
            self.closed_note.set_text(self.say("closing.fixed", day=self.day(view.case.closed_on)))
        self.closed_note.setVisible(closed and self.says_closed)
        for name in self.kept.names() - OPEN_WHEN_CLOSED:
            editor = self.kept.editor(name)
            if isinstance(editor, GrowingText):
                editor.setReadOnly(closed)
            else:
                editor.setEnabled(not closed)

    def _reopen(self) -> None:
        case_id, endings = self.case_id, self.desk.session.endings
        self.ask_part(
            "reopen",
            self.say("reopen.title"),
            {"reason": (self.say("reopen.reason"), GrowingText(min_lines=2))},
            lambda values: endings.reopen(case_id, values["reason"]),
            text=self.say("reopen.text"),
            verb=self.say("reopen.verb"),
        )

    def _keep(self, name: str, value: object) -> None:
        if name not in FIELDS or (value is None and name == "happened_on"):
            return
        case_id = self.case_id
        reply = self.desk.run(lambda: self.desk.session.cases.change(case_id, **{name: value}))
        if reply.invalid is not None:
            self.kept.tell(reply.invalid.faults)
        elif reply:
            self.kept.stored(name)

"""The agreement as a form: an act of two people, stored by its one button and not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tillid_planner.domain.agreement import ASK_WHEN_FROM_RUNG, Agreement, AgreementState, Leap
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.draft import DraftSubject
from tillid_planner.domain.errors import Fault
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.agreement_form_view import AgreementFormView
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import DateField, Field, GrowingText, LineField
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.rungs import fill_rung_menu, rung_name


class AgreementForm(QWidget):
    """Fills in a draft. ``agreed`` tells that it was stored, ``cancelled`` that it was closed."""

    agreed = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft_of: Callable[[int], Agreement] = self._draft_of_pair
        self._draft: Agreement | None = None
        self.view = AgreementFormView(desk.words, desk.session.today(), self)
        self._texts: dict[str, GrowingText | LineField] = {
            "purpose": self.view.purpose,
            "limits": self.view.limits,
            "ask_when": self.view.ask_when,
            "support": self.view.support,
            "watcher": self.view.watcher,
            "reason": self.view.reason,
            "employee_view": self.view.employee_view,
            "employee_comment": self.view.employee_comment,
        }
        self._leap_texts = {"gain": self.view.gain, "risk": self.view.risk, "catch": self.view.catch}
        self.kept = FormDraft(desk, self)
        self.kept.bind_all({**self._texts, **self._leap_texts})
        self.kept.bind_all(
            {
                "first_follow_up": self.view.first_follow_up,
                "review_on": self.view.review_on,
                "employee_rung": self.view.employee_rung,
                "state": self.view.state,
            }
        )
        self.view.fields_column.insertWidget(1, self.kept.note)
        self.view.agree.clicked.connect(lambda *_: self.store())
        self.view.cancel.clicked.connect(self.cancelled)
        self.view.hopes_button.clicked.connect(lambda *_: self._open_hopes())
        # Many fields lie between the one to be filled in and the button.
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.store)
        self.view.agree.setToolTip(shortcut.key().toString(QKeySequence.SequenceFormat.NativeText))

    @property
    def draft(self) -> Agreement | None:
        """The agreement as it is filled in now; None when there is none under way."""
        if self._draft is None:
            return None
        view = self.view
        texts: dict[str, Any] = {name: editor.value() for name, editor in self._texts.items()}
        leap = Leap(
            **{name: editor.value() for name, editor in self._leap_texts.items()},
            review_on=view.review_on.read(),
        )
        state = view.state.value()
        return replace(
            self._draft,
            **texts,
            leap=leap,
            first_follow_up=view.first_follow_up.read() if self._draft.rung else None,
            employee_rung=view.employee_rung.value(),
            state=state if isinstance(state, AgreementState) else AgreementState.OFFERED,
        )

    def open(
        self,
        draft: Agreement,
        sheet: Sheet,
        subject: DraftSubject,
        *,
        draft_of: Callable[[int], Agreement] | None = None,
    ) -> None:
        """Show a draft to fill in, with what was typed into it earlier and on the rung that was chosen then.

        *draft_of* returns the draft for another rung; by default it is the pair's own.
        """
        self._sheet, self._draft_of = sheet, draft_of or self._draft_of_pair
        rung = self.rung_begun(subject)
        if rung is not None and rung != draft.rung:
            draft = self._draft_of(rung)
        self._load(draft, sheet)
        self.kept.begin(subject, {"rung": draft.rung})
        self._show_hopes()
        self.view.scroll.verticalScrollBar().setValue(0)

    def rung_begun(self, subject: DraftSubject) -> int | None:
        """Return the rung of a form that was open and never stored, or None."""
        kept = self._desk.session.drafts.get(subject)
        rung = kept.fields.get("rung") if kept is not None else None
        return rung if isinstance(rung, int) else None

    def put_away(self) -> None:
        """Show nothing any more; what is typed stays a draft."""
        self.kept.clear()
        self._draft = None

    def clear(self) -> None:
        """Drop the draft."""
        self.kept.end()
        self.put_away()

    def take_rung(self, rung: int) -> None:
        """Go over to another rung; what is typed comes along, the rung brings its own first follow-up."""
        before, fresh = self.draft, self._draft_of(rung)
        self._load(fresh, self._sheet)
        self.kept.rebase()
        self.kept.set_context(rung=rung)
        if before is not None:
            self._load(_carry_over(before, fresh), self._sheet)

    def _draft_of_pair(self, rung: int) -> Agreement:
        return self._desk.session.trust.draft(self._sheet.task.id or 0, self._sheet.assignee.id or 0, rung)

    def _load(self, draft: Agreement, sheet: Sheet) -> None:
        self._draft = draft
        self._sheet = sheet
        view = self.view
        for name, editor in self._texts.items():
            editor.set_value(getattr(draft, name))
        leap = draft.leap or Leap(gain="", risk="", catch="", review_on=None)
        for name, editor in self._leap_texts.items():
            editor.set_value(getattr(leap, name))
        view.review_on.show_value(leap.review_on)
        view.first_follow_up.show_value(draft.first_follow_up)
        view.employee_rung.set_value(draft.employee_rung)
        view.state.set_value(draft.state)
        view.head.set_rung(draft.rung)
        name = rung_name(self._desk.words, draft.rung)
        title = name if not draft.rung else tr("Rung {rung}, {name}", rung=draft.rung, name=name)
        view.title.setText(title)
        view.line.setText(self._desk.words.text(f"ladders.task.{draft.rung}.line"))
        view.agree.setText(tr("Agree on rung {rung}", rung=draft.rung) if draft.rung else tr("Pause the task"))
        fill_rung_menu(view.menu, self._desk.words, sheet.task.legal_ceiling, self.take_rung)
        self._show_parts(draft)
        for field in view.fields.values():
            field.set_error(None)

    def follow(self, sheet: Sheet) -> None:
        """Take another suggestion and other red lines into account; what is filled in stays."""
        suggested = sheet.suggestion.rung if sheet.suggestion else None
        draft = self.draft
        if draft is None:
            return
        self._sheet = sheet
        self._show_red_lines()
        if draft.suggested_rung != suggested:
            self._load(replace(draft, suggested_rung=suggested), sheet)

    def _show_red_lines(self) -> None:
        lines = self._desk.session.ground_rules.lines_for(self._sheet.task.id or 0)
        self.view.show_red_lines(lines)
        self.view.fixed_part.setVisible(bool(lines and self._draft and self._draft.rung))

    def _show_parts(self, draft: Agreement) -> None:
        view, fields = self.view, self.view.fields
        held = draft.rung > 0
        for name in ("purpose", "limits", "ask_when", "support", "watcher", "first_follow_up"):
            fields[name].setVisible(held)
        self._show_red_lines()
        view.state_part.setVisible(held)
        fields["ask_when"].set_help(
            tr("Needed from rung {rung}.", rung=ASK_WHEN_FROM_RUNG) if draft.rung >= ASK_WHEN_FROM_RUNG else ""
        )
        fields["reason"].setVisible(draft.needs_reason(self._before()))
        if draft.is_leap:
            view.leap_note.set_text(
                tr(
                    "You give more trust than the suggestion (rung {rung}). That can be right: a reflected leap. "
                    "Four answers make it one you can both stand by.",
                    rung=draft.suggested_rung,
                ),
            )
        self._show_hopes()
        if draft.differs:
            fields["reason"].set_help(
                tr("The suggestion is rung {rung}. Write it as the employee may read it.", rung=draft.suggested_rung)
            )
        elif draft.needs_reason(self._before()):
            fields["reason"].set_help(
                tr("The rung goes down from {rung}. Write it as the employee may read it.", rung=self._before())
            )

    def _show_hopes(self, *, opened: bool = False) -> None:
        draft = self._draft
        leap, held = draft is not None and draft.is_leap, draft is not None and draft.rung > 0
        hopes = held and (opened or bool(self.view.gain.value() or self.view.risk.value()))
        self.view.show_leap(leap=leap, hopes=hopes)
        self.view.hopes_button.setVisible(held and not leap and not hopes)

    def _open_hopes(self) -> None:
        self._show_hopes(opened=True)
        self.view.gain.setFocus(Qt.FocusReason.OtherFocusReason)

    def _before(self) -> int | None:
        return self._sheet.agreement.rung if self._sheet.agreement else None

    def take_focus(self) -> None:
        """Put the keyboard on the first thing that is still to be filled in, or else on the first field.

        Never on the button: a stray key must not agree.
        """
        fields = [field for field in self.view.fields.values() if field.isVisibleTo(self)]
        required = self.view.required_labels(self._draft, self._before())
        lacking = (field for field in fields if field.label.text() in required and _is_empty(field))
        field = next(lacking, fields[0])
        field.editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.view.scroll.ensureWidgetVisible(field, 0, 24)

    def store(self) -> None:
        """Agree; what is wrong is said beside the fields, and the first of them gets the keyboard."""
        draft = self.draft
        if draft is None:
            return
        for name, field in self.view.fields.items():
            editor = field.editor
            field.set_error(editor.error() if isinstance(editor, DateField) else None)
            if isinstance(editor, DateField) and editor.error() and field.isVisibleTo(self):
                self._go_to(name)
                return
        who = self._sheet.assignee.name
        reply = self._desk.run(lambda: self.keep(draft), notice=_notice(draft, who))
        if reply.invalid is not None:
            self._show_faults(reply.invalid.faults)
        elif reply:
            self.clear()
            self.agreed.emit()

    def keep(self, draft: Agreement) -> Changes:
        """Store the agreement; where it belongs to something more, a subclass ties the two."""
        return self._desk.session.trust.agree(draft)

    def _show_faults(self, faults: tuple[Fault, ...]) -> None:
        text = self._desk.words.text
        named = {fault.field: text(f"faults.{fault.code}", **fault.params) for fault in faults}
        for name, field in self.view.fields.items():
            field.set_error(named.pop(name, None))
        self.view.fault.setVisible(bool(named))
        if named:
            self.view.fault.set_text(" ".join(named.values()))
        first = next((n for n, f in self.view.fields.items() if f.error() and f.isVisibleTo(self)), None)
        if first is not None:
            self._go_to(first)

    def _go_to(self, name: str) -> None:
        field: Field = self.view.fields[name]
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.scroll.ensureWidgetVisible(field, 0, 24)


def _is_empty(field: Field) -> bool:
    return isinstance(field.editor, LineField | GrowingText) and not field.editor.value()


def _notice(draft: Agreement, who: str) -> str:
    if not draft.rung:
        return tr("The task is paused for {who}.", who=who)
    if draft.state is AgreementState.ACCEPTED:
        return tr("Rung {rung} is agreed with {who}.", rung=draft.rung, who=who)
    if draft.state is AgreementState.DISCUSSED:
        return tr("Rung {rung} is discussed with {who}.", rung=draft.rung, who=who)
    return tr("Rung {rung} is offered to {who}.", rung=draft.rung, who=who)


def _carry_over(before: Agreement, draft: Agreement) -> Agreement:
    return replace(
        draft,
        purpose=before.purpose or draft.purpose,
        limits=before.limits or draft.limits,
        ask_when=before.ask_when or draft.ask_when,
        support=before.support or draft.support,
        watcher=before.watcher or draft.watcher,
        reason=before.reason,
        leap=before.leap,
        employee_rung=before.employee_rung,
        employee_view=before.employee_view,
        employee_comment=before.employee_comment,
        state=before.state,
    )

"""The agreement: rated anew, the rung with its reasons, what changes, controls with an end, what must be seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.binding import Action
from tillid_planner.domain.breach import Control, Criterion, Measure, MeasureKind, Owner
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import BreachStatus, Dimension
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.explanation import explain, put_into_words
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.services.breach_sheet import Voice, usual_criteria
from tillid_planner.ui.breach.panel import Panel
from tillid_planner.ui.breach.parts import PartList, PartRow
from tillid_planner.ui.breach.repair_agreement import CaseAgreementDialog, agree_for_case
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.rating_section import RatingSection
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, ComboBox, DateField, GrowingText, RungBadge, SunkenNote, TextLabel
from tillid_planner.ui.widgets.rungs import rung_name

#: A control is proposed to end when the two have had time to see whether it is still needed.
_CONTROL_DAYS = 60


class AgreementPanel(Panel):
    """How the two go on. ``print_requested`` asks for the agreement on paper."""

    print_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.AGREEMENT)
        self.waiting = SunkenNote("info", desk.words.text("faults.cause_first"))
        self.add(self.waiting)
        self.lists: dict[MeasureKind, PartList] = {}
        self._shown_case = 0
        changes = Card(self.say("sheet.changes"))
        for kind in MeasureKind:
            changes.add(TextLabel(self.say(f"measure.{kind}"), weight=600))
            made = PartList(tr("Add"), empty=self.say(f"measure.{kind}_hint"))
            made.add_button.setAccessibleName(f"{tr('Add')}: {self.say(f'measure.{kind}')}")
            made.add_requested.connect(lambda kind=kind: self._edit_measure(None, kind))
            made.edit_requested.connect(lambda measure: self._edit_measure(measure, measure.kind))
            made.remove_requested.connect(self._remove)
            self.lists[kind] = made
            changes.add(made)
        self.add(changes)
        self.ratings = self._ratings()
        self.add(self.ratings)
        self.add(self._rung())
        controls = Card(self.say("sheet.controls"))
        controls.add(TextLabel(self.say("control.info"), muted=True))
        self.controls = PartList(tr("Add a control with an end"))
        self.controls.add_requested.connect(lambda: self.edit_control(None))
        self.controls.edit_requested.connect(self.edit_control)
        self.controls.remove_requested.connect(self._remove)
        controls.add(self.controls)
        self.add(controls)
        self.add(self._criteria())
        self.add(self.trouble)
        self.print = Button(tr("Print for both"), icon="print")
        self.print.clicked.connect(self.print_requested)
        self.next = Button(tr("On to the follow-ups"), "primary")
        self.next.clicked.connect(lambda *_: self.step_requested.emit(Step.FOLLOW_UPS))
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.next)
        ways.addWidget(self.print)
        ways.addStretch(1)
        self.column.addLayout(ways)

    @override
    def fill(self, view: CaseView) -> None:
        """Show what is agreed so far."""
        case, found = view.case, view.case.status is not BreachStatus.OPEN
        self.waiting.setVisible(not found)
        afresh = case.id != self._shown_case
        self._shown_case = case.id or 0
        for section in self.sections:
            section.show_sheet(view.sheet, afresh=afresh)
        editable = not case.closed
        for kind, made in self.lists.items():
            made.set_rows(self.measure_rows(m for m in case.measures if m.kind is kind), editable=editable)
            made.empty.setVisible(editable and made.empty.isVisibleTo(made))
        self.controls.set_rows([self.control_row(control) for control in case.controls], editable=editable)
        self.criteria.set_rows([PartRow(c, c.text) for c in case.criteria], editable=editable)
        self.ratings.setVisible(editable)
        voice = Voice(self.desk.words, self.day, self.desk.session.today())
        self.usual.setVisible(editable and found and not case.criteria and bool(usual_criteria(view, voice)))
        self._show_rung(view, found)
        self.next.setVisible(view.agreement is not None)

    def measure_rows(self, measures: Iterable[Measure]) -> list[PartRow]:
        """Say whose each measure is, and by when."""
        return [
            PartRow(
                m,
                m.text,
                " · ".join(
                    [self.say(f"owner.{m.owner}")]
                    + ([tr("no later than {day}", day=self.day(m.due_on))] if m.due_on else [])
                ),
            )
            for m in measures
        ]

    def control_row(self, control: Control) -> PartRow:
        """Say what a control is for and when it ends."""
        ends = self.day(control.ends_on) if control.ends_on else ""
        said = tr("{purpose} Until {day}.", purpose=_sentence(control.purpose), day=ends)
        return PartRow(control, control.form, said)

    def edit_control(self, control: Control | None) -> None:
        """Ask for a control: form, purpose, whose, and its last day."""
        today = self.desk.session.today()
        form = GrowingText(control.form if control else "", min_lines=1)
        purpose = GrowingText(control.purpose if control else "", min_lines=1)
        owner = ComboBox(self._owners())
        owner.set_value(control.owner if control else Owner.LEADER)
        starts = DateField(control.starts_on if control else today, today=today, required=True)
        ends = DateField(control.ends_on if control else today + timedelta(days=_CONTROL_DAYS), today=today)
        case_id = self.case_id

        def store(values: dict[str, Any]) -> Changes:
            made = Control(id=control.id if control else None, **values)
            return self.desk.session.cases.put(case_id, made)

        self.ask_part(
            f"control/{control.id if control else 'new'}",
            tr("A control for a time"),
            {
                "form": (self.say("control.form"), form),
                "purpose": (self.say("control.purpose"), purpose),
                "owner": (tr("Who looks?"), owner),
                "starts_on": (tr("First day"), starts),
                "ends_on": (self.say("control.ends_on"), ends),
            },
            store,
        )

    def _ratings(self) -> Card:
        card = Card(tr("Rate anew, now that you have talked"), flush=True)
        self.sections = [RatingSection(self.desk, dimension) for dimension in Dimension]
        for section in self.sections:
            card.add(section)
        return card

    def _rung(self) -> Card:
        card = Card(tr("The rung from now on"))
        row = QHBoxLayout()
        row.setSpacing(12)
        self.badge = RungBadge(None, "agreed", 32)
        self.rung_words = TextLabel("", weight=600)
        row.addWidget(self.badge)
        row.addWidget(self.rung_words, 1)
        card.add(row)
        self.reasons = TextLabel("", private=True)
        card.add(self.reasons)
        self.drop = SunkenNote("info", self.desk.words.text("explanation.flags.talk_before_drop"))
        card.add(self.drop)
        self.agree = Button("", "primary")
        self.agree.clicked.connect(self._agree)
        holder = QHBoxLayout()
        holder.addWidget(self.agree)
        holder.addStretch(1)
        card.add(holder)
        return card

    def _criteria(self) -> Card:
        card = Card(self.say("sheet.criteria"))
        self.criteria = PartList(tr("Add"), empty=tr("Write what you both can see when it is done."))
        self.criteria.add_button.setAccessibleName(f"{tr('Add')}: {self.say('sheet.criteria')}")
        self.criteria.add_requested.connect(lambda: self._edit_criterion(None))
        self.criteria.edit_requested.connect(self._edit_criterion)
        self.criteria.remove_requested.connect(self._remove)
        card.add(self.criteria)
        self.usual = Button(tr("Use the usual ones for this cause"), "text", "copy", flush=True)
        self.usual.clicked.connect(self._use_usual)
        holder = QHBoxLayout()
        holder.addWidget(self.usual)
        holder.addStretch(1)
        card.add(holder)
        return card

    def _show_rung(self, view: CaseView, found: bool) -> None:
        agreement, sheet, words = view.agreement, view.sheet, self.desk.words
        self.badge.setVisible(agreement is not None)
        if agreement is not None:
            self.badge.set_rung(agreement.rung, "agreed")
            self.rung_words.setText(
                tr("Rung {rung}, {name}", rung=agreement.rung, name=rung_name(words, agreement.rung))
            )
        else:
            held = sheet.agreement
            self.rung_words.setText(
                tr("Until now: rung {rung}, {name}", rung=held.rung, name=rung_name(words, held.rung))
                if held
                else tr("No rung is agreed yet.")
            )
        self.reasons.setText(self._reasons(view))
        self.reasons.setVisible(bool(self.reasons.text()))
        self.drop.setVisible(not view.case.closed and _drops_far(view))
        self.agree.setText(tr("Agree on a rung") if agreement is None else tr("Agree anew"))
        self.agree.set_kind("primary" if agreement is None else "secondary")
        self.agree.setVisible(not view.case.closed)
        self.agree.setEnabled(found)

    def _reasons(self, view: CaseView) -> str:
        if view.behind is not None:
            return put_into_words(explain(*view.behind), self.desk.words).text
        if view.sheet.task.missing and not view.case.closed:
            return tr("Describe the task first: consequence, undo, catch and clarity.")
        return ""

    def _agree(self) -> None:
        agree_for_case(repair_dialog(self.desk, self.desk.session.cases.view(self.case_id), self))

    def _owners(self) -> list[tuple[object, str]]:
        return [(owner, self.say(f"owner.{owner}")) for owner in Owner]

    def _edit_measure(self, measure: Measure | None, kind: MeasureKind) -> None:
        today = self.desk.session.today()
        text = GrowingText(measure.text if measure else "", min_lines=2)
        owner = ComboBox(self._owners())
        owner.set_value(measure.owner if measure else Owner.LEADER)
        due = DateField(measure.due_on if measure else None, today=today)
        case_id = self.case_id

        def store(values: dict[str, Any]) -> Changes:
            made = replace(measure, **values) if measure else Measure(kind=kind, **values)
            return self.desk.session.cases.put(case_id, made)

        self.ask_part(
            f"{kind}/{measure.id if measure else 'new'}",
            self.say(f"measure.{kind}"),
            {"text": (tr("What?"), text), "owner": (tr("Who does it?"), owner), "due_on": (tr("No later than"), due)},
            store,
            text=self.say(f"measure.{kind}_hint"),
        )

    def _edit_criterion(self, criterion: Criterion | None) -> None:
        text = GrowingText(criterion.text if criterion else "", min_lines=2)
        case_id = self.case_id

        def store(values: dict[str, Any]) -> Changes:
            made = replace(criterion, **values) if criterion else Criterion(**values)
            return self.desk.session.cases.put(case_id, made)

        part = f"criterion/{criterion.id if criterion else 'new'}"
        self.ask_part(part, self.say("sheet.criteria"), {"text": (tr("What can you both see?"), text)}, store)

    def _use_usual(self) -> None:
        voice = Voice(self.desk.words, self.day, self.desk.session.today())
        criteria, case_id = usual_criteria(self.view, voice), self.case_id
        self.run(lambda: self.desk.session.cases.put_all(case_id, criteria))

    def _remove(self, part: Any) -> None:
        case_id = self.case_id
        self.run(lambda: self.desk.session.cases.remove(case_id, part), tr("Removed."))


def _drops_far(view: CaseView) -> bool:
    """Whether the way back begins two rungs or more below where it broke: that takes a talk first."""
    suggested = view.behind is not None and Action.TALK_BEFORE_DROP in view.behind[1].actions
    agreed = view.agreement is not None and view.agreement.rung <= view.case.rung_at_breach - 2
    return suggested or agreed


def repair_dialog(desk: Desk, view: CaseView, parent: QWidget | None) -> CaseAgreementDialog:
    """Return the dialog in which the two agree how to go on."""
    case_id, cases = view.case.id or 0, desk.session.cases
    return CaseAgreementDialog(
        desk,
        view,
        parent,
        tr("Agree how to go on"),
        draft_of=lambda rung: cases.draft_agreement(case_id, rung),
        keep=lambda draft: cases.agree(case_id, draft),
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."

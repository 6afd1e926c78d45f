"""Breach cases on their way: from the facts to the agreement, each step saved as far as it has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.assignee import Assignee, Person
from tillid_planner.domain.breach import BreachCase, Control, Criterion, Fact, Measure, Track
from tillid_planner.domain.breach_path import Progress, Stage, Step, cause_faults, conversation_faults, path
from tillid_planner.domain.breach_watch import (
    ClosingState,
    Reminder,
    closing_state,
    delete_on,
    reminders,
    with_counts,
)
from tillid_planner.domain.case import BreachStatus, Case, Cause
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.dosing import Suggestion, exposure
from tillid_planner.domain.draft import DraftForm
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.task import Task
from tillid_planner.services.register import new_id
from tillid_planner.services.standing import Sheet
from tillid_planner.services.trust import Trust
from tillid_planner.storage.breach_records import BreachCases as CaseRecords
from tillid_planner.storage.breach_records import Part, TalkPlaces
from tillid_planner.storage.draft_records import DraftRecords
from tillid_planner.storage.workspace import Workspace

#: What may be written in a case field by field; the rest is done by the acts below.
FIELDS = frozenset(
    {
        "facts",
        "happened_on",
        "fact_source",
        "noticed_by",
        "agreed_before",
        "line_crossed",
        "line_consequence",
        "assessment",
        "invited_on",
        "companion_offered",
        "leader_account",
        "employee_account",
        "employee_comment",
        "employee_correction",
        "leader_part",
        "employee_part",
        "shown_on",
    }
)
#: What may still be written when the case is closed: the employee's own words, and that it was shown.
OPEN_WHEN_CLOSED = frozenset({"employee_comment", "employee_correction", "shown_on"})
_KIND: dict[type, Kind] = {
    Fact: Kind.BREACH_FACT,
    Measure: Kind.BREACH_MEASURE,
    Control: Kind.BREACH_CONTROL,
    Criterion: Kind.BREACH_CRITERION,
}
_PUT = {
    Kind.BREACH_FACT: "put_fact",
    Kind.BREACH_MEASURE: "put_measure",
    Kind.BREACH_CONTROL: "put_control",
    Kind.BREACH_CRITERION: "put_criterion",
}
_REMOVE = {
    Kind.BREACH_FACT: "remove_fact",
    Kind.BREACH_MEASURE: "remove_measure",
    Kind.BREACH_CONTROL: "remove_control",
    Kind.BREACH_CRITERION: "remove_criterion",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with all that is needed to show it; ``follow_ups`` are those since its agreement, by day.

    The counted criteria of ``case`` are met or not as of today. ``behind`` is the question to the rule and its
    answer: as they were when the case's agreement was made, else as they are today; None where the rule cannot be
    asked, and once the case is closed, for then they are no longer true.
    """

    case: BreachCase
    task: Task
    assignee: Assignee
    sheet: Sheet
    stages: tuple[Stage, ...]
    agreement: Agreement | None
    behind: tuple[Case, Suggestion] | None
    follow_ups: tuple[FollowUp, ...]
    closing: ClosingState
    reminders: tuple[Reminder, ...]
    delete_on: date | None

    @property
    def next_step(self) -> Step | None:
        """The step to take now; None when nothing is left."""
        return next((stage.step for stage in self.stages if stage.progress is Progress.NOW), None)

    @property
    def ready_to_close(self) -> bool:
        """Whether closing is proposed: every criterion was seen; the decision stays the leader's."""
        case = self.case
        return case.status is BreachStatus.REPAIRING and case.criteria_met and not case.leaving


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPlace:
    """Where in a conversation the screen is: part of the guide, question, field, and place in its text."""

    case_id: int
    part: str
    question: int = 0
    field: str = ""
    cursor: int = 0


class BreachCases:
    """Everything that is done in a case until it is agreed how to go on; each act is one step of undo."""

    def __init__(self, workspace: Workspace, trust: Trust, today: Callable[[], date]) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._trust = trust
        self._today = today
        self._cases = CaseRecords(self._db)
        self._places = TalkPlaces(self._db)
        self._drafts = DraftRecords(self._db)

    def get(self, case_id: int) -> BreachCase:
        """Return one case; raise ``NotFound``."""
        return self._cases.get(case_id)

    def view(self, case_id: int) -> CaseView:
        """Return one case with all that is needed to show it; raise ``NotFound``."""
        return self._view(self._cases.get(case_id))

    def views(self, *, closed: bool = True) -> list[CaseView]:
        """Return every case to show, or those that are not closed, the latest that happened first."""
        return [self._view(case) for case in reversed(self._cases.all()) if closed or not case.closed]

    def change(self, case_id: int, **fields: Any) -> Changes:
        """Write some of ``FIELDS``; nothing changed gives empty changes.

        Raises ``InvalidInput`` for what cannot be kept, ``KeyError`` for a field that is set in another way.
        """
        foreign = fields.keys() - FIELDS
        if foreign:
            raise KeyError(*foreign)
        case = self._cases.get(case_id)
        if case.closed:
            _refuse(*(Fault(name, "case_closed") for name in fields.keys() - OPEN_WHEN_CLOSED))
        after = replace(case, **fields)
        _refuse(*(f for f in after.faults(self._today()) if f.field in fields))
        return self._save(after, "write_breach")

    def put(self, case_id: int, part: Part) -> Changes:
        """Add a fact, measure, control or criterion, or change one that is there; raises ``InvalidInput``."""
        self._unclosed(case_id)
        _refuse(*(part.faults() if isinstance(part, Control) else part.faults(self._today())))
        kind = _KIND[type(part)]
        with self._db.act(_PUT[kind]) as act:
            self._cases.put_part(case_id, kind, part)
        return act.changes

    def put_all(self, case_id: int, parts: Sequence[Part]) -> Changes:
        """Add several parts of one kind as one step."""
        with self._db.act(_PUT[_KIND[type(parts[0])]] if parts else "put_criterion") as act:
            for part in parts:
                self.put(case_id, part)
        return act.changes

    def remove(self, case_id: int, part: Part) -> Changes:
        """Take a fact, measure, control or criterion out again; raises ``InvalidInput`` for a closed case."""
        self._unclosed(case_id)
        kind = _KIND[type(part)]
        with self._db.act(_REMOVE[kind]) as act:
            self._cases.remove_part(kind, part.id or 0)
        return act.changes

    def choose_track(self, case_id: int, track: Track, *, deliberate: bool = False) -> Changes:
        """Choose between repair and HR first; ``deliberate`` (HR first only): the rule suggests a pause.

        What the two have found the cause to be stays as it is. A case that was leaving comes back to repair.
        """
        case = self._unclosed(case_id)
        after = replace(case, track=track, track_on=self._today())
        if track is Track.REPAIR:
            after = replace(after, outcome=None)
        if case.status is BreachStatus.OPEN:
            suspected = track is Track.FORMAL and deliberate
            after = replace(after, cause=Cause.ILL_WILL if suspected else Cause.UNKNOWN)
        return self._save(after, "choose_track")

    def set_advised(self, case_id: int, day: date | None) -> Changes:
        """Note the day HR or the own leader advised that the two may go on themselves; None takes it back."""
        after = replace(self._unclosed(case_id), advised_on=day)
        _refuse(*(f for f in after.faults(self._today()) if f.field == "advised_on"))
        return self._save(after, "advise_breach")

    def write_own_note(self, case_id: int, question: str, text: str) -> Changes:
        """Keep the leader's words to herself on one question until the conversation is held.

        Raises ``InvalidInput`` once it has been.
        """
        case = self._unclosed(case_id)
        if case.held_on is not None and text.strip():
            raise InvalidInput(Fault("own_note", "conversation_was_held"))
        if dict(case.own_notes).get(question, "") == text.strip():
            return Changes("own_note")
        with self._db.act("own_note") as act:
            self._cases.put_own_note(case_id, question, text.strip())
        return act.changes

    def move_own_note(self, case_id: int, question: str) -> Changes:
        """Make a sentence from the preparation part of the case: the leader's own part, which both see."""
        case = self._unclosed(case_id)
        text = dict(case.own_notes).get(question, "")
        if not text:
            return Changes("move_own_note")
        with self._db.act("move_own_note") as act:
            self._cases.save(replace(case, leader_part=f"{case.leader_part}\n{text}".strip()))
            self._cases.put_own_note(case_id, question, "")
        return act.changes

    def set_prepared(self, case_id: int, prepared: bool = True) -> Changes:
        """Note that the leader is ready for the conversation."""
        after = replace(self._unclosed(case_id), prepared_on=self._today() if prepared else None)
        return self._save(after, "prepare_breach")

    def hold_conversation(self, case_id: int, held_on: date | None = None) -> Changes:
        """Note that the two have talked, today unless another day is given; the preparation is deleted.

        Raises ``InvalidInput`` for a day to come or before it happened, and where advice comes first.
        """
        day = held_on or self._today()
        case = self._cases.get(case_id)
        after = replace(case, held_on=day, track=case.track or Track.REPAIR)
        wrong = [f for f in after.faults(self._today()) if f.field == "held_on" and f.code == "in_the_future"]
        _refuse(*conversation_faults(case, day), *wrong)
        with self._db.act("hold_talk") as act:
            self._cases.save(replace(after, track_on=after.track_on or self._today()))
            for question, _ in case.own_notes:
                self._cases.put_own_note(case_id, question, "")
            self._drafts.remove_of_case(DraftForm.OWN_PART, case_id)
        return act.changes

    def set_cause(
        self, case_id: int, cause: Cause, *, other: tuple[Cause, ...] = (), employee_cause: Cause | None = None
    ) -> Changes:
        """Set the main cause and what else played a part; from now on the breach is being repaired.

        ``employee_cause`` is given where they do not agree: both views stand, and the rule reads the leader's.
        Raises ``InvalidInput`` before the conversation, for no cause, and for a deliberate one without advice.
        """
        case = self._cases.get(case_id)
        _refuse(*cause_faults(case, cause, other))
        agreed = employee_cause is None or employee_cause is cause
        after = replace(
            case,
            cause=cause,
            status=BreachStatus.REPAIRING,
            cause_agreed=agreed,
            other_causes=tuple(c for c in Cause if c in other and c is not cause),
            leader_cause=None if agreed else cause,
            employee_cause=None if agreed else employee_cause,
        )
        return self._save(after, "repair_breach")

    def draft_agreement(self, case_id: int, rung: int | None = None) -> Agreement:
        """Return the agreement to fill in: the rung that stands by the rule, or ``rung``, and the first follow-up.

        What the person's causes take away is agreed, what the frame takes away is not (design: dosing).
        """
        case = self._cases.get(case_id)
        sheet = self._trust.sheet(case.task_id, case.assignee_id)
        if rung is None:
            standing = sheet.suggestion.standing if sheet.suggestion else None
            held = sheet.agreement.rung if sheet.agreement else None
            rung = standing or held or 1
        draft = self._trust.draft(case.task_id, case.assignee_id, rung)
        return replace(draft, state=AgreementState.ACCEPTED)

    def agree(self, case_id: int, agreement: Agreement) -> Changes:
        """Store the agreement the two made, and tie it to the case.

        Raises ``InvalidInput`` as ``Trust.agree`` does, and while the cause is not found.
        """
        case = self._unclosed(case_id)
        if case.status is BreachStatus.OPEN:
            raise InvalidInput(Fault("rung", "cause_first"))
        agreement = replace(agreement, task_id=case.task_id, assignee_id=case.assignee_id)
        with self._db.act("agree_repair") as act:
            made = new_id(self._trust.agree(agreement), Kind.AGREEMENT)
            self._cases.save(replace(case, agreement_id=made))
        return act.changes

    def talk_place(self) -> TalkPlace | None:
        """Return where the conversation under way is, or None."""
        found = self._places.get()
        if found is None or not any(case.id == found["breach_id"] for case in self._cases.all()):
            return None
        return TalkPlace(
            case_id=found["breach_id"],
            part=found["part"],
            question=found["question"],
            field=found["field"],
            cursor=found["cursor"],
        )

    def keep_talk_place(self, place: TalkPlace | None) -> None:
        """Note where the conversation is, or that it is over; no step of undo."""
        row = (
            None
            if place is None
            else {
                "breach_id": place.case_id,
                "part": place.part,
                "question": place.question,
                "field": place.field,
                "cursor": place.cursor,
            }
        )
        with self._db.act("talk_place", undoable=False):
            self._places.put(row)

    def _unclosed(self, case_id: int) -> BreachCase:
        """Return a case that may be changed; raise ``InvalidInput`` for a closed one."""
        case = self._cases.get(case_id)
        if case.closed:
            raise InvalidInput(Fault("case", "case_closed"))
        return case

    def _view(self, case: BreachCase) -> CaseView:
        sheet = self._trust.sheet(case.task_id, case.assignee_id)
        today = self._today()
        task, assignee = sheet.task, sheet.assignee
        follow_ups = _since_agreement(case, sheet)
        case = with_counts(case, follow_ups, today)
        left = assignee.left_by(today)
        gone_on = delete_on(case, assignee.ended_on if left and isinstance(assignee, Person) else None)
        others = sum(
            b.task_id == case.task_id and b.id != case.id and b.status is not BreachStatus.CLOSED
            for b in sheet.breaches
        )
        agreement = next((a for a in sheet.history if a.id == case.agreement_id), None)
        closing = closing_state(case, follow_ups, _exposure(task), today)
        return CaseView(
            case=case,
            task=task,
            assignee=assignee,
            sheet=sheet,
            stages=path(case, followed_up=any(f.held_on is not None for f in follow_ups)),
            agreement=agreement,
            behind=None if case.closed else self._behind(sheet, agreement),
            follow_ups=follow_ups,
            closing=closing,
            reminders=reminders(
                case,
                today,
                left=left,
                put_away=task.archived_on is not None,
                follow_up_planned=sheet.next_follow_up is not None,
                others_open=others,
                usual_reached=closing.reached,
                delete_on=gone_on,
            ),
            delete_on=gone_on,
        )

    def _behind(self, sheet: Sheet, agreement: Agreement | None) -> tuple[Case, Suggestion] | None:
        if agreement is not None and agreement.id is not None:
            return self._trust.behind(agreement.id)
        if sheet.case is None or sheet.suggestion is None:
            return None
        return sheet.case, sheet.suggestion

    def _save(self, case: BreachCase, label: str) -> Changes:
        with self._db.act(label) as act:
            self._cases.save(case)
        return act.changes


def _since_agreement(case: BreachCase, sheet: Sheet) -> tuple[FollowUp, ...]:
    if case.agreement_id is None:
        return ()
    since = {a.id for a in sheet.history if (a.id or 0) >= case.agreement_id}
    end = case.closed_on or date.max
    return tuple(f for f in sheet.follow_ups if f.agreement_id in since and (f.held_on or f.due_on) <= end)


def _exposure(task: Task) -> int:
    # A task that is not described yet is taken for one without risk, as its follow-ups are.
    return 0 if task.missing else exposure(task.consequence or 1, task.reversal or 1, task.detection or 1)


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)

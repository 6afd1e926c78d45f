"""How breach cases end: closed in words, learned from, led out, and deleted; and what is due meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.breach import BreachCase, FormerClosing, LeadOut, Outcome, Track
from tillid_planner.domain.breach_path import closing_faults, held_back, lower_rung_faults
from tillid_planner.domain.breach_watch import Pattern, Reminder, patterns
from tillid_planner.domain.calendar_entry import MeetingSource
from tillid_planner.domain.case import BreachStatus, Dimension, Reading
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.known_names import KnownNames
from tillid_planner.domain.learning import Learning, ProposalKind, Receipt
from tillid_planner.domain.task import text_faults
from tillid_planner.services.breach_cases import BreachCases
from tillid_planner.services.deletion import Deletion, Reason, delete_for_good
from tillid_planner.services.register import new_id
from tillid_planner.services.standing import Sheet
from tillid_planner.services.trust import Trust
from tillid_planner.storage.breach_records import BreachCases as CaseRecords
from tillid_planner.storage.breach_records import LearningLog, Receipts
from tillid_planner.storage.register_records import Assignees
from tillid_planner.storage.workspace import Workspace


class BreachEndings:
    """Closing, learning, leading out and deleting; reminders and patterns are values to show."""

    def __init__(self, workspace: Workspace, cases: BreachCases, trust: Trust, today: Callable[[], date]) -> None:
        self._workspace = workspace
        self._trust = trust
        self._db = workspace.database
        self._views = cases
        self._today = today
        self._cases = CaseRecords(self._db)
        self._learning = LearningLog(self._db)
        self._receipts = Receipts(self._db)
        self._assignees = Assignees(self._db)

    def prospect(self, case_id: int, ratings: Mapping[Dimension, Reading]) -> Sheet:
        """Return where the pair would stand with this case closed today and these ratings, which are not stored."""
        case = self._cases.get(case_id)
        return self._trust.sheet_if_closed(case.task_id, case.assignee_id, case_id, ratings)

    def draft_agreement(self, case_id: int, ratings: Mapping[Dimension, Reading], rung: int | None = None) -> Agreement:
        """Return the agreement a case would end in, to be filled in: accepted, and below the rung at the breach."""
        case, sheet = self._cases.get(case_id), self.prospect(case_id, ratings)
        if rung is None:
            suggested = sheet.suggestion.rung if sheet.suggestion else None
            highest = case.rung_at_breach - 1
            rung = highest if suggested is None else min(suggested, highest)
        return replace(self._trust.draft_on(sheet, rung), state=AgreementState.ACCEPTED)

    def close(
        self,
        case_id: int,
        outcome: Outcome,
        words: str,
        *,
        ratings: Mapping[Dimension, Reading] | None = None,
        agreement: Agreement | None = None,
    ) -> Changes:
        """Close a case today with the words that were said; controls that belong to it end with it.

        ``ratings`` and ``agreement`` are made with the closing, as one step of undo; the agreement is measured by
        the suggestion with the case closed. Raises ``InvalidInput`` as repaired without criteria or before all were
        seen; as a lower rung without an accepted one and three ratings since the talk; as not repaired; before a
        cause was found; and without words.
        """
        case = self._views.view(case_id).case
        _refuse(*closing_faults(case, outcome, words))
        today = self._today()
        with self._db.act("close_breach") as act:
            for dimension, reading in (ratings or {}).items():
                self._rate(case, dimension, reading)
            ended = replace(
                case, status=BreachStatus.CLOSED, closed_on=today, outcome=outcome, closing_words=words.strip()
            )
            self._cases.save(ended)
            if agreement is not None:
                self._agree(ended, agreement)
            for control in case.controls:
                if control.ended_on is None:
                    self._cases.put_part(case_id, Kind.BREACH_CONTROL, replace(control, ended_on=today))
            for criterion in case.criteria:
                if criterion.counted:
                    self._cases.put_part(case_id, Kind.BREACH_CRITERION, criterion)
            if outcome is Outcome.LEVEL_LOWER:
                sheet = self._trust.sheet(case.task_id, case.assignee_id)
                _refuse(*lower_rung_faults(case, sheet.agreement, sheet.ratings))
        return act.changes

    def reopen(self, case_id: int, reason: str) -> Changes:
        """Open a closed case again, to be repaired; the closing stays in its history with the reason and the day.

        Raises ``InvalidInput`` without a reason, and for a case that is not closed.
        """
        case = self._cases.get(case_id)
        if case.closed_on is None:
            raise InvalidInput(Fault("case", "case_not_closed"))
        faults = text_faults(reason=reason) if reason.strip() else (Fault("reason", "required"),)
        _refuse(*faults)
        former = FormerClosing(
            closed_on=case.closed_on,
            outcome=case.outcome,
            words=case.closing_words,
            reopened_on=self._today(),
            reason=reason.strip(),
        )
        with self._db.act("reopen_breach") as act:
            self._cases.put_part(case_id, Kind.BREACH_CLOSING, former)
            self._cases.save(
                replace(case, status=BreachStatus.REPAIRING, closed_on=None, outcome=None, closing_words="")
            )
        return act.changes

    def lead_out(self, case_id: int, agreement: Agreement | None = None) -> Changes:
        """Take a case that was not repaired to the formal track, where it stays open until it is deleted here.

        ``agreement`` (a pause or a lower rung) is made with it, as one step of undo. Raises ``InvalidInput`` while the
        pair still stands at the rung at the breach or above, and for a case that is closed or not talked through.
        """
        case = self._cases.get(case_id)
        if case.closed:
            raise InvalidInput(Fault("case", "case_closed"))
        if case.status is BreachStatus.OPEN:
            raise InvalidInput(Fault("outcome", "cause_first"))
        with self._db.act("lead_out_breach") as act:
            out = replace(case, outcome=Outcome.NOT_REPAIRED, track=Track.FORMAL, track_on=self._today())
            self._cases.save(out)
            if agreement is not None:
                self.hold_back(case_id, agreement)
            self._require_held_back(out)
        return act.changes

    def hold_back(self, case_id: int, agreement: Agreement) -> Changes:
        """Pause the pair or agree on a lower rung while the case is with HR or the own leader."""
        case = self._cases.get(case_id)
        return self._trust.agree(replace(agreement, task_id=case.task_id, assignee_id=case.assignee_id))

    def draft_held_back(self, case_id: int, rung: int) -> Agreement:
        """Return the agreement to fill in for a pair that is held back at a rung, measured by today's suggestion."""
        case = self._cases.get(case_id)
        return replace(self._trust.draft(case.task_id, case.assignee_id, rung), state=AgreementState.ACCEPTED)

    def pause(self, case_id: int, reason: str) -> Agreement:
        """Return the agreement that pauses the pair; the reason outlives the case and says nothing of it."""
        return replace(self.draft_held_back(case_id, 0), reason=reason)

    def learn(self, case_id: int, line: str, proposal_kind: ProposalKind | None = None, proposal: str = "") -> Changes:
        """Write a line without names into the unit's learning log, with a proposal if there is one.

        Raises ``InvalidInput`` for a line or proposal with a name in it that is known here.
        """
        learning = Learning(
            written_on=self._today(), line=line.strip(), proposal_kind=proposal_kind, proposal=proposal.strip()
        )
        faults = learning.faults(self.names())
        if faults:
            raise InvalidInput(*faults)
        with self._db.act("learn") as act:
            self._learning.add(learning)
            self._cases.save(replace(self._cases.get(case_id), learning_on=self._today()))
        return act.changes

    def nothing_to_learn(self, case_id: int) -> Changes:
        """Note that there is no line for the others in this case."""
        with self._db.act("learn") as act:
            self._cases.save(replace(self._cases.get(case_id), learning_on=self._today()))
        return act.changes

    def learning(self) -> list[Learning]:
        """Return the unit's learning log, newest first."""
        return self._learning.all()

    def remove_learning(self, learning_id: int) -> Changes:
        """Take a line out of the learning log."""
        with self._db.act("remove_learning") as act:
            self._learning.remove(learning_id)
        return act.changes

    def names(self) -> KnownNames:
        """Return the names of everybody and every team here, to be kept out of what is for all."""
        everybody = self._assignees.all()
        return KnownNames(
            [a.name for a in everybody if isinstance(a, Person)], [a.name for a in everybody if a.is_team]
        )

    def names_of_others(self, case: BreachCase) -> KnownNames:
        """Return the names of everybody the case is not about, to be covered in what is handed over."""
        return self.names_of_all_but(case.assignee_id)

    def names_of_all_but(self, assignee_id: int) -> KnownNames:
        """Return the names of everybody but this person, or this team and those in it."""
        everybody = self._assignees.all()
        own = next(a for a in everybody if a.id == assignee_id)
        about = {own.id} if isinstance(own, Person) else {own.id, *own.member_ids}
        others = [a for a in everybody if a.id not in about]
        return KnownNames(
            [a.name for a in others if isinstance(a, Person)],
            [a.name for a in others if a.is_team],
            without=[a.name for a in everybody if a.id in about],
        )

    def tick(self, case_id: int, item: LeadOut, done_on: date | None) -> Changes:
        """Note the day one thing was done before the case leaves; None takes the tick away."""
        if self._cases.get(case_id).closed:
            raise InvalidInput(Fault(item, "case_closed"))
        if done_on is not None and done_on > self._today():
            raise InvalidInput(Fault(item, "in_the_future"))
        with self._db.act("tick_lead_out") as act:
            self._cases.tick(case_id, item, done_on)
        return act.changes

    def delete(self, case_ids: Collection[int], reason: Reason) -> Deletion:
        """Delete cases for good, also from the kept backups, and write the receipt; it cannot be taken back.

        An act of deletion forgets all undo, for the words are in it. Raises ``InvalidInput`` when a case is led out
        and the pair still stands at the rung at the breach or above: the worst end must not leave the most freedom.
        """
        wanted = [self._cases.get(case_id) for case_id in case_ids]
        if reason is Reason.LED_OUT:
            for case in wanted:
                self._require_held_back(case)
        if not wanted:
            return Deletion(Changes("delete_breach"))
        ids = [case.id or 0 for case in wanted]
        return delete_for_good(
            self._workspace,
            "delete_breach",
            [(Kind.BREACH, case_id) for case_id in ids],
            self._today(),
            [Receipt(deleted_on=self._today(), what=Kind.BREACH, reason=reason, count=len(ids))],
            meetings={MeetingSource.BREACH: ids},
        )

    def note_export(self, case_id: int) -> None:
        """Log that a case was printed or saved as a file; not which, nor what it said."""
        self._db.note("export_case", (Kind.ASSIGNEE, self._cases.get(case_id).assignee_id))

    def receipts(self) -> list[Receipt]:
        """Return that and when cases were deleted, newest first."""
        return [receipt for receipt in self._receipts.all() if receipt.what == Kind.BREACH]

    def reminders(self) -> list[Reminder]:
        """Return what is worth a look in all cases, case by case, the latest first."""
        return [reminder for view in self._views.views() for reminder in view.reminders]

    def patterns(self) -> tuple[Pattern, ...]:
        """Return the causes several cases share within three months: hints at the frame."""
        units = {a.id: a.unit for a in self._assignees.all() if isinstance(a, Person)}
        return patterns([(case, units.get(case.assignee_id, "")) for case in self._cases.all()], self._today())

    def _rate(self, case: BreachCase, dimension: Dimension, reading: Reading) -> None:
        if reading.value is not None:
            self._trust.rate(case.task_id, case.assignee_id, dimension, reading.value, sure=reading.sure)

    def _agree(self, case: BreachCase, agreement: Agreement) -> None:
        made = self._trust.agree(replace(agreement, task_id=case.task_id, assignee_id=case.assignee_id))
        self._cases.save(replace(case, agreement_id=new_id(made, Kind.AGREEMENT)))

    def _require_held_back(self, case: BreachCase) -> None:
        if not held_back(case, self._trust.sheet(case.task_id, case.assignee_id).agreement):
            raise InvalidInput(Fault("rung", "lower_or_pause", {"rung": case.rung_at_breach}))


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)

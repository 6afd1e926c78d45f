"""How breach cases end: closed in words, learned from, led out, and deleted; and what is due meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.breach import BreachCase, LeadOut, Outcome
from tillid_planner.domain.breach_path import closing_faults
from tillid_planner.domain.breach_watch import Pattern, Reminder, patterns
from tillid_planner.domain.case import BreachStatus
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.known_names import KnownNames
from tillid_planner.domain.learning import Learning, ProposalKind, Receipt
from tillid_planner.services.breach_cases import BreachCases
from tillid_planner.storage.breach_records import BreachCases as CaseRecords
from tillid_planner.storage.breach_records import LearningLog, Receipts
from tillid_planner.storage.register_records import Assignees
from tillid_planner.storage.workspace import Workspace


class Reason(StrEnum):
    """Why a case is deleted."""

    MISTAKE = "mistake"
    LED_OUT = "led_out"
    RETENTION = "retention"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Deletion:
    """What a deletion changed, and the kept copies it could not open (file names, usually none)."""

    changes: Changes
    copies_left: tuple[str, ...] = ()


class BreachEndings:
    """Closing, learning, leading out and deleting; reminders and patterns are values to show."""

    def __init__(self, workspace: Workspace, cases: BreachCases, today: Callable[[], date]) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._views = cases
        self._today = today
        self._cases = CaseRecords(self._db)
        self._learning = LearningLog(self._db)
        self._receipts = Receipts(self._db)
        self._assignees = Assignees(self._db)

    def close(self, case_id: int, outcome: Outcome, words: str) -> Changes:
        """Close a case today with the words that were said; controls that belong to it end with it.

        Raises ``InvalidInput`` as repaired without criteria or before all were seen, before a cause was found, and
        without words.
        """
        case = self._cases.get(case_id)
        faults = closing_faults(case, outcome, words)
        if faults:
            raise InvalidInput(*faults)
        today = self._today()
        with self._db.act("close_breach") as act:
            self._cases.save(
                replace(
                    case, status=BreachStatus.CLOSED, closed_on=today, outcome=outcome, closing_words=words.strip()
                )
            )
            for control in case.controls:
                if control.ended_on is None:
                    self._cases.put_part(case_id, Kind.BREACH_CONTROL, replace(control, ended_on=today))
        return act.changes

    def learn(
        self, case_id: int, line: str, proposal_kind: ProposalKind | None = None, proposal: str = ""
    ) -> Changes:
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
            [a.name for a in others if isinstance(a, Person)], [a.name for a in others if a.is_team],
            without=[a.name for a in everybody if a.id in about],
        )

    def tick(self, case_id: int, item: LeadOut, done_on: date | None) -> Changes:
        """Note the day one thing was done before the case leaves; None takes the tick away."""
        if done_on is not None and done_on > self._today():
            raise InvalidInput(Fault(item, "in_the_future"))
        with self._db.act("tick_lead_out") as act:
            self._cases.tick(case_id, item, done_on)
        return act.changes

    def delete(self, case_ids: Collection[int], reason: Reason) -> Deletion:
        """Delete cases for good, also from the kept backups, and write the receipt; it cannot be taken back.

        An act of deletion forgets all undo, for the words are in it.
        """
        wanted = [self._cases.get(case_id) for case_id in case_ids]
        if not wanted:
            return Deletion(Changes("delete_breach"))
        receipt = Receipt(deleted_on=self._today(), what=Kind.BREACH, reason=reason, count=len(wanted))
        changes, left = self._workspace.purge(
            "delete_breach",
            [(Kind.BREACH, case.id or 0) for case in wanted],
            lambda: self._receipts.add(receipt),
            now=datetime.now().isoformat(timespec="seconds"),
        )
        return Deletion(changes, tuple(left))

    def note_export(self) -> None:
        """Log that a case was printed or saved as a file; not which, nor what it said."""
        self._db.note("export_case")

    def receipts(self) -> list[Receipt]:
        """Return that and when something was deleted, newest first."""
        return self._receipts.all()

    def due_for_deletion(self) -> list[BreachCase]:
        """Return the cases whose deletion date has come; the leader is asked."""
        today = self._today()
        return [view.case for view in self._views.views() if view.delete_on is not None and view.delete_on <= today]

    def reminders(self) -> list[Reminder]:
        """Return what is worth a look in all cases, case by case, the latest first."""
        return [reminder for view in self._views.views() for reminder in view.reminders]

    def patterns(self) -> tuple[Pattern, ...]:
        """Return the causes several cases share within three months: hints at the frame."""
        units = {a.id: a.unit for a in self._assignees.all() if isinstance(a, Person)}
        return patterns([(case, units.get(case.assignee_id, "")) for case in self._cases.all()], self._today())

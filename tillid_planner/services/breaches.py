"""Breaches: noted as facts in two minutes; the case goes on in ``breach_cases`` and ends in ``breach_endings``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.breach import BreachCase, Source
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.services.trust import Trust
from tillid_planner.storage.breach_records import BreachCases as CaseRecords
from tillid_planner.storage.workspace import Workspace

#: The rung that is written when no agreement was in force: the middle of the ladder (design: the rule's default).
_RUNG_WITHOUT_AGREEMENT = 3


class Breaches:
    """Noting that something went wrong, from anywhere."""

    def __init__(self, workspace: Workspace, trust: Trust, today: Callable[[], date]) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._trust = trust
        self._today = today
        self._cases = CaseRecords(self._db)

    def note(
        self,
        task_id: int | None,
        assignee_id: int | None,
        facts: str,
        *,
        happened_on: date | None = None,
        noticed_by: str = "",
        source: Source = Source.SEEN,
    ) -> Changes:
        """Note the facts of something that went wrong, today unless another day is given; the cause is not known yet.

        From now on a rise on the task is held. Raises ``InvalidInput`` with everything that is missing, for a day
        to come, and for one after the person left.
        """
        today = self._today()
        day = happened_on or today
        if task_id is None or assignee_id is None:
            fields = [name for name, value in (("task_id", task_id), ("assignee_id", assignee_id)) if value is None]
            said = [] if facts.strip() else [Fault("facts", "required")]
            raise InvalidInput(*(Fault(name, "choose_one") for name in fields), *said)
        sheet = self._trust.sheet(task_id, assignee_id)
        case = BreachCase(
            task_id=task_id,
            assignee_id=assignee_id,
            noted_on=today,
            happened_on=day,
            facts=facts.strip(),
            noticed_by=noticed_by.strip(),
            fact_source=source,
            rung_at_breach=_rung_on(sheet.history, day),
        )
        faults = list(case.faults(today))
        if sheet.assignee.left_by(day):
            faults.append(Fault("happened_on", "had_left"))
        if faults:
            raise InvalidInput(*faults)
        with self._db.act("note_breach") as act:
            self._cases.add(case, above=self._workspace.highest_removed(Kind.BREACH))
        return act.changes


def _rung_on(history: Sequence[Agreement], day: date) -> int:
    """Return the rung that held on a day; before the first agreement it is the first that was written down."""
    held = [a for a in history if a.state is AgreementState.ACCEPTED or a.rung == 0]
    by_then = [a for a in held if a.agreed_on <= day and (a.withdrawn_on is None or a.withdrawn_on > day)]
    standing = by_then[-1:] or [a for a in held if a.withdrawn_on is None][:1]
    return (standing[0].rung if standing else 0) or _RUNG_WITHOUT_AGREEMENT

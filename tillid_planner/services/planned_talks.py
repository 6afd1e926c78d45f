"""The day two people mean to talk: about a breach, or as a conversation prepared from both sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.planned_talk import PlannedTalk, planning_faults
from tillid_planner.storage.breach_records import BreachCases
from tillid_planner.storage.growth_records import Conversations
from tillid_planner.storage.talk_records import PlannedTalks as TalkRecords
from tillid_planner.storage.workspace import Workspace


class PlannedTalks:
    """Plans talks and takes the plan back; each act is one step of undo."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._cases, self._conversations = BreachCases(self._db), Conversations(self._db)
        self._talks = TalkRecords(self._db)

    def until(self, last: date) -> list[PlannedTalk]:
        """Return the talks that are not held and planned up to a day, the earliest first."""
        return self._talks.until(last)

    def plan_case(self, case_id: int, day: date | None, at: time | None = None) -> Changes:
        """Plan the talk about a breach on a day, perhaps at a time; no day takes the plan back.

        Raises ``InvalidInput`` for a day that has passed or lies beyond what can be planned, for a time without a
        day, for a talk that was held, for a case that is closed, and where advice comes first.
        """
        case = self._cases.get(case_id)
        if (day, at) == (case.planned_on, case.planned_at):
            return Changes("plan_talk")
        faults = [*planning_faults(day, at, self._today()), *_over(case.held_on)]
        if case.closed:
            faults.append(Fault("planned_on", "case_closed"))
        if day is not None and case.waits_for_advice:
            faults.append(Fault("planned_on", "advice_first"))
        _refuse(*faults)
        with self._db.act("plan_talk" if day else "drop_talk") as act:
            self._cases.save(replace(case, planned_on=day, planned_at=at))
        return act.changes

    def plan_conversation(self, conversation_id: int, day: date | None, at: time | None = None) -> Changes:
        """Plan a prepared conversation on a day, perhaps at a time; no day takes the plan back.

        Raises ``InvalidInput`` as ``plan_case``.
        """
        conversation = self._conversations.get(conversation_id)
        if (day, at) == (conversation.planned_on, conversation.planned_at):
            return Changes("plan_talk")
        _refuse(*planning_faults(day, at, self._today()), *_over(conversation.held_on))
        with self._db.act("plan_talk" if day else "drop_talk") as act:
            self._conversations.save(replace(conversation, planned_on=day, planned_at=at))
        return act.changes


def _over(held_on: date | None) -> tuple[Fault, ...]:
    return () if held_on is None else (Fault("planned_on", "talk_was_held"),)


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)

"""The two-sided sheet: begun, written on from each side unseen by the other, opened, and ended in one small step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tillid_planner.domain.case import Dimension
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.conversation import Conversation, Line, Side, StepKind, Topic, agenda, missing
from tillid_planner.domain.development import DevelopmentPlan
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.task import text_faults
from tillid_planner.services.following import Following
from tillid_planner.services.trust import Trust
from tillid_planner.storage.growth_records import Conversations, DevelopmentPlans
from tillid_planner.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TwoSides:
    """A conversation as one reader may see it.

    ``task_ids`` are its tasks; ``lines`` what may be read: a reader's own half, and both when both are closed.
    """

    conversation: Conversation
    task_ids: tuple[int, ...]
    lines: tuple[Line, ...]

    def line(self, task_id: int, side: Side) -> Line | None:
        """Return what a side said of a task, if it may be read."""
        return next((line for line in self.lines if line.task_id == task_id and line.side is side), None)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The agenda, gaps first; nothing before both halves are closed."""
        return agenda(self.lines, self.task_ids) if self.conversation.opened else ()


class ConversationSheets:
    """Everything that is done to prepared conversations; each act is one step of undo."""

    def __init__(self, workspace: Workspace, trust: Trust, following: Following, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._trust, self._following, self._today = trust, following, today
        self._conversations, self._plans = Conversations(self._db), DevelopmentPlans(self._db)

    def of(self, assignee_id: int) -> list[Conversation]:
        """Return the conversations with a person or team, oldest first."""
        return self._conversations.of_assignee(assignee_id)

    def under_way(self, assignee_id: int) -> Conversation | None:
        """Return the conversation that is not held yet, if there is one."""
        return next((c for c in reversed(self.of(assignee_id)) if c.held_on is None), None)

    def held(self, assignee_id: int) -> list[TwoSides]:
        """Return the conversations that were held, with both halves, newest first."""
        ended = [c for c in self.of(assignee_id) if c.held_on is not None]
        ended.sort(key=lambda c: (c.held_on or c.begun_on, c.id or 0), reverse=True)
        return [self.read(c.id or 0, Side.LEADER) for c in ended]

    def begin(self, assignee_id: int, task_ids: Sequence[int]) -> Changes:
        """Begin a sheet about some tasks; raise ``InvalidInput`` without any. One under way is left as it is."""
        if not task_ids:
            raise InvalidInput(Fault("tasks", "required"))
        if self.under_way(assignee_id) is not None:
            return Changes("begin_conversation")
        with self._db.act("begin_conversation") as act:
            new = self._conversations.add(Conversation(assignee_id=assignee_id, begun_on=self._today()))
            for task_id in dict.fromkeys(task_ids):
                for side in Side:
                    self._conversations.put(Line(conversation_id=new, task_id=task_id, side=side))
        return act.changes

    def read(self, conversation_id: int, reader: Side) -> TwoSides:
        """Return what a side may read now; raise ``NotFound``."""
        conversation = self._conversations.get(conversation_id)
        lines = self._conversations.lines(conversation_id)
        task_ids = tuple(dict.fromkeys(line.task_id for line in lines))
        if not conversation.opened:
            lines = [line for line in lines if line.side is reader]
        return TwoSides(conversation, task_ids, tuple(lines))

    def write(
        self,
        conversation_id: int,
        task_id: int,
        side: Side,
        *,
        rung: int | None,
        reason: str,
        ratings: Mapping[Dimension, int] | None = None,
    ) -> Changes:
        """Keep what a side says of a task; raise ``InvalidInput`` for a half that is closed.

        ``ratings`` are the employee's own, on her side alone: the leader's are given where she rates.
        """
        own = {str(d): value for d, value in (ratings or {}).items()} if side is Side.EMPLOYEE else {}
        line = Line(
            conversation_id=conversation_id, task_id=task_id, side=side, rung=rung, reason=reason.strip(), **own
        )
        faults = list(line.faults())
        if self._conversations.get(conversation_id).done(side):
            faults.append(Fault("side", "half_is_closed"))
        _refuse(*faults)
        before = self.read(conversation_id, side).line(task_id, side)
        if before is not None and replace(before, id=None) == line:
            return Changes("write_conversation")
        with self._db.act("write_conversation") as act:
            self._conversations.put(line)
        return act.changes

    def close_half(self, conversation_id: int, side: Side) -> Changes:
        """Say that a side is done; raise ``InvalidInput`` naming each task without a rung (``rung:<task id>``).

        Once both are done the employee's own ratings stand beside the leader's, never mixed into them.
        """
        sheet = self.read(conversation_id, side)
        own = [line for line in sheet.lines if line.side is side]
        _refuse(*(Fault(f"rung:{task_id}", "required") for task_id in missing(own, sheet.task_ids)))
        with self._db.act("close_half") as act:
            conversation = sheet.conversation.with_done(side, self._today())
            self._conversations.save(conversation)
            if conversation.opened:
                for line in self._conversations.lines(conversation_id, Side.EMPLOYEE):
                    self._trust.rate_own(line.task_id, conversation.assignee_id, line.ratings)
        return act.changes

    def open_half(self, conversation_id: int, side: Side) -> Changes:
        """Let a side write on, as long as the other has not seen it; raise ``InvalidInput`` afterwards."""
        conversation = self._conversations.get(conversation_id)
        if conversation.opened:
            _refuse(Fault("side", "half_is_seen"))
        with self._db.act("open_half") as act:
            self._conversations.save(conversation.with_done(side, None))
        return act.changes

    def end(
        self,
        conversation_id: int,
        step: str,
        *,
        kind: StepKind,
        task_id: int,
        on: date | None,
        held_on: date | None = None,
    ) -> Changes:
        """End with one small step; what the employee said is kept on the agreements that hold.

        ``on`` is the day the two look at the step, ``held_on`` the day they talked (today if not given). Raises
        ``InvalidInput`` before both halves are closed, without words or a day for the step, for a day that has
        passed, for a conversation that is yet to come, and for a follow-up where nothing is agreed. A follow-up
        is planned and a development plan written at once; a rung is agreed where it belongs.
        """
        conversation, today = self._conversations.get(conversation_id), self._today()
        agreement = self._trust.sheet(task_id, conversation.assignee_id).agreement
        faults = [] if conversation.opened else [Fault("side", "half_is_open")]
        faults += [] if step.strip() else [Fault("step", "required")]
        faults += text_faults(step=step)
        if on is None:
            faults.append(Fault("on", "required"))
        elif on < today:
            faults.append(Fault("on", "in_the_past"))
        if held_on is not None and held_on > today:
            faults.append(Fault("held", "in_the_future"))
        if kind is StepKind.FOLLOW_UP and not (agreement and agreement.rung):
            faults.append(Fault("task", "nothing_agreed"))
        _refuse(*faults)
        with self._db.act("end_conversation") as act:
            self._conversations.save(
                replace(
                    conversation,
                    held_on=held_on or today,
                    step=step.strip(),
                    step_kind=kind,
                    step_task_id=task_id,
                    step_on=on,
                )
            )
            self._keep_the_employees_words(conversation)
            if kind is StepKind.FOLLOW_UP and on is not None and agreement is not None and agreement.id is not None:
                self._following.plan(agreement.id, on)
            if kind is StepKind.DEVELOPMENT:
                self._plans.add(
                    DevelopmentPlan(
                        task_id=task_id,
                        assignee_id=conversation.assignee_id,
                        what=step.strip(),
                        by_on=on,
                        written_on=today,
                    )
                )
        return act.changes

    def remove(self, conversation_id: int) -> Changes:
        """Delete a sheet with everything written on it."""
        with self._db.act("remove_conversation") as act:
            self._conversations.remove(conversation_id)
        return act.changes

    def _keep_the_employees_words(self, conversation: Conversation) -> None:
        for line in self._conversations.lines(conversation.id or 0, Side.EMPLOYEE):
            agreement = self._trust.sheet(line.task_id, conversation.assignee_id).agreement
            if agreement is not None and agreement.id is not None:
                self._trust.note_employee(agreement.id, rung=line.rung, view=line.reason or None)


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)

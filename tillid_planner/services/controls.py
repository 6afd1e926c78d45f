"""The unit's controls: kept, linked to tasks, answered by staff, looked at once a year, and stopped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.control_effect import (
    FIELDS,
    Effect,
    consent,
    effect_of,
    standing_of,
    value_without,
    with_form,
)
from tillid_planner.domain.dosing import suggest
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.known_names import KnownNames
from tillid_planner.domain.standing_control import (
    ControlLink,
    ControlMark,
    ControlPurpose,
    Meaning,
    Stance,
    StandingControl,
)
from tillid_planner.domain.task import Task
from tillid_planner.services.nameless import Nameless
from tillid_planner.services.trust import Trust
from tillid_planner.storage.agreement_records import Agreements
from tillid_planner.storage.control_records import ControlLinks, ControlMarks, StandingControls
from tillid_planner.storage.register_records import Tasks
from tillid_planner.storage.workspace import Workspace

_NO_CONSENT: dict[str, Any] = {f"{field}_{when}": None for field in FIELDS for when in ("before", "after")}
#: A clean-up that was left half way is gone on with for so many days.
CLEAN_UP_DAYS = 31
#: A control is looked at again after so many days.
A_YEAR = 365
#: In the yearly clean-up habits come first, then what makes least sense to staff.
_ANSWERED = {Meaning.NONE: 0, Meaning.SOME: 1, None: 2, Meaning.SENSE: 3}


@dataclass(frozen=True, slots=True)
class OnTask:
    """A control on one task: the link, and what the control does or would do there."""

    link: ControlLink
    task: Task
    effect: Effect


@dataclass(frozen=True, slots=True)
class ControlView:
    """A control with what staff say, newest first, and the tasks it is on, by name."""

    control: StandingControl
    marks: tuple[ControlMark, ...]
    tasks: tuple[OnTask, ...]

    @property
    def meaning(self) -> Meaning | None:
        """What staff said last, None if they were never asked."""
        return self.marks[0].meaning if self.marks else None


@dataclass(frozen=True, slots=True)
class CleanUp:
    """A control in the yearly clean-up: whether it is done with, and the minutes a week that were freed by it."""

    view: ControlView
    done: bool
    freed: int


@dataclass(frozen=True, slots=True)
class SetBack:
    """What a task goes back to when a control leaves it: fields and their values 1–3."""

    task: Task
    values: dict[str, Any]


class Controls:
    """Everything that is done to controls; each act is one step of undo, and no agreement is changed by any."""

    def __init__(self, workspace: Workspace, trust: Trust, today: Callable[[], date]) -> None:
        db = self._db = workspace.database
        self._today, self._trust = today, trust
        self._controls, self._links, self._marks = StandingControls(db), ControlLinks(db), ControlMarks(db)
        self._tasks, self._agreements = Tasks(db), Agreements(db)
        self._nameless = Nameless(workspace)

    def names(self) -> KnownNames:
        """Return the names that are refused in texts about controls."""
        return self._nameless.names()

    def all(self, *, stopped: bool = False) -> list[ControlView]:
        """Return the controls in the order they were made, with those that were *stopped* or without."""
        tasks = {task.id: task for task in self._tasks.all(archived=True)}
        marks: dict[int, list[ControlMark]] = defaultdict(list)
        for mark in self._marks.all():
            marks[mark.control_id].insert(0, mark)
        links: dict[int, list[ControlLink]] = defaultdict(list)
        for link in self._links.all():
            if link.unlinked_on is None and link.task_id in tasks:
                links[link.control_id].append(link)
        return [
            ControlView(
                control,
                tuple(marks[control.id or 0]),
                tuple(_on_task(link, tasks[link.task_id], control) for link in links[control.id or 0]),
            )
            for control in self._controls.all()
            if stopped or control.ended_on is None
        ]

    def view(self, control_id: int) -> ControlView:
        """Return one control; raise ``NotFound``."""
        self._controls.get(control_id)
        return next(view for view in self.all(stopped=True) if view.control.id == control_id)

    def of_task(self, task_id: int) -> list[ControlView]:
        """Return the controls on a task that hold."""
        return [view for view in self.all() if any(one.task.id == task_id for one in view.tasks)]

    def put(self, control: StandingControl) -> Changes:
        """Store a control, a new one or one that exists; raise ``InvalidInput``."""
        self._refuse(
            *control.faults(),
            *self._nameless.faults(
                name=control.name, why=control.why, adapted=control.adapted, informed_where=control.informed_where
            ),
        )
        if control.id is not None and self._controls.get(control.id) == control:
            return Changes("put_standing_control")
        with self._db.act("put_standing_control") as act:
            if control.id is None:
                self._controls.add(control)
            else:
                self._controls.save(control)
        return act.changes

    def mark(self, control_id: int, meaning: Meaning, said: str = "", marked_on: date | None = None) -> Changes:
        """Note what staff say of a control, today unless another day is given; raise ``InvalidInput``."""
        self._controls.get(control_id)
        mark = ControlMark(
            control_id=control_id, meaning=meaning, said=said.strip(), marked_on=marked_on or self._today()
        )
        self._refuse(*mark.faults(self._today()), *self._nameless.faults(said=mark.said))
        with self._db.act("mark_control") as act:
            self._marks.add(mark)
        return act.changes

    def keep(self, control_id: int) -> Changes:
        """Note that a control was looked at and stays; it is looked at again in a year."""
        today = self._today()
        return self._review(control_id, reviewed_on=today, review_on=today + timedelta(days=A_YEAR), pause_until=None)

    def try_without(self, control_id: int, until: date, set_back: Collection[int] = ()) -> Changes:
        """Try without a control until a day to come, and set these tasks back meanwhile; raise ``InvalidInput``.

        Raises it too for a control that others demand.
        """
        self._refuse_foreign(control_id)
        if until <= self._today():
            raise InvalidInput(Fault("pause_until", "in_the_past"))
        return self._review(control_id, set_back, reviewed_on=self._today(), pause_until=until)

    def end(self, control_id: int, set_back: Collection[int] = ()) -> Changes:
        """Stop a control, and set these tasks back; raise ``InvalidInput`` for one that others demand."""
        self._refuse_foreign(control_id)
        with self._db.act("end_control") as act:
            self._leave(control_id, self._links.of_control(control_id), set_back)
            self._controls.save(replace(self._controls.get(control_id), ended_on=self._today(), pause_until=None))
        return act.changes

    def link(self, control_id: int, task_id: int, *, agreed: bool = False) -> Changes:
        """Put a control on a task; with consent (*agreed*) the task takes what the control gives, in the same step.

        A link without consent can get it later.

        Raises ``InvalidInput`` for a control that was stopped, a task it is on already, and consent where the task
        is not described or the control gives nothing; ``NotFound`` for one that is gone.
        """
        control, task = self._controls.get(control_id), self._tasks.get(task_id)
        links = self._links.of_task(task_id)
        if control.ended_on is not None:
            raise InvalidInput(Fault("control", "control_stopped"))
        there = next((link for link in links if link.control_id == control_id and link.unlinked_on is None), None)
        if there is not None and (there.agreed_on is not None or not agreed):
            raise InvalidInput(Fault("task", "control_there"))
        today = self._today()
        link = there or ControlLink(control_id=control_id, task_id=task_id, linked_on=today)
        if agreed:
            values: dict[str, Any] = consent(task, links, control.form)
            if not values or standing_of(task) is None:
                raise InvalidInput(Fault("agreed", "control_gives_nothing"))
            link = replace(link, agreed_on=today, **values)
        with self._db.act("link_control") as act:
            self._links.put(link)
            if agreed:
                self._change(task, with_form(task, control.form))
        return act.changes

    def unlink(self, control_id: int, task_id: int, *, set_back: bool = False) -> Changes:
        """Take a control off a task, and set the task back if that is wanted."""
        links = [link for link in self._links.of_control(control_id) if link.task_id == task_id]
        with self._db.act("unlink_control") as act:
            self._leave(control_id, links, [task_id] if set_back else [])
        return act.changes

    def set_back_without(self, control_id: int, task_id: int | None = None) -> list[SetBack]:
        """Return what tasks would go back to without a control, all of its tasks or one."""
        found = []
        for link in self._links.of_control(control_id):
            if link.unlinked_on is None and task_id in (None, link.task_id):
                task = self._tasks.get(link.task_id)
                if values := self._values_without(link, task):
                    found.append(SetBack(task, values))
        return found

    def lost_nets(self) -> dict[int, date]:
        """Return the tasks that a consented control has left, by id, with the latest day one did."""
        found: dict[int, date] = {}
        for link in self._links.all():
            if link.agreed_on is not None and link.unlinked_on is not None:
                found[link.task_id] = max(link.unlinked_on, found.get(link.task_id, date.min))
        return found

    def to_discuss(self, task_id: int, task: Task) -> int:
        """Return for how many agreements on a task the rule would say another rung, were it as *task* says."""
        count = 0
        for agreement in self._agreements.holding():
            if agreement.task_id == task_id and agreement.rung > 0:
                case = self._trust.sheet(task_id, agreement.assignee_id).case
                if case is not None and suggest(case).rung != suggest(replace(case, **_netted(task))).rung:
                    count += 1
        return count

    def clean_up(self) -> list[CleanUp]:
        """Return the controls in the order of the yearly clean-up: habits, then what makes least sense, then names.

        Those that were looked at in the last ``CLEAN_UP_DAYS`` days are done, so that it can be left half way; those
        that are being tried without since before are not in it.
        """
        today = self._today()
        since = today - timedelta(days=CLEAN_UP_DAYS)

        def recent(day: date | None) -> bool:
            return day is not None and day > since

        found = []
        for view in self.all(stopped=True):
            control = view.control
            done = recent(control.reviewed_on) or recent(control.ended_on)
            if (control.ended_on is None or done) and (done or not control.paused(today)):
                freed = control.minutes or 0 if control.ended_on is not None or control.paused(today) else 0
                found.append(CleanUp(view, done, freed))
        return sorted(found, key=lambda one: _clean_up_order(one.view))

    def minutes(self) -> tuple[int, int]:
        """Return how many minutes a week the controls take that are not paused, and how many of these are habits."""
        views = [view.control for view in self.all() if not view.control.paused(self._today())]
        habits = sum(control.purpose is ControlPurpose.HABIT for control in views)
        return sum(control.minutes or 0 for control in views), habits

    def set_stance(self, control_id: int, stance: Stance | None) -> Changes:
        """Sort a demand from outside; raise ``InvalidInput`` for one of the unit's own."""
        return self.put(replace(self._controls.get(control_id), stance=stance))

    def _review(self, control_id: int, set_back: Collection[int] = (), **changed: Any) -> Changes:
        with self._db.act("review_control") as act:
            for link in self._links.of_control(control_id):
                if link.task_id in set_back and link.unlinked_on is None:
                    self._set_back(link)
                    self._links.put(replace(link, agreed_on=None, **_NO_CONSENT))
            self._controls.save(replace(self._controls.get(control_id), **changed))
        return act.changes

    def _leave(self, control_id: int, links: Sequence[ControlLink], set_back: Collection[int]) -> None:
        for link in links:
            if link.unlinked_on is None:
                if link.task_id in set_back:
                    self._set_back(link)
                self._links.put(replace(link, unlinked_on=self._today()))

    def _set_back(self, link: ControlLink) -> None:
        task = self._tasks.get(link.task_id)
        self._change(task, replace(task, **self._values_without(link, task)))

    def _values_without(self, link: ControlLink, task: Task) -> dict[str, Any]:
        links = self._links.of_task(link.task_id)
        found: dict[str, Any] = {field: value_without(links, link, field, getattr(task, field)) for field in FIELDS}
        return {field: value for field, value in found.items() if value is not None}

    def _change(self, before: Task, after: Task) -> None:
        if before != after:
            self._tasks.save(after)

    def _refuse_foreign(self, control_id: int) -> None:
        if not self._controls.get(control_id).ours:
            raise InvalidInput(Fault("control", "demanded_by_others"))

    def _refuse(self, *faults: Fault) -> None:
        if faults:
            raise InvalidInput(*faults)


def _clean_up_order(view: ControlView) -> tuple[bool, int, str]:
    habit = view.control.purpose is ControlPurpose.HABIT
    return not habit, _ANSWERED[view.meaning], view.control.name.casefold()


def _netted(task: Task) -> dict[str, Any]:
    return {"detection": task.detection or 1, "reversal": task.reversal or 1}


def _on_task(link: ControlLink, task: Task, control: StandingControl) -> OnTask:
    return OnTask(link, task, effect_of(task, control.form))

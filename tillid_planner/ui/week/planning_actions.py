"""Planning actions: run them, confirm them in the toast, and say why one cannot be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.week import DayOff, Placement, Week
from tillid_planner.services.board import Board
from tillid_planner.services.planning import LeftOut
from tillid_planner.ui.days import weekday_text
from tillid_planner.ui.desk import Desk, Notice, Reply
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.wording import days_listed, hours_words

STEP = 0.25


@dataclass(frozen=True, slots=True)
class Cargo:
    """What is to be put somewhere: a card of the board or some of its hours, or a task from the tray.

    ``card`` is None for the tray; ``hours`` None means all of it.
    """

    task_id: int
    card: Placement | None = None
    hours: float | None = None

    def on(self, board: Board, assignee_id: int, day: date) -> Board:
        """Return the board as it would be with this on somebody on a day."""
        if self.card is not None:
            return board.moved(self.card, assignee_id, day, self.hours)
        hours = board.usual_hours(self.task_id, assignee_id) if self.hours is None else self.hours
        return board.placed(Placement(task_id=self.task_id, assignee_id=assignee_id, day=day, hours=hours))


class PlanningActions(QObject):
    """Every act on the week; each is one step of undo. ``gone`` tells that the week has to be read anew."""

    gone = Signal()
    #: Something is to go to somebody who has no agreement on it or is not there: what, to whom (id), on which day.
    doubted = Signal(object, int, object)
    #: The key of the placement that an act was about, where the selection should be next.
    placed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.board: Board | None = None

    def put(self, cargo: Cargo, assignee_id: int, day: date) -> None:
        """Place or move; on a day off, or where somebody else has no agreement on it, ``doubted`` asks how first."""
        if self.lacks_agreement(cargo, assignee_id) or self.off(assignee_id, day) is not None:
            self.doubted.emit(cargo, assignee_id, day)
        else:
            self.store(cargo, assignee_id, day)

    def store(self, cargo: Cargo, assignee_id: int, day: date) -> bool:
        """Place or move, with an agreement or without; return whether it was done."""
        if cargo.card is not None:
            return self.move(cargo.card, assignee_id, day, cargo.hours)
        return self.place(cargo.task_id, assignee_id, day, cargo.hours)

    def lacks_agreement(self, cargo: Cargo, assignee_id: int) -> bool:
        """Whether something would come to somebody who has no agreement on it; where it lies it may stay."""
        task = self.board.facts.tasks.get(cargo.task_id) if self.board is not None else None
        stays = cargo.card is not None and cargo.card.assignee_id == assignee_id
        if self.board is None or task is None or task.legal_ceiling == 0 or stays:
            return False
        return self.board.facts.pair((cargo.task_id, assignee_id)).agreement is None

    def off(self, assignee_id: int, day: date) -> DayOff | None:
        """Return how somebody is not there on a day, or None."""
        row = self.board.row(assignee_id) if self.board is not None else None
        return row.off(day) if row is not None else None

    def place(self, task_id: int, assignee_id: int, day: date, hours: float | None = None) -> bool:
        """Place a task; without hours what is left of it, at most a workday."""
        plan = self._desk.session.planning
        notice = tr("{task} is placed with {name}.", task=self._task(task_id), name=self._name(assignee_id))
        done = bool(self._do(lambda: plan.place(task_id, assignee_id, day, hours), notice))
        if done:
            self.placed.emit((task_id, assignee_id, day))
        return done

    def move(self, card: Placement, assignee_id: int, day: date, hours: float | None = None) -> bool:
        """Move a card, or some of its hours, to another person or day."""
        plan = self._desk.session.planning
        if assignee_id != card.assignee_id:
            name = self._name(assignee_id)
            if hours is not None and hours < card.hours:
                notice = tr(
                    "{hours} of {task} are moved to {name}.",
                    hours=hours_words(hours),
                    task=self._task(card.task_id),
                    name=name,
                )
            else:
                notice = tr("{task} is moved to {name}.", task=self._task(card.task_id), name=name)
        elif self.board is not None and day not in self.board.week:
            number = Week.of(day).number
            notice = tr(
                "{task} is moved to {day} in week {number}.",
                task=self._task(card.task_id),
                day=weekday_text(day),
                number=number,
            )
        else:
            notice = tr("{task} is moved to {day}.", task=self._task(card.task_id), day=weekday_text(day))
        done = bool(self._do(lambda: plan.move(card, assignee_id, day, hours), notice))
        if done:
            self.placed.emit((card.task_id, assignee_id, day))
        return done

    def remove(self, card: Placement) -> bool:
        """Take a card off the week."""
        notice = tr("{task} is taken off the week.", task=self._task(card.task_id))
        return bool(self._do(lambda: self._desk.session.planning.remove(card), notice))

    def remove_all(self, cards: Sequence[Placement]) -> None:
        """Take several cards off, one after the other."""
        for card in cards:
            if not self.remove(card):
                return

    def set_hours(self, card: Placement, hours: float) -> Reply:
        """Change a card's hours; the reply carries what is wrong with them."""
        notice = tr("{task}: {hours}.", task=self._task(card.task_id), hours=hours_words(hours))
        if hours == 0:
            notice = tr("{task} is taken off the week.", task=self._task(card.task_id))
        return self._do(lambda: self._desk.session.planning.set_hours(card, hours), notice, quiet=True)

    def step_hours(self, card: Placement, by: float) -> None:
        """Give a card a quarter of an hour more or less; not less than a quarter."""
        hours = max(STEP, round((card.hours + by * STEP) / STEP) * STEP)
        if hours != card.hours:
            self.say_wrong(self.set_hours(card, hours))

    def spread(self, card: Placement, days: Sequence[date]) -> bool:
        """Split the hours of a card's task with its assignee over days."""
        notice = tr("{task} is spread over {days}.", task=self._task(card.task_id), days=days_listed(days))
        return bool(self._do(lambda: self._desk.session.planning.spread(card, days), notice))

    def recur(self, task_id: int, assignee_id: int, hours: Mapping[int, float], first_on: date) -> Reply:
        """Let a task place itself on fixed days, from a day on."""
        task, name = self._task(task_id), self._name(assignee_id)
        notice = (
            tr("{task} places itself with {name} from now on.", task=task, name=name)
            if hours
            else tr("{task} has no fixed days with {name} any more.", task=task, name=name)
        )
        plan = self._desk.session.planning
        return self._do(lambda: plan.recur(task_id, assignee_id, hours, first_on), notice, quiet=True)

    def add_absence(self, assignee_id: int, first_on: date, last_on: date) -> Reply:
        """Note days away."""
        notice = tr("{name} is noted as away.", name=self._name(assignee_id))
        plan = self._desk.session.planning
        return self._do(lambda: plan.add_absence(assignee_id, first_on, last_on), notice, quiet=True)

    def remove_absence(self, absence_id: int) -> None:
        """Take days away back."""
        self._do(lambda: self._desk.session.planning.remove_absence(absence_id), tr("The days away are removed."))

    def copy_week(self, source: Week, target: Week) -> None:
        """Place what stands in one week in another."""
        left = self._left_out(source, target)
        notice = tr("Week {number} is copied to this week.", number=source.number)
        reply = self._do(lambda: self._desk.session.planning.copy_week(source, target), f"{notice} {left}".strip())
        if reply and not reply.changes:
            nothing = tr("Nothing was copied from week {number}.", number=source.number)
            bare = tr("There was nothing in week {number} to copy.", number=source.number)
            self.say(f"{nothing} {left}" if left else bare)

    def apply_template(self, template_id: int, name: str, week: Week) -> None:
        """Place what a template holds."""
        left = self._left_out(template_id, week)
        notice = tr("The template “{name}” is placed in the week.", name=name)
        plan = self._desk.session.planning
        reply = self._do(lambda: plan.apply_template(template_id, week), f"{notice} {left}".strip())
        if reply and not reply.changes:
            self.say(f"{tr('Nothing of the template was placed.')} {left}".strip())

    def _left_out(self, source: Week | int, target: Week) -> str:
        """Say what is not placed, and why."""
        left = self._desk.session.planning.left_out(source, target)
        said = []
        if count := left[LeftOut.THERE]:
            said.append(tr("%n lay there already.", n=count))
        if count := left[LeftOut.DAY_OFF]:
            said.append(tr("%n left out: a day off.", n=count))
        if count := left[LeftOut.PUT_AWAY]:
            said.append(tr("%n left out: the task is put away.", n=count))
        if left[LeftOut.FIXED]:
            said.append(tr("Fixed days place themselves."))
        return " ".join(said)

    def save_template(self, name: str, week: Week) -> Reply:
        """Keep the week under a name."""
        notice = tr("The week is kept as the template “{name}”.", name=name.strip())
        return self._do(lambda: self._desk.session.planning.save_template(name, week), notice, quiet=True)

    def remove_template(self, template_id: int, name: str) -> None:
        """Delete a template."""
        notice = tr("The template “{name}” is deleted.", name=name)
        self._do(lambda: self._desk.session.planning.remove_template(template_id), notice)

    def say(self, text: str) -> None:
        """Say something in the toast."""
        self._desk.noticed.emit(Notice(text))

    def say_wrong(self, reply: Reply) -> None:
        """Say in the toast what could not be kept."""
        if reply.invalid is not None:
            self.say(self.fault_words(reply))

    def fault_words(self, reply: Reply) -> str:
        """Return what is wrong with what was wanted."""
        if reply.invalid is None or not reply.invalid.faults:
            return ""
        fault = reply.invalid.faults[0]
        return self._desk.words.text(f"faults.{fault.code}", **fault.params)

    def _do(self, act: Callable[[], Changes], notice: str, *, quiet: bool = False) -> Reply:
        lost = False

        def guarded() -> Changes:
            nonlocal lost
            try:
                return act()
            except NotFound:
                lost = True
                return Changes()

        reply = self._desk.run(guarded, notice)
        if lost:
            self.gone.emit()
            self.say(tr("It was deleted in the meantime. The week is shown as it is now, and nothing else is lost."))
            return Reply(failed=True)
        if not quiet:
            self.say_wrong(reply)
        return reply

    def _task(self, task_id: int) -> str:
        task = self.board.facts.tasks.get(task_id) if self.board is not None else None
        return task.heading if task is not None else tr("The task")

    def _name(self, assignee_id: int) -> str:
        row = self.board.row(assignee_id) if self.board is not None else None
        return row.assignee.name if row is not None else ""

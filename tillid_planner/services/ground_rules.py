"""Why trust, by which rules and inside which red lines: the frame of the unit, in which nobody is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.ground_rule import (
    FrameNote,
    GroundRule,
    LineOnTask,
    NoteKey,
    RuleKind,
    RuleVersion,
    SetBy,
)
from tillid_planner.domain.learning import HandledAs, Learning
from tillid_planner.domain.purpose import Purpose, term_faults
from tillid_planner.services.nameless import Nameless
from tillid_planner.storage.breach_records import LearningLog
from tillid_planner.storage.frame_records import FrameNotes, Purposes
from tillid_planner.storage.frame_records import GroundRules as RuleRecords
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.workspace import Workspace

#: What is typed in a rule.
_TEXTS = ("text", "source", "consequence", "reason")


class GroundRules:
    """Everything that is done to purposes, ground rules and red lines; each act is one step of undo.

    Every text is refused with ``names_someone`` where it names a person who is known here.
    """

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._nameless = Nameless(workspace)
        self._purposes = Purposes(self._db)
        self._rules = RuleRecords(self._db)
        self._notes = FrameNotes(self._db)
        self._tasks = Tasks(self._db)
        self._assignees = Assignees(self._db)
        self._learning = LearningLog(self._db)

    def purposes(self, *, ended: bool = False) -> list[Purpose]:
        """Return the purposes by the day they were written; ended ones only if asked for."""
        return self._purposes.all(ended=ended)

    def put_purpose(self, purpose: Purpose) -> Changes:
        """Store a purpose, new or changed; raise ``InvalidInput`` or ``NotFound``."""
        purpose = replace(purpose, text=purpose.text.strip(), core_task=purpose.core_task.strip())
        self._refuse(*purpose.faults(self._today()), text=purpose.text, core_task=purpose.core_task)
        with self._db.act("put_purpose") as act:
            self._purposes.add(purpose) if purpose.id is None else self._purposes.save(purpose)
        return act.changes

    def end_purpose(self, purpose_id: int, ended_on: date | None = None) -> Changes:
        """End a purpose today or on an earlier day; raise ``InvalidInput`` for a day to come or before its start."""
        purpose = self._purposes.get(purpose_id)
        day = ended_on or self._today()
        self._refuse(*term_faults(self._today(), purpose.written_on, ended_on=day))
        with self._db.act("end_purpose") as act:
            self._purposes.save(replace(purpose, ended_on=day))
        return act.changes

    def rules(self, kind: RuleKind | None = None, *, ended: bool = False) -> list[GroundRule]:
        """Return the rules and red lines, or those of one kind, as entered; ended ones only if asked for."""
        return [rule for rule in self._rules.all(ended=ended) if kind in (None, rule.kind)]

    def put_rule(self, rule: GroundRule, why: str = "") -> Changes:
        """Store a rule or red line, new or changed; other words make its next version and need ``why``.

        The number and day of the wording are kept here and not taken from ``rule``. Raises ``InvalidInput`` or
        ``NotFound``.
        """
        rule, version = self._next(_fitted(rule), why)
        faults = (*rule.faults(self._today()), *self._team_faults(rule), *self._version_faults(version))
        texts = {name: getattr(rule, name) for name in _TEXTS}
        self._refuse(*faults, **texts, why="" if version is None else version.why)
        for task_id in rule.task_ids:
            self._tasks.get(task_id)
        with self._db.act("put_rule") as act:
            self._store(rule, version)
        return act.changes

    def reword_rule(self, rule_id: int, text: str, why: str) -> Changes:
        """Give a rule other words from today and keep the former ones as a version; the same words change nothing.

        Raises ``InvalidInput`` without words or without ``why``, or ``NotFound``.
        """
        rule, version = self._next(replace(self._rules.get(rule_id), text=text.strip()), why)
        wrong = (fault for fault in rule.faults(self._today()) if fault.field in ("text", "version"))
        self._refuse(*wrong, *self._version_faults(version), text=rule.text, why=why.strip())
        with self._db.act("reword_rule") as act:
            self._store(rule, version)
        return act.changes

    def versions(self, rule_id: int) -> list[RuleVersion]:
        """Return the wordings a rule had before, newest first."""
        return self._rules.versions(rule_id)

    def end_rule(self, rule_id: int, ended_on: date | None = None) -> Changes:
        """End a rule or red line today or on an earlier day; raise ``InvalidInput`` as ``end_purpose`` does."""
        rule = self._rules.get(rule_id)
        day = ended_on or self._today()
        self._refuse(*term_faults(self._today(), rule.since, ended_on=day))
        with self._db.act("end_rule") as act:
            self._rules.save(replace(rule, ended_on=day))
        return act.changes

    def lines_for(self, task_id: int) -> list[LineOnTask]:
        """Return the red lines in force for a task: those of the unit, then its own; raise ``NotFound``."""
        own = self._tasks.get(task_id).red_lines
        shared = [rule for rule in self._rules.all() if rule.concerns(task_id)]
        return [
            *(LineOnTask(text=r.text, source=r.source, consequence=r.consequence, rule_id=r.id) for r in shared),
            *(LineOnTask(text=r.text, source=r.source, consequence=r.consequence, red_line_id=r.id) for r in own),
        ]

    def share_red_line(self, red_line_id: int, source: str = "", consequence: str = "") -> Changes:
        """Turn a task's own red line into one of the unit, which holds for that task from today.

        An empty source or consequence is taken from the line. Raises ``InvalidInput`` where it has none either, or
        ``NotFound``.
        """
        task = self._tasks.of_line(red_line_id)
        line = next(line for line in task.red_lines if line.id == red_line_id)
        rule = GroundRule(
            kind=RuleKind.RED_LINE,
            text=line.text,
            source=source.strip() or line.source,
            consequence=consequence.strip() or line.consequence,
            task_ids=(task.id or 0,),
            since=self._today(),
        )
        with self._db.act("share_red_line") as act:
            self.put_rule(rule)
            self._tasks.save(replace(task, red_lines=tuple(other for other in task.red_lines if other != line)))
        return act.changes

    def in_use(self, rule_id: int) -> int:
        """Return for how many tasks, put-away ones left out, a red line holds; 0 for a rule; raise ``NotFound``."""
        rule = self._rules.get(rule_id)
        return sum(rule.concerns(task.id or 0) for task in self._tasks.all())

    def left_to_decide(self) -> str:
        """Return what the rules leave the unit to decide; empty while nobody has written it."""
        note = self._notes.get(NoteKey.LEFT_TO_DECIDE)
        return "" if note is None else note.text

    def set_left_to_decide(self, text: str) -> Changes:
        """Store what the rules leave the unit to decide; the same words change nothing. Raises ``InvalidInput``."""
        note = FrameNote(key=NoteKey.LEFT_TO_DECIDE, text=text.strip(), written_on=self._today())
        self._refuse(*note.faults(self._today()), text=note.text)
        with self._db.act("set_left_to_decide") as act:
            if note.text != self.left_to_decide():
                self._notes.put(note)
        return act.changes

    def proposals(self) -> list[Learning]:
        """Return the lessons with a proposal that is not handled yet, newest first."""
        return [lesson for lesson in self._learning.all() if lesson.waiting]

    def take_learning(self, learning_id: int, as_: HandledAs, rule: GroundRule | None = None) -> Changes:
        """Note today what became of a lesson's proposal; as a rule, ``rule`` is stored with it.

        As a control or in the frame the caller has stored the record, in an act around this one. Raises
        ``InvalidInput`` for one that was handled already and for a rule that cannot be stored, or ``NotFound``.
        """
        lesson = self._learning.get(learning_id)
        if lesson.handled_on is not None:
            self._refuse(Fault("learning", "already_handled"))
        if as_ is HandledAs.RULE and rule is None:
            self._refuse(Fault("text", "required"))
        with self._db.act("take_learning") as act:
            if as_ is HandledAs.RULE and rule is not None:
                self.put_rule(rule)
            self._learning.save(replace(lesson, handled_on=self._today(), handled_as=as_))
        return act.changes

    def _next(self, rule: GroundRule, why: str) -> tuple[GroundRule, RuleVersion | None]:
        """Return a rule with the number and day of its wording, and the wording that it takes the place of."""
        if rule.id is None:
            return replace(rule, version=1), None
        before = self._rules.get(rule.id)
        if before.text == rule.text:
            return replace(rule, version=before.version, since=before.since), None
        version = RuleVersion(
            rule_id=rule.id,
            version=before.version,
            text=before.text,
            since=before.since,
            until=self._today(),
            why=why.strip(),
        )
        return replace(rule, version=before.version + 1, since=self._today()), version

    def _store(self, rule: GroundRule, version: RuleVersion | None) -> None:
        if version is not None:
            self._rules.add_version(version)
        self._rules.add(rule) if rule.id is None else self._rules.save(rule)

    def _version_faults(self, version: RuleVersion | None) -> tuple[Fault, ...]:
        return () if version is None else version.faults(self._today())

    def _team_faults(self, rule: GroundRule) -> tuple[Fault, ...]:
        if rule.team_id is None or self._assignees.get(rule.team_id).is_team:
            return ()
        return (Fault("team_id", "choose_one"),)

    def _refuse(self, *faults: Fault, **texts: str) -> None:
        found = (*faults, *self._nameless.faults(**texts))
        if found:
            raise InvalidInput(*found)


def _fitted(rule: GroundRule) -> GroundRule:
    """Return a rule trimmed, without what only the other kind has: a red line says in its source who set it."""
    trimmed = {name: getattr(rule, name).strip() for name in _TEXTS}
    if rule.is_red_line:
        return replace(rule, set_by=None, team_id=None, **trimmed)
    team_id = rule.team_id if rule.set_by is SetBy.TEAM else None
    return replace(rule, all_tasks=False, task_ids=(), team_id=team_id, **trimmed)

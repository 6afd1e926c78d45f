"""The same task across people: everybody who holds it, by name, each with the rung and why it is that one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.case import Dimension
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.explanation import listed
from tillid_planner.domain.ladder import Rung
from tillid_planner.services.mirror import Reflection
from tillid_planner.services.person_review import TaskLine, unclosed
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.mirror.told_apart import told_apart
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Card,
    ComboBox,
    EmptyState,
    Field,
    Hairline,
    RungBadge,
    ScrollPage,
    TextButton,
    TextLabel,
)
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.rungs import rung_name

_WIDEST, _WHO = 960, 268


class Across(QWidget):
    """A task to choose, and a row for everybody who holds it; ``pair_requested`` carries (task id, assignee id)."""

    pair_requested = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reflection: Reflection | None = None
        self.task = ComboBox([], placeholder=tr("Choose a task"))
        self.field = Field(
            tr("Task"), self.task, tr("Everybody who holds the task, by name, and why each holds the rung she does.")
        )
        self.card = Card(flush=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.card.add(self._rows)
        self.empty = EmptyState(
            "people",
            tr("No task is held by two yet"),
            tr("When two people hold the same task, you can see here why one has another rung than the other."),
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        self.field.setMaximumWidth(scaled(480))
        for part in (self.field, self.card, self.empty):
            column.addWidget(part)
        column.addStretch(1)
        self._hiding = HidingOverlay(self.card)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(content, widest=scaled(_WIDEST) + 48))
        self.task.chosen.connect(lambda _: self._show_rows())

    def show_reflection(self, reflection: Reflection) -> None:
        """Offer the tasks that more than one holds; the chosen task stays chosen."""
        self._reflection = reflection
        kept = self.task.value()
        shared = [task for number, task in reflection.tasks.items() if len(reflection.holders.get(number, ())) > 1]
        offered = [(task.id or 0, task.name) for task in by_name(shared, lambda task: task.name)]
        self.task.set_options(offered)
        known = {number for number, _ in offered}
        self.task.set_value(kept if kept in known else offered[0][0] if offered else None)
        self.field.setVisible(bool(offered))
        self.card.setVisible(bool(offered))
        self.empty.setVisible(not offered)
        self._show_rows()

    def choose(self, task_id: int) -> None:
        """Show a task; one that only one holds is shown too."""
        reflection = self._reflection
        if reflection is None or task_id not in reflection.tasks:
            return
        options = [
            (task.id or 0, task.name)
            for task in by_name(
                [t for n, t in reflection.tasks.items() if n == task_id or len(reflection.holders.get(n, ())) > 1],
                lambda task: task.name,
            )
        ]
        self.task.set_options(options)
        self.task.set_value(task_id)
        for part, shown in ((self.field, True), (self.card, True), (self.empty, False)):
            part.setVisible(shown)
        self._show_rows()

    def _show_rows(self) -> None:
        clear_layout(self._rows)
        task_id, reflection = self.task.value(), self._reflection
        if reflection is None or not isinstance(task_id, int):
            return
        today = self._desk.session.today()
        called = told_apart(reflection.assignees.values())
        holders = by_name(reflection.holders.get(task_id, ()), lambda assignee: called[assignee.id or 0])
        for number, assignee in enumerate(holders):
            try:
                line = self._desk.session.person_review.line(task_id, assignee.id or 0)
            except NotFound:
                continue
            if number:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(line, called[assignee.id or 0], today))

    def _row(self, line: TaskLine, name: str, today: date) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(16, 12, 16, 12)
        across.setSpacing(12)
        rung = line.rung or 0
        said = rung_name(self._desk.words, rung)
        badge = RungBadge(rung, "agreed" if rung else "paused", 32, accessible=f"{rung}, {said}")
        across.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        who = QVBoxLayout()
        who.setSpacing(2)
        link = TextButton(name, flush=True)
        link.clicked.connect(lambda *_: self.pair_requested.emit(line.task_id, line.sheet.assignee.id or 0))
        who.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        since = tr("{name}, since {day}", name=said, day=day_text(line.since, today)) if line.since else said
        who.addWidget(TextLabel(since, "small", muted=True))
        ratings = line.sheet.ratings
        if len(ratings) == len(Dimension):
            rated = tr(
                "Competence {competence}, intention {intention}, resources {resources}",
                **{str(dimension): rating.value for dimension, rating in ratings.items()},
            )
            who.addWidget(TextLabel(rated, "small", muted=True))
        who.addStretch(1)
        holder = QWidget()
        holder.setLayout(who)
        who.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(scaled(_WHO))
        across.addWidget(holder)
        why = QVBoxLayout()
        why.setSpacing(2)
        for lead, text in self._why(line):
            why.addWidget(TextLabel(text, lead=lead))
        if line.last_seen is not None:
            day = day_text(line.last_seen.seen_on or line.last_seen.rated_on, today)
            why.addWidget(TextLabel(line.last_seen.example, lead=tr("Last seen, {day}:", day=day)))
        why.addStretch(1)
        across.addLayout(why, 1)
        return row

    def _carried(self, line: TaskLine) -> str:
        """Say which prerequisite carries just this rung; nothing where something else decides."""
        suggestion, case, words = line.suggestion, line.sheet.case, self._desk.words
        if suggestion is None or case is None or line.rung is None or suggestion.carries != line.rung or line.closed:
            return ""
        ratings = line.sheet.ratings
        if len(ratings) < len(Dimension) or line.rung == max(Rung):
            return ""
        weakest = min(rating.value for rating in ratings.values())
        names = [words.text(f"anchors.{d}.name").lower() for d, rating in ratings.items() if rating.value == weakest]
        said = tr("What carries it now: {names} ({value} of 5).", names=listed(tuple(names), words), value=weakest)
        if suggestion.exposure:
            said = f"{said} " + tr("What a mistake can lead to takes away %n rung(s).", n=suggestion.exposure)
        return said

    def _why(self, line: TaskLine) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        wording = line.wording(self._desk.words)
        agreement = line.agreement
        reason = agreement.reason or (agreement.leap.gain if agreement.leap else "") if agreement else ""
        if unclosed(line):
            found.append(("", tr("A breach that is not closed")))
        carried, suggestion = self._carried(line), line.suggestion
        # Why it is this rung; what another one would take is another question.
        here = suggestion is not None and suggestion.rung == line.rung
        if carried:
            found.append(("", carried))
        elif here and wording is not None and wording.limits:
            found.append((wording.limits_head, f"{listed(wording.limits, self._desk.words)}."))
        elif here and wording is not None and wording.unlimited:
            found.append(("", wording.unlimited))
        if wording is not None and suggestion is not None and suggestion.rung != line.rung:
            found.append(("", wording.head))
        if reason:
            found.append((tr("Reason:"), reason))
        elif agreement is not None and agreement.differs:
            found.append(("", tr("No reason written.")))
        return found

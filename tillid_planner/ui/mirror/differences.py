"""Like and unlike: two people with the same ratings on a task and different rungs, with both reasons side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.consistency import Difference, Holding
from tillid_planner.services.mirror import Reflection
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.mirror.told_apart import told_apart
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    Card,
    EmptyState,
    RungBadge,
    ScrollPage,
    TextButton,
    TextLabel,
)
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.rungs import rung_name

#: So many are shown at first; the rest come when they are asked for.
_AT_ONCE = 20
_WIDEST = 960


class Differences(QWidget):
    """One card for each pair, by the task's name; ``pair_requested`` carries (task id, assignee id)."""

    pair_requested = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._all: Sequence[Difference] = ()
        self._reflection: Reflection | None = None
        self._names: dict[int, str] = {}
        self.shown = 0
        self.intro = TextLabel("", muted=True)
        self.cards = QVBoxLayout()
        self.cards.setSpacing(12)
        self.more = Button(tr("Show more"))
        self.empty = EmptyState(
            "people",
            tr("No unexplained differences"),
            tr("Nobody with the same ratings on the same task has another rung. It may be different next month."),
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.intro)
        column.addLayout(self.cards)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.empty)
        column.addStretch(1)
        self._hiding = HidingOverlay(content, "window")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(content, widest=scaled(_WIDEST) + 48))
        self.more.clicked.connect(lambda *_: self._show_more())

    def show_reflection(self, reflection: Reflection) -> None:
        """Show the pairs of a reflection, by the task's name and then by the first name in the alphabet."""
        self._reflection = reflection
        names = self._names = told_apart(reflection.assignees.values())
        tasks = {number: task.name for number, task in reflection.tasks.items()}
        pairs = [_by_names(difference, names) for difference in reflection.differences]
        self._all = by_name(
            pairs, lambda d: "\n".join((tasks[d.one.task_id], names[d.one.assignee_id], names[d.other.assignee_id]))
        )
        self.intro.setText(
            tr("Same task, same ratings, different rungs. There may be a good reason; can you say it to both?")
        )
        clear_layout(self.cards)
        self.shown = 0
        self.intro.setVisible(bool(pairs))
        self.empty.setVisible(not pairs)
        self._show_more()

    def _show_more(self) -> None:
        reflection, today = self._reflection, self._desk.session.today()
        if reflection is None:
            return
        for difference in self._all[self.shown : self.shown + _AT_ONCE]:
            self.cards.addWidget(self._card(difference, reflection, today))
        self.shown = min(len(self._all), self.shown + _AT_ONCE)
        self.more.setVisible(self.shown < len(self._all))

    def _card(self, difference: Difference, reflection: Reflection, today: date) -> Card:
        task = reflection.tasks[difference.one.task_id]
        ratings = difference.one.ratings or (0, 0, 0)
        said = tr(
            "Both: competence {competence}, intention {intention}, resources {resources}.",
            competence=ratings[0],
            intention=ratings[1],
            resources=ratings[2],
        )
        card = Card(task.name)
        card.add(TextLabel(said, "small", muted=True))
        halves = QHBoxLayout()
        halves.setSpacing(24)
        for holding in (difference.one, difference.other):
            halves.addLayout(self._half(holding, today), 1)
        card.add(halves)
        return card

    def _half(self, holding: Holding, today: date) -> QHBoxLayout:
        name, agreement = self._names[holding.assignee_id], holding.agreement
        rung = rung_name(self._desk.words, agreement.rung)
        half = QHBoxLayout()
        half.setSpacing(12)
        said = tr("Rung {rung}, {name}", rung=agreement.rung, name=rung)
        half.addWidget(RungBadge(agreement.rung, "agreed", 32, accessible=said), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        link = TextButton(name, flush=True)
        link.clicked.connect(lambda *_: self.pair_requested.emit(holding.task_id, holding.assignee_id))
        words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        since = day_text(holding.course.held_since or agreement.agreed_on, today)
        facts = [tr("{name}, since {day}", name=rung, day=since), tr("%n good follow-up(s)", n=holding.good_looks)]
        if holding.breach:
            facts.append(tr("a breach that is not closed"))
        words.addWidget(TextLabel(", ".join(facts), "small", muted=True))
        reason = agreement.reason or (agreement.leap.gain if agreement.leap else "")
        words.addWidget(TextLabel(reason or tr("No reason written."), muted=not reason))
        words.addStretch(1)
        half.addLayout(words, 1)
        return half


def _by_names(difference: Difference, names: dict[int, str]) -> Difference:
    first, second = by_name((difference.one, difference.other), lambda holding: names[holding.assignee_id])
    return Difference(first, second)

"""«Det betyder for opgaven»: what the answers about a task mean, while they are given."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.domain.task import Task
from tillid_planner.ui.task_meaning import meaning_of
from tillid_planner.ui.task_words import (
    NOT_DELEGABLE,
    ceiling_sentence,
    exposure_sentence,
    rung_name,
    way_up_sentence,
)
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Card, Hairline, RungBadge, SunkenNote, TextLabel


class TaskMeaningCard(Card):
    """Exposure, the highest rung right now, and the way up, for whoever may hold the task."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(tr("What it means for the task"), parent=parent)
        self._words = words
        self._missing = TextLabel(
            tr("Answer the four questions about the task. Without them no rung can be suggested."), muted=True
        )
        self.add(self._missing)
        self._told = QWidget()
        column = QVBoxLayout(self._told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.exposure = TextLabel()
        self._highest_label = TextLabel(tr("Highest rung right now"), "small", muted=True)
        self.badge = RungBadge(side=32)
        self.highest = TextLabel(weight=600, wrap=False)
        self._way_up = SunkenNote("info", "", icon="net")
        self._ceiling = SunkenNote("frame", "", icon="lock")
        self._stop = SunkenNote("stop", "")
        self._open = TextLabel(tr("The task itself sets no limit."), "small", muted=True)
        column.addWidget(self.exposure)
        column.addSpacing(4)
        column.addWidget(Hairline())
        column.addSpacing(4)
        column.addWidget(self._highest_label)
        highest = QHBoxLayout()
        highest.setSpacing(8)
        highest.addWidget(self.badge)
        highest.addWidget(self.highest, 1)
        column.addLayout(highest)
        column.addSpacing(4)
        for note in (self._way_up, self._ceiling, self._stop, self._open):
            column.addWidget(note)
        self.add(self._told)

    def show_task(self, task: Task) -> None:
        """Say what the task's answers mean; without all of them, what is missing."""
        meaning = meaning_of(task)
        self._missing.setVisible(meaning is None)
        self._told.setVisible(meaning is not None)
        if meaning is None:
            return
        self.exposure.setText(exposure_sentence(meaning))
        delegable = meaning.highest != NOT_DELEGABLE
        name = rung_name(self._words, meaning.highest)
        self.badge.set_rung(meaning.highest, accessible=f"{meaning.highest} {name}")
        self.highest.setText(name)
        self.highest.setVisible(delegable)
        self.badge.setVisible(delegable)
        self._highest_label.setVisible(delegable)
        _say(self._way_up, way_up_sentence(meaning))
        _say(self._ceiling, ceiling_sentence(meaning) if meaning.by_law and delegable else "")
        _say(self._stop, "" if delegable else ceiling_sentence(meaning))
        self._open.setVisible(not meaning.by_law and meaning.way_up is None)


def _say(note: SunkenNote, sentence: str) -> None:
    note.set_text(sentence)
    note.setVisible(bool(sentence))

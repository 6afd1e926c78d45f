"""The leader's own rating habits: one small picture of the spread, and what it says in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.rating_habits import Habits
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, paint_plate, ratings_hidden, ratings_hidden_changed, scaled
from tillid_planner.ui.widgets import Card, EmptyState, ScrollPage, TextLabel

_WIDEST = 760
#: Fewer ratings than this are a first impression only; one value with all but this part of them is narrow.
_FEW = 15
_BAR, _GAP, _HIGH, _ROW = 34, 8, 48, 92


class Spread(QWidget):
    """How often each value 1–5 is used, for each prerequisite: small columns with their counts."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._habits: Habits | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ratings_hidden_changed.connect(self._repaint)

    def show_habits(self, habits: Habits) -> None:
        """Show other counts; they are read aloud as they stand."""
        self._habits = habits
        self.setAccessibleName(tr("How you use the scale"))
        self.setAccessibleDescription(" ".join(self.sentences()))
        self.update()

    def sentences(self) -> list[str]:
        """Return the counts in words, one sentence for each prerequisite."""
        if self._habits is None:
            return []
        return [
            tr(
                "{name}: {one} ones, {two} twos, {three} threes, {four} fours, {five} fives.",
                name=self._words.text(f"anchors.{dimension}.name"),
                one=counts[0],
                two=counts[1],
                three=counts[2],
                four=counts[3],
                five=counts[4],
            )
            for dimension, counts in self._habits.spread.items()
        ]

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(420), scaled(_ROW) * len(Dimension))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._habits is None:
            return
        painter = QPainter(self)
        most = max((count for counts in self._habits.spread.values() for count in counts), default=0)
        for number, (dimension, counts) in enumerate(self._habits.spread.items()):
            top = scaled(_ROW) * number
            painter.setFont(font("body", 600))
            painter.setPen(current_theme().text)
            name = QRectF(0, top + scaled(20), scaled(120), scaled(_HIGH))
            middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(name, middle, self._words.text(f"anchors.{dimension}.name"))
            self._paint_counts(painter, counts, scaled(128), top, most)

    def _paint_counts(self, painter: QPainter, counts: Sequence[int], left: int, top: int, most: int) -> None:
        theme, small = current_theme(), font("small", tabular=True)
        metrics = QFontMetrics(small)
        base = top + scaled(20) + scaled(_HIGH)
        for value, count in enumerate(counts, start=1):
            x = left + (value - 1) * scaled(_BAR + _GAP)
            height = scaled(_HIGH) * count / most if most else 0
            if ratings_hidden():
                paint_plate(painter, QRectF(x, base - scaled(20), scaled(_BAR), scaled(20)), theme.load_track, radius=4)
                continue
            bar = QRectF(x, base - max(height, 2), scaled(_BAR), max(height, 2))
            paint_plate(painter, bar, theme.load if count else theme.line, radius=3)
            painter.setFont(small)
            painter.setPen(theme.text)
            middle = int(Qt.AlignmentFlag.AlignCenter)
            painter.drawText(QRectF(x, bar.top() - scaled(18), scaled(_BAR), scaled(18)), middle, str(count))
            painter.setPen(theme.text_muted)
            painter.drawText(QRectF(x, base + 2, scaled(_BAR), metrics.height()), middle, str(value))

    def _repaint(self, *_: object) -> None:
        self.update()


class HabitsTab(QWidget):
    """The picture and the words."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.spread = Spread(words)
        self.lines = [TextLabel() for _ in range(9)]
        self.empty = EmptyState("reflection", tr("No ratings yet"), words.text("habits.nothing"))
        self.picture = Card(tr("How you use the scale"))
        self.picture.add(self.spread)
        self.said = Card(tr("What to think about"))
        for line in self.lines:
            self.said.add(line)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        for part in (
            TextLabel(tr("This is about you, not about those you rate. Nobody else sees it."), muted=True),
            self.picture,
            self.said,
            self.empty,
        ):
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(content, widest=scaled(_WIDEST) + 48))

    def show_habits(self, habits: Habits) -> None:
        """Show how the leader uses the scale."""
        self.spread.show_habits(habits)
        said = habit_sentences(habits, self._words)
        for number, line in enumerate(self.lines):
            line.setText(said[number] if number < len(said) else "")
            line.setVisible(number < len(said))
        for part in (self.picture, self.said):
            part.setVisible(habits.ratings > 0)
        self.empty.setVisible(habits.ratings == 0)


def habit_sentences(habits: Habits, words: Words) -> list[str]:
    """Return the habits in words: counts, and a question where one is worth asking."""
    if not habits.ratings:
        return []
    found = [words.text("habits.few", count=habits.ratings)] if habits.ratings < _FEW else []
    for dimension, counts in habits.spread.items():
        most = max(counts)
        if most:
            # «Nearly all» is at least nine of ten, and more than a handful.
            narrow = sum(counts) >= 10 and most * 10 >= sum(counts) * 9
            name = words.text(f"anchors.{dimension}.name")
            key = "habits.spread_narrow" if narrow else "habits.spread"
            found.append(words.text(key, name=name, value=counts.index(most) + 1))
    if habits.pairs:
        key = "habits.equal" if habits.equal else "habits.equal_none"
        found.append(words.text(key, equal=habits.equal, pairs=habits.pairs))
    found.append(words.text("habits.seen", seen=habits.seen, count=habits.ratings))
    if habits.extremes > habits.extremes_seen:
        found.append(words.text("habits.extremes", missing=habits.extremes - habits.extremes_seen))
    found.append(words.text("habits.old" if habits.old else "habits.old_none", old=habits.old))
    found.append(words.text("habits.unsure" if habits.unsure else "habits.unsure_none", unsure=habits.unsure))
    return found

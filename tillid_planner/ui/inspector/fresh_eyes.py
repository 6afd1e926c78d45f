"""Rating again with fresh eyes: the old value is closed, and everything seen since it was set is listed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.domain.follow_up import FollowUp, Outcome
from tillid_planner.domain.rating import Rating
from tillid_planner.domain.tables import SURE_FOR_DAYS
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.days import day_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import TextLabel
from tillid_planner.ui.widgets.link import Link


class FreshEyes(QWidget):
    """Says that the old value is closed; ``reveal_requested`` asks to see it after all."""

    reveal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = TextLabel("", "small", muted=True)
        self.since = TextLabel("", "small")
        self.reveal = Link(tr("Show the old rating"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(4)
        column.addWidget(self.note)
        column.addWidget(self.since)
        column.addWidget(self.reveal)
        self.reveal.clicked.connect(lambda *_: self.reveal_requested.emit())
        self.hide()

    def show_since(self, rating: Rating, follow_ups: Sequence[FollowUp], name: str, today: date) -> None:
        """List all follow-ups held since a rating was set, oldest first."""
        self.reveal.setAccessibleName(tr("{name}: show the old rating", name=name))
        day = day_text(rating.rated_on, today)
        self.note.setText(tr("Rated {day}. The old value is closed until you have set a new one.", day=day))
        held = held_since(rating, follow_ups)
        lines = [f"{day_text(f.held_on or today, today)}: {_said(f)}" for f in held]
        self.since.setText("\n".join([tr("Since then:"), *lines]) if lines else tr("No follow-up since then."))


def held_since(rating: Rating, follow_ups: Sequence[FollowUp]) -> list[FollowUp]:
    """Return the follow-ups held after a rating was set, oldest first; all of them, not the last alone."""
    held = [f for f in follow_ups if f.held_on is not None and f.held_on >= rating.rated_on and f.outcome is not None]
    return sorted(held, key=lambda f: (f.held_on or rating.rated_on, f.id or 0))


def asks_again(rating: Rating | None, sheet: Sheet, today: date) -> bool:
    """Whether a rating is so old that it lifts nothing any more: then it is set anew with fresh eyes."""
    if rating is None:
        return False
    exposure = sheet.suggestion.exposure if sheet.suggestion else 0
    return (today - rating.rated_on).days > SURE_FOR_DAYS[exposure]


def _said(follow_up: FollowUp) -> str:
    said = {Outcome.GOOD: tr("good"), Outcome.PARTLY: tr("partly"), Outcome.NOT_OK: tr("not OK")}
    words = [said[follow_up.outcome]] if follow_up.outcome else []
    return ". ".join([*words, *follow_up.learned])

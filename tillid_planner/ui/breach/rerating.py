"""The three prerequisites rated anew with the closing: nothing is stored before the case is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.case import Dimension
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.anchor_folds import AnchorFolds
from tillid_planner.ui.texts import tr


class Rerating(AnchorFolds):
    """Says beside each prerequisite what it was rated since the talk, if it was."""

    def __init__(self, desk: Desk) -> None:
        self._since: dict[Dimension, str] = {}
        self._desk = desk
        super().__init__(desk)

    def show_since(self, view: CaseView) -> None:
        """Show what was rated since the talk in a case."""
        held_on, today = view.case.held_on, self._desk.session.today()
        self._since = {
            dimension: tr("{value}, rated {day}", value=rating.value, day=day_text(rating.rated_on, today))
            for dimension, rating in view.sheet.ratings.items()
            if held_on is not None and rating.rated_on >= held_on
        }
        self.show_chosen()

    @override
    def unrated(self, dimension: Dimension) -> str:
        """Return what it was rated since the talk, or that it was not."""
        return self._since.get(dimension, tr("Not rated since the talk"))

    def open_first_missing(self) -> QWidget:
        """Unfold the first that was not rated since the talk, and return its anchors."""
        missing = [d for d, group in self.groups.items() if group.value() is None and d not in self._since]
        dimension = missing[0] if missing else next(iter(Dimension))
        self.unfold(dimension)
        return self.groups[dimension]

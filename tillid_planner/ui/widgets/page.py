"""The base of every page: which changes concern it, refreshing when it is shown, keeping its place."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.widgets.focus import focus_near, focus_reason, focusable, lost_focus


class Page(QWidget):
    """Base of all pages: a change while hidden makes it refresh when it is shown, a visible page at once."""

    #: The kinds of record this page shows.
    kinds: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        desk.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read what the page shows anew and show it; selection and scroll position stay."""

    def open_target(self, target: Target) -> None:
        """Go to a record the page knows; a page without records to go to stays where it is."""

    def begin(self) -> None:
        """Put the keyboard where the work on the page begins: a table, or else the first thing that takes it.

        A widget with the property «begins» comes before all of these.
        """
        first = min(focusable(self), key=_comes, default=None)
        if first is not None:
            first.setFocus(focus_reason())

    def foot(self) -> int:
        """Return the height in pixels at the bottom of the page that messages leave free."""
        return 0

    def subject(self) -> Target:
        """Return the task, the person or team, or the pair of both one stands on, if any."""
        return Target()

    def keep_place(self) -> Target:
        """Return where one is on the page, and note in ``desk.places`` what a target cannot say.

        The page is about to be closed or made anew: what is typed into fields that store themselves is stored.
        """
        return Target()

    def _on_changed(self, changes: Changes) -> None:
        if not self.kinds.isdisjoint(changes.kinds):
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        place = lost_focus(self)
        return focus_near(self, place) if place is not None else super().focusNextPrevChild(forward)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
        super().showEvent(event)


def _comes(widget: QWidget) -> int:
    return 0 if widget.property("begins") else 1 if isinstance(widget, QAbstractItemView) else 2

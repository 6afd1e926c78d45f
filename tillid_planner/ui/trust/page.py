"""The page «Trust»: who holds which task how freely, and the inspector for one of these."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.inspector.inspector import Inspector
from tillid_planner.ui.texts import tr
from tillid_planner.ui.trust.acts import MatrixActs
from tillid_planner.ui.trust.filter_control import FilterControl
from tillid_planner.ui.trust.line_rating import LineRating
from tillid_planner.ui.trust.line_rating_model import Way
from tillid_planner.ui.trust.matrix_layout import CellKey
from tillid_planner.ui.trust.trust_matrix import TrustMatrixModel
from tillid_planner.ui.trust.view import TrustView
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.page import Page

#: Under this width of the window the inspector lies over the page.
_NARROW = 1200
_LOW = 700
_LOOKED_AT_MS = 400


class TrustPage(Page):
    """The matrix people × tasks, and the inspector."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.TASK,
            Kind.ASSIGNEE,
            Kind.TEAM_MEMBER,
            Kind.PAIR,
            Kind.RATING,
            Kind.AGREEMENT,
            Kind.FOLLOW_UP,
            Kind.BREACH,
            Kind.COMMENT,
            Kind.RED_LINE,
            Kind.GROUND_RULE,
            Kind.GROUND_RULE_TASK,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.model = TrustMatrixModel(desk.words, self)
        self.view = TrustView(self, desk, self.model)
        self.table = self.view.table
        view = self.view
        view.on_inspector = self._connect_inspector
        self.filter_control = FilterControl(desk, view, self.model, self)
        self.filter_control.about_to_change.connect(self._keep_typed)
        self.filter_control.changed.connect(self._choose_again)
        self.acts = MatrixActs(desk, self.table, view.chosen_bar, self.rate_line, self)
        view.rate_line_button.clicked.connect(lambda *_: self.acts.line_rating())
        view.more_button.clicked.connect(lambda *_: self._open_more())
        view.back_button.clicked.connect(lambda *_: self._go_back())
        #: The card of the week from which one came here.
        self._way_back: Target | None = None
        self.table.pair_changed.connect(self._follow)
        self.table.opened.connect(self._open)
        self._wanted: Target | None = None
        #: The pair and the tab that were open before the page was made anew.
        self._before: tuple[tuple[int, int], str] | None = desk.places.pop("inspector", None)

    @property
    def inspector(self) -> Inspector:
        """The inspector, which is made when it is first needed."""
        return self.view.inspector

    def _open_more(self) -> None:
        without_room = self.view.tasks_button.isHidden()
        also = [(tr("Tasks"), "tasks", self.filter_control.open_tasks)] if without_room else []
        self.acts.open_more(self.view.more_button, also)

    def _connect_inspector(self, inspector: Inspector) -> None:
        inspector.left.connect(self._leave_inspector)
        inspector.close_wanted.connect(self._close_inspector)
        inspector.suggestion_opened.connect(self._show_suggestion)

    @property
    def _shown_pair(self) -> tuple[int, int] | None:
        inspector = self.view.made_inspector
        return inspector.pair if inspector is not None else None

    @override
    def refresh(self) -> None:
        """Read the matrix and the pair anew; the selection stays."""
        pair = self._shown_pair
        self.model.set_grid(self.desk.session.matrix.grid())
        self.table.fit()
        self.filter_control.show_empty()
        if pair is not None:
            self._restore(pair)
        elif self._before is not None:
            (pair, tab), self._before = self._before, None
            if self.table.select_pair(*pair):
                self._open_side()
                self.inspector.show_tab(tab)
        self._refresh_line_rating()
        if self._wanted is not None:
            self._go_to(self._wanted)

    @override
    def open_target(self, target: Target) -> None:
        """Select a pair and open the inspector, at the tab that ``target.act`` names."""
        if self.model.grid.assignees or self.model.grid.tasks:
            self._go_to(target)
        else:
            self._wanted = target

    @override
    def begin(self) -> None:
        """Begin in the matrix, or at the way to fill it."""
        if self.view.line_rating is not None:
            self.view.line_rating.table.setFocus(focus_reason())
        elif self.filter_control.empty_reason:
            self.view.empty.button.setFocus(focus_reason())
        else:
            self.table.setFocus(focus_reason())

    @override
    def subject(self) -> Target:
        """Return the pair of the current cell, or of the row that is being rated."""
        pair = self.table.pair() if self.view.line_rating is None else self.view.line_rating.pair
        return Target(*(pair or ()))

    @override
    def keep_place(self) -> Target:
        """Note which pair the inspector shows, at which tab, and what is looked for."""
        self.filter_control.keep_place()
        if self._way_back is not None:
            self.desk.places["way_back"] = self._way_back
        if self.view.line_rating is not None:
            self.view.line_rating.commit()
        if self.view.made_inspector is not None:
            self.inspector.commit()
        if self._before is not None:
            self.desk.places["inspector"] = self._before
        elif self._shown_pair is not None and self.view.side_open:
            self.desk.places["inspector"] = (self._shown_pair, self.inspector.tabs.key())
        return Target()

    def _go_back(self) -> None:
        self._keep_typed()
        self.desk.go("week", self._way_back)

    def _go_to(self, target: Target) -> None:
        self._wanted = None
        self.view.hide_line_rating()
        if target.task_id is None or target.assignee_id is None:
            self._scroll_to(target)
            return
        if not self.model.index_of(target.task_id, target.assignee_id).isValid():
            self.filter_control.show_all()
        if self.table.select_pair(target.task_id, target.assignee_id):
            self._open_side()
            if target.act in ("rating", "agreement", "history", "comments"):
                self.inspector.show_tab(target.act)
            self.inspector.take_focus()

    def _scroll_to(self, target: Target) -> None:
        if target.assignee_id is not None and self.model.tasks:
            index = self.model.index_of(self.model.tasks[0].id or 0, target.assignee_id)
        elif target.task_id is not None and self.model.assignees:
            index = self.model.index_of(target.task_id, self.model.assignees[0].id or 0)
        else:
            return
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.setFocus()

    def _restore(self, pair: tuple[int, int]) -> None:
        """Select the pair again after the model was read; put the inspector away if the pair is gone."""
        known = {t.id for t in self.model.grid.tasks}, {a.id for a in self.model.grid.assignees}
        if pair[0] not in known[0] or pair[1] not in known[1]:
            self.inspector.forget()
            self.view.close_side()
            return
        index = self.model.index_of(*pair)
        if index.isValid() and self.table.currentIndex() != index:
            self.table.blockSignals(True)
            self.table.setCurrentIndex(index)
            self.table.blockSignals(False)
        self.inspector.refresh()

    def _follow(self) -> None:
        pair = self.table.pair()
        # Opening moves the cells; while the mouse is down on one, that would make it another one.
        if pair is None or self.table.pressed_down:
            return
        if self.view.side_open or not self.view.narrow:
            self.inspector.show_pair(*pair)
            self._open_side()

    def _open(self, by_key: bool = False) -> None:
        if self.table.pair() is None:
            return
        self._open_side()
        if by_key:
            self.inspector.take_focus()

    def _open_side(self) -> None:
        pair = self.table.pair()
        if pair is not None:
            self.inspector.show_pair(*pair)
            self.view.open_side()
            self.view.reveal_current()

    def _leave_inspector(self) -> None:
        if self.view.narrow:
            self._close_inspector()
        self.table.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _close_inspector(self) -> None:
        self.inspector.commit()
        self.view.close_side()
        self.table.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _show_suggestion(self) -> None:
        if self.inspector.pair is not None:
            task_id, assignee_id = self.inspector.pair
            self.model.set_cells({(assignee_id, task_id): self.desk.session.matrix.cell(task_id, assignee_id)})

    def rate_line(self, way: Way, subject: int, at: int | None = None, only: Collection[CellKey] | None = None) -> None:
        """Rate one prerequisite down a column or across a row; the matrix waits behind."""
        self._keep_typed()
        self.view.close_side()
        line_rating = self.view.show_line_rating(LineRating(self.desk, self.model, self))
        line_rating.left.connect(self._end_line_rating)
        line_rating.start(way, subject, at, only)

    def _end_line_rating(self) -> None:
        self.view.hide_line_rating()
        self.table.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _choose_again(self) -> None:
        """Stand in the cell that the inspector shows, where it still is after the matrix was narrowed."""
        self.table.fit()
        pair = self._shown_pair
        index = self.model.index_of(*pair) if pair else None
        if index is not None and index.isValid():
            self.table.setCurrentIndex(index)
        elif pair is not None:
            self.view.close_side()
            self.inspector.forget()

    @override
    def _on_changed(self, changes: Changes) -> None:
        cells = self.desk.session.matrix.touched(changes) if self.isVisible() else None
        if cells is None:
            super()._on_changed(changes)
            return
        self.model.set_cells(cells)
        if self._shown_pair is not None:
            self.inspector.refresh()
        self._refresh_line_rating()

    def _refresh_line_rating(self) -> None:
        if self.view.line_rating is not None:
            self.view.line_rating.refresh()

    def _keep_typed(self) -> None:
        if self.view.made_inspector is not None:
            self.inspector.commit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Show the matrix first; the inspector is made while it is being looked at, so that a click finds it ready.
        self._way_back = self.desk.places.pop("way_back", self._way_back)
        self.view.back_button.setVisible(self._way_back is not None)
        super().showEvent(event)
        if self.view.made_inspector is None:
            QTimer.singleShot(_LOOKED_AT_MS, self, lambda: self.view.inspector)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._way_back = None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "view"):
            self._measure()

    def _measure(self) -> None:
        window = self.window()
        self.view.arrange(self.size(), narrow=window.width() < _NARROW, low=window.height() < _LOW)

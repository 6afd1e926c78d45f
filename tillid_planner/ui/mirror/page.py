"""The mirror: how trust is given across people, and the leader's own use of the scale."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Kind
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.mirror.across import Across
from tillid_planner.ui.mirror.calibration import CalibrationTab
from tillid_planner.ui.mirror.differences import Differences
from tillid_planner.ui.mirror.habits import HabitsTab
from tillid_planner.ui.mirror.lists import leap_counts, leap_records, passed_by_records, still_records
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import PageHeader, Tabs
from tillid_planner.ui.widgets.page import Page
from tillid_planner.ui.widgets.page_tabs import RecordsTab

ACROSS, DIFFERENCES, PASSED, STILL, LEAPS, HABITS, CALIBRATION = (
    "across",
    "differences",
    "passed",
    "still",
    "leaps",
    "habits",
    "calibration",
)


class MirrorPage(Page):
    """Shows what asks for a reason, and leaves the answer to the leader."""

    kinds = frozenset(
        {
            Kind.TASK,
            Kind.ASSIGNEE,
            Kind.RATING,
            Kind.AGREEMENT,
            Kind.FOLLOW_UP,
            Kind.BREACH,
            Kind.PLACEMENT,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.header = PageHeader(
            page_name("mirror"), tr("Lists and counts to think with. Names are in alphabetical order.")
        )
        self.tabs = Tabs(
            [
                (ACROSS, tr("Same task")),
                (DIFFERENCES, tr("Differences")),
                (PASSED, tr("Passed by")),
                (STILL, tr("Standing still")),
                (LEAPS, tr("Leaps")),
                (HABITS, tr("Your ratings")),
                (CALIBRATION, tr("Calibration")),
            ],
            accessible=page_name("mirror"),
        )
        self.across = Across(desk)
        self.differences = Differences(desk)
        self.passed = RecordsTab(
            tr("Passed by"),
            "people",
            tr("Nobody is passed by"),
            tr("Everybody is rated on something, and everybody has been given something new within a year."),
        )
        self.still = RecordsTab(
            tr("Standing still"),
            "rung",
            tr("Nothing stands still"),
            tr("A rung is listed here when it has not moved for a year though the follow-ups were good."),
        )
        self.leaps = RecordsTab(
            tr("Leaps"),
            "leap",
            tr("No leaps yet"),
            tr("When you agree more than the suggestion, the leap is listed here with how it went."),
        )
        self.habits = HabitsTab(desk.words)
        self.calibration = CalibrationTab(desk.words)
        self.parts: dict[str, QWidget] = {
            ACROSS: self.across,
            DIFFERENCES: self.differences,
            PASSED: self.passed,
            STILL: self.still,
            LEAPS: self.leaps,
            HABITS: self.habits,
            CALIBRATION: self.calibration,
        }
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        """Read the unit anew."""
        session, words = self.desk.session, self.desk.words
        reflection, today = session.mirror.look(), session.today()
        self.across.show_reflection(reflection)
        self.differences.show_reflection(reflection)
        self.passed.show_records(
            passed_by_records(reflection), tr("There may be a good reason. If there is none, begin with one task.")
        )
        self.still.show_records(
            still_records(reflection, words, today),
            tr("A year at the same rung, and the follow-ups were good. Is there room for a step, or is it right so?"),
        )
        self.leaps.show_records(leap_records(reflection, today), leap_counts(reflection))
        self.habits.show_habits(session.mirror.habits())

    @override
    def keep_place(self) -> Target:
        """Return the part that is shown."""
        return Target(act=self.tabs.key())

    @override
    def open_target(self, target: Target) -> None:
        """Show the part that ``act`` names; with ``task_id`` everybody who holds that task."""
        if target.task_id is not None:
            # Asked for by another page, this one may never have been read.
            self.refresh()
            self.across.choose(target.task_id)
            self._show_tab(ACROSS)
        elif target.act in self.parts:
            self._show_tab(target.act)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for part in self.parts.values():
            self.stack.addWidget(part)
        tab_row = QHBoxLayout()
        tab_row.setContentsMargins(24, 0, 24, 0)
        tab_row.addWidget(self.tabs)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(tab_row)
        outer.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_tab)
        for part in (self.across, self.differences):
            part.pair_requested.connect(lambda task, who: self._see((task, who)))
        self.passed.opened.connect(lambda key: self.desk.go("person", Target(assignee_id=key[1])))
        self.still.opened.connect(self._see)
        self.leaps.opened.connect(self._see)

    def _see(self, key: tuple[int, int]) -> None:
        self.desk.go("person", Target(task_id=key[0], assignee_id=key[1]))

    def _show_tab(self, key: str) -> None:
        self.tabs.select(key)
        self.stack.setCurrentWidget(self.parts[key])

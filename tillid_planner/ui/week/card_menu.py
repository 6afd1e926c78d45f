"""Everything that can be done with a card, as a menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tillid_planner.services.board import Board
from tillid_planner.services.cards import Card
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.day_dialogs import FixedDaysDialog, SpreadDialog
from tillid_planner.ui.week.place_menus import fill_later, fill_with_everybody, submenu
from tillid_planner.ui.week.planning_actions import Cargo, PlanningActions
from tillid_planner.ui.widgets import Menu


def open_pair(desk: Desk, task_id: int | None, assignee_id: int | None, tab: str = "") -> None:
    """Go to where a task and an assignee are rated and agreed on; from there a way leads back to the week."""
    desk.places["way_back"] = Target(task_id=task_id, assignee_id=assignee_id)
    desk.go("trust", Target(task_id=task_id, assignee_id=assignee_id, act=tab))


def fill_card_menu(
    menu: Menu, desk: Desk, plan_actions: PlanningActions, board: Board, card: Card, parent: QWidget
) -> None:
    """Fill a menu with what can be done with a card."""
    placement = card.placement
    onto = submenu(menu, tr("Place on …"))
    cargo = Cargo(placement.task_id, placement)
    fill_later(onto, lambda: fill_with_everybody(onto, board, cargo, plan_actions.put))
    menu.addSeparator()
    menu.add(tr("A quarter of an hour more"), "add", lambda: plan_actions.step_hours(placement, 1), key="+")
    menu.add(tr("A quarter of an hour less"), None, lambda: plan_actions.step_hours(placement, -1), key="-")
    menu.add(tr("Spread over days …"), None, lambda: run_dialog(SpreadDialog(plan_actions, board, card, parent)))
    fixed = menu.add(
        tr("Fixed days …"),
        None,
        lambda: run_dialog(FixedDaysDialog(desk, plan_actions, board, card, parent)),
        enabled=bool(card.agreed),
    )
    fixed.setToolTip(tr("A task places itself only with somebody who has an agreement on it."))
    menu.setToolTipsVisible(True)
    menu.addSeparator()
    bare = card.agreed is None and card.offered is None
    words = tr("Rate and agree") if bare else tr("See the agreement")
    tab = "" if card.offered is None else "agreement"
    menu.add(words, "matrix", lambda: open_pair(desk, placement.task_id, placement.assignee_id, tab))
    menu.add(tr("Open the task"), "tasks", lambda: desk.go("tasks", Target(task_id=placement.task_id)))
    menu.addSeparator()
    menu.add(tr("Take off the week"), "close", lambda: plan_actions.remove(placement), key=tr("Del"))


def run_dialog(dialog: SpreadDialog | FixedDaysDialog) -> None:
    """Open a dialog and wait for it."""
    dialog.exec()
    dialog.deleteLater()

"""A day that tests move, and the page of one person as it is shown, read aloud and filled in."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tillid_planner.ui.desk import Target
from tillid_planner.ui.person.lines_model import Column


def show(page, person, **target):
    page.open_target(Target(assignee_id=person, **target))
    page.show()
    page.activateWindow()
    QApplication.processEvents()


def spoken(widget) -> tuple[str, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)


def cells(page, row) -> list[str]:
    model = page.view.overview.model
    return [model.index(row, column).data() or "" for column in Column]

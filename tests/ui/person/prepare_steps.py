"""What shows, presses, writes and reads on the page that prepares a conversation."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit

from tillid_planner.domain.conversation import Side
from tillid_planner.ui.desk import Target


def show(page, person):
    page.open_target(Target(assignee_id=person))
    page.show()
    page.activateWindow()
    QApplication.processEvents()


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def seen(page):
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def write(qtbot, page, rungs, reasons):
    for part, rung, reason in zip(page.view.half.parts.values(), rungs, reasons, strict=True):
        part.rung.choose(rung)
        part.reason.setFocus()
        qtbot.keyClicks(part.reason, reason)


def both_halves(unit, person, tasks, leader=3, employee=3):
    unit.conversations.begin(person, tasks)
    number = unit.conversations.under_way(person).id
    for side, rung in ((Side.LEADER, leader), (Side.EMPLOYEE, employee)):
        for task in tasks:
            unit.conversations.write(number, task, side, rung=rung, reason=f"{side} siger det")
        unit.conversations.close_half(number, side)


def everything(page):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    texts = [label.text() for label in page.findChildren(QLabel)]
    return " ".join(texts + [field.toPlainText() for field in page.findChildren(QTextEdit)])

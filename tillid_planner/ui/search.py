"""Ctrl+K: type a few letters, go to a person, a team or a task."""

from __future__ import annotations

import unicodedata
from functools import cmp_to_key
from typing import TypeAlias

from PySide6.QtCore import QCollator, QEvent, QLocale, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import font, icon, scaled
from tillid_planner.ui.widgets import TextLabel
from tillid_planner.ui.widgets.dialog import paint_edge

_MOST = 50
#: Name, icon, page and target of what can be gone to.
Entry: TypeAlias = tuple[str, str, str, Target]


class SearchDialog(QDialog):
    """A field and the names that hold what is typed in it; Enter goes there."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(tr("Search"))
        self.setMinimumWidth(scaled(480))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Name of a person, a team or a task"))
        self.field.setAccessibleName(tr("Search"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Found"))
        self.list.setMinimumHeight(scaled(320))
        self.list.setIconSize(QSize(20, 20))
        self.nothing = TextLabel(tr("Nothing has that name."), muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        self._entries = self._read()
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._go)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._go)
        self._show("")

    def _read(self) -> list[Entry]:
        register = self._desk.session.register
        today = self._desk.session.today()
        people: list[Entry] = [
            (p.name, "person", "person", Target(assignee_id=p.id)) for p in register.people() if not p.left_by(today)
        ]
        teams = [(t.name, "people", "person", Target(assignee_id=t.id)) for t in register.teams()]
        tasks = [(t.name, "tasks", "tasks", Target(task_id=t.id)) for t in register.tasks()]
        collator = QCollator(QLocale())

        def compared(one: Entry, other: Entry) -> int:
            return collator.compare(one[0], other[0])

        return [entry for group in (people, teams, tasks) for entry in sorted(group, key=cmp_to_key(compared))]

    def _show(self, typed: str) -> None:
        wanted = _folded(typed).split()
        self.list.clear()
        for name, symbol, page, target in self._entries:
            if all(word in _folded(name) for word in wanted) and self.list.count() < _MOST:
                item = QListWidgetItem(icon(symbol), name)
                item.setFont(font("body"))
                item.setSizeHint(QSize(0, scaled(36)))
                item.setData(Qt.ItemDataRole.UserRole, (page, target))
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            page, target = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self._desk.go(page, target)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_edge(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
            return True
        return super().eventFilter(watched, event)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()

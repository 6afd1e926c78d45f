"""Text buttons in the header; those without room stand in a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, IconButton, Menu

_GAP = 4


class HeaderActions(QWidget):
    """A row of actions, right aligned; the last ones go into «More» first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._made: list[tuple[Button, Callable[[], object] | None]] = []
        #: What stands right of the row: Tab goes there after the last action.
        self.following: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.more = IconButton("more", tr("More"), "bare")
        self.more_menu = Menu(parent=self)
        self.more.clicked.connect(lambda *_: self._open_more())
        self._row.addWidget(self.more)
        self.more.hide()

    def add(
        self, text: str, icon: str, on_click: Callable[[], object] | None = None, *, menu: Menu | None = None
    ) -> Button:
        """Add an action; with a *menu* it opens that instead."""
        made = Button(text, "text", icon)
        if menu is not None:
            made.setMenu(menu)
        if on_click is not None:
            made.clicked.connect(lambda *_: on_click())
        self._row.insertWidget(self._row.count() - 1, made)
        if self._made:
            QWidget.setTabOrder(self._made[-1][0], made)
        QWidget.setTabOrder(made, self.more)
        if self.following is not None:
            QWidget.setTabOrder(self.more, self.following)
        self._made.append((made, on_click))
        self._share()
        return made

    @override
    def minimumSizeHint(self) -> QSize:
        return self.more.sizeHint()

    @override
    def sizeHint(self) -> QSize:
        width = sum(made.sizeHint().width() + _GAP for made, _ in self._made)
        return QSize(max(width, self.more.sizeHint().width()), self.more.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        widths = [made.sizeHint().width() + _GAP for made, _ in self._made]
        fits = sum(widths) - _GAP <= self.width()
        room = self.width() - (0 if fits else self.more.sizeHint().width())
        used = 0
        for (made, _), width in zip(self._made, widths, strict=True):
            used += width
            made.setVisible(fits or used - _GAP <= room)
        self.more.setVisible(not fits)

    def _open_more(self) -> None:
        self.more_menu.clear()
        for made, on_click in self._made:
            if not made.isHidden():
                continue
            inner = made.menu()
            if inner is not None:
                self.more_menu.addSeparator()
                self.more_menu.addActions(inner.actions())
                self.more_menu.addSeparator()
            else:
                self.more_menu.add(made.text(), None, on_click)
        self.more_menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

"""Menus with icons and the key that does the same."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import icon
from tillid_planner.ui.widgets.round_popup import cut_corners, round_off


class Menu(QMenu):
    """A rounded menu; entries are added with :meth:`add`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        round_off(self)

    def add(
        self,
        text: str,
        icon_name: str | None = None,
        on_trigger: Callable[[], object] | None = None,
        *,
        key: str = "",
        enabled: bool = True,
        danger: bool = False,
    ) -> QAction:
        """Add an entry; *key* is shown at the right, *text* is taken as it stands."""
        words = text.replace("&", "&&")
        action = QAction(f"{words}\t{key}" if key else words, self)
        if icon_name:
            action.setIcon(icon(icon_name, "stop_text" if danger else None))
            action.setIconVisibleInMenu(True)
        action.setEnabled(enabled)
        if on_trigger is not None:
            action.triggered.connect(lambda *_: on_trigger())
        self.addAction(action)
        return action

    def popup_once(self, place: QPoint) -> None:
        """Open at *place* (global), and delete the menu when it closes."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(place)

    @override
    def clear(self) -> None:
        super().clear()
        # Qt deletes the actions, not the menus behind them.
        for inner in self.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            inner.setParent(None)
            inner.deleteLater()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self)

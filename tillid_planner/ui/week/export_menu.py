"""The export buttons in the week's header: print, calendar, and the other formats in a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tillid_planner.domain.week import Week
from tillid_planner.services.export import Way
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.week_header import WeekHeader


def offer_exports(desk: Desk, header: WeekHeader, week: Callable[[], Week], page: QWidget) -> None:
    """Add the actions to the header; they are about the week *week* tells and the team the header's filter shows."""

    def leave(way: Way) -> None:
        from tillid_planner.ui.export.week_dialog import export_week

        only = header.filter.value()
        export_week(desk, week(), page, way=way, only=only if isinstance(only, int) else None)

    header.bar.add(tr("Print"), "print", lambda: leave(Way.PRINT))
    header.bar.add(tr("Calendar"), "calendar", lambda: leave(Way.CALENDAR))
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), page)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(lambda: leave(Way.PRINT))

"""The head of a page with tabs below it: the line between them is the tabs'."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from typing_extensions import override

from tillid_planner.ui.widgets.form_header import FormHeader


class QuietHead(FormHeader):
    """A head without a line."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing."""

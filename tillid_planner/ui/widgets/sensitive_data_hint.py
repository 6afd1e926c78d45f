"""The hint that a text may hold sensitive data, for editors without a field that shows it."""

from __future__ import annotations

from tillid_planner.ui.sensitive_data import SensitiveDataWatch
from tillid_planner.ui.widgets.labels import TextLabel


class SensitiveDataHint(TextLabel):
    """A line of its own for what a watched editor has to say; not there while that is nothing."""

    def __init__(self, watch: SensitiveDataWatch) -> None:
        super().__init__("", "small", muted=True, icon="info", icon_role="text_muted")
        watch.changed.connect(self._say)
        self._say(watch.said)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))

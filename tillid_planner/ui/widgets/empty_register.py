"""The empty state of tasks and people, with the two ways to add some."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.buttons import Button
from tillid_planner.ui.widgets.page_parts import EmptyState


class EmptyRegister(EmptyState):
    """An empty page with two buttons: fetch from a file, or write the first one."""

    new_requested = Signal()
    import_requested = Signal()

    def __init__(self, icon: str, title: str, sentence: str, new: str, parent: QWidget | None = None) -> None:
        super().__init__(icon, title, sentence, new, parent=parent)
        self.action_requested.connect(self.new_requested)
        self.import_button = Button(tr("Import from file"), icon="import")
        self.import_button.clicked.connect(self.import_requested)
        self.import_button.setProperty("begins", True)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        place = layout.indexOf(self.button)
        layout.removeWidget(self.button)
        # Put in anew after the other one, it comes after it for the Tab key, too.
        self.button.setParent(None)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.import_button)
        row.addWidget(self.button)
        row.addStretch(1)
        layout.insertLayout(place, row)

    def offer_import(self, offered: bool) -> None:
        """Show or leave out the way from a file."""
        self.import_button.setVisible(offered)

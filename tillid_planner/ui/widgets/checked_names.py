"""Names to tick off, in the order they are given."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from tillid_planner.ui.widgets.choices import CheckBox


class CheckedNames(QWidget):
    """A check box for each name, down the columns; ``toggled`` carries the id and whether it is ticked."""

    toggled = Signal(int, bool)

    def __init__(self, accessible: str, *, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible)
        self._columns = columns
        self._names: list[tuple[int, str]] = []
        self.boxes: dict[int, CheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def show_names(self, names: Sequence[tuple[int, str]], ticked: Collection[int]) -> None:
        """Offer *names* (id, name); boxes that are there already stay, and keep the focus."""
        if list(names) != self._names:
            self._rebuild(list(names))
        for key, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(key in ticked)
            box.blockSignals(False)
            box.update()

    def ticked(self) -> tuple[int, ...]:
        """Return the ids that are ticked, in the order of their names."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def _rebuild(self, names: list[tuple[int, str]]) -> None:
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._names = names
        self.boxes = {}
        rows = -(-len(names) // self._columns) or 1
        for place, (key, name) in enumerate(names):
            box = CheckBox(name, parent=self)
            box.toggled.connect(lambda on, key=key: self.toggled.emit(key, on))
            self.boxes[key] = box
            self._grid.addWidget(box, place % rows, place // rows)

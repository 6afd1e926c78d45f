"""The three prerequisites with their anchors 1–5, each under a head that says what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.domain.case import Dimension, Reading
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import CheckBox, Hairline, RadioCardGroup
from tillid_planner.ui.widgets.fold_head import FoldHead
from tillid_planner.ui.widgets.form_draft import FormDraft


class AnchorFolds(QWidget):
    """Stores nothing itself; ``changed`` tells that another value was chosen.

    *unsure* offers to say that a rating is unsure, *about* tells a screen reader what is rated.
    """

    changed = Signal()

    def __init__(self, desk: Desk, *, unsure: bool = True, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._unsure, self._about = desk.words, unsure, about
        self.heads: dict[Dimension, FoldHead] = {}
        self.groups: dict[Dimension, RadioCardGroup] = {}
        self.unsure: dict[Dimension, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for dimension in Dimension:
            self._add(dimension, column)
        self.show_chosen()

    def bind(self, draft: FormDraft, prefix: str = "") -> None:
        """Let what is chosen be part of the form's draft; *prefix* tells several of them apart."""
        for dimension in Dimension:
            draft.bind(f"{prefix}{dimension}", self.groups[dimension])
            if self._unsure:
                draft.bind(f"{prefix}{dimension}/unsure", self.unsure[dimension])

    def readings(self) -> dict[Dimension, Reading]:
        """Return what was chosen here."""
        return {
            dimension: Reading(value, not self.unsure[dimension].isChecked())
            for dimension, group in self.groups.items()
            if (value := group.value()) is not None
        }

    def values(self) -> dict[Dimension, int]:
        """Return the values that were chosen here."""
        return {d: value for d, group in self.groups.items() if (value := group.value()) is not None}

    def show_chosen(self) -> None:
        """Show on each head what is chosen."""
        for dimension, head in self.heads.items():
            value = self.groups[dimension].value()
            if value is None:
                head.show_value(None, self.unrated(dimension))
            else:
                anchor = self._words.text(f"anchors.{dimension}.{value}")
                sure = not self.unsure[dimension].isChecked()
                head.show_value(value, anchor if sure else tr("Unsure. {anchor}", anchor=anchor))

    def unrated(self, dimension: Dimension) -> str:
        """Return what is said while nothing is chosen."""
        return tr("Not rated yet")

    def unfold(self, dimension: Dimension) -> None:
        """Unfold one and fold the others."""
        for other, head in self.heads.items():
            head.setChecked(other is dimension)

    def _add(self, dimension: Dimension, column: QVBoxLayout) -> None:
        words = self._words
        name = words.text(f"anchors.{dimension}.name")
        head = FoldHead(name)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(8, 0, 16, 8)
        inner.setSpacing(8)
        group = RadioCardGroup(
            [(n, words.text(f"anchors.{dimension}.{n}")) for n in range(1, 6)],
            vertical=True,
            numbered=True,
            accessible=", ".join(part for part in (name, self._about) if part),
        )
        unsure = CheckBox(tr("I am unsure"), small=True)
        unsure.setAccessibleName(tr("{name}: I am unsure", name=name))
        inner.addWidget(group)
        inner.addWidget(unsure, 0, Qt.AlignmentFlag.AlignLeft)
        if not self._unsure:
            unsure.hide()
        body.hide()
        for part in (head, body, Hairline()):
            column.addWidget(part)
        head.toggled.connect(body.setVisible)
        head.toggled.connect(lambda *_: head.updateGeometry())
        group.chosen.connect(lambda *_: self._chosen())
        unsure.clicked.connect(lambda *_: self._chosen())
        self.heads[dimension], self.groups[dimension], self.unsure[dimension] = head, group, unsure

    def _chosen(self) -> None:
        self.show_chosen()
        self.changed.emit()

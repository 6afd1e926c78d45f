"""The three prerequisites rated anew with the closing: nothing is stored before the case is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.domain.case import Dimension, Reading
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.form_draft import FormDraft
from tillid_planner.ui.inspector.days import day_text
from tillid_planner.ui.inspector.fold_head import FoldHead
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import CheckBox, Hairline, RadioCardGroup


class Rerating(QWidget):
    """A fold for each prerequisite with its anchors 1–5; ``changed`` tells that another value was chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._since: dict[Dimension, str] = {}
        self.heads: dict[Dimension, FoldHead] = {}
        self.groups: dict[Dimension, RadioCardGroup] = {}
        self.unsure: dict[Dimension, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for dimension in Dimension:
            self._add(dimension, column)

    def bind(self, draft: FormDraft) -> None:
        """Let what is chosen be part of the form's draft."""
        for dimension in Dimension:
            draft.bind(dimension, self.groups[dimension])
            draft.bind(f"{dimension}/unsure", self.unsure[dimension])

    def readings(self) -> dict[Dimension, Reading]:
        """Return what was chosen here."""
        return {
            dimension: Reading(value, not self.unsure[dimension].isChecked())
            for dimension, group in self.groups.items()
            if (value := group.value()) is not None
        }

    def show_since(self, view: CaseView) -> None:
        """Say beside each what it was rated since the talk, if it was."""
        held_on, today = view.case.held_on, self._desk.session.today()
        self._since = {}
        for dimension, rating in view.sheet.ratings.items():
            if held_on is not None and rating.rated_on >= held_on:
                self._since[dimension] = tr(
                    "{value}, rated {day}", value=rating.value, day=day_text(rating.rated_on, today)
                )
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show on each head what is chosen."""
        for dimension, head in self.heads.items():
            value = self.groups[dimension].value()
            if value is None:
                head.show_value(None, self._since.get(dimension, tr("Not rated since the talk")))
            else:
                anchor = self._desk.words.text(f"anchors.{dimension}.{value}")
                sure = not self.unsure[dimension].isChecked()
                head.show_value(value, anchor if sure else tr("Unsure. {anchor}", anchor=anchor))

    def open_first_missing(self) -> QWidget:
        """Unfold the first that was not rated since the talk, and return its anchors."""
        missing = [d for d, group in self.groups.items() if group.value() is None and d not in self._since]
        dimension = missing[0] if missing else next(iter(Dimension))
        self._unfold(dimension)
        return self.groups[dimension]

    def _add(self, dimension: Dimension, column: QVBoxLayout) -> None:
        words = self._desk.words
        name = words.text(f"anchors.{dimension}.name")
        head = FoldHead(name)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(8, 0, 16, 8)
        inner.setSpacing(8)
        group = RadioCardGroup(
            [(n, words.text(f"anchors.{dimension}.{n}")) for n in range(1, 6)], vertical=True, numbered=True,
            accessible=name,
        )
        unsure = CheckBox(tr("I am unsure"), small=True)
        unsure.setAccessibleName(tr("{name}: I am unsure", name=name))
        inner.addWidget(group)
        inner.addWidget(unsure, 0, Qt.AlignmentFlag.AlignLeft)
        body.hide()
        for part in (head, body, Hairline()):
            column.addWidget(part)
        head.toggled.connect(body.setVisible)
        head.toggled.connect(lambda *_: head.updateGeometry())
        group.chosen.connect(lambda *_: self._chosen())
        unsure.clicked.connect(lambda *_: self._chosen())
        self.heads[dimension], self.groups[dimension], self.unsure[dimension] = head, group, unsure

    def _unfold(self, dimension: Dimension) -> None:
        for other, head in self.heads.items():
            head.setChecked(other is dimension)

    def _chosen(self) -> None:
        self.show_chosen()
        self.changed.emit()

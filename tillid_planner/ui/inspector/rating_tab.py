"""The tab «Rating»: three prerequisites that fold, how well the task is known, and the suggestion below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.case import Dimension, Novelty
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.rating_section import RatingSection
from tillid_planner.ui.inspector.suggestion_panel import SuggestionPanel
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import ScrollPage, Segmented, TextLabel
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay

#: The share of the height that the explanation may take before it scrolls.
_PANEL_SHARE = 0.56


class RatingTab(QWidget):
    """Rate, then open the suggestion. ``agree_requested`` carries the rung to agree on.

    ``suggestion_opened`` tells that the pair's suggestion may be shown elsewhere, too.
    """

    agree_requested = Signal(int)
    suggestion_opened = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet: Sheet | None = None
        self.sections = {dimension: RatingSection(desk, dimension) for dimension in Dimension}
        self.novelty = Segmented(
            [(Novelty.NEW, tr("New")), (Novelty.SIMILAR, tr("Similar")), (Novelty.KNOWN, tr("Known"))],
            accessible=desk.words.text("anchors.novelty.question"),
        )
        self.novelty_note = TextLabel("", "small", muted=True)
        self.panel = SuggestionPanel(desk)
        self._lay_out()
        self.novelty.chosen.connect(self._keep_novelty)
        self.panel.opened.connect(self._open_suggestion)
        self.panel.agree_requested.connect(self.agree_requested)
        for dimension, section in self.sections.items():
            section.first_rated.connect(lambda dimension=dimension: self._go_on_from(dimension))
            section.unfolded.connect(lambda dimension=dimension: self._unfold(dimension))

    def _lay_out(self) -> None:
        content = QWidget()
        self.area = ScrollPage(content, parent=self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in self.sections.values():
            column.addWidget(section)
        self.known = QWidget()
        known = QVBoxLayout(self.known)
        known.setContentsMargins(16, 10, 16, 12)
        known.setSpacing(6)
        known.addWidget(TextLabel(self._desk.words.text("anchors.novelty.question"), weight=600))
        known.addWidget(self.novelty, 0, Qt.AlignmentFlag.AlignLeft)
        known.addWidget(self.novelty_note)
        column.addWidget(self.known)
        column.addStretch(1)
        self._hiding = HidingOverlay(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(self.panel)

    def show_sheet(self, sheet: Sheet, *, afresh: bool) -> None:
        """Show a pair; *afresh* when it is another one than before."""
        self._sheet = sheet
        before = [dimension for dimension, section in self.sections.items() if section.rated]
        for section in self.sections.values():
            section.show_sheet(sheet, afresh=afresh)
        if afresh:
            unrated = [d for d, section in self.sections.items() if not section.rated]
            self._unfold((unrated or list(Dimension))[0])
            self.area.verticalScrollBar().setValue(0)
            self._fold_for_suggestion()
            drafted = next((d for d, section in self.sections.items() if section.draft.changed()), None)
            if drafted is not None:
                self._unfold(drafted)
        else:
            undone = next((dimension for dimension in before if not self.sections[dimension].rated), None)
            if undone is not None:
                self._unfold(undone)
        self.known.setVisible(sheet.agreement is None)
        self.novelty.set_value(sheet.pair.novelty)
        self.novelty_note.setText(self._desk.words.text(f"anchors.novelty.{sheet.pair.novelty}"))
        self.panel.show_sheet(sheet, is_open=self._is_open())
        self._share_height()

    def commit(self) -> None:
        """Keep what is typed and not left yet."""
        for section in self.sections.values():
            section.commit()

    def take_focus(self) -> None:
        """Put the keyboard where the work goes on."""
        section = next((s for s in self.sections.values() if s.head.isChecked()), None)
        if section is not None:
            section.take_focus()

    def _pair(self) -> tuple[int, int]:
        return (self._sheet.task.id or 0, self._sheet.assignee.id or 0) if self._sheet else (0, 0)

    def _is_open(self) -> bool:
        return self._desk.session.matrix.is_open(*self._pair())

    def _unfold(self, dimension: Dimension) -> None:
        for other, section in self.sections.items():
            section.set_open(other is dimension)
        self._share_height()
        section = self.sections[dimension]
        QTimer.singleShot(0, self, lambda: self._reveal(section))

    def _go_on_from(self, dimension: Dimension) -> None:
        unrated = [d for d, section in self.sections.items() if not section.rated]
        if unrated:
            self._unfold(unrated[0])
            self.sections[unrated[0]].take_focus()
        elif self.panel.open_button.isVisibleTo(self):
            self.panel.open_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _reveal(self, section: RatingSection) -> None:
        bar = self.area.verticalScrollBar()
        top = section.mapTo(self.area.content, QPoint(0, 0)).y()
        room = self.area.viewport().height()
        if top < bar.value() or section.height() > room:
            bar.setValue(top)
        elif top + section.height() > bar.value() + room:
            bar.setValue(top + section.height() - room)

    def _open_suggestion(self) -> None:
        if self._sheet is not None:
            self._desk.session.matrix.open_suggestion(*self._pair())
            self.panel.show_sheet(self._sheet, is_open=True)
            self._share_height()
            self._fold_for_suggestion()
            button = self.panel.agree_button if self.panel.agree_button.isVisibleTo(self) else self.panel.other_button
            button.setFocus()
            self.suggestion_opened.emit()

    def _fold_for_suggestion(self) -> None:
        """Fold the prerequisites where they would be cut off by the suggestion: then all three are seen."""
        rated = all(section.rated for section in self.sections.values())
        if rated and self._is_open() and self._ratings_height() + self.panel.wanted_height() > self.height():
            for section in self.sections.values():
                section.set_open(False)
            self._share_height()

    def _ratings_height(self) -> int:
        # Folding is known to the layouts only once their requests are delivered; here it is needed at once.
        for widget in self.area.content.findChildren(QWidget):
            widget.updateGeometry()
        content = self.area.content.layout()
        return content.totalHeightForWidth(max(1, self.width())) if content is not None else 0

    def _keep_novelty(self, novelty: object) -> None:
        task_id, assignee_id = self._pair()
        if isinstance(novelty, Novelty):
            self._desk.run(lambda: self._desk.session.trust.set_novelty(task_id, assignee_id, novelty))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        free = self.height() - self._ratings_height()
        self.panel.set_room(max(free, round(self.height() * _PANEL_SHARE)))

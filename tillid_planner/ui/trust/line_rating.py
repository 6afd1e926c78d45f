"""Rating one prerequisite down a column or across a row, so that one strong impression does not colour the others.

While this is on the screen, neither the other two prerequisites nor any suggestion or agreed rung is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.rating import Rating
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.rating_section import rating_subject
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, ratings_hidden, scaled
from tillid_planner.ui.trust.line_rating_model import LineRatingModel, LineRatingRow, Way
from tillid_planner.ui.trust.line_rating_panel import LineRatingPanel
from tillid_planner.ui.trust.line_rating_table import LineRatingTable
from tillid_planner.ui.trust.matrix_layout import CellKey
from tillid_planner.ui.trust.trust_matrix import TrustMatrixModel
from tillid_planner.ui.widgets import Button, ComboBox, FlowLayout, Segmented, TextLabel
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.form_header import FormHeader


class LineRating(QWidget):
    """A page within the page; ``left`` asks for the matrix again."""

    left = Signal()

    def __init__(self, desk: Desk, matrix: TrustMatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._matrix = desk, matrix
        self._only: frozenset[CellKey] | None = None
        self._offered: list[tuple[object, str]] = []
        self.model = LineRatingModel(self)
        self.table = LineRatingTable(self.model)
        self.panel = LineRatingPanel(desk.words)
        self.draft = FormDraft(desk, self)
        self.draft.bind("example", self.panel.seen)
        self.panel.foot.insertWidget(1, self.draft.note)
        names = [(d, desk.words.text(f"anchors.{d}.name")) for d in Dimension]
        self.dimensions = Segmented(names, accessible=tr("What is rated"))
        self.header = FormHeader(page_name("trust"), actions=[self.dimensions])
        self.ways = Segmented(
            [(Way.DOWN, tr("One task")), (Way.ACROSS, tr("One person"))], accessible=tr("What stays the same")
        )
        self.subject = ComboBox()
        self.next_button = Button("", "text")
        self.foot = TextLabel("", "small", muted=True)
        self.dimensions.set_value(Dimension.COMPETENCE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        choices = FlowLayout(gap=12, row_gap=8)
        for part in (self.ways, self.subject, self.next_button):
            choices.addWidget(part)
        main = QVBoxLayout()
        main.setContentsMargins(24, 12, 24, 12)
        main.setSpacing(12)
        main.addLayout(choices)
        main.addWidget(self.table, 1)
        main.addWidget(self.foot)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(main, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.header.back_requested.connect(self.left)
        self.dimensions.chosen.connect(lambda _: self._begin_rows())
        for control in (self.dimensions.chosen, self.ways.chosen, self.subject.chosen, self.next_button.clicked):
            control.connect(self._work_on)
        self.ways.chosen.connect(lambda _: self._turn())
        self.subject.chosen.connect(lambda _: self._begin_rows())
        self.next_button.clicked.connect(lambda *_: self._go_on())
        self.table.rated.connect(self._rate)
        self.table.unsure_turned.connect(self._turn_unsure)
        self.table.row_changed.connect(lambda _: self._show_row())
        self.panel.chosen.connect(lambda value: self._rate(self.table.current_row(), value))
        self.panel.unsure_turned.connect(lambda: self._turn_unsure(self.table.current_row()))
        self.panel.seen_written.connect(self._keep_seen)
        self.panel.reveal_wanted.connect(self._reveal)

    @property
    def way(self) -> Way:
        """What changes from row to row."""
        return Way(str(self.ways.value()))

    @property
    def dimension(self) -> Dimension:
        """What is rated."""
        return Dimension(str(self.dimensions.value()))

    @property
    def pair(self) -> tuple[int, int] | None:
        """The pair of the current row."""
        row = self._row()
        return row.pair if row is not None else None

    def start(self, way: Way, subject: int, at: int | None = None, only: Collection[CellKey] | None = None) -> None:
        """Rate for one task (*way* down) or person, beginning *at* a person or task; *only* some of the cells."""
        self._only = frozenset(only) if only else None
        self.ways.set_value(way)
        self._offer(subject)
        self._begin_rows(at)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> None:
        """Read the ratings anew; whoever came or went changes the rows."""
        subject, at = self.subject.value(), self._changing()
        self._offer(subject if isinstance(subject, int) else None)
        rows = self._rows()
        if not rows:
            self.left.emit()
        elif [row.pair for row in rows] == [row.pair for row in self.model.rows]:
            self.model.take(self._newest([row.pair for row in rows]))
            self._show_row()
            self._tell_count()
        else:
            self._begin_rows(at)

    def commit(self) -> None:
        """Keep what is typed and not left yet."""
        self.panel.seen.editingFinished.emit()

    def _offer(self, subject: int | None) -> None:
        down = self.way is Way.DOWN
        options: list[tuple[object, str]] = (
            [(task.id, task.name) for task in self._matrix.tasks]
            if down
            else [(assignee.id, assignee.name) for assignee in self._matrix.assignees]
        )
        if options != self._offered:
            self._offered = options
            self.subject.set_options(options)
        known = [value for value, _ in options]
        self.subject.set_value(subject if subject in known else known[0] if known else None)
        self.subject.setAccessibleName(tr("Task") if down else tr("Person"))
        self.next_button.setText(tr("Next task") if down else tr("Next person"))

    def _work_on(self, *_: object) -> None:
        # What was changed by mouse does not keep the keyboard: the figures rate on.
        if focus_reason() != Qt.FocusReason.TabFocusReason:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        """Go on with the person under one task, or with the task of one person, whoever it is now."""
        subject, row = self.subject.value(), self._changing()
        self._offer(row)
        self._begin_rows(subject if isinstance(subject, int) else None)

    def _go_on(self) -> None:
        self.commit()
        self.subject.setCurrentIndex(self.subject.currentIndex() + 1)
        self._begin_rows()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _changing(self) -> int | None:
        row = self._row()
        return None if row is None else row.pair[1 if self.way is Way.DOWN else 0]

    def _rows(self) -> list[LineRatingRow]:
        subject = self.subject.value()
        if not isinstance(subject, int):
            return []
        if self.way is Way.DOWN:
            rows = [
                LineRatingRow((subject, a.id or 0), a.name, a.role if isinstance(a, Person) else "")
                for a in self._matrix.assignees
            ]
        else:
            rows = [LineRatingRow((task.id or 0, subject), task.name) for task in self._matrix.tasks]
        for wanted in (self._matrix.found, self._only):
            kept = [row for row in rows if wanted is None or (row.pair[1], row.pair[0]) in wanted]
            # Whoever goes on to a column without a chosen cell in it means all of it.
            rows = kept or rows
        return rows

    def _newest(self, pairs: list[tuple[int, int]]) -> dict[tuple[int, int], Rating]:
        return self._desk.session.matrix.several.newest(pairs, self.dimension)

    def _begin_rows(self, at: int | None = None) -> None:
        rows = self._rows()
        ratings = self._newest([row.pair for row in rows])
        down = self.way is Way.DOWN
        name = self._desk.words.text(f"anchors.{self.dimension}.name")
        self.panel.show_dimension(self.dimension)
        self.model.show_rows(
            [replace(row, rating=ratings.get(row.pair)) for row in rows],
            today=self._desk.session.today(),
            prerequisite=name,
            head=tr("Name") if down else tr("Task"),
            closes=self._desk.settings.fresh_eyes,
        )
        self.header.set_words(
            tr("Rate {what}", what=name.lower()),
            tr("One prerequisite at a time, so that one strong impression does not colour the others."),
        )
        self.table.setAccessibleName(f"{name}: {self.subject.currentText()}")
        self.next_button.setEnabled(self.subject.currentIndex() + 1 < self.subject.count())
        changing = [row.pair[1 if down else 0] for row in rows]
        self.table.select_row(changing.index(at) if at in changing else 0)
        self._show_row()
        self._tell_count()

    def _row(self) -> LineRatingRow | None:
        number = self.table.current_row()
        return self.model.rows[number] if 0 <= number < len(self.model.rows) else None

    def _show_row(self) -> None:
        row = self._row()
        self.panel.setVisible(row is not None)
        if row is None:
            self.draft.leave()
            return
        today = self._desk.session.today()
        # Something seen is written to a rating of today that is shown.
        writes = row.shown is not None and row.shown.rated_on == today
        subject = rating_subject(*row.pair, self.dimension) if writes else None
        another = subject != self.draft.subject
        if another:
            self.draft.leave()
        sheet = self._desk.session.trust.sheet(*row.pair)
        name = self._desk.words.text(f"anchors.{self.dimension}.name")
        keep = writes and not another and bool(self.draft.changed())
        self.panel.show_row(row, self.subject.currentText(), sheet, name, today, keep_seen=keep)
        if another:
            self.draft.begin(subject)
        elif not keep:
            self.draft.rebase()

    def _tell_count(self) -> None:
        done = tr("%n of {all} rated today.", n=self.model.count_today(), all=len(self.model.rows))
        down, grid = self.way is Way.DOWN, self._matrix.grid
        fewer = len(self.model.rows) < len(grid.assignees if down else grid.tasks)
        parts = [done, tr("Only those that are looked for or chosen.")] if fewer else [done]
        self.foot.setText(" ".join([*parts, tr("1–5 rates · U is unsure · ↓ goes on · Esc goes back")]))

    def _rate(self, number: int, value: int) -> None:
        if ratings_hidden():
            return
        row = self.model.rows[number]
        self._store(row, value, sure=not row.is_unsure)

    def _turn_unsure(self, number: int) -> None:
        """Turn the tick; without a rating that is seen it waits for one."""
        if ratings_hidden():
            return
        row = self.model.rows[number]
        if row.shown is not None:
            self._store(row, row.shown.value, sure=row.is_unsure)
            return
        self.model.put(number, replace(row, unsure=not row.unsure))
        self._show_row()

    def _keep_seen(self, text: str) -> None:
        row, today = self._row(), self._desk.session.today()
        if row is None or row.shown is None or row.shown.rated_on != today or text == row.shown.example:
            return
        seen_on = row.shown.seen_on or today if text else None
        task_id, assignee_id = row.pair
        value, sure = row.shown.value, row.shown.sure
        if self._desk.run(
            lambda: self._desk.session.trust.rate(
                task_id, assignee_id, self.dimension, value, sure=sure, example=text, seen_on=seen_on
            )
        ):
            self.draft.rebase()

    def _store(self, row: LineRatingRow, value: int, *, sure: bool) -> None:
        # What was seen earlier stays with the rating of that day.
        today = self._desk.session.today()
        kept = row.rating if row.rating is not None and row.rating.rated_on == today else None
        task_id, assignee_id = row.pair
        self._desk.run(
            lambda: self._desk.session.trust.rate(
                task_id,
                assignee_id,
                self.dimension,
                value,
                sure=sure,
                example=kept.example if kept else "",
                seen_on=kept.seen_on if kept else None,
            )
        )
        self._show_row()

    def _reveal(self) -> None:
        number = self.table.current_row()
        if number >= 0:
            self.model.put(number, replace(self.model.rows[number], closed=False))
            self._show_row()
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Go back with Esc; a figure that nothing else takes rates the row one stands on.
        if event.key() == Qt.Key.Key_Escape:
            self.commit()
            self.left.emit()
            return
        if self.table.rates(event):
            self.table.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "panel"):
            self._fit()
            self.table.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.panel.fit(narrow=self.width() < scaled(1000))
        self.subject.setFixedWidth(scaled(240))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().window)

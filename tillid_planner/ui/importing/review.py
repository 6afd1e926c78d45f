"""The third step of an import: what would be fetched, row by row."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.assignee import Person
from tillid_planner.services import import_words
from tillid_planner.services.import_matching import Answer, Same
from tillid_planner.services.importing import ImportPlan, PlannedRow, Status
from tillid_planner.ui.importing.import_preview import ALL, CHANGED, NEW, TO_LOOK_AT, PreviewModel
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Button, ComboBox, Field, Segmented, SunkenNote, TableView, TextLabel
from tillid_planner.ui.widgets.focus import focus_reason

_WIDTHS = {
    "staff": {"check": 28, "name": 200, "role": 170, "hours": 72, "since": 108, "email": 206, "status": 0},
    "tasks": {"check": 28, "name": 270, "purpose": 290, "hours": 72, "scope": 96, "status": 0},
}
#: What gives way first when there is not enough room for the status.
_GIVES_WAY = ("email", "purpose", "since", "scope")
_STATUS_ROOM = 260
_WHO_WIDTH = 480
#: What takes the room that is left beyond that, and how much at most: where names differ in their last syllable.
_GROWS = {"staff": ("role", 90), "tasks": ("name", 90)}


class ReviewStep(QWidget):
    """Counts, what was left out on purpose, the table, and what is said about the row one stands on."""

    columns_requested = Signal()
    #: Other rows are chosen now.
    chosen_changed = Signal()
    #: Who a row is has been answered; carries the row's number and an ``Answer``.
    answered = Signal(int, object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._plan: ImportPlan | None = None
        self._source = ""
        self.model = PreviewModel(words, self)
        self.headline = TextLabel("", "section")
        self.source = TextLabel("", muted=True)
        self.filter = Segmented(accessible=tr("Rows shown"))
        self.correct = Button(tr("Correct the columns"), "text", flush=True)
        self.note = SunkenNote("info", "", icon="control", action=self.correct)
        layout = self.note.layout()
        if layout is not None:
            inside = layout.contentsMargins()
            layout.setContentsMargins(inside.left(), 5, inside.right(), 5)
        self.table = PreviewTable(self.model, row_height=35, framed=True, accessible=tr("Rows of the file"))
        self.table.horizontalHeader().setMinimumSectionSize(scaled(_WIDTHS["staff"]["check"]))
        self.about = TextLabel("", "small", color="warn_text", icon="warning", icon_role="warn_icon")
        self.changes = TextLabel("", "small")
        self.remarks = TextLabel("", "small", muted=True, icon="info")
        self.who = ComboBox(placeholder=tr("Choose"))
        self.who_field = Field(tr("Who is it?"), self.who)
        self.who_field.setMaximumWidth(scaled(_WHO_WIDTH))
        self.who_field.hide()
        self._asked = 0
        self._lay_out()
        self.who.chosen.connect(lambda answer: self.answered.emit(self._asked, answer))
        self.filter.chosen.connect(self._filter)
        self.correct.clicked.connect(lambda *_: self.columns_requested.emit())
        self.model.chosen_changed.connect(self._show_counts)
        self.model.chosen_changed.connect(self.chosen_changed)
        self.table.row_changed.connect(self._tell_about)

    def show_plan(self, plan: ImportPlan | None, source: str, *, keep_choice: bool = False) -> None:
        """Show what an import from *source* would do."""
        self._plan = plan
        self._source = source
        self.model.set_plan(plan, keep_choice=keep_choice)
        if plan is None:
            return
        if not keep_choice:
            self.filter.set_options([])
        stood_on = self._asked
        self._show_filter()
        self._show_note(plan)
        self._show_remarks(plan)
        self._fit()
        self._tell_about(-1)
        if keep_choice and stood_on and (at := self.model.place_of(stood_on)) is not None:
            # The answer stays in sight, with the row it is about.
            self.table.select_row(at)
            self._tell_about(at)

    def chosen(self) -> set[int]:
        """Return the numbers of the rows to fetch."""
        return self.model.chosen()

    def start(self) -> None:
        """Begin at the table."""
        self.table.setFocus(focus_reason())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.headline)
        words.addWidget(self.source)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.table, 100)
        column.addWidget(self.about)
        column.addWidget(self.changes)
        column.addWidget(self.who_field)
        column.addWidget(self.remarks)
        column.addStretch(1)

    def _filter(self, name: object) -> None:
        self.model.set_filter(str(name))
        self._fit()
        self._tell_about(-1)

    def _show_filter(self) -> None:
        names = (
            (ALL, tr("All")),
            (NEW, tr("New rows")),
            (CHANGED, tr("Changed")),
            (TO_LOOK_AT, tr("To look at")),
        )
        options: list[tuple[object, str]] = [
            (key, f"{name} {self.model.count(key)}") for key, name in names if key == ALL or self.model.count(key)
        ]
        before = self.filter.value()
        self.filter.set_options(options)
        kept = before if before in [key for key, _ in options] else ALL
        self.filter.set_value(kept)
        self.model.set_filter(str(kept))

    def _show_counts(self) -> None:
        plan = self._plan
        if plan is None:
            return
        ready = len(self.model.chosen())
        left = self.model.left_out()
        if not plan.rows:
            said = tr("There are only headings, and no rows below them")
        elif not ready:
            said = tr("There is nothing new to fetch") if not plan.new + plan.changed else tr("No rows are chosen")
        elif plan.kind == "staff":
            said = tr("%n person(s) ready", n=ready)
        else:
            said = tr("%n task(s) ready", n=ready)
        self.headline.setText(said + (tr(", %n row(s) left out", n=left) if left else ""))
        same = tr("%n unchanged.", n=plan.unchanged) + " " if plan.unchanged else ""
        self.source.setText(
            tr("{file}. {same}Nothing changes before you choose to fetch.", file=self._source, same=same)
        )

    def _show_note(self, plan: ImportPlan) -> None:
        said = import_words.left_out_columns(plan, self._words)
        if said:
            self.note.set_text(" ".join(said))
        else:
            self.note.set_text(tr("The columns were recognised. Nothing was left out on purpose."))

    def _show_remarks(self, plan: ImportPlan) -> None:
        said = import_words.remarks(plan, self._words)
        self.remarks.setText(" ".join(said))
        self.remarks.setVisible(bool(said))

    def _tell_about(self, at: int) -> None:
        row = self.model.row(at) if 0 <= at < self.model.rowCount() else None
        odd = row is not None and bool(row.faults or row.warnings or row.left_out)
        told = self.about if odd else self.changes
        tells = row is not None and (odd or row.status is Status.CHANGED)
        for label in (self.about, self.changes):
            label.setVisible(tells and label is told)
        self._ask_about(row)
        if row is not None and tells:
            told.setText(tr("Row {row}: {text}", row=row.number, text=self.model.status_text(row)))
            # The sentence takes room from the table, which must not take the row out of sight.
            QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))

    def _ask_about(self, row: PlannedRow | None) -> None:
        answers = row.answers if row is not None else ()
        self.who_field.setVisible(bool(answers))
        self._asked = row.number if row is not None and answers else 0
        if row is None or not answers or self._plan is None:
            return
        self.who.set_options([(answer, self._answer_text(answer)) for answer in answers])
        self.who.set_value(self._plan.answered.get(row.number, answers[0] if row.is_settled else None))
        self.who.setAccessibleName(tr("Who is {name} in row {row}?", name=row.name, row=row.number))

    def _answer_text(self, answer: Answer) -> str:
        if answer.same is Same.ANOTHER:
            return tr("Another person")
        if answer.same is Same.ROW:
            return tr("The same as in row {row}", row=answer.at)
        if answer.same is Same.POST:
            return tr("The same as in row {row}, hours added up", row=answer.at)
        known = self._plan.known.get(answer.at) if self._plan is not None else None
        if not isinstance(known, Person):
            return tr("The same as {name} in the plan", name=known.name if known is not None else "")
        about = ", ".join(part for part in (known.name, known.role, known.unit) if part)
        return tr("The same as {name} in the plan", name=about)

    def _fit(self) -> None:
        plan = self._plan
        if plan is None:
            return
        widths = dict(_WIDTHS[plan.kind])
        keys = self.model.column_keys
        room = self.width() - 48 - scaled(sum(widths.values())) - scaled(_STATUS_ROOM)
        # A column the file says nothing for leaves its room to the status.
        hidden = {key for key in self.model.empty_columns() if key in widths}
        room += sum(scaled(widths[key]) for key in hidden)
        for key in _GIVES_WAY:
            if room < 0 and key in widths and key not in hidden:
                hidden.add(key)
                room += scaled(widths[key])
        growing, most = _GROWS[plan.kind]
        widths[growing] += max(0, min(most, round(room / scaled(100) * 100)))
        self.table.set_widths(*(widths[key] for key in keys))
        for at, key in enumerate(keys):
            self.table.setColumnHidden(at, key in hidden)
        self.table.setMaximumHeight(self.table.full_height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Let columns give way where the status would have no room.
        super().resizeEvent(event)
        self._fit()


class PreviewTable(TableView):
    """A table whose check boxes turn with Space, wherever in the row one stands."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(model, PreviewModel) and self.current_row() >= 0:
            model.toggle(self.current_row())
            return
        super().keyPressEvent(event)

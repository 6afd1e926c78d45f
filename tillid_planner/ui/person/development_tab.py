"""The tab «Development»: what is practised on which task, how, by when, and whether it is in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tillid_planner.domain.development import Competence, DevelopmentPlan
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    Card,
    CheckBox,
    ComboBox,
    DateField,
    EmptyState,
    Field,
    GrowingText,
    Hairline,
    IconButton,
    ScrollPage,
    Segmented,
    TextLabel,
)
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.refusal import refuse, show_faults

_WIDEST = 960


class DevelopmentTab(QWidget):
    """Writes plans and says that they are in place; a deleted one comes back with undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._assignee_id = 0
        self._shown: tuple[object, ...] = ()
        self.intro = TextLabel("", muted=True)
        self.task = ComboBox([], placeholder=tr("Choose a task"))
        self.kind = Segmented(_kinds(), accessible=tr("What kind of competence"))
        self.kind.set_value(Competence.PROFESSIONAL)
        self.what = GrowingText(min_lines=1, max_lines=3)
        self.how = GrowingText(min_lines=1, max_lines=3)
        self.by = DateField(today=desk.session.today())
        self.fields = {
            "task": Field(tr("Task"), self.task),
            "what": Field(tr("What is practised?"), self.what),
            "how": Field(tr("How, and with whom?"), self.how),
            "by_on": Field(tr("By when?"), self.by),
        }
        self.add_button = Button(tr("Add the plan"))
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({"what": self.what, "how": self.how, "by_on": self.by})
        self.draft.bind_all({"task": self.task, "kind": self.kind}, minor=True)
        self.empty = EmptyState(
            "rung",
            tr("No plans yet"),
            tr("Where a competence sets the limit, a plan says what is practised, how, and by when."),
        )
        self.boxes: dict[int, CheckBox] = {}
        self.delete_buttons: dict[int, IconButton] = {}
        self._lay_out()
        self.add_button.clicked.connect(lambda *_: self._add())

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.intro)
        self.form = Card()
        self.form.add(self.draft.note)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.fields["task"], 1)
        kind = QVBoxLayout()
        kind.setSpacing(4)
        kind.addWidget(TextLabel(tr("Competence"), weight=600))
        kind.addWidget(self.kind)
        kind.addStretch(1)
        row.addLayout(kind)
        self.form.add(row)
        self.form.add(self.fields["what"])
        last = QHBoxLayout()
        last.setSpacing(16)
        last.addWidget(self.fields["how"], 1)
        self.fields["by_on"].setFixedWidth(scaled(168))
        last.addWidget(self.fields["by_on"])
        self.form.add(last)
        self.form.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        self.card = Card(flush=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.card.add(self._rows)
        column.addWidget(self.card)
        column.addWidget(self.empty)
        column.addStretch(1)
        self._hiding = HidingOverlay(self.card)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(content, widest=scaled(_WIDEST) + 48))

    def show_plans(
        self,
        assignee_id: int,
        tasks: Sequence[tuple[int, str]],
        limited: Sequence[str],
        plans: Sequence[DevelopmentPlan],
    ) -> None:
        """Show a person's plans; *limited* names the tasks on which a competence sets the limit."""
        another = assignee_id != self._assignee_id
        if another:
            self.draft.leave()
            self._assignee_id = assignee_id
            self._clear()
            self.task.set_value(None)
            self.kind.set_value(Competence.PROFESSIONAL)
        kept = self.task.value()
        self.task.set_options(list(tasks))
        self.task.set_value(kept if kept in {task_id for task_id, _ in tasks} else None)
        self.form.setVisible(bool(tasks))
        if another:
            self.draft.begin(DraftSubject(DraftForm.DEVELOPMENT, assignee_id=assignee_id))
        self.intro.setText(tr("Competence sets the limit on: {tasks}.", tasks=", ".join(limited)) if limited else "")
        self.intro.setVisible(bool(limited))
        self._show_rows(dict(tasks), plans)
        self.card.setVisible(bool(plans))
        self.empty.setVisible(not plans)

    def _show_rows(self, names: dict[int, str], plans: Sequence[DevelopmentPlan]) -> None:
        today = self._desk.session.today()
        shown = (tuple(plans), tuple(names.items()), today)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((key for key, box in self.boxes.items() if box.hasFocus()), None)
        self.boxes, self.delete_buttons = {}, {}
        clear_layout(self._rows)
        for number, plan in enumerate(plans):
            if number:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(plan, names.get(plan.task_id, ""), today))
        if focused in self.boxes:
            self.boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, plan: DevelopmentPlan, task: str, today: date) -> QWidget:
        row, plan_id = QWidget(), plan.id or 0
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 10, 8, 10)
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        kind = dict(_kinds())[plan.competence]
        when = [task, kind]
        if plan.by_on is not None and plan.done_on is None:
            when.append(tr("by {day}", day=day_text(plan.by_on, today)))
        if plan.done_on is not None:
            when.append(tr("in place {day}", day=day_text(plan.done_on, today)))
        words.addWidget(TextLabel(" · ".join(part for part in when if part), "small", muted=True))
        words.addWidget(TextLabel(plan.what))
        if plan.how:
            words.addWidget(TextLabel(plan.how, "small", muted=True))
        line.addLayout(words, 1)
        box = CheckBox(tr("In place"))
        box.setChecked(plan.done_on is not None)
        box.setAccessibleName(tr("In place: {what}", what=plan.what))
        box.toggled.connect(lambda on: self._finish(plan_id, on))
        delete = IconButton("delete", tr("Delete the plan «{what}»", what=plan.what), "bare")
        delete.clicked.connect(lambda *_: self._remove(plan_id))
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)
        self.boxes[plan_id], self.delete_buttons[plan_id] = box, delete
        return row

    def _clear(self) -> None:
        self.what.set_value("")
        self.how.set_value("")
        self.by.show_value(None)
        for field in self.fields.values():
            field.set_error(None)

    def _add(self) -> None:
        for field in self.fields.values():
            field.set_error(None)
        task_id, kind = self.task.value(), self.kind.value()
        if not isinstance(task_id, int):
            refuse(self.fields["task"], tr("Choose the task it is about."))
            return
        if not self.by.check():
            refuse(self.fields["by_on"], self.by.error() or "")
            return
        competence = kind if isinstance(kind, Competence) else Competence.PROFESSIONAL
        reply = self._desk.run(
            lambda: self._desk.session.development.add(
                task_id,
                self._assignee_id,
                self.what.value(),
                competence=competence,
                how=self.how.value(),
                by_on=self.by.read(),
            ),
            notice=tr("The plan is added."),
        )
        if reply.invalid is not None:
            show_faults(self._desk.words, self.fields, reply.invalid.faults)
        elif reply:
            self._clear()
            self.draft.end()

    def _finish(self, plan_id: int, done: bool) -> None:
        notice = tr("The plan is in place.") if done else ""
        self._desk.run(lambda: self._desk.session.development.finish(plan_id, done=done), notice=notice)

    def _remove(self, plan_id: int) -> None:
        self._desk.run(lambda: self._desk.session.development.remove(plan_id), notice=tr("The plan is deleted."))
        self.what.setFocus()


def _kinds() -> list[tuple[Competence, str]]:
    return [
        (Competence.PROFESSIONAL, tr("Professional")),
        (Competence.RELATIONAL, tr("Relational")),
        (Competence.PERSONAL, tr("Personal")),
    ]

"""One prerequisite: its anchors 1–5, sure or not, one thing seen and when; kept as it is chosen and left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tillid_planner.domain.case import Dimension
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.rating import Rating
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.days import age_text, day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.fresh_eyes import FreshEyes, asks_again
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    CheckBox,
    DateField,
    ElidedLabel,
    FreeLine,
    Hairline,
    RadioCardGroup,
    SensitiveDataHint,
    TextLabel,
)
from tillid_planner.ui.widgets.fold_head import FoldHead
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.link import Link
from tillid_planner.ui.widgets.radio_cards import RadioCard


class RatingSection(QWidget):
    """A foldable prerequisite. ``first_rated`` tells that it had no rating before; ``unfolded`` that it opened."""

    first_rated = Signal()
    unfolded = Signal()

    def __init__(self, desk: Desk, dimension: Dimension, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.dimension = desk, dimension
        self._pair = (0, 0)
        self._rating: Rating | None = None
        # With fresh eyes the old value is not shown until there is a new one.
        self._closed = False
        self._shown_example = ""
        self._shown_date: date | None = None
        words = desk.words
        name = words.text(f"anchors.{dimension}.name")
        self._anchors = {n: words.text(f"anchors.{dimension}.{n}") for n in range(1, 6)}
        self.head = FoldHead(name)
        self.unsure = CheckBox(tr("I am unsure"), small=True)
        self.unsure.setAccessibleName(tr("{name}: I am unsure", name=name))
        self.note = TextLabel(words.text(f"anchors.{dimension}.note"), "small", muted=True)
        self.needs = TextLabel("", "small", muted=True)
        self.group = RadioCardGroup(list(self._anchors.items()), vertical=True, numbered=True, accessible=name)
        self.age = ElidedLabel("", "small", muted=True)
        self.confirm = Link(tr("Still right today"))
        self.confirm.setAccessibleName(tr("{name}: still right today", name=name))
        self.again = Link(tr("Rate again"))
        self.again.setAccessibleName(tr("{name}: rate again with fresh eyes", name=name))
        self.fresh = FreshEyes()
        self.seen = Link("", "note", muted=True, elides=True)
        self.example = FreeLine(placeholder=tr("Something you have seen"))
        self.example.setAccessibleName(tr("{name}: something you have seen", name=name))
        self.seen_on = DateField(today=desk.session.today())
        self.seen_on.setAccessibleName(tr("{name}: seen on", name=name))
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({"example": self.example, "seen_on": self.seen_on})
        self.complaint = TextLabel("", "small", color="warn_text", icon="warning", icon_role="warn_icon")
        self.sensitive_data_hint = SensitiveDataHint(self.example.watch)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.head, 1)
        self.beside = QWidget()
        beside = QHBoxLayout(self.beside)
        beside.setContentsMargins(0, 0, 16, 0)
        beside.setSpacing(16)
        beside.addWidget(self.age, 1)
        beside.addWidget(self.unsure)
        top.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(top)
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addLayout(_inset(self.note, 16))
        column.addLayout(_inset(self.needs, 16))
        column.addWidget(self.fresh)
        column.addLayout(_inset(self.group, 8))
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(12)
        line.addWidget(self.seen, 1)
        line.addWidget(self.again)
        line.addWidget(self.confirm)
        column.addLayout(line)
        self.writing = QWidget()
        writing = QVBoxLayout(self.writing)
        writing.setContentsMargins(16, 0, 16, 2)
        writing.setSpacing(4)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.example, 1)
        self.seen_on.setFixedWidth(scaled(124))
        fields.addWidget(self.seen_on)
        writing.addWidget(self.draft.note)
        writing.addLayout(fields)
        writing.addWidget(self.complaint)
        writing.addWidget(self.sensitive_data_hint)
        column.addWidget(self.writing)
        outer.addWidget(self.body)
        outer.addWidget(Hairline())
        self.writing.hide()
        self.set_open(False)

    def _connect(self) -> None:
        self.head.clicked.connect(self._fold)
        self.group.chosen.connect(self._choose)
        self.unsure.clicked.connect(lambda *_: self._keep())
        self.example.committed.connect(self._keep_example)
        self.seen_on.value_committed.connect(lambda *_: self._keep())
        self.seen_on.error_changed.connect(self._complain)
        self.confirm.clicked.connect(lambda *_: self._confirm())
        self.again.clicked.connect(lambda *_: self._close_old(True))
        self.fresh.reveal_requested.connect(lambda: self._close_old(False))
        self.seen.clicked.connect(lambda *_: self.write())

    @property
    def rated(self) -> bool:
        """Whether the prerequisite has a rating."""
        return self._rating is not None

    def set_open(self, on: bool) -> None:
        """Unfold or fold."""
        self.head.setChecked(on)
        self.body.setVisible(on)
        self.beside.setVisible(on)
        self.head.setSizePolicy(
            QSizePolicy.Policy.Preferred if on else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )
        self.head.updateGeometry()

    def write(self) -> None:
        """Open the fields for one thing seen, and put the keyboard there."""
        self.writing.show()
        self.seen.hide()
        self.example.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the keyboard on the anchors."""
        cards = self.group.findChildren(RadioCard)
        chosen = next((card for card in cards if card.isChecked()), cards[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def show_sheet(self, sheet: Sheet, *, afresh: bool) -> None:
        """Show the newest rating; what is being typed stays unless another pair is shown *afresh*."""
        self._pair = (sheet.task.id or 0, sheet.assignee.id or 0)
        rating = self._rating = sheet.ratings.get(self.dimension)
        self._sheet, today = sheet, self._desk.session.today()
        needs = sheet.task.depends_on if self.dimension is Dimension.RESOURCES else ""
        self.needs.setText(tr("The task depends on: {text}", text=needs))
        self.needs.setVisible(bool(needs))
        if afresh:
            self.draft.leave()
            self._closed = self._desk.settings.fresh_eyes and asks_again(rating, sheet, today)
        self._closed = self._closed and rating is not None and rating.rated_on < today
        if self._closed:
            rating = None
        self.group.set_value(rating.value if rating else None)
        self.unsure.setChecked(rating is not None and not rating.sure)
        typed = self.example.value() != self._shown_example
        dated = self.seen_on.value() != self._written(self._shown_date)
        if afresh or not typed:
            self._put_example(rating.example if rating else "")
        if afresh or not dated:
            self._put_date(rating.seen_on if rating else None)
        if afresh:
            self._complain(None)
            self.writing.hide()
            self.seen.show()
            if self.draft.begin(rating_subject(*self._pair, self.dimension)):
                self.writing.show()
                self.seen.hide()
        self._show_summary()

    def commit(self) -> None:
        """Keep what is typed and not left yet, and what could not be stored when it was chosen."""
        rating = self._rating
        stored = None if rating is None or self._closed else (rating.value, rating.sure)
        if self.group.value() is not None and (self.group.value(), not self.unsure.isChecked()) != stored:
            self._keep()
        self.example.editingFinished.emit()
        self.seen_on.editingFinished.emit()

    def _show_summary(self) -> None:
        today, rating = self._desk.session.today(), self._rating
        self.fresh.setVisible(self._closed)
        if self._closed and rating is not None:
            self.fresh.show_since(rating, self._sheet.follow_ups, self.head.text(), today)
            for part in (self.note, self.age, self.confirm, self.again):
                part.hide()
            self.seen.set_words(tr("Add something you have seen"), muted=False)
            self.head.show_value(None, tr("Rate again: last rated {age}", age=age_text(rating.rated_on, today)))
            return
        self.note.setVisible(rating is None)
        old = rating is not None and rating.rated_on < today
        self.age.setVisible(old)
        self.confirm.setVisible(old)
        self.again.setVisible(old and self._desk.settings.fresh_eyes)
        self.seen.set_words(self._seen_words(today), muted=rating is not None and bool(rating.example))
        if rating is None:
            self.head.show_value(None, tr("Not rated yet"))
            return
        if old:
            self.age.setText(tr("rated {age}", age=age_text(rating.rated_on, today)))
            self.age.setAccessibleDescription(day_text(rating.rated_on, today))
        anchor = self._anchors[rating.value]
        fresh = rating.rated_on == today and not rating.example
        self.head.show_value(
            rating.value,
            anchor if rating.sure else tr("Unsure. {anchor}", anchor=anchor),
            tr("Add something you have seen") if fresh else "",
        )

    def _seen_words(self, today: date) -> str:
        rating = self._rating
        if rating is None or not rating.example:
            return tr("Add something you have seen")
        if rating.seen_on is None:
            return tr("Seen: {example}", example=rating.example)
        return tr("Seen {day}: {example}", day=day_text(rating.seen_on, today), example=rating.example)

    def _close_old(self, closed: bool) -> None:
        self._show_closed(closed)
        self.take_focus()

    def _show_closed(self, closed: bool) -> None:
        self._closed = closed
        rating = None if closed else self._rating
        self.group.set_value(rating.value if rating else None)
        self.unsure.setChecked(rating is not None and not rating.sure)
        self._put_example(rating.example if rating else "")
        self._put_date(rating.seen_on if rating else None)
        self._show_summary()

    def _fold(self) -> None:
        on = self.head.isChecked()
        self.set_open(on)
        if on:
            self._close_for_fresh_eyes()
            self.unfolded.emit()

    def _close_for_fresh_eyes(self) -> None:
        """Close a rating of an earlier day where it is about to be set anew, also one that still counts."""
        rating = self._rating
        old = rating is not None and rating.rated_on < self._desk.session.today()
        if old and self._desk.settings.fresh_eyes and not self._closed and not self.draft.changed():
            self._show_closed(True)

    def _choose(self, value: int) -> None:
        first = self._rating is None
        old = self._rating is not None and self._rating.rated_on < self._desk.session.today()
        if old and self.example.value() == self._shown_example:
            # What was seen then is not what is seen now: the old rating keeps it, the new one asks anew.
            self._put_example("")
            self._put_date(None)
        if self._keep() and first:
            self.first_rated.emit()

    def _keep_example(self, text: str) -> None:
        if text and not self.seen_on.value():
            self._put_date(self._desk.session.today())
        self._keep()

    def _keep(self) -> bool:
        """Store what is shown; return whether it could be. Without a value it waits for one."""
        value = self.group.value()
        if value is None:
            return False
        task_id, assignee_id = self._pair
        seen_on = self.seen_on.read() if self.seen_on.error() is None else self._shown_date
        example = self.example.value()
        reply = self._desk.run(
            lambda: self._desk.session.trust.rate(
                task_id,
                assignee_id,
                self.dimension,
                value,
                sure=not self.unsure.isChecked(),
                example=example,
                seen_on=seen_on,
            )
        )
        if reply.invalid is not None:
            fault = reply.invalid.faults[0]
            self._complain(self._desk.words.text(f"faults.{fault.code}", **fault.params))
            return False
        if reply:
            self._shown_example, self._shown_date = example, seen_on
            self.draft.rebase()
            if self.seen_on.error() is None:
                self._complain(None)
        return bool(reply)

    def _confirm(self) -> None:
        task_id, assignee_id = self._pair
        self._desk.run(
            lambda: self._desk.session.trust.confirm(task_id, assignee_id, self.dimension),
            notice=tr("{name} is confirmed as of today.", name=self.head.text()),
        )

    def _put_example(self, text: str) -> None:
        self._shown_example = text
        self.example.set_value(text)
        self.draft.rebase("example")

    def _put_date(self, day: date | None) -> None:
        self._shown_date = day
        self.seen_on.show_value(day)
        self.draft.rebase("seen_on")

    def _written(self, day: date | None) -> str:
        return "" if day is None else self.seen_on.written(day)

    def _complain(self, text: object) -> None:
        self.complaint.setVisible(bool(text))
        if text:
            self.complaint.setText(str(text))
        self.seen_on.setProperty("error", bool(text))
        self.seen_on.style().unpolish(self.seen_on)
        self.seen_on.style().polish(self.seen_on)


def rating_subject(task_id: int, assignee_id: int, dimension: Dimension) -> DraftSubject:
    """Return what a draft of something seen is about, wherever it is written."""
    return DraftSubject(DraftForm.RATING, task_id, assignee_id, part=dimension)


def _inset(widget: QWidget, margin: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(margin, 0, margin, 0)
    row.addWidget(widget)
    return row

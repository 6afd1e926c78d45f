"""The inspector's side of a card: the rung this week and why, the way back, the hours, and the task in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.explanation import explain, listed, put_into_words
from tillid_planner.domain.week import HOURS_IN_A_DAY
from tillid_planner.services.board import Board
from tillid_planner.services.cards import ABOVE_CEILING, MARKS, NO_AGREEMENT, NOT_DELEGABLE, OFFERED, Card
from tillid_planner.ui.days import weekday_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.open_breach import OpenBreach
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.card_menu import open_pair, run_dialog
from tillid_planner.ui.week.day_dialogs import FixedDaysDialog, SpreadDialog
from tillid_planner.ui.week.place_menus import fill_with_everybody, fill_with_holders
from tillid_planner.ui.week.planning_actions import Cargo, PlanningActions
from tillid_planner.ui.week.wording import hours_short, hours_words, load_sentence, mark_words
from tillid_planner.ui.widgets import (
    Button,
    Field,
    FlowLayout,
    HoursField,
    Menu,
    RungBadge,
    SunkenNote,
    TextButton,
    TextLabel,
)
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.offer_badge import OfferBadge
from tillid_planner.ui.widgets.rungs import rung_name
from tillid_planner.ui.widgets.section import Section


class CardPanel(QWidget):
    """Shows one card; ``kept`` tells that the plan is to stay although somebody's week is full."""

    kept = Signal(int)

    def __init__(self, desk: Desk, plan_actions: PlanningActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._plan_actions = desk, plan_actions
        self._board: Board | None = None
        self._card: Card | None = None
        self.offer_link: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rung = Section()
        HidingOverlay(self.rung)
        column.addWidget(self.rung)
        self.breach = OpenBreach(desk)
        self.breach.setContentsMargins(16, 12, 16, 0)
        column.addWidget(self.breach)
        self.why = Section(gap=6)
        self._why_words = QWidget()
        self._why_column = QVBoxLayout(self._why_words)
        self._why_column.setContentsMargins(0, 0, 0, 0)
        self._why_column.setSpacing(4)
        HidingOverlay(self._why_words)
        self.why.column.addWidget(self._why_words)
        self.move_button = Button("", "primary")
        self.move_menu = Menu(parent=self)
        self.move_button.clicked.connect(lambda *_: self._offer_moves())
        self.keep_button = Button(tr("Keep the plan"))
        self.keep_button.clicked.connect(lambda *_: self._keep())
        self.agree_button = Button(tr("Rate and agree"), "primary")
        self.agree_button.clicked.connect(lambda *_: self._open_pair())
        self._actions = QWidget()
        row = FlowLayout(self._actions, gap=8, row_gap=8)
        for made in (self.move_button, self.keep_button, self.agree_button):
            row.addWidget(made)
        self.why.column.addWidget(self._actions)
        column.addWidget(self.why)
        column.addWidget(self._make_hours())
        self.task = Section(gap=2, ruled=False)
        column.addWidget(self.task)
        column.addStretch(1)

    def _make_hours(self) -> Section:
        section = Section(gap=4)
        self.hours = HoursField(minimum=0, maximum=HOURS_IN_A_DAY)
        self.hours.setMaximumWidth(120)
        self.hours.value_committed.connect(self._keep_hours)
        self.hours_field = Field(tr("Hours"), self.hours)
        self.draft = FormDraft(self._desk, self)
        self.draft.bind("hours", self.hours)
        section.column.addWidget(self.draft.note)
        section.column.addWidget(self.hours_field)
        self.fixed_words = TextLabel("", "small", muted=True)
        section.column.addWidget(self.fixed_words)
        links = QWidget()
        row = FlowLayout(links, gap=16, row_gap=0)
        self.place_button = TextButton(tr("Place on …"), flush=True)
        self.spread_button = TextButton(tr("Spread over days …"), flush=True)
        self.fixed_button = TextButton(tr("Fixed days …"), flush=True)
        self.place_menu = Menu(parent=self)
        self.place_button.clicked.connect(lambda *_: self._offer_places())
        self.spread_button.clicked.connect(lambda *_: self._spread())
        self.fixed_button.clicked.connect(lambda *_: self._fix())
        for made in (self.place_button, self.spread_button, self.fixed_button):
            row.addWidget(made)
        section.column.addWidget(links)
        return section

    def show_card(self, board: Board, card: Card) -> None:
        """Show a card; what is being typed about the same one stays."""
        same = self._card is not None and self._card.placement.key == card.placement.key
        self._board, self._card = board, card
        # The task may lie on several days; the hours are those of this one.
        said = tr("Hours on {day}", day=weekday_text(card.placement.day))
        self.hours_field.label.setText(said)
        self.hours.setAccessibleName(said)
        if not same:
            self.draft.leave()
        if not (same and self.draft.changed()):
            self.hours.show_value(card.placement.hours)
            self.hours_field.set_error(None)
            self.draft.rebase()
        if not same:
            task_id, assignee_id, day = card.placement.key
            self.draft.begin(DraftSubject(DraftForm.WEEK, task_id, assignee_id, part=f"hours/{day}"))
        self._say_rung(board, card)
        self.breach.show_pair(*card.placement.key[:2], is_open=card.breach)
        self._say_why(board, card)
        self._say_fixed(card)
        self._say_task(board, card)

    def _say_rung(self, board: Board, card: Card) -> None:
        self.rung.empty()
        self.offer_link = None
        words, side = self._desk.words, 32
        row = QHBoxLayout()
        row.setSpacing(12)
        offered_only = card.agreed is None and card.offered is not None
        badge = (
            OfferBadge(card.offered, side)
            if offered_only
            else RungBadge(card.rung, "none" if card.agreed is None else "agreed", side)
        )
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        if offered_only:
            marked = tr("The card is marked until the agreement is accepted.")
            column.addWidget(TextLabel(marked, "small", muted=True))
        elif card.agreed is None:
            column.addWidget(TextLabel(tr("No agreement yet"), weight=600))
            marked = tr("The card is marked until you two have agreed on a rung.")
            column.addWidget(TextLabel(marked, "small", muted=True))
        elif card.rung is not None and card.rung < card.agreed:
            column.addWidget(TextLabel(tr("This week: {name}", name=rung_name(words, card.rung)), weight=600))
            below = QHBoxLayout()
            below.setSpacing(6)
            below.addWidget(TextLabel(tr("The agreement is"), "small", muted=True, wrap=False))
            below.addWidget(
                RungBadge(card.agreed, side=20, name=rung_name(words, card.agreed), role="small", muted=True), 1
            )
            column.addLayout(below)
        else:
            column.addWidget(TextLabel(rung_name(words, card.agreed), weight=600))
            said = tr("As agreed.") if card.breach else tr("As agreed; the week changes nothing.")
            column.addWidget(TextLabel(said, "small", muted=True))
        if card.offered is not None:
            self.offer_link = TextButton(
                tr("Rung {rung} is offered – see the agreement", rung=card.offered), flush=True
            )
            self.offer_link.clicked.connect(lambda *_: self._open_pair())
            column.insertWidget(0, self.offer_link, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        self.rung.column.addLayout(row)

    def _say_why(self, board: Board, card: Card) -> None:
        clear_layout(self._why_column)
        row = board.row(card.placement.assignee_id)
        for mark in MARKS:
            if mark in card.marks and mark not in (OFFERED, NO_AGREEMENT):
                kind = "stop" if mark in (NOT_DELEGABLE, ABOVE_CEILING) else "warn"
                self._why_column.addWidget(SunkenNote(kind, f"{mark_words(mark)}."))
        if card.lowered:
            self._explain(board, card)
        elif row is not None:
            self._text(tr("The week"), f"{row.assignee.name}: {load_sentence(row)}.")
        over = min(row.over, card.placement.hours) if row is not None else 0.0
        self.move_button.setVisible(over > 0)
        self.keep_button.setVisible(over > 0)
        self.move_button.setText(tr("Move {hours}", hours=hours_words(over)))
        self.agree_button.setVisible(NO_AGREEMENT in card.marks)
        self.agree_button.set_kind("secondary" if over > 0 else "primary")
        self._actions.setVisible(over > 0 or not self.agree_button.isHidden())
        self._actions.updateGeometry()

    def _explain(self, board: Board, card: Card) -> None:
        task_id, assignee_id = card.placement.task_id, card.placement.assignee_id
        case, suggestion = board.case(task_id, assignee_id), board.suggestion(task_id, assignee_id)
        if case is None or suggestion is None:
            return
        words = self._desk.words
        wording = put_into_words(explain(case, suggestion), words)
        if suggestion.rung == 0:
            self._why_column.addWidget(SunkenNote("stop", wording.head))
            return
        if wording.limits:
            self._text(wording.limits_head.rstrip(":"), _sentence(listed(wording.limits, words)))
        if wording.frame_note:
            self._why_column.addSpacing(2)
            self._why_column.addWidget(SunkenNote("frame", wording.frame_note))
        ways = [_sentence(listed(needs, words)) for needs in wording.lift]
        if ways:
            row = board.row(assignee_id)
            if row is not None and row.over > 0:
                over = tr("{hours} have to move.", hours=hours_words(row.over))
                ways[0] = f"{ways[0]} {over}"
            self._text(wording.lift_head.rstrip(":"), ways[0])
            for way in ways[1:]:
                self._text(words.text("explanation.or_head").rstrip(":"), way)

    def _text(self, head: str, text: str) -> None:
        if self._why_column.count():
            self._why_column.addSpacing(4)
        self._why_column.addWidget(TextLabel(head, "small", muted=True))
        # A figure and its sign stay on one line.
        self._why_column.addWidget(TextLabel(text.replace(" %", "\u00a0%")))

    def _say_fixed(self, card: Card) -> None:
        placement = card.placement
        found = self._desk.session.planning.recurrences(placement.task_id, placement.assignee_id)
        days = {r.weekday: r.hours for r in found}
        monday = self._board.week.monday if self._board is not None else placement.day
        week = monday.toordinal()
        said = ", ".join(
            f"{weekday_text(monday.fromordinal(week + weekday))} {hours_short(hours)}"
            for weekday, hours in sorted(days.items())
        )
        self.fixed_words.setText(tr("Places itself: {days}", days=said))
        self.fixed_words.setVisible(bool(said))
        self.fixed_button.setEnabled(bool(card.agreed))
        self.fixed_button.setToolTip(
            "" if card.agreed else tr("A task places itself only with somebody who has an agreement on it.")
        )

    def _say_task(self, board: Board, card: Card) -> None:
        self.task.empty()
        task = board.task(card.placement.task_id)
        self.task.say(tr("Purpose"), task.purpose)
        self.task.say(tr("Free"), task.free)
        self.task.say(tr("Fixed"), task.fixed)
        self.task.say(tr("Ask when"), task.ask_when)
        self.task.say(tr("Who does what?"), task.roles)
        self.task.say(tr("Depends on others"), task.depends_on)

    def commit(self) -> None:
        """Keep what is typed and not left yet."""
        self.hours.clearFocus()

    def _keep_hours(self, value: object) -> None:
        card = self._card
        if card is None or not isinstance(value, float) or value == card.placement.hours:
            if value is None and card is not None:
                self.hours.show_value(card.placement.hours)
            return
        reply = self._plan_actions.set_hours(card.placement, value)
        if reply:
            self.draft.rebase()
        self.hours_field.set_error(self._plan_actions.fault_words(reply) if reply.invalid is not None else None)

    def _offer_moves(self) -> None:
        card, board = self._card, self._board
        row = board.row(card.placement.assignee_id) if board is not None and card is not None else None
        if card is None or board is None or row is None:
            return
        placement, over = card.placement, min(row.over, card.placement.hours)
        self.move_menu.clear()
        others = board.with_hours_free(placement.task_id, but=placement.assignee_id)
        cargo = Cargo(placement.task_id, placement, over)
        fill_with_holders(self.move_menu, board, cargo, others, self._plan_actions.put)
        self.move_menu.popup(self.move_button.mapToGlobal(self.move_button.rect().bottomLeft()))

    def _offer_places(self) -> None:
        card, board = self._card, self._board
        if card is None or board is None:
            return
        self.place_menu.clear()
        cargo = Cargo(card.placement.task_id, card.placement)
        fill_with_everybody(self.place_menu, board, cargo, self._plan_actions.put)
        self.place_menu.popup(self.place_button.mapToGlobal(self.place_button.rect().bottomLeft()))

    def _keep(self) -> None:
        if self._card is not None:
            self.kept.emit(self._card.placement.assignee_id)

    def _open_pair(self) -> None:
        if self._card is not None:
            open_pair(
                self._desk,
                self._card.placement.task_id,
                self._card.placement.assignee_id,
                "" if self._card.offered is None else "agreement",
            )

    def _spread(self) -> None:
        if self._card is not None and self._board is not None:
            run_dialog(SpreadDialog(self._plan_actions, self._board, self._card, self))

    def _fix(self) -> None:
        if self._card is not None and self._board is not None:
            run_dialog(FixedDaysDialog(self._desk, self._plan_actions, self._board, self._card, self))


def _sentence(text: str) -> str:
    text = text if text.endswith(".") else f"{text}."
    return text[:1].upper() + text[1:]

"""The page of breaches: the log, one case, and the conversation over the whole window."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.learning import Learning
from tillid_planner.services.breach_cases import CaseView, TalkPlace
from tillid_planner.services.deletion import Reason
from tillid_planner.ui.breach.breach_table import case_row
from tillid_planner.ui.breach.case_pane import CasePane
from tillid_planner.ui.breach.delete_case import delete_cases
from tillid_planner.ui.breach.note_breach import note_breach
from tillid_planner.ui.breach.talk import Talk
from tillid_planner.ui.breach.view import CLOSED, LEARNING, BreachesView
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import IconButton, SunkenNote, TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.page import Page


class BreachesPage(Page):
    """Cases by status and next step; nobody is counted, nobody is ranked."""

    kinds = frozenset(
        {
            Kind.BREACH,
            Kind.BREACH_FACT,
            Kind.BREACH_OWN_NOTE,
            Kind.BREACH_MEASURE,
            Kind.BREACH_CONTROL,
            Kind.BREACH_CRITERION,
            Kind.BREACH_LEAD_OUT,
            Kind.LEARNING,
            Kind.RECEIPT,
            Kind.AGREEMENT,
            Kind.FOLLOW_UP,
            Kind.RATING,
            Kind.TASK,
            Kind.RED_LINE,
            Kind.GROUND_RULE,
            Kind.GROUND_RULE_TASK,
            Kind.ASSIGNEE,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._views: list[CaseView] = []
        self._talk: Talk | None = None
        self._watches = False
        self.stack = QStackedWidget(self)
        self.view = BreachesView(self.stack)
        self.pane = CasePane(desk, self.stack)
        for widget in (self.view, self.pane):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._connect()

    @property
    def talk(self) -> Talk:
        """The conversation's view, made when it is first wanted."""
        if self._talk is None:
            # Over the shell, so that navigation and names of others are not seen.
            shell = self.desk.parent()
            self._talk = Talk(self.desk, shell if isinstance(shell, QWidget) else self)
            self._talk.left.connect(lambda: self._after_talk(Step.CONVERSATION))
            self._talk.finished.connect(lambda: self._after_talk(Step.CAUSE))
        return self._talk

    @property
    def talking(self) -> bool:
        """Whether the conversation is on the screen."""
        return self._talk is not None and self._talk.case_id != 0

    @override
    def refresh(self) -> None:
        """Read the log and the open case anew; what is being typed stays."""
        if self.talking:
            # It shows its own words, and the rest is not seen now.
            self._stale = True
            return
        self._load()
        if self.stack.currentWidget() is self.pane:
            self.pane.refresh()

    @override
    def open_target(self, target: Target) -> None:
        """Open a case («case:7»), the talk under way («talk»), noting («note»), or the case of a pair."""
        if target.act.startswith("case:"):
            step = Step(target.step) if target.step else None
            self.open_case(int(target.act.removeprefix("case:")), step)
        elif target.act == "talk":
            self._take_up_talk()
        elif target.act == "note":
            self.note(target.task_id, target.assignee_id)
        elif target.task_id is not None and target.assignee_id is not None:
            cases = self.desk.session.trust.sheet(target.task_id, target.assignee_id).breaches
            own = [case for case in cases if case.task_id == target.task_id]
            newest = next((c for c in reversed(own) if c.closed_on is None), own[-1] if own else None)
            if newest is None:
                self.note(target.task_id, target.assignee_id)
            else:
                self.open_case(newest.id or 0)
        elif target.act == "list":
            self._show_list()

    def open_case(self, case_id: int, step: Step | None = None) -> None:
        """Show a case; one that is gone leaves the log."""
        self.pane.commit()
        try:
            self.pane.show_case(case_id, step)
        except NotFound:
            self._show_list()
            return
        self.stack.setCurrentWidget(self.pane)

    def note(self, task_id: int | None = None, assignee_id: int | None = None) -> None:
        """Ask for the facts of something new."""
        noted = note_breach(self.desk, self, task_id=task_id, assignee_id=assignee_id)
        if noted is not None:
            self.open_case(noted)

    def start_talk(self, case_id: int, place: TalkPlace | None = None) -> None:
        """Open the conversation of a case over the whole window."""
        self.pane.commit()
        self.talk.open_case(self.desk.session.cases.view(case_id), place)

    @override
    def subject(self) -> Target:
        """Return the pair of the case that is open."""
        if self.stack.currentWidget() is not self.pane or not self.pane.case_id:
            return Target()
        case = self.desk.session.cases.view(self.pane.case_id).case
        return Target(case.task_id, case.assignee_id)

    @override
    def keep_place(self) -> Target:
        """Keep what is being typed; return the case and its step."""
        self.pane.commit()
        if self.talking:
            self.talk.store()
        if self.stack.currentWidget() is not self.pane or not self.pane.case_id:
            return Target()
        return Target(act=f"case:{self.pane.case_id}", step=self.pane.step)

    def _connect(self) -> None:
        view = self.view
        view.note_button.clicked.connect(lambda *_: self.note())
        view.empty.action_requested.connect(self.note)
        view.table.row_activated.connect(lambda row: self.open_case(view.model.row(row).case_id))
        view.table.clicked.connect(lambda index: self.open_case(view.model.row(index.row()).case_id))
        view.tabs.chosen.connect(lambda _: self._show_tab())
        view.due_button.clicked.connect(lambda *_: self._delete_due())
        self.pane.left.connect(self._show_list)
        self.pane.talk_requested.connect(self.start_talk)
        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.activated.connect(self.note)

    def _take_up_talk(self) -> None:
        place = self.desk.session.cases.talk_place()
        if place is not None:
            self.open_case(place.case_id, Step.CONVERSATION)
            self.start_talk(place.case_id, place)

    def _after_talk(self, step: Step) -> None:
        if self.pane.case_id:
            self.pane.show_step(step)
        self._load()

    def _show_list(self) -> None:
        shown = self.pane.case_id
        self.stack.setCurrentWidget(self.view)
        self._load()
        self.view.table.select_row(self.view.model.row_of(shown))
        self.view.table.setFocus()

    def _load(self) -> None:
        self._views = self.desk.session.cases.views()
        words = self.desk.words
        clear_layout(self.view.hints)
        for pattern in self.desk.session.endings.patterns():
            cause = words.text(f"breach.cause.{pattern.cause}.name").lower()
            self.view.hints.addWidget(
                SunkenNote("frame", words.text("breach.watch.pattern", count=pattern.count, cause=cause))
            )
        due = self._due()
        self.view.due.setVisible(bool(due))
        self.view.due.set_text(tr("%n case(s) have passed the day of deletion.", n=len(due)))
        self._show_lessons()
        self._show_receipts()
        self._show_tab()

    def _show_tab(self) -> None:
        view, key = self.view, self.view.tabs.key()
        endings = self.desk.session.endings
        if not self._views and not endings.learning() and not endings.receipts():
            view.stack.setCurrentWidget(view.empty)
            view.tabs.hide()
            view.note_button.hide()
            return
        view.tabs.show()
        view.note_button.show()
        if key == LEARNING:
            view.stack.setCurrentWidget(view.learned)
            return
        words, today = self.desk.words, self.desk.session.today()
        rows = [case_row(v, words, today) for v in self._views if v.case.closed is (key == CLOSED)]
        kept = view.table.current_row()
        shown = view.model.row(kept).case_id if 0 <= kept < view.model.rowCount() else 0
        view.model.set_rows(rows)
        view.table.select_row(view.model.row_of(shown))
        view.fit_table()
        view.table.setVisible(bool(rows))
        view.nothing.setVisible(not rows)
        view.stack.setCurrentWidget(view.listed)

    def _show_lessons(self) -> None:
        card = self.view.lessons
        clear_layout(card.body)
        lessons = self.desk.session.endings.learning()
        if not lessons:
            card.add(TextLabel(tr("Nothing is written yet. A line without names comes from a case."), muted=True))
        for lesson in lessons:
            card.add(self._lesson(lesson))

    def _lesson(self, lesson: Learning) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(lesson.line))
        second = day_text(lesson.written_on, self.desk.session.today())
        if lesson.proposal_kind is not None:
            kind = self.desk.words.text(f"breach.learning.{lesson.proposal_kind}")
            second = f"{second} · {kind}: {lesson.proposal}"
        words.addWidget(TextLabel(second, "small", muted=True))
        row.addLayout(words, 1)
        remove = IconButton("delete", tr("Remove the line"), "bare")
        remove.clicked.connect(partial(self._remove_lesson, lesson.id or 0))
        row.addWidget(remove)
        return holder

    def _remove_lesson(self, lesson_id: int, *_: object) -> None:
        self.desk.run(lambda: self.desk.session.endings.remove_learning(lesson_id), notice=tr("The line is removed."))

    def _show_receipts(self) -> None:
        card = self.view.receipts
        clear_layout(card.body)
        receipts = self.desk.session.endings.receipts()
        card.setVisible(bool(receipts))
        for receipt in receipts:
            key = "one" if receipt.count == 1 else "many"
            day = day_text(receipt.deleted_on, self.desk.session.today())
            said = self.desk.words.text(f"breach.receipt.{key}", day=day, count=receipt.count)
            why = self.desk.words.text(f"breach.delete.reason.{receipt.reason}")
            card.add(TextLabel(f"{said} · {why}"))
        card.add(TextLabel(self.desk.words.text("deletion.elsewhere"), "small", muted=True))

    def _due(self) -> list[CaseView]:
        # One that is open, because somebody left in the middle, is ended by itself and never along with others.
        today = self.desk.session.today()
        closed = (view for view in self._views if view.case.closed)
        return [view for view in closed if view.delete_on is not None and view.delete_on <= today]

    def _delete_due(self) -> None:
        due = self._due()
        if due and delete_cases(self.desk, self, due, Reason.RETENTION):
            self._load()

    def _leave_for(self, *_: object) -> None:
        # Another page is gone to. Locking does not come by here: then the conversation stays, to come back to.
        holder = self.parentWidget()
        if self.talking and isinstance(holder, QStackedWidget) and holder.currentWidget() is not self:
            self.talk.leave()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        holder = self.parentWidget()
        if isinstance(holder, QStackedWidget) and not self._watches:
            self._watches = True
            holder.currentChanged.connect(self._leave_for)

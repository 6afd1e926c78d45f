"""Preparing a conversation: choose the tasks, write from each side in turn, talk, end in one small step."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.conversation import Conversation, Line, Side, StepKind, missing
from tillid_planner.domain.errors import NotFound
from tillid_planner.services.conversation_sheet import TwoSides
from tillid_planner.services.person_review import Dose, Review, TaskLine
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.person.paper_dialog import PaperDialog, PaperKind
from tillid_planner.ui.person.prepare_view import PrepareView
from tillid_planner.ui.person.step_agreement import StepAgreementDialog
from tillid_planner.ui.printing.conversation_paper import agenda_paper, conversation_paper
from tillid_planner.ui.printing.paper import Paper
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import ask
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.page import Page

#: So many tasks are ticked at first: more are no conversation but a hearing.
_AT_FIRST = 4
_CHOOSE, _LEADER, _EMPLOYEE, _AGENDA = range(4)


class PreparePage(Page):
    """Leads through a sheet; where one left it, it goes on."""

    kinds = frozenset(
        {Kind.ASSIGNEE, Kind.TASK, Kind.AGREEMENT, Kind.RATING, Kind.CONVERSATION, Kind.CONVERSATION_LINE}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._assignee_id: int | None = None
        self._review: Review | None = None
        self._ticked_for: int | None = None
        # Who writes first, and who sits at the screen.
        self._first = self._here = Side.LEADER
        # The halves that were seen closed: one of them that is open again came open by undo.
        self._closed: set[tuple[int, Side]] = set()
        self.view = PrepareView(desk)
        self.view.fill(self)
        self._connect()

    @property
    def sheet(self) -> TwoSides | None:
        """The sheet under way as the one whose turn it is may see it."""
        conversation = self._assignee_id and self.desk.session.conversations.under_way(self._assignee_id)
        if not conversation or conversation.id is None:
            return None
        return self.desk.session.conversations.read(conversation.id, self.turn)

    @property
    def turn(self) -> Side:
        """Whose turn it is to write."""
        conversation = self._assignee_id and self.desk.session.conversations.under_way(self._assignee_id)
        if not conversation:
            return self._first
        return next((side for side in (self._first, self._first.other) if not conversation.done(side)), self._first)

    @override
    def open_target(self, target: Target) -> None:
        """Prepare a conversation with a person or team."""
        if target.assignee_id is not None and target.assignee_id != self._assignee_id:
            self._leave_half()
            self._assignee_id, self._first = target.assignee_id, Side.LEADER
        # Whoever comes here from another page is the leader.
        self._here = Side.LEADER
        self.refresh()
        self._take_focus()

    @override
    def refresh(self) -> None:
        """Show where the sheet stands."""
        if self._assignee_id is None:
            return
        try:
            self._review = self.desk.session.person_review.of(self._assignee_id)
        except NotFound:
            self._assignee_id, self._review = None, None
            if self.isVisible():
                self.desk.go("people")
            return
        self._show(self._review)

    @override
    def subject(self) -> Target:
        """Return the person it is about."""
        return Target(assignee_id=self._assignee_id)

    @override
    def keep_place(self) -> Target:
        """Keep what is typed in the half under way; return the person it is about."""
        self._leave_half()
        return Target(assignee_id=self._assignee_id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Take the whole window where the employee is to write.
        super().showEvent(event)
        self.desk.alone_wanted.emit(self.view.alone)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.desk.alone_wanted.emit(False)

    def _connect(self) -> None:
        view = self.view
        view.header.back_requested.connect(self._back)
        view.begin_button.clicked.connect(lambda *_: self._begin())
        view.paper_button.clicked.connect(lambda *_: self._to_paper())
        view.more.clicked.connect(lambda *_: self._open_menu())
        view.half.closed.connect(self._take_focus)
        view.half.other_first.connect(self._swap)
        view.half.left.connect(self._back)
        view.turn.shown.connect(self._sit_down)
        view.turn.closed_again.connect(self._close_again)
        view.agenda.ended.connect(self._ended)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._back)

    def _names(self) -> dict[int, str]:
        assert self._review is not None
        return {line.task_id: line.task.name for line in by_name(self._review.lines, lambda line: line.task.name)}

    def _show(self, review: Review) -> None:
        view, name, sheet = self.view, review.assignee.name, self.sheet
        names = self._names()
        view.header.set_words(tr("Prepare a conversation"), name)
        view.header.back.setText(name)
        view.name_sides(team=review.assignee.is_team)
        view.more.setVisible(sheet is not None)
        view.show_planned(sheet.conversation if sheet else None)
        if sheet is None:
            self._show_choice(review, names)
            view.show_stage(_CHOOSE)
        elif sheet.conversation.opened:
            view.agenda.show_sheet(sheet, review)
            view.show_stage(_AGENDA)
        else:
            self._show_half(sheet, names, name)
        self.desk.alone_wanted.emit(view.alone and self.isVisible())
        view.paper_button.setVisible(bool(names))
        view.paper_button.setText(tr("Print the agenda") if sheet and sheet.conversation.opened else tr("On paper"))

    def _show_half(self, sheet: TwoSides, names: dict[int, str], name: str) -> None:
        view, side = self.view, self.turn
        self._closed |= {(sheet.conversation.id or 0, s) for s in Side if sheet.conversation.done(s)}
        stage = _LEADER if side is Side.LEADER else _EMPLOYEE
        if side is self._here:
            view.half.show_half(sheet, side, names, name)
            view.show_stage(stage)
            return
        # However the turn came to the other side, by closing or by undo: nothing of it is shown unasked.
        own = [line for line in sheet.lines if line.side is side]
        was_waiting = view.waiting
        view.half.forget()
        view.turn.wait_for(
            side,
            name,
            written=any(line.rung is not None or line.reason for line in own),
            whole=(sheet.conversation.id, side) in self._closed and not missing(own, sheet.task_ids),
            first=not sheet.conversation.done(side.other),
        )
        view.show_turn(stage)
        if not was_waiting and self.isVisible():
            view.turn.take_focus()

    def _sit_down(self) -> None:
        self._here = self.turn
        self.refresh()
        self._take_focus()

    def _close_again(self) -> None:
        sheet, side = self.sheet, self.turn
        if sheet is not None:
            number = sheet.conversation.id or 0
            self.desk.run(lambda: self.desk.session.conversations.close_half(number, side))
            self._take_focus()

    def _show_choice(self, review: Review, names: dict[int, str]) -> None:
        view = self.view
        ticked = set(view.tasks.ticked())
        if self._ticked_for != self._assignee_id:
            self._ticked_for = self._assignee_id
            held = [line for line in review.lines if line.rung and line.task.archived_on is None]
            open_questions = [line for line in held if _asks_for_a_talk(line)]
            ticked = {line.task_id for line in (open_questions or held)[:_AT_FIRST]}
        view.tasks.show_names(list(names.items()), ticked)
        if view.tasks.boxes:
            QWidget.setTabOrder(list(view.tasks.boxes.values())[-1], view.begin_button)
        view.choose_card.setVisible(bool(names))
        view.nothing.setVisible(not names)

    def _take_focus(self) -> None:
        stage = self.view.stage
        if stage == _CHOOSE:
            first = next(iter(self.view.tasks.boxes.values()), self.view.begin_button)
            first.setFocus(focus_reason())
        elif stage == _AGENDA:
            self.view.agenda.take_focus()
        elif self.view.waiting:
            self.view.turn.take_focus()
        else:
            self.view.half.take_focus()

    def _begin(self) -> None:
        assignee_id, ticked = self._assignee_id, self.view.tasks.ticked()
        if assignee_id is None:
            return
        self.view.choose_error.setVisible(not ticked)
        reply = self.desk.run(lambda: self.desk.session.conversations.begin(assignee_id, ticked))
        if reply and reply.invalid is None:
            self.refresh()
            self._take_focus()

    def _swap(self) -> None:
        self._leave_half()
        self._first = self._first.other
        self.refresh()
        self._take_focus()

    def _leave_half(self) -> None:
        self.view.kept.commit()
        self.view.kept.draft.save()
        if self.view.writing:
            self.view.half.commit()

    def _ended(self, ended: Conversation, rung: int | None, own: Line | None) -> None:
        assignee_id, task_id = ended.assignee_id, ended.step_task_id or 0
        if rung is not None:
            # Here, and not in the table of everybody: the two may sit at the screen together.
            dialog = StepAgreementDialog(self.desk, ended, rung, own, self.window())
            dialog.exec()
            dialog.deleteLater()
        tab = {StepKind.DEVELOPMENT: "development", StepKind.FOLLOW_UP: "follow_ups"}.get(
            ended.step_kind or StepKind.RUNG, "overview"
        )
        self.desk.go("person", Target(assignee_id=assignee_id, task_id=task_id, act=tab))

    def _back(self) -> None:
        self._leave_half()
        self.desk.go("person", Target(assignee_id=self._assignee_id))

    def _paper(self) -> Paper:
        sheet, names = self.sheet, self._names()
        name = self._review.assignee.name if self._review else ""
        if sheet is not None and sheet.conversation.opened:
            return agenda_paper(name, sheet, names, self.desk.words)
        ids = sheet.task_ids if sheet is not None else self.view.tasks.ticked()
        return conversation_paper(name, {i: names.get(i, "") for i in ids}, self.desk.words)

    def _to_paper(self) -> None:
        self._leave_half()
        opened = self.sheet is not None and self.sheet.conversation.opened
        kind = PaperKind.AGENDA if opened else PaperKind.SHEET
        dialog = PaperDialog(self.desk, kind, lambda _: self._paper(), self._assignee_id or 0, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _open_menu(self) -> None:
        menu, button = self.view.menu, self.view.more
        menu.clear()
        sheet = self.sheet
        closed = sheet is not None and not sheet.conversation.opened and sheet.conversation.done(self.turn.other)
        if sheet is not None and closed:
            side, number = self.turn.other, sheet.conversation.id or 0
            menu.add(tr("Open the closed side again"), "edit", lambda: self._open_half(number, side))
        menu.add(tr("Delete the sheet"), "delete", self._delete, danger=True)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _open_half(self, number: int, side: Side) -> None:
        # Whoever writes now must not come to see the other's half by a slip of the hand.
        if ask(
            self.window(),
            tr("Open the closed side again?"),
            tr("What stands on it is shown on the screen. Do it only when the one who wrote it sits here."),
            tr("Open the side"),
            tr("Keep it closed"),
        ):
            self._leave_half()
            self._here = side
            self.desk.run(lambda: self.desk.session.conversations.open_half(number, side))
            self._take_focus()

    def _delete(self) -> None:
        sheet = self.sheet
        if sheet is not None and ask(
            self.window(),
            tr("Delete the sheet?"),
            tr("What both have written on it goes. You can undo it."),
            tr("Delete the sheet"),
            tr("Keep"),
            danger=True,
        ):
            number = sheet.conversation.id or 0
            self.view.half.forget()
            self.desk.run(lambda: self.desk.session.conversations.remove(number), notice=tr("The sheet is deleted."))


def _asks_for_a_talk(line: TaskLine) -> bool:
    """Whether the rung is not what could be carried, or not what the employee would choose."""
    return line.dose in (Dose.STEP, Dose.ROOM, Dose.ABOVE) or line.wish not in (None, line.rung)

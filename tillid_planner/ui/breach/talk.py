"""The conversation: one calm view over the whole window, for a screen that stands between the two."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.breach_path import Progress, Step
from tillid_planner.domain.case import Cause
from tillid_planner.services.breach_cases import CaseView, TalkPlace
from tillid_planner.ui.breach.talk_view import TalkView
from tillid_planner.ui.days import clock_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, ratings_hidden, ratings_hidden_changed, set_ratings_hidden
from tillid_planner.ui.widgets import GrowingText

#: What is typed is stored after this many milliseconds at the latest.
_STORE_AFTER = 1500
_PARTS = ("opening", "competence", "intention", "resources", "circumstances", "closing")
#: After advice, where it looks deliberate: no informal opening.
_DELIBERATE_PARTS = ("ill_will", "closing")


class Talk(QWidget):
    """Lies over *host*. ``left`` goes back to the case, ``finished`` on to the cause."""

    left = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self._host = desk, host
        self._case: CaseView | None = None
        self._questions: tuple[str, ...] = ()
        self._at = 0
        self._field = "employee"
        self.part = _PARTS[0]
        self.view = TalkView(desk.words, self)
        self.accounts: dict[str, GrowingText] = {"employee": self.view.employee, "leader": self.view.leader}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STORE_AFTER)
        self._connect()
        host.installEventFilter(self)
        self.setGeometry(host.rect())
        self.hide()

    def open_case(self, view: CaseView, place: TalkPlace | None = None) -> None:
        """Show the conversation of a case, at *place* if it was under way."""
        self._case = view
        parts = _DELIBERATE_PARTS if view.case.cause is Cause.ILL_WILL else _PARTS
        self.view.not_formal.setVisible(view.case.cause is not Cause.ILL_WILL)
        self.view.parts.set_options([(part, self._say(f"guide.{part}.name")) for part in parts])
        done = [n for n, stage in enumerate(view.stages) if stage.progress is Progress.DONE]
        self.view.path.set_current(list(Step).index(Step.CONVERSATION), done)
        name = view.assignee.name if view.assignee.is_team else view.assignee.name.split()[0]
        self.view.employee_name.set_text(self._say("guide.employee"), lead=name)
        for editor, text in (
            (self.view.employee, view.case.employee_account),
            (self.view.leader, view.case.leader_account),
        ):
            editor.set_value(text)
        self._show_saved("")
        self._show_part(place.part if place and place.part in parts else parts[0], place.question if place else 0)
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.desk.alone_wanted.emit(True)
        field = self.accounts.get(place.field if place else "", self.view.employee)
        cursor = field.textCursor()
        end = len(field.toPlainText())
        cursor.setPosition(min(place.cursor, end) if place else end)
        field.setTextCursor(cursor)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep_place()

    @property
    def case_id(self) -> int:
        """The case that is talked about; 0 before there is one."""
        return (self._case.case.id or 0) if self._case else 0

    def store(self) -> None:
        """Store what is typed, and where."""
        self._timer.stop()
        if self._case is None:
            return
        texts = {f"{who}_account": editor.toPlainText() for who, editor in self.accounts.items()}
        reply = self.desk.run(lambda: self.desk.session.cases.change(self.case_id, **texts))
        if reply.invalid is not None:
            fault = reply.invalid.faults[0]
            self._show_saved(self.desk.words.text(f"faults.{fault.code}", **fault.params))
        elif reply.changes:
            self._show_saved(tr("Saved at {time}", time=clock_text(datetime.now().time())))
        if not reply.failed:
            self._keep_place()

    def leave(self) -> None:
        """Store, and go back to the case."""
        self._end()
        self.left.emit()

    def next_question(self, step: int = 1) -> None:
        """Go on to the next question, or the one before (-1); past the last comes the next part."""
        at = self._at + step
        if 0 <= at < len(self._questions):
            self._at = at
        else:
            keys = [str(key) for key in self.view.part_keys()]
            number = keys.index(self.part) + (1 if step > 0 else -1)
            if not 0 <= number < len(keys):
                return
            self._show_part(keys[number], 0 if step > 0 else -1)
            return
        self._show_question()

    def _connect(self) -> None:
        view = self.view
        view.back.clicked.connect(lambda *_: self.leave())
        view.hide_ratings.clicked.connect(lambda *_: set_ratings_hidden(not ratings_hidden()))
        view.pause.clicked.connect(lambda *_: set_ratings_hidden(not ratings_hidden()))
        view.done.clicked.connect(lambda *_: self._finish())
        view.before.clicked.connect(lambda *_: self.next_question(-1))
        view.after.clicked.connect(lambda *_: self.next_question())
        view.parts.chosen.connect(lambda part: self._show_part(str(part)))
        self._timer.timeout.connect(self.store)
        for editor in self.accounts.values():
            editor.textChanged.connect(self._typed)
            editor.installEventFilter(self)
        ratings_hidden_changed.connect(self._show_pause)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.next_question(step))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)

    def _typed(self) -> None:
        # Not put off by more typing: whoever writes on and on is stored on the way.
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _finish(self) -> None:
        self.store()
        case = self.desk.session.cases.get(self.case_id)
        if case.held_on is None:
            reply = self.desk.run(lambda: self.desk.session.cases.hold_conversation(self.case_id))
            if not reply:
                faults = reply.invalid.faults if reply.invalid else ()
                self._show_saved(
                    " ".join(self.desk.words.text(f"faults.{fault.code}", **fault.params) for fault in faults)
                )
                return
        self._end()
        self.finished.emit()

    def _end(self) -> None:
        self.store()
        self.desk.session.cases.keep_talk_place(None)
        self._case = None
        self.hide()
        self.desk.alone_wanted.emit(False)
        for editor in self.accounts.values():
            editor.set_value("")

    def _show_part(self, part: str, question: int = 0) -> None:
        self.part = part
        self._questions = self.desk.words.texts(f"breach.guide.{part}.questions")
        self._at = len(self._questions) - 1 if question < 0 else min(question, len(self._questions) - 1)
        self.view.parts.set_value(part)
        self._show_question()

    def _show_question(self) -> None:
        view, at = self.view, self._at
        view.question.setText(self._questions[at])
        following = self._questions[at + 1] if at + 1 < len(self._questions) else ""
        view.following.setText(self._say("guide.next", question=following) if following else self._say("guide.last"))
        view.count.setText(tr("Question {number} of {all}", number=at + 1, all=len(self._questions)))
        keys = [str(key) for key in view.part_keys()]
        view.before.setEnabled(at > 0 or keys.index(self.part) > 0)
        view.after.setEnabled(bool(following) or keys.index(self.part) + 1 < len(keys))
        if self.isVisible():
            self._keep_place()

    def _keep_place(self) -> None:
        if self._case is None:
            return
        field = next((who for who, editor in self.accounts.items() if editor.hasFocus()), self._field)
        self._field = field
        self.desk.session.cases.keep_talk_place(
            TalkPlace(
                case_id=self.case_id,
                part=self.part,
                question=self._at,
                field=field,
                cursor=self.accounts[field].textCursor().position(),
            )
        )

    def _show_pause(self, on: bool) -> None:
        self.view.pause.setText(tr("Go on") if on else tr("Pause"))

    def _show_saved(self, text: str) -> None:
        self.view.saved.setText(text)
        self.view.saved.setVisible(bool(text))

    def _say(self, key: str, **params: object) -> str:
        return self.desk.words.text(f"breach.{key}", **params)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        elif event.type() == QEvent.Type.FocusOut and self._case is not None and self.isVisible():
            self._field = next(who for who, editor in self.accounts.items() if editor is watched)
            self.store()
        return False

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self.view.stops()
        if self._case is None or not stops:
            # While it is being hidden Qt asks where the keyboard should go: anywhere but here.
            return super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        now = stops.index(focused) if focused in stops else -1
        stops[(now + (1 if forward else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Leave the path out where there is no room for it.
        super().resizeEvent(event)
        self.view.fit(event.size().width(), event.size().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().window)

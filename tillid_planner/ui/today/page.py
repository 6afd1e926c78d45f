"""The page of today: what needs attention now, the week's follow-ups, and occasions if there is time."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.week import Week
from tillid_planner.services.export import Way
from tillid_planner.services.nudges import Nudge
from tillid_planner.services.today import Matter, Outlook
from tillid_planner.ui.actions import PAGES
from tillid_planner.ui.days import clock_text
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.follow_up import words as said
from tillid_planner.ui.follow_up.dialog import open_follow_up, plan_follow_up
from tillid_planner.ui.follow_up.planned_talk import open_talk
from tillid_planner.ui.texts import current_language, tr
from tillid_planner.ui.theme import ratings_hidden_changed
from tillid_planner.ui.today.follow_ups import FollowUpLine, WeekLines
from tillid_planner.ui.today.matters import MatterLine
from tillid_planner.ui.today.nudges import NudgeLine
from tillid_planner.ui.today.view import TodayView
from tillid_planner.ui.widgets.page import Page

#: Where a matter's act is done, and what is opened there; the rest is among what to look at in the week.
_PLACES = {
    "overload": ("week", "now"),
    "overload_far": ("week", "now"),
    "above_legal_ceiling": ("trust", "agreement"),
    "leap_review": ("trust", "agreement"),
    "offer_waiting": ("trust", "agreement"),
    "red_line_unwatched": ("trust", "agreement"),
    "no_agreement": ("trust", "rating"),
    "task_undescribed": ("tasks", ""),
    "task_unclear": ("tasks", ""),
    "net_lost": ("tasks", ""),
}
#: What a case asks for, and the step where it is done; none: the one to take now.
_CASE_STEPS: dict[str, Step | None] = {
    "talk_late": Step.CONVERSATION,
    "breach_open": Step.CONVERSATION,
    "breach_talked": Step.CAUSE,
    "breach_formal": Step.TRACK,
    "breach_left": None,
    "breach_ready": Step.CLOSING,
    "breach_repairing": None,
    "control_past_end": Step.FOLLOW_UPS,
    "breach_open_long": None,
}
_FOLLOW_UP, _NO_FOLLOW_UP = "follow_up_overdue", "no_follow_up"


class TodayPage(Page):
    """The day at a glance; where one lands."""

    kinds = frozenset(Kind) - {Kind.VISIT, Kind.CALENDAR_ENTRY, Kind.COMMENT, Kind.WEEK_TEMPLATE}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day: date | None = None
        self._first_page = "people"
        self.view = TodayView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()

    @override
    def refresh(self) -> None:
        """Read the day anew; the keyboard stays where it was."""
        session, words = self.desk.session, self.desk.words
        self.view.column.keep_place()
        since = session.visits.arrive()
        outlook = session.overview.look(current_language())
        self._day = outlook.day
        place = self._place_of_focus()
        self._show_head(outlook)
        self.view.matters.show_lines([self._matter_line(outlook, matter) for matter in outlook.matters])
        self.view.follow_ups.show_week(self._week(outlook))
        nudges = session.nudges.now() if self.desk.settings.nudges else []
        self.view.nudges.show_lines([NudgeLine(nudge, said.nudge_text(words, nudge)) for nudge in nudges])
        self.view.since.setVisible(since is not None)
        if since is not None:
            self.view.since.setText(said.since_text(words, since, outlook.day))
        self.view.order_tabs()
        self._put_focus(place)

    @override
    def begin(self) -> None:
        """Put the keyboard on the first thing to look at, also before the window is shown."""
        if self._stale:
            self._stale = False
            self.refresh()
        super().begin()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._turn_the_page()
        super().showEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.isVisible()
        if back and self._turn_the_page():
            self._stale = False
            self.refresh()

    def _look_anew(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _turn_the_page(self) -> bool:
        self._stale = self._stale or self._day != self.desk.session.today()
        return self._stale

    def _connect(self) -> None:
        view = self.view
        view.plan_button.clicked.connect(lambda *_: self.desk.go("week"))
        view.note_button.clicked.connect(lambda *_: self.desk.go("breaches", Target(act="note")))
        view.matters.wanted.connect(self._deal_with)
        view.follow_ups.wanted.connect(self._open_follow_up)
        view.follow_ups.talk_wanted.connect(lambda talk: open_talk(self.desk, talk))
        view.follow_ups.calendar_button.clicked.connect(lambda *_: self._take_to_calendar())
        view.nudges.looked_at.connect(self._look_closer)
        view.nudges.put_off.connect(self._put_off)
        view.nudges.ended.connect(self._end)
        view.empty.new_requested.connect(lambda: self.desk.go(self._first_page))
        view.empty.import_requested.connect(lambda: self._import())
        ratings_hidden_changed.connect(self._look_anew)
        self.desk.settings_changed.connect(self._look_anew)

    def _import(self) -> None:
        self.desk.go("import", Target(act="staff" if self._first_page == "people" else "tasks"))

    def _show_head(self, outlook: Outlook) -> None:
        words, view = self.desk.words, self.view
        title = said.capital(said.whole_day(words, outlook.day, outlook.day))
        view.header.set_words(title, "" if outlook.bare else said.header_line(words, outlook))
        view.stack.setCurrentIndex(1 if outlook.bare else 0)
        view.plan_button.setVisible("week" in PAGES and not outlook.bare)
        view.note_button.setVisible("breaches" in PAGES and not outlook.bare)
        if outlook.bare:
            self._first_page = "tasks" if outlook.names else "people"
            view.empty.sentence.setText(
                tr("When they are here, this page gathers what needs you, and the week's follow-ups.")
            )
            view.empty.sentence.show()
            view.empty.button.setText(tr("Go to tasks") if outlook.names else tr("Go to people"))

    def _matter_line(self, outlook: Outlook, matter: Matter) -> MatterLine:
        words = self.desk.words
        page, _ = self._place(matter)
        here = matter.kind in (_FOLLOW_UP, _NO_FOLLOW_UP)
        action = words.text(f"today.matters.{matter.kind}.action") if here or page else ""
        return MatterLine(
            matter, said.matter_title(words, outlook, matter), said.matter_reason(words, outlook, matter), action
        )

    def _place(self, matter: Matter) -> tuple[str, str]:
        if matter.kind in _CASE_STEPS:
            page, act = "breaches", f"case:{matter.record}"
        elif matter.kind == "control_untold":
            page, act = "frames", f"control:{matter.record}"
        else:
            page, act = _PLACES.get(matter.kind, ("week", "look"))
        if page == "breaches" and page not in PAGES:
            page, act = "trust", "history"
        return (page, act) if page in PAGES else ("", "")

    def _deal_with(self, matter: Matter) -> None:
        if matter.kind == _FOLLOW_UP:
            self._open_follow_up(matter.record or 0)
            return
        if matter.kind == _NO_FOLLOW_UP:
            name = self.desk.session.register.assignee(matter.assignee_id or 0).name
            plan_follow_up(self.desk, matter.record or 0, name, self)
            return
        page, act = self._place(matter)
        step = _CASE_STEPS.get(matter.kind) if page == "breaches" else None
        self.desk.go(page, Target(matter.task_id, matter.assignee_id, act, step=step or ""))

    def _week(self, outlook: Outlook) -> WeekLines:
        words = self.desk.words
        lines = [
            FollowUpLine(
                due.follow_up.id or 0,
                due.follow_up.due_on,
                clock_text(due.follow_up.due_at) if due.follow_up.due_at else "",
                outlook.names[due.assignee_id],
                outlook.tasks[due.task_id].name,
                due.rung,
                words.text(f"ladders.task.{due.rung}.name"),
            )
            for due in outlook.follow_ups
        ] + [
            FollowUpLine(
                talk.record,
                talk.day,
                clock_text(talk.at) if talk.at else "",
                outlook.names[talk.assignee_id],
                tr("Conversation, it should have been held") if talk.overdue(outlook.day) else tr("Conversation"),
                talk=talk,
            )
            for talk in outlook.talks
        ]
        days = {line.day for line in lines}
        return WeekLines(
            lines,
            {day: said.day_of_week(words, day, outlook.day) for day in days},
            {day: said.holiday_text(words, day, name, outlook.day) for day, name in outlook.holidays.items()},
        )

    def _open_follow_up(self, follow_up_id: int) -> None:
        open_follow_up(self.desk, follow_up_id, self)

    def _take_to_calendar(self) -> None:
        from tillid_planner.ui.export.week_dialog import export_week

        export_week(self.desk, Week.of(self.desk.session.today()), self, way=Way.CALENDAR)

    def _look_closer(self, nudge: Nudge) -> None:
        if nudge.task_id is None:
            act = f"control:{nudge.control_id}" if nudge.control_id is not None else "clean_up"
            self.desk.go("frames", Target(act=act))
        elif nudge.assignee_id is None:
            self.desk.go("tasks", Target(nudge.task_id))
        else:
            self.desk.go("trust", Target(nudge.task_id, nudge.assignee_id, act="rating"))

    def _put_off(self, nudge: Nudge) -> None:
        self.desk.run(lambda: self.desk.session.nudges.put_off(nudge.key), notice=tr("It comes back in two weeks."))

    def _end(self, nudge: Nudge) -> None:
        self.desk.run(lambda: self.desk.session.nudges.end(nudge.key), notice=tr("It is not shown again."))

    def _place_of_focus(self) -> tuple[int, int] | None:
        focused = self.focusWidget()
        for number, group in enumerate(self._groups()):
            for place, widget in enumerate(group):
                if widget is focused:
                    return number, place
        return None

    def _put_focus(self, place: tuple[int, int] | None) -> None:
        # A line that was dealt with is gone; the keyboard goes on with the one that took its place.
        if place is None:
            return
        group = self._groups()[place[0]]
        widget = group[min(place[1], len(group) - 1)] if group else self.view.plan_button
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _groups(self) -> list[list[QWidget]]:
        view = self.view
        return [
            [row.button for row in view.matters.rows],
            list(view.follow_ups.rows),
            [answer for box in view.nudges.boxes for answer in (box.look, box.later, box.end)],
        ]

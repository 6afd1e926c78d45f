"""One page with everything that holds for one person or team."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.services.development import limited_by_competence
from tillid_planner.services.person_review import Review
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.days import month_text
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.person import view as view_of
from tillid_planner.ui.person.own_rating_dialog import OwnRatingDialog
from tillid_planner.ui.person.paper_dialog import PaperDialog, PaperKind, PaperWay
from tillid_planner.ui.person.records import (
    agreement_records,
    breach_records,
    conversation_records,
    follow_up_records,
    not_shown,
    own_records,
    shown_records,
)
from tillid_planner.ui.person.view import PersonView
from tillid_planner.ui.printing.access_paper import access_paper
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import format_number
from tillid_planner.ui.widgets.page import Page


class PersonPage(Page):
    """Shows one review; what is changed here or elsewhere is read anew."""

    kinds = frozenset(
        {
            Kind.ASSIGNEE,
            Kind.TEAM_MEMBER,
            Kind.TASK,
            Kind.PAIR,
            Kind.RATING,
            Kind.AGREEMENT,
            Kind.FOLLOW_UP,
            Kind.BREACH,
            Kind.COMMENT,
            Kind.DEVELOPMENT,
            Kind.CONVERSATION,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._assignee_id: int | None = None
        self.review: Review | None = None
        # The tabs that do not show the newest review yet.
        self._unread: set[str] = set()
        self.view = PersonView(desk, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._connect()

    @override
    def open_target(self, target: Target) -> None:
        """Show a person or team; ``act`` names the tab, ``task_id`` the task that is chosen."""
        if target.assignee_id is None:
            return
        other = target.assignee_id != self._assignee_id
        self._assignee_id = target.assignee_id
        self.refresh()
        elsewhere = other or target.task_id is not None
        tab = target.act if target.act in self.view.pages else view_of.OVERVIEW if elsewhere else self.view.tabs.key()
        self._show_tab(tab)
        if target.task_id is not None:
            self.view.overview.select(target.task_id)
        if self.review is not None:
            self.view.take_focus(tab)

    @override
    def refresh(self) -> None:
        """Read the person anew; one who is no longer there leads back to the list."""
        if self._assignee_id is None:
            return
        try:
            self.review = self.desk.session.person_review.of(self._assignee_id)
        except NotFound:
            self._assignee_id, self.review = None, None
            if self.isVisible():
                self.desk.go("people")
            return
        self._show(self.review)

    @override
    def subject(self) -> Target:
        """Return the person, with the chosen task where the tasks are shown."""
        line = self.view.overview.current() if self.view.tabs.key() == view_of.OVERVIEW else None
        return Target(line.task_id if line is not None else None, self._assignee_id)

    @override
    def keep_place(self) -> Target:
        """Return the person and the tab."""
        return Target(assignee_id=self._assignee_id, act=self.view.tabs.key())

    def _connect(self) -> None:
        view = self.view
        view.header.back_requested.connect(self._back)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._back)
        view.tabs.chosen.connect(self._show_tab)
        view.overview.pair_requested.connect(lambda task_id: self._see_pair((task_id, self._assignee_id or 0)))
        view.overview.compare_requested.connect(lambda task_id: self.desk.go("mirror", Target(task_id=task_id)))
        view.overview.begin_requested.connect(lambda: self.desk.go("trust", Target(assignee_id=self._assignee_id)))
        view.breaches.opened.connect(lambda key: self.desk.go("breaches", Target(act=f"case:{key[0]}")))
        for tab in (view.agreements, view.follow_ups, view.talks, view.own, view.comments, view.shown):
            tab.opened.connect(self._see_pair)
        view.own_button.clicked.connect(lambda *_: self._write_own())
        view.show_button.clicked.connect(lambda *_: self._note_shown())
        view.print_button.clicked.connect(lambda *_: self._to_paper(PaperWay.PRINT))
        view.prepare_button.clicked.connect(lambda *_: self._prepare())
        view.more.clicked.connect(lambda *_: self._open_menu())

    def _show(self, review: Review) -> None:
        view = self.view
        view.header.set_words(review.assignee.name, about(review))
        view.monogram.set_name(review.assignee.name)
        view.tabs.set_entries(_entries())
        under_way = self.desk.session.conversations.under_way(review.assignee.id or 0) is not None
        view.prepare_button.setText(tr("Go on with the conversation") if under_way else tr("Prepare a conversation"))
        view.overview.name_wish(tr("the team's wish") if review.assignee.is_team else tr("the employee's wish"))
        # Ten years of follow-ups are put into words when somebody wants to read them.
        self._unread = set(view.pages)
        self._fill(view.tabs.key())

    def _show_tab(self, key: str) -> None:
        self.view.tabs.select(key)
        self._fill(key)
        self.view.show_tab(key)

    def _fill(self, key: str) -> None:
        review = self.review
        if review is None or key not in self._unread:
            return
        self._unread.discard(key)
        view, words, today = self.view, self.desk.words, self.desk.session.today()
        if key == view_of.OVERVIEW:
            view.overview.show_review(review, today)
        elif key == view_of.AGREEMENTS:
            view.agreements.show_records(agreement_records(review, words, today))
        elif key == view_of.FOLLOW_UPS:
            view.follow_ups.show_records(follow_up_records(review, today))
        elif key == view_of.TALKS:
            held = self.desk.session.conversations.held(review.assignee.id or 0)
            view.talks.show_records(conversation_records(review, held, words, today))
        elif key == view_of.BREACHES:
            view.breaches.show_records(breach_records(review, today))
        else:
            self._fill_of_both(key, review)

    def _fill_of_both(self, key: str, review: Review) -> None:
        view, words, today = self.view, self.desk.words, self.desk.session.today()
        lines = by_name(review.lines, lambda line: line.task.name)
        tasks, assignee_id = [(line.task_id, line.task.name) for line in lines], review.assignee.id or 0
        if key == view_of.OWN:
            said = tr("It stands beside yours and is never mixed into it.")
            view.own.show_records(own_records(review, words, lines), said)
            view.own_button.setVisible(bool(lines))
        elif key == view_of.COMMENTS:
            view.comments.show_person(review.assignee, tasks, review.comments)
        elif key == view_of.DEVELOPMENT:
            limited = by_name(limited_by_competence(review), lambda line: line.task.name)
            plans = self.desk.session.development.of(assignee_id)
            view.development.show_plans(assignee_id, tasks, [line.task.name for line in limited], plans)
        elif key == view_of.SHOWN:
            records = shown_records(review, words, lines, today)
            said = tr(
                "Everything here is written to be read by the employee. Look at the page together, and note the day."
            )
            view.shown.show_records(records, said)
            view.show_button.setEnabled(bool(not_shown(review, today)))
            view.show_button.setVisible(bool(records))

    def _see_pair(self, key: tuple[int, int]) -> None:
        self.desk.go("trust", Target(task_id=key[0], assignee_id=key[1]))

    def _prepare(self) -> None:
        self.desk.go("prepare", Target(assignee_id=self._assignee_id))

    def _to_paper(self, way: PaperWay) -> None:
        assignee_id, access, words = self._assignee_id, self.desk.session.access, self.desk.words
        if assignee_id is None:
            return
        dialog = PaperDialog(
            self.desk,
            PaperKind.REPORT,
            lambda mask: access_paper(access.of(assignee_id, words, mask_others=mask), words),
            assignee_id,
            self.window(),
            data=lambda mask: access.data(assignee_id, words, mask_others=mask),
            way=way,
        )
        dialog.exec()
        dialog.deleteLater()

    def _write_own(self) -> None:
        if self.review is None or self._assignee_id is None:
            return
        lines = by_name(self.review.lines, lambda line: line.task.name)
        tasks = [(line.task_id, line.task.name) for line in lines]
        dialog = OwnRatingDialog(self.desk, self.window(), self._assignee_id, self.review.assignee.name, tasks)
        dialog.exec()
        dialog.deleteLater()

    def _note_shown(self) -> None:
        if self._assignee_id is not None:
            assignee_id = self._assignee_id
            self.desk.run(
                lambda: self.desk.session.person_review.show_all(assignee_id),
                notice=tr("The page is noted as shown today."),
            )

    def _back(self) -> None:
        self.desk.go("people", Target(assignee_id=self._assignee_id, act="list"))

    def _open_menu(self) -> None:
        menu, button = self.view.menu, self.view.more
        menu.clear()
        person = Target(assignee_id=self._assignee_id)
        menu.add(tr("Change name, hours and teams"), "edit", lambda: self.desk.go("people", person))
        menu.add(tr("Access: everything as a file"), "export", lambda: self._to_paper(PaperWay.PDF))
        menu.add(page_name("mirror"), "reflection", lambda: self.desk.go("mirror"))
        menu.add(tr("See in Trust"), "matrix", lambda: self.desk.go("trust", person))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def about(review: Review) -> str:
    """Return who it is in one line: role, hours and since when, or a team's members."""
    assignee = review.assignee
    around = [other.name for other in by_name(review.around, lambda other: other.name)]
    if not isinstance(assignee, Person):
        return ", ".join(around) if around else tr("No members yet")
    parts = [assignee.role] if assignee.role else []
    if assignee.weekly_hours is not None:
        parts.append(tr("{hours} hours a week", hours=format_number(assignee.weekly_hours)))
    if assignee.ended_on is not None:
        parts.append(tr("until {month}", month=month_text(assignee.ended_on)))
    elif assignee.started_on is not None:
        parts.append(tr("since {month}", month=month_text(assignee.started_on)))
    return " · ".join([*parts, *around])


def _entries() -> list[tuple[str, str]]:
    return [
        (view_of.OVERVIEW, tr("Overview")),
        (view_of.AGREEMENTS, tr("Agreements")),
        (view_of.FOLLOW_UPS, tr("Follow-ups")),
        (view_of.TALKS, tr("Conversations")),
        (view_of.BREACHES, tr("Breaches")),
        (view_of.OWN, tr("Own wishes")),
        (view_of.COMMENTS, tr("Comments")),
        (view_of.DEVELOPMENT, tr("Development")),
        (view_of.SHOWN, tr("Shown")),
    ]

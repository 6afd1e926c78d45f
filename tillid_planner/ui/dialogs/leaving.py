"""Everything that leaves the week by one dialog, which says first what leaves and who sees it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import TillidError
from tillid_planner.domain.week import LAST_DAY, Week
from tillid_planner.exchange.target import NotSaved, save
from tillid_planner.exchange.week_plan import WeekPlan
from tillid_planner.services.appointments import Naming
from tillid_planner.services.leaving import Way, plan_text, sheet_words, sorted_by_name
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.dialogs.failure import failure_words
from tillid_planner.ui.dialogs.leaving_target import SUFFIX, choose_target
from tillid_planner.ui.dialogs.leaving_view import LeavingView, what_leaves
from tillid_planner.ui.texts import current_language, tr
from tillid_planner.ui.widgets import Dialog
from tillid_planner.ui.work import run_in_background

if TYPE_CHECKING:
    from tillid_planner.ui.printing.week_sheet import WeekSheets

#: Weeks that can leave at once.
_PERIODS = (1, 4, 12, 52)


class Stopped(TillidError):
    """The user let it be while it was under way."""

    code = "stopped"


class LeavingDialog(Dialog):
    """Print, PDF, calendar file, spreadsheet or text of a week; nothing leaves before the verb is pressed."""

    #: A page or week of the file is done; sent from the thread that writes.
    advanced = Signal(int)

    def __init__(
        self, desk: Desk, week: Week, parent: QWidget | None = None, *, way: Way = Way.PDF, only: int | None = None
    ) -> None:
        """Offer a week of everybody, or of the assignee *only*, by *way* at first."""
        super().__init__(
            parent, tr("Print or save week {number}", number=week.number), verb=tr("Save PDF"), width=540
        )
        self._desk, self._week = desk, week
        self._stopped = False
        self._working = False
        self.view = LeavingView(self._people(only), self._periods())
        self.body.addWidget(self.view)
        self.view.who.set_value(only)
        self.view.ways.set_value(way)
        self._connect()
        self._show_choices()

    @property
    def way(self) -> Way:
        """How it is to leave."""
        value = self.view.ways.value()
        assert isinstance(value, Way)
        return value

    @property
    def only(self) -> int | None:
        """Whose week: an assignee's id, None is everybody's."""
        value = self.view.who.value()
        return value if isinstance(value, int) else None

    @property
    def weeks(self) -> list[Week]:
        """The weeks that are to leave."""
        count = self.view.period.value()
        found = [self._week]
        while len(found) < (count if isinstance(count, int) else 1) and found[-1].sunday < LAST_DAY:
            found.append(found[-1].after)
        return found

    def confirm(self) -> None:
        """Let it leave, by way of the file chooser where there is a file."""
        if self._working:
            return
        self.view.trouble.hide()
        if self.way is Way.CALENDAR:
            self._leave_as_calendar()
            return
        path = self._choose_file() if self.way in SUFFIX else None
        if self.way in SUFFIX and path is None:
            return
        acts: dict[Way, Callable[[list[WeekPlan]], None]] = {
            Way.PRINT: self._print, Way.PDF: partial(self._write_pdf, path),
            Way.SHEET: partial(self._write_sheet, path), Way.TEXT: self._copy,
        }
        self._work(True)
        self._gather(self.weeks, [], acts[self.way])

    def choose(self, title: str, offered: str, kinds: str) -> str:
        """Ask for a file's name; an empty one means that the user let it be."""
        chosen, _ = QFileDialog.getSaveFileName(self, title, offered, kinds)
        return chosen

    def done(self, result: int) -> None:
        """Close; what is under way stops and leaves no file."""
        self._stopped = True
        super().done(result)

    def _people(self, only: int | None) -> list[tuple[object, str]]:
        register = self._desk.session.register
        assignees = sorted_by_name([*register.people(), *register.teams()])
        # Whoever was asked for is offered, also after the last day: else it would be everybody's.
        there = [
            a for a in assignees if a.id == only or not (isinstance(a, Person) and a.left_by(self._week.monday))
        ]
        return [(None, tr("Everybody")), *((a.id, a.name) for a in there)]

    def _periods(self) -> list[tuple[object, str]]:
        number = self._week.number
        longer = [(n, tr("%n week(s) from week {number}", n=n, number=number)) for n in _PERIODS[1:]]
        return [(1, tr("Only week {number}", number=number)), *longer]

    def _connect(self) -> None:
        view = self.view
        view.ways.chosen.connect(lambda _: self._show_choices())
        view.who.chosen.connect(lambda _: self._show_choices())
        view.period.chosen.connect(lambda _: self._show_choices())
        for box in (view.one_each, view.rungs, view.names, view.tasks):
            box.toggled.connect(lambda _: self._show_choices())
        self.advanced.connect(self._show_written)

    def _show_choices(self) -> None:
        view, way = self.view, self.way
        view.one_each.setVisible(way in (Way.PRINT, Way.PDF))
        view.rungs.setVisible(way is not Way.CALENDAR)
        view.names.setVisible(way is Way.CALENDAR)
        view.tasks.setVisible(way is Way.CALENDAR)
        view.trouble.hide()
        self.verb_button.setText(
            {
                Way.PRINT: tr("Print"), Way.PDF: tr("Save PDF"), Way.CALENDAR: tr("Save calendar file"),
                Way.SHEET: tr("Save spreadsheet"), Way.TEXT: tr("Copy text"),
            }[way]
        )
        naming = Naming(view.names.isChecked(), view.tasks.isChecked())
        view.what.tell(*what_leaves(self._desk.words, way, rungs=view.rungs.isChecked(), naming=naming))
        self.setAccessibleDescription(view.what.words())

    def _choose_file(self) -> Path | None:
        return choose_target(self, self.choose, self.verb_button.text(), self.way, self._week, self._desk.words)

    def _gather(self, left: Sequence[Week], plans: list[WeekPlan], act: Callable[[list[WeekPlan]], object]) -> None:
        # One week at a time, so that the window stays alive; the store is read in this thread only.
        if self._stopped:
            return
        if not left:
            act(plans)
            return
        try:
            plans.append(
                self._desk.session.leaving.plan(
                    left[0], current_language(), only=self.only, rungs=self.view.rungs.isChecked()
                )
            )
        except TillidError as error:
            self._tell_failure(error)
            return
        if len(left) + len(plans) > 2:
            total = len(left) + len(plans) - 1
            self._tell_progress(tr("Reading week {done} of {all}", done=len(plans), all=total))
        QTimer.singleShot(0, self, partial(self._gather, left[1:], plans, act))

    def _print(self, plans: list[WeekPlan]) -> None:
        from tillid_planner.ui.printing.week_sheet import print_weeks

        self._work(False)
        sent = print_weeks(self._sheets(plans), self)
        if sent is None or self._stopped:
            return
        if sent:
            self._left(tr("The week is sent to the printer."))
        else:
            self._tell(self._desk.words.text("leaving.failed.printer"))

    def _write_pdf(self, path: Path | None, plans: list[WeekPlan]) -> None:
        from tillid_planner.ui.printing.week_sheet import week_pdf

        sheets = self._sheets(plans)
        self._write(path, lambda: week_pdf(sheets, tell=self._teller()), tr("The PDF is saved."))

    def _write_sheet(self, path: Path | None, plans: list[WeekPlan]) -> None:
        from tillid_planner.exchange.spreadsheet import plan_workbook

        words = sheet_words(self._desk.words, [plan.week for plan in plans])
        self._write(path, lambda: plan_workbook(plans, words, tell=self._teller()), tr("The spreadsheet is saved."))

    def _leave_as_calendar(self) -> None:
        from tillid_planner.exchange.calendar import calendar_file

        session, words, weeks = self._desk.session, self._desk.words, self.weeks
        first, last = weeks[0].monday, weeks[-1].sunday
        try:
            only = session.leaving.ids(self._week, self.only)
            if not session.appointments.count(first, last, only=only):
                self._tell(tr("There are no follow-ups in this period. Choose a longer one."))
                return
            path = self._choose_file()
            if path is None:
                return
            naming = Naming(self.view.names.isChecked(), self.view.tasks.isChecked())
            entries = session.appointments.entries(first, last, words, only=only, naming=naming)
        except TillidError as error:
            self._tell_failure(error)
            return
        self._work(True)
        language = current_language()
        self._write(
            path,
            lambda: calendar_file(entries, written_at=datetime.now(UTC), language=language, tell=self._teller()),
            tr("The calendar file is saved. Open it in your calendar."),
        )

    def _copy(self, plans: list[WeekPlan]) -> None:
        from tillid_planner.ui.clipboard import copy_private

        copy_private("\n\n".join(plan_text(plan, self._desk.words) for plan in plans))
        self._left(tr("The text is copied. It is cleared from the clipboard after 20 seconds."))

    def _write(self, path: Path | None, make: Callable[[], bytes], said: str) -> None:
        assert path is not None

        def work() -> None:
            content = make()
            if self._stopped:
                raise Stopped
            save(path, content)

        run_in_background(self, work, done=lambda _: self._left(said), failed=self._tell_failure)

    def _teller(self) -> Callable[[], None]:
        made = [0]

        def tell() -> None:
            if self._stopped:
                raise Stopped
            made[0] += 1
            if made[0] % 10 == 0:
                self.advanced.emit(made[0])

        return tell

    def _left(self, said: str) -> None:
        if self._stopped:
            return
        # A calendar file logs itself with what it stored.
        if self.way is not Way.CALENDAR:
            try:
                self._desk.session.leaving.note(self.way)
            except TillidError as error:
                self._desk.failed.emit(error)
        self._desk.noticed.emit(Notice(said))
        self.accept()

    def _sheets(self, plans: list[WeekPlan]) -> WeekSheets:
        from tillid_planner.ui.printing.week_sheet import WeekSheets

        one_each = self.view.one_each.isChecked() or self._is_person()
        return WeekSheets(plans, self._desk.words, self._desk.session.today(), one_each)

    def _is_person(self) -> bool:
        return self.only is not None and not self._desk.session.register.assignee(self.only).is_team

    def _tell_failure(self, error: TillidError) -> None:
        self._work(False)
        if isinstance(error, Stopped) or self._stopped:
            return
        if isinstance(error, NotSaved):
            self._tell(self._desk.words.text(f"leaving.failed.{error.reason}"))
        else:
            self._tell(" ".join(failure_words(error, self._desk.words)[1:]))

    def _tell(self, text: str) -> None:
        self.view.trouble.set_text(text)
        self.view.trouble.setAccessibleName(text)
        self.view.trouble.show()

    def _tell_progress(self, text: str) -> None:
        self.view.progress.setText(text)
        self.view.progress.show()

    def _show_written(self, pages: int) -> None:
        if self._working:
            self._tell_progress(tr("Writing: {done} done", done=pages))

    def _work(self, working: bool) -> None:
        self._working = working
        self.verb_button.setEnabled(not working)
        for part in (self.view.ways, self.view.who, self.view.period, *self._boxes()):
            part.setEnabled(not working)
        if not working:
            self.view.progress.hide()

    def _boxes(self) -> tuple[QWidget, ...]:
        return self.view.one_each, self.view.rungs, self.view.names, self.view.tasks


def take_out(
    desk: Desk, week: Week, parent: QWidget, *, way: Way = Way.PDF, only: int | None = None
) -> None:
    """Show the dialog and wait until something has left, or been let be."""
    dialog = LeavingDialog(desk, week, parent, way=way, only=only)
    dialog.exec()
    dialog.deleteLater()

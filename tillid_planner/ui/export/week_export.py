"""One export of the week in progress: weeks are read, the file is made and saved; it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tillid_planner.domain.errors import TillidError
from tillid_planner.domain.week import Week
from tillid_planner.exchange.target import save
from tillid_planner.exchange.week_plan import WeekPlan
from tillid_planner.services.appointments import Naming
from tillid_planner.services.export import Way, plan_text, sheet_words
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import current_language, tr
from tillid_planner.ui.work import run_in_background

if TYPE_CHECKING:
    from tillid_planner.ui.printing.week_sheet import WeekSheets


class Stopped(TillidError):
    """The user let it be while it was under way."""

    code = "stopped"


class NoPrinter(TillidError):
    """The printer took nothing."""

    code = "printer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to leave and how; ``only`` is an assignee's id, None is everybody; ``path`` is None without a file."""

    way: Way
    weeks: Sequence[Week]
    only: int | None
    rungs: bool
    one_each: bool
    naming: Naming
    path: Path | None


class WeekExport(QObject):
    """Carries out an order; ``ended`` comes once, with what to say, unless it ``failed`` or was let be."""

    told = Signal(str)
    ended = Signal(str)
    #: Carries the ``TillidError``; ``Stopped`` where the user let it be.
    failed = Signal(object)
    #: A page or week of the file is done; sent from the thread that writes.
    _advanced = Signal(int)

    def __init__(self, desk: Desk, order: Order, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._order, self._window = desk, order, parent
        self._stopped = False
        self._advanced.connect(lambda done: self._report(tr("Writing: {done} done", done=done)))

    def begin(self) -> None:
        """Start; returns at once."""
        if self._order.way is Way.CALENDAR:
            self._write_calendar()
        else:
            self._gather(self._order.weeks, [])

    def stop(self) -> None:
        """Let it be: no file is left, and nothing is said any more."""
        self._stopped = True

    def _gather(self, left: Sequence[Week], plans: list[WeekPlan]) -> None:
        # One week at a time, so that the window stays alive; the store is read in this thread only.
        if self._stopped:
            return
        if not left:
            self._act(plans)
            return
        order = self._order
        try:
            plans.append(
                self._desk.session.export.plan(left[0], current_language(), only=order.only, rungs=order.rungs)
            )
        except TillidError as error:
            self._fail(error)
            return
        if len(order.weeks) > 1:
            self._report(tr("Reading week {done} of {all}", done=len(plans), all=len(order.weeks)))
        QTimer.singleShot(0, self, partial(self._gather, left[1:], plans))

    def _act(self, plans: list[WeekPlan]) -> None:
        acts: dict[Way, Callable[[list[WeekPlan]], None]] = {
            Way.PRINT: self._print,
            Way.PDF: self._write_pdf,
            Way.SHEET: self._write_sheet,
            Way.TEXT: self._copy,
        }
        acts[self._order.way](plans)

    def _print(self, plans: list[WeekPlan]) -> None:
        from tillid_planner.ui.printing.week_sheet import print_weeks

        sent = print_weeks(self._sheets(plans), self._window)
        if sent:
            self._end(tr("The week is sent to the printer."))
        else:
            self._fail(Stopped() if sent is None else NoPrinter())

    def _write_pdf(self, plans: list[WeekPlan]) -> None:
        from tillid_planner.ui.printing.week_sheet import week_pdf

        sheets = self._sheets(plans)
        self._write(lambda: week_pdf(sheets, tell=self._teller()), tr("The PDF is saved."))

    def _write_sheet(self, plans: list[WeekPlan]) -> None:
        from tillid_planner.exchange.spreadsheet import plan_workbook

        words = sheet_words(self._desk.words, [plan.week for plan in plans])
        self._write(lambda: plan_workbook(plans, words, tell=self._teller()), tr("The spreadsheet is saved."))

    def _write_calendar(self) -> None:
        from tillid_planner.exchange.calendar import calendar_file

        session, order = self._desk.session, self._order
        try:
            only = session.export.ids(order.weeks[0], order.only)
            entries = session.appointments.entries(
                order.weeks[0].monday, order.weeks[-1].sunday, self._desk.words, only=only, naming=order.naming
            )
        except TillidError as error:
            self._fail(error)
            return
        language = current_language()
        self._write(
            lambda: calendar_file(entries, written_at=datetime.now(UTC), language=language, tell=self._teller()),
            tr("The calendar file is saved. Open it in your calendar."),
        )

    def _copy(self, plans: list[WeekPlan]) -> None:
        from tillid_planner.ui.clipboard import copy_private

        copy_private("\n\n".join(plan_text(plan, self._desk.words) for plan in plans))
        self._end(tr("The text is copied. It is cleared from the clipboard after 20 seconds."))

    def _write(self, make: Callable[[], bytes], said: str) -> None:
        path = self._order.path
        assert path is not None

        def work() -> None:
            content = make()
            if self._stopped:
                raise Stopped
            save(path, content)

        run_in_background(self, work, done=lambda _: self._end(said), failed=self._fail)

    def _teller(self) -> Callable[[], None]:
        made = [0]

        def tell() -> None:
            if self._stopped:
                raise Stopped
            made[0] += 1
            if made[0] % 10 == 0:
                self._advanced.emit(made[0])

        return tell

    def _sheets(self, plans: list[WeekPlan]) -> WeekSheets:
        from tillid_planner.ui.printing.week_sheet import WeekSheets

        session, only = self._desk.session, self._order.only
        is_person = only is not None and not session.register.assignee(only).is_team
        return WeekSheets(plans, self._desk.words, session.today(), self._order.one_each or is_person)

    def _report(self, text: str) -> None:
        if not self._stopped:
            self.told.emit(text)

    def _fail(self, error: TillidError) -> None:
        if not self._stopped:
            self.failed.emit(error)

    def _end(self, said: str) -> None:
        if self._stopped:
            return
        # A calendar file logs itself with what it stored.
        if self._order.way is not Way.CALENDAR:
            try:
                self._desk.session.export.note(self._order.way)
            except TillidError as error:
                self._desk.failed.emit(error)
        self.ended.emit(said)

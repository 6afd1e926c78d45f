"""The dialog for exporting the week: on paper, as PDF, calendar file, spreadsheet or text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import TillidError
from tillid_planner.domain.week import LAST_DAY, Week
from tillid_planner.services.appointments import Naming
from tillid_planner.services.export import Way, sorted_by_name
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.export.dialog import ExportDialog
from tillid_planner.ui.export.view import WeekExportView, export_summary, ways_of_week
from tillid_planner.ui.export.week_export import NoPrinter, Order, Stopped, WeekExport
from tillid_planner.ui.texts import tr

#: The ways that make a file, and the ending of its name.
SUFFIX = {Way.PDF: ".pdf", Way.CALENDAR: ".ics", Way.SHEET: ".xlsx"}
#: Weeks that can be exported at once.
_PERIODS = (1, 4, 12, 52)


class WeekExportDialog(ExportDialog):
    """Print, PDF, calendar file, spreadsheet or text of a week; nothing leaves before the verb is pressed."""

    def __init__(
        self, desk: Desk, week: Week, parent: QWidget | None = None, *, way: Way = Way.PDF, only: int | None = None
    ) -> None:
        """Offer a week of everybody, or of the assignee *only*, by *way* at first."""
        title = tr("Print or save week {number}", number=week.number)
        super().__init__(desk, parent, title, ways_of_week(), verb=tr("Save PDF"), width=540)
        self._week = week
        self._export: WeekExport | None = None
        self.view = WeekExportView(self._people(only), self._periods())
        for part in (self.ways, self.summary, self.view, self.trouble):
            self.body.addWidget(part)
        self.view.who.set_value(only)
        self.ways.set_value(way)
        self._connect()
        self.show_way()
        self.ways.take_focus()

    @property
    def way(self) -> Way:
        """How it is to leave."""
        value = self.ways.value()
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

    @override
    def confirm(self) -> None:
        """Let it leave, by way of the file chooser where there is a file."""
        if self.working:
            return
        self.trouble.hide()
        if self.way is Way.CALENDAR and not self._has_follow_ups():
            return
        path = self._choose_path(SUFFIX[self.way]) if self.way in SUFFIX else None
        if self.way in SUFFIX and path is None:
            return
        view = self.view
        order = Order(
            way=self.way,
            weeks=self.weeks,
            only=self.only,
            rungs=view.rungs.isChecked(),
            one_each=view.one_each.isChecked(),
            naming=self._naming(),
            path=path,
        )
        self._export = export = WeekExport(self.desk, order, self)
        export.told.connect(self._show_progress)
        export.ended.connect(self.finish)
        export.failed.connect(self.show_failure)
        self.set_working(True)
        export.begin()

    @override
    def done(self, result: int) -> None:
        # Close; what is under way stops and leaves no file.
        if self._export is not None:
            self._export.stop()
        super().done(result)

    def _people(self, only: int | None) -> list[tuple[object, str]]:
        register = self.desk.session.register
        assignees = sorted_by_name([*register.people(), *register.teams()])
        # Whoever was asked for is offered, also after the last day: else it would be everybody's.
        there = [a for a in assignees if a.id == only or not (isinstance(a, Person) and a.left_by(self._week.monday))]
        return [(None, tr("Everybody")), *((a.id, a.name) for a in there)]

    def _periods(self) -> list[tuple[object, str]]:
        number = self._week.number
        longer = [(n, tr("%n week(s) from week {number}", n=n, number=number)) for n in _PERIODS[1:]]
        return [(1, tr("Only week {number}", number=number)), *longer]

    def _connect(self) -> None:
        view = self.view
        view.who.chosen.connect(lambda _: self.show_way())
        view.period.chosen.connect(lambda _: self.show_way())
        for box in (view.one_each, view.rungs, view.names, view.tasks):
            box.toggled.connect(lambda _: self.show_way())

    @override
    def show_way(self) -> None:
        super().show_way()
        view, way = self.view, self.way
        view.one_each.setVisible(way in (Way.PRINT, Way.PDF))
        view.rungs.setVisible(way is not Way.CALENDAR)
        view.names.setVisible(way is Way.CALENDAR)
        view.tasks.setVisible(way is Way.CALENDAR)
        self.verb_button.setText(
            {
                Way.PRINT: tr("Print"),
                Way.PDF: tr("Save PDF"),
                Way.CALENDAR: tr("Save calendar file"),
                Way.SHEET: tr("Save spreadsheet"),
                Way.TEXT: tr("Copy text"),
            }[way]
        )
        self.summarize(*export_summary(self.desk.words, way, rungs=view.rungs.isChecked(), naming=self._naming()))

    def _choose_path(self, suffix: str) -> Path | None:
        name = self.desk.words.text(f"export.file.{self.way}", year=self._week.year, number=self._week.number)
        return self.choose_file(name, suffix)

    def _naming(self) -> Naming:
        return Naming(self.view.names.isChecked(), self.view.tasks.isChecked())

    def _has_follow_ups(self) -> bool:
        session, weeks = self.desk.session, self.weeks
        try:
            only = session.export.ids(self._week, self.only)
            found = session.appointments.count(weeks[0].monday, weeks[-1].sunday, only=only)
        except TillidError as error:
            self.show_failure(error)
            return False
        if not found:
            self.show_trouble(tr("There are no follow-ups or conversations in this period. Choose a longer one."))
        return bool(found)

    @override
    def show_failure(self, error: TillidError) -> None:
        if isinstance(error, NoPrinter):
            self.set_working(False)
            self.show_trouble(self.desk.words.text("export.failed.printer"))
        elif isinstance(error, Stopped):
            self.set_working(False)
        else:
            super().show_failure(error)

    def _show_progress(self, text: str) -> None:
        self.view.progress.setText(text)
        self.view.progress.show()

    @override
    def set_working(self, working: bool) -> None:
        super().set_working(working)
        if not working:
            self.view.progress.hide()

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        view = self.view
        return (self.ways, view.who, view.period, view.one_each, view.rungs, view.names, view.tasks)


def export_week(desk: Desk, week: Week, parent: QWidget, *, way: Way = Way.PDF, only: int | None = None) -> None:
    """Show the dialog and wait until something has left, or been let be."""
    dialog = WeekExportDialog(desk, week, parent, way=way, only=only)
    dialog.exec()
    dialog.deleteLater()

"""Everything that leaves the week by one dialog, which says first what leaves and who sees it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import TillidError
from tillid_planner.domain.week import LAST_DAY, Week
from tillid_planner.exchange.target import NotSaved
from tillid_planner.services.appointments import Naming
from tillid_planner.services.export import Way, sorted_by_name
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.export.target import SUFFIX, choose_target
from tillid_planner.ui.export.view import WeekExportView, export_summary
from tillid_planner.ui.export.week_export import NoPrinter, Order, Stopped, WeekExport
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Dialog
from tillid_planner.ui.widgets.failure import failure_words

#: Weeks that can leave at once.
_PERIODS = (1, 4, 12, 52)


class WeekExportDialog(Dialog):
    """Print, PDF, calendar file, spreadsheet or text of a week; nothing leaves before the verb is pressed."""

    def __init__(
        self, desk: Desk, week: Week, parent: QWidget | None = None, *, way: Way = Way.PDF, only: int | None = None
    ) -> None:
        """Offer a week of everybody, or of the assignee *only*, by *way* at first."""
        super().__init__(parent, tr("Print or save week {number}", number=week.number), verb=tr("Save PDF"), width=540)
        self._desk, self._week = desk, week
        self._export: WeekExport | None = None
        self._working = False
        self.view = WeekExportView(self._people(only), self._periods())
        self.body.addWidget(self.view)
        self.view.who.set_value(only)
        self.view.ways.set_value(way)
        self._connect()
        self._show_choices()
        self.view.ways.take_focus()

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

    @override
    def confirm(self) -> None:
        """Let it leave, by way of the file chooser where there is a file."""
        if self._working:
            return
        self.view.trouble.hide()
        if self.way is Way.CALENDAR and not self._has_follow_ups():
            return
        path = self._choose_file() if self.way in SUFFIX else None
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
        self._export = export = WeekExport(self._desk, order, self)
        export.told.connect(self._tell_progress)
        export.ended.connect(self._left)
        export.failed.connect(self._tell_failure)
        self._work(True)
        export.begin()

    def choose(self, title: str, offered: str, kinds: str) -> str:
        """Ask for a file's name; an empty one means that the user let it be."""
        chosen, _ = QFileDialog.getSaveFileName(self, title, offered, kinds)
        return chosen

    @override
    def done(self, result: int) -> None:
        # Close; what is under way stops and leaves no file.
        if self._export is not None:
            self._export.stop()
        super().done(result)

    def _people(self, only: int | None) -> list[tuple[object, str]]:
        register = self._desk.session.register
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
        view.ways.chosen.connect(lambda _: self._show_choices())
        view.who.chosen.connect(lambda _: self._show_choices())
        view.period.chosen.connect(lambda _: self._show_choices())
        for box in (view.one_each, view.rungs, view.names, view.tasks):
            box.toggled.connect(lambda _: self._show_choices())

    def _show_choices(self) -> None:
        view, way = self.view, self.way
        view.one_each.setVisible(way in (Way.PRINT, Way.PDF))
        view.rungs.setVisible(way is not Way.CALENDAR)
        view.names.setVisible(way is Way.CALENDAR)
        view.tasks.setVisible(way is Way.CALENDAR)
        view.trouble.hide()
        self.verb_button.setText(
            {
                Way.PRINT: tr("Print"),
                Way.PDF: tr("Save PDF"),
                Way.CALENDAR: tr("Save calendar file"),
                Way.SHEET: tr("Save spreadsheet"),
                Way.TEXT: tr("Copy text"),
            }[way]
        )
        view.what.tell(*export_summary(self._desk.words, way, rungs=view.rungs.isChecked(), naming=self._naming()))
        self.setAccessibleDescription(view.what.words())

    def _choose_file(self) -> Path | None:
        return choose_target(self, self.choose, self.verb_button.text(), self.way, self._week, self._desk.words)

    def _naming(self) -> Naming:
        return Naming(self.view.names.isChecked(), self.view.tasks.isChecked())

    def _has_follow_ups(self) -> bool:
        session, weeks = self._desk.session, self.weeks
        try:
            only = session.export.ids(self._week, self.only)
            found = session.appointments.count(weeks[0].monday, weeks[-1].sunday, only=only)
        except TillidError as error:
            self._tell_failure(error)
            return False
        if not found:
            self._tell(tr("There are no follow-ups or conversations in this period. Choose a longer one."))
        return bool(found)

    def _left(self, said: str) -> None:
        self._desk.noticed.emit(Notice(said))
        self.accept()

    def _tell_failure(self, error: TillidError) -> None:
        self._work(False)
        if isinstance(error, NoPrinter):
            self._tell(self._desk.words.text("export.failed.printer"))
        elif isinstance(error, NotSaved):
            self._tell(self._desk.words.text(f"export.failed.{error.reason}"))
        elif not isinstance(error, Stopped):
            self._tell(" ".join(failure_words(error, self._desk.words)[1:]))

    def _tell(self, text: str) -> None:
        self.view.trouble.set_text(text)
        self.view.trouble.setAccessibleName(text)
        self.view.trouble.show()

    def _tell_progress(self, text: str) -> None:
        self.view.progress.setText(text)
        self.view.progress.show()

    def _work(self, working: bool) -> None:
        self._working = working
        self.verb_button.setEnabled(not working)
        for part in (self.view.ways, self.view.who, self.view.period, *self._boxes()):
            part.setEnabled(not working)
        if not working:
            self.view.progress.hide()

    def _boxes(self) -> tuple[QWidget, ...]:
        return self.view.one_each, self.view.rungs, self.view.names, self.view.tasks


def export_week(desk: Desk, week: Week, parent: QWidget, *, way: Way = Way.PDF, only: int | None = None) -> None:
    """Show the dialog and wait until something has left, or been let be."""
    dialog = WeekExportDialog(desk, week, parent, way=way, only=only)
    dialog.exec()
    dialog.deleteLater()

"""The import of staff or tasks: file, columns, a look at every row, and then one act that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.errors import TillidError
from tillid_planner.exchange.columns import ColumnMap
from tillid_planner.exchange.skills import for_kind
from tillid_planner.exchange.tabular import Table, read_pasted, read_table
from tillid_planner.services import importing
from tillid_planner.services.import_matching import Answer
from tillid_planner.services.importing import ImportPlan
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.importing.foot import Step
from tillid_planner.ui.importing.view import ImportPageView
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.failure import failure_words
from tillid_planner.ui.widgets.page import Page
from tillid_planner.ui.work import run_in_background

_BUSY_SHOWN_AFTER = 300  # ms


class ImportPage(Page):
    """Takes a file in; nothing is changed before the last step, and that step is one act."""

    kinds = frozenset({Kind.ASSIGNEE, Kind.TASK, Kind.RED_LINE})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.kind = "staff"
        self.step = Step.CHOOSE
        self.plan: ImportPlan | None = None
        self._table: Table | None = None
        self._mapping: ColumnMap | None = None
        self._answers: dict[int, Answer] = {}
        self._path: Path | None = None
        #: Files chosen together with the one under way; they follow one by one.
        self._next: list[Path] = []
        #: Whether the first tasks are among them, and there are people to hold them.
        self._first = False
        self._source = ""
        self._working = False
        #: What had the keyboard before the page was switched off to work.
        self._held: QWidget | None = None
        self._busy_timer = QTimer(self)
        self._busy_timer.setSingleShot(True)
        self._busy_timer.setInterval(_BUSY_SHOWN_AFTER)
        self.view = ImportPageView(desk.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setAcceptDrops(True)
        self._connect()
        self._go(Step.CHOOSE)

    @override
    def refresh(self) -> None:
        """Compare the file with the register anew; rows left out stay so."""
        if self.step == Step.REVIEW and not self._working and self._table is not None and self._mapping is not None:
            self.plan = importing.plan(self.kind, self._table, self.desk.session, self._mapping, self._answers)
            self.view.review.show_plan(self.plan, self._source, keep_choice=True)
            self._show_foot()

    @override
    def keep_place(self) -> Target:
        """Return what is imported; the file is to be chosen again."""
        return Target(act=self.kind)

    @override
    def open_target(self, target: Target) -> None:
        """Begin an import of «staff» or «tasks»; only one that is being read or stored goes on."""
        if target.act in ("staff", "tasks") and not self._working:
            self.kind = target.act
            self._forget()
        self._go(self.step)

    def read_file(self, path: Path, sheet: str | None = None) -> None:
        """Read a file, and go on as far as nothing has to be asked."""
        self._path = path
        self._next = []
        kind = self.kind
        self._read(lambda: read_table(path, sheet, kind=kind), path.name)

    def read_text(self, text: str) -> None:
        """Read rows pasted from a spreadsheet."""
        self._path = None
        kind = self.kind
        self._read(lambda: read_pasted(text, kind=kind), tr("Pasted rows"))

    def _connect(self) -> None:
        view = self.view
        view.choose.file_requested.connect(self._choose_file)
        view.choose.pasted.connect(self.read_text)
        view.columns.mapping_changed.connect(self._take_mapping)
        view.columns.sheet_requested.connect(self._take_sheet)
        view.review.columns_requested.connect(lambda: self._go(Step.COLUMNS))
        view.review.chosen_changed.connect(self._show_foot)
        view.review.answered.connect(self._take_answer)
        view.back.clicked.connect(lambda *_: self._back())
        view.forward.clicked.connect(lambda *_: self._forward())
        self._busy_timer.timeout.connect(view.busy.show)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            tr("Choose file"),
            str(Path.home()),
            tr("Lists (*.csv *.txt *.tsv *.xlsx *.xls *.ods);;All files (*)"),
        )
        if chosen:
            self._first = False
            self._read_files([Path(name) for name in chosen])

    def _read_files(self, paths: list[Path]) -> None:
        self.read_file(paths[0])
        self._next = paths[1:]

    def _read(self, read: Callable[[], Table], source: str) -> None:
        kind, session = self.kind, self.desk.session

        def work() -> tuple[Table, ColumnMap]:
            table = for_kind(kind, read())
            return table, session.import_columns.recognise(kind, table)

        def done(found: tuple[Table, ColumnMap]) -> None:
            self._table, self._mapping = found
            self._source = source
            self._answers = {}
            self.view.choose.forget()
            self.view.columns.show_table(*found)
            if self._mapping.asks:
                self._go(Step.COLUMNS)
            else:
                self._look()

        self._work(work, done)

    def _take_sheet(self, name: str) -> None:
        if self._path is not None:
            left = self._next
            self.read_file(self._path, name)
            self._next = left

    def _take_mapping(self, mapping: ColumnMap) -> None:
        self._mapping = mapping
        self._show_foot()

    def _take_answer(self, row: int, answer: Answer) -> None:
        self._answers[row] = answer
        self.refresh()
        self.view.review.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        kind, table, mapping, session = self.kind, self._table, self._mapping, self.desk.session
        answers = self._answers
        if table is None or mapping is None:
            return

        def done(plan: ImportPlan) -> None:
            self.plan = plan
            self.view.review.show_plan(plan, self._source)
            self._go(Step.REVIEW)

        self._work(lambda: importing.plan(kind, table, session, mapping, answers), done)

    def _fetch(self) -> None:
        plan, session = self.plan, self.desk.session
        if plan is None:
            return
        records = plan.records(self.view.review.chosen())
        new = sum(record.id is None for record in records)
        # The first tasks lead to the matrix if it has people to rate; all else is seen on its own page.
        if self.kind == "tasks" and not session.register.tasks():
            self._first = bool(session.register.people())

        def work() -> tuple[bool, Changes | TillidError]:
            if session.folder is not None:
                try:
                    session.backup()
                except TillidError as error:
                    return False, error
            changes = session.register.take_in(records)
            session.import_columns.remember(plan.table, plan.mapping)
            return True, changes

        def done(came: tuple[bool, Any]) -> None:
            fetched, outcome = came
            if fetched:
                self._finish(outcome, new, len(records) - new)
            else:
                self._stop(outcome)

        self._go(Step.FETCH)
        self._work(work, done, self._not_fetched)

    def _finish(self, changes: Changes, new: int, updated: int) -> None:
        kind, left, said = self.kind, self._next, _fetched(self.kind, new, updated)
        self._forget()
        self._go(Step.CHOOSE)
        self.desk.run(lambda: changes, notice=said)
        if left:
            self._read_files(left)
            return
        first, self._first = self._first, False
        self.desk.go("trust" if first else "people" if kind == "staff" else "tasks")

    def _not_fetched(self, error: TillidError) -> None:
        self._go(Step.REVIEW)
        self._show_error(error)

    def _stop(self, error: TillidError) -> None:
        self._go(Step.REVIEW)
        _, text = failure_words(error, self.desk.words)
        self._say(tr("The backup could not be made, so nothing has been fetched."), text)

    def _forward(self) -> None:
        if self._working:
            return
        if self.step == Step.COLUMNS:
            self._look()
        elif self.step == Step.REVIEW:
            self._fetch()

    def _back(self) -> None:
        if self._working:
            return
        if self.step == Step.CHOOSE:
            self.view.choose.forget()
            self.desk.go("people" if self.kind == "staff" else "tasks")
        else:
            self._forget()
            self._go(Step.CHOOSE)

    def _forget(self) -> None:
        # What a file said about people is not kept longer than it is looked at.
        self._table, self._mapping, self.plan, self._path, self._source = None, None, None, None, ""
        self._answers = {}
        self._next = []
        self.step = Step.CHOOSE
        self.view.review.show_plan(None, "")
        self.view.choose.forget()

    def _go(self, step: Step) -> None:
        self.step = step
        view = self.view
        if step == Step.FETCH and view.forward.hasFocus():
            # Its button cannot be pressed meanwhile, and the keyboard would leave the page.
            view.review.start()
        view.trouble.hide()
        view.title.setText(tr("Fetch people") if self.kind == "staff" else tr("Fetch tasks"))
        view.path.set_current(step)
        view.stack.setCurrentWidget((view.choose, view.columns, view.review, view.review)[step])
        self._show_foot()
        if step == Step.CHOOSE:
            view.choose.drop.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step == Step.COLUMNS:
            view.columns.start()
        elif step == Step.REVIEW:
            view.review.start()

    def _show_foot(self) -> None:
        self.view.foot.show_step(
            self.step,
            self.kind,
            named=self._mapping is not None and self._mapping.has_name,
            chosen=len(self.view.review.chosen()),
            kept=self.desk.session.folder is not None,
            working=self._working,
        )

    def _work(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[TillidError], object] | None = None,
    ) -> None:
        if self._working:
            return
        self.view.trouble.hide()
        self._set_working(True)

        run_in_background(
            self,
            work,
            done=done,
            failed=failed or self._show_error,
            ended=lambda: self._set_working(False),
        )

    def _set_working(self, working: bool) -> None:
        self._working = working
        held = QApplication.focusWidget()
        if working and held is not None and self.isAncestorOf(held):
            # What is switched off loses the keyboard; it would end up outside the page.
            self._held = held
        self.view.stack.setEnabled(not working)
        if not working and self._held is not None:
            self._held.setFocus(Qt.FocusReason.OtherFocusReason)
            self._held = None
        if working:
            self._busy_timer.start()
        else:
            self._busy_timer.stop()
            self.view.busy.hide()
        self._show_foot()

    def _show_error(self, error: TillidError) -> None:
        key = f"importing.file.{error.code}"
        if key in self.desk.words:
            self._say("", self.desk.words.text(key, **error.params))
        else:
            self._say(*failure_words(error, self.desk.words))

    def _say(self, lead: str, text: str) -> None:
        self.view.note.set_text(text, lead=lead)
        self.view.note.setAccessibleName(f"{lead} {text}".strip())
        self.view.trouble.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.step == Step.CHOOSE and not self._working and event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if text.strip():
                self.read_text(text)
            return
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.step == Step.CHOOSE and not self._working and _dropped(event):
            event.acceptProposedAction()
            self.view.choose.drop.light(True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.view.choose.drop.light(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.view.choose.drop.light(False)
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
            self._first = False
            self._read_files(paths)


def _fetched(kind: str, new: int, updated: int) -> str:
    said = []
    if new:
        said.append(tr("%n person(s) fetched.", n=new) if kind == "staff" else tr("%n task(s) fetched.", n=new))
    if updated:
        said.append(tr("%n person(s) updated.", n=updated) if kind == "staff" else tr("%n task(s) updated.", n=updated))
    return " ".join(said)


def _dropped(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []

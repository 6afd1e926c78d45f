"""The shell around an open workspace: navigation, top bar, pages, toast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import TillidError
from tillid_planner.ui.actions import PAGES, SHORTCUTS, PageEntry, page_name
from tillid_planner.ui.desk import Desk, Notice, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden, set_ratings_hidden
from tillid_planner.ui.widgets import Button, Navigation, SunkenNote, Toast, TopBar
from tillid_planner.ui.widgets.failure import failure_words, tell_failure
from tillid_planner.ui.widgets.focus import focus_near
from tillid_planner.ui.widgets.page import Page

#: Where one lands: what needs attention now.
FIRST_PAGE = "today"


@dataclass(frozen=True, slots=True)
class Place:
    """A page, where on it one is, and what is chosen on all pages; ids and keys alone."""

    page: str
    target: Target
    chosen: dict[str, Any]


#: What anybody at the screen may do by key; the rest leads to what is the leader's alone.
_FOR_EVERYBODY = frozenset({"hide", "lock"})


class Shell(QWidget):
    """Everything that is seen of one open workspace; made anew when the language changes."""

    lock_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._pages: dict[str, Page] = {}
        self._at_work: QRect | None = None
        self._leaders_shortcuts: list[QShortcut] = []
        self.navigation = Navigation()
        self.top_bar = TopBar()
        self.stack = QStackedWidget(self)
        self.retry_backup = Button(tr("Try again"))
        self.backup_note = SunkenNote("warn", "", action=self.retry_backup)
        self._lay_out()
        self.toast = Toast(self.stack, self._foot)
        self._fill_navigation()
        self._connect()
        self._show_history()

    def _foot(self) -> int:
        page = self.stack.currentWidget()
        return page.foot() if isinstance(page, Page) else 0

    @property
    def page_key(self) -> str:
        """The key of the page that is shown."""
        return next((key for key, page in self._pages.items() if page is self.stack.currentWidget()), "")

    def page(self, key: str) -> Page:
        """Return a page, made the first time it is asked for."""
        if key not in self._pages:
            entry = PAGES[key]
            page_class = getattr(import_module(f"tillid_planner.ui.{entry.module}"), entry.class_name)
            # In its place from the first: a page that moves into it later is dressed once more, with all its parts.
            page: Page = page_class(self.desk, self.stack)
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def show_page(self, key: str, target: Target | None = None) -> None:
        """Go to a page, and to a record on it."""
        page = self.page(key)
        # Whoever was on the page before, or nowhere yet, goes along; in the navigation the keyboard stays.
        focused = self.window().focusWidget()
        goes_along = focused is None or self.stack.isAncestorOf(focused)
        self.stack.setCurrentWidget(page)
        if goes_along:
            page.begin()
        # An import belongs to the page it was asked for on: «tasks» or «staff».
        asked = target.act if target is not None and target.act in PAGES else ""
        self.navigation.select(asked or PAGES[key].shown_as or key)
        if target is not None and target != Target():
            page.open_target(target)
        self.toast.raise_()

    def keep_place(self) -> Place:
        """Return where one is, for coming back to it."""
        here = Target()
        for key, page in self._pages.items():
            target = page.keep_place()
            if key == self.page_key:
                here = target
        return Place(self.page_key, here, dict(self.desk.places))

    def search(self) -> None:
        """Open the search over people, teams and tasks."""
        from tillid_planner.ui.search import SearchDialog

        dialog = SearchDialog(self.desk, self)
        dialog.exec()
        dialog.deleteLater()

    def note_breach(self) -> None:
        """Ask for the facts of something that went wrong, with the task and the person one stands on."""
        page = self.stack.currentWidget()
        subject = page.subject() if isinstance(page, Page) else Target()
        self._note_breach(subject)

    def _note_breach(self, about: Target) -> None:
        from tillid_planner.ui.breach.note_breach import note_breach

        noted = note_breach(self.desk, self, task_id=about.task_id, assignee_id=about.assignee_id)
        if noted is not None:
            self.desk.go("breaches", Target(act=f"case:{noted}"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        # No backup for a day is worth a line on every page until there is one.
        self._backup_strip = QWidget()
        strip = QVBoxLayout(self._backup_strip)
        strip.setContentsMargins(24, 12, 24, 0)
        strip.addWidget(self.backup_note)
        self._backup_strip.hide()
        column.addWidget(self._backup_strip)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)

    def _show_backup_trouble(self) -> None:
        trouble = self.desk.session.backup_trouble
        if trouble is not None:
            _, text = failure_words(trouble, self.desk.words)
            self.backup_note.set_text(text, lead=tr("The backup could not be made."))
        self._backup_strip.setVisible(trouble is not None)

    def _leave_alone(self, alone: bool) -> None:
        self.navigation.setVisible(not alone)
        self.top_bar.setVisible(not alone)
        for shortcut in self._leaders_shortcuts:
            shortcut.setEnabled(not alone)

    def _fill_navigation(self) -> None:
        groups: dict[str, list[tuple[str, str, str]]] = {}
        for key, entry in PAGES.items():
            if entry.group:
                groups.setdefault(_group_name(entry), []).append((key, page_name(key), entry.icon))
        self.navigation.set_brand(self.desk.session.name)
        self.navigation.set_entries(list(groups.items()))

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_page)
        self.desk.alone_wanted.connect(self._leave_alone)
        self.desk.backups_changed.connect(self._show_backup_trouble)
        self.retry_backup.clicked.connect(lambda *_: self.desk.backup_requested.emit())
        self.top_bar.search_requested.connect(self.search)
        self.top_bar.undo_requested.connect(self._undo)
        self.top_bar.redo_requested.connect(self._redo)
        self.top_bar.lock_requested.connect(self.lock_requested)
        QApplication.instance().focusChanged.connect(self._keep_focus_at_work)  # type: ignore[union-attr]
        self.desk.changed.connect(self._on_changed)
        self.desk.noticed.connect(self._on_noticed)
        self.desk.failed.connect(self._on_failed)
        self.desk.page_requested.connect(self.show_page)
        self.desk.note_breach_requested.connect(self._note_breach)
        acts: dict[str, Callable[[], object]] = {
            "search": self.search,
            "undo": self._undo,
            "redo": self._redo,
            "hide": lambda: set_ratings_hidden(not ratings_hidden()),
            "note_breach": self.note_breach,
            "lock": self.lock_requested.emit,
        }
        for name, keys in SHORTCUTS.items():
            for sequence in keys:
                shortcut = QShortcut(QKeySequence(sequence), self)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(acts[name])
                if name not in _FOR_EVERYBODY:
                    self._leaders_shortcuts.append(shortcut)
        for number, key in enumerate((k for k, e in PAGES.items() if e.group), start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(lambda name=key: self.show_page(name))
            self._leaders_shortcuts.append(shortcut)

    def _keep_focus_at_work(self, old: QWidget | None, new: QWidget | None) -> None:
        # A dialog closes, or what had the keyboard is deleted: Qt gives it to the first that comes, and Return
        # would undo what was just done. Whoever had a place there before, or goes there by hand, keeps it.
        page = self.stack.currentWidget()
        if new is None or page is None or not self.isAncestorOf(new):
            return
        if page.isAncestorOf(new):
            self._at_work = QRect(new.mapTo(page, QPoint(0, 0)), new.size())
        elif old is None and self._at_work is not None and isinstance(page, Page):
            focus_near(page, self._at_work)
        else:
            self._at_work = None

    def _undo(self) -> None:
        label = self.desk.session.history.undo_label
        if label is not None:
            self._take_focused_text()
            self.desk.undo()
            self.toast.show_message(tr("Undone: {what}", what=self._act_name(label)), tr("Redo"), self._redo)

    def _redo(self) -> None:
        label = self.desk.session.history.redo_label
        if label is not None:
            self.desk.redo()
            self.toast.show_message(tr("Done again: {what}", what=self._act_name(label)))

    def _take_focused_text(self) -> None:
        # A field being typed in is stored when it is left; undo must not take back the act before it.
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act_name(self, label: str) -> str:
        return self.desk.words.text(f"acts.{label}")

    def _show_history(self) -> None:
        history = self.desk.session.history
        self.top_bar.set_undo(self._act_name(history.undo_label) if history.undo_label else "")
        self.top_bar.set_redo(self._act_name(history.redo_label) if history.redo_label else "")

    def _on_changed(self, changes: Changes) -> None:
        self._show_history()

    def _on_noticed(self, notice: Notice) -> None:
        if notice.undoable:
            self.toast.show_message(notice.text, tr("Undo"), self._undo)
        else:
            self.toast.show_message(notice.text)

    def _on_failed(self, error: TillidError) -> None:
        tell_failure(self, error, self.desk.words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.navigation.set_compact(event.size().width() < 1200)
        super().resizeEvent(event)


def _group_name(entry: PageEntry) -> str:
    return {"plan": tr("Planning"), "trust": tr("Trust"), "lead": tr("Leading")}[entry.group]

"""The settings page: language, theme, lock, passphrase, backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.errors import TillidError
from tillid_planner.services.session import Preview
from tillid_planner.ui import screen_capture
from tillid_planner.ui.days import day_text, moment_text
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.documents import documents_folder
from tillid_planner.ui.preview_words import preview_text
from tillid_planner.ui.settings.new_keys import NewKeysDialog
from tillid_planner.ui.settings.passphrase import PassphraseDialog
from tillid_planner.ui.settings.view import SettingsView
from tillid_planner.ui.slow_down import SlowDown
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Dialog, TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.page import Page
from tillid_planner.ui.work import run_in_background


class _GivenUp(TillidError):
    """The user has given up what was under way."""

    code = "given_up"


class SettingsPage(Page):
    """What the user decides about the program itself; every choice holds at once."""

    #: So much of a backup is made, from 0 to 1.
    progressed = Signal(float)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.view = SettingsView(self)
        self._slow_down = SlowDown(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        for name, choice in (
            ("language", self.view.language),
            ("theme", self.view.theme),
            ("text_scale", self.view.text_scale),
            ("lock_after_minutes", self.view.lock_after),
        ):
            choice.set_value(getattr(desk.settings, name))
            choice.chosen.connect(lambda value, key=name: desk.settings_changed.emit({key: value}))
        self.view.fresh_eyes.setChecked(desk.settings.fresh_eyes)
        self.view.fresh_eyes.toggled.connect(lambda on: desk.settings_changed.emit({"fresh_eyes": on}))
        self.view.nudges.setChecked(desk.settings.nudges)
        self.view.nudges.toggled.connect(lambda shown: desk.settings_changed.emit({"nudges": shown}))
        self.view.hide_from_captures.setVisible(screen_capture.POSSIBLE)
        self.view.hide_from_captures.setChecked(desk.settings.hide_from_captures)
        self.view.hide_from_captures.toggled.connect(lambda on: desk.settings_changed.emit({"hide_from_captures": on}))
        self.view.new_passphrase.clicked.connect(self._change_passphrase)
        self.view.new_keys.clicked.connect(self._renew_keys)
        self.view.back_up.clicked.connect(self._back_up)
        self.view.back_up_to.clicked.connect(self._back_up_elsewhere)
        self.view.check.clicked.connect(self._check)
        self.view.try_backup.clicked.connect(self._try_backup)
        self.view.restore.clicked.connect(lambda *_: desk.restore_requested.emit())
        self.view.choose_second.clicked.connect(self._choose_second)
        self.view.drop_second.clicked.connect(lambda *_: self._set_second(None))
        self.view.cancel.clicked.connect(self._cancel)
        self.progressed.connect(self._show_progress)
        desk.backups_changed.connect(self.refresh)
        self._cancelled = False

    @override
    def refresh(self) -> None:
        """Say when the newest backup was made and where the plan is."""
        session = self.desk.session
        kept = session.folder is not None
        view = self.view
        for part in (
            view.new_passphrase, view.new_keys, view.back_up, view.back_up_to, view.try_backup, view.restore,
            view.second, view.choose_second,
        ):  # fmt: skip
            part.setVisible(kept)
        second = session.second_place if kept else None
        view.drop_second.setVisible(second is not None)
        view.second.setText(
            tr("Each day's backup is made in {folder} too.", folder=str(second))
            if second is not None
            else tr("A second place, on a stick or another drive, helps if this computer is lost.")
        )
        self.view.demo_note.setVisible(not kept)
        newest = session.newest_backup
        self.view.newest.setVisible(kept)
        self.view.newest.setText(
            tr("Newest backup: {when}.", when=moment_text(newest)) if newest else tr("No backup has been made yet.")
        )
        receipts = session.register.receipts()
        clear_layout(view.receipts.body)
        view.receipts.setVisible(bool(receipts))
        for receipt in receipts:
            day = day_text(receipt.deleted_on, session.today())
            view.receipts.add(TextLabel(self.desk.words.text(f"deletion.{receipt.what}.receipt", day=day)))
        view.receipts.add(TextLabel(self.desk.words.text("deletion.elsewhere"), "small", muted=True))
        self.view.place.setVisible(kept)
        self.view.place.setText(tr("The plan is in {folder}", folder=str(session.folder)) if kept else "")

    def _change_passphrase(self) -> None:
        dialog = PassphraseDialog(self, self.desk.words, self.desk.session.change_passphrase, self._slow_down)
        if dialog.exec() == PassphraseDialog.DialogCode.Accepted:
            self.desk.noticed.emit(Notice(tr("The passphrase has been changed. The recovery key is the same.")))
        elif dialog.error is not None:
            self.desk.failed.emit(dialog.error)
        dialog.deleteLater()

    def _renew_keys(self) -> None:
        dialog = NewKeysDialog(self.desk, self, self._slow_down)
        dialog.exec()
        left, error = dialog.left, dialog.error
        dialog.deleteLater()
        if error is not None:
            self.desk.failed.emit(error)
            if error.code == "unfinished":
                # The old files are closed and the new ones not in place: the next opening finishes it.
                self.desk.lock_requested.emit()
        elif left:
            said = tr("The keys are new. These copies keep the old ones: {names}.", names=", ".join(left))
            self.desk.noticed.emit(Notice(said))
        elif left is not None:
            self.desk.noticed.emit(Notice(tr("The keys are new. The old recovery key opens nothing here any more.")))
        self.refresh()

    def _back_up(self) -> None:
        self._make_backup(None)

    def _back_up_elsewhere(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save a copy elsewhere"),
            str(documents_folder() / "plan.tillidbackup"),
            tr("Backups (*.tillidbackup)"),
        )
        if name:
            target = Path(name)
            # The dialog has asked already whether an old file may go.
            self._make_backup(target if target.suffix else target.with_suffix(".tillidbackup"))

    def _make_backup(self, target: Path | None) -> None:
        self._set_working(True)
        run_in_background(
            self,
            lambda: self.desk.session.backup(target, overwrite=True, tell=self._tell_progress),
            done=lambda _: self._backed_up(),
            failed=self._not_backed_up,
        )

    def _tell_progress(self, part: float) -> None:
        """Called beside the event loop while a backup is made; raises when it has been given up."""
        if self._cancelled:
            raise _GivenUp
        self.progressed.emit(part)

    def _show_progress(self, part: float) -> None:
        self.view.progress.setValue(round(part * 100))

    def _cancel(self) -> None:
        self._cancelled = True
        self.view.cancel.setEnabled(False)

    def _set_working(self, working: bool) -> None:
        view = self.view
        for button in (view.back_up, view.back_up_to, view.try_backup, view.restore):
            button.setEnabled(not working)
        self._cancelled = False
        view.cancel.setEnabled(True)
        view.progress.setValue(0)
        view.at_work.setVisible(working)

    def _backed_up(self) -> None:
        self._set_working(False)
        self.desk.backups_changed.emit()
        self.desk.noticed.emit(Notice(tr("The backup has been made and tried.")))

    def _not_backed_up(self, error: TillidError) -> None:
        self._set_working(False)
        self.desk.backups_changed.emit()
        if isinstance(error, _GivenUp):
            self.desk.noticed.emit(Notice(tr("The backup was given up. Nothing has been changed.")))
        else:
            self.desk.failed.emit(error)

    def _try_backup(self) -> None:
        newest = self.desk.session.newest_backup_file
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Try a backup"), str(newest or documents_folder()), tr("Backups (*.tillidbackup)")
        )
        if not name:
            return
        self._set_working(True)
        self.view.progress.setRange(0, 0)
        run_in_background(
            self, lambda: self.desk.session.try_backup(Path(name)), done=self._tried, failed=self._not_tried
        )

    def _tried(self, found: Preview) -> None:
        self._end_trial()
        dialog = Dialog(self, tr("The backup can be used"), preview_text(found), verb=tr("I see"))
        dialog.safe_button.hide()
        dialog.exec()
        dialog.deleteLater()

    def _not_tried(self, error: TillidError) -> None:
        self._end_trial()
        self.desk.failed.emit(error)

    def _end_trial(self) -> None:
        self._set_working(False)
        self.view.progress.setRange(0, 100)

    def _choose_second(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Where should each day's backup lie too?"), str(Path.home()))
        if chosen:
            self._set_second(Path(chosen))

    def _set_second(self, place: Path | None) -> None:
        try:
            self.desk.session.set_second_place(place)
        except TillidError as error:
            self.desk.failed.emit(error)
            return
        self.refresh()
        if place is not None:
            self._back_up()

    def _check(self) -> None:
        self.view.check.setEnabled(False)
        run_in_background(self, self.desk.session.check, done=self._checked, failed=self._not_checked)

    def _checked(self, problems: list[str]) -> None:
        self.view.check.setEnabled(True)
        if problems:
            self.desk.failed.emit(TillidError("damaged"))
        else:
            self.desk.noticed.emit(Notice(tr("Everything is as it should be.")))

    def _not_checked(self, error: TillidError) -> None:
        self.view.check.setEnabled(True)
        self.desk.failed.emit(error)

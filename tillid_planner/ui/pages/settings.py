"""The settings page: language, theme, lock, passphrase, backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from tillid_planner.domain.errors import TillidError
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.dialogs.passphrase import PassphraseDialog
from tillid_planner.ui.documents import documents_folder
from tillid_planner.ui.moments import spoken
from tillid_planner.ui.pages.page import Page
from tillid_planner.ui.pages.settings_view import SettingsView
from tillid_planner.ui.slow_down import SlowDown
from tillid_planner.ui.texts import tr
from tillid_planner.ui.work import run_in_background


class SettingsPage(Page):
    """What the user decides about the program itself; every choice holds at once."""

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
        self.view.new_passphrase.clicked.connect(self._change_passphrase)
        self.view.back_up.clicked.connect(self._back_up)
        self.view.back_up_to.clicked.connect(self._back_up_elsewhere)
        self.view.check.clicked.connect(self._check)

    def refresh(self) -> None:
        """Say when the newest backup was made and where the plan is."""
        session = self.desk.session
        kept = session.folder is not None
        for button in (self.view.new_passphrase, self.view.back_up, self.view.back_up_to):
            button.setVisible(kept)
        self.view.demo_note.setVisible(not kept)
        newest = session.newest_backup
        self.view.newest.setVisible(kept)
        self.view.newest.setText(
            tr("Newest backup: {when}.", when=spoken(newest)) if newest else tr("No backup has been made yet.")
        )
        self.view.place.setVisible(kept)
        self.view.place.setText(tr("The plan is in {folder}", folder=str(session.folder)) if kept else "")

    def _change_passphrase(self) -> None:
        dialog = PassphraseDialog(self, self.desk.words, self.desk.session.change_passphrase, self._slow_down)
        if dialog.exec() == PassphraseDialog.DialogCode.Accepted:
            self.desk.noticed.emit(Notice(tr("The passphrase has been changed. The recovery key is the same.")))
        elif dialog.error is not None:
            self.desk.failed.emit(dialog.error)
        dialog.deleteLater()

    def _back_up(self) -> None:
        self._make_backup(None)

    def _back_up_elsewhere(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save a copy elsewhere"), str(documents_folder() / "plan.tillidbackup"),
            tr("Backups (*.tillidbackup)"),
        )
        if name:
            target = Path(name)
            # The dialog has asked already whether an old file may go.
            self._make_backup(target if target.suffix else target.with_suffix(".tillidbackup"))

    def _make_backup(self, target: Path | None) -> None:
        self.view.back_up.setEnabled(False)
        self.view.back_up_to.setEnabled(False)
        run_in_background(
            self,
            lambda: self.desk.session.backup(target, overwrite=True),
            done=lambda _: self._backed_up(),
            failed=self._not_backed_up,
        )

    def _backed_up(self) -> None:
        self._free_buttons()
        self.refresh()
        self.desk.noticed.emit(Notice(tr("The backup has been made and tried.")))

    def _not_backed_up(self, error: TillidError) -> None:
        self._free_buttons()
        self.desk.failed.emit(error)

    def _free_buttons(self) -> None:
        self.view.back_up.setEnabled(True)
        self.view.back_up_to.setEnabled(True)

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



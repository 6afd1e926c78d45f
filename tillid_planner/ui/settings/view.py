"""The layout of the settings page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from tillid_planner.languages import LANGUAGES
from tillid_planner.settings import LOCK_AFTER, TEXT_SCALES
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Card,
    CheckBox,
    PageHeader,
    ScrollPage,
    SecondaryButton,
    Segmented,
    SunkenNote,
    TextLabel,
)

_WIDEST = 760


class SettingsView(QWidget):
    """Four cards: how it looks, the lock, reminders, the backups."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.language = Segmented(
            [("system", tr("As the system")), *((language.code, language.name) for language in LANGUAGES.values())],
            accessible=tr("Language"),
        )
        self.theme = Segmented(
            [
                ("system", tr("As the system")),
                ("light", tr("Light")),
                ("dark", tr("Dark")),
                ("contrast", tr("High contrast")),
            ],
            accessible=tr("Theme"),
        )
        self.text_scale = Segmented(
            [(scale, f"{round(scale * 100)} %") for scale in TEXT_SCALES], accessible=tr("Text size")
        )
        self.lock_after = Segmented(
            [
                (minutes, tr("{minutes} min", minutes=minutes) if minutes else tr("Never"))
                for minutes in sorted(LOCK_AFTER, key=lambda m: m or 999)
            ],
            accessible=tr("Lock after"),
        )
        self.fresh_eyes = CheckBox(tr("Close an old rating until I have set a new one"))
        self.nudges = CheckBox(tr("Show occasions on the page of today"))
        self.hide_from_captures = CheckBox(tr("Leave the plan out of screenshots and shared screens"))
        self.new_passphrase = SecondaryButton(tr("Change the passphrase"), "key")
        self.new_keys = SecondaryButton(tr("Renew the keys"), "lock")
        self.back_up = SecondaryButton(tr("Back up now"), "copy")
        self.back_up_to = SecondaryButton(tr("Save a copy elsewhere"), "export")
        self.try_backup = SecondaryButton(tr("Try a backup"), "show")
        self.restore = SecondaryButton(tr("Restore a backup"), "undo")
        self.check = SecondaryButton(tr("Check the plan"), "control")
        self.receipts = Card(tr("Deleted for good"))
        self.second = TextLabel("", muted=True)
        self.choose_second = SecondaryButton(tr("Choose a second place"), "add")
        self.drop_second = SecondaryButton(tr("Only here"), "close")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(scaled(6))
        self.cancel = SecondaryButton(tr("Cancel"))
        self.at_work = QWidget()
        self.newest = TextLabel(muted=True)
        self.place = TextLabel("", "small", muted=True)
        self.demo_note = SunkenNote(
            "info",
            tr("This is the example. It lives in memory only and is gone when you close it."),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(page_name("settings")))
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(24, 8, 24, 24)
        cards.setSpacing(16)
        looks = Card(tr("How it looks"))
        for name, choice in (
            (tr("Language"), self.language),
            (tr("Theme"), self.theme),
            (tr("Text size"), self.text_scale),
        ):
            looks.add(_row(name, choice))
        lock = Card(tr("Lock"))
        lock.add(
            TextLabel(
                tr(
                    "The plan locks by itself when nobody touches it, when the screen is locked and when the computer "
                    "sleeps."
                ),
                muted=True,
            )
        )
        lock.add(_row(tr("Lock after"), self.lock_after))
        lock.add(self.hide_from_captures)
        lock.add(_buttons(self.new_passphrase, self.new_keys))
        reminders = Card(tr("Reminders"))
        reminders.add(
            TextLabel(
                tr("Room for a trust step, or a task that is nobody's: three at most, if there is time."), muted=True
            )
        )
        reminders.add(self.nudges)
        rating = Card(tr("Rating"))
        rating.add(self.fresh_eyes)
        backups = Card(tr("Backups"))
        backups.add(
            TextLabel(tr("A backup is made and tried every day. It is as encrypted as the plan itself."), muted=True)
        )
        backups.add(self.newest)
        backups.add(self.demo_note)
        backups.add(_buttons(self.back_up, self.back_up_to))
        backups.add(_buttons(self.try_backup, self.restore, self.check))
        row = QHBoxLayout(self.at_work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        self.at_work.hide()
        backups.add(self.at_work)
        backups.add(self.second)
        backups.add(_buttons(self.choose_second, self.drop_second))
        backups.add(self.place)
        for card in (looks, lock, rating, reminders, backups, self.receipts):
            cards.addWidget(card)
        cards.addStretch(1)
        scroll = ScrollPage(content, widest=scaled(_WIDEST))
        column.addWidget(scroll, 1)


def _row(name: str, control: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    label = TextLabel(name, weight=600, wrap=False)
    label.setMinimumWidth(scaled(112))
    row.addWidget(label)
    row.addWidget(control)
    row.addStretch(1)
    return row


def _buttons(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row

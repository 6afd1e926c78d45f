"""What the welcome page looks like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.languages import LANGUAGES
from tillid_planner.ui.start.numbered_step import NumberedStep
from tillid_planner.ui.start.start_page import StartPage
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, ElidedLabel, Field, LineField, plain_tooltip

if TYPE_CHECKING:
    from tillid_planner.ui.recovery_key import RecoveryKeyStep

_WIDTH = 440


class WelcomeView(StartPage):
    """Three steps in one calm column, and other ways in below."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(
            words,
            tr("Welcome"),
            tr("Three things, and the plan is yours. It takes a couple of minutes."),
            _WIDTH,
            parent,
        )
        self.name_step, self.passphrase_step, self.key_step = self._steps()
        for step in (self.name_step, self.passphrase_step, self.key_step):
            self.body.addWidget(step)
            self.body.addSpacing(20)
        self.body.addSpacing(8)
        self.body.addLayout(self._buttons())
        self.body.addSpacing(16)
        self.ways = self._other_ways()
        self.body.addWidget(self.ways)

    @cached_property
    def recovery(self) -> RecoveryKeyStep:
        """The key, its sheet and the questions; made when the plan is."""
        from tillid_planner.ui.recovery_key import RecoveryKeyStep

        return RecoveryKeyStep()

    def show_place(self, folder: Path) -> None:
        """Say where the plan will lie."""
        self.place.setText(tr("Lies in {folder}", folder=str(folder)))
        self.place.setToolTip(plain_tooltip(str(folder)))

    def _steps(self) -> tuple[NumberedStep, NumberedStep, NumberedStep]:
        return (
            NumberedStep(
                1,
                tr("Give the plan a name"),
                tr("The name of your unit, for example. The plan stays on this computer."),
                self._name_fields,
            ),
            NumberedStep(
                2,
                tr("Choose a passphrase"),
                tr("Four or five words you can remember. Nobody else can open the plan."),
                self._passphrase_fields,
            ),
            NumberedStep(
                3,
                tr("Print the recovery key"),
                tr("Put it in a safe place. If the passphrase is forgotten, the key is the only way in."),
                self._key_fields,
            ),
        )

    def _name_fields(self) -> QWidget:
        self.name = LineField(large=True)
        self.name.setMaxLength(120)
        self.name_field = _without_label(self.name, tr("The plan's name"))
        self.place = ElidedLabel("", "small", muted=True)
        self.change_place = Button(tr("Change place"), "text", flush=True)
        return _stack((self.name_field, _row((self.place, 1), (self.change_place, 0))), 4)

    def _passphrase_fields(self) -> QWidget:
        from tillid_planner.ui.start.passphrase import PassphraseField

        self.first = PassphraseField(tr("Passphrase"))
        self.second = PassphraseField(tr("Once more"))
        return _stack((self.first, self.second), 12)

    def _key_fields(self) -> QWidget:
        return self.recovery

    def _buttons(self) -> QHBoxLayout:
        self.forward = Button(tr("Continue"), "primary", large=True)
        self.forward.setAutoDefault(True)
        self.back = Button(tr("Back"), large=True)
        self.demo = Button(tr("Try with sample data"), large=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        for made in (self.forward, self.back, self.demo):
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _other_ways(self) -> QWidget:
        self.unlock = Button(tr("Back to unlock"), "text", flush=True)
        self.open = Button(tr("Open a plan"), "text", flush=True)
        self.restore = Button(tr("Open from a backup"), "text", flush=True)
        self.languages = {}
        for language in LANGUAGES.values():
            self.languages[language.code] = Button(language.name, "text", flush=True)
            self.languages[language.code].setAccessibleName(language.show)
        left = ((self.unlock, 0), (self.open, 0), (self.restore, 0))
        return _row(*left, (QWidget(), 1), *((button, 0) for button in self.languages.values()))


def _without_label(line: LineField, accessible: str) -> Field:
    field = Field(accessible, line)
    field.label.hide()
    return field


def _row(*parts: tuple[QWidget, int]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    for part, stretch in parts:
        row.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
    return holder


def _stack(parts: Sequence[QWidget], gap: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    return holder

"""What the unlock page looks like."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.ui.start.passphrase import PassphraseField
from tillid_planner.ui.start.start_page import StartPage
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, ComboBox, Field, Hairline, Menu, TextLabel

_WIDTH = 376


class UnlockView(StartPage):
    """Plan, passphrase, one button, and the other ways in."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, tr("Unlock"), tr("The plan is encrypted on this computer."), _WIDTH, parent)
        self.plan = ComboBox(large=True)
        self.plan_field = Field(tr("Plan"), self.plan)
        self.passphrase = PassphraseField(tr("Passphrase"))
        self.go = Button(tr("Unlock"), "primary", large=True)
        self.key = Button(tr("Use the recovery key"), "text", "key", flush=True)
        self.other = Button(tr("Open another plan"), "text", flush=True)
        self.menu = Menu(tr("Open another plan"), self)
        self.other.setMenu(self.menu)
        self.backup = TextLabel("", "small", muted=True)
        for part, gap in ((self.plan_field, 20), (self.passphrase, 24), (self.go, 18)):
            self.body.addWidget(part)
            self.body.addSpacing(gap)
        links = QHBoxLayout()
        links.addWidget(self.key)
        links.addStretch(1)
        links.addWidget(self.other)
        self.body.addLayout(links)
        self.body.addSpacing(32)
        self.body.addWidget(Hairline())
        self.body.addSpacing(12)
        self.body.addWidget(self.backup)

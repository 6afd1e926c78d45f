"""The rung while a case is outside the program: paused or lower, so that the worst end leaves no more freedom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tillid_planner.content import Words
from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.breach_path import held_back
from tillid_planner.domain.changes import Changes
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.breach.repair_agreement import CaseAgreementDialog
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, FlowLayout, TextLabel
from tillid_planner.ui.widgets.rungs import rung_name


class HeldBack(Card):
    """Where the pair stands, with a way to pause it or to agree on a lower rung.

    ``go_on_requested`` comes from the third button, which is there once the pair is held back.
    """

    pause_requested = Signal()
    lower_requested = Signal()
    go_on_requested = Signal()

    def __init__(self, desk: Desk, go_on: str = "") -> None:
        super().__init__(tr("The rung meanwhile"))
        self._words = desk.words
        self.add(TextLabel(desk.words.text("breach.track.notice.held_back"), muted=True))
        self.stands = TextLabel("", weight=600, private=True)
        self.add(self.stands)
        self.pause_button = Button(tr("Pause the task"))
        self.lower_button = Button(tr("Agree on a lower rung"))
        self.go_on_button = Button(go_on, "primary")
        self.pause_button.clicked.connect(self.pause_requested)
        self.lower_button.clicked.connect(self.lower_requested)
        self.go_on_button.clicked.connect(self.go_on_requested)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8, row_gap=8)
        for button in (self.go_on_button, self.pause_button, self.lower_button):
            row.addWidget(button)
        self.add(buttons)

    def show_case(self, view: CaseView) -> None:
        """Show where the pair of a case stands."""
        agreement = view.sheet.agreement
        self.stands.setText(stands_at(self._words, agreement))
        held = held_back(view.case, agreement)
        self.pause_button.setVisible(agreement is not None and agreement.rung > 0)
        self.lower_button.setVisible(not held and view.case.rung_at_breach > 1)
        self.go_on_button.setVisible(held and bool(self.go_on_button.text()))


def stands_at(words: Words, agreement: Agreement | None) -> str:
    """Say which rung is agreed."""
    if agreement is None:
        return words.text("breach.track.notice.none_agreed")
    if not agreement.rung:
        return words.text("breach.track.notice.paused")
    name = rung_name(words, agreement.rung)
    return words.text("breach.track.notice.stands_at", rung=agreement.rung, name=name)


def lower_dialog(
    desk: Desk, view: CaseView, parent: QWidget, keep: Callable[[Agreement], Changes]
) -> CaseAgreementDialog:
    """Return the dialog in which a lower rung is agreed; *keep* stores it."""
    case_id, endings = view.case.id or 0, desk.session.endings
    highest = max(0, view.case.rung_at_breach - 1)
    return CaseAgreementDialog(
        desk,
        view,
        parent,
        tr("Agree on a lower rung"),
        part="held_back",
        keep=keep,
        draft_of=lambda rung: endings.draft_held_back(case_id, highest if rung is None else rung),
    )

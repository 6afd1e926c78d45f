"""An agreement in a dialog: the same form as everywhere, where the table of everybody is not to be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.draft import DraftSubject
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.inspector.agreement_form import AgreementForm
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Dialog

_WIDTH, _HEIGHT = 560, 560
_AROUND, _LEAST = 140, 360


class AgreementDialog(Dialog):
    """Rung, limits, support and first follow-up, agreed by the two.

    *draft_of* returns the draft for another rung, for when one is chosen in the form; *subject* is what a draft of
    the form is about. What is typed is there again when the dialog is opened anew, unless its own button closed it.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str = "",
        *,
        form: AgreementForm,
        draft: Agreement,
        sheet: Sheet,
        subject: DraftSubject,
        draft_of: Callable[[int], Agreement],
    ) -> None:
        super().__init__(parent, title, text, verb="", width=_WIDTH)
        self.form = form
        form.open(draft, sheet, subject, draft_of=draft_of)
        form.agreed.connect(self.accept)
        form.cancelled.connect(self._give_up)
        # The form has its own buttons, beside what they store.
        self.verb_button.hide()
        self.safe_button.hide()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        # The form scrolls; where the window is low the dialog stays inside it.
        room = parent.window().height() - _AROUND if parent is not None else scaled(_HEIGHT)
        holder.setMinimumHeight(max(_LEAST, min(scaled(_HEIGHT), room)))
        self.body.addWidget(holder)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Put the keyboard where something is still to be filled in.
        super().showEvent(event)
        self.form.take_focus()

    def _give_up(self) -> None:
        self.form.clear()
        self.reject()

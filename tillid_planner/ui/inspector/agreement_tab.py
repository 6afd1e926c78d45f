"""The tab «Agreement»: what holds and what is on its way, or the form for a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.agreement_card import AgreementCard
from tillid_planner.ui.inspector.agreement_form import AgreementForm
from tillid_planner.ui.inspector.agreement_form_view import ActionBar
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, EmptyState, Hairline, Menu, ScrollPage
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay
from tillid_planner.ui.widgets.rungs import fill_rung_menu


class AgreementTab(QWidget):
    """Reads or makes agreements. ``suggestion_wanted`` asks for the ratings."""

    suggestion_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet: Sheet | None = None
        self.offer = AgreementCard(desk, tr("On its way, not accepted yet"))
        self.in_force = AgreementCard(desk, tr("Holds now"))
        self.empty = EmptyState(
            "rung",
            tr("No agreement yet"),
            tr("Rate the three prerequisites and see the suggestion first. Then you agree on a rung together."),
            tr("Go to the rating"),
        )
        self.menu = Menu(parent=self)
        self.new_button = Button(tr("Choose a rung"))
        self.new_button.setMenu(self.menu)
        self._lay_out()
        self.empty.action_requested.connect(self.suggestion_wanted)
        self.form.agreed.connect(self._leave_form)
        self.form.cancelled.connect(self._leave_form)

    def _lay_out(self) -> None:
        # The outermost first: whatever moves into another parent is dressed once more.
        self.stack = QStackedWidget(self)
        self.overview = QWidget(self.stack)
        content = QWidget()
        self.area = ScrollPage(content, parent=self.overview)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.offer)
        self._between = Hairline()
        column.addWidget(self._between)
        column.addWidget(self.in_force)
        column.addWidget(self.empty)
        column.addStretch(1)
        self._hiding = HidingOverlay(content)
        bar = ActionBar(self.overview)
        bar.flow.addWidget(self.new_button)
        overview = QVBoxLayout(self.overview)
        overview.setContentsMargins(0, 0, 0, 0)
        overview.setSpacing(0)
        overview.addWidget(self.area, 1)
        overview.addWidget(bar)
        self.form = AgreementForm(self._desk, self.stack)
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    @property
    def filling_in(self) -> bool:
        """Whether the form is open."""
        return self.stack.currentWidget() is self.form

    def show_sheet(self, sheet: Sheet, *, afresh: bool) -> None:
        """Show a pair's agreements; a form under way stays open."""
        self._sheet = sheet
        for card, agreement in ((self.offer, sheet.offer), (self.in_force, sheet.agreement)):
            card.setVisible(agreement is not None)
            if agreement is None:
                card.forget()
            else:
                card.show_agreement(agreement, sheet, afresh=afresh)
        self._between.setVisible(sheet.offer is not None and sheet.agreement is not None)
        self.empty.setVisible(sheet.offer is None and sheet.agreement is None)
        fill_rung_menu(self.menu, self._desk.words, sheet.task.legal_ceiling, self.begin)
        nothing = sheet.offer is None and sheet.agreement is None
        self.new_button.setText(tr("Choose a rung") if nothing else tr("Agree on another rung"))
        if not afresh:
            self.form.follow(sheet)
        else:
            self.area.verticalScrollBar().setValue(0)
            self.form.put_away()
            rung = self.form.rung_begun(self._subject())
            if rung is not None:
                self._open_form(rung)
            else:
                self.stack.setCurrentWidget(self.overview)

    def begin(self, rung: int) -> None:
        """Open the form for a rung; what was written for another one comes along."""
        if self._sheet is None:
            return
        if self.filling_in:
            self.form.take_rung(rung)
        else:
            self._open_form(rung)
        self.form.take_focus()

    def commit(self) -> None:
        """Keep what is typed: the employee's words are stored, a form under way stays a draft."""
        self.offer.commit()
        self.in_force.commit()
        self.form.kept.save()

    def take_focus(self) -> None:
        """Put the keyboard where the work goes on."""
        if self.filling_in:
            self.form.take_focus()
        else:
            # An offer waits to be accepted; where nothing waits, another rung is what can be done here.
            waiting = self.offer.state.findChildren(QAbstractButton) if self.offer.isVisibleTo(self) else []
            chosen = next((choice for choice in waiting if choice.isChecked()), self.new_button)
            chosen.setFocus(focus_reason())

    def _open_form(self, rung: int) -> None:
        if self._sheet is not None:
            draft = self._desk.session.trust.draft(*self._pair(), rung)
            self.form.open(draft, self._sheet, self._subject())
            self.stack.setCurrentWidget(self.form)

    def _leave_form(self) -> None:
        self.form.clear()
        self.stack.setCurrentWidget(self.overview)
        self.take_focus()

    def _subject(self) -> DraftSubject:
        return DraftSubject(DraftForm.AGREEMENT, *self._pair())

    def _pair(self) -> tuple[int, int]:
        return (self._sheet.task.id or 0, self._sheet.assignee.id or 0) if self._sheet else (0, 0)

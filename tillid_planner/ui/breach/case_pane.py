"""One case: its path over its steps, what is worth a look, and the step that is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.breach_path import Progress, Step
from tillid_planner.domain.breach_watch import READY
from tillid_planner.domain.errors import NotFound
from tillid_planner.exchange.target import NotSaved, save
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.services.breach_sheet import Voice, agreement_sheet, case_file, employee_sheet
from tillid_planner.services.deletion import Reason
from tillid_planner.services.sheets import Sheet
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.breach.agreement_step import AgreementPanel
from tillid_planner.ui.breach.breach_table import reminder_words, status_key
from tillid_planner.ui.breach.case_path import CasePath
from tillid_planner.ui.breach.closing_steps import ClosingPanel, LearningPanel
from tillid_planner.ui.breach.delete_case import delete_cases
from tillid_planner.ui.breach.early_steps import FactsPanel, OwnPartPanel
from tillid_planner.ui.breach.late_steps import FollowUpsPanel
from tillid_planner.ui.breach.panel import Panel
from tillid_planner.ui.breach.talk_steps import CausePanel, ConversationPanel
from tillid_planner.ui.breach.track_step import TrackPanel
from tillid_planner.ui.days import full_day_text
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.documents import documents_folder
from tillid_planner.ui.printing.breach_sheet import print_sheet, sheet_pdf
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Hairline, Menu, ScrollPage, SunkenNote, TextLabel
from tillid_planner.ui.widgets.form_header import FormHeader
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay
from tillid_planner.ui.widgets.layouts import clear_layout

_PANELS: dict[Step, Callable[[Desk], Panel]] = {
    Step.FACTS: FactsPanel,
    Step.TRACK: TrackPanel,
    Step.OWN_PART: OwnPartPanel,
    Step.CONVERSATION: ConversationPanel,
    Step.CAUSE: CausePanel,
    Step.AGREEMENT: AgreementPanel,
    Step.FOLLOW_UPS: FollowUpsPanel,
    Step.CLOSING: ClosingPanel,
    Step.LEARNING: LearningPanel,
}
_STEPS = tuple(Step)


class CasePane(QWidget):
    """``left`` asks for the list, ``talk_requested`` for the conversation."""

    left = Signal()
    talk_requested = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.case_id = 0
        self.step = Step.FACTS
        self.panels: dict[Step, Panel] = {}
        self.print_button = Button(tr("Print or save"), icon="print")
        self.more_button = Button(tr("Delete the case"), "quiet", "delete")
        self.header = FormHeader(page_name("breaches"), actions=(self.print_button, self.more_button))
        self.path = CasePath([self._say(f"step.{step}.name") for step in Step])
        self.reminders = QVBoxLayout()
        self.title = TextLabel("", "page")
        self.why = TextLabel("", muted=True)
        self._lay_out()
        self.header.back_requested.connect(self._leave)
        self.path.chosen.connect(lambda number: self.show_step(_STEPS[number]))
        self.print_button.clicked.connect(self._open_menu)
        self.more_button.clicked.connect(lambda *_: self.delete(Reason.MISTAKE))

    def show_case(self, case_id: int, step: Step | None = None) -> None:
        """Show a case at a step, by default the one to take now; raises ``NotFound``."""
        view = self.desk.session.cases.view(case_id)
        if case_id != self.case_id:
            self._close_case()
        self.case_id = case_id
        self._open(step or view.next_step or Step.CLOSING, view, afresh=True)

    def show_step(self, step: Step) -> None:
        """Go to another step of the case; what is being typed is kept first."""
        self.commit()
        self._open(Step(step), self.desk.session.cases.view(self.case_id), afresh=True)

    def refresh(self) -> None:
        """Read the case anew; when it is gone, leave."""
        if not self.case_id:
            return
        try:
            view = self.desk.session.cases.view(self.case_id)
        except NotFound:
            self._close_case()
            self.left.emit()
            return
        self._open(self.step, view, afresh=False)

    def commit(self) -> None:
        """Keep what is being typed now."""
        panel = self.panels.get(self.step)
        if panel is not None and self.case_id:
            panel.commit()

    def delete(self, reason: Reason) -> None:
        """Ask, and delete the case for good."""
        view = self.desk.session.cases.view(self.case_id)
        if delete_cases(self.desk, self, [view], reason):
            self._close_case()
            self.left.emit()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        row = QHBoxLayout()
        row.setContentsMargins(24, 10, 24, 10)
        row.addWidget(self.path, 1)
        outer.addLayout(row)
        outer.addWidget(Hairline())
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(24, 16, 24, 24)
        self.body.setSpacing(16)
        self.reminders.setSpacing(8)
        self.body.addLayout(self.reminders)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.why)
        self.body.addLayout(words)
        self.body.addStretch(1)
        self.scrolled = ScrollPage(self.content, widest=880)
        outer.addWidget(self.scrolled, 1)
        self.hiding = HidingOverlay(self.content, "window")

    def _open(self, step: Step, view: CaseView, *, afresh: bool) -> None:
        moved = step is not self.step or afresh
        self.step = step
        panel = self._panel(step)
        for other, made in self.panels.items():
            made.setVisible(other is step)
        panel.show_case(view, afresh=afresh)
        done = [n for n, stage in enumerate(view.stages) if stage.progress is Progress.DONE]
        self.path.set_current(_STEPS.index(step), done)
        self.header.set_words(view.task.name, view.assignee.name, tag=self._say(f"status.{status_key(view)}"))
        self.title.setText(self._say(f"step.{step}.title"))
        self.why.setText(self._say(f"step.{step}.why"))
        self._show_reminders(view)
        if moved:
            self.scrolled.verticalScrollBar().setValue(0)

    def _close_case(self) -> None:
        # A panel is made for one case: no word of it may stand in the next.
        self.case_id = 0
        for panel in self.panels.values():
            self.body.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.panels.clear()

    def _panel(self, step: Step) -> Panel:
        if step not in self.panels:
            panel = _PANELS[step](self.desk)
            panel.step_requested.connect(self.show_step)
            panel.talk_requested.connect(lambda: self.talk_requested.emit(self.case_id))
            if isinstance(panel, TrackPanel):
                panel.save_requested.connect(self._save_case_file)
                panel.delete_requested.connect(lambda: self.delete(Reason.LED_OUT))
            if isinstance(panel, AgreementPanel):
                panel.print_requested.connect(self._print_agreement)
            self.panels[step] = panel
            self.body.insertWidget(2, panel)
        return self.panels[step]

    def _show_reminders(self, view: CaseView) -> None:
        clear_layout(self.reminders)
        today = self.desk.session.today()
        for reminder in view.reminders:
            ready = reminder.code in READY
            if ready and self.step in (Step.FOLLOW_UPS, Step.CLOSING):
                # Said there, where what was seen is listed.
                continue
            said = reminder_words(reminder.code, dict(reminder.params), self.desk.words, today)
            note = SunkenNote("info", said, icon="check") if ready else SunkenNote("warn", said)
            self.reminders.addWidget(note)

    def _open_menu(self) -> None:
        menu = Menu(parent=self)
        menu.add(tr("The agreement, one page for both"), "print", self._print_agreement)
        menu.add(tr("All of it, for the employee"), "print", self._print_whole)
        menu.addSeparator()
        menu.add(tr("All of it as PDF, for the employee"), "export", self._save_whole)
        menu.add(tr("All of it as it stands, for the case system"), "export", self._save_case_file)
        menu.popup_once(self.print_button.mapToGlobal(QPoint(0, self.print_button.height())))

    def _voice(self) -> tuple[CaseView, Voice]:
        self.commit()
        voice = Voice(self.desk.words, full_day_text, self.desk.session.today())
        return self.desk.session.cases.view(self.case_id), voice

    def _print_agreement(self) -> None:
        view, voice = self._voice()
        sheet = agreement_sheet(view, voice, self.desk.session.endings.names_of_others(view.case))
        if print_sheet(sheet, self, one_page=True):
            self.desk.session.endings.note_export(self.case_id)

    def _whole(self) -> Sheet:
        view, voice = self._voice()
        return employee_sheet(view, voice, self.desk.session.endings.names_of_others(view.case))

    def _print_whole(self) -> None:
        if print_sheet(self._whole(), self):
            self.desk.session.endings.note_export(self.case_id)

    def _save_whole(self) -> None:
        self._save(sheet_pdf(self._whole()), tr("PDF files (*.pdf)"))

    def _save_case_file(self) -> None:
        view, voice = self._voice()
        self._save(sheet_pdf(case_file(view, voice)), tr("PDF files (*.pdf)"))

    def _save(self, content: bytes, kinds: str) -> None:
        path = ask_file(self, kinds, ".pdf")
        if path is None:
            return
        try:
            save(path, content)
        except NotSaved as error:
            self.desk.failed.emit(error)
            return
        self.desk.session.endings.note_export(self.case_id)
        self.desk.noticed.emit(Notice(tr("Saved. The file is not encrypted; keep it where others cannot read it.")))

    def _leave(self) -> None:
        self.commit()
        self._close_case()
        self.left.emit()

    def _say(self, key: str) -> str:
        return self.desk.words.text(f"breach.{key}")


def ask_file(parent: QWidget, kinds: str, suffix: str) -> Path | None:
    """Ask where to save; the name proposed names nobody."""
    offered = str(documents_folder() / (tr("case") + suffix))
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save"), offered, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(suffix)

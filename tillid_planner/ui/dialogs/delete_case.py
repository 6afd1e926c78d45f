"""Deleting cases for good: why, what goes, and that it cannot be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from tillid_planner.domain.breach_path import held_back
from tillid_planner.domain.errors import TillidError
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.services.breach_endings import Deletion, Reason
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Dialog, RadioCardGroup, SunkenNote, TextLabel
from tillid_planner.ui.widgets.refusal import show_refusal
from tillid_planner.ui.work import run_in_background

_REASONS = dict(enumerate((Reason.MISTAKE, Reason.LED_OUT, Reason.RETENTION, Reason.LEFT), start=1))


class DeleteCaseDialog(Dialog):
    """Names what goes; the safe choice is the default."""

    def __init__(self, desk: Desk, parent: QWidget, views: Sequence[CaseView], reason: Reason) -> None:
        def say(key: str, **params: object) -> str:
            return desk.words.text(f"breach.{key}", **params)

        title = (
            say("delete.title", task=views[0].task.name)
            if len(views) == 1
            else tr("Delete %n case(s)?", n=len(views))
        )
        text = say("lead_out.ask") if reason is Reason.LED_OUT else say("delete.text")
        super().__init__(
            parent, title, text, verb=say("delete.verb"), safe=say("delete.safe"), danger=True, width=520
        )
        self._desk = desk
        self._views = views
        self.deletion: Deletion | None = None
        self.reasons = RadioCardGroup(
            [(n, say(f"delete.reason.{r}")) for n, r in _REASONS.items()], vertical=True, accessible=tr("Why?")
        )
        self.reasons.set_value(next(n for n, r in _REASONS.items() if r is reason))
        self.body.addWidget(self.reasons)
        self.trouble = SunkenNote("warn", "")
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.reasons.chosen.connect(lambda *_: self.trouble.hide())
        if any(view.agreement for view in views):
            self.body.addWidget(TextLabel(say("delete.agreement_stays"), "small", muted=True))

    def confirm(self) -> None:
        """Delete, off the window's thread: every kept copy is written anew."""
        free = next((v for v in self._views if not held_back(v.case, v.sheet.agreement)), None)
        if self.reason is Reason.LED_OUT and free is not None:
            said = self._desk.words.text("faults.lower_or_pause", rung=free.case.rung_at_breach)
            show_refusal(self.trouble, said, self.reasons)
            return
        for widget in (self.verb_button, self.safe_button, self.reasons):
            widget.setEnabled(False)
        self.text.setText(self._desk.words.text("breach.delete.under_way"))
        ids = [view.case.id or 0 for view in self._views]
        reason, endings = self.reason, self._desk.session.endings
        run_in_background(
            self, lambda: endings.delete(ids, reason), done=self._done, failed=self._failed
        )

    def reject(self) -> None:
        """Stay while it is under way: it cannot be taken back half way."""
        if self.safe_button.isEnabled():
            super().reject()

    def _done(self, deletion: Deletion) -> None:
        self.deletion = deletion
        self.accept()

    def _failed(self, error: TillidError) -> None:
        self.safe_button.setEnabled(True)
        super().reject()
        self._desk.failed.emit(error)

    @property
    def reason(self) -> Reason:
        """Why they are deleted."""
        return _REASONS[self.reasons.value() or 1]


def delete_cases(desk: Desk, parent: QWidget, views: Sequence[CaseView], reason: Reason) -> bool:
    """Ask, delete, and say what could not be reached; return whether they were deleted."""
    dialog = DeleteCaseDialog(desk, parent, views, reason)
    dialog.exec()
    deletion = dialog.deletion
    dialog.deleteLater()
    if deletion is None:
        return False
    desk.run(lambda: deletion.changes)
    left, say = deletion.copies_left, desk.words.text
    text = say("breach.delete.copies_left", names=", ".join(left)) if left else say("breach.delete.done")
    desk.noticed.emit(Notice(text))
    return True

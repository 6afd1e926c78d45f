"""Deleting cases for good: why, what goes, and that it cannot be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.breach_path import held_back
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.services.deletion import Reason
from tillid_planner.ui.deleting.dialog import DeleteDialog, say_deleted
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import RadioCardGroup, SunkenNote, TextLabel
from tillid_planner.ui.widgets.refusal import show_refusal

_REASONS = dict(enumerate((Reason.MISTAKE, Reason.LED_OUT, Reason.RETENTION, Reason.LEFT), start=1))


class DeleteCaseDialog(DeleteDialog):
    """Names what goes; the safe choice is the default."""

    def __init__(self, desk: Desk, parent: QWidget, views: Sequence[CaseView], reason: Reason) -> None:
        def say(key: str, **params: object) -> str:
            return desk.words.text(f"breach.{key}", **params)

        title = (
            say("delete.title", task=views[0].task.name) if len(views) == 1 else tr("Delete %n case(s)?", n=len(views))
        )
        text = say("lead_out.ask") if reason is Reason.LED_OUT else say("delete.text")
        super().__init__(desk, parent, title, text, desk.words.text("deletion.verb"))
        self._views = views
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

    @override
    def confirm(self) -> None:
        """Delete, unless the pair is still as free as at the breach."""
        free = next((v for v in self._views if not held_back(v.case, v.sheet.agreement)), None)
        if self.reason is Reason.LED_OUT and free is not None:
            said = self.desk.words.text("faults.lower_or_pause", rung=free.case.rung_at_breach)
            show_refusal(self.trouble, said, self.reasons)
            return
        ids = [view.case.id or 0 for view in self._views]
        reason, endings = self.reason, self.desk.session.endings
        self.delete(lambda: endings.delete(ids, reason))

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
    return say_deleted(desk, deletion, desk.words.text("breach.delete.done"))

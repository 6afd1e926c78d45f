"""A dialog whose half-typed fields are there again when it is opened anew."""

from __future__ import annotations

from typing_extensions import override

from tillid_planner.ui.widgets.dialog import Dialog
from tillid_planner.ui.widgets.form_draft import FormDraft


class DraftDialog(Dialog):
    """Keeps what is typed as a draft, unless it is stored; a subclass makes ``draft`` and binds its fields to it."""

    draft: FormDraft

    @override
    def done(self, result: int) -> None:
        if result == self.DialogCode.Accepted:
            self.draft.end()
        self.draft.leave()
        super().done(result)

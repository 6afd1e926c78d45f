"""The dialogs about a control: what staff say, stopping it, trying without it, and taking it off a task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.standing_control import Meaning
from tillid_planner.services.controls import ControlView, SetBack
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import CheckBox, DateField, Dialog, Field, FreeLine, RadioCardGroup, TextLabel
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.refusal import refuse, show_faults

#: A trial without lasts so long unless another day is chosen.
_TRIAL_DAYS = 91


class AnswerDialog(Dialog):
    """Asks what staff say of a control: one answer for the group, said aloud."""

    def __init__(self, desk: Desk, view: ControlView, parent: QWidget | None = None) -> None:
        text = tr("One answer for the group, said aloud at a meeting. No count, no names.")
        super().__init__(parent, tr("Does it make sense to you?"), text, verb=tr("Note the answer"), width=480)
        self._desk, self._control_id = desk, view.control.id or 0
        today = desk.session.today()
        self.meaning = RadioCardGroup(
            [(int(m), desk.words.text(f"frames.meaning.{int(m)}")) for m in sorted(Meaning, reverse=True)],
            vertical=True,
            accessible=tr("Does it make sense to you?"),
        )
        self.said = FreeLine()
        self.marked_on = DateField(today, today=today, required=True)
        self.fields = {
            "said": Field(tr("What was said?"), self.said),
            "marked_on": Field(tr("When?"), self.marked_on),
        }
        self.missing = TextLabel(desk.words.text("faults.required"), "small", color="warn_text")
        self.missing.hide()
        for part in (self.meaning, self.missing, *self.fields.values()):
            self.body.addWidget(part)
        self.meaning.chosen.connect(lambda *_: self.missing.hide())

    @override
    def confirm(self) -> None:
        """Note the answer, or say what is missing."""
        value = self.meaning.value()
        if value is None:
            self.missing.show()
            self.meaning.take_focus(focus_reason())
            return
        day = self.marked_on.read()
        if day is None:
            refuse(self.fields["marked_on"], self.marked_on.error() or "")
            return
        meaning, said = Meaning(value), self.said.text()
        reply = self._desk.run(
            lambda: self._desk.session.controls.mark(self._control_id, meaning, said, day), tr("The answer is noted.")
        )
        if reply.invalid is not None:
            show_faults(self._desk.words, self.fields, reply.invalid.faults)
        elif not reply.failed:
            self.accept()


class LeavingDialog(Dialog):
    """A control stops, is tried without, or leaves a task: each task it changed can be set back in the same step."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        title: str,
        *,
        verb: str,
        back: Sequence[SetBack],
        until: bool = False,
    ) -> None:
        super().__init__(parent, title, verb=verb, width=480)
        self._desk = desk
        today = desk.session.today()
        self.boxes: dict[int, CheckBox] = {}
        self.until = DateField(today + timedelta(days=_TRIAL_DAYS), today=today, required=True)
        self.until_field = Field(tr("Until"), self.until)
        self.body.addWidget(self.until_field)
        self.until_field.setVisible(until)
        for one in back:
            box = CheckBox(tr("Set {task} back: {values}", task=one.task.name, values=self._values(one)))
            box.setChecked(True)
            self.boxes[one.task.id or 0] = box
            self.body.addWidget(box)
        if back:
            self.body.addWidget(
                TextLabel(tr("What is not set back stays as it is. Agreed rungs stay."), "small", muted=True)
            )

    @property
    def set_back(self) -> list[int]:
        """The tasks that are to be set back."""
        return [task_id for task_id, box in self.boxes.items() if box.isChecked()]

    @override
    def confirm(self) -> None:
        """Accept, unless the day cannot be read or has come."""
        if self.until_field.isHidden() or self.until_is_right():
            self.accept()

    def until_is_right(self) -> bool:
        """Whether the day lies ahead; says at the field what is wrong."""
        day = self.until.read()
        if day is None or day <= self._desk.session.today():
            refuse(self.until_field, self.until.error() or self._desk.words.text("faults.in_the_past"))
            return False
        return True

    def _values(self, one: SetBack) -> str:
        names = {"detection": tr("Caught in time"), "reversal": tr("Can be undone")}
        said = [
            f"{names[field]}: {self._desk.words.text(f'frames.{field}.{value}')}" for field, value in one.values.items()
        ]
        return ", ".join(said)


def stop(desk: Desk, parent: QWidget, view: ControlView) -> bool:
    """Ask, and stop a control; return whether it was."""
    control_id = view.control.id or 0
    back = desk.session.controls.set_back_without(control_id)
    dialog = LeavingDialog(
        desk, parent, tr("Stop “{name}”?", name=view.control.name), verb=tr("Stop the control"), back=back
    )
    return _run(
        desk, dialog, lambda: desk.session.controls.end(control_id, dialog.set_back), tr("The control is stopped.")
    )


def try_without(desk: Desk, parent: QWidget, view: ControlView) -> bool:
    """Ask until when, and try without a control; return whether it is."""
    control_id = view.control.id or 0
    back = desk.session.controls.set_back_without(control_id)
    dialog = LeavingDialog(
        desk, parent, tr("Try without “{name}”", name=view.control.name), verb=tr("Try without"), back=back, until=True
    )

    def act() -> Changes:
        day = dialog.until.read()
        assert day is not None
        return desk.session.controls.try_without(control_id, day, dialog.set_back)

    return _run(desk, dialog, act, tr("You are trying without it."))


def unlink(desk: Desk, parent: QWidget, view: ControlView, task_id: int) -> bool:
    """Take a control off a task, after asking where the task would go back; return whether it was."""
    controls, control_id = desk.session.controls, view.control.id or 0
    back = controls.set_back_without(control_id, task_id)
    said = tr("The control is off the task.")
    if not back:
        return bool(desk.run(lambda: controls.unlink(control_id, task_id), said))
    title = tr("Unlink “{name}” from {task}?", name=view.control.name, task=back[0].task.name)
    dialog = LeavingDialog(desk, parent, title, verb=tr("Unlink"), back=back)
    return _run(desk, dialog, lambda: controls.unlink(control_id, task_id, set_back=bool(dialog.set_back)), said)


def _run(desk: Desk, dialog: LeavingDialog, act: Callable[[], Changes], said: str) -> bool:
    done = bool(dialog.exec()) and bool(desk.run(act, said))
    dialog.deleteLater()
    return done

"""The suggestion: opened, not pushed; what limits it and what would lift it, in the words of the content."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.binding import Action
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.explanation import Wording, explain, listed, put_into_words
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.inspector.how_dialog import HowDialog
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.widgets import (
    Button,
    FlowLayout,
    IconLabel,
    Menu,
    RungBadge,
    SunkenNote,
    TextButton,
    TextLabel,
)
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.link import Link
from tillid_planner.ui.widgets.rungs import RungRow, fill_rung_menu, rung_name
from tillid_planner.ui.widgets.snug_scroll import SnugScroll

_STOPS = frozenset({Action.NOT_DELEGABLE, Action.STOP_AND_HANDLE})


class SuggestionPanel(QWidget):
    """Stands under the ratings. ``agree_requested`` carries the rung to agree on; ``opened`` that it was opened."""

    agree_requested = Signal(int)
    opened = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet: Sheet | None = None
        self.own = RungRow(desk.words, accessible=tr("Your own bid first"), clear=tr("Take the bid away"))
        self.open_button = Button(tr("See the suggestion"))
        self.agree_button = Button("", "primary")
        self.other_button = Button(tr("Choose another rung"))
        self.menu = Menu(parent=self)
        self.other_button.setMenu(self.menu)
        self.how_button = Link(tr("How this is worked out"))
        self._lay_out()
        self.own.chosen.connect(self._keep_own)
        self.own.cleared.connect(lambda: self._keep_own(None))
        self.open_button.clicked.connect(self.opened)
        self.agree_button.clicked.connect(lambda *_: self._agree())
        self.how_button.clicked.connect(lambda *_: self._explain_rule())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 11, 16, 12)
        column.setSpacing(10)
        self.describe_button = TextButton(tr("Describe the task"), flush=True)
        self.describe_button.clicked.connect(lambda *_: self._describe())
        self.missing = SunkenNote("warn", "", action=self.describe_button)
        column.addWidget(self.missing)
        self.closed = QWidget()
        closed = QVBoxLayout(self.closed)
        closed.setContentsMargins(0, 0, 0, 0)
        closed.setSpacing(4)
        closed.addWidget(TextLabel(tr("Your own bid first, if you like"), "small", muted=True))
        row = FlowLayout(gap=16, row_gap=8)
        row.addWidget(self.own)
        row.addWidget(self.open_button)
        closed.addLayout(row)
        column.addWidget(self.closed)
        self._content = QWidget()
        self._texts = QVBoxLayout(self._content)
        self._texts.setContentsMargins(0, 0, 0, 0)
        self._texts.setSpacing(6)
        self.area = SnugScroll(self._content)
        column.addWidget(self.area)
        self.buttons = QWidget()
        self.how_button.setMinimumHeight(scaled(32))
        self._flow = FlowLayout(self.buttons, gap=8, row_gap=8)
        for made in (self.agree_button, self.other_button, self.how_button):
            self._flow.addWidget(made)
        column.addWidget(self.buttons)
        self._hiding = HidingOverlay(self, "sunken")

    def set_room(self, height: int) -> None:
        """Take at most *height* pixels; longer explanations scroll."""
        self.area.set_limit(max(scaled(72), height - self._around()))

    def wanted_height(self) -> int:
        """Return the height in pixels at which nothing scrolls."""
        return self.area.wanted_height(self._inner_width()) + self._around()

    def _around(self) -> int:
        return 11 + 10 + 12 + self._flow.heightForWidth(self._inner_width())

    def _inner_width(self) -> int:
        return max(1, self.width() - 32)

    def show_sheet(self, sheet: Sheet, *, is_open: bool) -> None:
        """Show the way to the suggestion, or the suggestion itself once it is opened."""
        self._sheet = sheet
        described = sheet.suggestion is not None and sheet.case is not None
        self.missing.setVisible(not described)
        if not described:
            self.missing.set_text(
                tr(
                    "Nothing can be suggested until the task is described: "
                    "what follows if it goes wrong, and how clear it is."
                )
            )
        self.closed.setVisible(described and not is_open)
        self.area.setVisible(described and is_open)
        self.own.set_value(sheet.pair.own_rung)
        ready = all(dimension in sheet.ratings for dimension in Dimension)
        self.open_button.set_kind("primary" if ready else "secondary")
        self._show_buttons(sheet, is_open)
        if described and is_open:
            self._say(sheet)

    def _show_buttons(self, sheet: Sheet, is_open: bool) -> None:
        rung = sheet.suggestion.rung if sheet.suggestion else None
        known = is_open or sheet.suggestion is None
        self.buttons.setVisible(known)
        self.agree_button.setVisible(rung is not None)
        self.how_button.setVisible(sheet.suggestion is not None)
        self.other_button.setText(tr("Choose another rung") if rung is not None else tr("Choose a rung"))
        renewed = sheet.agreement is not None and sheet.agreement.rung == rung
        if rung == 0:
            self.agree_button.setText(tr("Pause the task"))
        elif rung is not None:
            self.agree_button.setText(
                tr("Renew rung {rung}", rung=rung) if renewed else tr("Agree on rung {rung}", rung=rung)
            )
        self.agree_button.set_kind("secondary" if renewed else "primary")
        fill_rung_menu(self.menu, self._desk.words, sheet.task.legal_ceiling, self.agree_requested.emit)

    def _say(self, sheet: Sheet) -> None:
        clear_layout(self._texts)
        case, suggestion = sheet.case, sheet.suggestion
        if case is None or suggestion is None:
            return
        wording = put_into_words(explain(case, suggestion), self._desk.words)
        self._texts.addLayout(self._head(sheet, wording, suggestion.rung))
        if suggestion.rung == 0:
            self._texts.addWidget(SunkenNote("stop", wording.head))
        elif suggestion.rung is None:
            self._text(_sentence(listed(wording.limits, self._desk.words)), wording.head)
        elif wording.limits:
            self._text(listed(wording.limits, self._desk.words) + ".", wording.limits_head)
        else:
            self._text(wording.unlimited)
        if wording.frame_note:
            self._texts.addWidget(SunkenNote("frame", wording.frame_note))
        self._lift(sheet, wording)
        if wording.fixed:
            self._text(wording.fixed)
        for action, flag in zip(suggestion.actions, wording.flags, strict=True):
            if action not in _STOPS:
                self._texts.addWidget(TextLabel(flag, "small", icon="info", icon_role="text_muted"))
        # Shown by the layout only later; the height is wanted now.
        for widget in self._content.findChildren(QWidget):
            widget.show()
        self.area.verticalScrollBar().setValue(0)

    def _head(self, sheet: Sheet, wording: Wording, rung: int | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(12)
        row.addWidget(RungBadge(rung, "agreed" if rung is not None else "none", 32), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        title = tr("Suggestion: pause") if rung == 0 else wording.head.rstrip(".:")
        words.addWidget(TextLabel(title, "section", line=20))
        beside = " ".join(part for part in (*self._comparison(sheet, rung), wording.span) if part)
        if beside:
            words.addWidget(TextLabel(beside, "small", muted=True))
        row.addLayout(words, 1)
        return row

    def _comparison(self, sheet: Sheet, rung: int | None) -> tuple[str, str]:
        own, agreed = sheet.pair.own_rung, sheet.agreement
        bid = ""
        if own is not None and rung is not None:
            bid = (
                tr("Your own bid was {rung} too.", rung=own)
                if own == rung
                else tr("Your own bid was {rung}.", rung=own)
            )
        if agreed is None:
            return bid, ""
        name = rung_name(self._desk.words, agreed.rung)
        if agreed.rung == 0:
            return bid, tr("The task is paused today.")
        return bid, tr("Agreed today is rung {rung}, {name}.", rung=agreed.rung, name=name)

    def _lift(self, sheet: Sheet, wording: Wording) -> None:
        if not wording.lift:
            return
        self._text("", wording.lift_head)
        suggestion = sheet.suggestion
        nets = [any(need == "net" for need, _ in needs) for needs in suggestion.lift] if suggestion else []
        for number, (needs, net) in enumerate(zip(wording.lift, nets, strict=True)):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(IconLabel("net" if net else "rung", 16), 0, Qt.AlignmentFlag.AlignTop)
            text = listed(needs, self._desk.words) + "."
            lead = self._desk.words.text("explanation.or_head").rstrip(":") if number else ""
            row.addWidget(TextLabel(text if number else _sentence(text), "small", lead=lead), 1)
            self._texts.addLayout(row)

    def _text(self, text: str, lead: str = "") -> None:
        self._texts.addWidget(TextLabel(text, "small", lead=lead))

    def _keep_own(self, rung: int | None) -> None:
        if self._sheet is not None:
            task_id, assignee_id = self._sheet.task.id or 0, self._sheet.assignee.id or 0
            self._desk.run(lambda: self._desk.session.trust.set_own_rung(task_id, assignee_id, rung))

    def _agree(self) -> None:
        if self._sheet is not None and self._sheet.suggestion is not None:
            rung = self._sheet.suggestion.rung
            if rung is not None:
                self.agree_requested.emit(rung)

    def _describe(self) -> None:
        if self._sheet is not None:
            self._desk.go("tasks", Target(task_id=self._sheet.task.id))

    def _explain_rule(self) -> None:
        if self._sheet is not None:
            dialog = HowDialog(self._desk, self._sheet, self)
            dialog.exec()
            dialog.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(QRect(0, 0, self.width(), 1), theme.line)


def _sentence(text: str) -> str:
    """Begin with a capital, and end with a full stop."""
    text = text if text.endswith(".") else f"{text}."
    return text[:1].upper() + text[1:]

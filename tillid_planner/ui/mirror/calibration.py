"""The calibration round: six invented cases rated by the anchors; then both answers side by side. Nothing is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    Card,
    RadioCardGroup,
    ScrollPage,
    StepPath,
    SunkenNote,
    TextLabel,
)
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.layouts import clear_layout

_WIDEST = 760


class CalibrationTab(QWidget):
    """One case at a time, then the answers beside the anchors'; it can be gone through again at any time."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._keys = sorted(words.section("calibration.case"), key=int)
        self._answers: dict[str, int] = {}
        self._at = 0
        self.path = StepPath([str(number) for number in range(1, len(self._keys) + 1)], compact=True)
        self.text = TextLabel("", "page", weight=400, line=30)
        self.question = TextLabel("", muted=True)
        self.anchors = RadioCardGroup([], vertical=True, numbered=True, accessible=tr("Which anchor fits?"))
        self.next_button = Button(tr("Next case"), "primary", "right")
        self.back_button = Button(tr("The case before"), "quiet")
        self.again_button = Button(tr("Go through it again"))
        self._lay_out()
        self.anchors.chosen.connect(self._choose)
        self.next_button.clicked.connect(lambda *_: self._go(self._at + 1))
        self.back_button.clicked.connect(lambda *_: self._go(self._at - 1))
        self.again_button.clicked.connect(lambda *_: self.begin())
        self.begin()

    @property
    def answers(self) -> dict[str, int]:
        """What has been chosen so far, by the case's key."""
        return dict(self._answers)

    def begin(self) -> None:
        """Begin at the first case, with nothing chosen."""
        self._answers = {}
        self._go(0)

    def _lay_out(self) -> None:
        self.case = QWidget()
        column = QVBoxLayout(self.case)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.path)
        column.addWidget(self.text)
        column.addWidget(self.question)
        column.addWidget(self.anchors)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.next_button)
        acts.addWidget(self.back_button)
        acts.addStretch(1)
        column.addLayout(acts)
        self.result = QWidget()
        self._rows = QVBoxLayout(self.result)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(24, 16, 24, 24)
        whole.setSpacing(16)
        note = tr("Six invented cases. Rate them by the anchors before you rate your own people. Nothing is kept.")
        whole.addWidget(TextLabel(note, muted=True))
        whole.addWidget(self.case)
        whole.addWidget(self.result)
        whole.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addStretch(1)
        self.area = ScrollPage(content, widest=scaled(_WIDEST) + 48)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _go(self, number: int) -> None:
        focused = QApplication.focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        self._at = max(0, number)
        over = self._at >= len(self._keys)
        self.case.setVisible(not over)
        self.result.setVisible(over)
        self.again_button.setVisible(over)
        if over:
            self._show_result()
            self.again_button.setFocus(focus_reason())
        else:
            self._show_case(self._keys[self._at], here)
        self.area.verticalScrollBar().setValue(0)

    def _show_case(self, key: str, take_focus: bool) -> None:
        words, dimension = self._words, self._words.text(f"calibration.case.{key}.dimension")
        self.path.set_current(self._at, list(range(self._at)))
        self.text.setText(words.text(f"calibration.case.{key}.text"))
        self.question.setText(tr("How would you rate {what}?", what=words.text(f"anchors.{dimension}.name").lower()))
        self.anchors.set_options([(value, words.text(f"anchors.{dimension}.{value}")) for value in range(1, 6)])
        self.anchors.set_value(self._answers.get(key))
        self.anchors.tab_on_to(self.next_button)
        if take_focus:
            # Before the button is shut: a shut one would send the keyboard out of the page.
            self.anchors.take_focus(focus_reason())
        QWidget.setTabOrder(self.next_button, self.back_button)
        self.next_button.setEnabled(key in self._answers)
        last = self._at == len(self._keys) - 1
        self.next_button.setText(tr("See the answers") if last else tr("Next case"))
        self.back_button.setVisible(self._at > 0)

    def _choose(self, value: int) -> None:
        self._answers[self._keys[self._at]] = value
        self.next_button.setEnabled(True)

    def _show_result(self) -> None:
        clear_layout(self._rows)
        for number, key in enumerate(self._keys, start=1):
            self._rows.addWidget(self._answer(number, key))

    def _answer(self, number: int, key: str) -> Card:
        words = self._words
        dimension = words.text(f"calibration.case.{key}.dimension")
        anchor = words.text(f"calibration.case.{key}.answer")
        own = self._answers.get(key, 0)
        name = words.text(f"anchors.{dimension}.name")
        card = Card(tr("Case {number} · {what}", number=number, what=name))
        card.add(TextLabel(words.text(f"calibration.case.{key}.text"), muted=True))
        same = own == int(anchor)
        said = (
            tr("You and the anchors: {value}.", value=own)
            if same
            else tr("You: {own}. The anchors: {value}.", own=own, value=anchor)
        )
        card.add(TextLabel(words.text(f"anchors.{dimension}.{anchor}"), lead=said))
        card.add(SunkenNote("info", words.text(f"calibration.case.{key}.why"), lead=tr("Why:")))
        return card

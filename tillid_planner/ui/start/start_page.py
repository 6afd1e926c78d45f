"""What the pages before an open plan share: a title, a note about what went wrong, and being busy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.domain.errors import TillidError
from tillid_planner.ui.start.column import Column, Scrolling
from tillid_planner.ui.widgets import Button, FlowLayout, Plate, TextLabel
from tillid_planner.ui.widgets.failure import failure_words
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.work import run_in_background

#: What a note offers to do: the words on the button, and what happens.
Way = tuple[str, Callable[[], object]]
_BUSY_SHOWN_AFTER = 300  # ms
_BELOW = 20


class StartPage(QWidget):
    """One column with a title; keys are worked on in another thread while the page waits."""

    #: The page waits for the keys (True) or can be used again (False).
    busy_changed = Signal(bool)

    def __init__(self, words: Words, title: str, subtitle: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.busy = False
        self.column = Column(width)
        self.body = self.column.body
        self.body.setSpacing(0)
        self.title = TextLabel(title, "large")
        self.subtitle = TextLabel(subtitle, muted=True)
        self.note = FailureNote(words)
        self._line = _BusyLine()
        self.body.addWidget(self.title)
        self.body.addSpacing(4)
        self.body.addWidget(self.subtitle)
        self.body.addSpacing(8)
        self.body.addWidget(self._line)
        self.body.addSpacing(16)
        self.body.addWidget(self.note)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolling(self.column))
        self.setAccessibleName(title)

    def start(self) -> None:
        """Put the keyboard where typing begins; called when the page is shown."""

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[TillidError], object],
        unclaimed: Callable[[Any], object] | None = None,
    ) -> None:
        """Work beside the event loop; the page is busy until *done* or *failed* is called.

        A page that is gone by then hands what was opened to *unclaimed*.
        """
        if self.busy:
            return
        self.note.clear()
        self._set_busy(True)
        run_in_background(
            self,
            work,
            done=done,
            failed=failed,
            unclaimed=unclaimed,
            ended=lambda: self._set_busy(False),
        )

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self._line.set_busy(busy)
        self.busy_changed.emit(busy)


class FailureNote(QWidget):
    """What happened, what is safe, and ways on; out of sight while all is well."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, _BELOW)
        plate = Plate("warn_fill", "warn_line")
        outer.addWidget(plate)
        column = QVBoxLayout(plate)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        self.title = TextLabel("", weight=600, color="warn_text", icon="warning", icon_role="warn_icon")
        self.text = TextLabel("", color="warn_text")
        column.addWidget(self.title)
        column.addWidget(self.text)
        self._ways = FlowLayout()
        self._ways.setContentsMargins(0, 6, 0, 0)
        column.addLayout(self._ways)
        self.hide()

    def tell(self, error: TillidError, ways: Sequence[Way] = (), more: str = "") -> None:
        """Show an error, *more* about it, and buttons for the ways on."""
        title, text = failure_words(error, self._words)
        self.say(title, f"{text} {more}".strip(), ways)

    def say(self, title: str, text: str, ways: Sequence[Way] = ()) -> None:
        """Show a title, a text and buttons."""
        self._drop_ways()
        self.title.setText(title)
        self.text.setText(text)
        for words, act in ways:
            button = Button(words)
            button.clicked.connect(lambda *_, do=act: do())
            self._ways.addWidget(button)
        self.setAccessibleName(f"{title}. {text}")
        self.show()
        first = self._ways.itemAt(0)
        way = first.widget() if first is not None else None
        if way is not None:
            # While the program was at work nothing could be pressed, and the keyboard was nowhere.
            way.setFocus(focus_reason())

    def clear(self) -> None:
        """Take the note away."""
        self._drop_ways()
        self.hide()

    def _drop_ways(self) -> None:
        clear_layout(self._ways)


class _BusyLine(QProgressBar):
    """A quiet line that comes when waiting takes longer than a moment; its room is always kept."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 1)
        self.setTextVisible(False)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_BUSY_SHOWN_AFTER)
        self._wait.timeout.connect(self._appear)
        self.hide()

    def set_busy(self, busy: bool) -> None:
        if busy:
            self._wait.start()
        else:
            self._wait.stop()
            self.setRange(0, 1)
            self.hide()

    def _appear(self) -> None:
        self.setRange(0, 0)
        self.show()

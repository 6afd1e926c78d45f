"""Waiting between wrong passphrases: each one makes the next try wait longer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

_LONGEST_WAIT = 30


class SlowDown(QObject):
    """Counts wrong tries and the seconds until the next one; the first mistake costs nothing."""

    #: Another number of seconds is left.
    changed = Signal()

    #: How long one second of waiting lasts, in milliseconds.
    second = 1000

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seconds_left = 0
        self._wrong = 0
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._count_down)

    def count_wrong(self) -> None:
        """Take a wrong try into account."""
        self._wrong += 1
        if self._wrong > 1:
            self.seconds_left = min(2 ** (self._wrong - 2), _LONGEST_WAIT)
            self._tick.start(self.second)
            self.changed.emit()

    def forget(self) -> None:
        """Begin to count anew; a wait that is under way goes on."""
        self._wrong = 0

    def _count_down(self) -> None:
        self.seconds_left = max(0, self.seconds_left - 1)
        if not self.seconds_left:
            self._tick.stop()
        self.changed.emit()

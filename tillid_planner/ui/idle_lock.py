"""When an open plan locks by itself: after a while without a sign of life, and when the computer has slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_BEAT_SECONDS = 10
#: So much longer than a beat may a beat take on a busy computer; beyond it, the computer was asleep.
_SLACK_SECONDS = 30
#: So long before it locks, notice is given; never more than half of the time there is.
NOTICE_MS = 30_000


class IdleLock(QObject):
    """Counts the idle minutes of an open plan.

    Qt's timers stand still while a computer sleeps, so a lid that was shut for the night would count for nothing.
    The clock on the wall goes on, and a beat that comes far too late tells of the sleep.
    """

    #: It locks soon, unless somebody is there.
    soon = Signal()
    #: It is time to lock.
    due = Signal()

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.time) -> None:
        """Read the time, in seconds, from *clock*."""
        super().__init__(parent)
        self._clock = clock
        self._beaten_at = 0.0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._lock)
        self._notice = QTimer(self)
        self._notice.setSingleShot(True)
        self._notice.timeout.connect(self.soon)
        self._heart = QTimer(self)
        self._heart.setInterval(_BEAT_SECONDS * 1000)
        self._heart.timeout.connect(self._beat)

    @property
    def runs(self) -> bool:
        """Whether it counts."""
        return self._idle.isActive()

    def set_minutes(self, minutes: float) -> None:
        """Lock after so many minutes; 0 never locks by itself."""
        idle = round(minutes * 60_000)
        self._idle.setInterval(idle)
        self._notice.setInterval(max(idle - NOTICE_MS, idle // 2))
        if minutes == 0:
            self.stop()

    def start(self) -> None:
        """Begin to count, unless it never locks."""
        if self._idle.interval():
            self._count()
            self._beaten_at = self._clock()
            self._heart.start()

    def stop(self) -> None:
        """Count no more."""
        self._idle.stop()
        self._notice.stop()
        self._heart.stop()

    def sign_of_life(self) -> None:
        """Begin the minutes anew, if they are counted."""
        if self.runs:
            # The first touch after a sleep is no sign that somebody was here all the time.
            self._beat()
        if self.runs:
            self._count()

    def _count(self) -> None:
        self._idle.start()
        self._notice.start()

    def _beat(self) -> None:
        now = self._clock()
        slept = now - self._beaten_at > _BEAT_SECONDS + _SLACK_SECONDS
        self._beaten_at = now
        if slept:
            self._lock()

    def _lock(self) -> None:
        self.stop()
        self.due.emit()

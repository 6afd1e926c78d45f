"""Background work off the interface thread (keys, backups, big files); the outcome is delivered on that thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

from tillid_planner.domain.errors import TillidError

_running: set[_Errand] = set()


class _Errand(QObject):
    """One piece of work; lives in the thread that asked, and tells the outcome there."""

    ended = Signal(object, object)

    def __init__(
        self,
        owner: QObject,
        done: Callable[[Any], object] | None,
        failed: Callable[[TillidError], object] | None,
        unclaimed: Callable[[Any], object] | None,
        ended: Callable[[], object] | None,
    ) -> None:
        super().__init__()
        self._owner, self._done, self._failed, self._unclaimed = owner, done, failed, unclaimed
        self._ended = ended
        self.ended.connect(self._finish)

    def run(self, work: Callable[[], object]) -> None:
        """Do the work; runs in another thread."""
        try:
            outcome = work()
        except Exception as error:
            # Carried to the thread that asked: told there if it is the environment's, raised if it is ours.
            self.ended.emit(None, error)
        else:
            self.ended.emit(outcome, None)

    def _finish(self, outcome: object, error: Exception | None) -> None:
        _running.discard(self)
        claimed = isValid(self._owner)
        if claimed and self._ended is not None:
            self._ended()
        if error is None:
            end = self._done if claimed else self._unclaimed
            if end is not None:
                end(outcome)
        elif not isinstance(error, TillidError):
            raise error
        elif claimed and self._failed is not None:
            self._failed(error)


def run_in_background(
    owner: QObject,
    work: Callable[[], Any],
    *,
    done: Callable[[Any], object] | None = None,
    failed: Callable[[TillidError], object] | None = None,
    unclaimed: Callable[[Any], object] | None = None,
    ended: Callable[[], object] | None = None,
) -> None:
    """Run *work* in another thread, then *done* with what it returned or *failed* with the error, in this one.

    If *owner* is gone by then, *unclaimed* gets what was returned, so that nothing stays open. An exception
    that is no ``TillidError`` is a bug: it is raised in this thread. *ended* is called first, however it ended,
    so that nobody waits for ever.
    """
    errand = _Errand(owner, done, failed, unclaimed, ended)
    _running.add(errand)
    QThreadPool.globalInstance().start(lambda: errand.run(work))


def is_running() -> bool:
    """Whether some work is still under way, or its outcome still to be told."""
    return bool(_running)

"""Long work off the interface's thread, with its end told back on it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from tillid_planner.domain.errors import TillidError


class _Ends(QObject):
    done = Signal(object)
    failed = Signal(TillidError)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], ends: _Ends) -> None:
        super().__init__()
        self._work = work
        self._ends = ends

    def run(self) -> None:
        try:
            result = self._work()
        except TillidError as error:
            self._tell(self._ends.failed, error)
        except Exception as error:
            unknown = TillidError("unknown")
            unknown.__cause__ = error
            self._tell(self._ends.failed, unknown)
        else:
            self._tell(self._ends.done, result)

    def _tell(self, end: Any, value: Any) -> None:
        # Whoever asked may be gone with the window; then nobody is told.
        with contextlib.suppress(RuntimeError):
            end.emit(value)


def run_in_background(
    owner: QObject,
    work: Callable[[], Any],
    *,
    done: Callable[[Any], object] | None = None,
    failed: Callable[[TillidError], object] | None = None,
) -> None:
    """Run ``work`` in another thread; ``done`` or ``failed`` is called on the interface's thread while ``owner`` lives."""
    ends = _Ends(owner)
    if done is not None:
        ends.done.connect(done)
    if failed is not None:
        ends.failed.connect(failed)
    QThreadPool.globalInstance().start(_Work(work, ends))

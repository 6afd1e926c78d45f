"""The binding itself: a release that loses references aborts the program after some thousand calls."""

import sys

from PySide6.QtWidgets import QWidget


def test_void_calls_do_not_lose_references_to_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(10_000):
        widget.update()
    lost = before - sys.getrefcount(None)
    # From Python 3.12 None is immortal and its count says nothing; then there is nothing to lose either.
    assert lost < 1000

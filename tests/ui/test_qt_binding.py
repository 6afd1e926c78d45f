"""The binding itself: a release that loses references aborts the program after some thousand calls."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget

import tillid_planner.ui


def test_void_calls_do_not_lose_references_to_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(10_000):
        widget.update()
    lost = before - sys.getrefcount(None)
    # From Python 3.12 None is immortal and its count says nothing; then there is nothing to lose either.
    assert lost < 1000


def test_nobody_walks_along_the_chain_of_tab():
    # Reading it through the binding leaves it broken: the program may crash later, when a widget in it goes.
    sources = Path(tillid_planner.ui.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if "InFocusChain" in path.read_text("utf-8")] == []

"""Process start to the first window: ours against an empty PySide6 window, side by side (reliability B1).

Two moments count: the first window is painted, and it can be used, which is when its form is painted and the
keyboard is in the field to begin with. Both are taken for the first start and for unlocking a plan used lately,
through the command line's own entrance, with settings that lie where the program looks for them.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tillid_planner import settings

ROUNDS = 15

# Each child tells its moments as they come, and ends.
_EMPTY = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1366, 768)
window.show()
app.processEvents()
print("painted", flush=True)
"""
# Ours runs as it does from the command line, up to where it would wait for events for good.
_OURS = """
from tillid_planner import display
from tillid_planner.cli import main

def look():
    from PySide6.QtWidgets import QApplication
    app = QApplication.instance()
    app.processEvents()
    print("painted", flush=True)
    for _ in range(1000):
        if app.focusWidget() is not None:
            break
        app.processEvents()
    app.sendPostedEvents()  # which paints
    print("usable", flush=True)
    from PySide6.QtWidgets import QLineEdit
    assert isinstance(app.focusWidget(), QLineEdit) and app.focusWidget().isVisible()
    return 0

def trouble(asked=display.trouble):
    # The last thing that is asked before Qt is loaded.
    found = asked()
    from PySide6.QtWidgets import QApplication
    QApplication.exec = staticmethod(look)
    return found

display.trouble = trouble
main([])
"""


def _times(code: str, moments: tuple[str, ...], environment: dict[str, str]) -> list[float]:
    start = time.perf_counter()
    found = []
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        for moment in moments:
            assert child.stdout.readline() == f"{moment}\n"
            found.append(time.perf_counter() - start)
    return found


def _measure(name: str, environment: dict[str, str]) -> None:
    empty: list[float] = []
    painted: list[float] = []
    usable: list[float] = []
    for _ in range(ROUNDS):
        empty += _times(_EMPTY, ("painted",), environment)
        first, then = _times(_OURS, ("painted", "usable"), environment)
        painted.append(first)
        usable.append(then)
    base = statistics.median(empty)
    told = [
        f"{what} {statistics.median(times) * 1000:.0f} ms, ratio {statistics.median(times) / base:.2f}"
        for what, times in (("painted", painted), ("usable", usable))
    ]
    print(f"B1 {name}: empty {base * 1000:.0f} ms, {'; '.join(told)} (target 1.5)")


def _keep_plan(folder: Path, environment: dict[str, str]) -> None:
    from tillid_planner.services import session as sessions

    asked = "from tillid_planner import paths; print(paths.settings_file())"
    told = subprocess.run([sys.executable, "-c", asked], stdout=subprocess.PIPE, text=True, env=environment, check=True)
    plan = folder / "Hjemmepleje Nord.tillid"
    session, _ = sessions.create(plan, "Hjemmepleje Nord", "blå cykel under æbletræet")
    session.backup()
    session.close()
    settings.save(settings.Settings(workspaces=(plan,)), Path(told.stdout.strip()))


def main() -> None:
    """Print the medians and their ratios; empty and ours take turns so that both meet the same machine."""
    with tempfile.TemporaryDirectory() as name:
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE")
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **dict.fromkeys(places, name)}
        _measure("first start", environment)
        _keep_plan(Path(name), environment)
        _measure("unlock", environment)


if __name__ == "__main__":
    main()

"""Process start to first paint: ours against an empty PySide6 window, side by side (reliability B1, B2)."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 12

# Each child prints when its first window has been painted, and ends.
_EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1366, 768)
window.show()
app.processEvents()
print("painted", flush=True)
"""
_OURS = """
import sys
from pathlib import Path
from tillid_planner import bootstrap, settings
app = bootstrap.application([])
program = bootstrap.Program(app, settings.load(Path(sys.argv[1])), lambda kept: None)
program.window.show_gate()
program.window.show()
app.processEvents()
print("painted", flush=True)
"""


def _time(code: str, argument: str) -> float:
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code, argument], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "painted\n"
        return time.perf_counter() - start


def main() -> None:
    """Print the medians and their ratio; the two take turns so that both meet the same machine."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        settings = f"{folder}/settings.toml"
        times: dict[str, list[float]] = {"empty": [], "ours": []}
        for _ in range(ROUNDS):
            times["empty"].append(_time(_EMPTY, settings))
            times["ours"].append(_time(_OURS, settings))
    empty, ours = (statistics.median(times[name]) for name in ("empty", "ours"))
    print(
        f"B1 start to first paint: empty {empty * 1000:.0f} ms, ours {ours * 1000:.0f} ms,"
        f" ratio {ours / empty:.2f} (target 1.5)"
    )


if __name__ == "__main__":
    main()

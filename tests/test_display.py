"""Without a display the program says so in a sentence; it never dies in Qt."""

import os
import subprocess
import sys

import pytest

from tillid_planner import display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")


def start(*arguments, **environment):
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-m", "tillid_planner", *arguments],
        capture_output=True,
        text=True,
        env=bare | environment,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":93"}, {"DISPLAY": "nonsense"}, {"WAYLAND_DISPLAY": "gone"}])
def test_no_display_is_told_in_both_languages_with_the_commands_that_need_none(environment):
    run = start("--demo", **environment)
    assert run.returncode == 2
    assert run.stdout == ""
    lines = run.stderr.strip().splitlines()
    assert len(lines) == 2
    for line in lines:
        for command in ("suggest", "render", "demo", "check"):
            assert command in line or "mangler" in line or "lacks" in line


def test_a_missing_library_is_named():
    assert display.missing_library(("libc.so.6", "libnothere.so.9")) == "libnothere.so.9"
    assert display.missing_library(("libc.so.6",)) == ""


def test_a_platform_chosen_by_hand_is_taken_at_its_word(monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.trouble() is None

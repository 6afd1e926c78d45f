"""Options and surroundings for all tests."""

import os

import pytest
from hypothesis import settings

# How long one example takes says how busy the machine is.
settings.register_profile("tests", deadline=None)
settings.load_profile("tests")

# Tests need no display; a display that is there is left alone.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    # The plugin without a screen says this of every window; it is no fault of ours. All else fails a test.
    for told in ("propagateSizeHints", "raise", "grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", rf"This plugin does not support {told}")
    # Under LC_ALL=C Qt says once that it takes UTF-8 all the same.
    config.addinivalue_line("qt_log_ignore", r"Detected locale .* not UTF-8")


def pytest_addoption(parser):
    parser.addoption("--faults", action="store_true", help="run the long versions of the fault tests")


@pytest.fixture
def faults(request):
    """Whether the long versions are wanted."""
    return request.config.getoption("--faults")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Keep the user's own settings and data folders out of every test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))

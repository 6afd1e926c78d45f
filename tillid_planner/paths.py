"""Where things are: shipped resources, the user's local data folder, the settings file."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources_folder() -> Path:
    """Return the folder with shipped resources, in an installed wheel and in a checkout alike."""
    shipped = _PACKAGE / "resources"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "resources"


def data_folder() -> Path:
    """Return the platform's *local* folder for workspaces; never a roaming or synchronised one."""
    from platformdirs import user_data_path

    return user_data_path("Tillid Planner", appauthor=False, roaming=False)


def settings_file() -> Path:
    """Return the file that holds the settings; nothing personal is ever written to it."""
    from platformdirs import user_config_path

    return user_config_path("Tillid Planner", appauthor=False, roaming=False) / "settings.toml"

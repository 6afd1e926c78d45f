"""The user's settings, typed, in a small TOML file; nothing personal is ever in it."""

from __future__ import annotations

import errno
import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tillid_planner.domain.errors import TillidError
from tillid_planner.languages import CODES

LANGUAGES = ("system", *CODES)
THEMES = ("system", "light", "dark", "contrast")
TEXT_SCALES = (1.0, 1.15, 1.3)
#: Minutes without a sign of life before the workspace locks; 0 never does.
LOCK_AFTER = (5, 2, 10, 30, 0)
_MOST_WORKSPACES = 5
_MOST_BYTES = 64 * 1024


class SettingsError(TillidError):
    """The settings could not be written; they hold until the program ends."""

    code = "settings_not_kept"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program looks and which workspaces were open last.

    ``text_scale`` is a factor on all type; ``lock_after_minutes`` is one of ``LOCK_AFTER``;
    ``nudges`` shows occasions on the page of today; ``fresh_eyes`` closes an old rating while it is set anew;
    ``hide_from_captures`` leaves the windows out of screenshots and shared screens, where the system can;
    ``workspaces`` are folders, the latest first, at most five.
    """

    language: str = "system"
    theme: str = "system"
    text_scale: float = 1.0
    lock_after_minutes: int = LOCK_AFTER[0]
    workspaces: tuple[Path, ...] = ()
    nudges: bool = True
    fresh_eyes: bool = True
    hide_from_captures: bool = True

    def with_workspace(self, folder: Path) -> Settings:
        """Return the settings with this workspace as the latest used."""
        rest = (known for known in self.workspaces if known != folder)
        return replace(self, workspaces=(folder, *rest)[:_MOST_WORKSPACES])


def load(path: Path) -> Settings:
    """Read the settings; what is missing or makes no sense takes its default.

    A file that cannot be read as TOML is put aside as ``.bad``, so that nothing in it is lost.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError("too large for settings")
        found = tomllib.loads(path.read_text("utf-8"))
    except OSError:
        return Settings()
    except (ValueError, RecursionError):
        _put_aside(path)
        return Settings()
    return _from(found)


def save(settings: Settings, path: Path) -> None:
    """Write the settings so that either the old or the new file is there; raise ``SettingsError``."""
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("w", encoding="utf-8", newline="\n") as file:
                file.write(_toml(settings))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise SettingsError("disk_full" if full else None) from error


def _from(found: Mapping[str, Any]) -> Settings:
    scale = found.get("text_scale")
    fitting = isinstance(scale, int | float) and any(math.isclose(scale, known) for known in TEXT_SCALES)
    minutes = found.get("lock_after_minutes")
    listed = found.get("workspaces")
    folders = [_folder(text) for text in listed if isinstance(text, str)] if isinstance(listed, list) else []
    return Settings(
        language=_one_of(LANGUAGES, found.get("language")),
        theme=_one_of(THEMES, found.get("theme")),
        text_scale=float(scale) if fitting and scale is not None else 1.0,
        lock_after_minutes=minutes if type(minutes) is int and minutes in LOCK_AFTER else LOCK_AFTER[0],
        workspaces=tuple(dict.fromkeys(folder for folder in folders if folder))[:_MOST_WORKSPACES],
        nudges=found.get("nudges") is not False,
        fresh_eyes=found.get("fresh_eyes") is not False,
        hide_from_captures=found.get("hide_from_captures") is not False,
    )


def _one_of(known: tuple[str, ...], value: object) -> str:
    return value if isinstance(value, str) and value in known else known[0]


def _folder(text: str) -> Path | None:
    try:
        path = Path(text).expanduser()
    except RuntimeError:  # no home folder to be found
        return None
    return path if path.is_absolute() and "\0" not in text else None


def _toml(settings: Settings) -> str:
    texts = [_shortened(folder) for folder in settings.workspaces]
    lines = [
        f"language = {_quoted(settings.language)}",
        f"theme = {_quoted(settings.theme)}",
        f"text_scale = {settings.text_scale!r}",
        f"lock_after_minutes = {settings.lock_after_minutes}",
        f"nudges = {str(settings.nudges).lower()}",
        f"fresh_eyes = {str(settings.fresh_eyes).lower()}",
        f"hide_from_captures = {str(settings.hide_from_captures).lower()}",
        "workspaces = [",
        *(f"    {_quoted(text)}," for text in texts if _writable(text)),
        "]",
    ]
    return "\n".join(lines) + "\n"


def _shortened(folder: Path) -> str:
    # The home folder usually carries the user's own name; «~» does not.
    try:
        return (Path("~") / folder.relative_to(Path.home())).as_posix()
    except (ValueError, RuntimeError):
        return str(folder)


def _writable(text: str) -> bool:
    # A folder name that is no Unicode cannot stand in a TOML file; the folder is simply not remembered.
    return not any(0xD800 <= ord(sign) <= 0xDFFF for sign in text)


def _quoted(text: str) -> str:
    escapes = {'"': '\\"', "\\": "\\\\"}
    return (
        '"'
        + "".join(
            escapes.get(sign) or (f"\\u{ord(sign):04x}" if ord(sign) < 0x20 or ord(sign) == 0x7F else sign)
            for sign in text
        )
        + '"'
    )


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".bad"))
    except OSError:
        return  # the next save writes over it; until then it stays where it is

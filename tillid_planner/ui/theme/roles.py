"""The colours of one theme, read from ``resources/themes/tokens.toml`` by the name of their role."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QPalette

from tillid_planner.paths import resources_folder

THEME_NAMES = ("light", "dark", "contrast")

_PALETTE = {
    "Window": "window",
    "WindowText": "text",
    "Base": "surface",
    "AlternateBase": "surface",
    "Text": "text",
    "Button": "surface",
    "ButtonText": "text",
    "BrightText": "on_accent",
    "PlaceholderText": "text_muted",
    "Highlight": "select_fill",
    "HighlightedText": "text",
    "Link": "link",
    "LinkVisited": "link",
    "Light": "surface",
    "Midlight": "hover",
    "Mid": "line",
    "Dark": "field_line",
    "Shadow": "shadow",
    "ToolTipBase": "toast",
    "ToolTipText": "on_toast",
    "Accent": "accent",
}


class Theme:
    """Named colours. ``theme.accent`` and ``theme["accent"]`` both give the QColor of a role."""

    def __init__(self, name: str, roles: Mapping[str, str]) -> None:
        self.name = name
        self._hex = dict(roles)
        self._colors = {role: QColor(value) for role, value in roles.items()}

    def __getitem__(self, role: str) -> QColor:
        return self._colors[role]

    def __getattr__(self, role: str) -> QColor:
        try:
            return self.__dict__["_colors"][role]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(role) from None

    @property
    def roles(self) -> tuple[str, ...]:
        """All role names, in the order of the token file."""
        return tuple(self._hex)

    def hex(self, role: str) -> str:
        """Return the colour of *role* as ``#RRGGBB``; raises KeyError for an unknown role."""
        return self._hex[role]

    def palette(self) -> QPalette:
        """Return the Qt palette of this theme, with its disabled group."""
        palette = QPalette()
        for entry, role in _PALETTE.items():
            palette.setColor(getattr(QPalette.ColorRole, entry), self[role])
        for entry in ("WindowText", "Text", "ButtonText", "HighlightedText", "PlaceholderText"):
            palette.setColor(QPalette.ColorGroup.Disabled, getattr(QPalette.ColorRole, entry), self["text_disabled"])
        return palette


@cache
def load_theme(name: str) -> Theme:
    """Read one theme («light», «dark» or «contrast»); raises ValueError for another name."""
    if name not in THEME_NAMES:
        raise ValueError(f"no theme called {name!r}")
    tokens = read_tokens()
    base: dict[str, str] = tokens["base"]
    return Theme(name, {role: base.get(paint, paint) for role, paint in tokens[name].items()})


@cache
def read_tokens() -> dict[str, Any]:
    """Return the whole token file as it stands."""
    return tomllib.loads((resources_folder() / "themes" / "tokens.toml").read_text("utf-8"))

"""Colours, type, icons and small painters. Widgets name roles, never hex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tillid_planner.ui.theme.current import (
    apply_theme,
    current_theme,
    ratings_hidden,
    ratings_hidden_changed,
    set_ratings_hidden,
    style_arguments,
    theme_changed,
)
from tillid_planner.ui.theme.fonts import face, font, line_height, scaled, text_scale
from tillid_planner.ui.theme.icons import icon_pixmap, paint_icon
from tillid_planner.ui.theme.painters import (
    paint_brand,
    paint_closed,
    paint_hatch,
    paint_load,
    paint_offered,
    paint_plate,
    paint_rung,
    rung_width,
)
from tillid_planner.ui.theme.roles import THEME_NAMES, Theme, load_theme
from tillid_planner.ui.theme.style_sheet import style_sheet

if TYPE_CHECKING:
    from tillid_planner.ui.theme.themed_icon import icon

__all__ = [
    "THEME_NAMES",
    "Theme",
    "apply_theme",
    "current_theme",
    "face",
    "font",
    "icon",
    "icon_pixmap",
    "line_height",
    "load_theme",
    "paint_brand",
    "paint_closed",
    "paint_hatch",
    "paint_icon",
    "paint_load",
    "paint_offered",
    "paint_plate",
    "paint_rung",
    "ratings_hidden",
    "ratings_hidden_changed",
    "rung_width",
    "scaled",
    "set_ratings_hidden",
    "style_arguments",
    "style_sheet",
    "text_scale",
    "theme_changed",
]


def __getattr__(name: str) -> Any:
    """Return ``icon``, imported now: the first window is painted before there is a button in it."""
    if name != "icon":
        raise AttributeError(name)
    from tillid_planner.ui.theme import themed_icon

    return themed_icon.icon

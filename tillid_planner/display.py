"""Whether a window can be shown at all; asked before Qt is, because Qt aborts the process when it cannot."""

from __future__ import annotations

import ctypes
import os
import sys
from enum import StrEnum


class Trouble(StrEnum):
    """Why no window can be shown."""

    NO_DISPLAY = "no_display"
    MISSING_LIBRARY = "missing_library"


#: What Qt's plugin for X needs from the system, and a bare server lacks.
_X_LIBRARIES = (
    "libxcb.so.1",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
    "libxkbcommon-x11.so.0",
    "libxkbcommon.so.0",
)
_COMMON_LIBRARIES = ("libEGL.so.1", "libGL.so.1", "libfontconfig.so.1", "libdbus-1.so.3", "libglib-2.0.so.0")


def trouble() -> tuple[Trouble, str] | None:
    """Return what keeps a window from being shown, with the library that lacks, or None if all is well.

    A platform that was chosen by hand (``QT_QPA_PLATFORM``) is taken at its word; Windows and macOS
    always have a display.
    """
    if not sys.platform.startswith("linux"):
        return None
    missing = missing_library(_COMMON_LIBRARIES)
    if missing:
        return Trouble.MISSING_LIBRARY, missing
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if platform not in ("", "xcb", "wayland"):
        return None
    if _wayland_answers() and platform != "xcb":
        return None
    if not os.environ.get("DISPLAY"):
        return Trouble.NO_DISPLAY, ""
    missing = missing_library(_X_LIBRARIES)
    if missing:
        return Trouble.MISSING_LIBRARY, missing
    return None if _x_answers() else (Trouble.NO_DISPLAY, "")


def missing_library(names: tuple[str, ...] = _COMMON_LIBRARIES) -> str:
    """Return the first of the shared libraries that the system does not have, or an empty string."""
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            return name
    return ""


def _wayland_answers() -> bool:
    name, folder = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and os.path.exists(os.path.join(folder, name or ""))  # noqa: PTH110, PTH118


def _x_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return int(xcb.xcb_connection_has_error(connection)) == 0
    finally:
        xcb.xcb_disconnect(connection)

"""Keeps the program's windows out of screenshots and shared screens, where the system can: Windows and macOS."""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

#: Whether this system can leave a window out.
POSSIBLE: Final = sys.platform in ("win32", "darwin")
# https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowdisplayaffinity: 0x11 from Windows 10 2004
_SHOWN, _LEFT_OUT = 0x00, 0x11
# https://developer.apple.com/documentation/appkit/nswindow/sharingtype
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1


class ScreenCapture(QObject):
    """Leaves every window of the program out of captures while ``excluded``; dialogs and menus too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._excluded = False
        # A window is there when it gets the keyboard, and each that opens gets it.
        QGuiApplication.instance().focusWindowChanged.connect(self._apply)  # type: ignore[union-attr]

    def set_excluded(self, excluded: bool) -> None:
        """Leave the windows out from now on, or no longer."""
        changed, self._excluded = excluded != self._excluded, excluded
        if changed:
            self._apply()

    def _apply(self, *_: object) -> None:
        if POSSIBLE:
            for window in QGuiApplication.topLevelWindows():
                if window.isVisible() and window.property("leftOut") != self._excluded:
                    exclude(window, self._excluded)
                    window.setProperty("leftOut", self._excluded)


def exclude(window: QWindow, excluded: bool) -> None:
    """Leave one window out of captures, or show it in them again."""
    if sys.platform == "win32":
        ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), _LEFT_OUT if excluded else _SHOWN)
    elif sys.platform == "darwin":
        _share(int(window.winId()), not excluded, ctypes.CDLL("/usr/lib/libobjc.dylib"))


def _share(view: int, shared: bool, library: Any) -> None:
    library.sel_registerName.restype = ctypes.c_void_p
    library.sel_registerName.argtypes = [ctypes.c_char_p]
    send = ctypes.cast(library.objc_msgSend, ctypes.c_void_p).value or 0
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(send)
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_long)(send)
    window = ask(view, library.sel_registerName(b"window"))
    if window:
        tell(window, library.sel_registerName(b"setSharingType:"), _SHARING_READ_ONLY if shared else _SHARING_NONE)

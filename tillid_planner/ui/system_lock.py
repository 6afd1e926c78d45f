"""Tells when the screen is locked or the computer goes to sleep, where the system says so.

Linux: D-Bus signals of the session and of logind. Windows: the session and power messages a window gets. macOS: the
distributed notification of the screen's lock. Elsewhere the clock of ``idle_lock`` notices a sleep afterwards.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Final

from PySide6.QtCore import SLOT, QByteArray, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

#: Interfaces whose signal ActiveChanged tells that the screen is locked, with the paths they are found at.
_SCREEN_LOCKS: Final = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
#: The slots below; PySide takes them as text, though its signatures say bytes.
_TAKE: Final[Any] = SLOT("take(bool)")
_TAKE_LOCK: Final[Any] = SLOT("take_lock()")
_LOGIND: Final = "org.freedesktop.login1"
# https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change and /power/wm-powerbroadcast
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 0x0007
_MAC_LOCKED: Final = "com.apple.screenIsLocked"
_UTF8, _DELIVER_IMMEDIATELY = 0x08000100, 4


class SystemLock(QObject):
    """Emits ``locked`` when the screen has been locked or the computer is about to sleep."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: Any = None
        if sys.platform == "win32":
            self._kept = SessionMessages(self)
        elif sys.platform == "darwin":
            self._kept = observe_screen_lock(self.locked.emit, ctypes.CDLL(_CORE_FOUNDATION))
        else:
            self._listen()

    @Slot(bool)
    def take(self, begun: bool) -> None:
        """Take a signal that says that a lock or a sleep has *begun*, or is over."""
        if begun:
            self.locked.emit()

    @Slot()
    def take_lock(self) -> None:
        """Take a signal that says that the session is to be locked."""
        self.locked.emit()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        if session.isConnected():
            for path, interface in _SCREEN_LOCKS:
                session.connect("", path, interface, "ActiveChanged", self, _TAKE)
        if system.isConnected():
            path = "/org/freedesktop/login1"
            system.connect(_LOGIND, path, f"{_LOGIND}.Manager", "PrepareForSleep", self, _TAKE)
            # «auto» is the session of whoever asks.
            system.connect(_LOGIND, f"{path}/session/auto", f"{_LOGIND}.Session", "Lock", self, _TAKE_LOCK)


class SessionMessages(QWidget):
    """A window that is never shown; Windows sends it the messages of the session and of the power."""

    def __init__(self, lock: SystemLock) -> None:
        super().__init__()
        self._lock = lock
        self.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(self.winId()), 0)

    @override
    def nativeEvent(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if QByteArray(kind).data() == b"windows_generic_MSG":
            number, what = _message(int(message))
            if (number, what) in ((_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK), (_WM_POWERBROADCAST, _PBT_APMSUSPEND)):
                self._lock.take(True)
        return False, 0


class _Message(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (("window", ctypes.c_void_p), ("number", ctypes.c_uint), ("what", ctypes.c_size_t))


def _message(address: int) -> tuple[int, int]:
    found = _Message.from_address(address)
    return int(found.number), int(found.what)


_CORE_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"


def observe_screen_lock(tell: Any, library: Any) -> Any:
    """Call *tell* when macOS says that the screen is locked, through its CoreFoundation *library*.

    Returns what has to be kept as long as it is to be called.
    """
    callback = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)(lambda *_: tell())
    library.CFStringCreateWithCString.restype = ctypes.c_void_p
    library.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
    library.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
    library.CFNotificationCenterAddObserver.restype = None
    library.CFNotificationCenterAddObserver.argtypes = [ctypes.c_void_p] * 5 + [ctypes.c_long]
    library.CFNotificationCenterAddObserver(
        library.CFNotificationCenterGetDistributedCenter(),
        None,
        ctypes.cast(callback, ctypes.c_void_p),
        library.CFStringCreateWithCString(None, _MAC_LOCKED.encode(), _UTF8),
        None,
        _DELIVER_IMMEDIATELY,
    )
    return callback

"""A second start raises the window that is open: the two talk over a local socket only this user can reach."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_PATIENCE_MS: Final = 1000
_RAISED, _NOT_MINE = b"raised\n", b"not mine\n"
_LONGEST = 64 * 1024
#: What lets a Wayland desktop give the window the keyboard; handed from the second start to the first.
_TOKEN = "XDG_ACTIVATION_TOKEN"


def socket_name(settings_file: Path) -> str:
    """Return the name of the socket of the program with these settings; it tells nothing about the user."""
    return f"tillid-planner-{hashlib.sha256(str(settings_file).encode()).hexdigest()[:16]}"


def raise_running(name: str, folder: Path | None = None) -> bool | None:
    """Ask the running program to come to the front, with *folder* or as it is; return whether it did, None for none.

    One that shows another plan than *folder* does not.
    """
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return None
    _let_others_come_to_the_front()
    lines = [str(folder.absolute()) if folder is not None else "", os.environ.get(_TOKEN, "")]
    socket.write("\n".join([*lines, ""]).encode())
    socket.waitForBytesWritten(_PATIENCE_MS)
    answer = b""
    while not answer.endswith(b"\n") and socket.waitForReadyRead(_PATIENCE_MS):
        answer += bytes(socket.readAll().data())
    return answer == _RAISED


class SingleInstance(QObject):
    """Listens for further starts, where none listens yet; see ``raise_running``.

    *show* gets the folder that is asked for, None for any, and tells whether it is shown.
    """

    def __init__(self, name: str, show: Callable[[Path | None], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        if not self._server.listen(name):
            # Nobody answered, so what lies there was left by one that was killed.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _take(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda s=socket: self._answer(s))
            socket.disconnected.connect(socket.deleteLater)
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        asked = bytes(socket.peek(_LONGEST).data())
        if asked.count(b"\n") < 2:
            if len(asked) == _LONGEST:
                socket.abort()
            return
        socket.readAll()
        folder, token = asked.decode(errors="replace").split("\n")[:2]
        if token:
            os.environ[_TOKEN] = token
        socket.write(_RAISED if self._show(Path(folder) if folder else None) else _NOT_MINE)
        socket.flush()


def come_to_front(window: QWidget) -> None:
    """Show a window over the others, with the keyboard, as far as the desktop lets it."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def _let_others_come_to_the_front() -> None:
    # Windows lets only the program that was started last take the keyboard, unless that one says otherwise.
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)

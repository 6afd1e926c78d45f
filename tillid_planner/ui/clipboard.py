"""Copying what is about people: marked as secret, and gone again after 20 seconds, at the lock and at the end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS = 20
#: What clipboard histories look for: KDE, Windows' history and cloud, macOS' agreement among such programs.
_MARKS = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\0\0\0\0"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\0\0\0\0"),
    ("application/x-nspasteboard-concealed-type", b"1"),
)


class _Keeper(QObject):
    """Remembers a mark of what was copied, never the text itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        for kind, value in _MARKS:
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._ours = _mark(text)
        self._timer.start()

    def clear(self) -> None:
        self._timer.stop()
        if self._ours and _mark(QGuiApplication.clipboard().text()) == self._ours:
            QGuiApplication.clipboard().clear()
        self._ours = b""


_keepers: list[_Keeper] = []


def copy_private(text: str) -> None:
    """Put a text on the clipboard, marked as secret; it is cleared after ``SECONDS`` and when the program ends."""
    _keeper().copy(text)


def clear_private() -> None:
    """Clear the clipboard now if it still holds what ``copy_private`` put there."""
    if _keepers:
        _keepers[0].clear()


def clear_copied() -> None:
    """Clear whatever this program put on the clipboard, also by Ctrl+C in a field; another program's stays."""
    clear_private()
    if QGuiApplication.clipboard().ownsClipboard():
        QGuiApplication.clipboard().clear()


def _keeper() -> _Keeper:
    if not _keepers:
        app = QCoreApplication.instance()
        assert app is not None
        made = _Keeper(app)
        app.aboutToQuit.connect(made.clear)
        _keepers.append(made)
    return _keepers[0]


def _mark(text: str) -> bytes:
    import hashlib  # loads the system's cryptography, and the first window copies nothing

    # Systems change line breaks on the way; the words are the same.
    return hashlib.sha256("\n".join(text.splitlines()).encode("utf-8", "replace")).digest()

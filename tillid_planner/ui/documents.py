"""The folder in which file choosers open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents_folder() -> Path:
    """Return the user's folder for documents, or the home folder where there is none.

    A name without a folder would begin wherever the program happens to run.
    """
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()

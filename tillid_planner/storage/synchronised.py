"""Folders that are copied to other machines: known by their names, by what lies in them, and through links."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import Final

#: How the folders of the usual services are called, in Danish and English, alone or with an account behind them.
_NAMES: Final = re.compile(
    r"(?:onedrive|dropbox|icloud ?drive|icloud|mobile documents|com~apple~clouddocs|google ?(?:drive|drev)|googledrive|"
    r"my drive|mit drev|nextcloud|owncloud|pcloud(?: ?drive)?|pclouddrive|mega(?:sync)?|proton ?drive|jottacloud|"
    r"syncthing|sync|box(?: ?sync)?|creative cloud files|seafile|tresorit|strato ?hidrive|hidrive|yandex\.?disk|"
    r"kdrive|cloudstorage|sharepoint)"
    r"(?:$|[ _-]+[-–(].*| *[-–] .*|[-(@].*| ?\(.*)"
)
#: A library of SharePoint is synchronised under the organisation's name: «Kommunen - Dokumenter».
_LIBRARY: Final = re.compile(r".+ - (?:dokumenter|documents|delte dokumenter|shared documents|general|generelt)")
#: What the services leave in a folder they copy.
_MARKS: Final = (
    ".stfolder", ".stignore", ".dropbox", ".dropbox.cache", ".sync", ".syncthing", ".nextcloudsync.log",
    ".owncloudsync.log", "._sync_*.db", ".sync_*.db", ".owncloud", ".pcloud", ".megasync", ".jottacloud",
    ".tmp.drivedownload", ".tmp.driveupload", ".driveupload", ".drivedownload", ".849c9593-d756-4e56-8d6e-42412f2a707b",
    ".onedrive*", "desktop.ini:onedrive", ".seafile-data", ".tresorit", ".box_sync", ".boxsync", ".icloud",
    ".protondrive", ".synologydrive", ".csync_journal.db",
)  # fmt: skip


def is_synchronised(folder: Path) -> bool:
    """Whether a folder is on a network share or copied to other machines, itself or by one it lies in."""
    given = folder.expanduser().absolute()
    paths = {given}
    with contextlib.suppress(OSError, RuntimeError):
        # Through links: a plain name may lead into a synchronised folder.
        paths.add(given.resolve())
    return any(_lies_in_one(path) for path in paths)


def _lies_in_one(path: Path) -> bool:
    if path.drive.startswith("\\\\"):
        return True
    return any(_is_named_so(place.name.casefold()) or _is_marked(place) for place in (path, *path.parents))


def _is_named_so(name: str) -> bool:
    return bool(_NAMES.fullmatch(name) or _LIBRARY.fullmatch(name))


def _is_marked(folder: Path) -> bool:
    # A folder that cannot be looked into says nothing.
    with contextlib.suppress(OSError):
        return folder.is_dir() and any(next(folder.glob(mark), None) is not None for mark in _MARKS)
    return False

"""The environment's errors: one class for each thing the user can be told and do something about."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from tillid_planner.domain.errors import TillidError


class StorageError(TillidError):
    """Something outside the program keeps a workspace from being read or written."""

    code = "storage"


class WrongPassphrase(StorageError):
    """The passphrase or recovery key does not open the keys."""

    code = "wrong_passphrase"


class WorkspaceInUse(StorageError):
    """Another window or program holds the workspace."""

    code = "in_use"


class NewerSchema(StorageError):
    """A newer version wrote the workspace; ``needed`` names the version to install."""

    code = "newer_schema"


class Damaged(StorageError):
    """The file cannot be read whole; nothing may be written over it."""

    code = "damaged"


class KeysDamaged(Damaged):
    """The file with the keys was changed; no passphrase can open it, and the database may be whole."""

    code = "keys_damaged"


class DiskError(StorageError):
    """The disk or stick answers with an error; nothing says that the file itself is damaged."""

    code = "disk_error"


class Gone(StorageError):
    """The database was deleted, moved or replaced while it was open; the latest act is not in the folder."""

    code = "gone"


class NoPlace(StorageError):
    """The second place for backups is not there: the stick is not in, the drive not connected."""

    code = "no_place"


class Unfinished(StorageError):
    """New files are meant but not all in place; the next opening finishes that."""

    code = "unfinished"


class DiskFull(StorageError):
    """There was no room; the act failed as one."""

    code = "disk_full"


class NotWritable(StorageError):
    """The folder or file is read-only."""

    code = "not_writable"


class NoWorkspace(StorageError):
    """The folder is not there or holds no workspace."""

    code = "no_workspace"


class FolderTaken(StorageError):
    """The folder already holds something; a workspace is never made over it."""

    code = "folder_taken"


class SynchronisedFolder(StorageError):
    """The folder is copied to other machines; a workspace belongs on this one."""

    code = "synchronised_folder"


class BadBackup(StorageError):
    """The file is not a backup, or not a whole one."""

    code = "bad_backup"


class WorkspaceClosed(StorageError):
    """The workspace was locked meanwhile; what was still under way has ended without a trace."""

    code = "closed"


_BY_MESSAGE: tuple[tuple[str, type[StorageError]], ...] = (
    ("closed database", WorkspaceClosed),
    ("locked", WorkspaceInUse),
    ("full", DiskFull),
    ("readonly", NotWritable),
    ("not a database", Damaged),
    ("malformed", Damaged),
    ("disk i/o", DiskError),
    ("unable to open", NoWorkspace),
)
_BY_ERRNO: dict[int, type[StorageError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: NotWritable,
    errno.EPERM: NotWritable,
    errno.EROFS: NotWritable,
    errno.ENOENT: NoWorkspace,
    errno.ENOTDIR: NoWorkspace,
    errno.EIO: DiskError,
}


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Turn the driver's and the system's errors into ours; what is not the environment's passes unchanged.

    A damaged page may surface as MemoryError, so that counts as damaged too.
    """
    import sqlcipher3.dbapi2 as driver

    try:
        yield
    except MemoryError as error:
        raise Damaged from error
    except UnicodeDecodeError as error:
        raise Damaged from error
    except driver.DatabaseError as error:
        text = str(error).casefold()
        for part, kind in _BY_MESSAGE:
            if part in text:
                raise kind from error
        raise
    except OSError as error:
        kind_or_none = _BY_ERRNO.get(error.errno or 0)
        if kind_or_none is None:
            raise StorageError("storage") from error
        raise kind_or_none from error

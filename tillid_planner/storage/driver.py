"""One SQLite library: sqlcipher3, also under sqlite-utils.

sqlite-utils looks for a module called ``pysqlite3`` before the standard library's; registering sqlcipher3
under that name makes all of it work on encrypted files and catch the right exceptions.
"""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
import sqlcipher3.dbapi2

if TYPE_CHECKING:
    from sqlite_utils import Database as SqliteDatabase

sys.modules.setdefault("pysqlite3", sqlcipher3)

_PRAGMAS = (
    "cipher_log_level = NONE",
    "busy_timeout = 0",
    "locking_mode = EXCLUSIVE",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "synchronous = FULL",
)


def connect(path: Path | None, key: bytes, *, log: bool = True) -> Any:
    """Return a connection to the encrypted file at ``path`` (None: in memory), opened with the raw 32-byte key.

    The file is held exclusively, so another process is refused at once instead of waiting. Without ``log`` it is left
    in the journal mode it is in, and nothing is written by opening it. (Opened read-only, SQLite's check would leave
    the rules of columns out.) Raises the driver's own errors; callers wrap them with ``errors.told``.
    """
    if path is None:
        target, uri = ":memory:", False
    else:
        target, uri = f"{path.absolute().as_uri()}?mode=rwc", True
    connection = sqlcipher3.connect(target, uri=uri, isolation_level=None, check_same_thread=False)
    try:
        if path is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if path is not None and log:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def rekey(path: Path, key: bytes, fresh: bytes) -> None:
    """Encrypt a database file that is not open with another raw 32-byte key; it has no log then."""
    connection = connect(path, key)
    try:
        end_log(connection)
        connection.execute(f"PRAGMA rekey = \"x'{fresh.hex()}'\"")
    finally:
        connection.close()


def end_log(connection: Any) -> None:
    """Write the log into the file and do without one from here on, so that the file is whole by itself.

    SQLite reports a disk that refuses either only in what the statements return; OSError is raised then.
    """
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    if busy or mode != "delete":
        raise OSError(errno.EIO, "the log could not be written into the file")


def database(connection: Any) -> SqliteDatabase:
    """Return sqlite-utils' database over a connection; imported here because it costs 80 ms."""
    from sqlite_utils import Database as SqliteDatabase

    return SqliteDatabase(connection)

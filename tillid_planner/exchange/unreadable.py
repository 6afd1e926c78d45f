"""Files that cannot be read, and the limits within which a file is read at all."""

from __future__ import annotations

from typing import Final

from tillid_planner.domain.errors import TillidError

#: The largest file, in bytes; a register of 10,000 people takes about one million.
MOST_BYTES: Final = 20_000_000
#: The most rows under the header.
MOST_ROWS: Final = 20_000
#: The most columns.
MOST_COLUMNS: Final = 256
#: The most characters kept of one cell: one more than any field takes, so that the cut is always noticed.
MOST_CHARACTERS: Final = 100_001


class UnreadableFile(TillidError):
    """A file that is no table, is damaged or is too large; the codes are in ``importing.file``."""

    code = "damaged"


class UnclearColumns(TillidError):
    """The column that everything hangs on, the name, is not found or is not certain."""

    code = "no_name_column"

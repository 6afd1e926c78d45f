"""What a table is made of, and the limits that every way of reading one keeps."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TypeAlias

from tillid_planner.domain.errors import TillidError

Cell: TypeAlias = str | float | date

#: The largest file in bytes; a register of 10,000 people takes about one million.
MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 10_000
MOST_COLUMNS = 200
#: The most cells with something in them, or between those in a sheet that have.
MOST_CELLS = 500_000
#: In characters; as long as the longest note may be.
LONGEST_CELL = 100_000
#: Signs that nobody sees and that make two equal names different, or turn what stands around them:
#: controls, soft hyphens (but not behind what may be the first half of a garbled letter), zero-width spaces, marks
#: of direction, halves of a surrogate pair. What joins letters and emoji (U+200C, U+200D) stays.
_UNSEEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f]|"
    "(?<![\xc2-\xf4])[\x7f-\x9f\xad]|"
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_ACCENTS = re.compile("[\u0300-\u036f]")
#: Long heaps of accents cost the square of their length to put in order; no word is as long as this.
_WORD = re.compile(r"\S{1,100}")


class UnreadableFile(TillidError):
    """The file cannot be read as a table; ``code`` says why, and nothing has been changed."""

    code = "not_a_table"


def cleaned(text: str) -> str:
    """Return a cell's text without signs nobody sees and without space around it, its letters composed (NFC)."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _UNSEEN.sub("", text)
    if _ACCENTS.search(text):
        text = _WORD.sub(lambda word: unicodedata.normalize("NFC", word[0]), text)
    return text.strip()


def as_text(cell: Cell) -> str:
    """Return a cell as text: whole numbers without decimals, days as ISO dates."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell.isoformat() if isinstance(cell, date) else cell

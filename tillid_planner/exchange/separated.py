"""Text with separated values: which character separates, and the records, whatever was quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

#: The characters that separate, in the order they are preferred where nothing else decides.
DELIMITERS: Final = ("\t", ";", "|", ",")

_SAMPLE: Final = 100_000
_SAMPLE_RECORDS: Final = 80
_HINT: Final = re.compile(r'\s*"?sep=(.)"?\s*(?:\r\n|\n|\r|$)', re.IGNORECASE)
# «Holm, Amina» and «32,0» do not make a column; some comma must stand without a space or figures around it.
_BARE_COMMA: Final = re.compile(r",(?=[^ \d])|(?<!\d),(?=\S)")


class Record(NamedTuple):
    """The fields of one record and the line it begins on, counted from 1."""

    line: int
    fields: list[str]


def split(text: str) -> tuple[str, Iterator[Record]]:
    """Return the separating character («» for a single column) and the records, also ragged and empty ones."""
    hint = _HINT.match(text)
    if hint and hint[1] in DELIMITERS:
        return hint[1], (
            record._replace(line=record.line + 1) for record in _records(text[hint.end() :], hint[1])
        )
    delimiter = _delimiter(text)
    return delimiter, _records(text, delimiter)


def _delimiter(text: str) -> str:
    sample, whole = text[:_SAMPLE], len(text) <= _SAMPLE
    best, delimiter = (0.0, 0), ""
    for candidate in DELIMITERS:
        if candidate == "," and not _BARE_COMMA.search(sample):
            continue
        records = [r.fields for r in islice(_records(sample, candidate), _SAMPLE_RECORDS) if any(r.fields)]
        worth = _worth(records if whole or len(records) < 2 else records[:-1])
        if worth > best:
            best, delimiter = worth, candidate
    return delimiter


def _worth(records: list[list[str]]) -> tuple[float, int]:
    """Return how regular the records are, and how wide: a wrong character gives ragged or narrow ones."""
    widths = Counter(len(fields) for fields in records)
    several = [(count, width) for width, count in widths.items() if width > 1]
    if not several:
        return 0.0, 0
    count, width = max(several)
    # A title above the header is not held against the character, and neither is a ragged row here and there.
    return round(count / len(records), 1), width


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    plain = f"[^{re.escape(delimiter)}\r\n]*+"
    quoted = r'"([^"]*+(?:""[^"]*+)*+)"'
    return re.compile(f" *+{quoted}({plain})|({plain})")


@cache
def _ending(delimiter: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(delimiter)}|\r\n|\n|\r|\\Z" if delimiter else "\r\n|\n|\r|\\Z")


def _records(text: str, delimiter: str) -> Iterator[Record]:
    field, ending = _field(delimiter), _ending(delimiter)
    at, line, begins, fields = 0, 1, 1, list[str]()
    end = len(text)
    while at < end:
        found = field.match(text, at)
        after = ending.match(text, found.end()) if found else None
        if found is None or after is None:  # pragma: no cover - both patterns match wherever they start
            return
        fields.append(_value(found))
        line += _lines_in(found[0]) if found[1] else 0
        at = after.end()
        if after[0] != delimiter or not delimiter:
            yield Record(begins, fields)
            line += 1
            begins, fields = line, []
        elif at == end:
            fields.append("")
    if fields:
        yield Record(begins, fields)


def _lines_in(text: str) -> int:
    # A line ends with CR, LF or both; counted so that the row the user is told of is the one in an editor.
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _value(found: re.Match[str]) -> str:
    quoted, rest, plain = found.groups()
    if quoted is None:
        return plain or ""
    if rest.strip() and "\n" not in quoted and "\r" not in quoted:
        # «"Nord" og Syd»: the quotation marks are the text's own.
        return found[0].lstrip(" ")
    return quoted.replace('""', '"') + rest.rstrip(" ")

"""Which letters the bytes of a text file are: told by a mark, by being valid UTF-8, or by the Danish letters."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: Old encodings of Danish systems, likeliest first, with the name the user may know.
_OLD = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp865", "DOS 865"), ("cp850", "DOS 850"))
_DANISH = frozenset("æøåÆØÅéäöü")
_MOST_CONTROLS = 0.01


def decode(content: bytes) -> tuple[str, str] | None:
    """Return the text and the encoding's name, or None if the bytes are no text. NULs are dropped."""
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _text(content, codec, name)
    half = _utf16_without_mark(content)
    if half is not None:
        return _text(content, half, "UTF-16")
    found = _text(content, "utf-8", "UTF-8")
    if found is not None:
        return found
    candidates = [read for codec, name in _OLD if (read := _text(content, codec, name)) is not None]
    return max(candidates, key=lambda read: _danish(read[0]), default=None)


def _text(content: bytes, codec: str, name: str) -> tuple[str, str] | None:
    try:
        text = content.decode(codec)
    except (UnicodeDecodeError, UnicodeError):
        return None
    controls = sum(1 for sign in text if sign < " " and sign not in "\t\r\n")
    if controls > max(2, len(text) * _MOST_CONTROLS):
        return None
    return text.replace("\0", ""), name


def _utf16_without_mark(content: bytes) -> str | None:
    sample = content[:2000]
    if len(sample) < 4 or len(content) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.3 and even < odd / 10:
        return "utf-16-le"
    if even > len(sample) * 0.3 and odd < even / 10:
        return "utf-16-be"
    return None


def _danish(text: str) -> int:
    # Letters of the language, less the signs that turn up when the guess is wrong.
    strange = sum(1 for sign in text if sign > "\x7f" and not sign.isalpha() and sign not in "–—’‘“”«»…€§·½°´©®²³µ")
    return sum(1 for sign in text if sign in _DANISH) - strange

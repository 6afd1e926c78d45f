"""Which letters the bytes of a text file are: told by a mark, by being valid UTF-8, or by the Danish letters."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: Old encodings of Danish systems, likeliest first, with the name the user may know.
_OLD = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp865", "DOS 865"), ("cp850", "DOS 850"))
_DANISH = frozenset("æøåÆØÅéäöü")
#: The marks that Windows programs write for " ' and -; in DOS's letters the same bytes are Æ and the like.
_TYPED = frozenset("’‘“”–—…")
_PLAIN_SIGNS = frozenset("«»€§·½°´©®²³µ\xa0")
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1f]")
_FEW_CONTROLS = 8
_MOST_CONTROLS = 0.02
_ASCII = bytes(range(128))
#: So many letters beyond ASCII are enough to tell an old encoding by.
_ENOUGH = 20_000


def decode(content: bytes) -> tuple[str, str] | None:
    """Return the text and the encoding's name, or None if the bytes are no text. NULs are dropped."""
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _text(content, codec, name)
    half = _utf16_without_mark(content)
    if half is not None:
        return _text(content, half, "UTF-16")
    codec, name = ("utf-8", "UTF-8") if _is_utf8(content) else _old(content)
    return _text(content, codec, name)


def _text(content: bytes, codec: str, name: str) -> tuple[str, str] | None:
    # A letter cut in two, or one stray byte, is shown as such; it does not make the rest unreadable.
    text = content.decode(codec, "replace")
    if len(_CONTROLS.findall(text)) > max(_FEW_CONTROLS, len(text) * _MOST_CONTROLS):
        return None
    return text.replace("\0", ""), name


def _utf16_without_mark(content: bytes) -> str | None:
    sample = content[:2000]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.3 and even < odd / 10:
        return "utf-16-le"
    if even > len(sample) * 0.3 and odd < even / 10:
        return "utf-16-be"
    return None


def _is_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", "replace")
    spoiled = text.count("\ufffd")
    if not spoiled:
        return True
    # Old encodings read as UTF-8 are spoiled at almost every letter beyond ASCII, damaged UTF-8 at few.
    read = len(text.encode("utf-8")) - len(content.translate(None, delete=bytes(range(128, 256)))) - 3 * spoiled
    return spoiled * 10 < read


def _old(content: bytes) -> tuple[str, str]:
    letters = content.translate(None, delete=_ASCII)[:_ENOUGH]
    return max(_OLD, key=lambda codec: _danish(letters.decode(codec[0], "replace")))


def _danish(text: str) -> int:
    # Letters of the language, less the signs that turn up when the guess is wrong.
    good = sum(1 for sign in text if sign in _DANISH or sign in _TYPED)
    return good - sum(1 for sign in text if not sign.isalpha() and sign not in _TYPED and sign not in _PLAIN_SIGNS)

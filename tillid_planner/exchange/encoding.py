"""Which encoding a text file is in, told by what the characters become; made for Danish files."""

from __future__ import annotations

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# In this order where two do equally well. Windows-1252 holds all that ISO-8859-1 prints.
_ONE_BYTE: Final = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp865", "DOS 865"), ("cp850", "DOS 850"))
_SAMPLE: Final = 400_000
_MOST_LOOKED_AT: Final = 5_000
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]")
_WELL_FORMED: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_DANISH: Final = frozenset("æøåÆØÅ")
#: Letters that stand for themselves, not in words.
_NO_WORDS: Final = frozenset("ªºµΩπƒıΓΣΦΘδ")
_TYPOGRAPHIC: Final = frozenset("–—‘’“”„«»…•·§°€´½¼ \u00a0\ufeff")


#: Signs that no text holds; a file with more than a few of them is no text.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FEW_CONTROLS: Final = 8
_MOST_CONTROLS: Final = 0.02


def decode(data: bytes) -> tuple[str, str] | None:
    """Return the text of a file and the name of its encoding, or None if the bytes are no text.

    NULs are dropped; a letter cut in two or a stray byte becomes U+FFFD, and the rest is read all the same.
    """
    codec, name = _codec(data)
    text = data.decode(codec, "replace").removeprefix("\ufeff")
    if len(_CONTROLS.findall(text)) > max(_FEW_CONTROLS, len(text) * _MOST_CONTROLS):
        return None
    return text.replace("\0", ""), name


def _codec(data: bytes) -> tuple[str, str]:
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return codec, name
    half = _unmarked_utf16(data)
    if half:
        return half, "UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.end == len(data) and error.reason == "unexpected end of data"
        if not cut and not _nearly_utf8(data[:_SAMPLE]):
            return max(_ONE_BYTE, key=lambda known: _likeness(data, known[0]))
    return "utf-8", "UTF-8"


def _unmarked_utf16(data: bytes) -> str | None:
    # Latin text in UTF-16 has a zero in nearly every second byte, always on the same side.
    sample = data[:4_000]
    half = len(sample) // 2
    if half < 4:
        return None
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > half * 0.7 and first < half * 0.1:
        return "utf-16-le"
    if first > half * 0.7 and second < half * 0.1:
        return "utf-16-be"
    return None


def _nearly_utf8(sample: bytes) -> bool:
    # «Ã¦» for «æ» hardly ever stands in a one-byte file, so a few broken bytes do not make it one.
    good = len(_WELL_FORMED.findall(sample))
    bad = sample.decode("utf-8", "replace").count("\ufffd")
    return good > 3 * bad


def _likeness(data: bytes, codec: str) -> int:
    """Return how much the characters outside ASCII look like Danish when read in this encoding."""
    text = data[:_SAMPLE].decode(codec, "replace")
    score = 0
    for count, found in enumerate(_FOREIGN.finditer(text)):
        if count == _MOST_LOOKED_AT:
            break
        at = found.start()
        score += _worth(found[0], text[at - 1 : at], text[at + 1 : at + 2])
    return score


def _worth(character: str, before: str, after: str) -> int:
    between = before.isalpha() and after.isalpha()
    if character in _TYPOGRAPHIC:
        return 3 if between and character == "’" else -2 if between else 1
    if not character.isalpha() or character in _NO_WORDS:
        return -2
    if between and character.isupper() and (before.islower() or after.islower()):
        return -2
    if not (before.isalpha() or after.isalpha()):
        return 1 if character in _DANISH else -1
    return 3 if character in _DANISH else 1

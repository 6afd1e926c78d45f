"""Names that are known, found again in what somebody writes: to keep them out, or to mask them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

#: Short names are often words too («Bo», «Per»), so they count only as they are written.
_SHORT = 3
#: Names that are everyday words: inside a sentence they count with a capital, where a word begins one not at all.
_EVERYDAY = frozenset(
    {"bo", "lind", "sten", "sol", "bjørn", "ravn", "rose", "dag", "eg", "kvist", "holm", "lund", "munk"}
)
_BEGINS = r"(?<![.!?:\n«»\"“”] )(?<![\n«»\"“”])(?<!^)"
#: A genitive belongs to the name: Aminas, Jens', Amina's.
_ENDING = r"(?:['’]?e?s|['’])?"
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Marks of no width would let a name slip through.
_UNSEEN = frozenset({"Cf", "Cc"})


class KnownNames:
    """Finds the names of people, part by part, and of teams, as whole names."""

    def __init__(
        self,
        people: Iterable[str],
        teams: Iterable[str] = (),
        *,
        without: Iterable[str] = (),
        everyday_words: bool = False,
    ) -> None:
        """Know these names; a part that is also in one of ``without`` is nobody else's and is let pass.

        With ``everyday_words`` a name that is one («sten», «lind») counts only capitalised inside a sentence.
        """
        spared = {_folded(part) for name in without for part in _parts(name)}
        known = {part for name in people for part in _parts(name)} | {" ".join(name.split()) for name in teams}
        wanted = [_seen(part) for part in known if part and _folded(part) not in spared]
        wanted.sort(key=len, reverse=True)
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(_pattern(part, everyday_words) for part in wanted)}){_ENDING}(?!\w)")
            if wanted
            else None
        )

    def first_in(self, text: str) -> str | None:
        """Return the first name in ``text`` as it is written there; None if there is none."""
        found = self._pattern.search(_seen(text)) if self._pattern else None
        return found.group() if found else None

    def masked(self, text: str, mask: str) -> str:
        """Return ``text`` with every name in it replaced by ``mask``; neighbouring parts become one."""
        if self._pattern is None or self._pattern.search(_seen(text)) is None:
            return text
        hidden = self._pattern.sub("\0", _seen(text))
        return re.sub(r"\0(?:[ -]\0)*", lambda _: mask, hidden)


def _parts(name: str) -> set[str]:
    words = _LETTERS.findall(_seen(name))
    parts = {*words, *(piece for word in words for piece in word.split("-"))}
    return {part for part in parts if len(part) > 1}


def _pattern(part: str, everyday_words: bool = False) -> str:
    if everyday_words and _folded(part) in _EVERYDAY:
        return _BEGINS + re.escape(part.capitalize())
    escaped = re.escape(part).replace(r"\ ", r"\s+")
    return f"(?:{escaped}|{escaped.upper()})" if len(part) <= _SHORT else f"(?i:{escaped})"


def _seen(text: str) -> str:
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)
    return unicodedata.normalize("NFC", kept)


def _folded(text: str) -> str:
    return _seen(text).casefold()

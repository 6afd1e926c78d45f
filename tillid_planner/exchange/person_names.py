"""Names of people as lists write them: «Efternavn, fornavn», numbers, titles and remarks around them."""

from __future__ import annotations

import re
from typing import Final

_BRACKETS: Final = re.compile(r"\s*[(\[{][^()\[\]{}]{0,200}[)\]}]?\s*")
_NUMBER_BEFORE: Final = re.compile(r"^(?:nr\.?\s*)?#?\d{1,12}\s*[-–:.,)]?\s+(?=\D)")
_NUMBER_BEHIND: Final = re.compile(r"\s*[-–,/]?\s*(?:nr\.?\s*)?#?\d{2,12}$")
_TITLES: Final = re.compile(
    r"^(?:(?:dr|prof|hr|fr|frk|mr|mrs|ms|ing|cand\.?\s?[a-z]{2,5}|ph\.?d)\.?\s+|(?:herr|fru|frøken)\s+)+(?=\S)",
    re.IGNORECASE,
)
_SUFFIX: Final = re.compile(r"^(?:jr|sr|junior|senior|[iv]{1,4})\.?$", re.IGNORECASE)
_MARKS: Final = "*†‡§¹²³•·#'\"’‘“”«»,;: \t"
_MARKS_BEFORE: Final = "*†‡•·'\"’‘“”«» \t"
_WORD: Final = r"[^\W\d_](?:[^\W\d_]|[-'’.´`])*"
_NAME: Final = re.compile(rf"{_WORD}(?:,?\s+{_WORD}){{0,6}}\.?")
_SMALL: Final = frozenset(
    (
        "af",
        "al",
        "av",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "mac",
        "mc",
        "o’",
        "ter",
        "ten",
        "van",
        "vande",
        "vom",
        "von",
        "y",
        "zu",
    )
)
#: What stands where somebody is missing, and words for somebody unknown.
_VACANT: Final = re.compile(
    r"(?:(?:ledig|vakant|ubesat|vacant|open|åben|opslået)(?:e|t)?(?: (?:stilling|post|vagt|position|plads|"
    r"job)(?:er)?)?"
    r"|n\.? ?n\.?|tba|tbd|ukendt|unknown|ingen|none|ikke besat|under ansættelse|ny medarbejder|"
    r"new hire)\.?(?: ?\d{1,3})?",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"(?:vikar|afløser|timelønnet|elev|studerende|ekstra|ny|medarbejder|temp|substitute|employee|bemanding)"
    r"(?:er|e)?[ .-]*(?:nr\.? ?)?\d{1,3}",
    re.IGNORECASE,
)
#: Longer than any name; what is longer is kept as it is and refused.
_LONGEST: Final = 300


def read_name(said: str) -> str:
    """Return a name first name first, without numbers, titles, marks and what stands in brackets.

    «Hansen, Jr., Ole» is Ole Hansen Jr.; «JENSEN, BO» is Bo Jensen. What would leave nothing is kept as it is.
    """
    name = " ".join(said.split())
    if len(name) > _LONGEST:
        return name
    whole = _capitalised(_first_name_first(_unmarked(name)))
    return whole if any(sign.isalpha() for sign in whole) else name


def is_vacancy(name: str) -> bool:
    """Whether a «name» says that nobody is there: «Ledig stilling», «Vakant», «N.N.»."""
    return len(name) <= _LONGEST and bool(_VACANT.fullmatch(name.strip()))


def is_nobody(name: str) -> bool:
    """Whether a «name» is a place for somebody rather than a person: «Vikar 1»."""
    return len(name) <= _LONGEST and bool(_NOBODY.fullmatch(name.strip()))


def is_name(said: str) -> bool:
    """Whether a text looks like the name of one person: two words or more that begin as names do."""
    name = said.strip()
    if not 3 <= len(name) <= 80 or not _NAME.fullmatch(_unmarked(name)):
        return False
    words = [word for word in re.split(r"[\s,]+", _unmarked(name)) if word]
    return len(words) >= 2 and all(word[0].isupper() or word.casefold() in _SMALL for word in words)


def is_last_first(said: str) -> bool:
    """Whether a text is a name written «Efternavn, fornavn»."""
    last, comma, first = said.partition(",")
    return bool(comma and last.strip() and first.strip()) and is_name(said)


def _unmarked(name: str) -> str:
    name = _BRACKETS.sub(" ", name).strip()
    name = _NUMBER_BEHIND.sub("", _NUMBER_BEFORE.sub("", name.lstrip(_MARKS_BEFORE))).strip(_MARKS)
    return _TITLES.sub("", name)


def _first_name_first(name: str) -> str:
    parts = [part.strip() for part in re.split(r"[,;]", name) if part.strip()]
    suffixes = [part for part in parts[1:] if _SUFFIX.match(part)]
    parts = [part for part in parts if part not in suffixes]
    if len(parts) != 2:
        return name if len(parts) != 1 else " ".join((parts[0], *suffixes))
    return " ".join((parts[1], parts[0], *suffixes))


def _capitalised(name: str) -> str:
    words = name.split()
    shouted = len(words) > 1 and name.isupper() and all(len(word.strip(".")) > 1 for word in words)
    if not shouted:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0][0] + word[0][1:].lower(), name)

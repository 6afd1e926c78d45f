"""What columns are called in Danish and English files, and which columns are never read in."""

from __future__ import annotations

import re
import unicodedata

#: Field → the names seen in rosters, phone books and task lists, in lower case without punctuation.
STAFF: dict[str, tuple[str, ...]] = {
    "first_name": ("fornavn", "fornavne", "first name", "given name", "forename"),
    "last_name": ("efternavn", "efternavne", "last name", "surname", "family name"),
    "name": ("navn", "fulde navn", "medarbejder", "medarbejdernavn", "ansat", "name", "full name", "employee", "employee name"),
    "role": (
        "stilling", "stillingsbetegnelse", "medarbejdergruppe", "faggruppe", "titel", "rolle", "jobtitel", "role",
        "job title", "title", "position",
    ),
    "unit": ("afdeling", "enhed", "team", "arbejdssted", "område", "department", "unit", "workplace"),
    "email": ("e mail", "email", "mail", "e mailadresse", "mailadresse", "emailadresse", "e mail address", "email address"),
    "weekly_hours": (
        "kontrakttimer pr uge", "timer pr uge", "ugentlige timer", "timer om ugen", "ugetimer", "timer", "timetal",
        "kontrakttimer", "weekly hours", "hours per week", "hours", "contract hours",
    ),
    "started_on": (
        "ansættelsesdato", "ansat", "ansat fra", "ansat den", "startdato", "første dag", "tiltrådt", "start date", "hired",
        "hire date", "first day", "employed from",
    ),
    "ended_on": ("fratrædelsesdato", "slutdato", "sidste dag", "fratrådt", "ansat til", "end date", "last day", "employed until"),
}
TASKS: dict[str, tuple[str, ...]] = {
    "name": ("opgave", "opgaven", "opgavens navn", "navn", "opgavenavn", "titel", "task", "task name", "name", "title"),
    "short_name": ("kort navn", "kortnavn", "forkortelse", "short name"),
    "purpose": ("formål", "hensigt", "hvorfor", "purpose", "aim", "why"),
    "hours_per_week": (
        "timer pr uge", "timer om ugen", "ugentlige timer", "ugetimer", "timer", "timetal", "hours per week", "weekly hours",
        "hours",
    ),
    "scope": ("omfang", "scope"),
    "consequence": (
        "følger hvis det går galt", "følger", "konsekvens", "konsekvens hvis det går galt", "hvis det går galt",
        "consequence", "consequences", "if it goes wrong",
    ),
    "reversal": ("kan det gøres om", "kan gøres om", "gøres om", "can it be undone", "undo", "reversal", "reversible"),
    "detection": (
        "opdages det i tide", "opdages", "opdages det", "opdages det før det gør skade", "is it caught in time",
        "caught in time", "catch", "detection",
    ),
    "clarity": ("klarhed", "er opgaven klar", "clarity", "is the task clear"),
    "legal": ("lov instruks", "lov", "instruks", "loft fra loven", "lovgrundlag", "legal ceiling", "law", "legal"),
    "red_lines": ("røde linjer", "rød linje", "red lines", "red line"),
    "free": ("frit", "det frie", "free"),
    "fixed": ("fast", "det faste", "fixed"),
    "ask_when": ("spørg når", "hvornår spørges der", "spørges når", "ask when", "when to ask"),
}
FIELDS: dict[str, dict[str, tuple[str, ...]]] = {"staff": STAFF, "tasks": TASKS}

_CPR = re.compile(r"\bcpr|personnummer|person nummer|fødselsnummer|social security|\bssn\b|national id")
_PHONE = re.compile(r"mobil|telefon|\btlf|phone|\bcell\b")
_CPR_VALUE = re.compile(r"(\d{2})(\d{2})\d{2}[- ]?\d{4}")


def plain(header: str) -> str:
    """Return a header in lower case with single spaces and no punctuation."""
    text = unicodedata.normalize("NFC", header).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def fields_of(kind: str, header: str) -> tuple[str, ...]:
    """Return the fields of ``staff`` or ``tasks`` that a header may mean."""
    wanted = plain(header)
    return tuple(field for field, names in FIELDS[kind].items() if wanted in names)


def is_known(header: str) -> bool:
    """Whether a header is one we know, of whatever kind; tells the header row from a title above it."""
    return any(fields_of(kind, header) for kind in FIELDS) or is_cpr(header) or is_phone(header)


def is_cpr(header: str) -> bool:
    """Whether a header says that the column holds CPR numbers."""
    return bool(_CPR.search(plain(header)))


def is_phone(header: str) -> bool:
    """Whether a header says that the column holds phone numbers; the plan has no use for them."""
    return bool(_PHONE.search(plain(header)))


def looks_like_cpr(values: list[str]) -> bool:
    """Whether a column's values are CPR numbers, whatever it is called: most are ten digits that begin with a date."""
    filled = [value for value in values if value]
    hits = sum(_is_cpr_value(value) for value in filled)
    return hits > 0 and hits * 2 > len(filled)


def _is_cpr_value(value: str) -> bool:
    match = _CPR_VALUE.fullmatch(value.strip())
    if match is None:
        return False
    # A day may be raised by 60 for a substitute number; all zeros is what a system writes for none.
    day, month = int(match[1]) % 60, int(match[2])
    return (1 <= day <= 31 and 1 <= month <= 12) or set(re.sub(r"\D", "", value)) == {"0"}

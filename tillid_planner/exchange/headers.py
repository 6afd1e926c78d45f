"""What columns are called in Danish and English files, and which columns are never read in."""

from __future__ import annotations

import re
import unicodedata

from tillid_planner.exchange import cpr

#: Field → the names seen in rosters, phone books and task lists, in lower case without punctuation.
STAFF: dict[str, tuple[str, ...]] = {
    "first_name": ("fornavn", "fornavne", "first name", "given name", "forename"),
    "last_name": ("efternavn", "efternavne", "last name", "surname", "family name"),
    "name": (
        "navn", "fulde navn", "medarbejder", "medarbejdernavn", "ansat", "name", "full name", "employee",
        "employee name", "staff member", "medarbejderens navn",
    ),
    "role": (
        "stilling", "stillingsbetegnelse", "medarbejdergruppe", "faggruppe", "titel", "rolle", "jobtitel", "role",
        "job title", "title", "position",
    ),
    "unit": ("afdeling", "enhed", "team", "arbejdssted", "område", "department", "unit", "workplace"),
    "email": (
        "e mail", "email", "mail", "e mailadresse", "mailadresse", "emailadresse", "e mail adresse", "e mail address",
        "email address", "arbejdsmail", "work e mail", "work email",
    ),
    "weekly_hours": (
        "kontrakttimer pr uge", "timer pr uge", "ugentlige timer", "timer om ugen", "ugetimer", "timer", "timetal",
        "kontrakttimer", "weekly hours", "hours per week", "hours a week", "hours week", "hours", "contract hours",
        "timer uge",
    ),
    "started_on": (
        "ansættelsesdato", "ansat", "ansat fra", "ansat den", "startdato", "første dag", "tiltrådt", "start date",
        "hired", "hire date", "first day", "employed from",
    ),
    "ended_on": (
        "fratrædelsesdato", "slutdato", "sidste dag", "fratrådt", "ansat til", "end date", "last day", "employed until",
    ),
}
TASKS: dict[str, tuple[str, ...]] = {
    "name": ("opgave", "opgaven", "opgavens navn", "navn", "opgavenavn", "titel", "task", "task name", "name", "title"),
    "short_name": ("kort navn", "kortnavn", "forkortelse", "short name"),
    "purpose": ("formål", "hensigt", "hvorfor", "purpose", "aim", "why"),
    "hours_per_week": (
        "timer pr uge", "timer om ugen", "ugentlige timer", "ugetimer", "timer", "timetal", "hours per week",
        "weekly hours", "hours a week", "hours week", "hours", "timer uge",
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

_PHONE = re.compile(r"\bmobil|telefon|\btlf|phone|\bcell\b")
#: No header is longer; what is, is a text.
_LONGEST = 120


def plain(header: str) -> str:
    """Return a header in lower case with single spaces and no punctuation."""
    text = unicodedata.normalize("NFKC", header[:_LONGEST]).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def fields_of(kind: str, header: str) -> tuple[str, ...]:
    """Return the fields of ``staff`` or ``tasks`` that a header may mean."""
    wanted = plain(header)
    return tuple(field for field, names in FIELDS[kind].items() if wanted in names)


def is_known(header: str) -> bool:
    """Whether a header is one we know, of whatever kind; tells the header row from a title above it."""
    if not header or len(header) > _LONGEST:
        return False
    return any(fields_of(kind, header) for kind in FIELDS) or cpr.in_header(header) or is_phone(header)


def is_phone(header: str) -> bool:
    """Whether a header says that the column holds phone numbers; the plan has no use for them."""
    return bool(_PHONE.search(plain(header)))

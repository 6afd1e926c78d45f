r"""What columns are called in Danish and English files, and which columns are never read in.

A header is split into words («displayName», «first_name», «Stillings-\nbetegnelse», «Navn (fulde) [Required]»),
and is understood when its words are one of a field's names with nothing but fillers around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from tillid_planner.exchange import cpr
from tillid_planner.exchange.days import DayOrder


class Reading(NamedTuple):
    """One thing a header may mean; the lowest ``tier`` of several columns is the one meant (0 is best)."""

    field: str
    tier: int = 0


#: Words that may stand around any field's name without changing what it means; around «name» fewer: «company name».
_NAME_FILLERS: Final = (
    "medarbejderens?|medarbejder|medarb|employees?|empl|emp|staff|personale|personens?|person|ansattes|ansatte|"
    "worker|member|job|work|arbejdsmæssig|arbejds|arbejde|arbejdet|primære?|primary|main|"
    "aktuelle?|nuværende|current|official|officielle?|required|obligatorisk|optional|valgfri|"
    "working|value|tekst|text|beskrivelse|kontakt|contact|hoved|den|the|of|på|en|et|a|i|at|ved|for|de|din|your|"
    "oplysninger"
)
_FILLERS: Final = rf"{_NAME_FILLERS}|business|company|organi[sz]ation|org"

_FIRST: Final = r"(?:fornavne?|first|given|forenames?)(?: names?)?"
_LAST: Final = r"(?:efternavne?|last|surnames?|family)(?: names?)?"
_BOTH: Final = (
    rf"(?:navn |name |medarbejder |medarb |employee )?(?:{_FIRST} (?:(?:og|and|eller) )?{_LAST}"
    rf"|{_LAST} (?:(?:og|and|eller) )?{_FIRST}|for og efternavne?|efter og fornavne?|first and last names?)"
)
_NAMED: Final = "medarbejder|employee|staff|worker|person|ansat|personale|member|kollega|deltager|resource|ressource"
_DAY: Final = "dato|date|day|den|dag"
_WEEK: Final = "(?:(?:pr|om|per|a|i|hver) )?(?:ugen|uge|week|wk|w|ugentligt?)"
_HOURS: Final = "timer|time|hours?|hrs|timetal|timeantal|arbejdstid|arbejdstimer|normtimer|normtid|norm"

#: Field → the forms of its name and how sure each is; patterns over lower-case words without punctuation.
_STAFF: Final[Mapping[str, tuple[tuple[str, int], ...]]] = {
    "name": (
        (rf"{_BOTH}|(?:fulde?|hele|full|whole|complete|legal) (?:navn|name)|(?:navn|name) (?:fulde?|full)", 0),
        (r"(?:vis|viste?|display|visnings) ?(?:navn|name)|visningsnavn|displayname|fullname|fuldenavn", 0),
        (
            rf"navn|name|names|navne|(?:{_NAMED}) ?(?:navn|name|names)|(?:nr|nummer|no|id|number) (?:og )?(?:navn|"
            rf"name)",
            0,
        ),
        (
            rf"medarbejdere?|medarb|ansatte|(?:employee|staff|team) members?|{_NAMED}|personnel|employees|members|"
            rf"workers|hvem|kolleger",
            1,
        ),
        ("kaldenavn|kælenavn|nickname|preferred (?:name|first name)|initialer og navn", 2),
    ),
    "first_name": ((_FIRST, 0),),
    "middle_name": (
        (r"mellemnavne?|middle(?: names?| initials?)?|additional names?|mi|tussenvoegsel|prefix last name", 0),
    ),
    "last_name": ((_LAST, 0),),
    "role": (
        (
            r"stilling|stillinger|stillingsbetegnelse|stillings betegnelse|stillingstitel|jobtitel|titel|title|"
            r"position",
            0,
        ),
        (r"job ?tit(?:le|el)|job role|jobrolle|jobposition|job position|rolle|role|stilling tekst", 0),
        (r"faggruppe|medarbejdergruppe|personalegruppe|stillingsgruppe|jobtype[rs]?|job ?types?|funktion|job", 1),
        (r"profession|uddannelse|fag|occupation|designation|function", 2),
    ),
    "unit": (
        (r"(?:afdelings?|enheds?|team|department|unit|arbejdssted)(?: ?(?:navn|name))?", 0),
        (r"afd|område|arbejdsplads|workplace|organisationsenhed|organi[sz]ational unit|tjenestested|teams", 0),
        (r"gruppe|group|hold|sted|lokation|location|site|division|sektion|section|organisation|plejehjem", 1),
    ),
    "email": (
        (r"(?:arbejds?|work|job|business|company|tjeneste)(?:s)? ?(?:e ?mail|mail)(?: ?adresse| address)?", 0),
        (r"(?:e ?mail|mail)(?: ?adresse| address)? (?:arbejde|arbejdet|work|job|business)", 0),
        (r"e ?mails?|mail|e ?mail ?adresser?|mail ?adresser?|e ?mail address(?:es)?|mail address|e post", 1),
        (r"upn|user ?principal ?name|smtp|smtp adresse|primary smtp address", 2),
        (
            r"(?:e ?mail|mail)(?: ?adresse| address)? (?:privat|private|personal|home|hjem|anden|other|secondary|"
            r"alternativ)",
            3,
        ),
        (
            r"(?:privat|private|personal|home|hjemme|anden|other|secondary|alternativ) ?(?:e ?mail|"
            r"mail)(?: ?adresse| address)?",
            3,
        ),
    ),
    "weekly_hours": (
        (
            rf"(?:ugentlige?|weekly|kontrakt|contract(?:ed|ual)?|aftalte|standard|faste|"
            rf"ansættelse) ?(?:working )?(?:{_HOURS})(?: {_WEEK})?",
            0,
        ),
        (rf"(?:{_HOURS}) {_WEEK}|kontrakttimer(?: {_WEEK})?|ugetimer|ugenorm|ugetimetal|ugentlig|weekly", 0),
        (r"timer|hours|timetal|hrs|arbejdstid|norm|normtimer", 1),
        (r"(?:beskæftigelses|ansættelses|stillings|arbejdstids) ?(?:grad|brøk|procent|pct)(?: pct| procent)?", 2),
        (
            r"beskæftigelse(?: pct)?|brøk|fte|fte s|full time equivalent|stillingsandel|work percentage|"
            r"arbejdsprocent",
            2,
        ),
    ),
    "started_on": (
        (
            rf"(?:ansættelses?|start|tiltrædelses?|begyndelses?|hire|hiring|entry|join(?:ing|ed)?) ?(?:{_DAY}|"
            rf"start)",
            0,
        ),
        (
            r"ansat (?:fra|den|siden|pr|dato)|ansættelse (?:fra|start|begyndt)|tiltrådt|tiltrædelse|hired|doh|"
            r"date of hire",
            0,
        ),
        (r"første (?:arbejds)?dag|første ansættelsesdag|first (?:work(?:ing)? )?day|employed (?:from|since)", 0),
        (
            r"(?:date|day) (?:of )?(?:joining|hired|hire|joined|employment)|employment (?:date|start(?: date)?|"
            r"from)",
            0,
        ),
        (
            r"(?:kontrakt|contract) ?(?:start|fra|from)(?: ?(?:dato|date))?|ansættelsesstart|medarbejder fra|"
            r"fra dato",
            0,
        ),
        (r"start|fra|from|ansat|begyndt|valid from|gyldig fra|anciennitet start", 1),
    ),
    "ended_on": (
        (rf"(?:fratrædelses?|slut|ophørs?|afgangs?|exit|leaving|termination|leave) ?(?:{_DAY})", 0),
        (
            r"fratrådt|fratrædelse|fratræder|ophørt|sidste (?:arbejds)?dag|sidste ansættelsesdag|ansat til|"
            r"ansættelse (?:til|slut)",
            0,
        ),
        (
            r"end date|last (?:work(?:ing)? )?day|employed (?:until|to)|terminated|date (?:left|of leaving)|"
            r"til dato",
            0,
        ),
        (
            r"(?:kontrakt|contract) ?(?:slut|udløb|til|end|to|until)(?: ?(?:dato|date))?|"
            r"employment (?:end(?: date)?|to)",
            0,
        ),
        (r"slut|til|to|until|end|udløb|valid to|gyldig til", 1),
    ),
    "number": (
        (
            r"(?:medarbejder|medarb|personale|tjeneste|løn|ansættelses|ansat|staff|employee|empl|emp|badge|worker|"
            r"payroll|person) ?"
            r"(?:løbe)?(?:nummer|nr|no|num|number|id|ident|kode|code)",
            0,
        ),
        (
            r"nr|nummer|no|id|number|badge|initialer|initials|medarbejder løbe ?(?:nummer|nr)|user id|bruger id|"
            r"brugerid",
            1,
        ),
    ),
    "status": (
        (
            r"(?:ansættelses?|employment|medarbejder|employee|job)? ?status|aktiv|active|er aktiv|is active|"
            r"tilstand",
            0,
        ),
    ),
}
_TASKS: Final[Mapping[str, tuple[tuple[str, int], ...]]] = {
    "name": (
        (
            r"opgaven?|opgavens navn|opgave ?navn|opgaver|opgavetitel|task|tasks|task ?(?:name|title)|"
            r"arbejdsopgaver?",
            0,
        ),
        (
            r"navn|titel|name|title|emne|subject|aktivitet|activity|ansvarsområde|nøgleområde|område|"
            r"responsibility|summary",
            1,
        ),
    ),
    "short_name": ((r"kort navn|kortnavn|forkortelse|short name", 0),),
    "purpose": ((r"formål(?:et)?|hensigt|hvorfor|purpose|aim|why", 0), (r"beskrivelse|description", 2)),
    "hours_per_week": (
        (rf"(?:ugentlige?|weekly) ?(?:{_HOURS})|(?:{_HOURS}) {_WEEK}|ugetimer", 0),
        (r"timer|timetal|hours|hrs|tidsforbrug|estimat|effort", 1),
    ),
    "scope": ((r"omfang|scope", 0),),
    "consequence": (
        (r"følger(?: hvis det går galt)?|konsekvens(?:er)?(?: hvis det går galt)?|hvis det går galt", 0),
        (r"consequences?|if it goes wrong", 0),
    ),
    "reversal": ((r"(?:kan (?:det )?)?gøres om|can it be undone|undo|reversal|reversible", 0),),
    "detection": ((r"opdages(?: det)?(?: i tide| før det gør skade)?|(?:is it )?caught in time|catch|detection", 0),),
    "clarity": ((r"klarhed|er opgaven klar|clarity|is the task clear", 0),),
    "legal": ((r"lov instruks|lov|instruks|loft fra loven|lovgrundlag|legal ceiling|law|legal|fast loft", 0),),
    "red_lines": ((r"røde? linjer?|red lines?", 0),),
    "free": ((r"frit|det frie|free", 0),),
    "fixed": ((r"fast|det faste|fixed", 0),),
    "ask_when": ((r"spørge?s? når|hvornår spørges der|ask when|when to ask", 0),),
}
_FORMS: Final = {"staff": _STAFF, "tasks": _TASKS}

#: Words that hint at a field wherever they stand in a header; what stands in the column must bear it out.
_HINTS: Final[Mapping[str, Mapping[str, str]]] = {
    "staff": {
        "name": r"navn|name|medarbejder\w*",
        "role": r"stilling\w*|job\w*|titel|title|role|rolle|position|funktion",
        "unit": r"afdeling\w*|afd|enhed\w*|team|department|unit",
        "email": r"e mail|email|mail\w*|\w+mail",
        "weekly_hours": r"\w*timer|hours|timetal|\w*grad|\w*brøk|\w*procent|fte",
        "started_on": r"ansat|ansættelse\w*|tiltræd\w*|start\w*|hire\w*|join\w*|siden|since",
        "ended_on": r"fratr\w*|slut\w*|ophør\w*|terminat\w*|udløb\w*",
        "number": r"\w*nr|nummer|\w*nummer",
        "status": r"\w*status",
    },
    "tasks": {
        "name": r"opgave\w*|task\w*",
        "purpose": r"formål\w*|purpose",
        "hours_per_week": r"\w*timer|hours|timetal",
    },
}
#: The tier of what is only hinted at.
HINT: Final = 4
#: With these in it a header is about a code or a kind of something.
_CODES: Final = re.compile(r"\b(?:id|uuid|guid|kode|code|type|\w+type|\w*nr|\w*nummer|number|no)\b")
_SHARE: Final = re.compile(r"%|\bfte\b|grad\b|brøk|procent|\bpct\b|percent|andel", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(r"\bd{1,2}[-./ ]m{1,4}[-./ ][yå]{2,4}", re.IGNORECASE)
_MONTH_FIRST: Final = re.compile(r"\bm{1,2}[-./ ]d{1,2}[-./ ][yå]{2,4}", re.IGNORECASE)

#: The fields a column can be read as, in the order they are offered.
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {kind: tuple(forms) for kind, forms in _FORMS.items()}

_PHONE: Final = re.compile(
    r"mobil|telefon|\btlf|phone|\bcell\b|\bpager\b|lokal ?(?:nummer|nr)|\bfax\b|"
    r"omstilling|\bdirekte nr"
)
#: Columns about somebody or something else than the one the row is about.
_SOMEBODY_ELSE: Final = re.compile(
    r"\b(?:\w*leders?|lederen|chefs?|managers?|supervisors?|reports? to|reporting|overordnede?|pårørende|nødkontakt|"
    r"emergency|kontaktpersoner?|contact person|spouse|ægtefælle|partner|mentor|buddy|created|modified|oprettet|"
    r"ændret|opdateret|updated|completed|firma|virksomhed|company|kunde|customer|klient|borger|login|"
    r"password|adgangskode|født|fødselsdato|fødselsdag|birth\w*|dob)\b"
)
_SHIFT: Final = re.compile(
    r"vagt(?:er|type|dato)?|shift(?: \w+)?|(?:start|end) time|clock (?:in|out)|klokkeslæt|mødetid|dato|date|"
    r"tjeneste(?:r|type|dato)?|pause|unpaid break(?: minutes)?"
)
_CAMEL: Final = re.compile(r"(?<=[a-zæøåäöü])(?=[A-ZÆØÅÄÖÜ])|(?<=[A-ZÆØÅ])(?=[A-ZÆØÅ][a-zæøå])")
_BROKEN: Final = re.compile(r"(?<=\w)[-‐]\s*[\r\n]\s*(?=\w)")
_BRACKETS: Final = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")
#: «(2)» behind a header that stands twice is put there to tell them apart.
_DOUBLED: Final = re.compile(r" \(\d+\)$")
_NUMBER: Final = re.compile(r"(?<=[a-zæøå])(\d{1,2})$|(?<=[a-zæøå] )(\d{1,2})(?= |$)")
#: Longer than any header; what is longer is a text.
_LONGEST: Final = 120


def plain(header: str) -> str:
    """Return a header in lower case with single spaces and no punctuation; at most 120 characters of it count."""
    text = unicodedata.normalize("NFKC", _BROKEN.sub("", header[:_LONGEST]))
    return " ".join(re.sub(r"[\W_]+", " ", _CAMEL.sub(" ", text)).casefold().split())


def readings(kind: str, header: str, group: str = "") -> tuple[Reading, ...]:
    """Return what a header of ``staff`` or ``tasks`` may mean, the surest first; ``group`` is a heading above it."""
    if not header or len(header) > _LONGEST or _SOMEBODY_ELSE.search(plain(f"{group} {header}")):
        return ()
    return _readings(kind, _DOUBLED.sub("", header)) or (_readings(kind, f"{group} {header}") if group else ())


def is_known(header: str, kind: str = "") -> bool:
    """Whether a header is one we know (of ``kind``, «» for any); tells the header row from a title above it."""
    if not header or len(header) > _LONGEST:
        return False
    kinds = (kind,) if kind else tuple(_FORMS)
    found = (reading for each in kinds for reading in readings(each, header))
    return any(reading.tier < HINT for reading in found) or cpr.in_header(header) or is_phone(header)


def is_phone(header: str) -> bool:
    """Whether a header says that the column holds phone numbers; the plan has no use for them."""
    return bool(_PHONE.search(plain(header)))


def says_share(header: str) -> bool:
    """Whether a header says that the column holds parts of full time: «Beskæftigelsesgrad», «FTE %»."""
    return bool(_SHARE.search(header[:_LONGEST]))


def order_in(header: str) -> DayOrder | None:
    """Return the order of day and month a header spells out: «Start (mm/dd/yyyy)»; None if it says nothing."""
    if _DAY_FIRST.search(header[:_LONGEST]):
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if _MONTH_FIRST.search(header[:_LONGEST]) else None


def is_about_another(header: str) -> bool:
    """Whether a header says that the column is about somebody else than the one the row is about: «Leder»."""
    return bool(_SOMEBODY_ELSE.search(plain(header)))


def is_about_shifts(header: str) -> bool:
    """Whether a header belongs to a list of shifts, where each row is a day's work."""
    return bool(_SHIFT.fullmatch(plain(header)))


@cache
def _readings(kind: str, header: str) -> tuple[Reading, ...]:
    brackets = " ".join(_BRACKETS.findall(header))
    outside = plain(_BRACKETS.sub(" ", header))
    forms = [outside, f"{outside} {plain(brackets)}"] if outside else [plain(brackets)]
    found: dict[str, int] = {}
    for form in dict.fromkeys(forms):
        number = _NUMBER.search(form)
        # «E-mail 2» comes after «E-mail 1».
        later = int(number[1] or number[2]) - 1 if number else 0
        bare = " ".join(_NUMBER.sub("", form).split())
        for field, tier in _fields(kind, bare):
            # What stands in brackets may make another thing of it: «E-mail (privat)».
            found[field] = tier + max(later, 0)
    if not found and outside:
        found = dict.fromkeys(_hinted(kind, outside), HINT)
    return tuple(Reading(field, tier) for field, tier in sorted(found.items(), key=lambda item: item[1]))


def _hinted(kind: str, form: str) -> list[str]:
    hinted = [field for field, words in _HINTS[kind].items() if re.search(rf"\b(?:{words})\b", form)]
    return hinted if hinted == ["number"] or not _CODES.search(form) else []


def _fields(kind: str, form: str) -> list[Reading]:
    exact = [Reading(field, tier) for field, tier, whole, _ in _patterns(kind) if whole.fullmatch(form)]
    found = exact or [Reading(field, tier) for field, tier, _, within in _patterns(kind) if within.fullmatch(form)]
    best: dict[str, int] = {}
    for field, tier in found:
        best[field] = min(tier, best.get(field, tier))
    return [Reading(field, tier) for field, tier in best.items()]


@cache
def _patterns(kind: str) -> tuple[tuple[str, int, re.Pattern[str], re.Pattern[str]], ...]:
    """Return field, tier, the form alone, and the form among fillers and others of the field («Stilling/titel»)."""
    found = []
    for field, forms in _FORMS[kind].items():
        around = _FILLERS
        if field == "name":
            around = _NAME_FILLERS
        elif field in ("role", "unit"):
            around = "|".join((around, *(form for form, _ in forms)))
        found += [
            (field, tier, re.compile(form), re.compile(rf"(?:(?:{around}) )*(?:{form})(?: (?:{around}))*"))
            for form, tier in forms
        ]
    return tuple(found)

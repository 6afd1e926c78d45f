"""Which column is which field: by its header, then by what stands in it, and corrected by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Final

from tillid_planner.exchange import headers, values
from tillid_planner.exchange.addresses import is_address
from tillid_planner.exchange.cells import Cell, as_text
from tillid_planner.exchange.days import DayOrder, order_of, read_day, says_no_day
from tillid_planner.exchange.hours import Share, is_hours, read_hours
from tillid_planner.exchange.person_names import is_last_first, is_name
from tillid_planner.exchange.tabular import Row, Table

DAY_FIELDS: Final = ("started_on", "ended_on")
#: Cells of a column that are looked at.
_SAMPLE: Final = 400
#: The part of a column's filled cells that makes a vote, and of its rows that must be filled.
_MOST: Final = 0.6
_HALF: Final = 0.5
#: A list of shifts names each person at least this many times on average.
_SHIFTS_EACH: Final = 1.5
#: From this tier on «Fra» may be a time of day or a place, and the cells must bear it out.
_VAGUE: Final = 1


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Field → column (its place from 0), and what became of the other columns.

    ``ambiguous`` holds the fields that one of several columns may be; ``cpr`` and ``phone`` the headers left out on
    purpose, ``ignored`` those that mean nothing to the plan; ``guessed`` the fields told by the cells alone.
    ``orders`` says how the days of a column are written, ``open_days`` which columns leave that open; ``shares``
    whether hours are written as parts of full time, and ``full_time`` how many hours that is (None: not known).
    ``shifts`` is set when each row is a shift, so that its days and hours are not the person's; ``remembered`` when
    the columns are read as they were chosen the last time.
    """

    kind: str
    fields: Mapping[str, int] = field(default_factory=dict)
    ambiguous: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    cpr: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    orders: Mapping[int, DayOrder] = field(default_factory=dict)
    open_days: tuple[int, ...] = ()
    shares: bool = False
    only_shares: bool = False
    full_time: float | None = None
    shifts: bool = False
    remembered: bool = False

    @property
    def has_name(self) -> bool:
        """Whether something gives the rows their names; without it nothing can be read."""
        return "name" in self.fields or {"first_name", "last_name"} <= set(self.fields)

    @property
    def asks(self) -> bool:
        """Whether something has to be answered before the rows can be looked at."""
        unsure = self.kind == "tasks" and "name" in self.guessed
        return not self.has_name or bool(self.ambiguous or self.asked_days or self.asks_full_time) or unsure

    @property
    def asks_full_time(self) -> bool:
        """Whether hours are written as parts of full time, and nobody has said how many hours that is."""
        return self.shares and self.full_time is None and "weekly_hours" in self.fields

    @property
    def asked_days(self) -> tuple[int, ...]:
        """The columns read as days whose order of day and month is not decided."""
        return tuple(at for at in self.open_days if at in self.fields.values() and at not in self.orders)

    def cell(self, row: Row, name: str) -> Cell:
        """Return what a row says of a field; «» if no column is read for it."""
        place = self.fields.get(name)
        return "" if place is None or place >= len(row.cells) else row.cells[place]

    def text(self, row: Row, name: str) -> str:
        """Return what a row says of a field as text; «» for nothing, and for a dash that says so."""
        return values.text(self.cell(row, name))

    def order(self, name: str) -> DayOrder | None:
        """Return how a field's days are written; None if that is not decided."""
        place = self.fields.get(name, -1)
        return self.orders.get(place, None if place in self.open_days else DayOrder.DAY_FIRST)

    def with_field(self, name: str, column: int | None) -> ColumnMap:
        """Return the map with a field read from another column, or from none.

        A column serves one field, and a name that is chosen as a whole is not put together of two others.
        """
        fields = {f: c for f, c in self.fields.items() if f != name and c != column}
        if column is not None:
            if name == "name":
                fields = {f: c for f, c in fields.items() if f not in ("first_name", "middle_name", "last_name")}
            fields[name] = column
        return replace(self, fields=fields, ambiguous={f: c for f, c in self.ambiguous.items() if f != name})

    def with_order(self, order: DayOrder) -> ColumnMap:
        """Return the map with the open columns of days read in this order."""
        return replace(self, orders={**self.orders, **dict.fromkeys(self.open_days, order)})


def list_key(kind: str, table: Table) -> str | None:
    """Return what tells a list by its columns: a hash of the known headers and their number; None without headers.

    Only headers that are known count, so that nothing anybody wrote can be read or guessed from it.
    """
    known = sorted(headers.plain(column.header) for column in table.columns if headers.is_known(column.header))
    if table.headerless or not known:
        return None
    return sha256("\n".join((kind, str(len(table.columns)), *known)).encode()).hexdigest()


def recognise(kind: str, table: Table) -> ColumnMap:
    """Return the columns recognised in a table of ``staff`` or ``tasks``; what could be two things is left open."""
    return _Recognition(kind, table).map()


class _Recognition:
    def __init__(self, kind: str, table: Table) -> None:
        self._kind = kind
        self._table = table
        self._cells = [_filled(table.rows, place) for place in range(len(table.columns))]
        self._found: dict[str, list[tuple[int, int]]] = {}
        self._fields: dict[str, int] = {}
        self._ambiguous: dict[str, tuple[int, ...]] = {}
        self._guessed: list[str] = []

    def map(self) -> ColumnMap:
        cpr, phone, unknown = [], [], []
        several: dict[int, tuple[headers.Reading, ...]] = {}
        for place, column in enumerate(self._table.columns):
            meant = headers.readings(self._kind, column.header, column.group)
            if column.cpr:
                cpr.append(column.header)
            elif headers.is_phone(column.header):
                phone.append(column.header)
            elif len(meant) > 1:
                several[place] = meant
            elif not meant or not self._take(place, meant[0]):
                unknown.append(place)
        for place, meant in several.items():
            if not self._take(place, self._meant(place, meant)):
                unknown.append(place)
        self._choose()
        self._vote(unknown)
        used = {*self._fields.values(), *(at for places in self._ambiguous.values() for at in places)}
        ignored = tuple(
            column.header
            for at, column in enumerate(self._table.columns)
            if at in unknown and at not in used and column.header
        )
        shifts = self._kind == "staff" and self._is_shifts()
        if shifts:
            for name in (*DAY_FIELDS, "weekly_hours"):
                self._fields.pop(name, None)
                self._ambiguous.pop(name, None)
        found = ColumnMap(
            self._kind, self._fields, self._ambiguous, tuple(cpr), tuple(phone), ignored, tuple(self._guessed),
            shifts=shifts,
        )  # fmt: skip
        return self._with_forms(found)

    def _take(self, place: int, reading: headers.Reading) -> bool:
        """Add a column to a field's candidates, unless its cells speak against a vague header."""
        fits = _FITS.get(reading.field)
        hinted = reading.tier >= headers.HINT
        vague = hinted or (reading.field in DAY_FIELDS and reading.tier >= _VAGUE)
        if hinted and not self._cells[place]:
            return False
        if fits and vague and self._cells[place] and self._part(place, fits) < _HALF:
            return False
        if hinted and not fits and not self._looks_like(place, reading.field):
            return False
        named = reading.field == "name" and reading.tier >= _VAGUE
        if named and self._cells[place] and self._part(place, _has_letters) < _HALF:
            return False
        self._found.setdefault(reading.field, []).append((reading.tier, place))
        return True

    def _looks_like(self, place: int, name: str) -> bool:
        """Whether the cells under a header that only hints at a field look like it."""
        if name == "name" and self._kind == "staff":
            return self._part(place, is_name_cell) >= _MOST
        if name == "number":
            return self._part(place, lambda cell: any(sign.isdecimal() for sign in as_text(cell))) >= _MOST
        another = any(self._part(place, fits) >= _HALF for fits in (is_name_cell, is_address_cell, is_day_cell))
        return self._part(place, _has_letters) >= _MOST and not another

    def _meant(self, place: int, meant: Sequence[headers.Reading]) -> headers.Reading:
        """Return which of several fields a header means: told by its cells, else whatever no other column is."""
        if self._cells[place]:
            for reading in meant:
                fits = _FITS.get(reading.field, is_name_cell if reading.field == "name" else None)
                if fits is not None and self._part(place, fits) >= _MOST:
                    return reading
            if meant[0].tier >= headers.HINT:
                likely = (reading for reading in meant if self._looks_like(place, reading.field))
                return next(likely, meant[0])
        whole = {"name"} if {"first_name", "last_name"} <= set(self._found) else set()
        return next((r for r in meant if r.field not in self._found and r.field not in whole), meant[0])

    def _choose(self) -> None:
        """Give each field the column of its lowest tier; what two are equally good for is left open."""
        if {"first_name", "last_name"} <= set(self._found):
            # A nickname beside a name in two parts is not the name.
            self._found["name"] = [(tier, at) for tier, at in self._found.get("name", []) if tier <= _VAGUE]
        for name, places in self._found.items():
            if not places:
                continue
            best = min(tier for tier, _ in places)
            rivals = [at for tier, at in places if tier == best]
            if len(rivals) > 1:
                rivals = self._borne_out(name, rivals)
            if len(rivals) == 1:
                self._fields[name] = rivals[0]
            else:
                self._ambiguous[name] = tuple(sorted(rivals))
        if not {"name", "last_name"} & set(self._fields) and "first_name" in self._fields:
            # «Fornavn» above whole names.
            at = self._fields["first_name"]
            if self._cells[at] and self._part(at, is_name_cell) >= _MOST:
                self._fields["name"] = self._fields.pop("first_name")

    def _borne_out(self, name: str, rivals: list[int]) -> list[int]:
        filled = [at for at in rivals if self._cells[at]] or rivals
        fits = _FITS.get(name)
        fitting = [at for at in filled if fits is not None and self._part(at, fits) >= _HALF]
        return fitting or filled

    def _vote(self, unknown: list[int]) -> None:
        """Let the cells of unknown columns tell what they are, where no header did."""
        free = [at for at in unknown if not headers.is_about_another(self._table.columns[at].header)]
        known = {*self._fields, *self._ambiguous}
        if self._kind == "tasks":
            if "name" not in known:
                self._guess("name", self._texts(free)[:1])
            return
        if not ({"name"} & known or {"first_name", "last_name"} <= known):
            for places in (free, unknown):
                written = [at for at in places if self._mostly(at, lambda cell: is_last_first(as_text(cell)))]
                if found := written or [at for at in places if self._mostly(at, is_name_cell)]:
                    self._guess("name", found)
                    break
        if "email" not in known:
            self._guess("email", [at for at in free if self._mostly(at, is_address_cell, _HALF / 5)])
        if self._table.headerless:
            if "weekly_hours" not in known:
                self._guess("weekly_hours", [at for at in free if self._mostly(at, is_hours) and self._has_full(at)])
            days = [at for at in free if self._mostly(at, is_day_cell)]
            if len(days) == 1 and "started_on" not in known:
                # It may be a birthday too.
                self._ambiguous["started_on"] = tuple(days)

    def _guess(self, name: str, places: Sequence[int]) -> None:
        if len(places) == 1:
            self._fields[name] = places[0]
            self._guessed.append(name)
        elif places:
            self._ambiguous[name] = tuple(places)

    def _texts(self, places: Sequence[int]) -> list[int]:
        """Return the columns of texts that differ from row to row and are no names, days or addresses."""
        return [
            at
            for at in places
            if self._mostly(at, _has_letters)
            and not any(self._mostly(at, fits) for fits in (is_name_cell, is_address_cell, is_day_cell))
            and len({as_text(cell).casefold() for cell in self._cells[at]}) >= _MOST * len(self._cells[at])
        ]

    def _has_full(self, place: int) -> bool:
        return any(read_hours(cell) in (37.0, 37.5) for cell in self._cells[place])

    def _mostly(self, place: int, fits: Callable[[Cell], bool], filled: float = _HALF) -> bool:
        cells = self._cells[place]
        enough = bool(cells) and len(cells) >= filled * min(len(self._table.rows), _SAMPLE)
        return enough and self._part(place, fits) >= _MOST

    def _part(self, place: int, fits: Callable[[Cell], bool]) -> float:
        cells = self._cells[place]
        return sum(map(fits, cells)) / len(cells) if cells else 0.0

    def _is_shifts(self) -> bool:
        named = [self._fields[name] for name in ("name", "first_name", "last_name") if name in self._fields]
        rows = self._table.rows
        if not named or not rows or not any(headers.is_about_shifts(column.header) for column in self._table.columns):
            return False
        names = {tuple(row.text(at).casefold() for at in named) for row in rows}
        return len(rows) >= _SHIFTS_EACH * len(names)

    def _with_forms(self, found: ColumnMap) -> ColumnMap:
        orders: dict[int, DayOrder] = {}
        open_days: list[int] = []
        for at in range(len(self._table.columns)):
            order = headers.order_in(self._table.columns[at].header)
            if order is None:
                order = order_of(row.cells[at] for row in self._table.rows)
            if order is None:
                open_days.append(at)
            elif order is DayOrder.MONTH_FIRST:
                orders[at] = order
        days = [found.fields[name] for name in DAY_FIELDS if name in found.fields]
        decided = {orders[at] for at in days if at in orders}
        if len(decided) == 1 and (at_open := [at for at in days if at in open_days]):
            # The other column of days of the same list is written in the same way.
            orders |= dict.fromkeys(at_open, *decided)
        hours = found.fields.get("weekly_hours")
        cells = self._cells[hours] if hours is not None else []
        says_share = hours is not None and headers.says_share(self._table.columns[hours].header)
        # A column of nothing above 1 holds shares too, whatever it is called.
        only_shares = bool(cells) and (says_share or all(_is_at_most_one(cell) for cell in cells))
        shares = only_shares or any(isinstance(read_hours(cell), Share) for cell in cells)
        return replace(found, orders=orders, open_days=tuple(open_days), shares=shares, only_shares=only_shares)


def is_name_cell(cell: Cell) -> bool:
    """Whether a cell looks like the name of a person."""
    return isinstance(cell, str) and is_name(cell)


def is_address_cell(cell: Cell) -> bool:
    """Whether a cell looks like an e-mail address."""
    return isinstance(cell, str) and is_address(cell)


def is_day_cell(cell: Cell) -> bool:
    """Whether a cell is a day, or what systems write for none."""
    return not isinstance(cell, float) and any(
        (read_day(cell), read_day(cell, DayOrder.MONTH_FIRST), says_no_day(cell))
    )


def _is_amount(cell: Cell) -> bool:
    return read_hours(cell) is not None


def _is_at_most_one(cell: Cell) -> bool:
    read = read_hours(cell)
    return isinstance(read, Share) or read == 1


def _has_letters(cell: Cell) -> bool:
    return isinstance(cell, str) and any(sign.isalpha() for sign in cell)


#: What the cells of a field look like.
_FITS: Final[Mapping[str, Callable[[Cell], bool]]] = {
    "email": is_address_cell,
    "weekly_hours": _is_amount,
    "hours_per_week": _is_amount,
    "started_on": is_day_cell,
    "ended_on": is_day_cell,
}


def _filled(rows: Sequence[Row], place: int) -> list[Cell]:
    def cells() -> Iterator[Cell]:
        for row in rows[:_SAMPLE]:
            cell = row.cells[place]
            if values.text(cell):
                yield cell

    return list(cells())

"""Lays week plans out on pages: lines are wrapped, rows broken over pages; nothing is painted here.

All measures are in tenths of a point on an A4 page lying on its side, so that paper and PDF are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tillid_planner.content import Words
from tillid_planner.exchange.week_plan import PlannedDay, PlannedRow, PlannedTask, WeekPlan
from tillid_planner.services.export import heading, hours_text, meeting_text
from tillid_planner.ui.printing.typesetter import POINT, Typesetter

PAGE_WIDTH, PAGE_HEIGHT = 8419, 5953
MARGIN = 30 * POINT
PAD = 4 * POINT
_TITLE_HEIGHT, _FOOT_HEIGHT, _HEAD_LINE = 40 * POINT, 22 * POINT, 12 * POINT
_NAME_WIDTH, _HOURS_WIDTH, _NARROW = 100 * POINT, 36 * POINT, 44 * POINT
_LEAST_ROW = 24 * POINT
_ROLE_LINES = 2


@dataclass(frozen=True, slots=True)
class Size:
    """A size of type, and what follows from it: line, box before a task, rung, gap after an item."""

    text: int

    @property
    def line(self) -> int:
        """From one line to the next."""
        return round(self.text * 1.27)

    @property
    def mark(self) -> int:
        """The side of the box to tick."""
        return round(self.text * 0.9)

    @property
    def rung(self) -> int:
        """The side of a rung's badge."""
        return round(self.text * 1.2)

    @property
    def gap(self) -> int:
        """What is left free under an item."""
        return round(self.text * 0.35)


#: Many people on a page, and one; a smaller one is taken where a long word would be broken, and never be found.
DENSE = (Size(88), Size(82), Size(76), Size(70))
ROOMY = (Size(110), Size(100), Size(90), Size(80))
SMALL = Size(80)


@dataclass(frozen=True, slots=True)
class Item:
    """What stands in a cell: wrapped lines after a mark («task», «follow_up», «held» or «off»)."""

    mark: str
    lines: tuple[str, ...]
    height: int
    rung: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A day's place on the page; a narrow one is a weekend with nothing on it."""

    left: int
    width: int
    day: date
    narrow: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A person's row, or the part of it that fits on one page; ``off`` are the columns that are hatched."""

    name: tuple[str, ...]
    role: tuple[str, ...]
    hours: str
    cells: tuple[tuple[Item, ...], ...]
    off: tuple[bool, ...]
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready to be painted."""

    title: str
    subtitle: str
    plan: WeekPlan
    columns: tuple[Column, ...]
    heads: tuple[tuple[str, ...], ...]
    head_top: int
    head_height: int
    size: Size
    bands: tuple[Band, ...]
    number: int
    pages: int
    one_person: bool


def lay_out(plans: Sequence[WeekPlan], words: Words, setter: Typesetter, *, one_each: bool) -> Iterator[Page]:
    """Yield the pages of week plans: a table of everybody a week, or with ``one_each`` a sheet a person."""
    for plan in plans:
        if one_each:
            for row in plan.rows:
                yield from _Section(plan, (row,), words, setter, one_person=True).pages()
        else:
            yield from _Section(plan, plan.rows, words, setter, one_person=False).pages()


class _Section:
    """The pages that belong together and are numbered together."""

    def __init__(
        self, plan: WeekPlan, rows: Sequence[PlannedRow], words: Words, setter: Typesetter, *, one_person: bool
    ) -> None:
        self._plan, self._rows, self._words, self._set, self._one = plan, rows, words, setter, one_person
        self._said: dict[PlannedTask, str] = {}
        self._columns = self._places()
        self._size = self._fitting(ROOMY if one_person else DENSE)
        self._small = min(SMALL, self._size, key=lambda size: size.text)
        self._heads = tuple(self._head(column) for column in self._columns)
        self._head_top = MARGIN + _TITLE_HEIGHT
        self._head_height = max(map(len, self._heads)) * _HEAD_LINE + 2 * PAD
        self._body = self._head_top + self._head_height
        self._end = PAGE_HEIGHT - MARGIN - _FOOT_HEIGHT

    def pages(self) -> list[Page]:
        """Return the pages, at least one."""
        filled: list[list[Band]] = [[]]
        top = self._body
        for row in self._rows:
            rest: tuple[tuple[Item, ...], ...] | None = self._cells(row)
            continued = False
            while rest is not None:
                band, after = self._band(row, rest, top, continued)
                if band is None:
                    filled.append([])
                    top = self._body
                    continue
                filled[-1].append(band)
                top += band.height
                rest, continued = after, True
        title, subtitle = self._titles()
        return [
            Page(
                title,
                subtitle,
                self._plan,
                self._columns,
                self._heads,
                self._head_top,
                self._head_height,
                self._size,
                tuple(bands),
                number,
                len(filled),
                self._one,
            )
            for number, bands in enumerate(filled, start=1)
        ]

    def _fitting(self, sizes: Sequence[Size]) -> Size:
        room = max(column.width for column in self._columns) - 3 * PAD
        found = {self._task_text(task) for row in self._rows for day in row.days for task in day.tasks}
        found |= {self._short(m.task, m.short) for row in self._rows for day in row.days for m in day.meetings}
        longest = {word for text in found for word in text.split(" ")}
        for size in sizes:
            badge = size.rung + PAD // 2 if self._plan.with_rungs else 0
            measure = self._set.metrics(size.text)
            if all(measure.horizontalAdvance(word) <= room - size.mark - badge for word in longest):
                return size
        return sizes[-1]

    def _short(self, name: str, short: str) -> str:
        return name if self._one else short or name

    def _titles(self) -> tuple[str, str]:
        week = heading(self._plan.week, self._words)
        room = PAGE_WIDTH - 2 * MARGIN
        if not self._one:
            return week, self._set.elided(self._plan.unit, room // 2, 100)
        row = self._rows[0]
        role = self._set.elided(row.role, room // 3, 100)
        return self._set.elided(row.name, room // 2, 160, 600), " · ".join(filter(None, (role, week)))

    def _places(self) -> tuple[Column, ...]:
        days = self._plan.week.days
        left = MARGIN + (0 if self._one else _NAME_WIDTH)
        right = PAGE_WIDTH - MARGIN - (0 if self._one else _HOURS_WIDTH)
        narrow = 0 if any(day.tasks or day.meetings for row in self._rows for day in row.days[5:]) else 2
        wide = (right - left - narrow * _NARROW) // (7 - narrow)
        places, x = [], left
        for day in days:
            small = bool(narrow) and day.weekday() > 4
            width = _NARROW if small else wide
            places.append(Column(x, width, day, small))
            x += width
        return tuple(places)

    def _head(self, column: Column) -> tuple[str, ...]:
        kind = "short_weekdays" if column.narrow else "weekdays"
        weekday = self._words.texts(f"export.{kind}")[column.day.weekday()]
        said = self._words.text("export.short_day", weekday=weekday, day=column.day.day)
        holiday = self._plan.holidays.get(column.day)
        lines = self._set.wrapped(said, column.width - 2 * PAD, SMALL.text, 600)
        return lines + (self._set.wrapped(holiday, column.width - 2 * PAD, SMALL.text) if holiday else ())

    def _cells(self, row: PlannedRow) -> tuple[tuple[Item, ...], ...]:
        return tuple(tuple(self._items(day, column.width)) for day, column in zip(row.days, self._columns, strict=True))

    def _items(self, day: PlannedDay, width: int) -> Iterator[Item]:
        room = width - 2 * PAD
        if day.off is not None:
            yield self._item("off", self._words.text(f"export.off.{day.off}"), room)
        for task in day.tasks:
            badge = self._size.rung + PAD // 2 if self._plan.with_rungs else 0
            text = self._task_text(task)
            yield self._item("task", text, room - self._size.mark - PAD - badge, task.rung)
        for meeting in day.meetings:
            text = meeting_text(meeting, "page", self._words, self._short(meeting.task, meeting.short))
            yield self._item("held" if meeting.held else "follow_up", text, room - self._size.mark - PAD)

    def _task_text(self, task: PlannedTask) -> str:
        if task not in self._said:
            self._said[task] = self._say_task(task)
        return self._said[task]

    def _say_task(self, task: PlannedTask) -> str:
        # The unit stays with its number.
        hours = hours_text(task.hours, self._words).replace(" ", "\u00a0")
        if task.rung is not None and task.agreed is not None and task.rung < task.agreed:
            hours = f"{hours}, {self._words.text('export.page.lowered', agreed=task.agreed)}"
        return f"{self._short(task.name, task.short)} ({hours})"

    def _item(self, mark: str, text: str, room: int, rung: int | None = None) -> Item:
        lines = self._set.wrapped(text, room, self._size.text)
        return Item(mark, lines, len(lines) * self._size.line + self._size.gap, rung)

    def _band(
        self, row: PlannedRow, cells: tuple[tuple[Item, ...], ...], top: int, continued: bool
    ) -> tuple[Band | None, tuple[tuple[Item, ...], ...] | None]:
        """Return the row, or what of it fits on a page by itself and what is left; None if it needs a new page."""
        name, role = self._name(row, continued)
        words = len(name) * self._size.line + len(role) * self._small.line
        tallest = max((sum(item.height for item in cell) for cell in cells), default=0)
        height = max(_LEAST_ROW, words + 2 * PAD, tallest + 2 * PAD)
        room = self._end - top
        off = tuple(day.off is not None for day in row.days)
        hours = "" if continued else _figure(hours_text(row.hours, self._words)) if row.hours else ""
        if height <= room:
            return Band(name, role, hours, cells, off, top, height), None
        if top > self._body:
            return None, cells
        # More than a page holds: every cell gives what fits, the rest follows on the next page.
        taken, left = zip(*(_split(cell, room - 2 * PAD) for cell in cells), strict=True)
        rest = left if any(left) else None
        return Band(name, role, hours, taken, off, top, room), rest

    def _name(self, row: PlannedRow, continued: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if self._one:
            return (), ()
        said = self._words.text("export.page.continued", name=row.name) if continued else row.name
        room = _NAME_WIDTH - 2 * PAD
        name = self._set.wrapped(said, room, self._size.text, 600)
        if continued or not row.role:
            return name, ()
        return name, self._set.wrapped(row.role[:200], room, self._small.text)[:_ROLE_LINES]


def _split(cell: tuple[Item, ...], room: int) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    used = 0
    for number, item in enumerate(cell):
        used += item.height
        # One item always goes, however tall: otherwise there would be no end of pages.
        if used > room and number:
            return cell[:number], cell[number:]
    return cell, ()


def _figure(hours: str) -> str:
    return hours.split(" ")[0]

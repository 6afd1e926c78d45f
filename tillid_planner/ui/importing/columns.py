"""The second step of an import: what each column of the file is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.domain.task import HOURS_IN_A_WEEK
from tillid_planner.exchange.columns import ColumnMap
from tillid_planner.exchange.days import DayOrder, read_day
from tillid_planner.exchange.headers import FIELDS
from tillid_planner.exchange.tabular import Table
from tillid_planner.ui.days import full_day_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Card,
    ComboBox,
    ElidedLabel,
    Field,
    Hairline,
    HoursField,
    ScrollPage,
    SunkenNote,
    TextLabel,
)

_SAMPLES = 3
_WIDEST = 960


class ColumnsStep(QWidget):
    """One line for each column: its header, what stands in it, and the field it becomes."""

    #: The columns mean something else now; carries the ColumnMap.
    mapping_changed = Signal(object)
    #: Another sheet of the workbook is wanted; carries its name.
    sheet_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._mapping: ColumnMap | None = None
        self._doubtful: dict[int, str] = {}
        self.combos: dict[int, ComboBox] = {}
        self._lines: dict[int, TextLabel] = {}
        #: Choices of the order of day and month, by column.
        self.orders: dict[int, ComboBox] = {}
        #: What a column has taken from another as the choice now stands: field → the column it had.
        self._passed: dict[int, dict[str, int]] = {}
        self.full_time: HoursField | None = None
        self._full_time_field: Field | None = None
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(24, 20, 24, 24)
        self._column.setSpacing(12)
        self._column.addWidget(TextLabel(tr("What is what in the file?"), "section"))
        self.note = SunkenNote("info", "")
        self._column.addWidget(self.note)
        self.sheet = ComboBox()
        self.sheet_field = Field(tr("Sheet"), self.sheet)
        self.sheet_field.setMaximumWidth(scaled(320))
        self.sheet.chosen.connect(lambda name: self.sheet_requested.emit(str(name)))
        self._column.addWidget(self.sheet_field)
        self._card: Card | None = None
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(content, widest=scaled(_WIDEST)))

    def show_table(self, table: Table, mapping: ColumnMap) -> None:
        """Show the columns of a table and what they are taken for."""
        self._mapping = mapping
        self._doubtful = {place: field for field, places in mapping.ambiguous.items() for place in places}
        self.sheet_field.setVisible(len(table.sheets) > 1)
        self.sheet.set_options([(name, name) for name in table.sheets])
        self.sheet.set_value(table.sheet)
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._built(table)
        self._column.insertWidget(self._column.count() - 1, self._card)
        self._show()

    def start(self) -> None:
        """Begin at the first column that is asked about, else at the first that can be changed."""
        if self._mapping is None:
            return
        days = [self.orders[at] for at in self._mapping.asked_days]
        hours = [self.full_time] if self.full_time is not None and self._mapping.asks_full_time else []
        asked = [self.combos[at] for at in sorted(self._doubtful)]
        for first in (*asked, *days, *hours, *self.combos.values()):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _asked_places(self) -> set[int]:
        mapping = self._mapping
        if mapping is None:
            return set()
        hours = {mapping.fields["weekly_hours"]} if mapping.asks_full_time else set()
        named = {mapping.fields["name"]} if mapping.kind == "tasks" and "name" in mapping.guessed else set()
        return {*self._doubtful, *mapping.asked_days, *hours, *named}

    def _built(self, table: Table) -> Card:
        card = Card(flush=True)
        grid = QGridLayout()
        grid.setContentsMargins(16, 10, 16, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for at, (heading, stretch) in enumerate(
            ((tr("Column in the file"), 3), (tr("Stands in it"), 4), (tr("Becomes"), 3))
        ):
            grid.addWidget(TextLabel(heading, "small", muted=True), 0, at)
            grid.setColumnStretch(at, stretch)
        self.combos, self._lines, self.orders, self._passed = {}, {}, {}, {}
        self.full_time, self._full_time_field = None, None
        asked = self._asked_places()
        # What is asked about stands where the eye is.
        places = sorted(range(len(table.columns)), key=lambda place: place not in asked)
        for number, place in enumerate(places):
            column = table.columns[place]
            line = 2 * number + 1
            grid.addWidget(Hairline(), line, 0, 1, 3)
            header = column.header or tr("Column {number}", number=place + 1)
            grid.addWidget(TextLabel(header, weight=600), line + 1, 0)
            samples = "" if column.cpr else _samples(table, place)
            grid.addWidget(ElidedLabel(samples or "–", muted=True), line + 1, 1)
            grid.addWidget(self._choice(table, place, header, column.cpr), line + 1, 2)
        card.add(grid)
        return card

    def _choice(self, table: Table, place: int, header: str, cpr: bool) -> QWidget:
        if cpr:
            return TextLabel(tr("Left out. CPR numbers are never read in."), muted=True, icon="lock")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        assert self._mapping is not None
        # What is asked about is the first choice.
        names = sorted(FIELDS[self._mapping.kind], key=lambda name: name != self._doubtful.get(place))
        options: list[tuple[object, str]] = [(None, tr("Not used"))]
        options += [(name, self._words.text(f"importing.fields.{name}")) for name in names]
        combo = ComboBox(options)
        combo.setAccessibleName(tr("{column} becomes", column=header))
        combo.chosen.connect(lambda name: self._take(place, name))
        self.combos[place] = combo
        self._lines[place] = TextLabel("", "small", color="warn_text", icon="warning", icon_role="warn_icon")
        column.addWidget(combo)
        column.addWidget(self._lines[place])
        if place in self._mapping.open_days:
            self.orders[place] = self._order_choice(table, place)
            column.addWidget(self.orders[place])
        if self._mapping.shares and self._mapping.fields.get("weekly_hours") == place:
            self.full_time = HoursField()
            self.full_time.setAccessibleName(tr("Hours a week that are full time here"))
            if self._mapping.full_time is not None:
                self.full_time.set_value(self.full_time.written(self._mapping.full_time))
            self.full_time.value_committed.connect(self._take_full_time)
            self._full_time_field = Field(tr("Hours a week that are full time here"), self.full_time)
            column.addWidget(self._full_time_field)
        return holder

    def _order_choice(self, table: Table, place: int) -> ComboBox:
        """Return a choice between the two days that one of the cells can be."""
        example = next(
            cell
            for row in table.rows
            if isinstance(cell := row.cells[place], str) and read_day(cell) != read_day(cell, DayOrder.MONTH_FIRST)
        )
        options: list[tuple[object, str]] = [
            (order, tr("{text} is {day}", text=example, day=full_day_text(day)))
            for order in DayOrder
            if (day := read_day(example, order)) is not None
        ]
        combo = ComboBox(options, placeholder=tr("Day or month first?"))
        combo.set_value(None)
        combo.setAccessibleName(tr("Day or month first in {column}?", column=table.columns[place].header))
        combo.chosen.connect(self._take_order)
        return combo

    def _take_order(self, order: object) -> None:
        if self._mapping is not None and isinstance(order, DayOrder):
            self._take_mapping(self._mapping.with_order(order))

    def _take_full_time(self, hours: object) -> None:
        if self._mapping is not None and (hours is None or isinstance(hours, float | int)):
            full_time = float(hours) if hours and 0 < hours <= HOURS_IN_A_WEEK else None
            self._take_mapping(replace(self._mapping, full_time=full_time))

    def _take_mapping(self, mapping: ColumnMap) -> None:
        self._mapping = mapping
        self._show()
        self.mapping_changed.emit(mapping)

    def _take(self, place: int, name: object) -> None:
        mapping = self._mapping
        if mapping is None:
            return
        fields = {field: at for field, at in mapping.fields.items() if at != place and field != name}
        # Going through the choices by keyboard passes fields of other columns; those are given back.
        for field, owner in self._passed.pop(place, {}).items():
            if field != name and field not in fields and owner not in fields.values():
                fields[field] = owner
        if isinstance(name, str):
            if name in mapping.fields and mapping.fields[name] != place:
                self._passed[place] = {name: mapping.fields[name]}
            fields[name] = place
        asked = self._doubtful.pop(place, "")
        if name == asked:
            self._doubtful = {at: field for at, field in self._doubtful.items() if field != asked}
        still = {
            field: tuple(at for at, f in self._doubtful.items() if f == field) for field in self._doubtful.values()
        }
        guessed = tuple(field for field in mapping.guessed if fields.get(field) == mapping.fields.get(field))
        self._take_mapping(replace(mapping, fields=fields, ambiguous=still, guessed=guessed, remembered=False))

    def _show(self) -> None:
        mapping = self._mapping
        if mapping is None:
            return
        of_place = {place: name for name, place in mapping.fields.items()}
        for place, combo in self.combos.items():
            combo.set_value(of_place.get(place))
            field = self._doubtful.get(place)
            line = self._lines[place]
            line.setVisible(field is not None)
            if field is not None:
                line.setText(tr("Is this {field}?", field=self._words.text(f"importing.fields.{field}")))
        read = set(mapping.fields.values())
        for place, order in self.orders.items():
            order.setVisible(place in read)
            order.set_value(mapping.orders.get(place))
        if not mapping.has_name:
            said = self._words.text(f"importing.notes.no_name_{mapping.kind}")
        elif self._doubtful:
            said = tr("More than one column may be the same thing. Choose the right one; the other is not used.")
        elif mapping.asked_days:
            said = tr("Some days can be read in two ways. Choose which comes first, the day or the month.")
        elif mapping.asks_full_time:
            said = tr("Some hours are a share of full time. Enter how many hours full time is here.")
        elif mapping.kind == "tasks" and "name" in mapping.guessed:
            said = tr("The names of the tasks are taken from the first column of text. Is that right?")
        else:
            said = tr("Everything needed has been recognised. You can still change it.")
        self.note.set_text(said)


def _samples(table: Table, place: int) -> str:
    found = dict.fromkeys(text for row in table.rows[:50] if (text := row.text(place).strip()))
    return "  ·  ".join(list(found)[:_SAMPLES])

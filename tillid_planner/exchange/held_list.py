"""Writes who holds an agreement on what: as a spreadsheet, as separated values, as text to paste."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tillid_planner.exchange.spreadsheet import looks_like_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (26.0, 20.0, 40.0, 10.0, 18.0, 24.0)
_MOST_IN_A_CELL = 32_767


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One assignee and one task: whether an agreement holds, the next follow-up, and the rung 0–5 if it was asked for.

    ``key`` tells people, and tasks, of the same name from each other: (assignee id, task id).
    """

    key: tuple[int, int]
    name: str
    role: str
    task: str
    held: bool
    next_follow_up: date | None = None
    rung: int | None = None


@dataclass(frozen=True, slots=True)
class HeldWords:
    """The words in one language; ``day_format`` is Excel's, ``rungs`` are written out from 0 to 5."""

    title: str
    overview: str
    agreements: str
    name: str
    role: str
    task: str
    agreement: str
    next_follow_up: str
    rung: str
    yes: str
    day_format: str
    rungs: tuple[str, ...]


def held_csv(lines: Sequence[HeldLine], words: HeldWords, *, rungs: bool = False) -> bytes:
    """Return separated values as Danish and English spreadsheets read them: semicolons, UTF-8 with its mark."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerows(_table(lines, words, rungs))
    return target.getvalue().encode("utf-8-sig")


def held_text(lines: Sequence[HeldLine], words: HeldWords, *, rungs: bool = False) -> str:
    """Return a table of tabs to paste into a document or a spreadsheet."""
    rows = _table(lines, words, rungs)
    return "".join("\t".join(" ".join(field.split()) for field in row) + "\n" for row in rows)


def held_workbook(lines: Sequence[HeldLine], words: HeldWords, *, rungs: bool = False) -> bytes:
    """Return a workbook: names × tasks at a glance, and a list to sort and filter."""
    import xlsxwriter

    target = io.BytesIO()
    # Kept in memory: the library's sparing mode writes what it is given to temporary files in the clear.
    book = xlsxwriter.Workbook(
        target,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"title": words.title})
    styles = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"valign": "top"}),
        # The mark that keeps it text also after somebody has edited the cell.
        "quoted": book.add_format({"valign": "top", "quote_prefix": True}),
        "day": book.add_format({"num_format": words.day_format, "align": "left", "valign": "top"}),
    }
    _overview(book.add_worksheet(words.overview), lines, words, styles)
    _list(book.add_worksheet(words.agreements), lines, words, styles, rungs)
    book.close()
    return target.getvalue()


def _heads(words: HeldWords, rungs: bool) -> list[str]:
    heads = [words.name, words.role, words.task, words.agreement, words.next_follow_up]
    return [*heads, words.rung] if rungs else heads


def _table(lines: Sequence[HeldLine], words: HeldWords, rungs: bool) -> list[list[str]]:
    rows = [_heads(words, rungs)]
    for line in lines:
        due = line.next_follow_up.isoformat() if line.next_follow_up else ""
        row = [plain(line.name), plain(line.role), plain(line.task), words.yes if line.held else "", due]
        if rungs:
            row.append("" if line.rung is None else words.rungs[line.rung])
        rows.append(row)
    return rows


def plain(text: str) -> str:
    """Return *text* so that no program takes it for a formula: with an apostrophe before it if it begins as one."""
    return f"'{text}" if looks_like_formula(text) else text


def _overview(sheet: Worksheet, lines: Sequence[HeldLine], words: HeldWords, styles: dict[str, Format]) -> None:
    tasks = {line.key[1]: line.task for line in lines}
    columns = {task: number for number, task in enumerate(tasks, start=1)}
    rows = {assignee: number for number, assignee in enumerate(dict.fromkeys(line.key[0] for line in lines), start=1)}
    names = {line.key[0]: line.name for line in lines}
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, _WIDTHS[0])
    sheet.set_column(1, max(1, len(tasks)), 16)
    sheet.write_string(0, 0, words.name, styles["head"])
    for task, column in columns.items():
        _write(sheet, 0, column, tasks[task], styles["head"], styles["head"])
    for assignee, row in rows.items():
        _write(sheet, row, 0, names[assignee], styles["text"], styles["quoted"])
    for line in lines:
        if line.held:
            said = words.yes if line.rung is None else words.rungs[line.rung]
            sheet.write_string(rows[line.key[0]], columns[line.key[1]], said, styles["text"])


def _list(
    sheet: Worksheet, lines: Sequence[HeldLine], words: HeldWords, styles: dict[str, Format], rungs: bool
) -> None:
    heads = _heads(words, rungs)
    sheet.freeze_panes(1, 1)
    for column, head in enumerate(heads):
        sheet.set_column(column, column, _WIDTHS[column])
        sheet.write_string(0, column, head, styles["head"])
    for row, line in enumerate(lines, start=1):
        for column, text in enumerate((line.name, line.role, line.task)):
            _write(sheet, row, column, text, styles["text"], styles["quoted"])
        if line.held:
            sheet.write_string(row, 3, words.yes, styles["text"])
        if line.next_follow_up is not None:
            sheet.write_datetime(row, 4, line.next_follow_up, styles["day"])
        if line.rung is not None:
            sheet.write_string(row, 5, words.rungs[line.rung], styles["text"])
    if lines:
        sheet.autofilter(0, 0, len(lines), len(heads) - 1)


def _write(sheet: Worksheet, row: int, column: int, text: str, style: Format, quoted: Format) -> None:
    if text:
        sheet.write_string(row, column, text[:_MOST_IN_A_CELL], quoted if looks_like_formula(text) else style)

"""Dataclasses to rows and back: field names are column names; dates, times and enums are stored as text."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, time
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar

from tillid_planner.domain.errors import NotFound

T = TypeVar("T")


def to_row(record: Any, *, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return a dataclass as a row, without the fields named and without a missing id."""
    row = {}
    for field in dataclasses.fields(record):
        if field.name in without:
            continue
        value = getattr(record, field.name)
        if field.name == "id" and value is None:
            continue
        row[field.name] = _stored(value)
    return row


def from_row(kind: type[T], row: Mapping[str, Any], **more: Any) -> T:
    """Return the dataclass ``kind`` made of a row; ``more`` gives the fields that are not columns."""
    values = {
        name: (None if row[name] is None else read(row[name]))
        for name, read in _readers(typing.cast(Any, kind))
        if name not in more
    }
    return kind(**values, **more)


@lru_cache(4096)
def stored_day(text: str) -> date:
    """Return the day a text of a row says; for long lists, in which few days come again and again."""
    return date.fromisoformat(text)


def known_id(record: int | None) -> int:
    """Return the id of a record that was stored; raise ``NotFound`` for one that never was."""
    if record is None:
        raise NotFound
    return record


def _stored(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return int(value) if isinstance(value, bool) else value


@cache
def _readers(kind: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, _reader(hints[field.name])) for field in dataclasses.fields(kind))


def _reader(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in hint.__args__ if part is not types.NoneType)
    if hint is date:
        return date.fromisoformat
    if hint is time:
        return time.fromisoformat
    if hint is bool:
        return bool
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value

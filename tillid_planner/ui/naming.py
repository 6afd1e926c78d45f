"""Names in the order in which the reader's language sorts them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QCollator, QLocale, Qt

Named = TypeVar("Named")


def by_name(things: Iterable[Named], name: Callable[[Named], str]) -> list[Named]:
    """Return *things* sorted by name as the language sorts (in Danish æ, ø, å last), figures by value."""
    collator = QCollator(QLocale())
    collator.setNumericMode(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return sorted(things, key=lambda thing: collator.sortKey(name(thing)))

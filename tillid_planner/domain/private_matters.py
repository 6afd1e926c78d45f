"""Words that tell of health or of a union: what a leader's notes on a task have no need of."""

from __future__ import annotations

import re
from enum import StrEnum


class PrivateMatter(StrEnum):
    """What a word tells of; both are special kinds of personal data (GDPR, article 9)."""

    HEALTH = "health"
    UNION = "union"


class PrivateMatters:
    """Finds the first such word in what somebody writes. It keeps nothing of what it has read."""

    def __init__(self, health: str, union: str) -> None:
        """Know these words, separated by commas, in any case; one that ends in ``*`` is known by how it begins."""
        self._patterns = {PrivateMatter.HEALTH: _pattern(health), PrivateMatter.UNION: _pattern(union)}

    def found_in(self, text: str) -> PrivateMatter | None:
        """Return what the text tells of, or None."""
        return next((matter for matter, pattern in self._patterns.items() if pattern.search(text)), None)


def _pattern(listed: str) -> re.Pattern[str]:
    entries = [" ".join(entry.split()) for entry in listed.split(",")]
    parts = [rf"{re.escape(entry[:-1])}\w*" if entry.endswith("*") else re.escape(entry) for entry in entries if entry]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)

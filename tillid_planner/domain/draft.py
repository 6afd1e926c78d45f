"""What stands half-typed in a form: which form, on what record, and what was in its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

#: The state of one field: text as it is typed, or the key of what is chosen.
FieldState: TypeAlias = str | int | bool | None


class DraftForm(StrEnum):
    """The forms that keep drafts; the values are stored."""

    AGREEMENT = "agreement"
    EMPLOYEE_WORDS = "employee_words"
    RATING = "rating"
    COMMENT = "comment"
    DEVELOPMENT = "development"
    CONVERSATION = "conversation"
    CONVERSATION_END = "conversation_end"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_DAY = "follow_up_day"
    NOTE_BREACH = "note_breach"
    CASE = "case"
    CASE_PART = "case_part"
    OWN_PART = "own_part"
    CLOSING = "closing"
    LEARNING = "learning"
    TASK = "task"
    RED_LINE = "red_line"
    PERSON = "person"
    TEAM = "team"
    WEEK = "week"
    CONTROL = "control"


#: Forms in which the records are chosen: they tie the draft and do not tell it from others.
_CHOOSES_RECORDS = frozenset({DraftForm.NOTE_BREACH})


@dataclass(frozen=True, slots=True)
class DraftSubject:
    """The form and the records it is about; a draft goes when one of them is deleted.

    ``part`` tells drafts apart that are about the same records.
    """

    form: DraftForm
    task_id: int | None = None
    assignee_id: int | None = None
    breach_id: int | None = None
    agreement_id: int | None = None
    follow_up_id: int | None = None
    conversation_id: int | None = None
    part: str = ""

    @property
    def records(self) -> dict[str, int | None]:
        """The ids of the records, by the name of the attribute."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name.endswith("_id")}

    @property
    def key(self) -> str:
        """What tells this draft from the others of its form."""
        if self.form in _CHOOSES_RECORDS:
            return self.part
        return "/".join([*(str(value or "") for value in self.records.values()), self.part])


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields that differed from what was stored, by name, and when that was saved (local time)."""

    fields: Mapping[str, FieldState]
    saved_at: datetime

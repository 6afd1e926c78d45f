"""What an act changed: the kinds and ids a page needs to know to show the new state."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record that pages listen to; the value is the table's name."""

    TASK = "task"
    RED_LINE = "red_line"
    ASSIGNEE = "assignee"
    TEAM_MEMBER = "team_member"
    PAIR = "pair"
    RATING = "rating"
    AGREEMENT = "agreement"
    FOLLOW_UP = "follow_up"
    BREACH = "breach"
    BREACH_FACT = "breach_fact"
    BREACH_OWN_NOTE = "breach_own_note"
    BREACH_MEASURE = "breach_measure"
    BREACH_CONTROL = "breach_control"
    BREACH_CRITERION = "breach_criterion"
    BREACH_LEAD_OUT = "breach_lead_out"
    BREACH_CLOSING = "breach_closing"
    COMMENT = "comment"
    DEVELOPMENT = "development"
    CONVERSATION = "conversation"
    CONVERSATION_LINE = "conversation_line"
    PLACEMENT = "placement"
    RECURRENCE = "recurrence"
    ABSENCE = "absence"
    WEEK_TEMPLATE = "week_template"
    TEMPLATE_PLACEMENT = "template_placement"
    NUDGE = "nudge"
    VISIT = "visit"
    CALENDAR_ENTRY = "calendar_entry"
    LEARNING = "learning"
    RECEIPT = "receipt"
    TALK_PLACE = "talk_place"
    PURPOSE = "purpose"
    GROUND_RULE = "ground_rule"
    GROUND_RULE_VERSION = "ground_rule_version"
    GROUND_RULE_TASK = "ground_rule_task"
    FRAME_NOTE = "frame_note"
    CONTROL = "control"
    CONTROL_TASK = "control_task"
    CONTROL_MARK = "control_mark"
    STOOL_NOTE = "stool_note"
    WISH = "wish"
    WISH_STEP = "wish_step"
    OWN_ACTION = "own_action"
    OCCASION = "occasion"
    WORKSPACE = "workspace"


@dataclass(frozen=True, slots=True)
class Changes:
    """The records one act changed, as pairs of kind and id; ``label`` is the act's key for undo texts."""

    label: str = ""
    records: frozenset[tuple[Kind, int]] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return bool(self.records)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of record touched."""
        return frozenset(kind for kind, _ in self.records)

    def ids(self, kind: Kind) -> frozenset[int]:
        """Return the ids of the records of one kind that were touched."""
        return frozenset(record for k, record in self.records if k is kind)

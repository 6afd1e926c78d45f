"""The day two people mean to talk: written where the talk is prepared, and opened from where it stands."""

from __future__ import annotations

from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.calendar_entry import MeetingSource
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.ui.desk import Desk, Target


def open_talk(desk: Desk, talk: PlannedTalk) -> None:
    """Go to where a planned talk is prepared."""
    if talk.source is MeetingSource.BREACH:
        desk.go("breaches", Target(act=f"case:{talk.record}", step=Step.CONVERSATION))
    else:
        desk.go("prepare", Target(assignee_id=talk.assignee_id))

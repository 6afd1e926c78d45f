"""The demo unit's frames: its controls, the tasks they are on, and what staff say of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.standing_control import (
    ControlForm,
    ControlPurpose,
    DemandedBy,
    Meaning,
    Stance,
    StandingControl,
    Watcher,
)
from tillid_planner.services.register import new_id
from tillid_planner.services.session import Session

#: Everything began so many days ago.
_BEGAN = 200
_A_YEAR = 365


def play(
    session: Session, script: Mapping[str, Any], tasks: Mapping[str, int], go_back: Callable[[int], None], today: date
) -> None:
    """Play the script's controls through the services; *go_back* moves the session's day so many days back."""
    go_back(_BEGAN)
    controls: list[tuple[int, dict[str, Any]]] = []
    for row in script["control"]:
        form, purpose, watcher = row["kind"]
        told, where = row.get("told", (None, ""))
        control = StandingControl(
            name=row["name"],
            form=ControlForm(form),
            purpose=ControlPurpose(purpose),
            watcher=Watcher(watcher),
            minutes=row["minutes"],
            demanded_by=DemandedBy(row.get("by", "us")),
            stance=Stance(row["stance"]) if "stance" in row else None,
            why=row["why"],
            adapted=row.get("adapted", ""),
            standing=told is not None,
            informed_on=today - timedelta(days=told) if told is not None else None,
            informed_where=where,
            starts_on=today - timedelta(days=_BEGAN),
            review_on=today + timedelta(days=_A_YEAR - _BEGAN),
        )
        controls.append((new_id(session.controls.put(control), Kind.CONTROL), row))
        for task in row.get("tasks", ()):
            session.controls.link(controls[-1][0], tasks[task])
    answers = [(mark, number) for number, row in controls for mark in row.get("marks", ())]
    for (days, meaning, said), number in sorted(answers, key=lambda answer: -answer[0][0]):
        go_back(days)
        session.controls.mark(number, Meaning(meaning), said)
    go_back(0)

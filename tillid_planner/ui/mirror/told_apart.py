"""What people are called where several of them stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tillid_planner.domain.assignee import Assignee, Person
from tillid_planner.ui.days import month_text
from tillid_planner.ui.texts import tr


def told_apart(assignees: Iterable[Assignee]) -> dict[int, str]:
    """Return what each is called by id; two of one name are told apart by role, first month, or at last a number."""
    listed = sorted(assignees, key=lambda assignee: assignee.id or 0)
    called = {assignee.id or 0: assignee.name for assignee in listed}
    for more in (_role, _since, _number):
        often = Counter(name.casefold() for name in called.values())
        for assignee in listed:
            number, added = assignee.id or 0, more(assignee)
            if added and often[called[number].casefold()] > 1:
                called[number] = f"{called[number]}, {added}"
    return called


def _role(assignee: Assignee) -> str:
    return assignee.role if isinstance(assignee, Person) else ""


def _since(assignee: Assignee) -> str:
    if not isinstance(assignee, Person) or assignee.started_on is None:
        return ""
    return tr("since {month}", month=month_text(assignee.started_on))


def _number(assignee: Assignee) -> str:
    return str(assignee.id)

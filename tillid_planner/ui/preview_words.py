"""What a backup holds, and what restoring it would lose, in a few sentences."""

from __future__ import annotations

from tillid_planner.services.session import Preview
from tillid_planner.ui.days import moment_text
from tillid_planner.ui.texts import tr


def preview_text(found: Preview) -> str:
    """Return what a backup holds, from when it is, and how many acts stored since are not in it."""
    holding = found.holding
    people = tr("%n person(s)", n=holding.people)
    tasks = tr("%n task(s)", n=holding.tasks)
    said = [tr("“{name}” with {people} and {tasks}.", name=holding.name, people=people, tasks=tasks)]
    if found.until:
        said.append(tr("The latest act in it is from {when}.", when=moment_text(found.until)))
    if found.lost:
        said.append(tr("%n act(s) stored since are not in it.", n=found.lost))
    elif found.lost == 0:
        said.append(tr("Everything stored is in it."))
    if not found.deletions_known:
        said.append(tr("If something was deleted for good since, it is back: this computer has no list of it."))
    return " ".join(said)

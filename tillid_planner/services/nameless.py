"""Texts that name nobody: the frames hold no person, so a name in them is a fault at its field."""

from __future__ import annotations

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.known_names import KnownNames
from tillid_planner.storage.register_records import Assignees
from tillid_planner.storage.workspace import Workspace


class Nameless:
    """Looks for the names of people (not of teams) in texts that are for everybody."""

    def __init__(self, workspace: Workspace) -> None:
        self._assignees = Assignees(workspace.database)

    def names(self) -> KnownNames:
        """Return the names of all people here, also of those who have left."""
        people = [person.name for person in self._assignees.all() if isinstance(person, Person)]
        return KnownNames(people, everyday_words=True)

    def faults(self, **texts: str) -> tuple[Fault, ...]:
        """Return the fault ``names_someone`` for each text with a name in it; ``name`` is as it is written there."""
        names = self.names()
        found = ((field, names.first_in(text)) for field, text in texts.items())
        return tuple(Fault(field, "names_someone", {"name": name}) for field, name in found if name is not None)

"""On which tasks anything is known of a person or team: the one question that is put to several tables at once."""

from __future__ import annotations

from tillid_planner.storage.database import Database

_KNOWN = """
SELECT task_id FROM rating WHERE assignee_id = :id
UNION SELECT task_id FROM agreement WHERE assignee_id = :id
UNION SELECT task_id FROM breach WHERE assignee_id = :id
UNION SELECT task_id FROM comment WHERE assignee_id = :id
ORDER BY 1
"""


class KnownTasks:
    """Reads ids alone; what is known of them is read from the table it stands in."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of_assignee(self, assignee_id: int) -> list[int]:
        """Return the ids of the tasks on which anything is known of one person or team, put-away ones too."""
        return [row["task_id"] for row in self._db.rows(_KNOWN, {"id": assignee_id})]

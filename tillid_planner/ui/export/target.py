"""Where a file that leaves is put: a name that names nobody, the right ending, nothing written over unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tillid_planner.content import Words
from tillid_planner.domain.week import Week
from tillid_planner.services.export import Way
from tillid_planner.ui.documents import documents_folder
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import ask

#: The ways out that make a file, and the ending of its name.
SUFFIX = {Way.PDF: ".pdf", Way.CALENDAR: ".ics", Way.SHEET: ".xlsx"}


def choose_target(
    parent: QWidget, choose: Callable[[str, str, str], str], title: str, way: Way, week: Week, words: Words
) -> Path | None:
    """Ask by *choose* (title, name offered, kinds of file) where to put a file; None if the user let it be."""
    name = words.text(f"export.file.{way}", year=week.year, number=week.number)
    return choose_named(parent, choose, title, name, SUFFIX[way])


def choose_named(
    parent: QWidget, choose: Callable[[str, str, str], str], title: str, name: str, suffix: str
) -> Path | None:
    """Ask where to put a file that is called *name* unless the user calls it otherwise; None if she let it be."""
    chosen = choose(title, str(documents_folder() / name), f"{suffix[1:].upper()} (*{suffix})")
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() == suffix:
        return path
    path = path.with_name(path.name + suffix)
    # The system asked about the name that was typed, not about the one it becomes.
    if path.exists() and not ask(
        parent,
        tr("Write over the file?"),
        tr("There is a file called «{name}» already.", name=path.name),
        tr("Write over"),
    ):
        return None
    return path

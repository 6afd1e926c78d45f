"""What export dialogs show: the summary, and the choices for a week."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.services.appointments import Naming
from tillid_planner.services.export import Way
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import CheckBox, ComboBox, Field, Plate, Segmented, TextLabel


class ExportSummary(Plate):
    """What goes with an export, what does not, and who sees it."""

    def __init__(self) -> None:
        super().__init__("sunken", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        self._lines = [TextLabel() for _ in range(3)]
        for line in self._lines:
            column.addWidget(line)

    def show_words(self, included: str, left_out: str, seen_by: str) -> None:
        """Say it anew."""
        leads = (tr("With:"), tr("Without:"), tr("For:"))
        for line, lead, said in zip(self._lines, leads, (included, left_out, seen_by), strict=True):
            line.set_text(f"{said}.", lead=lead)
        text = " ".join(f"{lead} {said}." for lead, said in zip(leads, (included, left_out, seen_by), strict=True))
        self.setAccessibleName(text)

    def words(self) -> str:
        """Return all that is said."""
        return self.accessibleName()


class WeekExportView(QWidget):
    """The choices; which of them are seen depends on the way."""

    def __init__(self, people: Sequence[tuple[object, str]], periods: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.who = ComboBox(people)
        self.period = ComboBox(periods)
        self.who_field = Field(tr("Whose week"), self.who)
        self.period_field = Field(tr("Period"), self.period)
        row.addWidget(self.who_field, 3)
        row.addWidget(self.period_field, 2)
        column.addLayout(row)
        self.one_each = CheckBox(tr("A sheet for each person"))
        self.rungs = CheckBox(tr("Take each task's rung along"))
        self.names = CheckBox(tr("Write the name in the title"))
        self.tasks = CheckBox(tr("Write the task in the title"))
        for box in (self.one_each, self.rungs, self.names, self.tasks):
            column.addWidget(box)
        self.progress = TextLabel(muted=True)
        self.progress.setMinimumHeight(scaled(20))
        column.addWidget(self.progress)
        self.progress.hide()


def ways_of_week() -> Segmented:
    """Return the choice of how a week is exported."""
    return Segmented(
        [
            (Way.PRINT, tr("Print")),
            (Way.PDF, tr("PDF")),
            (Way.CALENDAR, tr("Calendar")),
            (Way.SHEET, tr("Spreadsheet")),
            (Way.TEXT, tr("Text")),
        ],
        accessible=tr("How the week leaves"),
    )


def export_summary(words: Words, way: Way, *, rungs: bool, naming: Naming) -> tuple[str, str, str]:
    """Return what goes along, what stays, and who sees it, in words."""
    if way is Way.CALENDAR:
        said = {(True, True): "_both", (True, False): "_names", (False, True): "_tasks"}
        key = f"calendar{said.get((naming.person, naming.task), '')}"
    else:
        key = "plan_with_rungs" if rungs else "plan"
    seen_by = {Way.PRINT: "print", Way.CALENDAR: "calendar", Way.TEXT: "text"}.get(way, "file")
    return (
        words.text(f"export.with.{key}"),
        words.text(f"export.without.{key}"),
        words.text(f"export.for.{seen_by}"),
    )

"""The import's later steps as pictures, from rows as a roster gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEventLoop

from tillid_planner.ui.desk import Target
from tillid_planner.ui.importing.foot import Step
from tillid_planner.ui.importing.page import ImportPage

if TYPE_CHECKING:
    from tillid_planner.ui.main_window import MainWindow


class Stage(Protocol):
    """What a scene needs of the gallery's stage."""

    @property
    def window(self) -> MainWindow:
        """The program's window."""

    def go(self, page: str, target: Target | None = None) -> None:
        """Show a page."""


# Invented, like everybody in the demo; one row of each kind the preview knows.
_ROWS = (
    "Navn\tStilling\tTimer\tAnsat\tE-mail\tCPR\tMobil\n"
    "Amina Holm\tSOSU-assistent\t34\t01.03.2019\tamina.holm@eksempel.dk\t000000-0000\t00000000\n"
    "Bo Lindskov\tSygeplejerske\t37\t15.08.2021\tbo.lindskov@eksempel.dk\t000000-0000\t00000000\n"
    "Oline Overgård\tSocial- og sundhedsassistent\t30,5\t02.01.2024\toline@eksempel.dk\t000000-0000\t00000000\n"
    "Per Juhl\tSocial- og sundhedshjælper\t\t20.11.2026\tper@eksempel.dk\t000000-0000\t00000000\n"
    '=HYPERLINK("x")\tVikar\t\t\t\t\t\n'
)


def review(stage: Stage) -> None:
    """The preview: changed, unchanged, new, to look at, and what cannot be read."""
    _read(stage, Step.REVIEW)


def columns(stage: Stage) -> None:
    """The columns as they were recognised, to be corrected by hand."""
    _read(stage, Step.REVIEW).view.review.correct.click()


def _read(stage: Stage, step: int) -> ImportPage:
    stage.go("import", Target(act="staff"))
    assert stage.window.shell is not None
    page = stage.window.shell.page("import")
    assert isinstance(page, ImportPage)
    page.read_text(_ROWS)
    # The rows are read beside the window; each event may be the one that brings them.
    while page.step not in (Step.COLUMNS, step):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return page

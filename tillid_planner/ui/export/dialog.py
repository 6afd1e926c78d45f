"""What every export dialog does: say what leaves and who sees it, ask for a file, and say what went wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from tillid_planner.domain.errors import TillidError
from tillid_planner.exchange.target import NotSaved
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.documents import documents_folder
from tillid_planner.ui.export.view import ExportSummary
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Dialog, Segmented, SunkenNote, ask
from tillid_planner.ui.widgets.failure import failure_words


class ExportDialog(Dialog):
    """Exports by one of several *ways*; nothing leaves before the verb is pressed.

    A subclass places ``ways``, ``summary`` and ``trouble``, shows what depends on the way in ``show_way``, and exports
    in ``confirm``.
    """

    def __init__(
        self, desk: Desk, parent: QWidget | None, title: str, ways: Segmented, *, verb: str, width: int = 520
    ) -> None:
        super().__init__(parent, title, verb=verb, width=width)
        self.desk = desk
        self.ways = ways
        self.summary = ExportSummary()
        self.trouble = SunkenNote("warn", "")
        self.trouble.hide()
        self.working = False
        ways.chosen.connect(lambda _: self.show_way())

    def show_way(self) -> None:
        """Show what depends on the way chosen; what went wrong before is hidden."""
        self.trouble.hide()

    def summarize(self, included: str, left_out: str, seen_by: str) -> None:
        """Say what goes with it, what does not, and who sees it."""
        self.summary.show_words(included, left_out, seen_by)
        self.setAccessibleDescription(self.summary.words())

    def choose(self, title: str, offered: str, kinds: str) -> str:
        """Ask for a file's name; an empty one means that the user let it be."""
        chosen, _ = QFileDialog.getSaveFileName(self, title, offered, kinds)
        return chosen

    def choose_file(self, name: str, suffix: str) -> Path | None:
        """Ask where to put a file called *name* unless the user calls it otherwise; None if she let it be.

        The name offered is seen by everybody who sees the folder: it names nobody.
        """
        offered = str(documents_folder() / name)
        chosen = self.choose(self.verb_button.text(), offered, f"{suffix[1:].upper()} (*{suffix})")
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() == suffix:
            return path
        path = path.with_name(path.name + suffix)
        # The system asked about the name that was typed, not about the one it becomes.
        if path.exists() and not ask(
            self,
            tr("Write over the file?"),
            tr("There is a file called «{name}» already.", name=path.name),
            tr("Write over"),
        ):
            return None
        return path

    def set_working(self, working: bool) -> None:
        """Let nothing be changed while the file is being made."""
        self.working = working
        for part in (self.verb_button, *self.inputs()):
            part.setEnabled(not working)

    def inputs(self) -> tuple[QWidget, ...]:
        """Return what is chosen from in this dialog."""
        return (self.ways,)

    def finish(self, said: str) -> None:
        """Say that it is done, and close."""
        self.desk.noticed.emit(Notice(said))
        self.accept()

    def show_failure(self, error: TillidError) -> None:
        """Say why nothing was exported, and let it be tried again."""
        self.set_working(False)
        if isinstance(error, NotSaved):
            self.show_trouble(self.desk.words.text(f"export.failed.{error.reason}"))
        else:
            self.show_trouble(" ".join(failure_words(error, self.desk.words)[1:]))

    def show_trouble(self, text: str) -> None:
        """Say what keeps it from being exported."""
        self.trouble.set_text(text)
        self.trouble.setAccessibleName(text)
        self.trouble.show()

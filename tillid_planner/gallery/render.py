"""Every page and dialog of the demo as a picture: for looking at and for the README, without a display."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tillid_planner import bootstrap
from tillid_planner.content import words
from tillid_planner.domain.breach import Outcome
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.conversation import Side
from tillid_planner.domain.errors import TillidError
from tillid_planner.gallery import breach, frames, importing, matrix, person, week
from tillid_planner.services import session as sessions
from tillid_planner.settings import Settings
from tillid_planner.ui.desk import Notice, Target
from tillid_planner.ui.follow_up.dialog import FollowUpDialog
from tillid_planner.ui.follow_up.view import MOVE
from tillid_planner.ui.inspector.how_dialog import HowDialog
from tillid_planner.ui.main_window import MainWindow
from tillid_planner.ui.search import SearchDialog
from tillid_planner.ui.settings.passphrase import PassphraseDialog
from tillid_planner.ui.slow_down import SlowDown
from tillid_planner.ui.theme import set_ratings_hidden
from tillid_planner.ui.today.page import TodayPage
from tillid_planner.ui.trust.page import TrustPage
from tillid_planner.ui.widgets.failure import failure_dialog

Scene: TypeAlias = Callable[["Stage"], QWidget | None]


class Stage:
    """The window with the demo in it, and ways to get to what a picture shows."""

    def __init__(self, program: bootstrap.Program, today: date) -> None:
        self.program = program
        self.session = bootstrap.demo_session(today)
        self.tasks = {t.heading: t.id or 0 for t in self.session.register.tasks()}
        self.people = {a.name: a.id or 0 for a in self.session.matrix.grid().assignees}

    @property
    def window(self) -> MainWindow:
        """The program's window."""
        return self.program.window

    def go(self, page: str, target: Target | None = None) -> None:
        """Show a page as one would come to it from the navigation, and a record on it."""
        self.window.show_session(self.session, page)
        if target is not None and self.window.shell is not None:
            self.window.shell.show_page(page, target)

    def pair(self, task: str, person: str, tab: str = "rating") -> TrustPage:
        """Show a pair in the inspector."""
        self.go("trust", Target(task_id=self.tasks[task], assignee_id=self.people[person]))
        assert self.window.shell is not None
        page = self.window.shell.page("trust")
        assert isinstance(page, TrustPage)
        page.inspector.show_tab(tab)
        return page


def render(
    folder: Path,
    *,
    language: str,
    theme: str,
    size: tuple[int, int],
    text_scale: float = 1.0,
    only: str = "*",
) -> list[str]:
    """Draw the scenes whose names match the pattern *only* into *folder* and return the file names.

    *size* is in device-independent pixels.
    """
    app = bootstrap.application([])
    program = bootstrap.Program(app, Settings(language, theme, text_scale), lambda _: None)
    stage = Stage(program, date.today())
    stage.window.resize(*size)
    stage.window.show()
    names = []
    for number, (name, scene) in enumerate(SCENES.items(), start=1):
        if not fnmatchcase(name, only):
            continue
        dialog = scene(stage)
        _settle(app)
        picture = _picture(stage.window, dialog)
        file = f"{number:02}-{name}.png"
        if not picture.save(str(folder / file)):
            raise OSError(None, "the picture could not be written", file)
        names.append(file)
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()
        set_ratings_hidden(False)
    # The window first: a field that has the keyboard is stored as it closes.
    stage.window.close()
    stage.session.close()
    return names


def _picture(window: QWidget, dialog: QWidget | None) -> QPixmap:
    picture = window.grab()
    if dialog is not None:
        shown = dialog.grab()
        ratio = shown.devicePixelRatio()
        place = QPoint(
            round((window.width() - shown.width() / ratio) / 2), round((window.height() - shown.height() / ratio) / 2)
        )
        painter = QPainter(picture)
        painter.drawPixmap(place, shown)
        painter.end()
    return picture


def _settle(app: QApplication) -> None:
    # Layouts settle in a few rounds; nothing here waits for a clock.
    for _ in range(6):
        app.processEvents()


def _welcome(stage: Stage) -> QWidget | None:
    stage.window.show_gate()
    return None


def _unlock(stage: Stage) -> QWidget | None:
    with _stored_plan() as folder:
        stage.program.settings = Settings(
            stage.program.settings.language,
            stage.program.settings.theme,
            stage.program.settings.text_scale,
            workspaces=(folder,),
        )
        stage.window.show_gate()
    return None


@contextmanager
def _stored_plan() -> Iterator[Path]:
    with TemporaryDirectory() as place:
        folder = Path(place) / "Hjemmepleje Nord.tillid"
        made, _ = sessions.create(folder, "Hjemmepleje Nord", "fire små ord her")
        made.close()
        yield folder


def _page(key: str, target: Target | None = None) -> Scene:
    def scene(stage: Stage) -> None:
        stage.go(key, target)

    return scene


def _task(act: str = "", name: str = "Modtagelse, sygehus") -> Scene:
    def scene(stage: Stage) -> None:
        stage.go("tasks", Target(act=act) if act else Target(task_id=stage.tasks[name]))

    return scene


def _person(name: str) -> Scene:
    def scene(stage: Stage) -> None:
        stage.go("people", Target(assignee_id=stage.people[name]))

    return scene


def _tab(task: str, person: str, tab: str) -> Scene:
    def scene(stage: Stage) -> None:
        stage.pair(task, person, tab)

    return scene


def _fresh_eyes(task: str, person: str) -> Scene:
    def scene(stage: Stage) -> None:
        stage.pair(task, person).inspector.rating.sections[Dimension.COMPETENCE].again.click()

    return scene


def _suggestion(task: str, person: str) -> Scene:
    def scene(stage: Stage) -> None:
        stage.pair(task, person).inspector.rating.panel.open_button.click()

    return scene


def _agreeing(task: str, person: str, rung: int) -> Scene:
    def scene(stage: Stage) -> None:
        inspector = stage.pair(task, person, "agreement").inspector
        inspector.agreement.begin(rung)

    return scene


def _how(stage: Stage) -> QWidget:
    page = stage.pair("Pårørendesamtaler", "Fatima Yilmaz")
    assert stage.window.shell is not None
    sheet = stage.session.trust.sheet(stage.tasks["Pårørendesamtaler"], stage.people["Fatima Yilmaz"])
    return _shown(HowDialog(stage.window.shell.desk, sheet, page))


def _hidden(stage: Stage) -> None:
    stage.pair("Pårørendesamtaler", "Fatima Yilmaz").inspector.rating.panel.open_button.click()
    set_ratings_hidden(True)


def _toast(stage: Stage) -> None:
    task, person = stage.tasks["Sårpleje"], stage.people["Dariusz Nowak"]
    stage.pair("Sårpleje", "Dariusz Nowak")
    assert stage.window.shell is not None
    desk = stage.window.shell.desk
    desk.run(lambda: stage.session.trust.rate(task, person, Dimension.INTENTION, 3))
    desk.noticed.emit(Notice(desk.words.text("acts.rate").capitalize() + ".", undoable=True))


def _search(stage: Stage) -> QWidget:
    stage.go("trust")
    assert stage.window.shell is not None
    dialog = SearchDialog(stage.window.shell.desk, stage.window)
    dialog.field.setText("a")
    return _shown(dialog)


def _passphrase(stage: Stage) -> QWidget:
    stage.go("settings")
    spoken = words(bootstrap.language(stage.program.settings))
    return _shown(PassphraseDialog(stage.window, spoken, lambda *_: None, SlowDown(stage.window)))


def _failure(stage: Stage) -> QWidget:
    stage.go("trust")
    spoken = words(bootstrap.language(stage.program.settings))
    return _shown(failure_dialog(stage.window, TillidError("disk_full"), spoken))


def _today_all(stage: Stage) -> None:
    stage.go("today")
    page = stage.window.shell.page("today") if stage.window.shell else None
    if isinstance(page, TodayPage):
        page.view.matters.more.click()


def _follow_up(stage: Stage) -> QWidget:
    stage.go("today")
    shell = stage.window.shell
    assert shell is not None
    late = next(m for m in stage.session.overview.look().matters if m.kind == "follow_up_overdue")
    dialog = FollowUpDialog(shell.desk, late.record or 0, shell)
    dialog.hold.outcome.choose(1)
    return _shown(dialog)


def _another_day(stage: Stage) -> QWidget:
    stage.go("today")
    shell = stage.window.shell
    assert shell is not None
    dialog = FollowUpDialog(shell.desk, stage.session.overview.look().follow_ups[-1].follow_up.id or 0, shell)
    dialog.mode.set_value(MOVE)
    dialog.mode.chosen.emit(MOVE)
    return _shown(dialog)


def _empty(key: str) -> Scene:
    def scene(stage: Stage) -> None:
        stage.window.show_session(sessions.in_memory("Hjemmepleje Nord"), key)

    return scene


def _shown(dialog: QWidget) -> QWidget:
    dialog.show()
    return dialog


SCENES: dict[str, Scene] = {
    "welcome": _welcome,
    "unlock": _unlock,
    "today-empty": _empty("today"),
    "trust-empty": _empty("trust"),
    "tasks-empty": _empty("tasks"),
    "people-empty": _empty("people"),
    "today": _page("today"),
    "today-all": _today_all,
    "follow-up": _follow_up,
    "follow-up-another-day": _another_day,
    "trust": _page("trust"),
    **matrix.SCENES,
    **frames.SCENES,
    "rating": _tab("Pårørendesamtaler", "Fatima Yilmaz", "rating"),
    "rating-first": _tab("Livshistorie", "Bo Lindskov", "rating"),
    "fresh-eyes": _fresh_eyes("Sårpleje", "Amina Holm"),
    "suggestion": _suggestion("Pårørendesamtaler", "Fatima Yilmaz"),
    "suggestion-frame": _suggestion("Oplæring af elever", "Cæcilie Østergård"),
    "suggestion-breach": _suggestion("Modtagelse, sygehus", "Ibrahim Said"),
    "how": _how,
    "agreeing": _agreeing("Pårørendesamtaler", "Fatima Yilmaz", 3),
    "agreeing-below": _agreeing("Pårørendesamtaler", "Fatima Yilmaz", 1),
    "agreeing-leap": _agreeing("Pårørendesamtaler", "Fatima Yilmaz", 5),
    "agreement": _tab("Pårørendesamtaler", "Fatima Yilmaz", "agreement"),
    "agreement-offered": _tab("Demens", "Nadia Petersen", "agreement"),
    "history": _tab("Sårpleje", "Amina Holm", "history"),
    "comments": _tab("Sårpleje", "Amina Holm", "comments"),
    "hidden": _hidden,
    "toast": _toast,
    "tasks": _page("tasks"),
    "task": _task(),
    "task-new": _task("new"),
    "people": _page("people"),
    "person": _person("Amina Holm"),
    "team": _person("Team Aften"),
    "week": week.week,
    "week-card": week.card,
    "week-unagreed": week.unagreed,
    "week-overloaded": week.hours,
    "week-carried": week.carried,
    "week-weekend": week.weekend,
    "week-hidden": week.hidden,
    "week-empty": week.empty,
    "week-holiday": week.holiday,
    "week-none": _empty("week"),
    "week-print": week.to_print,
    "week-calendar": week.to_calendar,
    "person-page": person.person("Amina Holm", task="Sårpleje"),
    "person-poor": person.person("Kasper O’Neill"),
    "person-extreme": person.extreme,
    "person-agreements": person.person("Amina Holm", "agreements"),
    "person-comments": person.person("Amina Holm", "comments"),
    "person-shown": person.person("Amina Holm", "shown"),
    "person-development": person.person("Fatima Yilmaz", "development"),
    "prepare": person.prepare(begun=False),
    "prepare-leader": person.prepare(),
    "prepare-turn": person.prepare(closed=(Side.LEADER,), handed=False),
    "prepare-employee": person.prepare(closed=(Side.LEADER,)),
    "prepare-agenda": person.prepare(closed=(Side.LEADER, Side.EMPLOYEE)),
    "person-talks": person.talks,
    "mirror-across": person.across("Pårørendesamtaler"),
    "mirror": person.unlike,
    "mirror-passed": person.mirror("passed"),
    "mirror-leaps": person.mirror("leaps"),
    "habits": person.mirror("habits"),
    "calibration": person.mirror("calibration"),
    "calibration-answers": person.answers,
    "team-page": person.person("Team Aften"),
    "breaches": breach.log,
    "breach-note": breach.note,
    "breach-facts": breach.step(Step.FACTS),
    "breach-track": breach.step(Step.TRACK, formal=True),
    "breach-own-part": breach.step(Step.OWN_PART),
    "breach-invitation": breach.step(Step.CONVERSATION),
    "breach-talk": breach.talk,
    "breach-cause": breach.step(Step.CAUSE),
    "breach-agreement": breach.step(Step.AGREEMENT),
    "breach-follow-ups": breach.step(Step.FOLLOW_UPS),
    "breach-closing": breach.step(Step.CLOSING),
    "breach-lower": breach.ending(Outcome.LEVEL_LOWER),
    "breach-out": breach.ending(Outcome.NOT_REPAIRED),
    "breach-closed": breach.closed,
    "breach-learning": breach.step(Step.LEARNING),
    "import-staff": _page("import", Target(act="staff")),
    "import-tasks": _page("import", Target(act="tasks")),
    "import-columns": importing.columns,
    "import-review": importing.review,
    "settings": _page("settings"),
    "passphrase": _passphrase,
    "search": _search,
    "failure": _failure,
}

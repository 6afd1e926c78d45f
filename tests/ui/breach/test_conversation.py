"""The conversation about a breach over the whole window: what is typed is kept, and nobody else is on the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from tests.services.breach_builders import noted
from tests.ui.breach.page_steps import press, seen, write
from tillid_planner.content import words
from tillid_planner.domain.breach_path import Step
from tillid_planner.ui.breach.page import BreachesPage
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.theme import set_ratings_hidden


@pytest.fixture
def talk(page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case, Step.CONVERSATION)
    page.start_talk(case)
    return page.talk


def test_nothing_of_anybody_else_is_on_the_screen(talk, page):
    assert talk.geometry() == page.rect()
    text = seen(talk)
    assert "Amina" in text
    assert "Bo Lindskov" not in text


def test_both_accounts_have_the_same_size_and_the_questions_go_on(qtbot, talk):
    QApplication.processEvents()
    assert talk.view.employee.size() == talk.view.leader.size()
    texts = words("da").texts("breach.guide.opening.questions")
    assert talk.view.question.text() == texts[0]
    for _ in texts:
        press(qtbot, talk.view.after)
    assert talk.part == "competence"
    press(qtbot, talk.view.before)
    assert talk.view.question.text() == texts[-1]


def test_tab_stays_inside_the_conversation(qtbot, talk):
    talk.view.employee.setFocus()
    stops = talk.view.stops()
    for _ in range(len(stops) + 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert talk.isAncestorOf(QApplication.focusWidget())


def test_what_is_typed_is_stored_on_the_way(qtbot, talk, unit):
    write(qtbot, talk.view.employee, "Jeg kunne se det")
    qtbot.waitUntil(lambda: unit.cases.get(talk.case_id).employee_account == "Jeg kunne se det", timeout=60_000)
    assert talk.view.saved.text().startswith("Gemt kl.")


def test_a_pause_covers_everything_and_escape_goes_back(qtbot, talk, page, unit):
    press(qtbot, talk.view.pause)
    assert talk.view.hidden.isVisible()
    assert talk.view.pause.text() == "Fortsæt"
    set_ratings_hidden(False)
    write(qtbot, talk.view.leader, "Min del")
    case = talk.case_id
    qtbot.keyClick(talk.view.leader, Qt.Key.Key_Escape)
    assert not page.talking
    assert unit.cases.get(case).leader_account == "Min del"
    assert unit.cases.talk_place() is None


def test_it_comes_back_to_the_same_word_after_it_was_locked(qtbot, talk, page, unit, themed_app):
    talk._show_part("resources", 2)
    write(qtbot, talk.view.leader, "Jeg vidste det ikke")
    talk.view.leader.moveCursor(QTextCursor.MoveOperation.PreviousWord)
    cursor = talk.view.leader.textCursor().position()
    # Locking takes the keyboard out of the field and the page off the screen.
    talk.view.leader.clearFocus()
    page.hide()
    again = BreachesPage(Desk(unit, words("da")))
    qtbot.addWidget(again)
    again.resize(1182, 720)
    again.show()
    again.activateWindow()
    again.open_target(Target(act="talk"))
    other = again.talk
    assert (other.part, other.view.question.text()) == (
        "resources",
        words("da").texts("breach.guide.resources.questions")[2],
    )
    assert other.view.leader.toPlainText() == "Jeg vidste det ikke"
    assert again.focusWidget() is other.view.leader
    assert other.view.leader.textCursor().position() == cursor

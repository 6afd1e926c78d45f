"""An agreement in the inspector: it is read back, moved on, commented on by the employee and taken back."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import TODAY, agreed, rated
from tests.ui.inspector.pair import LEFT, K, settle, sheet
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.ui.widgets import TextLabel
from tillid_planner.ui.widgets.dialog import Dialog


def test_what_is_agreed_is_read_back_and_moved_on(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3, state=AgreementState.OFFERED, support="Sparring")
    page = open_pair()
    page.inspector.show_tab("agreement")
    card = page.inspector.agreement.offer
    assert card.isVisible()
    assert "Støtte: Sparring" in [label.text() for label in card.findChildren(TextLabel)]
    accepted = next(b for b in card.state.children() if getattr(b, "key", None) is AgreementState.ACCEPTED)
    qtbot.mouseClick(accepted, LEFT)
    assert sheet(unit).agreement.rung == 3
    assert page.inspector.agreement.in_force.isVisible()
    page.desk.undo()
    assert sheet(unit).offer.rung == 3


def test_the_employees_words_are_kept_when_left_and_when_another_cell_is_chosen(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair()
    page.inspector.show_tab("agreement")
    card = page.inspector.agreement.in_force
    card.own_view.setFocus()
    qtbot.keyClicks(card.own_view, "Jeg kan mere")
    page.refresh()
    assert card.own_view.value() == "Jeg kan mere"
    card.rung.choose(4)
    assert (sheet(unit).agreement.employee_view, sheet(unit).agreement.employee_rung) == ("Jeg kan mere", 4)
    card.comment.setFocus()
    qtbot.keyClicks(card.comment, "Godt med sparring")
    page.table.select_pair(unit.other, unit.person)
    assert sheet(unit).agreement.employee_comment == "Godt med sparring"


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_rung_the_employee_wished_for_can_be_cleared(open_pair, unit, qtbot, way):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair()
    page.inspector.show_tab("agreement")
    row = page.inspector.agreement.in_force.rung
    assert not row.clear_button.isVisible()
    row.choose(4)
    assert sheet(unit).agreement.employee_rung == 4
    if way == "button":
        qtbot.mouseClick(row.clear_button, LEFT)
    else:
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Delete)
    assert sheet(unit).agreement.employee_rung is None
    assert row.value() is None
    assert not row.clear_button.isVisible()
    page.desk.undo()
    assert row.value() == 4


def test_shown_today_is_noted(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair()
    page.inspector.show_tab("agreement")
    qtbot.mouseClick(page.inspector.agreement.in_force.shown_button, LEFT)
    assert sheet(unit).agreement.shown_on == TODAY
    assert "23. november" in page.inspector.agreement.in_force.shown_text.text()


@pytest.mark.parametrize(("answer", "left"), [("verb_button", 1), ("safe_button", 2)])
def test_taking_an_agreement_back_asks_first_and_the_one_before_holds_again(open_pair, unit, qtbot, answer, left):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3)
    agreed(unit, unit.task, unit.person, 2)
    page = open_pair()
    page.inspector.show_tab("agreement")

    def reply():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        getattr(dialog, answer).click()

    QTimer.singleShot(0, reply)
    page.inspector.agreement.in_force.withdraw_button.click()
    assert sheet(unit).agreement.rung == (3 if left == 1 else 2)
    assert len([a for a in sheet(unit).history if a.withdrawn_on is None]) == left


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_agreement_says_who_decides_when_one_asks_which_control_fits_and_who_answers(open_pair, unit, language):
    rated(unit, unit.task, unit.person, 4, 4, 4)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair(language)
    page.inspector.show_tab("agreement")
    settle()
    shown = [label.text() for label in page.inspector.agreement.findChildren(QLabel) if label.isVisible()]
    said = words(language)
    for key in ("3.decides", "3.asked", "3.control", "answers"):
        assert any(said.text(f"ladders.task.{key}") in text for text in shown), key

"""The suggestion in the inspector: when it is shown, what it says, and the leader's own bid beside it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import agreed, rated
from tests.ui.inspector.pair import LEFT, K, panel_texts, sheet
from tillid_planner.content import words
from tillid_planner.domain.explanation import explain, put_into_words
from tillid_planner.ui.inspector.how_dialog import HowDialog, numbers_in_words
from tillid_planner.ui.widgets import TextLabel


def test_the_suggestion_waits_until_it_is_opened_and_stays_open_for_that_pair(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 4, 5, 4)
    page = open_pair()
    panel = page.inspector.rating.panel
    assert not panel.area.isVisible()
    assert not panel.agree_button.isVisible()
    qtbot.mouseClick(panel.open_button, LEFT)
    assert panel.area.isVisible()
    page.table.select_pair(unit.other, unit.person)
    assert not panel.area.isVisible()
    page.table.select_pair(unit.task, unit.person)
    assert panel.area.isVisible()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_panel_says_what_the_command_line_says(open_pair, unit, language, qtbot):
    rated(unit, unit.task, unit.person, 4, 5, 3)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair(language)
    page.inspector.rating.panel.open_button.click()
    now = sheet(unit)
    wording = put_into_words(explain(now.case, now.suggestion), words(language))
    shown = panel_texts(page).casefold()
    for piece in (wording.head.rstrip("."), wording.limits_head, *wording.limits, wording.lift_head, *wording.flags):
        assert piece.casefold() in shown
    for needs in wording.lift:
        for need in needs:
            assert need.casefold() in shown


def test_the_leaders_own_bid_is_compared(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    page.inspector.rating.panel.own.choose(4)
    assert sheet(unit).pair.own_rung == 4
    page.inspector.rating.panel.open_button.click()
    assert "Dit eget bud var 4." in panel_texts(page)


def test_a_task_that_is_not_described_sends_to_the_task(open_pair, unit, qtbot):
    unit.register.save_task(replace(unit.register.task(unit.task), clarity=None))
    page = open_pair()
    asked = []
    page.desk.page_requested.connect(lambda key, target: asked.append((key, target.task_id)))
    panel = page.inspector.rating.panel
    assert panel.missing.isVisible()
    assert not panel.open_button.isVisible()
    panel.describe_button.click()
    assert asked == [("tasks", unit.task)]


def test_rungs_above_the_law_cannot_be_chosen_and_say_why(open_pair, unit):
    unit.register.save_task(replace(unit.register.task(unit.task), legal_ceiling=2, legal_basis="Instruks."))
    rated(unit, unit.task, unit.person, 5, 5, 5)
    page = open_pair()
    page.inspector.rating.panel.open_button.click()
    entries = [a for a in page.inspector.rating.panel.menu.actions() if not a.isSeparator()]
    assert [a.isEnabled() for a in entries] == [True, True, False, False, False, True]
    assert "over lovens loft" in entries[2].text()
    assert "højst trin 2" in entries[2].toolTip()


def test_how_it_is_worked_out_gives_the_rule_the_numbers_and_the_fixed_note(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 4, 5, 3)
    page = open_pair()
    said = "\n".join(numbers_in_words(page.desk, sheet(unit)))
    assert "Kompetence: 4 af 5, sikker, vurderet i dag." in said
    assert "Det trækker 0 trin." in said
    dialog = HowDialog(page.desk, sheet(unit), page)
    qtbot.addWidget(dialog)
    shown = " ".join(label.text() for label in dialog.findChildren(TextLabel))
    assert words("da").text("explanation.rule.note") in shown
    for sentence in words("da").texts("explanation.rule.sentences"):
        assert sentence in shown


def test_the_own_bid_can_be_taken_away_by_keyboard_and_the_focus_stays_in_the_row(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    row = page.inspector.rating.panel.own
    row.choose(2)
    assert sheet(unit).pair.own_rung == 2
    row.clear_button.setFocus()
    qtbot.keyClick(row.clear_button, K.Key_Space)
    assert sheet(unit).pair.own_rung is None
    assert row.isAncestorOf(QApplication.focusWidget())


def test_the_same_bid_again_is_no_act_to_undo(unit):
    unit.trust.set_own_rung(unit.task, unit.person, 3)
    assert not unit.trust.set_own_rung(unit.task, unit.person, 3)

"""A case on the page of breaches, step by step: from the note to the closing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.services.breach_builders import closed, noted, settled, talked
from tests.ui.breach.page_steps import TODAY, press, seen, write
from tillid_planner.domain.breach import Outcome, Track
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.dosing import suggest
from tillid_planner.domain.follow_up import Outcome as Went
from tillid_planner.domain.ground_rule import GroundRule, RuleKind
from tillid_planner.domain.task import RedLine
from tillid_planner.ui.widgets import CheckBox


@pytest.mark.parametrize("cause", [Cause.COMPETENCE, Cause.INTENTION, Cause.RESOURCES, Cause.CIRCUMSTANCES])
def test_a_case_goes_from_note_to_closing_on_the_page(qtbot, page, unit, pair, cause, monkeypatch):
    case = noted(unit, pair)
    page.open_case(case)
    pane = page.pane
    assert pane.step is Step.TRACK
    assert pane.panels[Step.TRACK].choice.choose(0)
    press(qtbot, pane.panels[Step.TRACK].next)
    own = pane.panels[Step.OWN_PART]
    write(qtbot, own.editors["frame"], "Jeg lovede en makker.")
    press(qtbot, own.ready)
    talk_panel = pane.panels[Step.CONVERSATION]
    assert unit.cases.get(case).own_notes == (("frame", "Jeg lovede en makker."),)
    press(qtbot, talk_panel.open)
    assert page.talking
    write(qtbot, page.talk.view.employee, "Jeg var alene.")
    write(qtbot, page.talk.view.leader, "Det vidste jeg.")
    press(qtbot, page.talk.view.done)
    assert not page.talking
    found = unit.cases.get(case)
    assert (found.employee_account, found.leader_account) == ("Jeg var alene.", "Det vidste jeg.")
    assert found.held_on == TODAY
    assert found.own_notes == ()
    assert pane.step is Step.CAUSE
    panel = pane.panels[Step.CAUSE]
    causes = [Cause.COMPETENCE, Cause.INTENTION, Cause.RESOURCES, Cause.CIRCUMSTANCES]
    assert panel.main.choose(causes.index(cause) + 1)
    assert unit.cases.get(case).cause is cause
    press(qtbot, panel.next)
    agreement = pane.panels[Step.AGREEMENT]
    press(qtbot, agreement.usual)
    assert unit.cases.get(case).criteria
    draft = replace(unit.cases.draft_agreement(case), reason="Aftalt sammen.")
    page.desk.run(lambda: unit.cases.agree(case, draft))
    shown = unit.cases.view(case)
    assert agreement.badge.isVisibleTo(pane)
    assert shown.sheet.suggestion == suggest(shown.sheet.case)
    press(qtbot, agreement.next)
    assert pane.step is Step.FOLLOW_UPS
    followed = pane.panels[Step.FOLLOW_UPS]
    for box in followed.criteria.findChildren(CheckBox):
        press(qtbot, box)
    assert "I kan lukke sagen" not in seen(pane)
    while not unit.cases.view(case).ready_to_close:
        planned = unit.trust.sheet(*pair).next_follow_up
        page.desk.run(lambda planned=planned: unit.following.hold(planned.id, Went.GOOD))
    assert "I kan lukke sagen" in seen(pane)
    press(qtbot, pane.panels[Step.FOLLOW_UPS].close_case)
    closing = pane.panels[Step.CLOSING]
    assert closing.outcome.choose(1)
    assert closing.words.value()
    press(qtbot, closing.close_case)
    assert unit.cases.get(case).outcome is Outcome.REPAIRED
    assert "Slettes 23. november 2027" in seen(closing)
    press(qtbot, closing.next)
    learning = pane.panels[Step.LEARNING]
    write(qtbot, learning.line, "Amina skal have en makker.")
    press(qtbot, learning.keep)
    assert "«Amina»" in learning.line_field.error()
    learning.line.set_value("")
    write(qtbot, learning.line, "Sig til i tide.")
    press(qtbot, learning.keep)
    assert unit.endings.learning()[0].line == "Sig til i tide."
    assert learning.done.isVisibleTo(pane)


def test_a_deliberate_breach_goes_to_hr_first_and_then_to_its_end(qtbot, page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case)
    panel = page.pane.panels[Step.TRACK]
    panel.choice.choose(1)
    press(qtbot, panel.deliberate)
    assert unit.trust.sheet(*pair).suggestion.rung == 0
    assert not panel.next.isVisibleTo(page.pane)
    press(qtbot, panel.advised)
    assert panel.next.isVisibleTo(page.pane)
    page.pane.show_step(Step.CONVERSATION)
    press(qtbot, page.pane.panels[Step.CONVERSATION].hold)
    page.pane.panels[Step.CAUSE].main.choose(5)
    assert unit.cases.get(case).cause is Cause.ILL_WILL
    assert unit.trust.sheet(*pair).suggestion.rung == 1


def test_what_cannot_be_done_yet_is_said_in_words(qtbot, page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case, Step.CAUSE)
    panel = page.pane.panels[Step.CAUSE]
    panel.main.choose(1)
    assert "Hold samtalen først" in seen(panel)
    page.pane.show_step(Step.CLOSING)
    closing = page.pane.panels[Step.CLOSING]
    closing.outcome.choose(1)
    press(qtbot, closing.close_case)
    assert "Find årsagen sammen først" in seen(closing)
    assert unit.cases.get(case).status is BreachStatus.OPEN


def test_two_views_stand_where_they_do_not_agree(page, unit, pair):
    case = noted(unit, pair)
    unit.cases.hold_conversation(case)
    page.open_case(case, Step.CAUSE)
    panel = page.pane.panels[Step.CAUSE]
    panel.agree.set_value(False)
    panel._show_views()
    panel.employee_view.set_value(Cause.RESOURCES)
    panel.leader_view.set_value(Cause.COMPETENCE)
    panel._set(panel.leader_view)
    found = unit.cases.get(case)
    assert (found.cause, found.employee_cause, found.cause_agreed) == (Cause.COMPETENCE, Cause.RESOURCES, False)
    page.refresh()
    assert panel.views.isVisibleTo(page.pane)


def test_undo_is_seen_at_once_and_typing_is_not_lost(qtbot, page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case, Step.FACTS)
    panel = page.pane.panels[Step.FACTS]
    assessment = panel.kept.editor("assessment")
    write(qtbot, assessment, "Under vejs")
    page.desk.run(lambda: unit.cases.choose_track(case, Track.REPAIR))
    assert assessment.value() == "Under vejs"
    page.desk.undo()
    assert assessment.value() == "Under vejs"
    assert unit.cases.get(case).track is None


def test_a_case_that_is_undone_while_it_is_shown_leaves_the_page(page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case)
    page.desk.undo()
    assert page.stack.currentWidget() is page.view


def test_the_criteria_of_a_case_can_be_removed_and_undone(page, unit, pair):
    case = noted(unit, pair)
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    page.open_case(case, Step.AGREEMENT)
    panel = page.pane.panels[Step.AGREEMENT]
    panel.criteria.remove_requested.emit(unit.cases.get(case).criteria[0])
    assert unit.cases.get(case).criteria == ()
    page.desk.undo()
    assert len(panel.criteria._shown) == 1


def test_ticking_by_keyboard_stays_on_the_row_and_moves_nothing_below(qtbot, page, unit, pair):
    case = noted(unit, pair)
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    page.open_case(case)
    page.pane.show_step(Step.FOLLOW_UPS)
    panel = page.pane.panels[Step.FOLLOW_UPS]
    qtbot.waitUntil(panel.criteria.isVisible, timeout=60_000)
    QApplication.processEvents()
    below = panel.criteria._boxes[-1].mapTo(panel, QPoint(0, 0))
    box = panel.criteria._boxes[0]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert unit.cases.get(case).criteria[0].met_on == TODAY
    assert panel.criteria._boxes[0].isChecked()
    assert panel.criteria._boxes[0].hasFocus()
    QApplication.processEvents()
    assert panel.criteria._boxes[-1].mapTo(panel, QPoint(0, 0)) == below


def test_the_closing_says_what_was_agreed_and_the_usual_only_where_it_lacks(page, unit, pair):
    case = noted(unit, pair)
    talked(unit, case, Cause.RESOURCES)
    settled(unit, case)
    page.open_case(case)
    page.pane.show_step(Step.CLOSING)
    closing = page.pane.panels[Step.CLOSING]
    assert "Gode opfølgninger i træk: 0 af 1" in seen(closing)
    # No measure was written down: there is nothing of that kind to be done.
    assert "skulle ændres i rammen" not in seen(closing)
    meeting = unit.cases.view(case).sheet.next_follow_up
    unit.following.hold(meeting.id, outcome=Went.GOOD)
    page.refresh()
    assert "Sådan plejer man" not in seen(closing)
    for criterion in unit.cases.get(case).criteria:
        assert f"– {criterion.text}" in seen(closing)


def test_a_case_with_nothing_left_to_do_opens_at_the_words_it_was_closed_with(page, unit, pair):
    case = noted(unit, pair)
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    closed(unit, case)
    unit.endings.nothing_to_learn(case)
    page.open_case(case)
    assert page.pane.step is Step.CLOSING
    assert "Det er lagt bag os." in seen(page.pane)


class TestLineCrossed:
    @pytest.fixture
    def lined(self, unit, pair, page):
        """A case of a task with a line of its own, and one that the unit has for all."""
        task = unit.register.task(pair[0])
        own = RedLine(text="Aldrig alene.", consequence="Vi stopper samme dag.")
        unit.register.save_task(replace(task, red_lines=(own,)))
        unit.ground_rules.put_rule(
            GroundRule(
                kind=RuleKind.RED_LINE,
                text="Ingen tager gaver.",
                source="Politisk mål",
                consequence="Vi taler om det.",
                all_tasks=True,
                since=TODAY,
            )
        )
        case = noted(unit, pair)
        page.open_case(case)
        page.pane.show_step(Step.FACTS)
        return case, page.pane.panels[Step.FACTS].line_crossed

    def choose(self, qtbot, line, row):
        line.choice.setFocus()
        for _ in range(row):
            qtbot.keyClick(line.choice, Qt.Key.Key_Down)

    def test_the_own_lines_stand_first_and_none_is_chosen(self, lined):
        choice = lined[1].choice
        assert [choice.itemText(n) for n in range(choice.count())] == ["Nej", "Aldrig alene.", "Ingen tager gaver."]
        assert choice.value() == ""
        assert not lined[1].said_before.isVisibleTo(lined[1])

    def test_its_words_and_consequence_are_copied_and_nothing_else_changes(self, qtbot, unit, lined):
        before = unit.cases.get(lined[0])
        self.choose(qtbot, lined[1], 1)
        after = unit.cases.get(lined[0])
        assert after == replace(before, line_crossed="Aldrig alene.", line_consequence="Vi stopper samme dag.")
        assert lined[1].said_before.text() == "Det var sagt på forhånd: Vi stopper samme dag."
        unit.history.undo()
        assert unit.cases.get(lined[0]) == before

    def test_the_words_stay_when_the_line_is_gone(self, qtbot, page, unit, pair, lined):
        self.choose(qtbot, lined[1], 1)
        unit.register.save_task(replace(unit.register.task(pair[0]), red_lines=()))
        page.refresh()
        assert lined[1].choice.value() == "Aldrig alene."
        assert "Vi stopper samme dag." in lined[1].said_before.text()
        qtbot.keyClick(lined[1].choice, Qt.Key.Key_Home)
        assert unit.cases.get(lined[0]).line_consequence == ""

    def test_a_task_without_lines_is_not_asked(self, page, unit, pair):
        page.open_case(noted(unit, pair))
        page.pane.show_step(Step.FACTS)
        line = page.pane.panels[Step.FACTS].line_crossed
        assert not line.isVisibleTo(page)

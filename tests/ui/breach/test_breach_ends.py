"""The ends of a case on the screen: fixed once closed, opened again, a lower rung, out of the program."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import a_person, a_task, agreed, rated
from tests.services.breach_builders import closed, noted, settled, talked
from tests.ui.breach.page_steps import TODAY, press, seen
from tests.ui.modal import in_dialog
from tillid_planner.domain.breach import Control, Criterion, Fact, Measure, MeasureKind, Outcome, Track
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import Cause, Dimension
from tillid_planner.ui.breach.delete_case import DeleteCaseDialog
from tillid_planner.ui.breach.parts import PartDialog
from tillid_planner.ui.breach.repair_agreement import CaseAgreementDialog
from tillid_planner.ui.widgets import Button, CheckBox, GrowingText, IconButton, RadioCard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pair(unit, clock):
    clock[0] = TODAY - timedelta(days=30)
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 5, 5, 5)
    agreed(unit, task, person, 4)
    clock[0] = TODAY
    return task, person


@pytest.fixture
def case(unit, pair):
    return noted(unit, pair)


@pytest.fixture
def step(page):
    def open_step(case, step):
        page.open_case(case, step)
        QApplication.processEvents()
        return page.pane.panels[step]

    return open_step


# Closed


@pytest.fixture
def closed_case(unit, case):
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    unit.cases.put(case, Measure(kind=MeasureKind.FRAME, text="Makker"))
    unit.cases.put(case, Fact(happened_on=TODAY, text="Mere."))
    unit.cases.put(case, Control(form="Stikprøve", purpose="At se", starts_on=TODAY, ends_on=TODAY))
    closed(unit, case)
    return case


#: Buttons that change nothing, or are the way to change it.
LEADS_ELSEWHERE = {
    "",
    "Åbn den igen",
    "Videre til læringen",
    "Videre til opfølgningerne",
    "Udskriv til begge",
    "Kopiér invitationen",
    "Gem til sagssystemet",
    "Slet sagen her",
}
STILL_OPEN = {"Medarbejderens kommentar", "Medarbejderens rettelse", "Vist for medarbejderen"}


@pytest.mark.parametrize("which", [s for s in Step if s is not Step.LEARNING])
def test_nothing_in_a_closed_case_can_be_taken_hold_of_but_the_employees_words(step, closed_case, which):
    panel = step(closed_case, which)
    kinds = (GrowingText, CheckBox, RadioCard, IconButton)
    open_to_change = {
        widget.accessibleName() or widget.text()
        for kind in kinds
        for widget in panel.findChildren(kind)
        if widget.isVisibleTo(panel)
        and widget.isEnabledTo(panel)
        and not (isinstance(widget, GrowingText) and widget.isReadOnly())
    }
    assert open_to_change <= STILL_OPEN
    buttons = {b.text() for b in panel.findChildren(Button) if b.isVisibleTo(panel) and b.isEnabledTo(panel)}
    assert buttons <= LEADS_ELSEWHERE
    assert "ligger fast" in seen(panel)


def test_the_employees_words_are_kept_in_a_closed_case(qtbot, step, unit, closed_case):
    panel = step(closed_case, Step.CAUSE)
    editor = panel.kept.editor("employee_correction")
    editor.setFocus()
    qtbot.keyClicks(editor, "Det var tirsdag.")
    panel.commit()
    assert unit.cases.get(closed_case).employee_correction == "Det var tirsdag."


def test_it_is_opened_again_with_a_reason_and_its_former_closing_stands_there(qtbot, page, step, unit, closed_case):
    panel = step(closed_case, Step.FACTS)

    def without(dialog):
        dialog.confirm()
        assert dialog.fields["reason"].error()
        qtbot.keyClicks(dialog.fields["reason"].editor, "Det skete igen.")
        press(qtbot, dialog.verb_button)

    in_dialog(PartDialog, lambda: press(qtbot, panel.reopen), without)
    assert not unit.cases.get(closed_case).closed
    assert not panel.closed_note.isVisibleTo(panel)
    assert not panel.kept.editor("facts").isReadOnly()
    said = seen(step(closed_case, Step.CLOSING))
    assert "Genoprettet, 23. november. Åbnet igen 23. november: Det skete igen." in said


# A lower rung


@pytest.fixture
def talked_case(unit, case):
    talked(unit, case, Cause.COMPETENCE)
    return case


def test_a_lower_rung_is_rated_agreed_and_closed_in_one_go(qtbot, step, unit, talked_case, pair):
    panel = step(talked_case, Step.CLOSING)
    panel.outcome.choose(2)
    assert panel.close_case.text() == "Aftal trinnet, og luk sagen"
    for dimension, value in zip(Dimension, (3, 5, 5), strict=True):
        press(qtbot, panel.ratings.heads[dimension])
        QApplication.processEvents()
        cards = panel.ratings.groups[dimension].findChildren(RadioCard)
        press(qtbot, cards[value - 1])
    assert unit.trust.sheet(*pair).ratings[Dimension.COMPETENCE].value == 5
    assert "Når sagen er lukket: Forslag: trin 3" in seen(panel)

    def agree(dialog):
        assert dialog.form.draft.rung == 3
        dialog.form.view.reason.set_value("Aftalt sammen.")
        press(qtbot, dialog.form.view.agree)

    in_dialog(CaseAgreementDialog, lambda: press(qtbot, panel.close_case), agree)
    view = unit.cases.view(talked_case)
    assert view.case.outcome is Outcome.LEVEL_LOWER
    assert view.sheet.agreement.rung == 3
    assert unit.trust.sheet(*pair).ratings[Dimension.COMPETENCE].value == 3
    assert unit.history.undo_label == "close_breach"
    unit.history.undo()
    assert unit.trust.sheet(*pair).agreement.rung == 4
    assert unit.trust.sheet(*pair).ratings[Dimension.COMPETENCE].value == 5


def test_a_rating_that_is_missing_is_asked_for_where_it_is_given(qtbot, step, unit, talked_case):
    panel = step(talked_case, Step.CLOSING)
    panel.outcome.choose(2)
    panel.ratings.groups[Dimension.COMPETENCE].choose(3)
    press(qtbot, panel.close_case)
    wanted = panel.ratings.groups[Dimension.INTENTION]
    assert panel.trouble.isVisibleTo(panel)
    assert "de 2 forudsætninger" in panel.trouble.label.text()
    assert wanted.isAncestorOf(QApplication.focusWidget())
    assert not unit.cases.get(talked_case).closed


def test_a_rung_that_is_no_lower_is_refused_in_the_form(qtbot, step, unit, talked_case):
    panel = step(talked_case, Step.CLOSING)
    panel.outcome.choose(2)
    for group in panel.ratings.groups.values():
        group.choose(5)

    def agree(dialog):
        dialog.form.take_rung(4)
        press(qtbot, dialog.form.view.agree)
        assert "under 4" in seen(dialog)

    in_dialog(CaseAgreementDialog, lambda: press(qtbot, panel.close_case), agree)
    assert not unit.cases.get(talked_case).closed


# Out of the program


def test_what_was_not_repaired_goes_out_with_the_task_paused(qtbot, page, step, unit, talked_case, pair):
    panel = step(talked_case, Step.CLOSING)
    panel.outcome.choose(3)
    assert not panel.close_case.isVisibleTo(panel)
    assert "Aftalen står på trin 4" in seen(panel.leaving)
    assert not panel.leaving.go_on_button.isVisibleTo(panel)
    press(qtbot, panel.leaving.pause_button)
    assert page.pane.step is Step.TRACK
    assert unit.cases.get(talked_case).leaving
    assert unit.trust.sheet(*pair).agreement.rung == 0
    track = page.pane.panels[Step.TRACK]
    assert "Opgaven er sat på pause." in seen(track)

    def delete(dialog):
        press(qtbot, dialog.verb_button)
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)

    in_dialog(DeleteCaseDialog, lambda: press(qtbot, track.delete), delete)
    assert unit.cases.views() == []
    assert unit.trust.sheet(*pair).agreement.rung == 0


def test_it_may_go_out_at_a_lower_rung(qtbot, page, step, unit, talked_case, pair):
    panel = step(talked_case, Step.CLOSING)
    panel.outcome.choose(3)

    def agree(dialog):
        dialog.form.view.reason.set_value("Aftalt sammen.")
        press(qtbot, dialog.form.view.agree)

    in_dialog(CaseAgreementDialog, lambda: press(qtbot, panel.leaving.lower_button), agree)
    assert unit.cases.get(talked_case).leaving
    assert unit.trust.sheet(*pair).agreement.rung == 3


def test_no_case_is_led_out_while_the_rung_stands(qtbot, page, step, unit, case, pair):
    unit.cases.choose_track(case, Track.FORMAL, deliberate=True)
    panel = step(case, Step.TRACK)
    assert "Aftalen står på trin 4" in seen(panel)
    assert "trin 0" not in seen(panel)
    press(qtbot, panel.delete)
    assert panel.trouble.isVisibleTo(panel)
    assert QApplication.focusWidget() is panel.held_back.pause_button
    press(qtbot, panel.held_back.pause_button)
    assert not panel.trouble.isVisibleTo(panel)
    assert unit.trust.sheet(*pair).agreement.rung == 0


def test_it_is_not_deleted_as_led_out_by_another_way(qtbot, page, step, unit, case):
    step(case, Step.FACTS)

    def delete(dialog):
        dialog.reasons.choose(2)
        press(qtbot, dialog.verb_button)
        assert "under 4" in seen(dialog)
        dialog.reasons.choose(1)
        assert "under 4" not in seen(dialog)

    in_dialog(DeleteCaseDialog, lambda: press(qtbot, page.pane.more_button), delete)
    assert unit.cases.get(case)


# Deliberate


def test_before_advice_there_is_no_talk_and_after_it_no_informal_one(qtbot, page, step, unit, case):
    unit.cases.choose_track(case, Track.FORMAL, deliberate=True)
    panel = step(case, Step.CONVERSATION)
    for part in (panel.letter, panel.copy, panel.open, panel.hold, panel.not_formal):
        assert not part.isVisibleTo(panel)
    assert "tjenstlig" not in seen(panel)
    press(qtbot, next(b for b in panel.waiting.findChildren(Button)))
    assert page.pane.step is Step.TRACK
    unit.cases.set_advised(case, TODAY)
    panel = step(case, Step.CONVERSATION)
    assert panel.open.isVisibleTo(panel)
    assert not panel.letter.isVisibleTo(panel)
    assert "tjenstlig" not in seen(panel)
    press(qtbot, panel.open)
    assert [str(key) for key in page.talk.view.part_keys()] == ["ill_will", "closing"]
    assert "tjenstlig" not in seen(page.talk)
    page.talk.leave()


# No line says another than the next


def test_what_is_counted_is_not_ticked_and_says_the_same_everywhere(qtbot, step, unit, talked_case):
    settled(unit, talked_case)
    for criterion in unit.cases.get(talked_case).criteria:
        unit.cases.remove(talked_case, criterion)
    unit.cases.put(talked_case, Criterion(text="2 gode opfølgninger i træk", good_follow_ups=2))
    panel = step(talked_case, Step.FOLLOW_UPS)
    assert not panel.criteria.findChildren(CheckBox)
    assert "0 af 2" in seen(panel)
    closing = step(talked_case, Step.CLOSING)
    assert seen(closing).count("af 2") == 0
    assert "– 2 gode opfølgninger i træk" in seen(closing)


def test_without_a_cause_nothing_is_usual(step, case):
    assert "Sådan plejer man" not in seen(step(case, Step.CLOSING))


def test_the_last_tick_moves_nothing_above_the_ticks(qtbot, page, step, unit, talked_case):
    settled(unit, talked_case)
    panel = step(talked_case, Step.FOLLOW_UPS)
    (box,) = panel.criteria.findChildren(CheckBox)
    before = box.mapTo(page, box.rect().topLeft())
    press(qtbot, box)
    assert "I kan lukke sagen" in seen(panel)
    box = next(box for box in panel.criteria.findChildren(CheckBox) if box.isVisibleTo(panel))
    assert box.mapTo(page, box.rect().topLeft()) == before


def test_a_drop_of_two_rungs_has_its_sentence(step, unit, talked_case, pair):
    panel = step(talked_case, Step.AGREEMENT)
    assert not panel.drop.isVisibleTo(panel)
    settled(unit, talked_case, 1)
    panel = step(talked_case, Step.AGREEMENT)
    assert panel.drop.isVisibleTo(panel)

"""Controls on the page of frames: written, linked, answered, tried without and stopped, by mouse and keyboard."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tests.ui.modal import in_dialog
from tillid_planner.content import words
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.standing_control import (
    ControlForm,
    ControlPurpose,
    DemandedBy,
    Meaning,
    Stance,
    StandingControl,
    Watcher,
)
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.frames.control_dialogs import AnswerDialog, LeavingDialog, stop, try_without
from tillid_planner.ui.frames.page import FramesPage
from tillid_planner.ui.texts import install_language

LEFT, K = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


@pytest.fixture
def open_page(qtbot, themed_app, unit):
    def opened(language="da", size=(1182, 720)):
        install_language(themed_app, language)
        page = FramesPage(Desk(unit, words(language)))
        qtbot.addWidget(page)
        page.heard = []
        page.desk.noticed.connect(lambda notice: page.heard.append(notice.text))
        page.resize(*size)
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    yield opened
    install_language(themed_app, "da")


def a_control(unit, name="Makkertjek", form=ControlForm.COLLEAGUE, **fields):
    control = StandingControl(
        name=name,
        form=form,
        purpose=ControlPurpose.LEARNING,
        watcher=Watcher.COLLEAGUE,
        starts_on=TODAY,
        **fields,
    )
    return new_id(unit.controls.put(control), Kind.CONTROL)


def risky(unit, name="Modtagelse"):
    task = a_task(unit, name)
    described = {"consequence": 3, "reversal": 3, "detection": 2, "clarity": 3}
    unit.register.save_task(replace(unit.register.task(task), **described))
    return task


def seen(widget):
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def choose(page, control):
    page.open_target(Target(act=f"control:{control}"))
    QApplication.processEvents()
    return page.view.panel


def names(page):
    return [page.view.model.row(row).cells[0][0] for row in range(page.view.model.rowCount())]


def test_an_empty_page_leads_to_the_form(open_page):
    page = open_page()
    assert page.view.empty.isVisible()
    page.view.empty.action_requested.emit()
    assert page.view.form.isVisible()
    assert page.view.form.name.hasFocus()


def test_a_control_is_written_by_keyboard_and_stands_in_the_table(open_page, unit, qtbot):
    page = open_page()
    page.start_new()
    form = page.view.form
    qtbot.keyClicks(form.name, "Makkertjek af plan")
    form.form.set_value(ControlForm.COLLEAGUE)
    form.purpose.set_value(ControlPurpose.SERIOUS_ERROR)
    form.watcher.set_value(Watcher.COLLEAGUE)
    form.minutes.setFocus()
    qtbot.keyClicks(form.minutes, "50")
    form.save_button.setFocus()
    qtbot.keyClick(form.save_button, K.Key_Return)
    (view,) = unit.controls.all()
    assert (view.control.name, view.control.minutes) == ("Makkertjek af plan", 50)
    assert view.control.review_on == TODAY + timedelta(days=365)
    assert page.view.panel.isVisible()
    assert page.view.header.subtitle.text() == "Én kontrol, 50 min. om ugen."
    assert names(page) == ["Makkertjek af plan"]
    page.desk.undo()
    assert page.view.empty.isVisible()


def test_what_is_missing_is_said_at_its_field(open_page, unit):
    page = open_page()
    page.start_new()
    form = page.view.form
    form.save()
    assert form.fields["form"].error()
    assert form.form.hasFocus()
    form.form.set_value(ControlForm.DATA)
    form.form.chosen.emit(ControlForm.DATA)
    form.purpose.set_value(ControlPurpose.DEMAND)
    form.watcher.set_value(Watcher.OTHERS)
    form.save()
    assert form.fields["name"].error()
    assert form.fields["why"].error()
    assert form.fields["why"].label.text() == "Hvad bruges tallene til, og hvem ser dem?"
    assert unit.controls.all() == []


def test_a_name_is_refused_kept_and_reworded_with_one_press(open_page, unit, qtbot):
    a_person(unit, "Amina Holm")
    page = open_page()
    page.start_new()
    form = page.view.form
    form.name.setText("Amina læser planen")
    form.form.set_value(ControlForm.COLLEAGUE)
    form.purpose.set_value(ControlPurpose.LEARNING)
    form.watcher.set_value(Watcher.COLLEAGUE)
    form.save()
    assert "Amina" in form.fields["name"].error()
    assert form.name.text() == "Amina læser planen"
    qtbot.mouseClick(form.reword_button, LEFT)
    assert form.name.text() == "en medarbejder læser planen"
    form.save()
    assert [view.control.name for view in unit.controls.all()] == ["en medarbejder læser planen"]


def test_what_is_half_typed_is_there_again_but_no_name(open_page, unit):
    a_person(unit, "Amina Holm")
    page = open_page()
    page.start_new()
    page.view.form.name.setText("Spørg Amina")
    page.view.form.adapted.setText("kun om aftenen")
    page.view.form.draft.save()
    again = open_page()
    again.start_new()
    assert again.view.form.name.text() == ""
    assert again.view.form.adapted.text() == "kun om aftenen"


def test_consent_unlocks_the_change_and_the_task_takes_it_as_one_step(open_page, unit, qtbot):
    task, person = risky(unit), a_person(unit)
    rated(unit, task, person, 5, 5, 5)
    agreed(unit, task, person, 3)
    control = a_control(unit)
    page = open_page()
    panel = choose(page, control)
    qtbot.mouseClick(panel.link_button, LEFT)
    effect = page.view.effect
    effect.task.set_value(task)
    effect.task.chosen.emit(task)
    QApplication.processEvents()
    assert effect.sentence.text() == "Denne dobbeltkontrol giver plads til ét trin mere"
    assert "går fra 3, Aftalt plan, til 4, Handler og orienterer" in effect.text.text()
    assert unit.register.task(task).detection == 2
    assert not effect.change_button.isEnabled()
    qtbot.keyClick(effect.consent, K.Key_Space)
    qtbot.mouseClick(effect.change_button, LEFT)
    assert unit.register.task(task).detection == 1
    assert unit.trust.sheet(task, person).agreement.rung == 3
    assert page.heard[-1] == "Knyttet, og opgaven er rettet."
    assert "Modtagelse" in seen(panel)
    page.desk.undo()
    assert unit.register.task(task).detection == 2
    assert "Ingen opgaver. Intet trin afhænger af den." in seen(panel)


def test_a_link_without_consent_changes_nothing_and_shows_what_it_could(open_page, unit, qtbot):
    task, control = risky(unit), a_control(unit)
    page = open_page()
    panel = choose(page, control)
    qtbot.mouseClick(panel.link_button, LEFT)
    page.view.effect.task.set_value(task)
    page.view.effect.task.chosen.emit(task)
    qtbot.mouseClick(page.view.effect.link_button, LEFT)
    assert unit.register.task(task).detection == 2
    assert "Kan give plads til ét trin mere." in seen(panel)
    qtbot.mouseClick(panel.effect_buttons[task], LEFT)
    assert page.view.effect.isVisible()
    assert not page.view.effect.link_button.isVisible()


@pytest.mark.parametrize("back", [True, False])
def test_a_control_that_stops_offers_the_task_as_it_was(open_page, unit, qtbot, back):
    task, control = risky(unit), a_control(unit)
    unit.controls.link(control, task, agreed=True)
    page = open_page()
    choose(page, control)
    said = []

    def answer(dialog):
        (box,) = dialog.boxes.values()
        said.append(box.text())
        box.setChecked(back)
        qtbot.mouseClick(dialog.verb_button, LEFT)

    in_dialog(LeavingDialog, lambda: stop(page.desk, page, unit.controls.view(control)), answer)
    assert said == ["Sæt Modtagelse tilbage: Opdages: Måske"]
    assert unit.register.task(task).detection == (2 if back else 1)
    assert not page.view.panel.isVisible()
    page.view.stopped.setChecked(True)
    assert names(page) == ["Makkertjek"]
    page.desk.undo()
    assert unit.register.task(task).detection == 1
    assert unit.controls.view(control).control.ended_on is None


def test_trying_without_asks_until_when(open_page, unit, qtbot):
    control = a_control(unit)
    page = open_page()
    choose(page, control)

    def too_soon(dialog):
        dialog.until.show_value(TODAY)
        qtbot.mouseClick(dialog.verb_button, LEFT)
        assert dialog.until_field.error()
        dialog.until.show_value(TODAY + timedelta(days=30))
        qtbot.mouseClick(dialog.verb_button, LEFT)

    in_dialog(LeavingDialog, lambda: try_without(page.desk, page, unit.controls.view(control)), too_soon)
    assert unit.controls.view(control).control.pause_until == TODAY + timedelta(days=30)
    assert "Prøves uden til" in page.view.panel.state.text()


def test_staffs_answer_is_one_and_stands_with_the_one_before(open_page, unit, qtbot):
    control = a_control(unit)
    unit.controls.mark(control, Meaning.SOME, "", TODAY - timedelta(days=40))
    page = open_page()
    panel = choose(page, control)

    def answer(dialog):
        qtbot.mouseClick(dialog.verb_button, LEFT)
        assert dialog.missing.isVisible()
        dialog.meaning.choose(3)
        qtbot.keyClicks(dialog.said, "Vi opdager noget hver uge.")
        qtbot.mouseClick(dialog.verb_button, LEFT)

    in_dialog(AnswerDialog, lambda: qtbot.mouseClick(panel.answer_button, LEFT), answer)
    assert unit.controls.view(control).meaning is Meaning.SENSE
    assert "«Vi opdager noget hver uge.» Før: giver delvis mening, oktober." in seen(panel)


def test_the_filter_shows_what_is_ours_and_how_the_rest_is_sorted(open_page, unit):
    a_control(unit, "Vores")
    a_control(unit, "Lovens", demanded_by=DemandedBy.LAW, stance=Stance.LIVE_WITH)
    a_control(unit, "Usorteret", demanded_by=DemandedBy.OTHERS)
    page = open_page()
    assert names(page) == ["Lovens", "Usorteret", "Vores"]
    for value, expected in (("ours", ["Vores"]), (Stance.LIVE_WITH, ["Lovens"]), (Stance.SHAPE, [])):
        page.view.filter.set_value(value)
        page.view.filter.chosen.emit(value)
        assert names(page) == expected
    assert page.view.nothing.isVisible()


def test_esc_steps_back_and_puts_the_side_away(open_page, unit):
    control = a_control(unit)
    page = open_page()
    panel = choose(page, control)
    panel.edit_button.click()
    assert page.view.form.isVisible()
    QTest.keyClick(page.view.form.name, K.Key_Escape)
    assert panel.isVisible()
    panel.link_button.setFocus()
    QTest.keyClick(panel.link_button, K.Key_Escape)
    assert not page.view.side.isVisible()
    assert page.view.table.hasFocus()


def test_one_that_holds_for_several_and_was_told_to_nobody_is_marked(open_page, unit):
    control = a_control(unit, standing=True)
    page = open_page()
    assert choose(page, control).state.text() == "Ikke oplyst endnu"
    unit.controls.put(replace(unit.controls.view(control).control, informed_on=TODAY, informed_where="på mødet"))
    page.refresh()
    assert not page.view.panel.state.isVisible()
    assert "på mødet" in seen(page.view.panel)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_part_has_a_name_and_every_effect_its_words(open_page, unit, language):
    task = risky(unit)
    page = open_page(language, (1182, 560))
    for form in ControlForm:
        control = a_control(unit, f"Kontrol {form}", form, why="Fordi.")
        unit.controls.link(control, task)
        panel = choose(page, control)
        page._link(task)
        QApplication.processEvents()
        assert page.view.effect.sentence.text()
        assert "{" not in seen(page.view.effect)
        page._back_to_panel()
        assert panel.isVisible()
        for button in (*panel.effect_buttons.values(), *panel.unlink_buttons.values(), panel.more_button):
            assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def test_the_clean_up_goes_from_one_to_the_next_and_says_what_was_freed(open_page, unit, qtbot):
    a_control(unit, "Tilsyn", demanded_by=DemandedBy.LAW)
    for name, purpose in (("Ringeliste", ControlPurpose.HABIT), ("Ugeliste", ControlPurpose.HABIT)):
        control = a_control(unit, name, minutes=35)
        unit.controls.put(replace(unit.controls.view(control).control, purpose=purpose))
    page = open_page()
    qtbot.mouseClick(page.view.clean_up_button, LEFT)
    clean_up = page.clean_up
    assert clean_up.name.text() == "Ringeliste"
    assert clean_up.keep_button.hasFocus()

    def stop_it(dialog):
        qtbot.mouseClick(dialog.verb_button, LEFT)

    in_dialog(LeavingDialog, lambda: qtbot.mouseClick(clean_up.stop_button, LEFT), stop_it)
    assert clean_up.name.text() == "Ugeliste"
    assert clean_up.count.text() == "1 af 3 er gennemgået"
    qtbot.mouseClick(clean_up.later_button, LEFT)
    assert page.view.isVisible()
    page.open_target(Target(act="clean_up"))
    assert clean_up.name.text() == "Ugeliste"
    in_dialog(LeavingDialog, lambda: qtbot.mouseClick(clean_up.without_button, LEFT), stop_it)
    assert clean_up.name.text() == "Tilsyn"
    assert not clean_up.stop_button.isVisible()
    assert clean_up.note.isVisible()
    qtbot.keyClick(clean_up.keep_button, K.Key_Return)
    assert clean_up.result.text() == "Gennemgået: 3. Frigivet: 70 min. om ugen."
    qtbot.mouseClick(clean_up.later_button, LEFT)
    assert names(page) == ["Tilsyn", "Ugeliste"]


def test_from_a_task_a_control_is_chosen_and_its_effect_seen(open_page, unit, qtbot):
    task = risky(unit)
    there, other = a_control(unit, "Stikprøve", ControlForm.SAMPLE), a_control(unit)
    unit.controls.link(there, task)
    page = open_page()
    page.open_target(Target(task_id=task, act="link"))
    effect = page.view.effect
    assert effect.subtitle.text() == "Modtagelse"
    assert effect.control.values() == [other]
    assert not effect.effect_part.isVisible()
    effect.control.set_value(other)
    effect.control.chosen.emit(other)
    QApplication.processEvents()
    assert effect.sentence.text() == "Denne dobbeltkontrol giver plads til ét trin mere"
    effect.consent.click()
    qtbot.mouseClick(effect.change_button, LEFT)
    assert unit.register.task(task).detection == 1
    page.open_target(Target(task_id=task, act="link"))
    qtbot.mouseClick(effect.new_button, LEFT)
    assert page.view.form.isVisible()

"""Rating in the inspector: what is kept, what is said, and what a double click does not do."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, agreed, rated
from tests.ui.inspector.pair import LEFT, K, cards, press, settle, sheet
from tillid_planner.domain.case import Dimension, Novelty
from tillid_planner.domain.errors import TillidError


def test_the_next_unrated_prerequisite_unfolds_and_a_rated_one_stays(open_pair, unit, qtbot):
    page = open_pair()
    sections = page.inspector.rating.sections
    assert sections[Dimension.COMPETENCE].body.isVisible()
    qtbot.mouseClick(cards(page, Dimension.COMPETENCE)[3], LEFT)
    assert sections[Dimension.INTENTION].body.isVisible()
    assert not sections[Dimension.COMPETENCE].body.isVisible()
    qtbot.mouseClick(sections[Dimension.COMPETENCE].head, LEFT)
    qtbot.mouseClick(cards(page, Dimension.COMPETENCE)[1], LEFT)
    assert sections[Dimension.COMPETENCE].body.isVisible()
    assert len(sheet(unit).past_ratings) == 1


def test_undo_takes_the_rating_back_on_screen_too(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    page.desk.undo()
    assert page.inspector.rating.sections[Dimension.COMPETENCE].group.value() is None
    assert not page.model.grid.cell(unit.person, unit.task).rated


def test_after_undo_of_a_rating_its_own_prerequisite_is_open(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    sections = page.inspector.rating.sections
    assert sections[Dimension.INTENTION].head.isChecked()
    page.desk.undo()
    assert [d for d in Dimension if sections[d].head.isChecked()] == [Dimension.COMPETENCE]


def test_after_agreeing_the_next_unrated_cell_is_ready_to_be_rated(open_pair, unit, qtbot):
    page = open_pair()
    rated(unit, unit.task, unit.person, 4, 4, 4)
    agreed(unit, unit.task, unit.person, 4, ask_when="Ved tvivl.")
    page.inspector.refresh()
    page.inspector.show_tab("agreement")
    page.table.select_pair(unit.other, unit.person)
    settle()
    assert page.inspector.pair == (unit.other, unit.person)
    assert page.inspector.tabs.key() == "rating"
    page.table.select_pair(unit.task, unit.person)
    page.inspector.show_tab("agreement")
    agreed(unit, unit.other, unit.person, 2)
    page.table.select_pair(unit.other, unit.person)
    assert page.inspector.tabs.key() == "agreement"


def test_something_seen_is_kept_when_the_field_is_left_with_todays_date(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    qtbot.mouseClick(section.head, LEFT)
    qtbot.mouseClick(section.seen, LEFT)
    qtbot.keyClicks(section.example, "Førte samtalen alene")
    qtbot.keyClick(section.example, K.Key_Tab)
    rating = sheet(unit).ratings[Dimension.COMPETENCE]
    assert (rating.example, rating.seen_on, len(sheet(unit).past_ratings)) == ("Førte samtalen alene", TODAY, 1)


def test_a_day_to_come_is_said_and_not_stored(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    qtbot.mouseClick(section.head, LEFT)
    section.write()
    qtbot.keyClicks(section.seen_on, "24.12.2026")
    qtbot.keyClick(section.seen_on, K.Key_Return)
    assert section.complaint.isVisible()
    assert "fremtiden" in section.complaint.text()
    page.refresh()
    assert section.seen_on.text() == "24.12.2026"
    assert sheet(unit).ratings[Dimension.COMPETENCE].seen_on is None


def test_unsure_is_kept_at_once(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    qtbot.mouseClick(section.head, LEFT)
    qtbot.mouseClick(section.unsure, LEFT)
    assert not sheet(unit).ratings[Dimension.COMPETENCE].sure


def test_an_old_rating_tells_its_age_and_is_confirmed_as_a_new_one(open_pair, unit, days, qtbot):
    rated(unit, unit.task, unit.person, 4, 4, 4, sure=False)
    days.day += timedelta(days=61)
    page = open_pair()
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    assert section.age.text() == "vurderet for 2 måneder siden"
    qtbot.mouseClick(section.confirm, LEFT)
    rating = sheet(unit).ratings[Dimension.COMPETENCE]
    assert (rating.sure, rating.rated_on) == (True, days.day)
    assert len(sheet(unit).past_ratings) == 4
    assert not section.confirm.isVisible()


def test_a_later_rating_leaves_what_was_seen_with_the_old_one(open_pair, unit, days, qtbot):
    unit.trust.rate(unit.task, unit.person, Dimension.COMPETENCE, 3, example="Skulle have hjælp", seen_on=TODAY)
    days.day += timedelta(days=30)
    page = open_pair()
    page.inspector.rating.sections[Dimension.COMPETENCE].group.choose(4)
    old, new = sheet(unit).past_ratings
    assert (old.value, old.example) == (3, "Skulle have hjælp")
    assert (new.value, new.example) == (4, "")


def test_how_well_the_task_is_known_is_asked_until_there_is_an_agreement(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 4, 4, 4)
    page = open_pair()
    tab = page.inspector.rating
    assert tab.known.isVisibleTo(tab)
    button = next(b for b in tab.novelty.children() if getattr(b, "key", None) is Novelty.NEW)
    button.click()
    assert sheet(unit).pair.novelty is Novelty.NEW
    agreed(unit, unit.task, unit.person, 3)
    page.refresh()
    assert not tab.known.isVisibleTo(tab)


def test_a_text_being_typed_about_one_pair_never_lands_on_the_next(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_3)
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    qtbot.mouseClick(section.head, LEFT)
    section.write()
    qtbot.keyClicks(section.example, "Ringede selv til familien")
    page.table.select_pair(unit.other, unit.person)
    assert sheet(unit).ratings[Dimension.COMPETENCE].example == "Ringede selv til familien"
    assert section.example.value() == ""
    assert unit.trust.sheet(unit.other, unit.person).past_ratings == []


def second_press(widget):
    """The second half of a double click whose first half was on something else."""
    place = QPointF(widget.rect().center())
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        buttons = LEFT if kind is QEvent.Type.MouseButtonDblClick else Qt.MouseButton.NoButton
        at = widget.mapToGlobal(place)
        QApplication.sendEvent(widget, QMouseEvent(kind, place, at, LEFT, buttons, Qt.KeyboardModifier.NoModifier))
    settle()


def test_a_double_click_rates_one_prerequisite_and_not_the_one_that_unfolds_under_it(open_pair, unit, qtbot):
    page = open_pair()
    qtbot.mouseClick(cards(page, Dimension.COMPETENCE)[2], LEFT)
    settle()
    second_press(cards(page, Dimension.INTENTION)[2])
    assert list(sheet(unit).ratings) == [Dimension.COMPETENCE]
    qtbot.mouseClick(cards(page, Dimension.INTENTION)[2], LEFT)
    assert list(sheet(unit).ratings) == [Dimension.COMPETENCE, Dimension.INTENTION]


def test_a_double_click_on_the_way_to_the_form_agrees_to_nothing(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    qtbot.mouseClick(page.inspector.rating.panel.open_button, LEFT)
    second_press(page.inspector.rating.panel.how_button)
    qtbot.mouseClick(page.inspector.rating.panel.agree_button, LEFT)
    second_press(page.inspector.agreement.form.view.agree)
    assert sheet(unit).history == []
    assert page.inspector.agreement.filling_in


def test_a_choice_that_could_not_be_stored_stays_and_is_stored_at_the_next_try(open_pair, unit, qtbot, monkeypatch):
    page = open_pair()
    failed = []
    page.desk.failed.connect(failed.append)
    rate = unit.trust.rate

    def full(*_, **__):
        raise TillidError("disk_full")

    monkeypatch.setattr(unit.trust, "rate", full)
    press(qtbot, page, K.Key_3)
    assert [error.code for error in failed] == ["disk_full"]
    assert page.inspector.rating.sections[Dimension.COMPETENCE].group.value() == 3
    monkeypatch.setattr(unit.trust, "rate", rate)
    press(qtbot, page, K.Key_3)
    assert sheet(unit).ratings[Dimension.COMPETENCE].value == 3
    monkeypatch.setattr(unit.trust, "rate", full)
    press(qtbot, page, K.Key_4)
    monkeypatch.setattr(unit.trust, "rate", rate)
    page.table.select_pair(unit.other, unit.person)
    assert sheet(unit).ratings[Dimension.INTENTION].value == 4
    assert unit.trust.sheet(unit.other, unit.person).past_ratings == []


def test_unfolding_a_rating_that_still_counts_closes_it_until_it_is_set_anew(open_pair, unit, days):
    rated(unit, unit.task, unit.person, 4, 4, 4)
    days.day = TODAY + timedelta(days=3)
    page = open_pair()
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    section.set_open(False)
    section.head.click()
    settle()
    assert section.group.value() is None
    assert section.fresh.isVisible()
    section.fresh.reveal.click()
    assert section.group.value() == 4
    section.head.click()
    section.head.click()
    assert section.group.choose(3)
    assert unit.trust.sheet(unit.task, unit.person).ratings[Dimension.COMPETENCE].value == 3
    assert section.group.value() == 3


def test_what_the_task_needs_of_others_stands_with_the_resources_alone(open_pair, unit):
    task = unit.register.task(unit.task)
    unit.register.save_task(replace(task, depends_on="Forbindinger fra depotet"))
    sections = open_pair().inspector.rating.sections
    said = {dimension for dimension in Dimension if sections[dimension].needs.isVisibleTo(sections[dimension].body)}
    assert said == {Dimension.RESOURCES}
    assert sections[Dimension.RESOURCES].needs.text() == "Opgaven afhænger af: Forbindinger fra depotet"

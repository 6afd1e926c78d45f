"""One prerequisite rated down a column or across a row, with nothing else in sight."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.builders import TODAY, rated
from tests.ui.trust.unit import Clock, make_unit, page_opener
from tillid_planner.content import words
from tillid_planner.domain.case import Dimension
from tillid_planner.settings import Settings
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.inspector import Inspector
from tillid_planner.ui.theme import set_covered
from tillid_planner.ui.trust.along_model import FIRST, UNSURE, Way

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
KEYS = {1: K.Key_1, 2: K.Key_2, 3: K.Key_3, 4: K.Key_4, 5: K.Key_5}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def unit(clock):
    session = make_unit(clock)
    yield session
    session.close()


@pytest.fixture
def later(clock, unit):
    """The unit half a year on: what was rated is old."""
    clock.today = TODAY + timedelta(days=200)
    return unit


@pytest.fixture
def open_page(themed_app, qtbot):
    return page_opener(themed_app, qtbot)


@pytest.fixture
def down(open_page):
    """Opens rating down the column of a task."""

    def down(session, task="care", *, language="da", fresh_eyes=True, at=None):
        desk = Desk(session, words(language), settings=Settings(fresh_eyes=fresh_eyes))
        page = open_page(session, language=language, desk=desk)
        page.start_along(Way.DOWN, session.names[task], session.names[at] if at else None)
        along = page.view.along
        along.page = page
        return along

    return down


def newest(session, task, person, dimension=Dimension.COMPETENCE):
    return session.trust.sheet(session.names[task], session.names[person]).ratings.get(dimension)


def press(qtbot, along, *keys):
    for key in keys:
        qtbot.keyClick(along.table, key)


def seen_texts(along):
    """Every word that can be read or heard while one rates along."""
    found = []
    for widget in along.findChildren(QWidget):
        if widget.isVisible():
            found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            found.append(widget.text() if isinstance(widget, QLabel | QAbstractButton) else "")
    model = along.model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                found.append(str(model.index(row, column).data(role) or ""))
    return " | ".join(found)


def test_person_after_person_is_rated_by_figures_and_arrows_alone(down, unit, qtbot):
    along = down(unit, "plan")
    assert along.window().focusWidget() is along.table
    press(qtbot, along, K.Key_4, K.Key_Down, K.Key_2, K.Key_Return, K.Key_5)
    assert [newest(unit, "plan", name).value for name in ("amina", "bo", "aase")] == [4, 2, 5]
    assert newest(unit, "plan", "amina", Dimension.INTENTION) is None
    assert along.foot.text().startswith("3 af 4 er vurderet i dag.")


def test_u_says_unsure_before_and_after_the_figure(down, unit, qtbot):
    along = down(unit, "plan")
    press(qtbot, along, K.Key_U)
    assert newest(unit, "plan", "amina") is None
    assert along.panel.unsure.isChecked()
    press(qtbot, along, K.Key_3, K.Key_Down, K.Key_4, K.Key_U)
    assert not newest(unit, "plan", "amina").sure
    assert not newest(unit, "plan", "bo").sure
    press(qtbot, along, K.Key_U)
    assert newest(unit, "plan", "bo").sure


def test_each_rating_is_an_act_of_its_own_and_undo_shows_what_was(down, unit, qtbot):
    along = down(unit, "plan")
    press(qtbot, along, K.Key_4, K.Key_Down, K.Key_2)
    along.page.desk.undo()
    assert newest(unit, "plan", "bo") is None
    assert newest(unit, "plan", "amina").value == 4
    assert along.model.rows[1].shown is None
    assert along.panel.group.value() is None
    along.page.desk.redo()
    assert along.model.rows[1].shown.value == 2


def test_a_click_on_a_figure_rates_and_on_the_box_says_unsure(down, unit, qtbot):
    along = down(unit, "plan")
    for column in (FIRST + 2, UNSURE):
        place = along.table.visualRect(along.model.index(1, column)).center()
        qtbot.mouseClick(along.table.viewport(), LEFT, pos=place)
    rating = newest(unit, "plan", "bo")
    assert (rating.value, rating.sure) == (3, False)


def test_the_five_anchors_of_the_prerequisite_stand_beside_and_can_be_chosen(down, unit, qtbot):
    along = down(unit, "plan")
    said = words("da")
    along.dimensions.set_value(Dimension.RESOURCES)
    along.dimensions.chosen.emit(Dimension.RESOURCES)
    QApplication.processEvents()
    texts = seen_texts(along)
    assert all(said.text(f"anchors.resources.{n}") in texts for n in range(1, 6))
    assert not any(said.text(f"anchors.{d}.{n}") in texts for d in ("competence", "intention") for n in range(1, 6))
    along.panel.group.choose(4)
    assert newest(unit, "plan", "amina", Dimension.RESOURCES).value == 4


def test_no_other_prerequisite_no_suggestion_and_no_rung_is_in_sight(down, unit, qtbot):
    rated(unit, unit.names["plan"], unit.names["amina"], 2, 5, 1)
    along = down(unit, "care")
    said = words("da")
    texts = seen_texts(along).casefold()
    for rung in range(6):
        assert said.text(f"ladders.task.{rung}.name").casefold() not in texts
    for word in ("forslag", "trin", "aftalt"):
        assert word not in texts
    assert not any(inspector.isVisible() for inspector in along.page.findChildren(Inspector))
    assert not along.page.table.isVisible()


def test_an_old_value_is_closed_until_there_is_a_new_one(down, later, qtbot):
    along = down(later)
    row = along.model.rows[0]
    assert (row.closed, row.shown, row.rating.value) == (True, None, 2)
    assert along.panel.group.value() is None
    assert along.panel.fresh.isVisible()
    assert "kompetence 2" not in seen_texts(along).casefold()
    press(qtbot, along, K.Key_4)
    assert along.model.rows[0].shown.value == 4
    assert "i dag; før 2" in along.model.sentence(0)
    assert not along.panel.fresh.isVisible()


def test_taking_the_new_value_back_closes_the_old_one_again(down, later, qtbot):
    along = down(later)
    press(qtbot, along, K.Key_4)
    along.page.desk.undo()
    assert along.model.rows[0].closed
    assert along.panel.group.value() is None


def test_the_old_value_is_shown_when_it_is_asked_for(down, later, qtbot):
    along = down(later)
    along.panel.fresh.reveal.click()
    assert along.model.rows[0].shown.value == 2
    assert along.panel.group.value() == 2
    assert along.model.rows[1].closed


def test_without_fresh_eyes_old_values_stand_there_with_their_day(down, later):
    along = down(later, fresh_eyes=False)
    assert along.model.rows[0].shown.value == 2
    assert "Kompetence 2; 23. november 2026" in along.model.sentence(0)


def test_the_same_figure_again_on_a_later_day_is_a_rating_of_that_day(down, later, qtbot):
    along = down(later)
    press(qtbot, along, K.Key_2)
    assert newest(later, "care", "amina").rated_on == TODAY + timedelta(days=200)


def test_something_seen_is_kept_with_todays_rating_and_not_with_an_old_one(down, later, qtbot):
    task, person = later.names["care"], later.names["amina"]
    along = down(later)
    assert not along.panel.seen.isVisible()
    press(qtbot, along, K.Key_5)
    assert "5" in along.panel.seen_note.text()
    along.panel.seen.setFocus()
    qtbot.keyClicks(along.panel.seen, "Oplærte to nye.")
    qtbot.keyClick(along.panel.seen, K.Key_Return)
    rating = newest(later, "care", "amina")
    assert (rating.example, rating.seen_on) == ("Oplærte to nye.", TODAY + timedelta(days=200))
    along.table.setFocus()
    press(qtbot, along, K.Key_4)
    assert newest(later, "care", "amina").example == "Oplærte to nye."
    past = later.trust.sheet(task, person).past_ratings
    assert [r.example for r in past if r.dimension is Dimension.COMPETENCE and r.rated_on == TODAY] == [""]


def test_across_a_row_task_after_task_is_rated_for_one_person(open_page, unit, qtbot):
    page = open_page(unit)
    page.start_along(Way.ACROSS, unit.names["aase"])
    along = page.view.along
    assert [row.name for row in along.model.rows] == ["Sårpleje", "Vagtplan", "Rehab-mål"]
    press(qtbot, along, K.Key_1, K.Key_Down, K.Key_2)
    assert (newest(unit, "care", "aase").value, newest(unit, "plan", "aase").value) == (1, 2)


def test_turning_round_goes_on_with_the_same_pair(down, unit, qtbot):
    along = down(unit, "plan", at="bo")
    along.ways.set_value(Way.ACROSS)
    along.ways.chosen.emit(Way.ACROSS)
    assert along.subject.value() == unit.names["bo"]
    assert along.model.rows[along.table.current_row()].pair == (unit.names["plan"], unit.names["bo"])


def test_the_next_task_is_one_press_away_and_the_last_has_none(down, unit, qtbot):
    along = down(unit, "care")
    qtbot.mouseClick(along.next_button, LEFT)
    assert along.subject.currentText() == "Vagtplan"
    assert along.window().focusWidget() is along.table
    qtbot.mouseClick(along.next_button, LEFT)
    assert not along.next_button.isEnabled()


def test_esc_leads_back_to_the_matrix_which_shows_what_was_rated(down, unit, qtbot):
    along = down(unit, "plan")
    page = along.page
    press(qtbot, along, K.Key_4, K.Key_Escape)
    assert page.view.along is None
    assert page.table.isVisible()
    assert page.window().focusWidget() is page.table
    assert page.model.grid.cell(unit.names["amina"], unit.names["plan"]).rated


def test_only_the_people_the_matrix_shows_are_rated(open_page, unit, qtbot):
    page = open_page(unit)
    page.view.search.setText("a")
    page.acts.rate_along(Way.DOWN)
    assert [row.name for row in page.view.along.model.rows] == ["Amina Holm", "Aften"]
    assert "Kun dem, der er filtreret frem" in page.view.along.foot.text()


def test_the_button_begins_in_the_column_one_stands_in(open_page, unit, qtbot):
    page = open_page(unit)
    page.table.move_quietly(2, 1)
    qtbot.mouseClick(page.view.along_button, LEFT)
    along = page.view.along
    assert along.subject.currentText() == "Vagtplan"
    assert along.model.rows[along.table.current_row()].name == "Åse Ørsted"


def test_nothing_is_rated_blindly_and_nothing_is_told_while_it_is_hidden(down, unit, qtbot):
    along = down(unit)
    set_covered(True)
    assert along.model.sentence(0) == "Amina Holm: skjult"
    press(qtbot, along, K.Key_5, K.Key_U)
    assert (newest(unit, "care", "amina").value, newest(unit, "care", "amina").sure) == (2, True)


def test_a_person_who_comes_meanwhile_gets_a_row_and_the_place_is_kept(down, unit, qtbot):
    along = down(unit, "plan", at="bo")
    person = replace(unit.register.assignee(unit.names["aase"]), id=None, name="Anna Ny")
    along.page.desk.run(lambda: unit.register.add_person(person))
    assert [row.name for row in along.model.rows][:2] == ["Amina Holm", "Anna Ny"]
    assert along.model.rows[along.table.current_row()].name == "Bo Lindskov"


def test_a_task_that_is_gone_gives_way_to_another(down, unit):
    along = down(unit, "plan")
    along.page.desk.run(lambda: unit.register.remove_task(unit.names["plan"]).changes)
    assert along.subject.currentText() == "Sårpleje"


def test_the_model_keeps_the_rules_of_models(down, unit, qtmodeltester):
    qtmodeltester.check(down(unit).model)


def test_it_speaks_english_too(down, unit):
    along = down(unit, language="en")
    assert along.model.sentence(2) == "Bo Lindskov: Competence 5; today"
    assert along.table.accessibleName() == "Competence: Sårpleje"


def segment(control, value):
    return next(button for button in control.findChildren(QAbstractButton) if button.key == value)


def test_figures_rate_after_the_prerequisite_was_changed_by_mouse(down, unit, qtbot):
    along = down(unit)
    qtbot.mouseClick(segment(along.dimensions, Dimension.INTENTION), LEFT)
    who = along.model.rows[along.table.current_row()].pair[1]
    qtbot.keyClick(along.window().focusWidget(), K.Key_1)
    sheet = unit.trust.sheet(unit.names["care"], who)
    assert sheet.ratings[Dimension.INTENTION].value == 1


def test_figures_rate_after_another_task_was_come_to_by_mouse(down, unit, qtbot):
    along = down(unit)
    qtbot.mouseClick(along.next_button, LEFT)
    pair = along.model.rows[along.table.current_row()].pair
    qtbot.keyClick(along.window().focusWidget(), K.Key_1)
    assert unit.trust.sheet(*pair).ratings[Dimension.COMPETENCE].value == 1
    qtbot.mouseClick(segment(along.ways, Way.ACROSS), LEFT)
    pair = along.model.rows[along.table.current_row()].pair
    qtbot.keyClick(along.window().focusWidget(), K.Key_1)
    assert unit.trust.sheet(*pair).ratings[Dimension.COMPETENCE].value == 1


def test_by_keyboard_the_prerequisite_is_chosen_and_the_figures_rate_from_there(down, unit, qtbot, monkeypatch):
    monkeypatch.setattr("tillid_planner.ui.widgets.focus._keyboard_in_use", True)
    along = down(unit)
    segment(along.dimensions, Dimension.COMPETENCE).setFocus()
    qtbot.keyClick(along.window().focusWidget(), K.Key_Right)
    assert along.window().focusWidget() is segment(along.dimensions, Dimension.INTENTION)
    who = along.model.rows[along.table.current_row()].pair[1]
    qtbot.keyClick(along.window().focusWidget(), K.Key_1)
    assert unit.trust.sheet(unit.names["care"], who).ratings[Dimension.INTENTION].value == 1

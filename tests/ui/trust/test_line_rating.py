"""One prerequisite rated down a column or across a row, with nothing else in sight."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.builders import TODAY, MovingDay, rated
from tests.ui.trust.unit import make_unit, page_opener
from tillid_planner.content import words
from tillid_planner.domain.case import Dimension
from tillid_planner.settings import Settings
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.inspector import Inspector
from tillid_planner.ui.theme import set_ratings_hidden
from tillid_planner.ui.trust.line_rating_model import FIRST, UNSURE, Way

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
KEYS = {1: K.Key_1, 2: K.Key_2, 3: K.Key_3, 4: K.Key_4, 5: K.Key_5}


@pytest.fixture
def clock():
    return MovingDay()


@pytest.fixture
def unit(clock):
    session = make_unit(clock)
    yield session
    session.close()


@pytest.fixture
def later(clock, unit):
    """The unit half a year on: what was rated is old."""
    clock.day = TODAY + timedelta(days=200)
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
        page.rate_line(Way.DOWN, session.names[task], session.names[at] if at else None)
        line_rating = page.view.line_rating
        line_rating.page = page
        return line_rating

    return down


def newest(session, task, person, dimension=Dimension.COMPETENCE):
    return session.trust.sheet(session.names[task], session.names[person]).ratings.get(dimension)


def press(qtbot, line_rating, *keys):
    for key in keys:
        qtbot.keyClick(line_rating.table, key)


def seen_texts(line_rating):
    """Every word that can be read or heard while a column or row is rated."""
    found = []
    for widget in line_rating.findChildren(QWidget):
        if widget.isVisible():
            found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            found.append(widget.text() if isinstance(widget, QLabel | QAbstractButton) else "")
    model = line_rating.model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                found.append(str(model.index(row, column).data(role) or ""))
    return " | ".join(found)


def test_person_after_person_is_rated_by_figures_and_arrows_alone(down, unit, qtbot):
    line_rating = down(unit, "plan")
    assert line_rating.window().focusWidget() is line_rating.table
    press(qtbot, line_rating, K.Key_4, K.Key_Down, K.Key_2, K.Key_Return, K.Key_5)
    assert [newest(unit, "plan", name).value for name in ("amina", "bo", "aase")] == [4, 2, 5]
    assert newest(unit, "plan", "amina", Dimension.INTENTION) is None
    assert line_rating.foot.text().startswith("3 af 4 er vurderet i dag.")


def test_u_says_unsure_before_and_after_the_figure(down, unit, qtbot):
    line_rating = down(unit, "plan")
    press(qtbot, line_rating, K.Key_U)
    assert newest(unit, "plan", "amina") is None
    assert line_rating.panel.unsure.isChecked()
    press(qtbot, line_rating, K.Key_3, K.Key_Down, K.Key_4, K.Key_U)
    assert not newest(unit, "plan", "amina").sure
    assert not newest(unit, "plan", "bo").sure
    press(qtbot, line_rating, K.Key_U)
    assert newest(unit, "plan", "bo").sure


def test_each_rating_is_an_act_of_its_own_and_undo_shows_what_was(down, unit, qtbot):
    line_rating = down(unit, "plan")
    press(qtbot, line_rating, K.Key_4, K.Key_Down, K.Key_2)
    line_rating.page.desk.undo()
    assert newest(unit, "plan", "bo") is None
    assert newest(unit, "plan", "amina").value == 4
    assert line_rating.model.rows[1].shown is None
    assert line_rating.panel.group.value() is None
    line_rating.page.desk.redo()
    assert line_rating.model.rows[1].shown.value == 2


def test_a_click_on_a_figure_rates_and_on_the_box_says_unsure(down, unit, qtbot):
    line_rating = down(unit, "plan")
    for column in (FIRST + 2, UNSURE):
        place = line_rating.table.visualRect(line_rating.model.index(1, column)).center()
        qtbot.mouseClick(line_rating.table.viewport(), LEFT, pos=place)
    rating = newest(unit, "plan", "bo")
    assert (rating.value, rating.sure) == (3, False)


def test_the_five_anchors_of_the_prerequisite_stand_beside_and_can_be_chosen(down, unit, qtbot):
    line_rating = down(unit, "plan")
    said = words("da")
    line_rating.dimensions.set_value(Dimension.RESOURCES)
    line_rating.dimensions.chosen.emit(Dimension.RESOURCES)
    QApplication.processEvents()
    texts = seen_texts(line_rating)
    assert all(said.text(f"anchors.resources.{n}") in texts for n in range(1, 6))
    assert not any(said.text(f"anchors.{d}.{n}") in texts for d in ("competence", "intention") for n in range(1, 6))
    line_rating.panel.group.choose(4)
    assert newest(unit, "plan", "amina", Dimension.RESOURCES).value == 4


def test_no_other_prerequisite_no_suggestion_and_no_rung_is_in_sight(down, unit, qtbot):
    rated(unit, unit.names["plan"], unit.names["amina"], 2, 5, 1)
    line_rating = down(unit, "care")
    said = words("da")
    texts = seen_texts(line_rating).casefold()
    for rung in range(6):
        assert said.text(f"ladders.task.{rung}.name").casefold() not in texts
    for word in ("forslag", "trin", "aftalt"):
        assert word not in texts
    assert not any(inspector.isVisible() for inspector in line_rating.page.findChildren(Inspector))
    assert not line_rating.page.table.isVisible()


def test_an_old_value_is_closed_until_there_is_a_new_one(down, later, qtbot):
    line_rating = down(later)
    row = line_rating.model.rows[0]
    assert (row.closed, row.shown, row.rating.value) == (True, None, 2)
    assert line_rating.panel.group.value() is None
    assert line_rating.panel.fresh.isVisible()
    assert "kompetence 2" not in seen_texts(line_rating).casefold()
    press(qtbot, line_rating, K.Key_4)
    assert line_rating.model.rows[0].shown.value == 4
    assert "i dag; før 2" in line_rating.model.sentence(0)
    assert not line_rating.panel.fresh.isVisible()


def test_taking_the_new_value_back_closes_the_old_one_again(down, later, qtbot):
    line_rating = down(later)
    press(qtbot, line_rating, K.Key_4)
    line_rating.page.desk.undo()
    assert line_rating.model.rows[0].closed
    assert line_rating.panel.group.value() is None


def test_the_old_value_is_shown_when_it_is_asked_for(down, later, qtbot):
    line_rating = down(later)
    line_rating.panel.fresh.reveal.click()
    assert line_rating.model.rows[0].shown.value == 2
    assert line_rating.panel.group.value() == 2
    assert line_rating.model.rows[1].closed


def test_without_fresh_eyes_old_values_stand_there_with_their_day(down, later):
    line_rating = down(later, fresh_eyes=False)
    assert line_rating.model.rows[0].shown.value == 2
    assert "Kompetence 2; 23. november 2026" in line_rating.model.sentence(0)


def test_the_same_figure_again_on_a_later_day_is_a_rating_of_that_day(down, later, qtbot):
    line_rating = down(later)
    press(qtbot, line_rating, K.Key_2)
    assert newest(later, "care", "amina").rated_on == TODAY + timedelta(days=200)


def test_something_seen_is_kept_with_todays_rating_and_not_with_an_old_one(down, later, qtbot):
    task, person = later.names["care"], later.names["amina"]
    line_rating = down(later)
    assert not line_rating.panel.seen.isVisible()
    press(qtbot, line_rating, K.Key_5)
    assert "5" in line_rating.panel.seen_note.text()
    line_rating.panel.seen.setFocus()
    qtbot.keyClicks(line_rating.panel.seen, "Oplærte to nye.")
    qtbot.keyClick(line_rating.panel.seen, K.Key_Return)
    rating = newest(later, "care", "amina")
    assert (rating.example, rating.seen_on) == ("Oplærte to nye.", TODAY + timedelta(days=200))
    line_rating.table.setFocus()
    press(qtbot, line_rating, K.Key_4)
    assert newest(later, "care", "amina").example == "Oplærte to nye."
    past = later.trust.sheet(task, person).past_ratings
    assert [r.example for r in past if r.dimension is Dimension.COMPETENCE and r.rated_on == TODAY] == [""]


def test_across_a_row_task_after_task_is_rated_for_one_person(open_page, unit, qtbot):
    page = open_page(unit)
    page.rate_line(Way.ACROSS, unit.names["aase"])
    line_rating = page.view.line_rating
    assert [row.name for row in line_rating.model.rows] == ["Sårpleje", "Vagtplan", "Rehab-mål"]
    press(qtbot, line_rating, K.Key_1, K.Key_Down, K.Key_2)
    assert (newest(unit, "care", "aase").value, newest(unit, "plan", "aase").value) == (1, 2)


def test_turning_round_goes_on_with_the_same_pair(down, unit, qtbot):
    line_rating = down(unit, "plan", at="bo")
    line_rating.ways.set_value(Way.ACROSS)
    line_rating.ways.chosen.emit(Way.ACROSS)
    assert line_rating.subject.value() == unit.names["bo"]
    assert line_rating.model.rows[line_rating.table.current_row()].pair == (unit.names["plan"], unit.names["bo"])


def test_the_next_task_is_one_press_away_and_the_last_has_none(down, unit, qtbot):
    line_rating = down(unit, "care")
    qtbot.mouseClick(line_rating.next_button, LEFT)
    assert line_rating.subject.currentText() == "Vagtplan"
    assert line_rating.window().focusWidget() is line_rating.table
    qtbot.mouseClick(line_rating.next_button, LEFT)
    assert not line_rating.next_button.isEnabled()


def test_esc_leads_back_to_the_matrix_which_shows_what_was_rated(down, unit, qtbot):
    line_rating = down(unit, "plan")
    page = line_rating.page
    press(qtbot, line_rating, K.Key_4, K.Key_Escape)
    assert page.view.line_rating is None
    assert page.table.isVisible()
    assert page.window().focusWidget() is page.table
    assert page.model.grid.cell(unit.names["amina"], unit.names["plan"]).rated


def test_only_the_people_the_matrix_shows_are_rated(open_page, unit, qtbot):
    page = open_page(unit)
    page.view.search.setText("a")
    page.acts.line_rating(Way.DOWN)
    assert [row.name for row in page.view.line_rating.model.rows] == ["Amina Holm", "Aften"]
    assert "Kun dem, der er filtreret frem" in page.view.line_rating.foot.text()


def test_the_button_begins_in_the_column_one_stands_in(open_page, unit, qtbot):
    page = open_page(unit)
    page.table.move_quietly(2, 1)
    qtbot.mouseClick(page.view.rate_line_button, LEFT)
    line_rating = page.view.line_rating
    assert line_rating.subject.currentText() == "Vagtplan"
    assert line_rating.model.rows[line_rating.table.current_row()].name == "Åse Ørsted"


def test_nothing_is_rated_blindly_and_nothing_is_told_while_it_is_hidden(down, unit, qtbot):
    line_rating = down(unit)
    set_ratings_hidden(True)
    assert line_rating.model.sentence(0) == "Amina Holm: skjult"
    press(qtbot, line_rating, K.Key_5, K.Key_U)
    assert (newest(unit, "care", "amina").value, newest(unit, "care", "amina").sure) == (2, True)


def test_a_person_who_comes_meanwhile_gets_a_row_and_the_place_is_kept(down, unit, qtbot):
    line_rating = down(unit, "plan", at="bo")
    person = replace(unit.register.assignee(unit.names["aase"]), id=None, name="Anna Ny")
    line_rating.page.desk.run(lambda: unit.register.add_person(person))
    assert [row.name for row in line_rating.model.rows][:2] == ["Amina Holm", "Anna Ny"]
    assert line_rating.model.rows[line_rating.table.current_row()].name == "Bo Lindskov"


def test_a_task_that_is_gone_gives_way_to_another(down, unit):
    line_rating = down(unit, "plan")
    line_rating.page.desk.run(lambda: unit.register.remove_task(unit.names["plan"]).changes)
    assert line_rating.subject.currentText() == "Sårpleje"


def test_the_model_keeps_the_rules_of_models(down, unit, qtmodeltester):
    qtmodeltester.check(down(unit).model)


def test_it_speaks_english_too(down, unit):
    line_rating = down(unit, language="en")
    assert line_rating.model.sentence(2) == "Bo Lindskov: Competence 5; today"
    assert line_rating.table.accessibleName() == "Competence: Sårpleje"


def segment(control, value):
    return next(button for button in control.findChildren(QAbstractButton) if button.key == value)


def test_figures_rate_after_the_prerequisite_was_changed_by_mouse(down, unit, qtbot):
    line_rating = down(unit)
    qtbot.mouseClick(segment(line_rating.dimensions, Dimension.INTENTION), LEFT)
    who = line_rating.model.rows[line_rating.table.current_row()].pair[1]
    qtbot.keyClick(line_rating.window().focusWidget(), K.Key_1)
    sheet = unit.trust.sheet(unit.names["care"], who)
    assert sheet.ratings[Dimension.INTENTION].value == 1


def test_figures_rate_after_another_task_was_come_to_by_mouse(down, unit, qtbot):
    line_rating = down(unit)
    qtbot.mouseClick(line_rating.next_button, LEFT)
    pair = line_rating.model.rows[line_rating.table.current_row()].pair
    qtbot.keyClick(line_rating.window().focusWidget(), K.Key_1)
    assert unit.trust.sheet(*pair).ratings[Dimension.COMPETENCE].value == 1
    qtbot.mouseClick(segment(line_rating.ways, Way.ACROSS), LEFT)
    pair = line_rating.model.rows[line_rating.table.current_row()].pair
    qtbot.keyClick(line_rating.window().focusWidget(), K.Key_1)
    assert unit.trust.sheet(*pair).ratings[Dimension.COMPETENCE].value == 1


def test_by_keyboard_the_prerequisite_is_chosen_and_the_figures_rate_from_there(down, unit, qtbot, monkeypatch):
    monkeypatch.setattr("tillid_planner.ui.widgets.focus._keyboard_in_use", True)
    line_rating = down(unit)
    segment(line_rating.dimensions, Dimension.COMPETENCE).setFocus()
    qtbot.keyClick(line_rating.window().focusWidget(), K.Key_Right)
    assert line_rating.window().focusWidget() is segment(line_rating.dimensions, Dimension.INTENTION)
    who = line_rating.model.rows[line_rating.table.current_row()].pair[1]
    qtbot.keyClick(line_rating.window().focusWidget(), K.Key_1)
    assert unit.trust.sheet(unit.names["care"], who).ratings[Dimension.INTENTION].value == 1

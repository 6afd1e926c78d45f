"""The matrix narrowed down and grouped: by what is known of a cell, never by a rung or a rating."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.builders import TODAY, MovingDay, agreed, rated
from tests.ui.trust.unit import make_unit, names_of, page_opener, rows_of, tasks_of
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.task import Scope
from tillid_planner.services.matrix import Cell
from tillid_planner.ui.theme import scaled, set_ratings_hidden
from tillid_planner.ui.trust.matrix_layout import ColumnGroups, Mark, MatrixFilter, RowGroups
from tillid_planner.ui.trust.table import GROUP_ROW, ROW

K = Qt.Key


@pytest.fixture
def clock():
    return MovingDay()


@pytest.fixture
def unit(clock):
    session = make_unit(clock)
    yield session
    session.close()


@pytest.fixture
def open_page(themed_app, qtbot):
    return page_opener(themed_app, qtbot)


def looking_for(*marks, **more):
    return MatrixFilter(marks=frozenset(marks), **more)


@pytest.mark.parametrize(
    ("mark", "cell", "found"),
    [
        (Mark.DIFFERS, Cell(agreed=2, suggested=3), True),
        (Mark.DIFFERS, Cell(agreed=3, suggested=3), False),
        (Mark.DIFFERS, Cell(offer=3, suggested=3), False),
        (Mark.DIFFERS, Cell(suggested=3), False),
        (Mark.DIFFERS, Cell(rated=True, closed=True), False),
        (Mark.UNRATED, Cell(agreed=3), True),
        (Mark.UNRATED, Cell(rated=True), False),
        (Mark.OLD, Cell(rated=True, old=True), True),
        (Mark.UNSURE, Cell(rated=True, unsure=True), True),
        (Mark.FRAME, Cell(agreed=3, frame=True), True),
        (Mark.FRAME, Cell(agreed=3), False),
    ],
)
def test_what_a_filter_finds(mark, cell, found):
    assert looking_for(mark).finds(cell) is found


@pytest.mark.parametrize("mark", list(Mark))
def test_no_filter_gives_away_a_suggestion_that_nobody_has_opened(open_page, unit, mark):
    """Whether Bo's closed suggestion is high or low, the filter finds the same."""
    care, bo = unit.names["care"], unit.names["bo"]
    page = open_page(unit)
    seen = []
    for value in (1, 3, 5):
        rated(unit, care, bo, value, 5, 5)
        page.refresh()
        page.filter_control.apply(looking_for(mark))
        seen.append(page.model.found is not None and (bo, care) in page.model.found)
        page.filter_control.apply(MatrixFilter())
    assert len(set(seen)) == 1
    assert page.model.grid.cell(bo, care).closed


def test_rows_and_columns_without_a_found_cell_fold_away_and_the_others_step_back(open_page, unit):
    page = open_page(unit)
    page.filter_control.apply(looking_for(Mark.DIFFERS))
    assert (names_of(page), tasks_of(page)) == (["Amina Holm"], ["Sårpleje"])
    assert page.model.found == {(unit.names["amina"], unit.names["care"])}
    assert page.view.filter_line.words.text() == "1 felt, hvor forslaget afviger fra aftalen"


def test_the_keyboard_comes_to_the_first_cell_that_is_looked_for(open_page, unit, qtbot):
    rated(unit, unit.names["rehab"], unit.names["amina"], 3, 3, 3)
    rated(unit, unit.names["plan"], unit.names["bo"], 3, 3, 3, sure=False)
    rated(unit, unit.names["rehab"], unit.names["aase"], 3, 3, 3, sure=False)
    page = open_page(unit)
    page.filter_control.apply(looking_for(Mark.UNSURE))
    page.view.search.setFocus()
    page.table.setCurrentIndex(page.model.index(-1, -1))
    page.table.setFocus()
    assert page.table.pair() == (unit.names["plan"], unit.names["bo"])


def test_old_and_unsure_ratings_are_found(open_page, unit, clock):
    rated(unit, unit.names["plan"], unit.names["aase"], 3, 3, 3, sure=False)
    page = open_page(unit)
    page.filter_control.apply(looking_for(Mark.UNSURE))
    assert names_of(page) == ["Åse Ørsted"]
    page.filter_control.apply(looking_for(Mark.OLD))
    assert page.view.empty.isVisible()
    clock.day = TODAY + timedelta(days=800)
    page.refresh()
    assert names_of(page) == ["Amina Holm", "Bo Lindskov", "Åse Ørsted"]


def test_a_team_is_its_members_and_itself(open_page, unit):
    page = open_page(unit)
    page.filter_control.apply(MatrixFilter(teams=frozenset({unit.names["aften"]})))
    assert names_of(page) == ["Bo Lindskov", "Aften"]
    assert page.view.filter_line.words.text() == "Kun Aften"


def test_a_team_that_is_gone_is_not_looked_for_any_more(open_page, unit):
    page = open_page(unit)
    page.filter_control.apply(MatrixFilter(teams=frozenset({unit.names["aften"]})))
    page.desk.run(lambda: unit.register.remove_assignee(unit.names["aften"]).changes)
    assert names_of(page) == ["Amina Holm", "Bo Lindskov", "Åse Ørsted"]
    assert not page.view.filter_line.isVisible()


def test_a_kind_of_task(open_page, unit):
    page = open_page(unit)
    page.filter_control.apply(MatrixFilter(scopes=frozenset({Scope.AREA, Scope.GOAL})))
    assert tasks_of(page) == ["Vagtplan", "Rehab-mål"]


def test_nothing_found_says_so_and_leads_back(open_page, unit, qtbot):
    page = open_page(unit)
    page.filter_control.apply(looking_for(Mark.FRAME))
    assert page.view.empty.title.text() == "Intet passer til filteret"
    qtbot.mouseClick(page.view.empty.button, Qt.MouseButton.LeftButton)
    assert len(names_of(page)) == 4
    assert not page.view.filter_line.isVisible()


def test_the_panel_filters_and_groups_at_once_by_keyboard(open_page, unit, qtbot):
    page = open_page(unit)
    panel = page.filter_control.open_filter()
    qtbot.keyClick(panel.marks[Mark.DIFFERS], K.Key_Space)
    assert names_of(page) == ["Amina Holm"]
    qtbot.keyClick(panel.marks[Mark.DIFFERS], K.Key_Space)
    qtbot.mouseClick(panel.teams[unit.names["aften"]], Qt.MouseButton.LeftButton)
    assert names_of(page) == ["Bo Lindskov", "Aften"]
    qtbot.mouseClick(panel.clear_button, Qt.MouseButton.LeftButton)
    assert len(names_of(page)) == 4
    assert panel.focusWidget() is panel.marks[Mark.DIFFERS]
    qtbot.keyClick(panel.marks[Mark.DIFFERS], K.Key_Return)
    assert not panel.isVisible()


def test_the_line_over_the_matrix_leads_back_to_everything(open_page, unit, qtbot):
    page = open_page(unit)
    page.filter_control.apply(looking_for(Mark.DIFFERS))
    qtbot.mouseClick(page.view.filter_line.clear_button, Qt.MouseButton.LeftButton)
    assert len(names_of(page)) == 4
    assert page.window().focusWidget() is page.table


def test_people_stand_by_team_and_each_team_is_seen_whole(open_page, unit, qtmodeltester):
    page = open_page(unit)
    page.model.set_groups(RowGroups.TEAM, ColumnGroups.NONE)
    assert rows_of(page) == ["Aften", "Bo Lindskov", "Aften", "Uden team", "Amina Holm", "Åse Ørsted"]
    assert [page.model.is_head(row) for row in range(6)] == [True, False, False, True, False, False]
    qtmodeltester.check(page.model)


def test_no_row_keeps_the_height_of_a_heading(open_page, unit, qtbot):
    page = open_page(unit)
    down, model = page.table.verticalHeader(), page.model

    def check():
        tall = {down.sectionSize(row) for row in range(model.rowCount()) if not model.is_head(row)}
        low = {down.sectionSize(row) for row in range(model.rowCount()) if model.is_head(row)}
        assert tall <= {scaled(ROW)}
        assert low <= {scaled(GROUP_ROW)}

    for mark in Mark:
        for groups in (RowGroups.TEAM, RowGroups.ROLE, RowGroups.NONE):
            page.filter_control._group((groups, ColumnGroups.NONE))
            check()
            page.filter_control.apply(looking_for(mark))
            check()
            page.filter_control._group((RowGroups.NONE, ColumnGroups.NONE))
            check()
            page.filter_control._clear_filter()
            check()


def test_people_stand_by_role_and_tasks_by_kind(open_page, unit, qtmodeltester):
    page = open_page(unit)
    page.model.set_groups(RowGroups.ROLE, ColumnGroups.SCOPE)
    assert rows_of(page) == [
        "SOSU-assistent",
        "Amina Holm",
        "SOSU-hjælper",
        "Bo Lindskov",
        "Åse Ørsted",
        "Team",
        "Aften",
    ]
    assert page.model.group_starts == ((0, "Enkelte opgaver"), (1, "Områder"), (2, "Mål"))
    qtmodeltester.check(page.model)


def test_arrows_go_over_the_heads_of_groups_and_nothing_can_stand_on_one(open_page, unit, qtbot):
    page = open_page(unit)
    page.model.set_groups(RowGroups.TEAM, ColumnGroups.NONE)
    page.table.fit()
    page.table.setFocus()
    assert page.table.pair() == (unit.names["care"], unit.names["bo"])
    qtbot.keyClick(page.table, K.Key_Down)
    qtbot.keyClick(page.table, K.Key_Down)
    assert page.table.pair() == (unit.names["care"], unit.names["amina"])
    head = page.table.visualRect(page.model.index(3, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert page.table.pair() == (unit.names["care"], unit.names["amina"])


def test_no_filter_and_no_group_is_by_rung_or_rating():
    names = {*Mark, *RowGroups, *ColumnGroups}
    assert names == {"differs", "unrated", "old", "unsure", "frame", "none", "team", "role", "scope"}


def test_people_stand_by_name_whatever_is_looked_for(open_page, unit):
    for name, rung in (("bo", 2), ("aase", 1)):
        rated(unit, unit.names["plan"], unit.names[name], 4, 4, 4)
        agreed(unit, unit.names["plan"], unit.names[name], rung + 1)
        rated(unit, unit.names["plan"], unit.names[name], rung, 4, 4)
    page = open_page(unit)
    page.filter_control.apply(looking_for(Mark.DIFFERS))
    assert names_of(page) == ["Amina Holm", "Bo Lindskov", "Åse Ørsted"]


def test_what_is_looked_for_outlasts_a_change_of_language(open_page, unit):
    page = open_page(unit)
    page.filter_control.apply(MatrixFilter(scopes=frozenset({Scope.AREA})))
    page.model.set_groups(RowGroups.ROLE, ColumnGroups.NONE)
    page.keep_place()
    again = open_page(unit, language="en", desk=None)
    assert tasks_of(again) == ["Sårpleje", "Vagtplan", "Rehab-mål"]
    other = open_page(unit, desk=page.desk)
    assert tasks_of(other) == ["Vagtplan"]
    assert other.model.groups == (RowGroups.ROLE, ColumnGroups.NONE)


def test_rating_does_not_take_a_found_cell_from_under_the_hand(open_page, unit):
    page = open_page(unit)
    page.filter_control.apply(looking_for(Mark.UNRATED))
    rows = rows_of(page)
    task, person = unit.names["plan"], unit.names["aase"]
    page.desk.run(lambda: unit.trust.rate(task, person, Dimension.COMPETENCE, 3))
    assert rows_of(page) == rows
    assert page.model.index_of(task, person).isValid()


def test_the_pair_in_the_inspector_is_put_away_when_it_is_filtered_out(open_page, unit):
    page = open_page(unit)
    page.table.select_pair(unit.names["plan"], unit.names["aase"])
    assert page.inspector.isVisible()
    page.filter_control.apply(looking_for(Mark.DIFFERS))
    assert not page.inspector.isVisible()


def test_words_of_a_filtered_matrix_stay_covered(open_page, unit):
    page = open_page(unit)
    page.filter_control.apply(looking_for(Mark.DIFFERS))
    set_ratings_hidden(True)
    assert page.model.index(0, 0).data() == "Amina Holm, Sårpleje: skjult"
    assert not page.table.grab().isNull()


def test_the_narrowed_matrix_speaks_english_too(open_page, unit):
    page = open_page(unit, language="en")
    page.filter_control.apply(looking_for(Mark.DIFFERS))
    assert page.view.filter_line.words.text() == "1 cell where the suggestion differs from the agreement"

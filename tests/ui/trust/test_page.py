"""The matrix: who holds what how freely, by mouse, by keyboard, and in words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, a_session, a_task, agreed, rated
from tests.ui.trust.unit import click, names_of
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.task import Task
from tillid_planner.services.matrix import Cell
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.theme import apply_theme, current_theme, set_ratings_hidden
from tillid_planner.ui.trust.cell_pictures import pieces
from tillid_planner.ui.trust.page import TrustPage
from tillid_planner.ui.trust.task_chooser import TaskChooser

K = Qt.Key


def test_people_come_by_name_in_danish_order_and_teams_after_them(open_page, unit):
    page = open_page(unit)
    assert names_of(page) == ["Fatima Yilmaz", "Åse Holm", "Aften"]
    assert [t.heading for t in page.model.tasks] == ["Sår", "Pårørendesamtaler", "Vagtplan"]


def test_the_model_keeps_the_rules_of_models(open_page, unit, qtmodeltester):
    page = open_page(unit)
    qtmodeltester.check(page.model)
    page.model.set_name_filter("fatima")
    qtmodeltester.check(page.model)


def test_a_cell_says_in_words_what_it_shows(open_page, unit):
    page = open_page(unit)
    index = page.model.index_of(unit.names["talks"], unit.names["fatima"])
    said = "Fatima Yilmaz, Pårørendesamtaler: aftalt trin 2, Indstillende"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith(said)
    assert said in index.data(Qt.ItemDataRole.ToolTipRole)
    empty = page.model.index_of(unit.names["care"], unit.names["aase"])
    assert empty.data() == "Åse Holm, Sårpleje: ikke vurderet endnu"


def test_a_suggestion_stands_in_the_words_where_it_differs(open_page, unit):
    task, person = unit.names["talks"], unit.names["fatima"]
    rated(unit, task, person, 1, 1, 1)
    page = open_page(unit, language="en")
    said = page.model.index_of(task, person).data()
    assert said == "Fatima Yilmaz, Pårørendesamtaler: agreed rung 2, Proposing; suggestion rung 1"


def test_a_suggestion_nobody_has_opened_is_not_given_away_and_opening_it_shows_it(open_page, unit, qtbot):
    task, person = unit.names["care"], unit.names["aase"]
    rated(unit, task, person, 3, 4, 5)
    page = open_page(unit)
    index = page.model.index_of(task, person)
    assert index.data() == "Åse Holm, Sårpleje: vurderet, forslaget er ikke åbnet"
    assert [piece.kind for piece in pieces(page.model.cell(index.row(), index.column()), 79)] == ["closed"]
    click(qtbot, page, task, person)
    assert "forslag trin" not in index.data()
    qtbot.mouseClick(page.inspector.rating.panel.open_button, Qt.MouseButton.LeftButton)
    assert index.data() == "Åse Holm, Sårpleje: forslag trin 3"


def test_an_opened_suggestion_stays_open_when_the_page_is_made_anew(open_page, unit, qtbot):
    task, person = unit.names["care"], unit.names["aase"]
    rated(unit, task, person, 3, 4, 5)
    page = open_page(unit)
    click(qtbot, page, task, person)
    qtbot.mouseClick(page.inspector.rating.panel.open_button, Qt.MouseButton.LeftButton)
    again = open_page(unit, language="en")
    click(qtbot, again, task, person)
    assert again.model.index_of(task, person).data() == "Åse Holm, Sårpleje: suggestion rung 3"
    assert again.inspector.rating.panel.agree_button.isVisible()


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        (Cell(), []),
        (Cell(agreed=3, suggested=3), ["agreed"]),
        (Cell(agreed=2, suggested=3), ["agreed", "icon_right", "suggestion"]),
        (Cell(suggested=1, rated=True), ["suggestion"]),
        (Cell(rated=True, closed=True), ["closed"]),
        (Cell(rated=True, closed=True, breach=True), ["closed", "breach"]),
        (Cell(agreed=4, suggested=4, frame=True), ["agreed", "frames"]),
        (Cell(agreed=2, suggested=2, breach=True), ["agreed", "breach"]),
        (Cell(agreed=2, suggested=4, offer=3), ["agreed", "icon_right", "offered"]),
        (Cell(offer=3), ["offered"]),
        (Cell(agreed=0, suggested=2), ["agreed", "icon_right", "suggestion"]),
    ],
)
def test_the_form_says_what_the_number_is(themed_app, cell, kinds):
    assert [piece.kind for piece in pieces(cell, 79)] == kinds


def test_everything_in_a_cell_fits_the_narrowest_column(themed_app):
    crowded = Cell(agreed=4, suggested=2, frame=True, breach=True)
    assert sum(piece.side + piece.gap for piece in pieces(crowded, 79)) <= 79


def test_arrows_home_and_end_move_and_enter_goes_to_the_inspector_and_esc_back(open_page, unit, qtbot):
    page = open_page(unit)
    page.table.setFocus()
    page.table.select_pair(unit.names["care"], unit.names["fatima"])
    qtbot.keyClick(page.table, K.Key_Right)
    assert page.inspector.pair == (unit.names["talks"], unit.names["fatima"])
    qtbot.keyClick(page.table, K.Key_Down)
    assert page.table.pair() == (unit.names["talks"], unit.names["aase"])
    qtbot.keyClick(page.table, K.Key_End)
    assert page.table.pair() == (unit.names["plan"], unit.names["aase"])
    qtbot.keyClick(page.table, K.Key_Home)
    assert page.table.pair() == (unit.names["care"], unit.names["aase"])
    qtbot.keyClick(page.table, K.Key_Return)
    focused = page.window().focusWidget()
    assert page.inspector.isAncestorOf(focused)
    qtbot.keyClick(focused, K.Key_Escape)
    assert page.window().focusWidget() is page.table


def test_a_click_opens_the_inspector_beside_the_matrix(open_page, unit, qtbot):
    page = open_page(unit)
    assert not page.inspector.isVisible()
    click(qtbot, page, unit.names["talks"], unit.names["fatima"])
    assert page.inspector.isVisible()
    assert page.inspector.task.text() == "Pårørendesamtaler"
    assert page.view.main.geometry().right() < page.inspector.x()
    assert page.inspector.width() == 424


def test_in_a_narrow_window_the_inspector_lies_over_the_page_and_esc_closes_it(open_page, unit, qtbot):
    page = open_page(unit, size=(1000, 640))
    click(qtbot, page, unit.names["talks"], unit.names["fatima"])
    assert page.inspector.isVisible()
    assert page.view.main.width() == page.width()
    cell = page.table.visualRect(page.table.currentIndex())
    assert page.table.viewport().mapTo(page, cell.topRight()).x() <= page.inspector.x()
    page.inspector.take_focus()
    qtbot.keyClick(page.window().focusWidget(), K.Key_Escape)
    assert not page.inspector.isVisible()
    assert page.window().focusWidget() is page.table


def test_the_inspector_is_dragged_between_its_limits(open_page, unit, qtbot):
    page = open_page(unit)
    click(qtbot, page, unit.names["talks"], unit.names["fatima"])
    grip = page.view.grip
    for by, width in ((-300, 480), (500, 296)):
        middle = QPoint(3, 300)
        qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
        qtbot.mouseMove(grip, middle + QPoint(by, 0))
        qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=middle + QPoint(by, 0))
        assert page.inspector.width() == width


def test_names_are_found_by_a_part_and_the_matrix_says_when_nobody_is(open_page, unit, qtbot):
    page = open_page(unit)
    qtbot.keyClicks(page.view.search, "yil")
    assert names_of(page) == ["Fatima Yilmaz"]
    qtbot.keyClicks(page.view.search, "zz")
    assert page.view.empty.isVisible()
    qtbot.mouseClick(page.view.empty.button, Qt.MouseButton.LeftButton)
    assert len(names_of(page)) == 3
    assert page.table.isVisible()


def test_tasks_are_chosen_in_a_panel(open_page, unit, qtbot, qtmodeltester):
    page = open_page(unit)
    qtbot.mouseClick(page.view.tasks_button, Qt.MouseButton.LeftButton)
    chooser = page.findChild(TaskChooser)
    qtmodeltester.check(chooser.items)
    first = chooser.list.visualRect(chooser.list.model().index(0, 0))
    qtbot.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    assert [t.name for t in page.model.tasks] == ["Pårørendesamtaler", "Vagtplan"]
    assert page.view.tasks_button.text() == "Opgaver: 2 af 3"
    qtbot.mouseClick(chooser.none_button, Qt.MouseButton.LeftButton)
    assert page.view.empty.isVisible()
    qtbot.mouseClick(chooser.all_button, Qt.MouseButton.LeftButton)
    assert page.view.tasks_button.text() == "Opgaver"
    chooser.close()


def test_a_target_selects_its_pair_even_when_it_is_filtered_out(open_page, unit):
    page = open_page(unit)
    page.view.search.setText("åse")
    page.model.choose_tasks({unit.names["care"]})
    page.open_target(Target(task_id=unit.names["talks"], assignee_id=unit.names["fatima"], act="history"))
    assert page.table.pair() == (unit.names["talks"], unit.names["fatima"])
    assert page.inspector.tabs.key() == "history"


def test_a_target_given_before_the_page_is_seen_is_kept(themed_app, qtbot, unit):
    page = TrustPage(Desk(unit, words("da")))
    qtbot.addWidget(page)
    page.open_target(Target(task_id=unit.names["talks"], assignee_id=unit.names["fatima"]))
    page.resize(1300, 640)
    page.show()
    assert page.inspector.pair == (unit.names["talks"], unit.names["fatima"])


@pytest.mark.parametrize(("with_task", "page_key"), [(False, "tasks"), (True, "people")])
def test_an_empty_unit_teaches_what_comes_first(open_page, qtbot, with_task, page_key):
    session = a_session()
    if with_task:
        a_task(session)
    page = open_page(session)
    asked = []
    page.desk.page_requested.connect(lambda key, target: asked.append((key, target.act)))
    assert page.view.empty.isVisible()
    qtbot.mouseClick(page.view.empty.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.view.empty_second, Qt.MouseButton.LeftButton)
    assert asked == [(page_key, "new"), ("import", "staff" if with_task else "tasks")]


def test_a_change_elsewhere_keeps_the_selection(open_page, unit, qtbot):
    page = open_page(unit)
    click(qtbot, page, unit.names["talks"], unit.names["fatima"])
    page.desk.run(lambda: unit.register.add_person(Person(name="Bo Lindskov")))
    assert names_of(page)[0] == "Bo Lindskov"
    assert page.table.pair() == (unit.names["talks"], unit.names["fatima"])


def test_a_pair_that_is_gone_closes_the_inspector(open_page, unit, qtbot):
    page = open_page(unit)
    click(qtbot, page, unit.names["talks"], unit.names["fatima"])
    page.desk.run(lambda: unit.register.remove_task(unit.names["talks"]).changes)
    assert not page.inspector.isVisible()


def test_an_agreement_that_is_only_offered_has_its_own_form(open_page, unit):
    task, person = unit.names["care"], unit.names["aase"]
    rated(unit, task, person, 3, 3, 3)
    agreed(unit, task, person, 3, state=AgreementState.OFFERED)
    page = open_page(unit)
    assert page.model.grid.cell(person, task).offer == 3
    assert "tilbudt trin 3, Aftalt plan" in page.model.index_of(task, person).data()


def test_hidden_cells_show_blocks_and_say_nothing(open_page, unit):
    page = open_page(unit)
    index = page.model.index_of(unit.names["talks"], unit.names["fatima"])
    centre = page.table.visualRect(index)

    def colours():
        image = page.table.viewport().grab(centre).toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    theme = current_theme()
    assert theme.rung2.name() in colours()
    set_ratings_hidden(True)
    assert theme.rung2.name() not in colours()
    assert theme.load_track.name() in colours()
    assert index.data() == "Fatima Yilmaz, Pårørendesamtaler: skjult"


def test_a_whole_department_opens_and_scrolls(open_page):
    session = a_session()
    session.register.take_in(
        [Person(name=f"Medarbejder {n}") for n in range(200)]
        + [Task(name=f"Opgave {n}", consequence=1, reversal=1, detection=1, clarity=3) for n in range(400)]
    )
    page = open_page(session)
    assert (page.model.rowCount(), page.model.columnCount()) == (200, 400)
    page.table.setCurrentIndex(page.model.index(199, 399))
    assert page.table.viewport().rect().contains(page.table.visualRect(page.table.currentIndex()).center())
    assert not page.table.grab().isNull()


@pytest.mark.parametrize("act", ["rate", "agree", "follow", "undo", "withdraw"])
def test_a_touched_cell_is_the_one_the_whole_grid_gives(unit, act):
    task, person = unit.names["talks"], unit.names["fatima"]
    holds = unit.trust.sheet(task, person).agreement
    changes = {
        "rate": lambda: unit.trust.rate(task, person, Dimension.COMPETENCE, 1),
        "agree": lambda: agreed_changes(unit, task, person),
        "follow": lambda: unit.following.plan(holds.id, TODAY + timedelta(days=9)),
        "undo": unit.history.undo,
        "withdraw": lambda: unit.trust.withdraw(holds.id),
    }[act]()
    cells = unit.matrix.touched(changes)
    assert cells is None or cells == {(person, task): unit.matrix.grid().cell(person, task)}
    assert cells is not None or act in ("undo",)


def agreed_changes(session, task, person):
    draft = session.trust.draft(task, person, 2)
    return session.trust.agree(replace(draft, reason="Aftalt sammen."))


def test_what_reaches_other_cells_asks_for_the_whole_grid(unit):
    changes = unit.register.save_task(unit.register.task(unit.names["care"]))
    assert unit.matrix.touched(changes) == {}
    assert unit.matrix.touched(unit.register.add_person(Person(name="Bo"))) is None


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_nothing_is_drawn_under_the_last_name(themed_app, open_page, unit, theme_name):
    theme = apply_theme(themed_app, theme_name)
    page = open_page(unit)
    image = page.view.main.grab().toImage()
    below = page.table.mapTo(page.view.main, QPoint(40, page.table.height() - 12))
    assert image.pixelColor(below).name() == theme.window.name()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_legend_takes_two_lines_beside_the_inspector(open_page, unit, qtbot, language):
    page = open_page(unit, language=language)
    click(qtbot, page, unit.names["talks"], unit.names["fatima"])
    QApplication.processEvents()
    assert page.inspector.isVisible()
    assert page.view.legend.height() <= 70

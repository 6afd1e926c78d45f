"""Several cells at once, the heads that lead on, and copying; by mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from tests.bench import matrix_bench
from tests.builders import agreed, exports_logged, rated
from tests.ui.trust.unit import choose, click, heard, make_unit, page_opener
from tillid_planner.domain.assignee import Person, Team
from tillid_planner.domain.case import Novelty
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.task import Task
from tillid_planner.services.register import new_id
from tillid_planner.ui import clipboard
from tillid_planner.ui.desk import Target
from tillid_planner.ui.theme import set_ratings_hidden
from tillid_planner.ui.trust.line_rating_model import Way
from tillid_planner.ui.trust.matrix_layout import ColumnGroups, RowGroups
from tillid_planner.ui.widgets import Menu

K, M, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def unit():
    session = make_unit()
    yield session
    session.close()


@pytest.fixture
def open_page(themed_app, qtbot):
    return page_opener(themed_app, qtbot)


def copied():
    return QGuiApplication.clipboard().text()


@pytest.fixture(autouse=True)
def empty_clipboard(themed_app):
    QGuiApplication.clipboard().clear()
    yield
    clipboard.clear_private()


@pytest.mark.parametrize(("name", "row"), [("amina", 0), ("aften", 3)])
def test_a_click_on_a_name_leads_to_the_page_of_the_person_or_team(open_page, unit, qtbot, name, row):
    page = open_page(unit)
    _, asked = heard(page)
    header = page.table.names_header
    place = QPoint(40, header.sectionViewportPosition(row) + 20)
    qtbot.mouseClick(header.viewport(), LEFT, pos=place)
    assert asked == [("person", Target(assignee_id=unit.names[name]))]
    assert not page.inspector.isVisible()


def test_a_click_on_a_task_leads_to_the_task(open_page, unit, qtbot):
    page = open_page(unit)
    _, asked = heard(page)
    header = page.table.tasks_header
    qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(header.sectionViewportPosition(1) + 30, 30))
    assert asked == [("tasks", Target(task_id=unit.names["plan"]))]


def test_letting_go_beside_the_name_leads_nowhere(open_page, unit, qtbot):
    page = open_page(unit)
    _, asked = heard(page)
    header = page.table.names_header
    qtbot.mousePress(header.viewport(), LEFT, pos=QPoint(40, 20))
    qtbot.mouseRelease(header.viewport(), LEFT, pos=QPoint(40, 100))
    assert asked == []


def test_names_and_tasks_are_reached_and_opened_by_keyboard(open_page, unit, qtbot):
    page = open_page(unit)
    _, asked = heard(page)
    table = page.table
    table.setFocus()
    qtbot.keyClick(table, K.Key_Left)
    names = table.names_header
    assert page.window().focusWidget() is names
    qtbot.keyClick(names, K.Key_Down)
    assert names.accessibleName() == "Bo Lindskov: åbn siden"
    assert not page.inspector.isVisible()
    qtbot.keyClick(names, K.Key_Return)
    qtbot.keyClick(names, K.Key_Right)
    assert page.window().focusWidget() is table
    qtbot.keyClick(table, K.Key_Up)
    qtbot.keyClick(table, K.Key_Up)
    tasks = table.tasks_header
    assert page.window().focusWidget() is tasks
    qtbot.keyClick(tasks, K.Key_Right)
    qtbot.keyClick(tasks, K.Key_Return)
    qtbot.keyClick(tasks, K.Key_Escape)
    assert page.window().focusWidget() is table
    assert asked == [
        ("person", Target(assignee_id=unit.names["bo"])),
        ("tasks", Target(task_id=unit.names["plan"])),
    ]


def test_the_head_that_has_the_keyboard_is_ringed(open_page, unit, qtbot):
    page = open_page(unit)
    page.table.setFocus()
    before = page.table.names_header.grab().toImage()
    qtbot.keyClick(page.table, K.Key_Left)
    assert page.table.names_header.grab().toImage() != before


def test_shift_and_arrows_choose_several_and_the_inspector_stays_where_it_was(open_page, unit, qtbot):
    page = open_page(unit)
    click(qtbot, page, unit.names["care"], unit.names["amina"])
    shown = page.inspector.pair
    qtbot.keyClick(page.table, K.Key_Right, M.ShiftModifier)
    qtbot.keyClick(page.table, K.Key_Down, M.ShiftModifier)
    assert len(page.table.chosen()) == 4
    assert page.inspector.pair == shown
    assert page.view.chosen_bar.isVisible()
    assert page.view.chosen_bar.words.text() == "4 felter valgt"
    qtbot.keyClick(page.table, K.Key_Escape)
    assert len(page.table.chosen()) == 1
    assert not page.view.chosen_bar.isVisible()


def test_shift_and_ctrl_click_choose_several_without_opening(open_page, unit, qtbot):
    page = open_page(unit)
    page.table.setFocus()
    click(qtbot, page, unit.names["plan"], unit.names["bo"], M.ShiftModifier)
    assert len(page.table.chosen()) == 4
    click(qtbot, page, unit.names["rehab"], unit.names["aase"], M.ControlModifier)
    assert len(page.table.chosen()) == 5
    assert not page.inspector.isVisible()
    click(qtbot, page, unit.names["care"], unit.names["amina"])
    assert page.table.chosen() == {(unit.names["amina"], unit.names["care"])}
    assert page.inspector.isVisible()


def test_whole_rows_columns_and_everything_are_chosen_by_keyboard(open_page, unit, qtbot):
    page = open_page(unit)
    page.table.setFocus()
    qtbot.keyClick(page.table, K.Key_Space, M.ShiftModifier)
    assert {assignee for assignee, _ in page.table.chosen()} == {unit.names["amina"]}
    assert len(page.table.chosen()) == 3
    qtbot.keyClick(page.table, K.Key_Space, M.ControlModifier)
    assert {task for _, task in page.table.chosen()} == {unit.names["care"]}
    qtbot.keyClick(page.table, K.Key_A, M.ControlModifier)
    assert len(page.table.chosen()) == 12


def test_copying_gives_who_holds_an_agreement_on_what_and_no_rung(open_page, unit, qtbot):
    page = open_page(unit)
    told, _ = heard(page)
    choose(page, (0, 0), (2, 2))
    qtbot.keyClick(page.table, K.Key_C, M.ControlModifier)
    lines = copied().splitlines()
    assert lines[1].split("\t")[:4] == ["Amina Holm", "SOSU-assistent", "Sårpleje", "ja"]
    assert len(lines) == 2
    assert "Aftalt plan" not in copied()
    assert not any(figure in lines[1].replace("2026", "").split("\t")[3] for figure in "12345")
    assert "uden trin" in told[0]
    assert exports_logged(unit) == ["export_agreements_text"]


def test_without_an_agreement_nothing_is_copied_and_that_is_said(open_page, unit, qtbot):
    page = open_page(unit)
    told, _ = heard(page)
    choose(page, (1, 0), (2, 1))
    qtbot.keyClick(page.table, K.Key_C, M.ControlModifier)
    assert (copied(), told, exports_logged(unit)) == ("", ["Her er ingen aftaler. Der er ikke kopieret noget."], [])


def test_what_is_hidden_is_not_copied(open_page, unit, qtbot):
    page = open_page(unit)
    told, _ = heard(page)
    choose(page, (0, 0), (0, 0))
    set_ratings_hidden(True)
    qtbot.keyClick(page.table, K.Key_C, M.ControlModifier)
    assert copied() == ""
    assert told == ["Det skjulte kopieres ikke. Vis det først."]


def test_hostile_names_are_copied_as_text(open_page, unit, qtbot):
    person = new_id(unit.register.add_person(Person(name='=HYPERLINK("http://x")', role="+1\t2\n3")), Kind.ASSIGNEE)
    task = new_id(
        unit.register.add_task(Task(name="@cmd", consequence=1, reversal=1, detection=1, clarity=3)), Kind.TASK
    )
    rated(unit, task, person, 3, 3, 3)
    agreed(unit, task, person, 2)
    page = open_page(unit)
    page.table.select_pair(task, person)
    qtbot.keyClick(page.table, K.Key_C, M.ControlModifier)
    lines = copied().splitlines()
    assert len(lines) == 2
    assert lines[1].split("\t")[:3] == ['\'=HYPERLINK("http://x")', "'+1 2 3", "'@cmd"]


def test_several_pairs_are_said_to_be_new_in_one_act_and_agreed_ones_stay(open_page, unit, qtbot):
    page = open_page(unit)
    told, _ = heard(page)
    choose(page, (0, 0), (2, 0))
    page.view.chosen_bar.novelty_acts[Novelty.NEW].trigger()
    care = unit.names["care"]
    sheets = {name: unit.trust.sheet(care, unit.names[name]).pair.novelty for name in ("amina", "bo", "aase")}
    assert sheets == {"amina": Novelty.KNOWN, "bo": Novelty.NEW, "aase": Novelty.NEW}
    assert told == ["2 felter uden aftale: Ny."]
    page.desk.undo()
    assert unit.trust.sheet(care, unit.names["bo"]).pair.novelty is Novelty.KNOWN
    assert unit.trust.sheet(care, unit.names["aase"]).pair.novelty is Novelty.KNOWN


@pytest.mark.parametrize(
    ("last", "way", "rows"),
    [((2, 0), Way.DOWN, ["Amina Holm", "Bo Lindskov", "Åse Ørsted"]), ((0, 1), Way.ACROSS, ["Sårpleje", "Vagtplan"])],
)
def test_chosen_cells_are_rated_along_their_line(open_page, unit, qtbot, last, way, rows):
    page = open_page(unit)
    choose(page, (0, 0), last)
    qtbot.mouseClick(page.view.chosen_bar.rate, LEFT)
    line_rating = page.view.line_rating
    assert line_rating.way is way
    assert [row.name for row in line_rating.model.rows] == rows


def test_the_menu_of_a_cell_opens_by_keyboard_and_names_both_pages(open_page, unit, qtbot):
    page = open_page(unit)
    page.table.setFocus()
    page.table.menu_wanted.emit(page.table.mapToGlobal(QPoint(300, 100)))
    menu = next(menu for menu in page.findChildren(Menu) if menu.isVisible())
    said = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert said == [
        "Åbn",
        "Vurdér ned ad kolonnen",
        "Vurdér hen ad rækken",
        "Kopiér",
        "Gem som fil",
        "Amina Holm",
        "Sårpleje",
    ]
    menu.close()


def test_a_chosen_person_in_two_groups_counts_once(open_page, unit):
    unit.register.add_team(Team(name="Dag", member_ids=(unit.names["bo"],)))
    page = open_page(unit)
    page.model.set_groups(RowGroups.TEAM, ColumnGroups.NONE)
    page.table.fit()
    choose(page, (1, 0), (page.model.rowCount() - 1, 0))
    assert len(page.table.chosen()) == 5


def test_where_there_is_no_room_the_menu_leads_to_the_tasks(open_page, unit, qtbot):
    page = open_page(unit, size=(640, 600))
    assert page.view.tasks_button.isHidden() == (page.width() < 500)
    page.resize(480, 600)
    assert page.view.tasks_button.isHidden()
    page.view.more_button.click()
    menu = next(menu for menu in page.findChildren(Menu) if menu.isVisible())
    said = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert said == [
        "Opgaver",
        "Vurdér ned ad en kolonne",
        "Vurdér hen ad en række",
        "Vælg alle",
        "Kopiér",
        "Gem som fil",
    ]
    menu.close()


def test_the_inspector_is_ready_before_it_is_asked_for(open_page, unit, qtbot):
    page = open_page(unit)
    assert page.view.made_inspector is None
    qtbot.waitUntil(lambda: page.view.made_inspector is not None, timeout=60_000)
    assert not page.inspector.isVisible()


def test_a_target_leads_out_of_rating_along(open_page, unit):
    page = open_page(unit)
    page.acts.line_rating()
    page.open_target(Target(task_id=unit.names["plan"], assignee_id=unit.names["bo"]))
    assert page.view.line_rating is None
    assert page.inspector.isVisible()
    assert page.table.isVisible()


def test_painting_many_cells_is_no_slower_than_qt_itself_in_c(open_page, unit, themed_app):
    """Two hundred rows in sight at once; the ratio, because machines differ."""
    unit.register.take_in(
        [Person(name=f"Medarbejder {n}") for n in range(196)]
        + [Task(name=f"Opgave {n}", consequence=1, reversal=1, detection=1, clarity=3) for n in range(9)]
    )
    ours, theirs = matrix_bench.repainting(themed_app, open_page(unit))
    assert ours <= theirs

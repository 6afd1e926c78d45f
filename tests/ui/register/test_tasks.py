"""The register of tasks: what stands in it, how it is searched, opened and deleted from."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

from tests.ui.modal import delete_in_dialog
from tests.ui.register.register_steps import DESCRIBED, TODAY, add_person, add_task, agree, cell, names
from tillid_planner.content import words
from tillid_planner.domain.task import MAX_NAME, Task
from tillid_planner.ui.desk import Target
from tillid_planner.ui.register.tasks_model import TaskColumn, TaskRow, TasksModel
from tillid_planner.ui.widgets import Cell


class TestRegister:
    def test_an_empty_register_teaches_both_ways_in(self, qtbot, page):
        empty = page.view.empty
        assert empty.isVisible()
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.act)))
        qtbot.mouseClick(empty.import_button, Qt.MouseButton.LeftButton)
        assert wanted == [("import", "tasks")]
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
        assert page.form.view.name.hasFocus()

    def test_tasks_stand_in_danish_order_with_what_they_mean(self, unit, page):
        for name in ("Ældreråd", "Åbent hus", "Sårpleje", "Rute 10", "Rute 4"):
            add_task(unit, name=name, hours_per_week=5.5, consequence=3, reversal=3, detection=2, clarity=2)
        page.refresh()
        assert names(page) == ["Rute 4", "Rute 10", "Sårpleje", "Ældreråd", "Åbent hus"]
        assert cell(page, 0, TaskColumn.HOURS) == "5,5"
        assert cell(page, 0, TaskColumn.MEANING) == "Trækker 2 trin"
        assert cell(page, 0, TaskColumn.MEANING, Cell.SECOND) == "Delvis klar: højst trin 3"

    def test_holders_are_named_by_alphabet_and_the_rest_counted(self, unit, page):
        task_id = add_task(unit)
        for name in ("Åse Vang", "Bo Lind", "Ane Ravn", "Carl Bo"):
            agree(unit, task_id, add_person(unit, name))
        page.refresh()
        assert cell(page, 0, TaskColumn.HOLDERS) == "Ane Ravn"
        assert cell(page, 0, TaskColumn.HOLDERS, Cell.SECOND) == "Bo Lind +2"
        assert cell(page, 0, TaskColumn.HOLDERS, Qt.ItemDataRole.AccessibleTextRole).endswith("Åse Vang")

    def test_a_name_without_room_is_told_in_a_tooltip_as_plain_text(self, qtbot, unit, page):
        add_task(unit, name="<b>Kort</b>")
        add_task(unit, name="<b>" + "Lang " * 20)
        page.refresh()
        table = page.view.table
        for row, told in ((0, ""), (1, "&lt;b&gt;Lang")):
            index = page.view.model.index(row, TaskColumn.NAME)
            option = QStyleOptionViewItem()
            option.rect = table.visualRect(index)
            event = QHelpEvent(QEvent.Type.ToolTip, option.rect.center(), table.mapToGlobal(option.rect.center()))
            table.itemDelegate().helpEvent(event, table, option, index)
            assert told in QToolTip.text()
            assert bool(QToolTip.text()) == bool(told)
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=60_000)

    def test_what_nobody_holds_is_said_calmly_but_not_where_the_law_forbids_it(self, unit, page):
        add_task(unit, name="A")
        add_task(unit, name="B", legal_ceiling=0)
        page.refresh()
        assert cell(page, 0, TaskColumn.HOLDERS) == "Ingen har den endnu"
        assert cell(page, 0, TaskColumn.HOLDERS, Cell.INK) == "text_muted"
        assert cell(page, 1, TaskColumn.HOLDERS) == ""
        assert page.view.header.subtitle.text() == "2 opgaver · 1 er ikke hos nogen endnu"

    def test_the_filter_finds_by_name_and_purpose_and_says_when_nothing_fits(self, qtbot, unit, page):
        add_task(unit, name="Sårpleje")
        add_task(unit, name="Vagtplan", purpose="Alle kender deres uge")
        page.refresh()
        qtbot.keyClicks(page.view.finder, "uge")
        assert names(page) == ["Vagtplan"]
        qtbot.keyClicks(page.view.finder, "xx")
        assert page.view.no_match.isVisible()
        assert "ugexx" in page.view.no_match.text()

    def test_put_away_tasks_show_only_when_asked_for(self, qtbot, unit, page):
        unit.register.archive_task(add_task(unit, name="Gammel"))
        add_task(unit, name="Ny")
        page.refresh()
        assert names(page) == ["Ny"]
        qtbot.mouseClick(page.view.show_archived, Qt.MouseButton.LeftButton)
        assert names(page) == ["Gammel", "Ny"]

    def test_enter_opens_and_escape_comes_back_to_the_same_row(self, qtbot, unit, page):
        for name in ("A", "B", "C"):
            add_task(unit, name=name)
        page.refresh()
        table = page.view.table
        table.setFocus()
        table.select_row(1)
        qtbot.keyClick(table, Qt.Key.Key_Return)
        assert page.form.isVisible()
        assert page.form.view.name.text() == "B"
        qtbot.keyClick(page.form.view.name, Qt.Key.Key_Escape)
        assert page.view.isVisible()
        assert table.current_row() == 1
        assert table.hasFocus()

    def test_a_click_opens_and_a_second_click_changes_nothing(self, qtbot, unit, page):
        task_id = add_task(unit)
        page.refresh()
        table = page.view.table
        place = table.visualRect(page.view.model.index(0, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert page.form.isVisible()
        assert page.form.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        assert unit.register.task(task_id) == unit.register.task(page.form.record.id)

    def test_delete_asks_and_the_row_goes(self, qtbot, unit, page):
        task_id, person_id = add_task(unit), add_person(unit, "Ane")
        agree(unit, task_id, person_id)
        page.refresh()
        page.view.table.setFocus()
        page.view.table.select_row(0)
        delete_in_dialog(qtbot, lambda: qtbot.keyClick(page.view.table, Qt.Key.Key_Delete), yes=False)
        assert unit.register.task(task_id)
        page.activateWindow()
        qtbot.waitUntil(page.view.table.hasFocus)
        delete_in_dialog(qtbot, lambda: qtbot.keyClick(page.view.table, Qt.Key.Key_Delete))
        assert unit.register.tasks() == []
        page.desk.undo()
        assert names(page) == ["Sårpleje"]

    def test_a_refresh_leaves_focus_selection_and_typing_alone(self, qtbot, unit, page):
        for number in range(60):
            add_task(unit, name=f"Opgave {number}")
        page.refresh()
        table = page.view.table
        table.select_row(40)
        page.view.finder.setFocus()
        add_task(unit, name="Afløsning")
        page.refresh()
        assert page.view.finder.hasFocus()
        assert cell(page, table.current_row(), TaskColumn.NAME) == "Opgave 40"

    def test_four_hundred_tasks_with_long_names_are_shown_without_widening_the_page(self, unit, page):
        for number in range(400):
            add_task(unit, name=f"{number} ".ljust(MAX_NAME, "x"))
        page.refresh()
        assert page.view.model.rowCount() == 400
        assert page.minimumSizeHint().width() < 1000
        page.open_target(Target(task_id=1))
        assert page.minimumSizeHint().width() < 1000

    def test_the_model_keeps_qts_rules(self, qtmodeltester, themed_app):
        model = TasksModel(words("da"))
        model.set_rows(
            [
                TaskRow(DESCRIBED, ("Ane", "Bo", "Carl")),
                TaskRow(Task(name="x", legal_ceiling=0)),
                TaskRow(Task(name="y", legal_ceiling=3, archived_on=TODAY)),
            ]
        )
        qtmodeltester.check(model)

    def test_english(self, unit, make_page):
        page = make_page("en")
        add_task(unit, hours_per_week=5.5, consequence=3, reversal=3, detection=2, clarity=3)
        page.refresh()
        assert cell(page, 0, TaskColumn.HOURS) == "5.5"
        assert cell(page, 0, TaskColumn.MEANING) == "Takes 2 rungs off"
        assert page.view.header.subtitle.text() == "1 task · 1 nobody holds yet"

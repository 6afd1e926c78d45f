"""The page of tasks: the register, and the form that keeps itself."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip

from tests.ui.modal import delete_in_dialog
from tillid_planner.content import words
from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.task import MAX_NAME, RedLine, Scope, Task
from tillid_planner.services import session
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.register.red_lines import RedLineRow
from tillid_planner.ui.register.tasks import TasksPage
from tillid_planner.ui.register.tasks_model import TaskColumn, TaskRow, TasksModel
from tillid_planner.ui.task_meaning import Net, meaning_of
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.widgets import Cell, TextLabel

TODAY = date(2026, 11, 23)
DESCRIBED = Task(
    name="Sårpleje",
    purpose="Sår heler",
    hours_per_week=5.5,
    consequence=3,
    reversal=3,
    detection=2,
    clarity=3,
)


@pytest.fixture
def unit():
    opened = session.in_memory("Nord", today=lambda: TODAY)
    yield opened
    opened.close()


@pytest.fixture
def make_page(qtbot, themed_app, unit):
    def make(language="da"):
        install_language(themed_app, language)
        page = TasksPage(Desk(unit, words(language)))
        qtbot.addWidget(page)
        page.resize(1182, 720)
        page.show()
        qtbot.waitActive(page) if not page.isActiveWindow() else None
        return page

    yield make
    install_language(themed_app, "da")


@pytest.fixture
def page(make_page):
    return make_page()


def add_task(unit, **fields) -> int:
    return new_id(unit.register.add_task(Task(**{"name": "Sårpleje", **fields})), Kind.TASK)


def add_person(unit, name) -> int:
    return new_id(unit.register.add_person(Person(name=name)), Kind.ASSIGNEE)


def agree(unit, task_id, person_id, rung=2):
    changes = unit.trust.agree(
        Agreement(task_id=task_id, assignee_id=person_id, rung=rung, agreed_on=TODAY, first_follow_up=TODAY)
    )
    unit.trust.set_state(new_id(changes, Kind.AGREEMENT), AgreementState.ACCEPTED)


def cell(page, row, column, role=Qt.ItemDataRole.DisplayRole):
    return page.view.model.index(row, column).data(role)


def names(page):
    return [cell(page, row, TaskColumn.NAME) for row in range(page.view.model.rowCount())]


def answer(monkeypatch, yes):
    asked = []

    def fake(parent, title, text, verb, safe="", *, danger=False):
        asked.append((title, text))
        return yes

    monkeypatch.setattr("tillid_planner.ui.register.record_form.ask", fake)
    return asked


def type_new(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    qtbot.keyClicks(widget, text)


def leave_field(qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


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


class TestForm:
    @pytest.fixture
    def task_id(self, unit):
        return new_id(unit.register.add_task(DESCRIBED), Kind.TASK)

    @pytest.fixture
    def form(self, page, task_id):
        page.open_target(Target(task_id=task_id))
        return page.form

    def test_a_new_task_is_stored_when_its_name_is_left(self, qtbot, unit, page):
        qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        name = page.form.view.name
        assert name.hasFocus()
        qtbot.keyClicks(name, "Vagtplan")
        assert unit.register.tasks() == []
        leave_field(qtbot)
        assert [task.name for task in unit.register.tasks()] == ["Vagtplan"]
        assert page.form.view.header.title.text() == "Vagtplan"

    def test_what_is_filled_in_before_the_name_waits_for_it(self, qtbot, unit, page):
        page.open_target(Target(act="new"))
        view = page.form.view
        type_new(qtbot, view.hours, "4,5")
        leave_field(qtbot)
        view.consequence.choose(2)
        assert unit.register.tasks() == []
        type_new(qtbot, view.name, "Vagtplan")
        leave_field(qtbot)
        (stored,) = unit.register.tasks()
        assert (stored.name, stored.hours_per_week, stored.consequence) == ("Vagtplan", 4.5, 2)

    def test_leaving_an_unnamed_task_with_contents_asks_first(self, qtbot, unit, page, monkeypatch):
        page.start_new()
        type_new(qtbot, page.form.view.purpose, "Alle kender deres uge")
        asked = answer(monkeypatch, yes=False)
        qtbot.keyClick(page.form.view.purpose, Qt.Key.Key_Escape)
        assert asked
        assert page.form.isVisible()
        assert page.form.view.purpose.value() == "Alle kender deres uge"

    def test_each_field_is_stored_as_it_is_left(self, qtbot, unit, form, task_id):
        view = form.view
        type_new(qtbot, view.purpose, "Sår heler hurtigt")
        leave_field(qtbot)
        type_new(qtbot, view.hours, "6,25")
        leave_field(qtbot)
        view.clarity.choose(1)
        stored = unit.register.task(task_id)
        assert (stored.purpose, stored.hours_per_week, stored.clarity) == ("Sår heler hurtigt", 6.25, 1)

    def test_every_change_can_be_undone_from_its_toast(self, qtbot, unit, form, task_id):
        told = []
        form.desk.noticed.connect(told.append)
        form.view.scope.setFocus()
        form.view.consequence.choose(1)
        assert told[-1].undoable
        form.desk.undo()
        assert unit.register.task(task_id).consequence == 3
        assert form.view.consequence.value() == 3

    def test_hours_that_cannot_be_read_stay_with_an_error_and_are_not_stored(self, qtbot, unit, form, task_id):
        view = form.view
        type_new(qtbot, view.hours, "5,o")
        leave_field(qtbot)
        assert view.hours_field.error() == "Skriv timer, fx 2,5 eller 2:30."
        assert unit.register.task(task_id).hours_per_week == 5.5
        unit.register.save_task(replace(unit.register.task(task_id), purpose="Nyt"))
        form.refresh()
        assert view.purpose.value() == "Nyt"
        assert view.hours.text() == "5,o"
        assert view.hours_field.error()
        type_new(qtbot, view.hours, "7")
        leave_field(qtbot)
        assert view.hours_field.error() is None
        assert unit.register.task(task_id).hours_per_week == 7

    def test_hours_beyond_a_week_are_refused(self, qtbot, unit, form, task_id):
        type_new(qtbot, form.view.hours, "200")
        leave_field(qtbot)
        assert form.view.hours_field.error()
        assert unit.register.task(task_id).hours_per_week == 5.5

    def test_an_emptied_name_stays_empty_with_an_error_and_the_rest_goes_on(self, qtbot, unit, form, task_id):
        type_new(qtbot, form.view.name, "")
        leave_field(qtbot)
        assert form.view.name_field.error() == words("da").text("faults.required")
        form.view.clarity.choose(2)
        stored = unit.register.task(task_id)
        assert (stored.name, stored.clarity) == ("Sårpleje", 2)
        assert form.view.name.text() == ""

    def test_leaving_with_something_unkept_asks(self, qtbot, form, page, monkeypatch):
        type_new(qtbot, form.view.hours, "5,o")
        asked = answer(monkeypatch, yes=True)
        qtbot.keyClick(form.view.hours, Qt.Key.Key_Escape)
        assert asked
        assert page.view.isVisible()

    def test_going_back_keeps_what_is_being_typed(self, qtbot, unit, form, page, task_id):
        type_new(qtbot, form.view.purpose, "Helt nyt formål")
        qtbot.keyClick(form.view.purpose, Qt.Key.Key_Escape)
        assert page.view.isVisible()
        assert unit.register.task(task_id).purpose == "Helt nyt formål"

    def test_a_change_elsewhere_does_not_touch_what_is_being_typed(self, qtbot, unit, form, task_id):
        type_new(qtbot, form.view.purpose, "Halvt skrev")
        form.desk.run(lambda: unit.register.archive_task(task_id))
        assert form.view.purpose.hasFocus()
        assert form.view.purpose.value() == "Halvt skrev"
        assert form.view.header.tag.isVisible()

    def test_a_task_undone_away_leads_back_to_the_list(self, qtbot, unit, page):
        page.start_new()
        type_new(qtbot, page.form.view.name, "Vagtplan")
        leave_field(qtbot)
        page.desk.undo()
        assert not page.form.isVisible()

    def test_put_away_and_taken_out_again(self, qtbot, unit, form, task_id):
        qtbot.mouseClick(form.view.archive, Qt.MouseButton.LeftButton)
        assert unit.register.task(task_id).archived_on == TODAY
        assert form.view.archive.text() == "Tag frem igen"
        qtbot.mouseClick(form.view.archive, Qt.MouseButton.LeftButton)
        assert unit.register.task(task_id).archived_on is None

    def test_the_meaning_follows_the_answers(self, qtbot, form):
        meaning = form.view.meaning
        assert (
            meaning.exposure.text()
            == "Fejl får følger og er svære at fange eller gøre om. Det trækker 2 trin for alle."
        )
        assert meaning.badge.accessibleName() == "3 Aftalt plan"
        form.view.detection.choose(1)
        assert meaning.badge.accessibleName() == "4 Handler og orienterer"
        form.view.clarity.choose(1)
        assert meaning.badge.accessibleName() == "2 Indstillende"

    def test_the_law_is_said_where_it_is_the_limit(self, qtbot, unit, form, task_id):
        ceiling = form.view.ceiling
        ceiling.setFocus()
        qtbot.keyClick(ceiling, Qt.Key.Key_End)
        assert unit.register.task(task_id).legal_ceiling == 0
        assert not form.view.meaning.badge.isVisible()
        shown = [label.text() for label in form.view.meaning.findChildren(TextLabel) if label.isVisible()]
        assert "Opgaven må efter loven ikke gives videre." in shown

    def test_unanswered_questions_show_nothing_chosen_and_say_what_they_are_for(self, unit, page):
        page.open_target(Target(task_id=add_task(unit, name="Ubeskrevet")))
        assert page.form.view.consequence.value() is None
        shown = [label.text() for label in page.form.view.meaning.findChildren(TextLabel) if label.isVisible()]
        assert any("Svar på de fire spørgsmål" in text for text in shown)

    def test_scope_by_mouse(self, qtbot, unit, form, task_id):
        segments = [child for child in form.view.scope.children() if getattr(child, "key", None) == Scope.GOAL]
        qtbot.mouseClick(segments[0], Qt.MouseButton.LeftButton)
        assert unit.register.task(task_id).scope is Scope.GOAL


def click_edit(qtbot, card):
    (row,) = [row for row in card.findChildren(RedLineRow) if row.isVisible()]
    qtbot.mouseClick(row.edit, Qt.MouseButton.LeftButton)


class TestRedLines:
    @pytest.fixture
    def task_id(self, unit):
        line = RedLine(text="Tavshedspligten", source="Loven")
        return new_id(unit.register.add_task(Task(name="Samtaler", red_lines=(line,))), Kind.TASK)

    @pytest.fixture
    def card(self, page, task_id):
        page.open_target(Target(task_id=task_id))
        return page.form.view.red_lines

    def test_a_new_line_is_stored_with_its_text_and_goes_on(self, qtbot, unit, card, task_id):
        qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
        assert card.editor.text.hasFocus()
        qtbot.keyClicks(card.editor.text, "Aldrig alene")
        leave_field(qtbot)
        qtbot.keyClicks(card.editor.source, "Instruks")
        leave_field(qtbot)
        qtbot.mouseClick(card.editor.done_button, Qt.MouseButton.LeftButton)
        lines = unit.register.task(task_id).red_lines
        assert [(line.text, line.source) for line in lines] == [
            ("Tavshedspligten", "Loven"),
            ("Aldrig alene", "Instruks"),
        ]
        assert not card.editor.isVisible()

    def test_an_emptied_line_stays_open_with_an_error(self, qtbot, unit, page, card, task_id):
        click_edit(qtbot, card)
        type_new(qtbot, card.editor.text, "")
        qtbot.mouseClick(card.editor.done_button, Qt.MouseButton.LeftButton)
        assert card.editor.isVisible()
        assert unit.register.task(task_id).red_lines[0].text == "Tavshedspligten"

    def test_escape_closes_the_line_before_the_form(self, qtbot, unit, page, card, task_id):
        qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(card.editor.text, "Aldrig alene")
        qtbot.keyClick(card.editor.text, Qt.Key.Key_Escape)
        assert page.form.isVisible()
        assert not card.editor.isVisible()
        assert len(unit.register.task(task_id).red_lines) == 2

    def test_removing_a_line_can_be_undone(self, qtbot, unit, page, card, task_id):
        click_edit(qtbot, card)
        qtbot.mouseClick(card.editor.remove_button, Qt.MouseButton.LeftButton)
        assert unit.register.task(task_id).red_lines == ()
        page.desk.undo()
        assert [line.text for line in unit.register.task(task_id).red_lines] == ["Tavshedspligten"]


class TestMeaning:
    @pytest.mark.parametrize(
        ("consequence", "reversal", "detection", "net"),
        [
            (3, 3, 2, Net(3, 1)),
            (3, 3, 3, Net(3, 1)),
            (3, 2, 3, Net(2, 2)),
            (3, 2, 2, Net(1, 1)),
            (2, 2, 3, Net(2, 2)),
        ],
    )
    def test_the_way_up_names_the_smallest_better_net(self, consequence, reversal, detection, net):
        task = Task(name="x", consequence=consequence, reversal=reversal, detection=detection, clarity=3)
        meaning = meaning_of(task)
        assert meaning.net == net
        better = Task(name="x", consequence=consequence, reversal=net.reversal, detection=net.detection, clarity=3)
        assert meaning_of(better).highest == meaning.way_up

    def test_no_way_up_leads_past_the_law(self):
        meaning = meaning_of(Task(name="x", consequence=3, reversal=3, detection=3, clarity=1, legal_ceiling=2))
        assert (meaning.highest, meaning.by_law, meaning.way_up) == (2, True, None)

    def test_what_each_way_up_asks_for_suffices(self):
        for c in (1, 2, 3):
            for r in (1, 2, 3):
                for d in (1, 2, 3):
                    for k in (1, 2, 3):
                        meaning = meaning_of(Task(name="x", consequence=c, reversal=r, detection=d, clarity=k))
                        if meaning.way_up is None:
                            assert meaning.highest == 5
                            continue
                        net = meaning.net or Net(r, d)
                        after = meaning_of(
                            Task(
                                name="x",
                                consequence=c,
                                reversal=net.reversal,
                                detection=net.detection,
                                clarity=meaning.clarity or k,
                            )
                        )
                        assert after.highest >= meaning.way_up

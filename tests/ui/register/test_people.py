"""The page of people and teams: the registers, and the forms that keep themselves."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.ui.modal import delete_in_dialog
from tests.ui.register.register_steps import TODAY, leave_field, type_new
from tillid_planner.content import words
from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.assignee import Person, Team
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.task import MAX_NAME, Task
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.register.people import PeoplePage
from tillid_planner.ui.register.people_model import (
    PeopleModel,
    PersonColumn,
    PersonRow,
    TeamColumn,
    TeamRow,
    TeamsModel,
)
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.widgets import ElidedLabel, RungBadge


@pytest.fixture
def make_page(qtbot, themed_app, unit):
    def make(language="da"):
        install_language(themed_app, language)
        page = PeoplePage(Desk(unit, words(language)))
        qtbot.addWidget(page)
        page.resize(1182, 720)
        page.show()
        page.activateWindow()
        return page

    yield make
    install_language(themed_app, "da")


def add_person(unit, name="Ane Ravn", **fields) -> int:
    return new_id(unit.register.add_person(Person(name=name, **fields)), Kind.ASSIGNEE)


def add_team(unit, name="Aften", members=()) -> int:
    return new_id(unit.register.add_team(Team(name=name, member_ids=tuple(members))), Kind.ASSIGNEE)


def agree(unit, task, assignee_id, rung=2):
    task_id = new_id(unit.register.add_task(Task(name=task)), Kind.TASK)
    changes = unit.trust.agree(
        Agreement(task_id=task_id, assignee_id=assignee_id, rung=rung, agreed_on=TODAY, first_follow_up=TODAY)
    )
    unit.trust.set_state(new_id(changes, Kind.AGREEMENT), AgreementState.ACCEPTED)


def cell(page, row, column):
    return page.view.people.index(row, column).data()


def names(page):
    return [cell(page, row, PersonColumn.NAME) for row in range(page.view.people.rowCount())]


def click_cell(qtbot, page, table, row, column):
    place = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


class TestRegister:
    def test_an_empty_register_teaches_both_ways_in(self, qtbot, page):
        empty = page.view.no_people
        assert empty.isVisible()
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.act)))
        qtbot.mouseClick(empty.import_button, Qt.MouseButton.LeftButton)
        assert wanted == [("import", "staff")]
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
        assert page.person_form.view.name.hasFocus()

    def test_people_stand_in_danish_order_with_their_facts(self, unit, page):
        for name in ("Åse Vang", "Ægir Holm", "Østen Bo"):
            add_person(unit, name)
        first = add_person(unit, "Bo Lind", role="Sygeplejerske", weekly_hours=30.5, started_on=date(2019, 3, 1))
        add_team(unit, "Aften", [first])
        page.refresh()
        assert names(page) == ["Bo Lind", "Ægir Holm", "Østen Bo", "Åse Vang"]
        assert [cell(page, 0, column) for column in list(PersonColumn)[:5]] == [
            "Bo Lind", "Sygeplejerske", "30,5", "marts 2019", "Aften",
        ]  # fmt: skip

    def test_those_who_have_left_show_only_when_asked_for(self, qtbot, unit, page):
        add_person(unit, "Ane Ravn")
        add_person(unit, "Bo Lind", ended_on=date(2026, 10, 31))
        page.refresh()
        assert names(page) == ["Ane Ravn"]
        qtbot.mouseClick(page.view.show_gone, Qt.MouseButton.LeftButton)
        assert names(page) == ["Ane Ravn", "Bo Lind"]
        assert cell(page, 1, PersonColumn.SINCE) == "til oktober 2026"

    def test_the_row_leads_to_tasks_and_rungs(self, qtbot, unit, page):
        person_id = add_person(unit)
        page.refresh()
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.assignee_id)))
        click_cell(qtbot, page, page.view.people_table, 0, PersonColumn.TRUST)
        assert wanted == [("person", person_id)]
        assert page.view.isVisible()

    def test_one_click_anywhere_in_the_row_opens_the_person_s_page(self, qtbot, unit, page):
        person_id = add_person(unit)
        page.refresh()
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.assignee_id)))
        table = page.view.people_table
        click_cell(qtbot, page, table, 0, PersonColumn.NAME)
        assert wanted == [("person", person_id)]
        assert table.current_row() == 0

    def test_enter_opens_the_page_and_one_comes_back_to_the_same_row(self, qtbot, unit, page):
        ids = [add_person(unit, name) for name in ("A", "B", "C")]
        page.refresh()
        table = page.view.people_table
        table.setFocus()
        table.select_row(1)
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.assignee_id)))
        qtbot.keyClick(table, Qt.Key.Key_Return)
        assert wanted == [("person", ids[1])]
        page.open_target(Target(assignee_id=ids[1], act="list"))
        assert table.current_row() == 1
        assert table.hasFocus()

    def test_escape_in_the_form_comes_back_to_the_same_row(self, qtbot, unit, page):
        ids = [add_person(unit, name) for name in ("A", "B", "C")]
        page.refresh()
        table = page.view.people_table
        page.open_target(Target(assignee_id=ids[1]))
        assert page.person_form.view.name.text() == "B"
        qtbot.keyClick(page.person_form.view.name, Qt.Key.Key_Escape)
        assert table.current_row() == 1
        assert table.hasFocus()

    def test_delete_asks_and_the_row_goes(self, qtbot, unit, page):
        add_person(unit)
        page.refresh()
        table = page.view.people_table
        table.setFocus()
        table.select_row(0)
        delete_in_dialog(qtbot, lambda: qtbot.keyClick(table, Qt.Key.Key_Delete), yes=False)
        assert names(page) == ["Ane Ravn"]
        page.activateWindow()
        qtbot.waitUntil(table.hasFocus)
        delete_in_dialog(qtbot, lambda: qtbot.keyClick(table, Qt.Key.Key_Delete))
        assert unit.register.people() == []
        page.desk.undo()
        assert names(page) == ["Ane Ravn"]

    def test_the_filter_finds_by_name_and_role(self, qtbot, unit, page):
        add_person(unit, "Ane Ravn", role="Vikar")
        add_person(unit, "Bo Lind")
        page.refresh()
        qtbot.keyClicks(page.view.finder, "vik")
        assert names(page) == ["Ane Ravn"]
        qtbot.keyClicks(page.view.finder, "xx")
        assert page.view.no_match.isVisible()

    def test_the_tab_of_teams_lists_members_and_makes_teams(self, qtbot, unit, page):
        add_team(unit, "Aften", [add_person(unit, "Bo Lind"), add_person(unit, "Ane Ravn")])
        page.refresh()
        page.view.tabs.setFocus()
        qtbot.keyClick(page.view.tabs, Qt.Key.Key_Right)
        assert page.view.teams_table.isVisible()
        assert page.view.teams.index(0, TeamColumn.COUNT).data() == "2"
        assert page.view.teams.index(0, TeamColumn.MEMBERS).data() == "Ane Ravn, Bo Lind"
        assert page.view.new_button.text() == "Nyt team"
        qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert page.team_form.view.name.hasFocus()

    def test_a_refresh_leaves_focus_and_selection_alone(self, unit, page):
        for number in range(60):
            add_person(unit, f"Person {number}")
        page.refresh()
        page.view.people_table.select_row(40)
        page.view.finder.setFocus()
        add_person(unit, "Aage")
        page.refresh()
        assert page.view.finder.hasFocus()
        assert cell(page, page.view.people_table.current_row(), PersonColumn.NAME) == "Person 40"

    def test_long_names_do_not_widen_the_page(self, unit, page):
        person_id = add_person(unit, "x" * MAX_NAME, role="y" * MAX_NAME)
        team_id = add_team(unit, "z" * MAX_NAME, [person_id])
        page.refresh()
        for target in (person_id, team_id):
            page.open_target(Target(assignee_id=target))
            assert page.minimumSizeHint().width() < 1000

    def test_the_models_keep_qts_rules(self, qtmodeltester, themed_app):
        people = PeopleModel()
        people.set_rows(
            [
                PersonRow(Person(name="Ane", weekly_hours=30, started_on=TODAY), ("A", "B", "C")),
                PersonRow(Person(name="Bo", ended_on=TODAY), gone=True),
            ]
        )
        qtmodeltester.check(people)
        teams = TeamsModel()
        teams.set_rows([TeamRow(Team(name="Aften"), ("Ane", "Bo")), TeamRow(Team(name="Dag"))])
        qtmodeltester.check(teams)

    def test_english(self, unit, make_page):
        page = make_page("en")
        add_person(unit, weekly_hours=30.5, started_on=date(2019, 3, 1))
        page.refresh()
        assert cell(page, 0, PersonColumn.HOURS) == "30.5"
        assert cell(page, 0, PersonColumn.SINCE) == "March 2019"
        assert page.view.header.subtitle.text() == "1 person · 0 teams"


class TestPersonForm:
    @pytest.fixture
    def person_id(self, unit):
        return add_person(unit, weekly_hours=32, started_on=date(2019, 3, 1))

    @pytest.fixture
    def form(self, page, person_id):
        page.open_target(Target(assignee_id=person_id))
        return page.person_form

    def test_a_new_person_is_stored_when_the_name_is_left(self, qtbot, unit, page):
        page.open_target(Target(act="new"))
        qtbot.keyClicks(page.person_form.view.name, "Ane Ravn")
        assert unit.register.people() == []
        leave_field(qtbot)
        qtbot.keyClicks(page.person_form.view.role, "Vikar")
        leave_field(qtbot)
        (stored,) = unit.register.people()
        assert (stored.name, stored.role) == ("Ane Ravn", "Vikar")

    def test_bad_hours_stay_with_an_error_and_nothing_is_stored(self, qtbot, unit, form, person_id):
        type_new(qtbot, form.view.hours, "tredive")
        leave_field(qtbot)
        form.refresh()
        assert form.view.hours.text() == "tredive"
        assert form.view.hours_field.error() == "Skriv timer, fx 2,5 eller 2:30."
        assert unit.register.assignee(person_id).weekly_hours == 32

    def test_what_is_no_email_is_said_beside_the_field(self, qtbot, unit, form, person_id):
        type_new(qtbot, form.view.email, "ane eksempel")
        leave_field(qtbot)
        assert form.view.email_field.error() == words("da").text("faults.not_an_email")
        assert unit.register.assignee(person_id).email == ""
        type_new(qtbot, form.view.email, "ane@eksempel.dk")
        leave_field(qtbot)
        assert form.view.email_field.error() is None
        assert unit.register.assignee(person_id).email == "ane@eksempel.dk"

    def test_a_last_day_before_the_first_is_refused_and_stays(self, qtbot, unit, form, person_id):
        type_new(qtbot, form.view.ended, "1.2.2019")
        leave_field(qtbot)
        assert form.view.ended_field.error() == words("da").text("faults.ends_before_start")
        assert unit.register.assignee(person_id).ended_on is None
        form.refresh()
        assert form.view.ended.text() == "01.02.2019"

    def test_an_undone_change_shows_in_the_field(self, qtbot, unit, form, person_id):
        type_new(qtbot, form.view.role, "Vikar")
        leave_field(qtbot)
        assert unit.register.assignee(person_id).role == "Vikar"
        form.desk.undo()
        assert form.view.role.text() == ""

    def test_a_change_elsewhere_does_not_touch_what_is_being_typed(self, qtbot, unit, form):
        type_new(qtbot, form.view.role, "Syge")
        form.desk.run(lambda: unit.register.add_team(Team(name="Aften")))
        assert form.view.role.hasFocus()
        assert form.view.role.text() == "Syge"

    def test_a_team_is_joined_and_left_with_a_tick(self, qtbot, unit, page, person_id):
        team_id = add_team(unit)
        page.open_target(Target(assignee_id=person_id))
        box = page.person_form.view.teams.boxes[team_id]
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
        assert unit.register.assignee(team_id).member_ids == (person_id,)
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
        assert unit.register.assignee(team_id).member_ids == ()
        assert box.hasFocus()

    def test_what_the_person_holds_stands_by_name(self, unit, page, person_id):
        agree(unit, "Vagtplan", person_id, rung=1)
        agree(unit, "Ernæring", person_id, rung=2)
        page.open_target(Target(assignee_id=person_id))
        held = page.person_form.view.held
        shown = [label.text() for label in held.findChildren(ElidedLabel) if label.isVisible()]
        assert shown == ["Ernæring", "Vagtplan"]
        badges = [badge.accessibleName() for badge in held.findChildren(RungBadge) if badge.isVisible()]
        assert badges == ["Ernæring: 2 Indstillende", "Vagtplan: 1 Vejledt"]

    def test_the_button_leads_to_tasks_and_rungs(self, qtbot, form, person_id):
        wanted = []
        form.desk.page_requested.connect(lambda key, target: wanted.append((key, target.assignee_id)))
        qtbot.mouseClick(form.view.trust, Qt.MouseButton.LeftButton)
        assert wanted == [("trust", person_id)]

    def test_deleting_from_the_form_leads_back(self, qtbot, unit, page, form):
        delete_in_dialog(qtbot, lambda: qtbot.mouseClick(form.view.delete, Qt.MouseButton.LeftButton))
        assert unit.register.people() == []
        assert page.view.isVisible()


class TestTeamForm:
    def test_members_ticked_before_the_name_wait_for_it(self, qtbot, unit, page):
        person_id = add_person(unit)
        page.open_target(Target(act="new_team"))
        view = page.team_form.view
        qtbot.mouseClick(view.members.boxes[person_id], Qt.MouseButton.LeftButton)
        assert unit.register.teams() == []
        type_new(qtbot, view.name, "Aften")
        leave_field(qtbot)
        (stored,) = unit.register.teams()
        assert (stored.name, stored.member_ids) == ("Aften", (person_id,))

    def test_members_are_offered_by_name_without_those_who_left(self, unit, page):
        for name in ("Åse", "Bo", "Ane"):
            add_person(unit, name)
        add_person(unit, "Gammel", ended_on=date(2026, 1, 1))
        page.open_target(Target(act="new_team"))
        assert [box.text() for box in page.team_form.view.members.boxes.values()] == ["Ane", "Bo", "Åse"]

    def test_a_taken_name_is_said_beside_the_field(self, qtbot, unit, page):
        add_team(unit, "Aften")
        page.open_target(Target(act="new_team"))
        type_new(qtbot, page.team_form.view.name, "aften")
        leave_field(qtbot)
        assert page.team_form.view.name_field.error() == words("da").text("faults.name_taken")
        assert page.team_form.view.name.text() == "aften"

    def test_a_tick_is_stored_and_undone(self, qtbot, unit, page):
        person_id, team_id = add_person(unit), add_team(unit)
        page.open_target(Target(assignee_id=team_id))
        box = page.team_form.view.members.boxes[person_id]
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
        assert unit.register.assignee(team_id).member_ids == (person_id,)
        assert page.team_form.view.header.subtitle.text() == "1 medlem"
        page.desk.undo()
        assert not box.isChecked()

"""The page of one person: what is read, how it is walked through, and that there is room for the words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import TODAY, a_person, a_task, agreed, rated
from tests.ui.person.shown_person import cells, show, spoken
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.changes import Kind
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Target
from tillid_planner.ui.person.lines_model import Column, LinesModel
from tillid_planner.ui.theme import set_ratings_hidden
from tillid_planner.ui.widgets.focus import set_keyboard_in_use
from tillid_planner.ui.widgets.record_list import Record, RecordModel


class TestOverview:
    def test_the_head_says_who_it_is(self, page, amina):
        show(page, amina[0])
        assert page.view.header.title.text() == "Amina Holm"
        assert page.view.header.subtitle.text() == "SOSU-assistent · 32 timer om ugen"

    def test_tasks_stand_by_name_with_rung_suggestion_and_wish(self, page, amina):
        show(page, amina[0])
        assert [cells(page, row)[:3] for row in range(3)] == [
            ["Ernæring", "Indstillende", "bærer mere"],
            ["Medicin", "Handler og orienterer", "mindre"],
            ["Sårpleje", "Aftalt plan", "passer"],
        ]

    def test_too_little_freedom_stands_as_plainly_as_too_much(self, page, amina):
        show(page, amina[0])
        overview = page.view.overview
        assert overview.more.label.text() == "Kan bære mere, end der er aftalt: Ernæring"
        assert overview.less.label.text() == "Aftalt højere, end der kan bæres nu: Medicin"
        assert overview.more.label.font() == overview.less.label.font()
        assert overview.more.isVisible()
        assert overview.less.isVisible()

    def test_the_why_gives_limit_lift_and_what_was_seen(self, page, amina):
        show(page, amina[0], task_id=amina[1]["course"])
        said = " ".join(label.text() for label in page.view.overview.why.labels if label.isVisible())
        assert "Det, der sætter grænsen: kompetence (3 af 5)" in said
        assert "Et trin op kræver:" in said
        assert "Tog fotoet uden at blive mindet om det." in said

    def test_the_employee_s_words_stand_as_they_were_said(self, page, amina):
        show(page, amina[0], task_id=amina[1]["more"])
        said = [label.text() for label in page.view.overview.why.labels if label.isVisible()]
        assert "Medarbejderens egne ord: «Jeg kan godt selv.»" in said

    def test_arrow_keys_in_the_table_take_course_and_why_along(self, qtbot, page, amina):
        show(page, amina[0])
        table = page.view.overview.table
        assert table.hasFocus()
        qtbot.keyClick(table, Qt.Key.Key_Down)
        assert page.view.overview.course.task.text() == "Medicin"

    def test_enter_opens_the_pair_in_trust(self, qtbot, page, amina):
        show(page, amina[0])
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target)))
        qtbot.keyClick(page.view.overview.table, Qt.Key.Key_Return)
        assert wanted == [("trust", Target(task_id=amina[1]["more"], assignee_id=amina[0]))]

    def test_a_change_elsewhere_is_shown_and_the_chosen_task_stays(self, page, unit, amina):
        show(page, amina[0], task_id=amina[1]["course"])
        page.desk.run(lambda: unit.trust.rate(amina[1]["less"], amina[0], Dimension.COMPETENCE, 4))
        assert cells(page, 1)[2] == "passer"
        assert page.view.overview.course.task.text() == "Sårpleje"

    def test_a_suggestion_nobody_has_opened_is_not_told(self, page, unit):
        task, person = a_task(unit), a_person(unit)
        rated(unit, task, person, 5, 5, 5)
        show(page, person)
        assert cells(page, 0)[1:3] == ["Ikke aftalt", "ikke åbnet"]

    def test_nobody_has_touched_anything(self, qtbot, page, unit):
        show(page, a_person(unit))
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append(key))
        assert page.view.overview.empty.isVisible()
        qtbot.mouseClick(page.view.overview.empty.button, Qt.MouseButton.LeftButton)
        assert wanted == ["trust"]

    def test_one_who_has_left_and_one_with_eighty_letters_can_be_read(self, page, unit):
        person = a_person(unit, "A" * 80, ended_on=TODAY - timedelta(days=300), started_on=None)
        show(page, person)
        assert page.view.header.subtitle.text() == "til januar 2026"
        assert page.width() == 1182

    def test_a_person_who_is_deleted_leads_back_to_the_list(self, page, unit, amina):
        show(page, amina[0])
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append(key))
        page.desk.run(lambda: unit.register.remove_assignee(amina[0]).changes)
        assert wanted == ["people"]

    def test_a_team_is_shown_with_its_members(self, page, unit, amina):
        team = new_id(unit.register.add_team(Team(name="Aften", member_ids=(amina[0],))), Kind.ASSIGNEE)
        show(page, team)
        assert page.view.header.subtitle.text() == "Amina Holm"

    def test_the_plot_moves_under_the_table_in_a_low_window(self, page, amina):
        show(page, amina[0])
        overview = page.view.overview

        def top(widget):
            return widget.mapTo(overview, QPoint(0, 0))

        assert top(overview.course).x() > top(overview.tasks_card).x() + 300
        page.resize(1096, 560)
        QApplication.processEvents()
        assert top(overview.course).x() == top(overview.tasks_card).x()
        assert top(overview.course).y() > top(overview.tasks_card).y()

    def test_escape_goes_back_to_the_same_person_in_the_list(self, qtbot, page, amina):
        show(page, amina[0])
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target)))
        qtbot.keyClick(page.view.overview.table, Qt.Key.Key_Escape)
        assert wanted == [("people", Target(assignee_id=amina[0], act="list"))]


def test_everything_is_read_aloud(page, amina):
    show(page, amina[0], task_id=amina[1]["more"])
    table = page.view.overview.table
    model = table.model()
    row = page.view.overview.model.row_of(amina[1]["more"])
    said = [model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(len(Column))]
    assert said[1] == "trin 2, Indstillende, siden 23. november"
    assert said[2] == "trin 2, Indstillende, bærer mere"
    assert said[3] == "trin 4, Handler og orienterer"
    assert all(
        spoken(widget)[0]
        for widget in (
            table,
            page.view.tabs,
            page.view.more,
            page.view.print_button,
            page.view.prepare_button,
            page.view.overview.course.list,
            page.view.overview.course.plot,
        )
    )
    face = QAccessible.queryAccessibleInterface(table)
    assert face.childCount() > 10


def test_hidden_reads_no_rung_aloud_and_paints_no_word(page, amina):
    show(page, amina[0])
    set_ratings_hidden(True)
    model = page.view.overview.model
    said = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        for column in (Column.AGREED, Column.SUGGESTED, Column.OWN)
    ]
    assert set(said) == {""}
    page.open_target(Target(assignee_id=amina[0], act="agreements"))
    records = page.view.agreements.list.records
    assert records.rowCount() == 4
    assert "Trin" not in records.index(0).data()


def test_models_hold_what_qt_asks_of_them(qtmodeltester, unit, amina, themed_app):
    model = LinesModel(words("da"))
    model.set_lines(unit.person_review.of(amina[0]).lines, TODAY)
    qtmodeltester.check(model)
    records = RecordModel()
    records.set_records([Record("a", "b"), Record("c", "d", "e", rung=(3, "agreed"))])
    qtmodeltester.check(records)


def test_sixty_tasks_and_ten_years_are_shown_at_once(page, unit, days):
    person = a_person(unit)
    for number in range(60):
        days.day = TODAY - timedelta(days=3600 - number)
        task = a_task(unit, f"Opgave {number}")
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, 3)
        for _ in range(4):
            days.day += timedelta(days=365)
            agreement = unit.trust.sheet(task, person).agreement
            unit.trust.agree(replace(unit.trust.draft(task, person, 3), state=agreement.state))
    days.day = TODAY
    show(page, person)
    page.refresh()
    QApplication.processEvents()
    assert page.view.overview.model.rowCount() == 60


class TestRoomForWords:
    def test_a_name_of_eighty_letters_stands_on_two_lines_and_a_short_one_on_one(self, page, unit):
        long = a_person(unit, "Karen-Margrethe Alexandrine von Rosenkrantz-Bendtsen Kierkegaard af Vestergaard")
        show(page, long)
        title = page.view.header.title
        assert title.height() == 2 * 20
        page.open_target(Target(assignee_id=a_person(unit, "Bo Lindskov")))
        assert title.height() == 28

    def test_rows_are_as_high_as_their_words(self, page, unit):
        person = a_person(unit)
        for name in ("Kort", "Et navn, der er så langt, at det ikke kan stå på en enkelt linje i kolonnen"):
            task = a_task(unit, name)
            rated(unit, task, person, 3, 3, 3)
            agreed(unit, task, person, 3)
        show(page, person)
        table = page.view.overview.table
        long, short = table.rowHeight(0), table.rowHeight(1)
        assert long == short + 20
        # Nothing scrolls while there is room.
        assert not table.verticalScrollBar().isVisible()

    def test_a_card_of_records_ends_with_its_last_one(self, page, unit, amina):
        show(page, amina[0], act="breaches")
        tab = page.view.breaches
        assert tab.card.height() < tab.stack.height() / 2
        assert not tab.list.verticalScrollBar().isVisible()


def test_a_team_is_spoken_of_as_a_team(page, unit):
    person = a_person(unit)
    team = new_id(unit.register.add_team(Team(name="Team Aften", member_ids=(person,))), Kind.ASSIGNEE)
    task = a_task(unit)
    rated(unit, task, team, 3, 3, 3)
    unit.trust.note_employee(agreed(unit, task, team, 3).id, rung=4, view="Vi kan selv.")
    unit.person_review.show_all(team)
    show(page, team)
    said = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "teamets ønske" in said
    assert "Teamets egne ord: «Vi kan selv.»" in said
    assert "Vist for teamet" in said
    assert "edarbejderen" not in said


@pytest.fixture
def by_keyboard():
    set_keyboard_in_use(True)
    yield
    set_keyboard_in_use(False)


def test_the_keyboard_is_seen_where_a_page_is_opened_with_it(page, amina, by_keyboard):
    show(page, amina[0])
    assert QApplication.focusWidget() is page.view.overview.table
    assert page.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    for tab in ("agreements", "comments"):
        page.open_target(Target(assignee_id=amina[0], act=tab))
        assert QApplication.focusWidget() is page.view.tabs

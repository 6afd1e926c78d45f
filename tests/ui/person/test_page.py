"""The page of one person: what is read, how it is walked through, and that the plot shows the data behind it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import closed, noted, talked
from tillid_planner.content import words
from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus, Cause, Dimension
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.conversation import Side, StepKind
from tillid_planner.domain.course import Mark, course_of
from tillid_planner.domain.follow_up import FollowUp, Outcome
from tillid_planner.domain.rating import Rater
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.person.course_plot import CoursePlot
from tillid_planner.ui.person.course_scale import scale_of
from tillid_planner.ui.person.lines_model import Column, LinesModel
from tillid_planner.ui.person.own_rating_dialog import OwnRatingDialog
from tillid_planner.ui.person.page import PersonPage
from tillid_planner.ui.theme import set_ratings_hidden
from tillid_planner.ui.widgets.focus import set_keyboard_in_use
from tillid_planner.ui.widgets.link import Link
from tillid_planner.ui.widgets.record_list import Record, RecordModel


class Days:
    def __init__(self) -> None:
        self.today = TODAY - timedelta(days=200)

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def days():
    return Days()


@pytest.fixture
def unit(days):
    session = a_session(days)
    yield session
    session.close()


@pytest.fixture
def page(qtbot, themed_app, unit):
    made = PersonPage(Desk(unit, words("da")))
    qtbot.addWidget(made)
    made.resize(1182, 720)
    return made


def show(page, person, **target):
    page.open_target(Target(assignee_id=person, **target))
    page.show()
    page.activateWindow()
    QApplication.processEvents()


@pytest.fixture
def amina(unit, days):
    """Three tasks: one with a course, one that could carry more, one agreed above what is carried."""
    person = a_person(unit, role="SOSU-assistent", weekly_hours=32.0)
    course, more, less = (a_task(unit, name) for name in ("Sårpleje", "Ernæring", "Medicin"))
    rated(unit, course, person, 3, 4, 4)
    agreed(unit, course, person, 2)
    days.today += timedelta(days=20)
    unit.following.hold(unit.trust.sheet(course, person).next_follow_up.id, Outcome.GOOD, learned_leader="Gik fint.")
    agreed(unit, course, person, 3)
    days.today += timedelta(days=30)
    unit.following.hold(unit.trust.sheet(course, person).next_follow_up.id, Outcome.PARTLY)
    breach = noted(unit, (course, person), "Fotoet manglede.")
    days.today += timedelta(days=15)
    talked(unit, breach, Cause.COMPETENCE)
    closed(unit, breach)
    days.today = TODAY
    unit.trust.rate(
        course, person, Dimension.COMPETENCE, 3, example="Tog fotoet uden at blive mindet om det.", seen_on=TODAY
    )
    rated(unit, more, person, 5, 5, 5)
    wish = agreed(unit, more, person, 2)
    unit.trust.note_employee(wish.id, rung=4, view="Jeg kan godt selv.")
    rated(unit, less, person, 4, 4, 4)
    agreed(unit, less, person, 4)
    unit.trust.rate(less, person, Dimension.COMPETENCE, 2)
    return person, {"course": course, "more": more, "less": less}


def spoken(widget) -> tuple[str, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)


def cells(page, row) -> list[str]:
    model = page.view.overview.model
    return [model.index(row, column).data() or "" for column in Column]


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


def a_course():
    day = date(2026, 1, 1)

    def on(number):
        return day + timedelta(days=number)

    def agreement(number, rung, at, suggested=None):
        return Agreement(
            id=number,
            task_id=1,
            assignee_id=1,
            rung=rung,
            agreed_on=on(at),
            state=AgreementState.ACCEPTED,
            suggested_rung=suggested,
        )

    looks = [
        FollowUp(agreement_id=a, due_on=on(d), held_on=on(d), outcome=o)
        for a, d, o in ((1, 10, Outcome.GOOD), (1, 30, Outcome.NOT_OK), (2, 90, Outcome.PARTLY))
    ]
    breach = Breach(
        task_id=1,
        assignee_id=1,
        noted_on=on(40),
        happened_on=on(40),
        facts="x",
        rung_at_breach=3,
        status=BreachStatus.CLOSED,
        closed_on=on(70),
    )
    return course_of([agreement(1, 3, 0), agreement(2, 2, 41), agreement(3, 4, 120, 3)], looks, [breach]), on(200)


@pytest.fixture
def plot(host, themed_app):
    course, today = a_course()
    made = CoursePlot(words("da"))
    made.show_course(course, "Sårpleje", today)
    host(made)
    return made


class TestPlot:
    def test_every_point_stands_at_its_day_and_rung(self, plot):
        scale, points = plot.scale_now(), plot.course.points
        assert [p.mark for p in points] == [
            Mark.STEP,
            Mark.LOOK,
            Mark.LOOK,
            Mark.BREACH,
            Mark.STEP,
            Mark.CLOSED,
            Mark.LOOK,
            Mark.STEP,
        ]
        rungs = {0: 3, 1: 3, 2: 3, 4: 2, 6: 2, 7: 4}
        for number, point in enumerate(points):
            place = plot.place(number)
            part = (point.day - scale.first) / (scale.last - scale.first)
            assert place.x() == pytest.approx(scale.left + part * (scale.right - scale.left))
            if number in rungs:
                assert place.y() == pytest.approx(scale.y(rungs[number]))
        assert [p.x() for p in map(plot.place, range(len(points)))] == sorted(
            p.x() for p in map(plot.place, range(len(points)))
        )

    def test_breaches_stand_below_the_line(self, plot):
        assert plot.place(3).y() > plot.scale_now().y(2)
        assert plot.place(3).y() == plot.place(5).y()

    def test_the_line_is_drawn_where_the_data_say(self, plot):
        image, scale = plot.grab().toImage(), plot.scale_now()
        line = image.pixelColor(round(scale.x(date(2026, 1, 20))), round(scale.y(3)))
        grid = image.pixelColor(round(scale.x(date(2026, 1, 20))), round(scale.y(5)))
        assert line.lightness() < 90 < grid.lightness()
        after = image.pixelColor(round(scale.x(date(2026, 3, 1))), round(scale.y(2)))
        assert after.lightness() < 90

    def test_a_good_look_is_filled_a_partly_good_half_and_one_not_ok_hollow(self, plot):
        image = plot.grab().toImage()

        def inside(number, dx):
            place = plot.place(number) + QPointF(dx, 0)
            return image.pixelColor(round(place.x()), round(place.y())).lightness()

        assert inside(1, 0) < 90
        assert inside(2, 0) > 200
        assert inside(6, -2) < 90 < 200 < inside(6, 2)

    def test_arrows_walk_and_each_point_is_read_aloud(self, qtbot, plot):
        heard = []
        plot.point_changed.connect(heard.append)
        plot.setFocus()
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left):
            qtbot.keyClick(plot, key)
        assert heard == [0, 1, 2, 7, 6]
        name, said = spoken(plot)
        assert name == "Sårpleje: 3 aftaler, 3 opfølgninger, 1 brud. Nu: trin 4, Handler og orienterer."
        assert said == "1. april: Opfølgning: delvis."

    def test_right_from_nowhere_begins_at_the_first_and_left_at_the_last(self, qtbot, plot):
        qtbot.keyClick(plot, Qt.Key.Key_Left)
        assert plot.current == 7
        plot.select(-1)
        qtbot.keyClick(plot, Qt.Key.Key_Right)
        assert plot.current == 0

    def test_a_click_chooses_the_point_under_it(self, qtbot, plot):
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.place(6).toPoint())
        assert plot.current == 6

    def test_hidden_says_and_shows_nothing(self, plot):
        shown = plot.grab().toImage()
        plot.select(3)
        set_ratings_hidden(True)
        assert spoken(plot) == ("Forløb", "")
        assert plot.grab().toImage() != shown

    def test_ten_years_and_one_day_both_have_a_scale(self):
        course, today = a_course()
        long = scale_of(course, today + timedelta(days=3650), left=100, right=500, top=10, bottom=210)
        assert 2 <= len(long.months(52)) <= 8
        short = scale_of(course_of([], [], []), today, left=100, right=500, top=10, bottom=210)
        assert short.x(today) <= 500
        assert short.months(52)

    def test_a_pause_has_a_line_of_its_own(self):
        _, today = a_course()
        pause = Agreement(id=1, task_id=1, assignee_id=1, rung=0, agreed_on=today)
        scale = scale_of(course_of([pause], [], []), today, left=0, right=100, top=0, bottom=100)
        assert (scale.lowest, scale.y(0), scale.y(5)) == (0, 100, 0)


def test_plot_and_list_say_the_same_and_walk_together(qtbot, page, amina):
    show(page, amina[0], task_id=amina[1]["course"])
    card = page.view.overview.course
    listed = [card.list.records.index(row).data() for row in range(card.list.records.rowCount())]
    said = [card.plot.sentence(number) for number in range(len(card.plot.course.points))]
    assert listed == list(reversed(said))
    card.plot.setFocus()
    qtbot.keyClick(card.plot, Qt.Key.Key_Home)
    assert card.list.currentIndex().row() == len(said) - 1
    assert card.said.text() == said[0]
    card.list.setFocus()
    qtbot.keyClick(card.list, Qt.Key.Key_Up)
    assert card.plot.current == 1


class TestTabs:
    def choose(self, qtbot, page, key):
        tabs = page.view.tabs
        place = tabs.tabRect(tabs._keys.index(key)).center()
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)
        return page.view.pages[key]

    def rows(self, tab):
        return [tab.list.records.index(row).data() for row in range(tab.list.records.rowCount())]

    def test_agreements_newest_first_with_their_lines(self, qtbot, page, amina):
        show(page, amina[0])
        rows = self.rows(self.choose(qtbot, page, "agreements"))
        assert len(rows) == 4
        assert rows[-1].startswith("7. maj · Sårpleje: Trin 2, Indstillende, blev aftalt og accepteret.")
        assert "Spørg mig, når: Du er i tvivl." in rows[-1]

    def test_follow_ups_planned_first_then_those_held(self, qtbot, page, amina):
        show(page, amina[0])
        rows = self.rows(self.choose(qtbot, page, "follow_ups"))
        assert "Planlagt" in rows[0]
        assert "Opfølgning: delvis." in rows[-2]
        assert "Opfølgning: god. Gik fint." in rows[-1]

    def test_a_breach_that_is_closed_says_so(self, qtbot, page, amina):
        show(page, amina[0])
        rows = self.rows(self.choose(qtbot, page, "breaches"))
        assert rows == ["26. juni · Sårpleje: Lukket 11. juli. Fotoet manglede."]

    def test_own_view_stands_with_wish_and_words(self, qtbot, page, unit, amina):
        unit.trust.rate(amina[1]["more"], amina[0], Dimension.COMPETENCE, 5, rater=Rater.EMPLOYEE)
        show(page, amina[0])
        (row,) = self.rows(self.choose(qtbot, page, "own"))
        assert row == (
            "Ernæring: Ville vælge trin 4, Handler og orienterer. Kompetence: 5 af 5. «Jeg kan godt selv.»\n"
            "Aftalt: trin 2."
        )

    def test_a_comment_is_written_by_keyboard(self, qtbot, page, unit, amina):
        show(page, amina[0])
        tab = self.choose(qtbot, page, "comments")
        qtbot.mouseClick(tab.add_button, Qt.MouseButton.LeftButton)
        assert tab.task_field.error() == "Vælg den opgave, det handler om."
        tab.task.set_value(amina[1]["more"])
        qtbot.mouseClick(tab.add_button, Qt.MouseButton.LeftButton)
        assert tab.field.error() == "Skriv kommentaren først."
        tab.text.setFocus()
        qtbot.keyClicks(tab.text, "Jeg vil gerne <b>mere</b>.")
        qtbot.keyClick(tab.add_button, Qt.Key.Key_Space)
        assert unit.person_review.of(amina[0]).comments[0].author is Rater.EMPLOYEE
        QApplication.processEvents()
        said = [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
        assert {"Amina Holm, 23. november", "Jeg vil gerne <b>mere</b>."} <= set(said)
        assert tab.text.value() == ""
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.task_id)))
        (task,) = (link for link in tab.findChildren(Link) if link.isVisible())
        assert task.text() == "Ernæring"
        qtbot.mouseClick(task, Qt.MouseButton.LeftButton)
        assert wanted == [("trust", amina[1]["more"])]
        tab.delete_buttons[0].click()
        assert not unit.person_review.of(amina[0]).comments
        page.desk.undo()
        assert len(unit.person_review.of(amina[0]).comments) == 1

    def test_a_comment_that_is_begun_stays_when_the_page_is_made_anew(self, qtbot, page, unit, amina, themed_app):
        show(page, amina[0])
        self.choose(qtbot, page, "comments").text.set_value("Halvt")
        page.desk.drafts_due.emit()
        other = PersonPage(page.desk)
        qtbot.addWidget(other)
        show(other, amina[0], act="comments")
        assert other.view.comments.text.value() == "Halvt"

    def test_a_comment_that_is_begun_waits_while_one_looks_at_somebody_else(self, qtbot, page, unit, amina):
        other = a_person(unit, "Bo Lindskov")
        show(page, amina[0])
        self.choose(qtbot, page, "comments").text.set_value("Halvt")
        page.open_target(Target(assignee_id=other, act="comments"))
        assert page.view.comments.text.value() == ""
        page.open_target(Target(assignee_id=amina[0], act="comments"))
        assert page.view.comments.text.value() == "Halvt"

    def test_a_tab_that_is_open_follows_what_changes(self, qtbot, page, unit, amina):
        show(page, amina[0])
        tab = self.choose(qtbot, page, "breaches")
        page.desk.run(lambda: unit.breaches.note(amina[1]["more"], amina[0], "Noget nyt."))
        assert "Noget nyt." in self.rows(tab)[0]

    def test_shown_today_marks_everything_at_once(self, qtbot, page, unit, amina):
        show(page, amina[0])
        tab = self.choose(qtbot, page, "shown")
        assert all("Ikke vist endnu." in row for row in self.rows(tab))
        qtbot.mouseClick(page.view.show_button, Qt.MouseButton.LeftButton)
        assert all("Vist for medarbejderen 23. november." in row for row in self.rows(tab))
        assert not page.view.show_button.isEnabled()

    def test_shown_covers_a_case_as_it_covers_an_agreement(self, qtbot, page, unit, amina):
        show(page, amina[0])
        tab = self.choose(qtbot, page, "shown")
        case = unit.person_review.of(amina[0]).breaches[0]
        assert sum(record.icon == "breach" for record in tab.list.records.records) == 1
        qtbot.mouseClick(page.view.show_button, Qt.MouseButton.LeftButton)
        assert unit.cases.get(case.id).shown_on is not None
        assert not page.view.show_button.isEnabled()
        unit.history.undo()
        assert unit.cases.get(case.id).shown_on is None

    def test_one_click_on_a_record_opens_it(self, qtbot, page, unit, amina):
        show(page, amina[0])
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.act)))
        tab = self.choose(qtbot, page, "breaches")
        place = tab.list.visualRect(tab.list.model().index(0, 0)).center()
        qtbot.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        case = unit.person_review.of(amina[0]).breaches[0].id
        assert wanted == [("breaches", f"case:{case}")]

    def test_what_the_employee_says_is_written_from_her_page(self, qtbot, page, unit, amina, monkeypatch):
        show(page, amina[0])
        self.choose(qtbot, page, "own")

        def write(dialog):
            dialog.confirm()
            assert dialog.task_field.error()
            dialog.task.set_value(amina[1]["course"])
            dialog.confirm()
            assert "mindst én" in dialog.task_field.error()
            dialog.folds.groups[Dimension.RESOURCES].choose(2)
            dialog.confirm()
            return dialog.result()

        monkeypatch.setattr(OwnRatingDialog, "exec", write)
        before = unit.trust.sheet(amina[1]["course"], amina[0])
        qtbot.mouseClick(page.view.own_button, Qt.MouseButton.LeftButton)
        after = unit.trust.sheet(amina[1]["course"], amina[0])
        assert after.employee_ratings[Dimension.RESOURCES].value == 2
        assert (after.ratings, after.suggestion) == (before.ratings, before.suggestion)

    def test_enter_on_a_record_opens_its_pair_and_on_a_breach_its_case(self, qtbot, page, unit, amina):
        show(page, amina[0])
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.task_id, target.act)))
        for part in ("agreements", "breaches"):
            tab = self.choose(qtbot, page, part)
            tab.list.setFocus()
            qtbot.keyClick(tab.list, Qt.Key.Key_End)
            qtbot.keyClick(tab.list, Qt.Key.Key_Return)
        case = unit.person_review.of(amina[0]).breaches[0].id
        assert wanted == [("trust", amina[1]["course"], ""), ("breaches", None, f"case:{case}")]

    def test_nothing_there_says_what_would_be(self, qtbot, page, unit):
        show(page, a_person(unit))
        for key, tab in page.view.pages.items():
            if key != "overview":
                self.choose(qtbot, page, key)
                assert tab.empty.isVisible()


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
        days.today = TODAY - timedelta(days=3600 - number)
        task = a_task(unit, f"Opgave {number}")
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, 3)
        for _ in range(4):
            days.today += timedelta(days=365)
            agreement = unit.trust.sheet(task, person).agreement
            unit.trust.agree(replace(unit.trust.draft(task, person, 3), state=agreement.state))
    days.today = TODAY
    show(page, person)
    page.refresh()
    QApplication.processEvents()
    assert page.view.overview.model.rowCount() == 60


class TestConversations:
    def held(self, unit, amina):
        person, tasks = amina[0], [amina[1]["course"], amina[1]["more"]]
        unit.conversations.begin(person, tasks)
        number = unit.conversations.under_way(person).id
        for side, rung in ((Side.LEADER, 3), (Side.EMPLOYEE, 4)):
            for task in tasks:
                unit.conversations.write(number, task, side, rung=rung, reason=f"Ord fra {side}")
            unit.conversations.close_half(number, side)
        return number

    def test_the_step_and_both_sides_can_be_read_afterwards(self, page, unit, amina):
        number = self.held(unit, amina)
        unit.conversations.end(
            number,
            "To uger på trin 4.",
            kind=StepKind.FOLLOW_UP,
            task_id=amina[1]["course"],
            on=TODAY + timedelta(days=14),
        )
        show(page, amina[0], act="talks")
        records = page.view.talks.list.records
        said = records.index(0).data()
        assert records.rowCount() == 1
        assert said.startswith("23. november: To uger på trin 4. Sårpleje · En opfølgning, ses på 7. december")
        assert "– Leder: trin 3, Aftalt plan. Ord fra leader" in said
        assert "– Amina Holm: trin 4, Handler og orienterer. Ord fra employee" in said

    def test_one_under_way_is_gone_on_with_and_told_nowhere(self, page, unit, amina):
        self.held(unit, amina)
        show(page, amina[0], act="talks")
        assert page.view.prepare_button.text() == "Fortsæt samtalen"
        assert page.view.talks.empty.isVisible()


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

"""The plot of a course: every point stands where the data say, and is walked to and read aloud."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt

from tests.ui.person.shown_person import show, spoken
from tillid_planner.content import words
from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus
from tillid_planner.domain.course import Mark, course_of
from tillid_planner.domain.follow_up import FollowUp, Outcome
from tillid_planner.ui.person.course_plot import CoursePlot
from tillid_planner.ui.person.course_scale import scale_of
from tillid_planner.ui.theme import set_ratings_hidden


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

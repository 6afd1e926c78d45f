"""The mirror's page: lists by name, counts without rates, habits in words, and a round that is kept nowhere."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.case import Dimension
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.mirror.habits import habit_sentences
from tillid_planner.ui.mirror.page import MirrorPage
from tillid_planner.ui.widgets import Button


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


@pytest.fixture
def page(qtbot, themed_app, unit):
    made = MirrorPage(Desk(unit, words("da")))
    qtbot.addWidget(made)
    made.resize(1182, 720)
    return made


def show(page, part="differences"):
    page.open_target(Target(act=part))
    page.show()
    page.activateWindow()
    QApplication.processEvents()


def seen(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def unlike(unit):
    task = a_task(unit)
    people = [a_person(unit, name) for name in ("Åse Ørsted", "Bo Lindskov", "Amina Holm")]
    for person, rung, reason in zip(people, (3, 2, 3), ("Holder planen.", "Er ny på holdet.", ""), strict=True):
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, rung, reason=reason or "Aftalt.")
    return task, people


def test_both_reasons_stand_side_by_side_and_names_by_the_alphabet(page, unlike):
    show(page)
    said = seen(page.differences)
    assert "Holder planen." in said
    assert "Er ny på holdet." in said
    links = [b.text() for b in page.differences.findChildren(type(page.differences.more)) if b.isVisible()]
    assert links == ["Amina Holm", "Bo Lindskov", "Bo Lindskov", "Åse Ørsted"]


def test_a_name_leads_to_that_person_s_task(qtbot, page, unlike):
    show(page)
    went = []
    page.desk.page_requested.connect(lambda key, target: went.append((key, target.task_id, target.assignee_id)))
    link = next(b for b in page.differences.findChildren(type(page.differences.more)) if b.text() == "Åse Ørsted")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert went == [("person", unlike[0], unlike[1][0])]


def test_many_differences_come_a_few_at_a_time(qtbot, page, unit):
    task = a_task(unit)
    for number in range(12):
        person = a_person(unit, f"Medarbejder {number:02}")
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, 2 + number % 2)
    show(page)
    assert (page.differences.shown, page.differences.more.isVisible()) == (20, True)
    qtbot.mouseClick(page.differences.more, Qt.MouseButton.LeftButton)
    assert (page.differences.shown, page.differences.more.isVisible()) == (36, False)


@pytest.mark.parametrize("part", ["across", "differences", "passed", "still", "leaps", "habits"])
def test_nothing_to_show_says_what_would_be(page, part):
    show(page, part)
    assert page.parts[part].empty.isVisible()


def test_who_is_passed_by_is_listed_by_name_and_leads_to_the_page(qtbot, page, unit, unlike):
    a_person(unit, "Ærlig Nielsen")
    a_person(unit, "Dariusz Nowak")
    show(page, "passed")
    model = page.passed.list.records
    assert [record.head for record in model.records] == ["Dariusz Nowak", "Ærlig Nielsen"]
    went = []
    page.desk.page_requested.connect(lambda key, target: went.append(key))
    page.passed.list.setFocus()
    qtbot.keyClick(page.passed.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.passed.list, Qt.Key.Key_Return)
    assert went == ["person"]


def test_habits_are_counts_in_words_and_a_picture_that_is_read_aloud(page, unit):
    person = a_person(unit)
    for number, value in enumerate((3, 3, 4)):
        rated(unit, a_task(unit, f"Opgave {number}"), person, value, 3, 3)
    show(page, "habits")
    said = " ".join(seen(page.habits))
    assert "På 2 af 3 opgaver er de tre forudsætninger vurderet ens." in said
    face = QAccessible.queryAccessibleInterface(page.habits.spread)
    assert "Kompetence: 0 ettaller, 0 totaller, 2 tretaller, 1 firtaller" in face.text(QAccessible.Text.Description)
    assert not re.search(r"\d[.,]\d|%|gennemsnit", said)


def test_a_narrow_spread_is_said_and_a_broad_one_is_not(unit):
    person = a_person(unit)
    for number in range(12):
        task = a_task(unit, f"Opgave {number}")
        unit.trust.rate(task, person, Dimension.COMPETENCE, 4)
        unit.trust.rate(task, person, Dimension.INTENTION, 1 + number % 5, example="Set.", seen_on=TODAY)
    said = " ".join(habit_sentences(unit.mirror.habits(), words("da")))
    assert "Kompetence: næsten alle er 4." in said
    assert "Intention: du bruger mest 1." in said


class TestCalibration:
    def test_six_cases_by_keyboard_then_both_answers(self, qtbot, page, unit):
        show(page, "calibration")
        tab = page.calibration
        for number, value in enumerate((3, 4, 2, 5, 3, 1)):
            assert not tab.next_button.isEnabled()
            tab.anchors.choose(value)
            assert tab.next_button.isEnabled()
            qtbot.keyClick(tab.next_button, Qt.Key.Key_Space)
            assert tab.result.isVisible() == (number == 5)
        QApplication.processEvents()
        said = seen(tab)
        assert any(text.startswith("Du og beskrivelserne: 3.") for text in said)
        assert any(text.startswith("Du: 1. Beskrivelserne: 2.") for text in said)
        assert sum(text.startswith("Hvorfor:") for text in said) == 6

    def test_the_keyboard_never_leaves_the_round(self, qtbot, page):
        show(page, "calibration")
        tab = page.calibration
        tab.anchors.choose(3)
        for _ in range(5):
            tab.next_button.setFocus()
            qtbot.keyClick(tab.next_button, Qt.Key.Key_Space)
            card = QApplication.focusWidget()
            assert tab.anchors.isAncestorOf(card)
            qtbot.keyClick(card, Qt.Key.Key_2)
        assert list(tab.answers.values()) == [3, 2, 2, 2, 2, 2]

    def test_it_is_kept_nowhere_and_can_be_gone_through_again(self, qtbot, page, unit):
        show(page, "calibration")
        tab, before = page.calibration, unit._workspace.database.rows("SELECT count(*) AS n FROM audit")
        for _ in range(6):
            tab.anchors.choose(3)
            qtbot.mouseClick(tab.next_button, Qt.MouseButton.LeftButton)
        assert unit._workspace.database.rows("SELECT count(*) AS n FROM audit") == before
        qtbot.mouseClick(tab.again_button, Qt.MouseButton.LeftButton)
        assert tab.answers == {}
        assert tab.case.isVisible()

    def test_one_can_go_back_to_a_case_and_change_it(self, qtbot, page):
        show(page, "calibration")
        tab = page.calibration
        tab.anchors.choose(2)
        qtbot.mouseClick(tab.next_button, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(tab.back_button, Qt.MouseButton.LeftButton)
        assert tab.anchors.value() == 2

    @pytest.mark.parametrize("language", ["da", "en"])
    def test_every_case_has_an_anchor_and_a_reason(self, language):
        said = words(language)
        for key in said.section("calibration.case"):
            dimension = said.text(f"calibration.case.{key}.dimension")
            anchor = said.text(f"calibration.case.{key}.answer")
            assert f"anchors.{dimension}.{anchor}" in said
            assert said.text(f"calibration.case.{key}.why")
        assert len(said.section("calibration.case")) == 6


def test_a_change_elsewhere_is_shown(page, unit, unlike):
    show(page)
    page.desk.run(lambda: unit.trust.rate(unlike[0], unlike[1][1], Dimension.COMPETENCE, 4))
    assert page.differences.empty.isVisible()


class TestSameTask:
    @pytest.fixture
    def two(self, unit):
        task, people = a_task(unit, "Pårørendesamtaler"), [a_person(unit, n) for n in ("Bo Lindskov", "Amina Holm")]
        for person, values, rung in zip(people, ((3, 4, 4), (4, 4, 4)), (3, 4), strict=True):
            rated(unit, task, person, *values)
            agreed(unit, task, person, rung, reason="Aftalt sammen.")
        unit.trust.rate(task, people[0], Dimension.COMPETENCE, 3, example="Ringede selv op.", seen_on=TODAY)
        return task, people

    def test_why_one_has_four_and_the_other_three_stands_by_name(self, page, unit, two):
        other = a_task(unit, "Ernæring")
        rated(unit, other, two[1][0], 3, 3, 3)
        agreed(unit, other, two[1][0], 3)
        show(page, "across")
        # What only one holds is no comparison.
        assert [page.across.task.itemText(row) for row in range(page.across.task.count())] == ["Pårørendesamtaler"]
        said = " ".join(seen(page.across))
        links = [b.text() for b in page.across.findChildren(Button) if b.isVisible()]
        assert links == ["Amina Holm", "Bo Lindskov"]
        assert "Kompetence 3, intention 4, ressourcer 4" in said
        assert "Det, der bærer det nu: kompetence (3 af 5)." in said
        assert "Sidst set, 23. november: Ringede selv op." in said

    def test_a_task_can_be_asked_for_and_a_name_leads_to_the_person(self, qtbot, page, unit, two):
        other = a_task(unit, "Ernæring")
        for person in two[1]:
            rated(unit, other, person, 3, 3, 3)
            agreed(unit, other, person, 3)
        page.open_target(Target(task_id=two[0]))
        page.show()
        QApplication.processEvents()
        assert (page.tabs.key(), page.across.task.value()) == ("across", two[0])
        went = []
        page.desk.page_requested.connect(lambda key, target: went.append((key, target.task_id, target.assignee_id)))
        link = next(b for b in page.across.findChildren(Button) if (b.text(), b.isVisible()) == ("Bo Lindskov", True))
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        assert went == [("person", two[0], two[1][0])]

    def test_whoever_has_left_is_not_compared(self, page, unit, two):
        page.desk.run(
            lambda: unit.register.save_person(
                replace(unit.register.assignee(two[1][0]), ended_on=TODAY - timedelta(days=1))
            )
        )
        show(page, "across")
        assert page.across.empty.isVisible()

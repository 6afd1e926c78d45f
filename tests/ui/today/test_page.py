"""The page of today: what needs attention, the week's follow-ups, occasions, and the way to each."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.services.session import Session
from tillid_planner.settings import Settings
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.follow_up.dialog import FollowUpDialog, PlanFollowUpDialog
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import apply_theme, set_ratings_hidden
from tillid_planner.ui.today.matters import AT_FIRST
from tillid_planner.ui.today.page import TodayPage


@pytest.fixture
def day():
    return MovingDay()


@pytest.fixture
def session(day):
    return a_session(day)


@pytest.fixture
def shown(session, themed_app, qtbot):
    def show(width=1180, height=640, language="da", settings=None):
        desk = Desk(session, words(language), settings=settings)
        page = TodayPage(desk)
        qtbot.addWidget(page)
        page.went = []
        desk.page_requested.connect(lambda key, target: page.went.append((key, target)))
        page.resize(width, height)
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    return show


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def late(session, day, rung=3, name="Gunnar Økjær"):
    """A follow-up that should have been held last Friday, on a Monday."""
    task, person = a_task(session, "Rehabiliteringsmål"), a_person(session, name)
    rated(session, task, person, 4, 4, 4)
    agreed(session, task, person, rung, watcher="Lederen")
    found = session.trust.sheet(task, person).next_follow_up
    session.following.move(found.id, TODAY + timedelta(days=4))
    day.day = TODAY + timedelta(days=7)
    return task, person, found


def matters(page):
    return [row.line.title for row in page.view.matters.rows]


def test_the_head_says_the_day_the_week_and_how_much_there_is(session, shown, day):
    late(session, day)
    header = shown().view.header
    assert header.title.text() == "Mandag den 30. november"
    assert header.subtitle.text() == "Uge 49. Ét forhold at se på og ingen opfølgninger."


def test_english_is_complete(session, themed_app, shown, day):
    install_language(themed_app, "en")
    try:
        late(session, day)
        page = shown(language="en")
        assert page.view.header.title.text() == "Monday 30 November"
        assert matters(page) == ["The follow-up with Gunnar Økjær was due on Friday"]
    finally:
        install_language(themed_app, "da")


def test_a_quiet_day_says_so_and_where_the_follow_ups_are(session, shown):
    a_task(session)
    a_person(session)
    session.nudges.end("task:1")
    page = shown()
    assert "Intet kræver dig lige nu. Ugens opfølgninger står til højre." in words_on(page)
    assert "Der er ingen opfølgninger tilbage i denne uge." in words_on(page)
    assert not page.view.nudges.isVisible()
    page.resize(800, 640)
    QApplication.processEvents()
    assert "Ugens opfølgninger står nedenfor." in words_on(page)


def test_before_there_is_anything_it_leads_to_people_then_to_tasks(session, shown):
    page = shown()
    page.view.empty.import_button.click()
    page.view.empty.button.click()
    a_person(session)
    page.refresh()
    page.view.empty.button.click()
    assert page.went == [("import", Target(act="staff")), ("people", Target()), ("tasks", Target())]


def test_a_missed_follow_up_is_dealt_with_on_the_spot_and_the_line_goes(session, shown, day, monkeypatch):
    _, _, found = late(session, day)
    page = shown()
    assert matters(page) == ["Opfølgningen med Gunnar Økjær skulle have været fredag"]
    opened = []

    def held(dialog):
        opened.append(dialog.meeting.follow_up.id)
        dialog.hold.outcome.choose(1)
        dialog.verb_button.click()
        return dialog.result()

    monkeypatch.setattr(FollowUpDialog, "exec", held)
    page.view.matters.rows[0].button.setFocus()
    QTest.keyClick(page.view.matters.rows[0].button, Qt.Key.Key_Return)
    assert opened == [found.id]
    assert session.following.get(found.id).outcome is Outcome.GOOD
    assert matters(page) == []
    # The keyboard is on something that is still there.
    assert page.focusWidget() is page.view.plan_button


def test_each_matter_leads_to_where_it_is_dealt_with(session, shown, monkeypatch):
    from tillid_planner.ui.today import page as module

    monkeypatch.setattr(module, "PAGES", dict.fromkeys(("week", "tasks", "trust", "breaches")))
    task, person = a_task(session, "Sårpleje", clarity=2), a_person(session, weekly_hours=10.0)
    rated(session, task, person, 4, 4, 4)
    agreed(session, task, person, 2, watcher="Lederen")
    session.breaches.note(task, person, "Noget gik galt.")
    session.planning.place(task, person, TODAY, 13)
    page = shown()
    for row in page.view.matters.rows:
        row.button.click()
    assert page.went == [
        ("week", Target(None, person, "now")),
        ("breaches", Target(task, person, "case:1", step="conversation")),
        ("tasks", Target(task)),
    ]
    page.view.note_button.click()
    page.view.plan_button.click()
    assert page.went[-2:] == [("breaches", Target(act="note")), ("week", Target())]


def test_a_missing_follow_up_is_planned_from_its_line(session, shown, monkeypatch):
    task, person = a_task(session), a_person(session)
    rated(session, task, person, 4, 4, 4)
    agreement = agreed(session, task, person, 2, watcher="Lederen")
    session.following.cancel(session.trust.sheet(task, person).next_follow_up.id)
    page = shown()
    (row,) = page.view.matters.rows
    assert (row.line.title, row.line.action) == ("Der er ingen opfølgning på vej med Amina Holm", "Sæt en dag")

    def plan(dialog):
        dialog.confirm()
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(PlanFollowUpDialog, "exec", plan)
    row.button.click()
    assert session.trust.sheet(task, person).next_follow_up.agreement_id == agreement.id
    assert matters(page) == []


def test_what_has_no_page_yet_has_no_button(session, shown, monkeypatch):
    from tillid_planner.ui.today import page as module

    monkeypatch.setattr(module, "PAGES", dict.fromkeys(("tasks", "trust")))
    person = a_person(session, weekly_hours=10.0)
    task = a_task(session)
    session.planning.place(task, person, TODAY, 13)
    session.breaches.note(task, person, "Noget gik galt.")
    page = shown()
    assert not page.view.plan_button.isVisible()
    assert not page.view.note_button.isVisible()
    overload, breach = page.view.matters.rows
    assert not overload.button.isVisible()
    breach.button.click()
    assert page.went == [("trust", Target(task, person, "history"))]


def test_a_long_list_waits_behind_show_all(session, shown):
    for number in range(AT_FIRST + 3):
        task, person = a_task(session, f"Opgave {number}", clarity=1), a_person(session, f"Navn {number}")
        rated(session, task, person, 2, 2, 2)
        agreed(session, task, person, 1, watcher="Lederen")
    page = shown()
    assert len(page.view.matters.rows) == AT_FIRST
    assert page.view.matters.more.text() == f"Vis alle {AT_FIRST + 3}"
    page.view.matters.more.click()
    assert len(page.view.matters.rows) == AT_FIRST + 3
    assert not page.view.matters.more.isVisible()
    assert page.focusWidget() is page.view.matters.rows[AT_FIRST].button


def test_the_overload_is_said_with_its_holiday_and_what_has_to_move(session, shown, day):
    day.day = date(2027, 5, 3)
    person = a_person(session, weekly_hours=32.0)
    session.planning.place(a_task(session), person, day.day, 20)
    session.planning.place(a_task(session, "Medicin"), person, day.day + timedelta(days=1), 9.6)
    row = shown().view.matters.rows[0].line
    assert row.title == "Amina Holm er på 116 % i denne uge"
    assert row.reason.startswith("29,6 timer er lagt på 25,6, for torsdag er helligdag. Fire timer skal flyttes.")


def planned(session, *names_and_times):
    person = a_person(session)
    for offset, at in names_and_times:
        task = a_task(session, f"Opgave {offset}")
        rated(session, task, person, 4, 4, 4)
        agreed(session, task, person, 4, watcher="Lederen")
        session.following.move(session.trust.sheet(task, person).next_follow_up.id, TODAY + timedelta(days=offset), at)


def test_the_follow_ups_of_the_week_stand_by_day_with_time_and_rung(session, shown):
    planned(session, (0, time(9, 0)), (1, None))
    page = shown()
    first, second = page.view.follow_ups.rows
    assert first.accessibleName() == "09.00, Amina Holm, Opgave 0, 4 Handler og orienterer"
    assert second.accessibleName() == "Amina Holm, Opgave 1, 4 Handler og orienterer"
    said = words_on(page.view.follow_ups)
    assert "I dag" in said
    assert "Tirsdag den 24. november" in said


def test_a_holiday_stands_between_the_days(shown, day):
    day.day = date(2027, 5, 3)
    session_words = words_on(shown().view.follow_ups)
    assert "Torsdag den 6. maj er Kristi himmelfartsdag." in session_words


def test_a_follow_up_opens_by_return(session, shown, monkeypatch):
    planned(session, (0, time(9, 0)))
    opened = []
    monkeypatch.setattr(FollowUpDialog, "exec", lambda dialog: opened.append(dialog.meeting.follow_up.id))
    page = shown()
    row = page.view.follow_ups.rows[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened == [row.line.id, row.line.id]


def test_occasions_are_three_at_most_and_can_be_put_off_ended_and_taken_back(session, shown):
    for name in "ABCDE":
        a_task(session, name)
    a_person(session)
    page = shown()
    before = [box.line.nudge.name for box in page.view.nudges.boxes]
    assert len(before) == 3
    page.view.nudges.boxes[0].later.click()
    page.view.nudges.boxes[0].end.click()
    after = [box.line.nudge.name for box in page.view.nudges.boxes]
    assert before[2] == after[0]
    assert not {*before[:2]} & {*after}
    page.desk.undo()
    page.desk.undo()
    assert [box.line.nudge.name for box in page.view.nudges.boxes] == before


def test_the_page_stays_where_it_was_scrolled_to_when_an_occasion_is_put_off(session, shown):
    for number in range(12):
        a_task(session, f"Opgave {number}")
    a_person(session)
    page = shown(height=240)
    bar = page.view.column.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    before = bar.value()
    page.view.nudges.boxes[0].later.click()
    for _ in range(4):
        QApplication.processEvents()
    assert bar.value() == min(before, bar.maximum()) > 0


def test_an_occasion_is_looked_at_where_it_belongs(session, shown):
    held, free, person = a_task(session, "A"), a_task(session, "B"), a_person(session)
    rated(session, held, person, 4, 4, 4)
    agreed(session, held, person, 2, watcher="Lederen")
    session.following.hold(session.trust.sheet(held, person).next_follow_up.id, Outcome.GOOD)
    page = shown()
    for box in page.view.nudges.boxes:
        box.look.click()
    assert set(page.went) == {("trust", Target(held, person, "rating")), ("tasks", Target(free))}
    assert "Der er plads til et tillidsskridt: Amina Holm og A." in words_on(page.view.nudges)


def test_occasions_can_be_switched_off_and_on_while_the_page_is_open(session, shown):
    a_task(session)
    a_person(session)
    assert not shown(settings=Settings(nudges=False)).view.nudges.isVisible()
    page = shown()
    assert page.view.nudges.isVisible()
    page.desk.settings_changed.emit({"nudges": False})
    assert not page.view.nudges.isVisible()
    page.desk.settings_changed.emit({"nudges": True})
    assert page.view.nudges.isVisible()


def test_since_last_time_is_one_quiet_line_without_names(session, shown, day, qtbot, themed_app):
    first = shown()
    assert not first.view.since.isVisible()
    task, person = a_task(session), a_person(session)
    rated(session, task, person, 3, 3, 3)
    again = Session(session._workspace, day)
    page = TodayPage(Desk(again, words("da")))
    qtbot.addWidget(page)
    page.show()
    assert page.view.since.isVisible()
    assert page.view.since.text().endswith(": 3 vurderinger, 1 ny opgave og 1 ny medarbejder.")
    assert "Amina" not in page.view.since.text()


def test_another_day_turns_the_page_when_it_is_seen_again(session, shown, day):
    a_task(session)
    a_person(session)
    page = shown()
    page.hide()
    day.day = TODAY + timedelta(days=1)
    page.show()
    assert page.view.header.title.text() == "Tirsdag den 24. november"


def test_hiding_covers_rungs_and_what_tells_of_trust(session, shown, day):
    task, person, _ = late(session, day)
    session.breaches.note(task, person, "Noget gik galt.")
    planned(session, (8, None))
    page = shown()
    row = page.view.follow_ups.rows[0]
    assert "4 Handler og orienterer" in row.accessibleName()
    set_ratings_hidden(True)
    assert "Handler" not in page.view.follow_ups.rows[0].accessibleName()


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("width", [776, 1096, 1182])
def test_nothing_is_cut_off_sideways(session, themed_app, shown, day, scale, width):
    apply_theme(themed_app, "light", text_scale=scale)
    late(session, day, name="Henriette von Bülow-Krag af Rosenkrantz")
    planned(session, (7, time(13, 30)))
    page = shown(width=width)
    holder = page.view.stack.currentWidget()
    assert holder.widget().minimumSizeHint().width() <= holder.viewport().width()


def test_the_keyboard_reaches_every_act_in_reading_order(session, shown, day):
    late(session, day)
    planned(session, (7, time(9, 0)))
    a_task(session, "Ledig")
    page = shown()
    page.view.plan_button.setFocus(Qt.FocusReason.TabFocusReason)
    passed = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    matter, row = page.view.matters.rows[0].button, page.view.follow_ups.rows[0]
    look = page.view.nudges.boxes[0].look
    assert {matter, row, look} <= set(passed)
    assert passed.index(matter) < passed.index(look) < passed.index(row)


def test_the_keyboard_begins_at_what_is_first_also_before_the_window_is_shown(session, themed_app, qtbot, day):
    late(session, day)
    page = TodayPage(Desk(session, words("da")))
    qtbot.addWidget(page)
    page.begin()
    page.show()
    assert page.focusWidget() is page.view.matters.rows[0].button

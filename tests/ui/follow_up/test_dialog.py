"""Holding, moving and cancelling a follow-up, by keyboard too; nothing typed is lost."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.builders import MovingDay, a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import noted, talked
from tests.ui.shown_words import words_on
from tests.ui.widgets.kit_support import Heard, type_into
from tillid_planner.content import words
from tillid_planner.domain.case import Cause
from tillid_planner.domain.errors import NotFound, TillidError
from tillid_planner.domain.follow_up import Distance, Outcome
from tillid_planner.ui import actions
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.follow_up import dialog as module
from tillid_planner.ui.follow_up.dialog import FollowUpDialog, PlanFollowUpDialog, open_follow_up
from tillid_planner.ui.follow_up.view import HOLD, MOVE
from tillid_planner.ui.inspector.agreement_card import AgreementCard


@pytest.fixture
def day():
    return MovingDay()


@pytest.fixture
def session(day):
    return a_session(day)


@pytest.fixture
def pair(session):
    task, person = a_task(session), a_person(session)
    rated(session, task, person, 4, 4, 4)
    agreed(session, task, person, 3)
    return task, person


@pytest.fixture
def due(session, pair, day):
    """The pair's follow-up, on the day it is due."""
    found = session.trust.sheet(*pair).next_follow_up
    day.day = found.due_on
    return found


@pytest.fixture
def desk(session, themed_app):
    return Desk(session, words("da"))


@pytest.fixture
def opened(desk, due, qtbot):
    def show(follow_up_id=due.id):
        dialog = FollowUpDialog(desk, follow_up_id)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog

    return show


def press(dialog, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or dialog, key, modifier)


def to_another_day(dialog):
    next(b for b in dialog.mode.findChildren(QAbstractButton) if b.text() == "Sæt en ny dag").click()


def test_it_says_who_what_and_how_far_follow_ups_count(opened):
    said = words_on(opened())
    assert "Opfølgning med Amina Holm" in said
    assert "Sårpleje" in said
    assert "Den er aftalt til i dag. En god opfølgning mangler til et trin op." in said
    assert "%" not in said


def test_the_next_day_is_proposed_by_the_table(opened, day):
    dialog = opened()
    assert dialog.hold.next_on.read() == day.day + timedelta(days=14)
    assert "Rytmen for trinnet giver mandag den 21. december" in words_on(dialog)


def test_it_is_dated_to_the_day_it_was_held(opened, session, due, day):
    agreed_on = session.trust.sheet(1, 1).agreement.agreed_on
    dialog = opened()
    dialog.hold.outcome.choose(1)
    dialog.hold.held_on.show_value(agreed_on - timedelta(days=1))
    dialog.confirm()
    assert dialog.hold.held_field.error() == "Vælg en dag, der ikke ligger før aftalen."
    dialog.hold.held_on.show_value(day.day + timedelta(days=1))
    dialog.confirm()
    assert dialog.hold.held_field.error() == "Vælg en dag, der ikke ligger ude i fremtiden."
    dialog.hold.held_on.show_value(agreed_on)
    dialog.confirm()
    assert session.following.get(due.id).held_on == agreed_on


def test_while_a_breach_is_open_no_step_up_is_said_to_be_near(opened, session, due):
    session.following.hold(due.id, Outcome.GOOD)
    session.following.hold(session.trust.sheet(1, 1).next_follow_up.id, Outcome.GOOD)
    planned = session.trust.sheet(1, 1).next_follow_up
    assert "De gode opfølgninger til et trin op er holdt." in words_on(opened(planned.id))
    session.breaches.note(1, 1, "Listen var tom.")
    said = words_on(opened(planned.id))
    assert "til et trin op er holdt." not in said
    assert "et trin op venter, til bruddet er afsluttet" in said


def test_held_by_keyboard_alone(opened, session, due, day):
    dialog = opened()
    press(dialog, Qt.Key.Key_2)
    assert dialog.hold.outcome.value() == 2
    press(dialog, Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Spørg sjældnere")
    press(dialog, Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Jeg siger til")
    press(dialog, Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Der ringes mindre")
    press(dialog, Qt.Key.Key_Tab)
    press(dialog, Qt.Key.Key_Space)
    press(dialog, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.hold.held_on
    press(dialog, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.hold.next_on
    press(dialog, Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "9.30")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == dialog.DialogCode.Accepted
    kept = session.following.get(due.id)
    assert (kept.outcome, kept.distance, kept.held_on) == (Outcome.PARTLY, Distance.TOO_CLOSE, day.day)
    assert (kept.learned_leader, kept.learned_employee) == ("Spørg sjældnere", "Jeg siger til")
    assert kept.gain_seen == "Der ringes mindre"
    after = session.trust.sheet(1, 1).next_follow_up
    assert (after.due_on, after.due_at) == (day.day + timedelta(days=14), time(9, 30))


def test_without_an_answer_it_asks_how_it_went_and_keeps_what_is_typed(opened, session, due):
    dialog = opened()
    dialog.hold.learned_leader.set_value("Noget vigtigt")
    dialog.verb_button.click()
    assert dialog.isVisible()
    assert dialog.hold.outcome_field.error() == "Vælg, hvordan det gik."
    assert dialog.hold.learned_leader.value() == "Noget vigtigt"
    assert session.following.get(due.id).held_on is None
    dialog.hold.outcome.choose(1)
    assert dialog.hold.outcome_field.error() is None


@pytest.mark.parametrize(("written", "said"), [("snart", "Skriv en dato"), ("1.1.2026", "passeret"), ("", "dato")])
def test_a_next_day_that_cannot_be_used_stays_written_and_says_what_to_write(opened, session, due, written, said):
    dialog = opened()
    dialog.hold.outcome.choose(1)
    type_into(dialog.hold.next_on, written) if written else dialog.hold.next_on.clear()
    dialog.verb_button.click()
    assert dialog.isVisible()
    assert said in (dialog.hold.next_field.error() or "")
    assert session.following.get(due.id).held_on is None


def test_a_time_that_cannot_be_read_stays_written(opened):
    dialog = opened()
    dialog.hold.outcome.choose(1)
    type_into(dialog.hold.next_at, "kvart i")
    dialog.verb_button.click()
    assert (dialog.isVisible(), dialog.hold.next_at.value()) == (True, "kvart i")


def test_one_to_come_opens_on_its_day_one_that_is_due_on_how_it_went(opened, session, due, day):
    assert opened().mode.value() == HOLD
    day.day -= timedelta(days=1)
    assert opened().mode.value() == MOVE


def test_moved_to_another_day_and_time(opened, desk, session, due, day):
    told = Heard(desk.noticed)
    dialog = opened()
    to_another_day(dialog)
    assert dialog.verb_button.text() == "Flyt opfølgningen"
    type_into(dialog.move_to.day, (day.day + timedelta(days=2)).strftime("%d.%m.%Y"))
    type_into(dialog.move_to.time, "13.30")
    dialog.verb_button.click()
    kept = session.following.get(due.id)
    assert (kept.due_on, kept.due_at) == (day.day + timedelta(days=2), time(13, 30))
    assert (told[0].text, told[0].undoable) == ("Opfølgningen er flyttet til onsdag.", True)


def test_a_day_that_has_passed_is_refused_beside_the_field(opened, session, due):
    dialog = opened()
    to_another_day(dialog)
    type_into(dialog.move_to.day, "2.1.2026")
    dialog.verb_button.click()
    assert dialog.isVisible()
    assert "passeret" in dialog.move_to.day_field.error()
    assert session.following.get(due.id) == due


def test_cancelled_it_is_gone_and_can_be_taken_back(opened, desk, session, due, pair):
    told = Heard(desk.noticed)
    opened().cancel_button.click()
    assert session.trust.sheet(*pair).next_follow_up is None
    assert (told[0].text, told[0].undoable) == ("Opfølgningen er aflyst.", True)
    desk.undo()
    assert session.trust.sheet(*pair).next_follow_up == due


def test_closed_with_something_typed_it_is_there_again(opened, session, due):
    dialog = opened()
    dialog.hold.outcome.choose(3)
    dialog.hold.learned_employee.set_value("Det var svært.")
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = opened()
    assert (again.hold.outcome.value(), again.hold.learned_employee.value()) == (3, "Det var svært.")
    again.verb_button.click()
    assert session.following.get(due.id).outcome is Outcome.NOT_OK


def test_one_that_was_held_meanwhile_says_so_and_keeps_the_words(opened, session, due):
    dialog = opened()
    session.following.hold(due.id, Outcome.GOOD)
    dialog.hold.outcome.choose(2)
    dialog.hold.learned_leader.set_value("Ord")
    dialog.verb_button.click()
    assert dialog.isVisible()
    assert "allerede holdt" in dialog.trouble.text()
    assert dialog.hold.learned_leader.value() == "Ord"


def test_one_that_went_meanwhile_is_told_and_opens_nothing(opened, desk, session, due):
    failed = Heard(desk.failed)
    dialog = opened()
    session.following.cancel(due.id)
    dialog.hold.outcome.choose(1)
    dialog.verb_button.click()
    assert isinstance(failed[0], NotFound)
    open_follow_up(desk, due.id, dialog)
    with pytest.raises(NotFound):
        FollowUpDialog(desk, due.id)


def test_a_disk_that_is_full_keeps_the_dialog_open(opened, desk, session, monkeypatch):
    def full(*_, **__):
        raise TillidError("disk_full")

    failed = Heard(desk.failed)
    dialog = opened()
    dialog.hold.outcome.choose(1)
    monkeypatch.setattr(session.following, "hold", full)
    dialog.verb_button.click()
    assert (failed[0].code, dialog.isVisible()) == ("disk_full", True)


def test_another_one_that_is_planned_already_takes_the_place_of_the_next(opened, session, due, day):
    session.following.plan(due.agreement_id, day.day + timedelta(days=3))
    dialog = opened()
    assert not dialog.hold.next_field.isVisible()
    assert "allerede aftalt til torsdag" in words_on(dialog)
    dialog.hold.outcome.choose(1)
    dialog.verb_button.click()
    assert len([f for f in session.trust.sheet(1, 1).follow_ups if f.held_on is None]) == 1


@pytest.mark.parametrize("there", [True, False])
def test_not_ok_asks_whether_it_is_a_breach_where_one_can_be_noted(opened, desk, monkeypatch, pair, there):
    pages = {key: entry for key, entry in actions.PAGES.items() if key != "breaches"}
    monkeypatch.setattr(module, "PAGES", pages | ({"breaches": None} if there else {}))
    went = []
    desk.page_requested.connect(lambda page, target: went.append((page, target)))
    dialog = opened()
    assert not dialog.hold.breach.isVisible()
    dialog.hold.outcome.choose(3)
    assert dialog.hold.breach.isVisible() == there
    dialog.hold.breach.setChecked(True)
    dialog.verb_button.click()
    assert went == ([("breaches", Target(*pair, act="note"))] if there else [])


def test_a_breach_that_was_ticked_and_then_was_none_leads_nowhere(opened, desk, monkeypatch):
    monkeypatch.setattr(module, "PAGES", actions.PAGES | {"breaches": None})
    went = Heard(desk.page_requested)
    dialog = opened()
    dialog.hold.outcome.choose(3)
    dialog.hold.breach.setChecked(True)
    dialog.hold.outcome.choose(1)
    dialog.verb_button.click()
    assert went == []


def test_while_repairing_the_next_is_proposed_after_half_the_interval(opened, session, pair, day):
    talked(session, noted(session, pair), Cause.RESOURCES)
    assert opened().hold.next_on.read() == day.day + timedelta(days=7)


def test_both_accounts_have_the_same_room(opened):
    hold = opened().hold
    assert hold.learned_leader.size() == hold.learned_employee.size()


def test_an_agreement_without_one_to_come_gets_a_follow_up_by_keyboard(desk, session, due, pair, qtbot, day):
    session.following.cancel(due.id)
    dialog = PlanFollowUpDialog(desk, due.agreement_id, "Amina Holm")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    assert dialog.when.day.read() == day.day + timedelta(days=14)
    type_into(dialog.when.day, "1.1.2026")
    press(dialog, Qt.Key.Key_Return)
    assert "passeret" in dialog.when.day_field.error()
    type_into(dialog.when.day, (day.day + timedelta(days=1)).strftime("%d.%m.%Y"))
    type_into(dialog.when.time, "10")
    press(dialog, Qt.Key.Key_Return)
    found = session.trust.sheet(*pair).next_follow_up
    assert (found.due_on, found.due_at) == (day.day + timedelta(days=1), time(10, 0))


def test_the_pairs_agreement_leads_to_its_follow_up_or_to_planning_one(desk, session, due, pair, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(FollowUpDialog, "exec", lambda dialog: opened.append(dialog.meeting.follow_up.id))
    monkeypatch.setattr(PlanFollowUpDialog, "exec", lambda dialog: opened.append("plan"))
    card = AgreementCard(desk, "Aftalen nu")
    qtbot.addWidget(card)
    sheet = session.trust.sheet(*pair)
    card.show_agreement(sheet.agreement, sheet, afresh=True)
    assert card.follow_up_button.text() == "Åbn opfølgningen"
    card.follow_up_button.click()
    session.following.cancel(due.id)
    sheet = session.trust.sheet(*pair)
    card.show_agreement(sheet.agreement, sheet, afresh=False)
    assert card.follow_up_button.text() == "Læg en opfølgning"
    card.follow_up_button.click()
    assert opened == [due.id, "plan"]

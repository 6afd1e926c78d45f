"""The inspector: rate, see the suggestion, agree, and read back, by mouse and by keyboard."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState, Leap
from tillid_planner.domain.case import Dimension, Novelty
from tillid_planner.domain.errors import TillidError
from tillid_planner.domain.explanation import explain, put_into_words
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.domain.rating import Rater
from tillid_planner.domain.task import RedLine
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.how_dialog import HowDialog, numbers_in_words
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.trust.page import TrustPage
from tillid_planner.ui.widgets import TextLabel
from tillid_planner.ui.widgets.dialog import Dialog
from tillid_planner.ui.widgets.radio_cards import RadioCard

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Days:
    """A day that tests move."""

    def __init__(self):
        self.day = TODAY

    def __call__(self):
        return self.day


@pytest.fixture
def days():
    return Days()


@pytest.fixture
def unit(days):
    session = a_session(days)
    session.task = a_task(session, "Pårørendesamtaler", purpose="Pårørende er trygge.", fixed="Ingen løfter.")
    session.other = a_task(session, "Sårpleje")
    session.person = a_person(session, "Fatima Yilmaz")
    return session


@pytest.fixture
def open_pair(themed_app, qtbot, unit):
    """Opens the page on the unit with the pair in the inspector."""
    kept = []

    def open_pair(language="da", size=(1366, 690)):
        install_language(themed_app, language)
        window = QMainWindow()
        page = TrustPage(Desk(unit, words(language)))
        window.setCentralWidget(page)
        window.resize(*size)
        qtbot.addWidget(window)
        window.show()
        kept.append(window)
        page.table.setFocus()
        page.table.select_pair(unit.task, unit.person)
        page.table.opened.emit(True)
        settle()
        return page

    yield open_pair
    kept.clear()


def settle():
    """Deliver what is posted: layouts, and rows that are put away."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sheet(unit):
    return unit.trust.sheet(unit.task, unit.person)


def focused(page):
    return page.window().focusWidget()


def press(qtbot, page, key):
    qtbot.keyClick(focused(page), key)
    settle()


def cards(page, dimension):
    return page.inspector.rating.sections[dimension].group.findChildren(RadioCard)


def panel_texts(page):
    labels = page.inspector.rating.panel.area.widget().findChildren(TextLabel)
    return " ".join(label.text() for label in labels)


# --- the way through


def test_three_figures_rate_and_a_few_keys_agree_by_keyboard_alone(open_pair, unit, qtbot):
    page = open_pair()
    for key in (K.Key_4, K.Key_5, K.Key_3):
        press(qtbot, page, key)
    assert {d: r.value for d, r in sheet(unit).ratings.items()} == {
        Dimension.COMPETENCE: 4,
        Dimension.INTENTION: 5,
        Dimension.RESOURCES: 3,
    }
    panel = page.inspector.rating.panel
    assert focused(page) is panel.open_button
    press(qtbot, page, K.Key_Space)
    assert focused(page) is panel.agree_button
    press(qtbot, page, K.Key_Space)
    assert page.inspector.tabs.key() == "agreement"
    # A stray key must not agree.
    assert focused(page) is page.inspector.agreement.form.view.purpose
    press(qtbot, page, K.Key_Space)
    assert sheet(unit).offer is None
    qtbot.keyClick(focused(page), K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    offer = sheet(unit).offer
    assert (offer.rung, offer.suggested_rung, offer.state) == (3, 3, AgreementState.OFFERED)
    assert page.model.grid.cell(unit.person, unit.task).offer == 3


def test_an_accepted_agreement_takes_at_most_twelve_clicks(open_pair, unit, qtbot):
    page = open_pair()
    clicks = []

    def click(widget):
        clicks.append(widget)
        qtbot.mouseClick(widget, LEFT)
        settle()

    for dimension in Dimension:
        click(cards(page, dimension)[2])
    click(page.inspector.rating.panel.open_button)
    click(page.inspector.rating.panel.agree_button)
    view = page.inspector.agreement.form.view
    accepted = next(b for b in view.state.children() if getattr(b, "key", None) is AgreementState.ACCEPTED)
    click(accepted)
    click(view.agree)
    assert sheet(unit).agreement.rung == 3
    assert page.model.grid.cell(unit.person, unit.task).agreed == 3
    assert len(clicks) + 1 <= 12  # and one on the cell


def test_the_next_unrated_prerequisite_unfolds_and_a_rated_one_stays(open_pair, unit, qtbot):
    page = open_pair()
    sections = page.inspector.rating.sections
    assert sections[Dimension.COMPETENCE].body.isVisible()
    qtbot.mouseClick(cards(page, Dimension.COMPETENCE)[3], LEFT)
    assert sections[Dimension.INTENTION].body.isVisible()
    assert not sections[Dimension.COMPETENCE].body.isVisible()
    qtbot.mouseClick(sections[Dimension.COMPETENCE].head, LEFT)
    qtbot.mouseClick(cards(page, Dimension.COMPETENCE)[1], LEFT)
    assert sections[Dimension.COMPETENCE].body.isVisible()
    assert len(sheet(unit).past_ratings) == 1


def test_undo_takes_the_rating_back_on_screen_too(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    page.desk.undo()
    assert page.inspector.rating.sections[Dimension.COMPETENCE].group.value() is None
    assert not page.model.grid.cell(unit.person, unit.task).rated


# --- ratings


def test_after_undo_of_a_rating_its_own_prerequisite_is_open(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    sections = page.inspector.rating.sections
    assert sections[Dimension.INTENTION].head.isChecked()
    page.desk.undo()
    assert [d for d in Dimension if sections[d].head.isChecked()] == [Dimension.COMPETENCE]


def test_after_agreeing_the_next_unrated_cell_is_ready_to_be_rated(open_pair, unit, qtbot):
    page = open_pair()
    rated(unit, unit.task, unit.person, 4, 4, 4)
    agreed(unit, unit.task, unit.person, 4, ask_when="Ved tvivl.")
    page.inspector.refresh()
    page.inspector.show_tab("agreement")
    page.table.select_pair(unit.other, unit.person)
    settle()
    assert page.inspector.pair == (unit.other, unit.person)
    assert page.inspector.tabs.key() == "rating"
    page.table.select_pair(unit.task, unit.person)
    page.inspector.show_tab("agreement")
    agreed(unit, unit.other, unit.person, 2)
    page.table.select_pair(unit.other, unit.person)
    assert page.inspector.tabs.key() == "agreement"


def test_something_seen_is_kept_when_the_field_is_left_with_todays_date(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    qtbot.mouseClick(section.head, LEFT)
    qtbot.mouseClick(section.seen, LEFT)
    qtbot.keyClicks(section.example, "Førte samtalen alene")
    qtbot.keyClick(section.example, K.Key_Tab)
    rating = sheet(unit).ratings[Dimension.COMPETENCE]
    assert (rating.example, rating.seen_on, len(sheet(unit).past_ratings)) == ("Førte samtalen alene", TODAY, 1)


def test_a_day_to_come_is_said_and_not_stored(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    qtbot.mouseClick(section.head, LEFT)
    section.write()
    qtbot.keyClicks(section.seen_on, "24.12.2026")
    qtbot.keyClick(section.seen_on, K.Key_Return)
    assert section.complaint.isVisible()
    assert "fremtiden" in section.complaint.text()
    page.refresh()
    assert section.seen_on.text() == "24.12.2026"
    assert sheet(unit).ratings[Dimension.COMPETENCE].seen_on is None


def test_unsure_is_kept_at_once(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_4)
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    qtbot.mouseClick(section.head, LEFT)
    qtbot.mouseClick(section.unsure, LEFT)
    assert not sheet(unit).ratings[Dimension.COMPETENCE].sure


def test_an_old_rating_tells_its_age_and_is_confirmed_as_a_new_one(open_pair, unit, days, qtbot):
    rated(unit, unit.task, unit.person, 4, 4, 4, sure=False)
    days.day += timedelta(days=61)
    page = open_pair()
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    assert section.age.text() == "vurderet for 2 måneder siden"
    qtbot.mouseClick(section.confirm, LEFT)
    rating = sheet(unit).ratings[Dimension.COMPETENCE]
    assert (rating.sure, rating.rated_on) == (True, days.day)
    assert len(sheet(unit).past_ratings) == 4
    assert not section.confirm.isVisible()


def test_a_later_rating_leaves_what_was_seen_with_the_old_one(open_pair, unit, days, qtbot):
    unit.trust.rate(unit.task, unit.person, Dimension.COMPETENCE, 3, example="Skulle have hjælp", seen_on=TODAY)
    days.day += timedelta(days=30)
    page = open_pair()
    page.inspector.rating.sections[Dimension.COMPETENCE].group.choose(4)
    old, new = sheet(unit).past_ratings
    assert (old.value, old.example) == (3, "Skulle have hjælp")
    assert (new.value, new.example) == (4, "")


def test_how_well_the_task_is_known_is_asked_until_there_is_an_agreement(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 4, 4, 4)
    page = open_pair()
    tab = page.inspector.rating
    assert tab.known.isVisibleTo(tab)
    button = next(b for b in tab.novelty.children() if getattr(b, "key", None) is Novelty.NEW)
    button.click()
    assert sheet(unit).pair.novelty is Novelty.NEW
    agreed(unit, unit.task, unit.person, 3)
    page.refresh()
    assert not tab.known.isVisibleTo(tab)


# --- the suggestion


def test_the_suggestion_waits_until_it_is_opened_and_stays_open_for_that_pair(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 4, 5, 4)
    page = open_pair()
    panel = page.inspector.rating.panel
    assert not panel.area.isVisible()
    assert not panel.agree_button.isVisible()
    qtbot.mouseClick(panel.open_button, LEFT)
    assert panel.area.isVisible()
    page.table.select_pair(unit.other, unit.person)
    assert not panel.area.isVisible()
    page.table.select_pair(unit.task, unit.person)
    assert panel.area.isVisible()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_panel_says_what_the_command_line_says(open_pair, unit, language, qtbot):
    rated(unit, unit.task, unit.person, 4, 5, 3)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair(language)
    page.inspector.rating.panel.open_button.click()
    now = sheet(unit)
    wording = put_into_words(explain(now.case, now.suggestion), words(language))
    shown = panel_texts(page).casefold()
    for piece in (wording.head.rstrip("."), wording.limits_head, *wording.limits, wording.lift_head, *wording.flags):
        assert piece.casefold() in shown
    for needs in wording.lift:
        for need in needs:
            assert need.casefold() in shown


def test_the_leaders_own_bid_is_compared(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    page.inspector.rating.panel.own.choose(4)
    assert sheet(unit).pair.own_rung == 4
    page.inspector.rating.panel.open_button.click()
    assert "Dit eget bud var 4." in panel_texts(page)


def test_a_task_that_is_not_described_sends_to_the_task(open_pair, unit, qtbot):
    unit.register.save_task(replace(unit.register.task(unit.task), clarity=None))
    page = open_pair()
    asked = []
    page.desk.page_requested.connect(lambda key, target: asked.append((key, target.task_id)))
    panel = page.inspector.rating.panel
    assert panel.missing.isVisible()
    assert not panel.open_button.isVisible()
    panel.describe_button.click()
    assert asked == [("tasks", unit.task)]


def test_rungs_above_the_law_cannot_be_chosen_and_say_why(open_pair, unit):
    unit.register.save_task(replace(unit.register.task(unit.task), legal_ceiling=2, legal_basis="Instruks."))
    rated(unit, unit.task, unit.person, 5, 5, 5)
    page = open_pair()
    page.inspector.rating.panel.open_button.click()
    entries = [a for a in page.inspector.rating.panel.menu.actions() if not a.isSeparator()]
    assert [a.isEnabled() for a in entries] == [True, True, False, False, False, True]
    assert "over lovens loft" in entries[2].text()
    assert "højst trin 2" in entries[2].toolTip()


def test_how_it_is_worked_out_gives_the_rule_the_numbers_and_the_fixed_note(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 4, 5, 3)
    page = open_pair()
    said = "\n".join(numbers_in_words(page.desk, sheet(unit)))
    assert "Kompetence: 4 af 5, sikker, vurderet i dag." in said
    assert "Det trækker 0 trin." in said
    dialog = HowDialog(page.desk, sheet(unit), page)
    qtbot.addWidget(dialog)
    shown = " ".join(label.text() for label in dialog.findChildren(TextLabel))
    assert words("da").text("explanation.rule.note") in shown
    for sentence in words("da").texts("explanation.rule.sentences"):
        assert sentence in shown


# --- agreements


def begin(page, rung):
    page.inspector.rating.agree_requested.emit(rung)
    settle()
    return page.inspector.agreement.form.view


def test_above_the_suggestion_the_four_questions_are_asked(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 4)
    assert view.leap_part.isVisible()
    qtbot.mouseClick(view.agree, LEFT)
    wanted = ["leap.gain", "leap.risk", "leap.catch", "leap.review_on"]
    assert [name for name, field in view.fields.items() if field.error()] == wanted
    assert focused(page) is view.gain
    assert sheet(unit).history == []
    for editor, text in ((view.gain, "Ro"), (view.risk, "En klage"), (view.catch, "Eva kan ringes op")):
        editor.setFocus()
        qtbot.keyClicks(editor, text)
    view.review_on.setFocus()
    qtbot.keyClicks(view.review_on, "14.12.2026")
    qtbot.mouseClick(view.agree, LEFT)
    leap = Leap(gain="Ro", risk="En klage", catch="Eva kan ringes op", review_on=date(2026, 12, 14))
    assert sheet(unit).offer.leap == leap


def test_below_the_suggestion_a_reason_is_asked(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 4, 4, 4)
    page = open_pair()
    view = begin(page, 2)
    assert not view.leap_part.isVisible()
    qtbot.mouseClick(view.agree, LEFT)
    assert view.fields["reason"].error()
    assert focused(page) is view.reason
    qtbot.keyClicks(view.reason, "Vi begynder roligt.")
    qtbot.mouseClick(view.agree, LEFT)
    assert sheet(unit).offer.reason == "Vi begynder roligt."


def test_from_rung_three_it_must_be_said_when_to_ask(open_pair, unit, qtbot):
    unit.register.save_task(replace(unit.register.task(unit.task), ask_when=""))
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    assert focused(page) is view.ask_when
    qtbot.mouseClick(view.agree, LEFT)
    assert view.fields["ask_when"].error()


def test_the_form_brings_the_tasks_own_lines_and_a_first_follow_up(open_pair, unit):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    view = begin(open_pair(), 3)
    assert view.purpose.value() == "Pårørende er trygge."
    assert view.limits.value() == "Ingen løfter."
    assert view.first_follow_up.read() == unit.trust.draft(unit.task, unit.person, 3).first_follow_up


def test_the_form_shows_the_tasks_red_lines_as_fixed(open_pair, unit, qtbot):
    page = open_pair()
    view = begin(page, 3)
    assert not view.fixed_part.isVisible()
    lines = (RedLine(text="Ingen løfter om hjælp"), RedLine(text="Tavshedspligt"))
    page.desk.run(lambda: unit.register.save_task(replace(unit.register.task(unit.task), red_lines=lines)))
    assert view.fixed_part.isVisible()
    assert view.red_lines.text() == "• Ingen løfter om hjælp\n• Tavshedspligt"
    page.inspector.agreement.form.take_rung(0)
    assert not view.fixed_part.isVisible()


def test_an_unreadable_date_stays_and_is_said(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    view.first_follow_up.setText("snart")
    qtbot.mouseClick(view.agree, LEFT)
    assert view.fields["first_follow_up"].error()
    assert view.first_follow_up.text() == "snart"
    assert sheet(unit).history == []


def test_a_pause_asks_for_no_more_than_it_needs(open_pair, unit, qtbot):
    page = open_pair()
    view = begin(page, 0)
    assert not view.fields["first_follow_up"].isVisible()
    assert view.agree.text() == "Sæt på pause"
    qtbot.mouseClick(view.agree, LEFT)
    assert sheet(unit).agreement.rung == 0


def test_a_form_under_way_survives_a_look_at_another_cell_and_a_refresh(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    view.support.setFocus()
    qtbot.keyClicks(view.support, "Sparring hver tirs")
    page.refresh()
    qtbot.keyClicks(view.support, "dag")
    page.table.select_pair(unit.other, unit.person)
    assert not page.inspector.agreement.filling_in
    page.table.select_pair(unit.task, unit.person)
    assert page.inspector.agreement.filling_in
    assert view.support.value() == "Sparring hver tirsdag"


def test_another_rung_keeps_what_is_written(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    qtbot.keyClicks(view.support, "Sparring")
    page.inspector.agreement.begin(4)
    assert view.support.value() == "Sparring"
    assert view.leap_part.isVisible()


def test_a_rating_changed_meanwhile_changes_what_the_form_asks(open_pair, unit):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    page.desk.run(lambda: unit.trust.rate(unit.task, unit.person, Dimension.COMPETENCE, 2))
    assert view.leap_part.isVisible()


def test_what_is_agreed_is_read_back_and_moved_on(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3, state=AgreementState.OFFERED, support="Sparring")
    page = open_pair()
    page.inspector.show_tab("agreement")
    card = page.inspector.agreement.offer
    assert card.isVisible()
    assert "Støtte: Sparring" in [label.text() for label in card.findChildren(TextLabel)]
    accepted = next(b for b in card.state.children() if getattr(b, "key", None) is AgreementState.ACCEPTED)
    qtbot.mouseClick(accepted, LEFT)
    assert sheet(unit).agreement.rung == 3
    assert page.inspector.agreement.in_force.isVisible()
    page.desk.undo()
    assert sheet(unit).offer.rung == 3


def test_the_employees_words_are_kept_when_left_and_when_another_cell_is_chosen(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair()
    page.inspector.show_tab("agreement")
    card = page.inspector.agreement.in_force
    card.own_view.setFocus()
    qtbot.keyClicks(card.own_view, "Jeg kan mere")
    page.refresh()
    assert card.own_view.value() == "Jeg kan mere"
    card.rung.choose(4)
    assert (sheet(unit).agreement.employee_view, sheet(unit).agreement.employee_rung) == ("Jeg kan mere", 4)
    card.comment.setFocus()
    qtbot.keyClicks(card.comment, "Godt med sparring")
    page.table.select_pair(unit.other, unit.person)
    assert sheet(unit).agreement.employee_comment == "Godt med sparring"


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_rung_the_employee_wished_for_can_be_cleared(open_pair, unit, qtbot, way):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair()
    page.inspector.show_tab("agreement")
    row = page.inspector.agreement.in_force.rung
    assert not row.clear_button.isVisible()
    row.choose(4)
    assert sheet(unit).agreement.employee_rung == 4
    if way == "button":
        qtbot.mouseClick(row.clear_button, LEFT)
    else:
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Delete)
    assert sheet(unit).agreement.employee_rung is None
    assert row.value() is None
    assert not row.clear_button.isVisible()
    page.desk.undo()
    assert row.value() == 4


def test_the_own_bid_can_be_taken_away_by_keyboard_and_the_focus_stays_in_the_row(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    row = page.inspector.rating.panel.own
    row.choose(2)
    assert sheet(unit).pair.own_rung == 2
    row.clear_button.setFocus()
    qtbot.keyClick(row.clear_button, K.Key_Space)
    assert sheet(unit).pair.own_rung is None
    assert row.isAncestorOf(QApplication.focusWidget())


def test_a_wish_in_the_form_can_be_cleared_before_it_is_agreed(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    view.employee_rung.choose(5)
    qtbot.mouseClick(view.employee_rung.clear_button, LEFT)
    assert page.inspector.agreement.form.draft.employee_rung is None


def test_shown_today_is_noted(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair()
    page.inspector.show_tab("agreement")
    qtbot.mouseClick(page.inspector.agreement.in_force.shown_button, LEFT)
    assert sheet(unit).agreement.shown_on == TODAY
    assert "23. november" in page.inspector.agreement.in_force.shown_text.text()


@pytest.mark.parametrize(("answer", "left"), [("verb_button", 1), ("safe_button", 2)])
def test_taking_an_agreement_back_asks_first_and_the_one_before_holds_again(open_pair, unit, qtbot, answer, left):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    agreed(unit, unit.task, unit.person, 3)
    agreed(unit, unit.task, unit.person, 2)
    page = open_pair()
    page.inspector.show_tab("agreement")

    def reply():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        getattr(dialog, answer).click()

    QTimer.singleShot(0, reply)
    page.inspector.agreement.in_force.withdraw_button.click()
    assert sheet(unit).agreement.rung == (3 if left == 1 else 2)
    assert len([a for a in sheet(unit).history if a.withdrawn_on is None]) == left


# --- history and comments


def test_history_is_newest_first_in_sentences_with_the_suggestion_of_that_day(open_pair, unit, days, qtmodeltester):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    days.day += timedelta(days=1)
    holds = agreed(unit, unit.task, unit.person, 2)
    days.day += timedelta(days=7)
    planned = sheet(unit).next_follow_up
    unit.following.hold(planned.id, Outcome.GOOD)
    page = open_pair()
    model = page.inspector.history.model
    qtmodeltester.check(model)
    lines = [model.index(row).data() for row in range(model.rowCount())]
    assert lines[0] == "1. december: Opfølgning: god."
    assert lines[1].startswith("24. november: Trin 2, Indstillende, blev aftalt og accepteret. Forslaget den dag var")
    assert holds.reason in lines[1]
    assert lines[-1].startswith("23. november: Kompetence vurderet til 3. Løser almindelige tilfælde")


def test_an_empty_history_says_so(open_pair):
    page = open_pair()
    page.inspector.show_tab("history")
    assert page.inspector.history.empty.isVisible()


def test_comments_are_added_deleted_and_brought_back(open_pair, unit, qtbot):
    page = open_pair()
    page.inspector.show_tab("comments")
    tab = page.inspector.comments
    qtbot.mouseClick(tab.add_button, LEFT)
    assert tab.field.error()
    qtbot.keyClicks(tab.text, "Jeg vil gerne prøve selv.")
    qtbot.mouseClick(tab.add_button, LEFT)
    (comment,) = sheet(unit).comments
    assert (comment.author, comment.text) == (Rater.EMPLOYEE, "Jeg vil gerne prøve selv.")
    assert tab.text.value() == ""
    assert page.inspector.tabs.tabText(3) == "Kommentarer (1)"
    tab.delete_buttons[0].click()
    assert sheet(unit).comments == []
    page.desk.undo()
    assert len(sheet(unit).comments) == 1


def test_a_comment_not_added_yet_is_kept_when_another_cell_is_chosen(open_pair, unit, qtbot):
    page = open_pair()
    page.inspector.show_tab("comments")
    qtbot.keyClicks(page.inspector.comments.text, "Husk at spørge.")
    page.table.select_pair(unit.other, unit.person)
    assert page.inspector.comments.text.value() == ""
    page.table.select_pair(unit.task, unit.person)
    assert page.inspector.comments.text.value() == "Husk at spørge."
    assert page.inspector.comments.draft.note.isVisibleTo(page.inspector)
    assert sheet(unit).comments == []


def test_a_text_being_typed_about_one_pair_never_lands_on_the_next(open_pair, unit, qtbot):
    page = open_pair()
    press(qtbot, page, K.Key_3)
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    qtbot.mouseClick(section.head, LEFT)
    section.write()
    qtbot.keyClicks(section.example, "Ringede selv til familien")
    page.table.select_pair(unit.other, unit.person)
    assert sheet(unit).ratings[Dimension.COMPETENCE].example == "Ringede selv til familien"
    assert section.example.value() == ""
    assert unit.trust.sheet(unit.other, unit.person).past_ratings == []


def test_the_inspector_needs_no_scrolling_sideways_in_english_at_the_narrowest(open_pair, unit):
    rated(unit, unit.task, unit.person, 4, 5, 3)
    page = open_pair("en", (1000, 600))
    page.view._drag(400)
    settle()
    page.inspector.rating.panel.open_button.click()
    settle()
    for tab in ("rating", "agreement", "history", "comments"):
        page.inspector.show_tab(tab)
        settle()
        assert page.inspector.minimumSizeHint().width() <= page.inspector.width()


def second_press(widget):
    """The second half of a double click whose first half was on something else."""
    place = QPointF(widget.rect().center())
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        buttons = LEFT if kind is QEvent.Type.MouseButtonDblClick else Qt.MouseButton.NoButton
        at = widget.mapToGlobal(place)
        QApplication.sendEvent(widget, QMouseEvent(kind, place, at, LEFT, buttons, Qt.KeyboardModifier.NoModifier))
    settle()


def test_a_double_click_rates_one_prerequisite_and_not_the_one_that_unfolds_under_it(open_pair, unit, qtbot):
    page = open_pair()
    qtbot.mouseClick(cards(page, Dimension.COMPETENCE)[2], LEFT)
    settle()
    second_press(cards(page, Dimension.INTENTION)[2])
    assert list(sheet(unit).ratings) == [Dimension.COMPETENCE]
    qtbot.mouseClick(cards(page, Dimension.INTENTION)[2], LEFT)
    assert list(sheet(unit).ratings) == [Dimension.COMPETENCE, Dimension.INTENTION]


def test_a_double_click_on_the_way_to_the_form_agrees_to_nothing(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    qtbot.mouseClick(page.inspector.rating.panel.open_button, LEFT)
    second_press(page.inspector.rating.panel.how_button)
    qtbot.mouseClick(page.inspector.rating.panel.agree_button, LEFT)
    second_press(page.inspector.agreement.form.view.agree)
    assert sheet(unit).history == []
    assert page.inspector.agreement.filling_in


@pytest.mark.parametrize("size", [(1366, 690), (1280, 640)])
def test_how_far_we_have_come_stands_beside_the_act_in_sight(open_pair, unit, qtbot, size):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair(size=size)
    view = begin(page, 3)
    settle()
    for part in (view.state, view.agree):
        assert part.visibleRegion().boundingRect() == part.rect()
    accepted = next(b for b in view.state.children() if getattr(b, "key", None) is AgreementState.ACCEPTED)
    qtbot.mouseClick(accepted, LEFT)
    qtbot.mouseClick(view.agree, LEFT)
    assert sheet(unit).agreement.rung == 3


def test_a_pause_needs_nobodys_acceptance(open_pair, unit):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    assert not begin(page, 0).state.isVisible()


def test_the_form_is_agreed_to_from_any_of_its_fields(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow, timeout=60_000)
    view = begin(page, 3)
    view.support.setFocus()
    qtbot.keyClicks(view.support, "Sparring")
    qtbot.keyClick(view.support, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet(unit).offer.support == "Sparring"


def test_after_the_form_the_keyboard_is_where_the_next_step_is(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    tab = page.inspector.agreement
    view = begin(page, 3)
    qtbot.keyClick(focused(page), K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert sheet(unit).offer is not None
    assert getattr(focused(page), "key", None) is AgreementState.OFFERED
    press(qtbot, page, K.Key_Right)
    press(qtbot, page, K.Key_Right)
    assert sheet(unit).agreement.rung == 3
    begin(page, 2)
    view.cancel.setFocus()
    press(qtbot, page, K.Key_Return)
    assert focused(page) is tab.new_button


def test_a_choice_that_could_not_be_stored_stays_and_is_stored_at_the_next_try(open_pair, unit, qtbot, monkeypatch):
    page = open_pair()
    failed = []
    page.desk.failed.connect(failed.append)
    rate = unit.trust.rate

    def full(*_, **__):
        raise TillidError("disk_full")

    monkeypatch.setattr(unit.trust, "rate", full)
    press(qtbot, page, K.Key_3)
    assert [error.code for error in failed] == ["disk_full"]
    assert page.inspector.rating.sections[Dimension.COMPETENCE].group.value() == 3
    monkeypatch.setattr(unit.trust, "rate", rate)
    press(qtbot, page, K.Key_3)
    assert sheet(unit).ratings[Dimension.COMPETENCE].value == 3
    monkeypatch.setattr(unit.trust, "rate", full)
    press(qtbot, page, K.Key_4)
    monkeypatch.setattr(unit.trust, "rate", rate)
    page.table.select_pair(unit.other, unit.person)
    assert sheet(unit).ratings[Dimension.INTENTION].value == 4
    assert unit.trust.sheet(unit.other, unit.person).past_ratings == []


def test_the_same_bid_again_is_no_act_to_undo(unit):
    unit.trust.set_own_rung(unit.task, unit.person, 3)
    assert not unit.trust.set_own_rung(unit.task, unit.person, 3)


def test_unfolding_a_rating_that_still_counts_closes_it_until_it_is_set_anew(open_pair, unit, days):
    rated(unit, unit.task, unit.person, 4, 4, 4)
    days.day = TODAY + timedelta(days=3)
    page = open_pair()
    section = page.inspector.rating.sections[Dimension.COMPETENCE]
    section.set_open(False)
    section.head.click()
    settle()
    assert section.group.value() is None
    assert section.fresh.isVisible()
    section.fresh.reveal.click()
    assert section.group.value() == 4
    section.head.click()
    section.head.click()
    assert section.group.choose(3)
    assert unit.trust.sheet(unit.task, unit.person).ratings[Dimension.COMPETENCE].value == 3
    assert section.group.value() == 3


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_agreement_says_who_decides_when_one_asks_which_control_fits_and_who_answers(open_pair, unit, language):
    rated(unit, unit.task, unit.person, 4, 4, 4)
    agreed(unit, unit.task, unit.person, 3)
    page = open_pair(language)
    page.inspector.show_tab("agreement")
    settle()
    shown = [label.text() for label in page.inspector.agreement.findChildren(QLabel) if label.isVisible()]
    said = words(language)
    for key in ("3.decides", "3.asked", "3.control", "answers"):
        assert any(said.text(f"ladders.task.{key}") in text for text in shown), key

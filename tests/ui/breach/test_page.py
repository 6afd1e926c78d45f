"""Breaches on the screen: noted in three fields, led through the steps, talked about over the whole window."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import a_person, a_task, agreed, rated
from tests.services.breach_builders import closed, noted, settled, talked
from tillid_planner.content import LANGUAGES, words
from tillid_planner.domain.breach import Criterion, Outcome, Track
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.dosing import suggest
from tillid_planner.domain.follow_up import Outcome as Went
from tillid_planner.services import session as sessions
from tillid_planner.services.breach_sheet import Voice, agreement_sheet, employee_sheet
from tillid_planner.services.deletion import Reason
from tillid_planner.ui.breach.breach_table import BreachTable, case_row
from tillid_planner.ui.breach.delete_case import DeleteCaseDialog
from tillid_planner.ui.breach.note_breach import NoteBreachDialog
from tillid_planner.ui.breach.page import BreachesPage
from tillid_planner.ui.clipboard import clear_private
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.printing.breach_sheet import sheet_pdf
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import set_ratings_hidden
from tillid_planner.ui.widgets import CheckBox, Menu

TODAY = date(2026, 11, 23)


@pytest.fixture
def clock():
    return [TODAY]


@pytest.fixture
def unit(clock):
    opened = sessions.in_memory("Nord", today=lambda: clock[0])
    yield opened
    opened.close()


@pytest.fixture
def pair(unit):
    task, person = a_task(unit), a_person(unit)
    a_person(unit, "Bo Lindskov")
    rated(unit, task, person, 5, 5, 5)
    agreed(unit, task, person, 4)
    return task, person


@pytest.fixture
def page(qtbot, themed_app, unit, pair):
    made = BreachesPage(Desk(unit, words("da")))
    qtbot.addWidget(made)
    made.resize(1182, 720)
    made.show()
    made.activateWindow()
    return made


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(qtbot, editor, text):
    editor.setFocus()
    qtbot.keyClicks(editor, text)


def seen(widget):
    # What was just made is shown in the next round.
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


# Noting


def test_three_fields_note_the_facts_and_what_is_missing_is_said(qtbot, page, pair, unit):
    dialog = NoteBreachDialog(page.desk, page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.confirm()
    assert all(dialog.fields[name].error() for name in ("task_id", "assignee_id", "facts"))
    assert not unit.cases.views()
    dialog.task.set_value(pair[0])
    dialog.assignee.set_value(pair[1])
    write(qtbot, dialog.facts, "Målene blev ikke taget.")
    dialog.happened_on.show_value(TODAY - timedelta(days=1))
    dialog.confirm()
    case = unit.cases.get(dialog.noted)
    assert (case.facts, case.happened_on) == ("Målene blev ikke taget.", TODAY - timedelta(days=1))


def test_what_was_begun_is_there_again_when_noting_was_broken_off(qtbot, page, pair):
    dialog = NoteBreachDialog(page.desk, page, task_id=pair[0], assignee_id=pair[1])
    qtbot.addWidget(dialog)
    dialog.show()
    write(qtbot, dialog.facts, "Begyndt")
    dialog.reject()
    again = NoteBreachDialog(page.desk, page)
    qtbot.addWidget(again)
    assert again.facts.value() == "Begyndt"
    assert again.task.value() == pair[0]


# The log


def test_an_empty_log_says_so_and_offers_to_note(page):
    assert page.view.stack.currentWidget() is page.view.empty
    assert page.view.empty.title.text() == "Ingen brud."


def test_the_log_says_status_and_next_step_and_counts_nobody(page, unit, pair):
    case = noted(unit, pair)
    page.refresh()
    row = page.view.model.row(0)
    assert (row.task, row.assignee, row.status, row.next_step) == (
        "Sårpleje",
        "Amina Holm",
        "Ikke talt igennem",
        "Spor",
    )
    talked(unit, case, Cause.RESOURCES)
    settled(unit, case)
    closed(unit, case)
    page.refresh()
    page.view.tabs.select("closed")
    page._show_tab()
    row = page.view.model.row(0)
    assert row.deleted == "Slettes 23. november 2027"
    assert "1" not in seen(page.view.tabs)


def test_the_model_passes_the_tester(qtmodeltester, themed_app, unit, pair):
    noted(unit, pair)
    model = BreachTable()
    model.set_rows([case_row(view, words("da"), TODAY) for view in unit.cases.views()])
    qtmodeltester.check(model)


def test_a_pattern_is_a_hint_at_the_frame_without_a_name(page, unit, pair):
    for _ in range(2):
        talked(unit, noted(unit, pair), Cause.RESOURCES)
    page.refresh()
    hints = page.view.hints
    text = seen(hints.itemAt(0).widget())
    assert "Det ligner rammen" in text
    assert "Amina" not in text


# A whole case, step by step


@pytest.mark.parametrize("cause", [Cause.COMPETENCE, Cause.INTENTION, Cause.RESOURCES, Cause.CIRCUMSTANCES])
def test_a_case_goes_from_note_to_closing_on_the_page(qtbot, page, unit, pair, cause, monkeypatch):
    case = noted(unit, pair)
    page.open_case(case)
    pane = page.pane
    assert pane.step is Step.TRACK
    assert pane.panels[Step.TRACK].choice.choose(0)
    press(qtbot, pane.panels[Step.TRACK].next)
    own = pane.panels[Step.OWN_PART]
    write(qtbot, own.editors["frame"], "Jeg lovede en makker.")
    press(qtbot, own.ready)
    talk_panel = pane.panels[Step.CONVERSATION]
    assert unit.cases.get(case).own_notes == (("frame", "Jeg lovede en makker."),)
    press(qtbot, talk_panel.open)
    assert page.talking
    write(qtbot, page.talk.view.employee, "Jeg var alene.")
    write(qtbot, page.talk.view.leader, "Det vidste jeg.")
    press(qtbot, page.talk.view.done)
    assert not page.talking
    found = unit.cases.get(case)
    assert (found.employee_account, found.leader_account) == ("Jeg var alene.", "Det vidste jeg.")
    assert found.held_on == TODAY
    assert found.own_notes == ()
    assert pane.step is Step.CAUSE
    panel = pane.panels[Step.CAUSE]
    causes = [Cause.COMPETENCE, Cause.INTENTION, Cause.RESOURCES, Cause.CIRCUMSTANCES]
    assert panel.main.choose(causes.index(cause) + 1)
    assert unit.cases.get(case).cause is cause
    press(qtbot, panel.next)
    agreement = pane.panels[Step.AGREEMENT]
    press(qtbot, agreement.usual)
    assert unit.cases.get(case).criteria
    draft = replace(unit.cases.draft_agreement(case), reason="Aftalt sammen.")
    page.desk.run(lambda: unit.cases.agree(case, draft))
    shown = unit.cases.view(case)
    assert agreement.badge.isVisibleTo(pane)
    assert shown.sheet.suggestion == suggest(shown.sheet.case)
    press(qtbot, agreement.next)
    assert pane.step is Step.FOLLOW_UPS
    followed = pane.panels[Step.FOLLOW_UPS]
    for box in followed.criteria.findChildren(CheckBox):
        press(qtbot, box)
    assert "I kan lukke sagen" not in seen(pane)
    while not unit.cases.view(case).ready_to_close:
        planned = unit.trust.sheet(*pair).next_follow_up
        page.desk.run(lambda planned=planned: unit.following.hold(planned.id, Went.GOOD))
    assert "I kan lukke sagen" in seen(pane)
    press(qtbot, pane.panels[Step.FOLLOW_UPS].close_case)
    closing = pane.panels[Step.CLOSING]
    assert closing.outcome.choose(1)
    assert closing.words.value()
    press(qtbot, closing.close_case)
    assert unit.cases.get(case).outcome is Outcome.REPAIRED
    assert "Slettes 23. november 2027" in seen(closing)
    press(qtbot, closing.next)
    learning = pane.panels[Step.LEARNING]
    write(qtbot, learning.line, "Amina skal have en makker.")
    press(qtbot, learning.keep)
    assert "«Amina»" in learning.line_field.error()
    learning.line.set_value("")
    write(qtbot, learning.line, "Sig til i tide.")
    press(qtbot, learning.keep)
    assert unit.endings.learning()[0].line == "Sig til i tide."
    assert learning.done.isVisibleTo(pane)


def test_a_deliberate_breach_goes_to_hr_first_and_then_to_its_end(qtbot, page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case)
    panel = page.pane.panels[Step.TRACK]
    panel.choice.choose(1)
    press(qtbot, panel.deliberate)
    assert unit.trust.sheet(*pair).suggestion.rung == 0
    assert not panel.next.isVisibleTo(page.pane)
    press(qtbot, panel.advised)
    assert panel.next.isVisibleTo(page.pane)
    page.pane.show_step(Step.CONVERSATION)
    press(qtbot, page.pane.panels[Step.CONVERSATION].hold)
    page.pane.panels[Step.CAUSE].main.choose(5)
    assert unit.cases.get(case).cause is Cause.ILL_WILL
    assert unit.trust.sheet(*pair).suggestion.rung == 1


def test_what_cannot_be_done_yet_is_said_in_words(qtbot, page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case, Step.CAUSE)
    panel = page.pane.panels[Step.CAUSE]
    panel.main.choose(1)
    assert "Hold samtalen først" in seen(panel)
    page.pane.show_step(Step.CLOSING)
    closing = page.pane.panels[Step.CLOSING]
    closing.outcome.choose(1)
    press(qtbot, closing.close_case)
    assert "Find årsagen sammen først" in seen(closing)
    assert unit.cases.get(case).status is BreachStatus.OPEN


def test_two_views_stand_where_they_do_not_agree(page, unit, pair):
    case = noted(unit, pair)
    unit.cases.hold_conversation(case)
    page.open_case(case, Step.CAUSE)
    panel = page.pane.panels[Step.CAUSE]
    panel.agree.set_value(False)
    panel._show_views()
    panel.employee_view.set_value(Cause.RESOURCES)
    panel.leader_view.set_value(Cause.COMPETENCE)
    panel._set(panel.leader_view)
    found = unit.cases.get(case)
    assert (found.cause, found.employee_cause, found.cause_agreed) == (Cause.COMPETENCE, Cause.RESOURCES, False)
    page.refresh()
    assert panel.views.isVisibleTo(page.pane)


def test_undo_is_seen_at_once_and_typing_is_not_lost(qtbot, page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case, Step.FACTS)
    panel = page.pane.panels[Step.FACTS]
    assessment = panel.kept.editor("assessment")
    write(qtbot, assessment, "Under vejs")
    page.desk.run(lambda: unit.cases.choose_track(case, Track.REPAIR))
    assert assessment.value() == "Under vejs"
    page.desk.undo()
    assert assessment.value() == "Under vejs"
    assert unit.cases.get(case).track is None


def test_a_case_that_is_undone_while_it_is_shown_leaves_the_page(page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case)
    page.desk.undo()
    assert page.stack.currentWidget() is page.view


# The conversation


@pytest.fixture
def talk(page, unit, pair):
    case = noted(unit, pair)
    page.open_case(case, Step.CONVERSATION)
    page.start_talk(case)
    return page.talk


def test_nothing_of_anybody_else_is_on_the_screen(talk, page):
    assert talk.geometry() == page.rect()
    text = seen(talk)
    assert "Amina" in text
    assert "Bo Lindskov" not in text


def test_both_accounts_have_the_same_size_and_the_questions_go_on(qtbot, talk):
    QApplication.processEvents()
    assert talk.view.employee.size() == talk.view.leader.size()
    texts = words("da").texts("breach.guide.opening.questions")
    assert talk.view.question.text() == texts[0]
    for _ in texts:
        press(qtbot, talk.view.after)
    assert talk.part == "competence"
    press(qtbot, talk.view.before)
    assert talk.view.question.text() == texts[-1]


def test_tab_stays_inside_the_conversation(qtbot, talk):
    talk.view.employee.setFocus()
    stops = talk.view.stops()
    for _ in range(len(stops) + 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert talk.isAncestorOf(QApplication.focusWidget())


def test_what_is_typed_is_stored_on_the_way(qtbot, talk, unit):
    write(qtbot, talk.view.employee, "Jeg kunne se det")
    qtbot.waitUntil(lambda: unit.cases.get(talk.case_id).employee_account == "Jeg kunne se det", timeout=60_000)
    assert talk.view.saved.text().startswith("Gemt kl.")


def test_a_pause_covers_everything_and_escape_goes_back(qtbot, talk, page, unit):
    press(qtbot, talk.view.pause)
    assert talk.view.hidden.isVisible()
    assert talk.view.pause.text() == "Fortsæt"
    set_ratings_hidden(False)
    write(qtbot, talk.view.leader, "Min del")
    case = talk.case_id
    qtbot.keyClick(talk.view.leader, Qt.Key.Key_Escape)
    assert not page.talking
    assert unit.cases.get(case).leader_account == "Min del"
    assert unit.cases.talk_place() is None


def test_it_comes_back_to_the_same_word_after_it_was_locked(qtbot, talk, page, unit, themed_app):
    talk._show_part("resources", 2)
    write(qtbot, talk.view.leader, "Jeg vidste det ikke")
    talk.view.leader.moveCursor(QTextCursor.MoveOperation.PreviousWord)
    cursor = talk.view.leader.textCursor().position()
    # Locking takes the keyboard out of the field and the page off the screen.
    talk.view.leader.clearFocus()
    page.hide()
    again = BreachesPage(Desk(unit, words("da")))
    qtbot.addWidget(again)
    again.resize(1182, 720)
    again.show()
    again.activateWindow()
    again.open_target(Target(act="talk"))
    other = again.talk
    assert (other.part, other.view.question.text()) == (
        "resources",
        words("da").texts("breach.guide.resources.questions")[2],
    )
    assert other.view.leader.toPlainText() == "Jeg vidste det ikke"
    assert again.focusWidget() is other.view.leader
    assert other.view.leader.textCursor().position() == cursor


# On paper


def test_the_agreement_is_one_page_and_the_title_names_nobody(themed_app, unit, pair):
    pypdf = pytest.importorskip("pypdf")
    import io

    case = noted(unit, pair, "Målene blev ikke taget. <b>fed</b>")
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    for number in range(6):
        unit.cases.put(case, Criterion(text=f"Nummer {number} kan ses i en almindelig uge, også når der er travlt"))
    view = unit.cases.view(case)
    voice = Voice(words("da"), str, TODAY)
    others = unit.endings.names_of_others(view.case)
    document = pypdf.PdfReader(io.BytesIO(sheet_pdf(agreement_sheet(view, voice, others), one_page=True)))
    assert len(document.pages) == 1
    assert "Amina" not in str(document.metadata)
    text = " ".join(document.pages[0].extract_text().split())
    assert "Trin 3" in text
    whole = pypdf.PdfReader(io.BytesIO(sheet_pdf(employee_sheet(view, voice, others))))
    assert "<b>fed</b>" in "".join(page.extract_text() for page in whole.pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_on_paper_has_its_year(page, unit, pair, monkeypatch, themed_app, language):
    case = noted(unit, pair, happened_on=TODAY)
    unit.cases.change(case, invited_on=TODAY)
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    sheets = []
    for name in ("print_sheet", "sheet_pdf"):
        monkeypatch.setattr(f"tillid_planner.ui.breach.case_pane.{name}", lambda sheet, *_, **__: sheets.append(sheet))
    monkeypatch.setattr("tillid_planner.ui.breach.case_pane.ask_file", lambda *_: None)
    install_language(themed_app, language)
    page.open_case(case)
    page.pane.print_button.click()
    menu = next(m for m in page.pane.findChildren(Menu) if m.isVisible())
    for action in [a for a in menu.actions() if not a.isSeparator()]:
        action.trigger()
    menu.close()
    install_language(themed_app, "da")
    assert len(sheets) == 4
    months = "|".join(QLocale(language).monthName(number) for number in range(1, 13))
    for sheet in sheets:
        days = re.findall(rf"\d\.? (?:{months})(.{{0,5}})", sheet.plain())
        assert days
        assert [after for after in days if not re.fullmatch(r" 20\d\d", after)] == []


def test_the_invitation_is_copied_as_a_secret_and_the_page_says_so(qtbot, page, unit, pair):
    page.open_case(noted(unit, pair), Step.CONVERSATION)
    panel = page.pane.panels[Step.CONVERSATION]
    with qtbot.waitSignal(page.desk.noticed) as told:
        press(qtbot, panel.copy)
    copied = QApplication.clipboard().mimeData()
    assert "Hej Amina" in copied.text()
    assert copied.data("x-kde-passwordManagerHint") == b"secret"
    assert "20 sekunder" in told.args[0].text
    clear_private()
    assert QApplication.clipboard().text() == ""


def test_the_criteria_of_a_case_can_be_removed_and_undone(page, unit, pair):
    case = noted(unit, pair)
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    page.open_case(case, Step.AGREEMENT)
    panel = page.pane.panels[Step.AGREEMENT]
    panel.criteria.remove_requested.emit(unit.cases.get(case).criteria[0])
    assert unit.cases.get(case).criteria == ()
    page.desk.undo()
    assert len(panel.criteria._shown) == 1


def test_due_cases_are_asked_about(page, unit, pair, clock):
    case = noted(unit, pair)
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    closed(unit, case)
    page.refresh()
    assert not page.view.due.isVisibleTo(page.view)
    clock[0] = unit.cases.view(case).delete_on
    page.refresh()
    assert page.view.due.isVisibleTo(page.view)
    assert "1 sag skulle være slettet." in seen(page.view.due)


def test_a_case_is_deleted_for_good_and_the_page_says_so(qtbot, page, unit, pair, monkeypatch):
    case = noted(unit, pair)
    page.open_case(case)
    notices = []
    page.desk.noticed.connect(lambda notice: notices.append(notice.text))

    def answer(dialog):
        dialog.show()
        press(qtbot, dialog.verb_button)
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)
        return 1

    monkeypatch.setattr(DeleteCaseDialog, "exec", answer)
    press(qtbot, page.pane.more_button)
    assert unit.cases.views() == []
    assert notices == ["Sagen er slettet."]
    assert page.stack.currentWidget() is page.view
    page.view.tabs.select("learning")
    page._show_tab()
    assert "1 sag slettet" in seen(page.view.receipts)
    assert "Amina" not in seen(page)


def test_the_safe_choice_is_the_default_when_deleting(qtbot, page, unit, pair):
    case = noted(unit, pair)
    dialog = DeleteCaseDialog(page.desk, page, [unit.cases.view(case)], Reason.MISTAKE)
    qtbot.addWidget(dialog)
    assert dialog.safe_button.isDefault()
    assert dialog.reason is Reason.MISTAKE


def test_ticking_by_keyboard_stays_on_the_row_and_moves_nothing_below(qtbot, page, unit, pair):
    case = noted(unit, pair)
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    page.open_case(case)
    page.pane.show_step(Step.FOLLOW_UPS)
    panel = page.pane.panels[Step.FOLLOW_UPS]
    qtbot.waitUntil(panel.criteria.isVisible, timeout=60_000)
    QApplication.processEvents()
    below = panel.criteria._boxes[-1].mapTo(panel, QPoint(0, 0))
    box = panel.criteria._boxes[0]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert unit.cases.get(case).criteria[0].met_on == TODAY
    assert panel.criteria._boxes[0].isChecked()
    assert panel.criteria._boxes[0].hasFocus()
    QApplication.processEvents()
    assert panel.criteria._boxes[-1].mapTo(panel, QPoint(0, 0)) == below


def test_the_closing_says_what_was_agreed_and_the_usual_only_where_it_lacks(page, unit, pair):
    case = noted(unit, pair)
    talked(unit, case, Cause.RESOURCES)
    settled(unit, case)
    page.open_case(case)
    page.pane.show_step(Step.CLOSING)
    closing = page.pane.panels[Step.CLOSING]
    assert "Gode opfølgninger i træk: 0 af 1" in seen(closing)
    # No measure was written down: there is nothing of that kind to be done.
    assert "skulle ændres i rammen" not in seen(closing)
    meeting = unit.cases.view(case).sheet.next_follow_up
    unit.following.hold(meeting.id, outcome=Went.GOOD)
    page.refresh()
    assert "Sådan plejer man" not in seen(closing)
    for criterion in unit.cases.get(case).criteria:
        assert f"– {criterion.text}" in seen(closing)


def test_a_case_with_nothing_left_to_do_opens_at_the_words_it_was_closed_with(page, unit, pair):
    case = noted(unit, pair)
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    closed(unit, case)
    unit.endings.nothing_to_learn(case)
    page.open_case(case)
    assert page.pane.step is Step.CLOSING
    assert "Det er lagt bag os." in seen(page.pane)

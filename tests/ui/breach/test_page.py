"""The page of breaches: noting in three fields, the log, cases that are due, and deleting for good."""

from datetime import timedelta

from tests.services.breach_builders import closed, noted, settled, talked
from tests.ui.breach.page_steps import TODAY, press, seen, write
from tillid_planner.content import words
from tillid_planner.domain.case import Cause
from tillid_planner.services.deletion import Reason
from tillid_planner.ui.breach.breach_table import BreachTable, case_row
from tillid_planner.ui.breach.delete_case import DeleteCaseDialog
from tillid_planner.ui.breach.note_breach import NoteBreachDialog


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

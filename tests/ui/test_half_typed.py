"""What is half-typed stays with its record: never on another's page, and there again after whatever happens."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.inspector.pair import settle
from tests.ui.register.record_forms import MARK, PLACES, a_unit, editors, notes, open_place, texts, type_into
from tillid_planner.content import words
from tillid_planner.domain.breach_path import Step
from tillid_planner.languages import CODES
from tillid_planner.services.deletion import Reason
from tillid_planner.ui.desk import Desk, Reply
from tillid_planner.ui.register import record_form
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.widgets import RadioCardGroup, Segmented
from tillid_planner.ui.widgets.page import Page

# Pages on which nothing is typed.
SILENT = {"case-track", "case-agreement", "case-follow_ups"}
LONG = ("ord " * 20_000).strip()
WRITTEN = sorted(PLACES.keys() - SILENT)


@pytest.fixture
def unit():
    made = a_unit()
    yield made
    made.session.close()


@pytest.fixture
def opened(qtbot, themed_app, unit, monkeypatch):
    """Opens a place anew, as after a start of the program; whoever is asked whether to leave, leaves."""
    monkeypatch.setattr(record_form, "ask", lambda *_: True)

    pages = []

    def open_(name, n=0):
        desk = Desk(unit.session, words("da"))
        page = open_place(PLACES[name], desk, unit, n)
        page.kept_alive = desk
        pages.append(page)
        qtbot.addWidget(page)
        return page

    return open_


def write_everywhere(page):
    """Write the mark into every field, and leave none; return how many there were."""
    found = editors(page)
    for editor in found:
        type_into(editor, MARK)
    QApplication.processEvents()
    return found


def end_at_once(page):
    """The program is killed: no field is left, nothing is committed."""
    page.kept_alive.run = lambda *_, **__: Reply(failed=True)
    page.kept_alive.drafts_due.disconnect()
    page.hide()
    settle()


@pytest.mark.parametrize("name", sorted(PLACES))
def test_nothing_of_one_record_stands_on_anothers_page(opened, unit, name):
    page = opened(name)
    if name not in SILENT:
        assert write_everywhere(page)
        assert MARK in texts(page)
    another_is_clean(opened, unit, name, page)
    if not PLACES[name].anew:
        PLACES[name].show(page, unit, 0)
    page.kept_alive.drafts_due.emit()
    if isinstance(page, Page):
        page.keep_place()
    another_is_clean(opened, unit, name, page)


def another_is_clean(opened, unit, name, page):
    """Go to the other record, on the same page where that can be."""
    if PLACES[name].anew:
        page = opened(name, 1)
    else:
        PLACES[name].show(page, unit, 1)
    settle()
    assert MARK not in texts(page)
    assert notes(page) == []


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_half_typed_is_there_again_and_said_so_and_can_be_discarded(opened, unit, name):
    page = opened(name)
    written = write_everywhere(page)
    assert [f"{type(e).__name__} {e.accessibleName()}" for e in written if not e.property("drafted")] == []
    page.kept_alive.drafts_due.emit()
    end_at_once(page)
    again = opened(name)
    marked = [editor for editor in editors(again) if MARK in texts(editor.parentWidget())]
    assert len(marked) == len(written)
    assert notes(again)
    for note in notes(again):
        note.discard.click()
    settle()
    assert notes(again) == []
    assert MARK not in texts(again)
    assert unit.session._workspace.database.rows("SELECT * FROM draft WHERE fields LIKE ?", (f"%{MARK}%",)) == []


@pytest.mark.parametrize("name", [f"case-{step}" for step in Step])
def test_no_choice_of_one_case_is_made_in_the_next(opened, unit, name):
    page = opened(name)
    choices = [c for kind in (RadioCardGroup, Segmented) for c in page.findChildren(kind) if c.property("drafted")]
    for choice in choices:
        choice.set_value(choice.values()[-1])
        choice.chosen.emit(choice.values()[-1])
    fresh = opened(name, 1)
    PLACES[name].show(page, unit, 1)
    assert _chosen(page) == _chosen(fresh)


def test_a_draft_is_saved_after_a_second_of_rest(opened, unit, qtbot):
    page = opened("comments")
    qtbot.keyClicks(page.inspector.comments.text, MARK)
    draft = page.inspector.comments.draft
    qtbot.waitUntil(lambda: unit.session.drafts.get(draft.subject) is not None, timeout=60_000)
    assert unit.session.drafts.get(draft.subject).fields["text"] == MARK


def test_what_is_stored_as_an_act_leaves_no_draft(opened, unit):
    page = opened("comments")
    tab = page.inspector.comments
    type_into(tab.text, MARK)
    page.kept_alive.drafts_due.emit()
    tab.add_button.click()
    assert unit.session.drafts.get(tab.draft.subject) is None
    assert [c.text for c in unit.session.trust.sheet(unit.tasks[0], unit.people[0]).comments] == [MARK]


def test_a_draft_of_a_record_that_was_deleted_meanwhile_comes_nowhere(opened, unit):
    page = opened("comments")
    type_into(page.inspector.comments.text, MARK)
    unit.session.endings.delete([unit.early[0], unit.late[0]], Reason.MISTAKE)
    unit.session.register.remove_assignee(unit.people[0])
    page.kept_alive.drafts_due.emit()
    assert unit.session._workspace.database.rows("SELECT * FROM draft") == []


def test_a_draft_longer_than_its_field_is_there_and_refused_in_words(opened, unit):
    page = opened("case-closing")
    panel = page.pane.panels[Step.CLOSING]
    type_into(panel.words, LONG)
    page.kept_alive.drafts_due.emit()
    end_at_once(page)
    panel = opened("case-closing").pane.panels[Step.CLOSING]
    assert panel.words.value() == LONG


def test_a_full_disk_says_that_the_text_is_only_on_the_screen(opened, unit):
    page = opened("comments")
    tab = page.inspector.comments
    database = unit.session._workspace.database.connection
    database.execute(f"PRAGMA max_page_count = {database.execute('PRAGMA page_count').fetchone()[0]}")
    type_into(tab.text, LONG)
    tab.draft.save()
    assert "kun på skærmen" in texts(tab.draft.note)
    assert tab.text.value() == LONG
    database.execute("PRAGMA max_page_count = 1000000")
    tab.draft.save()
    assert notes(page) == []


@pytest.mark.parametrize("language", CODES)
def test_the_note_says_when_it_was_typed(opened, unit, themed_app, language):
    page = opened("comments")
    type_into(page.inspector.comments.text, MARK)
    page.kept_alive.drafts_due.emit()
    end_at_once(page)
    install_language(themed_app, language)
    (note,) = notes(opened("comments"))
    said = texts(note)
    install_language(themed_app, "da")
    assert ("Det er ikke gemt endnu" if language == "da" else "It is not stored yet") in said


def _chosen(page):
    return [
        choice.value()
        for kind in (RadioCardGroup, Segmented)
        for choice in page.findChildren(kind)
        if choice.isVisibleTo(page)
    ]

"""A quiet word stands beside every free text that tells of health, a union or, among facts, of somebody else."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

import tillid_planner.ui
from tests.ui.register.record_forms import PLACES, a_unit, open_place, type_into
from tillid_planner.content import words
from tillid_planner.domain.breach_path import Step
from tillid_planner.languages import CODES
from tillid_planner.ui.breach import parts
from tillid_planner.ui.breach.note_breach import NoteBreachDialog
from tillid_planner.ui.breach.page import BreachesPage
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.widgets import FreeLine, GrowingText, LineField

#: What is no text in own words: the names of records, where to write to, and what a rule is called.
NAMED = {
    "Navn",
    "Stilling",
    "Enhed",
    "E-mail",
    "Opgavens navn",
    "Kort navn",
    "Grundlag",
    "Kilde",
    "Find en opgave",
    "Name",
    "Role",
    "Unit",
    "Email",
    "Name of the task",
    "Short name",
    "Basis",
    "Source",
    "Find a task",
}
#: Where nothing is written in own words.
WITHOUT = {
    "case-track",
    "case-agreement",
    "case-follow_ups",
    "person-form",
    "team-form",
    "plan-follow-up",
    "week-card",
    "week-person",
}
ROOT = Path(tillid_planner.ui.__file__).parent


@pytest.fixture(params=CODES)
def language(request, themed_app):
    install_language(themed_app, request.param)
    yield request.param
    install_language(themed_app, "da")


@pytest.fixture
def unit():
    made = a_unit()
    yield made
    made.session.close()


@pytest.fixture
def desk(unit, language):
    return Desk(unit.session, words(language))


def free_texts(page):
    """Every free text on a page, also where it is not open yet."""
    lines = [line for line in page.findChildren(LineField) if type(line) in (LineField, FreeLine)]
    free = (line for line in lines if line.accessibleName() not in NAMED and not line.property("finds"))
    return [*page.findChildren(GrowingText), *free]


def said_beside(editor, text):
    """How often a text stands beside an editor."""
    beside = editor.parentWidget().findChildren(QLabel)
    return sum(label.text() == text and not label.isHidden() for label in beside)


def check(page, language, text="Hun var sygemeldt", key="health"):
    said = words(language).text(f"privacy.note.{key}")
    found = free_texts(page)
    for editor in found:
        type_into(editor, text)
        assert said_beside(editor, said) == 1, f"{type(editor).__name__} {editor.accessibleName()}"
        type_into(editor, "")
        assert said_beside(editor, said) == 0
    return found


@pytest.mark.parametrize("name", sorted(PLACES))
def test_a_word_on_health_is_met_in_every_free_text_of_every_form(qtbot, desk, unit, language, name):
    page = open_place(PLACES[name], desk, unit, 0)
    qtbot.addWidget(page)
    assert check(page, language) or name in WITHOUT


def test_a_word_on_health_is_met_in_both_accounts_of_the_conversation(qtbot, desk, unit, language):
    page = BreachesPage(desk)
    qtbot.addWidget(page)
    page.resize(1182, 720)
    page.show()
    page.start_talk(unit.early[0])
    assert {editor for editor in check(page, language) if editor.isVisible()} == set(page.talk.accounts.values())
    type_into(page.talk.view.employee, "Jeg har haft stress")
    QApplication.processEvents()
    assert page.talk.view.employee.size() == page.talk.view.leader.size()


def test_a_word_on_health_is_met_in_every_part_of_a_case(qtbot, desk, unit, language, monkeypatch):
    page = BreachesPage(desk)
    qtbot.addWidget(page)
    page.show()
    checked = []

    def look(dialog):
        checked.append(check(dialog, language))

    monkeypatch.setattr(parts.PartDialog, "exec", look)
    for case, step in ((unit.early[0], Step.FACTS), (unit.late[0], Step.AGREEMENT)):
        page.open_case(case, step)
        for listed in page.pane.panels[step].findChildren(parts.PartList):
            listed.add_button.click()
    assert len(checked) >= 5
    assert all(checked)


def test_no_text_of_several_lines_is_made_in_another_way():
    # What is pasted into an import is rows of a register.
    allowed = {"widgets/growing_text.py", "importing/choose.py"}
    made = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("QTextEdit", "QPlainTextEdit"))
        or (isinstance(node, ast.ClassDef) and {"QTextEdit", "QPlainTextEdit"} & {ast.unparse(b) for b in node.bases})
    }
    assert made == allowed


# Names


def test_somebody_elses_name_among_the_facts_is_met_and_bars_nothing(qtbot, desk, unit, language):
    page = open_place(PLACES["case-facts"], desk, unit, 0)
    qtbot.addWidget(page)
    said = words(language).text("privacy.note.name")
    panel = page.pane.panels[Step.FACTS]
    facts, noticed_by = panel.kept.editor("facts"), panel.noticed_by
    for editor in (facts, noticed_by):
        type_into(editor, "Bo Lindskov så det")
        assert said_beside(editor, said) == 1
    facts.commit()
    assert unit.session.cases.get(unit.early[0]).facts == "Bo Lindskov så det"
    type_into(facts, "Amina Holm så det")
    assert said_beside(facts, said) == 0


def test_a_further_fact_meets_somebody_elses_name_too(qtbot, desk, unit, language, monkeypatch):
    page = open_place(PLACES["case-facts"], desk, unit, 0)
    qtbot.addWidget(page)
    said, checked = words(language).text("privacy.note.name"), []

    def look(dialog):
        (editor,) = free_texts(dialog)
        type_into(editor, "Lindskov ringede")
        checked.append(said_beside(editor, said))

    monkeypatch.setattr(parts.PartDialog, "exec", look)
    page.pane.panels[Step.FACTS].more.add_button.click()
    assert checked == [1]


def test_the_noting_knows_whose_name_is_anothers_when_somebody_is_chosen(qtbot, desk, unit, language):
    dialog = NoteBreachDialog(desk)
    qtbot.addWidget(dialog)
    said = words(language).text("privacy.note.name")
    type_into(dialog.facts, "Bo Lindskov kom for sent")
    assert said_beside(dialog.facts, said) == 0
    for chosen, expected in ((unit.people[0], 1), (unit.people[1], 0), (unit.teams[0], 0)):
        dialog.assignee.set_value(chosen)
        dialog.assignee.chosen.emit(chosen)
        assert said_beside(dialog.facts, said) == expected


def test_a_health_word_goes_before_a_name(qtbot, desk, unit, language):
    dialog = NoteBreachDialog(desk, assignee_id=unit.people[0])
    qtbot.addWidget(dialog)
    type_into(dialog.facts, "Lindskov er sygemeldt")
    assert said_beside(dialog.facts, words(language).text("privacy.note.health")) == 1
    assert said_beside(dialog.facts, words(language).text("privacy.note.name")) == 0

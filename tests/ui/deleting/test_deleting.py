"""Deleting people, teams and tasks: what the dialog says, what cannot be undone, and the texts that name somebody."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import closed, noted, talked
from tests.ui.modal import delete_in_dialog, in_dialog
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.case import Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.rating import Rater
from tillid_planner.domain.week import Week
from tillid_planner.services.register import new_id
from tillid_planner.storage.backups import BadBackup
from tillid_planner.storage.workspace import Workspace
from tillid_planner.ui.deleting.dialog import DeleteRecordDialog, delete_record
from tillid_planner.ui.deleting.open_cases import OpenCasesDialog
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.register.people import PeoplePage
from tillid_planner.ui.settings.page import SettingsPage
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.widgets import TextLabel

FOR_GOOD = {"da": "Det kan ikke fortrydes.", "en": "It cannot be undone."}
UNDONE = {"da": "Du kan fortryde, indtil du lukker programmet.", "en": "You can undo it until you close the program."}


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


@pytest.fixture(params=["da", "en"])
def page(request, qtbot, themed_app, unit):
    install_language(themed_app, request.param)
    shown = PeoplePage(Desk(unit, words(request.param)))
    shown.language = request.param
    shown.notices, shown.wanted = [], []
    shown.desk.noticed.connect(shown.notices.append)
    shown.desk.page_requested.connect(lambda key, target: shown.wanted.append((key, target)))
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    install_language(themed_app, "da")


def delete(qtbot, page, record, *, yes=True):
    return delete_in_dialog(qtbot, lambda: delete_record(page, page.desk, record), yes=yes)


def with_closed_case(unit):
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 5, 5, 5)
    agreed(unit, task, person, 4)
    case = noted(unit, (task, person))
    talked(unit, case, Cause.COMPETENCE)
    closed(unit, case)
    return task, person


def test_a_person_goes_for_good_and_the_dialog_and_the_toast_say_so(qtbot, page, unit):
    _, person = with_closed_case(unit)
    title, text = delete(qtbot, page, unit.register.assignee(person))
    assert "Amina Holm" in title
    assert FOR_GOOD[page.language] in text
    assert UNDONE[page.language] not in text
    assert {"da": "1 lukket sag forsvinder også.", "en": "1 closed case goes with it."}[page.language] in text
    assert unit.register.people() == []
    assert unit.history.undo_label is None
    assert [notice.undoable for notice in page.notices] == [False]


def test_somebody_who_is_only_a_name_goes_with_undo(qtbot, page, unit):
    person = a_person(unit, "Fejl Indtastet")
    _, text = delete(qtbot, page, unit.register.assignee(person))
    assert UNDONE[page.language] in text
    assert FOR_GOOD[page.language] not in text
    assert [notice.undoable for notice in page.notices] == [True]
    page.desk.undo()
    assert unit.register.assignee(person)


def test_a_task_with_a_closed_case_goes_for_good_and_one_without_with_undo(qtbot, page, unit):
    task, _ = with_closed_case(unit)
    _, text = delete(qtbot, page, unit.register.task(task))
    assert FOR_GOOD[page.language] in text
    assert unit.cases.views() == []
    plain = a_task(unit, "Vagtplan")
    _, text = delete(qtbot, page, unit.register.task(plain))
    assert UNDONE[page.language] in text
    assert [notice.undoable for notice in page.notices] == [False, True]


def test_the_members_of_a_deleted_team_stay(qtbot, page, unit):
    person = a_person(unit)
    team = new_id(unit.register.add_team(Team(name="Aften", member_ids=(person,))), Kind.ASSIGNEE)
    _, text = delete(qtbot, page, unit.register.assignee(team))
    assert words(page.language).text("deletion.members_stay") in text
    assert [found.id for found in unit.register.people()] == [person]


def test_keeping_is_the_default_and_changes_nothing(qtbot, page, unit):
    _, person = with_closed_case(unit)
    delete(qtbot, page, unit.register.assignee(person), yes=False)
    assert unit.register.assignee(person)
    dialog = DeleteRecordDialog(page.desk, page, unit.register.assignee(person))
    qtbot.addWidget(dialog)
    assert dialog.safe_button.isDefault()


def test_an_open_case_is_ended_first(qtbot, page, unit):
    task, person = a_task(unit), a_person(unit)
    noted(unit, (task, person))
    in_dialog(OpenCasesDialog, lambda: delete_record(page, page.desk, unit.register.assignee(person)), lambda d: None)
    assert unit.register.assignee(person)


def test_what_other_texts_say_of_her_is_listed_and_can_be_opened_first(qtbot, page, unit):
    person, other = a_person(unit, role="SOSU"), a_person(unit, "Bo Lindskov")
    task = a_task(unit, purpose="Eleverne lærer det af Amina.")
    unit.trust.comment(task, other, Rater.LEADER, "Vi talte om vagten. Bo afløser Amina.")
    seen = []

    def look(dialog):
        seen.extend(dialog.mentions.item(row).text().splitlines() for row in range(dialog.mentions.count()))
        dialog.mentions.setFocus()
        qtbot.keyClick(dialog.mentions, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.mentions, Qt.Key.Key_Return)

    in_dialog(DeleteRecordDialog, lambda: delete_record(page, page.desk, unit.register.assignee(person)), look)
    assert [text for _, text in seen] == ["Eleverne lærer det af Amina.", "Bo afløser Amina."]
    assert "Bo Lindskov" in seen[1][0]
    assert page.wanted == [("trust", Target(task, other))]
    assert unit.register.assignee(person)


def named_template(unit, task, person):
    unit.planning.place(task, person, Week.of(TODAY).monday, 2.0)
    unit.planning.save_template("Aminas uge", Week.of(TODAY))


@pytest.mark.parametrize(
    ("write", "leads_to"),
    [
        (lambda u, t, b: u.development.add(t, b, "Følger Amina"), "trust"),
        (lambda u, t, b: u.breaches.note(t, b, "Amina så det."), "breaches"),
        (named_template, "week"),
    ],
)
def test_each_kind_of_text_leads_to_its_page(qtbot, page, unit, write, leads_to):
    person, other, task = a_person(unit, role="SOSU"), a_person(unit, "Bo Lindskov"), a_task(unit)
    rated(unit, task, other, 5, 5, 5)
    agreed(unit, task, other, 4)
    write(unit, task, other)

    def look(dialog):
        qtbot.keyClick(dialog.mentions, Qt.Key.Key_Return)

    in_dialog(DeleteRecordDialog, lambda: delete_record(page, page.desk, unit.register.assignee(person)), look)
    assert [key for key, _ in page.wanted] == [leads_to]


def test_without_such_texts_there_is_no_list(qtbot, page, unit):
    dialog = DeleteRecordDialog(page.desk, page, unit.register.assignee(a_person(unit)))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.mentions.isVisible()


def test_what_could_not_be_reached_is_said(qtbot, page, unit, monkeypatch):
    _, person = with_closed_case(unit)
    monkeypatch.setattr(Workspace, "second_place", property(lambda self: Path("away")))
    delete(qtbot, page, unit.register.assignee(person))
    assert words(page.language).text("deletion.second_away", done="").strip() in page.notices[0].text


def test_a_failure_says_so_and_deletes_nothing(qtbot, page, unit, monkeypatch):
    _, person = with_closed_case(unit)
    failed = []
    page.desk.failed.connect(failed.append)

    def fail(*_, **__):
        raise BadBackup

    monkeypatch.setattr(Workspace, "purge", fail)
    delete(qtbot, page, unit.register.assignee(person))
    assert len(failed) == 1
    assert unit.register.assignee(person)
    assert page.notices == []


def test_the_settings_keep_a_receipt_without_a_name(qtbot, page, unit):
    _, person = with_closed_case(unit)
    delete(qtbot, page, unit.register.assignee(person))
    settings = SettingsPage(page.desk)
    qtbot.addWidget(settings)
    settings.refresh()
    settings.show()

    def said():
        return [label.text() for label in settings.view.receipts.findChildren(TextLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: len(said()) == 3)
    assert said()[1].startswith({"da": "En medarbejder slettet", "en": "An employee deleted"}[page.language])
    assert said()[2] == words(page.language).text("deletion.elsewhere")
    assert "Amina" not in " ".join(said())

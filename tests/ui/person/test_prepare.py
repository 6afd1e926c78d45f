"""Preparing a conversation: from choosing the tasks to the step, in one go, by keyboard and mouse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tests.ui.person.prepare_steps import both_halves, click, everything, seen, show, write
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.conversation import Side, StepKind
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.person.paper_dialog import PaperDialog, PaperKind, PaperWay
from tillid_planner.ui.person.prepare import PreparePage
from tillid_planner.ui.person.step_agreement import StepAgreementDialog
from tillid_planner.ui.printing.conversation_paper import conversation_paper
from tillid_planner.ui.printing.paper import Paper, document, pdf_bytes
from tillid_planner.ui.shell import Shell


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


@pytest.fixture
def amina(unit):
    person, tasks = a_person(unit), [a_task(unit, name) for name in ("Sårpleje", "Medicin")]
    for task in tasks:
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, 3)
    return person, tasks


@pytest.fixture
def page(qtbot, themed_app, unit):
    made = PreparePage(Desk(unit, words("da")))
    qtbot.addWidget(made)
    made.resize(1182, 720)
    return made


def test_the_whole_way_in_one_go(qtbot, page, unit, amina):
    person, tasks = amina
    show(page, person)
    assert page.view.stage == 0
    click(qtbot, page.view.begin_button)
    assert "Din del." in seen(page)
    write(qtbot, page, (3, 3), ("Planen holder", "Fint"))
    click(qtbot, page.view.half.close_button)
    assert page.view.stage == 2
    assert "Nu skriver Amina Holm" in seen(page)
    click(qtbot, page.view.turn.show_button)
    assert "Planen holder" not in seen(page)
    assert all(part.reason.value() == "" and part.rung.value() is None for part in page.view.half.parts.values())
    write(qtbot, page, (4, 3), ("Jeg kan selv", "Ja"))
    click(qtbot, page.view.half.close_button)
    assert page.view.stage == 3
    said = seen(page)
    assert "Sårpleje I ser forskelligt på det." in said or "Medicin I ser forskelligt på det." in said
    assert "Planen holder" in said
    assert "Jeg kan selv" in said
    agenda = page.view.agenda
    agenda.kind.set_value(StepKind.FOLLOW_UP)
    agenda.step.setFocus()
    qtbot.keyClicks(agenda.step, "To uger på trin 4.")
    agenda.on.show_value(TODAY + timedelta(days=14))
    went = []
    page.desk.page_requested.connect(lambda key, target: went.append((key, target.act)))
    click(qtbot, agenda.end_button)
    assert went == [("person", "follow_ups")]
    (talk,) = unit.conversations.of(person)
    assert (talk.held_on, talk.step) == (TODAY, "To uger på trin 4.")
    wishes = {unit.trust.sheet(task, person).agreement.employee_rung for task in tasks}
    assert wishes == {4, 3}


def test_a_rung_is_agreed_at_the_table_and_nobody_else_is_seen(qtbot, page, unit, amina, monkeypatch):
    person, tasks = amina
    both_halves(unit, person, tasks, 3, 4)
    show(page, person)
    agenda = page.view.agenda
    assert agenda.kind.value() is StepKind.RUNG
    click(qtbot, agenda.end_button)
    assert agenda.fields["rung"].error() == "Vælg det trin, I bliver enige om."
    agenda.rung.choose(2)
    click(qtbot, agenda.end_button)
    assert agenda.fields["step"].error() == "Skriv noget her; feltet må ikke være tomt."
    agenda.step.setFocus()
    qtbot.keyClicks(agenda.step, "Trin 2 i to uger")
    agenda.on.show_value(TODAY + timedelta(days=14))
    filled_in, went = [], []

    def agree(dialog):
        filled_in.append((dialog.form.draft, dialog.text.text()))
        dialog.form.view.state.set_value(AgreementState.ACCEPTED)
        dialog.form.view.reason.set_value("Vi begynder forsigtigt.")
        dialog.form.store()

    monkeypatch.setattr(StepAgreementDialog, "exec", agree)
    page.desk.page_requested.connect(lambda key, target: went.append((key, target.task_id, target.act)))
    click(qtbot, agenda.end_button)
    (draft, said) = filled_in[0]
    assert (draft.rung, draft.state, draft.first_follow_up) == (
        2,
        AgreementState.DISCUSSED,
        TODAY + timedelta(days=14),
    )
    assert (draft.employee_rung, draft.employee_view) == (4, "employee siger det")
    assert "Trin 2 i to uger" in said
    assert unit.trust.sheet(tasks[0], person).agreement.rung == 2
    assert went == [("person", tasks[0], "overview")]


def test_the_agenda_says_what_is_agreed_today_and_what_a_step_asks(page, unit, amina):
    both_halves(unit, *amina)
    show(page, amina[0])
    assert "Aftalt i dag: trin 3, Aftalt plan. Et trin op kræver:" in seen(page)


def test_undo_on_the_employee_s_half_does_not_show_the_leader_s(qtbot, page, unit, amina):
    unit.conversations.begin(*amina)
    show(page, amina[0])
    write(qtbot, page, (3, 3), ("Kun for lederen", "Fint"))
    click(qtbot, page.view.half.close_button)
    click(qtbot, page.view.turn.show_button)
    page.desk.undo()
    QApplication.processEvents()
    assert page.turn is Side.LEADER
    assert "Lederens del er åben" in seen(page)
    assert "Kun for lederen" not in everything(page)
    # The keyboard stands where a stray key closes it again.
    assert QApplication.focusWidget() is page.view.turn.close_button
    click(qtbot, page.view.turn.close_button)
    assert page.turn is Side.EMPLOYEE
    assert page.view.half.isVisible()
    page.desk.undo()
    click(qtbot, page.view.turn.show_button)
    assert "Kun for lederen" in everything(page)


def test_the_leader_does_not_come_upon_a_half_the_employee_has_begun(qtbot, page, unit, amina):
    unit.conversations.begin(*amina)
    number = unit.conversations.under_way(amina[0]).id
    for task in amina[1]:
        unit.conversations.write(number, task, Side.LEADER, rung=3, reason="")
    unit.conversations.close_half(number, Side.LEADER)
    unit.conversations.write(number, amina[1][0], Side.EMPLOYEE, rung=4, reason="Halvt skrevet")
    show(page, amina[0])
    assert "Delen fra Amina Holm er åben" in seen(page)
    assert "Halvt skrevet" not in everything(page)
    assert not page.view.turn.close_button.isVisible()
    assert QApplication.focusWidget() is not page.view.turn.show_button


def test_undo_within_a_half_is_seen_and_leaves_what_is_being_typed(qtbot, page, unit, amina):
    unit.conversations.begin(*amina)
    show(page, amina[0])
    first, second = page.view.half.parts.values()
    first.rung.choose(2)
    first.rung.choose(4)
    second.reason.setFocus()
    qtbot.keyClicks(second.reason, "Halvt")
    page.desk.undo()
    assert (first.rung.value(), second.reason.value()) == (2, "Halvt")


def test_a_reason_too_long_is_told_and_stays(qtbot, page, unit, amina):
    unit.conversations.begin(*amina)
    show(page, amina[0])
    first = next(iter(page.view.half.parts.values()))
    first.reason.set_value("x" * 100_001)
    first.reason.commit()
    first.rung.choose(3)
    assert first.field.error()
    assert len(first.reason.value()) == 100_001


def test_a_task_without_a_rung_is_named_and_gets_the_keyboard(qtbot, page, unit, amina):
    unit.conversations.begin(*amina)
    show(page, amina[0])
    half = page.view.half
    half.parts[amina[1][0]].rung.choose(3)
    click(qtbot, half.close_button)
    assert half.parts[amina[1][0]].choice.error() is None
    assert half.parts[amina[1][1]].choice.error() == "Vælg først et trin for opgaven."
    assert half.parts[amina[1][1]].rung.isAncestorOf(QApplication.focusWidget())


def test_the_other_may_write_first(qtbot, page, unit, amina):
    unit.conversations.begin(*amina)
    show(page, amina[0])
    click(qtbot, page.view.half.swap_button)
    click(qtbot, page.view.turn.show_button)
    assert page.view.half.side is Side.EMPLOYEE
    assert "Nu skriver Amina Holm." in seen(page)


def test_what_is_written_is_kept_on_leaving_and_found_again(qtbot, page, unit, amina):
    unit.conversations.begin(*amina)
    show(page, amina[0])
    part = page.view.half.parts[amina[1][0]]
    part.reason.setFocus()
    qtbot.keyClicks(part.reason, "Halvt")
    qtbot.keyClick(part.reason, Qt.Key.Key_Escape)
    other = PreparePage(page.desk)
    qtbot.addWidget(other)
    show(other, amina[0])
    assert other.view.half.parts[amina[1][0]].reason.value() == "Halvt"


def test_no_task_at_all_says_where_to_begin(page, unit):
    show(page, a_person(unit))
    assert page.view.nothing.isVisible()


def test_none_ticked_is_said(qtbot, page, unit, amina):
    show(page, amina[0])
    for box in page.view.tasks.boxes.values():
        box.setChecked(False)
    click(qtbot, page.view.begin_button)
    assert page.view.choose_error.isVisible()
    assert unit.conversations.of(amina[0]) == []


def test_everything_has_a_name_to_be_read_aloud(page, unit, amina):
    unit.conversations.begin(*amina)
    show(page, amina[0])
    for part in page.view.half.parts.values():
        for widget in (part.reason, part.rung):
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


class TestPaper:
    def test_the_empty_sheet_has_a_page_each_and_no_rung_of_anybody(self, unit, amina, themed_app):
        text = document(conversation_paper("Amina Holm", {1: "Sårpleje"}, words("da"))).toPlainText()
        assert text.count("Sårpleje") == 2
        assert "Til Amina Holm" in text
        assert "Til lederen" in text

    def test_typed_signs_are_printed_as_they_stand(self, themed_app):
        paper = Paper("x")
        paper.say('<img src="file:///etc/passwd"> & «ja»')
        assert document(paper).toPlainText() == '<img src="file:///etc/passwd"> & «ja»'

    def test_a_pdf_is_a_pdf_and_names_nobody_in_its_metadata(self, themed_app):
        made = pdf_bytes(conversation_paper("Amina Holm", {1: "Sårpleje"}, words("da")))
        assert made.startswith(b"%PDF")
        assert b"Amina" not in made
        assert "Amina".encode("utf-16-be") not in made

    def test_it_says_what_leaves_before_it_does_and_is_logged_by_number_without_contents(
        self, qtbot, unit, amina, themed_app, tmp_path, monkeypatch
    ):
        desk = Desk(unit, words("da"))
        dialog = PaperDialog(
            desk, PaperKind.REPORT, lambda mask_names: Paper("x"), 1, data=lambda mask_names: b"{}", way=PaperWay.JSON
        )
        qtbot.addWidget(dialog)
        dialog.show()
        assert "Med: alt, der står om medarbejderen" in dialog.summary.words()
        assert "For: alle, der får filen" in dialog.summary.words()
        offered = []
        target = tmp_path / "fil"
        monkeypatch.setattr(dialog, "choose", lambda title, name, kinds: (offered.append(name), str(target))[1])
        click(qtbot, dialog.verb_button)
        assert offered[0].endswith("indsigt.json")
        assert (tmp_path / "fil.json").read_bytes() == b"{}"
        assert (tmp_path / "fil.json").stat().st_mode & 0o077 == 0
        (row,) = unit._workspace.database.rows("SELECT act, records FROM audit ORDER BY id DESC LIMIT 1")
        assert (row["act"], row["records"]) == ("export_report_json", '[["assignee", 1]]')

    def test_a_file_that_cannot_be_written_is_told_and_the_dialog_stays(
        self, qtbot, unit, themed_app, tmp_path, monkeypatch
    ):
        dialog = PaperDialog(
            Desk(unit, words("da")), PaperKind.SHEET, lambda mask_names: Paper("x"), 1, way=PaperWay.PDF
        )
        qtbot.addWidget(dialog)
        dialog.show()
        monkeypatch.setattr(dialog, "choose", lambda title, name, kinds: str(tmp_path / "mangler" / "x.pdf"))
        click(qtbot, dialog.verb_button)
        assert dialog.isVisible()
        assert dialog.trouble.isVisible()


def test_what_asks_for_a_talk_is_ticked_at_first(page, unit, amina):
    person, tasks = amina
    unit.trust.note_employee(unit.trust.sheet(tasks[1], person).agreement.id, rung=4)
    show(page, person)
    assert list(page.view.tasks.ticked()) == [tasks[1]]
    assert QApplication.focusWidget() in page.view.tasks.boxes.values()


def test_the_employee_rates_in_the_anchors_words_on_her_own_half(qtbot, page, unit, amina):
    person, tasks = amina
    unit.conversations.begin(person, tasks[:1])
    number = unit.conversations.under_way(person).id
    unit.conversations.write(number, tasks[0], Side.LEADER, rung=3, reason="")
    show(page, person)
    part = page.view.half.parts[tasks[0]]
    assert not part.ratings.isVisibleTo(page)
    click(qtbot, page.view.half.close_button)
    click(qtbot, page.view.turn.show_button)
    part = page.view.half.parts[tasks[0]]
    assert part.ratings.isVisibleTo(page)
    part.rung.choose(4)
    head = part.ratings.heads[Dimension.COMPETENCE]
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert part.ratings.groups[Dimension.COMPETENCE].choose(5)
    assert unit.conversations.read(number, Side.EMPLOYEE).line(tasks[0], Side.EMPLOYEE).ratings == {
        Dimension.COMPETENCE: 5
    }
    assert unit.trust.sheet(tasks[0], person).employee_ratings == {}
    click(qtbot, page.view.half.close_button)
    assert unit.trust.sheet(tasks[0], person).employee_ratings[Dimension.COMPETENCE].value == 5
    assert unit.trust.sheet(tasks[0], person).ratings[Dimension.COMPETENCE].value == 3


def test_nothing_of_the_leader_s_stands_where_the_employee_writes(qtbot, themed_app, unit, amina):
    person, tasks = amina
    unit.conversations.begin(person, tasks)
    number = unit.conversations.under_way(person).id
    for task in tasks:
        unit.conversations.write(number, task, Side.LEADER, rung=3, reason="Lederens grund")
    desk = Desk(unit, words("da"))
    shell = Shell(desk)
    desk.setParent(shell)
    qtbot.addWidget(shell)
    shell.resize(1182, 520)
    shell.show()
    shell.show_page("prepare", Target(assignee_id=person))
    page = shell.page("prepare")
    assert shell.navigation.isVisible()
    click(qtbot, page.view.half.close_button)
    for part in (shell.navigation, shell.top_bar, page.view.header, page.view.planned):
        assert not part.isVisible()
    click(qtbot, page.view.turn.show_button)
    assert not shell.navigation.isVisible()
    scrolled = page.view.stack.currentWidget()
    assert scrolled.verticalScrollBar().value() == 0
    assert "Lederens grund" not in seen(shell)
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow, timeout=60_000)
    head = page.view.half.close_button
    head.setFocus()
    # A slip of the hand on the keyboard leads to nothing of the leader's either.
    qtbot.keyClick(head, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(head, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (shell.page_key, page.view.stage) == ("prepare", 2)
    click(qtbot, page.view.half.leave_button)
    assert shell.page_key == "person"
    assert shell.navigation.isVisible()
    shell.show_page("prepare", Target(assignee_id=person))
    click(qtbot, page.view.turn.show_button)
    for part in page.view.half.parts.values():
        part.rung.choose(4)
    click(qtbot, page.view.half.close_button)
    assert page.view.stage == 3
    assert shell.navigation.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert shell.page_key == "today"

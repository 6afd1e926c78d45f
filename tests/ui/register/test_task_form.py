"""The form of a task, which keeps itself: its fields, its red lines, and leaving it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.register.register_steps import DESCRIBED, TODAY, add_task, answer, leave_field, type_new
from tillid_planner.content import words
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.task import RedLine, Scope, Task
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Target
from tillid_planner.ui.register.red_lines import RedLineRow
from tillid_planner.ui.widgets import TextLabel


class TestForm:
    @pytest.fixture
    def task_id(self, unit):
        return new_id(unit.register.add_task(DESCRIBED), Kind.TASK)

    @pytest.fixture
    def form(self, page, task_id):
        page.open_target(Target(task_id=task_id))
        return page.form

    def test_a_new_task_is_stored_when_its_name_is_left(self, qtbot, unit, page):
        qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        name = page.form.view.name
        assert name.hasFocus()
        qtbot.keyClicks(name, "Vagtplan")
        assert unit.register.tasks() == []
        leave_field(qtbot)
        assert [task.name for task in unit.register.tasks()] == ["Vagtplan"]
        assert page.form.view.header.title.text() == "Vagtplan"

    def test_what_is_filled_in_before_the_name_waits_for_it(self, qtbot, unit, page):
        page.open_target(Target(act="new"))
        view = page.form.view
        type_new(qtbot, view.hours, "4,5")
        leave_field(qtbot)
        view.consequence.choose(2)
        assert unit.register.tasks() == []
        type_new(qtbot, view.name, "Vagtplan")
        leave_field(qtbot)
        (stored,) = unit.register.tasks()
        assert (stored.name, stored.hours_per_week, stored.consequence) == ("Vagtplan", 4.5, 2)

    def test_leaving_an_unnamed_task_with_contents_asks_first(self, qtbot, unit, page, monkeypatch):
        page.start_new()
        type_new(qtbot, page.form.view.purpose, "Alle kender deres uge")
        asked = answer(monkeypatch, yes=False)
        qtbot.keyClick(page.form.view.purpose, Qt.Key.Key_Escape)
        assert asked
        assert page.form.isVisible()
        assert page.form.view.purpose.value() == "Alle kender deres uge"

    def test_each_field_is_stored_as_it_is_left(self, qtbot, unit, form, task_id):
        view = form.view
        type_new(qtbot, view.purpose, "Sår heler hurtigt")
        leave_field(qtbot)
        type_new(qtbot, view.hours, "6,25")
        leave_field(qtbot)
        type_new(qtbot, view.roles, "Den på ruten måler")
        leave_field(qtbot)
        type_new(qtbot, view.depends_on, "Forbindinger fra depotet")
        leave_field(qtbot)
        view.clarity.choose(1)
        stored = unit.register.task(task_id)
        assert (stored.purpose, stored.hours_per_week, stored.clarity) == ("Sår heler hurtigt", 6.25, 1)
        assert (stored.roles, stored.depends_on) == ("Den på ruten måler", "Forbindinger fra depotet")

    def test_a_line_that_is_too_long_stays_with_an_error(self, qtbot, unit, form, task_id):
        view = form.view
        type_new(qtbot, view.depends_on, "x" * 201)
        leave_field(qtbot)
        assert "200" in view.depends_field.error()
        assert unit.register.task(task_id).depends_on == ""
        assert view.depends_on.value() == "x" * 201

    def test_every_change_can_be_undone_from_its_toast(self, qtbot, unit, form, task_id):
        told = []
        form.desk.noticed.connect(told.append)
        form.view.scope.setFocus()
        form.view.consequence.choose(1)
        assert told[-1].undoable
        form.desk.undo()
        assert unit.register.task(task_id).consequence == 3
        assert form.view.consequence.value() == 3

    def test_hours_that_cannot_be_read_stay_with_an_error_and_are_not_stored(self, qtbot, unit, form, task_id):
        view = form.view
        type_new(qtbot, view.hours, "5,o")
        leave_field(qtbot)
        assert view.hours_field.error() == "Skriv timer, fx 2,5 eller 2:30."
        assert unit.register.task(task_id).hours_per_week == 5.5
        unit.register.save_task(replace(unit.register.task(task_id), purpose="Nyt"))
        form.refresh()
        assert view.purpose.value() == "Nyt"
        assert view.hours.text() == "5,o"
        assert view.hours_field.error()
        type_new(qtbot, view.hours, "7")
        leave_field(qtbot)
        assert view.hours_field.error() is None
        assert unit.register.task(task_id).hours_per_week == 7

    def test_hours_beyond_a_week_are_refused(self, qtbot, unit, form, task_id):
        type_new(qtbot, form.view.hours, "200")
        leave_field(qtbot)
        assert form.view.hours_field.error()
        assert unit.register.task(task_id).hours_per_week == 5.5

    def test_an_emptied_name_stays_empty_with_an_error_and_the_rest_goes_on(self, qtbot, unit, form, task_id):
        type_new(qtbot, form.view.name, "")
        leave_field(qtbot)
        assert form.view.name_field.error() == words("da").text("faults.required")
        form.view.clarity.choose(2)
        stored = unit.register.task(task_id)
        assert (stored.name, stored.clarity) == ("Sårpleje", 2)
        assert form.view.name.text() == ""

    def test_leaving_with_something_unkept_asks(self, qtbot, form, page, monkeypatch):
        type_new(qtbot, form.view.hours, "5,o")
        asked = answer(monkeypatch, yes=True)
        qtbot.keyClick(form.view.hours, Qt.Key.Key_Escape)
        assert asked
        assert page.view.isVisible()

    def test_going_back_keeps_what_is_being_typed(self, qtbot, unit, form, page, task_id):
        type_new(qtbot, form.view.purpose, "Helt nyt formål")
        qtbot.keyClick(form.view.purpose, Qt.Key.Key_Escape)
        assert page.view.isVisible()
        assert unit.register.task(task_id).purpose == "Helt nyt formål"

    def test_a_change_elsewhere_does_not_touch_what_is_being_typed(self, qtbot, unit, form, task_id):
        type_new(qtbot, form.view.purpose, "Halvt skrev")
        form.desk.run(lambda: unit.register.archive_task(task_id))
        assert form.view.purpose.hasFocus()
        assert form.view.purpose.value() == "Halvt skrev"
        assert form.view.header.tag.isVisible()

    def test_a_task_undone_away_leads_back_to_the_list(self, qtbot, unit, page):
        page.start_new()
        type_new(qtbot, page.form.view.name, "Vagtplan")
        leave_field(qtbot)
        page.desk.undo()
        assert not page.form.isVisible()

    def test_put_away_and_taken_out_again(self, qtbot, unit, form, task_id):
        qtbot.mouseClick(form.view.archive, Qt.MouseButton.LeftButton)
        assert unit.register.task(task_id).archived_on == TODAY
        assert form.view.archive.text() == "Tag frem igen"
        qtbot.mouseClick(form.view.archive, Qt.MouseButton.LeftButton)
        assert unit.register.task(task_id).archived_on is None

    def test_the_meaning_follows_the_answers(self, qtbot, form):
        meaning = form.view.meaning
        assert (
            meaning.exposure.text()
            == "Fejl får følger og er svære at fange eller gøre om. Det trækker 2 trin for alle."
        )
        assert meaning.badge.accessibleName() == "3 Aftalt plan"
        form.view.detection.choose(1)
        assert meaning.badge.accessibleName() == "4 Handler og orienterer"
        form.view.clarity.choose(1)
        assert meaning.badge.accessibleName() == "2 Indstillende"

    def test_the_law_is_said_where_it_is_the_limit(self, qtbot, unit, form, task_id):
        ceiling = form.view.ceiling
        ceiling.setFocus()
        qtbot.keyClick(ceiling, Qt.Key.Key_End)
        assert unit.register.task(task_id).legal_ceiling == 0
        assert not form.view.meaning.badge.isVisible()
        shown = [label.text() for label in form.view.meaning.findChildren(TextLabel) if label.isVisible()]
        assert "Opgaven må efter loven ikke gives videre." in shown

    def test_unanswered_questions_show_nothing_chosen_and_say_what_they_are_for(self, unit, page):
        page.open_target(Target(task_id=add_task(unit, name="Ubeskrevet")))
        assert page.form.view.consequence.value() is None
        shown = [label.text() for label in page.form.view.meaning.findChildren(TextLabel) if label.isVisible()]
        assert any("Svar på de fire spørgsmål" in text for text in shown)

    def test_scope_by_mouse(self, qtbot, unit, form, task_id):
        segments = [child for child in form.view.scope.children() if getattr(child, "key", None) == Scope.GOAL]
        qtbot.mouseClick(segments[0], Qt.MouseButton.LeftButton)
        assert unit.register.task(task_id).scope is Scope.GOAL


def click_edit(qtbot, card):
    (row,) = [row for row in card.findChildren(RedLineRow) if row.isVisible()]
    qtbot.mouseClick(row.edit, Qt.MouseButton.LeftButton)


class TestRedLines:
    @pytest.fixture
    def task_id(self, unit):
        line = RedLine(text="Tavshedspligten", source="Loven")
        return new_id(unit.register.add_task(Task(name="Samtaler", red_lines=(line,))), Kind.TASK)

    @pytest.fixture
    def card(self, page, task_id):
        page.open_target(Target(task_id=task_id))
        return page.form.view.red_lines

    def test_a_new_line_is_stored_with_its_text_and_goes_on(self, qtbot, unit, card, task_id):
        qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
        assert card.editor.text.hasFocus()
        qtbot.keyClicks(card.editor.text, "Aldrig alene")
        leave_field(qtbot)
        qtbot.keyClicks(card.editor.source, "Instruks")
        leave_field(qtbot)
        qtbot.mouseClick(card.editor.done_button, Qt.MouseButton.LeftButton)
        lines = unit.register.task(task_id).red_lines
        assert [(line.text, line.source) for line in lines] == [
            ("Tavshedspligten", "Loven"),
            ("Aldrig alene", "Instruks"),
        ]
        assert not card.editor.isVisible()

    def test_an_emptied_line_stays_open_with_an_error(self, qtbot, unit, page, card, task_id):
        click_edit(qtbot, card)
        type_new(qtbot, card.editor.text, "")
        qtbot.mouseClick(card.editor.done_button, Qt.MouseButton.LeftButton)
        assert card.editor.isVisible()
        assert unit.register.task(task_id).red_lines[0].text == "Tavshedspligten"

    def test_escape_closes_the_line_before_the_form(self, qtbot, unit, page, card, task_id):
        qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(card.editor.text, "Aldrig alene")
        qtbot.keyClick(card.editor.text, Qt.Key.Key_Escape)
        assert page.form.isVisible()
        assert not card.editor.isVisible()
        assert len(unit.register.task(task_id).red_lines) == 2

    def test_removing_a_line_can_be_undone(self, qtbot, unit, page, card, task_id):
        click_edit(qtbot, card)
        qtbot.mouseClick(card.editor.remove_button, Qt.MouseButton.LeftButton)
        assert unit.register.task(task_id).red_lines == ()
        page.desk.undo()
        assert [line.text for line in unit.register.task(task_id).red_lines] == ["Tavshedspligten"]

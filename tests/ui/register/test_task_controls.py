"""The controls on a task's form: named, led to, and added to."""

import pytest
from PySide6.QtCore import Qt

from tests.builders import TODAY, a_session, a_task
from tillid_planner.content import words
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.standing_control import ControlForm, ControlPurpose, StandingControl, Watcher
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.register.tasks import TasksPage


@pytest.fixture
def page(qtbot, themed_app):
    unit = a_session()
    made = TasksPage(Desk(unit, words("da")))
    qtbot.addWidget(made)
    made.unit, made.wanted = unit, []
    made.desk.page_requested.connect(lambda key, target: made.wanted.append((key, target)))
    made.resize(1182, 720)
    made.show()
    yield made
    unit.close()


def test_the_controls_of_a_task_lead_to_the_frames(page, qtbot):
    task = a_task(page.unit)
    control = StandingControl(
        name="Makkertjek",
        form=ControlForm.COLLEAGUE,
        purpose=ControlPurpose.LEARNING,
        watcher=Watcher.COLLEAGUE,
        starts_on=TODAY,
    )
    number = new_id(page.unit.controls.put(control), Kind.CONTROL)
    page.open_task(task)
    card = page.form.view.controls
    assert card.links == {}
    qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
    assert page.wanted == [("frames", Target(task_id=task, act="link"))]
    page.desk.run(lambda: page.unit.controls.link(number, task))
    page.form.show_rest()
    assert [link.text() for link in card.links.values()] == ["Makkertjek"]
    card.links[number].click()
    assert page.wanted[-1] == ("frames", Target(act=f"control:{number}"))


def test_a_task_that_is_not_stored_yet_has_none_to_add(page):
    page.start_new()
    assert not page.form.view.controls.add_button.isEnabled()

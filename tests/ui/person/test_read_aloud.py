"""What a screen reader is told of the pages about people: every control has a name, every value is said in words."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import noted
from tillid_planner.content import words
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.mirror.page import MirrorPage
from tillid_planner.ui.person.page import PersonPage
from tillid_planner.ui.person.prepare import PreparePage

ROLE = QAccessible.Role
#: What can be used or holds a value. Frames, layers and scroll bars hold nothing of their own.
CONTROLS = {
    ROLE.Button,
    ROLE.PushButton,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.Table,
    ROLE.List,
    ROLE.PageTab,
    ROLE.PageTabList,
    ROLE.Graphic,
    ROLE.Link,
    ROLE.ButtonMenu,
    ROLE.SpinBox,
    ROLE.Slider,
}


@pytest.fixture
def unit():
    days = MovingDay(TODAY - timedelta(days=120))
    session = a_session(days)
    people = [a_person(session, name) for name in ("Amina Holm", "Bo Lindskov")]
    task = a_task(session)
    for person, rung in zip(people, (2, 3), strict=True):
        rated(session, task, person, 3, 3, 3)
        agreed(session, task, person, rung)
    days.day += timedelta(days=30)
    planned = session.trust.sheet(task, people[0]).next_follow_up
    session.following.hold(planned.id, Outcome.GOOD, learned_leader="Gik fint.")
    noted(session, (task, people[0]), "Fotoet manglede.")
    days.day = TODAY
    agreed(session, task, people[0], 1)
    session.trust.note_employee(session.trust.sheet(task, people[0]).agreement.id, rung=4, view="Jeg kan godt.")
    session.trust.rate(task, people[0], Dimension.COMPETENCE, 3, example="Set.", seen_on=TODAY)
    session.development.add(task, people[0], "Svære samtaler", by_on=TODAY)
    yield session, people, task
    session.close()


def tree(widget):
    """Every interface below a widget that a reader can come to: what is seen, and the cells of tables and lists."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    waiting, found = [QAccessible.queryAccessibleInterface(widget)], []
    while waiting:
        face = waiting.pop(0)
        if face is None or not face.isValid() or face.state().invisible:
            continue
        found.append(face)
        waiting = [face.child(number) for number in range(face.childCount())] + waiting
    return found


def told(face) -> str:
    text = QAccessible.Text
    return " ".join(filter(None, (face.text(text.Name), face.text(text.Description), face.text(text.Value))))


def nameless(widget):
    return [
        f"{face.role().name} {type(face.object()).__name__}"
        for face in tree(widget)
        if face.role() in CONTROLS and not face.text(QAccessible.Text.Name) and not face.state().disabled
    ]


def all_told(widget) -> str:
    return "\n".join(told(face) for face in tree(widget))


def shown(qtbot, page, **target):
    if page.parentWidget() is None and not page.isVisible():
        qtbot.addWidget(page)
        page.resize(1182, 900)
    page.open_target(Target(**target))
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page


def test_the_walk_comes_to_something(qtbot, themed_app, unit):
    page = shown(qtbot, PersonPage(Desk(unit[0], words("da"))), assignee_id=unit[1][0])
    roles = {face.role() for face in tree(page)}
    assert {ROLE.Button, ROLE.Table, ROLE.Cell} <= roles
    page.view.more.setAccessibleName("")
    page.view.more.setText("")
    page.view.more.setToolTip("")
    assert nameless(page)


@pytest.mark.parametrize(
    "tab",
    [
        "overview",
        "agreements",
        "follow_ups",
        "talks",
        "breaches",
        "own",
        "comments",
        "development",
        "shown",
    ],
)
def test_every_control_of_a_person_s_page_has_a_name(qtbot, themed_app, unit, tab):
    page = shown(qtbot, PersonPage(Desk(unit[0], words("da"))), assignee_id=unit[1][0], act=tab)
    assert nameless(page) == []


def test_the_overview_tells_every_value_of_a_row(qtbot, themed_app, unit):
    page = shown(qtbot, PersonPage(Desk(unit[0], words("da"))), assignee_id=unit[1][0])
    cells = [told(face) for face in tree(page) if face.role() == ROLE.Cell]
    said = "\n".join(cells)
    assert "Sårpleje, Et brud, der ikke er lukket" in said
    assert "trin 1, Vejledt, siden 23. november" in said
    assert "trin 4, Handler og orienterer" in said


def test_the_course_is_read_aloud_in_words(qtbot, themed_app, unit):
    page = shown(qtbot, PersonPage(Desk(unit[0], words("da"))), assignee_id=unit[1][0])
    plot = page.view.overview.course.plot
    face = QAccessible.queryAccessibleInterface(plot)
    assert face.text(QAccessible.Text.Name) == "Sårpleje: 2 aftaler, 1 opfølgning, 1 brud. Nu: trin 1, Vejledt."
    plot.setFocus()
    walked = []
    for _ in plot.course.points:
        qtbot.keyClick(plot, Qt.Key.Key_Right)
        walked.append(face.text(QAccessible.Text.Description))
    assert walked == [
        "26. juli: Trin 2, Indstillende, blev aftalt. Forslaget den dag var trin 3.",
        "25. august: Opfølgning: god.",
        "25. august: Et brud blev noteret på trin 2.",
        "23. november: Trin 1, Vejledt, blev aftalt; før var det 2.",
    ]
    # The same can be read as a list, the newest first.
    rows = [told(f) for f in tree(page.view.overview.course.list) if f.role() == ROLE.ListItem]
    assert [row.split(":")[0] for row in rows] == ["23. november", "25. august", "25. august", "26. juli"]


def test_every_stage_of_a_conversation_is_told(qtbot, themed_app, unit):
    session, (person, _), task = unit
    page = shown(qtbot, PreparePage(Desk(session, words("da"))), assignee_id=person)
    assert nameless(page) == []
    session.conversations.begin(person, [task])
    for rung in (2, 4):
        shown(qtbot, page, assignee_id=person)
        if page.view.waiting:
            assert nameless(page) == []
            assert "Nu skriver Amina Holm" in all_told(page)
            page.view.turn.show_button.click()
        assert nameless(page) == []
        part = page.view.half.parts[task]
        part.rung.choose(rung)
        said = all_told(page)
        assert "Trin for Sårpleje" in said
        chosen = next(f for f in tree(part.rung) if f.role() == ROLE.RadioButton and f.state().checked)
        assert chosen.text(QAccessible.Text.Name).startswith(f"{rung}: ")
        page.view.half.close_button.click()
    QApplication.processEvents()
    assert nameless(page) == []
    said = all_told(page)
    assert "Leder: 2 Indstillende" in said
    assert "Amina Holm: 4 Handler og orienterer" in said


@pytest.mark.parametrize("part", ["across", "differences", "passed", "still", "leaps", "habits", "calibration"])
def test_the_mirror_is_told(qtbot, themed_app, unit, part):
    page = shown(qtbot, MirrorPage(Desk(unit[0], words("da"))), act=part)
    assert nameless(page) == []
    said = all_told(page)
    if part == "across":
        assert "1, Vejledt" in said
        assert "3, Aftalt plan" in said
    if part == "habits":
        assert "Kompetence: 0 ettaller, 0 totaller, 2 tretaller, 0 firtaller, 0 femtaller." in said

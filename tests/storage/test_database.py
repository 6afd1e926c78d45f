import dataclasses
import importlib
import pkgutil

import pytest

import tillid_planner.domain
from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.domain.calendar_entry import MeetingSource
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.storage import migrations, triggers, workspace
from tillid_planner.storage.calendar_records import CalendarEntries
from tillid_planner.storage.database import WORDS_NAMED_LIKE_DAYS
from tillid_planner.storage.errors import NewerSchema


def dump(database):
    return {table: database.rows(f"SELECT * FROM {table} ORDER BY id") for table in triggers.TABLES}


@pytest.fixture
def full():
    session = a_session()
    task, person = a_task(session), a_person(session)
    rated(session, task, person, 4, 4, 4)
    agreed(session, task, person, 3)
    return session


def test_a_write_outside_a_unit_of_work_is_a_bug(full):
    database = full._workspace.database
    with pytest.raises(RuntimeError):
        database.insert(Kind.COMMENT, {})


def test_an_act_that_fails_leaves_nothing(full):
    database = full._workspace.database
    before = dump(database)

    def half_done():
        with database.act("agree"):
            database.delete(Kind.TASK, 1)
            raise KeyError

    with pytest.raises(KeyError):
        half_done()
    assert dump(database) == before
    assert full.history.undo_label == "agree"


def test_every_kind_of_act_is_undone_and_redone_to_the_row(full):
    session, database = full, full._workspace.database
    states = [dump(database)]
    acts = [
        lambda: session.register.remove_task(1),
        lambda: session.history.undo(),
        lambda: session.register.archive_task(1),
        lambda: session.register.remove_task(1),
    ]
    for act in acts:
        act()
        states.append(dump(database))
    assert states[2] == states[0]
    session.history.undo()
    assert dump(database) == states[3]
    session.history.undo()
    assert dump(database) == states[0]
    session.history.redo()
    session.history.redo()
    assert dump(database) == states[4]


def test_undo_tells_what_changed_so_that_pages_can_follow(full):
    full.register.archive_task(1)
    assert full.history.undo().ids(Kind.TASK) == {1}


def test_a_new_act_forgets_what_could_be_redone(full):
    full.register.archive_task(1)
    full.history.undo()
    a_person(full, "Bo Lindskov")
    assert full.history.redo_label is None
    assert not full.history.redo()


def test_texts_with_quotes_and_line_breaks_survive_undo(full):
    tricky = 'O\'Neill; DROP TABLE task; --\n"citat" 🌱 \u200f'
    task = full.register.task(1)
    from dataclasses import replace

    full.register.save_task(replace(task, purpose=tricky))
    full.register.remove_task(1)
    full.history.undo()
    assert full.register.task(1).purpose == tricky


def test_an_act_inside_an_act_is_one_step(full):
    database = full._workspace.database
    with database.act("outer"):
        full.register.archive_task(1)
        a_person(full, "Bo Lindskov")
    assert full.history.undo_label == "outer"
    full.history.undo()
    assert full.register.task(1).archived_on is None
    with pytest.raises(NotFound):
        full.register.assignee(2)


def test_bookkeeping_is_stored_and_leaves_undo_and_redo_as_they_were(full):
    database = full._workspace.database
    full.register.archive_task(1)
    full.history.undo()
    before = full.history.undo_label, full.history.redo_label
    with database.act("visit", undoable=False) as act:
        database.insert(Kind.VISIT, {"id": 1, "at": "2026-11-23T09:00:00+00:00"})
    assert act.changes.kinds == {Kind.VISIT}
    assert (full.history.undo_label, full.history.redo_label) == before
    full.history.redo()
    full.history.undo()
    assert database.rows("SELECT at FROM visit") == [{"at": "2026-11-23T09:00:00+00:00"}]
    assert full.check() == []


def test_bookkeeping_is_never_part_of_an_act_that_can_be_undone(full):
    database = full._workspace.database
    before = dump(database)
    with pytest.raises(RuntimeError), database.act("visit"):
        database.insert(Kind.VISIT, {"id": 1, "at": "2026-11-23T09:00:00+00:00"})
    assert dump(database) == before


def test_an_act_on_other_records_that_cannot_be_undone_drops_the_steps_before_it(full):
    full.register.archive_task(1)
    with full._workspace.database.act("set_nudge", undoable=False):
        full._workspace.database.insert(Kind.NUDGE, {"key": "room"})
    assert (full.history.undo_label, full.history.redo_label) == (None, None)


def test_an_act_that_cannot_be_undone_is_never_part_of_another(full):
    database = full._workspace.database
    with pytest.raises(RuntimeError), database.act("rate"), database.act("visit", undoable=False):
        pass


def test_the_audit_chain_holds_and_a_changed_entry_breaks_it(full):
    database = full._workspace.database
    assert full.check() == []
    entries = database.rows("SELECT act, records FROM audit")
    assert entries[-1]["act"] == "agree"
    assert "Amina" not in "".join(entry["records"] for entry in entries)
    database.connection.execute("UPDATE audit SET act = 'rate' WHERE act = 'agree'")
    assert full.check() == ["broken_audit"]


def test_the_audit_names_acts_taken_back(full):
    full.register.archive_task(1)
    full.history.undo()
    rows = full._workspace.database.rows("SELECT act FROM audit ORDER BY id DESC LIMIT 1")
    assert rows[0]["act"] == "undo:archive_task"


def test_migrations_run_once_and_a_failing_one_leaves_the_schema_as_it_was(monkeypatch):
    made = workspace.in_memory("Nord", TODAY)
    made.database.prepare()
    before = made.database.rows("SELECT name, sql FROM sqlite_schema ORDER BY name")
    broken = (*migrations.STEPS, ("broken", "CREATE TABLE half (id INTEGER);\nCREATE TABLE task (id INTEGER);\n"))
    monkeypatch.setattr(migrations, "STEPS", broken)
    monkeypatch.setattr(migrations, "VERSION", len(broken))
    with pytest.raises(Exception, match="already exists"):
        made.database.prepare()
    assert made.database.rows("SELECT name, sql FROM sqlite_schema ORDER BY name") == before
    assert made.database.version == len(broken) - 1


def test_a_newer_schema_is_refused_by_the_version_that_wrote_it():
    made = workspace.in_memory("Nord", TODAY)
    made.database.connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    made.database.connection.execute("UPDATE workspace SET written_by = '9.9.9'")
    with pytest.raises(NewerSchema) as refused:
        made.database.prepare()
    assert refused.value.params == {"needed": "9.9.9"}


@pytest.mark.parametrize("version", range(1, migrations.VERSION))
def test_a_workspace_of_every_earlier_schema_is_brought_up_to_date_and_keeps_what_is_in_it(monkeypatch, version):
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "STEPS", migrations.STEPS[:version])
        earlier.setattr(migrations, "VERSION", version)
        earlier.setattr(triggers, "TABLES", ("task", "workspace"))
        earlier.setattr(tillid_planner, "__version__", "0.0.1")
        made = workspace.in_memory("Nord", TODAY)
        made.database.connection.execute(
            "INSERT INTO task (name, short_name, purpose, free, fixed, ask_when, scope, legal_ceiling, legal_basis)"
            " VALUES ('Sårpleje', '', '', '', '', '', 'task', 5, '')"
        )
    assert made.database.version == version
    made.database.prepare()
    assert made.database.version == migrations.VERSION
    assert made.database.rows("SELECT name FROM task") == [{"name": "Sårpleje"}]
    assert made.database.rows("SELECT written_by FROM workspace") == [{"written_by": tillid_planner.__version__}]
    fresh = workspace.in_memory("Nord", TODAY)
    tables = "SELECT name, sql FROM sqlite_schema ORDER BY name"
    assert made.database.rows(tables) == fresh.database.rows(tables)


def test_a_meeting_that_left_under_the_fifth_schema_is_the_same_meeting_to_the_calendar(monkeypatch):
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "STEPS", migrations.STEPS[:5])
        earlier.setattr(migrations, "VERSION", 5)
        earlier.setattr(triggers, "TABLES", ("workspace",))
        made = workspace.in_memory("Nord", TODAY)
        for follow_up, cancelled in ((7, 0), (9, 1)):
            made.database.connection.execute(
                "INSERT INTO calendar_entry (id, follow_up_id, uid, sequence, digest, cancelled)"
                f" VALUES ({follow_up + 20}, {follow_up}, 'uid-{follow_up}', {follow_up + 1}, '2026-11-24 - 3 ab',"
                f" {cancelled})"
            )
    made.database.prepare()
    assert made.database.version == migrations.VERSION
    found = CalendarEntries(made.database).all()
    assert [(e.id, e.source, e.record, e.uid, e.sequence, e.cancelled) for e in found] == [
        (27, MeetingSource.FOLLOW_UP, 7, "uid-7", 8, False),
        (29, MeetingSource.FOLLOW_UP, 9, "uid-9", 10, True),
    ]


def test_no_text_of_the_domain_is_taken_for_a_day():
    words = set()
    for info in pkgutil.iter_modules(tillid_planner.domain.__path__, "tillid_planner.domain."):
        for thing in vars(importlib.import_module(info.name)).values():
            if isinstance(thing, type) and dataclasses.is_dataclass(thing):
                texts = {field.name for field in dataclasses.fields(thing) if field.type in ("str", "str | None")}
                words |= {name for name in texts if name.endswith(("_on", "_at"))}
    assert words == {column for _, column in WORDS_NAMED_LIKE_DAYS}

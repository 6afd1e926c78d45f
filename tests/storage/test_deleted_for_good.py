"""What was deleted for good stays so, whatever copy is restored and wherever."""

from __future__ import annotations

import shutil

from tests.storage.nord import PASSPHRASE, make, reopen
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.task import Task
from tillid_planner.services import session as sessions
from tillid_planner.storage import backups
from tillid_planner.storage.errors import DiskFull


def purged(folder, tmp_path):
    """A workspace that has deleted a task for good, with a backup from before, which it does not keep."""
    session, _ = make(folder, [])
    session.register.add_task(Task(name="Kanariefugl"))
    before = session.backup(tmp_path / "før.tillidbackup")
    task = session.register.tasks()[0].id
    session._workspace.purge("remove_task", [(Kind.TASK, task)], lambda: None, now="2026-11-27T08:00:00")
    return session, before, task


def tasks_in(folder):
    session = reopen(folder)
    try:
        return [task.name for task in session.register.tasks()]
    finally:
        session.close()


def test_what_was_deleted_for_good_stays_so_whatever_copy_is_restored_and_wherever(folder, tmp_path):
    session, before, _ = purged(folder, tmp_path)
    after = session.backup(tmp_path / "efter.tillidbackup")
    session.close()
    for number, (backup, known) in enumerate(((before, [folder]), (after, []))):
        place = tmp_path / f"{number}.tillid"
        sessions.restore(backup, place, passphrase=PASSPHRASE, known=known)
        assert tasks_in(place) == []
    sessions.restore(before, folder, passphrase=PASSPHRASE, replace=True)
    assert tasks_in(folder) == []


def test_a_copy_that_cannot_know_what_was_deleted_says_so_before_and_after(folder, tmp_path):
    session, before, _ = purged(folder, tmp_path)
    session.close()
    place = tmp_path / "ny.tillid"
    assert sessions.preview(before, passphrase=PASSPHRASE, known=[folder]).deletions_known
    assert sessions.preview(before, folder, passphrase=PASSPHRASE).deletions_known
    assert not sessions.preview(before, passphrase=PASSPHRASE).deletions_known
    assert not sessions.restore(before, place, passphrase=PASSPHRASE)
    assert tasks_in(place) == ["Kanariefugl"]
    assert sessions.restore(before, tmp_path / "kendt.tillid", passphrase=PASSPHRASE, known=[folder])


def test_a_second_place_that_is_there_knows_what_was_deleted(folder, tmp_path):
    session, _ = make(folder)
    stick = tmp_path / "stick"
    stick.mkdir()
    session.set_second_place(stick)
    backup = session.backup(tmp_path / "med.tillidbackup")
    session.close()
    assert sessions.preview(backup, passphrase=PASSPHRASE).deletions_known
    stick.rmdir()
    assert not sessions.preview(backup, passphrase=PASSPHRASE).deletions_known


def test_a_list_of_another_workspace_deletes_nothing(folder, tmp_path):
    session, _, _ = purged(folder, tmp_path)
    session.close()
    other, _ = make(tmp_path / "Syd.tillid", [])
    other.register.add_task(Task(name="Sårpleje"))
    backup = other.backup(tmp_path / "syd.tillidbackup")
    other.close()
    sessions.restore(backup, folder, passphrase=PASSPHRASE, replace=True, known=[folder])
    assert tasks_in(folder) == ["Sårpleje"]


def test_the_second_place_knows_what_was_deleted_for_good(folder, tmp_path):
    session, before, _ = purged(folder, tmp_path)
    stick = tmp_path / "stick"
    stick.mkdir()
    session.set_second_place(stick)
    session.backup()
    with_place = session.backup(tmp_path / "med.tillidbackup")
    session.close()
    shutil.rmtree(folder)
    assert with_place.is_file()
    place = tmp_path / "ny.tillid"
    sessions.restore(before, place, passphrase=PASSPHRASE)
    opened = reopen(place)
    opened.set_second_place(stick)
    opened.close()
    assert tasks_in(place) == []


def test_a_number_that_was_deleted_for_good_is_never_used_again(folder, tmp_path):
    session, _, task = purged(folder, tmp_path)
    session.register.add_task(Task(name="Sårpleje"))
    assert session.register.tasks()[0].id > task
    session.close()
    opened = reopen(folder)
    opened.register.add_task(Task(name="Bad"))
    assert len({one.id for one in opened.register.tasks()} - {task}) == 2
    opened.close()


def test_a_deletion_that_met_an_error_is_finished_at_the_next_opening(folder, tmp_path, monkeypatch):
    session, _ = make(folder, [])
    session.register.add_task(Task(name="Kanariefugl"))
    session.backup()
    task = session.register.tasks()[0].id
    with monkeypatch.context() as failing:

        def fail(*_):
            raise DiskFull

        failing.setattr(backups, "rewrite", fail)
        session._workspace.purge("remove_task", [(Kind.TASK, task)], lambda: None, now="2026-11-27T08:00:00")
    session.close()
    left = folder / "backups" / "2026-11-27T080000.tillidbackup.part"
    left.write_bytes(b"x")
    reopen(folder).close()
    assert not left.exists()
    for backup in backups.listed(folder / "backups"):
        assert sessions.preview(backup, passphrase=PASSPHRASE).holding.tasks == 0

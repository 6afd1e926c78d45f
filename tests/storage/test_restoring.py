"""What restoring and creating promise: nothing is touched before it is sure, and nothing is lost."""

from __future__ import annotations

import errno
import zipfile

import pytest

from tests.builders import a_person
from tests.storage.nord import PASSPHRASE, cut_off, make, names, reopen
from tillid_planner.domain.errors import TillidError
from tillid_planner.services import session as sessions
from tillid_planner.storage import driver, keys, swap
from tillid_planner.storage.errors import BadBackup, FolderTaken, NewerSchema, WorkspaceInUse


def test_a_restore_is_refused_while_the_workspace_is_open(folder, tmp_path):
    session, _ = make(folder)
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    with pytest.raises(WorkspaceInUse):
        sessions.restore(backup, folder, passphrase=PASSPHRASE, replace=True)
    a_person(session, "Bo Lindskov")
    session.close()
    assert names(folder) == ["Amina Holm", "Bo Lindskov"]


def test_a_restore_over_a_leftover_log_gives_the_backup_and_keeps_the_rest_beside(folder, tmp_path):
    session, _ = make(folder)
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    a_person(session, "Bo Lindskov")
    cut_off(session, folder)
    assert sessions.preview(backup, folder, passphrase=PASSPHRASE).lost == 1
    sessions.restore(backup, folder, passphrase=PASSPHRASE, replace=True)
    opened = reopen(folder)
    assert opened.missing_acts is None
    opened.close()
    assert names(folder) == ["Amina Holm"]
    assert {"workspace.db.replaced", "workspace.db-wal.replaced", "keys.json.replaced"} <= {
        path.name for path in folder.iterdir()
    }


def test_a_swap_that_was_cut_off_is_finished_by_whoever_opens_the_folder(folder, tmp_path, monkeypatch):
    session, _ = make(folder)
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    a_person(session, "Bo Lindskov")
    session.close()
    monkeypatch.setattr(swap, "finish", lambda _: None)
    sessions.restore(backup, folder, passphrase=PASSPHRASE, replace=True)
    monkeypatch.undo()
    assert (folder / "swap.json").exists()
    assert sessions.looks_like_workspace(folder)
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    assert names(folder) == ["Amina Holm"]
    assert not list(folder.glob("*.new")) + list(folder.glob("swap.json"))


def backup_with(tmp_path, change):
    """A backup whose database was changed by hand."""
    session, _ = make(tmp_path / "kilde.tillid")
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    key = session._workspace._key
    session.close()
    with zipfile.ZipFile(backup) as archive:
        stored = archive.read("keys.json")
        (tmp_path / "inde.db").write_bytes(archive.read("workspace.db"))
    connection = driver.connect(tmp_path / "inde.db", key)
    change(connection)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    with zipfile.ZipFile(backup, "w") as archive:
        archive.writestr("keys.json", stored)
        archive.write(tmp_path / "inde.db", "workspace.db")
    return backup


@pytest.mark.parametrize(
    ("sql", "refused"),
    [
        (["PRAGMA user_version = 99"], NewerSchema),
        (["PRAGMA user_version = 0"], BadBackup),
        (["DROP TABLE comment"], BadBackup),
        (["ALTER TABLE task DROP COLUMN purpose"], BadBackup),
        (["DELETE FROM workspace"], BadBackup),
        (["UPDATE assignee SET started_on = '2026-02-30'"], BadBackup),
        (["PRAGMA ignore_check_constraints = ON", "UPDATE assignee SET kind = 'robot'"], BadBackup),
        (["CREATE VIEW v AS SELECT 1"], BadBackup),
    ],
)
def test_a_backup_that_would_not_open_is_refused_before_anything_is_touched(folder, tmp_path, sql, refused):
    make(folder, ["Bo Lindskov"])[0].close()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    def change(connection):
        for statement in sql:
            connection.execute(statement)

    backup = backup_with(tmp_path, change)
    with pytest.raises(refused):
        sessions.restore(backup, folder, passphrase=PASSPHRASE, replace=True)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    with pytest.raises(refused):
        sessions.restore(backup, tmp_path / "ny" / "plan.tillid", passphrase=PASSPHRASE)
    assert not (tmp_path / "ny").exists()


def test_a_folder_with_nothing_but_what_a_cut_off_attempt_left_may_be_used(folder):
    folder.mkdir()
    for name in ("workspace.db.new", "workspace.db.new-journal", "keys.json.new", "workspace.lock"):
        (folder / name).write_bytes(b"x")
    make(folder)[0].close()
    assert names(folder) == ["Amina Holm"]
    with pytest.raises(FolderTaken):
        sessions.create(folder, "Nord", PASSPHRASE)


def test_a_workspace_whose_recovery_key_could_not_be_told_is_not_made(folder):
    def tell(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(TillidError):
        sessions.create(folder, "Nord", PASSPHRASE, tell=tell)
    assert not folder.exists()

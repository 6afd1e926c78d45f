"""What opening, restoring, creating and backing up promise: nothing acknowledged is lost, and what is wrong is said."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import threading
import time
import zipfile
from datetime import date

import pytest

from tests.builders import a_person
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import TillidError
from tillid_planner.domain.task import Task
from tillid_planner.services import session as sessions
from tillid_planner.storage import act_count, backups, driver, keys, places, swap
from tillid_planner.storage.errors import (
    BadBackup,
    DiskError,
    DiskFull,
    FolderTaken,
    Gone,
    KeysDamaged,
    NewerSchema,
    NoPlace,
    NotWritable,
    WorkspaceInUse,
    WrongPassphrase,
    told,
)  # fmt: skip

PASSPHRASE = "fire små ord her"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and open files of POSIX systems")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Nord.tillid"


def make(folder, people=("Amina Holm",)):
    session, key = sessions.create(folder, "Nord", PASSPHRASE)
    for name in people:
        a_person(session, name)
    return session, key


def reopen(folder):
    return sessions.open_with_passphrase(folder, PASSPHRASE)


def cut_off(session, folder):
    """Leave a workspace as a process that was killed leaves it: the log beside the database."""
    copy = folder.with_name("kopi.tillid")
    shutil.copytree(folder, copy)
    session.close()
    shutil.rmtree(folder)
    copy.rename(folder)


def names(folder):
    session = reopen(folder)
    try:
        return sorted(person.name for person in session.register.people())
    finally:
        session.close()


# Opening


def test_a_log_that_was_cut_or_deleted_is_told_with_how_many_acts_are_missing(folder):
    session, _ = make(folder, ["Amina Holm", "Bo Lindskov", "Eva Bech"])
    cut_off(session, folder)
    (folder / "workspace.db-wal").unlink()
    opened = reopen(folder)
    assert opened.missing_acts is not None
    assert opened.missing_acts.count == 3
    opened.close()


def test_what_is_left_of_a_log_is_kept_while_acts_are_missing_and_not_longer(folder):
    session, _ = make(folder, ["Amina Holm", "Bo Lindskov"])
    cut_off(session, folder)
    log = folder / "workspace.db-wal"
    content = log.read_bytes()
    log.write_bytes(content[: len(content) - 200])
    opened = reopen(folder)
    assert opened.missing_acts is not None
    assert (folder / "workspace.db-wal.damaged").read_bytes() == content[: len(content) - 200]
    opened.register.add_person(Person(name="Bo Lindskov"))
    opened.close()
    opened = reopen(folder)
    assert opened.missing_acts is None
    opened.close()


def test_a_plain_crash_and_drafts_raise_no_alarm(folder):
    session, _ = make(folder)
    with session._workspace.database.aside() as connection:
        connection.execute(
            "INSERT INTO draft (form, key, fields, saved_at) VALUES ('x', 'y', '{}', '2026-11-27T10:00:00')"
        )
    cut_off(session, folder)
    opened = reopen(folder)
    assert opened.missing_acts is None
    assert not (folder / "workspace.db-wal.damaged").exists()
    opened.close()


def test_a_count_that_cannot_be_read_says_nothing(tmp_path):
    path = tmp_path / "acts.count"
    count = act_count.ActCount(path)
    count.write(12_345)
    count.close()
    assert act_count.read_count(path) == 12_345
    for content in (b"", b"tillid-acts 7", path.read_bytes().replace(b"12345", b"92345")):
        path.write_bytes(content)
        assert act_count.read_count(path) == 0


@POSIX
@pytest.mark.parametrize("harm", ["deleted", "replaced", "folder moved"])
def test_a_database_that_goes_away_underneath_is_told_before_an_act_is_stored(folder, harm):
    session, _ = make(folder)
    database = folder / "workspace.db"
    if harm == "folder moved":
        folder.rename(folder.with_name("flyttet"))
    else:
        content = database.read_bytes()
        database.unlink()
        if harm == "replaced":
            database.write_bytes(content)
    with pytest.raises(Gone):
        session.register.add_person(Person(name="Bo Lindskov"))
    session.close()


def test_disk_errors_and_read_only_places_are_named_as_what_they_are(folder, monkeypatch):
    with pytest.raises(DiskError), told():
        raise OSError(errno.EIO, "Input/output error")
    make(folder)[0].close()
    monkeypatch.setattr(places.os, "access", lambda *_: False)
    with pytest.raises(NotWritable):
        reopen(folder)


@POSIX
def test_everything_is_private_whatever_the_umask_and_is_made_so_at_opening(folder):
    before = os.umask(0)
    try:
        session, _ = make(folder)
        session.backup()
        session.close()
        found = [folder, *folder.rglob("*")]
        assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in found)
        for path in found:
            path.chmod(0o777 if path.is_dir() else 0o666)
        reopen(folder).close()
        assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in [folder, *folder.rglob("*")])
    finally:
        os.umask(before)


# Keys


def test_a_flipped_bit_in_the_keys_is_no_wrong_passphrase():
    made = keys.make(PASSPHRASE)
    for at in range(0, len(made.stored), 7):
        flipped = bytearray(made.stored)
        flipped[at] ^= 4
        with pytest.raises((KeysDamaged, NewerSchema)):
            keys.open_with_passphrase(bytes(flipped), PASSPHRASE)


def test_keys_of_an_earlier_version_are_sealed_when_they_have_opened_a_workspace(folder):
    make(folder)[0].close()
    path = folder / "keys.json"
    import json

    content = json.loads(path.read_bytes())
    for seal in ("check", "proof"):
        del content[seal]
    path.write_text(json.dumps(content))
    reopen(folder).close()
    assert json.loads(path.read_bytes()).keys() >= {"check", "proof"}


def test_keys_from_a_backup_take_the_place_of_damaged_ones(folder):
    session, _ = make(folder)
    session.backup()
    session.close()
    (folder / "keys.json").write_bytes(b"{")
    with pytest.raises(KeysDamaged):
        reopen(folder)
    with pytest.raises(WrongPassphrase):
        sessions.restore_keys(folder, passphrase="et helt andet udsagn")
    sessions.restore_keys(folder, passphrase=PASSPHRASE)
    assert names(folder) == ["Amina Holm"]
    assert (folder / "keys.json.damaged").read_bytes() == b"{"


def test_keys_that_were_replaced_while_open_are_not_what_a_backup_holds(folder, tmp_path):
    session, _ = make(folder)
    (folder / "keys.json").write_bytes(keys.make("en helt anden sætning").stored)
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    session.close()
    assert sessions.preview(backup, passphrase=PASSPHRASE).holding.people == 1
    assert names(folder) == ["Amina Holm"]


# Restoring and creating


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


# Backups


def dated(folder, *days):
    folder.mkdir(exist_ok=True)
    for day in days:
        (folder / f"{day}T080000.tillidbackup").touch()


def test_rotation_keeps_the_one_just_made_and_a_clock_ahead_pushes_nothing_out(tmp_path):
    real = [f"2026-11-{day:02}" for day in range(18, 28)]
    ahead = [f"2036-{month:02}-01" for month in range(1, 13)]
    dated(tmp_path, *real, *ahead)
    made = tmp_path / "2026-11-01T080000.tillidbackup"
    made.touch()
    backups.rotate(tmp_path, made, "2026-11-27T09:00:00")
    kept = [path.name[:10] for path in backups.listed(tmp_path)]
    assert set(real[-7:]) <= set(kept)
    assert "2026-11-01" in kept


@pytest.fixture
def small_steps(monkeypatch):
    """Copy so few pages at a time that a small workspace takes many steps."""
    monkeypatch.setattr(backups, "_PAGES", 8)


def test_a_backup_can_be_given_up_and_leaves_nothing(folder, small_steps):
    session, _ = make(folder, [f"Navn {number}" for number in range(400)])

    class GivenUp(TillidError):
        pass

    def tell(_):
        raise GivenUp

    with pytest.raises(GivenUp):
        session.backup(tell=tell)
    assert list((folder / "backups").iterdir()) == []
    session.close()


def test_reading_and_writing_go_on_while_a_backup_is_made_and_it_holds_what_was_written(folder, small_steps):
    session, _ = make(folder, [f"Navn {number}" for number in range(300)])
    wrote = threading.Event()

    def tell(_):
        if not wrote.is_set():
            other = threading.Thread(target=lambda: (session.register.add_person(Person(name="Imens")), wrote.set()))
            other.start()
            assert wrote.wait(30)
            other.join()

    path = session.backup(tell=tell)
    assert wrote.is_set()
    assert session.try_backup(path).holding.people == 301
    assert session.try_backup(path).lost == 0
    session.close()


def test_each_days_backup_is_made_in_the_second_place_too_and_a_missing_stick_is_told_until_it_is_there(
    tmp_path, monkeypatch
):
    today = [date(2026, 11, 27)]
    monkeypatch.setattr(sessions, "_now", lambda: f"{today[0].isoformat()}T08:00:00")
    session, _ = sessions.create(tmp_path / "Nord.tillid", "Nord", PASSPHRASE, today=lambda: today[0])
    stick = tmp_path / "stick"
    with pytest.raises(NoPlace):
        session.set_second_place(stick)
    stick.mkdir()
    session.set_second_place(stick)
    session.backup_if_due()
    (copy,) = backups.listed(stick)
    assert session.try_backup(copy).holding.name == "Nord"
    today[0] = date(2026, 11, 28)
    shutil.rmtree(stick)
    with pytest.raises(NoPlace):
        session.backup_if_due()
    assert isinstance(session.backup_trouble, NoPlace)
    assert session.newest_backup == "2026-11-28T08:00"
    stick.mkdir()
    session.backup_if_due()
    assert session.backup_trouble is None
    assert len(backups.listed(stick)) == 1
    session.close()


def test_a_backup_of_another_workspace_is_not_tried_with_this_ones_key(folder, tmp_path):
    other, _ = make(tmp_path / "Syd.tillid")
    backup = other.backup(tmp_path / "kopi.tillidbackup")
    other.close()
    session, _ = make(folder)
    with pytest.raises(WrongPassphrase, match="another_workspace"):
        session.try_backup(backup)
    session.close()


def test_what_a_cut_off_backup_left_is_removed_at_opening(folder):
    make(folder)[0].close()
    left = folder / "backups" / "2026-11-27T080000.tillidbackup.copy"
    left.write_bytes(b"x")
    reopen(folder).close()
    assert not left.exists()


def test_a_check_is_made_on_a_copy_and_finds_what_is_wrong_in_the_file(folder):
    session, _ = make(folder)
    assert session.check() == []
    session._workspace.database.connection.execute("UPDATE assignee SET started_on = '2026-02-30'")
    assert session.check() == ["bad_value"]
    assert list((folder / "backups").iterdir()) == []
    session.close()


def test_a_locked_workspace_ends_a_backup_under_way(folder, small_steps):
    session, _ = make(folder, [f"Navn {number}" for number in range(300)])
    outcome = []

    def tell(_):
        if not outcome:
            outcome.append("closing")
            session.close()
            time.sleep(0)

    with pytest.raises(TillidError):
        session.backup(tell=tell)
    assert list((folder / "backups").iterdir()) == []


def test_what_the_program_notes_by_itself_is_no_act_that_could_be_missing(folder):
    session, _ = make(folder)
    backup = session.backup()
    session.visits.arrive()
    session.visits.arrive()
    assert session.try_backup(backup).lost == 0
    session.close()
    assert act_count.read_count(folder / "acts.count") == session_acts(folder)


def session_acts(folder):
    session = reopen(folder)
    try:
        return session._workspace.database.acts()[0]
    finally:
        session.close()


# What was deleted for good


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


# The passphrase


def test_the_old_passphrase_opens_none_of_the_kept_copies(folder, tmp_path):
    session, key = make(folder)
    stick = tmp_path / "stick"
    stick.mkdir()
    session.set_second_place(stick)
    session.backup()
    session.change_passphrase("en helt ny sætning her", PASSPHRASE)
    session.backup()
    session.close()
    kept = [*backups.listed(folder / "backups"), *backups.listed(stick)]
    assert len(kept) >= 2
    for copy in kept:
        with pytest.raises(WrongPassphrase):
            sessions.preview(copy, passphrase=PASSPHRASE)
        assert sessions.preview(copy, passphrase="en helt ny sætning her").holding.people == 1
        assert sessions.preview(copy, recovery_key=key).holding.people == 1


def test_a_backup_that_was_missed_when_the_passphrase_was_changed_is_renewed_at_opening(folder, monkeypatch):
    session, _ = make(folder)
    session.backup()
    with monkeypatch.context() as failing:

        def fail(*_):
            raise DiskFull

        failing.setattr(backups, "renew_keys", fail)
        session.change_passphrase("en helt ny sætning her", PASSPHRASE)
    session.close()
    sessions.open_with_passphrase(folder, "en helt ny sætning her").close()
    for copy in backups.listed(folder / "backups"):
        with pytest.raises(WrongPassphrase):
            sessions.preview(copy, passphrase=PASSPHRASE)

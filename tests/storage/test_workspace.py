import os
import random
import shutil
import threading
import zipfile
from datetime import date

import pytest

from tests.storage.nord import PASSPHRASE, reopen
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.task import Task
from tillid_planner.services import demo
from tillid_planner.services import session as sessions
from tillid_planner.storage import backups
from tillid_planner.storage.errors import (
    BadBackup,
    Damaged,
    FolderTaken,
    NewerSchema,
    NotWritable,
    NoWorkspace,
    StorageError,
    SynchronisedFolder,
    WorkspaceClosed,
    WorkspaceInUse,
    WrongPassphrase,
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Hjemmepleje Ærø.tillid"


def make(folder):
    session, recovery_key = sessions.create(folder, "Ærø", PASSPHRASE)
    return session, recovery_key


def test_what_was_stored_is_there_again_after_closing(folder):
    session, _ = make(folder)
    session.register.add_person(Person(name="Åse Ørsted"))
    session.close()
    opened = reopen(folder)
    assert opened.name == "Ærø"
    assert [p.name for p in opened.register.people()] == ["Åse Ørsted"]
    assert opened.check() == []
    opened.close()


def test_the_recovery_key_opens_and_a_wrong_passphrase_does_not(folder):
    session, recovery_key = make(folder)
    session.close()
    sessions.open_with_recovery_key(folder, recovery_key).close()
    with pytest.raises(WrongPassphrase):
        sessions.open_with_passphrase(folder, "fire store ord her")
    reopen(folder).close()


def test_a_new_passphrase_holds_and_the_old_one_does_not(folder):
    session, _ = make(folder)
    for present in (None, "", "et forkert gæt"):
        with pytest.raises(WrongPassphrase):
            session.change_passphrase("helt andre ord", present)
    session.change_passphrase("helt andre ord", PASSPHRASE)
    session.close()
    sessions.open_with_passphrase(folder, "helt andre ord").close()
    with pytest.raises(WrongPassphrase):
        reopen(folder)


def test_a_second_instance_is_refused_at_once_also_through_a_link(folder, tmp_path):
    session, _ = make(folder)
    with pytest.raises(WorkspaceInUse):
        reopen(folder)
    if hasattr(os, "symlink"):
        link = tmp_path / "link.tillid"
        link.symlink_to(folder, target_is_directory=True)
        with pytest.raises(WorkspaceInUse):
            reopen(link)
    session.close()
    reopen(folder).close()


def test_the_lock_holds_after_a_backup(folder):
    # Opening the live file once more and closing it would drop its lock on POSIX systems.
    session, _ = make(folder)
    session.backup()
    with pytest.raises(WorkspaceInUse):
        reopen(folder)
    session.close()


def test_a_folder_with_something_in_it_is_never_made_a_workspace(folder):
    folder.mkdir()
    (folder / "noter.txt").write_text("vigtigt")
    with pytest.raises(FolderTaken):
        make(folder)
    assert (folder / "noter.txt").read_text() == "vigtigt"


def test_no_folder_no_workspace_and_half_a_workspace(folder):
    with pytest.raises(NoWorkspace):
        reopen(folder)
    folder.mkdir()
    with pytest.raises(NoWorkspace):
        reopen(folder)
    session, _ = make(folder)
    session.close()
    (folder / "workspace.db").unlink()
    with pytest.raises(Damaged):
        reopen(folder)


@pytest.mark.parametrize("part", ["OneDrive - Kommunen", "Dropbox", "iCloudDrive"])
def test_a_synchronised_folder_is_refused_unless_allowed(tmp_path, part):
    folder = tmp_path / part / "Nord.tillid"
    with pytest.raises(SynchronisedFolder):
        make(folder)
    session, _ = sessions.create(folder, "Nord", PASSPHRASE, allow_synchronised=True)
    session.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_says_so(folder, tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(NotWritable):
            make(folder)
    finally:
        tmp_path.chmod(0o700)


def test_a_newer_schema_is_refused_and_left_alone(folder, monkeypatch):
    session, _ = make(folder)
    connection = session._workspace.database.connection
    connection.execute("PRAGMA user_version = 999")
    connection.execute("UPDATE workspace SET written_by = '9.9.9'")
    session.close()
    with pytest.raises(NewerSchema) as refused:
        reopen(folder)
    assert refused.value.params == {"needed": "9.9.9"}


def test_no_word_of_the_demo_is_found_in_the_files(folder):
    calendar = demo.Calendar(date.today())
    session, _ = sessions.create(folder, demo.name(), PASSPHRASE, today=calendar)
    demo.fill(session, calendar)
    session.backup()
    words = {a.name for a in session.matrix.grid().assignees} | {t.purpose for t in session.register.tasks()}
    running = b"".join(path.read_bytes() for path in folder.rglob("*") if path.name.endswith("-wal"))
    assert running
    session.close()
    stored = running + b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert len(words) > 30
    for word in words:
        assert word.encode() not in stored
        assert word.encode("utf-16-le") not in stored
    assert b"CREATE TABLE" not in stored
    assert b"SQLite format 3" not in stored


def test_one_flipped_bit_is_never_silently_accepted(folder):
    session, _ = make(folder)
    for number in range(50):
        session.register.add_task(Task(name=f"Opgave {number}", purpose="x" * 200))
    session.close()
    path = folder / "workspace.db"
    whole = path.read_bytes()
    for place in random.Random(1).sample(range(len(whole)), 60):
        broken = bytearray(whole)
        broken[place] ^= 1 << (place % 8)
        path.write_bytes(bytes(broken))
        try:
            opened = reopen(folder)
        except StorageError:
            continue
        assert opened.check() != []
        opened.close()
        path.write_bytes(whole)


@pytest.mark.parametrize("length", [0, 1, 100, 4096, 5000])
def test_a_file_cut_short_is_damaged(folder, length):
    session, _ = make(folder)
    session.close()
    path = folder / "workspace.db"
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(StorageError) as refused:
        reopen(folder)
    assert refused.value.code == "damaged"


def test_a_backup_restores_into_a_new_folder(folder, tmp_path):
    session, _ = make(folder)
    session.register.add_person(Person(name="Åse Ørsted"))
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    session.register.add_person(Person(name="Bo"))
    session.close()
    sessions.restore(backup, tmp_path / "igen.tillid", passphrase=PASSPHRASE)
    opened = reopen(tmp_path / "igen.tillid")
    assert [p.name for p in opened.register.people()] == ["Åse Ørsted"]
    opened.close()


def test_restoring_over_a_workspace_with_a_leftover_log_brings_the_old_data_back(folder, tmp_path):
    session, _ = make(folder)
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    session.register.add_person(Person(name="Nyere"))
    shutil.copytree(folder, tmp_path / "killed.tillid")  # the log is still beside the file
    session.close()
    killed = tmp_path / "killed.tillid"
    assert any(path.name.endswith("-wal") for path in killed.iterdir())
    with pytest.raises(FolderTaken):
        sessions.restore(backup, killed, passphrase=PASSPHRASE)
    sessions.restore(backup, killed, passphrase=PASSPHRASE, replace=True)
    opened = reopen(killed)
    assert opened.register.people() == []
    opened.close()
    assert (killed / "workspace.db.replaced").exists()


def test_a_bad_backup_is_refused_and_changes_nothing(folder, tmp_path):
    session, _ = make(folder)
    good = session.backup(tmp_path / "kopi.tillidbackup").read_bytes()
    session.close()
    bad = tmp_path / "bad.tillidbackup"
    target = tmp_path / "igen.tillid"
    rng = random.Random(2)
    contents = [b"", b"no zip", good[: len(good) // 2]]
    for place in rng.sample(range(len(good)), 40):
        contents.append(good[:place] + bytes([good[place] ^ 0x40]) + good[place + 1 :])
    for content in contents:
        bad.write_bytes(content)
        try:
            sessions.restore(bad, target, passphrase=PASSPHRASE)
        except StorageError:
            assert not (target / "workspace.db").exists()
        else:
            opened = reopen(target)
            assert opened.check() == []
            opened.close()
        shutil.rmtree(target, ignore_errors=True)


@pytest.mark.parametrize("name", ["../workspace.db", "/etc/x", "extra.txt"])
def test_a_backup_with_strange_names_in_it_is_refused(folder, tmp_path, name):
    session, _ = make(folder)
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    session.close()
    with zipfile.ZipFile(backup, "a") as archive:
        archive.writestr(name, b"x")
    with pytest.raises(BadBackup):
        sessions.restore(backup, tmp_path / "igen.tillid", passphrase=PASSPHRASE)


def test_a_backup_with_a_hostile_trigger_is_refused(folder, tmp_path):
    session, _ = make(folder)
    session._workspace.database.connection.execute(
        "CREATE TRIGGER evil AFTER INSERT ON task BEGIN DELETE FROM assignee; END"
    )
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    session.close()
    with pytest.raises(BadBackup):
        sessions.restore(backup, tmp_path / "igen.tillid", passphrase=PASSPHRASE)


def test_rotation_keeps_days_weeks_and_months(tmp_path):
    for day in range(1, 29):
        for month in range(1, 13):
            (tmp_path / f"2026-{month:02}-{day:02}T080000.tillidbackup").touch()
    (tmp_path / "mine.tillidbackup").touch()
    newest = tmp_path / "2026-12-28T080000.tillidbackup"
    backups.rotate(tmp_path, newest, "2026-12-28T09:00:00")
    kept = [path.name[:10] for path in backups.listed(tmp_path)]
    assert kept[-7:] == [f"2026-12-{day:02}" for day in range(22, 29)]
    assert {name[:7] for name in kept} == {f"2026-{month:02}" for month in range(1, 13)}
    assert len(kept) <= 7 + 4 + 12
    assert (tmp_path / "mine.tillidbackup").exists()


def test_two_backups_in_one_second_are_told_apart_and_the_later_is_kept(folder, monkeypatch):
    monkeypatch.setattr(sessions, "_now", lambda: "2026-11-23T08:00:00")
    session, _ = make(folder)
    session.backup()
    later = session.backup()
    assert later.is_file()
    assert backups.listed(folder / "backups") == [later]
    session.close()


def test_a_backup_is_due_once_a_day(folder):
    session, _ = make(folder)
    assert session.backup_if_due() is not None
    assert session.backup_if_due() is None
    session.close()


def test_a_backup_that_fails_leaves_no_file_and_rotates_nothing(folder, monkeypatch):
    session, _ = make(folder)
    session.backup()
    before = sorted(path.name for path in (folder / "backups").iterdir())
    monkeypatch.setattr(backups, "_counts", lambda database: {"task": random.random()})
    with pytest.raises(BadBackup):
        session.backup()
    assert sorted(path.name for path in (folder / "backups").iterdir()) == before
    session.close()


def test_an_unclean_end_is_checked_before_anything_is_shown(folder, tmp_path):
    session, _ = make(folder)
    session.register.add_person(Person(name="Åse"))
    shutil.copytree(folder, tmp_path / "killed.tillid")
    session.close()
    opened = reopen(tmp_path / "killed.tillid")
    assert opened._workspace.unclean
    assert [p.name for p in opened.register.people()] == ["Åse"]
    opened.close()
    again = reopen(tmp_path / "killed.tillid")
    assert not again._workspace.unclean
    again.close()


def test_workspaces_lie_in_a_folder_only_the_user_can_read(folder):
    session, _ = make(folder)
    session.close()
    if os.name != "nt":
        assert folder.stat().st_mode & 0o077 == 0


def test_a_backup_that_comes_after_the_lock_says_so_and_leaves_nothing(folder):
    session, _ = make(folder)
    session.close()
    with pytest.raises(WorkspaceClosed):
        session.backup()
    assert list(folder.rglob("*.part")) + list(folder.rglob("*.copy")) + list(folder.rglob("*.tillidbackup")) == []
    reopen(folder).close()


def test_opening_again_while_a_backup_ends_disturbs_neither(folder, monkeypatch):
    monkeypatch.setattr(backups, "_PAGES", 1)
    session, _ = make(folder)
    session.register.add_person(Person(name="Åse"))
    under_way, ends = threading.Event(), []

    def back_up():
        try:
            ends.append(session.backup(tell=lambda _: under_way.set()))
        except WorkspaceClosed as error:
            ends.append(error)

    backup = threading.Thread(target=back_up)
    backup.start()
    assert under_way.wait(60)
    session.close()
    opened = reopen(folder)
    opened.backup()
    backup.join()
    assert [type(end) for end in ends] == [WorkspaceClosed]
    assert [path.name for path in (folder / "backups").iterdir() if path.suffix != ".tillidbackup"] == []
    opened.close()

"""What opening a workspace promises: acts that are missing are told, and what is wrong is named as what it is."""

from __future__ import annotations

import errno
import os
import stat

import pytest

from tests.storage.nord import POSIX, cut_off, make, reopen
from tillid_planner.domain.assignee import Person
from tillid_planner.storage import act_count, places
from tillid_planner.storage.errors import DiskError, Gone, NotWritable, told


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

"""Renewing the data key: no earlier key, passphrase or recovery key opens anything that is kept."""

import shutil

import pytest

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import TillidError
from tillid_planner.services import session as sessions
from tillid_planner.storage import backups, driver, keys, swap
from tillid_planner.storage.errors import DiskFull, Unfinished, WrongPassphrase

PASSPHRASE = "fire små ord her"


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def made(folder, stick):
    session, key = sessions.create(folder, "Nord", PASSPHRASE)
    session.register.add_person(Person(name="Ida"))
    session.set_second_place(stick)
    session.backup()
    yield session, key
    session.close()


def names(session):
    return [person.name for person in session.register.people()]


def opens(path, key):
    try:
        driver.connect(path, key).close()
    except Exception:
        return False
    return True


def kept(folder, stick):
    return [*backups.listed(folder / "backups"), *backups.listed(stick)]


def test_the_old_keys_open_nothing_any_more_and_the_new_ones_all(made, folder, stick, tmp_path):
    session, old_recovery = made
    old = keys.open_with_passphrase((folder / "keys.json").read_bytes(), PASSPHRASE)
    fresh = session.new_keys(PASSPHRASE)
    assert session.renew_data_key(fresh) == []
    assert fresh.data_key != old
    assert fresh.recovery_key != old_recovery
    session.close()
    assert not opens(folder / "workspace.db", old)
    assert len(kept(folder, stick)) == 2
    for path in kept(folder, stick):
        with pytest.raises(WrongPassphrase):
            sessions.preview(path, recovery_key=old_recovery)
        assert sessions.preview(path, recovery_key=fresh.recovery_key).holding.people == 1
        assert sessions.preview(path, passphrase=PASSPHRASE).holding.people == 1
    opened = sessions.open_with_recovery_key(folder, fresh.recovery_key)
    assert names(opened) == ["Ida"]
    assert opened.check() == []
    opened.close()


def test_work_goes_on_in_the_same_session_and_undo_begins_anew(made, folder):
    session, _ = made
    session.renew_data_key(session.new_keys(PASSPHRASE))
    assert session.history.undo_label is None
    session.register.add_person(Person(name="Bo"))
    session.history.undo()
    session.history.redo()
    session.backup()
    session.close()
    opened = sessions.open_with_passphrase(folder, PASSPHRASE)
    assert names(opened) == ["Ida", "Bo"]
    assert opened.missing_acts is None
    opened.close()


def test_what_a_restore_left_beside_is_encrypted_anew_too(made, folder):
    session, _ = made
    backup = session.newest_backup_file
    session.close()
    sessions.restore(backup, folder, passphrase=PASSPHRASE, replace=True)
    old = keys.open_with_passphrase((folder / "keys.json").read_bytes(), PASSPHRASE)
    opened = sessions.open_with_passphrase(folder, PASSPHRASE)
    fresh = opened.new_keys(PASSPHRASE)
    assert opened.renew_data_key(fresh) == []
    opened.close()
    (beside,) = folder.glob("workspace.db.replaced")
    assert opens(beside, fresh.data_key)
    assert not opens(beside, old)
    assert not list(folder.glob("keys.json.replaced*"))


def test_it_takes_the_present_passphrase(made):
    session, _ = made
    with pytest.raises(WrongPassphrase):
        session.new_keys("en helt anden her")


@pytest.mark.parametrize("where", ["copy", "marker"])
def test_a_failure_before_it_is_meant_leaves_the_old_keys_and_a_session_that_works(made, folder, monkeypatch, where):
    session, key = made

    def fail(*_, **__):
        raise DiskFull

    with monkeypatch.context() as failing:
        failing.setattr(*((backups, "copy_with_key", fail) if where == "copy" else (swap, "write_whole", fail)))
        with pytest.raises(DiskFull):
            session.renew_data_key(session.new_keys(PASSPHRASE))
    session.register.add_person(Person(name="Bo"))
    session.close()
    opened = sessions.open_with_recovery_key(folder, key)
    assert names(opened) == ["Ida", "Bo"]
    opened.close()
    assert not list(folder.glob("*.new"))


def test_one_that_was_cut_off_when_it_was_meant_is_finished_at_the_next_opening(made, folder, monkeypatch):
    session, _ = made
    fresh = session.new_keys(PASSPHRASE)

    def fail(*_):
        raise OSError

    with monkeypatch.context() as failing:
        failing.setattr(swap, "finish", fail)
        with pytest.raises(Unfinished):
            session.renew_data_key(fresh)
    session.close()
    opened = sessions.open_with_recovery_key(folder, fresh.recovery_key)
    assert names(opened) == ["Ida"]
    opened.close()


def test_copies_that_were_missed_are_encrypted_anew_at_the_next_opening(made, folder, stick, tmp_path, monkeypatch):
    session, old_recovery = made
    away = tmp_path / "away"
    stick.rename(away)
    fresh = session.new_keys(PASSPHRASE)
    with monkeypatch.context() as failing:

        def fail(*_, **__):
            raise DiskFull

        failing.setattr(backups, "renew_keys", fail)
        assert session.renew_data_key(fresh) == [path.name for path in backups.listed(folder / "backups")]
    session.close()
    away.rename(stick)
    sessions.open_with_passphrase(folder, PASSPHRASE).close()
    for path in kept(folder, stick):
        assert sessions.preview(path, recovery_key=fresh.recovery_key).holding.people == 1
        with pytest.raises(WrongPassphrase):
            sessions.preview(path, recovery_key=old_recovery)


def test_a_copy_saved_elsewhere_keeps_the_old_keys_and_is_this_workspace_still(made, folder, tmp_path):
    session, old_recovery = made
    copy = session.backup(tmp_path / "mine.tillidbackup")
    session.renew_data_key(session.new_keys(PASSPHRASE))
    assert sessions.preview(copy, recovery_key=old_recovery, known=[folder]).deletions_known
    session.close()
    shutil.rmtree(folder)
    sessions.restore(copy, folder, recovery_key=old_recovery)
    opened = sessions.open_with_recovery_key(folder, old_recovery)
    assert names(opened) == ["Ida"]
    opened.close()


def test_a_workspace_in_memory_has_no_keys_to_renew():
    session = sessions.in_memory("Nord")
    with pytest.raises(TillidError):
        session.new_keys(PASSPHRASE)

"""What backing up promises: rotation, a second place, a check, and giving up without a trace."""

from __future__ import annotations

import shutil
import threading
import time
from datetime import date

import pytest

from tests.storage.nord import PASSPHRASE, make, reopen
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import TillidError
from tillid_planner.domain.task import Task
from tillid_planner.services import session as sessions
from tillid_planner.storage import backups
from tillid_planner.storage.errors import NoPlace, WrongPassphrase


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


def test_words_in_what_a_task_depends_on_are_no_damage(folder):
    session, _ = make(folder)
    session.register.add_task(Task(name="Sårpleje", depends_on="Forbindinger fra depotet"))
    assert session.check() == []
    session.backup()
    session.close()
    reopen(folder).close()


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

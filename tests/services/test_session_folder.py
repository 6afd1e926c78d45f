"""What a session's folder holds, and when it goes."""

import pytest

from tillid_planner.services import session as sessions
from tillid_planner.storage import keys


@pytest.fixture
def made(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    session, _ = sessions.create(tmp_path / "Nord.tillid", "Nord", "en lang adgangssætning")
    return session


def test_a_plan_that_is_given_up_leaves_nothing(made):
    folder = made.folder
    made.discard()
    assert list(folder.parent.iterdir()) == []


def test_the_newest_backup_is_found_without_opening(made):
    folder = made.folder
    assert sessions.newest_backup_file(folder) is None
    last = made.backup()
    made.close()
    assert sessions.newest_backup_file(folder) == last
    assert sessions.newest_backup_file(folder.with_name("gone.tillid")) is None

"""A full disk: the act fails as one, what was there stays, no partial file is left."""

import sys

import pytest

from tests.builders import a_person
from tillid_planner.domain.errors import TillidError
from tillid_planner.domain.task import Task
from tillid_planner.services import session as sessions
from tillid_planner.storage.errors import DiskFull

PASSPHRASE = "fire små ord her"


@pytest.fixture
def file_limit():
    """Let the process write no file beyond a size; how a full disk looks to a program."""
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def limit(size):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))

    yield limit
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX systems")
def test_an_act_that_finds_no_room_leaves_everything_as_it_was(tmp_path, file_limit):
    folder = tmp_path / "Nord.tillid"
    session, _ = sessions.create(folder, "Nord", PASSPHRASE)
    a_person(session, "Åse Ørsted")
    file_limit(300_000)
    with pytest.raises(TillidError):
        session.register.take_in([Task(name=f"Opgave {n}", purpose="x" * 5000) for n in range(500)])
    assert session.register.tasks() == []
    assert [p.name for p in session.register.people()] == ["Åse Ørsted"]

    def fill():
        for number in range(300):
            session.register.add_task(Task(name=f"Stor {number}", purpose="y" * 50_000))

    with pytest.raises(TillidError):
        fill()
    kept = len(session.register.tasks())
    backups = sorted(path.name for path in (folder / "backups").iterdir())
    file_limit(50_000)
    with pytest.raises(TillidError):
        session.backup()
    assert sorted(path.name for path in (folder / "backups").iterdir()) == backups
    file_limit(-1)
    session.register.add_task(Task(name="Igen"))
    assert len(session.register.tasks()) == kept + 1
    assert session.check() == []
    session.close()
    opened = sessions.open_with_passphrase(folder, PASSPHRASE)
    assert len(opened.register.tasks()) == kept + 1
    opened.close()


def test_no_room_is_told_as_a_full_disk():
    import sqlcipher3.dbapi2 as driver

    from tillid_planner.storage.errors import told

    def write():
        with told():
            raise driver.OperationalError("database or disk is full")

    with pytest.raises(DiskFull):
        write()

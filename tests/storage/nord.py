"""A workspace by the name of Nord: made, opened again, cut off as by a crash, and read."""

from __future__ import annotations

import shutil
import sys

import pytest

from tests.builders import a_person
from tillid_planner.services import session as sessions

PASSPHRASE = "fire små ord her"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and open files of POSIX systems")


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

"""Files that leave are whole or not there, and nobody else may read them."""

import errno
import os
import stat
import sys

import pytest

from tillid_planner.exchange.target import NotSaved, save


def test_a_file_is_written_over_what_was_there_and_is_the_users_alone(tmp_path):
    target = tmp_path / "ugeplan æøå.pdf"
    target.write_bytes(b"before")
    save(target, b"after\n")
    assert target.read_bytes() == b"after\n"
    assert list(tmp_path.iterdir()) == [target]
    if not sys.platform.startswith("win"):
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EROFS, "not_writable"),
        (errno.EACCES, "not_writable"),
        (errno.EIO, "unknown"),
    ],
)
def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path, monkeypatch, number, reason):
    target = tmp_path / "ugeplan.pdf"
    target.write_bytes(b"before")

    def refuse(descriptor):
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotSaved) as refused:
        save(target, b"after")
    assert refused.value.reason == reason
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("ugeplan.pdf", b"before")]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gone/a.pdf", "no_folder"), ("n" * 300, "bad_name"), ("a\0b", "bad_name"), ("", "is_a_folder")],
)
def test_a_place_that_cannot_be_is_named(tmp_path, name, reason):
    with pytest.raises(NotSaved) as refused:
        save(tmp_path / name, b"x")
    assert refused.value.reason in (reason, "unknown")
    assert list(tmp_path.iterdir()) == []

"""Every command when its answer cannot be written: one line, the documented status, and never a traceback."""

from __future__ import annotations

import errno
import io
import json
import sys

import pytest

from tillid_planner import cli
from tillid_planner.domain.assignee import Person
from tillid_planner.services import session as sessions
from tillid_planner.storage import keys

PASSPHRASE = "fire små ord her"
COMMANDS = {
    "create": ("create", "ny.tillid", "--passphrase-file", "kode.txt"),
    "check": ("check", "nord.tillid", "--passphrase-file", "kode.txt"),
    "backup": ("backup", "nord.tillid", "--passphrase-file", "kode.txt"),
    "renew-keys": ("renew-keys", "nord.tillid", "--passphrase-file", "kode.txt"),
    "preview": ("restore", "kopi.tillidbackup", "ny.tillid", "--preview", "--passphrase-file", "kode.txt"),
    "restore": ("restore", "kopi.tillidbackup", "ny.tillid", "--passphrase-file", "kode.txt"),
    "import": ("import", "nord.tillid", "staff", "liste.csv", "--passphrase-file", "kode.txt"),
    "list": ("list", "nord.tillid", "staff", "--passphrase-file", "kode.txt"),
    "list json": ("list", "nord.tillid", "staff", "--json", "--passphrase-file", "kode.txt"),
    "suggest": ("suggest", "sager.jsonl"),
    "version": ("--version",),
}  # fmt: skip
OUTPUTS = {
    "closed": BrokenPipeError(errno.EPIPE, "Broken pipe"),
    "full": OSError(errno.ENOSPC, "No space left on device"),
    "interrupted": KeyboardInterrupt(),
}


class Refusing(io.RawIOBase):
    """An output that takes nothing."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self._error = error

    def writable(self) -> bool:
        return True

    def write(self, _: object) -> int:
        raise self._error


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kode.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (tmp_path / "liste.csv").write_text("Navn\nNadežda Ćosić\n", encoding="utf-8")
    (tmp_path / "sager.jsonl").write_text("{}\n", encoding="utf-8")
    session, recovery_key = sessions.create(tmp_path / "nord.tillid", "Nord", PASSPHRASE)
    (tmp_path / "nøgle.txt").write_text(recovery_key, encoding="utf-8")
    session.register.add_person(Person(name="Łukasz Ærø"))
    session.backup(tmp_path / "kopi.tillidbackup")
    session.close()
    return tmp_path


def run(arguments, monkeypatch, out):
    """Run a command with an output of our own; return its status and what it said on standard error."""
    err = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    try:
        status = cli.main(list(arguments))
    except SystemExit as ended:
        status = ended.code
    finally:
        monkeypatch.undo()
    return status, err.getvalue()


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_an_answer_that_cannot_be_written_ends_in_one_line(place, monkeypatch, command, output):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    out = io.TextIOWrapper(io.BufferedWriter(Refusing(OUTPUTS[output]), buffer_size=16), encoding="utf-8")
    status, said = run(COMMANDS[command], monkeypatch, out)
    assert status in (0, 1, 2)
    assert len(said.splitlines()) <= 1
    assert "Traceback" not in said
    if command == "create":
        assert status == 2
        assert not (place / "ny.tillid").exists()
    if command == "renew-keys":
        sessions.open_with_recovery_key(place / "nord.tillid", (place / "nøgle.txt").read_text()).close()
    out.detach = None


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "iso8859-1"])
@pytest.mark.parametrize("command", ["import", "list", "list json", "check"])
def test_an_output_that_cannot_write_a_letter_gets_the_plain_one(place, monkeypatch, command, encoding):
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding)
    status, said = run(COMMANDS[command], monkeypatch, out)
    assert (status, said) == (0, "")
    out.flush()
    if command == "list":
        assert b"ukasz" in raw.getvalue()
    if command == "list json":
        assert json.loads(raw.getvalue().decode(encoding))[0]["name"] == "Łukasz Ærø"

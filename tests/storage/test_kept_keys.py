"""Keys and passphrases through damage, backups and changes: told from a wrong passphrase, and never left behind."""

from __future__ import annotations

import pytest

from tests.storage.nord import PASSPHRASE, make, names, reopen
from tillid_planner.services import session as sessions
from tillid_planner.storage import backups, keys
from tillid_planner.storage.errors import DiskFull, KeysDamaged, NewerSchema, WrongPassphrase


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

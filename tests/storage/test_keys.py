import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tillid_planner.domain.errors import InvalidInput
from tillid_planner.domain.passphrase import SHORTEST_PASSPHRASE
from tillid_planner.storage import keys
from tillid_planner.storage.errors import Damaged, KeysDamaged, NewerSchema, StorageError, WrongPassphrase


def test_both_the_passphrase_and_the_recovery_key_give_the_same_data_key():
    made = keys.make("fire små ord her")
    assert keys.open_with_passphrase(made.stored, "fire små ord her") == made.data_key
    assert keys.open_with_recovery_key(made.stored, made.recovery_key) == made.data_key


def test_a_recovery_key_may_be_typed_in_small_letters_with_spaces():
    made = keys.make("fire små ord her")
    typed = made.recovery_key.lower().replace("-", " ")
    assert keys.open_with_recovery_key(made.stored, typed) == made.data_key


def test_composed_and_decomposed_letters_are_the_same_passphrase():
    made = keys.make(unicodedata.normalize("NFD", "søen på åen"))
    assert keys.open_with_passphrase(made.stored, unicodedata.normalize("NFC", "søen på åen")) == made.data_key


def test_a_wrong_passphrase_and_a_wrong_recovery_key_say_which_is_wrong():
    made = keys.make("fire små ord her")
    with pytest.raises(WrongPassphrase) as wrong:
        keys.open_with_passphrase(made.stored, "fire store ord her")
    assert wrong.value.code == "wrong_passphrase"
    for typed in ("", "AAAA", "not base32 1890", keys.make("en anden plan").recovery_key):
        with pytest.raises(WrongPassphrase) as wrong:
            keys.open_with_recovery_key(made.stored, typed)
        assert wrong.value.code == "wrong_recovery_key"


def test_a_short_passphrase_is_refused_with_the_least_length():
    with pytest.raises(InvalidInput) as refused:
        keys.make("kort")
    assert refused.value.faults[0].params == {"least": SHORTEST_PASSPHRASE}


def test_a_new_passphrase_rewraps_and_leaves_the_recovery_key():
    made = keys.make("fire små ord her")
    stored = keys.with_new_passphrase(made.stored, made.data_key, "helt andre ord")
    assert keys.open_with_passphrase(stored, "helt andre ord") == made.data_key
    assert keys.open_with_recovery_key(stored, made.recovery_key) == made.data_key
    with pytest.raises(WrongPassphrase):
        keys.open_with_passphrase(stored, "fire små ord her")


def test_wrapped_parts_cannot_be_moved_between_workspaces():
    one, other = keys.make("fire små ord her"), keys.make("fire små ord her")
    mixed = json.loads(one.stored)
    mixed["workspace"] = json.loads(other.stored)["workspace"]
    with pytest.raises(KeysDamaged):
        keys.open_with_recovery_key(json.dumps(mixed).encode(), one.recovery_key)
    for seal in ("check", "proof"):
        # As in keys of an earlier version, which have neither.
        mixed.pop(seal)
    with pytest.raises(WrongPassphrase):
        keys.open_with_recovery_key(json.dumps(mixed).encode(), one.recovery_key)


def test_a_newer_format_is_named():
    content = json.loads(keys.make("fire små ord her").stored) | {"format": 9}
    with pytest.raises(NewerSchema) as refused:
        keys.open_with_passphrase(json.dumps(content).encode(), "fire små ord her")
    assert refused.value.params == {"needed": "9"}


@given(st.data())
def test_a_changed_file_never_opens_silently_and_never_crashes(data):
    made = keys.make("fire små ord her")
    stored = bytearray(made.stored)
    place = data.draw(st.integers(0, len(stored) - 1))
    stored[place] ^= data.draw(st.integers(1, 255))
    try:
        opened = keys.open_with_passphrase(bytes(stored), "fire små ord her")
    except StorageError:
        return
    # The change was in white space or in the recovery part; the key is then the right one.
    assert opened == made.data_key


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff", b'{"format": 1}', b'{"format": "x"}'])
def test_what_is_no_key_file_counts_as_damaged(content):
    with pytest.raises(Damaged):
        keys.open_with_passphrase(content, "fire små ord her")


def test_a_hostile_file_cannot_make_us_take_all_memory():
    content = json.loads(keys.make("fire små ord her").stored)
    content["argon2id"]["memory_kib"] = 1 << 40
    with pytest.raises(Damaged):
        keys.open_with_passphrase(json.dumps(content).encode(), "fire små ord her")

"""Keys: one random data key, wrapped by the passphrase and by the recovery key.

Changing the passphrase wraps the data key anew, here and in every kept backup; it does not rewrite the data, which
renewing the data key does. Argon2id
(RFC 9106) stretches the passphrase; the recovery key is random enough (160 bits) for HKDF alone. AES-256-GCM wraps.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from typing import Any

from tillid_planner.domain.errors import InvalidInput
from tillid_planner.domain.passphrase import normal, passphrase_faults
from tillid_planner.storage.errors import KeysDamaged, NewerSchema, WrongPassphrase

FORMAT = 1
#: RFC 9106's second recommendation, raised to 256 MiB: 0.4–1.0 s on an office laptop.
ARGON2 = {"memory_kib": 256 * 1024, "iterations": 3, "lanes": 4}
_ARGON2_LIMITS = {"memory_kib": 1024 * 1024, "iterations": 16, "lanes": 16}
#: Four times what we ask for, in KiB times passes: a few seconds on an office laptop.
_MOST_ARGON2_WORK = 4 * 256 * 1024 * 3
#: Added over the rest: a checksum anybody can try, and a proof only the data key can make.
_CHECK, _PROOF = "check", "proof"
_RECOVERY_BYTES = 20


@dataclass(frozen=True, slots=True)
class NewKeys:
    """A fresh set of keys: the data key, what goes into ``keys.json``, and the recovery key to print."""

    data_key: bytes
    stored: bytes
    recovery_key: str


def make(passphrase: str, workspace: str = "") -> NewKeys:
    """Make a data key and wrap it, for a new workspace or for the one of that random name.

    Raises ``InvalidInput`` if the passphrase is too short.
    """
    check_passphrase(passphrase)
    data_key = secrets.token_bytes(32)
    recovery = base64.b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode("ascii")
    content: dict[str, Any] = {
        "format": FORMAT,
        "workspace": workspace or secrets.token_hex(8),
        "argon2id": ARGON2 | {"salt": _text(os.urandom(16))},
    }
    content["passphrase"] = _wrap(_stretched(passphrase, content), data_key, content, "passphrase")
    content["recovery"] = _wrap(_from_recovery(recovery), data_key, content, "recovery")
    return NewKeys(data_key, _sealed(content, data_key), grouped(recovery))


def open_with_passphrase(stored: bytes, passphrase: str) -> bytes:
    """Return the 32-byte data key; raise ``WrongPassphrase``, ``KeysDamaged`` or ``NewerSchema``."""
    content = _load(stored)
    return _unwrap(_stretched(passphrase, content), content, "passphrase")


def open_with_recovery_key(stored: bytes, recovery_key: str) -> bytes:
    """Return the 32-byte data key; spaces, hyphens and case of the recovery key do not matter."""
    return _unwrap(_from_recovery(recovery_key), _load(stored), "recovery")


def with_new_passphrase(stored: bytes, data_key: bytes, passphrase: str) -> bytes:
    """Return the stored keys with the data key wrapped by a new passphrase; the recovery key still works."""
    check_passphrase(passphrase)
    content = _load(stored)
    content["argon2id"] = ARGON2 | {"salt": _text(os.urandom(16))}
    content["passphrase"] = _wrap(_stretched(passphrase, content), data_key, content, "passphrase")
    return _sealed(content, data_key)


def sealed(stored: bytes, data_key: bytes) -> bytes:
    """Return stored keys of an earlier version with the checksum and the proof that they lack."""
    return _sealed(_load(stored), data_key)


def belong_to(stored: bytes, data_key: bytes) -> bool:
    """Whether stored keys are whole and were made for this data key: what they open is what it opens."""
    try:
        content = _load(stored)
    except (KeysDamaged, NewerSchema):
        return False
    return hmac.compare_digest(str(content.get(_PROOF, "")), _proof(content, data_key))


def workspace_id(stored: bytes) -> str:
    """Return the random name of the workspace the keys belong to."""
    return str(_load(stored)["workspace"])


def check_passphrase(passphrase: str) -> None:
    """Raise ``InvalidInput`` if the passphrase is shorter than ``SHORTEST_PASSPHRASE`` characters."""
    faults = passphrase_faults(passphrase)
    if faults:
        raise InvalidInput(*faults)


def grouped(recovery: str) -> str:
    """Return a recovery key in groups of four, as it is printed and typed."""
    return "-".join(recovery[i : i + 4] for i in range(0, len(recovery), 4))


def _stretched(passphrase: str, content: dict[str, Any]) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    p = content["argon2id"]
    kdf = Argon2id(
        salt=_bytes(p["salt"]),
        length=32,
        iterations=p["iterations"],
        lanes=p["lanes"],
        memory_cost=p["memory_kib"],
    )
    return kdf.derive(normal(passphrase).encode("utf-8"))


def _from_recovery(recovery_key: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    letters = "".join(c for c in recovery_key.upper() if c.isalnum())
    try:
        raw = base64.b32decode(letters)
    except (binascii.Error, ValueError) as error:
        raise WrongPassphrase("wrong_recovery_key") from error
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"tillid recovery").derive(raw)


def _wrap(key: bytes, data_key: bytes, content: dict[str, Any], purpose: str) -> dict[str, str]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    return {"nonce": _text(nonce), "wrapped": _text(AESGCM(key).encrypt(nonce, data_key, _bound(content, purpose)))}


def _unwrap(key: bytes, content: dict[str, Any], purpose: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    part = content[purpose]
    try:
        return AESGCM(key).decrypt(_bytes(part["nonce"]), _bytes(part["wrapped"]), _bound(content, purpose))
    except InvalidTag as error:
        raise WrongPassphrase("wrong_passphrase" if purpose == "passphrase" else "wrong_recovery_key") from error


def _bound(content: dict[str, Any], purpose: str) -> bytes:
    # Binds each wrapping to its workspace and purpose, so that parts cannot be swapped between files.
    return f"tillid {content['format']} {content['workspace']} {purpose}".encode()


def _load(stored: bytes) -> dict[str, Any]:
    try:
        content = json.loads(stored)
        if content["format"] > FORMAT:
            raise NewerSchema(needed=str(content["format"]))
        parameters = content["argon2id"]
        for name, most in _ARGON2_LIMITS.items():
            # A damaged or hostile file must not make us take all memory.
            if not isinstance(parameters[name], int) or not 1 <= parameters[name] <= most:
                raise KeysDamaged
        if parameters["memory_kib"] < 8 * parameters["lanes"]:
            raise KeysDamaged
        if parameters["memory_kib"] * parameters["iterations"] > _MOST_ARGON2_WORK:
            raise KeysDamaged
        if (_CHECK in content) != (_PROOF in content):
            raise KeysDamaged
        if _CHECK in content and content[_CHECK] != _checksum(content):
            raise KeysDamaged
        for value in (content["workspace"], parameters["salt"]):
            if not isinstance(value, str) or not value:
                raise KeysDamaged
        if len(_bytes(parameters["salt"])) < 8:
            raise KeysDamaged
        for purpose in ("passphrase", "recovery"):
            if len(_bytes(content[purpose]["nonce"])) != 12 or len(_bytes(content[purpose]["wrapped"])) != 48:
                raise KeysDamaged
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KeysDamaged from error
    return dict(content)


def _sealed(content: dict[str, Any], data_key: bytes) -> bytes:
    content = {name: value for name, value in content.items() if name not in (_CHECK, _PROOF)}
    content[_PROOF] = _proof(content, data_key)
    return _dump(content | {_CHECK: _checksum(content)})


def _checksum(content: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(content, _CHECK)).hexdigest()


def _proof(content: dict[str, Any], data_key: bytes) -> str:
    return hmac.new(data_key, b"tillid keys " + _canonical(content, _CHECK, _PROOF), "sha256").hexdigest()


def _canonical(content: dict[str, Any], *without: str) -> bytes:
    kept = {name: value for name, value in content.items() if name not in without}
    return json.dumps(kept, sort_keys=True, separators=(",", ":")).encode()


def _dump(content: dict[str, Any]) -> bytes:
    return json.dumps(content, indent=1).encode("ascii")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

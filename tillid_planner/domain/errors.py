"""What can go wrong, as values: codes and parameters; the words live in the content files."""

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one field: ``code`` names the sentence, ``params`` fill it in."""

    field: str
    code: str
    params: dict[str, object] = dataclasses.field(default_factory=dict)


class TillidError(Exception):
    """Something the user can be told in a sentence; ``code`` is its key under ``errors`` in the content."""

    code = "unknown"

    def __init__(self, code: str | None = None, **params: object) -> None:
        super().__init__(code or self.code)
        self.code = code or self.code
        self.params = params


class InvalidInput(TillidError):
    """What was typed cannot be kept as it is; ``faults`` lists everything wrong with it."""

    code = "invalid_input"

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults = faults
        # Fields and codes only: what was typed never enters a log.
        self.args = (", ".join(f"{fault.field}: {fault.code}" for fault in faults),)


class NotFound(TillidError):
    """The record asked for is not there (any more)."""

    code = "not_found"

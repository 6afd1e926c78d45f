"""What a passphrase must be; it is all that stands between a lost laptop and the plan."""

import unicodedata

from tillid_planner.domain.errors import Fault

#: The fewest characters that are taken; the interface asks for four or five words.
SHORTEST_PASSPHRASE = 8


def normal(passphrase: str) -> str:
    """Return the passphrase with composed letters: the same words typed on any system are the same."""
    return unicodedata.normalize("NFC", passphrase)


def passphrase_faults(passphrase: str) -> tuple[Fault, ...]:
    """Return a fault if the passphrase is shorter than ``SHORTEST_PASSPHRASE`` characters."""
    if len(normal(passphrase)) >= SHORTEST_PASSPHRASE:
        return ()
    return (Fault("passphrase", "passphrase_too_short", {"least": SHORTEST_PASSPHRASE}),)

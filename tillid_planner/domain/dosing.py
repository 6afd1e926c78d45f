"""The dosing rule: from ratings to a suggested rung."""

from tillid_planner.domain.case import BreachRecord, BreachStatus, Case, Cause, Dimension, Novelty, Reading
from tillid_planner.domain.tables import RULE_VERSION

__all__ = [
    "RULE_VERSION",
    "BreachRecord",
    "BreachStatus",
    "Case",
    "Cause",
    "Dimension",
    "Novelty",
    "Reading",
]

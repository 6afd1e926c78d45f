"""All numbers of the dosing rule, in one place.

They are judgement, not evidence. Whoever changes one also raises ``RULE_VERSION``: the version is stored
with every suggestion, so that an old explanation can be shown as it was.
"""

from typing import Final

from tillid_planner.domain.case import Novelty

RULE_VERSION: Final = 1

LOWEST: Final = 1
HIGHEST: Final = 5

# EXPOSURE[consequence][reversal + detection]: how many rungs the task itself takes off.
EXPOSURE: Final = {
    1: {2: 0, 3: 0, 4: 0, 5: 0, 6: 0},
    2: {2: 0, 3: 0, 4: 0, 5: 1, 6: 1},
    3: {2: 0, 3: 1, 4: 1, 5: 2, 6: 2},
}

# The highest rung that a task of this clarity allows.
CLARITY_CEILING: Final = {1: 2, 2: 3, 3: 5}

# The highest rung at which a task may start, by how well the person knows it.
START_CEILING: Final = {Novelty.NEW: 3, Novelty.SIMILAR: 4, Novelty.KNOWN: 5}

# A rating older than this many days is read as unsure, by exposure.
SURE_FOR_DAYS: Final = (365, 180, 90)

# Good follow-ups in a row before a rise, besides one for each rung of exposure and the breaches' extra.
FOLLOW_UPS_BEFORE_RISE: Final = 1

# Load is planned / available hours. Above the first, resources count one lower;
# above the second, relieving comes first.
FULL_LOAD: Final = 1.0
RELIEVE_FIRST_LOAD: Final = 1.2

# Days between follow-ups: CADENCE_DAYS[rung][exposure]. Nothing is followed up at rung 0.
CADENCE_DAYS: Final = {
    1: (1, 1, 1),
    2: (7, 5, 2),
    3: (14, 7, 5),
    4: (30, 14, 7),
    5: (90, 30, 14),
}

# A breach by the person (not talked through, competence or intention).
BREACH_TRACE_DAYS: Final = 180
BREACH_TRACE_EXTRA: Final = 1

# A deliberate breach: ceiling while it is repaired, then ceiling and extra follow-ups after it was closed.
ILL_WILL_REPAIR_CEILING: Final = 1
ILL_WILL_TRACE_DAYS: Final = 365
ILL_WILL_TRACE_CEILING: Final = 3
ILL_WILL_TRACE_EXTRA: Final = 2

# The highest start on any task while a deliberate breach on another one is unclosed.
ILL_WILL_ELSEWHERE_START: Final = 2

# Flags: able but unwilling (intention at most, competence and resources at least), and a drop to talk about.
UNWILLING_AT_MOST: Final = 2
ABLE_FROM: Final = 4
RESOURCED_FROM: Final = 3
TALK_BEFORE_DROP_OF: Final = 2

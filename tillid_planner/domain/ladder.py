"""The two ladders: how freely a task is held, and how much say there is in a leader's decision."""

from enum import IntEnum


class Rung(IntEnum):
    """How freely a task is held; each rung says who decides how, and when the leader is asked."""

    PAUSED = 0
    GUIDED = 1
    PROPOSING = 2
    AGREED_PLAN = 3
    ACTS_AND_INFORMS = 4
    SELF_DRIVING = 5


class Involvement(IntEnum):
    """The declared degree of say in a decision that is the leader's."""

    INFORMED = 1
    HEARD = 2
    INVOLVED = 3
    JOINT_DECISION = 4
    HANDED_OVER = 5


def highest_honest_rung(
    *,
    decided_elsewhere: bool = False,
    urgent: bool = False,
    inside_agreed_frame: bool = False,
    goals_shared: bool = False,
    support_needed: bool = False,
    knowledge_needed: bool = False,
) -> Involvement:
    """Return the highest rung that can be declared honestly about a decision.

    Arguments:
        decided_elsewhere: somebody above has decided; only the *how* may be open.
        urgent: there is no time to work it out together.
        inside_agreed_frame: the limits are agreed already, so staff can decide within them.
        goals_shared: leader and staff want the same thing with this decision.
        support_needed: the decision only works if those it touches carry it.
        knowledge_needed: they know something that the leader needs in order to decide well.

    """
    if decided_elsewhere:
        return Involvement.INFORMED
    if urgent:
        return Involvement.HEARD if knowledge_needed else Involvement.INFORMED
    if inside_agreed_frame and goals_shared:
        return Involvement.HANDED_OVER
    if support_needed:
        return Involvement.JOINT_DECISION if goals_shared else Involvement.INVOLVED
    if knowledge_needed and goals_shared:
        return Involvement.INVOLVED
    if knowledge_needed or goals_shared:
        return Involvement.HEARD
    return Involvement.INFORMED

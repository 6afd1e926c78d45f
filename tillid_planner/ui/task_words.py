"""What a task's values are called on screen."""

from __future__ import annotations

from tillid_planner.content import Words
from tillid_planner.domain.ground_rule import LineOnTask
from tillid_planner.domain.task import RedLine, Scope
from tillid_planner.ui.task_meaning import Meaning
from tillid_planner.ui.texts import tr

NO_CEILING = 5
NOT_DELEGABLE = 0


def scope_options() -> list[tuple[object, str]]:
    """Return the scopes with their names, smallest first."""
    return [(Scope.TASK, tr("Task")), (Scope.AREA, tr("Area")), (Scope.GOAL, tr("Goal"))]


def scope_name(scope: Scope) -> str:
    """Return the name of a scope."""
    return dict(scope_options())[scope]


def rung_name(words: Words, rung: int) -> str:
    """Return the name of a rung 0–5."""
    return words.text(f"ladders.task.{rung}.name")


def red_line_details(line: RedLine | LineOnTask) -> list[str]:
    """Return who set a red line and what follows when it is crossed, as far as it says."""
    said = []
    if line.source:
        said.append(tr("Source: {name}", name=line.source))
    if line.consequence:
        said.append(tr("If crossed: {consequence}", consequence=line.consequence))
    return said


def exposure_sentence(meaning: Meaning) -> str:
    """Say what mistakes cost, for everybody."""
    if meaning.exposure == 0:
        return tr("Mistakes are bearable: small, or easy to catch and undo. They take no rungs off.")
    if meaning.exposure == 1:
        return tr("Mistakes have consequences and are not always easy to catch or undo. They take 1 rung off for all.")
    return tr("Mistakes have consequences and are hard to catch or undo. They take 2 rungs off for all.")


def way_up_sentence(meaning: Meaning) -> str:
    """Say what would make one more rung possible; empty where nothing can or has to be done."""
    rung = meaning.way_up
    if rung is None:
        return ""
    if meaning.net is None:
        if meaning.clarity == 2:
            return tr(
                "The way up is a clearer task. Once the purpose is agreed, rung {rung} is possible.",
                rung=rung,
            )
        return tr(
            "The way up is a clear task. Agree on limits, success and when to ask, and rung {rung} is possible.",
            rung=rung,
        )
    if meaning.clarity is not None:
        return tr("The way up is a better safety net and a clear task. Then rung {rung} is possible.", rung=rung)
    if meaning.net.reversal == 1 and meaning.net.detection == 1:
        return tr(
            "The way up is a better safety net. "
            "If mistakes are always caught and easy to undo, rung {rung} is possible.",
            rung=rung,
        )
    if meaning.net.detection == 1:
        return tr(
            "The way up is a better safety net. If a colleague always catches mistakes, rung {rung} is possible.",
            rung=rung,
        )
    return tr(
        "The way up is a better safety net. If mistakes can be noticed afterwards, rung {rung} is possible.",
        rung=rung,
    )


def ceiling_sentence(meaning: Meaning) -> str:
    """Say why nothing can be done to lift it, where the law is the limit."""
    if meaning.highest == NOT_DELEGABLE:
        return tr("By law the task may not be handed over.")
    return tr("The law or an instruction sets the ceiling. A better safety net does not move it.")


def exposure_words(meaning: Meaning) -> str:
    """Say in a few words what mistakes take off."""
    if meaning.exposure == 0:
        return tr("Takes no rungs off")
    return tr("Takes %n rung(s) off", n=meaning.exposure)


def clarity_words(clarity: int) -> str:
    """Say in a few words how clear a task is, and what that allows."""
    return {
        1: tr("Unclear: rung 2 at most"),
        2: tr("Partly clear: rung 3 at most"),
        3: tr("Clearly described"),
    }[clarity]

"""Why a suggestion is what it is, said so that leader and employee read the same.

``explain`` chooses what is said, as keys and figures; ``put_into_words`` says it in a language. The screen
shows the pieces, the command line and the printed sheet the full text, both built from the same phrases.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from tillid_planner.domain.binding import Action, Binding
from tillid_planner.domain.case import BreachStatus, Case
from tillid_planner.domain.dosing import Suggestion
from tillid_planner.domain.lift import Need, NeedValue
from tillid_planner.domain.tables import HIGHEST, ILL_WILL_TRACE_DAYS

_FRAME: Final = frozenset({Binding.RESOURCES, Binding.CLARITY, Binding.EXPOSURE, Binding.LOAD})


class Phrases(Protocol):
    """Where the words come from."""

    def text(self, key: str, **params: object) -> str:
        """Return the text of a key with its placeholders filled in."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something to say: the key of a text in the content, and its figures."""

    key: str
    params: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is said about a suggestion, in the order in which it is said; None and () are left out.

    Attributes:
        head: the suggestion itself, or why there is none.
        span: what unsure ratings could make of it.
        limits: what limits it.
        unlimited: that nothing does.
        frame_note: that this is about the frame and not the person.
        lift_head: what the alternatives lead to.
        lift: the alternatives; each one is all of its phrases together.
        fixed: why nothing would lift it.
        flags: what the leader should think of first, one sentence each; not part of the running text.

    """

    head: Phrase
    span: Phrase | None = None
    limits: tuple[Phrase, ...] = ()
    unlimited: Phrase | None = None
    frame_note: Phrase | None = None
    lift_head: Phrase | None = None
    lift: tuple[tuple[Phrase, ...], ...] = ()
    fixed: Phrase | None = None
    flags: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """An explanation in words. Pieces are sentences, except ``limits`` and ``lift``, which are list entries.

    ``text`` is the whole as running text. It says the pieces and nothing else, without the flags.
    """

    head: str
    span: str
    limits_head: str
    limits: tuple[str, ...]
    unlimited: str
    frame_note: str
    lift_head: str
    lift: tuple[tuple[str, ...], ...]
    fixed: str
    flags: tuple[str, ...]
    text: str


def explain(case: Case, suggestion: Suggestion) -> Explanation:
    """Choose what is said about the suggestion that the rule gave for the case."""
    rung, reasons = suggestion.rung, suggestion.reasons
    flags = tuple(Phrase(f"explanation.flags.{action}") for action in reasons.actions)
    if rung is None:
        missing = tuple(Phrase(f"explanation.limits.{_flat(key)}") for key in reasons.binding)
        low, high = suggestion.band
        span = "explanation.possible_span" if low < high else "explanation.possible_rung"
        possible = Phrase(span, {"low": low, "high": high})
        return Explanation(Phrase("explanation.no_suggestion"), possible, missing, flags=flags)
    if rung == 0:
        why = "not_delegable" if Action.NOT_DELEGABLE in reasons.actions else "stopped"
        return Explanation(Phrase(f"explanation.{why}"), flags=flags)
    low, high = suggestion.band
    return Explanation(
        head=Phrase("explanation.head", {"rung": rung}),
        span=Phrase("explanation.span", {"low": low, "high": high}) if low < high else None,
        limits=tuple(_limit(case, suggestion, rung, key) for key in reasons.binding),
        unlimited=None if reasons.binding else Phrase("explanation.unlimited"),
        frame_note=_frame_note(case, suggestion),
        lift_head=_lift_head(suggestion) if reasons.lift else None,
        lift=tuple(tuple(_need(case, key, value, rung) for key, value in needs) for needs in reasons.lift),
        fixed=_fixed(case, rung) if rung < HIGHEST and not reasons.lift else None,
        flags=flags,
    )


def put_into_words(explanation: Explanation, words: Phrases) -> Wording:
    """Say an explanation in the language of the words."""

    def say(phrase: Phrase | None) -> str:
        if phrase is None:
            return ""
        rung = phrase.params.get("rung")
        named = {} if rung is None else {"name": words.text(f"ladders.task.{rung}.name")}
        return words.text(phrase.key, **phrase.params, **named)

    limits = tuple(say(phrase) for phrase in explanation.limits)
    lift = tuple(tuple(say(phrase) for phrase in needs) for needs in explanation.lift)
    head, span, fixed = say(explanation.head), say(explanation.span), say(explanation.fixed)
    unlimited = say(explanation.unlimited)
    frame_note, lift_head = say(explanation.frame_note), say(explanation.lift_head)
    # Without a suggestion the head itself leads to what is missing.
    no_suggestion = explanation.head.key == "explanation.no_suggestion"
    limits_head = words.text("explanation.limits_head") if limits and not no_suggestion else ""
    if no_suggestion:
        sentences = [_after(head, listed(limits, words)), span]
    else:
        sentences = [head, span, _after(limits_head, listed(limits, words)), unlimited, frame_note]
        for index, needs in enumerate(lift):
            begin = words.text("explanation.or_head") if index else lift_head
            sentences.append(_after(begin, listed(needs, words)))
        sentences.append(fixed)
    return Wording(
        head=head,
        span=span,
        limits_head=limits_head,
        limits=limits,
        unlimited=unlimited,
        frame_note=frame_note,
        lift_head=lift_head,
        lift=lift,
        fixed=fixed,
        flags=tuple(say(flag) for flag in explanation.flags),
        text=" ".join(sentence for sentence in sentences if sentence),
    )


def percent(load: float) -> int:
    """Return a load (planned / available hours) in whole per cent, rounded up: over 100 never reads 100."""
    return math.ceil(round(load * 100, 6))


def _limit(case: Case, suggestion: Suggestion, rung: int, key: Binding) -> Phrase:
    values: dict[Binding, dict[str, int]] = {
        Binding.COMPETENCE: {"value": case.competence.value or 0},
        Binding.INTENTION: {"value": case.intention.value or 0},
        Binding.RESOURCES: {"value": case.resources.value or 0},
        Binding.LEGAL: {"ceiling": case.legal_ceiling},
        Binding.EXPOSURE: {"count": suggestion.exposure},
        Binding.ONE_RUNG: {"carries": suggestion.carries or 0},
        Binding.LOAD: {"percent": percent(case.load or 0)},
    }
    name: str = key
    if key == Binding.START:
        name = f"start_{case.novelty}"
    elif key == Binding.HOLD and not case.agreed:
        name = "hold_start"
    elif key == Binding.BREACH and not _has_unclosed_breach(case):
        name = "breach_trace"
    elif key == Binding.FOLLOW_UPS:
        missing = suggestion.follow_ups_needed - case.good_follow_ups
        return Phrase(f"explanation.limits.follow_ups{_number(missing)}", {"count": missing, "rung": rung})
    return Phrase(f"explanation.limits.{name}", values.get(key, {}))


def _frame_note(case: Case, suggestion: Suggestion) -> Phrase | None:
    standing = suggestion.standing or 0
    if suggestion.temporary:
        whole = standing == case.agreed
        return Phrase(f"explanation.frame_{'stands' if whole else 'partly'}", {"rung": standing})
    bound = suggestion.binding
    return Phrase("explanation.frame") if bound and _FRAME.issuperset(bound) else None


def _lift_head(suggestion: Suggestion) -> Phrase:
    if suggestion.temporary:
        return Phrase("explanation.back_head", {"rung": suggestion.standing or 0})
    return Phrase("explanation.lift_head")


def _need(case: Case, key: Need, value: NeedValue, rung: int) -> Phrase:
    if key == Need.FOLLOW_UPS:
        count = int(value) if not isinstance(value, tuple) else 0
        return Phrase(f"explanation.lift.follow_ups{_number(count)}", {"count": count, "rung": rung})
    if isinstance(value, tuple):
        return Phrase(f"explanation.lift.{_net(case, value)}")
    # A load and a closed breach are said without a figure: the words carry it.
    figure = {} if isinstance(value, bool | float) else {"value": value}
    return Phrase(f"explanation.lift.{_flat(key)}", figure)


def _net(case: Case, net: tuple[int, int]) -> str:
    """Return which part of the safety net gets better; two alternatives often differ in just that."""
    reversal, detection = net
    if reversal == case.reversal:
        return "net_catch"
    return "net_undo" if detection == case.detection else "net_both"


def _fixed(case: Case, rung: int) -> Phrase:
    if case.legal_ceiling <= rung:
        return Phrase("explanation.fixed_legal")
    return Phrase("explanation.fixed_breach", {"days": ILL_WILL_TRACE_DAYS})


def _has_unclosed_breach(case: Case) -> bool:
    return any(breach.same_task and breach.status != BreachStatus.CLOSED for breach in case.breaches)


def _number(count: int) -> str:
    return "_one" if count == 1 else "_many"


def _flat(key: str) -> str:
    """Return a key as it is called in the content, where a colon has no place."""
    return key.replace(":", "_")


def listed(parts: Iterable[str], words: Phrases) -> str:
    """Return list entries as one phrase: «a, b and c»."""
    *before, last = [*parts] or [""]
    if not before:
        return last
    # After a part with a comma of its own, the last one would seem to belong to it.
    comma = "," if "," in before[-1] else ""
    return f"{', '.join(before)}{comma} {words.text('explanation.and')} {last}"


def _after(head: str, rest: str) -> str:
    return f"{head} {rest}." if rest else ""

"""The properties P1-P15 of the rule, as checks that any implementation can be held against."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from tillid_planner.domain.dosing import BreachRecord, BreachStatus, Case, Cause, Dimension, Reading

Rule = Callable[[Case], Any]
Move = Callable[[Case], Case | None]
Check = Callable[[Rule, Iterable[Case]], None]

PREREQUISITES = tuple(Dimension)


def _rated(case: Case) -> bool:
    return all(getattr(case, dimension).value is not None for dimension in PREREQUISITES)


def _with(case: Case, dimension: str, **changes: Any) -> Case:
    return replace(case, **{dimension: replace(getattr(case, dimension), **changes)})


def _raised(field: str, highest: int, *, by: int = 1) -> Move:
    def move(case: Case) -> Case | None:
        value = getattr(case, field) + by
        return replace(case, **{field: value}) if value <= highest else None

    return move


def _rating_raised(dimension: str) -> Move:
    def move(case: Case) -> Case | None:
        value = getattr(case, dimension).value
        return _with(case, dimension, value=value + 1) if value < 5 else None

    return move


def _made_sure(dimension: str) -> Move:
    return lambda case: _with(case, dimension, sure=True)


def _made_fresh(dimension: str) -> Move:
    return lambda case: _with(case, dimension, age_days=0)


def _lowered(field: str) -> Move:
    return lambda case: replace(case, **{field: getattr(case, field) - 1}) if getattr(case, field) > 1 else None


def _agreed_raised(case: Case) -> Case | None:
    return replace(case, agreed=case.agreed + 1) if case.agreed and case.agreed < 5 else None


def _relieved(case: Case) -> Case:
    return replace(case, load=None)


BETTER: dict[str, Move] = {
    **{f"{dimension} raised": _rating_raised(dimension) for dimension in PREREQUISITES},
    **{f"{dimension} sure": _made_sure(dimension) for dimension in PREREQUISITES},
    **{f"{dimension} fresh": _made_fresh(dimension) for dimension in PREREQUISITES},
    **{f"{field} lowered": _lowered(field) for field in ("consequence", "reversal", "detection")},
    "clearer": _raised("clarity", 3),
    "more follow-ups": _raised("good_follow_ups", 1000),
    "more allowed": _raised("legal_ceiling", 5),
    "agreed raised": _agreed_raised,
    "relieved": _relieved,
}


def p1_monotone(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        rung = rule(case).rung
        for name, move in BETTER.items():
            better = move(case)
            assert better is None or rule(better).rung >= rung, (name, case)


def p2_bounded(rule: Rule, cases: Iterable[Case]) -> None:
    for case in cases:
        answer = rule(case)
        stopped = case.legal_ceiling == 0 or any(
            b.same_task and b.cause == Cause.ILL_WILL and b.status == BreachStatus.OPEN for b in case.breaches
        )
        if stopped:
            assert answer.rung == answer.carries == answer.standing == 0, case
        elif not _rated(case):
            assert answer.rung is answer.carries is answer.standing is None, case
        else:
            assert 1 <= answer.rung <= answer.standing <= 5, case
            assert 1 <= answer.rung <= answer.carries <= 5, case


def p3_no_compensation(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        weakest = min(getattr(case, dimension).value for dimension in PREREQUISITES)
        answer = rule(case)
        assert answer.rung <= max(1, weakest - answer.exposure), case
        assert answer.rung <= case.legal_ceiling, case


def p4_one_rung_up(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        answer = rule(case)
        if case.agreed:
            assert answer.rung <= case.agreed + 1, case
            if answer.rung > case.agreed:
                assert answer.band[0] > case.agreed, case
                assert case.good_follow_ups >= answer.follow_ups_needed, case
        else:
            assert answer.rung <= answer.band[0], case


def p5_staleness_lowers_nobody(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        if case.agreed:
            young, old = case, case
            for dimension in PREREQUISITES:
                young = _with(young, dimension, sure=True, age_days=0)
                old = _with(old, dimension, sure=False, age_days=5_000)
            assert rule(old).rung >= min(case.agreed, rule(young).rung), case


def p6_frame_restored(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        answer = rule(case)
        assert answer.temporary == (answer.rung < answer.standing), case
        frame = rule(replace(case, resources=Reading(5), load=None, clarity=3))
        if answer.rung and case.agreed:
            assert frame.rung >= answer.standing, case
        if answer.temporary:
            assert answer.lift, case
            for needs in answer.lift:
                assert rule(fulfil(case, answer.rung, dict(needs))).rung >= answer.standing, (needs, case)
        if case.agreed and frame.rung < case.agreed and answer.rung:
            # What the person, the breaches or the law take away does not stand.
            assert answer.standing == max(frame.rung, answer.rung), case
        elif case.agreed and answer.rung:
            assert answer.standing >= case.agreed, case


def p7_symmetric(rule: Rule, cases: Iterable[Case]) -> None:
    for case in cases:
        calm = replace(case, load=None)
        first = rule(calm)
        for readings in itertools.permutations((case.competence, case.intention, case.resources)):
            other = rule(replace(calm, **dict(zip(PREREQUISITES, readings, strict=True))))
            assert (other.rung, other.carries, other.band) == (first.rung, first.carries, first.band), case


def p8_order_is_irrelevant(rule: Rule, cases: Iterable[Case]) -> None:
    for case in cases:
        first = rule(case)
        for breaches in itertools.permutations(case.breaches):
            other = rule(replace(case, breaches=breaches))
            assert (other.rung, other.lift, other.binding) == (first.rung, first.lift, first.binding), case


def p9_breaches(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        rung = rule(case).rung
        for index, breach in enumerate(case.breaches):
            for further in _progress(breach):
                assert rule(_with_breach(case, index, further)).rung >= rung, (further, case)
            without = replace(case, breaches=(*case.breaches[:index], *case.breaches[index + 1 :]))
            assert rule(without).rung >= rung, case
            if not breach.same_task and breach.cause != Cause.ILL_WILL:
                assert rule(without).rung == rung, case
            if (case.agreed or 0) <= breach.rung_at_breach:
                by = {c: rule(_with_breach(case, index, replace(breach, cause=c))).rung for c in Cause}
                assert by[Cause.ILL_WILL] <= by[Cause.INTENTION] == by[Cause.COMPETENCE], (by, case)
                assert by[Cause.COMPETENCE] <= by[Cause.RESOURCES] == by[Cause.CIRCUMSTANCES], (by, case)
        held = any(b.same_task and b.status != BreachStatus.CLOSED for b in case.breaches)
        if held and case.agreed:
            assert rung <= case.agreed, case


def _with_breach(case: Case, index: int, breach: BreachRecord) -> Case:
    return replace(case, breaches=(*case.breaches[:index], breach, *case.breaches[index + 1 :]))


def _progress(breach: BreachRecord) -> Iterator[BreachRecord]:
    if breach.status == BreachStatus.OPEN:
        yield replace(breach, status=BreachStatus.REPAIRING)
    if breach.status != BreachStatus.CLOSED:
        yield replace(breach, status=BreachStatus.CLOSED, days_since_closed=0)
    else:
        yield replace(breach, days_since_closed=breach.days_since_closed + 1)


def p10_named_and_exact(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        answer = rule(case)
        if answer.rung == 5:
            assert not answer.binding, case
            assert not answer.lift, case
        elif answer.rung:
            assert answer.binding, case
            _check_lift(rule, case, answer)


def _check_lift(rule: Rule, case: Case, answer: Any) -> None:
    target = answer.standing if answer.temporary else answer.rung + 1
    ideal = {"net": (1, 1), "clarity": 3, "load": 1.0, "close_breach": True, "follow_ups": 99}
    ideal |= dict.fromkeys(PREREQUISITES, 5)
    possible = rule(fulfil(case, answer.rung, ideal)).rung >= target
    assert bool(answer.lift) == possible, (answer.lift, case)
    for needs in answer.lift:
        everything = dict(needs)
        assert rule(fulfil(case, answer.rung, everything)).rung >= target, ("does not suffice", needs, case)
        for less in _a_little_less(case, everything):
            assert rule(fulfil(case, answer.rung, less)).rung < target, ("superfluous", needs, less, case)


def _a_little_less(case: Case, needs: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key, value in needs.items():
        rest = {k: v for k, v in needs.items() if k != key}
        yield rest
        if key in ("follow_ups", *PREREQUISITES, "clarity") and value > 1:
            yield rest | {key: value - 1}
        if key == "net":
            reversal, detection = value
            if reversal < case.reversal:
                yield rest | {key: (reversal + 1, detection)}
            if detection < case.detection:
                yield rest | {key: (reversal, detection + 1)}


def fulfil(case: Case, rung: int, needs: dict[str, Any]) -> Case:
    """The same case, once everything in an alternative has come true."""
    if "net" in needs:
        case = replace(case, reversal=needs["net"][0], detection=needs["net"][1])
    if "clarity" in needs:
        case = replace(case, clarity=max(case.clarity, needs["clarity"]))
    if "load" in needs:
        case = replace(case, load=needs["load"])
    for dimension in PREREQUISITES:
        if dimension in needs:
            case = replace(case, **{dimension: Reading(needs[dimension])})
        if f"confirm:{dimension}" in needs:
            case = replace(case, **{dimension: Reading(needs[f"confirm:{dimension}"])})
    if "close_breach" in needs:
        closed = (
            b if b.status == BreachStatus.CLOSED else replace(b, status=BreachStatus.CLOSED, days_since_closed=0)
            for b in case.breaches
        )
        case = replace(case, breaches=tuple(closed))
    if rung > (case.agreed or 0) and (case.agreed or "follow_ups" in needs):
        # A further rise starts from the rung now suggested, with a new count.
        return replace(case, agreed=rung, good_follow_ups=needs.get("follow_ups", 0))
    return replace(case, good_follow_ups=case.good_follow_ups + needs.get("follow_ups", 0))


def p11_idempotent(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        answer = rule(case)
        if answer.rung:
            again = rule(replace(case, agreed=answer.standing, good_follow_ups=0))
            assert (again.rung, again.standing) == (answer.rung, answer.standing), case


def p12_small_steps(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        answer = rule(case)
        for dimension in PREREQUISITES:
            better = BETTER[f"{dimension} raised"](case)
            assert better is None or rule(better).rung - answer.rung in (0, 1), (dimension, case)
        for field in ("consequence", "reversal", "detection"):
            safer = BETTER[f"{field} lowered"](case)
            assert safer is None or answer.exposure - rule(safer).exposure in (0, 1), (field, case)


def p13_every_rung(rule: Rule, cases: Iterable[Case]) -> None:
    assert {rule(case).rung for case in cases} >= {0, 1, 2, 3, 4, 5}


def p14_narrow_span(rule: Rule, cases: Iterable[Case]) -> None:
    for case in filter(_rated, cases):
        answer = rule(case)
        low, high = answer.band
        assert low <= answer.carries <= high <= low + 2, case


def p15_cadence(rule: Rule, cases: Iterable[Case]) -> None:
    days: dict[tuple[int, int, bool], int] = {}
    for case in filter(_rated, cases):
        answer = rule(case)
        repairing = any(b.same_task and b.status == BreachStatus.REPAIRING for b in case.breaches)
        if answer.rung:
            key = answer.rung, answer.exposure, repairing
            assert days.setdefault(key, answer.cadence_days) == answer.cadence_days, case
        else:
            assert answer.cadence_days is None, case
    for (rung, exposure, repairing), interval in days.items():
        assert interval <= days.get((rung + 1, exposure, repairing), interval)
        assert interval >= days.get((rung, exposure + 1, repairing), interval)
        if not repairing and (rung, exposure, True) in days:
            assert days[rung, exposure, True] == max(1, interval // 2)


CHECKS: dict[str, Check] = {
    "P1": p1_monotone,
    "P2": p2_bounded,
    "P3": p3_no_compensation,
    "P4": p4_one_rung_up,
    "P5": p5_staleness_lowers_nobody,
    "P6": p6_frame_restored,
    "P7": p7_symmetric,
    "P8": p8_order_is_irrelevant,
    "P9": p9_breaches,
    "P10": p10_named_and_exact,
    "P11": p11_idempotent,
    "P12": p12_small_steps,
    "P13": p13_every_rung,
    "P14": p14_narrow_span,
    "P15": p15_cadence,
}

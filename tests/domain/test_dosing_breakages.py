"""The tests bite: the rule is broken on purpose, one joint at a time, and each break is noticed."""

from dataclasses import replace
from typing import Any

import pytest

from tests.domain.dosing_properties import CHECKS
from tests.domain.dosing_reference import Effect, Reference
from tests.domain.dosing_samples import random_cases
from tests.domain.dosing_vignettes import check_vignettes
from tillid_planner.domain.case import BreachRecord, Case, Reading

# The last one can drive itself, which hardly any random case can.
SAMPLE = [*random_cases(1_200, seed=41, missing=0.02), Case(Reading(5), Reading(5), Reading(5))]


class MeanForMin(Reference):
    def weakest(self, k: int, i: int, r: int) -> int:
        return round((k + i + r) / 3)


class MedianForMin(Reference):
    def weakest(self, k: int, i: int, r: int) -> int:
        return sorted((k, i, r))[1]


class IntentionWeighsMore(Reference):
    def weakest(self, k: int, i: int, r: int) -> int:
        return min(k, max(1, i - 1), r)


class JumpOfTwo(Reference):
    def step(self, case: Case, agreed: int) -> int:
        rung = super().step(case, agreed)
        return min(agreed + 2, self.carried(case, 0)) if rung > agreed else rung


class DropOnTheCautiousReading(Reference):
    def step(self, case: Case, agreed: int) -> int:
        return min(super().step(case, agreed), max(1, self.carried(case, -1)))


class RiseOnThePointReading(Reference):
    def step(self, case: Case, agreed: int) -> int:
        good = case.good_follow_ups >= self.needed(case) and not self.breaches(case).hold
        return agreed + 1 if good and self.carried(case, 0) > agreed else super().step(case, agreed)


class StartOnThePointReading(Reference):
    def start(self, case: Case) -> int:
        return min(self.carried(case, 0), self.start_ceiling(case))


class StartAtTheTop(Reference):
    start_ceilings = {"new": 5, "similar": 5, "known": 5}  # noqa: RUF012


class RiseWithoutFollowUps(Reference):
    def needed(self, case: Case) -> int:
        return 0


class BreachCountedEverywhere(Reference):
    def breach(self, b: BreachRecord) -> Effect:
        return super().breach(replace(b, same_task=True))


class NoHold(Reference):
    def breach(self, b: BreachRecord) -> Effect:
        return replace(super().breach(b), hold=False)


class NoStop(Reference):
    def breach(self, b: BreachRecord) -> Effect:
        return replace(super().breach(b), stop=False)


class TraceForEver(Reference):
    def breach(self, b: BreachRecord) -> Effect:
        return super().breach(replace(b, days_since_closed=0))


class FrameBreachLowers(Reference):
    def breach(self, b: BreachRecord) -> Effect:
        frame = b.cause in ("resources", "circumstances")
        return super().breach(replace(b, cause="competence") if frame else b)


class LastBreachWins(Reference):
    def breaches(self, case: Case) -> Effect:
        return super().breaches(replace(case, breaches=case.breaches[-1:]))


class ExtrasAddUp(Reference):
    def breaches(self, case: Case) -> Effect:
        return replace(super().breaches(case), extra=sum(self.breach(b).extra for b in case.breaches))


class RiskPriorityNumber(Reference):
    def exposure(self, consequence: int, reversal: int, detection: int) -> int:
        number = consequence * reversal * detection
        return 2 if number >= 12 else 1 if number >= 6 else 0


class RiskTakesOffThree(Reference):
    exposures = ("00000", "00011", "01133")
    fresh_days = (365, 180, 90, 90)
    cadence = ((1, 1, 1, 1), (7, 5, 2, 2), (14, 7, 5, 5), (30, 14, 7, 7), (90, 30, 14, 14))


class NoExposure(Reference):
    exposures = ("00000", "00000", "00000")


class UnclearTaskIsFine(Reference):
    clarity_ceilings = (5, 5, 5)


class LawIsAdvice(Reference):
    def legal_ceiling(self, case: Case) -> int:
        return 5 if case.legal_ceiling else 0


class LoadTakesTwo(Reference):
    def loaded(self, resources: int, load: float | None) -> int:
        return max(1, resources - 2) if load is not None and load > 1 else resources


class LoadBelowTheScale(Reference):
    def loaded(self, resources: int, load: float | None) -> int:
        return resources - 1 if load is not None and load > 1 else resources


class FrameIsEarnedBack(Reference):
    def standing(self, case: Case, rung: int) -> int:
        return rung


class EverythingStands(Reference):
    def standing(self, case: Case, rung: int) -> int:
        return max(rung, case.agreed or 0)


class MissingReadsAsThree(Reference):
    def __call__(self, case: Case) -> Any:
        names = ("competence", "intention", "resources")
        given = {name: getattr(case, name) for name in names}
        filled = {name: r if r.value is not None else replace(r, value=3) for name, r in given.items()}
        return super().__call__(replace(case, **filled))


class FreshForEver(Reference):
    fresh_days = (99_999, 99_999, 99_999)


class SlackInRepair(Reference):
    def days(self, case: Case, rung: int) -> int:
        return super().days(replace(case, breaches=()), rung)


class CadenceUpsideDown(Reference):
    cadence = Reference.cadence[::-1]


class LiftForgetsANeed(Reference):
    def needs(self, case: Case, target: int, e: int) -> Any:
        needs = super().needs(case, target, e)
        return needs[:-1] if len(needs) > 1 else needs


class LiftAsksForMore(Reference):
    def needs(self, case: Case, target: int, e: int) -> Any:
        more = ("competence", "intention")
        return tuple((k, v + 1 if k in more and v < 5 else v) for k, v in super().needs(case, target, e))


class LiftConfirmsEverything(Reference):
    def needs(self, case: Case, target: int, e: int) -> Any:
        unsure = not case.intention.sure
        extra = (("confirm:intention", case.intention.value),) if unsure else ()
        return tuple(dict((*super().needs(case, target, e), *extra)).items())


class NothingIsNamed(Reference):
    def binding(self, case: Case, rung: int) -> tuple[str, ...]:
        return ()


CAUGHT_BY: dict[type[Reference], str] = {
    MeanForMin: "P3",
    MedianForMin: "P3",
    IntentionWeighsMore: "P7",
    JumpOfTwo: "P4",
    DropOnTheCautiousReading: "P5",
    RiseOnThePointReading: "P4",
    StartOnThePointReading: "P4",
    StartAtTheTop: "vignettes",
    RiseWithoutFollowUps: "P11",
    BreachCountedEverywhere: "P9",
    NoHold: "P9",
    NoStop: "P2",
    TraceForEver: "vignettes",
    FrameBreachLowers: "vignettes",
    LastBreachWins: "P8",
    ExtrasAddUp: "vignettes",
    RiskPriorityNumber: "vignettes",
    RiskTakesOffThree: "P12",
    NoExposure: "vignettes",
    UnclearTaskIsFine: "vignettes",
    LawIsAdvice: "P3",
    LoadTakesTwo: "vignettes",
    LoadBelowTheScale: "vignettes",
    FrameIsEarnedBack: "P6",
    EverythingStands: "P6",
    MissingReadsAsThree: "P2",
    FreshForEver: "vignettes",
    SlackInRepair: "P15",
    CadenceUpsideDown: "P15",
    LiftForgetsANeed: "P10",
    LiftAsksForMore: "P10",
    LiftConfirmsEverything: "P10",
    NothingIsNamed: "P10",
}


def check(name: str, rule: Reference) -> None:
    if name == "vignettes":
        check_vignettes(rule)
    else:
        CHECKS[name](rule, SAMPLE)


@pytest.mark.parametrize("broken", CAUGHT_BY, ids=lambda broken: broken.__name__)
def test_a_break_is_noticed(broken: type[Reference]) -> None:
    with pytest.raises(AssertionError):
        check(CAUGHT_BY[broken], broken())


def test_the_unbroken_rule_is_not_accused() -> None:
    for name in ("vignettes", *CHECKS):
        check(name, Reference())

"""The dosing rule once more, written straight from its specification: slow, plain, and with joints.

It shares no code with ``tillid_planner.domain`` but the names of the inputs. Every decision is a method of
its own, so that the tests can break one on purpose and see that the checks notice.
"""

from dataclasses import dataclass, replace
from typing import Any

from tillid_planner.domain.case import BreachRecord, Case

UNTOUCHED = 5


@dataclass(frozen=True)
class Answer:
    rung: int | None
    carries: int | None
    band: tuple[int, int]
    exposure: int
    follow_ups_needed: int
    binding: tuple[str, ...]
    standing: int | None
    temporary: bool
    actions: tuple[str, ...]
    cadence_days: int | None
    lift: tuple[tuple[tuple[str, Any], ...], ...]


@dataclass(frozen=True)
class Effect:
    stop: bool
    ceiling: int
    hold: bool
    extra: int
    start: int


class Reference:
    exposures = ("00000", "00011", "01122")
    clarity_ceilings = (2, 3, 5)
    start_ceilings = {"new": 3, "similar": 4, "known": 5}  # noqa: RUF012
    fresh_days = (365, 180, 90)
    cadence = ((1, 1, 1), (7, 5, 2), (14, 7, 5), (30, 14, 7), (90, 30, 14))

    # -- the formula ---------------------------------------------------------------------------------------

    def exposure(self, consequence: int, reversal: int, detection: int) -> int:
        return int(self.exposures[consequence - 1][reversal + detection - 2])

    def case_exposure(self, case: Case) -> int:
        return self.exposure(case.consequence, case.reversal, case.detection)

    def unsure(self, reading: Any, exposure: int) -> bool:
        return not reading.sure or reading.age_days > self.fresh_days[exposure]

    def read(self, reading: Any, exposure: int, step: int) -> int:
        if reading.value is None:
            return 1 if step < 0 else 5
        if not self.unsure(reading, exposure):
            return int(reading.value)
        return max(1, min(5, reading.value + step))

    def loaded(self, resources: int, load: float | None) -> int:
        return max(1, resources - 1) if load is not None and load > 1 else resources

    def readings(self, case: Case, step: int) -> tuple[int, int, int]:
        e = self.case_exposure(case)
        k, i, r = (self.read(x, e, step) for x in (case.competence, case.intention, case.resources))
        return k, i, self.loaded(r, case.load)

    def weakest(self, k: int, i: int, r: int) -> int:
        return min(k, i, r)

    def carried(self, case: Case, step: int) -> int:
        weakest = self.weakest(*self.readings(case, step))
        ceilings = self.clarity_ceiling(case), self.legal_ceiling(case), self.breaches(case).ceiling
        return max(1, min(weakest - self.case_exposure(case), *ceilings))

    def clarity_ceiling(self, case: Case) -> int:
        return self.clarity_ceilings[case.clarity - 1]

    def legal_ceiling(self, case: Case) -> int:
        return case.legal_ceiling

    def needed(self, case: Case) -> int:
        return 1 + self.case_exposure(case) + self.breaches(case).extra

    # -- breaches ------------------------------------------------------------------------------------------

    def breach(self, b: BreachRecord) -> Effect:
        by_person = b.cause in ("unknown", "competence", "intention")
        unclosed = b.status != "closed"
        if unclosed and b.same_task and b.cause == "ill_will" and b.status == "open":
            return Effect(True, UNTOUCHED, True, 0, UNTOUCHED)
        if unclosed and b.same_task and b.cause == "ill_will":
            return Effect(False, 1, True, 0, UNTOUCHED)
        if unclosed and b.same_task and by_person:
            return Effect(False, max(1, b.rung_at_breach - 1), True, 0, UNTOUCHED)
        if unclosed and b.same_task:
            return Effect(False, UNTOUCHED, True, 0, UNTOUCHED)
        if not unclosed and b.same_task and by_person and b.days_since_closed <= 180:
            return Effect(False, UNTOUCHED, False, 1, UNTOUCHED)
        if not unclosed and b.same_task and b.cause == "ill_will" and b.days_since_closed <= 365:
            return Effect(False, 3, False, 2, UNTOUCHED)
        if unclosed and not b.same_task and b.cause == "ill_will":
            return Effect(False, UNTOUCHED, True, 0, 2)
        return Effect(False, UNTOUCHED, False, 0, UNTOUCHED)

    def breaches(self, case: Case) -> Effect:
        every = [self.breach(b) for b in case.breaches]
        return Effect(
            any(x.stop for x in every),
            min([UNTOUCHED, *(x.ceiling for x in every)]),
            any(x.hold for x in every),
            max([0, *(x.extra for x in every)]),
            min([UNTOUCHED, *(x.start for x in every)]),
        )

    def with_all_closed(self, case: Case) -> Case:
        closed = [
            b if b.status == "closed" else replace(b, status="closed", days_since_closed=0) for b in case.breaches
        ]
        return replace(case, breaches=tuple(closed))

    # -- the decision --------------------------------------------------------------------------------------

    def start_ceiling(self, case: Case) -> int:
        return min(self.start_ceilings[case.novelty], self.breaches(case).start)

    def start(self, case: Case) -> int:
        return min(self.carried(case, -1), self.start_ceiling(case))

    def step(self, case: Case, agreed: int) -> int:
        if self.carried(case, 0) <= agreed:
            return self.carried(case, 0)
        good = case.good_follow_ups >= self.needed(case)
        may_rise = self.carried(case, -1) > agreed and good and not self.breaches(case).hold
        return agreed + 1 if may_rise else agreed

    def standing(self, case: Case, rung: int) -> int:
        if not case.agreed or rung >= case.agreed:
            return rung
        e = self.case_exposure(case)
        k, i, _ = self.readings(case, 0)
        allowed = max(1, min(k - e, i - e, self.breaches(case).ceiling, self.legal_ceiling(case)))
        return max(rung, min(case.agreed, allowed))

    def days(self, case: Case, rung: int) -> int:
        days = self.cadence[rung - 1][self.case_exposure(case)]
        repairing = any(b.same_task and b.status == "repairing" for b in case.breaches)
        return max(1, days // 2) if repairing else days

    def __call__(self, case: Case) -> Answer:
        e, needed = self.case_exposure(case), self.needed(case)
        if self.legal_ceiling(case) == 0:
            return Answer(0, 0, (0, 0), e, needed, ("legal",), 0, False, ("not_delegable",), None, ())
        if self.breaches(case).stop:
            return Answer(0, 0, (0, 0), e, needed, ("breach:ill_will",), 0, False, ("stop_and_handle",), None, ())
        band = self.carried(case, -1), self.carried(case, +1)
        named = {"competence": case.competence, "intention": case.intention, "resources": case.resources}
        missing = tuple(f"missing:{name}" for name, reading in named.items() if reading.value is None)
        if missing:
            return Answer(None, None, band, e, needed, missing, None, False, ("rate_first",), None, ())
        rung = self.step(case, case.agreed) if case.agreed else self.start(case)
        carries, standing = self.carried(case, 0), self.standing(case, rung)
        binding = self.binding(case, rung)
        return Answer(
            rung,
            carries,
            band,
            e,
            needed,
            binding,
            standing,
            rung < standing,
            self.actions(case, rung, standing, binding),
            self.days(case, rung),
            self.lift(case, rung, standing),
        )

    # -- the explanation -----------------------------------------------------------------------------------

    def binding(self, case: Case, rung: int) -> tuple[str, ...]:
        if rung == 5:
            return ()
        e, breaches = self.case_exposure(case), self.breaches(case)
        ratings = dict(
            zip(
                ("competence", "intention", "resources"),
                self.readings(case, 0 if case.agreed else -1),
                strict=True,
            )
        )
        low_enough = [name for name, rating in ratings.items() if max(1, rating - e) <= rung]
        keys = [name for name in low_enough if not (e > 0 and ratings[name] == 5)]
        overload = case.load is not None and case.load > 1 and "resources" in keys
        keys += ["clarity"] if self.clarity_ceiling(case) <= rung else []
        keys += ["breach"] if breaches.ceiling <= rung else []
        keys += ["legal"] if self.legal_ceiling(case) <= rung else []
        keys += ["exposure"] if e > 0 and low_enough else []
        if not case.agreed:
            if breaches.start <= rung:
                keys.append("hold")
            elif self.start_ceilings[case.novelty] <= rung:
                keys.append("start")
        elif self.carried(case, 0) > rung == case.agreed:
            keys += ["hold"] if breaches.hold else []
            keys += ["follow_ups"] if case.good_follow_ups < self.needed(case) else []
            keys += ["unsure"] if self.carried(case, -1) <= case.agreed else []
        elif self.carried(case, 0) > rung == case.agreed + 1:
            keys.append("one_rung")
        return (*keys, "load") if overload else tuple(keys)

    def actions(self, case: Case, rung: int, standing: int, binding: tuple[str, ...]) -> tuple[str, ...]:
        k, i, r = self.readings(case, 0)
        room = self.carried(case, 0) > rung and "follow_ups" in binding
        flags = {
            "fix_frame_first": r == 1,
            "relieve_first": case.load is not None and case.load > 1.2,
            "stay_close": min(k, i, r) - self.case_exposure(case) < 1,
            "insist_and_coach": "intention" in binding and i <= 2 and k >= 4 and r >= 3,
            "talk_before_drop": bool(case.agreed) and standing <= case.agreed - 2,
            "room_for_trust_step": room,
        }
        return tuple(flag for flag, raised in flags.items() if raised)

    def lift(self, case: Case, rung: int, standing: int) -> tuple[tuple[tuple[str, Any], ...], ...]:
        targets = range(standing, rung, -1) if rung < standing else [rung + 1]
        for target in targets:
            alternatives = self.alternatives(case, target)
            if alternatives:
                return alternatives
        return ()

    def nets(self, case: Case) -> dict[int, tuple[int, int]]:
        """The best net for each exposure: every possible one is looked at."""
        possible = [(r, d) for r in range(1, case.reversal + 1) for d in range(1, case.detection + 1)]
        best: dict[int, tuple[int, int]] = {}
        for r, d in sorted(possible, key=lambda net: (case.reversal + case.detection - sum(net), net[1])):
            best.setdefault(self.exposure(case.consequence, r, d), (r, d))
        return best

    def alternatives(self, case: Case, target: int) -> tuple[tuple[tuple[str, Any], ...], ...]:
        if self.legal_ceiling(case) < target or self.breaches(self.with_all_closed(case)).ceiling < target:
            return ()
        found = []
        for e, net in sorted(self.nets(case).items(), reverse=True):
            if target + e > 5:
                continue
            needs = self.needs(case, target, e)
            if needs not in [earlier for _, earlier in found]:
                found.append((net if e < self.case_exposure(case) else None, needs))
        return tuple(needs if net is None else (("net", net), *needs) for net, needs in found)

    def needs(self, case: Case, target: int, e: int) -> tuple[tuple[str, Any], ...]:
        needs: dict[str, Any] = {}
        breaches, agreed, novelty = self.breaches(case), case.agreed or 0, self.start_ceilings[case.novelty]
        first_rise = not agreed and novelty < target
        rise = (agreed and target > agreed) or first_rise
        if self.clarity_ceiling(case) < target:
            needs["clarity"] = min(c for c in (1, 2, 3) if self.clarity_ceilings[c - 1] >= target)
        close = breaches.ceiling < target or (breaches.hold and rise) or (not agreed and breaches.start < target)
        k, i, r = case.competence, case.intention, case.resources
        left = self.loaded(r.value, case.load)
        if case.load is not None and case.load > 1 and left < target + e:
            needs["load"] = 1.0
            left = r.value
        if left < target + e:
            needs["resources"] = target + e
        for name, reading, rating in (
            ("resources", r, left),
            ("competence", k, k.value),
            ("intention", i, i.value),
        ):
            if rating >= target + e > rating - 1 and target > agreed and self.unsure(reading, e):
                needs[f"confirm:{name}"] = reading.value
        if rise:
            extra = self.breaches(self.with_all_closed(case) if close else case).extra
            counted = case.good_follow_ups if agreed and target == agreed + 1 else 0
            if 1 + e + extra - counted > 0:
                needs["follow_ups"] = 1 + e + extra - counted
        if close:
            needs["close_breach"] = True
        if k.value < target + e:
            needs["competence"] = target + e
        if i.value < target + e:
            needs["intention"] = target + e
        return tuple(needs.items())

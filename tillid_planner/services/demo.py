"""The demo unit: a script of events played through the services, day by day, up to today.

Nothing is written past the services, so everything in the demo could have been done by a leader.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState, Leap
from tillid_planner.domain.assignee import Person, Team
from tillid_planner.domain.breach import Measure, MeasureKind, Owner, Track
from tillid_planner.domain.breach import Outcome as CaseOutcome
from tillid_planner.domain.case import BreachStatus, Cause, Dimension, Novelty
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.domain.rating import Rater
from tillid_planner.domain.task import RedLine, Scope, Task
from tillid_planner.paths import resources_folder
from tillid_planner.services import demo_frames
from tillid_planner.services.breach_sheet import Voice, usual_criteria
from tillid_planner.services.breaches import Breaches
from tillid_planner.services.demo_week import WeekPlayer
from tillid_planner.services.following import Following
from tillid_planner.services.register import new_id
from tillid_planner.services.session import Session

#: How long a leap runs before the two look at it again, in days.
_LEAP_DAYS = 30
#: When what is to help on the way is due, in days.
_MEASURE_DAYS = 5
#: The follow-ups were put into the calendar a week ago; one of them was not held.
_DAYS_TO_PLAN_AHEAD = 7


class Calendar:
    """A day that the script moves forward; sessions ask it what today is."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.day = today

    def __call__(self) -> date:
        """Return the day the script has come to."""
        return self.day

    def go_back(self, days: int) -> None:
        """Move to so many days before the real today."""
        self.day = self.today - timedelta(days=days)


def name() -> str:
    """Return the demo unit's name."""
    return str(_script()["name"])


def fill(session: Session, calendar: Calendar) -> None:
    """Fill an empty session with the demo; ``session`` must ask ``calendar`` for the day. Ends on today."""
    script = _script()
    player = _Player(session, calendar)
    player.register(script)
    events = [
        (event[0], pair["who"], pair["task"], event[1], event[2:])
        for pair in script["pair"]
        for event in pair["events"]
    ]
    for days, who, task, act, details in sorted(events, key=lambda event: -event[0]):
        calendar.go_back(days)
        player.play(player.tasks[task], player.assignees[who], act, details)
    weeks = WeekPlayer(session, calendar.today, player.tasks, player.assignees)
    calendar.go_back(_DAYS_TO_PLAN_AHEAD)
    weeks.plan_follow_ups(script["week"])
    calendar.go_back(0)
    weeks.place(script["week"])
    demo_frames.play(session, script, player.tasks, calendar.go_back, calendar.today)


@cache
def _script() -> dict[str, Any]:
    return tomllib.loads((resources_folder() / "demo" / "da.toml").read_text(encoding="utf-8"))


class _Player:
    def __init__(self, session: Session, calendar: Calendar) -> None:
        self._session = session
        self._trust = session.trust
        self._calendar = calendar
        self._following: Following = session.following
        self._breaches: Breaches = session.breaches
        self.tasks: dict[str, int] = {}
        self.assignees: dict[str, int] = {}
        self._acts: dict[str, Callable[[int, int, list[Any]], None]] = {
            "rate": self._rate,
            "own": self._own,
            "agree": self._agree,
            "leap": self._leap,
            "offer": self._offer,
            "wish": self._wish,
            "breach": self._breach,
            "repair": self._repair,
            "close": self._close,
            "say": self._say,
        }

    def register(self, script: dict[str, Any]) -> None:
        """Register people, teams and tasks, on the day before the first event."""
        self._calendar.go_back(120)
        today, register = self._calendar.today, self._session.register
        for person_name, role, hours, days, email in script["people"]:
            changes = register.add_person(
                Person(
                    name=person_name,
                    role=role,
                    unit=script["name"],
                    email=email,
                    weekly_hours=hours,
                    started_on=today - timedelta(days=days),
                )
            )
            self.assignees[person_name] = new_id(changes, Kind.ASSIGNEE)
        for team in script["team"]:
            members = tuple(self.assignees[member] for member in team["members"])
            changes = register.add_team(Team(name=team["name"], member_ids=members))
            self.assignees[team["name"]] = new_id(changes, Kind.ASSIGNEE)
        for row in script["task"]:
            self.tasks[row["key"]] = new_id(register.add_task(_task(row)), Kind.TASK)

    def play(self, task_id: int, assignee_id: int, act: str, details: list[Any]) -> None:
        """Play one event on the calendar's day."""
        if act in set(Novelty):
            self._trust.set_novelty(task_id, assignee_id, Novelty(act))
        elif act in set(Outcome):
            self._follow_up(task_id, assignee_id, Outcome(act), details)
        else:
            self._acts[act](task_id, assignee_id, details)

    def _rate(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        *values, seen = details
        for dimension, value in zip(Dimension, values, strict=True):
            self._trust.rate(
                task_id,
                assignee_id,
                dimension,
                abs(value),
                sure=value > 0,
                example=seen if dimension is Dimension.COMPETENCE else "",
                seen_on=self._calendar.day if dimension is Dimension.COMPETENCE else None,
            )

    def _own(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        for dimension, value in zip(Dimension, details, strict=True):
            self._trust.rate(task_id, assignee_id, dimension, value, rater=Rater.EMPLOYEE)

    def _agree(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        suggestion = self._trust.sheet(task_id, assignee_id).suggestion
        suggested = (suggestion.rung if suggestion else None) or 1
        rung, reason = details or (suggested, "")
        draft = self._trust.draft(task_id, assignee_id, rung)
        self._store(replace(draft, reason=reason, state=AgreementState.ACCEPTED))
        breach = self._trust.sheet(task_id, assignee_id).open_breach
        if breach is not None and breach.status is BreachStatus.REPAIRING:
            self._say_what_must_be_seen(breach.id or 0)

    def _offer(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        suggestion = self._trust.sheet(task_id, assignee_id).suggestion
        self._store(self._trust.draft(task_id, assignee_id, (suggestion.rung if suggestion else 1) or 1))

    def _leap(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        rung, gain, risk, catch = details
        leap = Leap(gain=gain, risk=risk, catch=catch, review_on=self._calendar.day + timedelta(days=_LEAP_DAYS))
        draft = self._trust.draft(task_id, assignee_id, rung)
        self._store(replace(draft, leap=leap, state=AgreementState.ACCEPTED))

    def _store(self, agreement: Any) -> None:
        watcher = agreement.watcher or "Lederen"
        support = agreement.support or "Sparring på teammødet"
        ask_when = agreement.ask_when or "Du er i tvivl."
        sheet = self._trust.sheet(agreement.task_id, agreement.assignee_id)
        goes_down = agreement.needs_reason(sheet.agreement.rung if sheet.agreement else None)
        reason = agreement.reason or ("Vi blev enige om at tage et trin ned for en tid." if goes_down else "")
        whole = replace(agreement, watcher=watcher, support=support, ask_when=ask_when, reason=reason)
        breach = sheet.open_breach
        if breach is not None and breach.status is BreachStatus.REPAIRING:
            self._session.cases.agree(breach.id or 0, whole)
        else:
            self._trust.agree(whole)

    def _wish(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        agreement = self._trust.sheet(task_id, assignee_id).agreement
        if agreement and agreement.id:
            self._trust.note_employee(agreement.id, rung=details[0], view=details[1])
            self._trust.shown(agreement.id)

    def _follow_up(self, task_id: int, assignee_id: int, outcome: Outcome, details: list[Any]) -> None:
        sheet = self._trust.sheet(task_id, assignee_id)
        if sheet.next_follow_up and sheet.next_follow_up.id:
            self._following.hold(sheet.next_follow_up.id, outcome, learned_leader=details[0] if details else "")

    def _breach(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        self._breaches.note(task_id, assignee_id, details[0])

    def _repair(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        cause, hers, mine, measure = details
        case, cases = self._open_breach(task_id, assignee_id), self._session.cases
        cases.choose_track(case, Track.REPAIR)
        cases.change(case, employee_account=hers, leader_account=mine)
        cases.hold_conversation(case)
        cases.set_cause(case, Cause(cause))
        due_on = self._calendar.day + timedelta(days=_MEASURE_DAYS)
        cases.put(case, Measure(kind=MeasureKind.SUPPORT, text=measure, owner=Owner.LEADER, due_on=due_on))

    def _say_what_must_be_seen(self, case_id: int) -> None:
        cases = self._session.cases
        cases.put_all(case_id, usual_criteria(cases.view(case_id), Voice(words("da"), str, self._calendar.day)))

    def _close(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        said, learned = details
        case_id, day = self._open_breach(task_id, assignee_id), self._calendar.day
        case = self._session.cases.get(case_id)
        for measure in case.measures:
            self._session.cases.put(case_id, replace(measure, done_on=day))
        for criterion in case.criteria:
            if not criterion.counted:
                self._session.cases.put(case_id, replace(criterion, met_on=day))
        self._session.endings.close(case_id, CaseOutcome.REPAIRED, said)
        self._session.endings.learn(case_id, learned)

    def _say(self, task_id: int, assignee_id: int, details: list[Any]) -> None:
        self._trust.comment(task_id, assignee_id, Rater.EMPLOYEE, details[0])

    def _open_breach(self, task_id: int, assignee_id: int) -> int:
        breach = self._trust.sheet(task_id, assignee_id).open_breach
        if breach is None or breach.id is None:
            message = f"the script closes a breach that is not open: {task_id}"
            raise ValueError(message)
        return breach.id


def _task(row: dict[str, Any]) -> Task:
    consequence, reversal, detection, clarity = row["risk"]
    return Task(
        name=row["name"],
        short_name=row.get("short", ""),
        purpose=row["purpose"],
        free=row["free"],
        fixed=row["fixed"],
        ask_when=row["ask"],
        roles=row.get("roles", ""),
        depends_on=row.get("depends_on", ""),
        scope=Scope(row["scope"]),
        hours_per_week=row["hours"],
        consequence=consequence,
        reversal=reversal,
        detection=detection,
        clarity=clarity,
        legal_ceiling=row.get("ceiling", 5),
        legal_basis=row.get("basis", ""),
        red_lines=tuple(
            RedLine(text=text, source=source, consequence=then) for text, source, then in row.get("lines", [])
        ),
    )

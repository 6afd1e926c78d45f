"""What the page of today says: days, matters, occasions, follow-ups and what was done since last time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tillid_planner.content import Words
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.week import WORK_DAYS
from tillid_planner.services.following import Counting
from tillid_planner.services.nudges import Nudge
from tillid_planner.services.today import Matter, Outlook
from tillid_planner.services.visits import Since
from tillid_planner.ui.days import day_text, weekday_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import format_number

#: A day of the last week is called by its weekday, one before by its date.
_WEEK = 7
#: Kinds that are not about the week count what they stand for in words of their own.
_OWN_MORE = frozenset({"follow_up_overdue", "no_follow_up", "offer_waiting", "red_line_unwatched", "net_lost"})


def capital(text: str) -> str:
    """Return *text* with a capital first letter."""
    return text[:1].upper() + text[1:]


def gain_sentence(follow_up: FollowUp) -> str:
    """Return what the citizen could tell at a follow-up, as one sentence; nothing where nothing was written."""
    return tr("The citizen: {text}", text=follow_up.gain_seen) if follow_up.gain_seen else ""


def whole_day(words: Words, day: date, today: date) -> str:
    """Return a day with its name and date: «mandag den 3. maj»."""
    return words.text("today.days.full", weekday=weekday_text(day), date=day_text(day, today))


def day_of_week(words: Words, day: date, today: date) -> str:
    """Return a day as the head over its follow-ups: «I dag», «Tirsdag den 4. maj»."""
    return capital(words.text("today.days.today") if day == today else whole_day(words, day, today))


def day_near(words: Words, day: date, today: date) -> str:
    """Return when a day is, as one says it: «i går», «fredag», «den 27. april»."""
    away = (day - today).days
    if -1 <= away <= 1:
        return words.text(f"today.days.{('yesterday', 'today', 'tomorrow')[away + 1]}")
    if -_WEEK < away < _WEEK:
        return words.text("today.days.weekday", weekday=weekday_text(day))
    return words.text("today.days.date", date=day_text(day, today))


def listed(words: Words, things: Sequence[str]) -> str:
    """Return things as one phrase: «3 vurderinger, 1 aftale og 1 kommentar»."""
    if len(things) < 2:
        return "".join(things)
    return words.text("today.and", first=", ".join(things[:-1]), last=things[-1])


def number(words: Words, count: int) -> str:
    """Return a number in words up to twelve, then as figures."""
    said = words.texts("today.numbers")
    return said[count] if 0 <= count < len(said) else str(count)


def counted(words: Words, key: str, count: int) -> str:
    """Return how many of something: the text *key* with «_one» or «_many» behind it."""
    return words.text(f"{key}_one") if count == 1 else words.text(f"{key}_many", count=number(words, count))


def header_line(words: Words, outlook: Outlook) -> str:
    """Return the line under the date: «Uge 18. Fire forhold at se på og seks opfølgninger.»."""
    parts = {
        key: counted(words, f"today.header.{key}", n) if n else words.text(f"today.header.{key}_none")
        for key, n in (("matters", len(outlook.matters)), ("follow_ups", len(outlook.follow_ups)))
    }
    if outlook.talks:
        return words.text(
            "today.header.line_with_talks",
            week=outlook.week.number,
            matters=capital(parts["matters"]),
            follow_ups=parts["follow_ups"],
            talks=counted(words, "today.header.talks", len(outlook.talks)),
        )
    return words.text(
        "today.header.line",
        week=outlook.week.number,
        matters=capital(parts["matters"]),
        follow_ups=parts["follow_ups"],
    )


def matter_title(words: Words, outlook: Outlook, matter: Matter) -> str:
    """Say what a matter is."""
    return capital(words.text(f"today.matters.{matter.kind}.title", **_params(words, outlook, matter)))


def matter_reason(words: Words, outlook: Outlook, matter: Matter) -> str:
    """Say why, and what else the line stands for."""
    key = f"today.matters.{matter.kind}.reason"
    task = outlook.tasks.get(matter.task_id or 0)
    if matter.kind == "task_unclear" and task is not None and not task.ask_when.strip():
        key = f"{key}_ask"
    said = words.text(key, **_params(words, outlook, matter))
    if matter.more:
        more = matter.kind if matter.kind in _OWN_MORE else "week"
        said = f"{said} {counted(words, f'today.more.{more}', matter.more)}"
    return capital(said)


def nudge_text(words: Words, nudge: Nudge) -> str:
    """Say what could be done when there is time."""
    counting = counting_text(words, Counting(nudge.good, nudge.needed)) if nudge.needed else ""
    return words.text(f"today.nudges.{nudge.kind}.text", task=nudge.name, name=nudge.assignee_name, counting=counting)


def counting_text(words: Words, counting: Counting) -> str:
    """Say how far follow-ups count towards a step up: «1 god opfølgning af 2 til et trin op»."""
    good, needed = counting.good, counting.needed
    if good >= needed:
        return words.text("today.counting.enough")
    if not good:
        return capital(counted(words, "today.counting.missing", needed))
    return words.text(f"today.counting.some_{'one' if good == 1 else 'many'}", good=good, needed=needed)


def since_text(words: Words, since: Since, today: date) -> str:
    """Say what was done since the last visit: «Siden sidst, i går: 3 vurderinger og 1 aftale.»."""
    things = [
        words.text(f"today.since.{key}.{'one' if count == 1 else 'many'}", count=count) for key, count in since.counts
    ]
    day = day_near(words, since.day, today)
    return words.text("today.since_line.text", day=day, list=listed(words, things))


def holiday_text(words: Words, day: date, name: str, today: date) -> str:
    """Say which public holiday a day is: «Torsdag den 6. maj er Kristi himmelfartsdag.»."""
    return capital(words.text("today.days.holiday", day=whole_day(words, day, today), name=name))


def _params(words: Words, outlook: Outlook, matter: Matter) -> dict[str, object]:
    task = outlook.tasks.get(matter.task_id or 0)
    days = _days(words, outlook, matter.days)
    return {
        "name": outlook.names.get(matter.assignee_id or 0, ""),
        "task": task.name if task else "",
        "day": day_near(words, matter.days[0], outlook.day) if matter.days else "",
        "days": days,
        "date": words.text("today.days.date", date=day_text(matter.days[0], outlook.day)) if matter.days else "",
        "rung": matter.rung,
        "control": matter.control,
        "percent": matter.percent,
        "hours": _hours(words, matter.hours),
        "planned": format_number(matter.planned),
        "available": format_number(matter.available),
        "holiday": _holidays(words, outlook),
    }


def _hours(words: Words, hours: float) -> str:
    if hours == 1:
        return words.text("today.hours.one")
    count = capital(number(words, int(hours))) if hours == int(hours) else format_number(hours)
    return words.text("today.hours.many", count=count)


def _days(words: Words, outlook: Outlook, days: Sequence[date]) -> str:
    if len(days) < 2:
        return day_near(words, days[0], outlook.day) if days else ""
    work_days = outlook.week.days[:WORK_DAYS]
    if set(work_days) <= set(days):
        return words.text("today.days.whole_week")
    if len(days) > 2 and days[-1] - days[0] == timedelta(days=len(days) - 1):
        return words.text("today.days.range", first=weekday_text(days[0]), last=weekday_text(days[-1]))
    return words.text("today.days.on_weekdays", days=listed(words, [weekday_text(day) for day in days]))


def _holidays(words: Words, outlook: Outlook) -> str:
    off = [weekday_text(day) for day in outlook.week.days[:WORK_DAYS] if day in outlook.holidays]
    if not off:
        return ""
    return words.text(f"today.holiday.{'one' if len(off) == 1 else 'many'}", days=listed(words, off))

"""Controls and what they do to a task, in words."""

from __future__ import annotations

from datetime import date

from tillid_planner.content import Words
from tillid_planner.domain.control_effect import Effect, Outcome
from tillid_planner.domain.standing_control import ControlForm, ControlMark, Meaning, StandingControl
from tillid_planner.domain.task import Task
from tillid_planner.services.controls import ControlView, OnTask
from tillid_planner.ui.days import day_text, month_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.rungs import rung_name

#: Less than this many minutes are said as minutes.
_AS_MINUTES = 120


def minutes_words(minutes: int | None) -> str:
    """Return minutes a week as they are said: «50 min.», from two hours «2 t 5 min.»; nothing where nobody knows."""
    if minutes is None:
        return ""
    if minutes < _AS_MINUTES:
        return tr("{minutes} min", minutes=minutes)
    hours, rest = divmod(minutes, 60)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else tr("{hours} h", hours=hours)


def form_line(control: StandingControl, words: Words) -> str:
    """Return the second line of a control: its form, and who sees it."""
    form = words.text(f"frames.form_short.{control.form}")
    return f"{form} · {words.text(f'frames.sees.{control.watcher}')}"


def stance_words(control: StandingControl, words: Words) -> str:
    """Return what is done about a control: sorted, not sorted, or the unit's own."""
    return words.text(f"frames.stance.{'ours' if control.ours else control.stance or 'open'}")


def meaning_words(meaning: Meaning | None, words: Words) -> str:
    """Return what staff say."""
    return words.text(f"frames.meaning.{'none' if meaning is None else int(meaning)}")


def month_of(mark: ControlMark, today: date) -> str:
    """Return the month of an answer, with its year unless it is this one's."""
    month = month_text(mark.marked_on)
    return month.rsplit(" ", 1)[0] if mark.marked_on.year == today.year else month


def state_words(control: StandingControl, today: date) -> str:
    """Return what keeps a control from being simply in use: stopped, tried without, or not told of; else nothing."""
    if control.ended_on is not None:
        return tr("Stopped {day}", day=day_text(control.ended_on, today))
    if control.paused(today) and control.pause_until is not None:
        return tr("Tried without until {day}", day=day_text(control.pause_until, today))
    return tr("Not told yet") if control.untold(today) else ""


def header_words(count: int, minutes: int, habits: int) -> str:
    """Return the line under the page's title."""
    said = tr("%n control(s), {time} a week.", n=count, time=minutes_words(minutes))
    return f"{said} {tr('%n of them is a habit.', n=habits)}" if habits else said


def effect_line(one: OnTask, words: Words, today: date) -> str:
    """Return what a control does on a task, in a line."""
    if one.link.agreed_on is not None:
        return words.text("frames.effect_short.agreed", day=day_text(one.link.agreed_on, today))
    return words.text(f"frames.effect_short.{one.effect.outcome}")


def effect_words(effect: Effect, form: ControlForm, task: Task, words: Words) -> tuple[str, str]:
    """Return the sentence about an effect and the one under it."""
    key = f"frames.effect.{effect.outcome}"
    if effect.before is None or effect.after is None:
        return words.text(f"{key}.title"), words.text(f"{key}.text")
    said = {
        "name": words.text(f"frames.net.{form}") if effect.outcome is Outcome.ONE_MORE else "",
        "before": _rung(effect.before.top, words),
        "after": _rung(effect.after.top, words),
        "rung": effect.after.top,
        "basis": task.legal_basis,
    }
    text = f"{key}_plain.text" if effect.outcome is Outcome.BY_LAW and not task.legal_basis.strip() else f"{key}.text"
    return words.text(f"{key}.title", **said), words.text(text, **said)


def staff_line(view: ControlView, words: Words, today: date) -> str:
    """Return what was said at the newest answer, and what the one before it was."""
    newest, *before = view.marks
    said = f"«{newest.said}»" if newest.said else ""
    if before:
        earlier = meaning_words(before[0].meaning, words)
        former = tr("Before: {meaning}, {month}.", meaning=earlier.lower(), month=month_of(before[0], today))
        said = f"{said} {former}".strip()
    return said


def day_and_place(day: date | None, place: str, today: date) -> str:
    """Return when and where staff were told."""
    if day is None:
        return tr("Not yet")
    return f"{day_text(day, today)} {place}".strip()


def _rung(rung: int, words: Words) -> str:
    return f"{rung}, {rung_name(words, rung)}"

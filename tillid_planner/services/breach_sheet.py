"""A breach case on paper: the whole for the employee or the case system, and the agreement on one page.

The screen and the printer show the same sheet. In what the employee gets, names of other people are masked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tillid_planner.content import Words
from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.breach import BreachCase, Control, Criterion, Measure, MeasureKind, Track
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.explanation import explain, put_into_words
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.known_names import KnownNames
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.services.sheets import Entry, Section, Sheet


@dataclass(frozen=True, slots=True)
class Voice:
    """The language of a sheet: its words, how a day is said, and today."""

    words: Words
    say_day: Callable[[date], str]
    today: date

    def text(self, key: str, **params: object) -> str:
        """Return one of the texts about breaches."""
        return self.words.text(f"breach.{key}", **params)

    def day(self, day: date) -> str:
        """Return a day in words."""
        return self.say_day(day)


def employee_sheet(view: CaseView, voice: Voice, others: KnownNames) -> Sheet:
    """Return everything that is in the case, for the one it is about; names of others are masked."""
    return _masked(_whole(view, voice, voice.text("sheet.whole")), others, voice.text("sheet.someone"))


def case_file(view: CaseView, voice: Voice) -> Sheet:
    """Return everything that is in the case as it stands, for the case system."""
    return _whole(view, voice, voice.text("sheet.case_file"))


def agreement_sheet(view: CaseView, voice: Voice, others: KnownNames) -> Sheet:
    """Return what the two agreed, on one page, the same for both."""
    case, say = view.case, voice.text
    sections = [
        Section(say("sheet.cause"), tuple(_cause(case, voice))),
        Section(say("sheet.rung"), tuple(_rung(view, voice))),
        Section(say("sheet.changes"), tuple(_changes(case.measures, voice))),
        Section(say("sheet.controls"), tuple(_controls(case.controls, voice))),
        Section(say("sheet.criteria"), tuple(Entry(criterion.text) for criterion in case.criteria)),
        Section(say("sheet.follow_ups"), tuple(_first_follow_up(view, voice))),
    ]
    sheet = Sheet(
        say("sheet.agreement"),
        _about(view),
        _filled(sections),
        say("sheet.both"),
        (say("owner.leader"), view.assignee.name),
    )
    return _masked(sheet, others, say("sheet.someone"))


def invitation(view: CaseView, voice: Voice) -> Sheet:
    """Return the invitation to the conversation: its purpose, that someone may come along, and what it is not."""
    body = "invitation.body_team" if view.assignee.is_team else "invitation.body"
    name = view.assignee.name if view.assignee.is_team else view.assignee.name.split()[0]
    text = voice.text(body, name=name, task=view.task.name, day=voice.day(view.case.happened_on))
    entries = tuple(Entry(part) for part in text.split("\n\n"))
    return Sheet(voice.text("invitation.subject", task=view.task.name), "", (Section("", entries),))


def usual_criteria(view: CaseView, voice: Voice) -> tuple[Criterion, ...]:
    """Return what usually must be seen for the cause of the case: what the two say, and what is counted."""
    cause = view.case.cause
    said = [Criterion(text=text) for text in voice.words.texts(f"breach.criteria.{cause}")]
    if cause is Cause.UNKNOWN:
        return tuple(said)
    need = view.closing.follow_ups[1]
    key = "criteria.counted.follow_ups_one" if need == 1 else "criteria.counted.follow_ups_many"
    said.append(Criterion(text=voice.text(key, count=need), good_follow_ups=need))
    if view.closing.days is not None:
        days = view.closing.days[1]
        said.append(Criterion(text=voice.text("criteria.counted.days", count=days), days=days))
    return tuple(said)


def _whole(view: CaseView, voice: Voice, title: str) -> Sheet:
    case, say = view.case, voice.text
    sections = [
        Section(say("sheet.task"), tuple(_head(view, voice))),
        Section(say("sheet.facts"), tuple(_facts(case, voice))),
        Section(say("sheet.assessment"), _typed(case.assessment)),
        Section(say("sheet.track"), tuple(_track(case, voice))),
        Section(say("sheet.preparation"), tuple(_preparation(case, voice))),
        Section(say("sheet.conversation"), tuple(_conversation(case, voice))),
        Section(say("sheet.cause"), tuple(_cause(case, voice))),
        Section(say("sheet.parts"), tuple(_parts(case, voice))),
        Section(say("sheet.ratings"), tuple(_ratings(view, voice))),
        Section(say("sheet.rung"), tuple(_rung(view, voice))),
        Section(say("sheet.changes"), tuple(_changes(case.measures, voice))),
        Section(say("sheet.controls"), tuple(_controls(case.controls, voice))),
        Section(say("sheet.criteria"), tuple(_criteria(case, voice))),
        Section(say("sheet.follow_ups"), tuple(_follow_up(f, voice) for f in view.follow_ups)),
        Section(say("sheet.closing"), tuple(_closing(view, voice))),
        Section(say("sheet.employee_comment"), _typed(case.employee_comment)),
        Section(say("sheet.employee_correction"), _typed(case.employee_correction)),
        Section(say("sheet.lead_out"), tuple(_lead_out(case, voice))),
    ]
    return Sheet(title, _about(view), _filled(sections), say("sheet.printed", day=voice.day(voice.today)))


def _about(view: CaseView) -> str:
    return f"{view.assignee.name} · {view.task.name}"


def _head(view: CaseView, voice: Voice) -> Iterator[Entry]:
    case, say = view.case, voice.text
    yield Entry(view.task.name, say("sheet.task"))
    yield Entry(view.assignee.name, say("sheet.team") if view.assignee.is_team else say("sheet.assignee"))
    yield Entry(voice.day(case.noted_on), say("sheet.noted_on"))
    name = voice.words.text(f"ladders.task.{case.rung_at_breach}.name")
    yield Entry(f"{case.rung_at_breach} – {name}", say("sheet.rung_then"))


def _facts(case: BreachCase, voice: Voice) -> Iterator[Entry]:
    if case.agreed_before:
        yield Entry(case.agreed_before, voice.text("sheet.agreed_before"))
    for fact in case.all_facts:
        source = voice.text(f"source.{fact.source}").lower()
        yield Entry(fact.text, voice.text("sheet.fact", day=voice.day(fact.happened_on), source=source))
    if case.noticed_by:
        yield Entry(case.noticed_by, voice.text("sheet.noticed_by"))
    if case.line_crossed:
        yield Entry(case.line_crossed, voice.text("sheet.line_crossed"))
    if case.line_consequence:
        yield Entry(case.line_consequence, voice.text("sheet.line_consequence"))


def _track(case: BreachCase, voice: Voice) -> Iterator[Entry]:
    if case.track is not None and case.track_on is not None:
        track = voice.text(f"track.{case.track}.name")
        yield Entry(voice.text("sheet.track_on", track=track, day=voice.day(case.track_on)))
    if case.track is Track.FORMAL and case.cause is Cause.ILL_WILL and case.status is BreachStatus.OPEN:
        yield Entry(voice.text("sheet.suspected"))
    if case.advised_on is not None:
        yield Entry(voice.text("sheet.advised", day=voice.day(case.advised_on)))


def _preparation(case: BreachCase, voice: Voice) -> Iterator[Entry]:
    for question, text in case.own_notes:
        yield Entry(text, voice.text(f"own_part.question.{question}"))


def _conversation(case: BreachCase, voice: Voice) -> Iterator[Entry]:
    if case.invited_on is not None:
        yield Entry(voice.text("sheet.invited", day=voice.day(case.invited_on)))
    if case.companion_offered:
        yield Entry(voice.text("sheet.companion"))
    if case.planned_on is not None and case.held_on is None:
        clock = case.planned_at.strftime(voice.words.text("export.clock")) if case.planned_at else ""
        key = "sheet.planned_at" if clock else "sheet.planned"
        yield Entry(voice.text(key, day=voice.day(case.planned_on), clock=clock))
    if case.held_on is not None:
        yield Entry(voice.text("sheet.held", day=voice.day(case.held_on)))
    if case.employee_account:
        yield Entry(case.employee_account, voice.text("sheet.employee_account"))
    if case.leader_account:
        yield Entry(case.leader_account, voice.text("sheet.leader_account"))


def _cause(case: BreachCase, voice: Voice) -> Iterator[Entry]:
    if case.status is BreachStatus.OPEN:
        return
    if case.cause_agreed is False and case.leader_cause and case.employee_cause:
        leader, employee = (voice.text(f"cause.{c}.name") for c in (case.leader_cause, case.employee_cause))
        yield Entry(voice.text("sheet.not_agreed", leader=leader, employee=employee))
    else:
        yield Entry(voice.text("sheet.main_cause", cause=voice.text(f"cause.{case.cause}.name")))
    if case.other_causes:
        causes = ", ".join(voice.text(f"cause.{cause}.name") for cause in case.other_causes)
        yield Entry(voice.text("sheet.other_causes", causes=causes))


def _parts(case: BreachCase, voice: Voice) -> Iterator[Entry]:
    if case.leader_part:
        yield Entry(case.leader_part, voice.text("sheet.leader_part"))
    if case.employee_part:
        yield Entry(case.employee_part, voice.text("sheet.employee_part"))


def _ratings(view: CaseView, voice: Voice) -> Iterator[Entry]:
    held = view.case.held_on
    for dimension, rating in view.sheet.ratings.items():
        if held is not None and rating.rated_on >= held:
            name = voice.words.text(f"anchors.{dimension}.name")
            anchor = voice.words.text(f"anchors.{dimension}.{rating.value}")
            said = f"{anchor}\n{rating.example}" if rating.example else anchor
            yield Entry(said, voice.text("sheet.rating", dimension=name, value=rating.value))


def _rung(view: CaseView, voice: Voice) -> Iterator[Entry]:
    agreement = view.agreement
    if agreement is None:
        return
    key = f"ladders.task.{agreement.rung}"
    name, line = voice.words.text(f"{key}.name"), voice.words.text(f"{key}.line")
    yield Entry(voice.text("sheet.rung_line", rung=agreement.rung, name=name, line=line))
    for name, text in _said_in(agreement, voice):
        if text.strip():
            yield Entry(text, voice.words.text(f"access.fields.{name}"))
    if not view.case.closed and view.behind is not None:
        wording = put_into_words(explain(*view.behind), voice.words)
        yield Entry(wording.text, voice.text("sheet.why"))


def _said_in(agreement: Agreement, voice: Voice) -> Iterator[tuple[str, str]]:
    for name in ("purpose", "limits", "ask_when", "support", "watcher", "reason"):
        yield name, getattr(agreement, name)
    if (leap := agreement.leap) is not None:
        yield from (("leap_gain", leap.gain), ("leap_risk", leap.risk), ("leap_catch", leap.catch))
        yield "leap_review_on", voice.day(leap.review_on) if leap.review_on else ""
    if agreement.employee_rung is not None:
        name = voice.words.text(f"ladders.task.{agreement.employee_rung}.name")
        yield "employee_rung", f"{agreement.employee_rung} – {name}"
    yield from (("employee_view", agreement.employee_view), ("employee_comment", agreement.employee_comment))


def _changes(measures: Iterable[Measure], voice: Voice) -> Iterator[Entry]:
    for measure in sorted(measures, key=lambda m: (m.kind is not MeasureKind.FRAME, m.id or 0)):
        owner = voice.text(f"owner.{measure.owner}").lower()
        said = (
            voice.text("sheet.change", text=measure.text, owner=owner)
            if measure.due_on is None
            else voice.text("sheet.change_due", text=measure.text, owner=owner, day=voice.day(measure.due_on))
        )
        if measure.done_on is not None:
            said = f"{said} – {voice.text('sheet.done_on', day=voice.day(measure.done_on))}"
        yield Entry(said)


def _controls(controls: Iterable[Control], voice: Voice) -> Iterator[Entry]:
    for control in controls:
        said = voice.text(
            "sheet.control",
            form=control.form.rstrip("."),
            purpose=control.purpose.rstrip("."),
            owner=voice.text(f"owner.{control.owner}"),
            first=voice.day(control.starts_on),
            last=voice.day(control.ends_on or control.starts_on),
        )
        if control.ended_on is not None:
            said = f"{said} {voice.text('sheet.control_ended', day=voice.day(control.ended_on))}"
        yield Entry(said)


def _criteria(case: BreachCase, voice: Voice) -> Iterator[Entry]:
    for criterion in case.criteria:
        seen = (
            voice.text("sheet.met_on", day=voice.day(criterion.met_on))
            if criterion.met_on
            else voice.text("sheet.not_met")
        )
        yield Entry(f"{criterion.text} – {seen}")


def _first_follow_up(view: CaseView, voice: Voice) -> Iterator[Entry]:
    if view.agreement is not None and view.agreement.first_follow_up is not None:
        yield Entry(voice.text("sheet.first_follow_up", day=voice.day(view.agreement.first_follow_up)))


def _follow_up(follow_up: FollowUp, voice: Voice) -> Entry:
    if follow_up.held_on is None or follow_up.outcome is None:
        return Entry(voice.text("sheet.follow_up_planned", day=voice.day(follow_up.due_on)))
    outcome = voice.text(f"sheet.{follow_up.outcome}")
    head = voice.text("sheet.follow_up_held", day=voice.day(follow_up.held_on), outcome=outcome)
    learned = "\n".join(follow_up.learned)
    return Entry(learned or outcome, head) if learned else Entry(head)


def _closing(view: CaseView, voice: Voice) -> Iterator[Entry]:
    case = view.case
    for former in case.former_closings:
        outcome = voice.text(f"outcome.{former.outcome}.name") if former.outcome else voice.text("status.closed")
        lead = voice.text(
            "sheet.former",
            outcome=outcome,
            day=voice.day(former.closed_on),
            reopened=voice.day(former.reopened_on),
            reason=former.reason,
        )
        yield Entry(former.words, lead) if former.words else Entry(lead)
    if case.closed_on is not None:
        outcome = voice.text(f"outcome.{case.outcome}.name") if case.outcome else voice.text("status.closed")
        yield Entry(voice.text("sheet.closed", outcome=outcome, day=voice.day(case.closed_on)))
    if case.closing_words:
        yield Entry(case.closing_words)
    if case.shown_on is not None:
        yield Entry(voice.text("sheet.shown", day=voice.day(case.shown_on)))
    if view.delete_on is not None:
        yield Entry(voice.text("sheet.delete_on", day=voice.day(view.delete_on)))


def _lead_out(case: BreachCase, voice: Voice) -> Iterator[Entry]:
    for item, done_on in case.led_out:
        yield Entry(voice.day(done_on), voice.text(f"lead_out.item.{item}.name"))


def _typed(text: str) -> tuple[Entry, ...]:
    return (Entry(text),) if text.strip() else ()


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.entries)


def _masked(sheet: Sheet, others: KnownNames, mask: str) -> Sheet:
    def hide(text: str) -> str:
        return others.masked(text, mask)

    sections = tuple(
        Section(s.title, tuple(Entry(hide(e.text), hide(e.lead)) for e in s.entries)) for s in sheet.sections
    )
    return Sheet(sheet.title, sheet.subtitle, sections, sheet.foot, sheet.signatures)

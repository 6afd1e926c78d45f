"""Trust: ratings, the suggestion they give, and the agreements made on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Literal

from tillid_planner.domain import dosing
from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus, Case, Dimension, Novelty, Reading
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.comment import Comment
from tillid_planner.domain.dosing import Suggestion
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.follow_up import FollowUp, first_follow_up
from tillid_planner.domain.rating import Rater, Rating
from tillid_planner.services.rule_kept import asked_and_answered
from tillid_planner.services.standing import Sheet, in_force, sheet_of
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.breach_records import Breaches
from tillid_planner.storage.rating_records import Comments, Ratings
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.workspace import Workspace

_ANSWER = (
    "rung",
    "carries",
    "band",
    "exposure",
    "follow_ups_needed",
    "binding",
    "standing",
    "temporary",
    "actions",
    "cadence_days",
)
_NEXT_STATE = {
    AgreementState.OFFERED: AgreementState.DISCUSSED,
    AgreementState.DISCUSSED: AgreementState.ACCEPTED,
}


class Trust:
    """Everything that is done on one task and one assignee; each act is one step of undo."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._tasks = Tasks(self._db)
        self._assignees = Assignees(self._db)
        self._ratings = Ratings(self._db)
        self._agreements = Agreements(self._db)
        self._follow_ups = FollowUps(self._db)
        self._breaches = Breaches(self._db)
        self._comments = Comments(self._db)
        # Several parts of a page show one pair: until something is written it is read once.
        self._read: dict[tuple[int, int], Sheet] = {}
        self._read_at: tuple[object, date] | None = None

    def behind(self, agreement_id: int) -> tuple[Case, Suggestion] | None:
        """Return the question and the answer an agreement was made on, as they were that day.

        None where there was no suggestion, or where another version of the rule gave it.
        """
        return asked_and_answered(self._agreements.rule_behind(agreement_id))

    def sheet(self, task_id: int, assignee_id: int) -> Sheet:
        """Return all that is known of one pair, with today's suggestion; raise ``NotFound``."""
        mark = self._db.content_mark
        if mark is None or self._read_at != (mark, self._today()):
            self._read.clear()
            self._read_at = None if mark is None else (mark, self._today())
        pair = task_id, assignee_id
        if (known := self._read.get(pair)) is not None:
            return known
        sheet = self._sheet(*pair, self._ratings.of_pair(*pair), self._breaches.of_assignee(assignee_id))
        if mark is not None:
            self._read[pair] = sheet
        return sheet

    def sheet_if_closed(
        self, task_id: int, assignee_id: int, breach_id: int, ratings: Mapping[Dimension, Reading]
    ) -> Sheet:
        """Return the pair's sheet as it would be with one breach closed today and these ratings made today."""
        today = self._today()
        rated = [
            Rating(
                task_id=task_id,
                assignee_id=assignee_id,
                dimension=dimension,
                value=reading.value,
                sure=reading.sure,
                rated_on=today,
                rater=Rater.LEADER,
            )
            for dimension, reading in ratings.items()
            if reading.value is not None
        ]
        breaches = [
            replace(b, status=BreachStatus.CLOSED, closed_on=today) if b.id == breach_id else b
            for b in self._breaches.of_assignee(assignee_id)
        ]
        return self._sheet(task_id, assignee_id, [*self._ratings.of_pair(task_id, assignee_id), *rated], breaches)

    def _sheet(self, task_id: int, assignee_id: int, ratings: Sequence[Rating], breaches: Sequence[Breach]) -> Sheet:
        agreements = self._agreements.of_pair(task_id, assignee_id)
        return sheet_of(
            task=self._tasks.get(task_id),
            assignee=self._assignees.get(assignee_id),
            pair=self._ratings.pair(task_id, assignee_id),
            ratings=ratings,
            agreements=agreements,
            follow_ups=[f for a in agreements for f in self._follow_ups.of_agreement(a.id or 0)],
            breaches=breaches,
            comments=self._comments.of_pair(task_id, assignee_id),
            today=self._today(),
        )

    def rate(
        self,
        task_id: int,
        assignee_id: int,
        dimension: Dimension,
        value: int,
        *,
        sure: bool = True,
        example: str = "",
        seen_on: date | None = None,
        rater: Rater = Rater.LEADER,
    ) -> Changes:
        """Rate one prerequisite 1–5. What is written the same day is the same rating; later it is a new one.

        Raises ``InvalidInput`` with everything wrong with it.
        """
        today = self._today()
        rating = Rating(
            task_id=task_id,
            assignee_id=assignee_id,
            dimension=dimension,
            value=value,
            sure=sure,
            example=example,
            seen_on=seen_on,
            rated_on=today,
            rater=rater,
        )
        _refuse(*rating.faults(today))
        newest = self._newest(rating)
        if newest is not None and replace(newest, id=None) == rating:
            return Changes("rate")
        with self._db.act("rate") as act:
            if newest is not None and newest.rated_on == today:
                self._ratings.save(replace(rating, id=newest.id))
            else:
                self._ratings.add(rating)
        return act.changes

    def rate_own(self, task_id: int, assignee_id: int, ratings: Mapping[Dimension, int]) -> Changes:
        """Write down how the employee rates the prerequisites 1–5; raise ``InvalidInput``."""
        with self._db.act("rate_own") as act:
            for dimension, value in ratings.items():
                self.rate(task_id, assignee_id, dimension, value, rater=Rater.EMPLOYEE)
        return act.changes

    def confirm(self, task_id: int, assignee_id: int, dimension: Dimension) -> Changes:
        """Say that the newest rating still holds today, and surely; it becomes a new rating of today."""
        newest = self.sheet(task_id, assignee_id).ratings.get(dimension)
        if newest is None:
            return Changes("rate")
        with self._db.act("rate") as act:
            self._ratings.add(replace(newest, id=None, sure=True, rated_on=self._today()))
        return act.changes

    def set_novelty(self, task_id: int, assignee_id: int, novelty: Novelty) -> Changes:
        """Say how well the assignee knew the task before the first agreement."""
        with self._db.act("set_novelty") as act:
            self._ratings.save_pair(replace(self._ratings.pair(task_id, assignee_id), novelty=novelty))
        return act.changes

    def set_own_rung(self, task_id: int, assignee_id: int, rung: int | None) -> Changes:
        """Note the rung the leader would choose before she sees the suggestion; 0–5, or None for no bid."""
        if rung is not None and rung not in range(6):
            raise InvalidInput(Fault("own_rung", "out_of_range", {"low": 0, "high": 5}))
        pair = self._ratings.pair(task_id, assignee_id)
        if pair.own_rung == rung:
            return Changes("set_own_rung")
        with self._db.act("set_own_rung") as act:
            self._ratings.save_pair(replace(pair, own_rung=rung, own_rung_on=None if rung is None else self._today()))
        return act.changes

    def draft(self, task_id: int, assignee_id: int, rung: int) -> Agreement:
        """Return an agreement to fill in: the task's own lines and the first follow-up are there already."""
        return self.draft_on(self.sheet(task_id, assignee_id), rung)

    def draft_on(self, sheet: Sheet, rung: int) -> Agreement:
        """Return an agreement to fill in for a pair that stands as *sheet* says."""
        before, today = sheet.agreement, self._today()
        suggested = _measured_by(sheet, rung)
        exposure = sheet.suggestion.exposure if sheet.suggestion else 0
        days = dosing.cadence_days(rung, exposure, sheet.repairing)
        rise = before is not None and rung > before.rung
        leap = suggested is not None and rung > suggested
        return Agreement(
            task_id=sheet.task.id or 0,
            assignee_id=sheet.assignee.id or 0,
            rung=rung,
            agreed_on=today,
            purpose=before.purpose if before else sheet.task.purpose,
            limits=before.limits if before else sheet.task.fixed,
            ask_when=before.ask_when if before else sheet.task.ask_when,
            support=before.support if before else "",
            watcher=before.watcher if before else "",
            first_follow_up=None if days is None else first_follow_up(today, days, sooner=rise or leap),
            employee_rung=before.employee_rung if before else None,
            suggested_rung=suggested,
        )

    def agree(self, agreement: Agreement) -> Changes:
        """Store a new agreement, with the suggestion behind it and its first follow-up.

        Raises ``InvalidInput`` with everything that is missing: when to ask from rung 3, a first follow-up,
        a reason below the suggestion or the rung in force, the four questions above the suggestion, or a rung above the
        law's ceiling.
        """
        sheet = self.sheet(agreement.task_id, agreement.assignee_id)
        today = self._today()
        suggested = _measured_by(sheet, agreement.rung)
        agreement = replace(agreement, id=None, agreed_on=today, suggested_rung=suggested)
        if (leap := agreement.leap) is not None and not agreement.is_leap:
            said = agreement.rung > 0 and (leap.gain.strip() or leap.risk.strip())
            agreement = replace(agreement, leap=replace(leap, catch="", review_on=None) if said else None)
        before = sheet.agreement.rung if sheet.agreement else None
        _refuse(*agreement.faults(today, sheet.task.legal_ceiling, before))
        with self._db.act("agree") as act:
            agreement_id = self._agreements.add(agreement, _rule_behind(sheet))
            self._plan_by(replace(agreement, id=agreement_id))
        return act.changes

    def advance(self, agreement_id: int) -> Changes:
        """Move an agreement on: offered → discussed → accepted; an accepted one stays."""
        agreement = self._agreements.get(agreement_id)
        after = _NEXT_STATE.get(agreement.state)
        return Changes("advance") if after is None else self.set_state(agreement_id, after)

    def set_state(self, agreement_id: int, state: AgreementState) -> Changes:
        """Set how far an agreement has come; its follow-up is planned once it holds, and only then."""
        with self._db.act("advance") as act:
            agreement = self._agreements.get(agreement_id)
            if agreement.state is not state:
                after = replace(agreement, state=state)
                self._agreements.save(after)
                if not self._plan_by(after):
                    self._hand_back(after)
        return act.changes

    def note_employee(
        self,
        agreement_id: int,
        *,
        rung: int | Literal["as it is"] | None = "as it is",
        view: str | None = None,
        comment: str | None = None,
    ) -> Changes:
        """Keep the employee's own rung 0–5, view or comment on an agreement; what is not given stays.

        ``rung=None`` clears the rung: the employee has no wish any more, or it was a slip of the hand.
        """
        if isinstance(rung, int) and rung not in range(6):
            raise InvalidInput(Fault("employee_rung", "out_of_range", {"low": 0, "high": 5}))
        agreement = self._agreements.get(agreement_id)
        after = replace(
            agreement,
            employee_rung=agreement.employee_rung if rung == "as it is" else rung,
            employee_view=agreement.employee_view if view is None else view,
            employee_comment=agreement.employee_comment if comment is None else comment,
        )
        if after == agreement:
            return Changes("note_employee")
        with self._db.act("note_employee") as act:
            self._agreements.save(after)
        return act.changes

    def shown(self, agreement_id: int) -> Changes:
        """Note that the agreement was shown to the employee today."""
        with self._db.act("shown") as act:
            self._agreements.save(replace(self._agreements.get(agreement_id), shown_on=self._today()))
        return act.changes

    def withdraw(self, agreement_id: int) -> Changes:
        """Take an agreement back; it stays in the history, and the one before it holds again, with its follow-up."""
        with self._db.act("withdraw") as act:
            agreement = replace(self._agreements.get(agreement_id), withdrawn_on=self._today())
            self._agreements.save(agreement)
            self._hand_back(agreement)
            for follow_up in self._planned(agreement):
                self._follow_ups.remove(follow_up.id or 0)
        return act.changes

    def comment(self, task_id: int, assignee_id: int, author: Rater, text: str) -> Changes:
        """Add a comment of today; an empty one is refused with ``InvalidInput``."""
        if not text.strip():
            raise InvalidInput(Fault("text", "required"))
        with self._db.act("comment") as act:
            self._comments.add(
                Comment(
                    task_id=task_id, assignee_id=assignee_id, author=author, text=text.strip(), written_on=self._today()
                )
            )
        return act.changes

    def remove_comment(self, comment_id: int) -> Changes:
        """Delete a comment."""
        with self._db.act("remove_comment") as act:
            self._comments.remove(comment_id)
        return act.changes

    def _newest(self, rating: Rating) -> Rating | None:
        found = [
            r
            for r in self._ratings.of_pair(rating.task_id, rating.assignee_id)
            if r.dimension is rating.dimension and r.rater is rating.rater
        ]
        return found[-1] if found else None

    def _plan_by(self, agreement: Agreement) -> bool:
        """Plan the first follow-up of an agreement if it holds; return whether it does.

        Until then the follow-up of the agreement in force stays. A new one in force brings its own first follow-up;
        those the others had planned would be doubles.
        """
        pair = self._agreements.of_pair(agreement.task_id, agreement.assignee_id)
        holding = in_force(pair)
        if holding is None or holding.id != agreement.id:
            return False
        if agreement.first_follow_up is None:
            return True
        for other in pair:
            if other.id != agreement.id:
                for follow_up in self._planned(other):
                    self._follow_ups.remove(follow_up.id or 0)
        if not self._follow_ups.of_agreement(agreement.id or 0):
            self._plan(agreement, agreement.first_follow_up)
        return True

    def _hand_back(self, agreement: Agreement) -> None:
        """Give what an agreement that holds no longer had planned to the one that holds again, if it has nothing.

        With a pause between them nothing is left to give, and the one that holds again gets its own anew.
        """
        holding = in_force(self._agreements.of_pair(agreement.task_id, agreement.assignee_id))
        if holding is None or holding.id == agreement.id or not holding.rung or self._planned(holding):
            return
        given = self._planned(agreement)
        for follow_up in given:
            self._follow_ups.save(replace(follow_up, agreement_id=holding.id or 0))
        if not given and holding.first_follow_up is not None:
            self._plan(holding, holding.first_follow_up)

    def _plan(self, agreement: Agreement, day: date) -> None:
        self._follow_ups.add(FollowUp(agreement_id=agreement.id or 0, due_on=max(day, self._today())))

    def _planned(self, agreement: Agreement) -> list[FollowUp]:
        return [f for f in self._follow_ups.of_agreement(agreement.id or 0) if f.held_on is None]


def _measured_by(sheet: Sheet, rung: int) -> int | None:
    """Return the rung an agreement is held against: the suggestion, or what stands where the frame takes some away.

    What the frame takes away for now is not agreed away: to go on at the rung that stands is no leap.
    """
    suggestion = sheet.suggestion
    if suggestion is None or suggestion.rung is None or suggestion.standing is None:
        return None if suggestion is None else suggestion.rung
    return suggestion.standing if suggestion.temporary and rung > suggestion.rung else suggestion.rung


def _rule_behind(sheet: Sheet) -> dict[str, str | None]:
    """Return the rule's version, question and answer, kept so that an old explanation can be shown as it was."""
    case, suggestion = sheet.case, sheet.suggestion
    if case is None or suggestion is None:
        return {"rule_version": None, "rule_case": None, "rule_result": None}
    answer = {name: getattr(suggestion, name) for name in _ANSWER}
    return {
        "rule_version": str(dosing.RULE_VERSION),
        "rule_case": json.dumps(asdict(case)),
        "rule_result": json.dumps(answer),
    }


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)

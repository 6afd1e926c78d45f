"""Why a task stands where it stands: what limits, what would lift it, what was seen, what the employee says."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.explanation import listed
from tillid_planner.services.person_review import TaskLine
from tillid_planner.ui.days import day_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Card, TextButton, TextLabel


class WhyCard(Card):
    """The explanation of one task, the same text for leader and employee."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self.open_button = TextButton(tr("Open in Trust"), "matrix", flush=True)
        super().__init__(tr("Why"), action=self.open_button, parent=parent)
        self._words = words
        self.labels: list[TextLabel] = []
        self._said_here = QVBoxLayout()
        self._said_here.setSpacing(8)
        self.add(self._said_here)
        self.compare_button = TextButton(tr("Compare with others on the same task"), "people", flush=True)
        self.body.addWidget(self.compare_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_line(self, line: TaskLine, today: date) -> None:
        """Show a task's explanation."""
        said = self._said(line, today)
        while len(self.labels) < len(said):
            label = TextLabel("", private=True)
            self.labels.append(label)
            self._said_here.addWidget(label)
        for label, (lead, text) in zip(self.labels, said, strict=False):
            label.set_text(text, lead=lead)
        for number, label in enumerate(self.labels):
            label.setVisible(number < len(said))

    def _said(self, line: TaskLine, today: date) -> list[tuple[str, str]]:
        found = self._on_its_way(line, today) + self._explained(line)
        if line.last_seen is not None:
            day = day_text(line.last_seen.seen_on or line.last_seen.rated_on, today)
            found.append((tr("Last seen, {day}:", day=day), line.last_seen.example))
        else:
            found.append((tr("Last seen:"), tr("nothing written yet.")))
        if line.own_words:
            whose = tr("The team's own words:") if line.sheet.assignee.is_team else tr("The employee's own words:")
            found.append((whose, tr("«{words}»", words=line.own_words)))
        shown = line.agreement.shown_on if line.agreement else None
        if shown is not None:
            found.append(("", shown_sentence(shown, today, team=line.sheet.assignee.is_team)))
        return found

    def _on_its_way(self, line: TaskLine, today: date) -> list[tuple[str, str]]:
        offer = line.sheet.offer
        if offer is None:
            return []
        day = day_text(offer.agreed_on, today)
        said = (
            tr("Rung {rung} was discussed {day} and is not accepted yet.", rung=offer.rung, day=day)
            if offer.state is AgreementState.DISCUSSED
            else tr("Rung {rung} was offered {day} and is not accepted yet.", rung=offer.rung, day=day)
        )
        return [(said, "")]

    def _explained(self, line: TaskLine) -> list[tuple[str, str]]:
        wording = line.wording(self._words)
        if line.closed:
            return [("", tr("There is a suggestion that has not been opened. Say your own rung first, in Trust."))]
        if line.task.missing:
            return [("", tr("The task is not described yet, so nothing can be suggested."))]
        if wording is None:
            return []
        found = [(wording.head, wording.span)]
        if wording.limits:
            found.append((wording.limits_head, f"{listed(wording.limits, self._words)}."))
        elif wording.unlimited:
            found.append(("", wording.unlimited))
        if wording.frame_note:
            found.append(("", wording.frame_note))
        for number, needs in enumerate(wording.lift):
            lead = self._words.text("explanation.or_head") if number else wording.lift_head
            found.append((lead, f"{listed(needs, self._words)}."))
        if wording.fixed:
            found.append(("", wording.fixed))
        return found + [("", flag) for flag in wording.flags]


def shown_sentence(day: date, today: date, *, team: bool) -> str:
    """Return when something was shown to those it is about."""
    said = day_text(day, today)
    return tr("Shown to the team {day}.", day=said) if team else tr("Shown to the employee {day}.", day=said)

"""The steps before the conversation: facts, and the leader's own part."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from tillid_planner.domain.breach import Fact, Source
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.breach.line_crossed import LineCrossed
from tillid_planner.ui.breach.panel import Panel
from tillid_planner.ui.breach.parts import PartList, PartRow
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, ComboBox, DateField, Field, FreeLine, GrowingText, SunkenNote
from tillid_planner.ui.widgets.kept_fields import KeptFields

QUESTIONS = ("agreed", "rung", "frame", "signs", "other", "know", "anger", "group")


class FactsPanel(Panel):
    """What was agreed, what happened, how it was noticed; and, apart from it, what is thought of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.FACTS)
        facts = Card(tr("Facts"))
        agreed_before = self.text_field("agreed_before", tr("What had you agreed?"))
        happened = self.text_field("facts", tr("What happened?"), tr("What was seen and heard, in order."), least=3)
        for several in (agreed_before, happened):
            facts.add(several)
        self.happened_on = DateField(today=desk.session.today(), required=True)
        self.fact_source = ComboBox(self._sources())
        self.noticed_by = FreeLine()
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label, editor in (
            ("happened_on", tr("When?"), self.happened_on),
            ("fact_source", tr("How do you know it?"), self.fact_source),
            ("noticed_by", tr("Who noticed? (role, not name)"), self.noticed_by),
        ):
            field = Field(label, editor)
            self.kept.bind(name, editor, field)
            row.addWidget(field, 1)
        self._watches = [f.watch for f in (agreed_before, happened) if f.watch] + [self.noticed_by.watch]
        facts.add(row)
        self.more = PartList(tr("Add another fact"))
        facts.add(self.more)
        self.line_crossed = LineCrossed(desk)
        facts.add(self.line_crossed)
        self.add(facts)
        view = Card(tr("Your assessment"))
        view.add(
            self.text_field(
                "assessment",
                tr("How do you see it so far?"),
                tr("Kept apart from the facts, and marked as yours. The employee may read it."),
            )
        )
        self.add(view)
        self.add(self.trouble)
        self.line_crossed.chosen.connect(self._cross)
        self.more.add_requested.connect(lambda: self._edit(None))
        self.more.edit_requested.connect(self._edit)
        self.more.remove_requested.connect(
            lambda fact: self.run(lambda: desk.session.cases.remove(self.case_id, fact), tr("The fact is removed."))
        )

    @override
    def fill(self, view: CaseView) -> None:
        """Show the facts added later, and the red line that was crossed."""
        self.line_crossed.show_case(view.case)
        names = self.desk.session.endings.names_of_others(view.case)
        for watch in self._watches:
            watch.set_names(names)
        self.more.set_rows(
            [
                PartRow(f, f.text, f"{self.day(f.happened_on)} · {self.say(f'source.{f.source}')}")
                for f in view.case.more_facts
            ],
            editable=not view.case.closed,
        )

    def _cross(self, text: str, consequence: str) -> None:
        fields, cases = {"line_crossed": text, "line_consequence": consequence}, self.desk.session.cases
        case_id = self.case_id
        self.run(lambda: cases.change(case_id, **fields), at=self.line_crossed.choice)

    def _sources(self) -> list[tuple[object, str]]:
        return [(source, self.say(f"source.{source}")) for source in Source]

    def _edit(self, fact: Fact | None) -> None:
        today = self.desk.session.today()
        text = GrowingText(fact.text if fact else "", min_lines=3)
        text.watch.set_names(self.desk.session.endings.names_of_others(self.view.case))
        day = DateField(fact.happened_on if fact else self.view.case.happened_on, today=today, required=True)
        source = ComboBox(self._sources())
        source.set_value(fact.source if fact else Source.SEEN)
        case_id = self.case_id

        def store(values: dict[str, Any]) -> Changes:
            made = Fact(happened_on=values["happened_on"], text=values["text"], source=values["source"])
            return self.desk.session.cases.put(case_id, replace(made, id=fact.id if fact else None))

        self.ask_part(
            f"fact/{fact.id if fact else 'new'}",
            tr("A fact"),
            {
                "text": (tr("What happened?"), text),
                "happened_on": (tr("When?"), day),
                "source": (tr("How do you know it?"), source),
            },
            store,
        )


class OwnPartPanel(Panel):
    """The leader's own thoughts before they talk: kept until then, and no longer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.OWN_PART)
        self.note = SunkenNote("info", self.say("own_part.intro"))
        self.add(self.note)
        self.notes = Card(tr("Only for you, until you talk"))
        self.editors: dict[str, GrowingText] = {}
        self.own = KeptFields(desk, self)
        self.own.edited.connect(self._write)
        self.notes.add(self.own.draft.note)
        self._moves: dict[str, Button] = {}
        for question in QUESTIONS:
            self._add_question(question)
        self.add(self.notes)
        part = Card(self.say("own_part.part"))
        part.add(self.text_field("leader_part", tr("My own part in it"), least=3))
        self.add(part)
        self.ready = Button(tr("I am ready to talk"), "primary")
        self.ready.clicked.connect(self._ready)
        self.add(self.ready, left=True)
        self.add(self.trouble)

    @override
    def fill(self, view: CaseView) -> None:
        """Show the notes; after the conversation there are none and no place for them."""
        kept = dict(view.case.own_notes)
        before = view.case.held_on is None and not view.case.closed
        subject = DraftSubject(DraftForm.OWN_PART, breach_id=self.case_id)
        if not before:
            self.own.draft.end()
        elif self.own.draft.subject == subject:
            self.own.show(kept)
        else:
            self.own.show_afresh(kept, subject)
        for question, move in self._moves.items():
            move.setVisible(question in kept)
        self.notes.setVisible(before)
        self.note.setVisible(before)
        self.ready.setVisible(before)

    @override
    def commit(self) -> None:
        """Keep what is being typed now."""
        super().commit()
        self.own.commit()

    def _add_question(self, question: str) -> None:
        editor = GrowingText(min_lines=1, max_lines=10)
        words = self.say(f"own_part.question.{question}")
        editor.setAccessibleName(words)
        move = Button(self.say("own_part.move"), "text", "right", flush=True)
        move.setAccessibleName(f"{self.say('own_part.move')}: {words}")
        move.clicked.connect(lambda *_: self._move(question))
        self.editors[question], self._moves[question] = editor, move
        field = Field(words, editor)
        self.own.bind(question, editor, field)
        self.notes.add(field)
        holder = QHBoxLayout()
        holder.addWidget(move)
        holder.addStretch(1)
        self.notes.add(holder)

    def _write(self, question: str, text: object) -> None:
        case_id = self.case_id
        reply = self.desk.run(lambda: self.desk.session.cases.write_own_note(case_id, question, str(text)))
        if reply.invalid is not None:
            self.own.tell(replace(fault, field=question) for fault in reply.invalid.faults)
        elif reply:
            self.own.stored(question)

    def _move(self, question: str) -> None:
        case_id = self.case_id
        self.editors[question].commit()
        self.run(lambda: self.desk.session.cases.move_own_note(case_id, question), tr("Moved to your own part."))

    def _ready(self) -> None:
        self.commit()
        case_id = self.case_id
        if self.run(lambda: self.desk.session.cases.set_prepared(case_id), at=self.ready):
            self.step_requested.emit(Step.CONVERSATION)

"""A thousand random weeks: the board shows what the rule suggests, and no agreement changes."""

import random
from dataclasses import replace
from datetime import timedelta

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.domain.dosing import suggest
from tillid_planner.domain.week import Week


def a_random_unit(chance):
    """People with agreements of which some no longer fit: rated anew since, breached, above a ceiling set later."""
    unit = a_session()
    people = [a_person(unit, f"P{n}", weekly_hours=float(chance.randint(2, 9))) for n in range(6)]
    tasks = [
        a_task(
            unit,
            f"T{n}",
            consequence=chance.randint(1, 3),
            reversal=chance.randint(1, 3),
            detection=chance.randint(1, 3),
            clarity=chance.randint(1, 3),
        )
        for n in range(7)
    ]
    pairs = [(task, person) for task in tasks for person in people if chance.random() < 0.6]
    for task, person in pairs:
        rated(unit, task, person, *(chance.randint(2, 5) for _ in range(3)), sure=chance.random() < 0.8)
        suggested = unit.trust.sheet(task, person).suggestion.rung
        agreed(unit, task, person, max(1, suggested - chance.randint(0, 1)))
    for task, person in chance.sample(pairs, len(pairs) // 4):
        rated(unit, task, person, *(chance.randint(1, 5) for _ in range(3)), sure=chance.random() < 0.8)
    for task, person in chance.sample(pairs, 3):
        unit.breaches.note(task, person, "Noget gik galt.")
    unit.register.save_task(replace(unit.register.task(tasks[0]), legal_ceiling=2, legal_basis="Instruks"))
    return unit, people, pairs


def test_a_thousand_random_weeks_show_what_the_rule_suggests_and_change_no_agreement():
    chance = random.Random(20261123)
    unit, people, pairs = a_random_unit(chance)
    before = {pair: unit.trust.sheet(*pair).agreement for pair in pairs}
    # What the rule is asked with comes from where trust is read, not from the board.
    cases = {pair: unit.trust.sheet(*pair).case for pair in pairs}
    weekly = {person: unit.register.assignee(person).weekly_hours for person in people}
    lowered = stayed = 0
    for number in range(1000):
        week = Week.of(TODAY + timedelta(days=7 * number))
        away = {person: set() for person in people}
        for person in chance.sample(people, chance.randint(0, 2)):
            day = chance.choice(week.days[:5])
            unit.planning.add_absence(person, day, day)
            away[person].add(day)
        for task, person in chance.sample(pairs, chance.randint(1, 5)):
            unit.planning.place(task, person, chance.choice(week.days[:5]), chance.choice([0.5, 1.25, 4, 7.5]))
        stored = unit.planning.board(week)
        dragged = chance.choice([c for row in stored.rows for c in row.all_cards]).placement
        goal = chance.choice([person for task, person in pairs if task == dragged.task_id])
        # The board as it is stored, and as it looks while a card is over somebody else.
        for board in (stored, stored.moved(dragged, goal, chance.choice(week.days[:5]))):
            for row in board.rows:
                off = away[row.id] | set(board.facts.holidays)
                available = weekly[row.id] * sum(day not in off for day in week.days[:5]) / 5
                planned = sum(shown.placement.hours for shown in row.all_cards)
                load = None if not planned else planned / available if available else 10.0
                for shown in row.all_cards:
                    pair = (shown.placement.task_id, shown.placement.assignee_id)
                    answer, agreed_rung = suggest(replace(cases[pair], load=load)), before[pair].rung
                    temporary = answer.temporary or answer.rung == 0
                    assert shown.rung == (min(answer.rung, agreed_rung) if temporary else agreed_rung)
                    assert shown.agreed == agreed_rung
                    lowered += shown.lowered
                    stayed += not shown.lowered and answer.rung < agreed_rung
    assert lowered > 100
    assert stayed > 50
    assert {pair: unit.trust.sheet(*pair).agreement for pair in pairs} == before

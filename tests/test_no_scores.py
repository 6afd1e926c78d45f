"""Nobody is scored: no total, average, percentage, decimal or order by rating of a person, anywhere it could be read.

Here every text of the product, every line of its code, and pages with people of every rung on them;
every page, dialog, paper and file of the demo is gone through in ``tests/ui/test_no_scores_seen.py``.
"""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import tillid_planner
from tests.builders import a_person, a_session, a_task, agreed, rated
from tests.no_scores import about_somebody, figures, spoken_texts
from tests.test_i18n import messages
from tillid_planner.content import words
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.consistency import PassedBy
from tillid_planner.domain.rating import Rater
from tillid_planner.languages import CODES

PACKAGE = Path(tillid_planner.__file__).parent
SCORING = re.compile(
    r"\b(average|mean score|median|score[sd]?|scoring|percentile|rank(ed|ing|s)?|league|top ?\d|best performer|"
    r"success rate|hit rate|gennemsnit\w*|snit|score\w*|rangliste\w*|rangering\w*|pointtal|pointsum|topscorer\w*|"
    r"succesrate\w*|karakter(er|gennemsnit)?|samlet vurdering|total rating|sum of ratings)\b",
    re.IGNORECASE,
)
# What a rung is not may be said.
DENIED = re.compile(r"ikke en karakter|is not a (grade|score)", re.IGNORECASE)
# A percentage is one of the week's hours, never of a person.
LOAD = re.compile(r"belast|load|timer|hours|aflast|uge|week|percent\} ?%$|skala|scale|text size|tekst", re.IGNORECASE)


def product_texts() -> Iterator[tuple[str, str]]:
    """Every text that can be on the screen, on paper or in a file, with where it comes from."""

    def walk(at: str, found: object) -> Iterator[tuple[str, str]]:
        if isinstance(found, str):
            yield at, found
        elif isinstance(found, dict):
            for key, part in found.items():
                yield from walk(f"{at}.{key}", part)
        elif isinstance(found, list):
            for number, part in enumerate(found):
                yield from walk(f"{at}[{number}]", part)

    for language in CODES:
        said = words(language)
        for name in said.files():
            yield from walk(f"{language}/{name}", dict(said.section(name)))
        for file, source, forms, _, _ in messages(language):
            for form in (source, *forms):
                yield f"{language}/{file}", form


def test_no_text_speaks_of_scores_averages_or_ranks():
    wrong = [f"{at}: {text}" for at, text in product_texts() if SCORING.search(DENIED.sub("", text))]
    assert not wrong, "\n".join(wrong)


def test_a_percentage_is_said_of_hours_and_of_nothing_else():
    shares = [(at, text) for at, text in product_texts() if re.search(r"\} ?%|\d ?%", text)]
    wrong = [f"{at}: {text}" for at, text in shares if not LOAD.search(text)]
    assert not wrong, "\n".join(wrong)


def test_a_text_about_somebody_s_score_would_be_found():
    for text in ("Gennemsnit: 3,4", "Her average is 4", "Rangliste over medarbejdere", "success rate 80 %"):
        assert SCORING.search(text)


@cache
def sources() -> tuple[tuple[Path, tuple[ast.AST, ...]], ...]:
    """Every file of the program with all the nodes of its tree; read once, as each takes part in many questions."""
    files = sorted(PACKAGE.rglob("*.py"))
    return tuple((path, tuple(ast.walk(ast.parse(path.read_text("utf-8"))))) for path in files)


RATED = {"value", "rung", "rating", "ratings", "suggested_rung", "suggested", "carries", "standing", "good_looks"}


def key_of(call: ast.Call) -> ast.expr | None:
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    if name not in ("sorted", "sort", "min", "max", "nlargest", "nsmallest", "by_name"):
        return None
    return next((word.value for word in call.keywords if word.arg == "key"), None)


def attributes(node: ast.AST) -> set[str]:
    return {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}


def test_nothing_is_put_in_order_by_a_rung_or_a_rating():
    wrong = []
    for path, nodes in sources():
        for node in nodes:
            key = key_of(node) if isinstance(node, ast.Call) else None
            if key is not None and attributes(key) & RATED:
                wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert not wrong, "\n".join(wrong)


def test_an_order_by_rung_would_be_found():
    call = ast.parse("sorted(people, key=lambda person: (-person.rung, person.name))", mode="eval").body
    assert isinstance(call, ast.Call)
    assert attributes(key_of(call)) & RATED


def test_no_query_adds_up_averages_or_orders_by_what_was_rated():
    wrong = []
    for path, nodes in sources():
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = " ".join(node.value.split())
                summed = re.search(r"\b(avg|sum|total)\s*\(\s*\w*\.?(value|rung)", text, re.IGNORECASE)
                ordered = re.search(r"ORDER BY [^()]*\b(value|rung|suggested_rung)\b", text)
                if summed or ordered:
                    wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert not wrong, "\n".join(wrong)


#: Where something other than a person is weighed: which sign parts the columns of a file.
OF_NOBODY = {"separated"}


def test_no_name_in_domain_services_or_exchange_promises_a_score():
    promising = re.compile(r"(^|_)(score|scores|average|mean|ranking|rank|percentile|leaderboard|points_of)(_|$)")
    wrong = []
    for path, nodes in sources():
        if path.relative_to(PACKAGE).parts[0] not in ("domain", "services", "exchange", "storage", "ui"):
            continue
        for node in nodes:
            name = getattr(node, "name", None) or getattr(node, "attr", None) or getattr(node, "arg", None)
            if isinstance(name, str) and promising.search(name.casefold()) and path.stem not in OF_NOBODY:
                wrong.append(f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 0)} {name}")
    assert not wrong, "\n".join(wrong)


def test_nothing_counts_with_the_statistics_of_people():
    wrong = [
        str(path.relative_to(PACKAGE))
        for path, nodes in sources()
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        and "statistics" in {getattr(node, "module", "") or "", *(alias.name for alias in node.names)}
    ]
    assert not wrong


NAMES = ("Amina Holm", "Bo Lindskov", "Dariusz Nowak", "Åse Ørsted")


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


def people_of_every_rung(unit, rungs) -> list[int]:
    """Everybody in *NAMES* with two tasks at the rungs given, rated, looked at, and with a wish."""
    tasks = [a_task(unit, name) for name in ("Medicin", "Sårpleje")]
    people = [a_person(unit, name, weekly_hours=32.5) for name in NAMES]
    for person, rung in zip(people, rungs, strict=True):
        for task in tasks:
            rated(unit, task, person, rung + 1, 5, 5)
            agreement = agreed(unit, task, person, rung)
            unit.trust.note_employee(agreement.id, rung=5, view="Jeg vil gerne mere.")
            unit.trust.rate(task, person, Dimension.COMPETENCE, 5, rater=Rater.EMPLOYEE)
    return people


@pytest.mark.parametrize("rungs", list(itertools.permutations((1, 2, 3, 4)))[::5])
def test_services_give_people_and_tasks_in_an_order_that_no_rung_moves(unit, rungs):
    people = people_of_every_rung(unit, rungs)
    assert [a.id for a in unit.matrix.grid().assignees] == people
    review = unit.person_review.of(people[0])
    assert [line.task.name for line in review.lines] == ["Medicin", "Sårpleje"]
    reflection = unit.mirror.look()
    assert [a.name for a in reflection.passed_by[PassedBy.NEVER_RATED]] == []


def test_the_access_report_holds_ratings_as_whole_numbers_and_no_sum_of_them(unit):
    people = people_of_every_rung(unit, (1, 2, 3, 4))
    for language in CODES:
        report = unit.access.of(people[0], words(language))
        for section in report.sections:
            for entry in section.entries:
                for label, text in entry.lines:
                    if label not in ("Timer om ugen", "Hours a week"):
                        assert not figures(text), (section.title, label, text)
    kept = json.loads(unit.access.data(people[0], words("da")))["records"]
    assert all(isinstance(rating["value"], int) for rating in kept["rating"])


@pytest.mark.parametrize("language", CODES)
def test_the_pages_about_people_show_no_figure_but_rungs_counts_and_hours(qtbot, qapp, unit, language):
    from tillid_planner.ui.desk import Desk, Target
    from tillid_planner.ui.mirror.page import MirrorPage
    from tillid_planner.ui.person.page import PersonPage
    from tillid_planner.ui.person.prepare import PreparePage
    from tillid_planner.ui.texts import install_language
    from tillid_planner.ui.trust.page import TrustPage

    people = people_of_every_rung(unit, (1, 4, 2, 3))
    install_language(qapp, language)
    desk = Desk(unit, words(language))
    for page_class in (PersonPage, MirrorPage, PreparePage, TrustPage):
        page = page_class(desk)
        qtbot.addWidget(page)
        page.open_target(Target(assignee_id=people[0]))
        page.refresh()
        wrong = [text for text in spoken_texts(page) if about_somebody(text)]
        assert not wrong, (page_class.__name__, wrong)
    install_language(qapp, "da")


def test_rows_of_people_stand_by_name_whatever_they_are_trusted_with(qtbot, themed_app_for_scores, unit):
    from tillid_planner.ui.desk import Desk
    from tillid_planner.ui.trust.page import TrustPage

    people_of_every_rung(unit, (3, 1, 4, 2))
    page = TrustPage(Desk(unit, words("da")))
    qtbot.addWidget(page)
    page.refresh()
    assert [a.name for a in page.model.grid.assignees] == list(NAMES)
    assert not hasattr(page.table, "setSortingEnabled") or not page.table.isSortingEnabled()


@pytest.fixture
def themed_app_for_scores(qapp):
    from tillid_planner.ui.texts import install_language

    install_language(qapp, "da")
    return qapp


def test_the_leader_s_own_habits_are_whole_counts(unit):
    people_of_every_rung(unit, (1, 2, 3, 4))
    habits = unit.mirror.habits()
    assert all(isinstance(count, int) for counts in habits.spread.values() for count in counts)

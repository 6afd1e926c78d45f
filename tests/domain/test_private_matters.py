"""Words on health and unions are found whole, and what belongs to a task is left in peace."""

import pytest

from tillid_planner.content import words
from tillid_planner.domain.private_matters import PrivateMatter, PrivateMatters


def known(language):
    return PrivateMatters(words(language).text("privacy.health"), words(language).text("privacy.union"))


@pytest.mark.parametrize(
    ("language", "text", "matter"),
    [
        ("da", "Hun var sygemeldt i to uger.", PrivateMatter.HEALTH),
        ("da", "Det skyldes STRESS", PrivateMatter.HEALTH),
        ("da", "Går på barsel til maj", PrivateMatter.HEALTH),
        ("da", "Tog tillidsrepræsentanten med", PrivateMatter.UNION),
        ("da", "Er medlem af FOA.", PrivateMatter.UNION),
        ("en", "She was on a sick note", PrivateMatter.HEALTH),
        ("en", "brought the shop steward along", PrivateMatter.UNION),
    ],
)
def test_such_words_are_found(language, text, matter):
    assert known(language).found_in(text) is matter


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "Modtagelse fra sygehus"),
        ("da", "Sygeplejersken ringede til vagttelefonen."),
        ("da", "Dobbeltkontrol af insulin og demensvejledning"),
        ("da", "Tilliden er stor, og 13 F-vagter er dækket."),
        ("da", ""),
        ("en", "She will fill in the form and skill the others."),
        ("en", "A reunion of the team"),
    ],
)
def test_words_that_belong_to_tasks_are_not(language, text):
    assert known(language).found_in(text) is None


def test_no_task_or_agreement_of_the_demo_is_taken_for_one():
    from tillid_planner.paths import resources_folder

    text = (resources_folder() / "demo" / "da.toml").read_text("utf-8")
    lines = [line for line in text.splitlines() if known("da").found_in(line)]
    assert lines == []

"""Names are refused in texts that are for everybody; everyday words that are also names are not."""

import pytest

from tests.builders import a_person, a_session
from tillid_planner.services.nameless import Nameless


@pytest.fixture
def unit():
    session = a_session()
    for name in ("Amina Holm", "Sten Ravn", "Bo Lind"):
        a_person(session, name)
    yield session
    session.close()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vi spørger Amina først.", "Amina"),
        ("aminas liste", "aminas"),
        ("Det aftalte vi med Sten i går.", "Sten"),
        ("Efter mødet ringer Bo.", "Bo"),
        ("Der ligger en sten på vejen.", None),
        ("Sten på sten bygger vi op.", None),
        ("Først planen. Lind os ind i den.", None),
        ("Vi bor i Team Aften, og sygeplejersken kigger med.", None),
    ],
)
def test_a_name_is_found_and_a_word_is_not(unit, text, name):
    faults = Nameless(unit._workspace).faults(why=text)
    assert [(f.field, f.code, f.params["name"]) for f in faults] == ([("why", "names_someone", name)] if name else [])

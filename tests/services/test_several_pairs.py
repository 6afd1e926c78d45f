"""Several pairs at once: what is read of them, and what is said of all in one act."""

import pytest

from tests.builders import a_person, a_session, a_task, rated
from tillid_planner.domain.case import Dimension, Novelty
from tillid_planner.domain.rating import Rater


@pytest.fixture
def unit():
    session = a_session()
    session.names = {"care": a_task(session), "plan": a_task(session, "Vagtplan"), "amina": a_person(session)}
    yield session
    session.close()


def pairs_of(unit):
    return [(unit.names["care"], unit.names["amina"]), (unit.names["plan"], unit.names["amina"])]


def test_the_leader_s_newest_rating_of_one_prerequisite_is_read(unit):
    care, plan = pairs_of(unit)
    rated(unit, *care, 2, 3, 4)
    unit.trust.rate(*care, Dimension.COMPETENCE, 5, rater=Rater.EMPLOYEE)
    found = unit.matrix.several.newest([care, plan], Dimension.COMPETENCE)
    assert {pair: rating.value for pair, rating in found.items()} == {care: 2}
    assert unit.matrix.several.newest([], Dimension.COMPETENCE) == {}


def test_how_well_they_know_it_is_said_in_one_act_that_can_be_taken_back(unit):
    pairs = pairs_of(unit)
    assert unit.matrix.several.set_novelty(pairs, Novelty.NEW)
    assert {unit.trust.sheet(*pair).pair.novelty for pair in pairs} == {Novelty.NEW}
    assert not unit.matrix.several.set_novelty(pairs, Novelty.NEW)
    unit.history.undo()
    assert {unit.trust.sheet(*pair).pair.novelty for pair in pairs} == {Novelty.KNOWN}


def test_the_matrix_shows_a_cell_as_it_was_when_the_matrix_was_read(unit):
    """Cells are reckoned when they are looked at, but of one and the same day and state."""
    care, plan = pairs_of(unit)
    rated(unit, *care, 4, 4, 4)
    before = unit.matrix.grid()
    unit.trust.rate(*care, Dimension.COMPETENCE, 1, sure=False)
    unit.matrix.open_suggestion(*care)
    cell = before.cell(care[1], care[0])
    assert (cell.closed, cell.unsure) == (True, False)
    after = before.having({(care[1], care[0]): unit.matrix.cell(*care)})
    assert after.cell(care[1], care[0]).suggested == 1
    assert (len(after.cells), (plan[1], plan[0]) in after.cells) == (1, False)
    assert list(after.cells) == [(care[1], care[0])]
    with pytest.raises(KeyError):
        after.cells[0, 0]

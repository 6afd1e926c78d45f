"""A day that tests move, a unit in memory that lives by it, and a pair that trusts each other."""

import pytest

from tests.builders import TODAY, a_session
from tests.services.breach_builders import a_pair


@pytest.fixture
def clock():
    return [TODAY]


@pytest.fixture
def session(clock):
    return a_session(lambda: clock[0])


@pytest.fixture
def pair(session):
    return a_pair(session)

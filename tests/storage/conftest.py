"""Fast keys for tests; the real cost is measured in the benchmarks."""

import pytest

from tillid_planner.storage import keys


@pytest.fixture(autouse=True)
def fast_keys(monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})

"""Fast keys for tests, the real cost of which is measured in the benchmarks, and a folder for a workspace."""

import pytest

from tillid_planner.storage import keys


@pytest.fixture(autouse=True)
def fast_keys(monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Nord.tillid"

"""Fast keys for tests; the real cost is measured in the benchmarks."""

import pytest

from tillid_planner.storage import keys


@pytest.fixture(autouse=True)
def fast_keys(monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})


def pytest_terminal_summary(terminalreporter):
    """Print what the trials came to: tried, whole, lost, torn, silent, falsely damaged, left behind, tracebacks."""
    lines = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", "") == "call"
        for name, value in report.user_properties
        if name == "trials"
    ]
    if not lines:
        return
    heads = ("", "tried", "whole", "lost", "torn", "silent", "falsely damaged", "left behind", "tracebacks")
    total = ["all", *(sum(line[at] for line in lines) for at in range(1, len(heads)))]
    terminalreporter.section("trials of a workspace")
    for line in (heads, *sorted(lines), total):
        terminalreporter.write_line(f"{line[0]:40}" + "".join(f"{value!s:>17}" for value in line[1:]))

"""Everything an import can say has words in both languages."""

import string
from datetime import date
from pathlib import Path

import pytest

from tillid_planner.content import words
from tillid_planner.domain.errors import Fault
from tillid_planner.languages import CODES
from tillid_planner.services.import_words import fault_text

ROW_FAULTS = [
    Fault("role", "looks_like_formula"),
    Fault("name", "not_a_name"),
    Fault("name", "sheet_error", {"text": "#REF!"}),
    Fault("weekly_hours", "not_a_number", {"text": "mange"}),
    Fault("started_on", "not_a_date", {"text": "i går"}),
    Fault("scope", "not_a_scope", {"text": "stort"}),
    Fault("clarity", "not_a_step", {"text": "tja"}),
    Fault("red_lines", "too_many_lines", {"most": 100}),
    Fault("legal_ceiling", "ceiling_not_read", {"text": "{x}"}),
    Fault("weekly_hours", "hours_missing"),
    Fault("started_on", "day_or_month", {"text": "3/4/2019"}),
    Fault("weekly_hours", "share_of_full_time", {"text": "100 %"}),
    Fault("weekly_hours", "out_of_range", {"low": 0, "high": 168}),
    Fault("ended_on", "ends_before_start"),
    Fault("email", "not_an_address", {"text": "ingen her"}),
    Fault("email", "several_addresses", {"text": "a@b.dk"}),
    Fault("email", "not_an_email"),
    Fault("name", "repeated_header", {"text": "Navn"}),
    Fault("name", "total", {"text": "I alt"}),
    Fault("name", "heading", {"text": "Nord"}),
    Fault("name", "note", {"text": "Side 2"}),
    Fault("name", "vacancy"),
    Fault("name", "nobody"),
    Fault("name", "hidden_row"),
    Fault("ended_on", "has_left_on", {"day": date(2026, 10, 31)}),
    Fault("status", "has_left"),
    Fault("name", "doubled_row", {"row": 2}),
    Fault("name", "same_row", {"row": 2}),
    Fault("name", "same_post", {"row": 2}),
    Fault("weekly_hours", "posts_together", {"row": 3, "hours": 30.0}),
    Fault("name", "renamed_by_hand", {"known": "Bo"}),
    Fault("email", "shared_email", {"row": 2}),
    Fault("email", "email_of_another", {"known": "Bo"}),
    Fault("name", "renamed", {"known": "Bo"}),
    Fault("name", "which_one"),
    Fault("name", "which_task"),
]


@pytest.mark.parametrize("language", CODES)
def test_every_fault_of_a_row_has_words(language):
    spoken = words(language)
    assert {fault.code for fault in ROW_FAULTS} | {"unreadable"} == set(spoken.section("importing.row"))
    for fault in ROW_FAULTS:
        text = fault_text(fault, spoken)
        assert text.endswith((".", "?"))
        assert text != spoken.text("importing.row.unreadable")


@pytest.mark.parametrize("language", CODES)
def test_every_reason_to_refuse_a_file_has_words(language):
    sources = (Path(__file__).parents[2] / "tillid_planner" / "exchange").glob("*.py")
    raised = {
        code
        for source in sources
        if source.name != "cases.py"
        for line in source.read_text(encoding="utf-8").splitlines()
        if "UnreadableFile(" in line or 'return {"code"' in line or 'return "too_' in line
        for code in line.split('"')[1::2]
        if code and set(code) <= set(string.ascii_lowercase + "_") and code not in ("code", "most")
    }
    assert {"damaged", "hostile", "no_such_sheet", "too_large", "encrypted"} <= raised
    said = words(language).section("importing.file")
    assert raised <= said.keys()
    assert all(words(language).text(f"importing.file.{code}", most=1) for code in said)

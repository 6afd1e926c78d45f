"""Everything an import can say has words in both languages."""

import string
from pathlib import Path

import pytest

from tillid_planner.content import LANGUAGES, words
from tillid_planner.domain.errors import Fault
from tillid_planner.services.importing import fault_text

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
    Fault("name", "doubled_row", {"row": 2}),
    Fault("email", "shared_email", {"row": 2}),
    Fault("email", "email_of_another", {"known": "Bo"}),
    Fault("name", "renamed", {"known": "Bo"}),
    Fault("name", "which_one"),
    Fault("name", "which_task"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_of_a_row_has_words(language):
    spoken = words(language)
    assert {fault.code for fault in ROW_FAULTS} | {"unreadable"} == set(spoken.section("importing.row"))
    for fault in ROW_FAULTS:
        text = fault_text(fault, spoken)
        assert text.endswith(".")
        assert text != spoken.text("importing.row.unreadable")


@pytest.mark.parametrize("language", LANGUAGES)
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

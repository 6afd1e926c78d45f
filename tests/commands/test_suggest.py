"""The command ``suggest``: JSON lines in, JSON lines out, with nothing heavy behind it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.domain.dosing_vignettes import MALFORMED, VIGNETTES
from tillid_planner.cli import main

GOOD = b'{"competence": {"value": 4}, "intention": {"value": 4}, "resources": {"value": 3}}'

Run = Callable[..., tuple[int, list[dict[str, Any]], str]]


def started(arguments: list[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tillid_planner", *arguments],
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def run(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command on a file with the given content; return status, results and standard error."""

    def on(content: bytes, *options: str) -> tuple[int, list[dict[str, Any]], str]:
        file = tmp_path / "cases.jsonl"
        file.write_bytes(content)
        status = main(["suggest", *options, str(file)])
        written, errors = capfdbinary.readouterr()
        return status, [json.loads(line) for line in written.decode().splitlines()], errors.decode()

    return on


def test_every_vignette_in_order(run: Run) -> None:
    lines = b"\n".join(json.dumps(vignette["case"]).encode() for vignette in VIGNETTES)
    status, results, errors = run(lines, "--lang", "en")
    assert (status, errors, len(results)) == (0, "", len(VIGNETTES))
    for vignette, given in zip(VIGNETTES, results, strict=True):
        expected = {key: value for key, value in vignette["result"].items() if not key.startswith("text")}
        for key in ("binding", "actions"):
            assert sorted(given[key]) == sorted(expected.pop(key)), vignette["id"]
        assert expected.items() <= given.items(), vignette["id"]
        assert given["text"], vignette["id"]


def test_malformed_lines_are_answered_among_the_others(run: Run) -> None:
    content = b"\n".join([GOOD, *(malformed["line"].encode() for malformed in MALFORMED), GOOD])
    status, results, _ = run(content)
    assert status == 1
    assert results[0] == results[-1]
    assert results[0]["rung"] == 3
    for malformed, given in zip(MALFORMED, results[1:-1], strict=True):
        error = given["error"]
        assert (error["code"], error["field"]) == (malformed["code"], malformed["field"])
        assert error["message"].endswith(".")


def test_text_is_danish_unless_english_is_asked_for(run: Run) -> None:
    assert run(GOOD)[1][0]["text"].startswith("Forslag: trin 3 – Aftalt plan.")
    assert run(GOOD, "--lang", "da")[1] == run(GOOD)[1]
    assert run(GOOD, "--lang", "en")[1][0]["text"].startswith("Suggestion: rung 3 – Agreed plan.")


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (b"", 0),
        (b"\n \n\t\n\r\n", 0),
        (GOOD, 1),
        (b"\n" + GOOD + b"\n\n" + GOOD + b"\n", 2),
        (GOOD + b"\r\n" + GOOD + b"\r\n", 2),
        (b"\xef\xbb\xbf" + GOOD, 1),
        (b"\xef\xbb\xbf\n" + GOOD, 1),
    ],
    ids=["empty", "blank", "no newline", "gaps", "windows", "byte order mark", "only a byte order mark"],
)
def test_blank_lines_and_line_ends_make_no_difference(run: Run, content: bytes, count: int) -> None:
    status, results, _ = run(content)
    assert (status, len(results)) == (0, count)


def test_a_line_ends_only_where_a_line_ends(run: Run) -> None:
    # These characters end lines elsewhere, but may stand in a JSON string.
    status, results, _ = run(GOOD[:-1] + ', "a\u2028b\x85": 1}'.encode() + b"\n" + GOOD)
    assert status == 1
    assert [("error" in r) for r in results] == [True, False]
    assert results[0]["error"]["field"] == "a\u2028b\x85"


def test_what_utf_8_cannot_say_is_escaped(run: Run) -> None:
    status, results, _ = run(GOOD[:-1] + b', "\\ud800": 1}')
    assert (status, results[0]["error"]["code"], results[0]["error"]["field"]) == (
        1,
        "unknown_field",
        "\ud800",
    )


def test_invalid_utf_8_and_deep_nesting_are_not_json(run: Run) -> None:
    status, results, _ = run(b"\xff\n" + b"[" * 100_000 + b"\n" + GOOD)
    assert status == 1
    assert [r["error"]["code"] if "error" in r else "answered" for r in results] == [
        "not_json",
        "not_json",
        "answered",
    ]


def test_a_name_with_braces_is_named_as_it_stands(run: Run) -> None:
    _, results, _ = run(GOOD[:-1] + b', "{x}{0}": 1}')
    assert "{x}{0}" in results[0]["error"]["message"]


@pytest.mark.parametrize("file", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], file: str) -> None:
    assert main(["suggest", str(tmp_path / file)]) == 2
    written, errors = capfdbinary.readouterr()
    assert written == b""
    assert errors.startswith(b"tillid-planner suggest: ")


def test_wrong_usage_is_status_2() -> None:
    done = started(["suggest", "--lang", "sv"])
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("arguments", [["suggest"], ["suggest", "-"], ["suggest", "--lang", "en", "-"]])
def test_standard_input(arguments: list[str]) -> None:
    done = started(arguments, GOOD + b"\n{\n")
    assert done.returncode == 1
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["rung"] == 3
    assert second["error"]["code"] == "not_json"


def test_output_is_utf_8_whatever_the_system_says() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tillid_planner", "suggest"],
        input=GOOD,
        capture_output=True,
        check=True,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        timeout=60,
    )
    assert "Det, der sætter grænsen" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_crash() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tillid_planner", "suggest"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, errors = process.communicate(GOOD + b"\n", timeout=60)
    assert errors == b""


def test_nothing_heavy_is_imported() -> None:
    program = (
        "import sys, tillid_planner.cli as cli; status = cli.main(['suggest', '--lang', 'en', '-']); "
        "heavy = {'PySide6', 'sqlite_utils', 'sqlcipher3', 'sqlite3', 'cryptography', 'python_calamine'}; "
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or status)"
    )
    done = subprocess.run([sys.executable, "-c", program], input=GOOD, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")

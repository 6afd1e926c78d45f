"""A week to a file from the command line: what leaves is said, nothing is written over."""

import io
import os
import shutil
import subprocess
import sys

import icalendar
import pypdf
import pytest
from python_calamine import load_workbook

from tillid_planner import cli
from tillid_planner.storage import keys

FAST = {"memory_kib": 64, "iterations": 1, "lanes": 1}


@pytest.fixture(autouse=True)
def fast_keys(monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", FAST)


@pytest.fixture(scope="module")
def stored_demo(tmp_path_factory):
    """A folder with the demo as it is stored, and the passphrase that opens it; copied, never opened."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "secret.txt").write_text("fire små ord her\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "ARGON2", FAST)
        patch.chdir(folder)
        assert cli.main(["demo", "nord.tillid", "--passphrase-file", "secret.txt"]) == 0
    return folder


@pytest.fixture
def run(capsys, tmp_path, monkeypatch, stored_demo):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(stored_demo, tmp_path, dirs_exist_ok=True)
    capsys.readouterr()

    def run(*arguments):
        status = cli.main(["export", "nord.tillid", "week", *arguments, "--passphrase-file", "secret.txt"])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def test_each_format_is_written_and_what_leaves_is_said(run, tmp_path):
    for name, kind in (("uge.ics", "ics"), ("uge.xlsx", "xlsx"), ("uge.txt", "text")):
        status, out, err = run("--format", kind, "--to", name)
        assert (status, err) == (0, "")
        assert "Med:" in out
        assert "Uden:" in out
    assert icalendar.Calendar.from_ical((tmp_path / "uge.ics").read_bytes()).walk("VEVENT")
    assert load_workbook(io.BytesIO((tmp_path / "uge.xlsx").read_bytes())).sheet_names[0] == "Overblik"
    assert "Amina Holm" in (tmp_path / "uge.txt").read_text("utf-8")
    assert "trin" not in (tmp_path / "uge.txt").read_text("utf-8")


def test_a_pdf_needs_no_display(run, tmp_path):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tillid_planner",
            "export",
            "nord.tillid",
            "week",
            "--format",
            "pdf",
            "--to",
            "uge.pdf",
            "--lang",
            "en",
            "--passphrase-file",
            "secret.txt",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        # Under another locale than a UTF-8 one Qt says on its own that it changes it.
        env={k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        | {"LC_ALL": "C.UTF-8"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Week" in pypdf.PdfReader(tmp_path / "uge.pdf").pages[0].extract_text()


def test_a_file_that_is_there_is_left_as_it_is(run, tmp_path):
    (tmp_path / "uge.txt").write_text("før")
    status, out, err = run("--format", "text", "--to", "uge.txt")
    assert (status, out) == (2, "")
    assert "Der er ikke gemt noget" in err
    assert (tmp_path / "uge.txt").read_text() == "før"


def test_a_folder_that_is_not_there_is_told(run):
    status, _, err = run("--format", "text", "--to", "væk/uge.txt")
    assert status == 2
    assert "Mappen findes ikke" in err


def test_a_week_without_follow_ups_gives_no_file(run, tmp_path):
    status, out, err = run("--format", "ics", "--week", "2031-W05", "--to", "uge.ics")
    assert (status, out) == (2, "")
    assert "ingen opfølgninger" in err
    assert not (tmp_path / "uge.ics").exists()


@pytest.mark.parametrize("week", ["2026-W54", "2026-48", "W48", "9999-W60"])
def test_a_week_that_is_none_is_refused(run, week):
    status, out, err = run("--format", "text", "--week", week, "--to", "uge.txt")
    assert (status, out) == (2, "")
    assert err == f"«{week}» er ikke en uge. Skriv fx 2026-W48.\n"


def test_a_week_out_of_reach_is_told(run):
    status, _, err = run("--format", "text", "--week", "1066-W41", "--to", "uge.txt")
    assert status == 2
    assert err

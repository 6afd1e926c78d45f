import io
import json
import sys

import pytest

from tillid_planner import cli
from tillid_planner.storage import keys

PASSPHRASE = "fire små ord her"


@pytest.fixture(autouse=True)
def fast_keys(monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    secret = tmp_path / "secret.txt"
    secret.write_text(PASSPHRASE + "\nikke denne linje\n", encoding="utf-8")

    def run(*arguments, secret="secret.txt"):
        extra = ["--passphrase-file", secret] if secret else []
        status = cli.main([*map(str, arguments), *extra])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture
def data():
    from pathlib import Path

    return Path(__file__).parents[1] / "data"


def answer(outcome):
    status, out, err = outcome
    assert (status, err) == (0, "")
    return json.loads(out)


def test_create_prints_a_recovery_key_that_opens(run, tmp_path):
    made = answer(run("create", "nord.tillid", "--json"))
    assert made["name"] == "nord"
    (tmp_path / "key.txt").write_text(made["recovery_key"])
    status, out, _ = run("check", "nord.tillid", "--recovery-key-file", "key.txt", secret=None)
    assert status == 0
    assert "Alt er" in out


def test_create_never_over_something(run, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "noter.txt").write_text("x")
    status, out, err = run("create", "full")
    assert (status, out) == (2, "")
    assert err


def test_import_of_the_three_files_and_again_changes_nothing(run, data):
    run("create", "nord.tillid")
    staff = answer(run("import", "nord.tillid", "staff", data / "medarbejdere-vagtplan.csv", "--json"))
    assert (staff["new"], staff["errors"], staff["left_out"]) == (12, 0, ["Mobil"])
    status, out, _ = run("import", "nord.tillid", "staff", data / "telefonbog.csv", "--json")
    phones = json.loads(out)
    assert status == 1
    assert (phones["new"], phones["errors"], phones["left_out"]) == (0, 1, ["CPR", "Telefon"])
    tasks = answer(run("import", "nord.tillid", "tasks", data / "opgaver.csv", "--json"))
    assert tasks["new"] == 12
    again = answer(run("import", "nord.tillid", "tasks", data / "opgaver.csv", "--json"))
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 12)
    names = [row["name"] for row in answer(run("list", "nord.tillid", "staff", "--json"))]
    assert len(names) == 12
    assert "Cæcilie Østergård" in names
    assert {t["legal_ceiling"] for t in answer(run("list", "nord.tillid", "tasks", "--json"))} == {3, 4, 5}


def test_a_dry_run_changes_nothing(run, data):
    run("create", "nord.tillid")
    dry = answer(run("import", "nord.tillid", "staff", data / "medarbejdere-vagtplan.csv", "--dry-run", "--json"))
    assert (dry["new"], dry["dry_run"]) == (12, True)
    assert answer(run("list", "nord.tillid", "staff", "--json")) == []


def test_an_import_says_in_words_what_it_left_out(run, data):
    run("create", "nord.tillid")
    _, out, _ = run("import", "nord.tillid", "staff", data / "telefonbog.csv")
    assert "CPR-numre læses aldrig ind" in out
    _, out, _ = run("import", "nord.tillid", "staff", data / "telefonbog.csv", "--lang", "en")
    assert "CPR numbers are never read in" in out


def a_list(tmp_path, text, name="liste.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return name


def test_a_question_about_the_columns_is_told_and_answered_by_an_option(run, tmp_path):
    run("create", "nord.tillid")
    file = a_list(tmp_path, "Navn;Afdeling;Team;Startdato\nOle Vig;Nord;Aften;03/04/2019\n")
    asked = answer(run("import", "nord.tillid", "staff", file, "--dry-run", "--json"))
    assert asked["question"] == {"field": "unit", "columns": ["Afdeling", "Team"]}
    assert [question["field"] for question in asked["questions"]] == ["unit", "started_on"]
    assert any("Vælg den rigtige" in message for message in asked["messages"])
    done = answer(
        run("import", "nord.tillid", "staff", file, "--column", "Enhed=Team", "--days", "month-first", "--json")
    )
    assert "question" not in done
    (ole,) = answer(run("list", "nord.tillid", "staff", "--json"))
    assert (ole["unit"], ole["started_on"]) == ("Aften", "2019-03-04")
    again = answer(run("import", "nord.tillid", "staff", file, "--json"))
    assert (again["unchanged"], again["questions"]) == (1, [])


@pytest.mark.parametrize("said", ["enhed=Findes ikke", "findes_ikke=Team"])
def test_a_column_that_is_not_there_is_told_in_one_sentence(run, tmp_path, said):
    run("create", "nord.tillid")
    file = a_list(tmp_path, "Navn;Team\nOle Vig;Aften\n")
    status, out, err = run("import", "nord.tillid", "staff", file, "--column", said)
    assert (status, out) == (2, "")
    assert "indes" in err
    assert len(err.splitlines()) == 1
    assert answer(run("list", "nord.tillid", "staff", "--json")) == []


def test_those_who_have_left_and_namesakes_come_in_when_it_is_said(run, tmp_path):
    run("create", "nord.tillid")
    text = "Navn;Slutdato;Timer\nOle Vig;01-01-2020;100%\nEva Bech;;50 %\nEva Bech;;50 %\n"
    file = a_list(tmp_path, text)
    done = answer(run("import", "nord.tillid", "staff", file, "--dry-run", "--json"))
    assert [(row["name"], row["taken"]) for row in done["rows"]] == [
        ("Ole Vig", False), ("Eva Bech", True), ("Eva Bech", False),
    ]  # fmt: skip
    options = ("--include-left", "--another", "4", "--full-time", "37")
    answer(run("import", "nord.tillid", "staff", file, *options, "--json"))
    people = answer(run("list", "nord.tillid", "staff", "--json"))
    assert [(person["name"], person["weekly_hours"]) for person in people] == [
        ("Eva Bech", 18.5), ("Eva Bech", 18.5), ("Ole Vig", 37),
    ]  # fmt: skip


def test_a_file_without_a_column_of_names_says_so_once_and_asks(run, tmp_path):
    run("create", "nord.tillid")
    file = a_list(tmp_path, "1;a;2\n2;b;3\n3;c;4\n")
    status, out, _ = run("import", "nord.tillid", "staff", file, "--json")
    told = json.loads(out)
    assert status == 2
    assert told["question"]["field"] == "name"
    assert [message for message in told["messages"] if "navne" in message] == told["messages"][:1]


def test_backup_and_restore(run, data, tmp_path):
    run("create", "nord.tillid")
    run("import", "nord.tillid", "staff", data / "medarbejdere-vagtplan.csv")
    assert answer(run("backup", "nord.tillid", "kopi.tillidbackup", "--json"))["backup"] == "kopi.tillidbackup"
    assert run("backup", "nord.tillid", "kopi.tillidbackup")[0] == 2
    assert run("restore", "kopi.tillidbackup", "igen.tillid")[0] == 0
    assert len(answer(run("list", "igen.tillid", "staff", "--json"))) == 12
    assert run("restore", "kopi.tillidbackup", "igen.tillid")[0] == 2
    assert run("restore", "kopi.tillidbackup", "igen.tillid", "--replace")[0] == 0
    own = answer(run("backup", "nord.tillid", "--json"))["backup"]
    assert (tmp_path / own).is_file()


def test_renewed_keys_open_the_workspace_and_its_backups_and_the_old_ones_do_not(run, tmp_path):
    old = answer(run("create", "nord.tillid", "--json"))["recovery_key"]
    run("backup", "nord.tillid")
    new = answer(run("renew-keys", "nord.tillid", "--json"))["recovery_key"]
    (tmp_path / "gammel.txt").write_text(old)
    (tmp_path / "ny.txt").write_text(new)
    assert run("check", "nord.tillid", "--recovery-key-file", "ny.txt")[0] == 0
    assert run("check", "nord.tillid", "--recovery-key-file", "gammel.txt")[0] == 2
    assert run("check", "nord.tillid")[0] == 0


def test_check_names_damage_and_touches_nothing(run, tmp_path):
    run("demo", "nord.tillid")
    path = tmp_path / "nord.tillid" / "workspace.db"
    broken = bytearray(path.read_bytes())
    broken[len(broken) // 2] ^= 1
    path.write_bytes(bytes(broken))
    status, out, _ = run("check", "nord.tillid", "--json")
    assert status == 1
    report = json.loads(out)
    assert not report["whole"]
    assert report["problems"]
    assert path.read_bytes() == bytes(broken)
    assert run("check", "nord.tillid")[1].count("\n") == len(report["problems"])


def test_the_demo_says_its_passphrase_when_none_is_given(run):
    status, out, _ = run("demo", "nord.tillid", "--lang", "en", secret=None)
    assert status == 0
    assert "tillid i det små" in out


def test_a_wrong_or_missing_passphrase_does_nothing_and_says_so(run, tmp_path, monkeypatch):
    run("create", "nord.tillid")
    (tmp_path / "wrong.txt").write_text("fire store ord her")
    status, out, err = run("check", "nord.tillid", secret="wrong.txt")
    assert (status, out) == (2, "")
    assert "Adgangssætningen" in err
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    status, out, err = run("check", "nord.tillid", secret=None)
    assert (status, out) == (2, "")
    assert err
    assert run("check", "nord.tillid", secret="missing.txt")[0] == 2


def test_the_passphrase_may_come_on_standard_input(run, monkeypatch):
    run("create", "nord.tillid")

    class Input:
        buffer = io.BytesIO((PASSPHRASE + "\n").encode())

    monkeypatch.setattr(sys, "stdin", Input())
    assert run("check", "nord.tillid", secret="-")[0] == 0


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_workspace_and_no_file_are_told_in_both_languages(run, tmp_path, language):
    status, out, err = run("list", "findes-ikke", "staff", "--lang", language)
    assert (status, out) == (2, "")
    assert len(err.split()) > 5
    run("create", "nord.tillid")
    status, out, err = run("import", "nord.tillid", "staff", "findes-ikke.csv", "--lang", language)
    assert (status, out) == (2, "")
    assert len(err.split()) > 5


def test_a_synchronised_folder_is_refused_unless_allowed(run):
    assert run("create", "OneDrive - Kommunen/nord.tillid")[0] == 2
    assert run("create", "OneDrive - Kommunen/nord.tillid", "--allow-synchronised")[0] == 0

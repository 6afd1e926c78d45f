"""What the README says is true: commands exist and run, and none is left out."""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def parser_commands():
    out = subprocess.run(
        [sys.executable, "-m", "tillid_planner", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    return set(re.findall(r"^    ([\w-]+)", out, re.MULTILINE))


def test_every_command_is_documented_and_every_documented_command_exists():
    documented = set(re.findall(r"^\| `tillid-planner ([\w-]+)", README, re.MULTILINE))
    assert documented == parser_commands()


def test_every_option_the_readme_names_exists():
    options = set(re.findall(r"(--[a-z][a-z-]+)", README)) - {"--no-install-recommends"}
    known = set()
    for command in ("", *parser_commands()):
        out = subprocess.run(
            [sys.executable, "-m", "tillid_planner", *([command] if command else []), "--help"],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        ).stdout
        known |= set(re.findall(r"(--[a-z][a-z-]+)", out))
    assert options <= known


def test_the_example_of_suggest_answers():
    line = next(line for line in README.splitlines() if line.startswith("echo '"))
    case = shlex.split(line)[1]
    out = subprocess.run(
        [sys.executable, "-m", "tillid_planner", "suggest", "--lang", "en"],
        input=case,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout
    assert json.loads(out)["rung"] == 3
    assert json.loads(out)["standing"] == 4


def test_the_test_command_is_one_line_that_installs_the_test_extra():
    block = re.search(r"<!-- test command -->\n```sh\n(.*?)\n```", README, re.DOTALL)
    assert block
    assert "\n" not in block[1]
    assert ".[test]" in block[1]
    assert block[1].endswith("-m pytest")


@pytest.mark.parametrize("name", re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README))
def test_every_picture_is_there(name):
    assert (ROOT / name).is_file()


def test_every_dependency_gives_its_reason():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text[text.index("\ndependencies = [") :]
    block = block[: block.index("\n]")]
    for name in tomllib.loads(text)["project"]["dependencies"]:
        before = block[: block.index(f'"{name}"')].rstrip().splitlines()[-1].strip()
        assert before.startswith(("#", '"')), name

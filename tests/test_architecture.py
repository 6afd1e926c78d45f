"""The house has floors, and they are held: every import counts, also a deferred one and one for types."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.builders import a_session
from tillid_planner.domain.changes import Kind
from tillid_planner.ui.actions import PAGES

ROOT = Path(__file__).parents[1]
PACKAGE = "tillid_planner"
EVERYTHING = None

# Which parts of the package each part may import besides itself. Entry and composition root see everything.
MAY_IMPORT: dict[str, set[str] | None] = {
    "paths": set(),
    "languages": set(),
    "display": set(),
    "content": {"languages", "paths"},
    "settings": {"languages", "paths", "domain"},
    "domain": set(),
    "exchange": {"domain", "languages"},
    "storage": {"domain", "paths", PACKAGE},
    "services": {"domain", "languages", "exchange", "storage", "paths", "content", "settings", PACKAGE},
    "ui": {"domain", "languages", "exchange", "services", "paths", "content", "settings", PACKAGE},
    "commands": EVERYTHING,
    "bootstrap": EVERYTHING,
    "gallery": EVERYTHING,
    "cli": EVERYTHING,
    "__main__": EVERYTHING,
    PACKAGE: set(),
}
# Who may import what from outside; a name covers everything below it.
ONLY_IN = {
    "PySide6": {"ui", "bootstrap", "gallery"},
    "sqlite_utils": {"storage"},
    "sqlcipher3": {"storage"},
    "sqlite3": set(),
}
# Who imports by name at run time, and what that can reach: the shell makes a page when it is first shown.
BY_NAME = {
    "tillid_planner.ui.shell": tuple(f"tillid_planner.ui.{entry.module}" for entry in PAGES.values()),
    "tillid_planner.ui.widgets": ("tillid_planner.ui.widgets.",),
}
# The floors inside ``ui``, from the top; what is not named is the ground. Each imports only from below itself.
UI_FLOORS = (
    {"main_window", "shell", "search"},
    {"breach", "frames", "importing", "mirror", "person", "register", "settings", "start", "today", "trust", "week"},
    {"deleting", "export", "follow_up", "inspector", "printing", "recovery_key"},
    {"theme", "widgets"},
)
# The one thing a floor allows among its own rooms.
BESIDE = {("export", "printing"), ("inspector", "follow_up"), ("recovery_key", "printing"), ("widgets", "theme")}
BESIDE |= {("main_window", "shell"), ("shell", "search")}
# Who reads tables of other repositories, and why. What goes over every table by a variable (undo's triggers, deleting
# for good, what is about somebody) names none and is not listed.
READ_ELSEWHERE: dict[str, tuple[set[str], str]] = {
    "backups": ({"assignee", "second_place", "task", "workspace"}, "says what a copy holds that nobody has opened"),
    "database": ({"workspace"}, "keeps which version wrote the schema, before there is a workspace"),
    "draft_records": (
        {"agreement", "breach", "conversation", "follow_up"},
        "stores a draft only while its record is there, and counts those about somebody",
    ),
    "known_tasks": ({"agreement", "breach", "comment", "rating"}, "asks where anything is known of somebody"),
    "migrations": ({"calendar_entry"}, "carries rows from one form of a table to the next"),
    "stool_records": ({"control", "ground_rule"}, "counts the rules of teams and the controls that others demand"),
    "subject_records": ({"audit"}, "looks through every table for what is about somebody, the log too"),
    "talk_records": ({"breach", "conversation"}, "puts the planned talks of two tables in one order"),
}
STATEMENT = re.compile(r"\s*(SELECT|INSERT (OR \w+ )?INTO|REPLACE INTO|UPDATE \S+ SET|DELETE FROM)\b")
NAMED_TABLE = re.compile(r"""\b(?:FROM|JOIN|INTO|UPDATE)\s+["']?(\w+)""")
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "manager", "managers", "misc", "common"}
LEARNS_OR_GUESSES = {
    "anthropic",
    "gensim",
    "huggingface-hub",
    "jax",
    "keras",
    "langchain",
    "lightgbm",
    "llama-cpp-python",
    "mistralai",
    "nltk",
    "numpy",
    "ollama",
    "onnxruntime",
    "openai",
    "pandas",
    "scikit-learn",
    "scipy",
    "sentence-transformers",
    "sklearn",
    "spacy",
    "statsmodels",
    "tensorflow",
    "textblob",
    "torch",
    "transformers",
    "xgboost",
}


class Import(NamedTuple):
    module: str
    imported: str
    line: int


def part_of(module: str) -> str:
    """The part of the package a module belongs to: its floor, or the module itself at the top."""
    return module.split(".")[1] if "." in module else module


@cache
def modules() -> dict[str, Path]:
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports() -> tuple[Import, ...]:
    return tuple(found for module, path in modules().items() for found in _imports_in(module, path))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _imports_in(module: str, path: Path) -> Iterator[Import]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield Import(module, name.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            for name in node.names:
                below = f"{node.module}.{name.name}"
                yield Import(module, below if below in modules() else node.module or "", node.lineno)


def inner() -> Iterator[Import]:
    return (found for found in imports() if found.imported.split(".")[0] == PACKAGE)


def outer() -> Iterator[Import]:
    return (found for found in imports() if found.imported.split(".")[0] != PACKAGE)


def test_there_is_something_to_look_at() -> None:
    assert {"domain", "storage", "exchange", "services", "ui", "commands"} <= {part_of(m) for m in modules()}
    assert len(imports()) > 100


def test_every_part_has_a_floor() -> None:
    assert {part_of(module) for module in modules()} <= set(MAY_IMPORT)


def test_each_floor_imports_only_from_below() -> None:
    wrong = []
    for found in inner():
        allowed = MAY_IMPORT[part_of(found.module)]
        if allowed is not EVERYTHING and part_of(found.imported) not in allowed | {part_of(found.module)}:
            wrong.append(found)
    assert not wrong


def room_of(module: str) -> str:
    """The folder or file of ``ui`` a module belongs to; nothing for a module elsewhere."""
    parts = module.split(".")
    return parts[2] if parts[1:2] == ["ui"] and len(parts) > 2 else ""


def ui_floor(room: str) -> int:
    return next((floor for floor, rooms in enumerate(UI_FLOORS) if room in rooms), len(UI_FLOORS))


def arrows_in_ui() -> Iterator[tuple[Import, str, str]]:
    for found in inner():
        above, below = room_of(found.module), room_of(found.imported)
        if above and below and above != below:
            yield found, above, below


def test_every_floor_of_the_interface_is_there() -> None:
    assert set().union(*UI_FLOORS) <= {room_of(module) for module in modules()}
    assert len(list(arrows_in_ui())) > 100


def test_inside_the_interface_each_floor_imports_only_from_below() -> None:
    wrong = []
    for found, above, below in arrows_in_ui():
        higher, lower = ui_floor(above), ui_floor(below)
        on_the_ground = higher == lower == len(UI_FLOORS)
        if not (higher < lower or on_the_ground or (above, below) in BESIDE):
            wrong.append(found)
    assert not wrong


def test_the_kit_knows_no_service() -> None:
    kit = [found for found in inner() if ui_floor(room_of(found.module)) == UI_FLOORS.index({"theme", "widgets"})]
    assert kit
    assert not [found for found in kit if part_of(found.imported) == "services"]


def test_each_area_has_its_page() -> None:
    for area in UI_FLOORS[1] - {"register", "start"}:
        assert f"{PACKAGE}.ui.{area}.page" in modules()


def test_the_domain_needs_only_the_standard_library() -> None:
    foreign = [found for found in outer() if found.imported.split(".")[0] not in sys.stdlib_module_names]
    assert not [found for found in foreign if part_of(found.module) == "domain"]


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_on_its_floor(library: str) -> None:
    users = [found for found in outer() if found.imported.split(".")[0] == library]
    assert not [found for found in users if part_of(found.module) not in ONLY_IN[library]]


def test_nothing_else_is_imported_by_name_at_run_time() -> None:
    for module, path in modules().items():
        for node in ast.walk(tree(path)):
            name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
            hidden = name in ("import_module", "__import__")
            assert not hidden or module in BY_NAME, f"{path}:{getattr(node, 'lineno', 0)} hides an import"


def test_there_is_no_cycle() -> None:
    graph: dict[str, set[str]] = {module: set() for module in modules()}
    for found in inner():
        if found.imported != found.module:
            graph[found.module].add(found.imported)
    for module, reached in BY_NAME.items():
        graph[module] |= {other for other in modules() if other.startswith(reached)}
    assert find_cycle(graph) is None


def find_cycle(graph: dict[str, set[str]]) -> list[str] | None:
    done: set[str] = set()

    def visit(module: str, path: list[str]) -> list[str] | None:
        if module in path:
            return [*path[path.index(module) :], module]
        if module in done:
            return None
        for imported in sorted(graph.get(module, ())):
            cycle = visit(imported, [*path, module])
            if cycle:
                return cycle
        done.add(module)
        return None

    return next((cycle for module in sorted(graph) if (cycle := visit(module, []))), None)


def test_a_cycle_would_be_found() -> None:
    assert find_cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c", "a"]
    assert find_cycle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) is None


def test_every_file_says_what_it_is_about() -> None:
    for module, path in modules().items():
        assert not NAMES_THAT_SAY_NOTHING & set(path.stem.split("_")), path
        assert ast.get_docstring(tree(path)) or not path.stat().st_size, module


def test_nothing_learns_or_guesses() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *project.get("optional-dependencies", {}).values()]
    wanted = {re.split(r"[^\w.-]", requirement.lower())[0] for listed in lists for requirement in listed}
    used = {found.imported.split(".")[0].lower().replace("_", "-") for found in outer()}
    assert not (wanted | used) & LEARNS_OR_GUESSES


def texts_in(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Every text written in a piece of source with its line; what a formatted one fills in is a question mark."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value, part.lineno
        elif isinstance(part, ast.JoinedStr):
            pieces = (str(piece.value) if isinstance(piece, ast.Constant) else "?" for piece in part.values)
            yield "".join(pieces), part.lineno


def tables_written_in(node: ast.AST) -> Iterator[str]:
    """The tables that are written by kind, as in ``insert(Kind.TASK, row)``."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args:
            kind = call.args[0]
            by_kind = isinstance(kind, ast.Attribute) and isinstance(kind.value, ast.Name) and kind.value.id == "Kind"
            if by_kind and call.func.attr in ("insert", "update", "delete"):
                yield Kind[kind.attr].value


def tables_named_in(node: ast.AST) -> set[str]:
    return {table for text, _ in texts_in(node) for table in NAMED_TABLE.findall(text)} | {*tables_written_in(node)}


def test_sql_stands_in_the_store_alone() -> None:
    for module, path in modules().items():
        if part_of(module) != "storage":
            assert not [(path, line, text) for text, line in texts_in(tree(path)) if STATEMENT.match(text)]
            assert not [*tables_written_in(tree(path))], path


def test_each_table_has_one_repository() -> None:
    database = a_session()._workspace.database
    tables = {row["name"] for row in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    readers: dict[str, set[str]] = {table: set() for table in tables}
    for module, path in modules().items():
        if part_of(module) == "storage":
            for table in tables & tables_named_in(tree(path)):
                readers[table].add(module.split(".")[-1])
    elsewhere = {(module, table) for module, (others, _) in READ_ELSEWHERE.items() for table in others}
    assert not elsewhere - {(module, table) for table, found in readers.items() for module in found}
    homes = {t: {m for m in found if (m, t) not in elsewhere} for t, found in readers.items()}
    assert not {table: found for table, found in homes.items() if len(found) > 1}
    assert {"task", "rating", "agreement", "breach", "placement", "audit"} <= {t for t, found in homes.items() if found}


@pytest.mark.parametrize(
    ("source", "table"),
    [
        ('"SELECT * FROM rating"', "rating"),
        ('f"SELECT {columns} FROM rating WHERE {where}"', "rating"),
        ('"SELECT a.id FROM (SELECT 1) b" " JOIN agreement a"', "agreement"),
        ('"INSERT OR REPLACE INTO draft (id) VALUES (1)"', "draft"),
        ('f"UPDATE pair SET {what}"', "pair"),
        ('"DELETE FROM comment"', "comment"),
    ],
)
def test_a_statement_would_be_found(source: str, table: str) -> None:
    assert [text for text, _ in texts_in(ast.parse(source)) if STATEMENT.match(text)]
    assert table in tables_named_in(ast.parse(source))
    assert tables_named_in(ast.parse("self._db.update(Kind.PAIR, 1, row)")) == {"pair"}


def test_no_test_file_has_more_than_400_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "tests").rglob("*.py")}
    assert not [path for path, length in lengths.items() if length > 400]

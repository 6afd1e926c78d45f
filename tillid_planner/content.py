"""The words of the product in each language: ladders, anchors, explanations and other texts.

They lie in ``resources/content/<language>/*.toml`` and are Qt-free, so that the screen, a printed sheet and
the command line say exactly the same. A key is the file's name and the path in it: ``ladders.task.3.name``.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tillid_planner.languages import LANGUAGES
from tillid_planner.paths import resources_folder


class Words:
    """All texts in one language; a file is read when something in it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, Mapping[str, Any]] = {}

    def text(self, key: str, **params: object) -> str:
        """Return the text with its ``{placeholders}`` filled in; KeyError if either is unknown."""
        found = self._find(key)
        if not isinstance(found, str):
            raise KeyError(key)
        return found.format(**params)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; KeyError if there is none."""
        found = self._find(key)
        if not isinstance(found, list):
            raise KeyError(key)
        return tuple(str(item) for item in found)

    def section(self, key: str) -> Mapping[str, Any]:
        """Return a table as it stands in the file, or a whole file; KeyError if there is none."""
        found = self._find(key)
        if not isinstance(found, dict):
            raise KeyError(key)
        return found

    def __contains__(self, key: str) -> bool:
        try:
            self._find(key)
        except KeyError:
            return False
        return True

    def files(self) -> tuple[str, ...]:
        """Return the names of all files, sorted: the first parts of keys."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.toml")))

    def _find(self, key: str) -> Any:
        name, *path = key.split(".")
        found: Any = self._file(name)
        for part in path:
            if not isinstance(found, dict) or part not in found:
                raise KeyError(key)
            found = found[part]
        return found

    def _file(self, name: str) -> Mapping[str, Any]:
        if name not in self._files:
            path = self._folder / f"{name}.toml"
            if not path.is_file():
                raise KeyError(name)
            self._files[name] = tomllib.loads(path.read_text(encoding="utf-8"))
        return self._files[name]


@cache
def words(language: str) -> Words:
    """Return the texts in the language with this code; ValueError if there is none."""
    if language not in LANGUAGES:
        raise ValueError(f"no texts in language {language!r}")
    return Words(resources_folder() / "content" / language)

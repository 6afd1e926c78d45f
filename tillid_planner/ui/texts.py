"""The words of the interface's chrome: English sources, translated by plain ``.ts`` files.

Longer texts (ladders, questions, explanations) live in ``content``; this is for buttons and labels.
"""

import re
from functools import lru_cache
from pathlib import Path
from xml.parsers import expat

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from tillid_planner.languages import ENGLISH, LANGUAGES, Language
from tillid_planner.paths import resources_folder

_PLACEHOLDER = re.compile(r"\{(\w+)\}")

# What the first window says; the rest is read when a word is not found in these.
_READ_FIRST = ("start", "shell", "widgets")

_installed: list[QTranslator] = []
_language = ENGLISH


def tr(source: str, n: int | None = None, **params: object) -> str:
    """Return *source* in the user's language, with ``{name}`` filled from *params* and ``%n`` from *n*.

    Write the source as a literal: the translation test reads the code. Braces inside a value stay as
    they are, and a placeholder without a value is left standing instead of failing before the user.
    """
    text = QCoreApplication.translate("tillid", source, None, -1 if n is None else n)
    if not params:
        return text
    return _PLACEHOLDER.sub(lambda hit: str(params.get(hit[1], hit[0])), text)


def install_language(app: QApplication, language: str) -> None:
    """Make the language with this code *app*'s, with its locale for numbers and dates.

    Replaces what was installed before. Windows must be built anew to take the new words. Raises
    ValueError for another language.
    """
    global _language
    if language not in LANGUAGES:
        raise ValueError(f"no language called {language!r}")
    while _installed:
        app.removeTranslator(_installed.pop())
    _language = LANGUAGES[language]
    QLocale.setDefault(QLocale(_language.locale))
    qt = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for translator, ready in (
        (qt, qt.load(f"qtbase_{language}", folder)),
        (SourceTranslator(resources_folder() / "i18n" / language, _language), True),
    ):
        if ready:
            app.installTranslator(translator)
            _installed.append(translator)


def current_language() -> str:
    """Return the code of the language of the interface, «da» or «en»."""
    return _language.code


def written_language() -> Language:
    """Return how the language of the interface is written."""
    return _language


class SourceTranslator(QTranslator):
    """Reads the Qt ``.ts`` files of a folder as they are; nothing is compiled or shipped twice.

    A file is read when a word was in none of those before it: the first window does not wait for all.
    """

    def __init__(self, folder: Path, language: Language) -> None:
        super().__init__()
        self._form = language.form
        self._words: dict[str, tuple[str, ...]] = {}
        first = {f"{name}.ts": place for place, name in enumerate(_READ_FIRST)}
        files = folder.glob("*.ts")
        self._unread = sorted(files, key=lambda path: (first.get(path.name, len(first)), path.name), reverse=True)

    def _forms(self, source: str) -> tuple[str, ...]:
        while source not in self._words and self._unread:
            # Who comes first has the word, whether it was looked for before or after the others were read.
            self._words = _messages(self._unread.pop().read_bytes()) | self._words
        return self._words.get(source, ())

    @override
    def isEmpty(self) -> bool:
        # Say no: Qt installs no empty translator.
        return False

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        if context != "tillid":
            return None
        forms = self._forms(source)
        if not forms:
            return None
        # A plain text has one form for every number.
        return forms[min(self._form(n), len(forms) - 1)]


@lru_cache(maxsize=64)
def _messages(xml: bytes) -> dict[str, tuple[str, ...]]:
    # A language may be installed again and again; its files say the same each time. Nobody changes what is returned.
    return read_messages(xml)


def read_messages(xml: bytes) -> dict[str, tuple[str, ...]]:
    """Return the finished translations in a ``.ts`` file by their sources, each with its forms for numbers.

    Raises ``xml.parsers.expat.ExpatError`` for anything that is no XML.
    """
    found: dict[str, tuple[str, ...]] = {}
    texts: dict[str, list[str]] = {}
    open_parts: list[list[str]] = []

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if tag == "message":
            texts.clear()
        unfinished = tag == "translation" and "type" in attributes  # or vanished, or obsolete
        part = texts.setdefault("dropped" if unfinished else tag, [])
        part.append("")
        open_parts.append(part)

    def go_on(text: str) -> None:
        if open_parts:
            open_parts[-1][-1] += text

    def end(tag: str) -> None:
        open_parts.pop()
        if tag == "message" and "translation" in texts:
            forms = tuple(texts.get("numerusform") or texts["translation"])
            if any(forms):
                found["".join(texts["source"])] = forms

    reader = expat.ParserCreate()
    reader.buffer_text = True
    reader.StartElementHandler, reader.CharacterDataHandler, reader.EndElementHandler = begin, go_on, end
    reader.Parse(xml, True)
    return found

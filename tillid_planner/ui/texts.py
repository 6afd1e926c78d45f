"""The words of the interface's chrome: English sources, translated by plain ``.ts`` files.

Longer texts (ladders, questions, explanations) live in ``content``; this is for buttons and labels.
"""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tillid_planner.paths import resources_folder

LANGUAGES = ("da", "en")
_LOCALES = {"da": "da_DK", "en": "en_GB"}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")

_installed: list[QTranslator] = []
_language = "en"


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
    """Make «da» or «en» the language of *app*, with its locale for numbers and dates.

    Replaces what was installed before. Windows must be built anew to take the new words. Raises
    ValueError for another language.
    """
    global _language
    if language not in LANGUAGES:
        raise ValueError(f"no language called {language!r}")
    while _installed:
        app.removeTranslator(_installed.pop())
    _language = language
    QLocale.setDefault(QLocale(_LOCALES[language]))
    qt = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for translator, ready in (
        (qt, qt.load(f"qtbase_{language}", folder)),
        (SourceTranslator(resources_folder() / "i18n" / language), True),
    ):
        if ready:
            app.installTranslator(translator)
            _installed.append(translator)


def current_language() -> str:
    """Return «da» or «en»."""
    return _language


class SourceTranslator(QTranslator):
    """Reads all Qt ``.ts`` files of a folder as they are; nothing is compiled or shipped twice."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._plain: dict[str, str] = {}
        self._plural: dict[str, tuple[str, ...]] = {}
        for path in sorted(folder.glob("*.ts")):
            self._read(path)

    def _read(self, path: Path) -> None:
        for message in ElementTree.parse(path).getroot().iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue  # unfinished, vanished or obsolete
            if message.get("numerus") == "yes":
                self._plural[source] = tuple(form.text or "" for form in translation.iter("numerusform"))
            elif translation.text:
                self._plain[source] = translation.text

    def isEmpty(self) -> bool:
        """Say no: Qt installs no empty translator."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the translation; None lets Qt ask the next translator."""
        if context != "tillid":
            return None
        forms = self._plural.get(source) if n >= 0 else None
        if forms:
            # Danish and English both have one form for 1 and one for everything else.
            return forms[0] if n == 1 else forms[-1]
        return self._plain.get(source)

"""Words come in the user's language, and never fail before the user."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from tillid_planner.languages import DANISH
from tillid_planner.ui.texts import SourceTranslator, current_language, install_language, tr

TS = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="da_DK"><context><name>tillid</name>
<message><source>Undo {what}</source><translation>Fortryd {what}</translation></message>
<message><source>After the ebb</source><translation type="unfinished">Efter ebbe</translation></message>
<message numerus="yes"><source>%n task(s)</source><translation><numerusform>%n opgave</numerusform>
<numerusform>%n opgaver</numerusform></translation></message></context></TS>"""


@pytest.fixture
def danish(themed_app, tmp_path):
    (tmp_path / "words.ts").write_text(TS, "utf-8")
    translator = SourceTranslator(tmp_path, DANISH)
    themed_app.installTranslator(translator)
    yield
    themed_app.removeTranslator(translator)


def test_a_source_is_translated_and_filled(danish):
    assert tr("Undo {what}", what="flytning") == "Fortryd flytning"


def test_braces_in_a_value_stay_as_they_are(danish):
    assert tr("Undo {what}", what="{x} {") == "Fortryd {x} {"


def test_a_missing_value_does_not_fail(danish):
    assert tr("Undo {what}", other=1) == "Fortryd {what}"


def test_plural_forms_follow_the_number(danish):
    assert [tr("%n task(s)", n=count) for count in (0, 1, 4)] == ["0 opgaver", "1 opgave", "4 opgaver"]


def test_an_unfinished_translation_is_not_shown(danish):
    assert tr("After the ebb") == "After the ebb"


def test_other_contexts_are_left_to_qt(themed_app):
    install_language(themed_app, "da")
    assert QCoreApplication.translate("QPlatformTheme", "Save") == "Gem"
    assert QCoreApplication.translate("QPlatformTheme", "Unheard of") == "Unheard of"


def test_language_brings_its_locale_and_can_be_switched(themed_app):
    install_language(themed_app, "da")
    assert (tr("Cancel"), QLocale().decimalPoint()) == ("Annuller", ",")
    install_language(themed_app, "en")
    assert (tr("Cancel"), QLocale().decimalPoint(), current_language()) == ("Cancel", ".", "en")
    with pytest.raises(ValueError, match="tlh"):
        install_language(themed_app, "tlh")

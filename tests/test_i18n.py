"""Every word of the interface has its Danish translation, and no translation is without its word."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from functools import cache
from pathlib import Path

import tillid_planner
from tillid_planner.paths import resources_folder

INTERFACE = Path(tillid_planner.__file__).parent / "ui"
PLACEHOLDER = re.compile(r"\{\w+\}|%n")


@cache
def calls() -> list[tuple[str, ast.Call]]:
    """All calls of tr() in the interface, with the place they stand."""
    found = []
    for path in sorted(INTERFACE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                found.append((f"{path.relative_to(INTERFACE)}:{node.lineno}", node))
    return found


def is_literal(call: ast.Call) -> bool:
    first = call.args[0] if call.args else None
    return isinstance(first, ast.Constant) and isinstance(first.value, str)


def sources() -> dict[str, str]:
    """Each source string of the interface, with one place it stands."""
    return {call.args[0].value: place for place, call in calls() if is_literal(call)}


def plural_sources() -> set[str]:
    return {
        call.args[0].value
        for _, call in calls()
        if is_literal(call) and (len(call.args) > 1 or any(word.arg == "n" for word in call.keywords))
    }


@cache
def messages(language: str) -> list[tuple[str, str, list[str], bool, str]]:
    """All messages: file, source, forms, whether it has plural forms, type of the translation."""
    found = []
    for path in sorted((resources_folder() / "i18n" / language).glob("*.ts")):
        root = ElementTree.parse(path).getroot()
        for message in root.iter("message"):
            translation = message.find("translation")
            assert translation is not None, f"{path.name}: a message without translation"
            plural = message.get("numerus") == "yes"
            forms = [f.text or "" for f in translation.iter("numerusform")] if plural else [translation.text or ""]
            found.append((path.name, message.findtext("source") or "", forms, plural, translation.get("type") or ""))
    return found


def test_tr_is_given_a_literal():
    wrong = [place for place, call in calls() if not is_literal(call)]
    assert not wrong, "tr() needs a literal string:\n" + "\n".join(wrong)


def test_every_source_is_translated_into_danish():
    done = {source for _, source, forms, _, kind in messages("da") if not kind and all(forms)}
    missing = [f"{place}  {source!r}" for source, place in sources().items() if source not in done]
    assert not missing, "no finished Danish translation of:\n" + "\n".join(sorted(missing))


def test_plurals_have_two_forms_in_both_languages():
    for language in ("da", "en"):
        forms = {source: forms for _, source, forms, plural, kind in messages(language) if plural and not kind}
        missing = [source for source in sorted(plural_sources()) if len(forms.get(source, [])) != 2]
        assert not missing, f"no two plural forms ({language}) of:\n" + "\n".join(missing)


def test_placeholders_are_the_same_in_every_translation():
    wrong = []
    for language in ("da", "en"):
        for name, source, forms, plural, _ in messages(language):
            wanted = sorted(set(PLACEHOLDER.findall(source)))
            for form in forms:
                # «One thing» may leave the number out.
                may_lack = {"%n"} if plural and form is forms[0] else set()
                if not set(wanted) - may_lack <= set(PLACEHOLDER.findall(form)) <= set(wanted):
                    wrong.append(f"{language}/{name}: {source!r} → {form!r}")
    assert not wrong, "placeholders differ:\n" + "\n".join(wrong)


def test_no_source_has_two_different_translations():
    for language in ("da", "en"):
        seen = defaultdict(dict)
        for name, source, forms, _, _ in messages(language):
            seen[source].setdefault(tuple(forms), name)
        wrong = [f"{source!r}: {by_form}" for source, by_form in seen.items() if len(by_form) > 1]
        assert not wrong, f"translated differently ({language}):\n" + "\n".join(wrong)


def test_no_translation_is_left_without_a_source():
    known = set(sources())
    for language in ("da", "en"):
        orphans = [f"{name}: {source!r}" for name, source, *_ in messages(language) if source not in known]
        assert not orphans, f"nobody says ({language}):\n" + "\n".join(orphans)

"""Settings come back as they were written, and a broken file costs nothing but its settings."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tillid_planner import settings
from tillid_planner.settings import Settings, SettingsError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_without_a_file_everything_follows_the_system(file: Path) -> None:
    assert settings.load(file) == Settings(language="system", theme="system", text_scale=1.0, workspaces=())


def test_what_was_saved_comes_back(file: Path, tmp_path: Path) -> None:
    folders = (tmp_path / 'Øst "2".tillid', tmp_path / "b\\c\t.tillid")
    kept = Settings(
        "da",
        "contrast",
        1.15,
        lock_after_minutes=settings.LOCK_AFTER[-1],
        workspaces=folders,
        nudges=False,
        fresh_eyes=False,
    )
    settings.save(kept, file)
    assert settings.load(file) == kept
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@given(st.lists(st.text(st.characters(blacklist_characters="/\0"), min_size=1), max_size=5, unique=True))
def test_any_folder_name_makes_a_file_that_can_be_read(names: list[str]) -> None:
    folders = tuple(dict.fromkeys(Path("/somewhere", name + ".tillid") for name in names))
    read = tomllib.loads(settings._toml(Settings(workspaces=folders)))
    texts = [str(folder) for folder in folders]
    assert read["workspaces"] == [text for text in texts if text.encode("utf-8", "ignore").decode() == text]


def test_the_home_folder_is_not_named(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "anna.holm"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    kept = Settings(workspaces=(home / "data" / "Nord.tillid",))
    settings.save(kept, file)
    assert "anna.holm" not in file.read_text("utf-8")
    assert settings.load(file) == kept


def test_the_latest_workspace_stands_first_and_five_are_remembered() -> None:
    kept = Settings()
    for number in range(7):
        kept = kept.with_workspace(Path(f"/w/{number}.tillid"))
    kept = kept.with_workspace(Path("/w/4.tillid"))
    assert [folder.stem for folder in kept.workspaces] == ["4", "6", "5", "3", "2"]


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe", b"[" * 5000, b"x = 1\n" * 20000, b"\0"])
def test_a_broken_file_is_put_aside_and_defaults_hold(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert settings.load(file) == Settings()
    assert file.with_name("settings.toml.bad").read_bytes() == content
    settings.save(Settings(theme="dark"), file)
    assert settings.load(file).theme == "dark"


def test_values_that_make_no_sense_take_their_default_and_the_rest_stands(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        'language = "da"\ntheme = 7\ntext_scale = "big"\nlater = 1\nworkspaces = ["near", 3, "/a.tillid"]\n',
        "utf-8",
    )
    assert settings.load(file) == Settings(language="da", workspaces=(Path("/a.tillid"),))


@pytest.mark.parametrize("scale", ["nan", "inf", "1e300", "-1.3", "true", "1.2"])
def test_only_known_text_scales_are_taken(file: Path, scale: str) -> None:
    file.parent.mkdir()
    file.write_text(f"text_scale = {scale}\n", "utf-8")
    assert settings.load(file).text_scale == 1.0


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    blocker = tmp_path / "config"
    blocker.write_text("", "utf-8")
    with pytest.raises(SettingsError):
        settings.save(Settings(), blocker / "settings.toml")
    assert list(tmp_path.iterdir()) == [blocker]

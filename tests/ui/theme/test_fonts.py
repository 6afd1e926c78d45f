"""The typeface is the program's own: pages and papers do not depend on what is installed on the machine."""

import io
import os
import subprocess
import sys

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont

from tillid_planner.paths import resources_folder
from tillid_planner.ui.printing.paper import Paper, pdf_bytes
from tillid_planner.ui.theme import face, font

NO_FONTS = "<dir>{folder}/no-fonts</dir>"
# What is installed here, for ever so different a screen: hinting, colours at the edges, another standard font.
FONTS_OF_THE_MACHINE = """
<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>
<match target="pattern"><edit name="family" mode="append"><string>DejaVu Serif</string></edit></match>
<match target="font">
  <edit name="hinting" mode="assign"><bool>true</bool></edit>
  <edit name="autohint" mode="assign"><bool>true</bool></edit>
  <edit name="hintstyle" mode="assign"><const>hintfull</const></edit>
  <edit name="rgba" mode="assign"><const>rgb</const></edit>
</match>
"""


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_each_weight_has_a_file_of_its_own(themed_app, weight):
    info = QFontInfo(font("body", weight))
    assert info.family() == "Tillid Inter"
    assert info.weight() == weight


def test_a_heavier_weight_is_wider(themed_app):
    def width(weight):
        made = face(weight)
        made.setPixelSize(100)
        return QFontMetricsF(made).horizontalAdvance("Hamburgefonstiv")

    assert width(400) < width(500) < width(600)


def test_the_licence_is_shipped_with_the_fonts():
    assert "SIL OPEN FONT LICENSE" in (resources_folder() / "fonts" / "OFL.txt").read_text().upper()


def test_no_text_needs_a_letter_from_another_font(themed_app):
    raw = QRawFont.fromFont(font())
    texts = [path.read_text("utf-8") for path in resources_folder().rglob("*") if path.suffix in {".toml", ".ts"}]
    assert texts
    letters = {letter for text in texts for letter in text if letter.isprintable()}
    missing = {letter for letter in letters if not raw.supportsCharacter(ord(letter))}
    assert missing == set()


def test_paper_carries_the_typeface(themed_app):
    paper = Paper("")
    paper.heading("Aftale", 1)
    paper.say("Sårpleje på rute 4")
    assert {name.split("+")[-1].split("-")[0] for name in _fonts_of(pdf_bytes(paper))} == {"TillidInter"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has its fonts set up by a file")
def test_a_page_is_the_same_picture_whatever_fonts_are_installed(tmp_path):
    (tmp_path / "no-fonts").mkdir()
    bare = _pages(tmp_path, "bare", NO_FONTS.format(folder=tmp_path))
    rich = _pages(tmp_path, "rich", FONTS_OF_THE_MACHINE)
    assert len(bare) == 2
    assert bare == rich


def _pages(folder, name, fonts):
    (folder / f"{name}.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{fonts}<cachedir>{folder}/cache-{name}</cachedir></fontconfig>"
    )
    subprocess.run(
        [sys.executable, "-m", "tillid_planner", "render", str(folder / name), "--only", "person-p*"],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / f"{name}.conf")},
        check=True,
        capture_output=True,
    )
    return {path.name: path.read_bytes() for path in (folder / name).iterdir()}


def _fonts_of(pdf):
    found = set()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for entry in page["/Resources"]["/Font"].values():
            made = entry.get_object() if isinstance(entry, IndirectObject) else entry
            found.add(str(made["/BaseFont"]).lstrip("/"))
    return found

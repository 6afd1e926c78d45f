"""Danish letters are read rightly from whatever encoding a system writes; what is no text is not taken for one."""

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.files import DATA
from tillid_planner.exchange.encoding import decode

TEXT = "Navn;Stilling;Afdeling\r\nCæcilie Østergård;Sygeplejerske;Ældre og pårørende\r\nJytte Møller;Vikar;Nord\r\n"


@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", codecs.BOM_UTF8, "UTF-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"", "UTF-16"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "UTF-32"),
        ("cp1252", b"", "Windows-1252"),
        ("mac_roman", b"", "Mac Roman"),
        ("cp865", b"", "DOS 865"),
    ],
)
def test_danish_letters_survive(codec, mark, name):
    assert decode(mark + TEXT.encode(codec)) == (TEXT, name)


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("name", ["Åse Bjørn", "Kjær", "Søren Østergård", "Æmilie", "René Møller", "Jørgen O’Neill"])
def test_one_name_is_enough_to_tell_an_old_encoding(codec, name):
    try:
        content = f"Navn\r\n{name}\r\n".encode(codec)
    except UnicodeEncodeError:
        pytest.skip("the encoding has no such sign")
    decoded = decode(content)
    assert decoded is not None
    assert decoded[0] == f"Navn\r\n{name}\r\n"


@pytest.mark.parametrize("name", ["Kasper O’Neill", "»Nord« – aften", "5 € i timen", "½ stilling"])
def test_signs_of_windows_programs_are_no_dos_letters(name):
    assert decode(f"Navn;Enhed\n{name};Nord\n".encode("cp1252")) == (f"Navn;Enhed\n{name};Nord\n", "Windows-1252")


def test_the_roster_is_read_rightly():
    decoded = decode((DATA / "medarbejdere-vagtplan.csv").read_bytes())
    assert decoded is not None
    assert "Cæcilie;Østergård" in decoded[0]
    assert "O’Neill" in decoded[0]


def test_a_letter_cut_in_two_does_not_spoil_the_others():
    whole = ("Navn\n" + "Cæcilie Østergård\n" * 20 + "Bo Å").encode()
    decoded = decode(whole[:-1])
    assert decoded is not None
    assert decoded[0].startswith("Navn\nCæcilie Østergård\n")
    stray = decode(b"Navn\n" + "Cæcilie Østergård\n".encode() * 20 + b"J\xf8rgen\n")
    assert stray is not None
    assert stray[1] == "UTF-8"
    assert "Østergård" in stray[0]


def test_nuls_are_dropped():
    decoded = decode(b"Navn;Stilling\nAmi\0na;Vikar\nBo;\0Vikar\n")
    assert decoded == ("Navn;Stilling\nAmina;Vikar\nBo;Vikar\n", "UTF-8")


def test_bytes_that_are_no_text_are_no_text():
    chance = random.Random(7)
    for length in (100, 5_000, 200_000):
        assert decode(chance.randbytes(length)) is None
    assert decode(b"\x89PNG\r\n\x1a\n" + bytes(500)) is None


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(content):
    decoded = decode(content)
    assert decoded is None or "\0" not in decoded[0]

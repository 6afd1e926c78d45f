"""Tables from texts: delimiters, quotes, ragged and doubled things, titles, and CPR numbers that never come through."""

import codecs
import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.files import DATA, cells, cpu_seconds, headers, refused, saved, table_of
from tillid_planner.exchange.tabular import UnreadableFile, as_text, read_pasted, read_table

ROWS = [("Navn", "Stilling", "Timer"), ("Holm, Amina", "SOSU-assistent", "32,5"), ("Lindskov, Bo", "Vikar", "37,0")]


def quoted(text, delimiter):
    return f'"{text}"' if delimiter in text else text


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_each_usual_delimiter_and_line_ending(tmp_path, delimiter, ending):
    text = ending.join(delimiter.join(quoted(cell, delimiter) for cell in row) for row in ROWS)
    table = table_of(tmp_path, text)
    assert table.delimiter == delimiter
    assert headers(table) == list(ROWS[0])
    assert cells(table) == ROWS[1:]


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("cp1252", b""),
        ("mac_roman", b""),
    ],
)
def test_no_mark_or_encoding_reaches_the_first_header(tmp_path, codec, mark):
    table = table_of(tmp_path, mark + "Navn;Stilling\r\nBjørn Åkjær;Plejer\r\n".encode(codec))
    assert headers(table) == ["Navn", "Stilling"]
    assert cells(table) == [("Bjørn Åkjær", "Plejer")]


def test_one_column_of_names_with_commas_stays_one_column():
    table = read_pasted("Navn\nHolm, Amina\nLindskov, Bo\n")
    assert cells(table) == [("Holm, Amina",), ("Lindskov, Bo",)]


def test_the_line_that_excel_hides_names_the_delimiter():
    table = read_pasted("sep=|\nNavn|Stilling\nBo|Vikar, aften; nat\n")
    assert headers(table) == ["Navn", "Stilling"]
    assert table.rows[0].number == 2


def test_titles_above_the_header_are_passed_over():
    table = read_pasted("Hjemmepleje Nord;;\nUdskrevet 01-11-2026;;\n;;\nNavn;Stilling;Timer\nBo;Vikar;37\n")
    assert headers(table) == ["Navn", "Stilling", "Timer"]
    assert [row.number for row in table.rows] == [5]


def test_rows_are_numbered_as_a_spreadsheet_does():
    table = read_pasted('Navn;Stilling\n"Amina\nHolm";"Aften;\r\nnat"\n\nBo;"siger ""ja"""\n')
    assert cells(table) == [("Amina\nHolm", "Aften;\r\nnat"), ("Bo", 'siger "ja"')]
    assert [row.number for row in table.rows] == [2, 4]


def test_quotation_marks_that_are_the_texts_own_stay():
    table = read_pasted('Navn;Enhed\nBo;"Nord" og Syd\nEva;12" rør\n')
    assert cells(table) == [("Bo", '"Nord" og Syd'), ("Eva", '12" rør')]


def test_a_quotation_mark_never_closed_takes_no_rows_with_it():
    table = read_pasted('Navn;Enhed\nBo;"Nord\nEva;Syd\n')
    assert [row.text(0) for row in table.rows] == ["Bo", "Eva"]


def test_ragged_rows_are_filled_up_or_told_of():
    table = read_pasted("Navn;Stilling\nBo\nEva;Vikar;for meget\nLine;Vikar;;;\n")
    assert cells(table) == [("Bo", ""), ("Eva", "Vikar"), ("Line", "Vikar")]
    assert table.ragged == (3,)


def test_doubled_headers_can_be_told_apart():
    table = read_pasted("Navn;Timer;Timer;Timer (2);;\nBo;1;2;3;;x\n")
    assert table.doubled == ("Timer",)
    assert headers(table) == ["Navn", "Timer", "Timer (3)", "Timer (2)"]


def test_pasted_cells_without_a_header_keep_their_first_row():
    table = read_pasted("Amina Holm\tamina@eksempel.dk\t32,5\nBo Lindskov\tbo@eksempel.dk\t37\n")
    assert headers(table) == ["A", "B", "C"]
    assert len(table.rows) == 2


def test_only_a_header_is_a_table_without_rows():
    assert read_pasted("Navn;Stilling\n").rows == ()


@pytest.mark.parametrize("text", ["", "  \n\t\n", ";;;\n;;;\n", "\ufeff", "\u200b\n"])
def test_nothing_is_empty(text):
    with pytest.raises(UnreadableFile) as raised:
        read_pasted(text)
    assert raised.value.code == "empty"


# Numbers that are nobody's: a real one cannot have these endings.
CPR_WRITTEN = [
    "010190-0000",
    "0101900000",
    "010190 0000",
    "01.01.90-0000",
    "010190–0000",
    "610190-0000",
    "０１０１９０-００００",
]
CPR_HEADERS = [
    "CPR",
    "Cpr-nr.",
    "CPRnr",
    "C.P.R.",
    "Personnummer",
    "Pers.nr.",
    "personnr",
    "ＣＰＲ",
    "cpr_nummer",
    "Social security no.",
]


@pytest.mark.parametrize("header", CPR_HEADERS)
def test_a_cpr_column_is_known_by_its_header(header):
    table = read_pasted(f"Navn;{header}\nBo;0000000000\nEva;17\n")
    assert [column.cpr for column in table.columns] == [False, True]
    assert cells(table) == [("Bo", ""), ("Eva", "")]


@pytest.mark.parametrize("number", CPR_WRITTEN)
def test_a_cpr_column_is_known_by_what_stands_in_it(number):
    table = read_pasted(f"Navn;Nøgle\nBo;{number}\nEva;\n")
    assert table.columns[1].cpr
    assert number not in repr(table)
    assert "0000" not in repr(table)


@pytest.mark.parametrize("number", CPR_WRITTEN)
@pytest.mark.parametrize("around", ["{}", "Amina Holm ({})", "Amina Holm, {}", "Amina {} Holm", "Amina Holm CPR: {}"])
def test_a_cpr_number_among_other_things_is_cut_out(number, around):
    table = read_pasted(f"Navn;Stilling\n{around.format(number)};Vikar\nBo;Vikar\nEva;Vikar\n")
    assert "000" not in repr(table)
    assert {row for row, _ in table.cpr_cells} == {2}
    assert table.rows[1].cells == ("Bo", "Vikar")


def test_no_cpr_number_comes_through_as_a_header():
    table = read_pasted("Amina Holm;010190-0000\nBo Lindskov;020290-0000\n")
    assert "-0000" not in repr(table)
    assert table.columns[1].cpr


@pytest.mark.parametrize(
    "values",
    [("20 00 00 01", "21436587"), ("+45 20 00 00 01", "+4521436587"), ("0045 20000001",), ("4520000001", "4521436587")],
)
def test_phone_numbers_are_not_taken_for_cpr(values):
    table = read_pasted("Navn;Nummer\n" + "".join(f"Bo {i};{value}\n" for i, value in enumerate(values)))
    assert not table.columns[1].cpr
    assert table.cpr_cells == ()
    assert [row.text(1) for row in table.rows] == list(values)


def test_a_foreign_phone_number_is_left_out_as_a_phone_number():
    assert not read_pasted("Navn;Mobil\nBo;0701234567\nEva;0702234567\n").columns[1].cpr


@pytest.mark.parametrize("text", ["01-03-2019", "2019-03-01", "01.03.2019 08:00", "12345678", "1.234.567,89", "32,5"])
def test_days_and_amounts_are_not_taken_for_cpr(text):
    table = read_pasted(f"Navn;Startdato\nBo;{text}\nEva;{text}\n")
    assert [row.text(1) for row in table.rows] == [text, text]


def test_the_phone_book_holds_no_cpr():
    assert "0000000000" not in repr(read_table(DATA / "telefonbog.csv"))


def test_signs_nobody_sees_are_taken_out_and_letters_composed():
    table = read_pasted(
        "Navn;Enhed\n\u202eAmi\u200bna\u202c H\u00adolm\ufeff;\u2067نور\u2069\n"
        "Ca\u0308cilie A\u030aberg;👩🏽\u200d⚕️ nat\n"
    )
    assert cells(table) == [("Amina Holm", "نور"), ("Cäcilie Åberg", "👩🏽\u200d⚕️ nat")]


def test_half_a_sign_from_the_clipboard_is_dropped():
    assert cells(read_pasted("Navn\nBo \ud83d\n")) == [("Bo",)]


def test_whole_numbers_have_no_decimals_as_text():
    assert [as_text(value) for value in (32.0, 32.5, 1e20, float("inf"), float("nan"))] == [
        "32", "32.5", "100000000000000000000", "inf", "nan"
    ]  # fmt: skip


def test_a_long_note_and_emoji_come_through(tmp_path):
    note = "æ🌷" * 50_000
    assert cells(table_of(tmp_path, f"Opgave;Formål\nSår;{note}\n")) == [("Sår", note)]


def test_a_file_that_is_not_there_or_is_no_file(tmp_path):
    for path, code in ((tmp_path / "væk.csv", "no_such_file"), (tmp_path, "not_a_table")):
        with pytest.raises(UnreadableFile) as raised:
            read_table(path)
        assert raised.value.code == code


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX systems")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path):
    pipe = tmp_path / "rør"
    os.mkfifo(pipe)
    for path in (pipe, "/dev/zero"):
        with pytest.raises(UnreadableFile):
            read_table(tmp_path / path)


@pytest.mark.parametrize("start", ['<?xml version="1.0"?>', "{\\rtf1 Navn;", "%PDF-1.4\nNavn;Timer\n"])
def test_other_texts_are_no_tables(tmp_path, start):
    assert refused(tmp_path, start + "<td>Navn;Stilling\nBo;Vikar\n") == "not_a_table"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("Navn;Note\nBo;" + "x" * 10_000_000 + "\n", "cell_too_long"),
        ('Navn;Note\nBo;"' + "x" * 10_000_000 + '"\n', "cell_too_long"),
        ("Navn\n" + "Bo\n" * 10_001, "too_many_rows"),
        ("\n" * 20_000_000, "empty"),
        (";".join(f"Felt {i}" for i in range(201)) + "\n", "too_many_columns"),
        (";" * 20_000_000, "empty"),
        ("Navn;Timer\n" + ";" * 19_000_000 + "x", "too_large"),
        ("Navn\n" + "\n" * 19_000_000 + "Bo", "too_many_rows"),
        ("Navn;Timer\n" + (";" * 150 + "x\n") * 10_000, "too_large"),
        ("x" * 21_000_000, "too_large"),
        ('"' * 20_000_000, "empty"),
        ("Navn;" + '"' * 19_000_000 + "x", "cell_too_long"),
        ('";' * 10_000_000, None),
        ('"\n' * 10_000_000, None),
        ("sep=;\n" * 3_000_000, "too_many_rows"),
        ("Navn;Note\n" + ("Bo;x" + " " * 99_000 + "x\n") * 200, None),
        ("Navn;Note\n" + ("Bo;" + "(" * 99_000 + "x\n") * 200, None),
        ("Navn;Note\n" + ("Bo;" + "010190-0000 " * 8_000 + "x\n") * 200, None),
        ("Navn\n" + "e" + "\u0316\u0301" * 49_000, None),
        ("\u0316\u0301" * 5_000_000, "cell_too_long"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_hostile_texts_are_told_of_quickly(tmp_path, content, code):
    path = saved(tmp_path, content.encode())
    began = cpu_seconds()
    try:
        read_table(path)
        told = None
    except UnreadableFile as error:
        told = error.code
    # Far more than it takes, and far less than what is of the square of the length would.
    assert cpu_seconds() - began < 10
    assert code is None or told == code


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(
    st.binary(max_size=300),
    st.text(alphabet='";,\t|\r\n aÅ0=\0\u200b\ud800', max_size=80).map(lambda t: t.encode("utf-8", "surrogatepass")),
))  # fmt: skip
def test_any_bytes_are_a_table_or_unreadable(tmp_path, content):
    try:
        table = table_of(tmp_path, content)
    except UnreadableFile:
        return
    assert all(len(row.cells) == len(table.columns) for row in table.rows)


@given(st.text(max_size=200))
def test_any_pasted_text_is_a_table_or_unreadable(text):
    try:
        table = read_pasted(text)
    except UnreadableFile:
        return
    assert repr(table).isascii() or repr(table).encode()

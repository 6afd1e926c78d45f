"""Spreadsheets made to do harm, and broken ones: a plain refusal, soon, without much memory."""

import io
import random
import re
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.files import (
    STAFF,
    altered,
    cell_record,
    container,
    cpu_seconds,
    ods,
    ods_row,
    parts_of,
    refused,
    table_of,
    xls,
    xlsx,
    zipped,
)
from tillid_planner.exchange import zip_guard
from tillid_planner.exchange.tabular import UnreadableFile

SHEET = "xl/worksheets/sheet1.xml"
MAGIC = [b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
PLAIN = xlsx({"Ark1": STAFF})


def with_sheet_data(rows):
    """A workbook whose only sheet holds the rows given as XML."""
    start = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    parts: dict[str, str | bytes] = dict(parts_of(PLAIN))
    return zipped(parts | {SHEET: f"{start}<sheetData>{rows}</sheetData></worksheet>"})


def number_at(place):
    return f'<c r="{place}"><v>1</v></c>'


EACH_KIND = pytest.mark.parametrize(
    "content", [PLAIN, ods("".join(ods_row(*row) for row in STAFF)), xls(STAFF)], ids=["xlsx", "ods", "xls"]
)
PARTS = [
    SHEET,
    *(f"xl/{name}" for name in ("sharedStrings.xml", "workbook.xml", "styles.xml", "_rels/workbook.xml.rels")),
]
REFUSED = ("too_many_rows", "too_many_columns", "hostile", "damaged")
ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [ENTITIES, EXTERNAL, "<!DOCTYPE x>"])
@pytest.mark.parametrize("padding", [0, 5_000, 200_000])
@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "[Content_Types].xml"])
def test_document_types_are_refused_wherever_they_stand(tmp_path, declared, padding, part):
    filling = f"<!--{' ' * padding}-->" if padding else ""
    content = parts_of(PLAIN)[part].decode()
    end = content.index("?>") + 2
    parts: dict[str, str | bytes] = dict(parts_of(PLAIN))
    parts[part] = content[:end] + filling + declared + content[end:]
    assert refused(tmp_path, zipped(parts)) == "hostile"


def test_document_types_are_refused_in_ods_and_in_other_letters(tmp_path):
    parts: dict[str, str | bytes] = dict(parts_of(ods(ods_row("Navn"))))
    text = parts_of(ods(ods_row("Navn")))["content.xml"].decode()
    spoiled = text.replace("?>", "?>" + EXTERNAL, 1)
    assert refused(tmp_path, zipped(parts | {"content.xml": spoiled})) == "hostile"
    wide = spoiled.replace('"1.0"?', '"1.0" encoding="UTF-16"?').encode("utf-16")
    assert refused(tmp_path, zipped(parts | {"content.xml": wide})) == "damaged"


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1">{number_at("A1")}</row><row r="1048576">{number_at("XFD1048576")}</row>',
        f'<row r="1">{number_at("A1")}</row><row r="9999">{number_at("XFD9999")}</row>',
        f"<row>{number_at('A1')}</row><row>{number_at('ZZZ9999999')}</row>",
        "<row>" + "<c><v>1</v></c>" * 20_000 + "</row><row/>" + "<row/>" * 20_000 + "<row><c><v>1</v></c></row>",
        f'<row r="1">{number_at("A1")}</row><row r="4294967295"><c><v>1</v></c></row>',
        f'<row r="1">{number_at("&#65;1")}</row><row r="9&#57;99999"><c r="&#88;FD9999999"><v>1</v></c></row>',
        f'<row r="1">{number_at("A1")}</row><row r="2">{number_at("ZZZZZ2")}</row>',
        f'<row r="1">{number_at("A1")}</row><row r="1048576">{number_at("A2")}</row>',
        f'<row r="1">{number_at("A1")}{number_at("B1048576")}</row>',
        f'<row r="1">{number_at("A1")}</row><row r="0001048576">{number_at("XFD0001048576")}</row>',
        f'<row r="1">{number_at("A1")}<row r="1048576">{number_at("XFD1048576")}</row></row>',
        f'<row r="1">{number_at("A1")}</row></sheetData><sheetData><row r="1048576">{number_at("XFD1048576")}</row>',
        f'<row r="1">{number_at("A1")}</row>{number_at("XFD1048576")}',
        f'<x:row xmlns:x="x" r="1">{number_at("A1")}</x:row><row r="1000000">{number_at("CZ1000000")}</row>',
    ],
)
def test_two_cells_far_apart_do_not_take_all_memory(tmp_path, rows):
    assert refused(tmp_path, with_sheet_data(rows)) in REFUSED


def test_a_lone_cell_far_out_costs_nothing(tmp_path):
    row = f'<row r="1048576">{number_at("XFD1048576")}</row>'
    assert [column.header for column in table_of(tmp_path, with_sheet_data(row)).columns] == ["A"]


@pytest.mark.parametrize(
    "body",
    [
        ods_row("Navn", repeated=1_000_000),
        ods_row("Navn") + ods_row("Bo", repeated=4_000_000_000),
        ods_row("Navn") + '<table:table-row><table:table-cell table:number-columns-repeated="900000000" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
        '<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="900000000"/>b</text:p>'
        "</table:table-cell></table:table-row>" + ods_row("Navn"),
        ods_row("Navn") + '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>' * 60 + ods_row("Bo"),
    ],
)
def test_repeats_in_ods_do_not_take_all_memory(tmp_path, body):
    assert refused(tmp_path, ods(body)) in REFUSED


STRANGE = ["+999999999", " 999999999", "0000000000999999999", "-1", "9" * 30, "1e9", "९९९९९९९९९"]


@pytest.mark.parametrize("number", STRANGE)
@pytest.mark.parametrize("place", ["number-rows-repeated", "number-columns-repeated", "c"])
def test_numbers_written_strangely_are_not_another_number_to_the_reader(tmp_path, number, place):
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="1">'
    cell += '<text:p>x<text:s text:c="1"/>y'
    body = f'<table:table-row table:number-rows-repeated="1">{cell}</text:p></table:table-cell></table:table-row>'
    assert refused(tmp_path, ods(ods_row("Navn") + body.replace(f'{place}="1"', f'{place}="{number}"'))) in REFUSED


def test_room_is_not_made_for_as_many_texts_as_are_said_to_come(tmp_path):
    content = parts_of(PLAIN)["xl/sharedStrings.xml"].decode()
    parts: dict[str, str | bytes] = dict(parts_of(PLAIN))
    for said in ("4294967295", "999999999"):
        parts["xl/sharedStrings.xml"] = re.sub('uniqueCount="[0-9]+"', f'uniqueCount="{said}"', content)
        assert refused(tmp_path, zipped(parts)) in REFUSED


def test_a_part_in_other_letters_is_not_another_to_the_reader(tmp_path):
    # The two bytes of each sign of a part in UTF-16 can be the letters of a part in UTF-8.
    hidden = f'<worksheet><sheetData><row r="1">{number_at("A1")}</row></sheetData></worksheet> '.encode()
    wide = "<worksheet>".encode("utf-16") + hidden[: len(hidden) // 2 * 2] + "</worksheet>".encode("utf-16-le")
    parts: dict[str, str | bytes] = dict(parts_of(PLAIN))
    assert refused(tmp_path, zipped(parts | {SHEET: wide})) == "damaged"
    for name in ("cp037", "utf-7", "iso-8859-1"):
        other = f'<?xml version="1.0" encoding="{name}"?><worksheet/>'
        assert refused(tmp_path, zipped(parts | {SHEET: other})) == "damaged"


def test_one_long_text_shared_by_many_cells_is_counted_each_time(tmp_path):
    rows = [[f"{'x' * 30_000}"] * 20 for _ in range(300)]
    assert refused(tmp_path, xlsx({"Ark1": rows})) == "hostile"


def test_zip_bombs_are_refused(tmp_path):
    parts: dict[str, str | bytes] = dict(parts_of(PLAIN))
    assert refused(tmp_path, zipped(parts | {SHEET: b" " * 100_000_000})) == "hostile"
    assert refused(tmp_path, zipped(parts | {f"xl/{i}.xml": b" " * 10_000_000 for i in range(30)})) == "hostile"
    assert refused(tmp_path, zipped(parts | {f"xl/{i}.xml": b"" for i in range(3_000)})) == "hostile"


def test_a_part_that_lies_about_its_size_is_not_unpacked_beyond_it(tmp_path):
    content = bytearray(zipped(dict(parts_of(PLAIN)) | {SHEET: b" " * 50_000_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = -1
        while (place := content.find(mark, place + 1)) >= 0:
            struct.pack_into("<I", content, place + at, min(1000, struct.unpack_from("<I", content, place + at)[0]))
    assert refused(tmp_path, bytes(content)) in ("damaged", "hostile")


def test_deeply_nested_parts_are_refused(tmp_path):
    assert refused(tmp_path, with_sheet_data("<row>" * 50_000 + "</row>" * 50_000)) == "hostile"


def test_doubled_parts_are_refused(tmp_path):
    target = io.BytesIO(PLAIN)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, EXTERNAL)
    assert refused(tmp_path, target.getvalue()) == "damaged"


def test_what_is_locked_by_a_password_is_said_to_be(tmp_path):
    flagged = bytearray(PLAIN)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = flagged.find(mark)
        flagged[place + at] |= 1
    assert refused(tmp_path, bytes(flagged)) == "encrypted"
    assert refused(tmp_path, container({"EncryptionInfo": b"\4", "EncryptedPackage": b"\1" * 5000})) == "encrypted"
    assert refused(tmp_path, xls(STAFF, first=struct.pack("<HH", 0x002F, 54) + bytes(54))) == "encrypted"
    assert refused(tmp_path, ods(ods_row("Navn"), "<manifest:encryption-data/>")) in ("encrypted", "damaged")
    whole = zipped({"mimetype": parts_of(ods(""))["mimetype"], "encrypted-package": b"\1" * 500})
    assert refused(tmp_path, whole) == "encrypted"


def test_old_workbooks_with_cells_far_apart_do_not_take_all_memory(tmp_path):
    far = xls(STAFF, more=cell_record(65_535, 65_535, 1))
    assert refused(tmp_path, far) in REFUSED


def test_old_sheets_are_not_given_the_room_they_say_they_need(tmp_path):
    said = struct.pack("<HHIIHHH", 0x0200, 14, 0, 0xFFFFFFFE, 0, 0xFFFF, 0)
    assert len(table_of(tmp_path, xls(STAFF, more=said)).rows) == 2
    texts = struct.pack("<HHII", 0x00FC, 8, 0x7FFFFFFF, 0x7FFFFFFF)
    assert len(table_of(tmp_path, xls(STAFF, first=texts)).rows) == 2


def test_a_reader_that_dies_takes_nothing_with_it(tmp_path, monkeypatch):
    # Whatever gets past the looking through: the process it is read in ends, the file is told to be damaged.
    monkeypatch.setattr(zip_guard, "checked", lambda data: (data, {}))
    rows = f'<row r="1">{number_at("A1")}</row><row r="1048576">{number_at("XFD1048576")}</row>'
    assert refused(tmp_path, with_sheet_data(rows)) == "damaged"


@EACH_KIND
def test_files_cut_short_are_damaged(tmp_path, content):
    whole, codes = table_of(tmp_path, content), set[str]()
    for length in range(8, len(content) - 1, max(1, len(content) // 60)):
        try:
            read = table_of(tmp_path, content[:length])
        except UnreadableFile as error:
            codes.add(error.code)
        else:
            # What is cut off was nothing but filling.
            assert read.rows == whole.rows
    assert codes <= {"damaged", "empty", "not_a_table"}


@EACH_KIND
def test_files_with_bytes_turned_are_read_or_refused(tmp_path, content):
    chance = random.Random(11)
    for _ in range(150):
        spoiled = bytearray(content)
        for _ in range(chance.choice((1, 3, 20))):
            spoiled[chance.randrange(4, len(spoiled))] = chance.randrange(256)
        try:
            table_of(tmp_path, bytes(spoiled))
        except UnreadableFile:
            continue


@pytest.mark.parametrize("part", PARTS)
def test_parts_with_signs_turned_are_read_or_refused(tmp_path, part):
    chance = random.Random(13)
    text = parts_of(PLAIN)[part].decode()
    for _ in range(60):
        at = chance.randrange(len(text))
        change = chance.choice(('"', "<", ">", "&", "9" * 12, "-1", "\0", "</row>", "<c>", "s", ""))
        parts: dict[str, str | bytes] = dict(parts_of(PLAIN))
        parts[part] = text[:at] + change + text[at + chance.randrange(4) :]
        try:
            table_of(tmp_path, zipped(parts))
        except UnreadableFile:
            continue


@pytest.mark.parametrize("value", ["99999999999999999999", "-1", "1e400", "nan", "x", ""])
def test_references_and_numbers_that_are_none(tmp_path, value):
    kinds = [f'<c t="{kind}"><v>{value}</v></c>' for kind in ("s", "n", "d", "b", "e", "str")]
    for cell in (*kinds, f'<c s="{value}"><v>1</v></c>'):
        try:
            table_of(tmp_path, with_sheet_data(f"<row>{cell}</row><row>{number_at('A2')}</row>"))
        except UnreadableFile:
            continue


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(MAGIC), st.binary(max_size=2000))
def test_bytes_that_only_begin_as_a_spreadsheet(tmp_path, magic, rest):
    with pytest.raises(UnreadableFile):
        table_of(tmp_path, magic + rest)


def test_old_containers_that_go_round_in_circles(tmp_path):
    content = xls(STAFF)
    began = cpu_seconds()
    for at in range(44, 80, 4):
        for value in (0, 1, 3, 0xFFFFFFFE, 0x7FFFFFFF):
            spoiled = bytearray(content)
            struct.pack_into("<I", spoiled, at, value)
            try:
                table_of(tmp_path, bytes(spoiled))
            except UnreadableFile:
                continue
    assert cpu_seconds() - began < 20


def test_a_sheet_with_a_formula_for_a_name_is_only_text(tmp_path):
    content = altered(PLAIN, "xl/sharedStrings.xml", "Bo Lindskov", "=cmd|' /C calc'!A0")
    assert table_of(tmp_path, content).rows[1].text(0) == "=cmd|' /C calc'!A0"

"""XLSX, ODS and XLS as people make them."""

import datetime as dt
import io

import pytest
import xlsxwriter

from tests.exchange.files import (
    STAFF,
    altered,
    cells,
    headers,
    ods,
    ods_row,
    parts_of,
    refused,
    saved,
    table_of,
    xls,
    xlsx,
    zipped,
)
from tillid_planner.exchange.tabular import UnreadableFile, read_table

BODY = [("Amina Holm", "Sygeplejerske", 32.5), ("Bo Lindskov", "Vikar", 37.0)]


def ods_staff():
    return ods("".join(ods_row(*row) for row in STAFF))


@pytest.mark.parametrize("content", [xlsx({"Ark1": STAFF}), ods_staff(), xls(STAFF)], ids=["xlsx", "ods", "xls"])
@pytest.mark.parametrize("name", ["liste.xlsx", "liste.csv", "liste"])
def test_each_kind_is_known_by_its_content(tmp_path, content, name):
    table = read_table(saved(tmp_path, content, name))
    assert headers(table) == list(STAFF[0])
    assert cells(table) == BODY
    assert (table.sheet, table.sheets) == ("Ark1", ("Ark1",))


def test_dates_times_and_truths_come_as_what_they_are(tmp_path):
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Navn", "Startdato", "Timer", "Uge", "Aften"])
    sheet.write(1, 0, "Bo")
    sheet.write(1, 1, dt.datetime(2019, 3, 1, 8), book.add_format({"num_format": "dd-mm-yyyy hh:mm"}))
    sheet.write(1, 2, dt.timedelta(hours=37, minutes=30), book.add_format({"num_format": "[h]:mm"}))
    sheet.write(1, 3, dt.time(7, 30), book.add_format({"num_format": "hh:mm"}))
    sheet.write(1, 4, True)
    book.close()
    assert cells(table_of(tmp_path, target.getvalue())) == [("Bo", dt.date(2019, 3, 1), 37.5, 7.5, "ja")]


def test_formulas_give_what_was_last_worked_out(tmp_path):
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Navn", "Timer"])
    sheet.write_formula(1, 0, '=HYPERLINK("http://eksempel.dk")', None, "Bo Lindskov")
    sheet.write_formula(1, 1, "=30+7", None, 37)
    book.close()
    assert cells(table_of(tmp_path, target.getvalue())) == [("Bo Lindskov", 37.0)]


def test_the_first_sheet_with_rows_is_read_and_others_can_be_asked_for(tmp_path):
    more = [*STAFF, ("Eva", "Vikar", 30)]
    content = xlsx({"Tom": [], "Forside": [["Hjemmepleje Nord"]], "Folk": STAFF, "Flere": more})
    table = table_of(tmp_path, content)
    assert (table.sheet, table.sheets) == ("Folk", ("Forside", "Folk", "Flere"))
    assert len(table_of(tmp_path, content, "Flere").rows) == 3
    for name in ("Væk", "Tom"):
        with pytest.raises(UnreadableFile, match="no_such_sheet"):
            table_of(tmp_path, content, name)


def test_hidden_sheets_are_not_read(tmp_path):
    content = xlsx({"Synlig": STAFF, "Skjult": [("Navn",), ("Hemmelig",)]}, hidden=["Skjult"])
    assert table_of(tmp_path, content).sheets == ("Synlig",)


NOT_IN_THE_CORNER = [(None,), (None,), (None, "Navn"), (None, "Bo"), (None,), (None, "Eva")]


@pytest.mark.parametrize(
    "content",
    [
        xlsx({"Ark1": NOT_IN_THE_CORNER}),
        ods("".join(ods_row(*row) for row in NOT_IN_THE_CORNER)),
        xls(NOT_IN_THE_CORNER),
    ],
    ids=["xlsx", "ods", "xls"],
)
def test_a_list_that_does_not_begin_in_the_corner_keeps_its_row_numbers(tmp_path, content):
    table = table_of(tmp_path, content)
    assert [(row.number, row.text(headers(table).index("Navn"))) for row in table.rows] == [(4, "Bo"), (6, "Eva")]


def test_cpr_numbers_kept_as_numbers_are_left_out(tmp_path):
    rows = [("Navn", "Nøgle", "Andet"), ("Bo", 101900000.0, 37), ("Eva", 3112900000.0, 101900000.0), ("Line", "", 30)]
    table = table_of(tmp_path, xlsx({"Ark1": rows}))
    assert [column.cpr for column in table.columns] == [False, True, False]
    assert "900000" not in repr(table)
    assert {row for row, _ in table.cpr_cells} == {3}


def test_empty_workbooks_are_empty(tmp_path):
    assert refused(tmp_path, xlsx({"Ark1": []})) == "empty"
    assert refused(tmp_path, ods("")) == "empty"
    assert refused(tmp_path, xls([])) == "empty"


def test_what_libreoffice_fills_a_sheet_up_with_is_no_data(tmp_path):
    empty = '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/>'
    fill = f'<table:table-row table:number-rows-repeated="1048500">{empty}</table:table-row>'
    assert cells(table_of(tmp_path, ods("".join(ods_row(*row) for row in STAFF) + fill))) == BODY


def test_repeated_ods_rows_are_that_many_rows(tmp_path):
    table = table_of(tmp_path, ods(ods_row("Navn", "Stilling") + ods_row("Bo", "Vikar", repeated=3)))
    assert cells(table) == [("Bo", "Vikar")] * 3


def test_macros_pictures_and_links_to_other_files_are_passed_over(tmp_path):
    parts: dict[str, str | bytes] = dict(parts_of(xlsx({"Ark1": STAFF})))
    parts |= {
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"Sub Auto_Open" * 100,
        "xl/media/image1.png": b"\x89PNG" * 1000,
        "xl/externalLinks/externalLink1.xml": '<externalLink><externalBook r="rId1"/></externalLink>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": (
            '<Relationships><Relationship Id="rId1" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
        ),
    }
    assert cells(table_of(tmp_path, zipped(parts))) == BODY


def test_ten_thousand_rows_that_are_much_alike_are_no_bomb(tmp_path):
    header = ("Navn", "Stilling", "Timer")
    for content in (
        ods(ods_row(*header) + ods_row("Bo Lindskov", "Vikar", 37.5) * 10_000),
        xlsx({"Ark1": [header, *[("Bo Lindskov", "Vikar", 37.5)] * 10_000]}),
        xls([header, *[("Bo Lindskov", "Vikar", 37.5)] * 10_000]),
    ):
        assert len(table_of(tmp_path, content).rows) == 10_000
    assert refused(tmp_path, xlsx({"Ark1": [header, *[("Bo", "Vikar", 37.5)] * 10_001]})) == "too_many_rows"


def test_other_things_that_are_zipped_are_no_tables(tmp_path):
    assert refused(tmp_path, zipped({"brev.txt": "Kære"})) == "not_a_table"
    assert refused(tmp_path, zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})) == "not_a_table"
    assert refused(tmp_path, zipped({"xl/workbook.bin": b"\0"})) == "not_a_table"
    text = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office/>"}
    assert refused(tmp_path, zipped(text)) == "not_a_table"


def test_names_with_signs_nobody_sees(tmp_path):
    content = altered(xlsx({"Ark1": STAFF}), "xl/sharedStrings.xml", "Bo Lindskov", "\u202eBo\u200b Lind\u00adskov")
    assert cells(table_of(tmp_path, content))[1][0] == "Bo Lindskov"

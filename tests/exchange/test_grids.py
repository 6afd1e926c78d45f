"""What a sheet shows beside its cells: hidden rows, merged cells, several sheets; in XLSX, ODS, HTML and XML."""

from __future__ import annotations

import contextlib
import datetime
import io

import pytest
import xlsxwriter

from tests.exchange.files import cells, cpu_seconds, headers, ods, parts_of, saved, table_of, zipped
from tillid_planner.exchange.cells import UnreadableFile
from tillid_planner.exchange.tabular import read_pasted, read_table

EXCEL_XML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">{}'
    "</Workbook>"
)


def workbook(write) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    write(book)
    book.close()
    return target.getvalue()


def row(*texts: str, attributes: str = "") -> str:
    put = "".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in texts)
    return f"<Row {attributes}>{put}</Row>"


def test_hidden_rows_and_merged_cells_of_a_workbook(tmp_path):
    def write(book):
        sheet = book.add_worksheet("Liste")
        for number, line in enumerate(
            (("Enhed", "Navn"), ("Nord", "Amina Holm"), ("", "Bo Lindskov"), ("Syd", "Eva Bech"))
        ):
            sheet.write_row(number + 2, 1, line)
        sheet.merge_range("B4:B5", "Nord")
        sheet.set_row(4, None, None, {"hidden": True})

    table = table_of(tmp_path, workbook(write))
    assert cells(table) == [("Nord", "Amina Holm"), ("Nord", "Bo Lindskov"), ("Syd", "Eva Bech")]
    assert [(line.number, line.hidden) for line in table.rows] == [(4, False), (5, True), (6, False)]


def test_the_marks_of_one_sheet_are_not_anothers(tmp_path):
    def write(book):
        for name in ("Første", "Anden"):
            book.add_worksheet(name).write_column(0, 0, ["Navn", "Amina Holm", "Bo Lindskov"])
        book.get_worksheet_by_name("Anden").set_row(1, None, None, {"hidden": True})

    path = saved(tmp_path, workbook(write))
    assert [line.hidden for line in read_table(path, "Første").rows] == [False, False]
    assert [line.hidden for line in read_table(path, "Anden").rows] == [True, False]


def test_hidden_rows_and_merged_cells_of_an_ods(tmp_path):
    def cell(text, attributes=""):
        return f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>'

    over_two = 'table:number-rows-spanned="2"'
    body = (
        f"<table:table-row>{cell('Enhed')}{cell('Navn')}</table:table-row>"
        f"<table:table-row>{cell('Nord', over_two)}{cell('Amina Holm')}</table:table-row>"
        f'<table:table-row table:visibility="filter"><table:covered-table-cell/>{cell("Bo Lindskov")}</table:table-row>'
    )
    table = table_of(tmp_path, ods(body))
    assert cells(table) == [("Nord", "Amina Holm"), ("Nord", "Bo Lindskov")]
    assert [line.hidden for line in table.rows] == [False, True]


def test_the_sheet_with_known_headers_is_read_though_it_is_not_the_first(tmp_path):
    def write(book):
        book.add_worksheet("Vejledning").write_column(0, 0, ["Sådan gør du", "Skriv navnene i næste ark."])
        sheet = book.add_worksheet("Data")
        sheet.write(0, 0, "Plejecenter")
        sheet.write_row(13, 0, ["Navn", "Stilling"])
        sheet.write_row(14, 0, ["Amina Holm", "Sygeplejerske"])
        book.add_worksheet("Opgaver").write_column(0, 0, ["Opgave", "Sårpleje"])

    path = saved(tmp_path, workbook(write))
    table = read_table(path, kind="staff")
    assert (table.sheet, table.header_row, cells(table)) == ("Data", 14, [("Amina Holm", "Sygeplejerske")])
    assert read_table(path, kind="tasks").sheet == "Opgaver"
    assert headers(read_table(path, "Data", header_row=15)) == ["Amina Holm", "Sygeplejerske"]
    with pytest.raises(UnreadableFile, match="no_such_row"):
        read_table(path, "Data", header_row=99)


def test_two_header_rows_are_read_together_wherever_the_names_stand():
    above = read_pasted("Medarbejder\t\tAnsættelse\t\nNavn\tNr.\tFra\tTil\nAmina Holm\t7\t01-01-2020\t\n", kind="staff")
    assert [(column.group, column.header) for column in above.columns] == [
        ("Medarbejder", "Navn"), ("Medarbejder", "Nr."), ("Ansættelse", "Fra"), ("Ansættelse", "Til"),
    ]  # fmt: skip
    below = read_pasted("Navn\tStilling\tAnsættelse\t\n\t\tFra\tTil\nAmina Holm\tVikar\t01-01-2020\t\n", kind="staff")
    assert headers(below) == ["Navn", "Stilling", "Fra", "Til"]
    assert cells(below) == [("Amina Holm", "Vikar", "01-01-2020", "")]


def test_a_list_that_begins_with_names_has_no_header():
    table = read_pasted("Amina Holm\nBo Lindskov\nEva Bech\n", kind="staff")
    assert table.headerless
    assert [line.number for line in table.rows] == [1, 2, 3]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_web_page_called_a_spreadsheet_is_read(tmp_path, charset):
    page = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><style>td {{}}</style>'
        "</head><body><table><tr><th colspan=2>Liste</th></tr><tr><th>Navn<th>Stilling<br>(titel)</tr>"
        "<tr><td rowspan=2>Søren Bæk&nbsp;</td><td>P&aelig;dagog</td></tr><tr><td>Vikar</td></tr>"
        "<tr style='display: none'><td>Eva Bech<td>Kok</tr></table></body></html>"
    )
    table = read_table(saved(tmp_path, page.encode(charset), "liste.xls"), kind="staff")
    assert headers(table) == ["Navn", "Stilling\n(titel)"]
    assert cells(table) == [("Søren Bæk", "Pædagog"), ("Søren Bæk", "Vikar"), ("Eva Bech", "Kok")]
    assert [line.hidden for line in table.rows] == [False, False, True]


def test_a_web_page_without_a_table_is_called_what_it_is(tmp_path):
    with pytest.raises(UnreadableFile, match="web_page"):
        table_of(tmp_path, "<!DOCTYPE html><html><body><p>Log ind for at se listen</p></body></html>")


def test_a_workbook_saved_as_xml_is_read(tmp_path):
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    unseen = "ss:Hidden='1'"
    sheets = (
        f'<Worksheet ss:Name="Skjult"><Table>{row("Navn", "Timer")}{row("Hemmelig", "1")}</Table>{hidden}</Worksheet>'
        f'<Worksheet ss:Name="Liste"><Table>{row("Navn", "Timer", "Ansat fra")}'
        '<Row ss:Index="4"><Cell><Data ss:Type="String">Amina Holm</Data></Cell>'
        '<Cell><Data ss:Type="Number">32.5</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2019-03-01T00:00:00.000</Data></Cell></Row>'
        f"{row('Bo Lindskov', attributes=unseen)}</Table></Worksheet>"
    )
    table = read_table(saved(tmp_path, EXCEL_XML.format(sheets).encode(), "liste.xls"), kind="staff")
    assert (table.sheet, table.sheets) == ("Liste", ("Liste",))
    assert [(line.number, line.hidden, line.text(0), line.text(1), line.text(2)) for line in table.rows] == [
        (4, False, "Amina Holm", "32.5", "2019-03-01"), (5, True, "Bo Lindskov", "", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<table><tr><td colspan=99999>Navn<td>Bo</table>", "too_many_columns"),
        ("<table>" + "<tr><td>x" * 10_005 + "</table>", "too_many_rows"),
        ("<table><tr><td>" + "x" * 500_000 + "</table>", "cell_too_long"),
        ("<table><tr><td>" * 300, "hostile"),
        ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Workbook/>', "not_a_table"),
        (EXCEL_XML.format("<Worksheet>"), "damaged"),
        (EXCEL_XML.format("<a>" * 300), "hostile"),
        (EXCEL_XML.format(""), "empty"),
    ],
)
def test_a_page_or_xml_that_asks_for_too_much_is_refused(tmp_path, content, code):
    with pytest.raises(UnreadableFile, match=code):
        table_of(tmp_path, content)


@pytest.mark.parametrize("part", ["<a ", '<a href="', "<!--", "&#", "<![CDATA[", "<td"])
def test_a_page_built_to_take_for_ever_does_not(tmp_path, part):
    before = cpu_seconds()
    with contextlib.suppress(UnreadableFile):
        table_of(tmp_path, "<html><table><tr><td>Navn</td></tr>" + part * 400_000)
    with contextlib.suppress(UnreadableFile):
        table_of(tmp_path, "<table><tr><td>Navn<tr><td>&#" + "9" * 5_000 + ";</table>")
    assert cpu_seconds() - before < 10


def test_a_front_page_beside_a_list_that_is_too_long_does_not_pass_for_it(tmp_path):
    def write(book):
        book.add_worksheet("Forside").write(0, 0, "Plejecenter")
        book.add_worksheet("Liste").write_column(0, 0, ["Navn", *(f"Bo {n}" for n in range(10_005))])

    with pytest.raises(UnreadableFile, match="too_many_rows"):
        table_of(tmp_path, workbook(write))


def test_many_sheets_with_cells_far_apart_cost_little(tmp_path):
    def write(book):
        for number in range(100):
            sheet = book.add_worksheet(f"Ark {number}")
            sheet.write(0, 0, "Navn")
            sheet.write(9_000, 150, "x")

    before = cpu_seconds()
    assert table_of(tmp_path, workbook(write)).sheets
    assert cpu_seconds() - before < 10


def test_times_and_numbers_come_without_the_noise_of_reckoning(tmp_path):
    def write(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Navn", "Timer"])
        sheet.write(1, 0, "Amina Holm")
        sheet.write(1, 1, datetime.time(7, 23, 59, 970_000), book.add_format({"num_format": "h:mm"}))
        sheet.write_row(2, 0, ["Bo Lindskov", 7.3999999999999995])

    assert [row[1] for row in cells(table_of(tmp_path, workbook(write)))] == [7.4, 7.4]


def test_wide_and_deep_merges_cost_little(tmp_path):
    table = table_of(tmp_path, "<table><tr><th rowspan=99999>Navn</th></tr><tr><td>Amina Holm</td></tr></table>")
    assert table.rows

    def write(book):
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["Navn", *(f"Amina Holm {number}" for number in range(2_000))])
        sheet.write(1, 1, "Nord")
        sheet.merge_range("B2:C3", "Nord")

    content = workbook(write)
    parts = parts_of(content)
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    bomb = '<mergeCell ref="B2:XFD1048576"/>' * 20_000
    parts["xl/worksheets/sheet1.xml"] = sheet.replace('<mergeCell ref="B2:C3"/>', bomb).encode()
    before = cpu_seconds()
    assert len(table_of(tmp_path, zipped(parts)).rows) == 2_000
    assert cpu_seconds() - before < 10


def test_garbled_letters_are_put_right_and_right_ones_left_alone():
    garbled = read_pasted("Navn;Stilling\nSÃ¸ren Ã†rÃ¸;PÃ¦dagog\nÃ…se BjÃ¸rn;Vikar\n")
    assert cells(garbled) == [("Søren Ærø", "Pædagog"), ("Åse Bjørn", "Vikar")]
    assert garbled.repaired == 3
    assert cells(read_pasted("Navn\nÃ\xadsland SÃ¸rensen\n", kind="staff")) == [("ísland Sørensen",)]
    names = ("Åse Ængström", "João Âu", "Łukasz Żak", "Nguyễn Thị", "ØRÅ Ñandú", "Ćosić Žižka", "Zoë D’Ôrsay")
    right = read_pasted("Navn\n" + "\n".join(names) + "\n", kind="staff")
    assert cells(right) == [(name,) for name in names]
    assert right.repaired == 0

"""What is taken along as a table stays what it says: nothing in it is ever worked out."""

import csv
import io
import json

from python_calamine import CalamineWorkbook

from console.lists import as_csv, as_json, as_xlsx

NASTY = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2",
    "@SUM(A1)",
    "\tx",
    'Anne, "de" Wit\n2',
    '=HYPERLINK("x")',
    "https://a.b/c",
    "12",
)


def test_no_cell_of_a_csv_begins_a_formula():
    told = list(
        csv.reader(io.StringIO(as_csv([["name", "number"], *([cell, 3] for cell in NASTY)], "en").decode("utf-8-sig")))
    )
    assert [row[0].removeprefix("'") for row in told[1:]] == list(NASTY)
    assert not [row for row in told if row[0][0] in "=+-@\t\r"]
    assert told[1][1] == "3"


def test_text_in_a_spreadsheet_stays_text():
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx({"a": [["name"], *([cell] for cell in NASTY)], "b": []})))
    assert book.sheet_names == ["a", "b"]
    assert [row[0] for row in book.get_sheet_by_name("a").to_python()[1:]] == list(NASTY)


def test_json_reads_back():
    assert json.loads(as_json({"ë": [1, "x"]})) == {"ë": [1, "x"]}


def test_a_dutch_table_has_semicolons_and_an_english_one_commas_as_their_spreadsheets_expect():
    rows = [["naam", "link"], ["Anne; de Wit", "https://a.b/c"]]
    assert as_csv(rows, "nl").decode("utf-8-sig").splitlines() == ["naam;link", '"Anne; de Wit";https://a.b/c']
    assert as_csv(rows, "en").decode("utf-8-sig").splitlines() == ["naam,link", "Anne; de Wit,https://a.b/c"]
    assert as_csv(rows, "nl").startswith(b"\xef\xbb\xbf")

"""A list of people to invite is taken whole or not at all, within limits, and every row that is wrong is told."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime, time
from time import process_time

import pytest
import xlsxwriter
from console_town import Town

from console.uploads import MOST, Listed, Mend, Person, pasted, uploaded

ANNE, BO = Person("Anne de Wit", "anne@voorbeeld.nl"), Person("Bo", "bo@voorbeeld.nl")


def sheet(*rows: list[object]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet()
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "Anne de Wit;anne@voorbeeld.nl\nBo;bo@voorbeeld.nl",
        "naam,e-mail\nAnne de Wit,anne@voorbeeld.nl\n\n  Bo , bo@voorbeeld.nl \n",
        "anne@voorbeeld.nl\tAnne  de Wit\r\nbo@voorbeeld.nl\tBo\r\n",
        'Name;E-mail\n"Anne de Wit";anne@voorbeeld.nl\nBo;bo@voorbeeld.nl',
    ],
)
def test_a_pasted_list_is_read_however_it_is_separated(text):
    assert pasted(text) == Listed((ANNE, BO))


@pytest.mark.parametrize(
    "text",
    [
        "Voornaam;Achternaam;E-mail\nAnne;de Wit;anne@voorbeeld.nl\nBo;;bo@voorbeeld.nl",
        "Naam;E-mail;Functie\nAnne de Wit;anne@voorbeeld.nl;directeur\nBo;bo@voorbeeld.nl;=1+1",
        "Functie;E-MAIL;Naam;Telefoon\nManager;anne@voorbeeld.nl;Anne de Wit;+31 6\n;bo@voorbeeld.nl;Bo;",
        "\nVoornaam;Tussenvoegsel;Achternaam;E-mailadres:\nAnne;de;Wit;anne@voorbeeld.nl\nBo;;;bo@voorbeeld.nl",
        "First name,Last name,Email address,Team\nAnne,de Wit,anne@voorbeeld.nl,A\nBo,,bo@voorbeeld.nl,B",
    ],
)
def test_a_heading_is_nobody_and_only_its_names_and_addresses_are_read(text):
    assert pasted(text) == Listed((ANNE, BO))
    assert uploaded(text.encode()) == Listed((ANNE, BO))


@pytest.mark.parametrize(
    "text",
    [
        "Anne de Wit, anne@voorbeeld.nl\nBo; bo@voorbeeld.nl",
        "Anne de Wit\tanne@voorbeeld.nl\nBo;bo@voorbeeld.nl",
        "Anne de Wit <anne@voorbeeld.nl>; Bo <bo@voorbeeld.nl>",
        '"Anne de Wit" <anne@voorbeeld.nl>, Bo <bo@voorbeeld.nl>,',
        "Anne de Wit <anne@voorbeeld.nl>\n'Bo' <bo@voorbeeld.nl>",
        "Ledenlijst 2026\n\nNaam;E-mail\nAnne de Wit;anne@voorbeeld.nl\nBo;bo@voorbeeld.nl",
    ],
)
def test_separators_may_be_mixed_a_mail_program_may_write_the_row_and_a_title_may_stand_above(text):
    assert pasted(text) == Listed((ANNE, BO))


def test_a_row_of_a_mail_program_keeps_its_number_and_who_has_no_address_is_told():
    assert pasted("Anne <anne@voorbeeld.nl>; Bo <bo@voorbeeld>").mend == (Mend(1, "address"),)
    assert pasted("Anne <anne@voorbeeld.nl>; ed@voorbeeld.nl").people[1] == Person("", "ed@voorbeeld.nl")
    assert pasted("Wit, Anne de <anne@voorbeeld.nl>").mend == (Mend(1, "apart"),)
    assert pasted("Wit, Anne de <anne@voorbeeld.nl>; Bo <bo@voorbeeld.nl>").people[0].name == "Wit, Anne de"


def test_a_title_above_the_heading_of_a_spreadsheet_is_nobody():
    rows = [["Ledenlijst 2026"], [], ["Naam", "E-mail"], ["Anne de Wit", "anne@voorbeeld.nl"]]
    assert uploaded(sheet(*rows)) == Listed((ANNE,))
    rows[3][1] = "anne@voorbeeld"
    assert uploaded(sheet(*rows)).mend == (Mend(4, "address"),)


def test_a_heading_below_somebody_or_of_one_column_is_told_and_drops_nobody():
    assert Mend(2, "heading") in pasted("Ledenlijst\nNaam\nAnne").mend
    assert pasted("ed@voorbeeld.nl\nNaam;E-mail\nAnne;anne@voorbeeld.nl").mend


def test_two_of_one_name_are_two_people_when_that_is_said():
    assert pasted("Jan de Vries\nBo\njan de vries").mend == (Mend(3, "namesake"),)
    assert len(pasted("Jan de Vries\nBo\njan de vries", namesakes=True).people) == 3
    assert len(uploaded(sheet(["Jan"], ["Jan"]), namesakes=True).people) == 2
    assert pasted("Jan;jan@voorbeeld.nl\nPiet;jan@voorbeeld.nl", namesakes=True).mend == (Mend(2, "twice"),)


def test_a_spreadsheet_with_more_columns_gives_names_and_addresses_alone():
    assert uploaded(
        sheet(["Naam", "Functie", "E-mail"], ["Anne de Wit", "arts", "anne@voorbeeld.nl"], ["Bo", 7, "bo@voorbeeld.nl"])
    ) == Listed((ANNE, BO))


def test_a_row_that_is_wrong_under_a_heading_keeps_its_number():
    assert pasted("Naam;E-mail;Functie\nAnne;anne@voorbeeld;arts").mend == (Mend(2, "address"),)


def test_more_than_a_name_and_an_address_without_a_heading_has_to_be_mended():
    text = "Anne;de Wit;anne@voorbeeld.nl\nBo;bo@voorbeeld.nl;directeur\nWie;Mailadres werk\nEd;ed@voorbeeld.nl"
    assert pasted(text).mend == tuple(Mend(row, "columns") for row in (1, 2, 3))


def test_names_alone_and_addresses_alone_will_do():
    assert pasted("Anne\nbo@voorbeeld.nl").people == (Person("Anne"), Person("", "bo@voorbeeld.nl"))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_may_be_written_in_the_usual_ways(codec):
    assert uploaded("Zoë Müller;zoe@voorbeeld.nl".encode(codec)).people == (Person("Zoë Müller", "zoe@voorbeeld.nl"),)


def test_a_spreadsheet_is_read_by_what_is_in_it():
    assert uploaded(
        sheet(["Naam", "E-mail"], ["Anne de Wit", "anne@voorbeeld.nl"], ["Bo", "bo@voorbeeld.nl"])
    ) == Listed((ANNE, BO))


def test_every_row_that_is_wrong_is_told_and_nobody_is_taken():
    rows = [
        "Anne;anne@voorbeeld.nl",
        "Bo;bo@voorbeeld",
        "=HYPERLINK(1);x@voorbeeld.nl",
        "c" * 201,
        "A;ANNE@voorbeeld.nl",
    ]
    rows.append("Ed;ed@voorbeeld.nl;ed@elders.nl")
    assert pasted("\n".join(rows)) == Listed(
        mend=(Mend(2, "address"), Mend(3, "formula"), Mend(4, "long"), Mend(5, "twice"), Mend(6, "two_addresses"))
    )


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty"),
        (b"naam;e-mail\n", "empty"),
        (b"\xff\xfe\x00", "not_text"),
        (b"\x89PNG\x00\x00", "not_text"),
        (b"\x81\x8d", "not_text"),
        (b"a" * 150_000, "not_text"),
        (b"PK\x03\x04 no zip", "not_sheet"),
        (b"x" * (10 * 2**20 + 1), "too_large"),
        ("\n".join(f"Naam {n}" for n in range(MOST + 1)).encode(), "too_many"),
        (b"Anne\n" * 1_000_000, "too_many"),
    ],
)
def test_what_is_no_list_is_refused_as_a_whole(content, key):
    assert uploaded(content) == Listed(mend=(Mend(0, key),))


LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = f'<workbook xmlns:r="{LINKS}"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'
RELS = f'<Relationships><Relationship Id="r1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'


def bomb(piece: bytes, times: int, book: str = BOOK, rels: str = RELS) -> bytes:
    """A file whose one sheet is a piece so many times over."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", book)
        packed.writestr("xl/_rels/workbook.xml.rels", rels)
        with packed.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(b"<sheetData>")
            for _ in range(times):
                part.write(piece)
            part.write(b"</sheetData>")
    return out.getvalue()


def far(row: int, column: int) -> bytes:
    """A file of a few kilobytes with a cell far away, which full grids do not survive."""
    place = f"{'X' if column < 1000 else 'XFD'}{row}"
    return bomb(
        f'<row r="1"><c t="str"><v>A</v></c></row><row r="{row}"><c r="{place}" t="str"><v>B</v></c></row>'.encode(), 1
    )


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (bomb(b" " * 2**20, 400), "too_large"),
        (bomb(b"<row><c><v>1</v></c></row>" * 10_000, 100), "too_many"),
        (bomb(b"<a>" * 10_000, 100), "too_many"),
        (bomb(b"<a b='" + b"b" * 2**19 + b"'/>", 101), "too_large"),
        (bomb(b"<a b='" + b"b" * (60 * 2**20), 1), "not_sheet"),
        (sheet(*([f"Naam {n}"] for n in range(MOST + 60))), "too_many"),
        (sheet(*([f"Naam {n}", f"n{n}@voorbeeld.nl"] for n in range(5000))), "too_many"),
        (far(1_048_576, 24), "too_many"),
        (far(1_048_576, 16_384), "too_many"),
        (far(2, 16_384), "too_many"),
        (bomb(b"", 1, book=""), "not_sheet"),
        (bomb(b"", 1, rels=RELS.replace("r1", "r2")), "not_sheet"),
        (bomb(b"", 1, rels=RELS.replace("sheet1", "sheet2")), "not_sheet"),
        (bomb(b"", 1, rels=f"<!DOCTYPE a>{RELS}"), "not_sheet"),
        (bomb(b"", 1, rels='<!DOCTYPE a [<!ENTITY a "aa">]><a>&a;</a>'), "not_sheet"),
    ],
)
def test_a_file_that_unpacks_without_end_costs_neither_time_nor_memory(content, key):
    tracemalloc.start()
    begun = process_time()
    assert uploaded(content) == Listed(mend=(Mend(0, key),))
    spent, most = process_time() - begun, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert spent < 8  # seconds of processor time, also while the tests are traced; without a limit it would be 18
    assert most < 50 * 2**20


def book(*pages: list[list[object]]) -> bytes:
    """A spreadsheet of several sheets; a text that begins with = is a formula that was worked out as Anne."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    day = made.add_format({"num_format": "dd-mm-yyyy"})
    for rows in pages:
        page = made.add_worksheet()
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(number, place, datetime.combine(cell, time.min), day)
                elif isinstance(cell, str) and cell.startswith("="):
                    page.write_formula(number, place, cell, None, "" if cell == "=0" else "Anne")
                else:
                    page.write(number, place, cell)
    made.close()
    return out.getvalue()


def test_a_cell_that_is_no_text_is_nobodys_name_and_keeps_its_row():
    rows = [["Naam", "E-mail"], [42, "a@voorbeeld.nl"], [date(2026, 1, 2), ""], [True, ""], [], ["Bo", ""], [7.5, ""]]
    assert uploaded(book(rows)).mend == tuple(Mend(row, "name") for row in (2, 3, 4, 7))


def test_rows_keep_their_number_below_empty_ones_and_a_thousand_empty_rows_are_none():
    assert uploaded(book([[], [], ["Naam"], [], ["Bo"], ["bo"]])).mend == (Mend(6, "namesake"),)
    empty = bomb(b'<row><c s="1"/><c s="1"/></row>' * 1000 + b'<row r="2"><c t="str"><v>Bo</v></c></row>', 1)
    assert uploaded(empty).people == (Person("Bo"),)


def test_of_a_formula_its_outcome_is_read_and_one_without_an_outcome_has_to_be_mended():
    assert uploaded(book([["=A2"]])).people == (Person("Anne"),)
    assert uploaded(book([["=A2"], ["=0"]])).mend == (Mend(2, "formula"),)


def test_a_list_on_a_second_sheet_is_found_and_two_lists_are_one_too_many():
    assert uploaded(book([], [["Bo"]])).people == (Person("Bo"),)
    assert uploaded(book([["Anne"]], [["Bo"]])).mend == (Mend(0, "sheets"),)
    assert uploaded(book([], [])).mend == (Mend(0, "empty"),)


def test_a_text_in_pieces_is_one_and_how_it_sounds_is_left_out():
    strings = "<sst><si><r><t>An</t></r><r><t>ne</t></r><rPh><t>aan</t></rPh></si><si><t>Bo</t></si></sst>"
    rels = RELS.replace(
        "</Relationships>", f'<Relationship Id="s" Type="{LINKS}/sharedStrings" Target="/xl/s.xml"/></Relationships>'
    )
    cells = '<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>'
    cells += '<row><c t="inlineStr"><is><t>Cas</t></is></c></row>'
    out = io.BytesIO(bomb(cells.encode(), 1, rels=rels))
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("xl/s.xml", strings)
    assert uploaded(out.getvalue()).people == (Person("Anne"), Person("Bo"), Person("Cas"))
    assert uploaded(bomb(cells.encode(), 1)).mend == (Mend(0, "not_sheet"),)


def test_an_old_excel_file_says_what_to_do():
    assert uploaded(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)).mend == (Mend(0, "old_excel"),)


def test_a_list_keeps_nobodys_name_in_an_error():
    assert "Anne" not in repr(pasted("Anne"))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (book([["Naam", "E-mail"], [], [42, "a@voorbeeld.nl"], ["Bo", "bo@voorbeeld"]]), ["Regel 3.", "Regel 4."]),
        ("Zoë;zoe@voorbeeld.nl\nBo;ZOE@voorbeeld.nl".encode("cp1252"), ["Regel 2. Deze staat er al."]),
        (book([["Anne"]], [["Bo"]]), ["meer dan één blad"]),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), ["oud Excel-bestand"]),
        (far(1_048_576, 16_384), ["hoogstens 500 mensen"]),
    ],
)
async def test_a_file_that_has_to_be_mended_makes_no_link_and_is_not_kept(town: Town, content: bytes, told: list[str]):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.alfa.id}/invitations"
    before = (await browser.sees(here)).text.count("/revoke")
    page = await browser.sends(f"{here}/personal", files={"file": ("lijst.xlsx", content)}, people="", days="30")
    assert page.status_code == 422
    assert all(one in page.text for one in told)
    assert "voorbeeld" not in page.text
    assert (await browser.sees(here)).text.count("/revoke") == before

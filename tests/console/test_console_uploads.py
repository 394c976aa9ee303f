"""A list of people to invite is taken whole or not at all, within limits, and every row that is wrong is told."""

import io
import time
import tracemalloc
import zipfile

import pytest
import xlsxwriter

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


def bomb(rows: bytes, times: int, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed, packed.open(name, "w") as part:
        for _ in range(times):
            part.write(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (bomb(b" " * 2**20, 400), "too_large"),
        (bomb(b"<row><c><v>1</v></c></row>" * 10_000, 100), "too_many"),
        (sheet(*([f"Naam {n}"] for n in range(MOST + 60))), "too_many"),
        (bomb(b"<a/>", 1, "anything.txt"), "not_sheet"),
    ],
)
def test_a_file_that_unpacks_without_end_costs_neither_time_nor_memory(content, key):
    tracemalloc.start()
    begun = time.process_time()
    assert uploaded(content) == Listed(mend=(Mend(0, key),))
    spent, most = time.process_time() - begun, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert spent < 2  # seconds of processor time, the limit of what a refusal may cost
    assert most < 50 * 2**20


def test_a_list_keeps_nobodys_name_in_an_error():
    assert "Anne" not in repr(pasted("Anne"))

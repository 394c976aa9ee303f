"""Tables to take along, as CSV, spreadsheet and JSON; nothing in them is ever worked out as a formula."""

import csv
import io
import json
from collections.abc import Mapping, Sequence

import xlsxwriter

from dialogues.model import Language

SEPARATORS: Mapping[Language, str] = {"nl": ";", "en": ","}  # what a spreadsheet in that language opens in columns
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # OWASP, CSV injection
Row = Sequence[str | int]


def as_csv(rows: Sequence[Row], language: Language) -> bytes:
    """UTF-8 with the mark that spreadsheets know, and the separator that they expect in this language.

    A quote goes before what looks like a formula.
    """
    out = io.StringIO()
    csv.writer(out, delimiter=SEPARATORS[language]).writerows([[_safe(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """A workbook with a sheet for each name (31 characters at most); text stays text."""
    out = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, plain) as book:
        bold = book.add_format({"bold": True})
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row, None if number else bold)
            page.freeze_panes(1, 0)
            page.autofit()
    return out.getvalue()


def as_json(value: object) -> bytes:
    """Readable JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode()


def _safe(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell

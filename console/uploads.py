"""A list of people to invite, pasted or as a file: who is meant, or every row that has to be mended first.

Nothing of it is kept: it is read in memory, within limits, and forgotten with the request.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from console import sheets

MOST = 500  # people in one list
LONGEST = 200  # characters of a name or an address
PACKED = 10 * 2**20  # bytes of a file
SPARE = 50  # empty rows and a heading beside the people
ADDRESS = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\"]{2,}")
NAMES = {
    "naam", "name", "voornaam", "tussenvoegsel", "achternaam", "volledige naam", "roepnaam", "deelnemer", "deelnemers",
    "first name", "firstname", "middle name", "last name", "lastname", "surname", "full name", "participant",
}  # fmt: skip
ADDRESSES = {
    "e-mail", "email", "mail", "e-mailadres", "emailadres", "mailadres", "email address", "e-mail address",
    "adres", "address",
}  # fmt: skip
HEADINGS = NAMES | ADDRESSES
OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")  # how an .xls begins
FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would work out when the list comes back


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to invite, by a name, an address, or both."""

    name: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Mend:
    """What must be mended: the row as people count (0 is the whole list), and the name of a sentence."""

    row: int
    key: str


@dataclass(frozen=True, slots=True)
class Listed:
    """All people of a list, or nobody and everything that is wrong with it."""

    people: tuple[Person, ...] = ()
    mend: tuple[Mend, ...] = ()


def pasted(text: str) -> Listed:
    """A list that was typed or pasted, a person a line; a tab, semicolon or comma between name and address."""
    if len(text) > MOST * LONGEST * 2:
        return _refused("too_many")
    try:
        return _listed(_lines(text))
    except csv.Error:  # a cell without end
        return _refused("not_text")


def uploaded(content: bytes) -> Listed:
    """A file: a spreadsheet (XLSX) or text (CSV), by what is in it and not by its name."""
    if len(content) > PACKED:
        return _refused("too_large")
    if content[:4] == b"PK\x03\x04":
        return _spreadsheet(content)
    if content[:8] == OLD_EXCEL:
        return _refused("old_excel")
    text = _decoded(content)
    return _refused("not_text") if text is None else pasted(text)


def _refused(key: str) -> Listed:
    return Listed(mend=(Mend(0, key),))


def _decoded(content: bytes) -> str | None:
    """Text in one of the ways that spreadsheets write it; None for what is no text."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        codecs: tuple[str, ...] = ("utf-16",)
    else:
        codecs = ("utf-8-sig", "cp1252")
    for codec in codecs:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _lines(text: str) -> list[list[str]]:
    """Rows of cells, by the separator that most lines hold."""
    sample = text.splitlines()[:SPARE]
    separator = max("\t;,", key=lambda one: sum(one in line for line in sample))
    return list(islice(csv.reader(io.StringIO(text), delimiter=separator), MOST + SPARE))


def _spreadsheet(content: bytes) -> Listed:
    found = sheets.rows(content, MOST + SPARE)
    return _refused(found) if isinstance(found, str) else _listed(found)


def _listed(rows: Sequence[Sequence[str]]) -> Listed:
    """Everybody, or nobody when a row has to be mended."""
    numbered = list(_filled(_without_heading(rows)))
    if len(numbered) > MOST:
        return _refused("too_many")
    people = [(number, _person(cells)) for number, cells in numbered]
    wrong = [Mend(number, found) for number, found in people if isinstance(found, str)]
    sound = [(number, found) for number, found in people if isinstance(found, Person)]
    mend = sorted([*wrong, *_twice(sound)], key=lambda one: one.row)
    if mend:
        return Listed(mend=tuple(mend))
    return Listed(tuple(person for _, person in sound)) if sound else _refused("empty")


def _without_heading(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[str]]]:
    """Every row with its number; under a heading only a name, of one or more columns, and what an address is."""
    cleaned = [[" ".join(cell.split()) for cell in row] for row in rows]
    first = next((number for number, row in enumerate(cleaned) if any(row)), 0)
    heads = [cell.casefold().rstrip(":*") for cell in cleaned[first]] if cleaned else []
    if not any(head in HEADINGS for head in heads) or any("@" in head for head in heads):
        return enumerate(cleaned, 1)
    return ((number, _under(heads, row)) for number, row in enumerate(cleaned, 1) if number > first + 1)


def _under(heads: Sequence[str], row: Sequence[str]) -> list[str]:
    cells = list(zip(heads, row, strict=False))
    name = " ".join(cell for head, cell in cells if head in NAMES and cell)
    return [name, *(cell for head, cell in cells if head in ADDRESSES)]


def _filled(rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold something, with what they hold."""
    return ((number, told) for number, row in rows if (told := [cell for cell in row if cell]))


def _person(cells: Sequence[str]) -> Person | str:
    """The person of a row, or the name of what is wrong with it."""
    if any(len(cell) > LONGEST for cell in cells):
        return "long"
    if any(cell.startswith(FORMULA) for cell in cells):
        return "formula"
    addresses = [cell for cell in cells if "@" in cell]
    if any(not ADDRESS.fullmatch(address) for address in addresses):
        return "address"
    if len(addresses) > 1:
        return "two_addresses"
    names = [cell for cell in cells if "@" not in cell]
    if any(not any(letter.isalpha() for letter in name) for name in names):
        return "name"
    if len(names) > 1:
        return "columns"  # which of them is the name only a heading can tell
    return Person("".join(names), "".join(addresses))


def _twice(people: Iterable[tuple[int, Person]]) -> Iterator[Mend]:
    """Who is in the list before: the same address, or the same name where there is no address."""
    seen: set[str] = set()
    for number, person in people:
        known = (person.address or person.name).casefold()
        if known in seen:
            yield Mend(number, "twice")
        seen.add(known)

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
RECIPIENT = re.compile(r"([^<>]*)<\s*([^\s@<>]+@[^\s@<>]+)\s*>")  # as mail programs write somebody
TITLES = 3  # rows above a heading that may be a title
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


def pasted(text: str, *, namesakes: bool = False) -> Listed:
    """A list that was typed or pasted, a person a line; a tab, semicolon or comma between name and address.

    `namesakes`: two of one name without an address are two people.
    """
    if len(text) > MOST * LONGEST * 2:
        return _refused("too_many")
    try:
        return _listed(_lines(text), namesakes=namesakes)
    except csv.Error:  # a cell without end
        return _refused("not_text")


def uploaded(content: bytes, *, namesakes: bool = False) -> Listed:
    """A file: a spreadsheet (XLSX) or text (CSV), by what is in it and not by its name."""
    if len(content) > PACKED:
        return _refused("too_large")
    if content[:4] == b"PK\x03\x04":
        return _spreadsheet(content, namesakes=namesakes)
    if content[:8] == OLD_EXCEL:
        return _refused("old_excel")
    text = _decoded(content)
    return _refused("not_text") if text is None else pasted(text, namesakes=namesakes)


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
    """Rows of cells, by the separator that most lines hold; a line that has only another one by that."""
    sample = text.splitlines()[:SPARE]
    separator = max("\t;,", key=lambda one: sum(one in line for line in sample))
    rows = islice(csv.reader(io.StringIO(text), delimiter=separator), MOST + SPARE)
    return [_otherwise(row[0]) if len(row) == 1 else row for row in rows]


def _otherwise(line: str) -> list[str]:
    """The cells of a line that the separator of the list leaves whole: a name may hold a comma, an address may not."""
    other = next((one for one in "\t;," if one in line), "") if "@" in line else ""
    return line.split(other) if other else [line]


def _spreadsheet(content: bytes, *, namesakes: bool) -> Listed:
    found = sheets.rows(content, MOST + SPARE)
    return _refused(found) if isinstance(found, str) else _listed(found, namesakes=namesakes)


def _listed(rows: Sequence[Sequence[str]], *, namesakes: bool) -> Listed:
    """Everybody, or nobody when a row has to be mended."""
    numbered = [(number, one) for number, cells in _filled(_without_heading(rows)) for one in _apart(cells)]
    if len(numbered) > MOST:
        return _refused("too_many")
    people = [(number, _person(cells)) for number, cells in numbered]
    wrong = [Mend(number, found) for number, found in people if isinstance(found, str)]
    sound = [(number, found) for number, found in people if isinstance(found, Person)]
    mend = sorted([*wrong, *_twice(sound, namesakes=namesakes)], key=lambda one: one.row)
    if mend:
        return Listed(mend=tuple(mend))
    return Listed(tuple(person for _, person in sound)) if sound else _refused("empty")


def _without_heading(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[str]]]:
    """Every row with its number; under a heading only a name, of one or more columns, and what an address is."""
    cleaned = [[" ".join(cell.split()) for cell in row] for row in rows]
    first, heads = _heading(cleaned)
    if not heads:
        return enumerate(cleaned, 1)
    return ((number, _under(heads, row)) for number, row in enumerate(cleaned, 1) if number > first + 1)


def _heading(rows: Sequence[Sequence[str]]) -> tuple[int, list[str]]:
    """Where the heading stands, below a title or two when it names more than one column; nothing when there is none."""
    filled = [number for number, row in enumerate(rows) if any(row)][: TITLES + 1]
    for place, number in enumerate(filled):
        heads = [cell.casefold().rstrip(":*") for cell in rows[number]]
        if not any("@" in head for head in heads) and sum(head in HEADINGS for head in heads) > bool(place):
            return number, heads
        if sum(map(bool, heads)) > 1 or any("@" in head for head in heads):
            break  # more than a title
    return 0, []


def _apart(cells: list[str]) -> list[list[str]]:
    """The people of one row, as a mail program copies them (`Anne <anne@x.nl>; Bo <bo@x.nl>`), or the row as it is."""
    found = [RECIPIENT.fullmatch(cell) for cell in cells]
    if not any(found) or any(one is None and "@" not in cell for one, cell in zip(found, cells, strict=True)):
        return [cells]
    people = [[one[1].strip(" \"'"), one[2]] if one else [cell] for one, cell in zip(found, cells, strict=True)]
    return [[cell for cell in person if cell] for person in people]


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
    if len(cells) > 1 and any(RECIPIENT.fullmatch(address) for address in addresses):
        return "apart"
    if any(not ADDRESS.fullmatch(address) for address in addresses):
        return "address"
    if len(addresses) > 1:
        return "two_addresses"
    names = [cell for cell in cells if "@" not in cell]
    if any(not any(letter.isalpha() for letter in name) for name in names):
        return "name"
    if not addresses and len(names) == 1 and names[0].casefold().rstrip(":*") in HEADINGS:
        return "heading"
    if len(names) > 1:
        return "columns"  # which of them is the name only a heading can tell
    return Person("".join(names), "".join(addresses))


def _twice(people: Iterable[tuple[int, Person]], *, namesakes: bool) -> Iterator[Mend]:
    """Who is in the list before: the same address, or the same name where there is no address and it may be one."""
    seen: set[str] = set()
    for number, person in people:
        known = (person.address or person.name).casefold()
        if known in seen and (person.address or not namesakes):
            yield Mend(number, "twice" if person.address else "namesake")
        seen.add(known)

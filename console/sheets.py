"""A spreadsheet from outside (XLSX), as rows of text: read piece by piece, and no further than a list of people goes.

Readers that make a full grid up to the farthest cell need any amount of memory for a file of five kilobytes; here a
cell costs what it holds, and what a file says of its own size is not believed.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal
from xml.parsers import expat

Refusal = Literal["too_large", "too_many", "not_sheet", "sheets"]
UNPACKED = 50 * 2**20  # bytes of the parts that are read
CHUNK = 2**16
LARGEST_TAG = 2**20  # bytes of one tag; those of a cell have a hundred
NODES, DEPTH = 100_000, 50  # elements of a part, and how deep they may stand
COLUMNS = 100  # a list of people has a handful
LONGEST = 1000  # characters of a text that are kept: longer than a name may be, so that it is told to be too long
BOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
PLACE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
BROKEN = (expat.ExpatError, zipfile.BadZipFile, zlib.error, RuntimeError, OSError, ValueError, LookupError)


class _Refused(Exception):  # noqa: N818 - it says what is the case
    def __init__(self, key: Refusal) -> None:
        super().__init__(key)
        self.key: Refusal = key


@dataclass(slots=True)
class _Node:
    """An element, with the name of the one that it stands in, and the text that stands in itself."""

    name: str
    given: Mapping[str, str]
    within: str
    text: str = ""


def rows(content: bytes, most: int) -> list[list[str]] | Refusal:
    """The rows of the one visible sheet that holds something, the first row first; of more than `most`, why not."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _rows(_Parts(packed), most)
    except _Refused as refused:
        return refused.key
    except BROKEN:
        return "not_sheet"


@dataclass(slots=True)
class _Parts:
    """The parts of a file, of which so much is unpacked and no more."""

    packed: zipfile.ZipFile
    unpacked: int = 0

    def nodes(self, name: str) -> list[_Node]:
        """The elements of a part in the order in which they begin."""
        tree = _Tree()
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = tree.start, tree.end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = tree.text, _no_types
        before = self.unpacked
        with self.packed.open(name) as part:
            while piece := part.read(CHUNK):
                self.unpacked += len(piece)
                if self.unpacked > UNPACKED:
                    raise _Refused("too_large")
                parser.Parse(piece)
                if self.unpacked - before - parser.CurrentByteIndex > LARGEST_TAG:
                    raise _Refused("not_sheet")  # what has no end is looked through from its beginning each time
        parser.Parse(b"", True)
        return tree.found


@dataclass(slots=True)
class _Tree:
    """Listens while a part is read."""

    found: list[_Node] = field(default_factory=list)
    around: list[_Node] = field(default_factory=list)

    def start(self, name: str, given: Mapping[str, str]) -> None:
        if len(self.found) >= NODES or len(self.around) >= DEPTH:
            raise _Refused("too_many")
        within = self.around[-1].name if self.around else ""
        made = _Node(_local(name), {_local(key): value[:LONGEST] for key, value in given.items()}, within)
        self.found.append(made)
        self.around.append(made)

    def text(self, told: str) -> None:
        one = self.around[-1]
        if len(one.text) < LONGEST:
            one.text += told[:LONGEST]

    def end(self, _name: str) -> None:
        self.around.pop()


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _no_types(*_told: object) -> None:
    """What a document type declares could stand for any amount of text."""
    raise _Refused("not_sheet")


def _rows(parts: _Parts, most: int) -> list[list[str]]:
    links = [one.given for one in parts.nodes(LINKS) if one.name == "Relationship"]
    targets = {one["Id"]: posixpath.normpath(posixpath.join("/xl", one["Target"]))[1:] for one in links}
    texts = [targets[one["Id"]] for one in links if one["Type"].endswith("/sharedStrings")]
    shared = tuple(_shared(parts.nodes(texts[0]))) if texts else ()
    sheets = [one.given for one in parts.nodes(BOOK) if one.name == "sheet"]
    shown = [targets[one["id"]] for one in sheets if one.get("state", "visible") == "visible"]
    filled = [found for name in shown if (found := dict(_cells(parts.nodes(name), shared, most)))]
    if len(filled) > 1:
        raise _Refused("sheets")
    return _grid(filled[0]) if filled else []


def _grid(cells: Mapping[tuple[int, int], str]) -> list[list[str]]:
    """From the first row on, so that a row has the number that people see beside it."""
    last, wide = max(row for row, _ in cells), max(column for _, column in cells)
    return [[cells.get((row, column), "") for column in range(1, wide + 1)] for row in range(1, last + 1)]


def _shared(nodes: Iterable[_Node]) -> Iterator[str]:
    """The texts that cells refer to by number; how they sound (rPh) is left out."""
    told: str | None = None
    for one in nodes:
        if one.name == "si":
            if told is not None:
                yield told
            told = ""
        elif one.name == "t" and one.within in ("si", "r") and told is not None:
            told += one.text
    if told is not None:
        yield told


def _cells(nodes: Iterable[_Node], shared: tuple[str, ...], most: int) -> Iterator[tuple[tuple[int, int], str]]:
    """What stands in each cell that holds something, by row and column from 1 on; empty ones may go on and on."""
    for row, column, cell in _placed(nodes):
        if text := _told(cell, shared):
            if not 1 <= row <= most or column > COLUMNS:
                raise _Refused("too_many")
            yield (row, column), text


def _placed(nodes: Iterable[_Node]) -> list[tuple[int, int, list[_Node]]]:
    """The cells with their row and column, each with what stands in it; where none is told, the next one."""
    row, column, found = 0, 0, list[tuple[int, int, list[_Node]]]()
    for one in nodes:
        if one.name == "row":
            row, column = int(one.given.get("r", row + 1)), 0
        elif one.name == "c":
            column = _column(one.given.get("r")) or column + 1
            found.append((row, column, [one]))
        elif found:
            found[-1][2].append(one)
    return found


def _column(place: str | None) -> int:
    """The column that a place such as AB12 names; 0 for none."""
    found, number = PLACE.fullmatch(place or ""), 0
    for letter in found[1] if found else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _told(cell: list[_Node], shared: tuple[str, ...]) -> str:
    """What a cell shows, nearly: its text, a number, or = for a formula that was never worked out."""
    kind = cell[0].given.get("t", "n")
    value = "".join(one.text for one in cell if one.name == "v" and one.within == "c")
    if kind == "s" and value:
        return shared[int(value)]
    if kind == "inlineStr":
        return "".join(one.text for one in cell if one.name == "t" and one.within in ("is", "r"))
    if kind == "n" and value:
        return str(int(number)) if (number := float(value)).is_integer() else value
    if kind in ("b", "e") and value:
        return "?"  # a yes, a no or an error is nobody's name
    return value or ("=" if any(one.name == "f" and one.within == "c" for one in cell) else "")

"""What the tests of papers for a group share: mirrors, and a look into a PDF."""

import re
from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from summaries.cohort.facts import Mirror, Spread
from summaries.cohort.safely import Share

CLAIMS = b"pdfuaid"  # stands in the metadata of a PDF that says it meets PDF/UA
A4 = (0, 0, 595, 842)
OURS = ("AtkinsonHyperlegibleNext", "Newsreader", "Noto")
FIRST, LAST = date(2026, 9, 1), date(2026, 11, 30)
SEVEN = tuple(Share(step, 10) for step in (1, 1, 2, 0, 2, 3, 1))
THREE = (Share(1, 2), Share(0, 2), Share(1, 2))


def released(dilemma: str, shares: tuple[Share, ...], members: int = 60) -> Mirror:
    return Mirror(FIRST, LAST, members, (Spread(dilemma, shares),))


def read(paper: bytes) -> PdfReader:
    return PdfReader(BytesIO(paper))


def text_of(document: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in document.pages))


def keeps_the_standard(document: PdfReader) -> bool:
    return CLAIMS in document.trailer["/Root"]["/Metadata"].get_data()


def elements(document: PdfReader) -> list[DictionaryObject]:
    """All elements of the structure tree, in the order in which they are read."""

    def under(node: Any) -> list[DictionaryObject]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            return [found for child in node for found in under(child)]
        return [node, *under(node.get("/K", []))] if isinstance(node, DictionaryObject) else []

    return under(document.trailer["/Root"]["/StructTreeRoot"]["/K"])


def kinds(document: PdfReader) -> list[str]:
    return [str(one["/S"]) for one in elements(document) if "/S" in one]


def fonts(document: PdfReader) -> set[tuple[str, bool]]:
    """The names of all fonts, and whether each is embedded."""
    found = set()
    for page in document.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            descriptor = descendant.get_object()["/FontDescriptor"].get_object()
            name = str(font.get_object()["/BaseFont"]).removeprefix("/").split("+")[-1]
            found.add((name, any(key.startswith("/FontFile") for key in descriptor)))
    return found

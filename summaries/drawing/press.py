"""The press: one typst compiler per thread, with our own fonts and none of the machine's.

Data go in as a file of their own, as JSON and never as markup. All else stays as it is from one page to the next, so
that typst keeps what they have in common.
"""

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import get_ident
from typing import Any, Literal

import typst

from summaries.drawing.glyphs import FONTS

TEMPLATES = Path(__file__).parent.parent / "templates"
PIXELS_PER_INCH = 96  # 540 points become 720 pixels: with 1,280 in height what Telegram shows without scaling it
Data = Mapping[str, Any]


def pages(template: str, data: Data) -> list[bytes]:
    """Each page as PNG."""
    made = _compiler(get_ident()).compile(_files(template, data), format="png", ppi=PIXELS_PER_INCH)
    assert made is not None  # only a file that was written gives nothing
    return made if isinstance(made, list) else [made]


def document(template: str, data: Data) -> bytes:
    """A tagged PDF/UA-1; the same data give the same bytes.

    Should it hold what that standard does not allow, then it is a tagged PDF that does not claim to meet it.
    """
    try:
        return _document(template, data, "ua-1")
    except typst.TypstError:
        return _document(template, data, "1.7")


def _document(template: str, data: Data, standard: Literal["ua-1", "1.7"]) -> bytes:
    made = _compiler(get_ident()).compile(_files(template, data), format="pdf", pdf_standards=standard)
    assert isinstance(made, bytes)
    return made


def _files(template: str, data: Data) -> Any:  # typst takes files by their names, which its own types leave out
    """A template, and what it reads."""
    return {"main": TEMPLATES / f"{template}.typ", "data.json": json.dumps(data).encode()}


@cache
def _compiler(_thread: int) -> typst.Compiler:  # which two threads at a time may not use
    return typst.Compiler(root=TEMPLATES, font_paths=_fonts())


@cache
def _fonts() -> typst.Fonts:
    os.environ.setdefault("RAYON_NUM_THREADS", "1")  # two threads for two pages cost more time than they save
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])

"""The press: one typst compiler per template and process, with our own fonts and none of the machine's."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from summaries.drawing.glyphs import FONTS

TEMPLATES = Path(__file__).parent.parent / "templates"
PIXELS_PER_INCH = 96  # 540 points become 720 pixels: with 1,280 in height what Telegram shows without scaling it
Data = Mapping[str, Any]


def pages(template: str, data: Data, **more: str) -> list[bytes]:
    """Each page as PNG. The data are values, never markup; typst keeps what two pages have in common."""
    made = _compiler(template).compile(format="png", ppi=PIXELS_PER_INCH, sys_inputs=_inputs(data, more))
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
    made = _compiler(template).compile(format="pdf", sys_inputs=_inputs(data, {}), pdf_standards=standard)
    assert isinstance(made, bytes)
    return made


def _inputs(data: Data, more: Mapping[str, str]) -> dict[str, str]:
    return {"drawing": json.dumps(data), **more}


@cache
def _compiler(template: str) -> typst.Compiler:
    return typst.Compiler(TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=_fonts())


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])

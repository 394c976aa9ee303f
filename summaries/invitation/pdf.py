"""An invitation on paper: one tagged A4 page to hang up or hand out."""

from typing import Any

from summaries.drawing.plain import plain
from summaries.drawing.press import document
from summaries.invitation.page import Page


def pdf(page: Page) -> bytes:
    """The page as PDF/UA-1; the same page gives the same bytes. Takes about a tenth of a second of one processor."""
    return document("invitation", _data(page))


def _data(page: Page) -> dict[str, Any]:
    """A link stays as it is, so that it can be followed and copied: nothing is put in to break it."""
    rows = [[square == "1" for square in row] for row in page.code]
    link = page.link if page.link.isascii() and page.link.isprintable() else plain(page.link)
    return {**plain(page), "code": rows, "code_said": page.code_said, "link": link}

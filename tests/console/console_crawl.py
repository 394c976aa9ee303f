"""A crawler that goes wherever somebody can, and reads everything that it is given, on paper and in tables too."""

import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

import httpx
from console_at_work import Browser
from pypdf import PdfReader

LINK = re.compile(r"""(?:href|src|action|hx-get)=["']([^"'#]+)""")
OFTEN = 2  # addresses of one shape that are looked at, such as the items of the library


@dataclass
class Crawl:
    """Where somebody came, and all that they read there."""

    browser: Browser
    paper: bool = True  # is it worth the time to have everything printed?
    read: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    shapes: Counter[str] = field(default_factory=Counter)

    async def all(self, *begin: str) -> str:
        """Follow every link from these addresses on; everything that was read."""
        waiting = list(begin)
        while waiting:
            address = waiting.pop(0)
            if address in self.seen or self._is_enough(address):
                continue
            self.seen.add(address)
            answer = await self.browser.client.get(address)
            self.keep(answer)
            waiting += links(answer, address)
        return "\n".join(self.read)

    def keep(self, answer: httpx.Response) -> None:
        """Read an answer, its headers too."""
        assert answer.status_code < 500, answer.request.url
        self.read += [str(answer.headers), *texts(answer)]

    def _is_enough(self, address: str) -> bool:
        shape = re.sub(r"\d{6,}|[A-Z]+\d*-?\d+", "#", urlsplit(address).path)
        self.shapes[shape] += 1
        return self.shapes[shape] > (self.paper if shape.endswith(".pdf") else OFTEN)


def links(answer: httpx.Response, address: str) -> list[str]:
    """The addresses of this site on a page."""
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return []
    found = [html.unescape(one) for one in LINK.findall(answer.text)]
    found = [urlsplit(address).path + one if one.startswith("?") else one for one in found]
    return [one for one in found if one.startswith("/") and not one.startswith(("//", "/out", "/in/", "/static/"))]


def texts(answer: httpx.Response) -> Iterator[str]:
    """What stands in an answer, however it is packed."""
    kind = answer.headers.get("content-type", "")
    if kind == "application/pdf":
        paper = PdfReader(io.BytesIO(answer.content))
        yield from (page.extract_text() for page in paper.pages)
        yield str(paper.metadata)
    elif "spreadsheetml" in kind:
        with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
            yield from (packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    else:
        yield from (answer.text, html.unescape(answer.text), unquote(answer.text))

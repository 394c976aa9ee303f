"""The script of a rehearsal: what was said, tapped and edited, with local dates and times, as Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Literal

Doing = Literal["says", "edits", "reacts", "shows", "writes", "taps"]
BOT = "Weerklank"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened; `at` is local, `before` the moment of the message that was edited."""

    at: datetime
    who: str
    doing: Doing
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    before: datetime | None = None

    @property
    def own(self) -> bool:
        """Did the leader do it?"""
        return self.doing in ("writes", "taps")


def unheard(lines: Sequence[Line]) -> Iterator[Line]:
    """What the leader did to which nothing happened before they did something else."""
    for line, following in pairwise(lines):
        if line.own and following.own:
            yield line


def markdown(lines: Iterable[Line]) -> Iterator[str]:
    """The script, day by day."""
    day, minute = date.min, ("", "")
    for line in lines:
        if line.at.date() != day:
            day, minute = line.at.date(), ("", "")
            yield f"\n### {line.at:%A} {line.at.day} {line.at:%B %Y}"
        yield from _told(line, minute)
        minute = (f"{line.at:%H:%M}", line.who)


def _told(line: Line, minute: tuple[str, str]) -> Iterator[str]:
    head = f"**{line.at:%H:%M} {line.who}**"
    match line.doing:
        case "taps":
            yield f"\n{head} taps `[{line.text}]`"
        case "reacts":
            yield f"\n{head} reacts {line.text}"
        case "writes" | "says" | "shows" | "edits":
            aside = {"edits": f" *edits the message of {_moment(line)}*", "shows": " *shows a picture*"}
            known = (f"{line.at:%H:%M}", line.who) == minute and line.doing == "says"
            yield "" if known else f"\n{head}{aside.get(line.doing, '')}\n"
            yield from (f"> {part}".rstrip() for part in line.text.splitlines())
            yield from _buttons(line)


def _moment(line: Line) -> str:
    before = line.before or line.at
    return f"{before:%H:%M}" if before.date() == line.at.date() else f"{before:%a} {before.day} {before:%b %H:%M}"


def _buttons(line: Line) -> Iterator[str]:
    if line.rows:
        yield ">"
    for place, row in enumerate(line.rows):
        yield "> " + " ".join(f"`[{label}]`" for label in row) + ("  " if place < len(line.rows) - 1 else "")

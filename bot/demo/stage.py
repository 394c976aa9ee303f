"""Shows the demo on a terminal: a progress bar over the month, and the conversation scrolling by."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import zip_longest
from textwrap import wrap
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.panel import Panel
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

ZONE = ZoneInfo("Europe/Amsterdam")
WIDE = 108  # columns: longer lines are hard to read
INDENT = 17  # columns before the words
LONG = 1000  # characters: look backs stand as files, and on the chat page


class Gist:
    """What is worth reading again: what was said before, to somebody else perhaps, shrinks to its beginning."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def of(self, words: str) -> str:
        """The paragraphs that are new; of a message that holds none, and of a long one, the beginning."""
        paragraphs = [each.strip() for each in words.split("\n\n") if each.strip()]
        new = [each for each in paragraphs if each not in self._said]
        self._said.update(paragraphs)
        if not new or len(words) > LONG:
            return beginning(" ".join(words.split()))
        return "\n".join(new)


def beginning(words: str, most: int = 72) -> str:
    """The first words, about `most` characters of them."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(",.;: ") + " …"


class Screening:
    """The terminal; without one (in CI, in a file) the same lines without a bar."""

    def __init__(self, start: datetime, end: datetime) -> None:
        self._start, self._end = start, end
        plain = Console(highlight=False)
        width = min(plain.width, WIDE) if plain.is_terminal else WIDE
        self.console = Console(highlight=False, width=width)
        self._bar = Progress(
            TextColumn("[bold]{task.description}"),
            BarColumn(bar_width=None),
            TextColumn("{task.percentage:>3.0f}%"),
            TimeElapsedColumn(),
            console=self.console,
            disable=not self.console.is_terminal,
            transient=True,
        )
        self._task: TaskID = self._bar.add_task("", total=(end - start).total_seconds())
        self._gist, self._day, self._last = Gist(), date.min, ("", "")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def at(self, now: datetime) -> None:
        """The story is here."""
        done = min(max((now - self._start).total_seconds(), 0), (self._end - self._start).total_seconds())
        self._bar.update(self._task, completed=done, description=f"{now.astimezone(ZONE):%a %d %b %H:%M}")

    def told(self, now: datetime, names: Sequence[str], words: str, picture: str = "") -> None:
        """The bot says the same to one or more people."""
        shown = " ".join(each for each in (picture, self._gist.of(words)) if each)
        self._line(now, names, "→", shown)

    def did(self, now: datetime, name: str, words: str) -> None:
        """Somebody writes or taps."""
        self._line(now, [name], "←", words)

    def _line(self, now: datetime, names: Sequence[str], arrow: str, words: str) -> None:
        style = "bold green" if arrow == "←" else ""
        local = now.astimezone(ZONE)
        self._turn_to(local.date(), local)
        moment, who = f"{local:%H:%M}", "\n".join(names)
        known = (moment, who) == self._last
        self._last = (moment, who)
        lines = [line for part in words.splitlines() for line in wrap(part, self.console.width - INDENT) or [""]]
        for place, (shown, line) in enumerate(zip_longest([] if known else names, lines, fillvalue="")):
            start = (
                (f"{'' if known or place else moment:5}", "dim"),
                (f"{shown:>9}", "cyan"),
                f" {'' if place else arrow:1} ",
            )
            self.console.print(Text.assemble(*start, (line, style)), soft_wrap=True)

    def _turn_to(self, day: date, local: datetime) -> None:
        """A heading above each day."""
        if day != self._day:
            self._day, self._last = day, ("", "")
            self.console.print()
            self.console.rule(f"{local:%A} {local.day} {local:%B}", align="left", style="dim", characters="─")

    def letter(self, name: str, words: str) -> None:
        """A look back, whole."""
        self.console.print()
        self.console.print(Panel(Text(words.strip()), title=name, title_align="left", padding=(1, 2), width=84))

    def say(self, words: str) -> None:
        """A line about the demo itself."""
        self.console.print(words, markup=False, soft_wrap=True)

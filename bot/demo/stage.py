"""Shows the demo on a terminal: a progress bar over the month, and the conversation scrolling by."""

from datetime import datetime
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

ZONE = ZoneInfo("Europe/Amsterdam")
LINE = 200  # characters of a message that scroll by; the whole of it stands on the chat page


class Screening:
    """The terminal; without one (in CI, in a file) the same lines without a bar."""

    def __init__(self, start: datetime, end: datetime) -> None:
        self._start, self._end = start, end
        self.console = Console(highlight=False)
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

    def line(self, now: datetime, who: str, arrow: str, words: str) -> None:
        """One message, in one line."""
        shown = " ".join(words.split())
        shown = shown if len(shown) <= LINE else shown[:LINE].rstrip() + " …"
        style = "" if arrow == "→" else "bold"
        moment = f"{now.astimezone(ZONE):%d-%m %H:%M}"
        self.console.print(Text.assemble((moment, "dim"), " ", (f"{who:>8}", "cyan"), f" {arrow} ", (shown, style)))

    def say(self, words: str) -> None:
        """A line about the demo itself."""
        self.console.print(words, markup=False)

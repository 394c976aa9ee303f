"""Makes look backs, pictures and PDFs in processes of their own: no chat waits for them, and memory stays bounded."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable, Collection
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from threading import Thread
from typing import Any, Final, TypeVar

import structlog

from dialogues.library import library
from dialogues.model import Language, Library
from summaries.facts import Findings, from_json
from summaries.making import Wanted, made
from summaries.pdf import pdf
from summaries.picture import Theme, picture, title

log = structlog.get_logger()
LONGEST = 30.0  # seconds for one picture or PDF, from when a process takes it up
MOST_WORKERS = 2
MOST_TASKS: Final = 300  # then a process ends and a fresh one takes over: what fonts and layouts held is given back
Made = TypeVar("Made")
Work = Callable[[], Made]
_content: list[Library] = []  # what this process was given to draw from; the bot's own unless it is told otherwise


class ProcessStudio:
    """A `journeys.ports.Studio`; its processes are started when first needed, one for each processor up to two.

    What cannot be made is left out and logged without a word of what it was about. One that takes too long ends its
    process; what another process of the pool was at then is tried once more.
    """

    def __init__(self, content: Library | None = None, workers: int | None = None) -> None:
        self._content = content
        self._workers = workers or min(MOST_WORKERS, os.cpu_count() or 1)
        self._pool: ProcessPoolExecutor | None = None
        self._free: asyncio.Semaphore | None = None

    async def findings(self, wanted: Wanted) -> Findings | None:
        """What a look back finds; None when that fails."""
        return await self._made("look back", partial(find, wanted))

    async def draw(
        self,
        facts: str,
        language: Language,
        theme: Theme = "light",
        *,
        hidden: Collection[str] = frozenset(),
        bare: bool = False,
    ) -> bytes | None:
        """Draw the picture as PNG; None when there is nothing to draw (unless `bare`), or when that fails."""
        return await self._made("picture", partial(draw, facts, language, theme, frozenset(hidden), bare=bare))

    async def pdf(
        self, facts: str, language: Language, *, hidden: Collection[str] = frozenset(), quotes: bool = True
    ) -> bytes | None:
        """Make the PDF, without hidden lines, and without the leader's own words when it is to be shared."""
        return await self._made("pdf", partial(page, facts, language, frozenset(hidden), quotes=quotes))

    def close(self) -> None:
        """End the processes; a later picture starts others."""
        self._discard(self._pool)

    async def _made(self, kind: str, work: Work[Made]) -> Made | None:
        async with self._turn():
            try:
                return await self._tried(work)
            except BrokenProcessPool:
                log.warning("a process of the studio ended and is replaced", kind=kind)
            except Exception:
                log.exception("something cannot be made and is left out", kind=kind)
                return None
            try:
                return await self._tried(work)
            except Exception:
                log.exception("something cannot be made and is left out", kind=kind)
                return None

    async def _tried(self, work: Work[Made]) -> Made:
        pool = self._open()
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, within, LONGEST, work)
        except BrokenProcessPool:
            self._discard(pool)
            raise

    def _turn(self) -> asyncio.Semaphore:
        """As many at once as there are processes: nothing waits inside the pool, where its time would already run."""
        if self._free is None:
            self._free = asyncio.Semaphore(self._workers)
        return self._free

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin,
                initargs=(self._content,),
                max_tasks_per_child=MOST_TASKS,
            )
        return self._pool

    def _discard(self, pool: ProcessPoolExecutor | None) -> None:
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
        if self._pool is pool:
            self._pool = None


def find(wanted: Wanted) -> Findings:
    """Work out what a look back finds."""
    return made(wanted, _library())


def draw(
    facts: str, language: Language, theme: Theme = "light", hidden: Collection[str] = frozenset(), *, bare: bool = False
) -> bytes | None:
    """Draw the picture of these facts (JSON) as PNG; with nothing to draw None or, `bare`, its title."""
    found = from_json(facts)
    drawn = picture(found, language, _library(), theme, hidden=hidden)
    return title(found, language, _library(), theme) if drawn is None and bare else drawn


def page(facts: str, language: Language, hidden: Collection[str] = frozenset(), *, quotes: bool = True) -> bytes:
    """Make the PDF of these facts (JSON)."""
    return pdf(from_json(facts), language, _library(), hidden=hidden, quotes=quotes)


def within(seconds: float, work: Work[Made]) -> Made:
    """Do the work in this process, which ends when it takes longer: nothing else stops a compiler halfway."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _begin(content: Library | None) -> None:
    """What a process does first: signals are the parent's, and it does not outlive its parent, which may be killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _content[:] = [content] if content is not None else []
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: Any) -> None:
    """End this process as soon as its parent has ended; the pool alone would wait for work for ever."""
    parent.join()
    os._exit(1)


def _library() -> Library:
    return _content[0] if _content else library()

"""Draws in a process of its own, so that no chat waits for a picture."""

import asyncio
import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import structlog

from dialogues.library import library
from dialogues.model import Language
from summaries.facts import from_json
from summaries.picture import picture

log = structlog.get_logger()
LONGEST = 30.0  # seconds for one picture


class ProcessStudio:
    """A `journeys.ports.Studio`; the process is started at the first picture."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def draw(self, facts: str, language: Language) -> bytes | None:
        """Draw; a picture that fails is left out, the letter says the same in words."""
        try:
            work = asyncio.get_running_loop().run_in_executor(self._open(), draw, facts, language)
            return await asyncio.wait_for(work, LONGEST)
        except BrokenProcessPool:
            self.close()
            log.exception("the drawing process ended, a picture is left out")
        except Exception:
            log.exception("a picture cannot be drawn and is left out")
        return None

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=_leave_signals_to_the_parent)
        return self._pool

    def close(self) -> None:
        """End the process; a later picture starts another."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def draw(facts: str, language: Language) -> bytes | None:
    """Draw the picture of these facts (JSON) as PNG."""
    return picture(from_json(facts), language, library())


def _leave_signals_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)

"""The bot's logs at their loudest, for tests that hold them to saying nothing of anybody's words."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from bot.logs import configure


@contextmanager
def loud() -> Iterator[io.StringIO]:
    """What is logged at DEBUG, as JSON lines; afterwards logging is as it was."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.raiseExceptions
    stream = io.StringIO()
    configure("DEBUG", stream, console=False)
    yield stream
    structlog.reset_defaults()
    root.handlers, logging.raiseExceptions = before[0], before[2]
    root.setLevel(before[1])

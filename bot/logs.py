"""Logs that cannot tell what people wrote: named keys only, and errors by their type and place, not their words."""

import logging
import re
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any, TextIO

import structlog

# What may be logged. A key that is not here is dropped, so that a careless call cannot leak; add one with care.
ALLOWED = frozenset({
    "event", "level", "timestamp", "logger", "where", "error", "trace", "screen", "outcome", "why", "count", "update",
    "row", "attempt", "seconds", "mode", "database", "address", "port", "path", "status", "method", "kind", "pending",
    "unknown", "parked", "refused", "command", "language", "speed", "now", "version", "name", "took",
})  # fmt: skip
PHRASE = re.compile(r"[A-Za-z][A-Za-z0-9 ,;:'()/._-]{0,159}")
# Libraries that tell of every request (with the token in its address) or every message (with its text).
TAMED = (
    "httpx",
    "httpcore",
    "aiohttp",
    "telegram",
    "uvicorn",
    "sqlalchemy",
    "aiosqlite",
    "alembic",
    "asyncio",
    "psycopg",
)
QUIET = ("uvicorn.access", "aiohttp.access", "apscheduler")
Event = MutableMapping[str, Any]


def configure(level: str = "INFO", stream: TextIO | None = None, *, console: bool | None = None) -> None:
    """Send our own logs and those of the libraries to `stream` (standard error); for people if it is a terminal."""
    out = stream or sys.stderr
    number = logging.getLevelNamesMapping()[level]
    finish: list[structlog.typing.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        tell_errors,
        only_allowed,
        _renderer(console=out.isatty() if console is None else console),
    ]
    structlog.configure(
        processors=finish,
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    _tame(number)


def _renderer(*, console: bool) -> structlog.typing.Processor:
    if console:
        return structlog.dev.ConsoleRenderer(colors=False)
    return structlog.processors.JSONRenderer(ensure_ascii=False)


def only_allowed(_logger: Any, _method: str, event: Event) -> Event:
    """Drop every key that is not allowed, every value that is no short plain thing, and an event that is no phrase."""
    kept = {key: value for key, value in event.items() if key in ALLOWED and _plain(value)}
    if not PHRASE.fullmatch(str(kept.get("event", ""))):
        kept["event"] = "(no plain phrase)"
    return kept


def tell_errors(_logger: Any, _method: str, event: Event) -> Event:
    """Replace an exception by its type and place."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["error"] = " < ".join(_kinds(error))
        event["trace"] = " ".join(places(error))
    return event


def places(error: BaseException, most: int = 12) -> list[str]:
    """Give file, line and function of the last steps that led to an error; no words, no values."""
    frames = traceback.extract_tb(error.__traceback__)[-most:]
    return [f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}" for frame in frames]


def _kinds(error: BaseException, depth: int = 5) -> Iterator[str]:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, BaseExceptionGroup):
        kind += f"({', '.join(type(each).__name__ for each in error.exceptions[:5])})"
    yield kind
    cause = error.__cause__ or error.__context__
    if cause is not None and depth > 1:
        yield from _kinds(cause, depth - 1)


def _plain(value: Any) -> bool:
    return value is None or isinstance(value, bool | int | float) or (isinstance(value, str) and len(value) <= 2000)


class Foreign(logging.Handler):
    """Passes on that a library had something to say, where, and with which error; its words may hold private ones."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log one record of a library without its message."""
        try:
            log = structlog.get_logger()
            where = f"{Path(record.pathname).name}:{record.lineno}"
            log.log(record.levelno, "a library reports", logger=record.name, where=where, exc_info=record.exc_info)
        except Exception:  # noqa: BLE001 -- a log line must never be the reason that something stops
            self.handleError(record)


def _tame(level: int) -> None:
    root = logging.getLogger()
    root.handlers = [Foreign()]
    root.setLevel(max(level, logging.WARNING))
    logging.raiseExceptions = False  # the standard way of telling a broken log call prints its arguments
    for name in TAMED:
        _quieten(name, logging.WARNING)
    for name in QUIET:
        _quieten(name, logging.ERROR)


def _quieten(name: str, level: int) -> None:
    logger = logging.getLogger(name)
    logger.handlers = []
    logger.propagate = True
    logger.setLevel(level)

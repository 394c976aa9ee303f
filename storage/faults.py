"""What goes wrong in this room, in one plain sentence each, without addresses, passwords or anybody's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

LOCKED = "The database is locked by another process."
UNREACHABLE = "The database cannot be reached."
FULL = "The disk of the database is full."
BROKEN = "The database file cannot be read or written."

_SQLITE = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_PROTOCOL: LOCKED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: BROKEN,
    sqlite3.SQLITE_IOERR: BROKEN,
    sqlite3.SQLITE_CANTOPEN: BROKEN,
    sqlite3.SQLITE_CORRUPT: BROKEN,
    sqlite3.SQLITE_NOTADB: BROKEN,
}
_POSTGRES = {"55": LOCKED, "40": LOCKED, "53": FULL}  # by class of the SQLSTATE


class StorageUnavailable(Exception):  # noqa: N818 - it says what is the case, and what to do: try again later
    """The database is locked, gone or full; nothing of the transaction was kept, so the caller may try again."""


class NotFound(LookupError):  # noqa: N818 - as above
    """A row that should exist does not."""


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what a locked or gone database raises into `StorageUnavailable`; mistakes of ours pass as they are."""
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise StorageUnavailable(sentence) from None


def _sentence(error: DBAPIError | PoolTimeout) -> str | None:
    if isinstance(error, PoolTimeout):
        return LOCKED
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(error, error.orig)
    if isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated:
        return _POSTGRES.get((getattr(error.orig, "sqlstate", None) or "")[:2], UNREACHABLE)
    return None


def _of_sqlite(error: DBAPIError, cause: sqlite3.Error) -> str | None:
    if error.connection_invalidated:
        return UNREACHABLE
    return _SQLITE.get(getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF)

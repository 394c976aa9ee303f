"""Brings a database to the newest tables, one process at a time, each run complete or not at all."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from storage.address import address_of
from storage.faults import LOCKED, StorageUnavailable, plainly

_SCRIPTS = Path(__file__).with_name("migrations")
_LOCK = 0x5765_6572  # any number, as long as every process takes the same
_PATIENCE_S = 60  # how long a second process waits for the first


def upgrade(url: str, to: str = "head") -> None:
    """Bring the database to revision `to`, making an SQLite file where there is none.

    Safe when several processes start at once. Raises StorageUnavailable.
    """
    _make_file(url)
    _alone(url, lambda config: command.upgrade(config, to))


def downgrade(url: str, to: str = "base") -> None:
    """Take steps back to revision `to`; "base" leaves no tables, so no data. Raises StorageUnavailable."""
    _alone(url, lambda config: command.downgrade(config, to))


def current(url: str) -> str | None:
    """The revision that the database is at; None when it has none yet. Raises StorageUnavailable."""
    address, dialect = address_of(url, asynchronous=False)
    if dialect == "sqlite" and not Path(str(address.database)).exists():
        return None
    with _connected(address) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """The newest revision that this code knows."""
    return str(ScriptDirectory(str(_SCRIPTS)).get_current_head())


def is_current(url: str) -> bool:
    """Has the database the tables that this code expects."""
    return current(url) == head()


def _make_file(url: str) -> None:
    """Make the database file, readable for its owner only; SQLite gives its log files the same mode."""
    address, dialect = address_of(url)
    if dialect == "sqlite":
        path = Path(str(address.database))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        _log_ahead(address_of(url, asynchronous=False)[0])


def _log_ahead(address: URL) -> None:
    """Turn SQLite's write-ahead log on for good; patiently, since two that do so at once may refuse each other."""
    options = {"isolation_level": None, "timeout": 0.05}
    engine = create_engine(address, poolclass=NullPool, hide_parameters=True, connect_args=options)
    patience = time.monotonic() + _PATIENCE_S
    while True:
        try:
            with plainly(), engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except StorageUnavailable as refusal:
            if str(refusal) != LOCKED or time.monotonic() > patience:
                raise
            time.sleep(0.05)
        else:
            return


def _alone(url: str, run: Callable[[Config], None]) -> None:
    address, _ = address_of(url, asynchronous=False)
    with _connected(address) as connection:
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
        config.attributes["connection"] = connection
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        run(config)


@contextmanager
def _connected(address: URL) -> Iterator[Connection]:
    """One transaction; on SQLite it is the only writer from its first moment."""
    sqlite = address.get_backend_name() == "sqlite"
    options = {"timeout": _PATIENCE_S, "isolation_level": None} if sqlite else {"connect_timeout": 5}
    engine = create_engine(address, hide_parameters=True, connect_args=options)
    if sqlite:
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with plainly(), engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()

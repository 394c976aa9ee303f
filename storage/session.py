"""Where a transaction begins and ends: one store per process, one session per transaction, on either database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.address import Dialect, address_of
from storage.faults import plainly
from storage.vault import Key, Vault

BUSY_S = 5.0  # how long SQLite waits for another process's transaction
_SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
)
_POSTGRES_SETTINGS = ("SET lock_timeout = '10s'", "SET statement_timeout = '60s'", "SET TIME ZONE 'UTC'")


@dataclass(slots=True)
class Session:
    """One open transaction; the functions of this room take it first. Keys live no longer than it does."""

    connection: AsyncConnection
    vault: Vault
    dialect: Dialect
    keys: dict[int, Key] = field(default_factory=dict, repr=False)


class Store:
    """A database and the vault that opens what is sealed in it."""

    def __init__(self, engine: AsyncEngine, vault: Vault, dialect: Dialect) -> None:
        self._engine = engine
        self._vault = vault
        self.dialect = dialect
        # SQLite has one writer: taking turns here costs less than waiting in its busy handler.
        self._turn = asyncio.Lock() if dialect == "sqlite" else nullcontext()
        self._busy: set[asyncio.Task[Any] | None] = set()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Session]:
        """A session that is committed at the end, or rolled back when anything is raised.

        Raises StorageUnavailable when the database is locked, gone or full; then nothing was kept.
        """
        with self._once_per_task():
            async with self._turn:
                with plainly():
                    async with self._engine.begin() as connection:
                        yield Session(connection, self._vault, self.dialect)

    @contextmanager
    def _once_per_task(self) -> Any:
        task = asyncio.current_task()
        if task in self._busy:
            raise RuntimeError("This task already has a transaction open; a second one would wait for itself.")
        self._busy.add(task)
        try:
            yield
        finally:
            self._busy.discard(task)

    async def scrub(self) -> bool:
        """Leave nothing readable of what was deleted; call it after an erasure. False: somebody still reads, try again.

        On SQLite the write-ahead log is emptied into a file whose deleted rows are already overwritten; on PostgreSQL
        the destroyed keys are vacuumed away, which makes every copy of what they sealed unreadable.
        """
        async with self._turn:
            with plainly():
                async with self._engine.connect() as connection:
                    return await (_truncate(connection) if self.dialect == "sqlite" else _vacuum(connection))

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


async def _truncate(connection: AsyncConnection) -> bool:
    driver = cast("Any", (await connection.get_raw_connection()).driver_connection)
    rows = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")  # outside any transaction
    busy: int = next(iter(rows))[0]
    return busy == 0


async def _vacuum(connection: AsyncConnection) -> bool:
    at_once = await connection.execution_options(isolation_level="AUTOCOMMIT")
    await at_once.execute(text("VACUUM personal_key"))
    return True


def open_store(url: str, vault: Vault) -> Store:
    """A store on `sqlite:///path` or `postgresql://…`, not yet connected. Raises ValueError for another address."""
    address, dialect = address_of(url)
    engine = _sqlite(address) if dialect == "sqlite" else _postgres(address)
    return Store(engine, vault, dialect)


def _sqlite(address: Any) -> AsyncEngine:
    # isolation_level=None: the driver begins nothing by itself, so that every transaction begins with BEGIN IMMEDIATE.
    options = {"isolation_level": None, "timeout": BUSY_S}
    engine = create_async_engine(address, pool_size=1, max_overflow=0, hide_parameters=True, connect_args=options)
    event.listen(engine.sync_engine, "connect", _prepare(tuple(f"PRAGMA {each}" for each in _SQLITE_PRAGMAS)))
    event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _postgres(address: Any) -> AsyncEngine:
    engine = create_async_engine(
        address,
        pool_pre_ping=True,
        pool_size=5,
        max_overflow=10,
        pool_timeout=15,
        pool_recycle=1_800,
        hide_parameters=True,
        connect_args={"connect_timeout": 5, "application_name": "weerklank"},
    )
    event.listen(engine.sync_engine, "connect", _prepare(_POSTGRES_SETTINGS))
    return engine


def _prepare(statements: tuple[str, ...]) -> Any:
    def prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        cursor.close()
        connection.commit()

    return prepare

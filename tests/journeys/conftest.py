"""A quiet house per test, on SQLite; it waits for no disk, since nobody pulls a plug here, and for no thread."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiosqlite
import pytest
import pytest_asyncio
from office import Office
from office import office as beside
from quiet_house import QuietHouse, quiet_house


class AtOnce:
    """Stands in for the queue to the driver's thread: what is put is done where it is put, and the thread may go.

    Handing each statement to a thread and back costs more than the statement. Stores that meet in earnest, threads and
    all, are for the tests of storage and of the whole house.
    """

    def put_nowait(self, order: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        future, work = order
        done = future or asyncio.Future()
        try:
            done.set_result(work())
        except Exception as error:  # noqa: BLE001 - whoever waits for it gets to hear of it
            done.set_exception(error)

    def get(self) -> tuple[None, Callable[[], Any]]:
        return None, lambda: aiosqlite.core._STOP_RUNNING_SENTINEL


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pragmas = ("journal_mode=WAL", "synchronous=OFF", "foreign_keys=ON", "secure_delete=ON")
    monkeypatch.setattr("storage.session._SQLITE_PRAGMAS", pragmas)
    monkeypatch.setattr("aiosqlite.core.SimpleQueue", AtOnce)


@pytest.fixture
def url(sqlite_url: str) -> str:
    """Where the house keeps things; a module that means it for both databases gives `database_url` here."""
    return sqlite_url


@pytest_asyncio.fixture
async def house(url: str) -> AsyncIterator[QuietHouse]:
    async with quiet_house(url) as opened:
        yield opened


@pytest_asyncio.fixture
async def office(house: QuietHouse, url: str) -> AsyncIterator[Office]:
    """The same house with a console beside it."""
    async with beside(house, url) as opened:
        yield opened

"""A quiet house per test, on SQLite; disks are not waited for, since nobody pulls a plug here."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from quiet_house import QuietHouse, quiet_house


@pytest_asyncio.fixture
async def house(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[QuietHouse]:
    pragmas = ("journal_mode=WAL", "synchronous=OFF", "foreign_keys=ON", "secure_delete=ON")
    monkeypatch.setattr("storage.session._SQLITE_PRAGMAS", pragmas)
    async with quiet_house(sqlite_url) as opened:
        yield opened

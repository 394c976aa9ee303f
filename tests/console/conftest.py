"""An office per test, on each kind of database in turn."""

from collections.abc import AsyncIterator, Callable

import pytest_asyncio
from console_at_work import Office, office_on

from storage.session import Store


@pytest_asyncio.fixture
async def office(database_url: str, open_stores: Callable[..., list[Store]]) -> AsyncIterator[Office]:
    async with office_on(database_url, open_stores(database_url)[0]) as opened:
        yield opened

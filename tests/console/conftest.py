"""An office per test, on each kind of database in turn; on PostgreSQL each web app has its own role, as in earnest."""

from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio
from console_at_work import Office, office_on
from console_homes import Homes, homes_on
from console_town import Town, settled

from storage.session import Store
from storage.vault import Vault


@pytest.fixture
def web_urls(database_url: str, request: pytest.FixtureRequest) -> dict[str, str]:
    """The address of the database as the console and the leaders' page know it."""
    if database_url.startswith("sqlite"):
        return {"console": database_url, "page": database_url}
    known = request.getfixturevalue("postgres_roles")
    return {door: known[f"weerklank_{door}"] for door in ("console", "page")}


@pytest_asyncio.fixture
async def office(
    database_url: str, web_urls: dict[str, str], open_stores: Callable[..., list[Store]]
) -> AsyncIterator[Office]:
    async with office_on(web_urls["console"], open_stores(database_url)[0]) as opened:
        yield opened


@pytest_asyncio.fixture
async def town(office: Office) -> Town:
    return await settled(office)


@pytest_asyncio.fixture
async def homes(office: Office, web_urls: dict[str, str], vault: Vault) -> AsyncIterator[Homes]:
    async with homes_on(office, web_urls["page"], vault) as opened:
        yield opened

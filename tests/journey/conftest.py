"""A running house per story; by default on SQLite with polling, in a few stories in every combination."""

import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from house import House, opened
from loud import loud


@pytest.fixture(autouse=True)
def log_lines() -> Iterator[io.StringIO]:
    """What the bot logs, at its loudest; afterwards logging is as it was."""
    with loud() as stream:
        yield stream


@pytest_asyncio.fixture
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    """The house; `@everywhere` asks for it in each combination of mode and database."""
    mode, database = getattr(request, "param", ("polling", "sqlite"))
    url = request.getfixturevalue("sqlite_url" if database == "sqlite" else "postgres_url")
    async with opened(url, tmp_path, mode) as opened_house:
        yield opened_house

"""A running local Telegram on a free port, its bot's wire, and a person who has pressed Start."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import aiohttp
import pytest
import pytest_asyncio

from sandbox.options import Options
from sandbox.people import Person
from sandbox.server import Running, serve

TOKEN = "123456:sandbox-token"


@dataclass(frozen=True)
class Wire:
    """Bare HTTP, as a bot library would use it."""

    url: str
    session: aiohttp.ClientSession

    async def answer(self, method, **params):
        """The whole body of a call with a JSON body."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=params) as response:
            return await response.json()

    async def result(self, method, **params):
        """The result of a call that must go well."""
        answer = await self.answer(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method, **params):
        """The words of a call that must be refused."""
        answer = await self.answer(method, **params)
        assert not answer["ok"], answer
        return answer["description"]

    async def post(self, method, **kinds):
        """Status, headers and body of a call with any kind of body."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", **kinds) as response:
            return response.status, response.headers, await response.json()

    async def control(self, what, verb="POST", **wish):
        """Speaks to the control side."""
        async with self.session.request(verb, f"{self.url}/control/{what}", json=wish) as response:
            return response.status, await response.json()


@pytest.fixture
def token() -> str:
    return TOKEN


@pytest_asyncio.fixture
async def telegram() -> AsyncIterator[Running]:
    options = Options(rates=None, webhook_first_wait=0.01, webhook_longest_wait=0.02)
    async with await serve(token=TOKEN, options=options) as running:
        yield running


@pytest_asyncio.fixture
async def wire(telegram) -> AsyncIterator[Wire]:
    async with aiohttp.ClientSession() as session:
        yield Wire(telegram.url, session)


@pytest_asyncio.fixture
async def wire_to() -> AsyncIterator[Callable[[Running], Wire]]:
    """A wire to a local Telegram that the test started itself."""
    async with aiohttp.ClientSession() as session:
        yield lambda running: Wire(running.url, session)


@pytest_asyncio.fixture
async def noor(telegram, wire) -> AsyncIterator[Person]:
    """Has pressed Start; that update is confirmed already."""
    async with await Person.join(telegram.url, "Noor") as person:
        await person.start()
        (update,) = await wire.result("getUpdates")
        await wire.result("getUpdates", offset=update["update_id"] + 1)
        yield person

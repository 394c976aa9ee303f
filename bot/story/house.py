"""Where a story is played: a local Telegram, and the bot at work against it with settings of its own."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from bot.app import App, running
from bot.clock import SteppedClock
from bot.opening import StartError
from bot.settings import Settings
from dialogues.model import Library
from journeys.ports import Pace
from sandbox.options import Options
from sandbox.parser import ParserMissingError
from sandbox.server import Running, serve

T = TypeVar("T")
MEETING = 30  # seconds of the machine until the bot has met its Telegram
FAST = Pace(everyone=2000, everyone_burst=2000, chat=500, chat_burst=500)  # a local Telegram has no limits here
CONSENT = {"contact": "you@localhost", "privacy_url": "http://localhost/privacy", "processors": "nobody"}


async def local_telegram(host: str, port: int, token: str) -> Running:
    """A local Telegram at this port, or at a free one when something else is there. Raises StartError."""
    options = Options(rates=None)
    try:
        return await serve(host, port, token, options=options)
    except ParserMissingError as missing:
        raise StartError(f"{missing}.") from None
    except OSError:
        return await serve(host, 0, token, options=options)


@asynccontextmanager
async def at_work(settings: Settings, clock: SteppedClock, content: Library | None = None) -> AsyncIterator[App]:
    """The bot once it has met its Telegram, with the content that comes with it unless another is given."""
    async with running(settings, clock, FAST, content) as app:
        await asyncio.wait_for(app.ready.wait(), MEETING)
        yield app


def own_settings(folder: Path, token: str, url: str, **about: str) -> Settings:
    """Settings for a story alone, with its data in `folder`; `about` goes into the consent text.

    Those of a real bot on this machine are left alone.
    """
    own = {"bot_token": token, "api_url": url, "file_url": url, "data": folder / "data", "log_level": "ERROR"}
    at_once = {"patience": 0}  # whoever is played says all in one message
    return Settings.model_validate({**own, **at_once, **CONSENT, **about})


async def whole(app: App, story: Coroutine[Any, Any, T]) -> T:
    """The outcome of a part of a story; raises what broke in the bot meanwhile, instead of waiting in vain."""
    playing, running_on = asyncio.ensure_future(story), asyncio.ensure_future(app.ended())
    try:
        done, _ = await asyncio.wait({playing, running_on}, return_when=asyncio.FIRST_COMPLETED)
        if running_on in done:
            running_on.result()
        return await playing
    finally:
        for task in (playing, running_on):
            task.cancel()
        await asyncio.gather(playing, running_on, return_exceptions=True)

"""Starts and stops a local Telegram: inside a running loop for tests, or alone for a demo."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from sandbox import api, parser
from sandbox.control import ControlRoutes
from sandbox.media import LARGEST_UPLOAD, MEGABYTE
from sandbox.options import Options
from sandbox.routes import UserRoutes, guarded
from sandbox.state import Telegram

log = logging.getLogger("weerklank.sandbox")


@dataclass(frozen=True, slots=True)
class Running:
    """A local Telegram that listens; `url` has no trailing slash, `telegram` is its inside for tests."""

    url: str
    host: str
    port: int
    telegram: Telegram = field(repr=False)
    _runner: web.AppRunner = field(repr=False)

    async def close(self) -> None:
        """Ends open long polls and deliveries, then stops listening."""
        for bot in self.telegram.bots.values():
            await self.telegram.register_webhook(bot, None)
        await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()


def make_app(telegram: Telegram) -> web.Application:
    """All routes of the local Telegram: the bot's side, the user's side, the stage hand's side and the chat page."""
    app = web.Application(client_max_size=LARGEST_UPLOAD + MEGABYTE)
    app.add_routes(api.routes(telegram))
    app.add_routes(guarded(route) for route in (*UserRoutes(telegram).routes(), *ControlRoutes(telegram).routes()))
    page = telegram.options.page
    if page.is_dir():
        app.router.add_static("/page", page)
        app.add_routes([web.get("/", _file(page / "index.html"))])
        app.on_response_prepare.append(_ask_again)
    return app


def _file(path: Path) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def send(_request: web.Request) -> web.StreamResponse:
        return web.FileResponse(path)

    return send


async def _ask_again(request: web.Request, response: web.StreamResponse) -> None:
    """A browser asks each time whether the page is still the same: after an update it must not mix old and new."""
    if request.path == "/" or request.path.startswith("/page/"):
        response.headers["Cache-Control"] = "no-cache"


async def serve(host: str = "127.0.0.1", port: int = 0, token: str = "", *, options: Options | None = None) -> Running:
    """Listens at `host:port` (0 picks a free port) for the bot with `token`.

    Raises ParserMissingError when texts cannot be parsed as Telegram does and the options insist on it, ValueError for
    a token that is none, OSError when the port is taken.
    """
    options = options or Options()
    if options.needs_parser:
        parser.require()
    elif not parser.available():
        log.warning("Telegram's text parser (tdjson) is missing: messages with a parse_mode will be refused")
    telegram = Telegram(options)
    telegram.add_bot(token)
    runner = web.AppRunner(make_app(telegram), access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    bound: Any = runner.addresses[0]
    return Running(f"http://{host}:{bound[1]}", host, bound[1], telegram, runner)


def run(
    host: str, port: int, token: str, *, options: Options | None = None, tell: Callable[[str], None] = print
) -> None:
    """Blocks until Ctrl-C or SIGTERM; `tell` gets the address once it listens. Raises as `serve` does."""
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_until_stopped(host, port, token, options, tell))


async def _until_stopped(
    host: str, port: int, token: str, options: Options | None, tell: Callable[[str], None]
) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with await serve(host, port, token, options=options) as running:
        tell(running.url)
        await stop.wait()

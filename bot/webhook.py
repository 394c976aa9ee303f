"""Receiving updates by webhook: Telegram gets its 200 only after the inbox has committed."""

import asyncio
import hmac
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.api import Answer, Api, Done, plain
from bot.backoff import Backoff
from bot.bell import Stop
from bot.polling import ALLOWED_UPDATES, Take, is_sound

log = structlog.get_logger()
PATH = "/telegram"
LARGEST = 1024 * 1024  # bytes of a body; Telegram's updates are far smaller
HEADER = "X-Telegram-Bot-Api-Secret-Token"
TRY_AGAIN = {"Retry-After": "5"}


class TooLarge(Exception):  # noqa: N818 -- it says what is the case
    """The body goes on beyond what we are willing to read."""


def make_app(take: Take, secret: str, public_url: str) -> Starlette:
    """Build the web application; its door is /telegram, also under the path of the public address."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode("latin-1"), secret.encode()):
            return PlainTextResponse("forbidden", 403)
        try:
            update = json.loads(await _body(request))
        except TooLarge:
            return PlainTextResponse("too large", 413)
        except (ValueError, RecursionError):
            return PlainTextResponse("not JSON", 400)
        return await _taken(take, update)

    door = urlsplit(public_url).path.rstrip("/") + PATH
    routes = [Route(path, receive, methods=["POST"]) for path in sorted({door, PATH})]
    return Starlette(routes=[*routes, Route("/healthz", _healthz)])


async def _taken(take: Take, update: Any) -> Response:
    if not is_sound(update):
        return PlainTextResponse("not an update", 400)
    try:
        await take([update])
    except Exception:  # whatever it is, Telegram must keep the update and bring it again
        log.exception("an update was not kept, Telegram will bring it again")
        return PlainTextResponse("later", 503, TRY_AGAIN)
    return PlainTextResponse("kept")


async def _body(request: Request) -> bytes:
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        raise TooLarge
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > LARGEST:
            raise TooLarge
    return bytes(parts)


async def _healthz(_request: Request) -> Response:
    return PlainTextResponse("ok")


class Server(uvicorn.Server):
    """Uvicorn without its signal handlers: the composition root decides when to stop."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield


def listen(address: str) -> socket.socket:
    """Open the listening socket (`host:port`); raises OSError at once when the place is taken."""
    host, _, port = address.rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host.strip("[]"), int(port)))
    except OSError:
        opened.close()
        raise
    opened.listen(128)
    return opened


async def serve(app: Starlette, opened: socket.socket, stop: Stop) -> None:
    """Serve until the program stops; calls that are being answered get a few seconds."""
    config = uvicorn.Config(
        app, log_config=None, access_log=False, lifespan="off", server_header=False, timeout_graceful_shutdown=5
    )
    server = Server(config)
    serving = asyncio.create_task(server.serve(sockets=[opened]))
    await stop.wait()
    server.should_exit = True
    await serving
    opened.close()


class Registrar:
    """Tells Telegram where to bring the updates."""

    def __init__(self, api: Api, url: str, secret: str, stop: Stop) -> None:
        self._api = api
        self._url = url + PATH
        self._secret = secret
        self._stop = stop

    async def run(self, backoff: Backoff | None = None) -> None:
        """Register until it works or the program stops."""
        waits = backoff or Backoff()
        while not self._stop.asked:
            answer = await self._stop.unless(self.register())
            if answer is None or isinstance(answer, Done):
                return
            seconds = waits.next()
            log.warning("the webhook is not registered yet", why=plain(answer), seconds=round(seconds, 1))
            await self._stop.wait(seconds)

    async def register(self) -> Answer:
        """Register once."""
        params = {
            "url": self._url,
            "secret_token": self._secret,
            "allowed_updates": ALLOWED_UPDATES,
            "max_connections": 40,
            "drop_pending_updates": False,
        }
        return await self._api.call("setWebhook", params)

"""The bot's side over HTTP: `/bot<token>/<method>` and file downloads, with faults played where they were ordered."""

import asyncio
import json
from typing import Any

from aiohttp import web

from sandbox.bodies import Asked, read
from sandbox.dispatch import perform, proper_name
from sandbox.errors import BotError, forbidden, too_many, unauthorised
from sandbox.faults import Fault
from sandbox.state import Bot, Telegram


class LostError(Exception):
    """The connection is to break without an answer."""


def routes(telegram: Telegram) -> list[web.RouteDef]:
    """The routes a bot uses."""

    async def method(request: web.Request) -> web.StreamResponse:
        try:
            return await _answer(telegram, request)
        except BotError as error:
            telegram.stats.errors[error.code] += 1
            return refusal(error)
        except LostError:
            return _hang_up(request)
        except web.HTTPException as error:
            return refusal(BotError(error.status, error.reason))

    async def download(request: web.Request) -> web.Response:
        if request.match_info["token"] not in telegram.bots:
            return refusal(unauthorised())
        file = telegram.paths.get(request.match_info["path"])
        if file is None:
            return refusal(BotError(404, "Not Found"))
        return web.Response(body=file.data, content_type="application/octet-stream")

    return [web.route("*", "/bot{token}/{method}", method), web.get("/file/bot{token}/{path:.+}", download)]


def bot_of(telegram: Telegram, request: web.Request) -> Bot:
    """The bot whose token is in the address; raises BotError 401."""
    bot = telegram.bots.get(request.match_info["token"])
    if bot is None:
        raise unauthorised()
    return bot


async def _answer(telegram: Telegram, request: web.Request) -> web.Response:
    bot = bot_of(telegram, request)
    name = proper_name(request.match_info["method"])
    asked = await read(request, name)
    telegram.stats.calls[name] += 1
    struck = telegram.faults.strike(name, _chat_id(asked), telegram.steady())
    for fault in struck:
        early = await _play(fault)
        if early is not None:
            return early
    result = await perform(telegram, bot, asked)
    if any(fault.kind == "lost_answer" for fault in struck):
        raise LostError
    return web.Response(body=_json({"ok": True, "result": result}), content_type="application/json")


def _chat_id(asked: Asked) -> int | None:
    chat = asked.raw.get("chat_id")
    return int(chat) if isinstance(chat, int) or (isinstance(chat, str) and chat.isdecimal()) else None


async def _play(fault: Fault) -> web.Response | None:
    """Plays a fault that strikes before the call; None means the call goes on."""
    match fault.kind:
        case "delay":
            await asyncio.sleep(fault.seconds)
        case "429":
            raise too_many(max(1, round(fault.seconds)))
        case "403":
            raise forbidden(fault.description or "bot was blocked by the user")
        case "error":
            raise BotError(fault.code, fault.description or "Internal Server Error")
        case "bare":
            return web.Response(
                status=fault.code, text="<html><body>Bad Gateway</body></html>", content_type="text/html"
            )
        case "lost_request":
            raise LostError
        case _:
            pass
    return None


def refusal(error: BotError) -> web.Response:
    """A refusal as Telegram sends it."""
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    headers = {}
    if error.parameters:
        body["parameters"] = dict(error.parameters)
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.Response(status=error.code, body=_json(body), content_type="application/json", headers=headers)


def _hang_up(request: web.Request) -> web.Response:
    """Resets the connection; the response that is returned can no longer be written."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()

"""The user's side over HTTP: `/user/...` and `/media/...`, for the chat page, for scripted people and for tests."""

import base64
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import web

from sandbox.errors import BotError
from sandbox.phone import LONGEST_WATCH, Phone, PhoneError
from sandbox.schema import Upload
from sandbox.state import Bot, Telegram, User

Json = dict[str, Any]
Action = Callable[[Phone, Json], Any]

FIRST_USER_ID = 10_000


def bot_of(telegram: Telegram, request: web.Request) -> Bot:
    """The bot named by `?bot=<username or id>`, else the first; raises PhoneError."""
    name = request.query.get("bot")
    for bot in telegram.bots.values():
        if name in {None, bot.card["username"], str(bot.id)}:
            return bot
    raise PhoneError("there is no such bot")


def phone_of(telegram: Telegram, request: web.Request) -> Phone:
    """The phone of the user in the address; raises PhoneError."""
    user = telegram.users.get(int(request.match_info["user"]))
    if user is None:
        raise PhoneError("there is no such user")
    return Phone(telegram, bot_of(telegram, request), user)


async def body_of(request: web.Request) -> Json:
    """The JSON object that came along; raises PhoneError."""
    try:
        body = await request.json() if request.body_exists else {}
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise PhoneError("a JSON object is expected")
    return body


def guarded(route: web.RouteDef) -> web.RouteDef:
    """The same route, with what a phone or a control cannot do as 400 `{"error": ...}`."""

    async def handler(request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if origin and urlsplit(origin).netloc != request.host:  # some web page that is open in the same browser
            return web.json_response({"error": "only the chat page itself may do that"}, status=403)
        try:
            return await route.handler(request)
        except (PhoneError, BotError) as error:
            return web.json_response({"error": str(error)}, status=400)
        except (KeyError, TypeError) as error:
            return web.json_response({"error": f"missing or mistyped: {error}"}, status=400)

    return web.RouteDef(route.method, route.path, handler, route.kwargs)


def join(telegram: Telegram, wish: Json) -> User:
    """Makes (or renames) a user from `{"id"?, "first_name", "language_code"?}`."""
    user_id = wish.get("id") or FIRST_USER_ID + telegram.number()
    if not isinstance(user_id, int) or not wish["first_name"]:
        raise PhoneError("a user has a whole number as id and a first name")
    user = User(user_id, str(wish["first_name"]), str(wish.get("language_code") or ""))
    telegram.users[user.id] = user
    return user


def _described(bot: Bot, user: User) -> Json:
    """A user as the page knows them: `{"id", "first_name", "language_code", "blocked"}`, the last about this bot."""
    chat = bot.chats.get(user.id)
    about = {"id": user.id, "first_name": user.first_name, "language_code": user.language_code}
    return {**about, "blocked": chat is not None and chat.blocked}


def _upload(wish: Json) -> Upload | None:
    if "data" not in wish:
        return None
    return Upload(
        wish.get("name", "file"), wish.get("mime", "application/octet-stream"), base64.b64decode(wish["data"])
    )


ACTIONS: dict[str, Action] = {
    "start": lambda phone, wish: phone.start(wish.get("payload", "")),
    "send": lambda phone, wish: phone.say(wish["text"], wish.get("reply_to")),
    "edit": lambda phone, wish: phone.edit(wish["message_id"], wish["text"]),
    "press": lambda phone, wish: {
        "query_id": phone.press(wish["message_id"], wish["data"], forged=wish.get("forged", False))
    },
    "media": lambda phone, wish: phone.send_media(wish["kind"], _upload(wish), wish.get("caption", "")),
    "block": lambda phone, wish: phone.block(blocked=bool(wish["blocked"])),
}


class UserRoutes:
    """The handlers; each as short as its route."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        """All routes of the user's side."""
        return [
            web.get("/user", self.overview),
            web.post("/user", self.join),
            web.get(r"/user/{user:\d+}/history", self.history),
            web.get(r"/user/{user:\d+}/events", self.events),
            web.get(r"/user/{user:\d+}/commands", self.commands),
            web.post(r"/user/{user:\d+}/{action}", self.act),
            web.get("/media/{file_id}", self.media),
        ]

    async def overview(self, request: web.Request) -> web.Response:
        """Users, the bot, and the visible time."""
        bot = bot_of(self._telegram, request)
        commands = bot.commands.get(("default", ""), [])
        about = {"id": bot.id, **{name: bot.card[name] for name in ("first_name", "username")}, "commands": commands}
        users = [_described(bot, user) for user in self._telegram.users.values()]
        clock = self._telegram.clock.now().isoformat(timespec="seconds")
        return web.json_response({"users": users, "bot": about, "clock": clock})

    async def join(self, request: web.Request) -> web.Response:
        """A person gets an account."""
        user = join(self._telegram, await body_of(request))
        return web.json_response(_described(bot_of(self._telegram, request), user))

    async def history(self, request: web.Request) -> web.Response:
        """All messages of a chat."""
        return web.json_response(phone_of(self._telegram, request).history())

    async def events(self, request: web.Request) -> web.Response:
        """Long poll for what happened after N."""
        after = int(request.query.get("after", 0))
        seconds = min(float(request.query.get("timeout", LONGEST_WATCH)), LONGEST_WATCH)
        return web.json_response(await phone_of(self._telegram, request).events(after, seconds))

    async def commands(self, request: web.Request) -> web.Response:
        """The command menu in the person's language."""
        return web.json_response({"commands": phone_of(self._telegram, request).commands()})

    async def act(self, request: web.Request) -> web.Response:
        """Something the person does."""
        action = ACTIONS.get(request.match_info["action"])
        if action is None:
            raise web.HTTPNotFound
        result = action(phone_of(self._telegram, request), await body_of(request))
        return web.Response(body=json.dumps(result or {}).encode(), content_type="application/json")

    async def media(self, request: web.Request) -> web.Response:
        """A file's bytes for the screen."""
        file = self._telegram.files.get(request.match_info["file_id"])
        if file is None:
            raise web.HTTPNotFound
        headers = {
            "Content-Disposition": f"inline; filename*=UTF-8''{quote(file.name)}",
            "Content-Security-Policy": "sandbox",  # a document of the bot may be HTML; it must not act as our page
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=file.data, content_type=file.mime, headers=headers)

"""The messenger: renders what is to be said, sends it as one Bot API call and says what became of it."""

from collections.abc import Callable
from typing import Any

import structlog

from bot import extras
from bot.api import UNTOUCHED, Answer, Api, Done, Failed
from bot.backoff import Backoff
from bot.menus import as_commands
from bot.verdict import verdict
from bot.wire import Upload
from handlers.outgoing import Key, Outgoing
from journeys.ports import Delivery, Later, Outcome, Refused, Sent, Unknown

log = structlog.get_logger()
REPEATED = 3  # failures of Telegram itself in a row, after which every chat waits
OPTIONAL = {"setMessageReaction", "setMyCommands", "editMessageReplyMarkup"}  # no words of ours: a refusal is no loss

Call = tuple[str, dict[str, Any], dict[str, Upload] | None]
Render = Callable[[Delivery], Outgoing]


class Gateway:
    """A `journeys.ports.Messenger` on the Bot API."""

    def __init__(self, api: Api, render: Render, backoff: Backoff | None = None) -> None:
        self._api = api
        self._render = render
        self._backoff = backoff or Backoff()
        self._unsure = False  # nobody knows what became of the last message
        self._refused: frozenset[extras.Extra] = frozenset()  # what this Telegram turned out not to know

    async def deliver(self, delivery: Delivery) -> Outcome:
        """Send or edit; a message that cannot be rendered is refused, so that it cannot block the rest.

        After a message in doubt Telegram is asked something harmless first, so that an outage costs one message in
        doubt and not all that are due.
        """
        try:
            call = request(delivery, self._render(delivery))
        except Exception as error:  # whatever is wrong with one screen, the others must go out
            log.exception("screen not rendered", screen=delivery.screen.name)
            return Refused(f"not rendered: {type(error).__name__}")
        if self._unsure and not await self._answers():
            return Later(self._backoff.next(), everyone=True)
        outcome = self._judge(await self._call(*call))
        self._unsure = isinstance(outcome, Unknown)
        return Sent(None) if isinstance(outcome, Refused) and call[0] in OPTIONAL else outcome

    async def _call(self, method: str, params: dict[str, Any], files: dict[str, Upload] | None) -> Answer:
        """Make a call; what only a newer Telegram knows is left out when this one refuses it, and from then on."""
        params = extras.without(params, self._refused)
        answer = await self._api.call(method, params, files)
        if not isinstance(answer, Failed) or answer.code != 400:
            return answer
        blamed = extras.blamed(answer.words, extras.used(params))
        if not blamed:
            return answer
        plainer = await self._api.call(method, extras.without(params, blamed), files)
        if isinstance(plainer, Done):
            self._refused |= blamed
            log.info("this Telegram is older", why=", ".join(sorted(blamed)))
        return plainer

    async def _answers(self) -> bool:
        return isinstance(await self._api.call("getMe", {}), Done)

    def _judge(self, answer: Answer) -> Outcome:
        if not isinstance(answer, UNTOUCHED) and not (isinstance(answer, Failed) and answer.code >= 500):
            self._backoff.reset()
            return verdict(answer, 0.0, everyone=False)
        wait = self._backoff.next()
        return verdict(answer, wait, everyone=self._backoff.failures >= REPEATED)


def request(delivery: Delivery, out: Outgoing) -> Call:
    """Give the method, parameters and files of one Bot API call."""
    if out.reaction:
        mark = [{"type": "emoji", "emoji": out.reaction}]
        return "setMessageReaction", {"chat_id": delivery.chat, "message_id": delivery.edits, "reaction": mark}, None
    if out.menu:
        scope = {"type": "chat", "chat_id": delivery.chat}
        return "setMyCommands", {"scope": scope, "commands": as_commands(out.menu)}, None
    if out.bare:
        target = {"chat_id": delivery.chat, "message_id": delivery.edits}
        return "editMessageReplyMarkup", target | {"reply_markup": {"inline_keyboard": []}}, None
    params: dict[str, Any] = {"chat_id": delivery.chat, "parse_mode": "HTML"}
    if out.keyboard or delivery.edits is not None:  # an edit without buttons takes the old ones away
        params["reply_markup"] = {"inline_keyboard": [[_button(key) for key in row] for row in out.keyboard]}
    if delivery.edits is not None and out.photo is not None:
        media = {"type": "photo", "media": "attach://image", "caption": out.text, "parse_mode": "HTML"}
        target = {"chat_id": delivery.chat, "message_id": delivery.edits, "reply_markup": params["reply_markup"]}
        return "editMessageMedia", target | {"media": media}, {"image": Upload("image.png", out.photo, "image/png")}
    if delivery.edits is not None:
        text = {"text": out.text, "link_preview_options": {"is_disabled": True}}
        return "editMessageText", params | text | {"message_id": delivery.edits}, None
    if out.asks and out.keyboard:
        params["reply_markup"]["force_reply"] = True
    if delivery.reply_to is not None:
        params["reply_parameters"] = {"message_id": delivery.reply_to, "allow_sending_without_reply": True}
    return _sending(params, out)


def _sending(params: dict[str, Any], out: Outgoing) -> Call:
    if out.photo is not None:
        return "sendPhoto", params | {"caption": out.text}, {"photo": Upload("image.png", out.photo, "image/png")}
    if out.document is not None:
        name, content = out.document
        return "sendDocument", params | {"caption": out.text}, {"document": Upload(name, content)}
    return "sendMessage", params | {"text": out.text, "link_preview_options": {"is_disabled": True}}, None


def _button(key: Key) -> dict[str, str]:
    action = {"url": key.url} if key.url else {"callback_data": key.data or ""}
    return {"text": key.label, **action} | ({"style": key.style} if key.style else {})

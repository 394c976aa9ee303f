"""Methods that put something into a chat: messages, photos, documents, reactions, "typing"."""

import time
from typing import Any

from sandbox.calls import Call
from sandbox.errors import bad_request
from sandbox.keyboards import check_markup, for_message, for_screen
from sandbox.media import document, photo
from sandbox.schema import REACTIONS
from sandbox.state import TYPING_SECONDS, Chat, Stored

Json = dict[str, Any]

ACTIONS = frozenset(
    {
        *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
        *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
    }
)


def send_message(call: Call) -> Json:
    """Sends a text."""
    chat = call.chat()
    text, entities = call.text()
    content: Json = {"text": text, "entities": entities} if entities else {"text": text}
    if "link_preview_options" in call.params:
        content["link_preview_options"] = call.params["link_preview_options"]
    return _deliver(call, chat, content)


def send_photo(call: Call) -> Json:
    """Sends a picture of at most 10 MB."""
    chat = call.chat()
    content = {"photo": photo(call.file(call.params["photo"], "photo")), **call.caption()}
    return _deliver(call, chat, {**content, **dict.fromkeys(_flags(call), True)})


def send_document(call: Call) -> Json:
    """Sends a file of at most 50 MB."""
    chat = call.chat()
    return _deliver(
        call, chat, {"document": document(call.file(call.params["document"], "document")), **call.caption()}
    )


def _flags(call: Call) -> list[str]:
    marks = {"has_spoiler": "has_media_spoiler", "show_caption_above_media": "show_caption_above_media"}
    return [field for name, field in marks.items() if call.params.get(name)]


def _deliver(call: Call, chat: Chat, content: Json) -> Json:
    markup = call.params.get("reply_markup")
    check_markup(markup)
    reply = call.reply_to(chat)
    call.spend(chat)
    bot, telegram = call.bot, call.telegram
    message = {
        "message_id": bot.next_message_id(),
        "from": bot.card,
        "chat": chat.card,
        "date": telegram.clock.unix(),
        **reply,
        **content,
        **for_message(markup),
    }
    if call.params.get("protect_content"):
        message["has_protected_content"] = True
    if "message_effect_id" in call.params:
        message["effect_id"] = call.params["message_effect_id"]
    chat.messages[message["message_id"]] = Stored(message, for_screen(markup))
    chat.typing_until = 0.0
    chat.note("message", message["message_id"])
    telegram.stats.count_sent(chat.user.id, telegram.steady())
    return message


def send_chat_action(call: Call) -> bool:
    """Shows "typing" for five seconds, or until the next message."""
    chat = call.chat()
    if call.params["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = time.monotonic() + TYPING_SECONDS
    chat.note("typing", call.params["action"])
    return True


def set_message_reaction(call: Call) -> bool:
    """Puts at most one emoji on a message, or takes it away."""
    chat = call.chat()
    stored = chat.messages.get(call.params["message_id"])
    if stored is None:
        raise bad_request("message to react not found")
    reactions = call.params.get("reaction", [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(reaction.get("emoji") not in REACTIONS for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    stored.extra["reactions"] = [reaction["emoji"] for reaction in reactions]
    chat.note("message", call.params["message_id"])
    return True

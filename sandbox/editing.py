"""Methods that change or remove what was sent; an edit that changes nothing is refused, as Telegram does."""

from typing import Any

from sandbox.calls import Call
from sandbox.errors import bad_request, not_played
from sandbox.keyboards import check_markup, for_message
from sandbox.media import document, photo
from sandbox.state import Chat, Stored

Json = dict[str, Any]

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current"
    " content and reply markup of the message"
)
DELETABLE_SECONDS = 48 * 3600
CAPTION = ("caption", "caption_entities", "show_caption_above_media")
MEDIA = ("photo", "document", "has_media_spoiler", *CAPTION)
MARKUP = ("reply_markup",)


def edit_message_text(call: Call) -> Json:
    """Replaces text and keyboard."""
    chat, stored = _target(call)
    if "text" not in call.params:
        raise bad_request("message text is empty")
    if "text" not in stored.body:
        raise bad_request("there is no text in the message to edit")
    text, entities = call.text()
    content: Json = {"text": text, "entities": entities} if entities else {"text": text}
    if "link_preview_options" in call.params:
        content["link_preview_options"] = call.params["link_preview_options"]
    return _replace(call, chat, stored, ("text", "entities", "link_preview_options"), content)


def edit_message_caption(call: Call) -> Json:
    """Replaces caption and keyboard."""
    chat, stored = _target(call)
    if not {"photo", "document"} & stored.body.keys():
        raise bad_request("there is no caption in the message to edit")
    return _replace(call, chat, stored, CAPTION, call.caption())


def edit_message_reply_markup(call: Call) -> Json:
    """Replaces the keyboard."""
    chat, stored = _target(call)
    return _replace(call, chat, stored, (), {})


def edit_message_media(call: Call) -> Json:
    """Replaces photo or document, caption and keyboard."""
    chat, stored = _target(call)
    media = call.params["media"]
    if media["type"] not in {"photo", "document"}:
        raise not_played(f"media of type {media['type']}")
    inner = Call(call.telegram, call.bot, {**call.params, **media}, call.files)
    file = inner.file(media["media"], media["type"])
    content = {media["type"]: photo(file) if media["type"] == "photo" else document(file), **inner.caption()}
    return _replace(call, chat, stored, (*MEDIA, "text", "entities", "link_preview_options"), content)


def delete_message(call: Call) -> bool:
    """Removes a message of either side, within 48 hours."""
    chat = call.chat()
    stored = chat.messages.get(call.params["message_id"])
    if stored is None:
        raise bad_request("message to delete not found")
    if call.telegram.clock.unix() - stored.body["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[call.params["message_id"]]
    chat.note("deleted", call.params["message_id"])
    return True


def _target(call: Call) -> tuple[Chat, Stored]:
    if "chat_id" not in call.params or "message_id" not in call.params:
        raise bad_request("message identifier is not specified")
    chat = call.chat()
    stored = chat.messages.get(call.params["message_id"])
    if stored is None:
        raise bad_request("message to edit not found")
    if stored.body["from"]["id"] != call.bot.id:
        raise bad_request("message can't be edited")
    return chat, stored


def _keep_reply_field(before: Json, after: Json) -> None:
    """An edit can neither open nor close the reply field that a message came with."""
    if "reply_markup" in after:
        keyboard = {name: value for name, value in after["reply_markup"].items() if name != "force_reply"}
        opened = before.get("reply_markup", {}).get("force_reply")
        after["reply_markup"] = keyboard | ({"force_reply": True} if opened else {})


def _replace(call: Call, chat: Chat, stored: Stored, fields: tuple[str, ...], content: Json) -> Json:
    """Swaps `fields` for `content`; the keyboard is always replaced, by none if none is given."""
    markup = call.params.get("reply_markup")
    check_markup(markup)
    kept = {name: value for name, value in stored.body.items() if name not in {*fields, *MARKUP, "edit_date"}}
    before = {name: value for name, value in stored.body.items() if name != "edit_date"}
    after = {**kept, **content, **for_message(markup)}
    _keep_reply_field(before, after)
    if after == before:
        raise bad_request(NOT_MODIFIED)
    call.spend(chat)
    if any(before.get(name) != after.get(name) for name in (before.keys() | after.keys()) - set(MARKUP)):
        stored.extra["edited"] = True  # an app says so of other words or another picture, not of another keyboard
    stored.body = {**after, "edit_date": call.telegram.clock.unix()}
    chat.note("message", stored.body["message_id"])
    return stored.body

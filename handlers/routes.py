"""All of Telegram's in-edge on one page: an update becomes an event, the event goes to a journey."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from typing import Any

from telegram import ChatMember, Message, Update, User
from telegram.constants import ChatType
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)  # fmt: skip

from dialogues.commands import canonical
from dialogues.events import Amended, Commanded, Located, MediaKind, Pressed, Said, Showed, pressed
from dialogues.model import Language
from handlers import forwards, labels
from handlers.places import zone_of
from handlers.thanks import Thanks
from journeys import groups, join, listen
from journeys.ports import World

Context = ContextTypes.DEFAULT_TYPE
Route = Callable[[Update, Context], Coroutine[Any, Any, None]]
Routing = Application[Any, Any, Any, Any, Any, Any]
GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)
# The first that a message holds tells what it is: a moving picture holds a document too.
MEDIA: Mapping[str, MediaKind] = {
    "sticker": "sticker", "animation": "other_media", "photo": "photo", "live_photo": "photo", "voice": "voice",
    "audio": "voice", "video_note": "voice", "document": "document", "contact": "contact",
}  # fmt: skip


def register(application: Routing, world: World) -> Thanks:
    """Give PTB the handlers; the first that fits takes the update, and the last one takes whatever is left.

    What comes back must be closed before the application is shut down.
    """
    thanks = Thanks()
    private = filters.ChatType.PRIVATE
    edited = filters.UpdateType.EDITED_MESSAGE
    new = filters.UpdateType.MESSAGE
    table: list[BaseHandler[Update, Context, None]] = [
        MessageHandler(private & new & forwards.OF_OTHERS, _on(world, forwarded)),
        MessageHandler(private & new & filters.COMMAND, _on(world, command)),
        MessageHandler(private & edited & filters.TEXT, _on(world, amended)),
        MessageHandler(private & edited & filters.CAPTION, _on(world, captioned)),
        MessageHandler(private & new & filters.TEXT, _on(world, said)),
        MessageHandler(private & new & ~filters.StatusUpdate.ALL, _on(world, showed)),
        MessageHandler(filters.ChatType.GROUPS & new & filters.COMMAND, _on(world, in_group)),
        MessageHandler(filters.ChatType.GROUPS & new & filters.StatusUpdate.MIGRATE, _on(world, migrated)),
        CallbackQueryHandler(_on(world, partial(press, thanks))),
        ChatMemberHandler(_on(world, member), ChatMemberHandler.MY_CHAT_MEMBER),
        TypeHandler(Update, _on(world, other)),
    ]
    application.add_handlers(table)
    return thanks


def _on(world: World, handle: Callable[[World, Update], Awaitable[None]]) -> Route:
    async def route(update: Update, _: Context) -> None:
        await handle(world, update)

    return route


async def command(world: World, update: Update) -> None:
    """A command, in either language; /start may carry an invite."""
    message, chat = _message(update), _chat(update)
    word, _, argument = (message.text or "").partition(" ")
    name = canonical(word.partition("@")[0]) or "unknown"
    if name == "start":
        hint = (message.from_user and message.from_user.language_code) or ""
        await join.start(world, chat, argument.strip(), update.update_id, hint)
        return
    await listen.hear(world, chat, Commanded(name, argument), update.update_id, _replied(message))


async def said(world: World, update: Update) -> None:
    """Words; those on a button press it."""
    message, chat = _message(update), _chat(update)
    meant = await labels.press(world, chat, message.text or "", _replied(message))
    if meant is not None:
        await listen.hear(world, chat, meant, update.update_id)
    else:
        event = Said(message.text or "", message.message_id)
        await listen.hear(world, chat, event, update.update_id, _replied(message))


async def amended(world: World, update: Update) -> None:
    """An edited message."""
    message = _message(update)
    await listen.hear(world, _chat(update), Amended(message.text or "", message.message_id), update.update_id)


async def showed(world: World, update: Update) -> None:
    """Anything that is not text; nothing of it is kept. Of a place only its time zone comes in."""
    message = _message(update)
    event = Located(zone_of(message.location)) if message.location else Showed(shown(message), message.caption or "")
    await listen.hear(world, _chat(update), event, update.update_id)


async def forwarded(world: World, update: Update) -> None:
    """Words of somebody else, or what they are under: only looked at for safety, like any caption."""
    message = _message(update)
    event = Showed("forwarded", message.text or message.caption or "")
    await listen.hear(world, _chat(update), event, update.update_id)


async def captioned(world: World, update: Update) -> None:
    """Other words under something that was shown before: only looked at for safety."""
    message = _message(update)
    event = Showed(shown(message), message.caption or "", edited=True)
    await listen.hear(world, _chat(update), event, update.update_id)


def shown(message: Message) -> MediaKind:
    """What kind of thing a message holds; all of an album of pictures and films counts as pictures."""
    if message.media_group_id and message.video:
        return "photo"
    return next((kind for name, kind in MEDIA.items() if getattr(message, name)), "other_media")


async def press(thanks: Thanks, world: World, update: Update) -> None:
    """A button; Telegram's own progress mark is taken away meanwhile."""
    query = update.callback_query
    assert query is not None
    with thanks.give(query) as said:
        if query.message is None or query.message.chat.type != ChatType.PRIVATE:
            await listen.ignore(world, update.update_id)
            return
        message = query.message.message_id
        event = pressed(query.data or "", message) or Pressed("unknown", 0, "unknown", message)
        said.words = await listen.hear(world, query.message.chat.id, event, update.update_id)


async def in_group(world: World, update: Update) -> None:
    """Somebody asks for the bot in a group, or brings it a link; whatever is meant for another bot is not ours."""
    message = _message(update)
    said, *payload = (message.text or "").split()
    word, _, name = said.partition("@")
    ours = name.casefold() in ("", message.get_bot().username.casefold())
    if ours and canonical(word) == "start" and len(payload) == 1 and message.from_user:
        await groups.start(world, _started(message, message.from_user), payload[0], update.update_id)
    elif ours and canonical(word) in ("start", "help"):
        await groups.point(world, message.chat.id, update.update_id, message.message_id)
    else:
        await listen.ignore(world, update.update_id)


def _started(message: Message, user: User) -> groups.Started:
    hint = user.language_code or ""
    language: Language = "en" if hint and not hint.startswith("nl") else "nl"
    return groups.Started(message.chat.id, message.chat.title or "", user.id, message.message_id, language)


async def migrated(world: World, update: Update) -> None:
    """A group goes on as a supergroup; Telegram says so in both."""
    message = _message(update)
    here, was, becomes = message.chat.id, message.migrate_from_chat_id, message.migrate_to_chat_id
    await groups.moved(world, was or here, becomes or here, update.update_id)


async def member(world: World, update: Update) -> None:
    """Blocked, or welcome again; in a group: invited in, or put out."""
    change = update.my_chat_member
    assert change is not None
    gone = change.new_chat_member.status in OUTSIDE
    if change.chat.type == ChatType.PRIVATE:
        await join.blocked(world, change.chat.id, update.update_id, gone=gone)
    elif change.chat.type in GROUPS and not gone and change.old_chat_member.status in OUTSIDE:
        await groups.point(world, change.chat.id, update.update_id)
    elif change.chat.type in GROUPS and gone:
        await groups.left(world, change.chat.id, update.update_id)
    else:
        await listen.ignore(world, update.update_id)


async def other(world: World, update: Update) -> None:
    """Groups, channels, service messages, updates of a kind that does not exist yet: not for us."""
    await listen.ignore(world, update.update_id)


def _message(update: Update) -> Message:
    message = update.effective_message
    assert message is not None
    return message


def _chat(update: Update) -> int:
    chat = update.effective_chat
    assert chat is not None
    return chat.id


def _replied(message: Message) -> int | None:
    return message.reply_to_message.message_id if message.reply_to_message else None

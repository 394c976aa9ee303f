"""Methods about the bot itself: who it is, its commands per scope and language, its texts and its menu button."""

import re
from collections.abc import Callable
from typing import Any

from sandbox.calls import Call
from sandbox.errors import bad_request, not_played
from sandbox.keyboards import check_web_app
from sandbox.state import Bot
from sandbox.texts import units

Json = dict[str, Any]

COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"([a-z]{2})?")
LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(call: Call) -> Json:
    """The bot's own User, with what only getMe tells."""
    abilities = ("can_join_groups", "can_connect_to_business", "has_main_web_app", "supports_inline_queries")
    return {**call.bot.card, **dict.fromkeys(abilities, False), "can_read_all_group_messages": False}


def _language(call: Call) -> str:
    language = call.params.get("language_code", "")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return str(language)


def _scope(call: Call) -> str:
    """A scope as a key: `default`, `all_private_chats` or `chat:<id>`; group scopes exist but show nowhere here."""
    scope = call.params.get("scope", {"type": "default"})
    if "user_id" in scope:
        raise not_played("command scopes of group members")
    if "chat_id" not in scope:
        return str(scope["type"])
    if scope["chat_id"] not in call.bot.chats:
        raise bad_request("chat not found")
    return f"{scope['type']}:{scope['chat_id']}"


def set_my_commands(call: Call) -> bool:
    """Sets the command menu of one scope and language; at most 100 commands."""
    commands = call.params["commands"]
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= units(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    bare = [{**command, "command": command["command"].lstrip("/")} for command in commands]
    call.bot.commands[_scope(call), _language(call)] = bare
    return True


def get_my_commands(call: Call) -> list[Json]:
    """Exactly what was set for this scope and language."""
    return call.bot.commands.get((_scope(call), _language(call)), [])


def delete_my_commands(call: Call) -> bool:
    """Forgets the menu of one scope and language."""
    call.bot.commands.pop((_scope(call), _language(call)), None)
    return True


def commands_seen_by(bot: Bot, user_id: int, language: str) -> list[Json]:
    """The menu a person sees: own chat first, then private chats, then all; each in their language, then without."""
    for scope in (f"chat:{user_id}", "all_private_chats", "default"):
        for code in (language[:2], ""):
            if bot.commands.get((scope, code)):
                return bot.commands[scope, code]
    return []


def _setter(field: str) -> Callable[[Call], bool]:
    def set_text(call: Call) -> bool:
        value = call.params.get(field, "")
        if units(value) > LIMITS[field]:
            raise bad_request(f"{field} is too long: at most {LIMITS[field]} characters")
        call.bot.profile[field, _language(call)] = value
        if field == "name" and value and not call.params.get("language_code"):
            call.bot.card = {**call.bot.card, "first_name": value}
        return True

    return set_text


def _getter(field: str) -> Callable[[Call], Json]:
    def get_text(call: Call) -> Json:
        profile, language = call.bot.profile, _language(call)
        default = call.bot.card["first_name"] if field == "name" else ""
        return {field: profile.get((field, language)) or profile.get((field, "")) or default}

    return get_text


set_my_name, get_my_name = _setter("name"), _getter("name")
set_my_description, get_my_description = _setter("description"), _getter("description")
set_my_short_description, get_my_short_description = _setter("short_description"), _getter("short_description")


def set_chat_menu_button(call: Call) -> bool:
    """Sets the button beside the text field, for one chat or for all."""
    chat_id, button = call.params.get("chat_id"), call.params.get("menu_button", {"type": "default"})
    if chat_id is not None and chat_id not in call.bot.chats:
        raise bad_request("chat not found")
    if "web_app" in button:
        check_web_app(button["web_app"])
    call.bot.menu_buttons[chat_id] = button
    return True


def get_chat_menu_button(call: Call) -> Json:
    """The button of one chat, else that for all, else the default."""
    buttons: dict[int | None, Json] = call.bot.menu_buttons
    own = buttons.get(call.params.get("chat_id"))
    return own or buttons.get(None) or {"type": "default"}


def get_chat(call: Call) -> Json:
    """The private chat with one person."""
    chat = call.chat()
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    fixed = {"accent_color_id": chat.user.id % 7, "max_reaction_count": 11}
    return {**chat.card, **fixed, "accepted_gift_types": dict.fromkeys(gifts, True)}

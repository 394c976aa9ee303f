"""From a method's name and raw parameters to a result: tables, what is played here, faults aside."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from sandbox import editing, profile, receiving, sending
from sandbox.bodies import Asked
from sandbox.calls import Call
from sandbox.errors import no_such_method, not_played
from sandbox.schema import METHODS, check_call
from sandbox.state import Bot, Telegram

Handler = Callable[[Call], Any]

PLAYED: Mapping[str, Handler] = {
    "getMe": profile.get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "answerCallbackQuery": receiving.answer_callback_query,
    "getFile": receiving.get_file,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "setMessageReaction": sending.set_message_reaction,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "getChat": profile.get_chat,
}
UNPLAYED = frozenset(  # parameters whose silent success would be a lie
    {
        *("business_connection_id", "message_thread_id", "direct_messages_topic_id", "receiver_user_id"),
        *("ephemeral_message_parameters", "suggested_post_parameters", "allow_paid_broadcast", "rich_message"),
        *("inline_message_id", "thumbnail"),
    }
)


def proper_name(method: str) -> str:
    """The method's name as the tables write it; raises BotError 404."""
    name = METHODS.get(method.lower())
    if name is None:
        raise no_such_method()
    return name


async def perform(telegram: Telegram, bot: Bot, asked: Asked) -> Any:
    """Checks and carries out one call; raises BotError."""
    handler = PLAYED.get(asked.method)
    if handler is None:
        raise not_played(asked.method)
    params = check_call(asked.method, asked.raw)
    if not UNPLAYED.isdisjoint(params):
        raise not_played(f"the parameter {min(UNPLAYED & params.keys())} of {asked.method}")
    result = handler(Call(telegram, bot, params, asked.files))
    return await result if inspect.iscoroutine(result) else result

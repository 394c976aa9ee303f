"""What became of a message, judged from Telegram's answer: sent, later, gone, refused or unknown."""

from typing import Any

from bot.api import Answer, Done, Failed, Strange
from bot.wire import NotSent, Unsure
from journeys.ports import Gone, Later, Moved, Outcome, Refused, Sent, Unknown

# Telegram's words may quote our text, so only these known beginnings are kept as a reason.
REASONS = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message to be replied not found",
    "message text is empty",
    "message is too long",
    "message caption is too long",
    "can't parse entities",
    "can't parse reply keyboard markup",
    "button_data_invalid",
    "button_url_invalid",
    "reply markup is too long",
    "photo_invalid_dimensions",
    "wrong file identifier",
    "file is too big",
    "group chat was upgraded to a supergroup chat",
    "not enough rights",
    "method not found",
)
GONE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "bot was blocked by the user",
    "bot was kicked",
    "bot can't initiate conversation",
    "peer_id_invalid",
    "user_is_blocked",
    "input_user_deactivated",
)
TOKEN_WAIT = 60.0  # seconds between tries while the token is not accepted
BUSY_WAIT = 5.0  # seconds after a 429 that does not say how long


def verdict(answer: Answer, wait: float, *, everyone: bool) -> Outcome:
    """Judge one send or edit.

    `wait` is the backoff in seconds for what surely did not arrive; `everyone`: failures of Telegram itself have come
    more than once in a row, so all chats wait.
    """
    match answer:
        case Done(result):
            return Sent(_message_id(result))
        case Failed():
            return _failed(answer, wait, everyone=everyone)
        case Strange():
            return _strange(answer, wait)
        case NotSent():
            return Later(wait, everyone=True)
        case Unsure():
            return Unknown()


def _failed(answer: Failed, wait: float, *, everyone: bool) -> Outcome:
    words = answer.words.lower()
    match answer.code:
        case 429:
            # Telegram does not say whether one chat or the whole bot is meant. Our own budget keeps a single chat
            # below its limit, so it is most likely the bot; waiting is right in both cases.
            return Later(max(answer.after, 1.0) if answer.after else BUSY_WAIT, everyone=True)
        case 401 | 404:  # the token, not the message: nothing is thrown away while the operator mends it
            return Later(TOKEN_WAIT, everyone=True)
        case code if code >= 500:
            return Later(wait, everyone=everyone)
        case 400 if "message is not modified" in words:
            return Sent(None)
        case 400 if answer.moved:
            return Moved(answer.moved)
        case 400 | 403 if any(sign in words for sign in GONE):
            return Gone()
        case code:
            return Refused(next((f"{code} {reason}" for reason in REASONS if reason in words), str(code)))


def _strange(answer: Strange, wait: float) -> Outcome:
    if answer.status == 413:  # a front door that finds the upload too large; it always will
        return Refused("413")
    if 300 <= answer.status < 500:  # turned away before the Bot API saw it
        return Later(max(wait, answer.after), everyone=True)
    return Unknown()


def _message_id(result: Any) -> int | None:
    match result:
        case {"message_id": int(number)}:
            return number
        case _:
            return None

"""What a Bot API method answers when it refuses: one exception, and a constructor for each kind of refusal."""

from collections.abc import Mapping


class BotError(Exception):
    """A refusal as Telegram words it; becomes `{"ok": false, "error_code", "description", "parameters"?}`."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


def bad_request(why: str) -> BotError:
    """The request is wrong and will stay wrong."""
    return BotError(400, f"Bad Request: {why}")


def forbidden(why: str) -> BotError:
    """The person does not want, or cannot get, this message."""
    return BotError(403, f"Forbidden: {why}")


def upgraded(chat: int) -> BotError:
    """The group goes on as a supergroup, under this number."""
    return BotError(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat})


def conflict(why: str) -> BotError:
    """Two ways of fetching updates exclude each other."""
    return BotError(409, f"Conflict: {why}")


def too_many(seconds: int) -> BotError:
    """The caller must wait this many seconds."""
    return BotError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def not_played(what: str) -> BotError:
    """Telegram knows this, the local Telegram does not: said aloud rather than faked."""
    return BotError(501, f"Not Implemented: the local Telegram does not play {what}")


def unauthorised() -> BotError:
    """No bot has this token."""
    return BotError(401, "Unauthorized")


def no_such_method() -> BotError:
    """The Bot API has no method of that name."""
    return BotError(404, "Not Found: method not found")

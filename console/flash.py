"""What was just done, told once on the page that comes after it: a signed cookie of this site that holds no secret."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

from console.words import Words, spoken

NAME = "__Host-done"


@dataclass(frozen=True, slots=True)
class Done:
    """The key of a sentence, with what is filled in."""

    key: str
    values: Mapping[str, str]

    def told(self, words: Words) -> str:
        """As people read it."""
        return words(self.key, **self.values)


def packed(session: str, done: Done) -> str:
    """For a cookie of this session."""
    body = base64.urlsafe_b64encode(json.dumps([done.key, dict(done.values)]).encode()).decode()
    return f"{body}.{_sign(session, body)}"


def opened(session: str, given: str) -> Done | None:
    """What a cookie says; None for what this session did not pack, and for a sentence that is not there any more."""
    body, _, signed = given.partition(".")
    if not session or not hmac.compare_digest(_sign(session, body).encode(), signed.encode("utf-8", "replace")):
        return None
    key, values = json.loads(base64.urlsafe_b64decode(body))
    return Done(key, values) if key in spoken() else None


def _sign(session: str, body: str) -> str:
    return hmac.digest(session.encode(), f"done:{body}".encode(), hashlib.sha256).hex()

"""What was just done, told once on the page to which it leads: a signed cookie of this site that holds no secret."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

from console.words import Words, spoken

NAME = "__Host-done"
LASTS = 60  # seconds in which that page must come


@dataclass(frozen=True, slots=True)
class Done:
    """The page on which it is told, by its path, and the key of a sentence with what is filled in."""

    at: str
    key: str
    values: Mapping[str, str]

    def told(self, words: Words) -> str:
        """As people read it."""
        return words(self.key, **self.values)


def packed(session: str, done: Done) -> str:
    """For a cookie of this session."""
    body = base64.urlsafe_b64encode(json.dumps([done.at, done.key, dict(done.values)]).encode()).decode()
    return f"{body}.{_sign(session, body)}"


def opened(session: str, given: str, at: str) -> Done | None:
    """What a cookie says on this page.

    None for another page, for what this session did not pack, and for a sentence that is not there any more.
    """
    body, _, signed = given.partition(".")
    if not session or not hmac.compare_digest(_sign(session, body).encode(), signed.encode("utf-8", "replace")):
        return None
    done = Done(*json.loads(base64.urlsafe_b64decode(body)))
    return done if done.at == at and done.key in spoken() else None


def _sign(session: str, body: str) -> str:
    return hmac.digest(session.encode(), f"done at:{body}".encode(), hashlib.sha256).hex()

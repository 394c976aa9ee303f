"""A form that makes something makes it once: pressed twice, or its page loaded anew, it finds what it made before."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from console.numbers import number as read
from dialogues.people import Id
from storage.ids import new_id

LETTERS = 24  # of six bits each: 144 bits, which a deep link takes


@dataclass(frozen=True, slots=True)
class Once:
    """What one form makes: the id of a thing, and as many tokens as it hands out links."""

    number: Id
    secret: bytes = field(repr=False)

    def token(self, place: int = 0) -> str:
        """The token of the link at this place, which nobody without the session can tell."""
        made = hmac.digest(self.secret, f"{self.number}:{place}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(made)[:LETTERS].decode()


def mark(session: str) -> str:
    """What a fresh form of this session carries: the id of what it will make, signed."""
    number = new_id()
    return f"{number}.{_sign(session, f'once:{number}').hex()}"


def made_by(session: str, given: str, path: str) -> Once:
    """What a form that carries this mark makes at this path; something new without a mark of this session."""
    told, _, signed = given.partition(".")
    number = read(told)
    if number is None or not hmac.compare_digest(_sign(session, f"once:{told}").hex().encode(), signed.encode()):
        return Once(new_id(), secrets.token_bytes())
    return Once(number, _sign(session, f"tokens:{path}"))


def _sign(session: str, told: str) -> bytes:
    return hmac.digest(session.encode(), told.encode(), hashlib.sha256)

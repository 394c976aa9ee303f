"""Cookies that only this site reads and that no script, other host or plain http gets: `__Host-`, HttpOnly, Lax."""

import hashlib
import hmac
import secrets

from starlette.requests import Request
from starlette.responses import Response

SESSION = "__Host-session"
BROWSER = "__Host-browser"  # knows a browser again between opening a link and entering by it
BYTES = 32  # 256 random bits


def fresh() -> str:
    """A new secret for a cookie."""
    return secrets.token_urlsafe(BYTES)


def read(request: Request, name: str) -> str:
    """What the browser brought along, or ""."""
    return request.cookies.get(name, "")


def give(response: Response, name: str, value: str, *, framed: bool = False, lasts: int = 0) -> None:
    """Let the browser keep it until it is closed, or for so many seconds; the server knows when a session is over.

    `framed`: also inside Telegram's own page, and then for that place alone (a partitioned cookie, CHIPS).
    """
    where = "SameSite=None; Partitioned" if framed else "SameSite=Lax"
    until = f"Max-Age={lasts}; " if lasts else ""
    response.headers.append("Set-Cookie", f"{name}={value}; {until}Path=/; Secure; HttpOnly; {where}")


def take_back(response: Response, name: str) -> None:
    """Let the browser forget it."""
    response.delete_cookie(name, secure=True, httponly=True, samesite="lax", path="/")


def form_token(cookie: str) -> str:
    """What a form of this browser carries, so that one of another site is known: bound to its cookie, kept nowhere."""
    return hmac.digest(cookie.encode(), b"form", hashlib.sha256).hex()


def is_own(cookie: str, given: str) -> bool:
    """Was this form made for this browser?"""
    return bool(cookie) and hmac.compare_digest(form_token(cookie).encode(), given.encode("utf-8", "replace"))

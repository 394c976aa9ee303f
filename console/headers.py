"""What every response of a web app carries: nothing is stored, framed, sniffed, told to other sites or run inline."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
STATIC = "/static/"  # nothing of anybody: style sheets, fonts, scripts


def policy(**changes: str) -> str:
    """A content security policy; names with `_` for `-` change a directive."""
    told = {**POLICY, **{name.replace("_", "-"): value for name, value in changes.items()}}
    return "; ".join(f"{name} {value}" for name, value in told.items())


def guarded(csp: str, *, secure: bool) -> Mapping[str, str]:
    """The headers for a page; `secure`: it is served over https, so browsers may insist on that."""
    headers = {
        "Content-Security-Policy": csp,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",  # "no-referrer" would make browsers hide where our own forms come from
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "X-Robots-Tag": "noindex, nofollow",
        "Cache-Control": "no-store",
    }
    return {**headers, "Strict-Transport-Security": "max-age=63072000"} if secure else headers


class Headers:
    """ASGI middleware that puts them on every response; errors and refusals too."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app, self._headers = app, headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and add the headers to what is said."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                told.update(dict(self._headers))
                if scope["path"].startswith(STATIC) and message["status"] == 200:
                    told["Cache-Control"] = "public, max-age=86400"
            await send(message)

        await self._app(scope, receive, sending)

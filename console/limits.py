"""How much may be sent to us: it is counted as it comes in, and what is too much is refused before it is read whole."""

from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartParser
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from console import guard
from console.uploads import PACKED

FILE = PACKED + 2**20  # bytes of a body with a file, which has fields beside it
FORM = 2 * 2**20  # bytes of any other; the links of five hundred people are less
TOO_LARGE = HTTPException(413)

MultiPartParser.spool_max_size = FILE  # a list of people stays in memory and never touches a disk


class Limited:
    """ASGI middleware that stops listening at the limit, whatever the headers say of the length."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes in, up to the limit."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, taken = Request(scope), 0
        most = FILE if request.headers.get("content-type", "").startswith("multipart/form-data") else FORM
        told = request.headers.get("content-length", "")
        if told.isascii() and told.isdigit() and (len(told) > len(str(most)) or int(told) > most):
            await (await guard.refused(request, TOO_LARGE))(scope, receive, send)
            return

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise TOO_LARGE
            return message

        await self._app(scope, counted, send)

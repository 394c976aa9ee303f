"""HTTP to Telegram on aiohttp: every call ends in a value that says whether the request can have arrived."""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from yarl import URL

NEVER_SENT = (
    aiohttp.ClientConnectorError,  # refused, DNS, proxy
    aiohttp.ClientConnectorCertificateError,
    aiohttp.ClientConnectorSSLError,
    aiohttp.ConnectionTimeoutError,  # connecting, or waiting for a free connection
    aiohttp.InvalidURL,
)
JSON = {"Content-Type": "application/json"}
_UNNAMEABLE = re.compile(r"[\x00-\x1f\x7f]")  # a line break in a file name would begin a header of its own
MAYBE_SENT = (aiohttp.ClientError, TimeoutError, OSError)


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer of any status; `after` is its Retry-After header in seconds (0: none), `date` its Date header."""

    status: int
    body: bytes = field(repr=False)
    after: float = 0.0
    date: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class NotSent:
    """No connection was made, so the request surely did not arrive; `kind` is the error's class name."""

    kind: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """The request was written, the answer never came: it may have arrived."""

    kind: str


Fate = Reply | NotSent | Unsure


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that travels with a request."""

    name: str
    content: bytes = field(repr=False)
    kind: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for a free connection and the handshake together, for the answer to begin or go on, and for it all."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0

    def timeout(self) -> aiohttp.ClientTimeout:
        """Say the same in aiohttp's words."""
        return aiohttp.ClientTimeout(total=self.total, connect=self.connect, sock_connect=5.0, sock_read=self.read)


class Wire:
    """A pool of kept-alive connections; open it inside a running event loop, close it at the end."""

    def __init__(self, connections: int = 64, *, trust_env: bool = True) -> None:
        self.connections = connections
        self.trust_env = trust_env
        self._session: aiohttp.ClientSession | None = None

    def open(self) -> aiohttp.ClientSession:
        """Give the session, made at first use; cookies and redirects are not part of the Bot API."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self.connections, keepalive_timeout=15)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=self.trust_env
            )
        return self._session

    async def close(self) -> None:
        """Give the connections back; the wire may be opened again."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def send(
        self, method: str, url: str, body: Mapping[str, Any] | aiohttp.FormData | None, patience: Patience
    ) -> Fate:
        """Send JSON (a mapping), multipart (form data) or nothing; never raises for what the network does."""
        try:
            async with self.open().request(
                method,
                URL(url, encoded=True),
                data=_payload(body),
                headers=None if body is None or isinstance(body, aiohttp.FormData) else JSON,
                timeout=patience.timeout(),
                allow_redirects=False,
            ) as response:
                seen = response.headers
                after = _seconds(seen.get("Retry-After"))
                return Reply(response.status, await response.read(), after, seen.get("Date", ""))
        except NEVER_SENT as error:
            return NotSent(type(error).__name__)
        except MAYBE_SENT as error:
            return Unsure(type(error).__name__)


def multipart(fields: Mapping[str, str], files: Mapping[str, Upload]) -> aiohttp.FormData:
    """Put fields and files in one form; a field that is no text must be JSON already."""
    form = aiohttp.FormData(quote_fields=False)  # else blanks in a file name arrive as %20
    for name, value in fields.items():
        form.add_field(name, value)
    for name, file in files.items():
        form.add_field(name, io.BytesIO(file.content), filename=_UNNAMEABLE.sub("_", file.name), content_type=file.kind)
    return form


def _payload(body: Mapping[str, Any] | aiohttp.FormData | None) -> aiohttp.FormData | bytes | None:
    return body if body is None or isinstance(body, aiohttp.FormData) else json.dumps(body).encode()


def _seconds(header: str | None) -> float:
    return float(header) if header and header.isdigit() else 0.0

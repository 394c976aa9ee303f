"""python-telegram-bot's requests carried by our wire: a fraction of the CPU, and no token in any error."""

from typing import Any

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.wire import NotSent, Patience, Reply, Unsure, Upload, Wire, multipart

Seconds = Any  # a number, None, or the library's own mark for "not given"


class WireRequest(BaseRequest):
    """A `BaseRequest` on a shared `Wire`; the wire's owner closes it."""

    __slots__ = ("_patience", "_wire")

    def __init__(self, wire: Wire, patience: Patience | None = None) -> None:
        self._wire = wire
        self._patience = patience or Patience()

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may stay away."""
        return self._patience.read

    async def initialize(self) -> None:
        """Open the wire."""
        self._wire.open()

    async def shutdown(self) -> None:
        """Leave the wire to its owner."""

    async def do_request(  # noqa: PLR0913 -- the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- a total covers writing
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- counted with connecting
    ) -> tuple[int, bytes]:
        """Send one request; raises `TimedOut` or `NetworkError` naming the kind of failure only."""
        patience = self._patient(read_timeout, connect_timeout)
        fate = await self._wire.send(method, url, _body(request_data), patience)
        match fate:
            case Reply(status, content):
                return status, content
            case NotSent(kind):
                raise NetworkError(f"not sent: {kind}")
            case Unsure(kind) if "Timeout" in kind:
                raise TimedOut(f"no answer: {kind}")
            case Unsure(kind):
                raise NetworkError(f"no answer: {kind}")

    def _patient(self, read: Seconds, connect: Seconds) -> Patience:
        chosen = [
            value if isinstance(value, int | float) else default
            for value, default in ((read, self._patience.read), (connect, self._patience.connect))
        ]
        return Patience(read=chosen[0], connect=chosen[1], total=chosen[0] + chosen[1] + 30)


def _body(data: RequestData | None) -> Any:
    if data is None:
        return None
    if not data.contains_files:
        return data.parameters
    files = {
        part: Upload(name, content if isinstance(content, bytes) else content.read(), kind)
        for part, (name, content, kind) in data.multipart_data.items()
    }
    return multipart(data.json_parameters, files)

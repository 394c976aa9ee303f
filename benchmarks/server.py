"""A Bot API that costs next to nothing, in a process of its own: it says yes, and hands out prepared updates."""

import asyncio
import json
import multiprocessing
import re
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

TOKEN = "123456:benchmark"
ME = {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
SENT = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}
HOLD = 0.5  # seconds that an empty getUpdates is held
FIRST_CHAT = 1000
_offset = re.compile(rb"offset\"?[=:] ?(\d+)")
_length = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


class State:
    """What was prepared and what was counted."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.confirmed = 0
        self.sent = 0


class Connected(asyncio.Protocol):
    """One kept-alive connection: a request at a time, as HTTP/1.1 clients do."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._bytes = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to answer."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer once a request is whole."""
        self._bytes += data
        head, separator, body = self._bytes.partition(b"\r\n\r\n")
        if not separator:
            return
        found = _length.search(head)
        if len(body) < (int(found[1]) if found else 0):
            return
        self._bytes = b""
        self._answer(head.split(b" ", 2)[1].rpartition(b"/")[2].decode(), body)

    def _answer(self, method: str, body: bytes) -> None:
        match method:
            case "sendMessage":
                self._state.sent += 1
                self._write(SENT)
            case "getMe":
                self._write(ME)
            case "getUpdates":
                self._updates(body)
            case "counts":
                self._write({"sent": self._state.sent, "confirmed": self._state.confirmed})
            case "load":
                self._load(json.loads(body))
            case _:
                self._write(result=True)

    def _updates(self, body: bytes) -> None:
        found = _offset.search(body)
        if found:
            self._state.confirmed = max(self._state.confirmed, int(found[1]) - 1)
        waiting = self._state.updates[self._state.confirmed : self._state.confirmed + 100]
        if waiting:
            self._write(waiting)
        else:
            asyncio.get_running_loop().call_later(HOLD, self._write, [])

    def _load(self, wish: dict[str, int]) -> None:
        count, chats = wish["updates"], wish["chats"]
        self._state.updates = [_update(number, FIRST_CHAT + number % chats) for number in range(1, count + 1)]
        self._state.confirmed = self._state.sent = 0
        self._write(result=True)

    def _write(self, result: Any) -> None:
        body = json.dumps({"ok": True, "result": result}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self._transport.write(head.encode() + body)


def _update(number: int, chat: int) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "Sam"}
    message = {
        "message_id": number,
        "date": 1_770_000_000,
        "chat": {"id": chat, "type": "private", "first_name": "Sam"},
        "from": person,
        "text": f"Gisteren merkte ik in het overleg dat ik te snel invulde wat de ander bedoelde ({number}).",
    }
    return {"update_id": number, "message": message}


def _serve(ready: Connection) -> None:
    async def forever() -> None:
        state = State()
        server = await asyncio.get_running_loop().create_server(lambda: Connected(state), "127.0.0.1", 0)
        ready.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(forever())


@contextmanager
def local_telegram() -> Iterator[str]:
    """Give the address of a server that runs until the end."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join()


def ask(address: str, what: str, body: dict[str, int] | None = None) -> Any:
    """Ask the server for its counts, or load it."""
    request = urllib.request.Request(f"{address}/{what}", json.dumps(body or {}).encode(), method="POST")
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)["result"]

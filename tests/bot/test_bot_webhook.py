import asyncio
import io
import json
import random
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.api import Done
from bot.backoff import Backoff
from bot.bell import Stop
from bot.webhook import HEADER, LARGEST, Registrar, listen, make_app, serve
from bot.wire import NotSent
from storage.faults import StorageUnavailable

SECRET = "s3cret_-"
HEADERS = {HEADER: SECRET, "Content-Type": "application/json"}


class Inbox:
    def __init__(self, fault=None):
        self.kept = []
        self.fault = fault

    async def take(self, updates):
        if self.fault:
            raise self.fault
        self.kept += updates


@asynccontextmanager
async def served(inbox, public_url="https://example.org/deep"):
    stop = Stop()
    opened = listen("127.0.0.1:0")
    port = opened.getsockname()[1]
    task = asyncio.create_task(serve(make_app(inbox.take, SECRET, public_url), opened, stop))
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield session
    stop.ask()
    await task


async def post(inbox, body, headers=HEADERS, path="/telegram"):
    async with served(inbox) as session, session.post(path, data=body, headers=headers) as response:
        return response


UPDATE = json.dumps({"update_id": 7, "message": {}}).encode()


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/telegram", "/deep/telegram"])
async def test_an_update_gets_its_200_once_it_is_kept(path):
    inbox = Inbox()
    assert (await post(inbox, UPDATE, path=path)).status == 200
    assert inbox.kept == [{"update_id": 7, "message": {}}]


@pytest.mark.asyncio
@pytest.mark.parametrize("fault", [StorageUnavailable("locked"), RuntimeError("anything")])
async def test_what_could_not_be_kept_is_asked_for_again(fault):
    response = await post(Inbox(fault), UPDATE)
    assert response.status == 503
    assert response.headers["Retry-After"] == "5"


@pytest.mark.asyncio
@pytest.mark.parametrize("given", [None, "", "wrong", SECRET + "x", SECRET[:-1], "é"])
async def test_without_the_secret_nothing_is_read(given):
    inbox = Inbox()
    headers = {} if given is None else {HEADER: given}
    assert (await post(inbox, UPDATE, headers)).status == 403
    assert inbox.kept == []


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "body", [b"", b"nonsense", b"[]", b"{}", b'{"update_id": "7"}', b'{"update_id": true}', b"\xff", b"[" * 100_000]
)
async def test_a_body_that_is_no_update_is_refused(body):
    inbox = Inbox()
    assert (await post(inbox, body)).status == 400
    assert inbox.kept == []


@pytest.mark.asyncio
async def test_a_body_of_more_than_a_megabyte_is_refused_by_its_length():
    inbox = Inbox()
    assert (await post(inbox, io.BytesIO(b" " * (LARGEST + 1)))).status == 413
    assert inbox.kept == []


@pytest.mark.asyncio
async def test_a_stream_without_end_is_refused_while_it_streams():
    sent = 0

    async def endless():
        nonlocal sent
        while sent < 64 * LARGEST:
            sent += 65_536
            yield b" " * 65_536

    inbox = Inbox()
    async with served(inbox) as session:
        try:
            async with session.post("/telegram", data=endless(), headers=HEADERS) as response:
                assert response.status == 413
        except aiohttp.ClientConnectionError:
            pass  # the server hung up on us, which is as good
    assert sent < 64 * LARGEST
    assert inbox.kept == []


@pytest.mark.asyncio
async def test_a_length_that_is_no_number_is_a_bad_request():
    inbox = Inbox()
    async with served(inbox) as session:
        base = session._base_url
        reader, writer = await asyncio.open_connection(base.host, base.port)
        head = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: 1e3\r\n\r\n"
        writer.write(head.encode())
        line = await reader.readline()
        writer.close()
    assert b" 400 " in line
    assert inbox.kept == []


@pytest.mark.asyncio
async def test_only_post_is_received_and_health_is_told():
    async with served(Inbox()) as session:
        async with session.get("/telegram") as response:
            assert response.status == 405
        async with session.get("/healthz") as response:
            assert await response.text() == "ok"


def test_a_taken_port_is_told_at_once():
    opened = listen("127.0.0.1:0")
    with pytest.raises(OSError, match="in use"):
        listen(f"127.0.0.1:{opened.getsockname()[1]}")
    opened.close()


class Script:
    def __init__(self, *answers):
        self.answers = list(answers)
        self.calls = []

    async def call(self, method, params):
        self.calls.append((method, params))
        return self.answers.pop(0)


@pytest.mark.asyncio
async def test_the_webhook_is_registered_until_it_works():
    stop = Stop()

    async def no_wait(seconds=None):
        pass

    stop.wait = no_wait
    script = Script(NotSent("x"), Done(True))
    await Registrar(script, "https://example.org", SECRET, stop).run(Backoff(chance=random.Random(1)))
    (_, params), again = script.calls
    assert again[0] == "setWebhook"
    assert params["url"] == "https://example.org/telegram"
    assert params["secret_token"] == SECRET
    assert params["drop_pending_updates"] is False
    assert set(params["allowed_updates"]) == {"message", "edited_message", "callback_query", "my_chat_member"}

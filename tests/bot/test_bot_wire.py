import asyncio
import socket
from contextlib import asynccontextmanager

import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest, NetworkError, TimedOut

from bot.api import Api, Done, Failed, Strange, plain, read
from bot.transport import WireRequest
from bot.wire import NotSent, Patience, Reply, Unsure, Upload, Wire

SHORT = Patience(connect=0.2, read=0.2, total=2)
TOKEN = "12345:canary-token"
OK = b'{"ok":true,"result":{"message_id":5}}'


def answer(body, status="200 OK", headers=""):
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode() + body


async def request_of(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
    return head, await reader.readexactly(length)


@asynccontextmanager
async def server(behave):
    async def serve(reader, writer):
        try:
            await behave(reader, writer)
        finally:
            writer.close()

    running = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{running.sockets[0].getsockname()[1]}"
    finally:
        running.close()


@asynccontextmanager
async def wire(**options):
    opened = Wire(**options)
    try:
        yield opened
    finally:
        await opened.close()


def replying(raw, seen=None):
    async def behave(reader, writer):
        while True:
            try:
                got = await request_of(reader)
            except asyncio.IncompleteReadError:
                return
            if seen is not None:
                seen.append(got)
            writer.write(raw)
            await writer.drain()

    return behave


async def fate(behave, patience=SHORT):
    async with server(behave) as address, wire() as line:
        return await line.send("POST", address + "/x", {"a": 1}, patience)


@pytest.mark.asyncio
async def test_an_answer_comes_back_whole():
    result = await fate(replying(answer(OK, headers="Retry-After: 7\r\n")))
    assert result == Reply(200, OK, 7.0)


@pytest.mark.asyncio
async def test_a_refused_connection_was_never_sent():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
        async with wire() as line:
            assert isinstance(await line.send("POST", address, {}, SHORT), NotSent)


@pytest.mark.asyncio
async def test_a_name_that_does_not_exist_was_never_sent():
    async with wire() as line:
        assert isinstance(await line.send("POST", "http://nowhere.invalid/x", {}, Patience()), NotSent)


@pytest.mark.asyncio
async def test_a_handshake_that_never_ends_was_never_sent():
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        address = full.getsockname()
        crowd = [socket.socket() for _ in range(4)]
        for one in crowd:  # the queue is full, so the next handshake waits
            one.setblocking(False)
            one.connect_ex(address)
        async with wire() as line:
            result = await line.send("POST", f"http://127.0.0.1:{address[1]}", {}, SHORT)
        for one in crowd:
            one.close()
    assert isinstance(result, NotSent)


@pytest.mark.asyncio
async def test_no_free_connection_was_never_sent():
    arrived, held = asyncio.Event(), asyncio.Event()

    async def slow(reader, writer):
        await request_of(reader)
        arrived.set()
        await held.wait()
        writer.write(answer(OK))
        await writer.drain()

    async with server(slow) as address, wire(connections=1) as line:
        first = asyncio.create_task(line.send("POST", address, {"a": 1}, Patience(read=5)))
        await arrived.wait()
        second = await line.send("POST", address, {"a": 2}, SHORT)
        held.set()
        assert isinstance(second, NotSent)
        assert isinstance(await first, Reply)


async def _hang_up(reader, writer):
    await request_of(reader)


async def _reset(reader, writer):
    await request_of(reader)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


async def _stay_silent(reader, writer):
    await request_of(reader)
    await reader.read()


async def _stop_half_way(reader, writer):
    await request_of(reader)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
    await writer.drain()


@pytest.mark.asyncio
@pytest.mark.parametrize("behave", [_hang_up, _reset, _stay_silent, _stop_half_way])
async def test_once_the_request_is_written_nobody_knows(behave):
    assert isinstance(await fate(behave), Unsure)


@pytest.mark.asyncio
async def test_a_kept_connection_is_used_again():
    seen = []
    connections = []

    async def behave(reader, writer):
        connections.append(1)
        await replying(answer(OK), seen)(reader, writer)

    async with server(behave) as address, wire() as line:
        for _ in range(3):
            await line.send("POST", address, {"a": 1}, SHORT)
    assert (len(seen), len(connections)) == (3, 1)


@pytest.mark.parametrize(
    ("reply", "meaning"),
    [
        (Reply(200, OK), Done({"message_id": 5})),
        (Reply(400, b'{"ok":false,"error_code":400,"description":"no"}'), Failed(400, "no")),
        (Reply(429, b'{"ok":false,"error_code":429,"parameters":{"retry_after":3}}'), Failed(429, "", 3.0)),
        (Reply(429, b'{"ok":false,"error_code":429}', 4.0), Failed(429, "", 4.0)),
        (Reply(502, b"<html>"), Strange(502)),
        (Reply(200, b"[1]"), Strange(200)),
        (Reply(500, OK), Strange(500)),
        (Reply(200, b"[" * 100_000), Strange(200)),
    ],
)
def test_a_reply_is_read_as_the_bot_api_means_it(reply, meaning):
    assert read(reply) == meaning


@pytest.mark.parametrize(
    "given", [Done(1), Failed(401, "canary"), Failed(400, "canary"), Strange(502), NotSent("X"), Unsure("Y")]
)
def test_the_operator_gets_a_short_phrase(given):
    assert plain(given)
    assert "canary" not in plain(given) + repr(given)


@pytest.mark.asyncio
async def test_a_call_sends_json_and_with_a_file_a_form():
    seen = []
    async with server(replying(answer(OK), seen)) as address, wire() as line:
        api = Api(line, address, TOKEN)
        assert await api.call("sendMessage", {"chat_id": 1}) == Done({"message_id": 5})
        await api.call("sendPhoto", {"chat_id": 1, "reply_markup": {"a": []}}, {"photo": Upload("i.png", b"PNG")})
    (first, plain_body), (second, form) = seen
    assert first.startswith(b"POST /bot12345:canary-token/sendMessage ")
    assert plain_body == b'{"chat_id": 1}'
    assert b"multipart/form-data" in second
    assert b'{"a": []}' in form
    assert b"PNG" in form
    assert "canary" not in repr(api)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "travels"),
    [
        ("mijn antwoorden – één.html", b'filename="mijn antwoorden \xe2\x80\x93 \xc3\xa9\xc3\xa9n.html"'),
        ('a"b.txt', b'filename="a\\"b.txt"'),
        ("a\r\nX-Other: b.txt", b'filename="a__X-Other: b.txt"'),
    ],
)
async def test_a_file_keeps_its_name_and_a_name_stays_a_name(name, travels):
    seen = []
    async with server(replying(answer(OK), seen)) as address, wire() as line:
        await Api(line, address, TOKEN).call("sendDocument", {"chat_id": 1}, {"document": Upload(name, b"FILE")})
    ((_, form),) = seen
    assert travels in form


@pytest.mark.asyncio
async def test_the_librarys_own_methods_travel_over_the_wire():
    seen = []
    body = b'{"ok":true,"result":{"message_id":5,"date":1,"chat":{"id":1,"type":"private"}}}'
    async with server(replying(answer(body), seen)) as address, wire() as line:
        bot = Bot(TOKEN, base_url=address + "/bot", request=WireRequest(line))
        assert (await bot.send_message(1, "hi")).message_id == 5
        await bot.send_document(1, InputFile(b"FILE", "f.txt"))
    assert b"FILE" in seen[1][1]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("behave", "error"),
    [
        (_stay_silent, TimedOut),
        (_hang_up, NetworkError),
        (replying(answer(b'{"ok":false,"error_code":400,"description":"x"}', "400 Bad Request")), BadRequest),
    ],
)
async def test_the_librarys_errors_do_not_hold_the_token(behave, error):
    async with server(behave) as address, wire() as line:
        bot = Bot(TOKEN, base_url=address + "/bot", request=WireRequest(line, SHORT))
        with pytest.raises(error) as caught:
            await bot.send_message(1, "hi")
    shown = repr(caught.value) + repr(caught.value.__cause__) + repr(caught.value.__context__)
    assert "canary" not in shown


@pytest.mark.asyncio
async def test_an_unreachable_telegram_is_a_network_error_to_the_library():
    async with wire() as line:
        bot = Bot(TOKEN, base_url="http://nowhere.invalid/bot", request=WireRequest(line))
        with pytest.raises(NetworkError, match="not sent"):
            await bot.send_message(1, "hi")

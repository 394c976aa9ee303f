import asyncio
import json

import pytest
import pytest_asyncio
from telegram import Update
from telegram.ext import Application, TypeHandler

from bot.bell import Stop
from bot.intake import Handler, Worker
from bot.transport import WireRequest
from bot.wire import Reply
from journeys.take import Attempt
from storage.faults import StorageUnavailable
from storage.inbox import Received

ME = {"id": 1, "is_bot": True, "first_name": "Weerklank", "username": "weerklank_bot"}


class StillWire:
    """Only knows who we are."""

    def open(self):
        pass

    async def send(self, method, url, body, patience):
        return Reply(200, json.dumps({"ok": True, "result": ME}).encode())


@pytest_asyncio.fixture
async def routing():
    request = WireRequest(StillWire())
    built = Application.builder().token("1:x").request(request).get_updates_request(request).updater(None).build()
    await built.initialize()
    yield built
    await built.shutdown()


def row(number, chat=7, attempts=1, payload=None):
    message = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "canary"}
    return Received(number, chat, payload or json.dumps({"update_id": number, "message": message}).encode(), attempts)


def handling(routing, callback):
    async def route(update, _context):
        await callback(update)

    routing.add_handler(TypeHandler(Update, route))
    rings = []
    return Handler(routing, lambda: rings.append(1)), rings


@pytest.mark.asyncio
async def test_a_handled_update_is_an_attempt_without_a_fault(routing):
    seen = []

    async def keep(update):
        seen.append(update.effective_message.text)

    handler, rings = handling(routing, keep)
    assert await handler(row(5)) == Attempt(5, 1)
    assert seen == ["canary"]
    assert rings == [1]


@pytest.mark.asyncio
@pytest.mark.parametrize("payload", [b"nonsense", b"5", b'{"update_id": 5, "message": {"message_id": 1}}'])
async def test_an_update_that_cannot_be_read_is_hopeless_and_not_quoted(routing, log_stream, payload):
    async def never(update):
        raise AssertionError

    handler, _ = handling(routing, never)
    attempt = await handler(row(5, payload=payload))
    assert attempt.hopeless
    assert attempt.why.isidentifier()


@pytest.mark.asyncio
async def test_a_handler_that_fails_is_named_by_its_class_only(routing, log_stream):
    async def fail(update):
        raise ValueError("canary")

    handler, _ = handling(routing, fail)
    assert await handler(row(5)) == Attempt(5, 1, "ValueError")
    assert "canary" not in log_stream.getvalue()
    assert "an update was not handled" in log_stream.getvalue()


@pytest.mark.asyncio
async def test_a_database_that_is_gone_is_no_fault_of_the_update(routing, log_stream):
    async def fail(update):
        raise StorageUnavailable("locked")

    handler, _ = handling(routing, fail)
    assert (await handler(row(5))).blameless


@pytest.mark.asyncio
async def test_even_an_application_that_is_not_ready_does_not_lose_the_attempt(log_stream):
    request = WireRequest(StillWire())
    built = Application.builder().token("1:x").request(request).get_updates_request(request).updater(None).build()
    handler, _ = handling(built, None)
    assert (await handler(row(5))).why == "RuntimeError"


class Inbox:
    """Hands out rows, at most one per chat, and remembers what it was told."""

    def __init__(self, *rows, faults=()):
        self.rows = list(rows)
        self.faults = list(faults)
        self.settled = []
        self.open = set()

    async def turn(self, done, hands):
        if self.faults:
            raise self.faults.pop(0)
        for attempt in done:
            self.settled.append(attempt.update_id)
            self.open -= {each for each in self.open if each[1] == attempt.update_id}
        found = []
        for each in self.rows[:]:
            if len(found) < hands.free and each.chat not in {chat for chat, _ in self.open}:
                self.open.add((each.chat, each.update_id))
                self.rows.remove(each)
                found.append(each)
        return found


async def drain(inbox, handle, hands=16):
    stop = Stop()
    expected = len(inbox.rows)

    async def counted(received):
        attempt = await handle(received)
        counted.done += 1
        if counted.done == expected:
            stop.ask()
        return attempt

    counted.done = 0
    await asyncio.wait_for(Worker(inbox.turn, counted, stop, hands=hands).run(), 5)


@pytest.mark.asyncio
async def test_every_chat_is_worked_in_order_with_no_more_hands_than_allowed():
    order, busy, most = [], 0, 0

    async def handle(received):
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await asyncio.sleep(0)
        order.append((received.chat, received.update_id))
        busy -= 1
        return Attempt(received.update_id, 1)

    inbox = Inbox(*[row(number, chat=number % 5) for number in range(40)])
    await drain(inbox, handle, hands=3)
    for chat in range(5):
        numbers = [number for owner, number in order if owner == chat]
        assert numbers == sorted(numbers)
        assert len(numbers) == 8
    assert most == 3
    assert sorted(inbox.settled) == list(range(40))


@pytest.mark.asyncio
async def test_a_database_that_is_gone_for_a_moment_loses_no_settlement(log_stream, monkeypatch):
    monkeypatch.setattr("bot.intake.SWEEP", 0.01)
    inbox = Inbox(row(1), row(2))
    first = True

    async def handle(received):
        nonlocal first
        if first:
            first = False
            inbox.faults = [StorageUnavailable("locked")]
        return Attempt(received.update_id, 1)

    await drain(inbox, handle)
    assert inbox.settled == [1, 2]
    assert "the inbox cannot be read" in log_stream.getvalue()


@pytest.mark.asyncio
async def test_what_is_in_hand_when_the_program_stops_is_finished_and_settled():
    stop, begun, go = Stop(), asyncio.Event(), asyncio.Event()
    inbox = Inbox(row(1))

    async def handle(received):
        begun.set()
        await go.wait()
        return Attempt(received.update_id, 1)

    worker = Worker(inbox.turn, handle, stop)
    task = asyncio.create_task(worker.run())
    await begun.wait()
    stop.ask()
    worker.bell.ring()
    go.set()
    await asyncio.wait_for(task, 5)
    assert inbox.settled == [1]

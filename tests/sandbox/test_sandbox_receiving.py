"""How a bot receives: long polls that wait, confirmation by offset, one poller, webhooks in order, presses that age."""

import asyncio
import json
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from sandbox.options import Options
from sandbox.people import Person
from sandbox.server import serve
from sandbox.updates import KEPT, Updates


def texts(updates):
    return [update["message"]["text"] for update in updates]


@asynccontextmanager
async def receiver(answer):
    """A webhook on loopback; `answer(update)` gives the status. Yields its address and the queue of what came."""
    came = asyncio.Queue()

    async def handler(request):
        update = await request.json()
        await came.put((update, request.headers))
        return answer(update)

    app = web.Application()
    app.router.add_post("/hook", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook", came
    await runner.cleanup()


async def next_text(came):
    update, _headers = await asyncio.wait_for(came.get(), 5)
    return update["message"]["text"]


@pytest.mark.asyncio
async def test_a_poll_waits_for_the_next_update(wire, noor):
    poll = asyncio.create_task(wire.result("getUpdates", timeout=30))
    await noor.says("Hallo")
    assert texts(await asyncio.wait_for(poll, 5)) == ["Hallo"]


@pytest.mark.asyncio
async def test_a_poll_comes_back_empty_after_its_timeout(wire, noor):
    loop = asyncio.get_running_loop()
    started = loop.time()
    assert await wire.result("getUpdates", timeout=1) == []
    assert loop.time() - started >= 1
    assert await wire.result("getUpdates") == []


@pytest.mark.asyncio
async def test_updates_come_again_until_confirmed_by_offset(wire, noor):
    for text in "abc":
        await noor.says(text)
    updates = await wire.result("getUpdates", limit=2)
    assert texts(updates) == ["a", "b"]
    assert texts(await wire.result("getUpdates")) == ["a", "b", "c"]
    assert texts(await wire.result("getUpdates", offset=updates[1]["update_id"])) == ["b", "c"]
    assert texts(await wire.result("getUpdates", offset=-1)) == ["c"]
    assert (await wire.result("getWebhookInfo"))["pending_update_count"] == 1


@pytest.mark.asyncio
async def test_the_newer_poller_ends_the_older_one(wire, noor):
    older = asyncio.create_task(wire.answer("getUpdates", timeout=30))
    await until(lambda: is_polled(wire))
    newer = asyncio.create_task(wire.answer("getUpdates", timeout=30))
    answer = await asyncio.wait_for(older, 5)
    assert answer["error_code"] == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")
    await noor.says("Hallo")
    assert texts((await newer)["result"]) == ["Hallo"]


async def until(check):
    """Asks again and again, for five seconds at most."""
    async with asyncio.timeout(5):
        while not (found := await check()):
            pass
    return found


async def is_polled(wire):
    """Whether a third getUpdates, after the two of the fixture, has arrived."""
    return (await wire.control("stats", "GET"))[1]["calls"]["getUpdates"] > 2


async def failed(wire):
    info = await wire.result("getWebhookInfo")
    return info if "last_error_message" in info else None


@pytest.mark.asyncio
async def test_only_wanted_kinds_are_kept_from_then_on(wire, noor):
    said = await noor.says("a")
    await wire.result("getUpdates", allowed_updates=["edited_message"])
    await noor.says("b")
    await noor.edits(said, "c")
    kinds = [next(iter(update.keys() - {"update_id"})) for update in await wire.result("getUpdates")]
    assert kinds == ["message", "edited_message"]
    await wire.result("getUpdates", allowed_updates=[])
    await noor.says("d")
    assert len(await wire.result("getUpdates")) == 3


@pytest.mark.asyncio
async def test_an_update_nobody_fetches_is_forgotten():
    updates = Updates(first_id=1)
    updates.push("message", {}, sender=5, kept=KEPT)
    updates.push("callback_query", {}, sender=5, kept=0)
    assert [update["update_id"] for update in await updates.fetch(0, 100, 0)] == [1]


@pytest.mark.asyncio
async def test_a_repeated_update_comes_again_after_it_was_confirmed(wire, noor):
    await noor.says("a")
    (update,) = await wire.result("getUpdates")
    await wire.control("updates", repeat=update["update_id"])
    assert await wire.result("getUpdates", offset=update["update_id"] + 1) == [update]
    assert await wire.result("getUpdates", offset=update["update_id"] + 1) == []


@pytest.mark.asyncio
async def test_a_webhook_gets_updates_with_the_secret_and_confirms_them(wire, noor):
    async with receiver(lambda _update: web.Response()) as (url, came):
        await noor.says("before")
        await wire.result("setWebhook", url=url, secret_token="s3cret_-")
        await noor.says("after")
        first, headers = await asyncio.wait_for(came.get(), 5)
        assert first["message"]["text"] == "before"
        assert headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret_-"
        assert await next_text(came) == "after"
        info = await wire.result("getWebhookInfo")
        assert (info["url"], info["pending_update_count"]) == (url, 0)


@pytest.mark.asyncio
async def test_a_failing_update_is_retried_in_order_and_blocks_its_sender_only(telegram, wire, noor):
    failures = iter([500, 302, 503])
    states = {"a": lambda: next(failures, 200)}

    def answer(update):
        status = states.get(update["message"]["text"], lambda: 200)()
        return web.Response(status=status, headers={"Retry-After": "0"})

    async with receiver(answer) as (url, came), await Person.join(telegram.url, "Bo") as bo:
        await noor.says("a")
        await noor.says("b")
        await bo.start()
        await wire.result("setWebhook", url=url)
        order = [await next_text(came) for _ in range(6)]
        assert [text for text in order if text != "/start"] == ["a", "a", "a", "a", "b"]
        assert order.index("/start") < 4
        info = await wire.result("getWebhookInfo")
        assert info["last_error_message"] == "Wrong response from the webhook: 503"


@pytest.mark.asyncio
async def test_a_webhook_that_is_not_there_is_tried_until_it_is_removed(wire, noor):
    await wire.result("setWebhook", url="http://127.0.0.1:9/hook")
    await noor.says("a")
    info = await until(lambda: failed(wire))
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1
    await wire.result("deleteWebhook")
    assert texts(await wire.result("getUpdates")) == ["a"]


@pytest.mark.asyncio
async def test_pending_updates_can_be_dropped(wire, noor):
    await noor.says("a")
    await wire.result("deleteWebhook", drop_pending_updates=True)
    assert await wire.result("getUpdates") == []


@pytest.mark.asyncio
async def test_polling_and_a_webhook_exclude_each_other(wire, noor):
    waiting = asyncio.create_task(wire.answer("getUpdates", timeout=30))
    await until(lambda: is_polled(wire))
    await wire.result("setWebhook", url="http://localhost:9/hook")
    for answer in (await asyncio.wait_for(waiting, 5), await wire.answer("getUpdates")):
        assert answer["error_code"] == 409
        assert "can't use getUpdates method while webhook is active" in answer["description"]
    await wire.result("setWebhook", url="")
    assert await wire.result("getUpdates") == []


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "ftp://127.0.0.1/"}, "An HTTPS URL must be provided"),
        ({"url": "https://example.org/"}, "addresses of this machine only"),
        ({"url": "http://127.0.0.1/", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "http://127.0.0.1/", "certificate": "x"}, "certificate must be InputFile"),
    ],
)
async def test_a_wrong_webhook_is_refused(wire, params, words):
    assert words in await wire.refusal("setWebhook", **params)


@pytest.mark.asyncio
async def test_a_repeated_update_reaches_a_webhook_twice(wire, noor):
    async with receiver(lambda _update: web.Response()) as (url, came):
        await wire.result("setWebhook", url=url)
        await noor.says("a")
        first, _ = await asyncio.wait_for(came.get(), 5)
        await wire.control("updates", repeat=first["update_id"])
        assert (await asyncio.wait_for(came.get(), 5))[0] == first


@pytest.mark.asyncio
async def test_a_press_is_answered_once_it_is_heard(wire, noor):
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}
    sent = await wire.result("sendMessage", chat_id=noor.id, text="Goed?", reply_markup=markup)
    query = await noor.taps("Ja")
    (update,) = await wire.result("getUpdates")
    press = update["callback_query"]
    assert (press["id"], press["data"], press["message"]) == (query, "y", sent)
    assert press["from"]["id"] == noor.id
    assert "MESSAGE_TOO_LONG" in await wire.refusal("answerCallbackQuery", callback_query_id=query, text="a" * 201)
    await wire.result("answerCallbackQuery", callback_query_id=query, text="Genoteerd", show_alert=True)
    assert await noor.hears(query) == {"query_id": query, "text": "Genoteerd", "show_alert": True}


@pytest.mark.asyncio
async def test_a_press_that_is_too_old_is_neither_delivered_nor_answered(token, wire_to):
    stale = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    options = Options(rates=None, callback_seconds=0)
    async with await serve(token=token, options=options) as running:
        wire = wire_to(running)
        async with await Person.join(running.url, "Bo") as bo:
            await bo.start()
            markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}
            await wire.result("sendMessage", chat_id=bo.id, text="Goed?", reply_markup=json.dumps(markup))
            query = await bo.taps("Ja")
            assert texts(await wire.result("getUpdates")) == ["/start"]
            for query_id in (query, "7"):
                assert await wire.refusal("answerCallbackQuery", callback_query_id=query_id) == stale

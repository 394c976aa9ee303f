"""Faults on demand, send limits, odd updates, the visible clock and the counts."""

import random

import aiohttp
import pytest

from sandbox.faults import Fault, Faults
from sandbox.options import Rates
from sandbox.people import Person
from sandbox.rates import Budget
from sandbox.server import serve
from sandbox.stats import Window

MARKUP = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}


async def send(wire, chat, text="a"):
    return await wire.post("sendMessage", json={"chat_id": chat, "text": text})


@pytest.mark.asyncio
async def test_too_many_requests_say_how_long_to_wait(wire, noor):
    await wire.control("faults", kind="429", method="sendmessage", seconds=7, count=1)
    status, headers, body = await send(wire, noor.id)
    assert (status, headers["Retry-After"], body["parameters"]) == (429, "7", {"retry_after": 7})
    assert body["description"] == "Too Many Requests: retry after 7"
    assert (await send(wire, noor.id))[0] == 200


@pytest.mark.asyncio
async def test_a_fault_strikes_one_chat_after_some_good_calls(telegram, wire, noor):
    async with await Person.join(telegram.url, "Bo") as bo:
        await bo.start()
        rule = {"kind": "403", "chat": noor.id, "skip": 1, "description": "user is deactivated"}
        await wire.control("faults", **rule)
        assert [(await send(wire, chat))[0] for chat in (bo.id, noor.id, bo.id, noor.id, noor.id)] == [
            *(200, 200, 200),
            *(403, 403),
        ]
        assert await wire.refusal("sendMessage", chat_id=noor.id, text="a") == "Forbidden: user is deactivated"
        _, rules = await wire.control("faults", "GET")
        assert rules["faults"][0]["fired"] == 3
        await wire.control("faults", "DELETE")
        assert (await send(wire, noor.id))[0] == 200


@pytest.mark.asyncio
async def test_a_server_error_comes_with_or_without_a_bot_api_body(telegram, wire, noor):
    await wire.control("faults", kind="error", code=502, description="Bad Gateway", count=1)
    status, _headers, body = await send(wire, noor.id)
    assert (status, body) == (502, {"ok": False, "error_code": 502, "description": "Bad Gateway"})
    await wire.control("faults", kind="bare", code=504, count=1)
    async with wire.session.post(f"{telegram.url}/bot123456:sandbox-token/getMe") as response:
        assert (response.status, response.content_type) == (504, "text/html")


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "arrived"), [("lost_request", 0), ("lost_answer", 1)])
async def test_a_lost_request_does_nothing_and_a_lost_answer_did_it(wire, noor, kind, arrived):
    await wire.control("faults", kind=kind, method="sendMessage", count=1)
    with pytest.raises(aiohttp.ClientError):
        await send(wire, noor.id, "Komt dit aan?")
    assert [message["text"] for message in await noor.history()].count("Komt dit aan?") == arrived


@pytest.mark.asyncio
async def test_a_delay_comes_before_what_else_goes_wrong(wire, noor):
    await wire.control("faults", kind="403", count=1)
    await wire.control("faults", kind="delay", seconds=0.05, count=1)
    assert (await send(wire, noor.id))[0] == 403
    assert [rule["fired"] for rule in (await wire.control("faults", "GET"))[1]["faults"]] == [1, 1]


@pytest.mark.asyncio
async def test_nothing_gets_through_while_telegram_is_down(telegram, wire, noor):
    await wire.control("down", seconds=60)
    for method in ("getMe", "getUpdates", "sendMessage"):
        with pytest.raises(aiohttp.ClientError):
            await wire.answer(method)
    assert telegram.telegram.faults.strike("webhook", noor.id, telegram.telegram.steady())
    assert not telegram.telegram.faults.strike("webhook", noor.id, telegram.telegram.steady() + 61)
    await wire.control("faults", "DELETE")
    await wire.result("getMe")


def test_a_probability_strikes_the_same_calls_for_the_same_seed():
    def struck(seed):
        faults = Faults(seed)
        faults.set(Fault("403", probability=0.3), now=0)
        return [bool(faults.strike("sendMessage", 1, now=0)) for _ in range(1000)]

    assert struck(5) == struck(5) != struck(6)
    assert 250 < sum(struck(5)) < 350


@pytest.mark.asyncio
@pytest.mark.parametrize("wish", [{"kind": "gremlin"}, {"kind": "403", "colour": "red"}, {}])
async def test_a_fault_that_does_not_exist_is_refused(wire, wish):
    status, body = await wire.control("faults", **wish)
    assert status == 400
    assert body["error"]


@pytest.mark.asyncio
async def test_the_same_press_can_come_under_two_ids_and_the_same_update_twice(wire, noor):
    await wire.result("sendMessage", chat_id=noor.id, text="Goed?", reply_markup=MARKUP)
    await wire.control("faults", kind="double_press", method="callback_query", count=1)
    query = await noor.taps("Ja")
    presses = await wire.result("getUpdates")
    assert [press["callback_query"]["id"] for press in presses] == [query, query]
    assert presses[0]["update_id"] != presses[1]["update_id"]
    await wire.control("faults", kind="duplicate", method="message", count=1)
    await noor.says("b")
    (first,) = await wire.result("getUpdates", offset=presses[1]["update_id"] + 1)
    assert await wire.result("getUpdates", offset=first["update_id"] + 1) == [first]


@pytest.mark.asyncio
async def test_odd_updates_reach_the_bot_as_they_are(wire, noor):
    await wire.control("updates", poison="no_date", user=noor.id)
    await wire.control("updates", poison="unknown_type", user=noor.id)
    await wire.control("updates", raw={"message": {"text": "\x00"}}, user=noor.id)
    dateless, unknown, raw = await wire.result("getUpdates")
    assert "date" not in dateless["message"]
    assert "thought_received" in unknown
    assert raw["message"] == {"text": "\x00"}
    for wish in ({"poison": "arsenic", "user": 1}, {"repeat": 1}, {"user": 1}):
        assert (await wire.control("updates", **wish))[0] == 400


def test_the_budget_tolerates_a_burst_and_then_one_message_a_second_per_chat():
    budget = Budget(Rates())
    assert [budget.take(1, 0.0) for _ in range(6)] == [0, 0, 0, 0, 0, 1]
    assert [budget.take(1, 1.0), budget.take(1, 1.0), budget.take(1, 1.5)] == [0, 1, 1]
    assert [budget.take(1, 7.0) for _ in range(6)] == [0, 0, 0, 0, 0, 1]


def test_the_budget_lets_thirty_a_second_through_to_many_chats():
    budget, dice = Budget(Rates()), random.Random(1)
    passed = [
        now for now in sorted(dice.uniform(0, 10) for _ in range(3000)) if not budget.take(dice.getrandbits(40), now)
    ]
    assert 300 <= len(passed) <= 330
    assert Budget(None).take(1, 0.0) == 0


@pytest.mark.asyncio
async def test_the_real_limits_are_the_default_and_can_be_tuned(token, wire_to):
    async with await serve(token=token) as running, await Person.join(running.url, "Bo") as bo:
        wire = wire_to(running)
        await bo.start()
        assert [(await send(wire, bo.id))[0] for _ in range(7)] == [200, 200, 200, 200, 200, 429, 429]
        await wire.control("rates", off=True)
        assert [(await send(wire, bo.id))[0] for _ in range(40)] == [200] * 40
        await wire.control("rates", overall=1, overall_burst=2)
        assert [(await send(wire, bo.id))[0] for _ in range(3)] == [200, 200, 429]
        assert (await wire.control("rates", warp=9))[0] == 400


@pytest.mark.asyncio
async def test_the_counts_tell_methods_errors_chats_and_the_fastest_second(wire, noor):
    for _ in range(3):
        await send(wire, noor.id)
    await wire.answer("sendMessage", chat_id=4, text="a")
    _, stats = await wire.control("stats", "GET")
    assert (stats["calls"]["sendMessage"], stats["errors"]) == (4, {"400": 1})
    assert (stats["sent"], stats["sent_total"]) == ({str(noor.id): 3}, 3)
    assert stats["most_per_second"] == stats["most_per_second_in_a_chat"] == 3
    await wire.control("stats", "DELETE")
    assert (await wire.control("stats", "GET"))[1]["sent_total"] == 0


def test_the_fastest_second_slides():
    window = Window()
    for now in (0.0, 0.9, 1.1, 1.2, 2.5):
        window.add(now)
    assert window.most == 3


@pytest.mark.asyncio
async def test_the_clock_that_people_see_can_be_set(telegram, wire, noor):
    _, body = await wire.control("clock", now="2026-03-02T08:00:00+01:00", speed=0)
    assert body == {"clock": "2026-03-02T07:00:00+00:00"}
    sent = (await send(wire, noor.id))[2]["result"]
    assert sent["date"] == 1772434800
    async with wire.session.get(f"{telegram.url}/user") as response:
        assert (await response.json())["clock"] == "2026-03-02T07:00:00+00:00"
    for now in ("2026-03-02T08:00:00", "soon"):
        assert (await wire.control("clock", now=now))[0] == 400
    await wire.control("clock", now=None)
    assert abs((await send(wire, noor.id))[2]["result"]["date"] - telegram.telegram.clock.unix()) < 60


@pytest.mark.asyncio
async def test_a_watching_screen_learns_of_a_new_clock(telegram, wire, noor):
    after = (await (await wire.session.get(f"{telegram.url}/user/{noor.id}/history")).json())["seq"]
    for hour in (8, 9):
        await wire.control("clock", now=f"2026-03-02T0{hour}:00:00Z", speed=0)
    async with wire.session.get(f"{telegram.url}/user/{noor.id}/events?after={after}") as response:
        happened = await response.json()
    assert (happened["clock"], happened["messages"]) == ("2026-03-02T09:00:00+00:00", [])


@pytest.mark.asyncio
async def test_a_second_bot_has_its_own_chats(telegram, wire, noor):
    await wire.control("bots", token="777:other", first_name="Spiegel", username="spiegel_bot")
    async with wire.session.post(
        f"{telegram.url}/bot777:other/sendMessage", json={"chat_id": noor.id, "text": "a"}
    ) as response:
        assert response.status == 403
    async with wire.session.get(f"{telegram.url}/user?bot=spiegel_bot") as response:
        assert (await response.json())["bot"]["first_name"] == "Spiegel"
    async with wire.session.get(f"{telegram.url}/user?bot=nobody") as response:
        assert response.status == 400
    assert (await wire.control("bots", token="nonsense"))[0] == 400

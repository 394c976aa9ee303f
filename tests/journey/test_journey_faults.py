"""When Telegram, the database or the machine lets us down: nothing is lost, nothing comes twice, it mends itself."""

import asyncio
import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from everywhere import both_databases, everywhere
from house import MONDAY, TUESDAY, opened
from psycopg import sql
from sqlalchemy.engine import make_url

from journeys.ports import Pace
from sandbox.options import Rates

WEDNESDAY = TUESDAY + timedelta(days=1)
PACED = {"pace": Pace(), "rates": Rates()}


async def until(house, condition):
    """Wait until something is so; the bot's own progress wakes us."""
    async with asyncio.timeout(30):
        while not condition():
            await house.app.progress.heard(0.02)


async def pass_time(house, condition, seconds=10):
    """Let the machine's time go by, so that waits end, until something is so."""
    async with asyncio.timeout(30):
        while not condition():
            house.clock.ahead += timedelta(seconds=seconds)
            house.app.sender.bell.ring()
            await house.app.progress.heard(0.02)


def question(house, item="RF-03"):
    return house.app.world.library.questions[item].text.nl


def times(house, chat, text):
    return sum(text in said for said in house.chat(chat))


def states(house):
    return dict(house.rows("SELECT state, count(*) FROM outbox GROUP BY state"))


@pytest.mark.asyncio
async def test_an_outage_costs_one_message_in_doubt_few_calls_and_no_burst_afterwards(sqlite_url, tmp_path):
    async with opened(sqlite_url, tmp_path, **PACED) as house:
        chats = await house.crowd(40)
        stats = house.telegram.telegram.stats
        house.fault("lost_request")
        house.clock.set(TUESDAY)
        before = sum(stats.calls.values())
        await house.app.tick()
        start = house.clock.ahead
        await pass_time(house, lambda: house.clock.ahead - start > timedelta(hours=1), seconds=60)
        assert states(house)["unknown"] == 1
        assert sum(stats.calls.values()) - before <= 75  # about one call a minute, not thousands
        assert not any(house.chat(chat) for chat in chats)
        house.well()
        await pass_time(house, lambda: states(house).get("sent", 0) > 0)  # only now it is surely over
        await house.settled()
        assert stats.errors[429] == 0
        assert stats.report()["most_per_second"] <= 30 + 30
        assert sum(times(house, chat, question(house)) for chat in chats) == 39
        house.clock.ahead += timedelta(hours=1)
        await house.jump(WEDNESDAY)  # the reminder carries the question that nobody may have seen
        assert [times(house, chat, question(house)) for chat in chats] == [1] * 40


@everywhere
@pytest.mark.asyncio
async def test_a_prompt_in_doubt_returns_with_its_reminder_and_once_only(house):
    (chat,) = await house.crowd(1)
    house.fault("lost_answer", "sendMessage", count=1)
    await house.jump(TUESDAY)
    assert states(house) == {"unknown": 1}
    await house.jump(TUESDAY + timedelta(hours=5))
    assert times(house, chat, question(house)) == 1
    await house.jump(WEDNESDAY)
    assert times(house, chat, question(house)) == 2
    assert not any(said.startswith("Je vraag van gisteren") for said in house.chat(chat))
    await house.jump(WEDNESDAY + timedelta(hours=5))
    assert len(house.chat(chat)) == 2


@pytest.mark.asyncio
async def test_a_reply_in_doubt_comes_again_at_the_next_touch(house):
    noor = await house.answered()
    house.fault("lost_answer", "sendMessage", count=1)
    await house.says(noor, "/voornemen Eerst luisteren")
    assert states(house)["unknown"] == 1
    count = len(await house.heard(noor))
    await house.wait(hours=1)
    assert len(await house.heard(noor)) == count
    await house.says(noor, "/hulp")
    heard = [seen.text for seen in await house.heard(noor)]
    assert [text.startswith(house.begin("intention_kept")) for text in heard[-3:]] == [True, True, False]
    assert heard[-1] == house.text("help")
    await house.says(noor, "/hulp")
    assert len(await house.heard(noor)) == count + 3
    assert "unknown" not in states(house)


@pytest.mark.asyncio
async def test_a_sensitive_prompt_in_doubt_has_no_reminder_and_returns_at_the_next_touch(house):
    (chat,) = await house.crowd(1)
    item = next(key for key, known in house.app.world.library.questions.items() if known.sensitive)
    with closing(sqlite3.connect(make_url(house.database).database)) as connection:
        connection.execute("UPDATE enrolment SET next_due_at = NULL")
        connection.commit()
    noor = await house.answered()
    house.fault("lost_request", "sendMessage", count=1)
    await ask_now(house, noor.id, item)
    assert states(house)["unknown"] == 1
    await house.jump(WEDNESDAY + timedelta(days=1))
    assert times(house, noor.id, question(house, item)) == 0
    await house.says(noor, "/hulp")
    assert times(house, noor.id, question(house, item)) == 1
    await house.says(noor, "/hulp")
    assert times(house, noor.id, question(house, item)) == 1
    assert house.chat(chat) == []


async def ask_now(house, chat, item):
    """The programme asks this item today."""
    from dialogues.effects import Ask  # noqa: PLC0415 - this story alone needs what the tick is made of
    from dialogues.talk import Resting  # noqa: PLC0415 - as above
    from journeys import asking, scenes  # noqa: PLC0415 - as above
    from journeys.stage import Stage  # noqa: PLC0415 - as above
    from storage import leaders  # noqa: PLC0415 - as above

    world = house.app.world
    async with world.store.transaction() as session:
        leader = await leaders.by_chat(session, chat)
        scene = await scenes.scene_of(world, session, leader, None)
        await asking.ask(Stage(world, session, scene, "test", Resting()), Ask("question", item, "w99A", enrolled=True))
    house.app.sender.bell.ring()
    await house.settled()


@both_databases
@pytest.mark.asyncio
async def test_a_429_is_obeyed_and_nothing_is_lost_or_doubled(house):
    chats = await house.crowd(6)
    stats = house.telegram.telegram.stats
    house.fault("429", "sendMessage", count=1, seconds=30, skip=2)
    house.clock.set(TUESDAY)
    await house.app.tick()
    await until(house, lambda: stats.errors[429] == 1)
    calls = stats.calls["sendMessage"]
    house.clock.ahead += timedelta(seconds=28)
    house.app.sender.bell.ring()
    for _ in range(10):
        await house.app.progress.heard(0.01)
    assert stats.calls["sendMessage"] == calls  # nothing to anybody inside the window
    house.clock.ahead += timedelta(seconds=4)
    house.app.sender.bell.ring()
    await house.settled()
    assert [times(house, chat, question(house)) for chat in chats] == [1] * 6


@pytest.mark.parametrize("fault", ["error", "bare"])
@pytest.mark.asyncio
async def test_errors_of_telegram_itself_lose_nothing_and_double_nothing(house, fault):
    chats = await house.crowd(30)
    house.fault(fault, "sendMessage", probability=0.2, code=502)
    house.clock.set(TUESDAY)
    await house.app.tick()
    await pass_time(house, lambda: not states(house).keys() & {"planned", "leased", "sending"})
    counted = states(house)
    seen = [times(house, chat, question(house)) for chat in chats]
    assert max(seen) == 1
    assert sum(seen) == counted["sent"]
    assert counted["sent"] + counted.get("unknown", 0) == 30
    assert (fault == "error") == ("unknown" not in counted)  # a body of the Bot API says that it was not sent


@contextmanager
def sqlite_gone(url):
    """Somebody else writes and does not stop."""
    with closing(sqlite3.connect(make_url(url).database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def postgres_gone(url):
    """The server lets nobody of ours in and throws out whoever is."""
    address = make_url(url).set(drivername="postgresql")
    name = sql.Identifier(address.database)
    admin = address.set(database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(admin, autocommit=True) as other:
        allow = sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS {}")
        other.execute(allow.format(name, sql.SQL("false")))
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [address.database])
        try:
            yield
        finally:
            other.execute(allow.format(name, sql.SQL("true")))


@pytest.mark.parametrize(("mode", "kind"), [("polling", "sqlite"), ("webhook", "sqlite"), ("webhook", "postgresql")])
@pytest.mark.asyncio
async def test_while_the_database_is_gone_nothing_is_confirmed_and_it_mends_itself(
    mode, kind, request, tmp_path, monkeypatch
):
    monkeypatch.setattr("storage.session.BUSY_S", 0.02)
    monkeypatch.setattr("bot.webhook.TRY_AGAIN", {"Retry-After": "0"})
    url = request.getfixturevalue("sqlite_url" if kind == "sqlite" else "postgres_url")
    async with opened(url, tmp_path, mode) as house:
        noor = await house.answered()
        bot = next(iter(house.telegram.telegram.bots.values()))
        asked = house.telegram.telegram.stats.calls["getUpdates"]
        with (sqlite_gone if kind == "sqlite" else postgres_gone)(url):
            await noor.says("/voornemen Eerst luisteren")
            if mode == "webhook":
                await until(house, lambda: "503" in (bot.webhook.last_error_message or ""))
            else:  # it asks again, without having confirmed
                await until(house, lambda: house.telegram.telegram.stats.calls["getUpdates"] > asked + 1)
            assert len(bot.updates.pending) == 1
            with suppress(Exception):
                await house.app.tick()
        await house.settled()
        assert house.counts()["intention"] == 1
        assert (await house.last(noor)).text.startswith(house.begin("intention_kept"))
        await house.wait(days=9)
        assert len(await house.heard(noor)) > 5  # ticking goes on too


@pytest.mark.parametrize("stopped_at", [MONDAY, TUESDAY + timedelta(hours=3), TUESDAY - timedelta(minutes=5)])
@pytest.mark.asyncio
async def test_after_three_days_of_standing_still_there_is_at_most_one_thing_to_catch_up_with(
    sqlite_url, tmp_path, stopped_at
):
    async with opened(sqlite_url, tmp_path) as house:
        chats = await house.crowd(5)
        await house.until(stopped_at)
        before = {chat: len(house.chat(chat)) for chat in chats}
    async with opened(sqlite_url, tmp_path, start=stopped_at + timedelta(days=3, hours=4)) as house:
        for chat in chats:
            user = house.telegram.telegram.users.setdefault(chat, _user(chat))
            house.telegram.telegram.chat(next(iter(house.telegram.telegram.bots.values())), user).started = True
        await house.app.tick()
        await house.settled()
        assert all(len(house.chat(chat)) <= 1 for chat in chats), before
        await house.wait(hours=6)
        assert all(len(house.chat(chat)) <= 2 for chat in chats)
        await house.wait(days=7)
        assert all(len(house.chat(chat)) >= 3 for chat in chats)  # and then it goes on as ever


def _user(chat):
    from sandbox.state import User  # noqa: PLC0415 - this story alone opens accounts by hand

    return User(chat, f"Leider {chat}", "nl")


@pytest.mark.asyncio
async def test_a_clock_that_jumps_back_and_forth_asks_nothing_twice(house):
    (chat,) = await house.crowd(1)
    for moment in (TUESDAY, TUESDAY - timedelta(hours=1), TUESDAY, TUESDAY - timedelta(days=1), TUESDAY):
        await house.jump(moment)
    assert times(house, chat, question(house)) == 1
    assert len(house.chat(chat)) == 1
    await house.jump(TUESDAY + timedelta(days=7))
    assert len(house.chat(chat)) <= 2 + 1
    await house.jump(TUESDAY)
    assert times(house, chat, question(house)) == 1


@pytest.mark.asyncio
async def test_two_ticks_at_once_ask_once(house):
    chats = await house.crowd(12)
    house.clock.set(TUESDAY)
    await asyncio.gather(*(house.app.tick() for _ in range(4)))
    await house.settled()
    assert [times(house, chat, question(house)) for chat in chats] == [1] * 12


@pytest.mark.asyncio
async def test_one_leader_with_something_impossible_does_not_hold_up_the_others(house):
    chats = await house.crowd(4)
    with closing(sqlite3.connect(make_url(house.database).database)) as connection:
        connection.execute(
            "UPDATE enrolment SET programme = 'of_the_past' WHERE leader = (SELECT id FROM leader WHERE chat = ?)",
            [chats[1]],
        )
        connection.commit()
    house.clock.set(TUESDAY)
    await house.app.ticker.once()
    await house.settled()
    assert [times(house, chat, question(house)) for chat in chats] == [1, 0, 1, 1]


@pytest.mark.asyncio
async def test_the_look_back_comes_once_however_often_the_program_starts_again(sqlite_url, tmp_path):
    first = datetime(2026, 12, 1, 7, 30, tzinfo=UTC)
    async with opened(sqlite_url, tmp_path) as house:
        noor = await house.answered()
        number = noor.id
        await house.until(first - timedelta(minutes=1))
        await house.jump(first)
    letters = 0
    for hours in range(1, 4):
        async with opened(sqlite_url, tmp_path, start=first + timedelta(hours=hours)) as house:
            house.telegram.telegram.users[number] = _user(number)
            bot = next(iter(house.telegram.telegram.bots.values()))
            house.telegram.telegram.chat(bot, house.telegram.telegram.users[number]).started = True
            await house.app.tick()
            await house.settled()
            letters += len(house.chat(number))
    assert letters == 0
    with closing(sqlite3.connect(make_url(sqlite_url).database)) as connection:
        query = "SELECT count(*) FROM outbox WHERE screen_name = 'lookback'"
        assert connection.execute(query).fetchone() == (1,)

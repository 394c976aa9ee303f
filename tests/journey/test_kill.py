"""Killing the program (SIGKILL) while it takes in and while it delivers: nothing is lost, nothing happens twice."""

import asyncio
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from house import CONSENT, MASTER, TOKEN, connect, free_port

from dialogues.asking import rhythm
from dialogues.library import library
from journeys.unlock import unlock
from sandbox.faults import Fault
from sandbox.options import Options
from sandbox.phone import Phone
from sandbox.server import serve
from sandbox.state import User
from storage import answers, enrolments, leaders
from storage.session import open_store
from storage.vault import Vault

KILLS = int(os.environ.get("WEERKLANK_KILLS", "10"))
NOW = datetime(2026, 11, 3, 7, 30, 30, tzinfo=UTC)  # Tuesday, half a minute past the usual hour in Amsterdam
ANCHOR = date(2026, 11, 2)
WRITERS = 12
BACKLOG = 18  # messages that were written while the program was down
DUE = 7  # prompts that are due, per kill
SLOW = 0.02  # seconds that a sending takes at least
SURE = 3  # the kills up to this turn come while something surely is under way, the others at any moment
QUESTION = library().questions["RF-03"].text.nl


class Bells(Counter):
    """Counts calls and rings, so that a kill can wait for the moment it wants."""

    def __init__(self):
        super().__init__()
        self.rung = asyncio.Event()

    def __setitem__(self, name, count):
        super().__setitem__(name, count)
        self.rung.set()

    async def reach(self, name, count, seconds=60.0):
        """Wait until a method was called so often; give up after a while, when there was nothing left to call."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self[name] < count:
                    self.rung.clear()
                    await self.rung.wait()


@dataclass
class Torture:
    """The local Telegram, the people, and what was written to the bot so far."""

    url: str
    telegram: object
    env: dict
    dice: random.Random
    calls: Bells
    writers: list
    due: list
    written: dict = field(default_factory=dict)
    torn: Counter = field(default_factory=Counter)

    @property
    def bot(self):
        return self.telegram.telegram.bots[TOKEN]

    def write(self, count):
        """People write while the bot is down: thoughts, each of which makes a row of its own when it is handled."""
        for number in range(count):
            chat = self.writers[number % WRITERS]
            said = self.written.setdefault(chat, [])
            said.append(f"Gedachte {len(said)} van {chat}")
            user = self.telegram.telegram.users[chat]
            Phone(self.telegram.telegram, self.bot, user).say(f"/schrijf {said[-1]}")

    @asynccontextmanager
    async def process(self):
        """The program as an operator starts it."""
        words = ("-m", "bot.cli", "run", "--clock", NOW.isoformat(), "--clock-speed", "120")  # two ticks a second
        folder = Path(self.env["WEERKLANK_DATA"])
        with (folder / "log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, *words, env=self.env, cwd=folder, stdout=log, stderr=log
            )
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def kill(self, turn):
        """Start, wait for a moment in the middle of the work, and kill."""
        intake = turn % 2 == 0
        if intake:
            self.write(BACKLOG)
        self.calls.clear()
        async with self.process() as process:
            if intake:
                await self.calls.reach(self.env["BEGINS"], 1)
                await asyncio.sleep(self.dice.uniform(0.0, 0.15 if turn > SURE else 0.02))
            else:
                await self.calls.reach("sendMessage", self.dice.randint(2, 24))
                await asyncio.sleep(self.dice.uniform(0.0, 1.5 * SLOW if turn > SURE else SLOW / 2))
            assert process.returncode is None, self.log()
            process.send_signal(signal.SIGKILL)
        self.look()
        self.pass_a_minute()

    def log(self):
        return (Path(self.env["WEERKLANK_DATA"]) / "log").read_text()[-2000:]

    def look(self):
        """What this kill left behind in the middle of it."""
        self.torn["intake"] += self.count("inbox", "waiting", "leased") > 0 or bool(self.bot.updates.pending)
        self.torn["delivery"] += self.count("outbox", "sending") > 0

    def count(self, table, *states):
        names = ", ".join(f"'{state}'" for state in states)
        return self.rows(f"SELECT count(*) FROM {table} WHERE state IN ({names})")[0][0]

    def rows(self, query):
        with closing(connect(self.url)) as connection:
            return connection.execute(query).fetchall()

    def pass_a_minute(self):
        """Whoever restarts the program does so when the leases of the dead one are over."""
        past = "2026-01-01T00:00:00.000000Z"
        with closing(connect(self.url)) as connection:
            connection.execute(f"UPDATE outbox SET leased_until = '{past}' WHERE leased_until IS NOT NULL")
            connection.execute(f"UPDATE inbox SET ready_at = '{past}' WHERE state = 'leased'")
            connection.execute(f"UPDATE budget SET spent_until = '{past}'")
            connection.commit()

    async def finish(self):
        """One last start, which may take its time."""
        self.telegram.telegram.faults.clear()
        async with self.process() as process:
            deadline = time.monotonic() + 120
            while self.bot.updates.pending or self.unfinished():
                assert time.monotonic() < deadline, (self.state(), self.log())
                await self.calls.reach("never", 1, 0.2)
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0

    def unfinished(self):
        waiting = self.count("inbox", "waiting", "leased") + self.count("outbox", "planned", "leased", "sending")
        return waiting or not self.rows("SELECT 1 FROM prompt LIMIT 1")

    def state(self):
        """Where everything stands, for a test that fails."""
        query = "SELECT '{0}', state, count(*) FROM {0} GROUP BY state"
        return len(self.bot.updates.pending), self.rows(query.format("inbox")), self.rows(query.format("outbox"))

    async def doctor(self):
        """What the operator gets to see."""
        pipe = asyncio.subprocess.PIPE
        words = (sys.executable, "-m", "bot.cli", "doctor", "--json")
        process = await asyncio.create_subprocess_exec(*words, env=self.env, stdout=pipe, stderr=pipe)
        out, _ = await process.communicate()
        return json.loads(out)

    def chat(self, number):
        """All that the bot said in a chat, as it reached the phone."""
        messages = self.bot.chats[number].messages.values()
        return [stored.body.get("text", "") for stored in messages if stored.body["from"]["is_bot"]]


async def people(url, telegram, due):
    """Leaders who write and leaders to whom a question is due; all have started the bot once."""
    store = open_store(url, Vault(MASTER))
    assert await unlock(store) == "new"
    usual = rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")
    chats = [7_000_000 + number for number in range(WRITERS + due)]
    async with store.transaction() as session:
        for place, chat in enumerate(chats):
            user = User(chat, f"Leider {chat}", "nl")
            telegram.users[chat] = user
            telegram.chat(telegram.bots[TOKEN], user).started = True
            leader = await leaders.add(session, chat, "nl", usual, NOW)
            await leaders.keep(session, replace(leader, state="active"))
            if place >= WRITERS:
                at = NOW - timedelta(seconds=30)
                await enrolments.add(session, leader.id, None, "starter_4w", ANCHOR, 0, 0, at, NOW)
    await store.close()
    return chats[:WRITERS], chats[WRITERS:]


def environment(folder, url, telegram, mode):
    """The settings of the process; nothing of this machine's own gets in."""
    port = free_port()
    given = {
        "bot_token": TOKEN, "api_url": telegram.url, "file_url": telegram.url, "data": folder, "database_url": url,
        "master_key": MASTER.hex(), "mode": mode, "listen": f"127.0.0.1:{port}", "log_level": "ERROR",
        "public_url": f"http://127.0.0.1:{port}", "webhook_secret": "se-cret", "patience": 0, **CONSENT,
    }  # fmt: skip
    # measuring coverage would slow the starts down, and a killed process writes none
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("WEERKLANK_", "COVERAGE_"))}
    begins = "getUpdates" if mode == "polling" else "setWebhook"
    return kept | {f"WEERKLANK_{name.upper()}": str(value) for name, value in given.items()} | {"BEGINS": begins}


async def said(url):
    """Every thought in the database, per chat, in the order in which it was handled."""
    store = open_store(url, Vault(MASTER))
    found = {}
    async with store.transaction() as session:
        for number in range(WRITERS):
            leader = await leaders.by_chat(session, 7_000_000 + number)
            made = await answers.between(session, leader.id, NOW - timedelta(days=1), NOW + timedelta(days=1))
            found[leader.chat] = [each.text for each in sorted(made, key=lambda each: each.id)]
    await store.close()
    return found


async def torture(url, folder, mode, kills):
    """Kill so often, let it finish, and count everything."""
    options = Options(rates=None, webhook_first_wait=0.02, webhook_longest_wait=0.1)
    async with await serve(token=TOKEN, options=options) as telegram:
        telegram.telegram.stats.calls = calls = Bells()
        telegram.telegram.faults.set(Fault("delay", "sendMessage", seconds=SLOW), 0.0)
        writers, due = await people(url, telegram.telegram, DUE * kills)
        env = environment(folder, url, telegram, mode)
        run = Torture(url, telegram, env, random.Random(20261103), calls, writers, due)
        for turn in range(kills):
            await run.kill(turn)
        await run.finish()

        assert await said(url) == run.written  # nothing lost, nothing twice, each chat in its order
        assert run.count("inbox", "parked") == 0
        doubtful = {row[0] for row in run.rows("SELECT chat FROM outbox WHERE state = 'unknown'")}
        unknown = run.count("outbox", "unknown", "replaced")
        assert unknown <= kills
        for chat in due:
            times = sum(QUESTION in text for text in run.chat(chat))
            assert times == 1 or (times == 0 and chat in doubtful), (chat, times)
        assert run.rows("SELECT count(*) FROM prompt") == [(len(due),)]
        report = await run.doctor()
        assert len(report["unknown"]) == run.count("outbox", "unknown")
        assert {each["id"] for each in report["unknown"]} == {
            row[0] for row in run.rows("SELECT id FROM outbox WHERE state = 'unknown'")
        }
        assert run.torn["intake"] >= kills // 4, run.torn  # the kills did hit the work
        assert run.torn["delivery"] >= kills // 4, run.torn
        assert unknown >= 1
        return run


@pytest.mark.walk
@pytest.mark.xdist_group("kill-sqlite")
@pytest.mark.asyncio
async def test_kills_lose_nothing_and_double_nothing_on_sqlite(sqlite_url, tmp_path):
    await torture(sqlite_url, tmp_path, "polling", KILLS)


@pytest.mark.walk
@pytest.mark.xdist_group("kill-postgresql")
@pytest.mark.asyncio
async def test_kills_lose_nothing_and_double_nothing_on_postgresql(postgres_url, tmp_path):
    await torture(postgres_url, tmp_path, "polling", KILLS)


@pytest.mark.walk
@pytest.mark.xdist_group("kill-webhook")
@pytest.mark.asyncio
async def test_kills_lose_nothing_and_double_nothing_with_a_webhook(sqlite_url, tmp_path):
    await torture(sqlite_url, tmp_path, "webhook", max(4, KILLS * 2 // 5))

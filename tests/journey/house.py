"""A house for stories: a local Telegram, the bot, a clock that is set by hand, and the people who write to it."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy.engine import make_url

from bot.app import App, running
from bot.clock import SteppedClock
from bot.settings import Settings
from dialogues.asking import rhythm
from dialogues.model import Language
from handlers.outgoing import filled
from journeys import due, guide
from journeys.ports import Pace
from sandbox.options import Options
from sandbox.people import Person, Seen, seen
from sandbox.server import Running, serve
from sandbox.state import Telegram, User
from storage import consents, enrolments, leaders
from storage.session import Session
from storage.tables import metadata

TOKEN = "4242:a-token-that-no-log-may-show"
MASTER = bytes(range(32))
MONDAY = datetime(2026, 11, 2, 7, 40, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 3, 7, 30, tzinfo=UTC)  # 8:30 in Amsterdam
FAST = Pace(everyone=5000, everyone_burst=5000, chat=5000, chat_burst=5000)
CONSENT = {
    "controller": "Stichting Zonzijde",
    "contact": "hallo@zonzijde.example",
    "privacy_url": "https://zonzijde.example/privacy",
    "hosting": "een server in Utrecht",
    "processors": "niemand anders",
    "retention": "tot je het wist",
}


class HouseClock(SteppedClock):
    """The story's time is set by hand; the machine's goes its way, and may be put ahead."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start)
        self.ahead = timedelta()

    def wall(self) -> datetime:
        """The machine's time, or later."""
        return super().wall() + self.ahead


@dataclass
class House:
    """Everything a story needs."""

    app: App
    clock: HouseClock
    telegram: Running
    database: str
    people: list[Person] = field(default_factory=list)

    async def person(self, name: str = "Noor", language: str = "nl") -> Person:
        """Somebody with a phone; put away when the house closes."""
        number = 5_551_000_000 + len(self.people)  # long enough to be found nowhere by chance
        person = await Person.join(self.telegram.url, name, language, number)
        self.people.append(person)
        return person

    async def invite(self, programme: str = "starter_4w", **wish: Any) -> str:
        """The payload of a new group's invite link."""
        about = {"starts_on": self.clock.now().date(), **wish}
        created = await guide.create_cohort(self.app.world, guide.NewCohort("Alliantie Zonzijde", programme, **about))
        return created.payload

    async def settled(self) -> None:
        """All that people did has reached the bot, and all that it has to say has arrived."""
        updates = self.telegram.telegram.bots[TOKEN].updates
        while updates.pending or updates._again:
            await self.app.progress.heard(0.005)
        await self.app.settled()

    async def jump(self, moment: datetime) -> None:
        """It is now this moment: the bot does what is due, once."""
        self.clock.set(moment)
        self.telegram.telegram.clock.set(moment, 1.0)
        await self.app.tick()
        await self.settled()

    async def wait(self, **length: float) -> None:
        """So much later, after everything that was due on the way."""
        await self.until(self.clock.now() + timedelta(**length))

    async def until(self, moment: datetime) -> None:
        """At this moment, after everything that was due on the way."""
        while (planned := await due.next_due(self.app.world)) is not None and planned <= moment:
            await self.jump(max(planned, self.clock.now()))
        await self.jump(moment)

    async def crowd(self, count: int) -> list[int]:
        """So many leaders who take part already: their chats. Their first question is due on Tuesday at 8:30."""
        chats = [6_660_000_000 + number for number in range(count)]
        async with self.app.world.store.transaction() as session:
            await enrolled(session, self.telegram.telegram, chats, TUESDAY)
        return chats

    def chat(self, number: int) -> list[str]:
        """All that the bot said in a chat."""
        return said_in(self.telegram.telegram, number)

    def label(self, message: str, button: str, language: Language = "nl") -> str:
        """What a button says."""
        buttons = self.app.world.library.messages[message].buttons
        return next(known.label[language] for known in buttons if known.id == button)

    def text(self, message: str, language: Language = "nl", **values: Any) -> str:
        """What a message of the library says, as it is read on a phone (without markup)."""
        return unescaped(filled(self.app.world.library.messages[message], language, values))

    def begin(self, message: str, language: Language = "nl") -> str:
        """How a message begins, up to its first placeholder."""
        return self.app.world.library.messages[message].text[language].partition("{")[0]

    async def taps(self, person: Person, message: str, button: str, language: Language = "nl") -> None:
        """Tap the newest button of that kind, and let it have its effect."""
        await person.taps(self.label(message, button, language))
        await self.settled()

    async def says(self, person: Person, text: str) -> int:
        """Write, and let it have its effect; gives the message's id."""
        number = await person.says(text)
        await self.settled()
        return number

    async def joined(self, name: str = "Noor", language: Language = "nl", payload: str = "") -> Person:
        """Somebody who has agreed and taken the usual rhythm, and was asked the first question."""
        person = await self.person(name, language)
        await person.start(payload)
        await self.settled()
        for message, button in (("language", language), ("consent", "agree"), ("defaults", "defaults")):
            await self.taps(person, message, button, language)
        return person

    async def answered(self, name: str = "Noor", language: Language = "nl", payload: str = "") -> Person:
        """The same, with the first question answered and nothing open."""
        person = await self.joined(name, language, payload)
        await self.says(person, {"nl": "Kort en goed.", "en": "Short and sweet."}[language])
        last = (await self.heard(person))[-1]
        if last.button(self.label("followup_buttons", "enough", language)):
            await self.taps(person, "followup_buttons", "enough", language)
        await self.wait(minutes=30)
        return person

    async def heard(self, person: Person) -> list[Seen]:
        """Everything that the bot has said to somebody, as it looks now."""
        return [seen(message) for message in await person.history() if not message["own"]]

    async def last(self, person: Person) -> Seen:
        """The newest message of the bot."""
        return (await self.heard(person))[-1]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database itself holds, without our own code in between."""
        with closing(connect(self.database)) as connection:
            return [tuple(row) for row in connection.execute(query).fetchall()]

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        return {table.name: self.rows(f'SELECT count(*) FROM "{table.name}"')[0][0] for table in metadata.sorted_tables}

    def bytes(self) -> bytes:
        """All that the database has on disk (SQLite: file, log and index), or all its rows (PostgreSQL)."""
        if not self.database.startswith("sqlite"):
            return "".join(str(self.rows(f'SELECT * FROM "{table.name}"')) for table in metadata.sorted_tables).encode()
        file = Path(make_url(self.database).database or "")
        return b"".join(part.read_bytes() for part in sorted(file.parent.glob(file.name + "*")))

    def fault(self, kind: str, method: str = "*", **about: Any) -> None:
        """Let something go wrong from now on."""
        from sandbox.faults import Fault  # noqa: PLC0415 - only stories about faults need it

        self.telegram.telegram.faults.set(Fault(kind, method, **about), self.telegram.telegram.steady())

    def well(self) -> None:
        """All goes well again."""
        self.telegram.telegram.faults.clear()


async def enrolled(session: Session, telegram: Telegram, chats: list[int], due_at: datetime) -> None:
    """Leaders who are in the starter programme (or, without a moment, in none), and who have pressed Start."""
    usual = rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")
    for chat in chats:
        user = User(chat, f"Leider {chat}", "nl")
        telegram.users[chat] = user
        telegram.chat(telegram.bots[TOKEN], user).started = True
        leader = await leaders.add(session, chat, "nl", usual, MONDAY)
        await leaders.keep(session, replace(leader, state="active"))
        await consents.give(session, leader.id, "1", "nl", MONDAY)
        await enrolments.add(session, leader.id, None, "starter_4w", MONDAY.date(), 0, 0, due_at, MONDAY)


def said_in(telegram: Telegram, chat: int) -> list[str]:
    """The texts that reached a phone."""
    messages = telegram.bots[TOKEN].chats[chat].messages.values()
    return [stored.body.get("text", "") for stored in messages if stored.body["from"]["is_bot"]]


def connect(url: str) -> Any:
    """A plain connection of the database's own driver."""
    address = make_url(url)
    if address.drivername.startswith("sqlite"):
        return sqlite3.connect(address.database or "")
    return psycopg.connect(address.set(drivername="postgresql").render_as_string(hide_password=False))


def unescaped(text: str) -> str:
    """Our own texts as they are read: what was escaped for HTML stands as it was."""
    for escaped, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        text = text.replace(escaped, char)
    return text


def settings_for(telegram: Running, database: str, folder: Path, mode: str, **more: Any) -> Settings:
    """The settings of a house."""
    own = {
        "bot_token": TOKEN,
        "api_url": telegram.url,
        "file_url": telegram.url,
        "data": folder,
        "database_url": database,
        "master_key": MASTER.hex(),
        "log_level": "ERROR",
        "patience": 0,  # one message is one answer, except in stories about just that
        **CONSENT,
        **more,
    }
    if mode == "webhook":
        port = free_port()
        where = {"listen": f"127.0.0.1:{port}", "public_url": f"http://127.0.0.1:{port}", "webhook_secret": "se-cret"}
        own |= {"mode": "webhook", **where}
    return Settings.model_validate(own)


def free_port() -> int:
    """A port that nobody listens at."""
    import socket  # noqa: PLC0415 - only webhooks need it

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def opened(database: str, folder: Path, mode: str = "polling", **more: Any) -> AsyncIterator[House]:
    """A house that runs; `more` are settings, or `pace`."""
    pace = more.pop("pace", FAST)
    rates = more.pop("rates", None)
    options = Options(rates=rates, webhook_first_wait=0.02, webhook_longest_wait=0.05)
    clock = HouseClock(more.pop("start", MONDAY))
    async with await serve(token=TOKEN, options=options) as telegram:
        telegram.telegram.clock.set(clock.now(), 1.0)
        async with running(settings_for(telegram, database, folder, mode, **more), clock, pace) as app:
            await app.ready.wait()
            house = House(app, clock, telegram, database)
            try:
                yield house
            finally:
                for person in house.people:
                    await person.close()

"""A rehearsal from curtain to curtain: a local Telegram, the bot, one invented leader, a whole programme, a script."""

import asyncio
import secrets
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from bot import logs
from bot.app import App
from bot.clock import SteppedClock
from bot.library.calendar import ZONE, usual
from bot.opening import StartError
from bot.rehearsal.answering import Mind
from bot.rehearsal.findings import Asked, Played, Setting, notes, table, wrong
from bot.rehearsal.phone import Phone
from bot.rehearsal.script import markdown
from bot.story.house import at_work, local_telegram, own_settings, whole
from bot.story.story import Story
from dialogues.asking import agenda, moments
from dialogues.asking.calendar import calendar
from dialogues.model import Language, Library
from dialogues.people import RhythmKind
from journeys import checkup, guide
from sandbox.people import Person
from storage import enrolments, leaders, prompts, reached
from storage.session import Session

NAME = "Noor"
JOINS_AT = time(10)
AFTERWARDS = timedelta(days=3)  # to answer the last question, and to see that nothing more comes
Progress = Callable[[float], None]  # hears how far the story is, from 0 to 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What is rehearsed; the leader joins the day before the first day."""

    programme: str
    language: Language
    rhythm: RhythmKind
    first_day: date


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The script as Markdown, what went wrong (a sentence each), and how many prompts and messages there were."""

    script: str
    wrong: tuple[str, ...]
    prompts: int
    messages: int


async def rehearse(plan: Plan, library: Library, progress: Progress) -> Rehearsed:
    """Play it. Raises KeyError for an unknown programme, StartError when the bot stands still."""
    logs.configure("CRITICAL")
    days = calendar(library.programmes[plan.programme], usual(plan.rhythm, plan.language), plan.first_day)
    setting = Setting(library, plan.language, ZONE, days)
    token = f"1000:{secrets.token_urlsafe(24)}"
    telegram = await local_telegram("127.0.0.1", 0, token)
    try:
        with tempfile.TemporaryDirectory(prefix="weerklank-rehearsal-") as folder:
            clock = SteppedClock(_joining(plan))
            about = {"controller": "a rehearsal", "hosting": "this machine", "retention": "until the rehearsal ends"}
            settings = own_settings(Path(folder), token, telegram.url, **about)
            async with at_work(settings, clock, library) as app:
                played = await whole(app, _Stage(app, clock, telegram.url, progress).play(plan, setting))
    except TimeoutError:
        raise StartError("The bot stands still: something was not handled or sent within 30 seconds.") from None
    finally:
        await telegram.close()
    said = sum(not line.own for line in played.lines)
    return Rehearsed("\n".join(_script(plan, played, setting)), wrong(played, setting), len(played.asked), said)


def _joining(plan: Plan) -> datetime:
    return moments.instant(plan.first_day - agenda.ONE_DAY, JOINS_AT, ZONE)


class _Stage:
    """The house while it is played in."""

    def __init__(self, app: App, clock: SteppedClock, telegram: str, progress: Progress) -> None:
        self._app, self._telegram, self._progress = app, telegram, progress
        self._story = Story(app, clock, telegram, self._at)
        self._begin, self._end = clock.now(), clock.now()

    def _at(self, now: datetime) -> None:
        whole_length = self._end - self._begin
        self._progress((now - self._begin) / whole_length if whole_length else 0.0)

    async def play(self, plan: Plan, setting: Setting) -> Played:
        """The leader joins and takes part until the end."""
        last = max(planned.at for planned in setting.calendar if planned.at)
        self._end = last.astimezone(UTC) + AFTERWARDS
        new = guide.NewCohort("Rehearsal", plan.programme, plan.language, ZONE, plan.first_day)
        cohort = await guide.create_cohort(self._app.world, new)
        mind, trouble = Mind(setting.library, plan.language, plan.rhythm), list[str]()
        async with await Person.join(self._telegram, NAME, plan.language) as person:
            phone = Phone(self._story, person, mind, ZONE)
            try:
                await self._story.jump(self._begin)
                await phone.start(cohort.payload)
                await self._story.play(phone.look, self._end)
            except* Exception as broken:  # noqa: BLE001  (the script up to here tells what came before)
                trouble += [_broken(error, phone.now) for error in broken.exceptions]
            finally:
                await self._story.close()
            asked, ended = await self._asked(person.id, plan)
        trouble += await self._trouble()
        return Played(tuple(phone.lines), asked, ended, tuple(mind.puzzled), tuple(trouble))

    async def _asked(self, chat: int, plan: Plan) -> tuple[tuple[Asked, ...], bool]:
        """What was asked, and whether the programme came to its end."""
        async with self._app.world.store.transaction() as session:
            leader = await leaders.by_chat(session, chat)
            if leader is None:
                return (), False
            found = await prompts.between(session, leader.id, self._begin, self._end + AFTERWARDS)
            states = [Asked(prompt, await reached.state_of_prompt(session, prompt.id)) for prompt in found]
            return tuple(states), await _ended(session, leader.id, plan)

    async def _trouble(self) -> list[str]:
        """What the bot could not handle or send."""
        health = (await checkup.check_up(self._app.world.store, self._app.clock.now())).health
        refused, lost = health.outbox.get("refused", 0), health.inbox.get("parked", 0) + health.inbox.get("failed", 0)
        told = [f"{refused} of the bot's messages could not be drawn, or Telegram refused them."] if refused else []
        return [*told, f"{lost} of the leader's messages could not be handled."] if lost else told


async def _ended(session: Session, leader: int, plan: Plan) -> bool:
    states = {each.programme: each.state for each in await enrolments.of_leader(session, leader)}
    return states.get(plan.programme, "active") != "active"


def _broken(error: Exception, at: datetime) -> str:
    where = " < ".join(logs.places(error)[:-4:-1])
    return f"The bot failed on {at:%a} {at.day} {at:%b %Y %H:%M}: {type(error).__name__} at {where}."


def _script(plan: Plan, played: Played, setting: Setting) -> Iterator[str]:
    name = setting.library.programmes[plan.programme].name[plan.language]
    yield f"# Rehearsal: {name} ({plan.programme})\n"
    yield f"- language: {plan.language}; rhythm: {plan.rhythm}; time zone: {ZONE}"
    yield f"- first day: {plan.first_day:%A} {plan.first_day.day} {plan.first_day:%B %Y}"
    yield f"- {NAME} is invented, and so is every answer; nothing of this counts anywhere\n"
    yield "## The dialogue"
    yield from markdown(played.lines)
    yield "\n## What was asked\n"
    yield from table(played, setting)
    yield "\n## Anything odd\n"
    odd = [*(f"- **Wrong:** {sentence}" for sentence in wrong(played, setting)), *_noted(played, setting)]
    yield from odd or ["Nothing."]
    yield ""


def _noted(played: Played, setting: Setting) -> Iterator[str]:
    yield from (f"- {sentence}" for sentence in notes(played, setting))


def run(plan: Plan, library: Library, progress: Progress) -> Rehearsed:
    """Play it to the end; blocks."""
    return asyncio.run(rehearse(plan, library, progress))

"""The demo from curtain to curtain: a local Telegram, the bot, a cohort, a month, look backs as files, a chat page."""

import asyncio
import contextlib
import secrets
import shutil
import socket
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from bot import logs
from bot.app import App
from bot.clock import SteppedClock
from bot.demo.cast import CAST, Role
from bot.demo.month import Month, Player
from bot.demo.stage import Screening
from bot.opening import StartError
from bot.story.acts import Act, Tap, Write
from bot.story.house import at_work, local_telegram, own_settings, whole
from journeys import guide
from sandbox.people import Person

START = datetime(2026, 11, 2, 7, 40, tzinfo=UTC)  # a Monday morning
END = datetime(2026, 12, 2, 16, 0, tzinfo=UTC)  # look backs came the day before, and now a last question
MARK = ".weerklank-demo"  # in a folder that a demo made; holds the address of its local Telegram
NEWEST = 0  # stands for the newest message that has the button


@dataclass(frozen=True, slots=True)
class Address:
    """Where the chat page of the demo is."""

    host: str = "127.0.0.1"
    port: int = 8787


def play(*, headless: bool, folder: Path = Path("demo"), address: Address | None = None) -> None:
    """Play the demo; Ctrl+C ends it."""
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(perform(folder, address or Address(), headless=headless))


async def perform(folder: Path, address: Address, *, headless: bool) -> None:
    """Play the month; then end, or keep the chat page open until interrupted.

    `folder` is emptied first if an earlier demo filled it. Raises StartError while another demo is at work there.
    """
    logs.configure("ERROR")
    _refuse_company(folder)
    token = f"1000:{secrets.token_urlsafe(24)}"
    telegram = await local_telegram(address.host, 0 if headless else address.port, token)
    try:
        _empty(folder, telegram.url)
        clock = SteppedClock(START)
        async with at_work(own_settings(folder, token, telegram.url, **_told(folder)), clock) as app:
            payload = await whole(app, _month(app, clock, telegram.url, folder))
            if not headless:
                await whole(app, _stay(app, clock, f"{telegram.url}/?start={payload}"))
    except TimeoutError:
        raise StartError("The demo stands still: something was not handled or sent within 30 seconds.") from None
    finally:
        await telegram.close()


def _refuse_company(folder: Path) -> None:
    """Two demos in one folder would throw each other's files away; the mark says where the first one listens."""
    mark = folder / MARK
    url = urlsplit(mark.read_text(encoding="utf-8") if mark.exists() else "")
    with contextlib.suppress(OSError):
        if url.hostname and url.port:
            socket.create_connection((url.hostname, url.port), timeout=1).close()
            raise StartError(f"A demo is at work already: {url.geturl()}. End that one first.")


def _empty(folder: Path, url: str) -> None:
    """Only what a demo made is thrown away."""
    mark = folder / MARK
    if mark.exists():
        shutil.rmtree(folder)
    if folder.exists() and any(folder.iterdir()):
        raise StartError(f"The folder {folder} holds files that no demo made; start the demo somewhere else.")
    folder.mkdir(parents=True, exist_ok=True)
    mark.write_text(url, encoding="utf-8")


def _told(folder: Path) -> dict[str, str]:
    """What the consent text says about the demo."""
    where = {"hosting": f"this machine, in the folder {folder}", "retention": f"until you delete the folder {folder}"}
    return {"controller": "the demo on your own machine", **where}


async def _month(app: App, clock: SteppedClock, url: str, folder: Path) -> str:
    """The cohort joins and lives through the month; gives the payload of its invite."""
    new = guide.NewCohort("Alliantie Zonzijde", "starter_4w", "nl", "Europe/Amsterdam", START.date())
    cohort = await guide.create_cohort(app.world, new)
    with Screening(START, END) as show:
        month = Month(app, clock, show, url)
        people = [await Person.join(url, role.name, role.language) for role in CAST]
        try:
            players = [Player(role, person) for role, person in zip(CAST, people, strict=True)]
            await month.story.jump(START)
            for player in players:
                await _join(month, player, cohort.payload)
            await _live(month, players)
            await _keep(app, folder, players, show)
        finally:
            await month.story.close()
            for person in people:
                await person.close()
    return cohort.payload


async def _join(month: Month, player: Player, payload: str) -> None:
    """From the invite to the first question, as every leader does it."""
    role = player.role
    month.show.did(month.clock.now(), role.name, "/start")
    await player.person.start(payload)
    await month.story.settled()
    acts: list[Act] = [Tap(NEWEST, label) for label in _way_in(month.app, role)]
    if role.city:  # who lives elsewhere says so
        words = "/ritme" if role.language == "nl" else "/rhythm"
        acts += [Write(words), Tap(NEWEST, _button(month.app, role, "rhythm_now", "zone")), Write(role.city)]
    for act in acts:
        await month.look([player])
        await month.do(player, act)
    await month.look([player])
    await month.story.jump(month.clock.now() + timedelta(minutes=2))


def _way_in(app: App, role: Role) -> tuple[str, ...]:
    pairs = (("language", role.language), ("consent", "agree"), ("defaults", "defaults"))
    return tuple(_button(app, role, message, button) for message, button in pairs)


def _button(app: App, role: Role, message: str, button: str) -> str:
    buttons = app.world.library.messages[message].buttons
    return next(known.label[role.language] for known in buttons if known.id == button)


async def _live(month: Month, players: list[Player]) -> None:
    """The month itself; whoever pauses does so on their day."""
    breaks = sorted((player.role.pauses_on, player.role.name, player) for player in players if player.role.pauses_on)
    for day, _, player in breaks:
        await month.play(players, datetime(2026, 11, day, 9, tzinfo=UTC))
        await month.do(player, Write("/pause 1w"))
    await month.play(players, END)


async def _keep(app: App, folder: Path, players: list[Player], show: Screening) -> None:
    """Every look back as its leader received it: the letter as text, the picture as it came."""
    library, kept, letter = app.world.library, list[Path](), ""
    for player in players:
        name, words = player.role.name.lower(), player.role.language
        ending = library.messages["summary_question"].text[words].split("\n\n")[-1]
        for message in await player.person.history():
            text = message.get("text", "")
            if not message["own"] and message.get("photo"):
                picture = await player.person.downloads(message["photo"][-1]["file_id"])
                kept.append(_write(folder / f"{name}.png", picture))
            elif not message["own"] and text.rstrip().endswith(ending):
                kept.append(_write(folder / f"{name}.txt", (text + "\n").encode()))
                if player is players[0]:
                    letter = text
    show.letter(f"The look back of {players[0].role.name}", letter)
    show.say("\nThe look backs of this month, as text and as a picture:\n  " + "\n  ".join(map(str, sorted(set(kept)))))


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


async def _stay(app: App, clock: SteppedClock, page: str) -> None:
    """The newcomer talks with the bot; the story's time goes on with the machine's."""
    print(f"\nNow talk with the bot yourself: {page}\nEnd with Ctrl+C.", flush=True)  # noqa: T201  (this is the command's result)
    last = clock.wall()
    while True:
        await asyncio.sleep(1)
        clock.step(clock.wall() - last)
        last = clock.wall()
        await app.tick()

"""Every button of every screen, pressed twice under two update ids: what it does, it does once."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from quiet_house import QuietHouse

from dialogues.commands import MENU
from dialogues.events import Pressed, Said, pressed
from dialogues.moves.anywhere import presses
from journeys import due
from storage.tables import metadata

CHAT = 7001
OURS = {"inbox", "budget"}  # what comes in, and how fast it goes out, is no effect of a press


@dataclass(frozen=True)
class State:
    """A moment in a leader's chat, to which a house can return."""

    file: Path
    story: datetime
    machine: datetime
    sent: tuple


@dataclass
class Walk:
    """Goes through all buttons that can be reached, each from the first moment in which it was seen."""

    house: QuietHouse
    file: Path
    folder: Path

    def __post_init__(self) -> None:
        self.known: set[tuple[str, ...]] = set()
        self.waiting: list[tuple[State, Pressed]] = []
        self.twice: list[tuple] = []  # what did something more when it came again
        self.number = 0

    def look(self) -> None:
        """Note the buttons that are new, with the moment in which they can be pressed."""
        fresh = [event for name, event in self.buttons() if name not in self.known]
        self.known |= {name for name, _ in self.buttons()}
        if fresh:
            here = self.keep()
            self.waiting += [(here, event) for event in fresh]

    def buttons(self) -> Iterator[tuple[tuple[str, ...], Pressed]]:
        """What the newest messages offer, each named by what it means wherever it stands."""
        sent = self.house.post.sent
        for place in range(max(0, len(sent) - 6), len(sent)):
            delivery, out, _ = sent[place]
            args = delivery.screen.args
            about = (delivery.screen.name, str(args.get("kind", "")), str(args.get("stage", args.get("page", ""))))
            for key in (key for row in out.keyboard for key in row):
                event = pressed(key.data or "", delivery.edits or 1000 + place)
                assert event is not None
                yield (*about, event.group, re.sub(r"[.\d].*", "", event.value)), event

    def keep(self) -> State:
        self.number += 1
        copy = self.folder / f"{self.number}.db"
        _copied(self.file, copy)
        clock = self.house.clock
        return State(copy, clock.story, clock.machine, tuple(self.house.post.sent))

    def back_to(self, state: State) -> None:
        _copied(state.file, self.file)
        self.house.clock.story, self.house.clock.machine = state.story, state.machine
        self.house.post.sent = list(state.sent)

    def rows(self) -> dict[str, list]:
        """All that is kept."""
        tables = [table.name for table in metadata.sorted_tables if table.name not in OURS]
        with closing(sqlite3.connect(self.file)) as database:
            return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}

    async def on(self) -> None:
        """Press every button that waits, twice, and look at what that brings."""
        while self.waiting:
            state, event = self.waiting.pop()
            self.back_to(state)
            await self.house.hears(CHAT, event)
            self.look()
            before = self.rows()
            said = await self.house.hears(CHAT, event)
            after = self.rows()
            if said or after != before:
                self.twice.append(
                    (event.group, event.value, said, [name for name in after if after[name] != before[name]])
                )


def _copied(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)


# Each from the first question on; what begins with + is tapped, with < it replies to that question, with a number so
# many hours pass.
STORIES = {
    "names": ["Ik liet de stilte duren, zoals Jan de Vries vroeg, en dat was nieuw voor mij.", 1],
    "an offer": ["Ik liet de stilte duren. Ik neem me voor dat vaker te doen.", 1, "Het gaf rust.", 1],
    "despair": ["Ik wil niet meer leven.", 73],
    "a question while held": ["Ik wil niet meer leven.", "/question"],
    "perhaps despair": ["Ik ga ermee stoppen, het hoeft niet meer."],
    "strain": ["Ik ben helemaal op en slaap al weken niet meer."],
    "danger": ["Ik word bedreigd door een collega."],
    "a report": ["Er wordt bij ons gefraudeerd met subsidie."],
    "an intention": ["Kort en goed.", 1, "/intention Eerst luisteren", 240],
    "a thought": ["Kort en goed.", 3, "Zomaar een gedachte die nergens bij hoort."],
    "a dilemma": [
        "Kort en goed.", 1, "/dilemma", "+3", 1, "Omdat het haast had.", 1, "De ander wil rust.", 1, "Allebei.", 1,
        "/paradoxes",
    ],
    "skipping": ["+skip", "/question", "+skip", "/question", "+skip"],
    "a question that is not understood": ["Ik snap de vraag niet"],
    "a step that is not understood": [
        "Gisteren liep het overleg met de gemeente vast. Ik voelde me klem zitten en keek naar de tafel.", 1,
        "Wat bedoel je?",
    ],
    "an older question": [82, "<Over de vorige vraag: ik liet de stilte duren en dat was nieuw."],
    "a pause": ["/pause 1w", "/resume"],
    "a pause that is over": ["/pause tot gisteren"],
    "a pause until who knows": ["/pause tot Pinksteren misschien"],
}  # fmt: skip


async def begun(walk: Walk) -> None:
    """Through the front door, up to the first question."""
    await walk.house.starts(CHAT)
    walk.look()
    for value, group in (("nl", "language"), ("agree", "consent"), ("defaults", "defaults")):
        await walk.house.taps(CHAT, value, group)
        walk.look()


async def told(walk: Walk, story: list) -> None:
    """One story, with a look at every screen on the way."""
    for part in story:
        match part:
            case int():
                await walk.house.wait(hours=part)
            case str() if part.startswith("+"):
                await walk.house.taps(CHAT, part[1:])
            case str() if part.startswith("<"):
                await replied(walk.house, part[1:])
            case _:
                await walk.house.says(CHAT, part)
                await walk.house.wait(minutes=1)
        walk.look()


async def replied(house: QuietHouse, words: str) -> None:
    """Words in reply to the first question."""
    place = next(place for place, (delivery, _, _) in enumerate(house.post.sent) if delivery.screen.name == "prompt")
    await house.hears(CHAT, Said(words, 500_000 + next(house.updates)), 1000 + place)


async def passed(walk: Walk, *, answering: bool) -> None:
    """Five weeks go by; what is due is answered, or nothing is."""
    house, end = walk.house, walk.house.clock.story + timedelta(days=35)
    while (planned := await due.next_due(house.world)) is not None and planned < end:
        before = len(house.post.sent)
        await house.at(max(planned, house.clock.story))
        walk.look()
        if answering and len(house.post.sent) > before:
            await house.says(CHAT, "Kort en goed.")


@pytest.mark.walk
@pytest.mark.asyncio
async def test_what_a_button_does_it_does_once(house, sqlite_url, tmp_path):
    folder = tmp_path / "moments"
    folder.mkdir()
    walk = Walk(house, Path(sqlite_url.removeprefix("sqlite:///")), folder)
    await begun(walk)
    first = walk.keep()
    for story in STORIES.values():
        walk.back_to(first)
        await told(walk, story)
    walk.back_to(first)
    await told(walk, ["Ik liet de stilte duren en dat was nieuw.", 1])
    answered = walk.keep()
    for name in MENU:
        walk.back_to(answered)
        await told(walk, [f"/{name}"])
    for answering in (True, False):
        walk.back_to(first)
        await passed(walk, answering=answering)
    await walk.on()
    assert walk.twice == []
    reached = {name[3] for name in walk.known}
    listened = presses.SETTLING | presses.CONTROLS | presses.ASIDES | presses.PAUSING | {"value", "tap", "answers"}
    seldom = {
        "silence_light", "pause_past", "resumed_quiet", "resumed_monthly", "programme_gone", "returned", "begun_anew",
        "reminder_begun", "paused_ahead",
    }  # fmt: skip
    assert listened - reached <= seldom
    assert len(walk.known) > 150


@pytest.mark.asyncio
async def test_what_was_pressed_a_moment_ago_may_be_pressed_again_after_something_else(house):
    await house.joins(CHAT)
    await house.taps(CHAT, "later", "prompt_buttons")
    later = pressed(house.buttons(-2)[0].data, 1000 + len(house.post.sent) - 2)
    assert await house.hears(CHAT, later) == []
    await house.says(CHAT, "/help")
    assert len(await house.hears(CHAT, later)) == 1
    assert await house.hears(CHAT, later) == []
    house.clock.machine += timedelta(minutes=3)
    assert len(await house.hears(CHAT, later)) == 1


@pytest.mark.asyncio
async def test_who_is_unknown_hears_once_that_nothing_is_kept_however_often_a_button_is_pressed(house):
    stale = Pressed("consent", 0, "agree", 1000)
    assert len(await house.hears(CHAT, stale)) == 1
    assert await house.hears(CHAT, stale) == []
    house.clock.machine += timedelta(minutes=3)
    assert len(await house.hears(CHAT, stale)) == 1

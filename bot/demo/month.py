"""Plays a month: everybody looks at the phone, and answers in their own time."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from bot.app import App
from bot.clock import SteppedClock
from bot.demo.cast import Role
from bot.demo.reacting import Mind, react
from bot.demo.stage import Screening
from bot.story.acts import Act, Tap, Write
from bot.story.story import Story
from sandbox.people import NothingSeenError, Person, Seen, seen


@dataclass
class Player:
    """One leader with a phone."""

    role: Role
    person: Person
    mind: Mind = field(default_factory=Mind)


class Month:
    """The story so far, and everybody in it."""

    def __init__(self, app: App, clock: SteppedClock, show: Screening, telegram: str) -> None:
        self.app, self.clock, self.show = app, clock, show
        self.story = Story(app, clock, telegram, show.at)

    async def play(self, players: Sequence[Player], end: datetime) -> None:
        """Until `end`, one moment after the other."""
        await self.story.play(partial(self.look, players), end)

    async def do(self, player: Player, act: Act) -> None:
        """A leader taps or writes."""
        try:
            match act:
                case Tap(message, label):
                    await player.person.taps(label, on=message or None)
                    self.show.did(self.clock.now(), player.role.name, f"[{label}]")
                case Write(text):
                    await player.person.says(text)
                    self.show.did(self.clock.now(), player.role.name, text)
        except NothingSeenError:
            return  # the button is gone by now: the leader shrugs
        await self.story.settled()

    async def look(self, players: Sequence[Player]) -> None:
        """Everybody looks at the phone; what is new may make them do something later."""
        histories = await asyncio.gather(*(player.person.history() for player in players))
        new: list[tuple[Player, Seen]] = []
        for player, history in zip(players, histories, strict=True):
            for message in history:
                if not message["own"] and message["message_id"] not in player.mind.seen:
                    player.mind.seen.add(message["message_id"])
                    new.append((player, seen(message)))
        self._tell(new)
        for player, met in new:
            self._meet(player, met)

    def _tell(self, new: Sequence[tuple[Player, Seen]]) -> None:
        """Show what came in; those who got the same see it together."""
        together: dict[tuple[str, str], list[str]] = {}
        for player, message in new:
            said = (message.text, "[picture]" if message.raw.get("photo") else "")
            together.setdefault(said, []).append(player.role.name)
        for (words, picture), names in together.items():
            self.show.told(self.clock.now(), names, words, picture)

    def _meet(self, player: Player, message: Seen) -> None:
        at = self.clock.now()
        for wait, act in react(player.role, player.mind, message, self.app.world.library):
            at += wait
            self.story.later(at, partial(self.do, player, act))

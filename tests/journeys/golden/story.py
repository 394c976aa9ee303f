"""A talk with the bot as it is read: journeys and screens at work, every line written down the way a leader sees it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from quiet_house import QuietHouse

from dialogues.asking import moments
from dialogues.effects import Ask
from dialogues.events import Amended, Commanded, Said, Showed, pressed
from handlers.outgoing import Key, Outgoing
from journeys import acting, due, scenes
from journeys.stage import Stage
from storage import leaders

NOOR = 7001
ZONES = {"nl": "Europe/Amsterdam", "en": "Europe/London"}  # as the usual rhythm of each language has it
LANGUAGES = ("nl", "en")
Situation = Callable[["Story"], Awaitable[None]]
SITUATIONS: dict[str, Situation] = {}
PATIENT: set[str] = set()  # situations in which the bot waits until the leader has finished writing


def situation(tell: Situation) -> Situation:
    """Take a situation into the collection; its docstring is the sentence that it shows."""
    SITUATIONS[tell.__name__] = tell
    return tell


def patient(tell: Situation) -> Situation:
    """A situation with the usual six seconds of silence before a reply."""
    PATIENT.add(tell.__name__)
    return situation(tell)


@dataclass
class Story:
    """One leader in one language; what is heard and said is added to `lines`."""

    house: QuietHouse
    language: str
    lines: list[str] = field(default_factory=list)
    seen: int = 0
    reacted: int = 0
    messages: list[int] = field(default_factory=list)  # Telegram's ids of what the leader wrote
    stamped: datetime | None = None  # the moment of the last line
    aside: bool = False  # what happens now is no part of the story

    # how it begins

    async def newcomer(self) -> None:
        """Somebody who presses Start for the first time."""
        await self.house.starts(NOOR)
        self.heard()

    async def joined(self) -> None:
        """Agreed, the usual rhythm, and the first question asked; none of that is written down."""
        self.aside = True
        await self.house.starts(NOOR)
        for value, group in ((self.language, "language"), ("agree", "consent"), ("defaults", "defaults")):
            await self.taps(value, group)
        self.forget()

    async def tuesday(self, item: str = "", kind: str = "question") -> None:
        """A week later, with nothing open but what is asked now (`item`, or what the programme asks)."""
        await self.joined()
        self.aside = True
        await self.says("Kort en goed.", "Short and sweet.")
        await self.until(moments.instant(date(2026, 11, 3), time(8, 30), ZONES[self.language]))
        if item:
            await self._instead(item, kind)
        self.forget()
        self.seen = len(self.house.post.sent) - 1
        self.heard()

    async def _instead(self, item: str, kind: str) -> None:
        """The item of this story in the place of what the programme asked."""
        await self.taps("skip", "prompt_buttons")
        await self.asked(item, kind)

    async def asked(self, item: str, kind: str = "question", about: int | None = None) -> None:
        """An item is asked now, as if the programme had it here; `about` is the prompt that it returns to."""
        world = self.house.world
        async with world.store.transaction() as session:
            leader = await leaders.by_chat(session, NOOR)
            assert leader is not None
            talk, scene = await scenes.load(world, session, leader, None)
            stage = Stage(world, session, scene, f"golden:{item}:{self.seen}", talk)
            await acting.carry_out(stage, (Ask(kind, item, f"golden{self.seen}", enrolled=True, about=about),))
        await self.house.deliver()
        self.heard()

    def forget(self) -> None:
        """Begin the page here."""
        self.lines.clear()
        self.aside = False
        self.seen, self.reacted = len(self.house.post.sent), len(self.house.post.reactions)

    # what the leader does

    async def says(self, dutch: str, english: str) -> None:
        """Write a message, or a command by its English name."""
        text = dutch if self.language == "nl" else english
        self._leader(text)
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            await self.house.hears(NOOR, Commanded(name, argument))
        else:
            self.messages.append(500_000 + next(self.house.updates))
            await self.house.hears(NOOR, Said(text, self.messages[-1]))
        self.heard()

    async def edits(self, dutch: str, english: str, which: int = -1) -> None:
        """Change an earlier message."""
        text = dutch if self.language == "nl" else english
        self._leader(text, "edits the message: ")
        await self.house.hears(NOOR, Amended(text, self.messages[which]))
        self.heard()

    async def replies(self, dutch: str, english: str, to: str) -> None:
        """Answer an older message of the bot, known by a button's value or a piece of its text."""
        text = dutch if self.language == "nl" else english
        place = next(place for place, (_, _, said) in enumerate(self.house.post.sent) if to in said)
        self._leader(text, "replies to an earlier message: ")
        self.messages.append(500_000 + next(self.house.updates))
        await self.house.hears(NOOR, Said(text, self.messages[-1]), 1000 + place)
        self.heard()

    async def shows(self, kind: str) -> None:
        """Send something that is not text."""
        self._leader(f"({kind})", "sends ")
        await self.house.hears(NOOR, Showed(kind))
        self.heard()

    async def taps(self, value: str, group: str = "", *, twice: bool = False) -> None:
        """Tap the newest button with this value (of this group); `twice`: it reaches the bot under two updates."""
        place, key = self._key(value, group)
        self._leader(f"`{key.label}`", "taps twice " if twice else "taps ")
        for _ in range(1 + twice):
            delivery = self.house.post.sent[place][0]
            event = pressed(key.data or "", delivery.edits or 1000 + place)
            assert event is not None
            await self.house.hears(NOOR, event)
        self.heard()

    def _key(self, value: str, group: str) -> tuple[int, Key]:
        for place in reversed(range(len(self.house.post.sent))):
            for key in (key for row in self.house.post.sent[place][1].keyboard for key in row):
                event = pressed(key.data or "", 0)
                if event is not None and event.value == value and group in ("", event.group):
                    return place, key
        raise AssertionError(f"there is no button {group} {value}")

    # how time goes by

    async def until(self, moment: datetime) -> None:
        """It becomes later; what was due on the way happens at its moment."""
        while (planned := await due.next_due(self.house.world)) is not None and planned <= moment:
            await self.house.at(max(planned, self.house.clock.story))
            self.heard()
        await self.house.at(moment)
        self.heard()

    async def waits(self, **length: float) -> None:
        """So much later."""
        await self.until(self.house.clock.story + timedelta(**length))

    def _stamp(self) -> None:
        """When it is, if that changed since the last line."""
        if self.house.clock.story != self.stamped and not self.aside:
            self.stamped = self.house.clock.story
            at = moments.local(self.stamped, ZONES[self.language])
            self.lines.append(f"*{at:%A} {at.day} {at:%B %Y, %H:%M:%S}*")

    # how it is written down

    def _leader(self, text: str, does: str = "") -> None:
        self._stamp()
        self.lines.append(f"**Noor** {does}{text}")

    def heard(self) -> None:
        """What is new since the last look: receipts, messages, messages that changed."""
        if self.aside:
            self.seen, self.reacted = len(self.house.post.sent), len(self.house.post.reactions)
            return
        if self.seen < len(self.house.post.sent) or self.reacted < len(self.house.post.reactions):
            self._stamp()
        for _, _, emoji in self.house.post.reactions[self.reacted :]:
            self.lines.append(f"*reacts {emoji}*")
        for delivery, out, text in self.house.post.sent[self.seen :]:
            self.lines.append(told(out, text, changed=delivery.edits is not None))
        self.seen, self.reacted = len(self.house.post.sent), len(self.house.post.reactions)

    def page(self, title: str) -> str:
        """The story as Markdown."""
        return f"# {title}\n\n" + "\n\n".join(self.lines) + "\n"


def told(out: Outgoing, text: str, *, changed: bool) -> str:
    """One message of the bot, with its buttons as they stand in rows."""
    shown = [f"> {line}".rstrip() for line in text.splitlines()]
    shown += ["> (picture)"] if out.photo else []
    shown += [f"> (file {out.document[0]})"] if out.document else []
    rows = [" ".join(f"`{key.label}`" for key in row) for row in out.keyboard]
    who = "**Bot** (in the same message)" if changed else "**Bot**"
    return "\n".join([who, "", *shown, *(["", *(f"{row}  " for row in rows)] if rows else [])])

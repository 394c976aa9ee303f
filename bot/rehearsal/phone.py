"""The invented leader's phone: everything that comes in is written down, and answered when its time comes."""

from datetime import datetime
from functools import partial

from bot.rehearsal.answering import Act, Mind, Press, react
from bot.rehearsal.script import BOT, Doing, Line
from bot.story.acts import Write
from bot.story.story import Story
from dialogues.asking import moments
from sandbox.people import Json, Person, seen


class Phone:
    """One leader in the story, with all that happened on the screen."""

    def __init__(self, story: Story, person: Person, mind: Mind, zone: str) -> None:
        self._story, self._person, self._mind, self._zone = story, person, mind, zone
        self._shown: dict[int, Line] = {}
        self.lines: list[Line] = []

    @property
    def now(self) -> datetime:
        """The leader's local time."""
        return moments.local(self._story.clock.now(), self._zone)

    async def start(self, payload: str) -> None:
        """Press Start on an invite."""
        await self._person.start(payload)
        self.lines.append(Line(self.now, self._person.first_name, "writes", "/start"))
        await self._story.settled()

    async def look(self) -> None:
        """Write down what is new or edited, and plan what to do with it."""
        for message in await self._person.news():
            if message["own"]:
                self._reactions(message)
            else:
                self._met(message)

    def _reactions(self, message: Json) -> None:
        emoji = " ".join(message.get("reactions", ()))
        if emoji:
            self.lines.append(Line(self.now, BOT, "reacts", emoji))

    def _met(self, message: Json) -> None:
        met = seen(message)
        known = self._shown.get(met.id)
        doing: Doing = "edits" if known else "shows" if message.get("photo") else "says"
        rows = tuple(tuple(button.text for button in row) for row in met.buttons)
        line = Line(self.now, BOT, doing, met.text, rows, known.at if known else None)
        if known and known.text == line.text and line.rows in ((), known.rows):  # used buttons go without a word
            self._shown[met.id] = Line(known.at, BOT, doing, met.text, rows)
            return
        self.lines.append(line)
        self._shown[met.id] = line if known is None else Line(known.at, BOT, doing, met.text, rows)
        planned = react(met, self._mind, self.now.date())
        if planned is not None:
            wait, act = planned
            self._story.later(self._story.clock.now() + wait, partial(self._do, act))

    async def _do(self, act: Act) -> None:
        """Write or press; what has no button any more is left alone."""
        name = self._person.first_name
        match act:
            case Write(text):
                self.lines.append(Line(self.now, name, "writes", text))
                await self._person.says(text)
            case Press(message, button) if any(button.text in row for row in self._shown[message].rows):
                self.lines.append(Line(self.now, name, "taps", button.text))
                await self._person.presses(message, button.data)
            case _:
                return
        await self._story.settled()
        await self.look()

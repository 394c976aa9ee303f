"""What the invented leader does with a message: decided by its buttons, so that any item of any library is answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.rehearsal.words import WORDS, Occasion
from bot.story.acts import Write
from dialogues.events import Pressed, pressed
from dialogues.model import Language, Library
from dialogues.people import RhythmKind
from sandbox.people import Button, Seen

THINKING, TALKING, TAPPING = timedelta(minutes=25), timedelta(minutes=1), timedelta(seconds=20)
MONTH = timedelta(days=28)  # one intention in so long is enough
WRITES: dict[str, Occasion] = {
    "prompt_buttons": "answer", "followup_buttons": "reply", "dilemma_stop": "step", "programme_end": "discovery",
}  # fmt: skip
TAPS = {
    "consent": "agree", "consent_more": "agree", "moment": "morning", "own_case_offer": "own_case",
    "summary_question": "yes", "intention_check": "partly", "programme_choice": "stop", "echo_offer": "yes",
    "intention_form": "form",
}  # fmt: skip


WAY_OUT = "way_out"  # of what words are asked for
LOOK_BACK = "lookback"  # ways into one that was judged already: nothing waits for these
UNASKED: dict[str, Occasion] = {"intention_learning": "learning", "intention_when": "when"}  # no button answers these
STEPS = 5  # of a scale, mood or energy
DEEPER = 3  # one more question is wanted once in so many times


@dataclass(frozen=True, slots=True)
class Press:
    """Press one button of a message."""

    message: int
    button: Button


Act = Press | Write


@dataclass
class Mind:
    """Who plays, and what they did so far."""

    library: Library
    language: Language
    rhythm: RhythmKind
    done: set[tuple[int, str]] = field(default_factory=set)  # message, and what was done with it
    turns: Counter[str] = field(default_factory=Counter)
    intended_on: date | None = None
    puzzled: list[str] = field(default_factory=list)  # what nobody had thought of

    def first_time(self, message: int, what: str) -> bool:
        """Is this the first time? From now on it is not."""
        new = (message, what) not in self.done
        self.done.add((message, what))
        return new

    def next_of(self, what: str, among: Sequence[str]) -> str:
        """One after the other."""
        self.turns[what] += 1
        return among[(self.turns[what] - 1) % len(among)]

    def words(self, occasion: Occasion) -> Write:
        """Something to write."""
        return Write(self.next_of(occasion, WORDS[self.language][occasion]))


@dataclass(frozen=True, slots=True)
class Look:
    """A message with what its buttons are for."""

    seen: Seen
    keys: tuple[tuple[Pressed, Button], ...]

    @classmethod
    def at(cls, message: Seen) -> "Look":
        """Understand the buttons."""
        buttons = [button for row in message.buttons for button in row]
        found = ((pressed(button.data, message.id), button) for button in buttons)
        return cls(message, tuple((event, button) for event, button in found if event is not None))

    def of(self, group: str) -> dict[str, Button]:
        """The buttons of a group by their value."""
        return {event.value: button for event, button in self.keys if event.group == group}


def react(message: Seen, mind: Mind, today: date) -> tuple[timedelta, Act] | None:
    """The next thing to do with a message as it looks now, and after how long; None leaves it alone."""
    look = Look.at(message)
    groups = dict.fromkeys(event.group for event, _ in look.keys)
    if not groups or WAY_OUT in groups:
        return _unasked(look, mind)
    if set(groups) == {LOOK_BACK}:
        return None
    if "value" in groups:
        return _value(look, mind)
    if "tap" in groups:
        return _tap(look, mind)
    if "deeper_offer" in groups:
        return _deeper(look, mind)
    if "case_other" in groups and mind.first_time(message.id, "look"):
        return TALKING, Press(message.id, next(iter(look.of("case_other").values())))
    written = next((WRITES[group] for group in groups if group in WRITES), None)
    if written is not None:
        wait = TALKING if written in ("reply", "step") else THINKING
        return (wait, mind.words(written)) if mind.first_time(message.id, "words") else None
    return _offer(look, mind, today) if mind.first_time(message.id, next(iter(groups))) else None


def _unasked(look: Look, mind: Mind) -> tuple[timedelta, Act] | None:
    """A question that is answered in words alone, such as what helped with an intention."""
    for message, occasion in UNASKED.items():
        asked = mind.library.messages[message].text[mind.language]
        if asked in look.seen.text and mind.first_time(look.seen.id, message):
            return TALKING, mind.words(occasion)
    return None


def _value(look: Look, mind: Mind) -> tuple[timedelta, Act] | None:
    """A scale, a choice, a position, an option or a pulse: each time another place in the row."""
    values = look.of("value")
    if not mind.first_time(look.seen.id, "value"):
        return None
    chosen = mind.next_of(f"of {len(values)}", _middling(list(values)))
    return THINKING, Press(look.seen.id, values[chosen])


def _tap(look: Look, mind: Mind) -> tuple[timedelta, Act] | None:
    """Small taps under the thanks, such as mood and energy: one of each row that was not tapped yet, in turn."""
    taps = look.of("tap")
    for name in dict.fromkeys(value.partition(".")[0] for value in taps if "." in value):
        if mind.first_time(look.seen.id, name):
            row = [value for value in taps if value.startswith(f"{name}.")]
            return TAPPING, Press(look.seen.id, taps[mind.next_of(name, _middling(row))])
    return None


def _middling(values: list[str]) -> list[str]:
    """Of five steps all but the lowest: nobody here is in need of care. Others begin with the second."""
    return values[1:] if len(values) == STEPS else [*values[1:], values[0]]


def _deeper(look: Look, mind: Mind) -> tuple[timedelta, Act] | None:
    """The offer of one more question, now and then."""
    if not mind.first_time(look.seen.id, "deeper"):
        return None
    wanted = mind.next_of("deeper", ("yes", *["no"] * (DEEPER - 1))) == "yes"
    return (TALKING, Press(look.seen.id, look.of("deeper_offer")["deeper"])) if wanted else None


def _offer(look: Look, mind: Mind, today: date) -> tuple[timedelta, Act]:
    """A choice of another kind: what is usual; of what nobody thought of the yes, or the first."""
    keys = {(event.group, event.value): button for event, button in look.keys}
    usual = _usual(mind, look, today)
    for group, value in usual.items():
        if (group, value) in keys:
            return TALKING, Press(look.seen.id, keys[group, value])
    mind.puzzled.append(" ".join(f"[{button.text}]" for button in keys.values()))
    agreed = next((button for (_, value), button in keys.items() if value == "yes"), None)
    return TALKING, Press(look.seen.id, agreed or next(iter(keys.values())))


def _usual(mind: Mind, look: Look, today: date) -> dict[str, str]:
    begin = {"rhythm": "light"} if mind.rhythm == "light" else {"defaults": "defaults"}
    return {"language": mind.language, **begin, **TAPS, **_intention(mind, look, today)}


def _intention(mind: Mind, look: Look, today: date) -> dict[str, str]:
    """Yes to the offer of an intention once a month."""
    if not look.of("intention_offer"):
        return {}
    wanted = mind.intended_on is None or today - mind.intended_on >= MONTH
    if wanted:
        mind.intended_on = today
    return {"intention_offer": "yes" if wanted else "no"}

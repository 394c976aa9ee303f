"""What an invented leader does when a message of the bot comes in: pure, so that a month can be replayed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from bot.demo.cast import Role
from dialogues.model import Library
from sandbox.people import Seen

AT_ONCE = timedelta(seconds=20)  # a tap, while the phone is in the hand
STEPS = ("why", "other", "both", "own_case")


@dataclass(frozen=True, slots=True)
class Tap:
    """Tap the button with this callback data or label on a message."""

    message: int
    label: str


@dataclass(frozen=True, slots=True)
class Write:
    """Write something."""

    text: str


Act = Tap | Write


@dataclass
class Mind:
    """What an invented leader remembers while the month is played."""

    prompts: int = 0
    item: str = ""
    taps: int = 0
    more: int = 0
    seen: set[int] = field(default_factory=set)


def react(role: Role, mind: Mind, seen: Seen, library: Library) -> Iterator[tuple[timedelta, Act]]:
    """The acts that follow, each with the time until it."""
    item = item_of(role, seen.text, library)
    if item and seen.buttons and _opens(seen, library, role):
        mind.prompts, mind.item = mind.prompts + 1, item
    if mind.prompts > role.stops_after:
        return
    if mind.prompts in role.skips and (skip := seen.button(_label(library, role, "prompt_buttons", "skip"))) and item:
        yield role.delay, Tap(seen.id, skip.text)
        return
    yield from _answers(role, mind, seen, library, item)


def _answers(role: Role, mind: Mind, seen: Seen, library: Library, item: str) -> Iterator[tuple[timedelta, Act]]:
    words = role.language
    if library.messages["tap_mood_energy"].text[words] in seen.text:
        yield from _moods(role, mind, seen)
    elif (step := _step(seen.text, mind.item, library, role)) and f"{mind.item}.{step}" in role.answers:
        yield role.delay, Write(role.answers[f"{mind.item}.{step}"])
    elif step:
        yield role.delay, Tap(seen.id, library.dilemma_texts.stop[words])
    elif item in library.dilemmas:
        yield role.delay, Tap(seen.id, str(role.position))
    elif item in library.cases:
        yield role.delay, Tap(seen.id, library.cases[item].options[role.position % 3].label[words])
    elif item in library.pulses:
        yield role.delay, Tap(seen.id, str(role.taps[mind.taps % len(role.taps)][1]))
    elif item in library.questions:
        yield role.delay, Write(role.answers.get(item) or role.more[mind.more % len(role.more)])
    elif seen.button(_label(library, role, "followup_buttons", "enough")):
        mind.more += 1
        yield role.delay / 4, Write(role.more[mind.more % len(role.more)])
    else:
        yield from _asides(role, seen, library)


def _asides(role: Role, seen: Seen, library: Library) -> Iterator[tuple[timedelta, Act]]:
    """An offer to note an intention, its check, and the end of the programme."""
    for message, button in (("intention_offer", "yes"), ("intention_check", "partly"), ("resumed", "start")):
        label = _label(library, role, message, button)
        if seen.button(label) and _same(seen.text, library.messages[message].text[role.language]):
            yield role.delay / 2, Tap(seen.id, label)
    if seen.button(_label(library, role, "programme_end", "next")) and "end" in role.answers:
        yield role.delay, Write(role.answers["end"])
    if seen.text == library.messages["intention_learning"].text[role.language]:
        yield role.delay / 2, Write(role.more[0])


def _moods(role: Role, mind: Mind, seen: Seen) -> Iterator[tuple[timedelta, Act]]:
    mood, energy = role.taps[mind.taps % len(role.taps)]
    mind.taps += 1
    keys = [button for row in seen.buttons for button in row]
    for number, value in ((0, mood), (5, energy)):
        if len(keys) > 10:
            yield AT_ONCE, Tap(seen.id, keys[number + value - 1].text)


def item_of(role: Role, text: str, library: Library) -> str:
    """The item that a message shows, or ""."""
    words = role.language
    for items in (library.questions, library.pulses):
        for name, item in items.items():
            if item.text[words] in text and name not in ("PU-05", "PU-06"):
                return name
    for known in (library.dilemmas, library.cases):
        for name, told in known.items():
            if told.scenario[words] in text:
                return name
    return ""


def _opens(seen: Seen, library: Library, role: Role) -> bool:
    """Is this a prompt itself, not its pulse or a repetition?"""
    return seen.button(_label(library, role, "prompt_buttons", "later")) is not None


def _step(text: str, item: str, library: Library, role: Role) -> str:
    """The step of a dilemma or case that a message asks about."""
    words = role.language
    if item in library.cases and library.cases[item].closing[words] in text:
        return "closing"
    if item not in library.dilemmas:
        return ""
    known = library.dilemmas[item]
    own = library.dilemma_texts.own_case
    texts = (known.why, known.other_pole.at(role.position), known.both_and, own)
    return next((step for step, asked in zip(STEPS, texts, strict=True) if asked[words] == text), "")


def _label(library: Library, role: Role, message: str, button: str) -> str:
    return next(known.label[role.language] for known in library.messages[message].buttons if known.id == button)


def _same(text: str, template: str) -> bool:
    """Does the text begin like this message, up to its first placeholder?"""
    return text.startswith(template.partition("{")[0])

"""What an invented leader does when a message of the bot comes in: pure, so that a month can be replayed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from bot.demo.cast import Role
from bot.story.acts import Act, Later, Tap, Write
from dialogues.model import FollowUp, Library
from sandbox.people import Seen

AT_ONCE = timedelta(seconds=20)  # a tap, while the phone is in the hand
STEPS = ("why", "other", "both", "own_case")
USUAL = (3, 3)
MOODS = 5  # the buttons for mood; those for energy follow them


@dataclass
class Mind:
    """What an invented leader remembers while the month is played."""

    prompts: int = 0
    item: str = ""
    intends: bool = False
    seen: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Eyes:
    """A leader who looks at one message, with all that helps to understand it."""

    role: Role
    mind: Mind
    seen: Seen
    library: Library

    def is_(self, message: str) -> bool:
        """Does the text hold this message, up to its first placeholder?"""
        return self.library.messages[message].text[self.role.language].partition("{")[0] in self.seen.text

    def label(self, message: str, button: str) -> str:
        """The label of a button of a message."""
        buttons = self.library.messages[message].buttons
        return next(known.label[self.role.language] for known in buttons if known.id == button)

    def shows(self, message: str, button: str) -> bool:
        """Is this button below the text?"""
        return self.seen.button(self.label(message, button)) is not None

    def slowly(self, act: Act) -> Later:
        """An act after the time until this leader looks at the phone."""
        return self.role.delay, act

    def soon(self, act: Act) -> Later:
        """An act in a conversation that goes on."""
        return self.role.delay / 8 + timedelta(minutes=1), act


def react(role: Role, mind: Mind, seen: Seen, library: Library) -> Iterator[Later]:
    """The acts that follow, each with the time until it."""
    eyes = Eyes(role, mind, seen, library)
    item = _item(eyes)
    prompted = bool(item) and eyes.shows("prompt_buttons", "later")
    if prompted:
        mind.prompts, mind.item = mind.prompts + 1, item
    if mind.prompts > role.stays:
        return
    if prompted and mind.prompts in role.skips:
        yield eyes.slowly(_skip(eyes))
    elif item:
        yield eyes.slowly(_answer(eyes, item))
    else:
        yield from _reply(eyes)


def _skip(eyes: Eyes) -> Act:
    return Tap(eyes.seen.id, eyes.label("prompt_buttons", "skip"))


def _answer(eyes: Eyes, item: str) -> Act:
    """What this leader taps or writes on an item; who has nothing to say about it skips it."""
    if item in eyes.role.says:
        return Write(eyes.role.says[item])
    if item in eyes.library.pulses:
        return Tap(eyes.seen.id, eyes.role.picks.get(item, "3"))
    if item in eyes.role.picks:
        return Tap(eyes.seen.id, _option(eyes, item))
    return _skip(eyes)


def _option(eyes: Eyes, item: str) -> str:
    """The label of what this leader picks."""
    picked, words = eyes.role.picks[item], eyes.role.language
    if item in eyes.library.cases:
        return next(each.label[words] for each in eyes.library.cases[item].options if each.id == picked)
    if item in eyes.library.questions:
        return next(each.label[words] for each in eyes.library.questions[item].options if each.id == picked)
    steps = (button for row in eyes.seen.buttons for button in row)  # a leader may see the poles the other way round
    return next(button.text for button in steps if button.data.endswith(f":{picked}"))


def _reply(eyes: Eyes) -> Iterator[Later]:
    """To whatever is no item: a step, a follow-up, taps, an offer."""
    says = eyes.role.says
    if eyes.is_("tap_mood_energy"):
        yield from _moods(eyes)
    elif step := _step(eyes):
        stop = Tap(eyes.seen.id, eyes.library.dilemma_texts.stop[eyes.role.language])
        known = says.get(f"{eyes.mind.item}.{step}")
        yield eyes.soon(Write(known) if known else stop)
    elif eyes.shows("followup_buttons", "enough"):
        known = says.get(f"{eyes.mind.item}.{_missing(eyes)}")
        yield eyes.soon(Write(known) if known else Tap(eyes.seen.id, eyes.label("followup_buttons", "enough")))
    elif eyes.is_("own_case_offer"):
        wanted = "own_case" if f"{eyes.mind.item}.own_case" in says else "stop"
        yield eyes.soon(Tap(eyes.seen.id, eyes.label("own_case_offer", wanted)))
    elif eyes.is_("intention_learning") and "learned" in says:
        yield eyes.soon(Write(says["learned"]))
    elif eyes.is_("programme_end") and "end" in says:
        eyes.mind.item = "end"
        yield eyes.slowly(Write(says["end"]))
    else:
        yield from _offers(eyes)


def _moods(eyes: Eyes) -> Iterator[Later]:
    keys = [button for row in eyes.seen.buttons for button in row]
    mood, energy = eyes.role.feels.get(eyes.mind.item, USUAL)
    if len(keys) > 2 * MOODS:
        yield AT_ONCE, Tap(eyes.seen.id, keys[mood - 1].text)
        yield AT_ONCE, Tap(eyes.seen.id, keys[MOODS + energy - 1].text)


def _offers(eyes: Eyes) -> Iterator[Later]:
    """An offer to note an intention (one a month is enough), its check, and a gentle beginning after a pause."""
    if eyes.is_("intention_offer"):
        wanted = "intention" in eyes.role.picks and not eyes.mind.intends
        eyes.mind.intends = eyes.mind.intends or wanted
        yield eyes.soon(Tap(eyes.seen.id, eyes.label("intention_offer", "yes" if wanted else "no")))
    elif eyes.shows("intention_check", "partly") and "intention" in eyes.role.picks:
        yield eyes.slowly(Tap(eyes.seen.id, eyes.label("intention_check", eyes.role.picks["intention"])))
    elif eyes.is_("resumed"):
        yield eyes.soon(Tap(eyes.seen.id, eyes.label("resumed", "start")))


def _item(eyes: Eyes) -> str:
    """The item that the message shows, or ""."""
    library, words, text = eyes.library, eyes.role.language, eyes.seen.text
    for items in (library.questions, library.pulses):
        for name, item in items.items():
            if item.text[words] in text and name not in ("PU-05", "PU-06"):  # mood and energy have their own way
                return name
    for known in (library.dilemmas, library.cases):
        for name, told in known.items():
            if told.scenario[words] in text:
                return name
    return ""


def _step(eyes: Eyes) -> str:
    """The step of a dilemma or case that the message asks about, or ""."""
    item, words, library = eyes.mind.item, eyes.role.language, eyes.library
    if item in library.cases:
        case = library.cases[item]
        asked = {"closing": case.closing} | {f"reflect.{each.id}": each.reflection for each in case.options}
        found = (step for step, text in asked.items() if text[words] in eyes.seen.text)
        return next(found, "").partition(".")[0]
    if item not in library.dilemmas:
        return ""
    known, place = library.dilemmas[item], int(eyes.role.picks.get(item, "4"))
    texts = (known.why, known.other_pole.at(place), known.both_and, library.dilemma_texts.own_case)
    return next((step for step, asked in zip(STEPS, texts, strict=True) if asked[words] in eyes.seen.text), "")


def _missing(eyes: Eyes) -> str:
    """Which element of an answer the follow-up asks about, or ""."""
    question = eyes.library.questions.get(eyes.mind.item)
    own = question.followups if question else ()
    elements = eyes.library.elements.values()
    generic = (FollowUp(element.id, text) for element in elements for text in element.variants)
    return next((each.when for each in (*own, *generic) if each.text[eyes.role.language] in eyes.seen.text), "")

"""A press may be lost: every button under a prompt can be written instead, in either language, by label or number."""

from dataclasses import replace

import pytest
from pocket import Pocket

from dialogues.asking import poles
from dialogues.effects import Ask, KeepTap
from dialogues.events import pressed
from dialogues.library import library
from dialogues.moves.steps import item_args
from handlers import screens
from handlers.outgoing import Key
from journeys.ports import Delivery, Screen

LIBRARY = library()
OPEN = next(name for name, each in LIBRARY.questions.items() if each.kind == "open")
SCALE = next(name for name, each in LIBRARY.questions.items() if each.scale)
CHOICE = next((name for name, each in LIBRARY.questions.items() if each.options), SCALE)
ITEMS = [
    ("question", OPEN), ("question", SCALE), ("question", CHOICE), ("paradox", "P04"), ("paradox_revisit", "P04"),
    ("integrity_case", next(iter(LIBRARY.cases))), ("pulse", "PU-01"), ("intention_check", "intention"),
    ("programme_end", "starter_4w"),
]  # fmt: skip
both = pytest.mark.parametrize("language", ["nl", "en"])


def asked(kind: str, item: str, language: str) -> Pocket:
    pocket = Pocket.asked(kind, item)
    pocket.leader = replace(pocket.leader, language=language)
    return pocket


def keys(pocket: Pocket, screen: str, language: str, **args: object) -> list[Key]:
    """The buttons as they stand in the chat."""
    known = {**item_args(pocket.prompt), "about": pocket.prompt.id, **args}
    taps = {name: value for (_, name), value in pocket.taps.items()}
    swapped = poles.swapped(pocket.leader, pocket.prompt.item)
    material = {"taps": taps, "swapped": swapped, "date": "", "intention": "x", "position": "3"}
    out = screens.render(Delivery(1, language, Screen(screen, known), material), LIBRARY)
    return [key for row in out.keyboard for key in row]


@both
@pytest.mark.parametrize(("kind", "item"), ITEMS)
def test_each_button_under_a_prompt_can_be_written(kind, item, language):
    for key in keys(asked(kind, item, language), "prompt", language):
        event = pressed(key.data, 0)
        tapped = asked(kind, item, language).presses(event.group, event.value, event.about)
        written = asked(kind, item, language).says(key.label)
        assert written.words == [], key
        assert written.screens or written.decided(Ask | KeepTap), key
        assert after(written) == after(tapped), key


def after(pocket: Pocket) -> tuple[object, ...]:
    """What became of it, whatever the numbers of what was asked next."""
    said = [screen for screen in pocket.screens if screen != "prompt"]  # a tap also redraws its own message
    return type(pocket.talk), said, [known.state for known in pocket.prompts.values()], pocket.taps


def deeper(kind: str, item: str, language: str, *said: str) -> Pocket:
    pocket = asked(kind, item, language)
    for text in said:
        pocket.says(text)
        pocket.waits(minutes=1)
    return pocket


STEPS = [
    ("question", SCALE, ("1",), "followup"),
    ("paradox", "P04", ("3",), "dilemma_step"),
    ("paradox", "P04", ("3", "Omdat het haast had."), "dilemma_step"),
    ("integrity_case", next(iter(LIBRARY.cases)), ("1",), "case_reflection"),
]


@both
@pytest.mark.parametrize(("kind", "item", "said", "screen"), STEPS)
def test_the_way_out_of_each_further_step_can_be_written(kind, item, said, screen, language):
    pocket = deeper(kind, item, language, *said)
    step = next(say for say in reversed(pocket.said) if say.screen == screen)
    for key in keys(pocket, screen, language, **step.args):
        event = pressed(key.data, 0)
        if event.group == "case_other":
            continue  # a look at another option is no way out; the words are an answer
        written = deeper(kind, item, language, *said)
        before = written.words
        written.says(key.label)
        tapped = deeper(kind, item, language, *said).presses(event.group, event.value, event.about)
        assert written.words == before, key
        assert after(written) == after(tapped), key

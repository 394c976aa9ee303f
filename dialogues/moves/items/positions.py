"""A place on a scale in other words than one number: halfway two numbers, or another number on second thoughts."""

import re
from dataclasses import replace

from dialogues.effects import Effect, Keep, KeepTap, Say, Turn
from dialogues.events import Pressed, Said
from dialogues.language.hearing import vocabulary
from dialogues.language.numbered import ONES
from dialogues.moves import typed
from dialogues.moves.items import dilemmas, values
from dialogues.moves.keeping.closing import names
from dialogues.moves.steps import Step, item_args, says, shown
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Talk

LATER = {"both", "offer", "own_case"}  # the steps that build on what was said of the other side
CHANGING = {"why", "other", "changed"} | LATER  # every step after a position
_BETWEEN = re.compile(
    r"(?:(?:ik denk|ik zou zeggen|ik twijfel|ergens|iets|ongeveer|zo|een|doe maar|i think|i would say|i'd say|maybe|"
    r"misschien|somewhere|about|a|op|at)\W+)*"
    r"(?:(?P<half>\d)[.,]\d+|(?P<whole>\w+?)\W*(?:[eë]n\W*(?:een\W*)?half|and\W+a\W+half)"
    r"|(?:tussen|between)\W+(?:de\W+)?(?P<from>\w+)\W+(?:en|and)\W+(?P<to>\w+)"
    r"(?:\W+in)?|(?P<one>\w+)\s*(?:of|or|à|-|–|/)\s*(?:een\s+|a\s+)?(?P<other>\w+))"
)
_NOT = vocabulary("replies", "not that number")
_AROUND = vocabulary("replies", "around a number") | _NOT


def between(prompt: Prompt, text: str, scene: Scene) -> tuple[int, int] | None:
    """The two neighbouring numbers of a scale that these words leave open ("3,5", "tussen 3 en 4"); None for others."""
    choices = values.options(prompt, scene) if prompt.stage in values.CHOOSING else {}
    plain = text.strip().casefold().replace("½", ".5")
    found = _BETWEEN.fullmatch(plain.strip(" .!?"))
    if found is None or not choices or not all(value.isdigit() for value in choices):
        return None
    low, high = _pair(found)
    return (low, high) if high - low == 1 and {str(low), str(high)} <= set(choices) else None


def _pair(found: re.Match[str]) -> tuple[int, int]:
    if found["half"]:
        return int(found["half"]), int(found["half"]) + 1
    if found["whole"]:
        low = typed.NUMBERS.get(found["whole"], found["whole"])
        return (int(low), int(low) + 1) if low.isdigit() else (0, 0)
    ends = (found["from"], found["to"]) if found["from"] else (found["one"], found["other"])
    numbers = [int(typed.NUMBERS.get(end, end)) for end in ends if typed.NUMBERS.get(end, end).isdigit()]
    return (min(numbers), max(numbers)) if len(numbers) == len(ends) else (0, 0)


def halfway(prompt: Prompt, pair: tuple[int, int], said: Said, scene: Scene) -> Step:
    """A whole number is asked for; what was written is kept beside it once, and the second time it is asked shorter."""
    args = {"low": str(pair[0]), "high": str(pair[1])}
    if scene.answers:
        return OnPrompt(prompt.id), (Say("choose_either", args),)
    kept = Keep(prompt.id, "addition", said.text, said.message, named=names(said.text))
    return OnPrompt(prompt.id), (kept, Say("choose_whole", args))


def meant(prompt: Prompt, text: str, scene: Scene) -> str | None:
    """The other position that was written after one was taken ("nee, 5", "I meant 5", "5"); None for other words."""
    if not movable(prompt, scene):
        return None
    tokens = re.findall(r"[\w']+", text.casefold().replace("’", "'"))
    digits = [word for word in tokens if word.isdigit()]
    spelled = [word for word in tokens if word in typed.NUMBERS]
    numbers = digits or [word for word in spelled if word not in ONES] or spelled[-1:]
    if not _AROUND.issuperset(set(tokens) - set(numbers)) or len(numbers) <= (not _NOT.isdisjoint(tokens)):
        return None
    labels = {label: value for value, label in values.options(prompt, scene).items()}
    places = [labels.get(typed.NUMBERS.get(number, number)) for number in numbers]
    others = [place for place in places if place != scene.taps["position"]] or places
    return others[0] if len(others) == 1 else None


def movable(prompt: Prompt, scene: Scene) -> bool:
    """Was a position taken of which the talk goes on still?"""
    return prompt.state == "answered" and prompt.stage in CHANGING and "position" in scene.taps


def pressed(talk: Talk, prompt: Prompt, event: Pressed, scene: Scene) -> Step:
    """Another position by tap, where an older message still has its buttons."""
    if event.value not in values.options(prompt, scene):
        return says(talk, "stale_button")
    if event.value == scene.taps["position"]:
        return talk, ()
    return talk, moved(prompt, event.value, scene, event.message)


def moved(prompt: Prompt, value: str, scene: Scene, message: int | None) -> tuple[Effect, ...]:
    """Shown on the scale, and what is asked now is asked again: of who crossed over, about the new other side."""
    turned = replace(prompt, stage="other") if crosses(prompt, value, scene) else prompt
    told = Say("position_moved", item_args(prompt), prompt.id)
    return (
        KeepTap(prompt.id, "position", value), Turn(turned), *shown(prompt, message), told,
        dilemmas.asked(turned, turned.stage),
    )  # fmt: skip


def crosses(prompt: Prompt, value: str, scene: Scene) -> bool:
    """Was the other side asked about already, and is it another one seen from here?"""
    other, before = scene.library.dilemmas[prompt.item].other_pole, scene.taps["position"]
    return prompt.stage in LATER and other.at(int(before)) != other.at(int(value))

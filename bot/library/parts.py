"""An item as a leader meets it: every message it can bring, drawn by the same screens that draw it in the chat."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from bot.library.finding import Found, shelves
from dialogues.model import Language, Library, Scale
from handlers import screens
from handlers.outgoing import Outgoing, Showing
from journeys.ports import Delivery, Screen

MOOD_AND_ENERGY = ("PU-05", "PU-06")  # two taps under a thanks, no message of their own
POSITIONS = {"2": "near the first pole", "4": "in the middle", "6": "near the second pole"}
SWAPPED = {"swapped": True}  # half of the leaders see the second pole first
EARLIER = {"date": "{date}", "position": "3"}  # what a leader took on an earlier day


@dataclass(frozen=True, slots=True)
class Part:
    """One message of an item: when it comes, and how it looks."""

    when: str
    shown: Outgoing


@dataclass(frozen=True, slots=True)
class Easel:
    """Draws the messages of one item in one language."""

    library: Library
    language: Language
    kind: str
    item: str

    def draw(self, screen: str, taps: Mapping[str, str] | None = None, **args: Any) -> Outgoing:
        """A screen about the item, with what was tapped so far; `material` in the arguments is what it quotes."""
        material = {"taps": taps or {}, **args.pop("material", {})}
        about = {"kind": self.kind, "item": self.item, "prompt": 0, "about": 0}
        delivery = Delivery(0, self.language, Screen(screen, about | args), material)
        return screens.render(delivery, self.library)


def parts(found: Found, library: Library, language: Language) -> tuple[Part, ...]:
    """Every message that an item can bring; those of a programme stand in its calendar, so it has only its end."""
    easel = Easel(library, language, found.kind, found.id)
    match found.kind:
        case "question":
            return tuple(_question(easel))
        case "paradox":
            return tuple(_dilemma(easel))
        case "integrity_case":
            return tuple(_case(easel))
        case "pulse":
            return tuple(_pulse(easel))
        case "programme":
            return (Part("at the end", easel.draw("prompt", kind="programme_end")),)
        case "message":
            return (Part("the message", _message(easel)),)
        case "safety":
            return tuple(_safety(easel))
        case "element":  # pragma: no branch - the last kind; the type checker knows
            wordings = range(len(shelves(library)["element"][found.id].variants))
            drawn = (easel.draw("followup", key=f"{found.id}/{number}") for number in wordings)
            return tuple(Part("as a follow-up to any question", shown) for shown in drawn)


def _question(easel: Easel) -> Iterator[Part]:
    asked = easel.library.questions[easel.item]
    yield Part("the question", easel.draw("prompt"))
    if asked.scale:
        middle = _middle(asked.scale)
        yield Part(f"edited in place after a tap on {middle}", easel.draw("prompt", {"value": middle}))
    for option in asked.options:
        label = option.label[easel.language]
        yield Part(f"edited in place after a tap on {label}", easel.draw("prompt", {"value": option.id}))
    for number, own in enumerate(asked.followups):
        why = "after the tap" if asked.kind != "open" and number == 0 else f"as follow-up when {own.when} is missing"
        yield Part(why, easel.draw("followup", key=f"{asked.id}/{number}"))


def _middle(scale: Scale) -> str:
    return str((scale.min + scale.max) // 2)


def _dilemma(easel: Easel) -> Iterator[Part]:
    yield Part("the dilemma", easel.draw("prompt"))
    yield Part("the dilemma, for who sees the poles the other way round", easel.draw("prompt", material=SWAPPED))
    for position, where in POSITIONS.items():
        if position == "2":
            yield Part(f"edited in place after a tap on {position}", easel.draw("prompt", {"position": position}))
            yield Part("then, at any position", _step(easel, "why", position))
        yield Part(f"the other pole, for a position {where}", _step(easel, "other", position))
    yield Part("both poles", _step(easel, "both", "4"))
    yield Part("the offer of an own example", easel.draw("own_case_offer"))
    yield Part("after a yes", _step(easel, "own_case", "4"))
    again = easel.draw("prompt", kind="paradox_revisit", material=EARLIER)
    yield Part("weeks later, with the position and date of then", again)
    for position, who in (("5", "who moved"), (EARLIER["position"], "who stayed")):
        changed = easel.draw("dilemma_step", {"position": position}, stage="changed", material=EARLIER)
        yield Part(f"then, for {who}", changed)


def _step(easel: Easel, stage: str, position: str) -> Outgoing:
    return easel.draw("dilemma_step", {"position": position}, stage=stage)


def _case(easel: Easel) -> Iterator[Part]:
    case = easel.library.cases[easel.item]
    yield Part("the case", easel.draw("prompt"))
    first = case.options[0]
    label = first.label[easel.language]
    yield Part(f"edited in place after a tap on {label}", easel.draw("prompt", {"choice": first.id}))
    for option in case.options:
        reflection = easel.draw("case_reflection", {"choice": option.id})
        yield Part(f"the reflection on {option.label[easel.language]}", reflection)
    yield Part("the last question", easel.draw("case_closing"))


def _pulse(easel: Easel) -> Iterator[Part]:
    if easel.item in MOOD_AND_ENERGY:
        yield Part("under the thanks after an answer", easel.draw("thanks_taps"))
        tapped = easel.draw("thanks_taps", {easel.item: "4"})
        yield Part("edited in place after a tap on 4", tapped)
        return
    middle = _middle(easel.library.pulses[easel.item].scale)
    yield Part("the pulse", easel.draw("prompt"))
    yield Part(f"edited in place after a tap on {middle}", easel.draw("prompt", {easel.item: middle}))


def _safety(easel: Easel) -> Iterator[Part]:
    known = easel.library.safety[easel.item]
    if known.check is not None:
        yield Part("when it is not clear what is meant", easel.draw(f"{easel.item}_check"))
    yield Part("the message", easel.draw(easel.item))


def _message(easel: Easel) -> Outgoing:
    """A message with its placeholders as they stand in the file."""
    known = easel.library.messages[easel.item]
    names = {name for _, name, _, _ in Formatter().parse(known.text[easel.language]) if name}
    values: dict[str, Any] = {name: "{" + name + "}" for name in names}
    try:
        return easel.draw(easel.item, **values)
    except (KeyError, ValueError):  # its screen puts a leader's own material around it: an author sees the words
        return screens.message(Showing(easel.library, easel.language, values, {}), easel.item)

"""The optional taps after an answer, in one message edited in place: by tap, or typed right after the thanks."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from dialogues.effects import Add, Become, Effect, KeepTap, React, Say
from dialogues.events import Pressed, Said
from dialogues.moves import typed
from dialogues.moves.items import revising
from dialogues.moves.items.pulses import gently
from dialogues.moves.keeping import further, pages
from dialogues.moves.keeping.closing import names
from dialogues.moves.keeping.pages import MOODS, NAMES, VALUES
from dialogues.moves.steps import Step, item_args, says
from dialogues.people import Prompt
from dialogues.scene import JOINING, Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import brief, queries

_BARE = re.compile(r"([1-5])(?:(?:[ ,/]| en | and )+([1-5]))?")
_LABELLED = re.compile(
    r"\b(?:(?:mijn|my|en|and) )*(stemming|mood|energie|energy)"
    r"(?:[:=]|is|was|op|at|een|a|van|vandaag|today|nu|now|\s)*([1-5])\b"
)
_ME = "(?: (?:voor (?:mij|me)|for me|to me))?"
_NEW = re.compile(
    r"(?:(?:ja|yes|jazeker|well|nou)[, ]+)?(?:"
    rf"(?:wel |toch |echt )*(?:(?:iets|wat) nieuws|something (?:that (?:was|is) )?new|nieuw|new){_ME}"
    r"(?: (?:was|is))?\s*(?:[:;–—-]|,? (?:dat|that|hoe|how)\b)"
    rf"|(?:wat|what){_ME} (?:nieuw|new){_ME} (?:was|is)(?:\s*:| (?:dat|that|hoe|how|mijn|my)\b)"
    r"|what (?:was|is) new\s*:"
    r").*\w",
    re.DOTALL,
)  # that something was new, and then what
_BOTH = {"allebei", "beide", "beiden", "both"}  # one number for the two
_CALLED = {"stemming": "mood", "mood": "mood", "energie": "energy", "energy": "energy"}


@dataclass(frozen=True, slots=True)
class Touch:
    """What was tapped or typed (values by name), in which message (None when it was typed); `done`: and no more."""

    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    message: int | None = None
    done: bool = False


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """`mood.4`, `insight.yes`, or a way past a page; tapping again changes a value, twice the same changes nothing."""
    prompt = scene.prompt
    assert prompt is not None
    name, _, value = event.value.partition(".")
    if event.value in ("skip", "done"):
        return talk, shown(talk, prompt, scene, Touch(message=event.message, done=event.value == "done"))
    if value not in VALUES.get(name, ()) or not may_tell(name, scene):
        return says(talk, "stale_button")
    if scene.taps.get(NAMES[name]) == value:
        return talk, ()
    return tapped(talk, prompt, scene, Touch({name: value}, event.message))


def may_tell(name: str, scene: Scene) -> bool:
    """A new insight, or recognising it, belongs to an answer that was long enough to be asked for it."""
    return name in MOODS or pages.reflective(scene)


def tapped(talk: Talk, prompt: Prompt, scene: Scene, touch: Touch) -> Step:
    """Keep what was tapped and show the page that follows, in place."""
    kept = (KeepTap(prompt.id, NAMES[name], value) for name, value in touch.values.items())
    lowest = "1" if any(touch.values.get(name) == "1" for name in MOODS) else ""
    return talk, (*kept, *shown(talk, prompt, scene, touch), *gently(lowest, scene))


def shown(talk: Talk, prompt: Prompt, scene: Scene, touch: Touch) -> tuple[Effect, ...]:
    """The message as it is now. Pages that follow, and the button for more, only while this is the last thanks."""
    taps = {**scene.taps, **{NAMES[name]: value for name, value in touch.values.items()}}
    thanks = heading(talk, prompt.id, scene)
    telling = bool(thanks) and thanks != "enough" and pages.reflective(scene)
    moods = any(name in MOODS for name in touch.values)
    page = "closed" if touch.done else pages.at(scene, taps, moods=moods, telling=telling)
    deeper = page == "closed" and further.waiting(talk, scene) is not None
    told = sorted(scene.noted.difference(NAMES[name] for name in touch.values))
    args = item_args(prompt, page=page, thanks=thanks, deeper=deeper, told=told)
    memory = pages.noted("mood", prompt.id, scene, scene.leader.memory) if moods else scene.leader.memory
    seen = Become(replace(scene.leader, memory=pages.noted(page, prompt.id, scene, memory)))
    return seen, Say("thanks_taps", args, prompt.id, edits=touch.message, renews=touch.message is None)


def heading(talk: Talk, prompt: int, scene: Scene) -> str:
    """The thanks above the taps, while it is the last that was said; after a late one another may have the floor."""
    thanked = scene.leader.memory.thanked
    onward = thanked == "kept_late" and scene.waiting is not None and talk == OnPrompt(scene.waiting.id)
    return thanked if onward or talk == Resting(prompt) else ""


def meant(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """Taps that were typed right after the thanks; None for any other words, which are added to the answer."""
    given = scene.answers[-1].given_at if scene.answers else None
    if prompt.kind == "pulse" or given is None or scene.now - given > JOINING:
        return None
    if discovers(said.text) and may_tell("insight", scene):
        after, effects = tapped(Resting(prompt.id), prompt, scene, Touch({"insight": "yes"}))
        return after, (Add(prompt.id, said.text, said.message, named=names(said.text)), *effects, React(said.message))
    if moods_waiting(scene) and (puzzled(said.text) or worded(said.text)):
        return Resting(prompt.id), (Say("moods_how"),)
    values = corrected(said.text, scene) or told(said.text, scene) or bare(said.text, scene)
    if not values:
        return None
    after, effects = tapped(Resting(prompt.id), prompt, scene, Touch(values))
    return after, (*effects, React(said.message))


def labelled(text: str) -> dict[str, str]:
    """Values with their names, as in "stemming 4" or "mood 4, energy 3", and nothing but these."""
    plain = text.casefold()
    rest = _LABELLED.sub("", plain)
    return {_CALLED[name]: value for name, value in _LABELLED.findall(plain)} if not rest.strip(" ,.;!\n") else {}


def moods_waiting(scene: Scene) -> bool:
    """Do both scales of mood and energy stand under the thanks still, with nothing told?"""
    return asked_here(scene) and not any(NAMES[name] in scene.taps for name in MOODS)


def puzzled(text: str) -> bool:
    """Does it ask what these scales are, or what is meant?"""
    asks = "?" in text and brief.says(text, "what scales", "around what scales")
    return asks or queries.meant(text) == "unclear"


def worded(text: str) -> bool:
    """Is it no more than how well it goes, in words that may as well be a nod or an addition?"""
    return brief.says(text, "how well", "around how well") and queries.meant(text) is None


def corrected(text: str, scene: Scene) -> dict[str, str]:
    """Values with their names, also on second thoughts, or two numbers anew for the two that were tapped."""
    known = [NAMES[name] for name in MOODS if NAMES[name] in scene.taps]
    plain = revising.firmly(text)
    both = asked_here(scene) and len(known) == len(MOODS)
    return labelled(text) or labelled(plain) or (anew(text, known) if both else {})


def anew(text: str, names: Collection[str]) -> dict[str, str]:
    """The numbers of a message for the taps of those names, with their names or one for each."""
    plain = revising.firmly(text)
    small = brief.small("around a number") | _BOTH
    found = _BARE.fullmatch(" ".join(word for word in plain.split() if word not in small))
    numbers = [value for value in found.groups() if value] if found else []
    known = [name for name in MOODS if NAMES[name] in names]
    numbers *= len(known) if len(numbers) == 1 and not _BOTH.isdisjoint(plain.split()) else 1
    return labelled(plain) or (dict(zip(known, numbers, strict=True)) if len(numbers) == len(known) else {})


def pair(text: str) -> bool:
    """Is it no more than two numbers, as for mood and energy?"""
    found = _BARE.fullmatch(text.strip(" .!\n"))
    return found is not None and found[2] is not None


def of_mood(kept: Iterable[KeepTap]) -> bool:
    """Is one of them mood or energy?"""
    return any(effect.name in {NAMES[name] for name in MOODS} for effect in kept)


def discovers(text: str) -> bool:
    """Does it say that something was new, and then what?"""
    return _NEW.match(text.casefold().strip()) is not None


def asked_here(scene: Scene) -> bool:
    """Were mood and energy asked beside this very prompt?"""
    last = scene.leader.memory.moods
    return scene.prompt is not None and last is not None and last[1] == scene.prompt.id


def told(text: str, scene: Scene) -> dict[str, str]:
    """The two labels that can mean only one button: that something is new, or that it returns."""
    known = [name for name in VALUES if name not in MOODS and may_tell(name, scene)]
    return {name: "yes" for name in known if typed.button(text, scene.library.messages[f"tap_{name}"]) == "yes"}


def bare(text: str, scene: Scene) -> dict[str, str]:
    """Bare numbers, as in "4" or "4 3", for what is not tapped yet; only where they can mean nothing else."""
    found = _BARE.fullmatch(text.strip(" .!\n"))
    if found is None or not asked_here(scene):
        return {}
    if found[2] is None and (scene.question is None or scene.question.kind != "open"):
        return {}  # one number may be another choice
    open_still = [name for name in MOODS if NAMES[name] not in scene.taps]
    values = [value for value in found.groups() if value]
    return dict(zip(open_still, values, strict=False)) if len(values) <= len(open_still) else {}

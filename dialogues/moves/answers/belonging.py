"""Words after the thanks: more of the answer is added, and what may be for the bot is asked about once, kept aside."""

from dataclasses import replace
from datetime import timedelta

from dialogues.answers import telling
from dialogues.effects import Add, Cancel, Drop, Effect, Mark, Outdate, Plan, React, Say
from dialogues.events import Pressed, Said
from dialogues.moves import typed
from dialogues.moves.answers import guessing, replies
from dialogues.moves.keeping import doubting
from dialogues.moves.keeping.closing import keep, names, nudge
from dialogues.moves.steps import Step, says
from dialogues.people import Id, Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import Resting, Talk
from dialogues.wishes import naming, sayings

SCREEN = "belongs"
SEEN = "\N{EYES}"
UNTOLD = timedelta(days=1)
LIKE = 0.9  # from here words for the bot are done as what they are most like; a wrong reply is worse than none
_BUTTONS = {"1": "answer", "2": "question", "last": "question"}


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words that are no wish, nod or button: added, met with a nod, or asked about."""
    found = telling.told(said.text)
    if found == "idle":
        return Resting(prompt.id), (React(said.message, replies.NOD),)
    replied = not scene.joins_last  # long after it, which only a reply to its own message brings here
    more = found == "more" or replied or replies.goes_on(said.text)
    return added(prompt, said, scene) if more else asked(prompt, said, scene)


def added(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """More words for an answer that was already thanked for: kept, with a quiet receipt."""
    more = Add(prompt.id, said.text, said.message, named=names(said.text))
    return Resting(prompt.id), (more, React(said.message), *nudge(said, scene, scene.leader))


def asked(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Do they still belong to the answer? While that is open, what else is unclear waits with them, without a word."""
    kept = replace(keep(prompt, part(scene), said), held=True)
    if scene.held:
        return Resting(prompt.id), (kept, React(said.message, SEEN))
    forgotten = Plan("thought", scene.now + UNTOLD, scene.fresh)
    return Resting(prompt.id), (kept, forgotten, Say(SCREEN, {}, prompt.id))


def part(scene: Scene) -> Part:
    """What they are kept as: a piece of what was said last, or of the answer itself where nothing was."""
    return next((answer.part for answer in reversed(scene.answers) if answer.part != "addition"), "answer")


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:  # noqa: ARG001  (one shape for all moves)
    """The place of a button, or that it was the answer, right after it was asked; None for any other words."""
    if scene.confirming != SCREEN or not scene.held:
        return None
    plain = typed.plain(said.text)
    place = naming.by_place(said.text) or typed.NUMBERS.get(plain, plain)
    value = "answer" if doubting.claims(said.text) else _BUTTONS.get(place)
    if value is None or scene.prompt is None:
        return None
    after, effects = pressed(Resting(scene.prompt.id), Pressed(SCREEN, scene.prompt.id, value, 0), scene)
    unedited = (replace(each, edits=None) if isinstance(each, Say) and each.edits == 0 else each for each in effects)
    return after, (*unedited, Outdate(frozenset({SCREEN}), scene.prompt.id))


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """What the words were."""
    if scene.prompt is None or not scene.prompt.over or not scene.held:
        return says(talk, "stale_button")
    match event.value:
        case "answer":
            return talk, (*doubting.confirmed(scene), Say("belongs_kept", edits=event.message))
        case "question":
            return for_the_bot(scene.prompt, event, scene)
        case _:
            return talk, (*dropped(scene), Say("thought_dropped", edits=event.message))


def for_the_bot(prompt: Prompt, event: Pressed, scene: Scene) -> Step:
    """They were no answer: what they are most like is done, or else it is told where to find what one can ask."""
    said = Said(scene.held[-1].text, scene.held[-1].message or 0)
    found = sayings.guess(said.text)
    like = found is not None and found.share >= LIKE
    wanted = guessing.beside(found.kind, Resting(prompt.id), said, scene) if found is not None and like else None
    after, effects = wanted or (Resting(prompt.id), (Say("belongs_not", edits=event.message),))
    return after, (*dropped(scene), *effects)


def dropped(scene: Scene) -> tuple[Effect, ...]:
    """The words that were aside are no answer, and are not kept."""
    return tuple(each for held in scene.held for each in (Drop(held.id), Cancel("thought", held.id)))


def untold(talk: Talk, about: Id, scene: Scene) -> Step:
    """A day has gone by: after the thanks only what may tell something is part of the answer, without a word."""
    prompt = scene.prompt
    if prompt is None or not prompt.over or about not in {held.id for held in scene.held}:
        return doubting.untold(talk, about, scene)
    kept = [held.id for held in scene.held if telling.may_tell(held.text)]
    gone = [held.id for held in scene.held if held.id not in kept]
    return talk, (*(Mark(each, kept=True) for each in kept), *map(Drop, gone))

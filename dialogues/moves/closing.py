"""The end of a prompt: how words are kept, the thanks with its optional taps, and what an answer itself calls for."""

from collections.abc import Iterator
from dataclasses import replace

from dialogues import intentions, markers, privacy, windows, words
from dialogues.effects import Become, Cancel, Effect, Keep, Say, Turn
from dialogues.events import Said
from dialogues.moves import echoes, further, pages
from dialogues.moves.steps import Step, item_args, thanks
from dialogues.people import Id, Leader, Memory, Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import Resting

SHORT = 8  # words, of all that was said to a prompt; fewer get the thanks for short answers


def finished(prompt: Prompt, said: Said, scene: Scene, kept: Keep, *, screen: str = "") -> Step:
    """Nothing more to ask: thanks, the optional taps, and what the answer itself calls for."""
    short = words.count(said.text) + sum(words.count(answer.text) for answer in scene.answers) < SHORT
    neutral, memory = thanked(scene, short=short, screen="kept_late" if kept.late else screen)
    after = afterwards(prompt, said, scene, replace(scene.leader, memory=memory))
    named = any(isinstance(effect, Become) for effect in after)
    deeper = not (kept.late or named or screen == further.REST) and further.left(prompt, scene, said.text) is not None
    shown = ending(prompt, scene, neutral, telling=pages.reflective(scene, said.text), deeper=deeper)
    return Resting(prompt.id), (kept, Become(replace(scene.leader, memory=memory)), *shown, *after)


def closing(prompt: Prompt, scene: Scene, *, screen: str = "") -> tuple[Effect, ...]:
    """The end of a prompt without words to look at any more; a dilemma that went all the way may bring an echo."""
    neutral, memory = thanked(scene, short=False, screen=screen)
    shown = ending(prompt, scene, neutral, telling=neutral != "enough" and pages.reflective(scene), deeper=False)
    echo = echoes.recalled(prompt, scene) if prompt.stage == "offer" else ()
    return Become(replace(scene.leader, memory=memory)), *shown, *echo


def thanked(scene: Scene, *, short: bool, screen: str) -> tuple[str, Memory]:
    """The thanks to say (`screen`, or a neutral one), and the memory of having said it."""
    heavy = scene.question is not None and scene.question.sensitive
    neutral, memory = thanks(scene, short=short, heavy=heavy)
    return screen or neutral, memory.but(thanked=screen or neutral)


def ending(prompt: Prompt, scene: Scene, said: str, *, telling: bool, deeper: bool) -> tuple[Effect, ...]:
    """A prompt is answered and nothing is planned for it: the thanks, with the taps that are still to be given."""
    turned = replace(prompt, state="answered", stage="done")
    moods = windows.fresh(prompt, scene.now) and said != further.REST
    page = pages.at(scene, scene.taps, moods=moods, telling=telling)
    shown = Say(
        "thanks_taps", item_args(prompt, page=page, thanks=said, deeper=deeper, told=sorted(scene.taps)), prompt.id
    )
    return Turn(turned), *settled(prompt), shown


def settled(prompt: Prompt) -> tuple[Effect, ...]:
    """Nothing planned for an answered prompt remains."""
    return tuple(Cancel(kind, prompt.id) for kind in ("remind", "expire", "snooze", "hear"))


def afterwards(prompt: Prompt, said: Said, scene: Scene, leader: Leader) -> tuple[Effect, ...]:
    """At most one thing after the thanks: a nudge about names, the offer to make it an intention, or an echo."""
    return nudge(said, scene, leader) or offer(said, scene) or echoes.recalled(prompt, scene, said.text)


def nudge(said: Said, scene: Scene, leader: Leader) -> tuple[Effect, ...]:
    """The tip about names, once a week at most, about the last words that hold somebody's data."""
    named = next((answer for answer, text in given(said, scene) if privacy.find(text)), None)
    if named is None or not nudge_due(scene):
        return ()
    noted = replace(leader, memory=leader.memory.but(nudged_on=scene.today))
    return Become(noted), Say("third_party_data", {}, named)


def offer(said: Said, scene: Scene) -> tuple[Effect, ...]:
    """The offer to note an intention, when the words hold one (about nobody by name) and none is on its way."""
    if scene.open_intention:
        return ()
    meant = (answer for answer, text in given(said, scene) if intends(text, scene))
    answer = next(meant, None)
    return () if answer is None else (Say("intention_offer", {}, answer),)


def given(said: Said, scene: Scene) -> Iterator[tuple[Id, str]]:
    """What was written for this prompt, newest first, each with its id."""
    yield scene.fresh, said.text
    yield from ((answer.id, answer.text) for answer in reversed(scene.answers) if answer.care == "none")


def intends(text: str, scene: Scene) -> bool:
    """Does the writer mean to do something, in a sentence that names nobody?"""
    language = words.language(text, scene.language)
    return "intention" in markers.present(text, language) and not names(intentions.sentence(text, language))


def nudge_due(scene: Scene) -> bool:
    """The tip about names comes once a week at most."""
    last = scene.leader.memory.nudged_on
    return last is None or (scene.today - last).days >= 7


def names(text: str) -> bool:
    """Does the text hold somebody's name or data? Then it is never quoted."""
    return bool(privacy.find(text)) or privacy.has_name(text)


def keep(prompt: Prompt, part: Part, said: Said) -> Keep:
    """The words as they are kept: late ones marked, others' data flagged so that it is never quoted."""
    return Keep(prompt.id, part, said.text, said.message, late=prompt.state == "closed", named=names(said.text))

"""Another language, asked for in words, by command or by tap: from now on in it, and what waits is asked once more."""

from dataclasses import replace

from dialogues.answers import stating
from dialogues.effects import Become, Say
from dialogues.events import Said
from dialogues.model import Language
from dialogues.moves.answers import replies
from dialogues.moves.items import controls, unclear
from dialogues.moves.keeping import doubting
from dialogues.moves.rhythm import settling
from dialogues.moves.steps import Step, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import Asking, OnPrompt, Settling, Talk, Tended, Weighing
from dialogues.wishes import queries, tongues

AGAIN = {"stop_confirm", "delete_confirm"}  # a screen that tells of itself what it asks
_ASKED = {
    "intention": "intentions", "form": "intention_when", "correction": "summary_correct", "search": "answers_search",
    "reflection": "report_reflect", "thought": "thought_ask", "rewrite": "answer_rewrite",
}  # fmt: skip


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """The wish for another language, wherever the talk stands; None for other words.

    A bare name may be what was asked for, where one free text is awaited.
    """
    wanted = tongues.asked(said.text) or (None if isinstance(talk, Asking) else named(said.text, scene))
    if wanted == "other" or (wanted is None and queries.other_tongue(said.text)):
        return says(talk, "language_choose")
    return changed(talk, wanted, scene) if wanted is not None else None


def named(text: str, scene: Scene) -> Language | None:
    """A language by its name alone: an answer where a question asks who or which, unless it says "in English"."""
    prompt = scene.prompt
    asked = replies.wording(prompt, scene) if prompt is not None and not prompt.over else None
    which = asked is not None and stating.asks_which(asked)
    return None if which and not tongues.into(text) else tongues.bare(text)


def changed(talk: Talk, language: Language, scene: Scene) -> Step:
    """From now on in this language."""
    spoken = replace(scene, leader=replace(scene.leader, language=language))
    return talk, (Become(spoken.leader), Say("language_set"), *asked_again(talk, spoken))


def asked_again(talk: Talk, scene: Scene) -> tuple[Say, ...]:
    """What waits for an answer or was said out of care, once more; nothing when nothing does."""
    match talk:
        case Settling():
            return (settling.shown(talk, scene),)
        case Weighing():
            return (Say("crisis_self_check", {}, talk.answer, weight="safety"),)
        case Tended():
            return (Say(talk.care, {}, talk.about, weight="safety"),)
        case _ if scene.leader.state == "held":
            return (Say("crisis_self", weight="safety"),)
        case Asking(what, about):
            return (Say(_ASKED[what], {"asks": True} if what == "intention" else {}, about),)
        case _ if scene.confirming in AGAIN:
            return (Say(scene.confirming, {}, scene.confirmed),)
        case OnPrompt() if scene.prompt is not None:
            return open_again(scene.prompt, scene)
        case _:
            return ()


def open_again(prompt: Prompt, scene: Scene) -> tuple[Say, ...]:
    """The step at hand of a prompt that waits for words or a tap."""
    if scene.held:
        return (Say(doubting.screen(scene.held[-1].text), {}, prompt.id),)
    if prompt.over or prompt.state not in ("open", "answered") or controls.rests(prompt, scene.now):
        return ()
    return (unclear.step(prompt),)

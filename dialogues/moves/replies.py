"""A word to the bot itself instead of an answer: thanks, what now, who reads this, I do not understand the question."""

from dialogues import phrases, queries
from dialogues.effects import React, Say
from dialogues.events import Said
from dialogues.moves import coming, gathering
from dialogues.moves.steps import Step, item_args
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk

NOD = "\N{THUMBS UP SIGN}"


def instead(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """In place of an answer to what is open; None for an answer, and for what goes on with one."""
    if gathering.pieces(prompt, scene):
        return None
    talk: Talk = Resting() if prompt.state == "skipped" else OnPrompt(prompt.id)
    match queries.meant(said.text):
        case "reader":
            return talk, (Say("who_reads"),)
        case "unclear":
            return unclear(talk, prompt, said, scene)
        case "next" if prompt.state == "open":
            return talk, (Say("prompt", item_args(prompt), prompt.id),)
        case "thanks" | "fine" as word if prompt.state != "answered" and (word == "thanks" or scene.joins_last):
            return talk, (React(said.message, NOD),)
        case _:
            return None


def unclear(talk: Talk, prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """The question is not understood: something to hold on to, and the ways out that fit; a choice has its own help."""
    if prompt.state == "skipped":
        return talk, (React(said.message, NOD),)
    if prompt.stage == "answer" and scene.question is not None:
        return talk, (Say("question_unclear", {}, prompt.id),)
    return (talk, (Say("step_unclear", {}, prompt.id),)) if prompt.stage in gathering.IN_WORDS else None


def after(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """Right after the thanks; None for words that are added to the answer."""
    return beside(Resting(prompt.id), said, scene)


def beside(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """While nothing is open."""
    match queries.meant(said.text):
        case "thanks" | "fine":
            return talk, (React(said.message, NOD),)
        case "next":
            return talk, (following(scene),)
        case "reader":
            return talk, (Say("who_reads"),)
        case _:
            return None


def following(scene: Scene) -> Say:
    """When the next question comes, when one is planned."""
    rhythm = scene.leader.rhythm
    at = coming.next_moment(rhythm, scene)
    return (
        Say("next_none") if at is None else Say("next_at", phrases.timed("next_date", at, rhythm.zone, scene.language))
    )

"""A word to the bot itself instead of an answer: thanks, what now, who reads this, I do not understand the question."""

from dialogues import phrases, queries
from dialogues.effects import React, Say
from dialogues.events import Said
from dialogues.moves import coming, gathering, unclear
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
            return explained(talk, prompt, said, scene)
        case "next" if prompt.state == "open":
            return talk, (Say("prompt", item_args(prompt), prompt.id),)
        case "thanks" | "fine" as word if prompt.state != "answered" and (word == "thanks" or scene.joins_last):
            return talk, (React(said.message, NOD),)
        case _:
            return None


def explained(talk: Talk, prompt: Prompt, said: Said, scene: Scene) -> Step:
    """What is asked is not understood: something to hold on to, and below it what is asked once more."""
    if prompt.state == "skipped":
        return talk, (React(said.message, NOD),)
    return talk, (unclear.again(prompt, scene),)


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

"""Intentions a leader sets: asked for or given, offered a when-then form, listed, and done with."""

from dialogues.effects import Intend, Reword, Say, Settle
from dialogues.events import Commanded, Pressed, Said
from dialogues.moves import typed
from dialogues.moves.steps import Step, says
from dialogues.people import Id, IntentionState
from dialogues.scene import Scene
from dialogues.talk import Asking, Resting, Talk

LISTED = {
    "list",
    "lijst",
    "show",
    "toon",
    "laat zien",
    "all",
    "alle",
    "alles",
}  # the list is asked for, nothing is meant
OUTCOMES: dict[str, IntentionState] = {"done": "done", "partly": "partly", "not": "not", "drop": "dropped"}


def commanded(talk: Talk, event: Commanded) -> Step:
    """/intention: the words after it, or what is still open and the question for another."""
    if event.argument.strip() and typed.plain(event.argument) not in LISTED:
        return talk, (Intend(event.argument.strip(), None),)
    return says(Asking("intention"), "intentions", asks=True)


def told(talk: Asking, said: Said) -> Step:
    """The words of an intention, or its when-then form."""
    if talk.what == "form":
        return Resting(), (Reword(talk.about, said.text.strip()),)
    return Resting(), (Intend(said.text.strip(), None),)


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:  # noqa: ARG001  (one shape for all moves)
    """The buttons about intentions: under the letter, after noting one, and in the list."""
    match event.group, event.value:
        case "summary_intention", "intend":
            return says(Asking("intention"), "summary_intention")
        case "intention_form", "form":
            return says(Asking("form", event.about), "intention_when", event.about)
        case "intention_form", "fine":
            return talk, (Say("intention_fine", edits=event.message),)
        case "intentions", value if value in OUTCOMES:
            return talk, (Settle(event.about, OUTCOMES[value]), listed(talk, event))
        case "intentions", "open":
            return talk, (listed(talk, event, one=event.about),)
        case "intentions", "list":
            return talk, (listed(talk, event),)
        case _:
            return says(talk, "stale_button")


def listed(talk: Talk, event: Pressed, **opened: Id) -> Say:
    """The list in its own message, or one of it; the question for another stays while it is asked."""
    return Say("intentions", {"asks": talk == Asking("intention"), **opened}, edits=event.message)

"""What each command does; Dutch and English names mean the same."""

from dialogues.asking import picking
from dialogues.effects import Ask, Say
from dialogues.events import Commanded
from dialogues.moves import typed
from dialogues.moves.answers import speaking
from dialogues.moves.anywhere import arrival, asides
from dialogues.moves.leaders import intending, lookback, membership, own, trying
from dialogues.moves.rhythm import pausing, settling, wishes
from dialogues.moves.steps import Step, item_args, says
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Settling, Talk
from dialogues.wishes import tongues

PLAIN = {
    "help": "help",
    "urgent": "urgent",
    "stop": "stop_confirm",
    "delete": "delete_confirm",
    "paradoxes": "paradoxes",
}
STAYING = {"help", "urgent", "export"}


def step(talk: Talk, event: Commanded, scene: Scene) -> Step:
    """A command from somebody who takes part; after most, what was being chosen no longer waits for words."""
    chose = isinstance(talk, Settling) and not talk.first and event.name not in STAYING
    return done(Resting() if chose else talk, event, scene)


def done(talk: Talk, event: Commanded, scene: Scene) -> Step:
    """What it brings."""
    match event.name:
        case name if name in PLAIN:
            return says(talk, PLAIN[name])
        case "start":
            return arrival.greeted(talk, scene)
        case "question" | "dilemma" as wanted:
            return asked(wanted, talk, scene)
        case "language":
            return spoken(event.argument, talk, scene)
        case "rhythm" | "quiet" | "time" as part:
            return settling.wanted(part, event.argument.strip(), scene)
        case "pause" | "resume":
            return rest(talk, event, scene)
        case "answers":
            return own.wanted(event.argument, talk, scene)
        case "lookback" | "share":
            return lookback.wanted(event, talk)
        case "export":
            return talk, (Say("export", weight="document"),)
        case "intention":
            return intending.commanded(talk, event)
        case "reflect":
            return asides.reflected(talk, event, scene)
        case "settings" | "groups" as page:
            return talk, (wishes.shown(scene, scene.leader) if page == "settings" else membership.listed(scene),)
        case "preview":
            return trying.tried(talk, event.argument, scene)
        case _:
            return says(talk, "unknown_command")


def spoken(argument: str, talk: Talk, scene: Scene) -> Step:
    """/language, with the language after it or as a choice."""
    named = tongues.NAMES.get(typed.plain(argument)) or tongues.ours(argument)
    return speaking.changed(talk, named, scene) if named else says(talk, "language_choose")


def rest(talk: Talk, event: Commanded, scene: Scene) -> Step:
    """/pause, with an end after it or asked for; /resume."""
    if event.name == "resume":
        return pausing.resumed(talk, scene)
    return pausing.paused(talk, event.argument, scene) if event.argument.strip() else pausing.asked(talk)


def asked(wanted: str, talk: Talk, scene: Scene) -> Step:
    """The open prompt of that kind again, or a new one now."""
    if scene.leader.state == "held":  # first the word that questions rest, with a way to go on all the same
        return says(talk, "held_question")
    prompt = scene.prompt
    kind = "paradox" if wanted == "dilemma" else "question"
    if prompt is not None and prompt.state == "open" and prompt.kind == kind:
        return OnPrompt(prompt.id), (Say("prompt", item_args(prompt), prompt.id),)
    if kind == "question":
        return pausing.question_now(talk, scene)
    dilemma = picking.dilemma(scene.library, scene.used)
    if dilemma is None:
        return says(talk, "other_none")
    return Resting(), (Ask("paradox", dilemma.id, f"own:{scene.fresh:x}"),)

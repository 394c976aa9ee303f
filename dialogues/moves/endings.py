"""The end of a programme: one last question, and the leader chooses how to go on."""

from dataclasses import replace

from dialogues import agenda, phrases, queries
from dialogues.effects import Become, Effect, Enrol, KeepTap, Leave, Plan, Say, Turn
from dialogues.events import Pressed, Said
from dialogues.moves import typed
from dialogues.moves.closing import closing, keep, settled
from dialogues.moves.steps import Step, in_a_month, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """What the leader discovered, and then how to go on, unless that was chosen already."""
    kept = keep(prompt, "discovery", said)
    choice: tuple[Effect, ...] = () if "next" in scene.taps else (Say("programme_choice", {}, prompt.id),)
    done = closing(prompt, scene, screen="kept_late" if kept.late else "", taps=not choice)
    return Resting(prompt.id), (kept, *done, *choice)


def chosen(prompt: Prompt, value: str, scene: Scene, message: int | None) -> Step:  # noqa: ARG001  (one shape for all kinds)
    """Another programme, one question a month, or the end. The last question may still be answered."""
    answered = bool(scene.answers)
    turned = replace(prompt, state="answered", stage="done" if answered else "discovery")
    talk: Talk = Resting(prompt.id) if answered else OnPrompt(prompt.id)
    effects: tuple[Effect, ...] = (Turn(turned), *settled(prompt))
    match value:
        case "next":
            return talk, (*effects, Say("programme_next"))
        case "light":
            return talk, (*effects, Plan("monthly", in_a_month(scene)), Say("programme_light"))
        case _:
            return Resting(prompt.id), (*effects, *left(scene))


def meant(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """How to go on, in words under the last question once that is answered; None for words that tell more."""
    choice = queries.onward(said.text) if prompt.kind == "programme_end" and "next" not in scene.taps else None
    if choice is None:
        return None
    after, effects = chosen(prompt, choice, scene, None)
    return after, (KeepTap(prompt.id, "next", choice), *effects)


def left(scene: Scene) -> tuple[Effect, ...]:
    """Stopping: nothing more is sent, what was written stays."""
    return Become(replace(scene.leader, state="stopped", until=None)), Leave(), Say("programme_stopped")


def named(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """A new programme by its label, long after the choice was offered too; None while one runs, or for other words."""
    if scene.enrolment is not None or scene.leader.state != "active":
        return None
    programme = typed.button(said.text, scene.library.messages["programme_next"])
    return None if programme is None else begun(talk, Pressed("programme_next", 0, programme, 0), scene)


def begun(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """A new programme, from the coming week; a second tap on the same changes nothing."""
    programme = scene.library.programmes.get(event.value)
    if programme is None:
        return says(talk, "stale_button")
    running = scene.enrolment
    if running is not None and (running.programme, running.position) == (programme.id, 0):
        return talk, ()
    rhythm = scene.leader.rhythm
    _, due = agenda.start(programme, rhythm, scene.now, starts_on=None)
    first = phrases.timed("first_date", due.at, rhythm.zone, scene.language)
    said = Say("programme_started", {"programme": programme.name[scene.language], **first})
    become = Become(replace(scene.leader, state="active", until=None))
    return Resting(), (become, Enrol(programme.id), said)

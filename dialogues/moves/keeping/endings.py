"""The end of a programme: one last question, and the leader chooses how to go on."""

from dataclasses import replace

from dialogues.asking import agenda, phrases
from dialogues.effects import Become, Effect, Enrol, KeepTap, Leave, Plan, Say, Turn
from dialogues.events import Pressed, Said
from dialogues.moves import typed
from dialogues.moves.keeping.closing import closing, keep, settled
from dialogues.moves.moments import coming
from dialogues.moves.steps import Step, in_a_month, says
from dialogues.people import Id, Prompt
from dialogues.scene import Followed, Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import queries


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """What the leader discovered, and then how to go on, unless that was chosen already."""
    kept = keep(prompt, "discovery", said)
    over = "next" in scene.taps or others(scene, prompt.enrolment)
    choice: tuple[Effect, ...] = () if over else (Say("programme_choice", {}, prompt.id),)
    done = closing(prompt, scene, screen="kept_late" if kept.late else "", taps=not choice)
    return Resting(prompt.id), (kept, *done, *choice)


def chosen(prompt: Prompt, value: str, scene: Scene, message: int | None) -> Step:  # noqa: ARG001  (one shape for all kinds)
    """Another programme, one question a month, or the end. The last question may still be answered.

    While something else runs there is only that or another programme.
    """
    answered = bool(scene.answers)
    turned = replace(prompt, state="answered", stage="done" if answered else "discovery")
    talk: Talk = Resting(prompt.id) if answered else OnPrompt(prompt.id)
    effects: tuple[Effect, ...] = (Turn(turned), *settled(prompt))
    match value:
        case _ if value != "next" and (beside := others(scene, prompt.enrolment)):
            return talk, (*effects, goes_on(beside, scene))
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


def others(scene: Scene, own: Id | None = None) -> tuple[Followed, ...]:
    """What runs beside a programme that ended."""
    return tuple(one for one in scene.running if one.enrolment.id != own)


def goes_on(beside: tuple[Followed, ...], scene: Scene) -> Say:
    """The end of one programme is not that of the others."""
    return Say("programme_beside", {"places": coming.places(beside, scene)})


def left(scene: Scene) -> tuple[Effect, ...]:
    """Stopping: what was written stays, and nothing more is sent than the mirror of this time, where one is to come.

    What runs beside it goes on.
    """
    if beside := others(scene):
        return (goes_on(beside, scene),)
    memory = scene.leader.memory.but(finished=True)
    told = Say("programme_stopped_mirror" if scene.mirrored else "programme_stopped")
    return Become(replace(scene.leader, state="stopped", until=None, memory=memory)), Leave(), told


def named(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """A new programme by its label, long after the choice was offered too; None while one runs, or for other words."""
    if scene.enrolment is not None or scene.leader.state != "active":
        return None
    programme = typed.button(said.text, scene.library.messages["programme_next"])
    return None if programme is None else begun(talk, Pressed("programme_next", 0, programme, 0), scene)


def begun(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """A new programme, from the coming week; a second tap on the same changes nothing, nor do groups beside it."""
    programme = scene.library.programmes.get(event.value)
    if programme is None:
        return says(talk, "stale_button")
    running = next((one.enrolment for one in scene.running if one.enrolment.cohort is None), None)
    if running is not None and (running.programme, running.position) == (programme.id, 0):
        return talk, ()
    rhythm = scene.leader.rhythm
    _, due = agenda.start(programme, rhythm, scene.now, starts_on=None)
    first = phrases.timed("first_date", due.at, rhythm.zone, scene.language)
    said = Say("programme_started", {"programme": programme.name[scene.language], **first})
    become = Become(replace(scene.leader, state="active", until=None))
    return Resting(), (become, Enrol(programme.id), said)

"""Rest: pause and resume, the offer after a silence or three skips, the end of a safety hold, and stopping."""

from dataclasses import replace
from datetime import datetime, time

from dialogues import moments, phrases, picking, rhythm
from dialogues.effects import Ask, Become, Cancel, Effect, Leave, Plan, Reschedule, Say
from dialogues.events import Pressed
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Resting, Talk

LENGTHS = {"1w", "2w", "1m"}


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """One of the buttons about rest."""
    match event.group, event.value:
        case "pause", value if value in LENGTHS:
            return paused(value, scene)
        case "pause", "open":
            return open_ended(scene)
        case (("resumed" | "silence" | "stop_confirm"), ("longer" | "pause")):
            return says(talk, "pause")
        case "resumed", "start":
            return question_now(scene)
        case ("resumed", "light") | ("silence", "lighter"):
            return lighter(scene)
        case (("silence" | "stop_confirm"), "stop"):
            return stopped(scene)
        case "resume_after_safety", "resume":
            return resumed(scene)
        case group, value if screen := QUIET.get(f"{group}.{value}"):
            return says(talk, screen)
        case _:
            return says(talk, "stale_button")


QUIET = {
    "silence.same": "silence_same", "stop_confirm.cancel": "silence_same", "resume_after_safety.later": "held",
    "skip_3.fit": "skips_fit", "skip_3.busy": "skips_busy", "skip_3.fine": "skips_fine",
}  # fmt: skip


def paused(words: str, scene: Scene) -> Step:
    """A pause until a date, in the leader's own words or by button."""
    until = moments.pause_until(words, scene.today, scene.language)
    if until is None:
        return says(Resting(), "pause")
    zone = scene.leader.rhythm.zone
    at = moments.next_free(moments.instant(until, time(9), zone), scene.leader.rhythm)
    told = Say("paused", {"date": phrases.day(until, scene.language)})
    return rest(scene, at, told)


def open_ended(scene: Scene) -> Step:
    """A pause until the leader comes back."""
    return rest(scene, None, Say("paused_open"))


def rest(scene: Scene, until: datetime | None, told: Say) -> Step:
    """Nothing is sent until then."""
    leader = replace(scene.leader, state="paused", until=until)
    planned: tuple[Effect, ...] = (Plan("resume", until),) if until else (Cancel("resume"),)
    return Resting(), (Become(leader), Cancel("remind"), Cancel("snooze"), *planned, told)


def resumed(scene: Scene) -> Step:
    """Back: nothing piled up, the next moment is an ordinary one."""
    if scene.leader.state == "active":
        return says(Resting(), "not_paused")
    leader = replace(scene.leader, state="active", until=None)
    back = (Become(leader), Cancel("resume"), Cancel("hold_over"), Reschedule(), Say("resumed"))
    return Resting(), back


def question_now(scene: Scene) -> Step:
    """A question at once, of the quality that had least of them."""
    question = picking.question(
        scene.library, scene.used, scene.answered, scene.quality_counts, after_low_energy=scene.low_energy
    )
    if question is None:
        return says(Resting(), "other_none")
    return Resting(), (Ask("question", question.id, f"own:{scene.fresh:x}"),)


def lighter(scene: Scene) -> Step:
    """One question a week."""
    leader = replace(scene.leader, rhythm=rhythm.with_kind(scene.leader.rhythm, "light"))
    return Resting(), (Become(leader), Reschedule(), Say("silence_lighter"))


def stopped(scene: Scene) -> Step:
    """Stopping: what was written stays until /delete."""
    leader = replace(scene.leader, state="stopped", until=None)
    return Resting(), (Become(leader), Leave(), Say("stopped"))

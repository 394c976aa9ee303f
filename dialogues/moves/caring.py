"""Safety before everything: what a leader writes is screened in both languages, whatever the talk was about."""

from dataclasses import replace
from datetime import timedelta

from dialogues import privacy, rhythm, safety
from dialogues.effects import Amend, Become, Cancel, Drop, Effect, Keep, Mark, Plan, Redact, Reschedule, Say, Turn
from dialogues.events import Amended, Event, Pressed, Said
from dialogues.moves.closing import settled
from dialogues.moves.steps import Step, says
from dialogues.people import Care
from dialogues.scene import Scene
from dialogues.talk import Arriving, Consenting, OnPrompt, Resting, Talk, Weighing

HOLD = timedelta(hours=72)
LIGHT_PAUSE = timedelta(weeks=2)
CARE: dict[str, Care] = {
    "crisis_self": "crisis", "acute_danger": "danger", "severe_strain": "strain", "integrity_report": "report",
}  # fmt: skip


def needed(talk: Talk, event: Event, scene: Scene) -> Step | None:
    """What these words call for when they give a signal; None lets the conversation go on."""
    if not isinstance(event, Said | Amended):
        return None
    inside = scene.prompt is not None and scene.prompt.kind == "integrity_case" and isinstance(talk, OnPrompt)
    match safety.screen(event.text, scene.library, inside_case=inside):
        case safety.Alarm(category):
            return alarmed(talk, event, scene, category)
        case safety.Check(category):
            return checked(talk, event, scene, category)
        case _:
            return None


def alarmed(talk: Talk, event: Said | Amended, scene: Scene, category: str) -> Step:
    """The fixed message at once, nothing else; the words are kept apart from every summary."""
    if isinstance(talk, Arriving | Consenting):  # nothing is kept of somebody who has not agreed
        return talk, (Say(category, weight="safety"),)
    kept = stored(event, scene, CARE[category])
    message = Say(category, {}, scene.fresh if kept else 0, weight="safety")
    resting: tuple[Effect, ...] = put_down(scene)
    if category == "crisis_self":
        resting += held(scene)
    return Resting(), (*kept, *resting, message)


def stored(event: Said | Amended, scene: Scene, care: Care) -> tuple[Effect, ...]:
    """An answer stays the leader's own, marked; words outside a prompt are not kept."""
    named = bool(privacy.find(event.text))
    if isinstance(event, Amended):
        return (Amend(event.message, event.text, care, named),)
    if scene.prompt is None or scene.prompt.state == "skipped":
        return ()
    late = scene.prompt.state == "closed"
    return (Keep(scene.prompt.id, "answer", event.text, event.message, late=late, care=care, named=named),)


def put_down(scene: Scene) -> tuple[Effect, ...]:
    """The flow stops here: the prompt is done, nothing is deepened."""
    if scene.prompt is None:
        return ()
    return Turn(replace(scene.prompt, state="answered", stage="done")), *settled(scene.prompt)


def held(scene: Scene) -> tuple[Effect, ...]:
    """No prompts for three days; then a word, and never a question first."""
    leader = replace(scene.leader, state="held", until=scene.now + HOLD)
    return Become(leader), Cancel("resume"), Plan("hold_over", scene.now + HOLD)


def checked(talk: Talk, event: Said | Amended, scene: Scene, category: str) -> Step:
    """An ambiguous phrase: ask what is meant before anything else, and never act as if it were certain."""
    screen = f"{category}_check"
    if isinstance(talk, Arriving | Consenting):
        return talk, (Say(screen, weight="safety"),)
    kept = stored(event, scene, "none")
    answer = scene.fresh if kept and isinstance(event, Said) else 0
    prompt = scene.prompt.id if scene.prompt else 0
    return Weighing(answer, prompt), (*kept, Say(screen, {}, answer, weight="safety"))


def asked_again(talk: Weighing, scene: Scene) -> Step:  # noqa: ARG001  (one shape for all moves)
    """Words instead of a tap on the check: ask once more, with the numbers at hand."""
    return says(talk, "crisis_self_check", talk.answer)


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The buttons under a safety message."""
    match event.group, event.value:
        case (("crisis_self" | "crisis_self_check"), "work"):
            return meant_work(talk, scene)
        case (("crisis_self" | "crisis_self_check"), ("life" | "unsure")):
            marked: tuple[Effect, ...] = (Mark(event.about, care="crisis"),) if event.about else ()
            said = Say("crisis_self", weight="safety")
            return Resting(), (*marked, *put_down(scene), *held(scene), said)
        case "acute_danger", "pause":
            return paused(scene, "danger_paused")
        case "severe_strain", "pause_2w":
            return paused(scene, "strain_paused")
        case "severe_strain", "lighter":
            return lighter(talk, scene, "strain_lighter")
        case "integrity_report", "delete":
            return Resting(), ((Drop(event.about), Say("report_deleted")) if event.about else (Say("stale_button"),))
        case "third_party_data", "replace":
            return talk, ((Redact(event.about), Say("names_replaced", edits=event.message)))
        case group, value if screen := QUIET.get(f"{group}.{value}"):
            return says(talk, screen)
        case _:
            return says(talk, "stale_button")


QUIET = {
    "acute_danger.continue": "danger_continue", "severe_strain.same": "strain_same",
    "integrity_report.keep": "report_kept", "integrity_report.reflect": "report_reflect",
    "third_party_data.keep": "names_kept", "third_party_data.rewrite": "names_rewrite",
}  # fmt: skip


def meant_work(talk: Talk, scene: Scene) -> Step:
    """It was about work: thanks for telling, and the prompt is done without deepening."""
    return Resting(), (*put_down(scene), Say("care_work")) if isinstance(talk, Weighing) else (Say("care_work"),)


def paused(scene: Scene, screen: str) -> Step:
    """Two weeks of quiet."""
    until = scene.now + LIGHT_PAUSE
    leader = replace(scene.leader, state="paused", until=until)
    return Resting(), (Become(leader), Plan("resume", until), Reschedule(), Say(screen))


def lighter(talk: Talk, scene: Scene, screen: str) -> Step:
    """One question a week from now on."""
    leader = replace(scene.leader, rhythm=rhythm.with_kind(scene.leader.rhythm, "light"))
    return talk, (Become(leader), Reschedule(), Say(screen))

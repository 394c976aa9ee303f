"""Safety before everything: what a leader writes is screened in both languages, whatever the talk was about."""

from dataclasses import replace
from datetime import timedelta

from dialogues import rhythm, safety
from dialogues.effects import Become, Drop, Effect, Redact, Reschedule, Say
from dialogues.events import Amended, Commanded, Event, Pressed, Said, Showed
from dialogues.moves import harm, pausing, weighing
from dialogues.moves.apart import CARE, Words, earlier, held, kept_as, put_down, stored, tended, written
from dialogues.moves.steps import Step, says
from dialogues.people import Id
from dialogues.scene import Scene
from dialogues.talk import Arriving, Asking, Consenting, OnPrompt, Resting, Talk, Tended, Weighing

LIGHT_PAUSE = timedelta(weeks=2)


def needed(talk: Talk, event: Event, scene: Scene) -> Step | None:
    """What these words call for when they give a signal; None lets the conversation go on."""
    text = written(event)
    inside = scene.prompt is not None and scene.prompt.kind == "integrity_case" and isinstance(talk, OnPrompt)
    if not text or not isinstance(event, Said | Amended | Commanded | Showed):
        return None
    signal = safety.screen(text, scene.library, inside_case=inside)
    if signal == safety.Calm() and (before := earlier(event, scene)):
        whole = " ".join([*(piece.text for piece in before), text])  # a sentence may be sent in pieces
        signal = safety.screen(whole, scene.library, inside_case=inside)
    match signal:
        case safety.Alarm("severe_strain") if isinstance(talk, Tended) and talk.care == "severe_strain":
            return None  # more about it, in reply to that very message
        case safety.Alarm("severe_strain") if isinstance(talk, Weighing) and isinstance(event, Said):
            return worn(talk, event, scene)
        case safety.Alarm(category):
            return alarmed(talk, event, scene, category)
        case safety.Check():
            return weighing.checked(talk, event, scene)
        case _:
            return None


def alarmed(talk: Talk, event: Words, scene: Scene, category: str) -> Step:
    """The fixed message at once, nothing else; the words are kept apart from every summary."""
    if isinstance(talk, Arriving | Consenting):  # nothing is kept of somebody who has not agreed
        return talk, said(category, event, 0)
    kept, about = stored(event, scene, CARE[category]), kept_as(event, scene)
    resting: tuple[Effect, ...] = put_down(scene.prompt)
    if category == "crisis_self":
        resting += held(scene)
    return after(category, scene, about), (*kept, *resting, *said(category, event, about))


def after(category: str, scene: Scene, about: Id) -> Talk:
    """What is written next replies to the message; during a hold that is so whatever was said last."""
    hold = category == "crisis_self" and scene.leader.state != "stopped"
    return Resting() if hold else tended(category, scene, about)


def worn(talk: Weighing, event: Said, scene: Scene) -> Step:
    """Exhaustion explains the words that were asked about."""
    kept = stored(event, scene, "strain")
    then, effects = weighing.exhausted(talk, talk.answer, scene)
    return then, (*kept, *effects)


def said(category: str, event: Words, about: Id) -> tuple[Say, ...]:
    """The message of a category. Whoever it was done to gets no question about it, and whom they can call as well."""
    if category == "integrity_report" and harm.done_to_writer(written(event)):
        told = Say(category, {"own": True}, about, weight="safety")
        return Say("urgent", weight="safety"), told
    return (Say(category, {}, about, weight="safety"),)


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The buttons under a safety message."""
    match event.group, event.value:
        case (("crisis_self" | "crisis_self_check"), _):
            return weighing.pressed(talk, event, scene)
        case "acute_danger", "pause":
            return rested(talk, "danger_paused", scene)
        case "severe_strain", "pause_2w":
            return rested(talk, "strain_paused", scene)
        case "severe_strain", "lighter":
            return lighter(talk, scene)
        case "integrity_report", _:
            return reported(talk, event)
        case "third_party_data", "replace":
            return talk, (Redact(event.about, event.message),)
        case group, value if screen := QUIET.get(f"{group}.{value}"):
            return says(talk, screen)
        case _:
            return says(talk, "stale_button")


QUIET = {
    "acute_danger.continue": "danger_continue", "severe_strain.same": "strain_same",
    "third_party_data.keep": "names_kept", "third_party_data.rewrite": "names_rewrite",
}  # fmt: skip


def rested(talk: Talk, told: str, scene: Scene) -> Step:
    """Two weeks without questions; what is written next may still reply to the message."""
    resting, effects = pausing.rest(scene, scene.now + LIGHT_PAUSE, Say(told))
    return talk if isinstance(talk, Tended) else resting, effects


def reported(talk: Talk, event: Pressed) -> Step:
    """The buttons under a report, of which the message tells in place what became of the words."""
    match event.value, event.about:
        case "reflect", _:
            return Asking("reflection"), (Say("report_reflect"),)
        case (("delete" | "keep"), 0):
            return says(talk, "report_unkept")
        case "delete", answer:
            return talk, (Drop(answer), shown("report_deleted", event))
        case "keep", _:
            return talk, (shown("report_kept", event),)
        case _:
            return says(talk, "stale_button")


def shown(outcome: str, event: Pressed) -> Say:
    """The report's message with its outcome, so that it cannot be asked for twice; typed words get it below."""
    if not event.message:
        return Say(outcome)
    return Say("integrity_report", {"outcome": outcome}, edits=event.message)


def lighter(talk: Talk, scene: Scene) -> Step:
    """One question a week from now on."""
    leader = replace(scene.leader, rhythm=rhythm.with_kind(scene.leader.rhythm, "light"))
    return talk, (Become(leader), Reschedule(), Say("strain_lighter"))

"""Safety before everything: what a leader writes is screened in both languages, whatever the talk was about."""

from dataclasses import replace
from datetime import timedelta

from dialogues import rhythm, safety
from dialogues.effects import Amend, Become, Cancel, Drop, Effect, Keep, Mark, Plan, Redact, Reschedule, Say, Turn
from dialogues.events import Amended, Commanded, Event, Pressed, Said, Showed
from dialogues.moves import gathering, harm, pausing, typed
from dialogues.moves.closing import names, settled
from dialogues.moves.steps import Step, part_of, says
from dialogues.people import Answer, Care, Id, Prompt
from dialogues.scene import Scene
from dialogues.talk import Arriving, Asking, Consenting, OnPrompt, Resting, Talk, Weighing

HOLD = timedelta(hours=72)
LIGHT_PAUSE = timedelta(weeks=2)
CARE: dict[str, Care] = {
    "crisis_self": "crisis", "acute_danger": "danger", "severe_strain": "strain", "integrity_report": "report",
}  # fmt: skip
Words = Said | Amended | Commanded | Showed


def written(event: Event) -> str:
    """What the leader wrote, also as the words after a command (a cohort's name is no confidence)."""
    match event:
        case Said(text) | Amended(text):
            return text
        case Showed(_, caption):
            return caption
        case Commanded(name, argument) if name != "cohort":
            return argument
        case _:
            return ""


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
        case safety.Alarm(category):
            return alarmed(talk, event, scene, category)
        case safety.Check(category):
            return checked(talk, event, scene, category)
        case _:
            return None


def earlier(event: Event, scene: Scene) -> tuple[Answer, ...]:
    """The pieces of the answer that goes on with these words."""
    return gathering.pieces(scene.prompt, scene) if isinstance(event, Said) and scene.prompt is not None else ()


def alarmed(talk: Talk, event: Words, scene: Scene, category: str) -> Step:
    """The fixed message at once, nothing else; the words are kept apart from every summary."""
    if isinstance(talk, Arriving | Consenting):  # nothing is kept of somebody who has not agreed
        return talk, said(category, event, 0)
    kept = stored(event, scene, CARE[category])
    resting: tuple[Effect, ...] = put_down(scene.prompt)
    if category == "crisis_self":
        resting += held(scene)
    return Resting(), (*kept, *resting, *said(category, event, kept_as(event, scene)))


def said(category: str, event: Words, about: Id) -> tuple[Say, ...]:
    """The message of a category. Whoever it was done to gets no question about it, and whom they can call as well."""
    if category == "integrity_report" and harm.done_to_writer(written(event)):
        told = Say(category, {"own": True}, about, weight="safety")
        return Say("urgent", weight="safety"), told
    return (Say(category, {}, about, weight="safety"),)


def stored(event: Words, scene: Scene, care: Care) -> tuple[Effect, ...]:
    """An answer stays the leader's own, marked; words outside a prompt are not kept."""
    if isinstance(event, Amended):
        return (Amend(event.message, event.text, care, names(event.text)),)
    if scene.prompt is None or isinstance(event, Commanded | Showed):
        return ()
    prompt = scene.prompt
    late = prompt.state == "closed"
    begun = (Mark(piece.id, care=care) for piece in earlier(event, scene))
    named = names(event.text)
    return (*begun, Keep(prompt.id, part_of(prompt), event.text, event.message, late=late, care=care, named=named))


def kept_as(event: Words, scene: Scene) -> Id:
    """The answer that holds these words; 0 when they were not kept."""
    if isinstance(event, Amended):
        return scene.edited
    return scene.fresh if scene.prompt is not None and isinstance(event, Said) else 0


def put_down(prompt: Prompt | None) -> tuple[Effect, ...]:
    """The flow stops here: the prompt is done, nothing is deepened."""
    if prompt is None:
        return ()
    return Turn(replace(prompt, state="answered", stage="done")), *settled(prompt)


def held(scene: Scene) -> tuple[Effect, ...]:
    """No prompts for three days; then a word, and never a question first. Who stopped is not written to at all."""
    if scene.leader.state == "stopped":
        return ()
    leader = replace(scene.leader, state="held", until=scene.now + HOLD)
    return Become(leader), Cancel("resume"), Plan("hold_over", scene.now + HOLD)


def checked(talk: Talk, event: Words, scene: Scene, category: str) -> Step:
    """An ambiguous phrase: ask what is meant before anything else; until that is known the words stay apart."""
    screen = f"{category}_check"
    if isinstance(talk, Arriving | Consenting):
        return talk, (Say(screen, weight="safety"),)
    answer, prompt = kept_as(event, scene), scene.prompt.id if scene.prompt else 0
    return Weighing(answer, prompt), (*stored(event, scene, CARE[category]), Say(screen, {}, answer, weight="safety"))


def weighed(talk: Weighing, event: Said, scene: Scene) -> Step:
    """Words instead of a tap on the check: a label or plain work answers it, anything else is kept and asked again."""
    meant = typed.button(event.text, scene.library.safety["crisis_self"].message)
    if meant is None and harm.about_work(event.text):
        meant = "work"
    if meant is not None:
        return pressed(talk, Pressed("crisis_self_check", talk.answer, meant, 0), scene)
    return talk, (*stored(event, scene, "crisis"), Say("crisis_self_check", {}, talk.answer, weight="safety"))


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The buttons under a safety message."""
    match event.group, event.value:
        case (("crisis_self" | "crisis_self_check"), "work"):
            return meant_work(talk, event.about, scene)
        case (("crisis_self" | "crisis_self_check"), ("life" | "unsure")):
            return Resting(), (*put_down(scene.prompt), *held(scene), Say("crisis_self", weight="safety"))
        case "acute_danger", "pause":
            return pausing.rest(scene, scene.now + LIGHT_PAUSE, Say("danger_paused"))
        case "severe_strain", "pause_2w":
            return pausing.rest(scene, scene.now + LIGHT_PAUSE, Say("strain_paused"))
        case "severe_strain", "lighter":
            return lighter(talk, scene)
        case "integrity_report", "delete":
            return talk, (*((Drop(event.about),) if event.about else ()), Say("report_deleted"))
        case "integrity_report", "reflect":
            return Asking("reflection"), (Say("report_reflect"),)
        case "third_party_data", "replace":
            return talk, (Redact(event.about, event.message),)
        case group, value if screen := QUIET.get(f"{group}.{value}"):
            return says(talk, screen)
        case _:
            return says(talk, "stale_button")


QUIET = {
    "acute_danger.continue": "danger_continue", "severe_strain.same": "strain_same",
    "integrity_report.keep": "report_kept",
    "third_party_data.keep": "names_kept", "third_party_data.rewrite": "names_rewrite",
}  # fmt: skip


def meant_work(talk: Talk, answer: Id, scene: Scene) -> Step:
    """It was about work: the words are ordinary ones after all, and the prompt is done without deepening."""
    ordinary: tuple[Effect, ...] = (Mark(answer, care="none"),) if answer else ()
    if not isinstance(talk, Weighing):
        return talk, (*ordinary, Say("care_work"))
    return Resting(), (*ordinary, *put_down(scene.prompt), Say("care_work"))


def lighter(talk: Talk, scene: Scene) -> Step:
    """One question a week from now on."""
    leader = replace(scene.leader, rhythm=rhythm.with_kind(scene.leader.rhythm, "light"))
    return talk, (Become(leader), Reschedule(), Say("strain_lighter"))


def at_the_door(talk: Talk, event: Pressed) -> Step:
    """The same buttons for somebody who has not agreed: nothing is planned or kept, only whom to call."""
    match event.value:
        case "work":
            return says(talk, "care_work")
        case "life" | "unsure":
            return talk, (Say("crisis_self", weight="safety"),)
        case _:
            return says(talk, "urgent")

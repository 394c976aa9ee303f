"""From the first tap to a yes: language, welcome, consent; and /start by who is known.

Before the yes nothing is kept; a no erases the rest, but for what somebody is who runs groups.
"""

from dataclasses import replace

from dialogues.asking import phrases, rhythm
from dialogues.effects import Agree, Become, Effect, Forget, Say
from dialogues.events import Commanded, Event, Pressed, Said
from dialogues.model import Language
from dialogues.moves import typed
from dialogues.moves.answers import replies
from dialogues.moves.care import weighing
from dialogues.moves.care.apart import CARE
from dialogues.moves.items import controls
from dialogues.moves.leaders import membership, trying
from dialogues.moves.moments import coming
from dialogues.moves.moments.standing import defaults_args
from dialogues.moves.rhythm import pausing
from dialogues.moves.steps import Step, item_args, says
from dialogues.people import Leader
from dialogues.scene import Scene
from dialogues.talk import Arriving, Consenting, OnPrompt, Resting, Settling, Talk
from dialogues.wishes import calling, offers, tongues

USUAL_ZONE: dict[Language, str] = {"nl": "Europe/Amsterdam", "en": "Europe/London"}
ALWAYS = {"help", "urgent"}  # may be asked for by somebody who has not agreed to anything
NUMBERED: dict[str, Language] = {"1": "nl", "2": "en"}
AGREED = typed.YES | {"akkoord", "ik ga akkoord", "agree", "agreed", "i agree", "i do"}
LEAVING = {"delete", "stop"}


def step(talk: Arriving | Consenting, event: Event, scene: Scene) -> Step:
    """What somebody who has not agreed yet gets to hear."""
    return (_guiding(talk, event, scene) if scene.guides else None) or _coming(talk, event, scene)


def _guiding(talk: Arriving | Consenting, event: Event, scene: Scene) -> Step | None:
    """What is for who runs groups, whether they take part or not; None for anything else."""
    match event:
        case Commanded(name="preview", argument=wanted):
            return trying.tried(talk, wanted, scene)
        case Pressed(group="dry"):
            return trying.pressed(talk, event, scene)
        case Commanded(name="help"):
            return says(talk, "staff_here")
        case _:
            return None


def _coming(talk: Arriving | Consenting, event: Event, scene: Scene) -> Step:
    match event:
        case Said(text) if (tapped := meant(talk, text, scene)) is not None:
            return step(talk, tapped, scene)
        case Pressed(group="language", value="nl" | "en" as language, message=message):
            return spoken(talk, "nl" if language == "nl" else "en", scene, tapped=message != 0)
        case Pressed(group="consent" | "consent_needed", value="more"):
            return talk, (Say("consent_more", scene.consent),)
        case Pressed(group="consent" | "consent_more" | "consent_needed", value="agree"):
            return agreed(talk, scene)
        case Pressed(group="consent" | "consent_more" | "consent_needed", value="decline"):
            return declined(scene)
        case Pressed(group=group) if group.removesuffix("_check") in {*CARE, "help_meant"}:
            return weighing.at_the_door(talk, event)
        case Commanded(name="language"):
            return says(Arriving(talk.invite), "language")
        case Commanded(name=name) if name in LEAVING:
            return declined(scene)
        case Commanded(name="export"):
            return says(talk, "nothing_kept")
        case Commanded(name=name) if name in ALWAYS:
            return says(talk, name)
        case Said(text) if calling.plainly(text) or calling.alone(text):
            return says(talk, "urgent")
        case Said(text) if (told := replies.told(talk, text)) is not None:
            return told
        case _:
            return unready(talk, scene)


def meant(talk: Arriving | Consenting, text: str, scene: Scene) -> Pressed | None:
    """The button that was typed: a language, also later, or a plain yes or no to the text that was read.

    A bare number chooses a language, by its place; it is no consent.
    """
    named = typed.button(text, scene.library.messages["language"]) or tongues.NAMES.get(typed.plain(text))
    language = named or tongues.ours(text)
    if isinstance(talk, Arriving):
        language = language or NUMBERED.get(typed.plain(text))
    elif language is None:
        plain = typed.plain(text)
        value = "agree" if plain in AGREED else "decline" if plain in typed.NO else None
        value = value or typed.part(text, scene.library.messages["consent"])
        value = value or offers.button(text, "consent", around="around consent")
        return Pressed("consent", 0, value, 0) if value else None
    return Pressed("language", 0, language, 0) if language else None


def spoken(talk: Arriving | Consenting, language: Language, scene: Scene, *, tapped: bool = True) -> Step:
    """The language is chosen: welcome, and the honest text before the question."""
    if isinstance(talk, Consenting) and language == scene.language:
        return (talk, ()) if tapped else unready(talk, scene)  # tapped twice
    chosen = replace(scene.leader, language=language)
    if not talk.invite:  # a cohort brings its own zone; who comes alone gets the usual one of the language
        chosen = replace(chosen, rhythm=rhythm.default("standard", language, USUAL_ZONE[language]))
    joined: tuple[Effect, ...] = (invited(scene.cohort, scene.host),) if scene.cohort else ()
    return Consenting(talk.invite), (Become(chosen), Say("welcome"), *joined, Say("consent"))


def invited(cohort: str, host: str) -> Say:
    """Into which group, who runs it, and what they can and cannot see."""
    return Say("joined_hosted", {"cohort": cohort, "host": host}) if host else Say("joined", {"cohort": cohort})


def declined(scene: Scene) -> Step:
    """A no to taking part is none to running groups."""
    return Resting(), (Say("staff_declined" if scene.guides else "consent_declined"), Forget(roles=not scene.guides))


def agreed(talk: Arriving | Consenting, scene: Scene) -> Step:
    """A yes: from now on words are kept, and the rhythm is chosen. By a used link alone nobody comes in."""
    if scene.shut:
        return Resting(), (Say("invite_refused"), Forget(roles=False))
    settled = replace(scene.leader, state="active")
    asked = Say("rhythm_first", defaults_args(settled.rhythm, scene.language))
    return Settling("rhythm", first=True), (Become(settled), Agree(talk.invite), asked)


def greeted(talk: Talk, scene: Scene, *, back: Scene | None = None) -> Step:
    """/start by somebody who is known: back (from how it stood then), or here all the time, perhaps with a question."""
    leader = scene.leader
    if leader.state == "held":
        return says(talk, "held")
    if leader.state == "stopped":
        return pausing.resumed(talk, scene)
    if back is not None:
        return Resting(), (coming.welcomed(back, leader),)
    if leader.state == "paused":
        return talk, (resting(leader),)
    return here(talk, scene)


def resting(leader: Leader) -> Say:
    """That there is a pause, and until when."""
    if leader.until is None:
        return Say("paused_open")
    return Say("paused", phrases.dated("date", leader.until, leader.rhythm.zone, leader.language))


def here(talk: Talk, scene: Scene) -> Step:
    """Somebody who takes part already hears so, with the question that is open."""
    if scene.enrolment is None:
        return says(talk, "already_free")
    programme, prompt = membership.followed(scene), scene.prompt
    if prompt is None or prompt.state != "open" or prompt.kind == "pulse" or controls.rests(prompt, scene.now):
        return says(talk, "already_in", programme=programme)
    shown = item_args(prompt, intro="already_open", programme=programme)
    return OnPrompt(prompt.id), (Say("prompt", shown, prompt.id),)


def unready(talk: Talk, scene: Scene) -> Step:
    """Anything else waits for the language or the yes; the text to agree to was read, so only its buttons return.

    Who runs groups may never want to take part: until they chose a language they read what they can do.
    """
    if not isinstance(talk, Arriving):
        return says(talk, "consent_needed")
    return says(talk, "staff_here" if scene.guides else "language")

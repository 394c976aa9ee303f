"""After a message of care: what is written next is met gently, kept for the leader alone or not at all."""

import re
from dataclasses import replace

from dialogues.asking import zones
from dialogues.care import mending, safety
from dialogues.effects import Ask, Mark, React, Say
from dialogues.events import Pressed, Said
from dialogues.model import Message
from dialogues.moves import typed
from dialogues.moves.answers import answering, replies
from dialogues.moves.anywhere import arranging, asides, spoken
from dialogues.moves.care import caring
from dialogues.moves.care.apart import CARE, WARM, aside, stored
from dialogues.moves.keeping import gathering
from dialogues.moves.moments import whereabouts
from dialogues.moves.rhythm import pausing, planning, settling
from dialogues.moves.steps import Step
from dialogues.people import Prompt
from dialogues.scene import JOINING, Scene
from dialogues.talk import Resting, Talk, Tended
from dialogues.wishes import floor, leaving, offers, pauses, timetable

# What a plain yes and a plain no mean under each message that asks something.
_ANSWERS: dict[str, tuple[str, str]] = {
    "acute_danger": ("pause", "continue"), "severe_strain": ("lighter", "same"), "integrity_report": ("delete", "keep"),
    "grief": ("pause_2w", "same"),
}  # fmt: skip
# Beside a day: it is wished for, and not told of.
_LIKING = frozenset({
    "liever", "alleen", "enkel", "voortaan", "graag", "altijd", "only", "rather", "prefer", "please", "always", "just",
})  # fmt: skip
_LIVING = re.compile(
    r"(?:(?:ik|we|wij|i|i'm|im|i am|i've|ive|i have) )?"
    r"(?:(?:nu|net|pas|inmiddels|tegenwoordig|now|just|recently|ben|zijn|have|am|been) )*"
    r"(?:woon|wonen|werk|verblijf|leef|zit|verhuisd|live|living|based|moved|work|stay|staying)"
    r"(?: (?:nu|inmiddels|tegenwoordig|voortaan|sinds kort|now|currently|these days|van|out))*"
    r" (?:in|te|naar|uit|vanuit|to|from|of) ([\w' -]{2,30}?)(?: (?:nu|now|tegenwoordig|these days))?",
    re.IGNORECASE,
)
NOTED = {"acute_danger": "danger_noted", "worry": "worry_noted"}


def replied(talk: Tended, said: Said, scene: Scene) -> Step:
    """A reply to it: a button in words, or a confidence that gets one quiet thanks; more of it gets a receipt."""
    if scene.prompt is not None and (again := answering.taken_back(scene.prompt, said, scene)) is not None:
        return again
    if scene.prompt is not None and lightens(talk, said, scene):
        return lightened(scene.prompt, said, scene)
    if (meant := tapped(talk, said.text, scene)) is not None:
        return caring.pressed(talk, Pressed(talk.care, talk.about, meant, 0), scene)
    match talk.care:
        case "crisis_self":
            return comforted(talk, said, scene)
        case "integrity_report":
            return asides.unprompted(talk, said, scene)
    if (asked := requested(talk, said, scene)) is not None:
        return asked
    more = replace(talk, until=int((scene.now + JOINING).timestamp()), met=True)
    told = React(said.message) if talk.met else Say(NOTED.get(talk.care, "care_noted"))
    return more, (*aside(said, scene, CARE[talk.care]), told)


def lightens(talk: Tended, said: Said, scene: Scene) -> bool:
    """Do these first words after the message about strain say that it was not so bad, and nothing heavy besides?"""
    first = talk.care == "severe_strain" and not talk.met
    return first and floor.lightens(said.text) and safety.screen(said.text, scene.library) == safety.Calm()


def lightened(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """It was only a way of speaking: the words are of the answer again, and these go on with it."""
    strained = [answer for answer in scene.answers if answer.care == "strain"]
    part = strained[-1].part if strained else "answer"
    open_yet = replace(prompt, state="answered", stage=part if part in gathering.IN_WORDS else "answer")
    ordinary = tuple(replace(answer, care="none") for answer in scene.answers)
    then, effects = answering.heard(said, replace(scene, prompt=open_yet, answers=ordinary))
    return then, (*(Mark(answer.id, care="none") for answer in strained), *effects)


def requested(talk: Tended, said: Said, scene: Scene) -> Step | None:
    """What is plainly asked of the bot, as when nothing is open; None for a confidence, and for a cry for help."""
    if scene.prompt is not None or typed.plain(said.text) in {"help", "hulp"}:
        return None
    wish = arranging.of_settings(said.text, alone=True)
    asked = (
        settled_anew(said.text, scene)
        or spoken.told(Resting(), said, scene)
        or (arranging.step(Resting(), said, wish, scene) if wish else None)
        or replies.beside(Resting(), said, scene)
        or asides.of_rhythm(said, scene)
    )
    if asked is None or not any(isinstance(effect, Say | Ask) for effect in asked[1]):
        return None
    then, effects = asked
    return talk if isinstance(then, Resting) else then, effects


def settled_anew(text: str, scene: Scene) -> Step | None:
    """The days that are liked better, or where the leader lives now; a bare day may say when they will talk of it."""
    wanted = timetable.named(text)
    if wanted is not None and wanted.days and not _LIKING.isdisjoint(re.findall(r"\w+", text.lower())):
        return planning.planned(planning.AGAIN, wanted, scene)
    lives = _LIVING.fullmatch(text.strip(" .!"))
    zone = zones.find(lives[1]) if lives else None
    return settling.changed(planning.AGAIN, whereabouts.moved(zone, scene), scene) if zone else None


def paused(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """The pause that the message offers, wished for without saying how long; None for any other words."""
    if not isinstance(talk, Tended) or talk.care == "crisis_self":
        return None
    offered = next((each.id for each in message(talk, scene).buttons if each.id.startswith("pause")), None)
    wish, end = leaving.wish(said.text), pauses.wished(said.text)
    if end is None and wish is not None and wish.kind == "pause":
        end = wish.end
    labelled = typed.button(said.text, message(talk, scene)) == offered
    if offered is None or not (labelled or (end is not None and not pausing.understands(end, scene))):
        return None
    return caring.pressed(talk, Pressed(talk.care, talk.about, offered, 0), scene)


def tapped(talk: Tended, text: str, scene: Scene) -> str | None:
    """The button of the message that was typed, or a plain yes or no to what it asks."""
    if (label := typed.button(text, message(talk, scene))) is not None:
        return label
    yes, no = _ANSWERS.get(talk.care, (None, None))
    plain = typed.plain(text)
    return yes if plain in typed.YES else no if plain in typed.NO else offers.button(text, talk.care)


def message(talk: Tended, scene: Scene) -> Message:
    """The message that was said."""
    known = scene.library.safety.get(talk.care)
    return known.message if known else scene.library.messages[talk.care]


def comforted(talk: Talk, said: Said, scene: Scene) -> Step:
    """During a hold any words get a few warm ones and the numbers. An answer to a prompt is kept, apart."""
    labels = (scene.library.messages[name] for name in ("resume_after_safety", "held_question"))
    tapped = next((value for each in labels if (value := typed.button(said.text, each))), None)
    if tapped is not None:
        return pausing.pressed(talk, Pressed("resume_after_safety", 0, tapped, 0), scene)
    after = talk if isinstance(talk, Tended) else Resting()
    over = scene.leader.state == "held" and scene.leader.until is None  # the word that comes after three days was said
    told = "resume_after_safety" if over else WARM.get(mending.told(said.text) or "", "held_reply")
    return after, (*stored(said, scene, "crisis"), Say(told, weight="safety"))

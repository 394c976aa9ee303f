"""The groups that somebody is in: which they are, and the way out of one of them."""

import re
from dataclasses import replace

from dialogues.asking import phrases
from dialogues.effects import Effect, Leave, Say
from dialogues.events import Pressed, Said
from dialogues.model import Language
from dialogues.moves import typed
from dialogues.moves.steps import Step, says
from dialogues.people import Id
from dialogues.scene import Scene
from dialogues.talk import Talk

Groups = tuple[tuple[Id, str], ...]

# What is left of a short message without the name of the group.
_OUT = re.compile(
    r"(?:(?:ik (?:wil|ga|zou|stap)|mag ik|kan ik|kun je me|haal (?:me|mij)) )?(?:graag )?"
    r"uit (?:(?:de|mijn|deze|die|een) )?groep(?: (?:stappen|gaan|halen|weg|graag|alsjeblieft))*"
    r"|ik verlaat (?:(?:de|mijn|deze|die) )?groep"
    r"|(?:(?:ik (?:wil|ga|zou)|mag ik|kan ik) )?(?:graag )?(?:(?:de|mijn|deze|die|een) )?groep verlaten"
    r"|(?:(?:i (?:want|would like|d like) to|can i|may i|let me|please) )?"
    r"(?:leave|get out of) (?:(?:the|my|this|that|a) )?(?:group|groep)(?: please)?"
)


def joined(invited: Say, groups: Groups, language: Language) -> Say:
    """Into which group, and with several: which one is in now, at most one question a day, and the way out of one."""
    if len(groups) < 2:
        return invited
    return Say("groups_joined", {**invited.args, "intro": invited.screen, "groups": _named(groups, language)})


def followed(scene: Scene) -> str:
    """The programmes that run; of several each with its group."""
    known, running = scene.library.programmes, scene.running
    names = [(known[one.enrolment.programme].name[scene.language], one.cohort) for one in running]
    several = len(names) > 1
    return phrases.listed([f"{name} ({group})" if several and group else name for name, group in names], scene.language)


def listed(scene: Scene, *, edits: int | None = None) -> Say:
    """The groups, each with a button out of it."""
    if not scene.groups:
        return Say("groups_none", edits=edits)
    return Say("groups", {"groups": _named(scene.groups, scene.language), "each": scene.groups}, edits=edits)


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """Out of a group after one question; a button of a group that was left shows the groups of now."""
    name = dict(scene.groups).get(event.about)
    match event.group, event.value:
        case "groups" | "group_leave", _ if name is None:
            return talk, (listed(scene, edits=event.message if event.group == "groups" else None),)
        case "groups", "leave":
            return says(talk, "group_leave", event.about, cohort=name)
        case "group_leave", "leave":
            return talk, left(event.about, scene)
        case "group_leave", "cancel":
            return says(talk, "left_as_is")
        case _:
            return says(talk, "stale_button")


def left(group: Id, scene: Scene) -> tuple[Effect, ...]:
    """Out of this group; what runs beside it goes on."""
    others = any(one.enrolment.cohort != group for one in scene.running)
    return Leave(group), Say("group_left" if others else "group_left_last", {"cohort": dict(scene.groups)[group]})


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """The wish to leave a group, in a few words that say no more; None for other words, or without a group."""
    known, plain = {number: _bare(name) for number, name in scene.groups}, _bare(said.text)
    named = [number for number, name in known.items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain)]
    for number in named:
        plain = plain.replace(known[number], "" if re.search(r"\bgro(?:e|u)p\b", plain) else "groep")
    if not known or not _OUT.fullmatch(" ".join(plain.split())):
        return None
    about = named or list(known)
    if len(about) > 1:
        return talk, (listed(scene),)
    return says(talk, "group_leave", about[0], cohort=dict(scene.groups)[about[0]])


def stopping(scene: Scene, effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """The question whether to stop names the groups, when there are several."""
    if len(scene.groups) < 2:
        return effects
    args = {"intro": "stop_groups", "groups": _named(scene.groups, scene.language)}
    return tuple(
        replace(one, args=args) if isinstance(one, Say) and one.screen == "stop_confirm" else one for one in effects
    )


def _bare(text: str) -> str:
    """Without capitals, accents and the signs around a name."""
    return " ".join(re.sub(r"[«»\"'’‘“”?]", " ", typed.plain(text)).split())


def _named(groups: Groups, language: Language) -> str:
    return phrases.listed([name for _, name in groups], language)

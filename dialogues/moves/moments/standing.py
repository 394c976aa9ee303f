"""The rhythm as it stands, in words: how often, on which days, when and where, and the moment that comes next."""

from dialogues.asking import phrases, zones
from dialogues.effects import Say
from dialogues.model import Language
from dialogues.moves.moments import whereabouts
from dialogues.moves.moments.coming import next_moment
from dialogues.people import Rhythm
from dialogues.scene import Scene

OFTEN: dict[Language, tuple[str, str]] = {
    "nl": ("één keer per week", "twee keer per week"),
    "en": ("once a week", "twice a week"),
}
SWITCH: dict[Language, tuple[str, str]] = {"nl": ("uit", "aan"), "en": ("off", "on")}


def confirmed(chosen: Rhythm, scene: Scene) -> Say:
    """The rhythm as it is from now on, with the next moment when there is one."""
    name, at = kind_name(chosen, scene), next_moment(chosen, scene)
    if at is None:
        return Say("rhythm_noted", {"rhythm": name})
    return Say("rhythm_set", {"rhythm": name, **phrases.timed("next_date", at, chosen.zone, scene.language)})


def kind_name(chosen: Rhythm, scene: Scene) -> str:
    """How often that is, in words: once or twice as on the buttons, more often as a number."""
    times = len(chosen.days)
    if times > 2:
        return {"nl": f"{times} keer per week", "en": f"{times} times a week"}[scene.language]
    return OFTEN[scene.language][times - 1]


def defaults_args(chosen: Rhythm, language: Language) -> dict[str, str]:
    """The usual rhythm in words, for the one tap that takes it."""
    return {
        "days": phrases.days(chosen.days, language),
        "times": phrases.hours(chosen.times, language),
        "zone": zones.label(chosen.zone, language),
        "country": phrases.country(chosen.country, language),
    }


def now_args(scene: Scene) -> dict[str, str]:
    """The rhythm as it is, for /rhythm."""
    chosen = scene.leader.rhythm
    pulse = SWITCH[scene.language][chosen.pulse]
    return {
        "rhythm": kind_name(chosen, scene),
        "pulse": pulse,
        **whereabouts.quiet_args(chosen, scene),
        **defaults_args(chosen, scene.language),
    }

"""Choosing the rhythm: how often, which days, what hour, where. One tap takes the usual; every part can be typed."""

from dataclasses import replace
from datetime import time
from typing import Any

from dialogues.asking import agenda, moments, phrases, rhythm, zones
from dialogues.asking.picking import first
from dialogues.effects import Ask, Become, Reschedule, Say
from dialogues.events import Located, Pressed, Said, Showed
from dialogues.moves import media
from dialogues.moves.moments import whereabouts
from dialogues.moves.moments.standing import confirmed, defaults_args, now_args
from dialogues.moves.rhythm import pausing
from dialogues.moves.steps import Step, says
from dialogues.moves.typed import YES, part, plain
from dialogues.moves.typed import button as typed_button
from dialogues.people import Rhythm
from dialogues.scene import Scene
from dialogues.talk import Resting, SettleStep, Settling, Talk
from dialogues.wishes import hours, offers

DAYS = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4}
HOURS = {"morning": time(8, 30), "lunch": time(12, 30), "end": time(16, 30)}
COMMANDED: dict[str, SettleStep] = {"rhythm": "rhythm", "quiet": "quiet", "time": "hour"}
FEW = 3  # words: a short try at a city or an hour, rather than an answer to what is open


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """A tap on one of the rhythm's screens, while settling or later from the menu."""
    settling = talk if isinstance(talk, Settling) else Settling("rhythm", first=False)
    if event.group == "defaults" and not settling.first:
        return talk, ()  # tapped twice: the usual was taken
    chosen = scene.leader.rhythm
    match event.group, event.value:
        case "defaults", "defaults":
            return settled(settling, chosen, scene)
        case "rhythm", ("light" | "standard" | "own") as kind:
            return how_often(settling, kind, scene)
        case "moment", value if value in HOURS:
            return at_hour(settling, HOURS[value], scene)
        case "choose_days", value:
            return picked_day(settling, value, scene, event)
        case "choose_zone", value if value in whereabouts.ZONES:
            return changed(settling, whereabouts.moved(whereabouts.ZONES[value], scene), scene)
        case "choose_country", value if value in whereabouts.COUNTRIES:
            return changed(settling, whereabouts.at_home(value, scene), scene)
        case (("choose_zone" | "choose_country" | "choose_quiet"), "keep") if settling.first:
            return asked_on(settling, scene)
        case (("choose_zone" | "choose_country" | "choose_quiet"), "keep"):
            return settled(settling, chosen, scene)
        case "choose_quiet", value if (quieter := whereabouts.quiet_tapped(value, scene)) is not None:
            return changed(settling, quieter, scene)
        case "defaults", "zone":
            return menu(settling, "zone", scene)
        case "rhythm_now", value:
            return menu(settling, value, scene)
        case _:
            return says(talk, "stale_button")


def wanted(part: str, words: str, scene: Scene) -> Step:
    """/rhythm, /quiet or /time: what is written after it counts as if it had been asked for."""
    step: SettleStep = "days" if hours.days_in(words) else COMMANDED[part]
    settling = Settling(step, first=False)
    if words and (understands(settling, words, scene) or tries(settling, words)):
        return typed(settling, Said(words, 0), scene)
    if part == "rhythm":
        return Settling("rhythm", first=False), (Say("rhythm_now", now_args(scene)),)
    return menu(settling, COMMANDED[part], scene)


def how_often(talk: Settling, kind: str, scene: Scene) -> Step:
    """Light or standard need an hour next; own begins with the days."""
    old = scene.leader.rhythm
    if kind == "own":
        days = rhythm.with_kind(old, "own").days  # those that a light rhythm made way for return
        return Settling("days", talk.first, days), (Say("choose_days", {"days": list(days)}),)
    chosen = rhythm.with_kind(old, "light" if kind == "light" else "standard")
    if talk.first:
        return Settling("moment", first=True), (Become(replace(scene.leader, rhythm=chosen)), Say("moment"))
    return settled(talk, chosen, scene)


def picked_day(talk: Settling, value: str, scene: Scene, event: Pressed) -> Step:
    """Days switch on and off in place; done needs at least one."""
    days = talk.days if talk.step == "days" else scene.leader.rhythm.days
    if value in DAYS:
        days = tuple(sorted(set(days) ^ {DAYS[value]}))
        shown = Say("choose_days", {"days": list(days)}, edits=event.message)
        return Settling("days", talk.first, days), (shown,)
    return on_days(talk, days, scene) if value == "done" else says(talk, "stale_button")


def on_days(talk: Settling, days: tuple[int, ...], scene: Scene) -> Step:
    """These days, and then the hour; no day at all is asked again."""
    if not days:
        return says(Settling("days", talk.first), "choose_days", days=[])
    chosen = rhythm.with_days(scene.leader.rhythm, days)
    become = Become(replace(scene.leader, rhythm=chosen))
    return Settling("hour", talk.first), (become, Reschedule(), Say("hour"))


def located(talk: Talk, event: Located, scene: Scene) -> Step:
    """The time zone of a place that was shared, when it was asked for; of the place itself nothing came in."""
    if not isinstance(talk, Settling) or talk.step != "zone":
        return media.shown(talk, Showed("location"), scene)
    zone = zones.find(event.zone)
    return changed(talk, whereabouts.moved(zone, scene), scene) if zone else says(talk, "zone_unknown")


def changed(talk: Settling, change: whereabouts.Changed, scene: Scene) -> Step:
    """A part of the rhythm is another one; a newcomer is asked on: how often, or what was being asked."""
    chosen, told = change
    leader = replace(scene.leader, rhythm=chosen)
    become = Become(leader), Reschedule()
    if not talk.first:
        return Resting(), (*become, told)
    after, effects = asked_on(talk, replace(scene, leader=leader))
    return after, (*become, told, *effects)


def asked_on(talk: Settling, scene: Scene) -> Step:
    """What a newcomer is asked again, once where they are or when it is quiet is known."""
    after = talk if talk.step in ("moment", "days", "hour") else Settling("rhythm", first=True)
    return after, (shown(after, scene),)


def at_hour(talk: Settling, hour: time, scene: Scene) -> Step:
    """Another hour, unless it is a quiet one: then it is asked again."""
    chosen = scene.leader.rhythm
    if moments.quiet_at(hour, chosen.quiet):
        return Settling("hour", talk.first), (Say("hour_quiet", whereabouts.quiet_args(chosen, scene)),)
    return settled(talk, rhythm.with_hour(chosen, hour), scene)


def menu(talk: Settling, value: str, scene: Scene) -> Step:
    """The parts of /rhythm."""
    first = talk.first
    old = scene.leader.rhythm
    match value:
        case "frequency":
            return says(Settling("rhythm", first), "rhythm")
        case "days":
            return says(Settling("days", first, old.days), "choose_days", days=list(old.days))
        case "hour":
            return Settling("hour", first), (Say("hour"),)
        case "zone":
            return says(Settling("zone", first), "choose_zone", zone=zones.label(old.zone, scene.language))
        case "quiet":
            return Settling("quiet", first), (Say("choose_quiet", whereabouts.quiet_args(old, scene)),)
        case "country":
            named = phrases.country(old.country, scene.language)
            return says(Settling("country", first), "choose_country", country=named)
        case "pulse":
            become = Become(replace(scene.leader, rhythm=replace(old, pulse=not old.pulse)))
            return Resting(), (become, Reschedule(), Say("pulse_off" if old.pulse else "pulse_on"))
        case _:
            return settled(talk, old, scene)


def typed(talk: Settling, said: Said, scene: Scene) -> Step:
    """Words while settling: a label, quiet hours, days, an hour, a city, or a friendly repetition of what is asked."""
    if talk.step == "pause":
        return pausing.told(talk, said.text, scene)
    if (usual := usual_typed(talk, said.text, scene)) is not None:
        return pressed(talk, Pressed("defaults", 0, usual, 0), scene)
    if (tapped := label(talk, said.text, scene)) is not None:
        return pressed(talk, Pressed(buttons_of(talk), 0, tapped, 0), scene)
    if talk.step == "quiet" or hours.names_quiet(said.text):
        quieter = whereabouts.quiet_typed(said.text, scene)
        return changed(talk, quieter, scene) if quieter else says(Settling("quiet", talk.first), "quiet_unknown")
    if talk.step == "days" and (days := hours.days_in(said.text)):
        return on_days(talk, days, scene)
    hour = hour_of(talk, said.text)
    zone = zones.find(said.text)
    if talk.step == "zone" or (zone and hour is None):
        return changed(talk, whereabouts.moved(zone, scene), scene) if zone else says(talk, "zone_unknown")
    if hour is not None:
        return at_hour(talk, hour, scene)
    return talk, (shown(talk, scene),)


def again_asked(talk: Settling, scene: Scene) -> Step:
    """How often, as there is to choose from."""
    after = Settling("rhythm", talk.first)
    return after, (shown(after, scene),)


def shown(talk: Settling, scene: Scene) -> Say:
    """The screen at hand once more; a newcomer's first one with the one tap that takes the usual."""
    if talk.first and talk.step == "rhythm":
        return Say("rhythm_first", defaults_args(scene.leader.rhythm, scene.language))
    return Say(SCREENS[talk.step], again(talk, scene))


SCREENS: dict[SettleStep, str] = {
    "rhythm": "rhythm", "moment": "moment", "hour": "hour", "days": "choose_days", "zone": "choose_zone",
    "quiet": "choose_quiet", "country": "choose_country", "pause": "pause",
}  # fmt: skip


def again(talk: Settling, scene: Scene) -> dict[str, Any]:
    """What a screen shows when it is shown again."""
    if talk.step == "zone":
        return {"zone": zones.label(scene.leader.rhythm.zone, scene.language)}
    if talk.step == "quiet":
        return whereabouts.quiet_args(scene.leader.rhythm, scene)
    if talk.step == "country":
        return {"country": phrases.country(scene.leader.rhythm.country, scene.language)}
    return {"days": list(talk.days)} if talk.step == "days" else {}


def usual_typed(talk: Settling, text: str, scene: Scene) -> str | None:
    """Under the first screen of a newcomer: the tap that takes the usual, in words ("prima zo", "begin maar", "ja")."""
    if not (talk.first and talk.step == "rhythm"):
        return None
    labelled = part(text, scene.library.messages["defaults"])
    return "defaults" if plain(text) in YES else labelled or offers.button(text, "defaults")


def label(talk: Settling, text: str, scene: Scene) -> str | None:
    """The button of the screen at hand whose label was typed."""
    read = part if talk.first else typed_button
    found = read(text, scene.library.messages[buttons_of(talk)])
    return None if found in DAYS else found


def buttons_of(talk: Settling) -> str:
    """The message that holds the buttons of the screen at hand."""
    return "moment" if talk.step == "hour" else SCREENS[talk.step]


def understands(talk: Settling, text: str, scene: Scene) -> bool:
    """Do these words choose something?"""
    if talk.step == "pause":
        return label(talk, text, scene) is not None or pausing.names(text, scene)
    if (
        usual_typed(talk, text, scene)
        or label(talk, text, scene)
        or hour_of(talk, text)
        or zones.find(text)
        or hours.days_in(text)
    ):
        return True
    quiet = talk.step == "quiet" or hours.names_quiet(text)
    return quiet and hours.quiet_in(text, scene.leader.rhythm.quiet) is not None


def hour_of(talk: Settling, text: str) -> time | None:
    """An hour, or a part of the day where one is chosen."""
    part = hours.part_in(text) if talk.step in ("rhythm", "moment", "hour", "days") else None
    return hours.hour_in(text) or part


def tries(talk: Settling, text: str) -> bool:
    """May these few words be meant to choose something?"""
    few = len(text.split()) <= FEW
    return few and (talk.step in ("zone", "quiet") or any(sign.isdigit() for sign in text))


def settled(talk: Settling, chosen: Rhythm, scene: Scene) -> Step:
    """The rhythm stands: a newcomer gets a first small question at once, the others hear what is next."""
    become = Become(replace(scene.leader, rhythm=chosen))
    if not talk.first:
        return Resting(), (become, Reschedule(), confirmed(chosen, scene))
    programme = scene.library.programmes[scene.programme]
    _, due = agenda.start(programme, chosen, scene.now, starts_on=scene.starts_on)
    args = {
        **phrases.timed("first_date", due.at, chosen.zone, scene.language),
        "zone": zones.label(chosen.zone, scene.language),
    }
    question = first(scene.library, programme, scene.used)
    asked = Ask("question", question.id, "first", intro="first_prompt")
    return Resting(), (become, Reschedule(), Say("ready_now", args), asked)

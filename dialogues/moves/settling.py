"""Choosing the rhythm: how often, which days, what hour, where. One tap takes the usual; every part can be typed."""

import re
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from dialogues import agenda, moments, phrases, rhythm, zones
from dialogues.effects import Ask, Become, Reschedule, Say
from dialogues.events import Pressed, Said
from dialogues.model import Language
from dialogues.moves.steps import Step, says
from dialogues.moves.typed import button as typed_button
from dialogues.people import Rhythm
from dialogues.picking import first
from dialogues.scene import Scene
from dialogues.talk import Resting, SettleStep, Settling, Talk

DAYS = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4}
HOURS = {"morning": time(8, 30), "lunch": time(12, 30), "end": time(16, 30)}
ZONES = {
    "amsterdam": "Europe/Amsterdam", "brussels": "Europe/Brussels", "london": "Europe/London",
    "berlin": "Europe/Berlin", "nairobi": "Africa/Nairobi",
}  # fmt: skip
OFTEN: dict[Language, tuple[str, str]] = {
    "nl": ("één keer per week", "twee keer per week"),
    "en": ("once a week", "twice a week"),
}
DAY_NAMES = {
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
    "ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4,
}  # fmt: skip
BETWEEN_DAYS = {"en", "and", "op", "on"}
FEW = 3  # words: a short try at a city or an hour, rather than an answer
EARLIEST, LATEST = time(7, 30), time(19, 30)  # quiet hours begin and end here


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
            return settled(settling, rhythm.with_hour(chosen, HOURS[value]), scene)
        case "choose_days", value:
            return picked_day(settling, value, scene, event)
        case "choose_zone", value if value in ZONES:
            return moved(settling, ZONES[value], scene)
        case "choose_zone", "keep":
            return settled(settling, chosen, scene)
        case "rhythm_now", value:
            return menu(settling, value, scene)
        case _:
            return says(talk, "stale_button")


def how_often(talk: Settling, kind: str, scene: Scene) -> Step:
    """Light or standard need an hour next; own begins with the days."""
    old = scene.leader.rhythm
    if kind == "own":
        talk = Settling("days", talk.first, old.days)
        return talk, (Say("choose_days", {"days": list(old.days)}),)
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


def moved(talk: Settling, zone: str, scene: Scene) -> Step:
    """Another time zone; the hours stay local."""
    chosen = rhythm.with_zone(scene.leader.rhythm, zone, scene.language)
    now = phrases.hours((moments.local(scene.now, zone).time(),), scene.language)
    told = Say("zone_set", {"zone": zones.label(zone, scene.language), "time": now})
    if not talk.first:
        return Resting(), (Become(replace(scene.leader, rhythm=chosen)), Reschedule(), told)
    after, effects = settled(talk, chosen, scene)
    return after, (told, *effects)


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
        case "pulse":
            changed = replace(scene.leader, rhythm=replace(old, pulse=not old.pulse))
            return Resting(), (Become(changed), Reschedule(), Say("pulse_off" if old.pulse else "pulse_on"))
        case _:
            return settled(talk, old, scene)


def typed(talk: Settling, said: Said, scene: Scene) -> Step:
    """Words while settling: a label, days, an hour, a city, or a friendly repetition of what is asked."""
    if (tapped := label(talk, said.text, scene)) is not None:
        return pressed(talk, Pressed(buttons_of(talk), 0, tapped, 0), scene)
    if talk.step == "days" and (days := days_in(said.text)):
        return on_days(talk, days, scene)
    hour = hour_in(said.text)
    zone = zones.find(said.text)
    if talk.step == "zone" or (zone and not hour):
        return moved(talk, zone, scene) if zone else says(talk, "zone_unknown")
    if hour is not None:
        return settled(talk, rhythm.with_hour(scene.leader.rhythm, hour), scene)
    return says(talk, SCREENS[talk.step], **again(talk))


SCREENS: dict[SettleStep, str] = {
    "rhythm": "rhythm", "moment": "moment", "hour": "hour", "days": "choose_days", "zone": "choose_zone",
}  # fmt: skip


def again(talk: Settling) -> dict[str, Any]:
    """What a screen shows when it is shown again."""
    return {"days": list(talk.days)} if talk.step == "days" else {}


def label(talk: Settling, text: str, scene: Scene) -> str | None:
    """The button of the screen at hand whose label was typed."""
    found = typed_button(text, scene.library.messages[buttons_of(talk)])
    return None if found in DAYS else found


def buttons_of(talk: Settling) -> str:
    """The message that holds the buttons of the screen at hand."""
    return "moment" if talk.step == "hour" else SCREENS[talk.step]


def understands(talk: Settling, text: str, scene: Scene) -> bool:
    """Are these words about the rhythm? Others answer the question that is open."""
    if label(talk, text, scene) or hour_in(text) or zones.find(text) or days_in(text):
        return True
    few = len(text.split()) <= FEW
    return few and (talk.step == "zone" or any(sign.isdigit() for sign in text))


def days_in(text: str) -> tuple[int, ...]:
    """The working days that are named, when little else is said: "dinsdag en vrijdag"."""
    said = re.findall(r"[^\W\d_]+", text.lower())
    days = {DAY_NAMES[word] for word in said if word in DAY_NAMES}
    return tuple(sorted(days)) if all(word in DAY_NAMES or word in BETWEEN_DAYS for word in said) else ()


def hour_in(text: str) -> time | None:
    """A wall time such as 9, 9:15, 9.15, 9u30 or 16h, outside quiet hours; None when there is none."""
    found = re.fullmatch(r"\s*(?:om |at |@)?\s*(\d{1,2})(?:[:.uh]\s?(\d{2})?)?\s*(?:uur|u|h)?\s*", text.lower())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    hour = time(int(found[1]), int(found[2] or 0))
    return hour if EARLIEST <= hour <= LATEST else None


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


def confirmed(chosen: Rhythm, scene: Scene) -> Say:
    """The rhythm as it is from now on, with the next moment when there is one."""
    name, at = kind_name(chosen, scene), next_moment(chosen, scene)
    if at is None:
        return Say("rhythm_noted", {"rhythm": name})
    return Say("rhythm_set", {"rhythm": name, **phrases.timed("next_date", at, chosen.zone, scene.language)})


def next_moment(chosen: Rhythm, scene: Scene) -> datetime | None:
    """When the next question (no pulse) comes under a rhythm, after a pause if there is one; None without any."""
    leader, running = scene.leader, scene.enrolment
    resting = leader.state != "active" and (leader.state != "paused" or leader.until is None)
    if running is None or resting:
        return None
    since = max(scene.now, leader.until or scene.now)
    programme = scene.library.programmes[running.programme]
    moved = agenda.re_anchored(programme, running, chosen, since, was=leader.rhythm)
    following = [place for place, entry in enumerate(agenda.entries(programme, chosen)) if entry.is_touch]
    touch = next((place for place in following if place >= moved.position), moved.position)
    due = agenda.next_entry(programme, replace(moved, position=touch), chosen, since)
    return due.at if isinstance(due, agenda.Due) else None


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
    }


def now_args(scene: Scene) -> dict[str, str]:
    """The rhythm as it is, for /rhythm."""
    chosen = scene.leader.rhythm
    pulse = {"nl": ("uit", "aan"), "en": ("off", "on")}[scene.language][chosen.pulse]
    return {"rhythm": kind_name(chosen, scene), "pulse": pulse, **defaults_args(chosen, scene.language)}

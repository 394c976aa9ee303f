"""Where, and when not: the time zone, public holidays and quiet hours of a rhythm, each with what is said of it."""

from datetime import time

from dialogues.asking import moments, phrases, rhythm, zones
from dialogues.effects import Say
from dialogues.people import Rhythm
from dialogues.scene import Scene
from dialogues.wishes import hours

ZONES = {
    "amsterdam": "Europe/Amsterdam", "brussels": "Europe/Brussels", "london": "Europe/London",
    "berlin": "Europe/Berlin", "nairobi": "Africa/Nairobi",
}  # fmt: skip
NONE = "none"  # no public holidays are skipped
COUNTRIES = {*rhythm.COUNTRIES, NONE}

Changed = tuple[Rhythm, Say]


def moved(zone: str, scene: Scene) -> Changed:
    """Another time zone; the hours stay local, and the holidays are those of the place unless the leader chose them."""
    chosen = rhythm.with_zone(scene.leader.rhythm, zone, scene.language)
    now = phrases.hours((moments.local(scene.now, zone).time(),), scene.language)
    told = {"zone": zones.label(zone, scene.language), "time": now}
    return chosen, Say("zone_set_none", told) if chosen.country == NONE else Say(
        "zone_set", told | named(chosen, scene)
    )


def at_home(country: str, scene: Scene) -> Changed:
    """The public holidays of another country, or of none."""
    chosen = rhythm.with_country(scene.leader.rhythm, country)
    return chosen, Say("country_set_none") if country == NONE else Say("country_set", named(chosen, scene))


def named(chosen: Rhythm, scene: Scene) -> dict[str, str]:
    """The country of the public holidays that are skipped, in words."""
    return {"country": phrases.country(chosen.country, scene.language)}


def quieter(begin: time, end: time, scene: Scene) -> Changed | None:
    """Other quiet hours, and the hours of the questions as they are then; None when too little of a day is left."""
    try:
        chosen = rhythm.with_quiet(scene.leader.rhythm, begin, end)
    except ValueError:
        return None
    times = phrases.hours(chosen.times, scene.language)
    return chosen, Say("quiet_set", {**quiet_args(chosen, scene), "times": times})


def quiet_tapped(value: str, scene: Scene) -> Changed | None:
    """The quiet hours of a button, such as "2000_0800"; None for any other value."""
    begin, _, end = value.partition("_")
    try:
        return quieter(time.fromisoformat(f"{begin}00"), time.fromisoformat(f"{end}00"), scene)
    except ValueError:
        return None


def quiet_typed(text: str, scene: Scene) -> Changed | None:
    """The quiet hours that were typed; None when they were not understood."""
    found = hours.quiet_in(text, scene.leader.rhythm.quiet)
    return found and quieter(*found, scene)


def quiet_args(chosen: Rhythm, scene: Scene) -> dict[str, str]:
    """Begin and end of the quiet hours, in words."""
    begin, end = chosen.quiet
    return {"begin": phrases.hour(begin, scene.language), "end": phrases.hour(end, scene.language)}

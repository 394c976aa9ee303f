"""The settings of a leader, changed one at a time on their own page by the very rules of the chat."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import get_args

from dialogues.asking import rhythm, zones
from dialogues.effects import Say
from dialogues.events import Pressed
from dialogues.model import LANGUAGES
from dialogues.moves.answers import speaking
from dialogues.moves.moments import coming, whereabouts
from dialogues.moves.rhythm import pausing, settling, wishes
from dialogues.moves.steps import Step, says
from dialogues.people import Id, Leader, Theme
from dialogues.scene import Scene
from dialogues.talk import Settling, Talk
from dialogues.wishes import hours, pauses
from journeys import scenes
from journeys.own import doing
from journeys.ports import World
from storage import leaders

AGAIN = Settling("rhythm", first=False)  # as whoever chooses a rhythm anew
ON_OFF = ("on", "off")
SWITCH: Mapping[bool, tuple[str, Collection[str]]] = {True: ("on", ON_OFF), False: ("off", ON_OFF)}
LONGEST = timedelta(days=3 * 366)  # of a pause to a day: further on is a slip, and an open pause does the same
THEMES = get_args(Theme)

Given = Sequence[str]  # what was chosen or typed: as many values as the setting has
Part = Callable[[Talk, Given, Scene], Step]


@dataclass(frozen=True, slots=True)
class Standing:
    """How everything is set; `following` is when the next question comes, if any does."""

    leader: Leader
    following: datetime | None
    countries: tuple[str, ...]


async def standing(world: World, leader: Id) -> Standing:
    """The settings as they are now."""
    async with world.store.transaction() as session:
        person = await leaders.get(session, leader)
        scene = await scenes.scene_of(world, session, person, None)
    offered = (*rhythm.COUNTRIES, "none")
    countries = offered if person.rhythm.country in offered else (person.rhythm.country, *offered)
    return Standing(person, coming.next_moment(person.rhythm, scene), countries)


async def change(world: World, leader: Id, part: str, given: Given) -> str:
    """Change one of `PARTS`; "" when that was done, else the name of the message in which the chat would say no."""
    return await doing.done(world, leader, partial(_step, part, given))


def _step(part: str, given: Given, talk: Talk, scene: Scene) -> Step:
    return PARTS[part](talk, given, scene)


def _language(talk: Talk, given: Given, scene: Scene) -> Step:
    named = next((one for one in LANGUAGES if [one] == [*given]), None)
    return speaking.changed(talk, named, scene) if named else says(talk, "language_choose")


def _often(talk: Talk, given: Given, scene: Scene) -> Step:
    kinds = [kind for kind in given if kind in ("light", "standard")]
    return settling.how_often(AGAIN, kinds[0], scene) if kinds else says(talk, "rhythm")


def _days(_: Talk, given: Given, scene: Scene) -> Step:
    working = tuple(day for day in range(5) if str(day) in given)
    return settling.on_days(AGAIN, working, scene)


def _hour(talk: Talk, given: Given, scene: Scene) -> Step:
    at = hours.hour_in(" ".join(given))
    return settling.at_hour(AGAIN, at, scene) if at else says(talk, "hour")


def _quiet(talk: Talk, given: Given, scene: Scene) -> Step:
    ends = [hours.hour_in(one) for one in given]
    begin, end = ends if len(ends) == 2 else (None, None)
    change = whereabouts.quieter(begin, end, scene) if begin is not None and end is not None else None
    return settling.changed(AGAIN, change, scene) if change else says(talk, "quiet_unknown")


def _zone(talk: Talk, given: Given, scene: Scene) -> Step:
    zone = zones.find(" ".join(given))
    return settling.changed(AGAIN, whereabouts.moved(zone, scene), scene) if zone else says(talk, "zone_unknown")


def _country(talk: Talk, given: Given, scene: Scene) -> Step:
    country = " ".join(given)
    if country == scene.leader.rhythm.country:
        return talk, ()
    known = country in whereabouts.COUNTRIES
    return settling.changed(AGAIN, whereabouts.at_home(country, scene), scene) if known else says(talk, "stale_button")


def _pulse(talk: Talk, given: Given, scene: Scene) -> Step:
    return _switched(talk, given, SWITCH[scene.leader.rhythm.pulse], lambda: settling.menu(AGAIN, "pulse", scene))


def _echoes(talk: Talk, given: Given, scene: Scene) -> Step:
    return _switched(talk, given, SWITCH[scene.leader.wishes.echoes], lambda: _wished(talk, "echoes", scene))


def _theme(talk: Talk, given: Given, scene: Scene) -> Step:
    return _switched(talk, given, (scene.leader.wishes.theme, THEMES), lambda: _wished(talk, "theme", scene))


def _switched(talk: Talk, given: Given, stands: tuple[str, Collection[str]], turn: Callable[[], Step]) -> Step:
    """The chat turns a switch over; here it is said how it is to stand, so that twice the same changes once."""
    now, known = stands
    if len(given) != 1 or given[0] not in known:
        return says(talk, "stale_button")
    return (talk, ()) if given[0] == now else turn()


def _wished(talk: Talk, name: str, scene: Scene) -> Step:
    return doing.silently(wishes.pressed(talk, Pressed("settings", 0, name, 0), scene))


def _pause(talk: Talk, given: Given, scene: Scene) -> Step:
    chosen = " ".join(given)
    if scene.leader.state == "gone":  # the bot was blocked: nothing is sent anyway
        return says(talk, "stale_button")
    if chosen == "open":
        return pausing.rest(scene, None, Say("paused_open"))
    until = pauses.pause_until(chosen, scene.today, scene.language)
    too_far = until is not None and until > scene.today + LONGEST
    return says(talk, "pause_when") if too_far else pausing.paused(talk, chosen, scene)


def _resume(talk: Talk, _: Given, scene: Scene) -> Step:
    return says(talk, "stale_button") if scene.leader.state == "gone" else pausing.resumed(talk, scene)


PARTS: Mapping[str, Part] = {
    "language": _language, "often": _often, "days": _days, "hour": _hour, "quiet": _quiet, "zone": _zone,
    "country": _country, "pulse": _pulse, "echoes": _echoes, "theme": _theme, "pause": _pause, "resume": _resume,
}  # fmt: skip

"""A day on which nothing is to be asked goes, in words, and comes back with a tap; one day at least is left."""

from dataclasses import replace
from datetime import time

from dialogues.asking import phrases, rhythm
from dialogues.asking.moments import FRIDAY, SATURDAY
from dialogues.effects import Become, Reschedule, Say
from dialogues.events import Pressed
from dialogues.moves.moments.standing import confirmed
from dialogues.moves.rhythm import wishes
from dialogues.moves.steps import Step, says
from dialogues.people import Rhythm
from dialogues.scene import Scene
from dialogues.talk import Resting, Settling, Talk
from dialogues.wishes import sparing

# What the button that puts it back is about: the days that there were, a bit each, the tap of Friday and the kind.
_PULSE, _STANDARD = 1 << SATURDAY, 1 << (SATURDAY + 1)
_HOURS, _HOUR = SATURDAY + 2, 11  # then, where it is about hours as well, each day's in minutes: so many bits


def told(text: str, scene: Scene) -> Step | None:
    """The day that is named goes, or makes way for another; None for words that are about neither."""
    if (pair := sparing.swapped(text)) is not None:
        return without((pair[0],), scene, instead=pair[1])
    gone = sparing.named(text)
    return None if gone is None else without(gone, scene)


def without(gone: tuple[int, ...], scene: Scene, instead: int | None = None) -> Step:
    """Without those days, and on Friday without its tap; nothing changes where nothing is asked on them."""
    old = scene.leader.rhythm
    mine = [day for day in gone if day in old.days]
    if not mine:
        taps = FRIDAY in gone and old.pulse
        free = Say("days_free", _args(gone, scene))
        return wishes.without_fridays(Resting(), scene) if taps else (Resting(), (free,))
    if instead is None and len(mine) == len(old.days):
        return _only(old, scene)
    fewer = old
    for day in mine:
        fewer = rhythm.without(fewer, day, instead=instead)
    fewer = replace(fewer, pulse=fewer.pulse and FRIDAY not in mine)
    leader = replace(scene.leader, rhythm=fewer)
    told = Say("days_spared", _args(mine, replace(scene, leader=leader)), _kept(old))
    return Resting(), (Become(leader), Reschedule(), told)


def _only(old: Rhythm, scene: Scene) -> Step:
    """No day would be left, so that another one is chosen first."""
    only = Say("days_only", {"gone": phrases.days(old.days, scene.language)})
    return Settling("days", first=False), (only, Say("choose_days", {"days": []}))


def _args(gone: tuple[int, ...] | list[int], scene: Scene) -> dict[str, str]:
    language = scene.language
    return {"gone": phrases.days(gone, language), "days": phrases.days(scene.leader.rhythm.days, language)}


def _kept(old: Rhythm) -> int:
    return sum(1 << day for day in old.days) + _PULSE * old.pulse + _STANDARD * (old.kind == "standard")


def as_before(old: Rhythm) -> int:
    """What a button is about that brings back both the days and the hours."""
    minutes = (at.hour * 60 + at.minute for at in old.times)
    return _kept(old) + sum(each << (_HOURS + place * _HOUR) for place, each in enumerate(minutes))


def _times(about: int, number: int) -> tuple[time, ...]:
    """The hours that were told; none where only the days were."""
    minutes = [about >> (_HOURS + place * _HOUR) & ((1 << _HOUR) - 1) for place in range(number)]
    return tuple(time(each // 60, each % 60) for each in minutes) if any(minutes) else ()


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The days as they were before, each at its own hour."""
    days = [day for day in range(SATURDAY) if event.about >> day & 1]
    if event.value != "undo" or not days:
        return says(talk, "stale_button")
    back = replace(rhythm.with_days(scene.leader.rhythm, days), pulse=bool(event.about & _PULSE))
    back = rhythm.with_kind(back, "standard") if event.about & _STANDARD else back
    back = replace(back, times=_times(event.about, len(days)) or back.times)
    return talk, (Become(replace(scene.leader, rhythm=back)), Reschedule(), confirmed(back, scene))

"""How often, which days and what hour in words: set at once, at a screen of the rhythm or without any."""

from dataclasses import replace

from dialogues.asking import moments, phrases, rhythm, zones
from dialogues.effects import Become, Reschedule, Say
from dialogues.moves.moments import whereabouts
from dialogues.moves.rhythm import settling, spared
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import Resting, SettleStep, Settling, Talk
from dialogues.wishes import commanding, often, rescheduling, timetable
from dialogues.wishes.often import Often
from dialogues.wishes.timetable import Timetable

SCREENS: frozenset[SettleStep] = frozenset({"rhythm", "moment", "days", "hour"})
AGAIN = Settling("rhythm", first=False)
_ADDED = (1, 3, 0, 2, 4)  # days in the order in which more of them are taken: Tuesday, Thursday, Monday and so on


def told(talk: Settling, text: str, scene: Scene) -> Step | None:
    """What is chosen at a screen that is about it: how often, or days with an hour or without; None for other words."""
    if talk.step not in SCREENS:
        return None
    if (times := often.named(text)) is not None:
        return frequency(talk, times, scene)
    if not talk.first and (spare := spared.told(text, scene)) is not None:
        return spare
    wanted = timetable.named(text)
    if wanted is None or not wanted.days or (talk.step == "days" and wanted.hour is None):
        return None
    return planned(talk, wanted, scene)


def asked(text: str, scene: Scene) -> Step:
    """The same without a screen; what names no working day or hour shows the rhythm as it is."""
    if (day := commanding.days(text)) is not None:
        return planned(AGAIN, day, scene)
    wanted = timetable.asked(text)
    if wanted is not None and (wanted.days or wanted.hour is not None):
        return planned(AGAIN, wanted, scene)
    if (other := rescheduling.wished(text)) is not None:
        return moved(other, scene)
    times = often.named(text)
    return settling.wanted("rhythm", "", scene) if times is None else frequency(AGAIN, times, scene)


def moved(wanted: Timetable, scene: Scene) -> Step:
    """Other days or another hour, with what was not named as it is, and a button that puts it back."""
    old = scene.leader.rhythm
    hour = wanted.hour
    if hour is not None and moments.quiet_at(hour, old.quiet):
        return planned(AGAIN, wanted, scene)
    days = {*(old.days if wanted.more or not wanted.days else ()), *wanted.days}
    known = dict(old.fuller) | dict(zip(old.days, old.times, strict=True))
    chosen = replace(rhythm.with_days(old, days), fuller=tuple(sorted(known.items()))) if wanted.days else old
    chosen = chosen if hour is None else rhythm.with_hour(chosen, hour)
    told = {"days": phrases.days(chosen.days, scene.language), "times": phrases.hours(chosen.times, scene.language)}
    become = Become(replace(scene.leader, rhythm=chosen))
    return Resting(), (become, Reschedule(), Say("rhythm_moved", told, spared.as_before(old)))


def placed(talk: Talk, text: str, scene: Scene) -> Step | None:
    """The time of a place from now on, or how that goes for who is there a while; None for any other words.

    Under a question it is an answer where somebody is.
    """
    settles = talk if isinstance(talk, Settling) else AGAIN
    if (zone := zones.find(rescheduling.place(text) or "")) is not None:
        return settling.changed(settles, whereabouts.moved(zone, scene), scene)
    waits = scene.prompt is not None and not scene.prompt.over
    there = None if waits or settles.first else zones.find(rescheduling.for_now(text) or "")
    if there is None:
        return None
    label, mine = (zones.label(each, scene.language) for each in (there, scene.leader.rhythm.zone))
    return talk, (Say("zone_for_now", {"zone": label, "mine": mine}),)


def frequency(talk: Settling, times: Often, scene: Scene) -> Step:
    """So often a week; what a week cannot hold, or nothing at all, shows what there is to choose from."""
    days = scene.leader.rhythm.days
    number = {"fewer": len(days) - 1, "more": len(days) + 1}.get(str(times)) or times
    match number:
        case 1:
            return settling.how_often(talk, "light", scene)
        case 2 if times != "fewer":
            return settling.how_often(talk, "standard", scene)
        case 2 | 3 | 4 | 5:
            added = [day for day in _ADDED if day not in days]
            chosen = rhythm.with_days(scene.leader.rhythm, sorted([*days, *added][:number]))
            return (
                settling.settled(talk, chosen, scene) if not talk.first else settling.on_days(talk, chosen.days, scene)
            )
        case _:
            return settling.again_asked(talk, scene)


def planned(talk: Settling, wanted: Timetable, scene: Scene) -> Step:
    """The days and the hour as they were named; without an hour that is asked, and a quiet one is asked again."""
    old = scene.leader.rhythm
    kept = old.days if wanted.more or not wanted.days else ()
    days = tuple(sorted({*kept, *wanted.days}))
    if wanted.hour is None:
        return settling.on_days(talk, days, scene)
    chosen = rhythm.with_days(old, days)
    leader = replace(scene.leader, rhythm=chosen)
    if wanted.days and moments.quiet_at(wanted.hour, old.quiet):
        args = {
            "days": phrases.days(days, scene.language),
            "hour": phrases.hour(wanted.hour, scene.language),
            **whereabouts.quiet_args(chosen, scene),
        }
        return Settling("hour", talk.first), (Become(leader), Reschedule(), Say("days_hour_quiet", args))
    return settling.at_hour(talk, wanted.hour, replace(scene, leader=leader))

"""How often, which days and what hour in words: set at once, at a screen of the rhythm or without any."""

from dataclasses import replace

from dialogues.asking import moments, phrases, rhythm
from dialogues.effects import Become, Reschedule, Say
from dialogues.moves.moments import whereabouts
from dialogues.moves.rhythm import settling, spared
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import SettleStep, Settling
from dialogues.wishes import commanding, often, timetable
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
    times = often.named(text)
    return settling.wanted("rhythm", "", scene) if times is None else frequency(AGAIN, times, scene)


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

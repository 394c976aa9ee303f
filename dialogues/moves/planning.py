"""Days and an hour in one sentence: both are set at once, at a screen of the rhythm or without any."""

from dataclasses import replace

from dialogues import moments, rhythm, timetable
from dialogues.effects import Become, Reschedule
from dialogues.moves import settling
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import SettleStep, Settling
from dialogues.timetable import Timetable

SCREENS: frozenset[SettleStep] = frozenset({"rhythm", "moment", "days", "hour"})


def told(talk: Settling, text: str, scene: Scene) -> Step | None:
    """What days, with an hour or without, are chosen at a screen that is about them; None for other words."""
    wanted = timetable.named(text) if talk.step in SCREENS else None
    if wanted is None or not wanted.days or (talk.step == "days" and wanted.hour is None):
        return None
    return planned(talk, wanted, scene)


def asked(text: str, scene: Scene) -> Step:
    """The same without a screen; what names no working day or hour shows the rhythm as it is."""
    wanted = timetable.asked(text)
    if wanted is None or (not wanted.days and wanted.hour is None):
        return settling.wanted("rhythm", "", scene)
    return planned(Settling("days", first=False), wanted, scene)


def planned(talk: Settling, wanted: Timetable, scene: Scene) -> Step:
    """The days and the hour as they were named; without an hour that is asked, and a quiet one is asked again."""
    old = scene.leader.rhythm
    kept = old.days if wanted.more or not wanted.days else ()
    days = tuple(sorted({*kept, *wanted.days}))
    if wanted.hour is None:
        return settling.on_days(talk, days, scene)
    leader = replace(scene.leader, rhythm=rhythm.with_days(old, days))
    after, effects = settling.at_hour(talk, wanted.hour, replace(scene, leader=leader))
    quiet = moments.quiet_at(wanted.hour, old.quiet)
    return after, (Become(leader), Reschedule(), *effects) if quiet else effects

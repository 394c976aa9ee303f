"""A prompt comes back at a moment that suits better: by button, or in words under the question when that is."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from dialogues.answers import brushing
from dialogues.asking import moments, phrases
from dialogues.effects import Cancel, Effect, Plan, Say, Turn
from dialogues.events import Said
from dialogues.moves import typed
from dialogues.moves.moments import whereabouts
from dialogues.moves.steps import Step, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import later, naming, queries

Snooze = Literal["today", "tomorrow", "week"]
SCREEN = "snooze"
OFF = ("off", "perhaps off", "state")
_LAST = re.compile(r"[a-z] \d{1,2}[\s.!]*$")
NEAR = 5  # days: further on it would no longer be what was asked for
DAYS: dict[str, int] = {"today": 0, "tomorrow": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class _Aim:
    """The local date and wall time that were asked for (no time: whichever suits), and the first free moment then."""

    day: date
    at: time | None
    first: datetime


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """Words under the question when it suits better: a moment, or that it may stay; None for words that tell more."""
    prompt = scene.prompt
    if scene.confirming != SCREEN or prompt is None or prompt.id != scene.confirmed:
        return None
    if (choice := numbered_choice(said.text)) is not None:
        return tapped(prompt, choice, 0, scene)
    if (moment := moment_named(said.text, scene)) is not None:
        return until(prompt, moment, scene)
    if brushing.told(said.text) in OFF:  # no time to say when either: not asked a third time
        return says(talk, "snooze_open")
    return says(talk, "left_as_is") if queries.declined(said.text) else None


def numbered_choice(text: str) -> str | None:
    """The button that a number alone or a place stands for: "1", "the first one"."""
    said = typed.plain(text)
    place = naming.by_place(text) or typed.NUMBERS.get(said, said)
    return dict(zip(("1", "2", "3"), DAYS, strict=True)).get(place)


def moment_named(text: str, scene: Scene) -> later.Moment | None:
    """The moment that is named, where a last number after a day is an hour: "friday 9"."""
    hour = f"{text.strip(' .!')} uur" if _LAST.search(text) else text
    return later.named(text, scene.today, scene.language) or later.named(hour, scene.today, scene.language)


def tapped(prompt: Prompt, choice: str, message: int, scene: Scene) -> Step:
    """One of the three buttons."""
    return until(prompt, later.On(scene.today + DAYS[choice] * later.ONE_DAY), scene, message=message)


def until(prompt: Prompt, moment: later.Moment, scene: Scene, *, message: int = 0) -> Step:
    """The prompt comes back at a better moment and waits longer for its end; no reminder comes on top of that."""
    aim = _aim(moment, scene)
    at = _returns(aim, scene)
    if at is None:
        return says(OnPrompt(prompt.id), "snooze_none")
    turned = replace(prompt, state="open", expires_at=moments.expires_at(at, None))
    effects: tuple[Effect, ...] = (
        Turn(turned),
        Cancel("remind", prompt.id),
        Plan("snooze", at, prompt.id),
        Plan("expire", turned.expires_at, prompt.id),
        replace(_told(aim, at, scene), edits=message or None),
    )
    return Resting(), effects


def _aim(moment: later.Moment, scene: Scene) -> _Aim:
    rhythm, here = scene.leader.rhythm, moments.local(scene.now, scene.leader.rhythm.zone)
    match moment:
        case later.After(span):
            wanted = here + span
            return _Aim(wanted.date(), None, moments.next_free(scene.now + span, rhythm))
        case later.On(day, at):  # pragma: no branch - the last kind; the type checker knows
            day = day or (scene.today if at is not None and at > here.time() else scene.today + later.ONE_DAY)
            if day == scene.today and (at is None or at <= here.time()):
                return _Aim(day, None, moments.later_today(scene.now, rhythm))
            usual = here.time() if day == scene.today + later.ONE_DAY else rhythm.times[0]
            return _Aim(day, at, moments.same_time(day, at or usual, rhythm))


def _returns(aim: _Aim, scene: Scene) -> datetime | None:
    """Today, or on a day that has no question of its own. None when no such day is near."""
    rhythm = scene.leader.rhythm
    at = moments.local(aim.first, rhythm.zone)
    if at.date() == scene.today:
        return at.astimezone(UTC)
    offered = (moments.same_time(at.date() + timedelta(days=day), at.time(), rhythm) for day in range(NEAR))
    return next((each for each in offered if not taken(each, scene)), None)


def taken(at: datetime, scene: Scene) -> bool:
    """Has that day a question of its own: by the rhythm of a programme that does not rest then, or planned there?"""
    rhythm = scene.leader.rhythm
    day = moments.local(at, rhythm.zone).date()
    planned = [scene.monthly, *(one.enrolment.next_due_at for one in scene.running)]
    asks = not scene.running or any(one.rests is None or at > one.rests for one in scene.running)
    due = {moments.local(each, rhythm.zone).date() for each in planned if each is not None}
    return (asks and day.weekday() in rhythm.days) or day in due


def _told(aim: _Aim, at: datetime, scene: Scene) -> Say:
    """When it comes back and, where that is not what was asked for, why not."""
    rhythm, language = scene.leader.rhythm, scene.language
    here, when = moments.local(at, rhythm.zone), phrases.timed("moment", at, rhythm.zone, language)
    named = {"day": phrases.weekday(aim.day, language), **when}
    if here.date() == scene.today == aim.day:
        return Say("snoozed", {"moment": phrases.later_today(at, rhythm.zone, language)})
    if here.date() == aim.day:
        late = aim.at is not None and here.time() != aim.at
        return Say("snoozed_quiet", {**whereabouts.quiet_args(rhythm, scene), **when}) if late else Say("snoozed", when)
    if not moments.working_day(aim.day, rhythm.country):
        return Say("snoozed_free", named)
    if aim.day == scene.today:
        return Say("snoozed_on", when)
    if moments.local(aim.first, rhythm.zone).date() != aim.day:
        return Say("snoozed_quiet", {**whereabouts.quiet_args(rhythm, scene), **when})
    return Say("snoozed_taken", named) if scene.running or scene.monthly else Say("snoozed", when)

"""When the next question comes, and the greeting that tells it to who is back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dialogues.asking import agenda, moments, phrases
from dialogues.effects import Say
from dialogues.people import Leader, Rhythm
from dialogues.scene import Followed, Scene


def next_moment(chosen: Rhythm, scene: Scene) -> datetime | None:
    """When the next question (no pulse) comes under a rhythm, after a pause if there is one; None without any.

    Of several programmes that is the one that comes first.
    """
    return _first(scene.running, chosen, scene)


def _first(followed: Sequence[Followed], chosen: Rhythm, scene: Scene) -> datetime | None:
    if away(scene.leader):
        return None
    return min((at for one in followed if (at := _moment(one, chosen, scene)) is not None), default=None)


def _moment(one: Followed, chosen: Rhythm, scene: Scene) -> datetime | None:
    at = _since(max(scene.now, scene.leader.until or scene.now, one.rests or scene.now), one, chosen, scene)
    back = _away(at, scene) if at is not None else None
    return at if back is None else _since(back, one, chosen, scene)


def _away(at: datetime, scene: Scene) -> datetime | None:
    """When a pause that begins later, and that this moment lies in, is over; None when it lies in none."""
    away = scene.leader.memory.away
    return away[1] if away is not None and away[0] <= at < away[1] else None


def _since(since: datetime, one: Followed, chosen: Rhythm, scene: Scene) -> datetime | None:
    """The first moment of this programme from then on."""
    programme, place = scene.library.programmes[one.enrolment.programme], one.enrolment
    if chosen != scene.leader.rhythm:  # planned anew at once, also in a pause
        begins = max(scene.now, one.rests or scene.now)
        place = agenda.replanned(programme, place, chosen, begins, was=scene.leader.rhythm)
    place = agenda.replanned(programme, place, chosen, since, was=chosen)
    following = [number for number, entry in enumerate(agenda.entries(programme, chosen)) if entry.is_touch]
    touch = next((number for number in following if number >= place.position), place.position)
    if touch == place.position:
        return place.next_due_at
    due = agenda.next_entry(programme, replace(place, position=touch), chosen, since)
    return due.at if isinstance(due, agenda.Due) else None


def away(leader: Leader) -> bool:
    """Does nothing come by itself, whatever is planned, until the leader comes back?"""
    return leader.state != "active" and (leader.state != "paused" or leader.until is None)


def planned(scene: Scene) -> datetime | None:
    """When the next question comes by itself: of the programme, or for who gets one a month; None without any."""
    at, leader = next_moment(scene.leader.rhythm, scene), scene.leader
    if at is not None or away(leader):
        return at
    at = scene.monthly
    while at is not None and (at < (leader.until or scene.now) or _away(at, scene)):  # a pause passes one over
        at = moments.monthly_at(at, leader.rhythm)
    return at


def first_moment(scene: Scene) -> datetime:
    """When the programme of the scene asks for the first time, for who begins with it now."""
    programme = scene.library.programmes[scene.programme]
    return agenda.start(programme, scene.leader.rhythm, scene.now, starts_on=None)[1].at


def anew(scene: Scene) -> bool:
    """Does somebody who comes back begin with a programme? Only when there is none to return to, also none a month."""
    return scene.leader.state == "stopped" and scene.monthly is None and not scene.left


def welcomed(scene: Scene, leader: Leader) -> Say:
    """Welcome back, and when the next question comes; `leader` is who they are from now on.

    Who stopped hears what they go on with, or that they begin anew.
    """
    if anew(scene):
        name = phrases.inside(scene.library.programmes[scene.programme].name[scene.language])
        return _told("begun_anew", first_moment(scene), leader, programme=name)
    back = replace(scene, leader=leader)
    at = _first(scene.left, leader.rhythm, back)
    if at is not None:
        return _told("returned", at, leader, places=places(scene.left, scene))
    at = planned(back)
    if at is None:
        return Say("resumed_quiet")
    monthly = scene.enrolment is None  # that cannot be less often
    return _told("resumed_monthly" if monthly else "resumed", at, leader)


def _told(screen: str, at: datetime, leader: Leader, **named: str) -> Say:
    return Say(screen, {**named, **phrases.timed("moment", at, leader.rhythm.zone, leader.language)})


def places(followed: Sequence[Followed], scene: Scene) -> str:
    """What somebody takes part in: the names of the groups, and of a programme that is followed alone."""
    known = scene.library.programmes
    names = [one.cohort or phrases.inside(known[one.enrolment.programme].name[scene.language]) for one in followed]
    return phrases.listed(names, scene.language)

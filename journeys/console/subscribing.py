"""A group is subscribed in the chat by whoever may do so in the console, with the same journey beneath."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from dialogues import founding, moments
from dialogues.founding import Founding, Heard
from dialogues.model import Language, Library
from dialogues.people import CLOSED, Cohort, Leader
from dialogues.weeks import monday_of
from journeys import guide
from journeys.console import cohorts as groups
from journeys.console import organisations
from journeys.console.who import Refused, Who
from journeys.guide import NewCohort
from journeys.permissions import sees
from journeys.ports import World
from storage import audit, cohorts, outbox
from storage.session import Session

Screen = tuple[str, Mapping[str, Any]]
FIELDS_OF = {"moment": "hour", "day": "weekday", "ends": "ends_on"}  # a refusal that is about another field
SOON = timedelta(weeks=2)  # the start in the example
MOST = 20  # groups in one message, the newest


async def commanded(world: World, session: Session, chat: int, leader: Leader | None, words: str, key: str) -> bool:  # noqa: PLR0913 - there is no stage yet
    """`/cohort`: a new group, or those that are there. False for somebody without a role."""
    who = await organisations.who_at(world, session, chat, leader.language if leader else "nl")
    if who is None:
        return False
    language = leader.language if leader else who.language
    wanted = words.strip() and groups.may_create(who)
    screen, args = (
        await _made(world, session, who, _usual(world, leader, language), words)
        if wanted
        else await _listed(world, session, who)
    )
    await outbox.put(
        session, key=f"{key}:1", chat=chat, leader=leader.id if leader else None, kind="reply", screen_name=screen,
        args={**args, "about": 0, "language": language}, wall=world.clock.wall(),
    )  # fmt: skip
    return True


def _usual(world: World, leader: Leader | None, language: Language) -> NewCohort:
    """What a group is when nothing is said about it: in the language and the zone of who makes it."""
    usual = NewCohort("", next(iter(world.library.programmes)), language)
    return NewCohort("", usual.programme, language, leader.rhythm.zone) if leader else usual


async def _made(world: World, session: Session, who: Who, usual: NewCohort, words: str) -> Screen:
    now = world.clock.now()
    today = moments.local(now, usual.zone).date()
    told = founding.read(words, Heard(world.library, usual.language, today))
    try:
        made = None if told.wrong else await groups.subscribed(world, session, who, _meant(usual, told))
    except Refused as no:
        told = Founding(told.name, told.values, (FIELDS_OF.get(no.key, no.key),))
        made = None
    if made is None:
        return "cohort_wrong", {"wrong": list(told.wrong)}
    invite = await guide.invite(world, session, made.id, who.member, usual)
    await audit.did(session, audit.Deed("invite made", who.member, made.organisation or 0, made.id), now)
    return "cohort_created", {**_told(made, world.library), "invite": invite}


def _meant(usual: NewCohort, told: Founding) -> NewCohort:
    given = {name: getattr(usual, name) for name in ("programme", "language", "zone")} | dict(told.values)
    return NewCohort(told.name, **given)


def _told(cohort: Cohort, library: Library) -> dict[str, Any]:
    """The group by ids and values, for the screen that tells of it."""
    return {
        "cohort": cohort.name,
        "programme": cohort.programme,
        "spoken": cohort.language,
        "zone": cohort.zone,
        "starts_on": cohort.starts_on and cohort.starts_on.isoformat(),
        "ends_on": cohort.ends_on and cohort.ends_on.isoformat(),
        "weekday": cohort.weekday,
        "hour": cohort.hour and f"{cohort.hour:%H:%M}",
        "weeks": str(len(library.programmes[cohort.programme].weeks)),
    }


async def _listed(world: World, session: Session, who: Who) -> Screen:
    """Those that are there for this member, with how many joined, and how a new one is made."""
    found = await cohorts.of(session, {role.organisation for role in who.roles})
    mine = [
        [cohort.name, joined]
        for cohort, joined in found
        if cohort.state not in CLOSED and sees(who.roles, cohort.organisation or 0, cohort.id)
    ]
    if not groups.may_create(who):
        return "cohort_look", {"groups": mine[-MOST:]}
    start = monday_of(world.clock.now().date() + SOON)
    return "cohort_usage", {"groups": mine[-MOST:], "starts_on": start.isoformat()}

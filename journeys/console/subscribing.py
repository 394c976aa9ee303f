"""A group is subscribed in the chat by whoever may do so in the console, with the same journey beneath."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from dialogues.asking import moments
from dialogues.asking.weeks import monday_of
from dialogues.moves import typed
from dialogues.people import CLOSED, Cohort, Id
from dialogues.wishes import founding
from dialogues.wishes.founding import Founding, Heard, Line
from journeys import guide
from journeys.console import cohorts as groups
from journeys.console import desk as desks
from journeys.console import mirroring, naming
from journeys.console.access import group_for
from journeys.console.desk import Desk
from journeys.console.who import Missing
from journeys.guide import NewCohort
from journeys.permissions import sees
from storage import audit, cohorts

MADE = "cohort_created"
SOON = timedelta(weeks=2)  # the start in the example
ONE_DAY = timedelta(days=1)
MOST = 20  # groups in one message, the newest
WRONG, SAME = "cohort_wrong", "cohort_same"  # the screens that wait for an answer
SHOWN, TOLD = 60, 12  # characters of a line, and lines, in what is told to be wrong


async def commanded(desk: Desk, words: str) -> None:
    """`/cohort`: a new group, lines in place of those that were wrong, or the groups that are there."""
    if not words.strip() or not groups.may_create(desk.who):
        await _listed(desk)
        return
    before, said = await desks.asked(desk, WRONG), founding.lines(words)
    amended = before is not None and (not founding.names(words) or (len(said) == 1 and "name" in before["wrong"]))
    await _made(desk, (*_lines(before), *said) if before and amended else said)


async def written(desk: Desk, words: str, replied_to: int | None) -> bool:
    """Words that mend what was asked for, or say which group was meant; False for any others."""
    if not groups.may_create(desk.who):
        return False
    if (before := await desks.asked(desk, WRONG)) is not None:
        said = founding.amends(words, before["wrong"], _heard(desk))
        if said:
            await _made(desk, (*_lines(before), *said))
        return bool(said)
    value = _meant(desk, words)
    return bool(value) and await desks.said_last(desk, SAME, replied_to) and await chosen(desk, value, None)


def _meant(desk: Desk, words: str) -> str:
    said = typed.plain(words)
    plain = "that" if said in typed.YES else "new" if said in typed.NO else ""
    return typed.button(words, desk.world.library.messages[SAME]) or plain


async def chosen(desk: Desk, value: str, message: int | None) -> bool:
    """The group of that name is meant, or a new one is; False when nothing waits for that (any more)."""
    before = await desks.asked(desk, SAME)
    if before is None or not groups.may_create(desk.who):
        return False
    if value == "new":
        await _made(desk, _lines(before), message, twice=True)
    else:
        await desks.done(desk)
        await desks.say(desk, "cohort_that", {"cohort": before["cohort"]}, edits=message)
    return True


def _lines(before: Mapping[str, Any] | None) -> tuple[Line, ...]:
    return tuple(Line(*one) for one in before["lines"]) if before else ()


def _usual(desk: Desk) -> NewCohort:
    """What a group is when nothing is said about it: in the language and the zone of who makes it."""
    usual = NewCohort("", next(iter(desk.world.library.programmes)), desk.language)
    return replace(usual, zone=desk.leader.rhythm.zone) if desk.leader else usual


def _heard(desk: Desk) -> Heard:
    zone = _usual(desk).zone
    return Heard(desk.world.library, desk.language, moments.local(desk.world.clock.now(), zone).date(), zone)


async def _made(desk: Desk, said: Iterable[Line], message: int | None = None, *, twice: bool = False) -> None:
    """The group; or why there is none yet: what is wrong with it, or that there may be one already."""
    told = founding.read(said, _heard(desk))
    if told.wrong:
        await _mend(desk, told)
        return
    meant = replace(_usual(desk), **told.values)
    found = await cohorts.of(desk.session, {role.organisation for role in desk.who.roles})
    same = [one for one in _theirs(desk, found) if _plain(one[0].name) == _plain(meant.name)]
    if same and not twice:
        await _doubt(desk, told, *same[-1])
        return
    made = await _subscribed(desk, meant, message)
    if not found:
        await naming.ask(desk, made)


async def _mend(desk: Desk, told: Founding) -> None:
    """Each line that cannot be, and why; what can be is kept."""
    await desks.ask(desk, WRONG, lines=_values(told.kept), wrong=sorted({one.line.field for one in told.wrong}))
    wrong = [[one.line.field, one.line.said[:SHOWN], one.why] for one in told.wrong[:TOLD]]
    right = [[one.field, one.said[:SHOWN]] for one in told.right]
    await desks.say(desk, WRONG, {"wrong": wrong, "right": right, "starts_on": _soon(desk)})


async def _doubt(desk: Desk, told: Founding, there: Cohort, joined: int) -> None:
    """Is the group of this name the one that is meant?"""
    await desks.ask(desk, SAME, lines=_values(told.kept), cohort=there.name)
    since = there.starts_on or moments.local(await cohorts.created_at(desk.session, there.id), there.zone).date()
    known = {"cohort": there.name, "programme": there.programme, "since": since.isoformat(), "n": joined}
    known["ahead"] = since > _heard(desk).today
    await desks.say(desk, SAME, known)


def _values(lines: Iterable[Line]) -> list[list[str]]:
    return [[one.field, one.said] for one in lines]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _soon(desk: Desk) -> str:
    return monday_of(desk.world.clock.now().date() + SOON).isoformat()


async def _subscribed(desk: Desk, meant: NewCohort, message: int | None) -> Cohort:
    made = await groups.subscribed(desk.world, desk.session, desk.who, meant)
    await desks.done(desk)
    number = await guide.invite(desk.world, desk.session, made.id, desk.who.member, meant)
    deed = audit.Deed("invite made", desk.who.member, made.organisation or 0, made.id)
    await audit.did(desk.session, deed, desk.world.clock.now())
    weeks = str(len(desk.world.library.programmes[made.programme].weeks))
    told = {**_told(made), **_mirrors(desk, made), "weeks": weeks, "invite": number}
    await desks.say(desk, MADE, told, edits=message)
    return made


def _mirrors(desk: Desk, made: Cohort) -> dict[str, Any]:
    """How often there is a mirror, the days of the first one, and the last day of all when there is one."""
    covered = mirroring.covered(made, desk.world.clock.now())
    days = (covered.first, covered.last, covered.until)
    return {"period": made.period, "mirrors": [day and day.isoformat() for day in days]}


def _told(cohort: Cohort) -> dict[str, Any]:
    """The group by ids and values, for the screen that tells of it."""
    return {
        "about": cohort.id,
        "cohort": cohort.name,
        "programme": cohort.programme,
        "spoken": cohort.language,
        "zone": cohort.zone,
        "starts_on": cohort.starts_on and cohort.starts_on.isoformat(),
        "ends_on": cohort.ends_on and cohort.ends_on.isoformat(),
        "weekday": cohort.weekday,
        "hour": cohort.hour and f"{cohort.hour:%H:%M}",
        "months": cohort.retention_months,
    }


async def calendar(desk: Desk, number: Id) -> bool:
    """Each prompt of a group with its date; False when it is not there for this member."""
    try:
        cohort = await group_for(desk.session, desk.who, number, "see programme")
    except Missing:
        return False
    first = cohort.starts_on or _heard(desk).today + ONE_DAY
    await desks.say(desk, "cohort_calendar", {**_told(cohort), "first": first.isoformat()})
    return True


async def _listed(desk: Desk) -> None:
    """Those that are there for this member, with how many joined, and how a new one is made."""
    found = await cohorts.of(desk.session, {role.organisation for role in desk.who.roles})
    mine = [[cohort.name, joined] for cohort, joined in _theirs(desk, found)][-MOST:]
    if groups.may_create(desk.who):
        await desks.say(desk, "cohort_usage", {"groups": mine, "starts_on": _soon(desk)})
    else:
        await desks.say(desk, "cohort_look", {"groups": mine})


def _theirs(desk: Desk, found: Iterable[tuple[Cohort, int]]) -> list[tuple[Cohort, int]]:
    """The groups that still run and are there for this member."""
    return [
        (cohort, joined)
        for cohort, joined in found
        if cohort.state not in CLOSED and sees(desk.who.roles, cohort.organisation or 0, cohort.id)
    ]

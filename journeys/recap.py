"""The look back: a month becomes material, material becomes findings, findings are kept and said; once a month."""

from datetime import date, timedelta

from dialogues.asking import moments, phrases
from dialogues.effects import Recap, Say
from dialogues.people import SummaryKind
from dialogues.wishes.months import month_in
from journeys import drafts, harvest, reviews
from journeys.stage import Stage, say
from storage import answers, summaries
from summaries import facts
from summaries.facts import Findings
from summaries.making import Wanted

ONE_DAY = timedelta(days=1)
REVIEWS: tuple[SummaryKind, ...] = ("programme", "year")


async def act(stage: Stage, wanted: Recap) -> None:
    """Do what was decided about a look back."""
    await (_make if wanted.over == "month" else reviews.act)(stage, wanted)


async def _make(stage: Stage, wanted: Recap) -> None:
    """Make and say the look back on a month. By itself it comes once a month; on request as often as asked."""
    automatic, first = wanted.automatic, await _month(stage, wanted.period)
    if first is None:
        await say(stage, Say("lookback_none"))
        return
    if not wanted.period:
        first = await _telling(stage, first)
    days = harvest.month_of(first)
    material = await harvest.gather(stage, days)
    if automatic and not (material.asked or material.answers):
        return  # who was not here that month has nothing to look back on
    found = drafts.found(stage, Wanted("month", material))
    little = _little(found)
    if automatic and little and await _set_aside(stage, days):
        return  # after words that worried, "too little" would be cold and untrue
    if automatic and not little and await reviews.told_lately(stage, found, REVIEWS):
        await say(stage, Say("month_told", {"month": phrases.month(first, stage.leader.language)}))
        return
    told, now = facts.as_json(found), stage.scene.now
    kept = await summaries.add(stage.session, stage.leader.id, first, told, now)
    if kept is None:
        made = await summaries.made_at(stage.session, stage.leader.id, first)
        if automatic and made is not None and made >= harvest.bounds(days, stage.leader)[1]:
            return  # this month, as a whole, was looked back on already
        kept = await summaries.renew(stage.session, stage.leader.id, first, told, now)
    await reviews.tell(stage, kept, "short" if little and wanted.form != "share" else wanted.form)


async def _set_aside(stage: Stage, days: harvest.Days) -> bool:
    """Did the leader write something in these days that is kept apart from look backs?"""
    start, end = harvest.bounds(days, stage.leader)
    given = await answers.standing(stage.session, stage.leader.id)
    return any(start <= one.given_at < end and (one.care != "none" or one.state == "held") for one in given)


def _little(found: Findings) -> bool:
    return facts.opening(found).kind == "too_little"


async def _telling(stage: Stage, latest: date) -> date:
    """The latest month, or the one before as long as the running month holds too little and that one does not."""
    if latest != stage.scene.today.replace(day=1) or not _little(await _found(stage, latest)):
        return latest
    before = (latest - ONE_DAY).replace(day=1)
    return latest if _little(await _found(stage, before)) else before


async def _found(stage: Stage, first: date) -> Findings:
    return drafts.found(stage, Wanted("month", await harvest.gather(stage, harvest.month_of(first))))


async def _month(stage: Stage, wanted: str) -> date | None:
    """The first day of the month that is meant; the latest with an answer when none is named; None without any."""
    today = stage.scene.today
    if (named := month_in(wanted, today)) is not None:
        return named
    given = await answers.standing(stage.session, stage.leader.id)
    written = [one.given_at for one in given if one.part != "correction"]  # one is about an earlier look back
    if not written:
        return None
    return moments.local(max(written), stage.leader.rhythm.zone).date().replace(day=1)

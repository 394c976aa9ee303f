"""Look backs on more or less than a month: a first small one after four answers, and that on a year; each once."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from dialogues import moments
from dialogues.effects import Say
from dialogues.people import Leader, Prompt, SummaryKind
from journeys import harvest
from journeys.harvest import Days
from journeys.stage import Stage, say
from storage import answers, errands, leaders, prompts, summaries
from summaries import facts
from summaries import findings as of_month
from summaries.facts import Findings, OwnWords
from summaries.material import Chosen
from summaries.thresholds import FIRST
from summaries.year import year as of_year

STARTS_WITHIN = timedelta(weeks=8)  # whoever began longer ago has had letters already
UNTIL = 4 * FIRST  # answers after which a first look back is no longer looked for
ONE_DAY = timedelta(days=1)


async def ripen(stage: Stage, prompt: Prompt) -> None:
    """After an answer: is it time for a first small look back? It comes on the next working day, at the usual hour."""
    session, leader = stage.session, stage.leader
    if prompt.state != "answered" or leader.memory.looked or leader.state != "active":
        return
    if not FIRST <= await prompts.answered_count(session, leader.id) <= UNTIL:
        return
    if await errands.waiting_at(session, leader.id, "first") is None:
        await errands.plan(session, leader.id, "first", "first:0", _tomorrow(stage, leader), None)


def _tomorrow(stage: Stage, leader: Leader) -> datetime:
    return moments.same_time(stage.scene.today + ONE_DAY, leader.rhythm.times[0], leader.rhythm)


async def first(stage: Stage) -> None:
    """The first small look back, over all days until now; with too little left of it the next answer tries again."""
    given = await answers.standing(stage.session, stage.leader.id)
    if not given or stage.leader.memory.looked or stage.scene.now - given[0].given_at > STARTS_WITHIN:
        return
    start = moments.local(given[0].given_at, stage.leader.rhythm.zone).date()
    material = await harvest.gather(stage, Days(start, stage.scene.today + ONE_DAY))
    if await _kept(stage, "first", start, of_month.first(material, stage.world.library)):
        stage.leader = replace(stage.leader, memory=stage.leader.memory.but(looked=True))
        await leaders.keep(stage.session, stage.leader)


async def year(stage: Stage, number: int, *, automatic: bool) -> None:
    """The review of a calendar year, once by itself; asked for it is made anew."""
    days = harvest.year_of(number)
    material = await harvest.gather(stage, days)
    material = replace(material, chosen=await _chosen(stage, days))
    found = of_year(material, stage.world.library)
    if not await _kept(stage, "year", days.start, found, anew=not automatic) and not automatic:
        await say(stage, Say("lookback_none"))


async def _chosen(stage: Stage, days: Days) -> tuple[Chosen, ...]:
    """The sentences of the letters of which the leader said that they fit."""
    letters = await summaries.fitting(stage.session, stage.leader.id, days.start, days.end)
    told = [finding for letter in letters for finding in facts.from_json(letter) if isinstance(finding, OwnWords)]
    return tuple(Chosen(int(own.evidence[0].partition(":")[2]), own.text) for own in told)


async def _kept(stage: Stage, kind: SummaryKind, on: date, found: Findings, *, anew: bool = False) -> bool:
    """Keep and say it; False when there is too little, or when it came before."""
    if not found:
        return False
    session, leader, told, now = stage.session, stage.leader.id, facts.as_json(found), stage.scene.now
    kept = await summaries.add(session, leader, on, told, now, kind)
    if kept is None and anew:
        kept = await summaries.renew(session, leader, on, told, now, kind)
    if kept is None:
        return False
    await say(stage, Say("lookback", {}, kept, weight="summary"))
    return True

"""The look back: a month becomes material, material becomes findings, findings are kept and said; once a month."""

from datetime import date

from dialogues import moments
from dialogues.effects import Say
from dialogues.months import month_in
from journeys import harvest
from journeys.stage import Stage, say
from storage import answers, summaries
from summaries import facts
from summaries.findings import findings


async def make(stage: Stage, wanted: str, *, automatic: bool) -> None:
    """Make and say the look back on a month. By itself it comes once a month; on request as often as asked."""
    first = await _month(stage, wanted)
    if first is None:
        await say(stage, Say("lookback_none"))
        return
    material = await harvest.gather(stage, harvest.month_of(first))
    if automatic and not (material.asked or material.answers):
        return  # who was not here that month has nothing to look back on
    found = facts.as_json(findings(material, stage.scene.library))
    kept = await summaries.add(stage.session, stage.leader.id, first, found, stage.scene.now)
    if kept is None:
        if automatic:
            return  # this month was looked back on already
        kept = await summaries.renew(stage.session, stage.leader.id, first, found, stage.scene.now)
    await say(stage, Say("lookback", {}, kept, weight="summary"))
    if not any(finding.kind == "too_little" for finding in facts.from_json(found)):
        await say(stage, Say("lookback_picture", {}, kept, weight="summary"))


async def _month(stage: Stage, wanted: str) -> date | None:
    """The first day of the month that is meant; the latest with an answer when none is named; None without any."""
    today = stage.scene.today
    if (named := month_in(wanted, today)) is not None:
        return named
    latest = await answers.latest_at(stage.session, stage.leader.id)
    if latest is None:
        return None
    return moments.local(latest, stage.leader.rhythm.zone).date().replace(day=1)

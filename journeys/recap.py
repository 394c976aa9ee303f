"""The look back: a month becomes material, material becomes findings, findings are kept and said; once a month."""

from datetime import date

from dialogues import moments
from dialogues.effects import Conceal, Recap, Say
from dialogues.months import month_in
from dialogues.moves.lookback import key
from dialogues.people import Id
from journeys import harvest, reviews
from journeys.stage import Stage, say
from storage import answers, hidden, summaries
from summaries import facts
from summaries.findings import findings
from summaries.hiding import ids

PAPER = {"pdf": "lookback_pdf", "share": "lookback_share"}


async def act(stage: Stage, effect: Recap | Conceal) -> None:
    """Do what was decided about a look back."""
    match effect:
        case Conceal():
            await _conceal(stage, effect)
        case Recap(form="first"):
            await reviews.first(stage)
        case Recap(number, automatic, form="year"):
            await reviews.year(stage, int(number), automatic=automatic)
        case Recap():
            await _make(stage, effect)


async def _conceal(stage: Stage, concealed: Conceal) -> None:
    """The line that has this key, if the look back is still there; what it says stays away from now on."""
    kept = await summaries.get(stage.session, stage.leader.id, concealed.summary)
    if kept is not None:
        lines = [line for line in ids(facts.from_json(kept[1])) if key(line) == concealed.line]
        await hidden.hide(stage.session, stage.leader.id, lines, stage.scene.now)


async def _make(stage: Stage, wanted: Recap) -> None:
    """Make and say the look back on a month. By itself it comes once a month; on request as often as asked."""
    automatic, first = wanted.automatic, await _month(stage, wanted.month)
    if first is None:
        await say(stage, Say("lookback_none"))
        return
    material = await harvest.gather(stage, harvest.month_of(first))
    if automatic and not (material.asked or material.answers):
        return  # who was not here that month has nothing to look back on
    found = findings(material, stage.scene.library)
    told, now = facts.as_json(found), stage.scene.now
    kept = await summaries.add(stage.session, stage.leader.id, first, told, now)
    if kept is None:
        if automatic:
            return  # this month was looked back on already
        kept = await summaries.renew(stage.session, stage.leader.id, first, told, now)
    await _said(stage, kept, wanted.form if facts.opening(found).kind != "too_little" else "short")


async def _said(stage: Stage, kept: Id, form: str) -> None:
    """The letter with its picture, or the paper; of too little only the letter."""
    if form in PAPER:
        await say(stage, Say(PAPER[form], {}, kept, weight="document"))
        return
    await say(stage, Say("lookback", {}, kept, weight="summary"))
    if form == "letter":
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

"""The look back: a month becomes material, material becomes findings, findings are kept and said; once a month."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Literal

from dialogues import markers, moments, privacy, words
from dialogues.effects import Say
from dialogues.months import month_in
from dialogues.people import Answer, Care, Id, Intention, ItemKind, Leader, Prompt, Tap
from journeys.stage import Stage, say
from storage import answers, intentions, prompts, summaries, taps
from storage.session import Session
from summaries import facts
from summaries.findings import findings
from summaries.material import Asked, Intended, Material, Measure, Placed, Tapped, Written, quality_of

EARLIER = timedelta(days=366)  # how far back a comparison may look
MEASURE: dict[str, Measure] = {"PU-05": "mood", "PU-06": "energy"}


async def make(stage: Stage, wanted: str, *, automatic: bool) -> None:
    """Make and say the look back on a month. By itself it comes once a month; on request as often as asked."""
    first = await _month(stage, wanted)
    if first is None:
        await say(stage, Say("lookback_none"))
        return
    material = await gather(stage.session, stage, first)
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


async def gather(session: Session, stage: Stage, first: date) -> Material:
    """Everything one look back may use, with local dates; hidden and flagged words never get in."""
    leader = stage.leader
    start, end = bounds(first, leader)
    asked = await prompts.between(session, leader.id, start - EARLIER, end)
    by_id = {prompt.id: prompt for prompt in asked}
    written = await answers.between(session, leader.id, start, end)
    tapped = await taps.between(session, leader.id, start - EARLIER, end)
    meant = await intentions.between(session, leader.id, start - timedelta(days=31), end)
    placed = [
        _placed(tap, by_id[tap.prompt], leader) for tap in tapped if tap.name == "position" and tap.prompt in by_id
    ]
    moods = [_tapped(tap, leader) for tap in tapped if tap.name in MEASURE]
    return Material(
        language=leader.language,
        month=first,
        zone=leader.rhythm.zone,
        seed=leader.id,
        asked=tuple(_asked(one, stage) for one in asked if one.asked_at >= start),
        answers=tuple(_written(answer, by_id.get(answer.prompt or 0), stage) for answer in written),
        taps=tuple(tap for tap in moods if tap.on >= first),
        earlier_taps=tuple(tap for tap in moods if tap.on < first),
        positions=tuple(one for one in placed if one.on >= first),
        earlier_positions=tuple(one for one in placed if one.on < first),
        intentions=tuple(_intended(one, {answer.id: answer.care for answer in written}, leader) for one in meant),
        strained_on=max((_day(a.given_at, leader) for a in written if a.care == "strain"), default=None),
    )


def bounds(first: date, leader: Leader) -> tuple[datetime, datetime]:
    """The instants between which it is that month where the leader lives."""
    following = (first + timedelta(days=31)).replace(day=1)
    zone = leader.rhythm.zone
    return moments.instant(first, time(), zone), moments.instant(following, time(), zone)


def _day(at: datetime, leader: Leader) -> date:
    return moments.local(at, leader.rhythm.zone).date()


def _asked(prompt: Prompt, stage: Stage) -> Asked:
    quality = quality_of(prompt.kind, prompt.item, stage.scene.library)
    on = _day(prompt.asked_at, stage.leader)
    return Asked(prompt.id, on, prompt.kind, prompt.item, quality, prompt.state == "answered")


def _written(answer: Answer, prompt: Prompt | None, stage: Stage) -> Written:
    kind: Literal["thought"] | ItemKind = prompt.kind if prompt else "thought"
    item = prompt.item if prompt else ""
    quality = quality_of(prompt.kind, prompt.item, stage.scene.library) if prompt else ""
    return Written(
        id=answer.id, on=_day(answer.given_at, stage.leader), prompt=answer.prompt, kind=kind, item=item,
        quality=quality, part=answer.part, text=answer.text, language=answer.language, words=words.count(answer.text),
        markers=markers.present(answer.text, answer.language), care=answer.care, named=answer.named,
    )  # fmt: skip


def _tapped(tap: Tap, leader: Leader) -> Tapped:
    return Tapped(tap.id, _day(tap.at, leader), MEASURE[tap.name], int(tap.value), tap.prompt)


def _placed(tap: Tap, prompt: Prompt, leader: Leader) -> Placed:
    return Placed(tap.id, _day(tap.at, leader), prompt.item, int(tap.value), prompt.id)


def _intended(intention: Intention, cares: Mapping[Id, Care], leader: Leader) -> Intended:
    """An intention keeps the care of the answer that it came from, and is not quoted when it names somebody."""
    care = cares.get(intention.answer or 0, "none")
    named = privacy.has_name(intention.text) or bool(privacy.find(intention.text))
    return Intended(intention.id, _day(intention.made_at, leader), intention.text, intention.state, care, named)

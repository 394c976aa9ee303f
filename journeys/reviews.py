"""Look backs on more or less than a month: the first weeks, a year, a programme; each once by itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from dialogues.asking import moments
from dialogues.effects import Recap, Say
from dialogues.people import Enrolment, Id, Leader, Prompt, SummaryKind
from journeys import drafts, harvest
from journeys.harvest import Days
from journeys.stage import Stage, say
from storage import answers, enrolments, errands, keepsakes, leaders, prompts, summaries
from storage.session import Session
from summaries import facts
from summaries.facts import Findings, Opening, OwnWords, Year
from summaries.making import Wanted
from summaries.material import Chosen
from summaries.thresholds import FIRST

PAPER = {"pdf": "lookback_pdf", "share": "lookback_share"}
STARTS_WITHIN = timedelta(weeks=8)  # whoever began longer ago has had letters already
UNTIL = 4 * FIRST  # answers after which a first look back is no longer looked for
ONE_DAY = timedelta(days=1)
LONGEST = timedelta(days=800)  # of a programme, with its weeks of rest and pauses
SAME = 0.75  # of the answers in another review: then it would say the same again
MOST = 0.5  # of the answers of a month or a year in look backs of the last days: that is near enough
MONTHS: tuple[SummaryKind, ...] = ("month",)
LATELY = timedelta(days=10)  # so near each other two look backs say much the same


async def act(stage: Stage, wanted: Recap) -> None:
    """Do what was decided about a look back that is not a month's."""
    if wanted.over == "first":
        await first(stage)
        return
    found = await (_programme if wanted.over == "programme" else _year)(stage, wanted)
    opened = facts.opening(found) if found else None
    if isinstance(opened, Year) and wanted.automatic and await _in_letters(stage, found, opened):
        if opened.programme:
            await say(stage, Say("programme_told", {"programme": opened.programme}))
    elif isinstance(opened, Year) and not (wanted.automatic and await _told_already(stage, found, opened)):
        anew = not wanted.automatic or await _came_early(stage, wanted.over, opened)
        kept = await _keep(stage, wanted.over, opened.start, found, anew=anew)
        if kept is not None:
            await tell(stage, kept, wanted.form)
    elif not wanted.automatic:
        await say(stage, Say("lookback_none"))


async def tell(stage: Stage, kept: Id, form: str) -> None:
    """The letter with its picture, or the paper."""
    if form in PAPER:
        await say(stage, Say(PAPER[form], {}, kept, weight="document"))
        return
    await say(stage, Say("lookback", {}, kept, weight="summary"))
    if form == "letter":
        await say(stage, Say("lookback_picture", {}, kept, weight="summary"))


async def ripen(stage: Stage, prompt: Prompt) -> None:
    """After an answer: is it time for a first small look back? It comes on the next working day, at the usual hour."""
    session, leader = stage.session, stage.leader
    if prompt.state != "answered" or leader.memory.looked or leader.state != "active":
        return
    if not FIRST <= await prompts.answered_count(session, leader.id) <= UNTIL:
        return
    if await errands.waiting_at(session, leader.id, "first") is None:
        tomorrow = moments.same_time(stage.scene.today + ONE_DAY, leader.rhythm.times[0], leader.rhythm)
        await errands.plan(session, leader.id, "first", "first:0", tomorrow, None)


async def close(session: Session, leader: Leader, now: datetime) -> None:
    """A programme ended: its review comes the day after, at the leader's hour."""
    at = moments.review_at(now, leader.rhythm)
    await errands.plan(session, leader.id, "programme", "programme:0", at, None)


async def first(stage: Stage) -> None:
    """The first small look back, over all days until now; with too little left of it the next answer tries again.

    So near a letter it would say the same: then it is left to that.
    """
    given = await answers.standing(stage.session, stage.leader.id)
    if not given or stage.leader.memory.looked or stage.scene.now - given[0].given_at > STARTS_WITHIN:
        return
    if await _near_a_letter(stage):
        return
    start = _local(given[0].given_at, stage)
    material = await harvest.gather(stage, Days(start, stage.scene.today + ONE_DAY))
    found = drafts.found(stage, Wanted("first", material))
    kept = await _keep(stage, "first", start, found, anew=False) if found else None
    if kept is not None:
        await tell(stage, kept, "small")
        stage.leader = replace(stage.leader, memory=stage.leader.memory.but(looked=True))
        await leaders.keep(stage.session, stage.leader)


async def _near_a_letter(stage: Stage) -> bool:
    session, leader, today = stage.session, stage.leader.id, stage.scene.today
    coming = await errands.waiting_at(session, leader, "recap")
    soon = coming is not None and _local(coming, stage) - today <= LATELY
    return soon or bool(await summaries.moments(session, leader, stage.scene.now - LATELY))


async def revise(stage: Stage, summary: Id, opened: Year) -> None:
    """The same review with the sentences that are chosen now."""
    found = await _made(stage, Days(opened.start, opened.last + ONE_DAY), opened.programme)
    if found:
        await summaries.revise(stage.session, stage.leader.id, summary, facts.as_json(found))


async def _year(stage: Stage, wanted: Recap) -> Findings:
    """Of the calendar year that is named, or else of the latest with enough in it."""
    this = stage.scene.today.year
    for number in [int(wanted.period)] if wanted.period else [this, this - 1]:
        if found := await _made(stage, harvest.year_of(number)):
            return found
    return ()


async def _programme(stage: Stage, wanted: Recap) -> Findings:
    """Of the programme that ended last; asked for, the latest with enough in it, also one that is under way.

    Of several at once the latest is the one whose own last question came last; one that asked nothing counts from its
    beginning.
    """
    followed = await enrolments.of_leader(stage.session, stage.leader.id)
    asked = await prompts.between(stage.session, stage.leader.id, stage.scene.now - LONGEST, stage.scene.now + ONE_DAY)
    ended = [one for one in followed if one.state == "ended" or not wanted.automatic]
    latest = sorted(ended, key=lambda one: max((own.id for own in _own(one, asked)), default=one.id), reverse=True)
    for enrolment in latest[: 1 if wanted.automatic else None]:
        for days in _days_of(stage, _since_joining(enrolment, followed, asked), asked):
            if found := await _made(stage, days, enrolment.programme):
                return found
    return ()


def _since_joining(
    enrolment: Enrolment, followed: Sequence[Enrolment], asked: Sequence[Prompt]
) -> tuple[Enrolment, ...]:
    """The same programme before and after every leave and return, oldest first.

    Each return to a group is an enrolment of its own; who began anew there is asked again what was asked before.
    """
    stretches, done = [enrolment], _places(enrolment, asked)
    for earlier in sorted(followed, key=lambda one: one.id, reverse=True):
        same = (earlier.cohort, earlier.programme, earlier.state) == (enrolment.cohort, enrolment.programme, "left")
        if enrolment.cohort is None or not same or earlier.id > stretches[0].id:
            continue
        if done & (before := _places(earlier, asked)):
            break
        stretches.insert(0, earlier)
        done |= before
    return tuple(stretches)


def _places(enrolment: Enrolment, asked: Sequence[Prompt]) -> set[str]:
    """The entries of the programme that were asked, without whose."""
    return {one.slot.rpartition(".")[0] for one in _own(enrolment, asked)}


def _own(enrolment: Enrolment, asked: Sequence[Prompt]) -> list[Prompt]:
    """What the programme asked by itself, up to its end."""
    return [one for one in asked if one.slot.endswith(f".{enrolment.id:x}")]


def _days_of(stage: Stage, stretches: Sequence[Enrolment], asked: Sequence[Prompt]) -> list[Days]:
    """From its first question up to the day of its review, or up to now; no days without a question."""
    since = [_local(prompt.asked_at, stage) for prompt in asked if prompt.id > stretches[0].id]  # also by /question
    own = [_local(prompt.asked_at, stage) for one in stretches for prompt in _own(one, asked)]
    enrolment = stretches[-1]
    if not own:
        return []
    review = moments.next_working_day(own[-1] + ONE_DAY, stage.leader.rhythm.country)
    return [Days(since[0], (stage.scene.today if enrolment.state == "active" else review) + ONE_DAY)]


async def _made(stage: Stage, days: Days, programme: str = "") -> Findings:
    material = await harvest.gather(stage, days)
    chosen = await _chosen(stage, days)
    material = replace(material, chosen=chosen)
    return drafts.found(stage, Wanted("programme" if programme else "year", material, programme))


async def _chosen(stage: Stage, days: Days) -> tuple[Chosen, ...]:
    """The sentences that the leader keeps, and those of the letters of which they said that they fit."""
    session, leader = stage.session, stage.leader.id
    picked = [
        Chosen(one.answer, one.text, picked=number)
        for number, one in enumerate(await keepsakes.of(session, leader), start=1)
    ]
    letters = await summaries.fitting(session, leader, days.start.replace(day=1), days.end)
    told = [finding for letter in letters for finding in facts.from_json(letter) if isinstance(finding, OwnWords)]
    return *picked, *(Chosen(facts.answer_of(own), own.text) for own in told)


async def _in_letters(stage: Stage, found: Findings, opened: Year) -> bool:
    """Did the letters of the last days tell most of this? Of a year, also the review of a programme, or ever one month.

    A year is more than the month that was all of it.
    """
    if opened.programme:
        return await told_lately(stage, found, MONTHS, SAME)
    letters = await summaries.of_kinds(stage.session, stage.leader.id, MONTHS)
    mine = _answers(found)
    whole = any(len(mine & _answers(facts.from_json(letter))) >= SAME * len(mine) for _, letter in letters)
    return whole or await told_lately(stage, found, (*MONTHS, "programme"))


async def told_lately(stage: Stage, found: Findings, kinds: tuple[SummaryKind, ...], share: float = MOST) -> bool:
    """Did the look backs of these kinds that were made in the last days tell such a share of this?"""
    lately = await summaries.of_kinds(stage.session, stage.leader.id, kinds, stage.scene.now - LATELY)
    mine, told = _answers(found), {one for _, letter in lately for one in _answers(facts.from_json(letter))}
    return bool(mine) and len(mine & told) >= share * len(mine)


async def _told_already(stage: Stage, found: Findings, opened: Year) -> bool:
    """Would this say for the most part what another review said? A year and a programme may be the same months."""
    mine = _answers(found)
    kept = await summaries.of_kinds(stage.session, stage.leader.id, ("year", "programme"))
    others = [other for _, told in kept if not _is(opened, facts.opening(other := facts.from_json(told)))]
    return any(len(mine & _answers(other)) >= SAME * len(mine) for other in others)


def _is(opened: Year, other: Opening) -> bool:
    """Is it the same review, made earlier?"""
    return isinstance(other, Year) and (other.start, other.programme) == (opened.start, opened.programme)


async def _came_early(stage: Stage, kind: SummaryKind, opened: Year) -> bool:
    """Was it asked for before its days were over? Then it still comes by itself."""
    made = await summaries.made_at(stage.session, stage.leader.id, opened.start, kind)
    return made is not None and made < harvest.bounds(Days(opened.last, opened.last), stage.leader)[0]


def _answers(found: Findings) -> set[str]:
    return {reference for reference in facts.opening(found).evidence if reference.startswith("answer:")}


async def _keep(stage: Stage, kind: SummaryKind, on: date, found: Findings, *, anew: bool) -> Id | None:
    """Keep it; None when it came before."""
    session, leader, told, now = stage.session, stage.leader.id, facts.as_json(found), stage.scene.now
    kept = await summaries.add(session, leader, on, told, now, kind)
    if kept is None and anew:
        return await summaries.renew(session, leader, on, told, now, kind)
    return kept


def _local(at: datetime, stage: Stage) -> date:
    return moments.local(at, stage.leader.rhythm.zone).date()

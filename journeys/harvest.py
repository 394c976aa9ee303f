"""What a look back may rest on: everything of these days with its local date; hidden and flagged words never get in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal, cast, get_args

from dialogues.answers import brushing, heard, privacy
from dialogues.asking import moments, own_questions, poles
from dialogues.language import words
from dialogues.model import Marker, Question
from dialogues.people import Answer, Echo, Id, Intention, ItemKind, Leader, Prompt, Tap
from journeys.stage import Stage
from storage import answers, echoes, errands, hidden, intentions, prompts, summaries, taps, wordings
from storage.answers import Standing
from summaries import facts
from summaries.material import (
    Asked,
    Intended,
    Linked,
    Material,
    Measure,
    Placed,
    Sentences,
    Tapped,
    Told,
    Written,
    quality_of,
)
from summaries.sifting import SAFE

EARLIER = timedelta(days=366)  # how far back a comparison may look
MONTH = timedelta(days=31)
NEXT = timedelta(microseconds=1)  # this very moment counts as well
MEASURE: dict[str, Measure] = {"PU-05": "mood", "PU-06": "energy"}
TOLD: dict[str, Marker] = {"insight": "learning", "recognise": "pattern"}
Verdict = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Days:
    """The days that count: `start` up to, not including, `end`."""

    start: date
    end: date


def month_of(first: date) -> Days:
    """One month, by its first day."""
    return Days(first, (first + MONTH).replace(day=1))


def year_of(number: int) -> Days:
    """One calendar year."""
    return Days(date(number, 1, 1), date(number + 1, 1, 1))


@dataclass(frozen=True, slots=True)
class _Harvest:
    """What was read for one look back."""

    stage: Stage
    days: Days
    prompts: Mapping[Id, Prompt]
    written: Sequence[Answer]
    tapped: Sequence[Tap]
    standing: Mapping[Id, Standing]
    links: Sequence[Echo]
    linked: Sequence[Answer]
    noted: Mapping[Id, str]
    checks: Mapping[Id, datetime]  # when the bot is going to ask about an intention

    @property
    def zone(self) -> str:
        """Where the leader lives."""
        return self.stage.leader.rhythm.zone


async def gather(stage: Stage, days: Days) -> Material:
    """Everything that a look back on these days may use; `summaries.making` reads it for markers."""
    session, leader = stage.session, stage.leader
    start, end = bounds(days, leader)
    so_far = max(end, stage.scene.now + NEXT)  # what was told later belongs to a later look back
    given = await answers.between(session, leader.id, start, end)
    linked = [e for e in await echoes.between(session, leader.id, start, end) if e.verdict == "yes"]
    reached = await answers.among_ids(session, leader.id, [echo.earlier for echo in linked])
    found = _Harvest(
        stage=stage,
        days=days,
        prompts={p.id: p for p in await prompts.between(session, leader.id, start - EARLIER, so_far)},
        written=given,
        tapped=await taps.between(session, leader.id, start - EARLIER, so_far),
        standing={one.id: one for one in await answers.standing(session, leader.id)},
        links=linked,
        linked=[answer for answer in reached if answer.state == "kept" and answer.given_at < start],
        noted=await answers.heard(session, leader.id, [answer.id for answer in (*given, *reached)]),
        checks=await errands.waiting(session, leader.id, "check"),
    )
    meant = await intentions.of(session, leader.id)
    told = _material(found, meant, await hidden.of(session, leader.id))
    until = stage.scene.today if _under_way(stage, days) else None
    return replace(told, disputed=await _disputed(stage), others=await _others(found), until=until)


def _under_way(stage: Stage, days: Days) -> bool:
    return stage.scene.today + timedelta(days=1) < days.end


async def _others(found: _Harvest) -> tuple[Question, ...]:
    """Questions of facilitators, as they were asked: their words are not the leader's own."""
    answered = {answer.prompt for answer in found.written}
    asked = [one for one in found.prompts.values() if one.id in answered and own_questions.number_of(one.item)]
    items = [await wordings.get(found.stage.session, one.version) for one in asked]
    return tuple(item for item in items if isinstance(item, Question))


async def _disputed(stage: Stage) -> Sentences:
    """What a look back gave that did not fit the leader is not given again."""
    letters = await summaries.judged(stage.session, stage.leader.id)
    found = (one for letter, verdict in letters for one in facts.disputed(facts.from_json(letter), verdict))
    return tuple(dict.fromkeys(found))


def bounds(days: Days, leader: Leader) -> tuple[datetime, datetime]:
    """The instants between which it is one of these days where the leader lives."""
    zone = leader.rhythm.zone
    return moments.instant(days.start, time(), zone), moments.instant(days.end, time(), zone)


def _material(found: _Harvest, meant: Sequence[Intention], away: frozenset[str]) -> Material:
    leader, library, first = found.stage.leader, found.stage.world.library, found.days.start
    since, until = bounds(found.days, leader)
    moods = [_tapped(tap, leader) for tap in found.tapped if tap.name in MEASURE]
    placed = list(_placings(found))
    heavy = (each for each in found.written if each.care == "strain" and not brushing.brushes(each.text))
    strained = [_day(answer.given_at, leader) for answer in heavy]
    return Material(
        language=leader.language,
        month=first.replace(day=1),
        zone=leader.rhythm.zone,
        seed=leader.id,
        asked=tuple(_asked(one, found.stage) for one in found.prompts.values() if since <= one.asked_at < until),
        answers=tuple(_written(answer, found) for answer in found.written),
        taps=tuple(tap for tap in moods if tap.on >= first),
        earlier_taps=tuple(tap for tap in moods if tap.on < first),
        positions=tuple(one for one in placed if one.on >= first),
        earlier_positions=tuple(one for one in placed if one.on < first),
        intentions=tuple(_intended(one, found) for one in meant if _stands(one, found.standing)),
        strained_on=max(strained, default=None),
        told=_told(found),
        links=tuple(Linked(e.id, _day(e.asked_at, leader), e.earlier, e.later) for e in found.links),
        linked_answers=tuple(_written(answer, found) for answer in found.linked),
        withheld=withheld(found.standing.values()),
        swapped=frozenset(item for item in library.dilemmas if poles.swapped(leader, item)),
        hidden=away,
        start=first,
        end=found.days.end,
    )


def withheld(standing: Iterable[Standing]) -> frozenset[Id]:
    """The prompts that count nowhere: whatever was said is hidden or withdrawn, or a safety rule flagged some of it."""
    said: dict[Id, list[Standing]] = defaultdict(list)
    for one in standing:
        if one.prompt is not None:
            said[one.prompt].append(one)
    return frozenset(prompt for prompt, parts in said.items() if _away(parts))


def _away(parts: Iterable[Standing]) -> bool:
    flagged = any(part.state == "held" or part.care not in SAFE for part in parts)
    return flagged or not any(part.state == "kept" for part in parts)


def _stands(intention: Intention, standing: Mapping[Id, Standing]) -> bool:
    """An intention goes along with the answer that it came from."""
    origin = standing.get(intention.answer or 0)
    return origin is None or origin.state == "kept"


def _day(at: datetime, leader: Leader) -> date:
    return moments.local(at, leader.rhythm.zone).date()


def _asked(prompt: Prompt, stage: Stage) -> Asked:
    quality = quality_of(prompt.kind, prompt.item, stage.world.library)
    on = _day(prompt.asked_at, stage.leader)
    return Asked(prompt.id, on, prompt.kind, prompt.item, quality, prompt.state == "answered")


def _written(answer: Answer, found: _Harvest) -> Written:
    prompt, local = found.prompts.get(answer.prompt or 0), moments.local(answer.given_at, found.zone)
    kind: Literal["thought"] | ItemKind = prompt.kind if prompt else "thought"
    quality = quality_of(prompt.kind, prompt.item, found.stage.world.library) if prompt else ""
    return Written(
        id=answer.id, on=local.date(), prompt=answer.prompt, kind=kind, item=prompt.item if prompt else "",
        quality=quality, part=answer.part, text=answer.text, language=answer.language, words=words.count(answer.text),
        markers=frozenset(), care=answer.care, named=answer.named, hour=local.hour,
        spans=heard.spans(found.noted.get(answer.id, ""), answer.text, answer.language),
    )  # fmt: skip


def _tapped(tap: Tap, leader: Leader) -> Tapped:
    return Tapped(tap.id, _day(tap.at, leader), MEASURE[tap.name], int(tap.value), tap.prompt)


def _told(found: _Harvest) -> tuple[Told, ...]:
    """What the leader tapped about their answers of these days."""
    leader, first = found.stage.leader, found.days.start
    marks = [(_day(tap.at, leader), tap) for tap in found.tapped if tap.name in TOLD and tap.value in get_args(Verdict)]
    return tuple(
        Told(tap.id, on, tap.prompt, TOLD[tap.name], cast("Verdict", tap.value))
        for on, tap in marks
        if tap.prompt is not None and on >= first
    )


def _placings(found: _Harvest) -> Iterator[Placed]:
    for tap in found.tapped:
        prompt = found.prompts.get(tap.prompt or 0)
        if tap.name == "position" and prompt is not None:
            yield Placed(tap.id, _day(tap.at, found.stage.leader), prompt.item, int(tap.value), prompt.id)


def _intended(intention: Intention, found: _Harvest) -> Intended:
    """An intention keeps the care of the answer that it came from, and is not quoted when it names somebody."""
    origin, leader = found.standing.get(intention.answer or 0), found.stage.leader
    named = privacy.has_name(intention.text) or bool(privacy.find(intention.text))
    outcomes, check = [*_outcomes(intention, found)], found.checks.get(intention.id)
    return Intended(
        id=intention.id, on=_day(intention.made_at, leader), text=intention.text, state=intention.state,
        care=origin.care if origin else "none", named=named,
        unfinished=sum(value in ("partly", "not") and on < found.days.end for on, value in outcomes),
        settled=_settled(intention, [on for on, _ in outcomes], leader), check=_day(check, leader) if check else None,
        answer=origin.id if origin else None,
    )  # fmt: skip


def _outcomes(intention: Intention, found: _Harvest) -> Iterator[tuple[date, str]]:
    """What was tapped when the bot asked what became of it."""
    checks = {prompt.id for prompt in found.prompts.values() if prompt.about == intention.id}
    for tap in found.tapped:
        if tap.name == "outcome" and tap.prompt in checks:
            yield _day(tap.at, found.stage.leader), tap.value


def _settled(intention: Intention, tapped: Sequence[date], leader: Leader) -> date | None:
    """The day on which it was told what became of it; when that was not noted, the last on which it was tapped."""
    if intention.state == "open":
        return None
    return _day(intention.settled_at, leader) if intention.settled_at else max(tapped, default=None)

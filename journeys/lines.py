"""The lines of a look back: one that is hidden is gone from all that shows it, a sentence is kept for the year."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from dialogues.asking import moments
from dialogues.effects import Cherish, Conceal, Say
from dialogues.moves.leaders.lookback import key
from dialogues.people import Id, Leader, SummaryKind
from journeys import reviews
from journeys.stage import Stage, say
from storage import answers, hidden, keepsakes, reached, summaries
from storage.session import Session
from summaries import facts
from summaries.alt import drawn
from summaries.facts import Findings, OwnWords, Year
from summaries.hiding import ids
from summaries.wording import shown

SHOWN_IN = ("lookback", "lookback_picture")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that can be kept; `line` is the id that it has in every look back."""

    answer: Id
    on: date
    text: str = field(repr=False)
    kept: bool

    @property
    def line(self) -> str:
        """As in `summaries.hiding`."""
        return f"words.{self.answer}"


async def act(stage: Stage, effect: Conceal | Cherish) -> None:
    """Do what was decided about the line that has this key, if the look back is still there."""
    kept = await summaries.get(stage.session, stage.leader.id, effect.summary)
    if kept is None:
        return
    found = facts.from_json(kept[1])
    if isinstance(effect, Conceal):
        await _conceal(stage, effect, found)
    else:
        await _cherish(stage, effect, found)


async def _conceal(stage: Stage, concealed: Conceal, found: Findings) -> None:
    """What it says stays away from now on, also from the messages with this look back that came before."""
    gone = [(name, one) for name, one in zip(ids(found), found, strict=True) if key(name) == concealed.line]
    await hidden.hide(stage.session, stage.leader.id, [name for name, _ in gone], stage.scene.now)
    for screen in SHOWN_IN if any(drawn(one) for _, one in gone) else SHOWN_IN[:1] if gone else ():
        for message in await reached.messages_of(stage.session, stage.leader.id, screen, concealed.summary):
            if message != concealed.message:
                await say(stage, Say(screen, {}, concealed.summary, edits=message))


async def _cherish(stage: Stage, cherished: Cherish, found: Findings) -> None:
    for one in await sentences(stage.session, stage.leader, found):
        if key(one.line) != cherished.line:
            continue
        if cherished.kept:
            await keepsakes.keep(stage.session, stage.leader.id, one.answer, one.text, stage.scene.now)
        else:
            await keepsakes.drop(stage.session, stage.leader.id, one.answer)
        if isinstance(opened := facts.opening(found), Year):
            await reviews.revise(stage, cherished.summary, opened)


async def sentences(session: Session, leader: Leader, found: Findings) -> list[Sentence]:
    """What can be kept from this look back, oldest first: of a year also what its months and the leader chose.

    Of a month a sentence is `kept` when the leader keeps it, of a year when it is one of those that stand in it.
    """
    own = [one for one in found if isinstance(one, OwnWords)]
    chosen = {one.answer: one.text for one in await keepsakes.of(session, leader.id)}
    offered = {facts.answer_of(one): (one.on, one.text) for one in own}
    standing = {*offered} & {*chosen}
    if isinstance(opened := facts.opening(found), Year):
        offered |= await _of_the_letters(session, leader, opened)
        offered |= await _of_the_leader(session, leader, opened, chosen)
    away = await hidden.of(session, leader.id)
    listed = (Sentence(n, on, chosen.get(n, text), n in standing) for n, (on, text) in offered.items())
    return sorted((one for one in listed if one.line not in away), key=lambda one: (one.on, one.answer))


async def _of_the_letters(session: Session, leader: Leader, opened: Year) -> dict[Id, tuple[date, str]]:
    letters = await summaries.of_kinds(session, leader.id, ("month", "first"))
    told = [one for _, letter in letters for one in facts.from_json(letter) if isinstance(one, OwnWords)]
    return {facts.answer_of(one): (one.on, one.text) for one in told if opened.start <= one.on <= opened.last}


async def _of_the_leader(
    session: Session, leader: Leader, opened: Year, chosen: dict[Id, str]
) -> dict[Id, tuple[date, str]]:
    given = await answers.among_ids(session, leader.id, [*chosen])
    days = {one.id: moments.local(one.given_at, leader.rhythm.zone).date() for one in given}
    return {number: (on, chosen[number]) for number, on in days.items() if opened.start <= on <= opened.last}


async def reworded(session: Session, leader: Id, answer: Id) -> None:
    """The words of an answer (known by any of its pieces) changed, or it is gone.

    Look backs that quote what no longer stands there go; asked for, they are made anew. So does its sentence that was
    kept for the year.
    """
    now = await answers.among_ids(session, leader, [answer])
    about, text = {answer, *(one.id for one in now)}, shown(now[0].text) if now else ""
    for number, told in await summaries.of_kinds(session, leader, get_args(SummaryKind)):
        if any(quote not in text for quote in _quotes(facts.from_json(told), about)):
            await summaries.forget(session, leader, number)
    for one in await keepsakes.of(session, leader):
        if one.answer in about and one.text not in text:
            await keepsakes.drop(session, leader, one.answer)


def _quotes(found: Findings, about: Collection[Id]) -> list[str]:
    """What these findings say in the words of an answer."""
    mine = [one for one in found if any(f"answer:{number}" in one.evidence for number in about)]
    words = [one.word for one in mine if isinstance(one, facts.Returning)]
    return [one.text for one in mine if isinstance(one, OwnWords | facts.Corrected)] + words

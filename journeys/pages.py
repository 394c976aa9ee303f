"""The leader's own pages, opened for this one sending: their answers, the tensions they weighed, their intentions."""

import re
from collections import Counter
from datetime import date, datetime, time
from typing import Any

from dialogues.answers import quotes
from dialogues.answers.pieces import grouped, joined
from dialogues.answers.quotes import Quotable
from dialogues.asking import moments, phrases, poles
from dialogues.model import Question
from dialogues.moves.leaders.own import ALL, FOUND, TENSION
from dialogues.people import Answer, Leader, Prompt
from dialogues.wishes import queries
from dialogues.wishes.months import month_in
from journeys import along
from storage import answers, intentions, prompts, reached, taps, wordings
from storage.answers import Which
from storage.outbox import Parcel
from storage.session import Session

PAGE = 6  # answers on one page: a screenful, and room for some hundred words of each
MOST = 24  # months or tensions to choose from
POSITIONS = 8  # on the page of one tension, the newest
DILEMMAS = ("paradox", "paradox_revisit")
QUOTED = ("none", "strain")  # what may be quoted; other words are kept apart from every page but /answers

Found = dict[str, Any]


async def own_answers(session: Session, leader: Leader, parcel: Parcel) -> Found:
    """One page of a list of own answers; a page beyond the end is the last one."""
    view, item = str(parcel.args.get("view", ALL)), str(parcel.args.get("item", ""))
    if view == FOUND:
        return await _found(session, leader, parcel)
    which = _which(view, item, leader)
    total = await answers.count(session, leader.id, which)
    page = _within(parcel, total)
    listed = await answers.page(session, leader.id, which, page * PAGE, PAGE)
    asked = await prompts.of_item(session, leader.id, item) if view == TENSION else []
    first = which.since and _local(which.since, leader)
    return {
        **await _page(session, leader, listed, page, total),
        "of": asked[-1].id if asked else 0,
        "month": phrases.month_year(first, leader.language) if first else "",
    }


def _which(view: str, item: str, leader: Leader) -> Which:
    if view == TENSION:
        return Which(item=item)
    first = month_in(view.removeprefix("m"), date.min)
    if first is None:
        return Which()
    zone, following = leader.rhythm.zone, date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Which(moments.instant(first, time(), zone), moments.instant(following, time(), zone))


async def _found(session: Session, leader: Leader, parcel: Parcel) -> Found:
    """What a search found: the references are in the message itself, or in its first version when it is edited."""
    args: dict[str, Any] | None = parcel.args
    if parcel.edits is not None:
        args = await reached.shown_in(session, parcel.chat, parcel.edits, "answers")
    if args is None or "found" not in args:
        return {"lines": None, "page": 0, "pages": 0, "total": 0}
    found = await answers.among_ids(session, leader.id, args["found"])
    page = _within(parcel, len(found))
    return await _page(session, leader, found[page * PAGE : (page + 1) * PAGE], page, len(found))


def _within(parcel: Parcel, total: int) -> int:
    return max(0, min(int(parcel.args.get("page", 0)), (total - 1) // PAGE))


async def _page(session: Session, leader: Leader, listed: list[Answer], page: int, total: int) -> Found:
    lines = [await _line(session, leader, answer) for answer in listed]
    return {"lines": lines, "page": page, "pages": -(-total // PAGE), "total": total}


async def _line(session: Session, leader: Leader, answer: Answer) -> Found:
    prompt = await prompts.get(session, leader.id, answer.prompt) if answer.prompt else None
    return {
        "id": answer.id,
        "date": _day(answer.given_at, leader),
        "kind": prompt.kind if prompt else answer.part,
        "item": prompt.item if prompt else "",
        "of": prompt.id if prompt else 0,
        "asked": await _asked(session, prompt, leader) if prompt else "",
        "text": answer.text,
        "state": answer.state,
        "late": answer.late,
    }


async def _asked(session: Session, prompt: Prompt, leader: Leader) -> str:
    """A question as it was asked, for when it is not (or no longer) in the library; "" for all else."""
    item = await wordings.get(session, prompt.version)
    return item.text[leader.language] if isinstance(item, Question) else ""


async def one_answer(session: Session, leader: Leader, parcel: Parcel) -> Found:
    """One answer as a whole; nothing of a withdrawn one but that it was."""
    pieces = await answers.whole(session, leader.id, int(parcel.args["about"]))
    if not pieces or pieces[0].state == "held":
        return {"line": None}
    line = await _line(session, leader, joined(pieces))
    if pieces[0].state == "kept":
        return {"line": line}
    followed = [piece for piece in await along.with_it(session, pieces[0]) if piece.state == pieces[0].state]
    gone = {"text": ""} if pieces[0].state == "withdrawn" else {}
    return {"line": {**line, **gone, "along": bool(followed)}}


async def own_months(session: Session, leader: Leader, _: Parcel) -> Found:
    """The months in which the leader wrote, newest first, and how often."""
    months = Counter(f"{_local(at, leader):%Y-%m}" for at in await answers.given(session, leader.id))
    named = [(key, phrases.month_year(date.fromisoformat(f"{key}-01"), leader.language)) for key in months]
    return {"months": [(key, name, months[key]) for key, name in named[:MOST]]}


async def own_dilemmas(session: Session, leader: Leader, _: Parcel) -> Found:
    """The dilemmas about which the leader wrote."""
    return _newest_of_each(await prompts.with_answer(session, leader.id, DILEMMAS))


async def tensions(session: Session, leader: Leader, _: Parcel) -> Found:
    """The dilemmas on which the leader took a position."""
    return _newest_of_each(await prompts.with_position(session, leader.id))


def _newest_of_each(asked: list[Prompt]) -> Found:
    newest = {prompt.item: prompt.id for prompt in asked}
    return {"dilemmas": list(newest.items())[-MOST:]}


async def tension(session: Session, leader: Leader, parcel: Parcel) -> Found:
    """The positions on one dilemma with their dates and what was said, oldest first."""
    item = str(parcel.args["item"])
    placed = [prompt for prompt in await prompts.with_position(session, leader.id) if prompt.item == item]
    shown = [await placed_at(session, leader, prompt) for prompt in placed[-POSITIONS:]]
    swapped = poles.swapped(leader, item)
    return {"positions": shown, "earlier": len(placed) - len(shown), "swapped": swapped}


async def placed_at(session: Session, leader: Leader, prompt: Prompt) -> Found:
    """One position, with its day and the sentence of what was said that is quoted with it ("" without one)."""
    tap = next(tap for tap in await taps.of_prompt(session, leader.id, prompt.id) if tap.name == "position")
    said = await answers.of_prompt(session, leader.id, prompt.id)
    told = [joined(pieces) for pieces in grouped(said) if pieces[0].part in ("why", "changed")]
    return {"position": tap.value, "date": _day(tap.at, leader), "said": _best([one for one in told if _quoted(one)])}


def _best(told: list[Answer]) -> str:
    """The sentence most worth reading again, or else the first words as they are; never a question to the bot."""
    meant = [one for one in told if queries.meant(one.text) is None and re.search(r"[^\W\d_]{2}", one.text)]
    offered = [Quotable(one.id, one.text, one.language, "", one.given_at.date(), wanted=True) for one in meant]
    best = [quote.text for quote in quotes.choose(offered, 1)]
    return (*best, *(one.text for one in meant), "")[0]


def _quoted(answer: Answer) -> bool:
    return answer.state == "kept" and answer.care in QUOTED


async def own_intentions(session: Session, leader: Leader, _: Parcel) -> Found:
    """What the leader still means to do, oldest first."""
    meant = await intentions.open_of(session, leader.id)
    return {"intentions": [{"id": one.id, "text": one.text, "date": _day(one.made_at, leader)} for one in meant]}


def _local(at: datetime, leader: Leader) -> date:
    return moments.local(at, leader.rhythm.zone).date()


def _day(at: datetime, leader: Leader) -> str:
    return phrases.full_day(_local(at, leader), leader.language)

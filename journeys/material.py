"""What a screen needs to be shown: decrypted for this one sending only, so that the outbox never holds words."""

import json
import re
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any

from dialogues.answers import intentions as intentions_in
from dialogues.answers.echoes import shared
from dialogues.answers.pieces import joined
from dialogues.asking import moments, nearby, own_questions, phrases, poles
from dialogues.model import Language
from dialogues.people import Answer, Id, Leader, Prompt
from journeys import guide, keeping, lines, pages
from journeys.console import hosts, posing, posting
from journeys.console.signing import secret_of
from journeys.ports import Delivery, Screen
from storage import (
    answers,
    cohorts,
    echoes,
    enrolments,
    export,
    hidden,
    intentions,
    leaders,
    members,
    notices,
    prompts,
    summaries,
    taps,
    wordings,
)
from storage.outbox import Parcel
from storage.session import Session
from storage.sign_ins import Door
from summaries import facts, wording
from summaries.hiding import without

PAPER = ("lookback_pdf", "lookback_share")
LINKS = ("console_link", "page_link", "cohort_created")
ANSWER = re.compile(r'"answer:([0-9]+)"')
Loader = Callable[[Session, Leader, Parcel], Awaitable[dict[str, Any] | None]]


async def load(session: Session, parcel: Parcel) -> Delivery | None:
    """The parcel ready for sending; None when what it is about no longer exists."""
    leader = await leaders.get(session, parcel.leader) if parcel.leader is not None else None
    found: dict[str, Any] | None = {}
    if parcel.screen_name in LINKS:
        found = _link(session, parcel)
    elif parcel.screen_name == posing.TRIED:
        found = await posing.tried(session, parcel)
    elif leader is None:
        found = await posting.found(session, parcel)
    else:
        found = await _LOADERS.get(parcel.screen_name, _of_prompt)(session, leader, parcel)
    if found is None:
        return None
    language: Language = "en" if (leader.language if leader else parcel.args.get("language")) == "en" else "nl"
    screen = Screen(parcel.screen_name, parcel.args)
    return Delivery(parcel.chat, language, screen, found, edits=parcel.edits, reply_to=parcel.reply_to)


async def _of_prompt(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """What was tapped with a prompt so far, and what it refers to."""
    number = parcel.args.get("prompt")
    if not number:
        return {}
    prompt = await prompts.get(session, leader.id, number)
    if prompt is None:
        return None
    tapped = {tap.name: tap.value for tap in await taps.of_prompt(session, leader.id, prompt.id)}
    found: dict[str, Any] = {"taps": tapped, "day": _day(prompt.asked_at, leader)}
    if (item := await wordings.get(session, prompt.version)) is not None:
        found["asked"] = item
    if (number := own_questions.number_of(prompt.item)) is not None:
        found |= await posing.sender(session, number, leader.language)
    else:
        found |= await _group(session, prompt)
    if prompt.kind == "programme_end":
        running = await enrolments.running_of(session, leader.id)
        found["beside"] = any(one.id != prompt.enrolment for one in running)
    if prompt.kind in ("paradox", "paradox_revisit"):
        found["swapped"] = poles.swapped(leader, prompt.item)
    if prompt.kind == "intention_check" and prompt.about:
        found |= await _intention(session, leader, prompt.about)
    if prompt.kind == "paradox_revisit" and prompt.about:
        found |= await _earlier(session, leader, prompt.about, prompt.asked_at)
    return found


async def _group(session: Session, prompt: Prompt) -> dict[str, Any]:
    """Of which group it is, to who is in several."""
    running = await enrolments.running_of(session, prompt.leader) if prompt.enrolment else []
    cohort = next((one.cohort for one in running if one.id == prompt.enrolment), None)
    if cohort is None or sum(one.cohort is not None for one in running) == 1:
        return {}
    return {"group": (await cohorts.get(session, cohort)).name}


async def _intention(session: Session, leader: Leader, number: int) -> dict[str, Any]:
    """An intention verbatim, with its date."""
    intention = await intentions.get(session, leader.id, number)
    if intention is None:
        return {"intention": "", "date": ""}
    return {"intention": intention.text, "date": _day(intention.made_at, leader)}


async def _earlier(session: Session, leader: Leader, number: int, seen: datetime) -> dict[str, Any]:
    """The position taken on a paradox before, with its date as seen from a later day."""
    tapped = {tap.name: tap for tap in await taps.of_prompt(session, leader.id, number)}
    position = tapped.get("position")
    if position is None:
        return {"position": "4", "date": ""}
    return {"position": position.value, "date": _day(position.at, leader, seen)}


async def _echo(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """A sentence of an earlier answer with its date, as it is now.

    When it may no longer be shown, nothing is said any more; of what was said already, only the verdict stays.
    """
    echo = await echoes.get(session, leader.id, parcel.args["about"])
    if echo is None:
        return None
    earlier = await _whole(session, leader, echo.earlier)
    later = await _whole(session, leader, echo.later)
    stands = later is not None and later.state == "kept" and later.care == "none"
    quote = shared(earlier, later) if earlier and later and stands else None
    if echo.verdict == "open" and (quote is None or not leader.wishes.echoes):
        return None
    date = _day(earlier.given_at, leader, echo.asked_at) if earlier else ""
    return {"quote": quote.text if quote else "", "date": date, "verdict": echo.verdict}


async def _whole(session: Session, leader: Leader, answer: Id) -> Answer | None:
    pieces = await answers.whole(session, leader.id, answer)
    return joined(pieces) if pieces else None


async def _summary(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """The facts of one look back without what was hidden; of what rested on words that went, only that it is gone."""
    found = await summaries.get(session, leader.id, parcel.args["about"])
    if found is None:
        return {"facts": None} if parcel.edits or parcel.screen_name in PAPER else None
    away = await hidden.of(session, leader.id)
    left = facts.as_json(without(facts.from_json(found[1]), away))
    return {
        "facts": left,
        "hidden": away,
        "theme": leader.wishes.theme,
        "month": phrases.month(found[0], leader.language),
    }


async def _lines(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """The same, with the days of the answers that its lines rest on."""
    found = await _summary(session, leader, parcel)
    rests_on = {int(number) for number in ANSWER.findall(found["facts"] or "")} if found else set()
    given = [one for one in await answers.standing(session, leader.id) if one.id in rests_on]
    days = {one.id: _short(one.given_at, leader) for one in given if one.state == "kept"}
    return {**(found or {}), "days": days, "sentences": await _sentences(session, leader, parcel, found)}


async def _sentences(
    session: Session, leader: Leader, parcel: Parcel, found: dict[str, Any] | None
) -> list[dict[str, Any]]:
    """The sentences that can be kept from a look back, when these are asked for."""
    if parcel.args.get("mode") != "keep" or not (found and found["facts"]):
        return []
    listed = await lines.sentences(session, leader, facts.from_json(found["facts"]))
    return [
        {"line": one.line, "text": one.text, "day": wording.day(one.on, leader.language), "kept": one.kept}
        for one in listed
    ]


async def _export(session: Session, leader: Leader, _: Parcel) -> dict[str, Any] | None:
    """Everything there is about the leader, as a JSON file."""
    everything = await export.everything(session, leader.id)
    return {"file": json.dumps(everything, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")}


async def _urgent(_: Session, leader: Leader, __: Parcel) -> dict[str, Any] | None:
    """Where the leader is, for the numbers to call; who lives in no country known gets those of the usual ones."""
    return {"territory": nearby.land(leader.rhythm)}


def _link(session: Session, parcel: Parcel) -> dict[str, Any]:
    """The token of a link to sign in with or to join a group: derived from the installation's key, never stored."""
    if parcel.screen_name == "cohort_created":
        return {"token": guide.token_of(session, parcel.args["invite"])}
    door: Door = "console" if parcel.screen_name == "console_link" else "page"
    return {"token": session.vault.token(secret_of(door, parcel.args["link"]))}


async def _mirror(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """The mirror of a group."""
    return await posting.mirror(session, parcel.args["release"], leader.language)


async def _group_link(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """In which Telegram group that is to be posted."""
    return await posting.asked(session, parcel.args["link"], leader.language)


async def _notice(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """What a facilitator says to all, with who says it."""
    notice = await notices.get(session, parcel.args["notice"])
    if notice is None:
        return None
    cohort = await cohorts.get(session, notice.cohort)
    sender = await members.get(session, notice.made_by) if notice.made_by else None
    return {"text": notice.text, "cohort": cohort.name, "from": hosts.called(sender, leader.language)}


async def _redacted(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """An answer as it is kept now, after names in it were replaced or it was written anew."""
    pieces = await keeping.readable(session, leader.id, parcel.args.get("answer") or parcel.args["about"])
    return {"text": joined(pieces).text} if pieces else None


async def _meant(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """The sentence of an answer of which an intention would be made."""
    pieces = await keeping.readable(session, leader.id, parcel.args["about"])
    if not pieces:
        return None
    answer = joined(pieces)
    return {"text": intentions_in.sentence(answer.text, answer.language)}


async def _next_date(session: Session, leader: Leader, _: Parcel) -> dict[str, Any] | None:
    """When the next prompt really comes, now that the change has been carried out, and the first of the newest one."""
    running = await enrolments.running_of(session, leader.id)
    planned = [(one.id, one.next_due_at) for one in running if one.next_due_at is not None]
    if not planned:
        return {}
    following, first, zone = planned[0][1], max(planned)[1], leader.rhythm.zone
    return {
        **phrases.timed("next_date", following, zone, leader.language),
        **phrases.timed("first_date", first, zone, leader.language),
    }


def _day(at: datetime, leader: Leader, seen: datetime | None = None) -> str:
    """The leader's local date of a moment; with its year when it is seen in another one."""
    day: date = moments.local(at, leader.rhythm.zone).date()
    long_ago = seen is not None and moments.local(seen, leader.rhythm.zone).year != day.year
    return phrases.full_day(day, leader.language) if long_ago else phrases.day(day, leader.language)


def _short(at: datetime, leader: Leader) -> str:
    """A day on a button, without its year."""
    return wording.day(moments.local(at, leader.rhythm.zone).date(), leader.language)


_LOADERS: dict[str, Loader] = {
    "answers": pages.own_answers,
    "answer": pages.one_answer,
    "answers_months": pages.own_months,
    "answers_dilemmas": pages.own_dilemmas,
    "paradoxes": pages.tensions,
    "paradox": pages.tension,
    "intentions": pages.own_intentions,
    "echo_offer": _echo,
    "lookback": _summary,
    "lookback_picture": _summary,
    "lookback_pdf": _summary,
    "lookback_share": _summary,
    "lookback_lines": _lines,
    "export": _export,
    **dict.fromkeys(("urgent", *nearby.NAMING), _urgent),
    "intention_offer": _meant,
    "names_replaced": _redacted,
    "names_left": _redacted,
    "rewritten": _redacted,
    "rewrite_undone": _redacted,
    "group_mirror": _mirror,
    "group_link": _group_link,
    "group_notice": _notice,
    "rhythm_set": _next_date,
    "ready_now": _next_date,
    "programme_started": _next_date,
}

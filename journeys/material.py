"""What a screen needs to be shown: decrypted for this one sending only, so that the outbox never holds words."""

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from typing import Any

from dialogues import moments, phrases, poles, words
from dialogues.echoes import quotable
from dialogues.model import Language
from dialogues.people import Leader
from journeys.ports import Delivery, Screen
from storage import answers, echoes, enrolments, export, intentions, leaders, prompts, summaries, taps
from storage.outbox import Parcel
from storage.session import Session

PAGE = 6  # answers on one screen of /answers
LAST = 250_000_000_000_000_000  # microseconds: a moment beyond the calendar was made up by somebody
ROOM = 3000  # UTF-16 units of them; dates and questions come on top

Loader = Callable[[Session, Leader, Parcel], Awaitable[dict[str, Any] | None]]


async def load(session: Session, parcel: Parcel) -> Delivery | None:
    """The parcel ready for sending; None when what it is about no longer exists."""
    leader = await leaders.get(session, parcel.leader) if parcel.leader is not None else None
    found: dict[str, Any] | None = {}
    if leader is not None:
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
    found: dict[str, Any] = {"taps": tapped}
    if prompt.kind in ("paradox", "paradox_revisit"):
        found["swapped"] = poles.swapped(leader, prompt.item)
    if prompt.kind == "intention_check" and prompt.about:
        found |= await _intention(session, leader, prompt.about)
    if prompt.kind == "paradox_revisit" and prompt.about:
        found |= await _earlier(session, leader, prompt.about)
    return found


async def _intention(session: Session, leader: Leader, number: int) -> dict[str, Any]:
    """An intention verbatim, with its date."""
    intention = await intentions.get(session, leader.id, number)
    if intention is None:
        return {"intention": "", "date": ""}
    return {"intention": intention.text, "date": _day(intention.made_at, leader)}


async def _earlier(session: Session, leader: Leader, number: int) -> dict[str, Any]:
    """The position taken on a paradox before, with its date."""
    tapped = {tap.name: tap for tap in await taps.of_prompt(session, leader.id, number)}
    position = tapped.get("position")
    return (
        {"position": position.value, "date": _day(position.at, leader)} if position else {"position": "4", "date": ""}
    )


async def _answers(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """One page of a leader's own answers, newest first, as much as fits in a message; a long one goes on overleaf.

    `before`: the moment (in microseconds) to go on from; with `offset` the answer of that moment itself, from there.
    """
    before, offset = int(parcel.args.get("before") or 0), int(parcel.args.get("offset") or 0)
    at = datetime.fromtimestamp((before + bool(offset)) / 1e6, UTC) if 0 < before < LAST else None
    page = await answers.page(session, leader.id, at, PAGE + 1)
    lines: list[dict[str, str]] = []
    room, older = ROOM, (0, 0)
    for place, answer in enumerate(page):
        text = answer.text[offset:] if place == 0 else answer.text
        shown = text if words.utf16_length(text) <= room else text[: room // 2] if place == 0 else ""
        if place == PAGE or not shown:
            older = (_micros(page[place - 1].given_at), 0)
            break
        prompt = await prompts.get(session, leader.id, answer.prompt) if answer.prompt else None
        lines.append({"date": _day(answer.given_at, leader), "item": prompt.item if prompt else "", "text": shown})
        if len(shown) < len(text):
            older = (_micros(answer.given_at), offset + len(shown))
            break
        room -= words.utf16_length(shown)
    return {"lines": lines, "older": older}


def _micros(at: datetime) -> int:
    return round(at.timestamp() * 1e6)


async def _echo(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """A sentence of an earlier answer with its date, as it is now.

    When it may no longer be shown, nothing is said any more; of what was said already, only the verdict stays.
    """
    echo = await echoes.get(session, leader.id, parcel.args["about"])
    if echo is None:
        return None
    earlier = await answers.get(session, leader.id, echo.earlier)
    later = await answers.get(session, leader.id, echo.later)
    stands = later is not None and later.state == "kept" and later.care == "none"
    quote = quotable(earlier) if earlier and stands else None
    if echo.verdict == "open" and (quote is None or not leader.wishes.echoes):
        return None
    date = _day(earlier.given_at, leader) if earlier else ""
    return {"quote": quote.text if quote else "", "date": date, "verdict": echo.verdict}


async def _summary(session: Session, leader: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """The facts of one look back."""
    found = await summaries.get(session, leader.id, parcel.args["about"])
    return {"facts": found[1], "month": phrases.month(found[0], leader.language)} if found else None


async def _export(session: Session, leader: Leader, _: Parcel) -> dict[str, Any] | None:
    """Everything there is about the leader, as a JSON file."""
    everything = await export.everything(session, leader.id)
    return {"file": json.dumps(everything, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")}


async def _invite(session: Session, _: Leader, parcel: Parcel) -> dict[str, Any] | None:
    """The token of an invite: derived from the installation's key, never stored."""
    return {"token": session.vault.token(f"invite:{parcel.args['invite']}")}


async def _next_date(session: Session, leader: Leader, _: Parcel) -> dict[str, Any] | None:
    """When the next prompt really comes, now that the change has been carried out."""
    enrolment = await enrolments.active_of(session, leader.id)
    if enrolment is None or enrolment.next_due_at is None:
        return {}
    at, zone = enrolment.next_due_at, leader.rhythm.zone
    return {
        **phrases.timed("next_date", at, zone, leader.language),
        **phrases.timed("first_date", at, zone, leader.language),
    }


def _day(at: datetime, leader: Leader) -> str:
    day: date = moments.local(at, leader.rhythm.zone).date()
    return phrases.day(day, leader.language)


_LOADERS: dict[str, Loader] = {
    "answers": _answers,
    "echo_offer": _echo,
    "lookback": _summary,
    "lookback_picture": _summary,
    "export": _export,
    "cohort_created": _invite,
    "rhythm_set": _next_date,
    "ready_now": _next_date,
    "programme_started": _next_date,
}

"""An invented leader with answers, positions, moods and an intention, kept as the bot keeps them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogues.people import Answer, Id, Intention, Prompt, Rhythm, Tap
from storage import answers, consents, enrolments, intentions, leaders, prompts, taps
from storage.ids import new_id
from storage.session import Session, Store

RHYTHM = Rhythm("standard", (1, 3), (time(8, 30), time(16, 30)), "Europe/Amsterdam")
WORDS = "Ik hield mijn mond toen de raad knikte. Achteraf vond ik dat laf & jammer <3."


async def leader(store: Store, chat: int, now: datetime, words: str = WORDS) -> Id:
    """Somebody who takes part, with one of everything; their id."""
    async with store.transaction() as session:
        made = await leaders.add(session, chat, "nl", RHYTHM, now)
        await leaders.keep(session, replace(made, state="active"))
        await _answered(session, made.id, "question", "RE-01", words, now)
        await _answered(
            session, made.id, "paradox", "P04", f"{words} De ander had ook gelijk.", now + timedelta(days=2)
        )
        await intentions.add(session, Intention(new_id(), made.id, None, f"Vrijdag bel ik. {words}", now, "open"))
        return made.id


async def _answered(session: Session, whose: Id, kind: str, item: str, words: str, at: datetime) -> None:
    expires = at + timedelta(days=2)
    prompt = Prompt(new_id(), whose, None, kind, item, "1", f"w{item}", "answered", "done", at, expires)
    await prompts.add(session, prompt)
    part = "answer" if kind == "question" else "why"
    await answers.keep(session, Answer(new_id(), whose, prompt.id, part, words, "nl", at))
    for name, value in (("PU-05", "4"), ("PU-06", "2")):
        await taps.keep(session, Tap(new_id(), whose, prompt.id, name, value, at))
    if kind == "paradox":
        await taps.keep(session, Tap(new_id(), whose, prompt.id, "position", "6", at))


async def joins(store: Store, cohort: Id, chats: range, now: datetime) -> list[Id]:
    """So many invented leaders join a group at this moment."""
    made = []
    async with store.transaction() as session:
        for chat in chats:
            person = await leaders.add(session, chat, "nl", RHYTHM, now)
            await leaders.keep(session, replace(person, state="active"))
            await consents.give(session, person.id, "1", "nl", now)
            await enrolments.add(session, person.id, cohort, "starter_4w", now.date(), 0, 0, None, now)
            made.append(person.id)
    return made


def most(number: int, week: int) -> bool:
    """Does the person of this number answer in this week?"""
    return (number + week) % 5 != 0


async def weeks(
    store: Store, people: list[Id], first: datetime, count: int, answers_in: Callable[[int, int], bool] = most
) -> None:
    """Each week one question and one dilemma for everybody; most answer, in their own time and from their own place."""
    async with store.transaction() as session:
        for week in range(count):
            for number, whose in enumerate(people):
                at = first + timedelta(weeks=week)
                answered = answers_in(number, week)
                late = timedelta(hours=2 * number, minutes=7)
                await _asked(session, whose, ("question", "RE-01"), f"w{week}A", at, answered and at + late)
                day = at + timedelta(days=2)
                await _asked(
                    session, whose, ("paradox", "P04"), f"w{week}B", day, answered and day + late, 1 + number % 7
                )


async def _asked(
    session: Session,
    whose: Id,
    item: tuple[str, str],
    slot: str,
    at: datetime,
    answered: datetime | bool,
    place: int = 0,
) -> None:
    state = "answered" if answered else "open"
    (enrolment,) = await enrolments.running_of(session, whose)
    prompt = Prompt(
        new_id(), whose, enrolment.id, item[0], item[1], "1", slot, state, "done", at, at + timedelta(days=2), 1
    )
    await prompts.add(session, prompt)
    if not isinstance(answered, datetime):
        return
    part = "why" if place else "answer"
    await answers.keep(session, Answer(new_id(), whose, prompt.id, part, WORDS, "nl", answered))
    await taps.keep(session, Tap(new_id(), whose, prompt.id, "PU-06", str(1 + place % 5), answered))
    if place:
        await taps.keep(session, Tap(new_id(), whose, prompt.id, "position", str(place), answered))

"""An invented leader with answers, positions, moods and an intention, kept as the bot keeps them."""

from datetime import datetime, time, timedelta

from dialogues.people import Answer, Id, Intention, Prompt, Rhythm, Tap
from storage import answers, intentions, leaders, prompts, taps
from storage.ids import new_id
from storage.session import Session, Store

RHYTHM = Rhythm("standard", (1, 3), (time(8, 30), time(16, 30)), "Europe/Amsterdam")
WORDS = "Ik hield mijn mond toen de raad knikte. Achteraf vond ik dat laf & jammer <3."


async def leader(store: Store, chat: int, now: datetime, words: str = WORDS) -> Id:
    """Somebody who takes part, with one of everything; their id."""
    async with store.transaction() as session:
        made = await leaders.add(session, chat, "nl", RHYTHM, now)
        await leaders.keep(session, made.__class__(**{**_fields(made), "state": "active"}))
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


def _fields(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}

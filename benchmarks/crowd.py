"""Leaders with an invented month behind them, in the tables: their look back is due on the first working day after."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from benchmarks.months import MONTH, invented
from benchmarks.server import FIRST_CHAT
from dialogues.answers import heard
from dialogues.asking.rhythm import default
from dialogues.model import Library
from dialogues.people import Answer, Id, Intention, Leader, Prompt, PromptState, Tap
from storage import answers, errands, intentions, leaders, prompts, taps
from storage.ids import new_id
from storage.session import Session
from summaries.material import Asked, Material, Written

DUE: Final = datetime(2026, 11, 2, 7, 30, tzinfo=UTC)
ONE_HOUR: Final = timedelta(hours=1)
LATER: Final = timedelta(days=7)
MEASURES: Final = {"mood": "PU-05", "energy": "PU-06"}


async def settle(session: Session, number: int, library: Library, due: datetime = DUE) -> Leader:
    """An active leader with the month of this number; its look back is planned for `due`."""
    month = invented(number, library)
    rhythm = default("standard", month.language, "Europe/Amsterdam", "nl")
    newcomer = await leaders.add(session, FIRST_CHAT + number, month.language, rhythm, _at(MONTH))
    leader = replace(newcomer, state="active")
    await leaders.keep(session, leader)
    await _lived(session, leader, month)
    await errands.plan(session, leader.id, "recap", "recap:0", due)
    return leader


async def _lived(session: Session, leader: Leader, month: Material) -> None:
    """What was asked, written, tapped and meant."""
    known = {asked.id: await _asked(session, leader, asked) for asked in month.asked}
    for written in month.answers:
        answer = _answer(leader, written, known)
        await answers.keep(session, answer)
        await answers.set_heard(session, leader.id, answer.id, heard.note(answer.text, answer.language))
    positions = [("position", one.position, one.on, known.get(one.prompt or 0)) for one in month.positions]
    moods = [(MEASURES[one.measure], one.value, one.on, None) for one in (*month.taps, *month.earlier_taps)]
    for name, value, on, prompt in [*positions, *moods]:
        await taps.keep(session, Tap(new_id(), leader.id, prompt, name, str(value), _at(on) + ONE_HOUR))
    for meant in month.intentions:
        await intentions.add(session, Intention(new_id(), leader.id, None, meant.text, _at(meant.on), meant.state))


async def _asked(session: Session, leader: Leader, asked: Asked) -> Id:
    at, made = _at(asked.on), new_id()
    state: PromptState = "answered" if asked.answered else "closed"
    slot, closes = f"b:{asked.id}", at + timedelta(days=5)
    await prompts.add(
        session, Prompt(made, leader.id, None, asked.kind, asked.item, "", slot, state, "done", at, closes)
    )
    return made


def _answer(leader: Leader, written: Written, known: dict[int, Id]) -> Answer:
    prompt, at = known[written.prompt or 0], _at(written.on) + ONE_HOUR
    return Answer(new_id(), leader.id, prompt, written.part, written.text, written.language, at)


def _at(on: date) -> datetime:
    return datetime.combine(on, time(8), UTC)

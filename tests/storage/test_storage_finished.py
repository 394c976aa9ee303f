"""Who stopped at the end of a programme, and when they took part in it, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio

from dialogues.people import Memory, Prompt, Wishes
from storage import cohorts, enrolments, leaders, prompts, taking_part
from storage.ids import new_id
from storage.taking_part import Span

pytestmark = pytest.mark.asyncio
WEEK, SECOND = timedelta(days=7), timedelta(seconds=1)
STOPPED = {"state": "stopped", "memory": Memory(finished=True)}


@pytest_asyncio.fixture
async def cohort(session, now):
    return (await cohorts.add(session, "Groep", "core_12w", "nl", "Europe/Amsterdam", None, now)).id


async def lived(session, new_leader, cohort, chat, now, *, place="ended", **change):
    """Somebody who came a week ago, was asked the last question now, and how it was a week later."""
    person = await new_leader(session, chat)
    await leaders.keep(session, replace(person, **change))
    mine = await enrolments.add(session, person.id, cohort, "core_12w", now.date(), 0, 0, None, now - WEEK)
    for kind, at in (("pulse", now - WEEK), ("question", now), ("programme_end", now + WEEK)):
        asked = Prompt(
            new_id(), person.id, mine.id, kind, "RF-03", "1", f"{kind}{chat}", "open", "asked", at, at + WEEK
        )
        assert await prompts.add(session, asked)
    await enrolments.keep(session, replace(mine, state=place))
    return person.id


async def test_every_period_from_joining_up_to_the_last_question_is_theirs_and_none_before_or_after(
    session, new_leader, cohort, now
):
    who = await lived(session, new_leader, cohort, 301, now, **STOPPED)
    for start, end, found in (
        (now - 2 * WEEK, now - WEEK, []), (now - 2 * WEEK, now - WEEK + SECOND, [who]), (now - SECOND, now, [who]),
        (now, now + SECOND, [who]), (now + SECOND, now + 2 * WEEK, []),
    ):  # fmt: skip
        assert await taking_part.finished(session, Span(cohort, start, end)) == found
    assert await taking_part.spells(session, who) == {cohort: (now - WEEK, now)}


@pytest.mark.parametrize("change", [
    {"state": "active", "memory": Memory(finished=True)}, {"state": "stopped"}, {**STOPPED, "place": "left"},
    {**STOPPED, "place": "active"}, {**STOPPED, "state": "gone"},
])  # fmt: skip
async def test_nobody_else_is_among_them(session, new_leader, cohort, now, change):
    await lived(session, new_leader, cohort, 301, now, **change)
    assert await taking_part.finished(session, Span(cohort, now - WEEK, now + WEEK)) == []


async def test_who_muted_the_group_is_not_and_one_is_asked_after_alone(session, new_leader, cohort, now):
    muted = await lived(session, new_leader, cohort, 301, now, **STOPPED, wishes=Wishes(muted=(cohort,)))
    here, other = [await lived(session, new_leader, cohort, chat, now, **STOPPED) for chat in (302, 303)]
    days = Span(cohort, now, now + WEEK)
    assert set(await taking_part.finished(session, days)) == {here, other}
    assert await taking_part.finished(session, days, here) == [here]
    assert await taking_part.finished(session, days, muted) == []

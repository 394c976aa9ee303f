"""A rest of a whole group is looked at before it begins, or before its end moves: the look tells what then happens."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from quiet_house import MONDAY
from test_journeys_running import asked, group, said

from dialogues.model import Text
from journeys.console import breaks, planning, questioning, running
from journeys.console.breaks import Shift
from journeys.console.questioning import Wanted
from journeys.console.who import Refused

pytestmark = pytest.mark.asyncio
DAY = timedelta(days=1)
START = date(2026, 11, 3)
BACK = date(2026, 11, 23)


async def no(key, doing):
    with pytest.raises(Refused) as caught:
        await doing
    assert caught.value.key == key


async def test_what_is_looked_at_first_is_what_everybody_gets(office):
    owner, number = await group(office, 20, starts_on=START)
    await office.bot.until(MONDAY + 5 * DAY)
    had = await asked(office, 20)
    shifts = await breaks.preview(office.console, owner, number, BACK)
    assert said(office, 20, "group_paused") == [], "nothing is done yet"
    assert (shifts[0].was, shifts[0].kind) == (date(2026, 11, 10), "question")
    assert shifts[0].title
    await running.pause(office.console, owner, number, BACK)
    await office.bot.until(MONDAY + 24 * DAY)
    came = [day for day, _ in (await asked(office, 20))[len(had) :]]
    assert came == [one.becomes for one in shifts][: len(came)]
    assert came


async def test_who_looks_sees_what_falls_away_behind_the_last_day(office):
    owner, number = await group(office, starts_on=START, ends_on=date(2026, 11, 20))
    shifts = await breaks.preview(office.console, owner, number, BACK)
    assert [one.was for one in shifts][:2] == [date(2026, 11, 3), date(2026, 11, 5)]
    assert {one.becomes for one in shifts} == {None}


async def test_a_question_of_the_facilitator_in_these_days_comes_after_them_or_not_at_all(office):
    owner, number = await group(office, 20, starts_on=START)
    text = Text("Welk gesprek stel je nu uit?", "Which conversation are you putting off?")
    for on in (date(2026, 11, 11), date(2026, 12, 9)):
        question = await questioning.write(office.console, owner, number, Wanted(text, on))
        await questioning.try_out(office.console, owner, number, question)
        await office.bot.wait(minutes=1)
        seen = await questioning.one(office.console, owner, number, question)
        await questioning.plan(office.console, owner, number, question, seen.mark)
    await questioning.write(office.console, owner, number, Wanted(text, date(2026, 11, 12)))  # a draft comes never
    mine = [
        one for one in await breaks.preview(office.console, owner, number, date(2026, 11, 21)) if one.title == text.nl
    ]
    assert mine == [Shift(date(2026, 11, 11), BACK, "question", text.nl)], "the first working day after them"
    english = await breaks.preview(office.console, replace(owner, language="en"), number, BACK)
    assert Shift(date(2026, 11, 11), BACK, "question", text.en) in english
    await running.extend(office.console, owner, number, date(2026, 11, 19))
    left = [one for one in await breaks.preview(office.console, owner, number, BACK) if one.title == text.nl]
    assert left == [Shift(date(2026, 11, 11), None, "question", text.nl)]


async def test_another_end_of_a_rest_tells_what_that_changes_beside_the_rest_that_is(office):
    owner, number = await group(office, starts_on=START)
    before = await planning.calendar(office.console, owner, number)
    office.clock.story += 4 * DAY
    await running.pause(office.console, owner, number, BACK)
    office.clock.story += DAY
    sooner = await breaks.preview(office.console, owner, number, date(2026, 11, 9))
    assert (sooner[0].was, sooner[0].becomes) == (date(2026, 11, 24), date(2026, 11, 10))
    later = await breaks.preview(office.console, owner, number, date(2026, 11, 30))
    assert (later[0].was, later[0].becomes) == (date(2026, 11, 24), date(2026, 12, 1))
    assert [one.on for one in before if one.on <= date(2026, 11, 6)] == [START, date(2026, 11, 5), date(2026, 11, 6)]
    await no("same", breaks.preview(office.console, owner, number, BACK))


async def test_where_everybody_begins_at_their_own_time_it_is_told_for_who_begins_today(office):
    owner, number = await group(office)
    shifts = await breaks.preview(office.console, owner, number, BACK)
    assert (shifts[0].was, shifts[0].becomes) == (date(2026, 11, 3), date(2026, 11, 24))


async def test_a_group_rests_for_half_a_year_at_most(office):
    owner, number = await group(office, 20)
    longest = MONDAY.date() + running.LONGEST_REST
    for act in (running.pause, breaks.preview):
        await no("rest_long", act(office.console, owner, number, longest + DAY))
        await no("past", act(office.console, owner, number, MONDAY.date()))
    assert await breaks.preview(office.console, owner, number, longest)
    await running.pause(office.console, owner, number, longest)


async def test_a_rest_that_is_said_twice_is_told_once(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + DAY)
    for _ in range(2):
        await running.pause(office.console, owner, number, BACK)
        await office.bot.wait(minutes=5)
    assert len(said(office, 20, "group_paused")) == 1

"""What is done about one group leaves alone what a leader follows in another."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from office import Office
from quiet_house import MONDAY

from dialogues.asking import agenda
from dialogues.people import Id
from journeys.console import changing, cohorts, invitations, running
from journeys.console.who import Who
from journeys.guide import NewCohort
from storage import enrolments, leaders

pytestmark = pytest.mark.asyncio
NOOR = 20
DAY = timedelta(days=1)
BACK = date(2026, 11, 23)  # a Monday, three weeks later


async def in_groups(office: Office, *names: str) -> tuple[Who, list[Id]]:
    """Noor in groups of these names, each with the twelve weeks."""
    owner, made = await office.who(), []
    for name in names:
        cohort = await cohorts.create(office.console, owner, NewCohort(name, "core_12w"))
        token = await invitations.for_group(office.console, owner, cohort.id, invitations.Limits(90 * DAY, 50))
        await (office.bot.starts(NOOR, token) if made else office.bot.joins(NOOR, token))
        made.append(cohort.id)
    return owner, made


async def asking(office: Office) -> Id:
    """The group of the newest prompt."""
    query = "SELECT e.cohort FROM prompt p JOIN enrolment e ON e.id = p.enrolment ORDER BY p.id DESC"
    return (await office.bot.rows(query))[0][0]


async def reminders(office: Office) -> list[str]:
    """What became of the reminders of what a programme asked."""
    query = "SELECT e.state FROM errand e JOIN prompt p ON p.id = e.about WHERE e.kind = 'remind' AND slot LIKE 'w%'"
    return [state for (state,) in await office.bot.rows(query)]


async def paused(office: Office, owner: Who, group: Id) -> None:
    await running.pause(office.console, owner, group, BACK)


async def closed(office: Office, owner: Who, group: Id) -> None:
    await running.close(office.console, owner, group)


@pytest.mark.parametrize("done", [paused, closed])
async def test_a_group_that_rests_or_ends_takes_the_reminders_of_its_own_questions_along_and_no_others(office, done):
    owner, groups = await in_groups(office, "Voorjaar", "Najaar")
    await office.bot.until(MONDAY + DAY + timedelta(hours=1))
    mine = await asking(office)
    (other,) = set(groups) - {mine}
    assert await reminders(office) == ["waiting"]
    await done(office, owner, other)
    await office.bot.wait(minutes=1)
    assert await reminders(office) == ["waiting"]
    await done(office, owner, mine)
    await office.bot.wait(minutes=1)
    assert await reminders(office) == ["cancelled"]


async def test_who_is_in_two_groups_hears_of_a_change_in_either(office):
    owner, groups = await in_groups(office, "Voorjaar", "Najaar")
    await office.bot.until(MONDAY + DAY + timedelta(hours=1))
    for group in groups:
        before = len(office.bot.post.sent)
        await changing.change(office.console, owner, group, changing.Wanted("starter_4w", None, None))
        await office.bot.wait(minutes=1)
        told = [one.screen.args["cohort"] for one, _, _ in office.bot.post.sent[before:]]
        assert told == [{groups[0]: "Voorjaar", groups[1]: "Najaar"}[group]]


async def test_the_last_question_of_one_group_belongs_to_it_and_leaves_nothing_to_choose_while_another_runs(office):
    _, (ended, goes_on) = await in_groups(office, "Voorjaar", "Najaar")
    world = office.bot.world
    async with world.store.transaction() as session:
        noor = await leaders.by_chat(session, NOOR)
        (mine,) = [one for one in await enrolments.running_of(session, noor.id) if one.cohort == ended]
        last = len(agenda.entries(world.library.programmes[mine.programme], noor.rhythm)) - 1
        await enrolments.keep(session, replace(mine, anchor_position=last, position=last))
    said = await office.bot.until(MONDAY + DAY + timedelta(hours=1))
    assert any("Wat je verder volgt, gaat gewoon door." in text for text in said)
    assert office.bot.buttons() == ()
    assert await asking(office) == ended
    (thanks, *more) = await office.bot.says(NOOR, "Dat ik sneller zwijg dan ik dacht.")
    assert "Hoe wil je verder?" not in [thanks, *more]
    await office.bot.says(NOOR, "Hier stop ik")
    states = await office.bot.rows("SELECT cohort, state FROM enrolment ORDER BY id")
    assert states == [(ended, "ended"), (goes_on, "active")]
    assert (await office.bot.rows(f"SELECT state FROM leader WHERE chat = {NOOR}")) == [("active",)]

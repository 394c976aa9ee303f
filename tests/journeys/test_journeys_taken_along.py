"""What is taken out of the console, and a name that somebody chooses, stand in the trail of the groups they concern."""

from datetime import timedelta

import pytest
from office import COLLEAGUE, LOOKER

from journeys.console import cohorts, invitations, organisations, people, releases, trail
from journeys.console.cohorts import NewCohort
from journeys.console.invitations import Limits
from storage import members

pytestmark = pytest.mark.asyncio
TAKEN = {"figures exported", "mirrors exported", "invitation printed", "links listed"}


async def made_by(office, who, name="Voorjaar"):
    return (await cohorts.create(office.console, who, NewCohort(name, "core_12w"))).id


async def events(office, who, cohort):
    return [(one.event, one.by) for one in await trail.of_group(office.console, who, cohort)]


async def test_what_is_taken_along_stands_in_the_trail_once_a_day(office):
    owner = await office.who()
    group = await made_by(office, owner)
    token = await invitations.for_group(office.console, owner, group, Limits(timedelta(days=30), 50))

    async def takes():
        await releases.participation(office.console, owner, group, "export")
        await releases.mirrors(office.console, owner, group, "export")
        await invitations.printed(office.console, owner, group, token)
        await invitations.listed(office.console, owner, group, (token,))

    await releases.participation(office.console, owner, group)
    await releases.mirrors(office.console, owner, group)
    assert not TAKEN & {event for event, _ in await events(office, owner, group)}
    for _ in range(3):
        await takes()
    found = [event for event, _ in await events(office, owner, group) if event in TAKEN]
    assert (len(found), set(found)) == (4, TAKEN)
    office.clock.story += timedelta(hours=25)
    await takes()
    assert len([event for event, _ in await events(office, owner, group) if event in TAKEN]) == 8


async def test_another_person_or_group_has_a_line_of_its_own(office):
    owner = await office.who()
    one, other = await made_by(office, owner), await made_by(office, owner, "Ander")
    await office.bot.starts(COLLEAGUE, await people.invite(office.console, owner, "facilitator"))
    for who in (owner, await office.who(COLLEAGUE)):
        for group in (one, other):
            await releases.participation(office.console, who, group, "export")
    for group in (one, other):
        assert [event for event, _ in await events(office, owner, group)].count("figures exported") == 2


async def test_a_name_that_is_chosen_stands_in_the_trail_of_the_groups_it_is_told_in_and_no_other(office):
    owner = await office.who()
    mine, other = await made_by(office, owner), await made_by(office, owner, "Ander")
    await organisations.call_me(office.console, owner, "Olga Prins")
    owner = await office.who()
    await organisations.call_me(office.console, owner, "Olga  Prins")
    await office.bot.starts(LOOKER, await people.invite(office.console, owner, "observer", mine))
    await office.bot.says(LOOKER, "Kees de Boer")
    named = [by for event, by in await events(office, owner, mine) if event == "own name changed"]
    assert named == ["Kees de Boer", "Olga Prins"]
    assert [by for event, by in await events(office, owner, other) if event == "own name changed"] == ["Olga Prins"]
    async with office.console.store.transaction() as session:
        kees = await members.by_chat(session, LOOKER)
    assert kees is not None
    assert kees.name == "Kees de Boer"

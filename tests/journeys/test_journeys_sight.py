"""Who may look into a group stands in its log, also who may look into all of them: people in it read who that is."""

from datetime import timedelta

import pytest
from office import COLLEAGUE, LOOKER

from journeys.console import cohorts, invitations, organisations, people, trail
from journeys.guide import NewCohort

pytestmark = pytest.mark.asyncio
LEADER = 20


async def group(office, owner, name):
    office.clock.story += timedelta(minutes=1)
    return (await cohorts.create(office.console, owner, NewCohort(name, "core_12w"))).id


async def may_look(office, owner, chat, name="", cohort=None):
    """Somebody takes an invite to look on, and says what they are called."""
    office.clock.story += timedelta(minutes=1)
    await office.bot.starts(chat, await people.invite(office.console, owner, "observer", cohort))
    who = await office.who(chat)
    if name:
        await organisations.call_me(office.console, who, name)
    return who


async def no_longer(office, owner, who):
    office.clock.story += timedelta(minutes=1)
    held = (await people.within(office.console, owner)).roles
    (mine,) = [one.role.id for one in held if one.role.member == who.member]
    await people.end(office.console, owner, mine)


async def log(office, owner, cohort):
    """What the log of a group tells: event, role, by whom, and whose role it was."""
    found = await trail.of_group(office.console, owner, cohort)
    return [(one.event, one.detail.get("kind", ""), one.by, one.whose) for one in found]


async def test_who_gets_to_see_all_groups_stands_in_the_log_of_each(office):
    owner = await office.who()
    first, second = await group(office, owner, "Een"), await group(office, owner, "Twee")
    looker = await may_look(office, owner, LOOKER, "Noor")
    for cohort in (first, second):
        told = await log(office, owner, cohort)
        assert told[0] == ("own name changed", "", "Noor", "")
        assert told[1:3] == [("role accepted", "observer", "Noor", ""), ("person invited", "observer", "", "")]
    await no_longer(office, owner, looker)
    for cohort in (first, second):
        assert (await log(office, owner, cohort))[0] == ("role ended", "observer", "", "Noor")


async def test_the_log_of_a_new_group_names_who_sees_all_groups_already_and_nobody_who_no_longer_does(office):
    owner = await office.who()
    await organisations.call_me(office.console, owner, "Ingrid")
    await may_look(office, owner, LOOKER, "Noor")
    gone = await may_look(office, owner, COLLEAGUE, "Sam")
    await no_longer(office, owner, gone)
    made = await group(office, owner, "Later")
    assert await log(office, owner, made) == [
        ("cohort created", "", "Ingrid", ""),
        ("role accepted", "observer", "Noor", ""),
        ("role given", "owner", "Ingrid", ""),
    ]


async def test_a_role_in_one_group_is_told_in_that_one_alone(office):
    owner = await office.who()
    first, second = await group(office, owner, "Een"), await group(office, owner, "Twee")
    looker = await may_look(office, owner, LOOKER, "Noor", first)
    await people.invite(office.console, owner, "observer", first)
    (open_one,) = (await people.within(office.console, owner)).invites
    await people.revoke(office.console, owner, open_one.id)
    await no_longer(office, owner, looker)
    assert [event for event, *_ in await log(office, owner, first)] == [
        "role ended", "person's invite revoked", "person invited", "own name changed", "role accepted",
        "person invited", "cohort created", "role given",
    ]  # fmt: skip
    assert [event for event, *_ in await log(office, owner, second)] == ["cohort created", "role given"]


async def test_people_in_a_group_read_who_sees_all_groups_page_by_page_and_nothing_of_another_organisation(office):
    owner = await office.who()
    made = await group(office, owner, "Een")
    token = await invitations.for_group(office.console, owner, made, invitations.Limits(timedelta(days=30), 5))
    await office.bot.joins(LEADER, token)
    await may_look(office, owner, LOOKER, "Noor")
    ((leader,),) = await office.bot.rows("SELECT id FROM leader")
    read = await trail.for_leader(office.bot.world, leader, made)
    assert [(one.event, one.by) for one in read[1:3]] == [("role accepted", "Noor"), ("person invited", "")]
    assert {one.event for one in read} >= {"invite made", "cohort created"}
    assert "signed in" not in {one.event for one in read}
    assert await trail.of_group(office.console, owner, made, read[0].id) == read[1:]
    await office.organisation("Elders")
    assert await trail.for_leader(office.bot.world, leader, made) == read

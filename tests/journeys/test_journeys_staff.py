"""Groups and the people who run them: what is there for whom, what may be done, and what is written down of it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from office import COLLEAGUE, LOOKER, OWNER
from quiet_house import MONDAY

from dialogues.library import library
from journeys import guide
from journeys.console import cohorts, invitations, organisations, people, trail
from journeys.console.access import organisation_for
from journeys.console.who import Missing, Refused, Role
from journeys.guide import NewCohort
from storage import enrolments, invites
from storage.codec import rhythm_from

pytestmark = pytest.mark.asyncio
TODAY = MONDAY.date()
NEW = NewCohort("Voorjaar", "core_12w", starts_on=date(2026, 11, 9), weekday=0, hour=time(9, 0))


def as_new(cohort):
    """The group as it would be subscribed anew."""
    return NewCohort(
        cohort.name, cohort.programme, cohort.language, cohort.zone, cohort.starts_on, weekday=cohort.weekday,
        hour=cohort.hour, ends_on=cohort.ends_on, retention_months=cohort.retention_months, period=cohort.period,
    )  # fmt: skip


async def refused(key, doing):
    with pytest.raises(Refused) as caught:
        await doing
    assert caught.value.key == key


async def test_a_group_that_was_made_is_there_as_it_was_meant(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NEW)
    assert await cohorts.overview(office.console, owner, made.id) == made
    assert await cohorts.all_of(office.console, owner) == (made,)
    assert as_new(made) == NEW
    assert (made.state, made.joined, made.retention_months, made.period) == ("open", 0, 12, "month")
    assert "delete cohort" in made.acts


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"name": " "}, "name"), ({"name": "x" * 81}, "name"), ({"name": "a\nb"}, "name"),
        ({"programme": "none"}, "programme"), ({"language": "de"}, "language"), ({"zone": "Europe"}, "zone"),
        ({"zone": "Mars/Base"}, "zone"), ({"ends_on": date(2026, 11, 9)}, "ends"),
        ({"retention_months": 0}, "retention"), ({"period": "week"}, "period"),
        ({"hour": time(3)}, "moment"), ({"weekday": 5}, "day"), ({"weekday": 6}, "day"),
    ],
)  # fmt: skip
async def test_what_cannot_be_is_refused_by_name_and_nothing_is_kept(office, wrong, key):
    owner = await office.who()
    await refused(key, cohorts.create(office.console, owner, replace(NEW, **wrong)))
    assert await cohorts.all_of(office.console, owner) == ()


async def test_a_foreign_group_and_none_at_all_are_the_same(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NEW)
    stranger = await office.member(LOOKER, Role("owner", await office.organisation()))
    for number in (made.id, 12345):
        with pytest.raises(Missing):
            await cohorts.overview(office.console, stranger, number)
        with pytest.raises(Missing):
            await trail.of_group(office.console, stranger, number)
    assert await cohorts.all_of(office.console, stranger) == ()


async def test_a_group_without_an_organisation_is_there_for_nobody(office):
    stranger = await office.member(LOOKER, Role("owner", await office.organisation()))
    async with office.bot.world.store.transaction() as session:
        await session.connection.exec_driver_sql(
            "INSERT INTO cohort (id, name, programme, language, zone, created_at)"
            " VALUES (5, 'Los', 'core_12w', 'nl', 'Europe/Amsterdam', '2026-11-02T07:40:00.000000Z')"
        )
    with pytest.raises(Missing):
        await cohorts.overview(office.console, stranger, 5)


async def test_groups_from_before_belong_to_the_first_organisation_and_later_ones_too(office):
    before = await guide.create_cohort(office.bot.world, replace(NEW, name="Eerst"))
    owner = await office.who()
    await guide.create_cohort(office.bot.world, replace(NEW, name="Later"))
    assert [one.name for one in await cohorts.all_of(office.console, owner)] == ["Eerst", "Later"]
    assert (await cohorts.overview(office.console, owner, before.id)).name == "Eerst"


async def test_a_group_made_in_the_chat_is_the_same_as_one_made_in_the_console(office):
    await office.bot.joins(OWNER)
    await office.bot.says(OWNER, "/cohort Najaarsgroep")
    owner = await office.who()
    (found,) = await cohorts.all_of(office.console, owner)
    assert found.name == "Najaarsgroep"
    told = [(deed.event, deed.member) for deed in await trail.of_group(office.console, owner, found.id)]
    assert told == [(event, owner.member) for event in ("invite made", "cohort created", "role given")]


async def test_an_observer_looks_and_no_more(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NEW)
    looker = await office.member(LOOKER, Role("observer", owner.roles[0].organisation, made.id))
    assert (await cohorts.overview(office.console, looker, made.id)).acts == {
        "see overview", "see participation", "see programme", "see published mirror", "see guide", "see library",
    }  # fmt: skip
    assert not cohorts.may_create(looker)
    await refused("role", trail.of_group(office.console, looker, made.id))
    await refused("role", invitations.standing(office.console, looker, made.id))
    with pytest.raises(Missing):
        await cohorts.create(office.console, looker, NEW)
    whole = await office.member(COLLEAGUE, Role("observer", owner.roles[0].organisation))
    await refused("role", cohorts.create(office.console, whole, NEW))


async def test_the_calendar_is_every_prompt_with_its_date_in_the_rhythm_of_the_group():
    planned = cohorts.calendar(library(), NEW, TODAY)
    assert planned[0].on == date(2026, 11, 9)
    assert {one.at for one in planned if one.kind != "pulse"} == {time(9, 0)}
    assert {one.on.weekday() for one in planned if one.kind not in ("pulse", "paradox_revisit")} == {0, 2}
    assert [one.on for one in planned] == sorted({one.on for one in planned}), "never two on one day"
    assert "programme_end" not in {one.kind for one in planned}
    assert all(one.title for one in planned if one.kind in ("question", "paradox", "integrity_case"))
    assert cohorts.calendar(library(), NewCohort("x", "starter_4w"), TODAY)[0].on == date(2026, 11, 3)


async def test_what_the_calendar_says_is_what_who_joins_is_asked(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, replace(NEW, programme="starter_4w"))
    token = await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=30), 50))
    await office.bot.starts(20, token)
    for value, group in (("nl", "language"), ("agree", "consent"), ("defaults", "defaults")):
        await office.bot.taps(20, value, group)
    await office.bot.until(MONDAY + timedelta(days=40))
    rows = await office.bot.rows(
        "SELECT asked_at, item FROM prompt WHERE enrolment IS NOT NULL AND kind IN ('question', 'paradox') ORDER BY id"
    )
    days = [datetime.fromisoformat(str(at)).date() for at, _ in rows]
    planned = cohorts.calendar(library(), as_new(made), TODAY)
    wanted = [one.on for one in planned if one.kind in ("question", "paradox")]
    asked = [day for day in days if day >= date(2026, 11, 9)]
    assert asked[:2] == wanted[:2]  # after that silence makes the rhythm slower
    assert (await cohorts.overview(office.console, owner, made.id)).joined == 1


async def test_an_invited_person_gets_the_role_and_the_way_in(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NEW)
    payload = await people.invite(office.console, owner, "facilitator", made.id)
    assert payload.startswith("s_")
    assert len(payload) <= 64
    (said, named) = await office.bot.starts(COLLEAGUE, payload)
    assert "Hoe heet je?" in named
    assert "Stichting Zonzijde" in said
    assert "begeleider" in said
    colleague = await office.who(COLLEAGUE)
    assert colleague.roles == (Role("facilitator", owner.roles[0].organisation, made.id),)
    assert await office.bot.rows("SELECT count(*) FROM leader") == [(0,)]
    assert payload not in str(await office.bot.rows("SELECT * FROM staff_invite"))


async def test_an_invite_to_run_groups_works_for_one_person_for_a_week(office):
    owner = await office.who()
    payload = await people.invite(office.console, owner, "observer")
    await office.bot.starts(COLLEAGUE, payload)
    (used,) = await office.bot.starts(LOOKER, payload)
    late = await people.invite(office.console, owner, "observer")
    office.clock.machine += timedelta(days=7)
    (old,) = await office.bot.starts(LOOKER, late)
    (wrong,) = await office.bot.starts(LOOKER, "s_" + "x" * 24)
    assert used == old == wrong, "a wrong, an old and a used one cannot be told apart"
    assert len((await people.within(office.console, owner)).roles) == 2


async def test_an_invite_can_be_taken_back_before_it_is_used(office):
    owner = await office.who()
    payload = await people.invite(office.console, owner, "owner")
    (open_one,) = (await people.within(office.console, owner)).invites
    await people.revoke(office.console, owner, open_one.id)
    with pytest.raises(Missing):
        await people.revoke(office.console, owner, open_one.id)
    await office.bot.starts(COLLEAGUE, payload)
    assert len((await people.within(office.console, owner)).roles) == 1


async def test_a_leader_who_is_invited_stays_a_leader(office):
    owner = await office.who()
    await office.bot.joins(COLLEAGUE)
    payload = await people.invite(office.console, owner, "facilitator")
    (said, _) = await office.bot.starts(COLLEAGUE, payload)
    assert "Welkom bij" in said
    assert (await office.who(COLLEAGUE)).roles == (Role("facilitator", owner.roles[0].organisation),)
    again = await people.invite(office.console, owner, "facilitator")
    await office.bot.starts(COLLEAGUE, again)
    assert len((await people.within(office.console, owner)).roles) == 2, "the same role is held once"


async def test_only_owners_see_and_choose_people(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NEW)
    guide_of_all = await office.member(COLLEAGUE, Role("facilitator", owner.roles[0].organisation))
    await refused("role", people.within(office.console, guide_of_all))
    await refused("role", people.invite(office.console, guide_of_all, "observer"))
    of_one = await office.member(LOOKER, Role("facilitator", owner.roles[0].organisation, made.id))
    with pytest.raises(Missing):
        await people.within(office.console, of_one)
    await refused("owner_of_all", people.invite(office.console, owner, "owner", made.id))
    other = await office.member(30, Role("owner", await office.organisation()))
    with pytest.raises(Missing):
        await people.invite(office.console, other, "observer", made.id)
    with pytest.raises(Missing):
        await people.within(office.console, other, owner.roles[0].organisation)


async def test_a_group_of_another_organisation_of_ones_own_gets_no_people_by_mistake(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NEW)
    second = await office.organisation("Tweede")
    both = replace(owner, roles=(*owner.roles, Role("owner", second)))
    with pytest.raises(Missing):
        await people.invite(office.console, both, "observer", made.id, second)
    assert organisation_for(both, "manage people", second) == second


async def test_the_last_owner_stays_and_nobody_ends_a_role_elsewhere(office):
    owner = await office.who()
    (mine,) = (await people.within(office.console, owner)).roles
    await refused("last_owner", people.end(office.console, owner, mine.role.id))
    other = await office.member(LOOKER, Role("owner", await office.organisation()))
    with pytest.raises(Missing):
        await people.end(office.console, other, mine.role.id)
    await office.member(COLLEAGUE, Role("owner", owner.roles[0].organisation))
    await people.end(office.console, owner, mine.role.id)
    with pytest.raises(Missing):
        await people.end(office.console, owner, mine.role.id)


async def test_who_only_runs_groups_hears_what_is_kept_and_can_erase_it(office):
    owner = await office.who()
    await office.bot.starts(COLLEAGUE, await people.invite(office.console, owner, "observer"))
    (kept,) = await office.bot.says(COLLEAGUE, "/export")
    assert "je rollen" in kept
    (sure,) = await office.bot.says(COLLEAGUE, "/delete")
    assert "Weet je het zeker?" in sure
    (gone,) = await office.bot.taps(COLLEAGUE, "delete", "staff_erase")
    assert "gewist" in gone
    assert await office.bot.rows("SELECT chat FROM member") == [(OWNER,)]
    (nothing,) = await office.bot.says(COLLEAGUE, "/export")
    assert nothing != kept


async def test_the_trail_tells_who_did_what_and_a_leader_reads_that_of_their_own_group(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NEW)
    other = await cohorts.create(office.console, owner, NEW)
    await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=30), 50))
    events = [one.event for one in await trail.of_organisation(office.console, owner)]
    assert events[:4] == ["invite made", "cohort created", "cohort created", "signed in"]
    (last, first, role) = await trail.of_group(office.console, owner, made.id)
    assert (last.by, first.event, role.event) == ("", "cohort created", "role given")
    assert await trail.of_group(office.console, owner, made.id, last.id) == (first, role)
    await office.bot.joins(20)
    async with office.bot.world.store.transaction() as session:
        ((leader,),) = [tuple(row) for row in await session.connection.exec_driver_sql("SELECT id FROM leader")]
        (running,) = await enrolments.running_of(session, leader)
        await enrolments.keep(session, replace(running, cohort=made.id))
    assert await trail.for_leader(office.bot.world, leader, made.id) == (last, first, role)
    with pytest.raises(Missing):
        await trail.for_leader(office.bot.world, leader, other.id)


async def test_an_invite_of_one_group_closes_without_the_others(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NEW)
    for _ in range(2):
        await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=30), 50))
    (newest, _) = await invitations.standing(office.console, owner, made.id)
    assert await invitations.revoke(office.console, owner, made.id, newest.id) == 1
    async with office.console.store.transaction() as session:
        assert [one.revoked_at is None for one in await invites.of(session, made.id)] == [False, True]


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "Noor\x00"])
async def test_a_name_that_cannot_be_told_is_refused(office, name):
    owner = await office.who()
    await refused("name", organisations.call_me(office.console, owner, name))
    await refused("name", organisations.rename(office.console, owner, owner.roles[0].organisation, name))


async def invited(office, owner, name):
    made = await cohorts.create(office.console, owner, replace(NEW, name=name))
    limits = invitations.Limits(timedelta(days=30), 50)
    return made, await invitations.for_group(office.console, owner, made.id, limits)


async def test_who_joins_begins_with_the_day_and_hour_of_the_group(office):
    _, token = await invited(office, await office.who(), "Een")
    await office.bot.joins(20, token)
    ((kept,),) = await office.bot.rows("SELECT rhythm FROM leader")
    rhythm = rhythm_from(kept)
    assert (rhythm.days, rhythm.times) == ((0, 2), (time(9, 0), time(9, 0)))


async def test_who_comes_from_a_group_that_still_runs_is_counted_in_that_one_only(office):
    owner = await office.who()
    (first, one), (second, other) = await invited(office, owner, "Een"), await invited(office, owner, "Twee")
    await office.bot.joins(20, one)
    await office.bot.starts(20, other)
    rows = await office.bot.rows("SELECT cohort, guest, state FROM enrolment ORDER BY id")
    assert rows == [(first.id, 0, "active"), (second.id, 1, "active")]
    assert await office.bot.rows("SELECT cohort, guest FROM departure") == []
    assert (await cohorts.overview(office.console, owner, second.id)).joined == 1, "the number joined is always shown"


async def test_who_stopped_before_joining_another_group_is_no_guest(office):
    owner = await office.who()
    (first, one), (second, other) = await invited(office, owner, "Een"), await invited(office, owner, "Twee")
    await office.bot.joins(20, one)
    await office.bot.says(20, "/stop")
    await office.bot.taps(20, "stop")
    await office.bot.starts(20, other)
    rows = await office.bot.rows("SELECT cohort, guest, state FROM enrolment ORDER BY id")
    assert rows == [(first.id, 0, "left"), (second.id, 0, "active")]

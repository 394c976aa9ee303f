"""The first day of a group moves before it begins: looked at first, done once as seen, heard by who has joined."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from office import COLLEAGUE, LOOKER
from quiet_house import MONDAY
from test_journeys_breaks import no
from test_journeys_running import become, group, said

from dialogues.asking import moments
from dialogues.model import Text
from journeys.console import beginning, cohorts, invitations, orders, planning, questioning, running, trail
from journeys.console.beginning import Move, Wanted
from journeys.console.questioning import Wanted as Question
from journeys.console.who import Missing, Refused, Role
from journeys.guide import NewCohort
from storage import audit, leaders, prompts
from storage import cohorts as stored

pytestmark = pytest.mark.asyncio
DAY = timedelta(days=1)
START, LATER, SOONER = date(2026, 11, 17), date(2026, 12, 1), date(2026, 11, 9)
TEXT = Text("Welk gesprek stel je nu uit?", "Which conversation are you putting off?")
EVENING = datetime(2026, 11, 2, 22, 0, tzinfo=UTC)


@pytest.fixture
def url(database_url):
    return database_url


async def moves(office, owner, number, on, *, along=True, form=None):
    """Looked at, and done as it was seen."""
    wanted = Wanted(on, along)
    look = await beginning.preview(office.console, owner, number, wanted)
    await beginning.move(office.console, owner, number, wanted, look.mark, form)
    return look


async def first(office, chat):
    """When somebody is asked for the first time, on their own clock."""
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, chat)
    ((at,),) = await office.bot.rows(f"SELECT next_due_at FROM enrolment WHERE leader = {leader.id}")
    at = datetime.fromisoformat(at) if isinstance(at, str) else at
    return at and f"{at.replace(tzinfo=at.tzinfo or UTC).astimezone(ZoneInfo(leader.rhythm.zone)):%Y-%m-%d %H:%M}"


async def asked(office, chat):
    """The local days on which somebody was asked something of the programme."""
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, chat)
        since = MONDAY - 30 * DAY
        found = await prompts.between(session, leader.id, since, office.clock.now() + DAY)
    return [moments.local(one.asked_at, leader.rhythm.zone).date() for one in found if one.slot[:1] == "w"]


async def planned(office, owner, number, on):
    """A question of the facilitator for this day."""
    question = await questioning.write(office.console, owner, number, Question(TEXT, on))
    await questioning.try_out(office.console, owner, number, question)
    await office.bot.wait(minutes=1)
    seen = await questioning.one(office.console, owner, number, question)
    await questioning.plan(office.console, owner, number, question, seen.mark)
    await office.bot.wait(minutes=1)
    return question


@pytest.mark.parametrize("on", [LATER, SOONER])
async def test_what_is_looked_at_is_what_the_calendar_then_shows_and_what_is_asked(office, on):
    owner, number = await group(office, 20, starts_on=START)
    before = await planning.calendar(office.console, owner, number)
    look = await beginning.preview(office.console, owner, number, Wanted(on))
    assert await planning.calendar(office.console, owner, number) == before, "nothing is done yet"
    assert await first(office, 20) == "2026-11-17 08:30"
    await moves(office, owner, number, on)
    after = await planning.calendar(office.console, owner, number)
    assert [one.becomes for one in look.moves if one.becomes] == [one.on for one in after]
    assert {one.was for one in look.moves if one.was} == {one.on for one in before}
    gone = [one.was for one in look.moves if one.becomes is None]
    assert len(gone) < 3, "around the holidays a week may have no day for it"
    await office.bot.wait(days=42)
    came = await asked(office, 20)
    assert came[0] == after[0].on
    assert set(came) <= {one.on for one in after}


async def test_who_has_joined_hears_it_once_each_at_their_own_moment(office):
    owner, number = await group(office, 20, 21, starts_on=START)
    async with office.bot.world.store.transaction() as session:
        far = await leaders.by_chat(session, 21)
    await become(office, 21, language="en", rhythm=replace(far.rhythm, zone="America/New_York"))
    await moves(office, owner, number, LATER)
    await office.bot.wait(minutes=1)
    (home,) = said(office, 20, "group_start")
    assert home.startswith("Je groep Voorjaar begint op een andere dag dan gepland.")
    assert "Je eerste vaste vraag komt nu dinsdag 1 december" in home
    assert said(office, 21, "group_start") == [], "it is night there"
    await office.bot.wait(hours=10)
    (away,) = said(office, 21, "group_start")
    assert "Your first regular question now comes Tuesday 1 December at 08:30" in away
    assert [await first(office, chat) for chat in (20, 21)] == ["2026-12-01 08:30"] * 2
    await office.bot.wait(days=40)
    assert [len(said(office, chat, "group_start")) for chat in (20, 21)] == [1, 1]


async def test_who_muted_the_group_hears_nothing_and_begins_with_it(office):
    owner, number = await group(office, 20, starts_on=START)
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, 20)
    await become(office, 20, wishes=replace(leader.wishes, muted=(number,)))
    await moves(office, owner, number, LATER)
    await office.bot.wait(days=1)
    assert said(office, 20, "group_start") == []
    assert await first(office, 20) == "2026-12-01 08:30"


async def test_two_moves_in_one_night_are_heard_once_as_it_is_in_the_end(office):
    owner, number = await group(office, 20, starts_on=START)
    await office.bot.until(EVENING)
    await moves(office, owner, number, LATER)
    await office.bot.wait(minutes=5)
    await moves(office, owner, number, date(2026, 12, 8))
    await office.bot.wait(days=2)
    (told,) = said(office, 20, "group_start")
    assert "dinsdag 8 december" in told


async def test_away_and_back_in_one_night_is_nothing_to_hear_and_another_day_after_that_is(office):
    owner, number = await group(office, 20, starts_on=START)
    await office.bot.until(EVENING)
    for on in (LATER, date(2026, 12, 8), START):
        await moves(office, owner, number, on)
        await office.bot.wait(minutes=5)
    await office.bot.wait(days=2)
    assert said(office, 20, "group_start") == []
    await moves(office, owner, number, LATER)
    await office.bot.wait(minutes=5)
    await office.bot.wait(days=1)
    assert len(said(office, 20, "group_start")) == 1


async def test_who_is_asked_before_they_heard_is_told_nothing_that_is_over(office):
    owner, number = await group(office, 20, starts_on=START)
    await office.bot.until(datetime(2026, 11, 8, 22, 0, tzinfo=UTC))
    await moves(office, owner, number, date(2026, 11, 10))
    await office.bot.at(datetime(2026, 11, 8, 22, 1, tzinfo=UTC))
    office.clock.story = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)  # the machine was down
    async with office.bot.world.store.transaction() as session:
        await session.connection.exec_driver_sql("UPDATE enrolment SET position = 1")
    await office.bot.at(office.clock.story)
    assert said(office, 20, "group_start") == []


async def test_for_whom_nothing_changes_there_is_nothing_to_hear(office):
    owner, number = await group(office, 20, starts_on=START)
    look = await moves(office, owner, number, date(2026, 11, 16))
    assert look.moves == ()
    await office.bot.wait(days=1)
    assert said(office, 20, "group_start") == []
    assert (await cohorts.overview(office.console, owner, number)).starts_on == date(2026, 11, 16)


async def test_who_is_away_or_had_stopped_finds_the_new_first_moment_on_coming_back(office):
    owner, number = await group(office, 20, 21, starts_on=START)
    await office.bot.says(20, "/pause tot 10 november")
    await office.bot.says(21, "/stop")
    await office.bot.taps(21, "stop", "stop_confirm")
    await moves(office, owner, number, LATER)
    await office.bot.until(datetime(2026, 11, 12, 12, 0, tzinfo=UTC))
    back = await office.bot.starts(21)
    assert "dinsdag 1 december" in back[-1]
    assert "dinsdag 1 december" in said(office, 20, "resumed")[-1]
    assert said(office, 20, "group_start") == said(office, 21, "group_start") == []
    await office.bot.until(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
    assert [await asked(office, chat) for chat in (20, 21)] == [[], []]
    await office.bot.wait(days=1)
    assert [await asked(office, chat) for chat in (20, 21)] == [[LATER]] * 2


async def test_who_joins_after_it_begins_with_the_new_day(office):
    owner, number = await group(office, starts_on=START)
    await moves(office, owner, number, LATER)
    token = await invitations.for_group(office.console, owner, number, invitations.Limits(30 * DAY, 50))
    await office.bot.joins(21, token)
    assert await first(office, 21) == "2026-12-01 08:30"


async def test_nobody_is_asked_before_the_first_day_also_when_the_order_comes_too_late(office, monkeypatch):
    async def killed(*_):
        return 0

    owner, number = await group(office, 20, starts_on=START)
    await moves(office, owner, number, LATER)
    monkeypatch.setattr(orders, "waiting", killed)
    await office.bot.until(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
    assert await asked(office, 20) == []
    await office.bot.wait(days=1)
    assert await asked(office, 20) == [LATER]


async def test_questions_of_the_facilitator_keep_their_day_or_wait_for_the_first_one(office):
    owner, number = await group(office, 20, starts_on=START)
    early, late = await planned(office, owner, number, date(2026, 11, 18)), date(2026, 12, 9)
    kept = await planned(office, owner, number, late)
    draft = await questioning.write(office.console, owner, number, Question(TEXT, date(2026, 11, 25)))
    look = await moves(office, owner, number, date(2026, 11, 29))  # a Sunday
    own = [one for one in look.moves if one.kind == "own_question"]
    assert own == [Move(date(2026, 11, 18), date(2026, 11, 30), "own_question", TEXT.nl)], "the first working day"
    assert [(one.question, one.on) for one in look.stays] == [(kept, late)]
    days = {one.question.id: one.question.on_date for one in await questioning.of(office.console, owner, number)}
    assert days == {early: date(2026, 11, 30), kept: late, draft: date(2026, 11, 25)}
    await office.bot.until(datetime(2026, 11, 29, 12, 0, tzinfo=UTC))
    assert said(office, 20, "own_question") == []
    before = [slot for (slot,) in await office.bot.rows("SELECT slot FROM prompt")]
    assert f"own.{early:x}" not in " ".join(before)
    await office.bot.wait(days=1)
    (slot,) = {slot for (slot,) in await office.bot.rows("SELECT slot FROM prompt")} - {*before}
    assert slot.startswith(f"own.{early:x}.")


async def test_the_last_day_moves_along_or_stays_and_then_what_lies_behind_it_falls_away(office):
    owner, number = await group(office, starts_on=START, ends_on=date(2026, 12, 18))
    along = await beginning.preview(office.console, owner, number, Wanted(LATER))
    assert along.becomes.ends_on == date(2027, 1, 1)
    stays = await beginning.preview(office.console, owner, number, Wanted(LATER, along=False))
    assert stays.becomes.ends_on == date(2026, 12, 18)
    assert [one for one in stays.moves if one.becomes is None]
    await no("start_ends", beginning.preview(office.console, owner, number, Wanted(date(2026, 12, 18), along=False)))
    sooner = await beginning.preview(office.console, owner, number, Wanted(SOONER, along=False))
    assert [one for one in sooner.moves if one.was is None], "there is room for more before the last day"
    await moves(office, owner, number, LATER, along=False)
    shown = await cohorts.overview(office.console, owner, number)
    assert (shown.starts_on, shown.ends_on) == (LATER, date(2026, 12, 18))


async def test_the_months_of_the_mirrors_are_told_as_they_then_are(office):
    owner, number = await group(office, starts_on=START)
    look = await beginning.preview(office.console, owner, number, Wanted(LATER))
    before, after = look.mirrors
    assert (before[0], after[0]) == (date(2026, 11, 1), date(2026, 12, 1))
    assert before[1] == after[1] == date(2027, 2, 28), "as far as its calendar goes"
    await running.extend(office.console, owner, number, date(2026, 12, 31))
    for along, last in ((True, date(2027, 1, 31)), (False, date(2026, 12, 31))):
        look = await beginning.preview(office.console, owner, number, Wanted(LATER, along))
        assert look.mirrors[1] == (date(2026, 12, 1), last), "up to its last day"


@pytest.mark.parametrize(("on", "why"), [
    (date(2026, 11, 2), "past"), (date(2026, 10, 1), "past"), (date(2028, 11, 3), "start_far"), (START, "same"),
])  # fmt: skip
async def test_a_day_that_cannot_be_is_refused(office, on, why):
    owner, number = await group(office, starts_on=START)
    await no(why, beginning.preview(office.console, owner, number, Wanted(on)))
    await no(why, beginning.move(office.console, owner, number, Wanted(on), "whatever"))
    assert (await cohorts.overview(office.console, owner, number)).starts_on == START


async def test_the_furthest_day_is_the_one_of_the_form_of_a_new_group_and_the_first_is_tomorrow(office):
    owner, number = await group(office, 20, starts_on=START)
    await moves(office, owner, number, date(2028, 11, 2))
    await moves(office, owner, number, date(2026, 11, 3))
    await office.bot.wait(minutes=1)
    assert await first(office, 20) == "2026-11-03 08:30"


async def test_a_group_that_has_begun_or_has_no_first_day_or_was_closed_is_refused(office):
    owner, number = await group(office, starts_on=START)
    _, rolling = await group(office)
    await no("no_start", beginning.preview(office.console, owner, rolling, Wanted(LATER)))
    look = await beginning.preview(office.console, owner, number, Wanted(LATER))
    office.clock.story = datetime(2026, 11, 16, 22, 59, tzinfo=UTC)
    await no("dawns", beginning.preview(office.console, owner, number, Wanted(LATER)))
    office.clock.story += timedelta(minutes=1)  # midnight where the group is
    with pytest.raises(Refused) as caught:
        await beginning.move(office.console, owner, number, Wanted(LATER), look.mark)
    assert (caught.value.key, caught.value.values) == ("begun", {"day": "17 november 2026"})
    await running.close(office.console, owner, number)
    await no("closed", beginning.move(office.console, owner, number, Wanted(LATER), look.mark))


async def test_once_anybody_can_be_asked_where_it_is_day_sooner_the_group_has_begun(office):
    owner, number = await group(office, 20, 21, starts_on=LATER)
    async with office.bot.world.store.transaction() as session:
        far = await leaders.by_chat(session, 21)
    await become(office, 21, rhythm=replace(far.rhythm, zone="Pacific/Auckland"))
    await moves(office, owner, number, START)
    await office.bot.until(datetime(2026, 11, 16, 9, 59, tzinfo=UTC))
    look = await beginning.preview(office.console, owner, number, Wanted(LATER))
    await office.bot.until(datetime(2026, 11, 16, 10, 0, tzinfo=UTC))
    await no("dawns", beginning.preview(office.console, owner, number, Wanted(LATER)))
    await office.bot.until(datetime(2026, 11, 16, 20, 0, tzinfo=UTC))
    assert await asked(office, 21) == [START], "in Auckland it is the first day, in Amsterdam the evening before"
    await no("dawns", beginning.preview(office.console, owner, number, Wanted(LATER)))
    with pytest.raises(Refused) as caught:
        await beginning.move(office.console, owner, number, Wanted(LATER), look.mark)
    assert (caught.value.key, caught.value.values) == ("dawns", {"day": "17 november 2026"})
    assert (await cohorts.overview(office.console, owner, number)).starts_on == START


async def test_a_form_that_was_used_before_tells_the_day_as_it_is(office):
    owner, number = await group(office, starts_on=START)
    wanted = Wanted(LATER)
    look = await beginning.preview(office.console, owner, number, wanted)
    assert await beginning.move(office.console, owner, number, wanted, look.mark, 77) == LATER
    await moves(office, owner, number, SOONER)
    assert await beginning.move(office.console, owner, number, wanted, look.mark, 77) == SOONER


@pytest.mark.parametrize("far", [date(9999, 12, 31), date(9998, 12, 31)])
async def test_a_last_day_beyond_all_years_is_looked_at_as_well(office, far):
    owner, number = await group(office, starts_on=START)
    async with office.bot.world.store.transaction() as session:
        kept = await stored.get(session, number, held=True)
        await stored.keep(session, replace(kept, ends_on=far))
    for along in (True, False):
        look = await beginning.preview(office.console, owner, number, Wanted(LATER, along))
        assert look.becomes.ends_on == far, "it is as far as it can be"


async def test_a_last_day_is_within_four_years(office):
    owner, number = await group(office, starts_on=START)
    last = date(2030, 11, 2)
    await no("end_far", running.extend(office.console, owner, number, last + DAY))
    await no("end_far", planning.falls_away(office.console, owner, number, date.max))
    await running.extend(office.console, owner, number, last)
    assert (await cohorts.overview(office.console, owner, number)).ends_on == last
    new = NewCohort("Lang", "year_12m", starts_on=START, ends_on=last)
    assert (await cohorts.create(office.console, owner, new)).ends_on == last
    await no("end_far", cohorts.create(office.console, owner, replace(new, ends_on=last + DAY)))


async def test_what_changed_after_the_look_is_looked_at_anew(office):
    owner, number = await group(office, 20, starts_on=START)
    look = await beginning.preview(office.console, owner, number, Wanted(LATER))
    await planned(office, owner, number, date(2026, 11, 18))
    await no("start_meanwhile", beginning.move(office.console, owner, number, Wanted(LATER), look.mark))
    await no("start_meanwhile", beginning.move(office.console, owner, number, Wanted(SOONER), look.mark))
    assert (await cohorts.overview(office.console, owner, number)).starts_on == START
    assert said(office, 20, "group_start") == []


async def deeds(office, owner, number):
    return [one for one in await trail.of_group(office.console, owner, number) if one.event == "cohort start moved"]


async def test_a_form_that_is_pressed_twice_and_two_people_at_once_have_one_effect(office):
    owner, number = await group(office, 20, starts_on=START)
    colleague = await office.member(COLLEAGUE, *owner.roles)
    mine, theirs = Wanted(LATER), Wanted(SOONER)
    looks = [await beginning.preview(office.console, owner, number, one) for one in (mine, theirs)]
    outcomes = await asyncio.gather(
        beginning.move(office.console, owner, number, mine, looks[0].mark, 11),
        beginning.move(office.console, owner, number, mine, looks[0].mark, 11),
        beginning.move(office.console, colleague, number, theirs, looks[1].mark, 12),
        return_exceptions=True,
    )
    (no_,) = {one.key for one in outcomes if isinstance(one, Refused)}
    assert no_ == "start_meanwhile"
    (deed,) = await deeds(office, owner, number)
    begins = (await cohorts.overview(office.console, owner, number)).starts_on
    assert deed.detail == {"was": "2026-11-17", "starts_on": begins.isoformat()}
    await office.bot.wait(hours=1)
    assert len(said(office, 20, "group_start")) == 1


async def test_leaders_read_in_the_log_that_the_first_day_was_moved_and_by_whom(office):
    owner, number = await group(office, 20, starts_on=START, ends_on=date(2027, 2, 1))
    await moves(office, owner, number, LATER)
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, 20)
        assert next(one.event for one in await audit.of_cohort(session, number)) == "cohort start moved"
    seen = [one for one in await trail.for_leader(office.bot.world, leader.id, number) if "start" in one.event]
    (deed,) = seen
    assert (deed.member, deed.detail["ends_on"]) == (owner.member, "2027-02-15")


async def test_only_who_runs_the_group_may_and_a_strangers_group_is_not_there(office):
    owner, number = await group(office, starts_on=START)
    home = owner.roles[0].organisation
    looker = await office.member(LOOKER, Role("observer", home))
    stranger = await office.member(77, Role("owner", await office.organisation()))
    runs = await office.member(COLLEAGUE, Role("facilitator", home, number))
    await no("role", beginning.preview(office.console, looker, number, Wanted(LATER)))
    await no("role", beginning.move(office.console, looker, number, Wanted(LATER), ""))
    for doing in (beginning.preview(office.console, stranger, number, Wanted(LATER)),
                  beginning.move(office.console, stranger, number, Wanted(LATER), "")):  # fmt: skip
        with pytest.raises(Missing):
            await doing
    await moves(office, runs, number, LATER)
    assert (await cohorts.overview(office.console, owner, number)).starts_on == LATER


async def test_a_rest_before_the_start_counts_for_the_new_day_too(office):
    owner, number = await group(office, 20, starts_on=START)
    await running.pause(office.console, owner, number, date(2026, 11, 30))
    await office.bot.wait(minutes=1)
    look = await moves(office, owner, number, SOONER)
    assert look.moves == (), "the rest goes on until after either day"
    await office.bot.wait(minutes=1)
    assert await first(office, 20) == "2026-12-01 08:30"
    assert said(office, 20, "group_start") == []


async def test_a_programme_that_is_no_longer_there_moves_nobody(office):
    owner, number = await group(office, 20, starts_on=START)
    await moves(office, owner, number, LATER)
    async with office.bot.world.store.transaction() as session:
        await session.connection.exec_driver_sql("UPDATE enrolment SET programme = 'gone'")
    await office.bot.at(MONDAY + timedelta(minutes=1))
    assert await first(office, 20) == "2026-11-17 08:30"
    assert said(office, 20, "group_start") == []


async def test_who_chose_other_days_before_the_start_is_asked_when_they_were_told(office):
    owner, number = await group(office, 20, starts_on=date(2026, 12, 8))
    await moves(office, owner, number, START)
    await office.bot.wait(minutes=1)
    await office.bot.says(20, "/rhythm")
    await office.bot.taps(20, "days", "rhythm_now")
    await office.bot.says(20, "maandag en donderdag")
    told = (await office.bot.says(20, "8:30"))[-1]
    assert "maandag 16 november" in told, "their own day in the week of the first day"
    await office.bot.until(datetime(2026, 11, 17, 12, 0, tzinfo=UTC))
    assert await asked(office, 20) == [date(2026, 11, 16)]

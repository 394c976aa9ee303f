"""A Telegram group for a mirror: offered, linked, told of, objected to without a trace, posted in, and ended."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from office import OWNER
from quiet_house import MONDAY

from dialogues.events import Pressed
from journeys import groups, take
from journeys.console import cohorts, invitations, linking, releases, running
from journeys.console.linking import Standing
from journeys.console.who import Refused, Role
from journeys.groups import Started
from journeys.guide import NewCohort
from journeys.ports import Gone, Later, Moved, Unknown
from journeys.ports import Refused as Turned
from storage import leaders, roles
from storage import releases as kept
from storage.tables import metadata
from summaries.cohort.facts import Cell, Mirror, Release, Spread, as_json
from summaries.cohort.safely import Share

pytestmark = pytest.mark.asyncio
GROUP = -1_002_003_004_005
COLLEAGUE = 8
THREE = (Share(0, 3), Share(1, 3), Share(2, 3))
WEEK = timedelta(days=7)


class Circle:
    """A group with people in it, its owner, and a Telegram group."""

    def __init__(self, office, owner, cohort, token):
        self.office, self.bot, self.owner, self.cohort, self.token = office, office.bot, owner, cohort, token
        self.months = iter([date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)])

    async def offered(self, who=None):
        return await linking.offer(self.office.console, who or self.owner, self.cohort)

    async def brings(self, payload, user=OWNER, chat=GROUP, title="Kring Noord", language="nl"):
        """Somebody brings the bot into a group with this; what it says there."""
        before = len(self.bot.post.sent)
        await groups.start(self.bot.world, Started(chat, title, user, 5, language), payload, await self.bot.update())
        await self.bot.deliver()
        return [text for _, _, text in self.bot.post.sent[before:]]

    async def linked(self):
        (said,) = await self.brings(await self.offered())
        await self.bot.at(self.office.clock.story)
        return said

    async def unlinks(self):
        await linking.unlink(self.office.console, self.owner, self.cohort)

    async def standing(self, who=None):
        return await linking.standing(self.office.console, who or self.owner, self.cohort)

    def said(self, chat, screen="group_link"):
        sent = self.bot.post.sent
        return [text for delivery, _, text in sent if delivery.chat == chat and delivery.screen.name == screen]

    def posted(self, chat=GROUP):
        return self.said(chat, "group_mirror")

    async def shares(self):
        """A mirror of one more month is shared."""
        first = next(self.months)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        told = Mirror(first, last, 15, (Spread("P01", THREE),), Spread("energy", THREE), ())
        async with self.office.console.store.transaction() as session:
            await kept.keep(session, self.cohort, "mirror", (first, last), as_json(told), MONDAY)
        every = await releases.mirrors(self.office.console, self.owner, self.cohort)
        mirror = next(one for one in every if one.mirror.first == first)
        await releases.publish(self.office.console, self.owner, self.cohort, mirror.id)

    async def becomes(self, chat, **change):
        async with self.bot.world.store.transaction() as session:
            await leaders.keep(session, replace(await leaders.by_chat(session, chat), **change))

    async def stored(self):
        """All that is stored, as text."""
        return {
            table.name: str(await self.bot.rows(f'SELECT * FROM "{table.name}"')) for table in metadata.sorted_tables
        }


async def counted(office, cohort, people):
    """The figures of the group so far are of so many."""
    none, monday = Share(0, 3), date(2099, 1, 5)
    cells = (Cell(monday, people, 1, none, none, none, none, (none, none, none), ""),)
    async with office.console.store.transaction() as session:
        await kept.keep(session, cohort, "week", (monday, monday + WEEK), as_json(Release(monday, cells)), MONDAY)


async def circle(office, *chats, people=12):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort("Voorjaar", "core_12w"))
    await counted(office, made.id, people)
    token = await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=60), 50))
    for chat in chats:
        await office.bot.joins(chat, token)
    return Circle(office, owner, made.id, token)


async def test_everybody_in_the_group_hears_who_wants_to_share_what_where_and_from_when(office):
    one = await circle(office, 20, 21)
    said = await one.linked()
    assert said.startswith("Vanaf maandag 9 november kan hier de spiegel van de groep Voorjaar komen")
    await one.bot.wait(hours=6)
    (told,) = one.said(20)
    assert one.said(21) == [told]
    assert one.said(OWNER) == []
    assert told.startswith("Vanaf maandag 9 november wil de begeleider de spiegel van je groep Voorjaar ook delen in")
    assert "‘Kring Noord’" in told
    await one.bot.wait(days=30)
    assert len(one.said(20)) == 1


async def test_it_opens_after_seven_days_and_what_is_shared_is_posted_as_leaders_get_it(office):
    one = await circle(office, 20)
    assert await one.standing() == Standing()
    await one.offered()
    assert (await one.standing()).state == "offered"
    await one.linked()
    assert await one.standing() == Standing("asking", "Kring Noord", MONDAY + WEEK)
    await one.bot.wait(days=3)
    await one.shares()
    await one.bot.wait(days=4, minutes=1)
    assert await one.standing() == Standing("open", "Kring Noord", MONDAY + WEEK)
    assert one.posted() == [], "what was shared before it opened is not posted afterwards"
    await one.shares()
    await one.bot.wait(days=1)
    (posted,) = one.posted()
    assert posted == one.posted(20)[-1]
    assert posted.startswith("De spiegel van jullie groep Voorjaar over december 2026.")


async def test_one_objection_keeps_it_from_being_posted_and_never_shows(office):
    one = await circle(office, 20, 21)
    await one.linked()
    await one.bot.wait(days=2)
    before, heard, page = await one.standing(), len(one.bot.post.sent), await one.stored()
    (said,) = await one.bot.taps(20, "object")
    assert said.startswith("Goed. De spiegel van je groep Voorjaar komt niet in ‘Kring Noord’.")
    assert [delivery.chat for delivery, _, _ in one.bot.post.sent[heard:]] == [20]
    assert one.bot.post.sent[-1][1].keyboard == ()
    assert await one.standing() == before
    after = await one.stored()
    assert {name for name in after if after[name] != page[name]} <= {"group_objection", "inbox", "budget"}
    await one.bot.until(MONDAY + WEEK - timedelta(seconds=1))
    assert await one.standing() == before
    await one.bot.until(MONDAY + WEEK)
    stands = Standing("open", "Kring Noord", MONDAY + WEEK)
    assert await one.standing() == stands
    await one.shares()
    await one.bot.wait(days=1)
    assert one.posted() == []
    assert await one.standing() == stands
    with pytest.raises(Refused, match="linked"):
        await one.offered()


@pytest.mark.parametrize("people", [5, 11])
async def test_no_telegram_group_is_linked_to_a_group_that_is_too_small_for_a_mirror(office, people):
    one = await circle(office, 20, people=people)
    with pytest.raises(Refused, match="telegram_small"):
        await one.offered()
    assert await linking.small(office.console, one.owner, one.cohort)


async def test_a_group_of_which_nothing_was_counted_yet_is_too_small(office):
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort("Voorjaar", "core_12w"))
    with pytest.raises(Refused, match="telegram_small"):
        await linking.offer(office.console, owner, made.id)


async def test_what_the_page_says_is_the_same_whatever_one_person_does(office):
    objects, holds, agrees = [await circle(office, chat) for chat in (20, 21, 22)]
    await holds.becomes(21, state="held", until=MONDAY + timedelta(days=20))
    for one in (objects, holds, agrees):
        await one.linked()
    await objects.bot.wait(hours=6)
    await objects.bot.taps(20, "object")
    for days in (1, 7, 2):
        await objects.bot.wait(days=days)
        for one in (objects, holds, agrees) if days == 7 else ():
            await one.shares()
        assert await objects.standing() == await holds.standing() == await agrees.standing()
    assert len(agrees.posted()) == 1


async def test_how_many_object_and_when_makes_no_difference_to_anything_that_is_kept(office):
    one = await circle(office, 20, 21)
    await one.linked()
    await one.bot.wait(days=1)
    await one.bot.taps(20, "object")
    first = [await one.bot.rows(f"SELECT * FROM {table}") for table in ("group_link", "group_objection")]
    await one.bot.wait(days=2)
    (said,) = await one.bot.taps(21, "object")
    assert said.startswith("Goed.")
    assert [await one.bot.rows(f"SELECT * FROM {table}") for table in ("group_link", "group_objection")] == first
    assert "group_link_objected" not in str(await one.stored())


async def test_an_objection_after_it_opened_keeps_the_next_mirror_away_and_never_shows(office):
    one = await circle(office, 20)
    await one.linked()
    await one.bot.wait(days=8)
    await one.shares()
    await one.bot.wait(hours=20)
    assert len(one.posted()) == 1
    stands = await one.standing()
    await one.bot.taps(20, "object")
    await one.bot.wait(days=20)
    assert await one.standing() == stands
    assert stands.state == "open"
    await one.shares()
    await one.bot.wait(days=1)
    assert len(one.posted()) == 1
    assert await one.standing() == stands


async def test_who_objects_while_it_waits_to_be_sent_still_keeps_it_from_being_posted(office):
    one = await circle(office, 20)
    await one.linked()
    await one.bot.wait(days=8)
    await one.shares()
    one.bot.post.fates = [Later(300)]
    await one.bot.at(one.office.clock.now())
    assert len(one.posted()) == 1, "it was tried, and did not arrive"
    await one.bot.taps(20, "object")
    one.office.clock.machine += timedelta(minutes=6)
    await one.bot.deliver()
    assert len(one.posted()) == 1


async def test_what_waits_to_be_told_is_not_told_any_more_when_it_was_ended_meanwhile(office):
    one = await circle(office, 20)
    await one.linked()
    one.bot.post.fates = [Later(86_400)]
    await one.bot.wait(hours=6)
    await one.unlinks()
    tried = len(one.said(20))
    one.office.clock.machine += timedelta(days=2)
    await one.bot.deliver()
    assert (tried, len(one.said(20))) == (1, 1)


async def test_what_may_be_lost_on_its_way_to_a_leader_is_said_again_when_they_write(office):
    one = await circle(office, 20)
    await one.linked()
    one.bot.post.fates = [Unknown()]
    await one.bot.wait(hours=6)
    assert len(one.said(20)) == 1
    await one.bot.says(20, "/help")
    assert len(one.said(20)) == 2


async def test_who_joins_later_is_told_and_may_object_too(office):
    one = await circle(office, 20)
    await one.linked()
    await one.bot.wait(days=10)
    await one.bot.joins(30, one.token)
    await one.bot.wait(days=1)
    assert len(one.said(30)) == 1
    await one.bot.taps(30, "object", "group_link")
    await one.shares()
    await one.bot.wait(days=1)
    assert one.posted() == []


async def test_who_joins_after_somebody_objected_is_told_as_if_nothing_had_happened(office):
    one = await circle(office, 20)
    await one.linked()
    await one.bot.wait(hours=6)
    await one.bot.taps(20, "object")
    await one.bot.joins(30, one.token)
    await one.bot.wait(days=1)
    assert len(one.said(30)) == 1
    await one.bot.wait(days=10)
    await one.bot.joins(31, one.token)
    await one.bot.wait(days=1)
    assert len(one.said(31)) == 1


async def test_it_is_told_at_a_moment_when_people_may_be_spoken_to(office):
    evening = datetime(2026, 11, 2, 22, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    one = await circle(office, 20)
    one.office.clock.story = evening
    await one.linked()
    await one.bot.wait(minutes=30)
    assert one.said(20) == []
    await one.bot.wait(hours=14)
    assert len(one.said(20)) == 1


async def test_who_pauses_hears_it_once_back_or_in_the_pause_when_that_would_be_too_late(office):
    one = await circle(office, 20, 21, 22)
    await one.becomes(20, state="paused", until=MONDAY + timedelta(days=2))
    await one.becomes(21, state="paused", until=None)
    await one.becomes(22, state="stopped")
    await one.linked()
    await one.bot.wait(days=1)
    assert [len(one.said(chat)) for chat in (20, 21, 22)] == [0, 1, 0]
    await one.becomes(20, state="active", until=None)
    await one.becomes(22, state="active")
    await one.bot.wait(days=3)
    assert [len(one.said(chat)) for chat in (20, 21, 22)] == [1, 1, 1]


async def test_who_stops_before_they_are_told_hears_it_when_they_are_back(office):
    one = await circle(office, 20)
    await one.linked()
    one.office.clock.story = MONDAY.replace(hour=21)
    await one.bot.at(one.office.clock.story)  # planned, and put off to the morning
    await one.becomes(20, state="stopped")
    await one.bot.wait(days=2)
    assert one.said(20) == []
    await one.becomes(20, state="active")
    await one.bot.wait(days=8)
    assert len(one.said(20)) == 1


async def test_who_needs_rest_until_it_is_too_late_counts_as_somebody_who_objects(office):
    one = await circle(office, 20, 21)
    await one.becomes(20, state="held", until=MONDAY + timedelta(days=20))
    await one.linked()
    await one.bot.wait(days=1)
    assert [len(one.said(chat)) for chat in (20, 21)] == [0, 1]
    assert (await one.standing()).state == "asking"
    await one.bot.wait(days=7)
    assert (await one.standing()).state == "open"
    await one.shares()
    await one.bot.wait(days=1)
    assert one.posted() == []


async def test_who_needs_rest_for_a_few_days_is_told_afterwards(office):
    one = await circle(office, 20)
    await one.becomes(20, state="held", until=MONDAY + timedelta(days=3))
    await one.linked()
    await one.bot.wait(days=2)
    assert one.said(20) == []
    await one.becomes(20, state="active", until=None)
    await one.bot.wait(days=4)
    assert len(one.said(20)) == 1
    await one.bot.wait(days=2)
    assert (await one.standing()).state == "open"


async def test_who_left_the_group_before_being_told_is_told_nothing_and_can_object_to_nothing(office):
    one = await circle(office, 20, 21)
    await one.linked()
    async with one.bot.world.store.transaction() as session:
        await session.connection.exec_driver_sql(
            "UPDATE enrolment SET state = 'left' WHERE leader = (SELECT id FROM leader WHERE chat = 21)"
        )
    await one.bot.wait(hours=6)
    assert [len(one.said(chat)) for chat in (20, 21)] == [1, 0]
    ((number,),) = await one.bot.rows("SELECT id FROM group_link")
    (said,) = await one.bot.hears(21, Pressed("group_link", number, "object", 77))
    assert said == "Dit geldt niet meer. Er wordt niets in een Telegram-groep gedeeld."
    assert await one.bot.rows("SELECT * FROM group_objection") == []
    (said,) = await one.bot.hears(20, Pressed("group_link", number + 1, "object", 77))
    assert said.startswith("Dit geldt niet meer.")


async def test_a_press_on_what_is_over_changes_nothing(office):
    one = await circle(office, 20)
    await one.linked()
    await one.bot.wait(hours=6)
    await one.unlinks()
    (said,) = await one.bot.taps(20, "object")
    assert said.startswith("Dit geldt niet meer.")
    assert (await one.standing()).state == "unlinked"


@pytest.mark.parametrize("pressing", [{"user": 99}, {"user": COLLEAGUE}, {"user": -1087968824}])
async def test_only_whoever_made_the_link_can_use_it(office, pressing):
    one = await circle(office, 20)
    ((home,),) = await one.bot.rows("SELECT organisation FROM cohort")
    await one.office.member(COLLEAGUE, Role("facilitator", home))
    payload = await one.offered()
    assert await one.brings(payload, **pressing) == [
        "Deze link werkt hier niet. Wie hem maakte kan in de console een nieuwe maken."
    ]
    assert len(await one.brings(payload)) == 1
    assert (await one.standing()).state == "asking"


async def test_a_wrong_used_old_or_replaced_link_gets_one_quiet_sentence_a_few_times_a_day(office):
    one = await circle(office, 20)
    old = await one.offered()
    new = await one.offered()
    assert await one.brings("g_nothing", chat=-1, language="en") == [
        "This link does not work here. Whoever made it can make a new one in the console."
    ]
    assert len(await one.brings(old, chat=-1)) == 1
    assert len(await one.brings(new, chat=-2)) == 1
    assert len(await one.brings(new, chat=-1)) == 1
    assert await one.brings(new, chat=-1) == []
    assert await one.bot.rows("SELECT chat FROM group_link WHERE chat IS NOT NULL") == [(-2,)]


async def test_a_link_works_for_a_day(office):
    one = await circle(office, 20)
    payload = await one.offered()
    one.office.clock.machine += timedelta(days=1)
    assert (await one.standing()).state == "none"
    assert (await one.brings(payload))[0].startswith("Deze link werkt hier niet.")


async def test_whose_role_ended_or_whose_group_was_closed_cannot_use_the_link_any_more(office):
    one = await circle(office, 20)
    payload = await one.offered()
    async with one.office.console.store.transaction() as session:
        (held,) = await roles.of(session, one.owner.member)
        await roles.end(session, held.id, MONDAY)
    assert (await one.brings(payload))[0].startswith("Deze link werkt hier niet.")
    async with one.office.console.store.transaction() as session:
        await roles.give(session, replace(held, id=held.id + 1), None, MONDAY)
    await running.close(one.office.console, one.owner, one.cohort)
    assert (await one.brings(payload))[0].startswith("Deze link werkt hier niet.")
    with pytest.raises(Refused, match="closed"):
        await one.offered()


async def test_one_update_links_once_however_often_it_comes(office):
    one = await circle(office, 20)
    started, number = Started(GROUP, "Kring", OWNER, 5, "nl"), await one.bot.update()
    payload = await one.offered()
    for _ in range(2):
        await groups.start(one.bot.world, started, payload, number)
    await one.bot.deliver()
    assert len(one.said(GROUP, "group_link_ready")) == 1
    assert one.said(GROUP, "group_link_refused") == []


async def test_any_other_start_in_a_group_says_where_to_find_the_bot(office):
    one = await circle(office)
    assert "https://t.me/weerklank_bot" in (await one.brings("true"))[0]


@pytest.mark.parametrize(
    ("title", "told"), [("  Kring\n\u202eZuid\x00 ", "Kring Zuid"), ("", "Telegram"), ("x" * 200, "x" * 80)]
)
async def test_what_a_group_is_called_in_telegram_is_told_on_one_line(office, title, told):
    one = await circle(office)
    await one.brings(await one.offered(), title=title)
    assert (await one.standing()).title == told


async def test_while_a_group_is_linked_no_other_can_be_and_once_it_is_not_one_can_be_at_once(office):
    one = await circle(office, 20)
    await one.linked()
    with pytest.raises(Refused, match="linked"):
        await one.offered()
    await one.bot.wait(days=2)
    await one.unlinks()
    await one.unlinks()
    assert await one.standing() == Standing("unlinked", "Kring Noord", one.office.clock.now())
    assert (await one.bot.rows("SELECT count(*) FROM audit WHERE event = 'telegram group unlinked'")) == [(1,)]
    await one.linked()
    assert await one.standing() == Standing("asking", "Kring Noord", one.office.clock.now() + WEEK)
    await one.bot.wait(days=8)
    assert len(one.said(20)) == 2, "everybody is asked anew"
    await one.shares()
    await one.bot.wait(days=1)
    assert len(one.posted()) == 1


async def test_nobody_is_asked_again_and_again_after_two_links_there_is_a_month_without(office):
    one = await circle(office, 20)
    await one.linked()
    await one.unlinks()
    first = one.office.clock.now()
    await one.bot.wait(days=2)
    await one.linked()
    await groups.left(one.bot.world, GROUP, await one.bot.update())
    ended, again = one.office.clock.now(), first + timedelta(days=30)
    assert await one.standing() == Standing("gone", "Kring Noord", ended, again)
    await one.bot.until(again - timedelta(seconds=1))
    with pytest.raises(Refused, match="linked_lately"):
        await one.offered()
    await one.bot.until(again)
    await one.offered()
    assert (await one.standing()).state == "offered"


@pytest.mark.parametrize("chat", [GROUP, GROUP - 5])
async def test_who_objected_need_not_do_so_again_when_it_is_linked_anew_and_nobody_sees_a_difference(office, chat):
    objects, agrees = [await circle(office, number) for number in (20, 21)]
    for one in (objects, agrees):
        await one.linked()
    await objects.bot.wait(hours=6)
    await objects.bot.taps(20, "object")
    for one in (objects, agrees):
        await one.unlinks()
    await objects.bot.wait(days=29)
    for one in (objects, agrees):
        await one.brings(await one.offered(), chat=chat)
    await objects.bot.wait(days=8)
    assert [len(one.said(number)) for one, number in ((objects, 20), (agrees, 21))] == [2, 2]
    assert await objects.standing() == await agrees.standing()
    for one in (objects, agrees):
        next(one.months)  # the running one was released meanwhile
        await one.shares()
    await objects.bot.wait(days=1)
    assert [text.partition(" over ")[0] for text in agrees.posted(chat)] == ["De spiegel van jullie groep Voorjaar"]
    assert await objects.standing() == await agrees.standing()


async def test_thirty_days_after_a_link_ended_an_objection_to_it_counts_no_more_and_is_forgotten(office):
    one = await circle(office, 20)
    await one.linked()
    await one.bot.wait(hours=6)
    await one.bot.taps(20, "object")
    await one.unlinks()
    await one.bot.wait(days=29)
    assert len(await one.bot.rows("SELECT * FROM group_objection")) == 1
    await one.bot.wait(days=1)
    await one.linked()
    await take.purge(one.bot.world)
    assert await one.bot.rows("SELECT * FROM group_objection") == []
    await one.bot.wait(days=8)
    next(one.months)  # the running one was released meanwhile
    await one.shares()
    await one.bot.wait(days=1)
    assert len(one.posted()) == 1


async def test_an_objection_is_kept_for_as_long_as_its_link_stands_and_goes_with_its_group(office):
    one = await circle(office, 20)
    await one.linked()
    await one.bot.wait(hours=6)
    await one.bot.taps(20, "object")
    await one.bot.wait(days=40)
    await take.purge(one.bot.world)
    assert len(await one.bot.rows("SELECT * FROM group_objection")) == 1
    await running.delete(one.office.console, one.owner, one.cohort, "Voorjaar")
    await one.bot.wait(days=1)
    await take.purge(one.bot.world)
    assert await one.bot.rows("SELECT * FROM group_objection") == []


async def test_a_second_facilitator_sees_the_same_and_may_end_it(office):
    one = await circle(office, 20)
    ((home,),) = await one.bot.rows("SELECT organisation FROM cohort")
    colleague = await one.office.member(COLLEAGUE, Role("facilitator", home, one.cohort))
    await one.linked()
    assert await one.standing(colleague) == await one.standing()
    with pytest.raises(Refused, match="linked"):
        await one.offered(colleague)
    await linking.unlink(one.office.console, colleague, one.cohort)
    assert (await one.standing()).state == "unlinked"


async def test_unlinking_tells_nothing_about_an_objection_that_was_made_meanwhile(office):
    one = await circle(office, 20)
    await one.linked()
    await one.bot.wait(hours=6)
    await one.bot.taps(20, "object")
    await one.unlinks()
    assert await one.standing() == Standing("unlinked", "Kring Noord", one.office.clock.now())
    await one.bot.wait(days=8)
    assert (await one.standing()).state == "unlinked"


async def test_a_link_that_nobody_used_can_be_taken_back(office):
    one = await circle(office)
    payload = await one.offered()
    await one.unlinks()
    assert await one.standing() == Standing()
    assert (await one.brings(payload))[0].startswith("Deze link werkt hier niet.")
    await one.offered()


async def test_a_bot_that_is_put_out_of_the_group_posts_nothing_there_any_more(office):
    one = await circle(office, 20)
    await one.linked()
    await one.bot.wait(days=8)
    number = await one.bot.update()
    for _ in range(2):
        await groups.left(one.bot.world, GROUP, number)
    assert await one.standing() == Standing("gone", "Kring Noord", one.office.clock.now())
    await one.bot.deliver()
    (told,) = one.said(OWNER, "group_link_closed")
    assert told.startswith("In de Telegram-groep ‘Kring Noord’ kan ik niet meer schrijven")
    assert "De spiegel van Voorjaar komt daar dus niet meer." in told
    assert told.endswith("Opnieuw koppelen kan in de console. Staat daar een datum bij, dan vanaf die dag.")
    await one.shares()
    await one.bot.wait(days=1)
    assert one.posted() == []


@pytest.mark.parametrize("fate", [Gone(), Turned("400 not enough rights")])
async def test_a_group_that_turns_out_to_be_closed_to_the_bot_ends_the_link(office, fate):
    one = await circle(office)
    await one.linked()
    await one.bot.wait(days=8)
    await one.shares()
    one.bot.post.fates = [fate]
    await one.bot.wait(minutes=1)
    assert (await one.standing()).state == "gone"
    assert len(one.said(OWNER, "group_link_closed")) == 1


async def test_who_no_longer_runs_the_group_is_not_told_that_its_telegram_group_is_closed(office):
    one = await circle(office)
    colleague = await one.office.member(COLLEAGUE, Role("facilitator", one.owner.roles[0].organisation))
    await one.brings(await one.offered(colleague), COLLEAGUE)
    async with one.office.console.store.transaction() as session:
        (held,) = await roles.of(session, colleague.member)
        await roles.end(session, held.id, MONDAY)
    await groups.left(one.bot.world, GROUP, await one.bot.update())
    await one.bot.deliver()
    assert (await one.standing()).state == "gone"
    assert one.said(COLLEAGUE, "group_link_closed") == []


async def test_of_a_group_that_was_deleted_meanwhile_nothing_is_told(office):
    one = await circle(office)
    await one.linked()
    await groups.left(one.bot.world, GROUP, await one.bot.update())
    await running.delete(one.office.console, one.owner, one.cohort, "Voorjaar")
    await one.bot.wait(minutes=1)
    assert one.said(OWNER, "group_link_closed") == []


async def test_a_group_that_became_a_supergroup_gets_its_mirror_under_the_new_number_once(office):
    one = await circle(office)
    await one.linked()
    await one.bot.wait(days=8)
    await one.shares()
    one.bot.post.fates = [Moved(GROUP - 1)]
    await one.bot.wait(minutes=1)
    assert [len(one.posted()), len(one.posted(GROUP - 1))] == [1, 1]
    assert (await one.standing()).state == "open"
    await groups.moved(one.bot.world, GROUP - 1, GROUP - 2, await one.bot.update())
    await one.shares()
    await one.bot.wait(minutes=1)
    assert [len(one.posted(GROUP - 1)), len(one.posted(GROUP - 2))] == [1, 1]


async def test_what_may_have_arrived_is_not_posted_again(office):
    one = await circle(office)
    await one.linked()
    await one.bot.wait(days=8)
    await one.shares()
    one.bot.post.fates = [Unknown()]
    await one.bot.wait(days=1)
    assert len(one.posted()) == 1


async def test_two_groups_may_share_in_one_telegram_group_each_by_itself(office):
    one, other = await circle(office, 20), await circle(office, 21)
    await one.linked()
    await other.linked()
    await one.bot.wait(hours=6)
    await one.bot.taps(20, "object")
    await one.bot.wait(days=8)
    await one.shares()
    await other.shares()
    await one.bot.wait(days=1)
    assert len(one.posted()) == 1
    assert [(await each.standing()).state for each in (one, other)] == ["open", "open"]


async def test_who_may_not_share_a_mirror_may_not_look_at_this_either(office):
    one = await circle(office)
    ((home,),) = await one.bot.rows("SELECT organisation FROM cohort")
    watcher = await one.office.member(9, Role("observer", home))
    for asks in (linking.standing, linking.offer, linking.unlink):
        with pytest.raises(Refused, match="role"):
            await asks(one.office.console, watcher, one.cohort)


async def test_nothing_that_anybody_wrote_and_nobodys_name_goes_to_the_telegram_group(office):
    one = await circle(office, 20, 21)
    await one.bot.says(20, "Een kanarie in de mijn, van mevrouw Vogelaar")
    await one.linked()
    await one.bot.wait(days=8)
    await one.shares()
    await one.bot.wait(days=1)
    there = [(text, out) for delivery, out, text in one.bot.post.sent if delivery.chat == GROUP]
    assert len(there) == 2
    for text, out in there:
        assert out.keyboard == ()
        assert not any(word in text for word in ("kanarie", "Vogelaar", "begeleider"))

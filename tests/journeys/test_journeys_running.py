"""A group rests, goes on, is closed and deleted, and is told something: for everybody in it, each thing once."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from office import OWNER
from quiet_house import MONDAY

from dialogues.events import Pressed
from dialogues.people import Intention, Memory
from journeys import ask, severally, take
from journeys.console import (
    carrying,
    changing,
    cohorts,
    ending,
    invitations,
    notifying,
    orders,
    organisations,
    planning,
    running,
    trail,
)
from journeys.console.who import Missing, Refused, Role
from journeys.guide import NewCohort
from storage import audit, errands, intentions, leaders, notices

pytestmark = pytest.mark.asyncio
DAY = timedelta(days=1)
BACK = date(2026, 11, 23)  # a Monday, three weeks later
PEOPLE = (20, 21)


async def group(office, *chats, **more):
    """A group of these people; the owner and the group."""
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort("Voorjaar", "core_12w", **more))
    token = await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=90), 50))
    for chat in chats:
        await office.bot.joins(chat, token)
    return owner, made.id


def said(office, chat, screen):
    """What was said on this screen to somebody, as text."""
    return [text for one, _, text in office.bot.post.sent if (one.chat, one.screen.name) == (chat, screen)]


async def asked(office, chat):
    """The local days on which somebody was asked something of the programme, and its slots."""
    rows = await office.bot.rows(
        "SELECT asked_at, slot FROM prompt JOIN leader ON leader.id = prompt.leader "
        f"WHERE leader.chat = {chat} AND slot LIKE 'w%' ORDER BY prompt.id"
    )
    return [(date.fromisoformat(str(at)[:10]), slot.split(".")[0]) for at, slot in rows]


async def become(office, chat, **change):
    async with office.bot.world.store.transaction() as session:
        found = await leaders.by_chat(session, chat)
        await leaders.keep(session, replace(found, **change))


async def test_nobody_is_asked_while_the_group_rests_and_everybody_goes_on_where_they_were(office):
    owner, number = await group(office, *PEOPLE)
    await office.bot.until(MONDAY + 4 * DAY)
    before = {chat: await asked(office, chat) for chat in PEOPLE}
    assert before[20]
    reminders = len(said(office, 20, "reminder_1"))
    await running.pause(office.console, owner, number, BACK)
    await office.bot.until(MONDAY + 20 * DAY)
    assert {chat: await asked(office, chat) for chat in PEOPLE} == before
    assert [len(said(office, chat, "group_paused")) for chat in PEOPLE] == [1, 1]
    assert "rust tot maandag 23 november" in said(office, 20, "group_paused")[0]
    assert len(said(office, 20, "reminder_1")) == reminders
    await office.bot.until(MONDAY + 35 * DAY)
    for chat in PEOPLE:
        after = await asked(office, chat)
        assert after[len(before[chat])][0] == date(2026, 11, 24), "the first Tuesday"
        slots = [slot for _, slot in after]
        assert len(slots) == len(set(slots)), "nothing is asked twice"
        assert [slot for slot in slots if slot[-1] in "AB"][:3] == ["w01A", "w01B", "w02A"]
    assert (await cohorts.overview(office.console, owner, number)).state == "open"


async def test_a_group_can_go_on_earlier(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + 4 * DAY)
    await running.pause(office.console, owner, number, BACK)
    await office.bot.until(MONDAY + 7 * DAY)
    await running.go_on(office.console, owner, number)
    await office.bot.wait(minutes=1)
    ((due,),) = await office.bot.rows("SELECT next_due_at FROM enrolment")
    assert str(due).startswith("2026-11-10")
    with pytest.raises(Refused):
        await running.go_on(office.console, owner, number)


async def test_who_was_asked_nothing_yet_begins_now_as_well_when_the_group_goes_on_earlier(office):
    owner, number = await group(office, 20)
    _, later = await group(office, 21, starts_on=date(2026, 11, 16))
    await running.pause(office.console, owner, number, BACK)
    await running.pause(office.console, owner, later, date(2026, 12, 7))
    await office.bot.wait(minutes=1)
    assert await dues(office) == ["2026-11-24", "2026-12-08"]
    await running.go_on(office.console, owner, number)
    await running.go_on(office.console, owner, later)
    await office.bot.wait(minutes=1)
    assert await dues(office) == ["2026-11-03", "2026-11-17"], "tomorrow, and not before the group itself begins"


async def test_everybody_hears_once_that_the_group_goes_on_earlier(office):
    owner, number = await group(office, *PEOPLE)
    await office.bot.until(MONDAY + 4 * DAY)
    await running.pause(office.console, owner, number, BACK)
    await office.bot.wait(minutes=1)
    await become(office, 21, state="stopped", until=None)
    await office.bot.until(MONDAY + 7 * DAY)
    await running.go_on(office.console, owner, number)
    await office.bot.wait(minutes=1)
    await office.bot.until(MONDAY + 9 * DAY)
    assert [len(said(office, chat, "group_onward")) for chat in PEOPLE] == [1, 0]
    assert "De volgende vraag komt dinsdag 10 november" in said(office, 20, "group_onward")[0]


async def test_who_has_yet_to_hear_that_the_group_rests_hears_of_no_rest_that_was_taken_back(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + 4 * DAY + timedelta(hours=22))  # in the quiet hours
    await running.pause(office.console, owner, number, BACK)
    await office.bot.wait(minutes=1)
    await running.go_on(office.console, owner, number)
    await office.bot.until(MONDAY + 7 * DAY)
    assert said(office, 20, "group_paused") == said(office, 20, "group_onward") == []


async def test_who_hears_only_after_the_next_rest_began_hears_of_that_one(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + 4 * DAY)
    await running.pause(office.console, owner, number, BACK)
    await office.bot.until(MONDAY + 4 * DAY + timedelta(hours=22))
    await running.go_on(office.console, owner, number)
    await office.bot.wait(minutes=1)
    await running.pause(office.console, owner, number, date(2026, 11, 30))
    await office.bot.until(MONDAY + 7 * DAY)
    assert said(office, 20, "group_onward") == []
    assert len(said(office, 20, "group_paused")) == 2


async def returns(office):
    """When what was put off comes back, and when it closes: local days."""
    rows = await office.bot.rows("SELECT kind, due_at FROM errand WHERE state = 'waiting' ORDER BY due_at")
    return [(kind, str(at)[:10]) for kind, at in rows if kind in ("remind", "snooze", "expire")]


async def test_what_somebody_put_off_comes_after_the_rest_on_a_day_without_a_question(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + 3 * DAY + timedelta(hours=20))
    asked_then = said(office, 20, "prompt")[-1]
    await office.bot.taps(20, "later")
    await office.bot.taps(20, "tomorrow")
    assert ("snooze", "2026-11-09") in await returns(office)
    await running.pause(office.console, owner, number, date(2026, 11, 24))
    await office.bot.wait(minutes=1)
    found = await returns(office)
    assert found[-2:] == [("snooze", "2026-11-25"), ("expire", "2026-11-30")], "Tuesday has a question of its own"
    await office.bot.until(MONDAY + 22 * DAY)
    before = len(office.bot.post.sent)
    await office.bot.until(MONDAY + 24 * DAY)
    assert asked_then in [text for _, _, text in office.bot.post.sent[before:]], "the very question comes back"
    assert "snooze" not in dict(await returns(office))


async def test_what_the_rest_put_off_comes_sooner_when_the_group_goes_on_earlier(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + 3 * DAY + timedelta(hours=20))
    await office.bot.taps(20, "later")
    await office.bot.taps(20, "tomorrow")
    await running.pause(office.console, owner, number, BACK)
    await office.bot.wait(minutes=1)
    await office.bot.at(MONDAY + 7 * DAY)
    await running.go_on(office.console, owner, number)
    await office.bot.wait(minutes=1)
    assert await dues(office) == ["2026-11-10"]
    assert dict(await returns(office))["snooze"] == "2026-11-11"


async def days_of(office, owner, number):
    return [one.on for one in await planning.calendar(office.console, owner, number)]


async def test_the_calendar_of_a_group_knows_its_rests_and_its_last_day(office):
    owner, number = await group(office, 20, starts_on=date(2026, 11, 3))
    _, rolling = await group(office)
    await office.bot.until(MONDAY + 4 * DAY)
    await running.pause(office.console, owner, number, date(2026, 11, 30))
    await running.pause(office.console, owner, number, BACK)
    await running.pause(office.console, owner, rolling, BACK)
    assert (await days_of(office, owner, number))[:3] == [date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 24)]
    assert (await days_of(office, owner, rolling))[0] == date(2026, 11, 24)
    office.clock.story += DAY
    await running.go_on(office.console, owner, number)
    assert (await days_of(office, owner, number))[2] == date(2026, 11, 10), "the rest is over sooner"
    await running.extend(office.console, owner, number, date(2026, 11, 12))
    assert (await days_of(office, owner, number))[-1] == date(2026, 11, 12)


async def dues(office):
    """The local days on which everybody is asked next, in the order of joining."""
    rows = await office.bot.rows("SELECT next_due_at FROM enrolment ORDER BY id")
    return [str(at)[:10] for (at,) in rows]


async def test_a_pause_that_is_taken_back_at_once_moves_nobody(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + DAY + timedelta(minutes=5))
    before = await office.bot.rows("SELECT next_due_at FROM enrolment")
    await running.pause(office.console, owner, number, BACK)
    await running.go_on(office.console, owner, number)
    await office.bot.at(MONDAY + DAY + timedelta(minutes=6))
    assert await office.bot.rows("SELECT next_due_at FROM enrolment") == before
    assert said(office, 20, "group_paused") == []


async def test_the_pause_of_a_group_leaves_a_leaders_own_pause_as_it_is(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + 4 * DAY)
    await office.bot.says(20, "/pause tot 10 november")
    await running.pause(office.console, owner, number, BACK)
    told = await office.bot.until(MONDAY + 9 * DAY)
    assert any("24 november" in text for text in told), "who is back hears when the next question really comes"
    assert said(office, 20, "group_paused") == []
    before = await asked(office, 20)
    await office.bot.until(MONDAY + 20 * DAY)
    assert await asked(office, 20) == before
    await office.bot.until(MONDAY + 23 * DAY)
    assert len(await asked(office, 20)) == len(before) + 1


async def test_who_is_due_at_the_very_moment_of_the_pause_is_not_asked(office, monkeypatch):
    owner, number = await group(office, 20)
    await running.pause(office.console, owner, number, BACK)

    async def killed(*_):
        return 0

    monkeypatch.setattr(orders, "waiting", killed)  # the order itself comes too late
    await office.bot.until(MONDAY + 6 * DAY)
    assert await asked(office, 20) == []
    await office.bot.until(MONDAY + 23 * DAY)
    assert (await asked(office, 20))[0] == (date(2026, 11, 24), "w01A")


async def test_an_order_that_goes_wrong_stops_nobody_and_is_tried_again_with_growing_patience(office, monkeypatch):
    owner, number = await group(office, 20)
    _, other = await group(office, 21)
    real, broken = carrying.KINDS["pause"], [number]

    async def carry(world, session, order):
        if order.cohort in broken:
            raise ArithmeticError("this group is not right")
        await real(world, session, order)

    monkeypatch.setitem(orders.KINDS, "pause", carry)
    await running.pause(office.console, owner, number, BACK)
    await running.pause(office.console, owner, other, BACK)
    office.clock.story += timedelta(minutes=1)
    with pytest.raises(ExceptionGroup):
        await ask.tick(office.bot.world)
    await office.bot.deliver()
    assert [len(said(office, chat, "group_paused")) for chat in (20, 21)] == [0, 1]
    await ask.tick(office.bot.world)  # it waits, and troubles nobody meanwhile
    office.clock.story += timedelta(minutes=5)
    with pytest.raises(ExceptionGroup):
        await ask.tick(office.bot.world)
    office.clock.story += timedelta(minutes=5)
    await ask.tick(office.bot.world)
    broken.clear()
    office.clock.story += timedelta(minutes=5)
    await ask.tick(office.bot.world)
    await office.bot.deliver()
    assert [len(said(office, chat, "group_paused")) for chat in (20, 21)] == [1, 1]
    assert await office.bot.rows("SELECT count(*) FROM cohort_order WHERE done_at IS NULL") == [(0,)]


async def test_patience_with_an_order_grows_up_to_a_day():
    assert orders.patience(0) == timedelta(minutes=5)
    assert orders.patience(1) == timedelta(minutes=10)
    assert orders.patience(8) < orders.patience(9) == orders.patience(1000) == DAY


async def test_a_group_that_cannot_be_closed_keeps_no_other_open(office, monkeypatch):
    _, number = await group(office, 20, ends_on=date(2026, 11, 6))
    _, other = await group(office, 21, ends_on=date(2026, 11, 6))
    real = ending.close

    async def close(world, session, cohort):
        if cohort.id == number:
            raise ArithmeticError("this group is not right")
        await real(world, session, cohort)

    monkeypatch.setattr(ending, "close", close)
    office.clock.story = MONDAY + 6 * DAY
    trouble = []
    assert await ending.due(office.bot.world, trouble) == 1
    assert [str(error) for error in trouble] == ["this group is not right"]
    assert await office.bot.rows("SELECT id, state FROM cohort ORDER BY id") == [(number, "open"), (other, "closed")]
    monkeypatch.setattr(ending, "close", real)
    assert await ending.due(office.bot.world, []) == 1
    assert await ending.due(office.bot.world, []) == 0


@pytest.mark.parametrize("deed", ["close", "delete"])
async def test_a_group_that_somebody_closes_or_deletes_meanwhile_is_left_alone(office, monkeypatch, deed):
    await group(office, 20, ends_on=date(2026, 11, 6))
    real = severally.each

    async def each(found, do, trouble):
        found = [*found]
        async with office.bot.world.store.transaction() as session:
            change = "UPDATE cohort SET state = 'closed'" if deed == "close" else "DELETE FROM cohort"
            await session.connection.exec_driver_sql(change)
        return await real(found, do, trouble)

    monkeypatch.setattr(severally, "each", each)
    office.clock.story = MONDAY + 6 * DAY
    assert await ending.due(office.bot.world, []) == 0
    assert await office.bot.rows("SELECT count(*) FROM audit WHERE event = 'cohort closed'") == [(0,)]


async def test_who_joins_while_the_group_rests_begins_after_it(office):
    owner, number = await group(office)
    await running.pause(office.console, owner, number, BACK)
    token = await invitations.for_group(office.console, owner, number, invitations.Limits(timedelta(days=90), 50))
    await office.bot.joins(20, token)
    await office.bot.until(MONDAY + 23 * DAY)
    assert await asked(office, 20) == [(date(2026, 11, 24), "w01A")]


async def test_a_window_that_ends_in_the_pause_is_no_miss(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + DAY + timedelta(hours=1))
    async with office.bot.world.store.transaction() as session:
        before = (await leaders.by_chat(session, 20)).memory.silences
    await running.pause(office.console, owner, number, BACK)
    await office.bot.until(MONDAY + 10 * DAY)
    assert await office.bot.rows("SELECT count(*) FROM prompt WHERE state = 'open'") == [(0,)]
    async with office.bot.world.store.transaction() as session:
        assert (await leaders.by_chat(session, 20)).memory.silences == before


async def test_after_closing_nothing_is_asked_and_what_was_written_stays(office):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + DAY + timedelta(hours=1))
    await office.bot.says(20, "Vandaag durfde ik in de vergadering te zeggen dat ik het niet wist.")
    before = await asked(office, 20)
    await running.close(office.console, owner, number)
    await office.bot.until(MONDAY + 30 * DAY)
    assert await asked(office, 20) == before
    assert len(said(office, 20, "group_closed")) == 1
    assert await office.bot.rows("SELECT count(*) FROM answer") == [(1,)]
    assert await office.bot.rows("SELECT state FROM enrolment") == [("ended",)]
    with pytest.raises(Refused, match="closed"):
        await invitations.for_group(office.console, owner, number, invitations.Limits(DAY, 5))
    with pytest.raises(Refused, match="closed"):
        await running.close(office.console, owner, number)
    assert (await cohorts.overview(office.console, owner, number)).ends_on == MONDAY.date() + DAY


async def test_an_invite_of_a_closed_group_opens_nothing(office):
    owner, number = await group(office)
    token = await invitations.for_group(office.console, owner, number, invitations.Limits(timedelta(days=90), 50))
    await running.close(office.console, owner, number)
    assert len(await office.bot.starts(20, token)) == 1
    assert await office.bot.rows("SELECT count(*) FROM leader WHERE chat = 20") == [(0,)]


async def test_between_the_closing_and_the_bots_next_tick_nothing_is_asked(office, monkeypatch):
    owner, number = await group(office, 20)
    await running.close(office.console, owner, number)

    async def killed(*_):
        return 0

    with monkeypatch.context() as patch:
        patch.setattr(orders, "waiting", killed)
        await office.bot.until(MONDAY + 6 * DAY)
    assert await asked(office, 20) == []
    await ask.tick(office.bot.world)
    assert await office.bot.rows("SELECT state FROM enrolment") == [("ended",)]


async def test_a_group_is_closed_after_its_last_day_unless_that_was_moved(office):
    owner, number = await group(office, 20, ends_on=date(2026, 11, 6))
    for day, why in ((date(2026, 11, 6), "same"), (date(2026, 11, 2), "earlier")):
        with pytest.raises(Refused, match=why):
            await running.extend(office.console, owner, number, day)
    await running.extend(office.console, owner, number, date(2026, 11, 20))
    await running.extend(office.console, owner, number, date(2026, 11, 12))
    await office.bot.until(MONDAY + 10 * DAY)
    assert (await cohorts.overview(office.console, owner, number)).state == "open"
    await office.bot.until(MONDAY + 12 * DAY)
    assert (await cohorts.overview(office.console, owner, number)).state == "closed"
    assert len(said(office, 20, "group_closed")) == 1


async def test_a_group_goes_when_it_was_kept_long_enough_and_words_stay_with_who_wrote_them(office):
    owner, number = await group(office, 20, retention_months=3)
    await office.bot.until(MONDAY + DAY + timedelta(hours=1))
    await office.bot.says(20, "Vandaag durfde ik in de vergadering te zeggen dat ik het niet wist.")
    await notifying.send(office.console, owner, number, "Tot donderdag.")
    await running.close(office.console, owner, number)
    await running.archive(office.console, owner, number)
    await office.bot.at(MONDAY + 2 * DAY)
    office.clock.story = MONDAY + 91 * DAY
    await take.purge(office.bot.world)
    assert await office.bot.rows("SELECT count(*) FROM cohort") == [(1,)]
    office.clock.story = MONDAY + 93 * DAY
    await take.purge(office.bot.world)
    for table in ("cohort", "invite", "notice", "cohort_order"):
        assert await office.bot.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    assert await office.bot.rows(f"SELECT count(*) FROM audit WHERE cohort = {number}") == [(0,)]
    assert await office.bot.rows("SELECT count(*) FROM answer") == [(1,)]
    assert await office.bot.says(20, "/answers") != []


async def test_an_owner_deletes_a_group_by_typing_its_name_once_everybody_in_it_heard(office):
    owner, number = await group(office, 20)
    helper = await office.member(8, Role("facilitator", owner.roles[0].organisation))
    with pytest.raises(Refused, match="role"):
        await running.delete(office.console, helper, number, "Voorjaar")
    with pytest.raises(Refused, match="typed"):
        await running.delete(office.console, owner, number, "voorjaar")
    await running.pause(office.console, owner, number, BACK)
    await running.delete(office.console, owner, number, "Voorjaar")
    await office.bot.until(MONDAY + timedelta(hours=1))
    await office.bot.until(MONDAY + timedelta(hours=2))
    assert await office.bot.rows("SELECT count(*) FROM cohort") == [(0,)]
    assert await office.bot.rows("SELECT state, cohort FROM enrolment") == [("ended", None)]
    with pytest.raises(Missing):
        await cohorts.overview(office.console, owner, number)
    newest = (await trail.of_organisation(office.console, owner))[0]
    assert (newest.event, newest.cohort) == ("cohort deleted", None)
    await office.bot.until(MONDAY + 10 * DAY)
    assert len(said(office, 20, "group_closed")) == 1
    assert said(office, 20, "group_paused") == []


async def test_a_notice_comes_to_everybody_once_with_who_says_it(office):
    owner, number = await group(office, *PEOPLE)
    await notifying.send(office.console, owner, number, "We zien elkaar <donderdag>.\r\nNeem iets mee.")
    await office.bot.wait(minutes=5)
    await office.bot.wait(days=1)
    for chat in PEOPLE:
        (told,) = said(office, chat, "group_notice")
        assert told.startswith("Bericht van de begeleider aan de groep Voorjaar:")
        assert "<donderdag>.\nNeem iets mee." in told
    assert said(office, OWNER, "group_notice") == []
    rows = await office.bot.rows("SELECT args FROM outbox WHERE screen_name = 'group_notice'")
    assert not any("donderdag" in args for (args,) in rows), "by reference only"


async def test_a_notice_waits_for_the_morning(office):
    owner, number = await group(office, 20)
    office.clock.story = MONDAY + timedelta(hours=13)
    await notifying.send(office.console, owner, number, "Tot morgen.")
    await office.bot.wait(hours=2)
    assert said(office, 20, "group_notice") == []
    await office.bot.wait(hours=12)
    assert len(said(office, 20, "group_notice")) == 1


async def test_whoever_wants_no_notices_gets_none_until_they_do(office):
    owner, number = await group(office, *PEOPLE)
    for text, after in (("Een", "mute"), ("Twee", "hear"), ("Drie", "")):
        await notifying.send(office.console, owner, number, text)
        await office.bot.wait(minutes=5)
        if after:
            assert await office.bot.taps(20, after)
    assert ["Een" in text or "Drie" in text for text in said(office, 20, "group_notice")] == [True, True]
    assert len(said(office, 21, "group_notice")) == 3


async def test_who_stopped_gets_no_notice_and_who_rests_gets_it_after_unless_it_is_old_by_then(office):
    owner, number = await group(office, 20, 21, 22)
    await become(office, 20, state="stopped")
    await become(office, 21, state="paused", until=MONDAY + 3 * DAY)
    await become(office, 22, state="paused", until=MONDAY + 30 * DAY)
    await notifying.send(office.console, owner, number, "Een")
    await office.bot.wait(days=2)
    assert [len(said(office, chat, "group_notice")) for chat in (20, 21, 22)] == [0, 0, 0]
    await become(office, 21, state="active", until=None)
    await office.bot.wait(days=20)
    await become(office, 22, state="active", until=None)
    await office.bot.wait(days=20)
    assert [len(said(office, chat, "group_notice")) for chat in (20, 21, 22)] == [0, 1, 0]


@pytest.mark.parametrize("text", ["", "  \n ", "a" * 1001, "a\x00b"])
async def test_a_notice_is_plain_text_of_at_most_a_thousand_characters(office, text):
    owner, number = await group(office)
    with pytest.raises(Refused, match="notice"):
        await notifying.send(office.console, owner, number, text)
    assert await notifying.of(office.console, owner, number) == ()


async def test_an_order_that_was_cut_off_half_way_is_carried_out_once_after_all(office, monkeypatch):
    owner, number = await group(office, *PEOPLE)
    await notifying.send(office.console, owner, number, "Een")
    real = notices.sent

    async def cut_off(*rest):
        await real(*rest)
        raise RuntimeError("killed before the commit")

    with monkeypatch.context() as patch:
        patch.setattr(notices, "sent", cut_off)
        with pytest.raises(ExceptionGroup):
            await ask.tick(office.bot.world)
    await office.bot.wait(minutes=6)
    assert [len(said(office, chat, "group_notice")) for chat in PEOPLE] == [1, 1]


async def test_each_act_stands_in_the_trail(office):
    owner, number = await group(office)
    await running.pause(office.console, owner, number, BACK)
    await running.go_on(office.console, owner, number)
    await running.extend(office.console, owner, number, BACK)
    await notifying.send(office.console, owner, number, "Een")
    await running.close(office.console, owner, number)
    await running.archive(office.console, owner, number)
    with pytest.raises(Refused, match="not_closed"):
        await running.archive(office.console, owner, number)
    async with office.console.store.transaction() as session:
        found = [one.event for one in await audit.of_cohort(session, number)]
    assert found[:6] == [
        "cohort archived", "cohort closed", "notice sent", "cohort extended", "cohort resumed", "cohort paused",
    ]  # fmt: skip


async def test_a_day_that_has_passed_is_no_end_of_a_pause(office):
    owner, number = await group(office)
    with pytest.raises(Refused, match="past"):
        await running.pause(office.console, owner, number, MONDAY.date())


@pytest.mark.parametrize("hours", [0, 14])  # also in the quiet of the night
async def test_who_is_in_a_group_that_is_closed_and_deleted_at_once_hears_that_it_is_closed(office, hours):
    owner, number = await group(office, 20)
    await office.bot.until(MONDAY + timedelta(hours=hours))
    await running.close(office.console, owner, number)
    await running.delete(office.console, owner, number, "Voorjaar")
    await ask.tick(office.bot.world)
    await office.bot.until(MONDAY + 2 * DAY)
    (told,) = said(office, 20, "group_closed")
    assert "Voorjaar" in told
    assert await office.bot.rows("SELECT count(*) FROM cohort") == [(0,)]


async def test_a_change_that_was_looked_at_before_somebody_elses_undoes_nothing(office):
    owner, number = await group(office)
    seen = changing.Wanted("core_12w", None, None)
    await changing.change(office.console, owner, number, changing.Wanted("year_12m", None, None), seen)
    with pytest.raises(Refused, match="changed_meanwhile"):
        await changing.change(office.console, owner, number, WEDNESDAYS, seen)
    assert await office.bot.rows("SELECT programme, weekday FROM cohort") == [("year_12m", None)]
    await changing.change(office.console, owner, number, WEDNESDAYS, changing.Wanted("year_12m", None, None))
    assert await office.bot.rows("SELECT programme, weekday FROM cohort") == [("core_12w", 2)]


async def test_an_order_about_a_group_that_is_gone_is_void(office):
    owner, number = await group(office)
    await running.delete(office.console, owner, number, "Voorjaar")
    order = orders.Order(1, number + 1, "pause", {}, None)
    async with office.bot.world.store.transaction() as session:
        assert await carrying.KINDS["pause"](office.bot.world, session, order) is None


WEDNESDAYS = changing.Wanted("core_12w", 2, time(10, 0))


async def rhythms(office, *chats):
    async with office.bot.world.store.transaction() as session:
        return [(await leaders.by_chat(session, chat)).rhythm for chat in chats]


async def test_other_days_are_for_who_follows_the_group_and_nothing_comes_again(office):
    owner, number = await group(office, 20, 21, 22)
    await office.bot.says(21, "/rhythm")
    await office.bot.taps(21, "frequency", "rhythm_now")
    await office.bot.taps(21, "light", "rhythm")
    await become(office, 22, state="paused", until=MONDAY + 9 * DAY)
    await office.bot.until(MONDAY + 4 * DAY)
    await become(office, 20, memory=Memory())  # as if they had not been silent
    before = await asked(office, 20)
    own = (await rhythms(office, 21))[0]
    shown = await changing.preview(office.console, owner, number, WEDNESDAYS)
    await changing.change(office.console, owner, number, WEDNESDAYS)
    await office.bot.wait(minutes=1)
    follows, keeps, away = await rhythms(office, 20, 21, 22)
    assert (follows.days, follows.times) == (away.days, away.times) == ((2, 4), (time(10, 0), time(10, 0)))
    assert keeps == own
    assert [len(said(office, chat, "group_changed")) for chat in (20, 21, 22)] == [1, 0, 0]
    assert "woensdag 11 november" in said(office, 20, "group_changed")[0]
    await office.bot.until(MONDAY + 10 * DAY)
    after = (await asked(office, 20))[len(before) :]
    assert after == [(date(2026, 11, 11), "w02A")]
    assert shown.after[0].at.isoformat(timespec="minutes") == "2026-11-11T10:00+01:00"
    assert len({slot for _, slot in await asked(office, 20)}) == len(await asked(office, 20))
    async with office.bot.world.store.transaction() as session:
        back = await leaders.by_chat(session, 22)
        await leaders.keep(session, replace(back, state="paused", until=None))
    await office.bot.says(22, "/resume")
    await office.bot.until(MONDAY + 17 * DAY)
    assert [day.weekday() for day, slot in await asked(office, 22) if slot[-1] in "AB"] == [2]


async def test_hours_that_fall_in_somebodys_own_quiet_hours_are_not_forced_on_them(office):
    owner, number = await group(office, 20)
    quiet = replace((await rhythms(office, 20))[0], quiet=(time(18), time(8)))
    await become(office, 20, rhythm=quiet)
    await changing.change(office.console, owner, number, changing.Wanted("core_12w", 1, time(7, 45)))
    await office.bot.wait(minutes=1)
    assert await rhythms(office, 20) == [quiet]


async def test_another_programme_begins_for_everybody_in_the_old_one_with_what_they_were_not_asked(office):
    owner, number = await group(office, 20, 21)
    await become(office, 21, state="paused")
    await office.bot.until(MONDAY + 4 * DAY)
    await become(office, 20, memory=Memory())  # as if they had not been silent
    wanted = changing.Wanted("starter_4w", None, None)
    await changing.change(office.console, owner, number, wanted)
    await office.bot.wait(minutes=1)
    told = said(office, 20, "group_changed")
    assert len(told) == 1
    assert "Kennismaking van vier weken" in told[0]
    rows = await office.bot.rows("SELECT programme, state FROM enrolment ORDER BY id")
    assert sorted(rows) == [("core_12w", "ended")] * 2 + [("starter_4w", "active")] * 2
    await office.bot.until(MONDAY + 12 * DAY)
    items = await office.bot.rows("SELECT item FROM prompt WHERE slot LIKE 'w%' AND kind = 'question'")
    assert len(items) == len(set(items)) == 3
    assert (await asked(office, 20))[-1][0] >= date(2026, 11, 10)
    assert (await cohorts.overview(office.console, owner, number)).joined == 2


async def test_a_change_waits_for_the_end_of_a_pause_of_the_group(office):
    owner, number = await group(office, 20)
    await running.pause(office.console, owner, number, BACK)
    await changing.change(office.console, owner, number, WEDNESDAYS)
    await office.bot.wait(minutes=1)
    ((due,),) = await office.bot.rows("SELECT next_due_at FROM enrolment")
    assert str(due).startswith("2026-11-25")


async def test_what_cannot_be_or_changes_nothing_is_refused(office):
    owner, number = await group(office)
    for wanted, why in (
        (changing.Wanted("no_such", 1, None), "programme"),
        (changing.Wanted("core_12w", 1, time(23)), "moment"),
        (changing.Wanted("core_12w", 4, None), "day"),
        (changing.Wanted("core_12w", 1, None), "same"),
        (changing.Wanted("core_12w", None, None), "same"),
    ):
        with pytest.raises(Refused, match=why):
            await changing.preview(office.console, owner, number, wanted)
        with pytest.raises(Refused, match=why):
            await changing.change(office.console, owner, number, wanted)


async def test_who_joins_reads_who_runs_the_group_and_what_they_never_see(office):
    owner, number = await group(office)
    token = await invitations.for_group(office.console, owner, number, invitations.Limits(timedelta(days=90), 50))
    await office.bot.joins(20, token)
    assert "begeleid door Stichting Zonzijde." in said(office, 20, "joined_hosted")[0]
    await organisations.call_me(office.console, owner, "Anne <de Wit>")
    await office.bot.joins(21, token)
    (told,) = said(office, 21, "joined_hosted")
    assert "begeleid door Anne <de Wit> (Stichting Zonzijde). Wie begeleidt, ziet hoeveel mensen meedoen" in told
    assert "nooit je antwoorden" in told
    helper = await office.member(8, Role("facilitator", owner.roles[0].organisation, number))
    await organisations.call_me(office.console, helper, "Bo")
    await office.bot.joins(22)
    await office.bot.starts(22, token)
    assert "begeleid door Bo (Stichting Zonzijde)" in said(office, 22, "joined_hosted")[0]


async def test_the_button_of_a_notice_that_says_something_else_is_stale(office):
    _, number = await group(office, 20)
    assert await office.bot.hears(20, Pressed("group_notice", number, "nothing", 1)) != []
    async with office.bot.world.store.transaction() as session:
        assert (await leaders.by_chat(session, 20)).wishes.muted == ()


async def test_a_check_of_an_intention_waits_until_the_group_goes_on(office):
    owner, number = await group(office, 20)
    await office.bot.says(20, "/intentions")
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, 20)
        await intentions.add(session, Intention(7_000, leader.id, None, "Eerst vragen.", MONDAY, "open"))
        await errands.plan(session, leader.id, "check", "check:7000", MONDAY + 8 * DAY, 7_000)
    await running.pause(office.console, owner, number, BACK)
    await office.bot.until(MONDAY + 20 * DAY)
    assert await office.bot.rows("SELECT count(*) FROM prompt WHERE kind = 'intention_check'") == [(0,)]
    await office.bot.until(MONDAY + 25 * DAY)
    assert await office.bot.rows("SELECT count(*) FROM prompt WHERE kind = 'intention_check'") == [(1,)]

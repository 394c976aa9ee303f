"""Where a group is: its own questions on their days, that its programme is over, and what waits then."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from console_at_work import NOON, OWNER, WANTED, WATCHER, Browser, Office

from dialogues.people import Id
from journeys.console import organisations, running
from journeys.guide import Founder, subscribe
from storage import cohorts, members, own_questions, releases, roles
from storage.own_questions import OwnQuestion
from summaries.cohort.facts import Cell, Mirror, Release, Spread, as_json
from summaries.cohort.safely import Share

pytestmark = pytest.mark.asyncio
THREE = (Share(0, 3), Share(1, 3), Share(2, 3))
NOVEMBER, OCTOBER = (date(2026, 11, 1), date(2026, 11, 30)), (date(2026, 10, 1), date(2026, 10, 31))
AFTER = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
FREE, TAKEN = date(2026, 11, 11), date(2026, 11, 10)  # a Wednesday; the Tuesday before it has its question
GROUP = {"starts_on": date(2026, 11, 3)}


async def made(office: Office, **more) -> Id:
    """A group of four weeks, which begins on the third of November unless it is said otherwise."""
    async with office.bot.store.transaction() as session:
        owner = await organisations.member_at(office.bot, session, OWNER, "nl")
        (held,) = await roles.of(session, owner.id)
        wanted = replace(WANTED, name="Groep Linde", **more)
        return (await subscribe(session, wanted, Founder(held.organisation, owner.id), NOON)).id


async def asks(office: Office, group: Id, on: date | None, state: str = "planned", nl: str = "Wat stel je uit?") -> Id:
    question = OwnQuestion(group, nl, "What do you put off?", on, None, NOON, state)
    async with office.bot.store.transaction() as session:
        await own_questions.add(session, question)
    return question.id


async def watches(office: Office, group: Id) -> Browser:
    """Somebody who may only look."""
    async with office.bot.store.transaction() as session:
        home = (await cohorts.get(session, group)).organisation
        member = await members.add(session, WATCHER, "nl", NOON)
        await roles.give(session, roles.new(member.id, home, group, "observer"), None, NOON)
    return await office.signed_in(WATCHER)


async def mirrors(office: Office, group: Id, days: tuple[date, date], *, tells: bool = True) -> Id:
    told = Mirror(*days, 15, (Spread("P01", THREE),), Spread("energy", THREE)) if tells else Mirror(*days, 4)
    async with office.bot.store.transaction() as session:
        await releases.keep(session, group, "mirror", days, as_json(told), NOON)
        return (await releases.of(session, group, "mirror"))[-1].id


def days_of(page: str) -> dict[date, str]:
    """The own questions in a calendar, by their day."""
    found = re.findall(r'<li class="own_question"><time datetime="([\d-]+)">.*?</time>(.*?)</li>', page, re.DOTALL)
    return {date.fromisoformat(on): " ".join(re.sub(r"<[^>]+>", " ", rest).split()) for on, rest in found}


async def test_a_planned_question_stands_in_the_calendar_on_its_day_with_its_kind(office: Office):
    group = await made(office)
    question = await asks(office, group, FREE)
    await asks(office, group, FREE, "dropped")
    await asks(office, group, None, "draft")
    browser = await office.signed_in()
    assert days_of((await browser.sees(f"/cohorts/{group}/programme")).text) == {FREE: "eigen vraag Wat stel je uit?"}
    ics = (await browser.sees(f"/cohorts/{group}/rhythm.ics")).text
    (event,) = [one for one in ics.split("BEGIN:VEVENT") if f"{question:x}" in one]
    assert "DTSTART;TZID=Europe/Amsterdam:20261111T083000" in event
    assert "stel je uit" not in ics


async def test_in_a_calendar_file_a_question_leaves_the_moments_of_the_programme_what_they_were(office: Office):
    group, browser = await made(office), await office.signed_in()
    before = (await browser.sees(f"/cohorts/{group}/rhythm.ics")).text
    await asks(office, group, FREE)
    after = (await browser.sees(f"/cohorts/{group}/rhythm.ics")).text
    pairs = [re.findall(r"UID:(\S+)|DTSTART\S*:(\S+)", one) for one in (before, after)]
    known, now = ({uid[0]: at[1] for at, uid in _events(one)} for one in (before, after))
    assert pairs
    assert known.items() < now.items()
    assert len(now) == len(known) + 1


def _events(text: str) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    found = []
    for event in text.split("BEGIN:VEVENT")[1:]:
        (uid,), (at,) = re.findall(r"(UID):(\S+)", event), re.findall(r"(DTSTART)\S*?:(\S+)", event)
        found.append((at, (uid[1], "")))
    return found


async def test_it_stands_where_it_really_comes_not_beside_the_programme_nor_in_a_rest_nor_after_the_end(office: Office):
    group, browser = await made(office, ends_on=date(2026, 12, 4)), await office.signed_in()
    await asks(office, group, TAKEN, nl="Wat bewaar je?")
    await asks(office, group, date(2026, 12, 8), nl="Wat blijft er?")
    calendar = f"/cohorts/{group}/programme"
    assert set(days_of((await browser.sees(calendar)).text)) == {FREE}
    who = await _who(office)
    await running.pause(office.bot, who, group, date(2026, 11, 16))
    assert set(days_of((await browser.sees(calendar)).text)) == {date(2026, 11, 16)}


async def _who(office: Office):
    async with office.bot.store.transaction() as session:
        return await organisations.who_at(office.bot, session, OWNER, "nl")


async def test_who_may_only_look_sees_the_day_of_a_question_and_not_its_words(office: Office):
    group = await made(office)
    await asks(office, group, FREE)
    browser = await watches(office, group)
    assert days_of((await browser.sees(f"/cohorts/{group}/programme")).text) == {FREE: "eigen vraag"}


async def test_a_group_past_the_end_of_its_programme_says_so_and_what_waits(office: Office):
    group = await made(office)
    browser = await office.signed_in()
    page = (await browser.sees(f"/cohorts/{group}")).text
    assert "Nodig mensen uit" in page
    assert "Afgelopen" not in page
    await mirrors(office, group, NOVEMBER)
    office.clock.story = AFTER
    page, listed = [(await browser.sees(path)).text for path in (f"/cohorts/{group}", "/")]
    for one in (page, listed):
        assert "Afgelopen op 2 december 2026" in one
        assert ">Loopt<" not in one
        assert "De spiegel van november 2026 wacht" in one
    steps = re.findall(r'<li><a href="/cohorts/\d+(/\w+)">', page)
    assert steps == ["/mirror", "/guide", "/running"]
    assert ">Loopt<" not in (await browser.sees(f"/cohorts/{group}/mirror")).text
    page = (await (await watches(office, group)).sees(f"/cohorts/{group}")).text
    assert "Afgelopen op 2 december 2026" in page
    assert re.findall(r'<li><a href="/cohorts/\d+(/\w+)">', page) == ["/guide"], (
        "who only looks shares and closes nothing"
    )


async def test_a_rest_puts_off_that_a_programme_is_over(office: Office):
    group, browser = await made(office), await office.signed_in()
    await running.pause(office.bot, await _who(office), group, date(2026, 11, 30))
    office.clock.story = AFTER
    assert "Afgelopen" not in (await browser.sees(f"/cohorts/{group}")).text
    office.clock.story = datetime(2027, 1, 11, 12, 0, tzinfo=UTC)
    assert "Afgelopen op" in (await browser.sees(f"/cohorts/{group}")).text


async def test_where_everybody_begins_at_their_own_time_it_is_over_for_who_is_counted_and_no_day_is_named(
    office: Office,
):
    group, browser = await made(office, starts_on=None), await office.signed_in()
    office.clock.story = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
    assert "Afgelopen" not in (await browser.sees(f"/cohorts/{group}")).text, "nobody is counted"
    await counted(office, group, date(2027, 1, 4))
    page, listed = [(await browser.sees(path)).text for path in (f"/cohorts/{group}", "/")]
    assert "Afgelopen voor wie meetelt" in page
    assert "Afgelopen op" not in page
    assert "Afgelopen" in listed
    assert re.findall(r'<li><a href="/cohorts/\d+(/\w+)">', page) == ["/mirror", "/guide", "/running", "/invitations"]
    await counted(office, group, date(2027, 2, 15))
    assert "Afgelopen" not in (await browser.sees(f"/cohorts/{group}")).text, "more people came since"


async def counted(office: Office, group: Id, *since: date) -> None:
    none = Share(0, 3)
    cells = tuple(Cell(on, 15, 1, none, none, none, none, (none, none, none), "") for on in since)
    week = max(since)
    async with office.bot.store.transaction() as session:
        await releases.keep(session, group, "week", (week, week), as_json(Release(week, cells)), NOON)


async def test_only_a_mirror_that_shows_something_and_is_not_shared_waits_and_for_who_may_share_it(office: Office):
    group, browser = await made(office), await office.signed_in()
    await mirrors(office, group, OCTOBER, tells=False)
    assert "wacht" not in (await browser.sees("/")).text
    number = await mirrors(office, group, NOVEMBER)
    for path in ("/", f"/cohorts/{group}"):
        assert "De spiegel van november 2026 wacht" in (await browser.sees(path)).text
    looker = await watches(office, group)
    assert "wacht" not in (await looker.sees("/")).text + (await looker.sees(f"/cohorts/{group}")).text
    async with office.bot.store.transaction() as session:
        await releases.publish(session, number, None, NOON)
    assert "wacht" not in (await browser.sees("/")).text


async def test_a_group_that_was_closed_says_that_its_mirror_waits(office: Office):
    group, browser = await made(office), await office.signed_in()
    await mirrors(office, group, NOVEMBER)
    await running.close(office.bot, await _who(office), group)
    for path in ("/", f"/cohorts/{group}"):
        page = (await browser.sees(path)).text
        assert "De spiegel van november 2026 wacht" in page
        assert "Afgelopen" not in page

"""What is released of a group: once, when it has closed, and equal to a recount of the raw tables."""

import asyncio
import random
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from group import BEGIN, DAY, Group, at, group

from dialogues.library import library
from journeys import ask
from journeys.console import duty, gathering, releases, releasing
from journeys.console.who import Missing, Refused, Role, Who
from storage import answers, cohorts, consents, departures, enrolments, leaders, orders, organisations
from storage import releases as kept
from storage.faults import StorageUnavailable
from storage.releases import Standing
from storage.session import open_store
from storage.vault import Closed
from summaries.cohort import figures
from summaries.cohort.participation import line
from summaries.cohort.safely import STEP, Share, share

pytestmark = pytest.mark.asyncio
ZONE = ZoneInfo("Europe/Amsterdam")
WEEK = timedelta(weeks=1)
OWNER = "owner"


def who(made: Group, kind: str = OWNER, *, cohort: int | None = None) -> Who:
    return Who(1, "", "nl", (Role(kind, made.cohort.organisation, cohort),))


async def tick(made: Group, moment: datetime) -> int:
    made.clock.story = moment
    trouble: list[Exception] = []
    done = await duty.tick(made.world, trouble)
    assert trouble == []
    return done


async def lived_in(made: Group) -> None:
    """Three weeks of two prompts each, answered by some, followed up by fewer; now and then something else."""
    chance = random.Random(7)
    await made.joins(14)
    await made.joins(1, BEGIN + 8 * DAY)  # alone: waits for four more
    await made.joins(1, guest=True)
    for week in range(1, 4):
        for leader in made.people:
            for weekday in (1, 3):
                sent = BEGIN + week * WEEK + weekday * DAY
                prompt = await made.asked(leader, sent, slot=f"w{week}d{weekday}")
                await _comes_back(made, chance, leader, prompt, sent)


async def _comes_back(made: Group, chance: random.Random, leader: int, prompt: int, sent: datetime) -> None:
    when = sent + timedelta(minutes=chance.choice([20, 90, 500, 1_500, 4_000, 20_000]))
    match chance.randrange(6):
        case 0:
            return
        case 1:
            await made.wrote(leader, prompt, when, state="withdrawn")
        case 2:
            await made.tapped(leader, prompt, 5, when, "value")
        case 3:
            await made.wrote(leader, prompt, when, state="hidden")
        case _:
            await made.wrote(leader, prompt, when)
            await made.wrote(leader, prompt, when + timedelta(hours=1), part=chance.choice(["followup", "addition"]))


async def recount(made: Group, week: date, people: set[int]) -> dict[str, int]:
    """The same from the raw tables, in another way: everything is read, then sifted."""
    prompts = await made.rows("SELECT id, leader, asked_at FROM prompt")
    mine = {n: (leader, _local(sent)) for n, leader, sent in prompts if leader in people}
    mine = {n: one for n, one in mine.items() if week <= one[1].date() < week + WEEK}
    end = datetime.combine(week + 2 * WEEK, datetime.min.time(), ZONE)
    back, later = defaultdict(list), set()
    for prompt, part, given, state in await made.rows("SELECT prompt, part, given_at, state FROM answer"):
        if prompt in mine and state in ("kept", "hidden") and _local(given) < end:
            back[mine[prompt][0]].append(_local(given))
            later |= {mine[prompt][0]} if part == "followup" else set()
    for prompt, tapped in await made.rows("SELECT prompt, at FROM tap"):
        if prompt in mine and _local(tapped) < end:
            back[mine[prompt][0]].append(_local(tapped))
    firsts = [min(times).hour for times in back.values()]
    return {
        "asked": len({leader for leader, _ in mine.values()}), "answered": len(back), "followed": len(later),
        **{f"before {hour}": sum(first < hour for first in firsts) for hour in (6, 12, 18)},
    }  # fmt: skip


def _local(moment: datetime | str) -> datetime:
    return (datetime.fromisoformat(moment) if isinstance(moment, str) else moment).astimezone(ZONE)


async def test_the_figures_of_each_week_equal_a_recount_from_the_raw_tables(store):
    made = await group(store)
    await lived_in(made)
    assert await tick(made, BEGIN + 5 * WEEK) > 0
    released = await releases.participation(made.world, who(made), made.cohort.id)
    assert [one.week for one in released] == [BEGIN.date() + n * WEEK for n in range(4)]
    assert released[0].cells == (), "nobody is counted in the week in which they join"
    counted = set(made.people[:14])
    for one in released[1:]:
        (cell,) = one.cells
        again = await recount(made, one.week, counted)
        assert cell.people == 14
        assert cell.asked == share(again["asked"], 14)
        assert cell.answered == share(again["answered"], 14)
        assert cell.followed == share(again["followed"], 14)
        assert cell.before == tuple(share(again[f"before {hour}"], 14) for hour in (6, 12, 18))
    shown = figures.weeks(released)[0].answered
    assert shown.low <= (await recount(made, released[1].week, counted))["answered"] <= shown.high


async def test_a_week_is_released_a_week_after_its_sunday_and_never_again(store):
    made = await group(store)
    await lived_in(made)
    closes = datetime.combine(BEGIN.date() + 2 * WEEK, datetime.min.time(), ZONE)
    assert await tick(made, closes - timedelta(seconds=1)) == 0
    assert await tick(made, closes) == 1
    assert await tick(made, closes) == 0
    await tick(made, BEGIN + 6 * WEEK)
    before = await made.rows("SELECT * FROM release ORDER BY id")
    for leader in made.people:  # whatever is said late, or taken back, changes nothing of it
        prompt = await made.asked(leader, BEGIN + WEEK, slot="late")
        await made.wrote(leader, prompt, BEGIN + WEEK + DAY)
    assert await tick(made, BEGIN + 6 * WEEK) == 0
    assert await made.rows("SELECT * FROM release ORDER BY id") == before


async def test_a_kill_in_the_middle_releases_each_week_once_all_the_same(store, monkeypatch):
    made = await group(store)
    await lived_in(made)
    real, calls = kept.keep, []

    async def killed(session, *rest):
        calls.append(1)
        done = await real(session, *rest)
        if len(calls) in (2, 4):
            raise RuntimeError("killed before the commit")
        return done

    monkeypatch.setattr(kept, "keep", killed)
    made.clock.story = BEGIN + 6 * WEEK
    for _ in range(2):
        trouble: list[Exception] = []
        await duty.tick(made.world, trouble)
        assert len(trouble) == 1
    assert await duty.tick(made.world, []) > 0
    firsts = [day for (day,) in await made.rows("SELECT first FROM release WHERE kind = 'week' ORDER BY first")]
    assert len(firsts) == len(set(firsts)) == 5
    whole = [one.week for one in await releases.participation(made.world, who(made), made.cohort.id)]
    assert whole == [BEGIN.date() + n * WEEK for n in range(5)]


async def test_two_workers_release_each_week_once(postgres_url, open_stores):
    one, other = open_stores(postgres_url, 2)
    made = await group(one)
    await lived_in(made)
    made.clock.story = BEGIN + 8 * WEEK
    second = replace(made.world, store=other)
    trouble: list[Exception] = []
    await asyncio.gather(*(duty.tick(world, trouble) for world in (made.world, second)))
    assert trouble == []
    assert await made.rows("SELECT count(*), count(DISTINCT (kind, first)) FROM release") == [(8, 8)]


async def test_the_tick_of_the_bot_does_it_and_tells_what_went_wrong_at_its_end(store, monkeypatch):
    made = await group(store)
    made.clock.story = BEGIN + 2 * WEEK
    assert await ask.tick(made.world) == 1

    async def broken(*_):
        raise ValueError("one group")

    monkeypatch.setattr(gathering, "joined", broken)
    made.clock.story = BEGIN + 3 * WEEK
    with pytest.raises(ExceptionGroup, match="put off"):
        await ask.tick(made.world)


async def test_a_database_that_is_away_is_no_trouble_of_one_group(store, monkeypatch):
    made = await group(store)
    made.clock.story = BEGIN + 2 * WEEK

    async def away(*_):
        raise StorageUnavailable("The database cannot be reached.")

    monkeypatch.setattr(gathering, "joined", away)
    with pytest.raises(StorageUnavailable):
        await duty.tick(made.world, [])


async def positions(made: Group, values: list[int], day: date | int, item: str = "P01") -> list[int]:
    """Each of these people takes a position on a dilemma; the prompts."""
    found = []
    for leader, value in zip(made.people, values, strict=False):
        prompt = await made.asked(leader, at(day), item, kind="paradox")
        await made.tapped(leader, prompt, value, at(day, 10))
        found.append(prompt)
    return found


async def the_mirror(made: Group):
    (one,) = [one for one in await releases.mirrors(made.world, who(made), made.cohort.id) if one.mirror.members]
    return one.mirror


async def test_the_mirror_of_a_month_equals_a_recount_of_what_its_people_gave(store):
    made = await group(store)
    await made.joins(16)
    await made.joins(1, guest=True)
    values = [1, 1, 2, 2, 3, 3, 5, 5, 6, 6, 7, 7, 4, 4, 4, 4, 1]
    prompts = await positions(made, values, 14)
    await made.tapped(made.people[0], prompts[0], 7, at(15))  # moved: the last one counts
    await made.wrote(made.people[1], prompts[1], at(15), state="hidden")
    await made.wrote(made.people[2], prompts[2], at(15), care="strain")
    await made.wrote(made.people[3], prompts[3], at(15), state="withdrawn")
    for leader, energy in zip(made.people, [1, 5] * 9, strict=False):
        prompt = await made.asked(leader, at(20))
        await made.tapped(leader, prompt, energy, at(20, 10), "PU-06")
        await made.wrote(leader, prompt, at(20, 10))
    await tick(made, at(date(2026, 11, 1)))
    mirror = await the_mirror(made)
    assert (mirror.first, mirror.last, mirror.members) == (date(2026, 10, 1), date(2026, 10, 31), 16)
    spread = next(one for one in mirror.positions if one.about == "P01")
    left = [7, *values[4:16]]  # without whose answer is hidden, worrying or withdrawn, and without the guest
    assert spread.shares == tuple(share(sum(side(v) == n for v in left), len(left), STEP) for n in (-1, 0, 1))
    assert mirror.energy.shares == tuple(share(n, 16, STEP) for n in (8, 0, 8))
    quality = library().questions["RF-03"].quality
    assert dict(mirror.qualities)[quality] == share(16, 16)
    assert len([one for one in mirror.positions if one.shares]) == 1


async def halves(made: Group, people: int) -> dict[date, Fraction]:
    """By the Monday of each fourth week: which part of their questions was answered, each person weighing as much."""
    asked = await made.rows("SELECT id, leader, asked_at FROM prompt")
    sent = [(number, leader, _local(moment)) for number, leader, moment in asked]
    given = await made.rows("SELECT prompt, given_at FROM answer WHERE state IN ('kept', 'hidden')")
    back = {(prompt, _local(when)) for prompt, when in [*given, *await made.rows("SELECT prompt, at FROM tap")]}
    found = {}
    for first in (BEGIN.date() + WEEK, BEGIN.date() + 5 * WEEK):
        parts = defaultdict(list)
        for number, leader, moment in sent:
            monday = moment.date() - timedelta(days=moment.weekday())
            if leader in made.people[:people] and first <= monday < first + 4 * WEEK:
                end = datetime.combine(monday + 2 * WEEK, datetime.min.time(), ZONE)
                parts[leader].append(any(prompt == number and when < end for prompt, when in back))
        found[first + 3 * WEEK] = sum(Fraction(sum(each), len(each)) for each in parts.values()) / people
    return found


@pytest.mark.parametrize("people", [5, 7, 9])
async def test_the_word_about_a_small_group_equals_a_recount_from_the_raw_tables(store, people):
    made, chance = await group(store), random.Random(people)
    await made.joins(people)
    await made.joins(1, guest=True)
    for week in range(1, 9):
        for leader in made.people:
            for weekday in range(1 + leader % 2):
                sent = BEGIN + week * WEEK + weekday * DAY
                prompt = await made.asked(leader, sent, slot=f"w{week}d{weekday}")
                await _comes_back(made, chance, leader, prompt, sent)
    await tick(made, BEGIN + 11 * WEEK)
    released = await releases.participation(made.world, who(made), made.cohort.id)
    words = {one.week: cell.half for one in released for cell in one.cells if cell.half}
    async with store.transaction() as session:
        drawing = replace(
            releasing.group_of(standing(made, "month")), secret=session.vault.token(f"line:{made.cohort.id}")
        )
    least = line(drawing, BEGIN.date() + WEEK)
    again = await halves(made, people)
    assert len(words) == 2
    assert words == {monday: "more" if part >= least else "less" for monday, part in again.items()}
    assert {Share(0, 1)} == {cell.answered for one in released for cell in one.cells}, "nothing is told per week"


async def test_the_mirror_of_a_small_group_equals_a_recount_and_holds_one_word_for_each_dilemma(store):
    made = await group(store)
    await made.joins(9)
    prompts = await positions(made, [7, 7, 6, 6, 5, 1, 1, 4, 1], 14)
    await positions(made, [1, 1, 1, 1], 21, "P05")
    await made.asked(made.people[8], at(22), "P03", kind="paradox")
    for leader in made.people:
        prompt = await made.asked(leader, at(20))
        await made.tapped(leader, prompt, 5, at(20, 10), "PU-06")
    await tick(made, at(date(2026, 11, 1)))
    mirror = await the_mirror(made)
    assert (mirror.members, mirror.positions, mirror.energy.shares, mirror.qualities) == (9, (), (), ())
    told = {one.about: one.side for one in mirror.leans}
    assert told == {"P01": "b", "P05": "none", "P03": "none"}, "four who answered, and one who was asked"
    taps = await made.rows(f"SELECT count(*) FROM tap WHERE prompt IN ({', '.join(map(str, prompts))})")
    assert taps == [(9,)], "of whom five of nine were right of the middle"


async def test_what_is_hidden_or_withdrawn_in_a_small_group_is_not_counted(store):
    made = await group(store)
    await made.joins(6)
    prompts = await positions(made, [1, 1, 1, 1, 7, 7], 14)
    await made.wrote(made.people[0], prompts[0], at(15), state="withdrawn")
    await tick(made, at(date(2026, 11, 1)))
    assert [one.side for one in (await the_mirror(made)).leans] == ["a"], "three of five are left"
    other = replace(await group(store), chats=200)
    await other.joins(6)
    prompts = await positions(other, [1, 1, 1, 1, 7, 7], 14)
    for number in (0, 1):
        await other.wrote(other.people[number], prompts[number], at(15), care="strain")
    await tick(other, at(date(2026, 11, 1)))
    assert [one.side for one in (await the_mirror(other)).leans] == ["none"], "of four nothing is told"


def side(position: int) -> int:
    return (position > 4) - (position < 4)


async def test_taps_belong_to_the_month_in_which_they_were_made_on_the_clocks_of_the_group(store):
    made = await group(store)
    await made.joins(12)
    night = datetime(2026, 10, 31, 23, 30, tzinfo=ZONE)
    for leader, value in zip(made.people, [1, 7] * 6, strict=True):
        prompt = await made.asked(leader, at(30), "P01", kind="paradox")
        await made.tapped(leader, prompt, value, night if leader != made.people[0] else night + timedelta(hours=1))
    await tick(made, datetime(2026, 12, 1, tzinfo=ZONE))
    october, november = [one.mirror for one in await releases.mirrors(made.world, who(made), made.cohort.id)]
    assert {spread.about: spread.shares for spread in october.positions}["P01"] == tuple(
        share(n, 11, STEP) for n in (5, 0, 6)
    )
    assert november.positions == (), "one tap is none"


async def test_whoever_took_the_yes_back_or_asked_by_themselves_is_not_in_it(store):
    made = await group(store)
    await made.joins(14)
    await positions(made, [1, 7] * 7, 14)
    async with made.world.store.transaction() as session:
        for leader in made.people[:3]:
            await consents.withdraw(session, leader, at(20))
    own = await made.asked(made.people[5], at(21), "P02", kind="paradox", enrolment=None)
    await made.tapped(made.people[5], own, 1, at(21))
    await tick(made, at(date(2026, 11, 1)))
    shown = {spread.about: spread.shares for spread in (await the_mirror(made)).positions}
    assert shown["P01"] == tuple(share(n, 11, STEP) for n in (5, 0, 6))
    assert "P02" not in shown, "the programme asked nobody"


async def test_a_kept_answer_of_an_erased_person_is_gone_and_their_leaving_holds_a_comparison_back(store):
    made = await group(store)
    await made.joins(14)
    await positions(made, [1, 7] * 7, 14)
    await tick(made, at(date(2026, 11, 1)))
    async with made.world.store.transaction() as session:
        await leaders.erase(session, made.people[13], at(date(2026, 11, 10)))
        assert await departures.of(session, made.cohort.id) == [
            departures.Departure(date(2026, 10, 6), date(2026, 11, 10), guest=False)
        ]
    made.people.pop()
    await positions(made, [1, 7] * 7, date(2026, 11, 17))
    await tick(made, at(date(2026, 12, 1)))
    october, november = [one.mirror for one in await releases.mirrors(made.world, who(made), made.cohort.id)]
    assert (october.members, november.members) == (14, 14), "no base shrinks by one"
    before, after = ({one.about: one.shares for one in mirror.positions} for mirror in (october, november))
    assert before["P01"]
    assert after["P01"] == (), "the difference would be the one who left"


async def test_leaving_twice_or_after_the_end_is_one_leaving_and_none_for_who_was_never_there(store):
    made = await group(store)
    (leader, other) = await made.joins(2)
    async with made.world.store.transaction() as session:
        (running,) = await enrolments.running_of(session, leader)
        await departures.note(session, leader, at(10), made.cohort.id)
        await enrolments.keep(session, replace(running, state="left"))
        await departures.note(session, leader, at(11))
        await departures.note(session, other, at(11), 12345)
        assert [one.left_on for one in await departures.of(session, made.cohort.id)] == [date(2026, 10, 10)]
        await leaders.erase(session, other, at(12))
        assert len(await departures.of(session, made.cohort.id)) == 2


async def test_who_blocked_the_bot_shows_in_the_share_that_cannot_be_reached_until_they_are_back(store):
    made = await group(store)
    await made.joins(10)
    async with made.world.store.transaction() as session:
        for leader in made.people[:6]:
            found = await leaders.get(session, leader)
            await leaders.gone(session, found, at(13))
            await leaders.gone(session, found, at(25))  # noticed again
        back = await leaders.get(session, made.people[0])
        assert back.state == "gone"
    await tick(made, BEGIN + 3 * WEEK)
    (_, second) = await releases.participation(made.world, who(made), made.cohort.id)
    assert second.cells[0].unreachable == share(6, 10)
    async with made.world.store.transaction() as session:
        await leaders.keep(session, replace(back, state="active"))
    assert sum(gone is None for (gone,) in await made.rows("SELECT gone_at FROM leader")) == 5


@pytest.mark.parametrize(
    ("more", "weeks"),
    [
        ({}, 4),
        ({"starts_on": date(2026, 10, 22)}, 2),
        ({"starts_on": date(2026, 9, 1)}, 4),
        ({"ends_on": date(2026, 10, 14)}, 2),
        ({"state": "archived"}, 0),
    ],
)
async def test_which_weeks_are_counted_follows_from_beginning_and_end(store, more, weeks):
    made = await group(store, **more)
    await tick(made, BEGIN + 5 * WEEK)
    assert len(await releases.participation(made.world, who(made), made.cohort.id)) == weeks


def standing(made: Group, period: str, *, mirror: date | None = None, ends: date | None = None) -> Standing:
    return Standing(replace(made.cohort, period=period, ends_on=ends), BEGIN, None, mirror)


async def test_periods_are_months_or_quarters_and_share_no_days_when_that_changes(store):
    made = await group(store)
    late = datetime(2027, 4, 2, tzinfo=ZONE)
    months = list(releasing.periods_due(standing(made, "month"), late))
    assert months[0] == (date(2026, 10, 1), date(2026, 10, 31))
    assert months[-1] == (date(2027, 3, 1), date(2027, 3, 31))
    assert all(two[0] == one[1] + DAY for one, two in pairwise(months))
    assert list(releasing.periods_due(standing(made, "quarter"), late)) == [
        (date(2026, 10, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 3, 31)),
    ]  # fmt: skip
    changed = standing(made, "quarter", mirror=date(2026, 10, 31), ends=date(2027, 2, 1))
    assert list(releasing.periods_due(changed, late)) == [
        (date(2026, 11, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 3, 31)),
    ]  # fmt: skip


async def test_the_month_of_the_monday_before_a_group_begins_has_no_mirror(store):
    made = await group(store)
    first = date(2026, 12, 1)  # a Tuesday
    begun = standing(made, "month")
    begun = replace(begun, cohort=replace(begun.cohort, starts_on=first))
    assert releasing.group_of(begun).first == date(2026, 11, 30)
    (only,) = releasing.periods_due(begun, datetime(2027, 1, 2, tzinfo=ZONE))
    assert only == (first, date(2026, 12, 31))


async def test_a_mirror_is_about_what_was_really_asked_whatever_the_programme_is_now(store):
    made = await group(store)
    await made.joins(12)
    await positions(made, [1, 7] * 6, 14)
    async with store.transaction() as session:
        await cohorts.keep(session, replace(made.cohort, programme="starter_4w"))
    await positions(made, [2, 6] * 6, 21, "P05")
    for leader in made.people:
        await made.asked(leader, at(22), "RF-03")
    await positions(made, [1, 7, 1, 7], 24, "P03")  # of four people nothing is told, not even its name
    await tick(made, at(date(2026, 11, 1)))
    mirror = await the_mirror(made)
    assert {one.about: one.shares for one in mirror.positions} == {
        about: tuple(share(n, 12, STEP) for n in (6, 0, 6)) for about in ("P01", "P05")
    }
    assert mirror.qualities == ((library().questions["RF-03"].quality, share(0, 12)),)


async def test_what_came_in_the_last_days_of_a_month_is_in_the_mirror_of_its_answers(store):
    made = await group(store)
    await made.joins(12)
    for leader, value in zip(made.people, [1, 7] * 6, strict=True):
        prompt = await made.asked(leader, at(30), "P01", kind="paradox")
        await made.tapped(leader, prompt, value, at(date(2026, 11, 2)))
    await tick(made, at(date(2026, 12, 1)))
    (_, november) = await releases.mirrors(made.world, who(made), made.cohort.id)
    assert [one.about for one in november.mirror.positions] == ["P01"]
    assert november.mirror.positions[0].shares


async def test_what_is_gone_from_the_library_is_not_named(store):
    made = await group(store, programme="gone_1w")
    await made.joins(12)
    await positions(made, [1, 7] * 6, 14)
    for leader in made.people:
        await made.asked(leader, at(22), "RF-03")
    known = library()
    made.world = replace(made.world, library=replace(known, dilemmas={}, questions={}))
    await tick(made, at(date(2026, 11, 1)))
    mirror = await the_mirror(made)
    assert (mirror.positions, mirror.qualities) == ((), ())


async def told(made: Group) -> int:
    """A group with a mirror that holds something; its number."""
    await made.joins(14)
    await positions(made, [1, 7] * 7, 14)
    await tick(made, at(date(2026, 11, 2)))
    (mirror,) = await releases.mirrors(made.world, who(made), made.cohort.id)
    return mirror.id


async def test_publishing_reaches_everybody_in_the_group_once(store):
    made = await group(store)
    number = await told(made)
    async with made.world.store.transaction() as session:
        away = await leaders.get(session, made.people[0])
        await leaders.keep(session, replace(away, state="stopped"))
    member = await _member(made)
    await releases.publish(made.world, member, made.cohort.id, number)
    await releases.publish(made.world, member, made.cohort.id, number)
    assert await tick(made, at(date(2026, 11, 2))) == 2, "to everybody in the chat, and where a group is linked"
    assert await made.rows("SELECT kind, about FROM errand WHERE kind = 'mirror'") == [("mirror", number)] * 13
    assert await made.rows("SELECT event FROM audit WHERE member IS NOT NULL") == [("mirror published",)]
    assert await tick(made, at(date(2026, 11, 2))) == 0


async def _member(made: Group) -> Who:
    from storage import members  # noqa: PLC0415 - used by two tests only

    async with made.world.store.transaction() as session:
        member = await members.add(session, 7, "nl", BEGIN)
    return replace(who(made), member=member.id)


async def test_an_observer_sees_what_was_published_and_publishes_nothing(store):
    made = await group(store)
    number = await told(made)
    observer = who(made, "observer")
    assert await releases.mirrors(made.world, observer, made.cohort.id) == ()
    with pytest.raises(Refused) as caught:
        await releases.publish(made.world, observer, made.cohort.id, number)
    assert caught.value.key == "role"
    await releases.publish(made.world, await _member(made), made.cohort.id, number)
    (seen,) = await releases.mirrors(made.world, observer, made.cohort.id)
    assert seen.published_at is not None
    assert await releases.participation(made.world, observer, made.cohort.id)


async def test_a_mirror_of_another_group_or_of_none_is_missing_and_an_empty_one_is_not_shared(store):
    made = await group(store)
    number = await told(made)
    async with store.transaction() as session:
        home = await organisations.get(session, made.cohort.organisation)
        other = replace(made.cohort, id=made.cohort.id + 1, organisation=home.id)
        await cohorts.insert(session, other, BEGIN)
    weeks = await made.rows("SELECT id FROM release WHERE kind = 'week'")
    for cohort, release in ((other.id, number), (made.cohort.id, 12345), (made.cohort.id, weeks[0][0])):
        with pytest.raises(Missing):
            await releases.publish(made.world, who(made), cohort, release)
    await tick(made, at(date(2026, 11, 2)))
    empty = next(one for one in await releases.mirrors(made.world, who(made), other.id))
    with pytest.raises(Refused) as caught:
        await releases.publish(made.world, who(made), other.id, empty.id)
    assert caught.value.key == "too_few"


async def test_an_order_that_is_not_known_here_is_let_go(store):
    made = await group(store)
    member = await _member(made)
    async with store.transaction() as session:
        await orders.put(session, made.cohort.id, "dance", {}, member.member, BEGIN)
    assert await tick(made, BEGIN) == 1
    assert await tick(made, BEGIN) == 0


async def test_the_words_of_people_are_nowhere_in_what_is_released(store):
    made = await group(store)
    await lived_in(made)
    await tick(made, BEGIN + 6 * WEEK)
    facts = str(await made.rows("SELECT facts FROM release"))
    assert "woorden" not in facts
    assert not [leader for leader in made.people if str(leader) in facts]


async def test_an_answer_is_kept_by_who_gave_it_while_figures_stand(store):
    """A release is a copy of figures: what a leader does with their own answer later has its own way."""
    made = await group(store)
    await lived_in(made)
    await tick(made, BEGIN + 6 * WEEK)
    async with store.transaction() as session:
        (first, *_) = await answers.standing(session, made.people[0])
        await answers.erase(session, made.people[0], first.id)
    assert await tick(made, BEGIN + 6 * WEEK) == 0


async def test_the_console_reads_all_of_it_without_a_key(database_url, open_stores):
    (store,) = open_stores(database_url)
    made = await group(store)
    number = await told(made)
    console = replace(made.world, store=open_store(database_url, Closed()))
    try:
        assert await releases.participation(console, who(made), made.cohort.id)
        (mirror,) = await releases.mirrors(console, who(made), made.cohort.id)
        assert mirror.id == number
    finally:
        await console.store.close()

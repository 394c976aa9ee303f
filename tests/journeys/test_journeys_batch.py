"""Many look backs due at once: each is made once, away from the event loop, of how things are when it is kept."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from quiet_house import Studio, quiet_house

from benchmarks.crowd import DUE, settle
from dialogues.library import library
from journeys import ask, batch, carefully, checkup, drafts, post
from journeys.batch import Round
from storage import answers, errands, leaders
from storage.faults import StorageUnavailable
from storage.health import LookBacks
from summaries.facts import OwnWords, from_json


async def month_begins(house, count):
    """So many leaders whose look back is due now."""
    house.clock.story = DUE
    async with house.world.store.transaction() as session:
        return [await settle(session, number, library()) for number in range(count)]


async def made(house):
    """How many look backs there are for each leader, and how many letters."""
    kept = Counter(leader for (leader,) in await house.rows("SELECT leader FROM summary"))
    said = Counter(leader for (leader,) in await house.rows("SELECT leader FROM outbox WHERE screen_name = 'lookback'"))
    return kept, said


class Slowly(Studio):
    """While it works, something happens; it counts what it was asked, and how much of that at once."""

    def __init__(self, meanwhile=None, result=True):
        super().__init__()
        self.meanwhile, self.result = meanwhile, result
        self.asked, self.busy, self.most = [], 0, 0
        self.full = asyncio.Event()  # as many are in hand as there are hands

    async def findings(self, wanted):
        self.asked.append(wanted)
        self.busy += 1
        self.most = max(self.most, self.busy)
        if self.busy == batch.HANDS:
            self.full.set()
        if self.meanwhile is not None:
            await self.meanwhile(len(self.asked))
        self.busy -= 1
        return await super().findings(wanted) if self.result else None


@pytest.mark.asyncio
async def test_everybody_gets_one_look_back_and_no_more_are_in_hand_than_there_are_hands(house, monkeypatch):
    monkeypatch.setattr(batch, "AT_ONCE", 5)
    studio = Slowly(lambda _: asyncio.wait_for(studio.full.wait(), 20))
    house.world = replace(house.world, studio=studio)
    known = await month_begins(house, 12)
    assert await ask.tick(house.world) == 0
    assert await batch.waiting(house.world) == 12
    assert await batch.a_round(house.world) == Round(5, 7)
    assert await batch.run(house.world) == 7
    assert await batch.run(house.world) == await batch.waiting(house.world) == 0
    kept, said = await made(house)
    assert kept == said == {leader.id: 1 for leader in known}
    assert len(studio.asked) == 12
    assert studio.most == batch.HANDS


@pytest.mark.asyncio
async def test_the_operator_sees_how_far_it_is(house, monkeypatch):
    monkeypatch.setattr(batch, "AT_ONCE", 2)
    house.clock.machine = DUE
    await month_begins(house, 5)

    async def look_backs():
        return (await checkup.check_up(house.world.store, DUE)).look_backs

    assert await look_backs() == LookBacks(due=5, made=0, on_their_way=0, delivered=0)
    await batch.a_round(house.world)
    await post.deliver_next(house.world, house.post)
    assert await look_backs() == LookBacks(due=3, made=2, on_their_way=1, delivered=1)
    await batch.run(house.world)
    await house.deliver()
    assert await look_backs() == LookBacks(due=0, made=5, on_their_way=0, delivered=5)


@pytest.mark.asyncio
async def test_two_workers_on_one_database_make_each_look_back_once(database_url):
    async with quiet_house(database_url) as house, quiet_house(database_url) as other:
        other.clock.story = DUE
        known = await month_begins(house, 6)
        await asyncio.gather(batch.run(house.world), batch.run(other.world))
        kept, said = await made(house)
        assert kept == said == {leader.id: 1 for leader in known}


@pytest.mark.parametrize("state", ["hidden", "withdrawn"])
@pytest.mark.asyncio
async def test_what_is_taken_away_while_the_look_back_is_made_is_not_in_it(house, state):
    (leader,) = await month_begins(house, 1)
    quoted = []

    async def meanwhile(time):
        if time > 1:
            return
        async with house.world.store.transaction() as session:
            given = await answers.between(session, leader.id, DUE - timedelta(days=40), DUE)
            quoted.extend(given[:3])
            for one in quoted:
                await answers.set_state(session, leader.id, one.id, state)

    studio = Slowly(meanwhile)
    house.world = replace(house.world, studio=studio)
    assert await batch.run(house.world) == 1
    assert len(studio.asked) == 2
    await house.deliver()
    facts = [delivery.material["facts"] for delivery, _, _ in house.post.sent if delivery.screen.name == "lookback"]
    assert len(facts) == 1
    assert len(quoted) == 3
    assert all(f'"answer:{one.id}"' not in facts[0] for one in quoted)
    assert any(isinstance(finding, OwnWords) for finding in from_json(facts[0]))


@pytest.mark.asyncio
async def test_who_leaves_while_it_is_made_gets_none_and_nothing_of_them_stays(house):
    gone, stays = await month_begins(house, 2)

    async def meanwhile(time):
        if time == 1:
            async with house.world.store.transaction() as session:
                await leaders.erase(session, gone.id, DUE)

    house.world = replace(house.world, studio=Slowly(meanwhile))
    assert await batch.run(house.world) == 2
    kept, said = await made(house)
    assert kept == said == {stays.id: 1}


@pytest.mark.asyncio
async def test_a_look_back_that_was_cancelled_meanwhile_is_not_made(house):
    (leader,) = await month_begins(house, 1)

    async def meanwhile(_):
        async with house.world.store.transaction() as session:
            await errands.cancel(session, leader.id)

    house.world = replace(house.world, studio=Slowly(meanwhile))
    await batch.run(house.world)
    assert await made(house) == (Counter(), Counter())


@pytest.mark.asyncio
async def test_what_the_studio_cannot_make_is_put_off_and_told_and_comes_later(house):
    await month_begins(house, 2)
    house.world, able = replace(house.world, studio=Slowly(result=False)), house.world
    with pytest.raises(ExceptionGroup) as told:
        await batch.run(house.world)
    assert [type(error) for error in told.value.exceptions] == [drafts.NotMade] * 2
    assert await batch.waiting(house.world) == 0
    house.clock.story += carefully.PUT_OFF
    assert await batch.run(able) == 2


@pytest.mark.asyncio
async def test_who_never_stops_writing_is_looked_back_on_an_hour_later(house):
    (leader,) = await month_begins(house, 1)

    async def meanwhile(time):
        async with house.world.store.transaction() as session:
            given = await answers.between(session, leader.id, DUE - timedelta(days=40), DUE)
            await answers.rewrite(session, leader.id, given[0].id, f"Steeds iets anders, {time}.", DUE)

    studio = Slowly(meanwhile)
    house.world = replace(house.world, studio=studio)
    with pytest.raises(ExceptionGroup):
        await batch.run(house.world)
    assert len(studio.asked) == drafts.TRIES
    assert await made(house) == (Counter(), Counter())


@pytest.mark.asyncio
async def test_a_database_that_is_gone_leaves_everything_due(house, monkeypatch):
    await month_begins(house, 3)

    async def gone(_):
        raise StorageUnavailable("gone")

    with monkeypatch.context() as patched:
        patched.setattr("journeys.batch._kept", lambda world, errand: gone(errand))
        with pytest.raises(StorageUnavailable):
            await batch.run(house.world)
    assert await batch.waiting(house.world) == 3
    assert await batch.run(house.world) == 3

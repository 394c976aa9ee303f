"""What is drawn for a message: before the mark that it is about to be sent, and as things are when it is sent."""

from dataclasses import replace
from datetime import timedelta

import pytest
from quiet_house import Studio

from benchmarks.crowd import DUE, settle
from dialogues.library import library
from dialogues.people import Wishes
from journeys import batch, post
from storage import hidden, leaders, outbox
from summaries.facts import from_json
from summaries.hiding import ids

NOOR = 3  # whose month is in Dutch


class Easel(Studio):
    """A studio at which something happens while it draws; it keeps what it was to draw."""

    def __init__(self, meanwhile=None):
        super().__init__()
        self.meanwhile, self.drawn = meanwhile, []

    async def draw(self, facts, language, theme="light", **more):
        self.drawn.append((facts, theme))
        if self.meanwhile is not None and len(self.drawn) == 1:
            await self.meanwhile()
        return await super().draw(facts, language, theme, **more)


async def letter_sent(house, studio):
    """A house where the picture is the next message."""
    house.world = replace(house.world, studio=studio)
    house.clock.story = DUE
    async with house.world.store.transaction() as session:
        leader = await settle(session, NOOR, library())
    await batch.run(house.world)
    assert isinstance(await post.deliver_next(house.world, house.post), post.Delivered)
    return leader


async def states(house):
    return [row[0] for row in await house.rows("SELECT state FROM outbox WHERE screen_name = 'lookback_picture'")]


@pytest.mark.asyncio
async def test_who_is_killed_while_drawing_has_sent_nothing_and_it_comes_again(house):
    class KilledError(Exception):
        pass

    async def dies():
        assert await states(house) == ["leased"]
        raise KilledError

    easel = Easel(dies)
    await letter_sent(house, easel)
    with pytest.raises(KilledError):
        await post.deliver_next(house.world, house.post)
    house.clock.machine += timedelta(seconds=post.LEASE)
    await house.deliver()
    assert await states(house) == ["sent"]
    assert len(easel.drawn) == 2


@pytest.mark.asyncio
async def test_a_line_that_is_hidden_while_the_picture_is_drawn_is_not_in_the_picture_that_comes(house):
    leader = None

    async def hides():
        lines = [line for line in ids(from_json(easel.drawn[0][0])) if "mood" in line]
        async with house.world.store.transaction() as session:
            await hidden.hide(session, leader.id, lines, DUE)

    easel = Easel(hides)
    leader = await letter_sent(house, easel)
    assert isinstance(await post.deliver_next(house.world, house.post), post.Idle)
    assert await states(house) == ["planned"]
    await house.deliver()
    assert await states(house) == ["sent"]
    first, second = ({finding.kind for finding in from_json(facts)} for facts, _ in easel.drawn)
    assert first - second == {"mood"}


@pytest.mark.asyncio
async def test_the_picture_comes_light_or_dark_as_was_chosen(house):
    easel = Easel()
    leader = await letter_sent(house, easel)
    async with house.world.store.transaction() as session:
        await leaders.keep(session, replace(leader, wishes=Wishes(theme="dark")))
    await house.deliver()
    assert [theme for _, theme in easel.drawn] == ["dark"]
    await house.says(leader.chat, "/settings")
    assert "donker" in (await house.says(leader.chat, "/settings"))[0]
    assert "licht" in (await house.taps(leader.chat, "theme", "settings"))[0]
    await house.says(leader.chat, "/lookback oktober")
    assert [theme for _, theme in easel.drawn] == ["dark", "light"]


@pytest.mark.asyncio
async def test_whoever_lost_the_lease_while_drawing_does_not_send(house):
    async def takes_long():
        house.clock.machine += timedelta(seconds=post.LEASE)
        async with house.world.store.transaction() as session:
            await outbox.expire(session, house.clock.wall())

    await letter_sent(house, Easel(takes_long))
    assert isinstance(await post.deliver_next(house.world, house.post), post.Idle)
    assert await states(house) == ["planned"]
    await house.deliver()
    assert await states(house) == ["sent"]


@pytest.mark.asyncio
async def test_what_went_while_it_was_drawn_is_not_sent(house):
    async def goes():
        async with house.world.store.transaction() as session:
            await session.connection.exec_driver_sql("DELETE FROM summary")

    await letter_sent(house, Easel(goes))
    assert isinstance(await post.deliver_next(house.world, house.post), post.Idle)
    await house.deliver()
    assert await states(house) == ["refused"]

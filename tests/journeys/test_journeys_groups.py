"""In a group the bot points at itself, once a day, and remembers nobody."""

from datetime import timedelta

import pytest

from journeys import groups, take
from journeys.ports import Refused
from storage.tables import metadata

GROUP = -1_002_003_004_005


async def asked(house, chat=GROUP, message=None):
    """Somebody asks for the bot there; gives what it says."""
    before = len(house.post.sent)
    await groups.point(house.world, chat, await house.update(), message)
    await house.deliver()
    return house.post.sent[before:]


@pytest.mark.asyncio
async def test_a_group_is_told_where_to_find_the_bot_in_both_languages_under_the_question(house):
    ((delivery, out, text),) = await asked(house, message=9)
    assert (delivery.chat, delivery.reply_to) == (GROUP, 9)
    assert text.count("https://t.me/weerklank_bot") == 2
    assert "In een groep" in text
    assert "In a group" in text
    assert out.keyboard == ()


@pytest.mark.asyncio
async def test_a_group_hears_it_once_a_day_and_another_group_on_its_own_account(house):
    assert len(await asked(house)) == 1
    assert await asked(house) == []
    assert len(await asked(house, GROUP - 1)) == 1
    house.clock.machine += timedelta(hours=23)
    assert await asked(house) == []
    house.clock.machine += timedelta(hours=2)
    assert len(await asked(house)) == 1


@pytest.mark.asyncio
async def test_one_update_that_comes_twice_is_answered_once(house):
    number = await house.update()
    for _ in range(2):
        await groups.point(house.world, GROUP, number)
    await house.deliver()
    assert len(house.post.sent) == 1


@pytest.mark.asyncio
async def test_nothing_of_a_group_stays_longer_than_a_day_also_when_it_turned_into_a_supergroup(house):
    house.post.fates = [Refused("400 group chat was upgraded to a supergroup chat")]
    await asked(house)
    kept = {table.name: await house.rows(f'SELECT * FROM "{table.name}"') for table in metadata.sorted_tables}
    assert [name for name, rows in kept.items() if str(GROUP) in str(rows)] == ["budget"]
    house.clock.machine += timedelta(hours=26)
    await take.purge(house.world)
    assert str(GROUP) not in str(await house.rows("SELECT * FROM budget"))

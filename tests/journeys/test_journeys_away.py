"""A pause that begins later, as the house keeps it: questions until it, nothing in it, a welcome after it."""

from datetime import timedelta

import pytest
from quiet_house import quiet_house

from dialogues.asking.moments import local

NOOR = 7001
pytestmark = pytest.mark.asyncio


async def test_nothing_comes_between_the_two_days_and_all_goes_on_around_them(database_url):
    async with quiet_house(database_url) as home:
        await home.joins(NOOR)
        await home.says(NOOR, "overslaan")
        today = local(home.world.clock.now(), "Europe/Amsterdam").date()
        monday = today + timedelta(days=14 - today.weekday())
        back = monday + timedelta(days=14)
        await home.says(NOOR, f"ik ben met vakantie van {monday:%d-%m-%Y} tot {back:%d-%m-%Y}")
        sent = []
        while local(home.world.clock.now(), "Europe/Amsterdam").date() < back + timedelta(days=3):
            before = len(home.post.sent)
            await home.wait(hours=6)
            here = local(home.world.clock.now(), "Europe/Amsterdam").date()
            sent += [here for _ in home.post.sent[before:]]
        assert any(day < monday for day in sent)
        assert not [day for day in sent if monday < day < back]
        assert any(day >= back for day in sent)

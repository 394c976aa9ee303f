"""A facilitator shares a mirror in a Telegram group, over real HTTP: asked first, posted once, never after a no."""

from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from house import MONDAY, House, opened

from journeys.console import linking, releases
from journeys.console.organisations import member_at
from journeys.console.who import Role, Who
from sandbox.groups import Group
from sandbox.people import Person
from sandbox.state import User
from storage import releases as kept
from storage import roles
from summaries.cohort.facts import Cell, Mirror, Release, Spread, as_json
from summaries.cohort.safely import Share

pytestmark = pytest.mark.asyncio
RUTH, THERE, GROWN = 5_551_000_000, -4_001, -1_001_000_004_001
THREE = (Share(0, 3), Share(1, 3), Share(2, 3))


@dataclass
class Circle:
    """Ruth runs a group with two people in it, and has a Telegram group with them."""

    house: House
    who: Who
    cohort: int
    people: list[Person]
    group: Group
    ruth: User

    @property
    def said(self) -> list[str]:
        """What the bot wrote in the Telegram group, but for where it is to be found."""
        return [text for text in self.group.texts if "https://t.me/" not in text]

    async def linked(self) -> None:
        payload = await linking.offer(self.house.app.world, self.who, self.cohort)
        self.group.brings_in(self.ruth, payload)
        await self.house.settled()

    async def shared(self, first: date) -> None:
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        mirror = as_json(Mirror(first, last, 15, (Spread("P01", THREE),), Spread("energy", THREE), ()))
        world = self.house.app.world
        async with world.store.transaction() as session:
            await kept.keep(session, self.cohort, "mirror", (first, last), mirror, MONDAY)
        (made,) = [one for one in await releases.mirrors(world, self.who, self.cohort) if one.mirror.first == first]
        await releases.publish(world, self.who, self.cohort, made.id)
        await self.house.wait(minutes=5)

    async def state(self) -> str:
        return (await linking.standing(self.house.app.world, self.who, self.cohort)).state


@asynccontextmanager
async def circle(url, folder):
    async with opened(url, folder, facilitators=(RUTH,)) as house:
        ruth = await house.person("Ruth")
        telegram, world = house.telegram.telegram, house.app.world
        async with world.store.transaction() as session:
            member = await member_at(world, session, RUTH, "nl")
            held = await roles.of(session, member.id)
        payload = await house.invite()
        people = [await house.answered(name, payload=payload) for name in ("Noor", "Bram")]
        ((cohort,),) = house.rows("SELECT id FROM cohort")
        who = Who(member.id, "", "nl", tuple(Role(one.kind, one.organisation, one.cohort) for one in held))
        (bot,) = telegram.bots.values()
        none, monday = Share(0, 3), date(2099, 1, 5)
        cells = (Cell(monday, 12, 1, none, none, none, none, (none, none, none), ""),)
        async with world.store.transaction() as session:
            await kept.keep(session, cohort, "week", (monday, monday), as_json(Release(monday, cells)), MONDAY)
        group = Group(telegram, bot, THERE, "Kring Noord")
        yield Circle(house, who, cohort, people, group, telegram.users[ruth.id])


async def test_what_nobody_minds_is_posted_once_also_where_the_group_grew(sqlite_url, tmp_path):
    async with circle(sqlite_url, tmp_path) as one:
        await one.linked()
        assert [text.partition(" kan hier")[0] for text in one.said] == ["Vanaf maandag 9 november"]
        await one.house.wait(days=8)
        for person in one.people:
            asked = [seen for seen in await one.house.heard(person) if "‘Kring Noord’" in seen.text]
            assert [seen.labels for seen in asked] == [("Liever niet",)]
        await one.shared(date(2026, 11, 1))
        assert len(one.said) == 2
        one.group.grows(one.ruth, GROWN)
        await one.house.settled()
        await one.shared(date(2026, 12, 1))
        posted = [text for text in one.said if "Vanaf" not in text]
        assert [text.partition(". Je ziet")[0] for text in posted] == [
            "De spiegel van jullie groep Alliantie Zonzijde over december 2026"
        ]
        assert one.house.rows("SELECT count(*) FROM outbox WHERE chat < 0") == [(0,)]
        assert str(RUTH) not in str(one.said)


async def test_a_group_that_grew_while_nobody_looked_gets_its_mirror_all_the_same(sqlite_url, tmp_path):
    async with circle(sqlite_url, tmp_path) as one:
        await one.linked()
        await one.house.wait(days=8)
        one.group.grows(one.ruth, GROWN)
        one.house.telegram.telegram.bots[one.house.app.settings.bot_token.get_secret_value()].updates.pending.clear()
        await one.shared(date(2026, 11, 1))
        assert [text.partition(". Je ziet")[0] for text in one.said if "spiegel van jullie" in text] == [
            "De spiegel van jullie groep Alliantie Zonzijde over november 2026"
        ]


async def test_one_tap_is_enough_and_leaves_nothing_but_the_answer(sqlite_url, tmp_path):
    async with circle(sqlite_url, tmp_path) as one:
        await one.linked()
        await one.house.wait(hours=6)
        noor, bram = one.people
        await one.house.taps(noor, "group_link", "object")
        answers = [seen for seen in await one.house.heard(noor) if "‘Kring Noord’" in seen.text]
        assert [(seen.text[:4], seen.labels) for seen in answers] == [("Goed", ())]
        assert [seen.labels for seen in await one.house.heard(bram) if "‘Kring Noord’" in seen.text] == [
            ("Liever niet",)
        ]
        assert "group_link_objected" not in str(one.house.rows("SELECT * FROM outbox"))
        assert await one.state() == "asking"
        await one.house.wait(days=7)
        assert await one.state() == "open"
        await one.shared(date(2026, 11, 1))
        assert len(one.said) == 1


async def test_what_stands_on_the_button_does_the_same_when_it_is_typed(sqlite_url, tmp_path):
    async with circle(sqlite_url, tmp_path) as one:
        await one.linked()
        await one.house.wait(hours=6)
        await one.house.says(one.people[0], "liever niet")
        assert len(one.house.rows("SELECT * FROM group_objection")) == 1


async def test_a_bot_that_is_put_out_posts_nothing_more(sqlite_url, tmp_path):
    async with circle(sqlite_url, tmp_path) as one:
        await one.linked()
        await one.house.wait(days=8)
        one.group.puts_out(one.ruth)
        await one.house.settled()
        assert await one.state() == "gone"
        await one.shared(date(2026, 11, 1))
        assert len(one.said) == 1


async def test_what_is_written_in_the_group_is_read_by_nobody_and_kept_nowhere(sqlite_url, tmp_path, log_lines):
    async with circle(sqlite_url, tmp_path) as one:
        await one.linked()
        said = len(one.group.texts)
        for text in ("Een kanarie zingt", "/start g_kanarie", "/help@another_bot kanarie", "Liever niet"):
            one.group.says(User(99, "Sam", "nl"), text)
        await one.house.settled()
        assert len(one.group.texts) == said + 1, "one quiet sentence to the wrong link"
        assert b"kanarie" not in one.house.bytes()
        assert "kanarie" not in log_lines.getvalue()

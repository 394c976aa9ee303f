"""A group whose rows a test writes one by one, and the same figures counted again from the raw tables."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from quiet_house import HandClock

from dialogues.asking import rhythm
from dialogues.library import library
from dialogues.people import Answer, Cohort, Prompt, Tap
from journeys.ports import World
from storage import answers, cohorts, consents, enrolments, leaders, organisations, prompts, taps
from storage.ids import new_id
from storage.session import Store

BEGIN = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)  # a Monday
DAY = timedelta(days=1)


@dataclass
class Group:
    """A group on a store, and a world with its clock."""

    world: World
    clock: HandClock
    cohort: Cohort
    people: list[int]
    enrolled: dict[int, int]
    chats: int = 100  # of its people, from here on

    async def joins(self, count: int, at: datetime = BEGIN + DAY, *, guest: bool = False) -> list[int]:
        """So many people join now."""
        joined = []
        async with self.world.store.transaction() as session:
            for _ in range(count):
                chat = self.chats + len(self.people)
                made = await leaders.add(session, chat, "nl", rhythm.default("standard", "nl", self.cohort.zone), at)
                await leaders.keep(session, replace(made, state="active"))
                await consents.give(session, made.id, "1", "nl", at)
                place = await enrolments.add(
                    session, made.id, self.cohort.id, self.cohort.programme, at.date(), 0, 0, None, at, guest=guest
                )
                self.people.append(made.id)
                self.enrolled[made.id] = place.id
                joined.append(made.id)
        return joined

    async def asked(self, leader: int, at: datetime, item: str = "RF-03", **more: Any) -> int:
        """A prompt of the programme."""
        values = {
            "id": new_id(), "leader": leader, "enrolment": self.enrolled[leader], "kind": "question", "item": item,
            "version": "1", "slot": f"{at:%m%d%H%M}{item}", "state": "open", "stage": "asked", "asked_at": at,
            "expires_at": at + 5 * DAY,
        }  # fmt: skip
        prompt = Prompt(**{**values, **more})
        async with self.world.store.transaction() as session:
            assert await prompts.add(session, prompt)
        return prompt.id

    async def wrote(self, leader: int, prompt: int, at: datetime, **more: Any) -> None:
        """Something was written to it."""
        values = {
            "id": new_id(),
            "leader": leader,
            "prompt": prompt,
            "part": "answer",
            "text": "woorden",
            "language": "nl",
        }
        async with self.world.store.transaction() as session:
            assert await answers.keep(session, Answer(**{**values, "given_at": at, **more}))

    async def tapped(self, leader: int, prompt: int, value: int, at: datetime, name: str = "position") -> None:
        """Something was tapped with it."""
        async with self.world.store.transaction() as session:
            await taps.keep(session, Tap(new_id(), leader, prompt, name, str(value), at))

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database holds."""
        async with self.world.store.transaction() as session:
            return [tuple(row) for row in (await session.connection.exec_driver_sql(query)).all()]


async def group(store: Store, **more: Any) -> Group:
    """A new group, made on the first Monday of October."""
    clock = HandClock(BEGIN, BEGIN)
    world = World(store, clock, library())
    async with store.transaction() as session:
        home = await organisations.add(session, "Alliantie", BEGIN)
        made = Cohort(new_id(), "Voorjaar", "core_12w", "nl", "Europe/Amsterdam", None, home.id)
        made = replace(made, **more)
        await cohorts.insert(session, made, BEGIN)
    return Group(world, clock, made, [], {})


def at(day: date | int, hour: int = 9) -> datetime:
    """A moment on a day of October 2026, or on a date, in UTC."""
    on = date(2026, 10, day) if isinstance(day, int) else day
    return datetime(on.year, on.month, on.day, hour, tzinfo=UTC)

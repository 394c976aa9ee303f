"""A stretch of life in a quiet house that is lived once, and is there again for every test that begins after it."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import psycopg
from psycopg import sql
from quiet_house import QuietHouse, quiet_house
from sqlalchemy.engine import URL, make_url

from storage.tables import metadata

Life = Callable[[QuietHouse], Awaitable[None]]


@dataclass(frozen=True)
class Lived:
    """What a database held at the end, what was said until then, what the clocks read, and the next update."""

    rows: dict[str, bytes]
    sent: tuple
    story: datetime
    machine: datetime
    update: int


@dataclass
class Lives:
    """Every life that was lived, by its name and the kind of database."""

    known: dict[tuple[str, str], Lived] = field(default_factory=dict)

    @asynccontextmanager
    async def house(self, url: str, name: str, life: Life) -> AsyncIterator[QuietHouse]:
        """A house on an empty database in which this was lived."""
        address = make_url(url)
        which = (name, address.get_backend_name())
        if which in self.known:
            _put(address, self.known[which].rows)
        else:
            async with quiet_house(url) as house:
                await life(house)
                clock, update = house.clock, await house.update()
            self.known[which] = Lived(_taken(address), tuple(house.post.sent), clock.story, clock.machine, update + 1)
        past = self.known[which]
        async with quiet_house(url) as house:
            house.post.sent, house.updates = list(past.sent), itertools.count(past.update)
            house.clock.story, house.clock.machine = past.story, past.machine
            yield house


def _taken(address: URL) -> dict[str, bytes]:
    """All that a database holds that nobody has open: its one file, or the rows of each table in order."""
    if address.get_backend_name() == "sqlite":
        return {"": Path(address.database or "").read_bytes()}
    with psycopg.connect(_plain(address)) as connection, connection.cursor() as cursor:
        taken = {}
        for table in metadata.sorted_tables:
            with cursor.copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table.name))) as rows:
                taken[table.name] = b"".join(rows)
        return taken


def _put(address: URL, taken: dict[str, bytes]) -> None:
    if address.get_backend_name() == "sqlite":
        Path(address.database or "").write_bytes(taken[""])
        return
    with psycopg.connect(_plain(address)) as connection, connection.cursor() as cursor:
        for name, rows in taken.items():
            with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(name))) as copy:
                copy.write(rows)


def _plain(address: URL) -> str:
    return address.set(drivername="postgresql").render_as_string(hide_password=False)

"""Small statements that every subject in this room uses, the same on both databases."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ColumnElement, Row, Select, Table, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.address import Dialect

if TYPE_CHECKING:  # the vault needs these statements, and the session needs the vault
    from _typeshed import DataclassInstance

    from storage.session import Session


def upsert(dialect: Dialect, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@cache  # building a statement costs more than running it
def once(dialect: Dialect, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that passes over what a unique key already has; its rowcount says whether it was new."""
    statement = upsert(dialect, table).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)


async def add(session: "Session", table: Table, values: Mapping[str, Any]) -> None:
    """Insert one row."""
    await session.connection.execute(insert(table), values)


async def add_once(session: "Session", table: Table, values: Mapping[str, Any]) -> bool:
    """Insert one row unless a unique key already has it; True when it was new."""
    return (await session.connection.execute(once(session.dialect, table), values)).rowcount == 1


async def change(session: "Session", table: Table, *where: ColumnElement[bool], **values: Any) -> int:
    """Update the rows that match, and count them."""
    return (await session.connection.execute(update(table).where(*where).values(**values))).rowcount


async def remove(session: "Session", table: Table, *where: ColumnElement[bool]) -> int:
    """Delete the rows that match, and count them."""
    return (await session.connection.execute(delete(table).where(*where))).rowcount


async def rows(session: "Session", query: Select[Any]) -> Sequence[Row[Any]]:
    """All rows of a query."""
    found: Sequence[Row[Any]] = (await session.connection.execute(query)).all()
    return found


async def first(session: "Session", query: Select[Any]) -> Row[Any] | None:
    """The first row of a query, or None."""
    found: Row[Any] | None = (await session.connection.execute(query)).first()
    return found


async def count(session: "Session", table: Table, *where: ColumnElement[bool]) -> int:
    """How many rows match."""
    found: int | None = await session.connection.scalar(select(func.count()).select_from(table).where(*where))
    return found or 0


async def tally(session: "Session", column: Column[Any]) -> dict[str, int]:
    """How many rows each value of a column has."""
    query = select(column.label("value"), func.count().label("amount")).group_by(column)
    return {row.value: row.amount for row in await rows(session, query)}


def values_of(value: "DataclassInstance", but: tuple[str, ...] = ()) -> dict[str, Any]:
    """The fields of a frozen value by name, which are the columns of its table."""
    return {field.name: getattr(value, field.name) for field in fields(value) if field.name not in but}


def as_plain(why: str) -> str:
    """A reason, fit for a log: one line of at most 200 printable ASCII characters."""
    return "".join(letter if letter.isascii() and letter.isprintable() else "?" for letter in why)[:200]

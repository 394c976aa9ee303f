"""Known facts: the little that the bot tells the web apps about itself, such as its name in Telegram."""

from typing import Literal

from sqlalchemy import select

from storage import sql
from storage.session import Session
from storage.staff_tables import fact as _fact

Name = Literal["username"]


async def tell(session: Session, name: Name, value: str) -> None:
    """Write a fact in place of the earlier one."""
    statement = sql.upsert(session.dialect, _fact).values(name=name, value=value)
    await session.connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


async def told(session: Session, name: Name) -> str:
    """A fact, or "" when it was never told."""
    row = await sql.first(session, select(_fact.c.value).where(_fact.c.name == name))
    return "" if row is None else str(row.value)

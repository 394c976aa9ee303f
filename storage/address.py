"""Database addresses as people write them, made into what SQLAlchemy wants."""

from typing import Literal

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

Dialect = Literal["sqlite", "postgresql"]

_UNUSABLE = "The database address must start with sqlite:/// (and a file) or postgresql://."


def address_of(url: str, *, asynchronous: bool = True) -> tuple[URL, Dialect]:
    """The full address and its dialect; raises ValueError, which never repeats the address."""
    try:
        address = make_url(url)
    except ArgumentError:
        raise ValueError(_UNUSABLE) from None
    match address.drivername.partition("+")[0]:
        case "sqlite" if address.database and address.database != ":memory:":
            return address.set(drivername="sqlite+aiosqlite" if asynchronous else "sqlite"), "sqlite"
        case "postgresql" | "postgres":
            return address.set(drivername="postgresql+psycopg"), "postgresql"
    raise ValueError(_UNUSABLE)

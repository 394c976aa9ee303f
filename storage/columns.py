"""The kinds of columns that both databases share: numbers, instants, sealed words, links."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, Dialect, ForeignKey, Integer, LargeBinary, String
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine

# On SQLite an INTEGER key is the row's own address, which saves an index; it holds 64 bits all the same.
Number = BigInteger().with_variant(Integer, "sqlite")


class Instant(TypeDecorator[datetime]):
    """An aware moment: timestamptz on PostgreSQL, on SQLite UTC text of fixed width that sorts as time does."""

    impl = String(27)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The native type where there is one."""
        native = TIMESTAMP(timezone=True) if dialect.name == "postgresql" else String(27)
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """UTC; a naive moment is a mistake of the caller and raises ValueError."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("A moment needs its time zone.")
        return utc(value) if dialect.name == "postgresql" else instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base's signature
        """An aware UTC moment again."""
        return None if value is None else utc(datetime.fromisoformat(value) if isinstance(value, str) else value)


def utc(moment: datetime) -> datetime:
    """The same moment in UTC."""
    return moment.astimezone(UTC)


def instant_text(moment: datetime) -> str:
    """`2026-03-01T08:30:00.000000Z`: always 27 characters, so that text order is time order."""
    return utc(moment).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def identity() -> Column[int]:
    """The row's own id, made before the row is (`storage.ids`)."""
    return Column("id", Number, primary_key=True, autoincrement=False)


def number(name: str, *, null: bool = False, **options: Any) -> Column[int]:
    """A whole number of up to 63 bits."""
    return Column(name, Number, nullable=null, **options)


def instant(name: str, *, null: bool = False) -> Column[datetime]:
    """A moment."""
    return Column(name, Instant(), nullable=null)


def word(name: str, *, null: bool = False) -> Column[str]:
    """Short text that is ours, never a leader's."""
    return Column(name, String(), nullable=null)


def document(name: str, **options: Any) -> Column[str]:
    """A small value as JSON text, never a leader's words; `info` tells the export to read it."""
    return Column(name, String(), nullable=False, info={"json": True}, **options)


def sealed(name: str, *, null: bool = False, json: bool = False) -> Column[bytes]:
    """Words of a leader, encrypted with the leader's own key; `info` tells the export to open them."""
    return Column(name, LargeBinary(), nullable=null, info={"sealed": True, "json": json})


def link(name: str, table: str, *, null: bool = False, gone: str = "CASCADE", key: bool = False) -> Column[int]:
    """A reference to another row; `gone` is what happens to this one when that one is deleted."""
    return Column(
        name,
        Number,
        ForeignKey(f"{table}.id", ondelete=gone),
        nullable=null,
        primary_key=key,
        autoincrement=False,
    )


def one_of(name: str, words: tuple[str, ...]) -> CheckConstraint:
    """A column that only takes these words."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{name} IN ({listed})", name=name)

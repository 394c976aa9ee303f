"""What every table is made with: the metadata they stand in, the names of their keys, and indexes over few rows."""

from typing import Any

from sqlalchemy import Column, ColumnElement, Index, MetaData, literal_column

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def among(column: ColumnElement[Any], *words: str) -> ColumnElement[bool]:
    """The column holds one of these words, written into the statement: only then a partial index may serve it."""
    literals: list[ColumnElement[str]] = [literal_column(f"'{word}'") for word in words]
    return column == literals[0] if len(literals) == 1 else column.in_(literals)


def only(name: str, *columns: Column[Any], where: ColumnElement[bool], unique: bool = False) -> Index:
    """An index over the few rows that still matter."""
    return Index(name, *columns, unique=unique, postgresql_where=where, sqlite_where=where)

"""What somebody who runs groups was asked and has not answered yet; it is kept for a day, and only the last of it."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from dialogues.people import Id
from storage import sql
from storage.codec import ascii_json
from storage.session import Session
from storage.staff_tables import fact as _fact

_KEPT = timedelta(days=1)
_MARK = "pending:"  # how the names of these facts begin; then the day, so that what is old is found by its name


async def keep(session: Session, member: Id, asked: Mapping[str, Any], today: date) -> None:
    """Keep this in place of what this member was asked before."""
    await drop(session, member, today)
    await sql.add(session, _fact, {"name": _name(member, today), "value": ascii_json(asked)})


async def of(session: Session, member: Id, today: date) -> dict[str, Any] | None:
    """What this member was asked today or yesterday; None when nothing waits."""
    names = [_name(member, day) for day in (today, today - _KEPT)]
    row = await sql.first(session, select(_fact.c.value).where(_fact.c.name.in_(names)).limit(1))
    return None if row is None else json.loads(row.value)


async def drop(session: Session, member: Id, today: date) -> None:
    """Nothing waits for this member any more; what waited too long for anybody goes as well."""
    old = _fact.c.name.startswith(_MARK) & (_fact.c.name < _name(0, today - _KEPT))
    names = [_name(member, day) for day in (today, today - _KEPT)]
    await sql.remove(session, _fact, old | _fact.c.name.in_(names))


def _name(member: Id, day: date) -> str:
    return f"{_MARK}{day:%Y%m%d}:{member:020}"

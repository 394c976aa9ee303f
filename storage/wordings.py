"""Items as they were when they were asked: a text that is edited later changes nothing of what a leader read."""

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import select

from dialogues.library.overlay import Item
from dialogues.model import Dilemma, IntegrityCase, Pulse, Question
from storage import sql, tables
from storage.session import Session

_wording = tables.wording
_KINDS: dict[str, TypeAdapter[Item]] = {
    kind.__name__: TypeAdapter(kind) for kind in (Question, Dilemma, IntegrityCase, Pulse)
}


async def keep(session: Session, item: Item) -> str:
    """Keep an item as it is now, once; gives the digest by which it is found again."""
    kind = type(item).__name__
    content = _KINDS[kind].dump_json(item).decode()
    digest = sha256(content.encode()).hexdigest()[:16]
    await sql.add_once(session, _wording, {"digest": digest, "kind": kind, "content": content})
    return digest


async def of(session: Session, digests: Collection[str]) -> list[Mapping[str, Any]]:
    """Several items as they were asked, ready for JSON, by their digests."""
    query = select(_wording).where(_wording.c.digest.in_(digests)).order_by(_wording.c.digest)
    return [
        {"digest": row.digest, "kind": row.kind, "content": json.loads(row.content)}
        for row in await sql.rows(session, query)
    ]


async def get(session: Session, digest: str) -> Item | None:
    """An item as it was asked; None for a digest that is none."""
    row = await sql.first(session, select(_wording).where(_wording.c.digest == digest))
    return None if row is None else _KINDS[row.kind].validate_json(row.content)

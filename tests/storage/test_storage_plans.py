"""Cost follows who is due, not who exists: the claiming queries read the small indexes, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import Select, insert, text

from storage import enrolments, errands, inbox, outbox, sql, tables
from storage.session import Session

pytestmark = pytest.mark.asyncio
MANY = 3_000


async def _plan_of(session: Session, query: Select) -> str:
    explain = "EXPLAIN QUERY PLAN" if session.dialect == "sqlite" else "EXPLAIN"
    compiled = query.compile(dialect=session.connection.dialect, compile_kwargs={"literal_binds": True})
    found = await session.connection.exec_driver_sql(f"{explain} {compiled}")
    return "\n".join(str(row) for row in found)


async def _fill(session: Session, table, rows) -> None:
    await session.connection.execute(insert(table), rows)
    await session.connection.execute(text("ANALYZE"))


async def _many_leaders(session: Session, now) -> None:
    same = {"language": "nl", "state": "active", "rhythm": "{}", "memory": "{}", "created_at": now}
    await _fill(session, tables.leader, [{"id": n, "chat": n, **same} for n in range(1, MANY + 1)])


async def test_claiming_who_is_due_reads_the_index_of_those_who_are_active(session, now):
    await _many_leaders(session, now)
    same = {
        "programme": "p", "state": "active", "anchor": now.date(), "anchor_position": 0, "position": 0,
        "started_at": now, "cohort": None,
    }  # fmt: skip
    rows = [{"id": n, "leader": n, "next_due_at": now + timedelta(minutes=n), **same} for n in range(1, MANY + 1)]
    await _fill(session, tables.enrolment, rows)
    due = now + timedelta(minutes=20)
    assert "ix_enrolment_due" in await _plan_of(session, enrolments._due(due, 50))
    assert len(await enrolments.claim_due(session, due, 50)) == 20


async def test_claiming_errands_reads_the_index_of_those_that_wait(session, now):
    await _many_leaders(session, now)
    rows = [
        {"id": n, "leader": n, "kind": "k", "key": "k", "due_at": now + timedelta(minutes=n), "state": "waiting"}
        for n in range(1, MANY + 1)
    ]
    await _fill(session, tables.errand, rows)
    due = now + timedelta(minutes=20)
    assert "ix_errand_due" in await _plan_of(session, errands._due(due).limit(50))
    assert len(await errands.claim_due(session, due, 50)) == 20


async def test_claiming_updates_reads_the_index_of_those_unfinished(session, now):
    same = {"chat": None, "payload": None, "attempts": 0, "ready_at": now, "received_at": now}
    handled = [{"update_id": n, "state": "handled", **same} for n in range(1, MANY + 1)]
    await _fill(session, tables.inbox, handled)
    await inbox.store(session, [(MANY + n, n % 3, b"x") for n in range(1, 10)], now)
    await session.connection.execute(text("ANALYZE"))
    plan = await _plan_of(session, inbox._claimable().params(wall=now, amount=10))
    assert "ix_inbox_unfinished" in plan or "ix_inbox_chat" in plan
    assert len(await inbox.claim(session, now, 30, 10)) == 3


async def test_claiming_messages_reads_the_index_of_those_planned(session, now):
    same = {
        "chat": 1, "kind": "reply", "priority": 1, "screen_name": "x", "args": "{}", "attempts": 1, "turn_at": now,
        "not_before": now, "created_at": now,
    }  # fmt: skip
    sent = [{"id": n, "key": f"k{n}", "state": "sent", **same} for n in range(1, MANY + 1)]
    await _fill(session, tables.outbox, sent)
    planned = [{"id": MANY + n, "key": f"p{n}", "state": "planned", **same, "chat": n} for n in range(1, 10)]
    await _fill(session, tables.outbox, planned)
    assert "ix_outbox_planned" in await _plan_of(session, outbox._claimable().params(wall=now, amount=1))
    assert len(await outbox.claim(session, now, 30, 5)) == 5
    assert await sql.count(session, tables.outbox) == MANY + 9

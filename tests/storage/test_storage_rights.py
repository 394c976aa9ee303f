"""Whoever leaves takes everything along: a complete export, and an erasure that leaves nothing."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url

from dialogues.asking import own_questions as own_item
from dialogues.model import Text
from dialogues.people import Answer, Echo, Intention, Prompt, Tap
from storage import (
    answers,
    audit,
    budget,
    cohorts,
    consents,
    echoes,
    enrolments,
    errands,
    export,
    hidden,
    inbox,
    intentions,
    invites,
    keepsakes,
    keys,
    leaders,
    members,
    notices,
    orders,
    organisations,
    outbox,
    own_questions,
    prompts,
    releases,
    roles,
    sign_ins,
    sql,
    staff_invites,
    summaries,
    tables,
    talks,
    taps,
    web_sessions,
    wordings,
)
from storage import session as sessions
from storage.faults import NotFound
from storage.ids import new_id

pytestmark = pytest.mark.asyncio

CANARY = "kanarie-7f3a"


async def _full_life(session, leader, now) -> None:
    """One row in every table that can hold something about a person."""
    text = f"{CANARY} woorden"
    cohort = await cohorts.add(session, "Groep", "starter_4w", "nl", "Europe/Amsterdam", now.date(), now)
    enrolment = await enrolments.add(session, leader.id, cohort.id, "starter_4w", now.date(), 0, 0, now, now)
    await consents.give(session, leader.id, "1", "nl", now)
    await invites.note_try(session, leader.chat, now)
    asked = own_item.as_item(1, Text("Wat stel je uit?", "What do you put off?"))
    values = replace(_prompt(leader.id, enrolment.id, now), version=await wordings.keep(session, asked))
    await prompts.add(session, values)
    answer = _answer(leader.id, values.id, text, now)
    await answers.keep(session, answer)
    await answers.amend(session, leader.id, 41, text + "!", now)
    await answers.set_heard(session, leader.id, answer.id, '{"rules": "1", "heard": []}')
    await taps.keep(session, Tap(new_id(), leader.id, values.id, "PU-05", f"{CANARY} 4", now))
    await talks.keep(session, leader.id, {"draft": text})
    await intentions.add(session, Intention(new_id(), leader.id, answer.id, text, now, "open"))
    made = await summaries.add(session, leader.id, now.date(), json.dumps({"facts": text}), now)
    await summaries.set_verdict(session, leader.id, made, f"{CANARY} klopt")
    await hidden.hide(session, leader.id, ["words.12", f"2026-03.{CANARY}"], now)
    await keepsakes.keep(session, leader.id, answer.id, text, now)
    later = replace(answer, id=new_id(), message=42)
    await answers.keep(session, later)
    await echoes.add(session, Echo(new_id(), leader.id, answer.id, later.id, "quality", now))
    await errands.plan(session, leader.id, "remind", "remind:1", now, values.id)
    await outbox.put(
        session, key="k", chat=leader.chat, leader=leader.id, kind="prompt", screen_name="q", args={"n": 1},
        prompt=values.id, wall=now,
    )  # fmt: skip
    await inbox.store(session, [(1, leader.chat, json.dumps({"text": text}).encode())], now)
    await inbox.park(session, 1, "why", now)
    await budget.take(session, [(f"chat:{leader.chat}", 1.0, 1)], now)
    await audit.note(session, "joined", now, leader=leader.id, cohort=cohort.id)
    await _runs_a_group_too(session, leader, cohort.id, now)


async def _runs_a_group_too(session, leader, cohort, now) -> None:
    """The same person as a member of an organisation, with every row that can name one."""
    until, link = (
        now + timedelta(minutes=10),
        sign_ins.Link(new_id(), f"{CANARY}-page", now, now + timedelta(minutes=10)),
    )
    await sign_ins.add(session, "page", leader.id, link)
    await web_sessions.begin(session, "page", leader.id, f"{CANARY}-page", now)
    place = await organisations.add(session, "Alliantie", now)
    member = await members.add(session, leader.chat, "nl", now)
    await members.keep(session, replace(member, name=f"{CANARY} naam"))
    await roles.give(session, roles.new(member.id, place.id, None, "owner"), member.id, now)
    await sign_ins.add(session, "console", member.id, replace(link, id=new_id()))
    await web_sessions.begin(session, "console", member.id, f"{CANARY}-console", now)
    await staff_invites.add(session, staff_invites.new((place.id, None, "observer"), member.id, until), "d", now)
    await invites.add(session, cohort, "e", until, 1, now, invites.Made(member.id))
    await notices.add(session, cohort, member.id, "Tot dinsdag.", now)
    await own_questions.add(session, own_questions.OwnQuestion(cohort, "Wat?", "What?", None, member.id, now))
    await orders.put(session, cohort, "publish", {}, member.id, now)
    await releases.keep(session, cohort, "mirror", (now.date(), now.date()), "{}", now)
    (mirror,) = await releases.of(session, cohort, "mirror")
    await releases.publish(session, mirror.id, member.id, now)
    linked = {"id": new_id(), "cohort": cohort, "digest": "g", "made_by": member.id, "title": "Kring"}
    await sql.add(session, tables.metadata.tables["group_link"], {**linked, "made_at": now, "expires_at": until})


def _prompt(leader, enrolment, now):
    return Prompt(
        new_id(), leader, enrolment, "question", f"{CANARY}-item", "1", "w1d1", "open", "asked", now,
        now + timedelta(days=1),
    )  # fmt: skip


def _answer(leader, prompt, text, now):
    return Answer(new_id(), leader, prompt, "answer", text, "nl", now, message=41)


# About nobody in particular, or only about the machine.
NOT_PERSONAL = {
    "installation": "one row about the master key",
    "cohort": "about a group; who is in it stands in enrolment",
    "organisation": "in whose name groups are run",
    "departure": "that somebody left a group on a day, not who",
    "group_objection": "that a Telegram group was objected to, not by whom",
    "fact": "what the bot tells of itself, and what it asked a member less than a day ago",
    "sign_in_try": "a digest of an address, for a day",
    "budget": "how fast the machine may send; deleted with the person",
    "personal_key": "the key itself",
}


async def test_the_export_is_complete_against_the_schema(session, new_leader, now):
    made = await new_leader(session)
    await _full_life(session, made, now)
    found = await export.everything(session, made.id)
    assert set(found) | set(NOT_PERSONAL) == set(tables.metadata.tables)
    assert not set(found) & set(NOT_PERSONAL)
    for table, rows in found.items():
        assert rows, f"{table} has no row: extend the full life above"
        for row in rows:
            assert set(row) == {column.name for column in tables.metadata.tables[table].columns}


async def test_no_table_with_a_leader_or_a_chat_is_forgotten():
    named = {name for name, table in tables.metadata.tables.items() if {"leader", "chat"} & set(table.c.keys())}
    exported = {table.name for table in tables.metadata.sorted_tables if export._columns_of(table)}
    assert named - {"personal_key"} <= exported | {"leader"}


async def test_no_table_that_names_a_member_is_forgotten():
    named = {
        (table.name, key.parent.name)
        for table in tables.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "member" and key.parent.name != "given_by"
    }
    assert named | {("audit", "member")} == set(export.BY_MEMBER.items())


async def test_the_export_is_readable_json_in_the_leaders_own_words(session, new_leader, now):
    made = await new_leader(session)
    await _full_life(session, made, now)
    found = json.loads(json.dumps(await export.everything(session, made.id)))
    assert found["answer"][0]["text"] == f"{CANARY} woorden!"
    assert found["answer"][0]["heard"] == {"rules": "1", "heard": []}
    assert found["answer_edit"][0]["text"] == f"{CANARY} woorden"
    assert found["leader"][0]["rhythm"]["zone"] == "Europe/Amsterdam"
    assert found["talk"][0]["data"] == {"draft": f"{CANARY} woorden"}
    assert found["answer"][0]["given_at"] == "2026-03-02T08:00:00+00:00"
    assert found["summary"][0]["month"] == "2026-03-01"
    assert CANARY in found["inbox"][0]["payload"]


async def test_the_export_holds_nothing_of_somebody_else(session, new_leader, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    await _full_life(session, made, now)
    found = await export.everything(session, other.id)
    assert {table: len(rows) for table, rows in found.items() if rows} == {"leader": 1}
    assert CANARY not in json.dumps(found)


async def test_there_is_no_export_of_nobody(session):
    with pytest.raises(NotFound):
        await export.everything(session, 1)


async def test_erasing_deletes_everything_about_one_person_and_keeps_the_other(session, new_leader, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    await _full_life(session, made, now)
    await answers.keep(session, _answer(other.id, None, "blijft", now))
    await leaders.erase(session, made.id, now)
    left = {table.name: await sql.count(session, table) for table in tables.metadata.sorted_tables}
    assert {name: amount for name, amount in left.items() if amount} == {
        "leader": 1, "personal_key": 1, "answer": 1, "cohort": 1, "inbox": 1, "audit": 3, "departure": 1,
        "organisation": 1, "staff_invite": 1, "invite": 1, "notice": 1, "own_question": 1, "cohort_order": 1,
        "release": 1, "group_link": 1, "wording": 1,
    }  # fmt: skip
    parked = (await session.connection.execute(select(tables.inbox))).one()
    assert (parked.payload, parked.chat) == (None, None)
    events = await sql.rows(session, select(tables.audit.c.event, tables.audit.c.leader))
    assert {tuple(row) for row in events} == {("joined", made.id), ("erased", made.id), ("place erased", None)}
    with pytest.raises(NotFound):
        await keys.of(session, made.id)
    with pytest.raises(NotFound):
        await leaders.erase(session, made.id, now)


async def test_erasing_leaves_what_is_on_its_way_and_what_still_waits(session, new_leader, now):
    made = await new_leader(session, chat=1)
    await inbox.store(session, [(7, 1, b"after the farewell")], now)
    put = {"chat": 1, "leader": None, "kind": "reply", "screen_name": "bye", "args": {}, "wall": now}
    for key in ("lost", "farewell"):
        await outbox.put(session, key=key, **put)
    (parcel,) = await outbox.claim(session, now, 30, 1)
    await outbox.unknown(session, parcel.id)
    await leaders.erase(session, made.id, now)
    assert await outbox.counts(session) == {"planned": 1}
    assert await inbox.counts(session) == {"waiting": 1}


def _bytes_of(url: str) -> bytes:
    path = Path(str(make_url(url).database))
    return b"".join(each.read_bytes() for each in path.parent.glob(path.name + "*"))


async def test_words_are_never_on_the_disk_and_nothing_of_an_erased_person_stays_there(
    sqlite_url, open_stores, new_leader, now
):
    (store,) = open_stores(sqlite_url)
    async with store.transaction() as session:
        made = await new_leader(session)
        await _full_life(session, made, now)
        wrapped = await session.connection.scalar(select(tables.personal_key.c.wrapped))
    stored = _bytes_of(sqlite_url)
    assert f"{CANARY} woorden".encode() not in stored
    assert wrapped in stored
    assert f"{CANARY}-item".encode() in stored
    assert await store.scrub()
    async with store.transaction() as session:
        await leaders.erase(session, made.id, now)
    assert wrapped in _bytes_of(sqlite_url)
    assert await store.scrub()
    left = _bytes_of(sqlite_url)
    assert wrapped not in left
    assert CANARY.encode() not in left


async def test_scrubbing_says_when_somebody_still_reads(sqlite_url, open_stores, new_leader, monkeypatch):
    monkeypatch.setattr(sessions, "BUSY_S", 0.01)
    one, other = open_stores(sqlite_url, 2)
    async with one.transaction() as session:
        await new_leader(session)
    async with other.transaction() as reading:
        await leaders.count(reading)
        assert not await one.scrub()
    assert await one.scrub()


async def test_scrubbing_works_on_both_databases(store, new_leader, now):
    async with store.transaction() as session:
        made = await new_leader(session)
    async with store.transaction() as session:
        await leaders.erase(session, made.id, now)
    assert await store.scrub()

"""The database itself keeps the console away from what leaders gave: as its role, each forbidden table is an error."""

from datetime import timedelta

import psycopg
import pytest
from psycopg import errors, sql
from sqlalchemy.engine import make_url

from storage import (
    audit,
    cohorts,
    enrolments,
    export,
    grants,
    group_links,
    invites,
    known,
    leaders,
    members,
    notices,
    orders,
    organisations,
    own_questions,
    releases,
    roles,
    sign_ins,
    staff_invites,
    tables,
    web_sessions,
)
from storage.ids import new_id

NAMES = sorted(tables.metadata.tables)
ALL_OF_A_LINK = "SELECT *, ctid, xmin, xmax, cmin, cmax FROM group_link"  # what PostgreSQL keeps of a row itself too
BESIDE = {"cohort_size", "alembic_version"}  # a view, and what the migrations keep


@pytest.fixture(scope="module")
def role_urls(postgres_roles):
    """The address of one database for each of the two roles."""
    return {role: make_url(address) for role, address in postgres_roles.items()}


def connected(url):
    return psycopg.connect(url.set(drivername="postgresql").render_as_string(hide_password=False))


def test_every_table_stands_in_one_of_the_two_lists_of_each_role():
    assert (set(grants.CONSOLE) - BESIDE) | grants.CLOSED_TO_CONSOLE == set(NAMES)
    assert not set(grants.CONSOLE) & grants.CLOSED_TO_CONSOLE
    assert (set(grants.PAGE) - BESIDE) | grants.CLOSED_TO_PAGE == set(NAMES)
    assert not set(grants.PAGE) & grants.CLOSED_TO_PAGE


def test_no_table_with_anything_of_a_leader_is_open_to_the_console():
    about = {name for name, table in tables.metadata.tables.items() if "leader" in table.c}
    sealed = {name for name, table in tables.metadata.tables.items() if any(c.info.get("sealed") for c in table.c)}
    assert about | sealed | {"leader", "personal_key"} <= grants.CLOSED_TO_CONSOLE | {"audit"}


@pytest.mark.parametrize("act", ["SELECT count(*) FROM {}", "DELETE FROM {}", "INSERT INTO {} DEFAULT VALUES"])
@pytest.mark.parametrize("table", sorted(grants.CLOSED_TO_CONSOLE))
def test_the_console_gets_a_permission_error_on_each_forbidden_table(role_urls, table, act):
    with connected(role_urls["weerklank_console"]) as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute(sql.SQL(act).format(sql.Identifier(table)))


@pytest.mark.parametrize(
    "act",
    [
        "SELECT leader FROM audit",
        "UPDATE release SET facts = '{}'",
        "INSERT INTO release (id) VALUES (1)",
        "DELETE FROM cohort",
        "UPDATE audit SET event = 'x'",
        "UPDATE fact SET value = 'x'",
        "CREATE TABLE mine (id int)",
        "SET ROLE weerklank_page",
    ],
)
def test_nor_may_it_change_what_was_released_or_noted(role_urls, act):
    with connected(role_urls["weerklank_console"]) as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute(act)


@pytest.mark.asyncio
async def test_the_console_can_do_what_it_must(postgres_url, role_urls, open_stores, new_leader, now):
    (bot,) = open_stores(postgres_url)
    async with bot.transaction() as session:
        group = await cohorts.add(session, "Groep", "core_12w", "nl", "Europe/Amsterdam", None, now)
        person = await new_leader(session)
        await enrolments.add(session, person.id, group.id, "core_12w", now.date(), 0, 0, now, now)
        await releases.keep(session, group.id, "mirror", (now.date(), now.date()), "{}", now)
        await known.tell(session, "username", "weerklank_bot")
    (console,) = open_stores(role_urls["weerklank_console"].render_as_string(hide_password=False))
    until, link = now + timedelta(minutes=10), sign_ins.Link(new_id(), "d", now, now + timedelta(minutes=10))
    async with console.transaction() as session:
        home = await organisations.add(session, "Alliantie", now)
        assert await cohorts.adopt(session, home.id) == 1
        member = await members.add(session, 7, "nl", now)
        held = roles.new(member.id, home.id, None, "owner")
        await roles.give(session, held, None, now)
        assert await roles.of(session, member.id) == [held]
        await staff_invites.add(session, staff_invites.new((home.id, None, "observer"), member.id, until), "s", now)
        assert await staff_invites.use(session, "s", now)
        await sign_ins.add(session, "console", member.id, link)
        assert await sign_ins.bind(session, "console", "d", "b", now)
        assert await sign_ins.use(session, "console", "d", "b", now) == member.id
        await sign_ins.note_try(session, "x", now)
        await web_sessions.begin(session, "console", member.id, "w", now)
        assert await web_sessions.whose(session, "console", "w", now - until.resolution, now - until.resolution)
        assert [joined for _, joined in await cohorts.of(session, {home.id})] == [1]
        await cohorts.keep(session, group)
        await invites.add(session, group.id, "i", until, 1, now, invites.Made(member.id))
        assert len(await invites.of(session, group.id)) == 1
        (mirror,) = await releases.of(session, group.id, "mirror")
        assert await releases.publish(session, mirror.id, member.id, now)
        await orders.put(session, group.id, "publish", {"release": mirror.id}, member.id, now)
        await notices.add(session, group.id, member.id, "Tot dinsdag.", now)
        question = own_questions.OwnQuestion(group.id, "Wat?", "What?", None, member.id, now)
        await own_questions.add(session, question)
        await own_questions.keep(session, question)
        await group_links.add(session, group.id, member.id, "g", (now, until))
        (offered,) = await group_links.of(session, group.id)
        assert not await group_links.end(session, offered.id, now, "unlinked")
        assert await group_links.take_back(session, group.id, now) == 1
        await audit.did(session, audit.Deed("mirror published", member.id, home.id, group.id), now)
        assert len(await audit.within(session, home.id)) == 1
        assert await known.told(session, "username") == "weerklank_bot"


@pytest.mark.asyncio
async def test_the_page_can_export_and_erase_its_own_leader(postgres_url, role_urls, open_stores, new_leader, now):
    (bot,) = open_stores(postgres_url)
    async with bot.transaction() as session:
        person = await new_leader(session)
        await members.add(session, person.chat, "nl", now)
    (page,) = open_stores(role_urls["weerklank_page"].render_as_string(hide_password=False))
    async with page.transaction() as session:
        assert (await export.everything(session, person.id))["leader"]
        await leaders.erase(session, person.id, now)
    async with bot.transaction() as session:
        assert await leaders.count(session) == 0
        assert await members.by_chat(session, person.chat) is None


@pytest.mark.asyncio
async def test_a_leader_can_object_on_their_page_and_change_nothing_else_about_a_telegram_group(
    postgres_url, role_urls, open_stores, now
):
    (bot,) = open_stores(postgres_url)
    async with bot.transaction() as session:
        group = await cohorts.add(session, "Groep", "core_12w", "nl", "Europe/Amsterdam", None, now)
        member = await members.add(session, 7, "nl", now)
        await group_links.add(session, group.id, member.id, "g", (now, now))
        (made,) = await group_links.of(session, group.id)
        await group_links.bind(session, made.id, group_links.Place(-100, "Kring"), now, now + timedelta(days=7))
    (page,) = open_stores(role_urls["weerklank_page"].render_as_string(hide_password=False))
    with connected(role_urls["weerklank_console"]) as console:
        before = console.execute(ALL_OF_A_LINK).fetchall()
    for _ in range(2):
        async with page.transaction() as session:
            (linked,) = await group_links.of(session, group.id)
            await group_links.object_to(session, linked.id)
    async with bot.transaction() as session:
        assert await group_links.objected(session, made.id)
    with connected(role_urls["weerklank_console"]) as console:
        assert console.execute(ALL_OF_A_LINK).fetchall() == before, "nor that its row was touched"
    for act in ("UPDATE group_link SET chat = 1", "UPDATE group_link SET ending = 'gone'", "TABLE group_objection"):
        with connected(role_urls["weerklank_page"]) as connection, pytest.raises(errors.InsufficientPrivilege):
            connection.execute(act)


def test_a_file_has_no_roles(sqlite_url):
    with pytest.raises(ValueError, match="PostgreSQL"):
        grants.apply(sqlite_url)

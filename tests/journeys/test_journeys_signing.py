"""Signing in by a link in the chat: once, within ten minutes, in one browser; and out again, by oneself or by time."""

from dataclasses import replace
from datetime import timedelta

import pytest
from office import BROWSER, COLLEAGUE, OWNER, SOURCE

from journeys.console import organisations, people, signing
from journeys.console.who import Role
from journeys.tokens import digest
from storage import known, members, roles

pytestmark = pytest.mark.asyncio


async def opened(office, token, browser=BROWSER, source=SOURCE):
    return await signing.open_link(office.console, token, browser, source)


async def entered(office, token, browser=BROWSER):
    return await signing.enter(office.console, token, browser)


async def test_the_link_is_a_button_without_a_preview_and_its_token_is_stored_nowhere(office):
    token = await office.link(OWNER)
    delivery, out, text = office.bot.post.sent[-1]
    assert out.keyboard[0][0].url == f"https://console.example/in/{token}"
    assert token not in text
    assert token not in str(delivery.screen.args)
    for table in ("sign_in", "outbox"):
        assert token not in str(await office.bot.rows(f"SELECT * FROM {table}"))
    assert await office.bot.rows("SELECT digest FROM sign_in") == [(digest(token),)]


async def test_where_the_console_is_on_this_machine_the_link_stands_in_the_text(office):
    office.bot.world = replace(office.bot.world, console_url="http://127.0.0.1:8081")
    token = await office.link(OWNER)
    _, out, text = office.bot.post.sent[-1]
    assert out.keyboard == ()
    assert text.endswith(f"http://127.0.0.1:8081/in/{token}")


async def test_a_link_works_once(office):
    token = await office.link(OWNER)
    assert await opened(office, token)
    assert await opened(office, token)  # a second look uses nothing up
    secret = await entered(office, token)
    assert (await signing.visitor(office.console, secret)).roles[0].kind == "owner"
    assert not await opened(office, token)
    assert await entered(office, token) is None


async def test_a_link_belongs_to_the_first_browser_that_opens_it(office):
    token = await office.link(OWNER)
    assert await entered(office, token) is None, "it must be opened first"
    assert await opened(office, token)
    assert not await opened(office, token, "another browser")
    assert await entered(office, token, "another browser") is None
    assert await entered(office, token) is not None


async def test_a_link_ends_after_ten_minutes(office):
    token = await office.link(OWNER)
    assert await opened(office, token)
    office.clock.machine += timedelta(minutes=10)
    assert not await opened(office, token)
    assert await entered(office, token) is None


@pytest.mark.parametrize(("language", "after", "asked"), [
    ("nl", "Over {n} minuten kan er weer een.", "/console"),
    ("en", "The next one is possible in {n} minutes.", "/console"),
    ("nl", "Over {n} minuten kan er weer een.", "/page"),
])  # fmt: skip
async def test_ten_links_an_hour_is_enough_and_when_the_next_is_possible_is_said(office, language, after, asked):
    office.bot.world = replace(office.bot.world, page_url="https://page.example")
    await office.bot.joins(OWNER)
    await office.bot.says(OWNER, f"/language {language}")
    begun = office.clock.machine
    for _ in range(10):
        await office.link(OWNER, asked)
        office.clock.machine += timedelta(minutes=2)
    for later, minutes in ((21, 40), (43, 20), (59, 5)):
        office.clock.machine = begun + timedelta(minutes=later)
        (said,) = await office.bot.says(OWNER, asked)
        assert after.format(n=minutes) in said
    office.clock.machine = begun + timedelta(hours=1, seconds=1)
    assert await office.link(OWNER, asked)
    (said,) = await office.bot.says(OWNER, asked)
    assert after.format(n=5) in said, "the second of the ten was two minutes later"


async def test_after_forty_tries_in_vain_nothing_opens_for_that_address_for_an_hour(office):
    for number in range(40):
        assert not await opened(office, f"wrong-{number}")
    token = await office.link(OWNER)
    assert not await opened(office, token)
    assert await opened(office, token, source="198.51.100.2")
    office.clock.machine += timedelta(hours=1, seconds=1)
    assert not await opened(office, token), "it is too old by now"
    token = await office.link(OWNER)
    assert await opened(office, token)
    assert SOURCE not in str(await office.bot.rows("SELECT source FROM sign_in_try"))


async def test_who_has_no_role_is_not_let_in_and_hears_nothing_new(office):
    await office.bot.joins(COLLEAGUE)
    unknown = await office.bot.says(COLLEAGUE, "/nosuchthing")
    assert await office.bot.says(COLLEAGUE, "/console") == unknown
    assert await office.bot.rows("SELECT count(*) FROM sign_in") == [(0,)]
    assert await office.bot.rows("SELECT count(*) FROM member") == [(0,)]


async def test_where_no_console_is_set_up_that_is_said_kindly(office):
    office.bot.world = replace(office.bot.world, console_url="")
    (said,) = await office.bot.says(OWNER, "/console")
    assert "nog geen console" in said


async def test_half_an_hour_of_rest_ends_a_session_and_use_keeps_it_up(office):
    secret = await office.comes_in()
    for _ in range(3):
        office.clock.machine += timedelta(minutes=29)
        assert await signing.visitor(office.console, secret) is not None
    office.clock.machine += timedelta(minutes=30)
    assert await signing.visitor(office.console, secret) is None


async def test_twelve_hours_end_a_session_whatever_happens(office):
    secret = await office.comes_in()
    for _ in range(35):
        office.clock.machine += timedelta(minutes=20)
        assert await signing.visitor(office.console, secret) is not None
    office.clock.machine += timedelta(minutes=20)
    assert await signing.visitor(office.console, secret) is None


async def test_signing_out_ends_it_at_once_whatever_the_browser_keeps(office):
    secret, other = await office.comes_in(), await office.comes_in()
    await signing.leave(office.console, secret)
    assert await signing.visitor(office.console, secret) is None
    assert await signing.visitor(office.console, other) is not None


@pytest.mark.parametrize("secret", ["", "nonsense", "x" * 10_000, "\ud800"])
async def test_any_other_secret_is_nobody(office, secret):
    await office.comes_in()
    assert await signing.visitor(office.console, secret) is None
    assert await signing.reader(office.console, secret) is None


async def test_a_role_that_ends_is_gone_at_the_next_request(office):
    owner = await office.who()
    home = owner.roles[0].organisation
    await office.member(COLLEAGUE, Role("facilitator", home))
    secret = await office.comes_in(COLLEAGUE)
    (_, held) = (await people.within(office.console, owner)).roles
    await people.end(office.console, owner, held.role.id)
    assert await signing.visitor(office.console, secret) is None
    assert await office.bot.says(COLLEAGUE, "/console") != []
    assert await office.bot.rows("SELECT count(*) FROM sign_in WHERE used_at IS NULL") == [(0,)]


async def test_a_link_of_who_lost_the_last_role_opens_no_session(office):
    await office.who()
    await office.member(COLLEAGUE, Role("observer", await office.organisation()))
    token = await office.link(COLLEAGUE)
    assert await opened(office, token)
    async with office.console.store.transaction() as session:
        member = await members.by_chat(session, COLLEAGUE)
        (held,) = await roles.of(session, member.id)
        await roles.end(session, held.id, office.clock.now())
    assert await entered(office, token) is None


async def test_a_leader_signs_in_to_their_own_page_by_another_door(office):
    office.bot.world = replace(office.bot.world, page_url="https://page.example")
    await office.bot.joins(COLLEAGUE)
    token = await office.link(COLLEAGUE, "/page")
    assert not await opened(office, token), "the console's door knows no leaders"
    assert await signing.open_link(office.console, token, BROWSER, SOURCE, "page")
    secret = await signing.enter(office.console, token, BROWSER, "page")
    assert await signing.visitor(office.console, secret) is None
    (leader,) = await office.bot.rows("SELECT id FROM leader")
    assert await signing.reader(office.console, secret) == leader[0]
    await signing.leave(office.console, secret, "page")
    assert await signing.reader(office.console, secret) is None


async def test_without_a_page_or_a_yes_there_is_no_link_to_it(office):
    await office.bot.joins(COLLEAGUE)
    (said,) = await office.bot.says(COLLEAGUE, "/page")
    assert "/antwoorden" in said
    office.bot.world = replace(office.bot.world, page_url="https://page.example")
    await office.bot.starts(10)
    assert await office.bot.says(10, "/page")
    assert await office.bot.rows("SELECT count(*) FROM page_sign_in") == [(0,)]


async def test_erasing_everything_takes_the_sessions_of_page_and_console_along(office):
    office.bot.world = replace(office.bot.world, page_url="https://page.example")
    await office.bot.joins(OWNER)
    token = await office.link(OWNER, "/page")
    await signing.open_link(office.console, token, BROWSER, SOURCE, "page")
    page, console = await signing.enter(office.console, token, BROWSER, "page"), await office.comes_in()
    await office.bot.says(OWNER, "/delete")
    await office.bot.taps(OWNER, "delete")
    assert await signing.reader(office.console, page) is None
    assert await signing.visitor(office.console, console) is None
    for table in ("member", "role", "sign_in", "web_session", "page_sign_in", "page_session"):
        assert await office.bot.rows(f"SELECT count(*) FROM {table}") == [(0,)], table


async def test_the_first_owner_founds_the_organisation_and_adopts_what_was_there(office):
    await office.bot.joins(OWNER)
    await office.bot.rows("SELECT 1")
    owner = await office.who()
    (home,) = await organisations.homes(office.console, owner)
    assert (home.name, home.edits) == ("Stichting Zonzijde", True)
    again = await office.who()
    assert again.roles == owner.roles
    await organisations.rename(office.console, owner, home.id, "  Alliantie   Zonzijde ")
    await organisations.call_me(office.console, owner, "Noor de Wit")
    await signing.speak(office.console, owner, "en")
    later = await office.who()
    assert (later.name, later.language) == ("Noor de Wit", "en")
    assert [one.name for one in await organisations.homes(office.console, later)] == ["Alliantie Zonzijde"]


async def test_an_owner_whose_role_was_ended_does_not_get_it_back_from_the_settings(office):
    owner = await office.who()
    async with office.console.store.transaction() as session:
        (held,) = await roles.of(session, owner.member)
        await roles.end(session, held.id, office.clock.now())
    await office.bot.says(OWNER, "/console")
    assert await office.bot.rows("SELECT count(*) FROM role WHERE ended_at IS NULL") == [(0,)]


async def test_the_bots_name_is_told_again_when_it_changes(office):
    async with office.console.store.transaction() as session:
        assert await known.told(session, "username") == ""
        await known.tell(session, "username", "one_bot")
        await known.tell(session, "username", "other_bot")
        assert await known.told(session, "username") == "other_bot"

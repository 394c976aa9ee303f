"""What the page about links tells of who came by one: nothing."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from console_at_work import HELPER, OWNER
from console_town import Town, posts

from journeys.console import invitations
from journeys.console.who import Missing, Role, Who
from journeys.tokens import digest
from storage import invites, members

pytestmark = pytest.mark.asyncio
LIMITS = invitations.Limits(timedelta(days=30))


async def owner(town: Town) -> Who:
    """Who made the groups of Thuis."""
    async with town.office.bot.store.transaction() as session:
        made = await members.by_chat(session, OWNER)
    assert made is not None
    return Who(made.id, "", "nl", (Role("owner", town.here.id),))


async def handed(town: Town, people: int) -> tuple[str, ...]:
    """A link for each of so many people of Alfa."""
    tokens = tuple(invitations.fresh() for _ in range(people))
    await invitations.for_each(town.office.bot, await owner(town), town.alfa.id, LIMITS, tokens)
    return tokens


async def used(town: Town, token: str) -> None:
    """Somebody came in by this link."""
    async with town.office.bot.store.transaction() as session:
        assert await invites.redeem(session, digest(token), town.office.clock.wall())


def told(page: str) -> str:
    """A page without what is another each time: the token of its forms, and what tells a second pressing."""
    return re.sub(r'name="(form_token|once)" value="[^"]*"', "", page)


async def test_nothing_on_a_page_tells_which_link_of_a_list_was_used(town: Town):
    browser, group = await town.office.signed_in(), f"/cohorts/{town.alfa.id}"
    tokens = await handed(town, 3)
    pages = [f"{group}{end}" for end in ("/invitations", "/audit")]
    before = [told((await browser.sees(page)).text) for page in pages]
    for token in (tokens[2], town.alfa.token, *[town.alfa.token] * 4):
        await used(town, token)
    assert [told((await browser.sees(page)).text) for page in pages] == before
    assert before[0].count("een eigen link voor ieder") == 1
    assert "3 mensen" in before[0]


@pytest.mark.parametrize(("language", "rows"), [
    ("nl", ["maandag 2 november om 13:00 Ingrid", "dinsdag 3 november om 14:05 zonder naam"]),
    ("en", ["Monday 2 November at 13:00 Ingrid", "Tuesday 3 November at 14:05 unnamed"]),
])  # fmt: skip
async def test_two_lists_of_as_many_people_are_told_apart_by_when_and_by_whom_they_were_made(
    town: Town, language, rows
):
    office, here = town.office, f"/cohorts/{town.alfa.id}/invitations"
    browser = await office.signed_in()
    await posts(browser, "/language", language=language)
    await posts(browser, "/me/name", name="Ingrid")
    await handed(town, 3)
    office.clock.later(hours=25, minutes=5)
    other = await office.signed_in(HELPER)
    await posts(other, "/language", language=language)
    async with office.bot.store.transaction() as session:
        helper = await members.by_chat(session, HELPER)
        await members.keep(session, replace(helper, name=""))
    tokens = tuple(invitations.fresh() for _ in range(3))
    who = Who(helper.id, "", "nl", (Role("facilitator", town.here.id),))
    await invitations.for_each(office.bot, who, town.alfa.id, LIMITS, tokens)
    page = re.sub(r"<[^>]+>", " ", (await other.sees(here)).text)
    shown = [one for one in rows if one in " ".join(page.split())]
    assert shown == rows


async def test_a_list_or_a_page_made_of_a_used_link_is_the_same(town: Town):
    browser, group = await town.office.signed_in(), f"/cohorts/{town.alfa.id}"
    tokens = await handed(town, 2)
    list_of = f'[["Anne", "", "{tokens[0]}"]]'
    before = (await posts(browser, f"{group}/invitations/merge", handed=list_of)).content
    await used(town, tokens[0])
    assert (await posts(browser, f"{group}/invitations/merge", handed=list_of)).content == before
    assert (await posts(browser, f"{group}/invitations/paper", token=tokens[0])).status_code == 200


async def test_the_links_of_a_list_are_revoked_together_and_no_other(town: Town):
    office = town.office
    who = await owner(town)
    tokens = await handed(town, 3)
    await used(town, tokens[1])
    listed, group = await invitations.standing(office.bot, who, town.alfa.id)
    assert (listed.kind, listed.people, group.kind, group.people) == ("personal", 3, "group", 5)
    async with office.bot.store.transaction() as session:
        one = next(each for each in await invites.of(session, town.alfa.id) if each.kind == "personal")
    with pytest.raises(Missing):
        await invitations.revoke(office.bot, who, town.alfa.id, one.id)
    assert await invitations.revoke(office.bot, who, town.alfa.id, listed.id) == 3
    assert await invitations.printed(office.bot, who, town.alfa.id, town.alfa.token)
    for token in tokens:
        with pytest.raises(Missing):
            await invitations.listed(office.bot, who, town.alfa.id, (token,))

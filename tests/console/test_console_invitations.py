"""What the page about links tells of who came by one: nothing."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from console_at_work import HELPER, OWNER, WATCHER, Browser
from console_town import Town, posts
from test_console_done import done

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


async def opens(town: Town, *tokens: str) -> list[bool]:
    """Does each of these links let somebody in now?"""
    async with town.office.bot.store.transaction() as session:
        found = [await invites.peek(session, digest(token), town.office.clock.wall()) for token in tokens]
    return [one is not None for one in found]


async def list_of(browser: Browser, town: Town) -> str:
    """The page of the only list of personal links of Alfa."""
    here = f"/cohorts/{town.alfa.id}/invitations"
    (apart,) = re.findall(rf'href="({here}/\d+)"', (await browser.sees(here)).text)
    return apart


def buttons(page: str) -> list[str]:
    """Where the forms go that revoke one link, in their order."""
    return re.findall(r'action="([^"]+/links/\d+/revoke)"', page)


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
    pages = [f"{group}/invitations", f"{group}/audit", await list_of(browser, town)]
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


async def test_one_link_of_a_list_is_revoked_by_its_place_and_the_others_go_on_working(town: Town):
    browser, tokens = await town.office.signed_in(), await handed(town, 4)
    apart = await list_of(browser, town)
    page = (await browser.sees(apart)).text
    assert [f"Trek link {place} in" in page for place in range(1, 6)] == [True, True, True, True, False]
    answer = await posts(browser, buttons(page)[2])
    assert (answer.status_code, answer.headers["location"]) == (303, apart)
    assert await opens(town, *tokens) == [True, True, False, True]
    page = (await browser.sees(apart)).text
    assert done(page).startswith("Ingetrokken: link 3 laat niemand meer binnen.")
    assert "Trek link 3 in" not in page
    assert len(buttons(page)) == 3
    assert "3 ingetrokken" not in page
    there = (await browser.sees(f"/cohorts/{town.alfa.id}/invitations")).text
    assert "4 mensen" in there
    assert "1 link ingetrokken" in there
    assert "Trek al deze links in" in there, "the others can still be revoked together"


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_used_link_is_revoked_with_the_same_words_as_any_other_and_who_came_by_it_stays(town: Town, language):
    browser, tokens = await town.office.signed_in(), await handed(town, 3)
    await posts(browser, "/language", language=language)
    apart = await list_of(browser, town)
    await used(town, tokens[0])
    heard = []
    for number in (1, 2):
        answer = await posts(browser, buttons((await browser.sees(apart)).text)[0])
        heard.append((answer.status_code, done((await browser.sees(apart)).text).replace(str(number), "…")))
    assert heard[0] == heard[1]
    stays = {"nl": "Wie er al mee binnenkwam, doet gewoon mee.", "en": "Whoever came in by it already takes part as"}
    assert stays[language] in heard[0][1]
    whether = {"nl": "Of een link al gebruikt is, staat hier niet", "en": "Whether a link was used is not told here"}
    assert whether[language] in (await browser.sees(apart)).text


async def test_a_button_that_is_pressed_twice_revokes_once_and_the_log_tells_it_once(town: Town):
    browser, _ = await town.office.signed_in(), await handed(town, 2)
    button = buttons((await browser.sees(await list_of(browser, town))).text)[0]
    answers = [await posts(browser, button) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    log = (await browser.sees(f"/cohorts/{town.alfa.id}/audit")).text
    assert log.count("Eén persoonlijke link ingetrokken") == 1
    await posts(browser, "/language", language="en")
    assert "One personal link revoked" in (await browser.sees(f"/cohorts/{town.alfa.id}/audit")).text


async def test_when_every_link_of_a_list_was_revoked_by_itself_the_list_is_over(town: Town):
    browser, tokens = await town.office.signed_in(), await handed(town, 2)
    apart = await list_of(browser, town)
    for button in buttons((await browser.sees(apart)).text):
        await posts(browser, button)
    assert await opens(town, *tokens) == [False, False]
    page = (await browser.sees(f"/cohorts/{town.alfa.id}/invitations")).text
    assert "Trek al deze links in" not in page
    assert "werkt niet meer" in page
    assert buttons((await browser.sees(apart)).text) == []


async def test_links_whose_time_is_over_have_no_button_any_more(town: Town):
    browser, _ = await town.office.signed_in(), await handed(town, 2)
    apart = await list_of(browser, town)
    town.office.clock.later(days=31)
    browser = await town.office.signed_in()
    page = (await browser.sees(apart)).text
    assert buttons(page) == []
    assert page.count("werkt niet meer") == 2


async def test_the_links_on_the_page_and_in_the_file_have_the_numbers_by_which_they_are_revoked(town: Town):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.beta.id}/invitations"
    page = await posts(browser, f"{here}/personal", people="Anne;anne@voorbeeld.nl\nBo;bo@voorbeeld.nl", days="30")
    rows = re.findall(r'<tr><th scope="row">(\d+)</th><td[^>]*>(\w+)</td>', page.text)
    assert rows == [("1", "Anne"), ("2", "Bo")]
    browser.last = page
    heading, *file = (await browser.sends(f"{here}/merge")).content.decode("utf-8-sig").splitlines()
    assert heading == "naam;e-mail;link;nummer"
    assert [(row.split(";")[0], row.split(";")[-1]) for row in file] == [("Anne", "1"), ("Bo", "2")]
    (apart,) = re.findall(rf'href="({here}/\d+)"', (await browser.sees(here)).text)
    await posts(browser, buttons((await browser.sees(apart)).text)[1])
    first, second = [row.split(";")[2].split("start=")[1] for row in file]
    assert await opens(town, first, second) == [True, False]


@pytest.mark.parametrize("pasted", [
    "https://t.me/weerklank_bot?start={}", "  {} ", "t.me/weerklank_bot?start={}&x=1",
    "Beste Anne,\nmet https://t.me/weerklank_bot?start={}\ndoe je mee. Groet, Marit",
])  # fmt: skip
async def test_a_link_that_is_pasted_is_revoked_whatever_stands_around_it(town: Town, pasted: str):
    browser, tokens = await town.office.signed_in(), await handed(town, 3)
    here = f"/cohorts/{town.alfa.id}/invitations"
    for _ in range(2):
        assert (await posts(browser, f"{here}/revoke", link=pasted.format(tokens[1]))).status_code == 303
        assert done((await browser.sees(here)).text).startswith("Ingetrokken: deze link laat niemand meer binnen.")
    assert await opens(town, *tokens) == [True, False, True]
    assert (await browser.sees(f"/cohorts/{town.alfa.id}/audit")).text.count("Eén persoonlijke link ingetrokken") == 1


async def test_the_link_for_the_group_can_be_pasted_too(town: Town):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.alfa.id}/invitations"
    assert (await posts(browser, f"{here}/revoke", link=town.alfa.token)).status_code == 303
    assert await opens(town, town.alfa.token, town.beta.token) == [False, True]
    log = (await browser.sees(f"/cohorts/{town.alfa.id}/audit")).text
    assert log.count("Link ingetrokken") == 1


FOREIGN = {
    "nl": "Deze link is niet van deze groep. Kijk of je hem heel hebt geplakt.",
    "en": "This link is not of this group. See whether you pasted all of it.",
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("pasted", ["{}", "https://t.me/bot?start={}", "nothing-opens-with-this", "", "x" * 9000])
async def test_a_pasted_link_of_another_group_and_one_that_never_was_hear_the_same_at_the_field(
    town: Town, pasted: str, language: str
):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.alfa.id}/invitations"
    await posts(browser, "/language", language=language)
    page = await posts(browser, f"{here}/revoke", link=pasted.format(town.beta.token))
    assert page.status_code == 422
    assert re.findall(r'id="link-error">([^<]+)<', page.text) == [FOREIGN[language]]
    assert f'role="alert"><p>{FOREIGN[language]}</p>' in page.text, "and above all, for who is read to"
    assert f'action="{here}/revoke#link"' in page.text, "the page opens at the field"
    assert town.beta.token not in page.text
    assert await opens(town, town.alfa.token, town.beta.token) == [True, True]


async def test_a_link_of_another_list_or_group_is_not_there_on_this_list(town: Town):
    office, who = town.office, await owner(town)
    await handed(town, 2)
    await handed(town, 1)
    (single, _), (double, places) = [
        await invitations.apart(office.bot, who, town.alfa.id, one.id)
        for one in await invitations.standing(office.bot, who, town.alfa.id)
        if one.kind == "personal"
    ]
    for cohort, together in ((town.alfa.id, single.id), (town.beta.id, double.id), (town.alfa.id, town.beta.invite)):
        with pytest.raises(Missing):
            await invitations.revoke_one(office.bot, who, cohort, (together, places[0].id))
    with pytest.raises(Missing):
        await invitations.apart(office.bot, who, town.beta.id, double.id)


async def test_who_only_looks_on_sees_no_list_and_revokes_nothing(town: Town):
    tokens = await handed(town, 2)
    browser, here = await town.office.signed_in(), f"/cohorts/{town.alfa.id}/invitations"
    apart = await list_of(browser, town)
    button = buttons((await browser.sees(apart)).text)[0]
    watcher = await town.office.signed_in(WATCHER)
    assert (await watcher.sees(apart)).status_code == 409
    for path, fields in ((button, {}), (f"{here}/revoke", {"link": tokens[0]})):
        assert (await posts(watcher, path, **fields)).status_code == 409
    assert await opens(town, *tokens) == [True, True]

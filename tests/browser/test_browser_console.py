"""A facilitator's first ten minutes in a real browser: a group, its link, the first joins, a mirror, a guide."""

from datetime import timedelta

import console_seeds as seeds
import pytest
from conftest import Eyes, Look, console_of, eyes, served
from console_at_work import OWNER, Office
from playwright.async_api import Browser, expect

from console.words import Words
from dialogues.people import Id
from journeys.console import orders, releasing

pytestmark = pytest.mark.asyncio
SMALLEST = 11  # CSS pixels of a label in a drawing
LABELS = """[...document.querySelectorAll("figure.chart > svg text")].map(one => {
    const drawing = one.ownerSVGElement;
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    return parseFloat(getComputedStyle(one).fontSize) * scale;
})"""


async def test_the_first_ten_minutes(office: Office, chromium: Browser, look: Look):
    async with served(console_of(office)) as address, eyes(chromium, look, address) as seen:
        await _signs_in(office, seen)
        group = await _makes_a_group(seen)
        await _invites(seen, group)
        await _adds_a_question(office, seen, group)
        await _sees_the_first_joins(office, seen, group)
        await _publishes_a_mirror(office, seen, group)
        await _prints_the_guide(seen, group)
        await _looks_around(seen, group)


async def test_on_a_phone_a_long_name_breaks_a_change_stands_as_cards_and_labels_can_be_read(
    office: Office, chromium: Browser, look: Look
):
    async with served(console_of(office)) as address, eyes(chromium, look, address) as seen:
        await _signs_in(office, seen)
        group = await _makes_a_group(seen)
        t, page = Words(look.language), seen.page
        await seen.at(f"{group}/running")
        await page.get_by_label(t("new.name"), exact=True).fill("Samenwerkingsverbandbestuurdersoverleg" * 2)
        await page.get_by_role("button", name=t("me.keep")).first.click()
        await expect(page.locator("#done")).to_have_text(t("done.kept"))
        await seen.looks()
        await page.get_by_label(t("new.day")).select_option("3")
        await page.get_by_role("button", name=t("running.look_change")).click()
        await expect(page.locator("#changes")).to_be_visible()
        assert await page.locator("table.stacked tbody tr").first.evaluate("one => getComputedStyle(one).display") == (
            "block" if look.size == "phone" else "table-row"
        )
        await seen.looks()
        for path in ("/", group, f"{group}/invitations", f"{group}/programme"):
            await seen.at(path)
            await seen.looks()
        people = await _join(office, group)
        await _ten_weeks(office, people)
        await seen.at(f"{group}/participation")
        await page.set_viewport_size({"width": 360, "height": 740})
        sizes = await page.evaluate(LABELS)
        assert min(sizes) >= SMALLEST, sizes


async def test_a_group_of_nine_is_told_of_in_words_on_every_page(office: Office, chromium: Browser, look: Look):
    async with served(console_of(office)) as address, eyes(chromium, look, address) as seen:
        await _signs_in(office, seen)
        group, t, page = await _makes_a_group(seen), Words(look.language), seen.page
        people = await _join(office, group, 9)
        office.clock.story += timedelta(days=21)
        assert await releasing.due(office.bot, [])
        await seen.at(f"{group}/participation")
        await expect(page.get_by_text(t("participation.few", people=9))).to_be_visible()
        await seen.looks()
        await _ten_weeks(office, people)
        await seen.at(f"{group}/participation")
        assert await page.locator("figure.chart").count() == 1
        await seen.looks()
        await seen.at(f"{group}/mirror")
        await expect(page.locator(".leans strong").first).to_be_visible()
        await seen.looks()
        await page.get_by_role("button", name=t("mirror.publish")).first.click()
        await seen.looks()
        await page.locator("button[value=share]").click()
        await seen.at(f"{group}/guide/P04")
        await seen.looks()


async def _signs_in(office: Office, seen: Eyes) -> None:
    t, page = Words(seen.look.language), seen.page
    await seen.at("/")
    await expect(page.get_by_role("heading", level=1)).to_have_text(t("door.title"))
    await seen.looks()
    await seen.at(await office.link(OWNER))
    await seen.looks()
    await page.get_by_role("button", name=t("door.enter")).press("Enter")
    await expect(page).to_have_url(f"{seen.address}/")
    if await page.locator("html").get_attribute("lang") != seen.look.language:
        await seen.menu()
        await seen.looks()
        await page.get_by_role("button", name="English").click()
    await expect(page.locator("html")).to_have_attribute("lang", seen.look.language)


async def _makes_a_group(seen: Eyes) -> str:
    t, page = Words(seen.look.language), seen.page
    await page.goto(f"{seen.address}/me")
    await page.get_by_label(t("me.name"), exact=True).fill("Marit de Graaf")
    await page.get_by_role("button", name=t("me.keep")).first.click()
    await seen.looks()
    await seen.at("/")
    await seen.looks()
    await page.get_by_role("link", name=t("cohorts.new")).click()
    await page.get_by_label(t("new.name")).fill("Leergang Samen Sterk")
    await page.get_by_label(t("new.starts_on")).fill("2026-11-03")
    await page.get_by_role("button", name=t("new.preview")).click()
    await expect(page.locator(".calendar time").first).to_be_visible()
    await seen.looks("console-new")
    await page.get_by_role("button", name=t("new.make")).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(t("tabs.invitations"))
    return page.url.removesuffix("/invitations").removeprefix(seen.address)


async def _invites(seen: Eyes, group: str) -> None:
    t, page = Words(seen.look.language), seen.page
    await seen.looks("console-invite")
    if seen.look.size == "phone":
        await page.locator(".part summary").press("Enter")
        await seen.looks()
    await page.get_by_role("button", name=t("invitations.make"), exact=True).click()
    await expect(page.locator("svg.qr")).to_be_visible()
    await seen.looks()
    await page.get_by_role("button", name=t("invited.copy"), exact=True).press("Enter")
    await expect(page.get_by_role("button", name=t("invited.copied"))).to_be_visible()
    async with page.expect_download() as paper:
        await page.get_by_role("button", name=t("invited.paper", language="Nederlands")).click()
    assert (await paper.value).suggested_filename == "weerklank-uitnodiging.pdf"
    await seen.at(f"{group}/invitations")
    await page.get_by_label(t("invitations.people")).fill("Anne;anne@voorbeeld\nBo;bo@voorbeeld.nl")
    await page.get_by_role("button", name=t("invitations.make_each")).click()
    await expect(page.get_by_role("alert")).to_contain_text(t("mend.address"))
    await seen.looks()
    await page.get_by_label(t("invitations.people")).fill("Anne;anne@voorbeeld.nl\nBo;bo@voorbeeld.nl")
    await page.get_by_role("button", name=t("invitations.make_each")).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(t("invited.title"))
    await seen.looks()
    await _revokes_one(seen, group)


async def _revokes_one(seen: Eyes, group: str) -> None:
    t, page = Words(seen.look.language), seen.page
    await seen.at(f"{group}/invitations")
    await seen.looks()
    await page.get_by_role("link", name=t("invitations.apart")).press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text(t("links.title"))
    await seen.looks()
    await page.get_by_role("button", name=t("links.revoke", place=2)).press("Enter")
    await expect(page.locator("#done")).to_have_text(t("done.revoked_one", place=2))
    await expect(page.get_by_role("button", name=t("links.revoke", place=2))).to_have_count(0)
    await seen.looks()
    await seen.at(f"{group}/invitations")
    await page.get_by_label(t("invitations.pasted")).fill("https://t.me/weerklank_bot?start=x")
    await page.get_by_role("button", name=t("invitations.revoke_pasted")).press("Enter")
    await expect(page.get_by_role("alert")).to_have_text(t("refused.no_link"))
    await expect(page.get_by_label(t("invitations.pasted"))).to_be_in_viewport()
    await seen.looks()


async def _adds_a_question(office: Office, seen: Eyes, group: str) -> None:
    t, page = Words(seen.look.language), seen.page
    await seen.at(f"{group}/questions")
    await page.get_by_label(t("question.nl")).fill("Welk gesprek stel je deze maand uit? En waarom?")
    await page.get_by_label(t("question.en")).fill("Wat stel je deze maand uit, en wat maakt dat?")
    await page.get_by_label(t("question.on")).fill("2026-11-14")
    await page.get_by_role("button", name=t("question.look")).click()
    await expect(page.get_by_text(t("refused.free_day"))).to_be_visible()
    await seen.looks()
    await page.get_by_label(t("question.en")).fill("Which conversation are you putting off this month? And why?")
    await page.get_by_label(t("question.on")).fill("2026-11-11")
    await page.get_by_role("button", name=t("question.look")).click()
    await expect(page.get_by_text(t("question.looked_doubts"))).to_be_visible()
    await expect(page.locator("#nl-doubts")).to_contain_text(t("question.doubt_why"))
    await seen.looks()
    await page.get_by_role("button", name=t("question.keep")).click()
    await expect(page.get_by_text(t("question.by", name="Marit de Graaf"))).to_be_visible()
    await expect(page.get_by_text(t("question.doubt_why")).first).to_be_visible()
    await seen.looks("console-question")
    await page.get_by_role("button", name=t("question.try")).click()
    await expect(page.get_by_text(t("question.sent"))).to_be_visible()
    await orders.waiting(office.bot, [])
    await expect(page.get_by_role("button", name=t("question.plan"))).to_be_visible(timeout=20_000)
    await page.get_by_role("button", name=t("question.plan")).click()
    await expect(page.get_by_text(t("question.state_planned"), exact=True)).to_be_visible()
    await seen.looks()
    await seen.at(f"{group}/questions")
    await seen.looks()


async def _join(office: Office, group: str, count: int = 14) -> list[Id]:
    chats = range(501, 501 + count)
    return await seeds.joins(office.bot.store, int(group.rsplit("/", 1)[1]), chats, office.clock.now())


async def _ten_weeks(office: Office, people: list[Id]) -> None:
    """They answer for six weeks, and what is told of them is released."""
    office.clock.story += timedelta(days=7)
    await seeds.weeks(office.bot.store, people, office.clock.now(), 6)
    office.clock.story += timedelta(days=70)
    assert await releasing.due(office.bot, [])


async def _sees_the_first_joins(office: Office, seen: Eyes, group: str) -> None:
    t, page = Words(seen.look.language), seen.page
    people = await _join(office, group)
    await seen.at(group)
    await expect(page.locator(".figure .number").first).to_have_text("14")
    await seen.looks("console-overview")
    await seen.at(f"{group}/participation")
    await expect(page.get_by_text(t("participation.none"))).to_be_visible()
    await _ten_weeks(office, people)
    await seen.at(f"{group}/participation")
    assert await page.locator("figure.chart").count() == 7
    await seen.looks("console-participation")


async def _publishes_a_mirror(office: Office, seen: Eyes, group: str) -> None:
    t, page = Words(seen.look.language), seen.page
    await seen.at(f"{group}/mirror")
    await seen.looks()
    await page.get_by_role("button", name=t("mirror.publish")).first.click()
    await seen.looks()
    await page.locator("button[value=share]").click()
    await expect(page.locator(".tag.open").nth(1)).to_be_visible()
    await seen.looks("console-mirror")
    await page.get_by_role("button", name=t("telegram.offer")).click()
    await expect(page.get_by_text(t("telegram.once"))).to_be_visible()
    await seen.looks()


async def _prints_the_guide(seen: Eyes, group: str) -> None:
    t, page = Words(seen.look.language), seen.page
    await seen.at(f"{group}/guide")
    await seen.looks()
    await seen.at(f"{group}/guide/P04")
    await seen.looks("console-guide")
    async with page.expect_download() as paper:
        await page.get_by_role("link", name=t("guide.print")).click()
    assert (await paper.value).suggested_filename == "weerklank-handreiking.pdf"


async def _looks_around(seen: Eyes, group: str) -> None:
    t, page = Words(seen.look.language), seen.page
    for path in (
        f"{group}/programme",
        f"{group}/audit",
        f"{group}/running",
        "/people",
        "/audit",
        "/library/RE-01",
        "/library/P04",
    ):
        await seen.at(path)
        await seen.looks()
    await seen.at("/library")
    await page.get_by_label(t("library.words")).fill("vertrouwen" if seen.look.language == "nl" else "trust")
    await expect(page.locator(".items li")).not_to_have_count(0)
    await seen.looks("console-library")
    await seen.menu()
    await page.get_by_role("button", name=t("nav.out")).click()
    await expect(page).to_have_url(f"{seen.address}/in")


async def test_without_scripts_there_is_no_button_that_does_nothing(office: Office, chromium: Browser):
    look = Look("nl", "phone", "light")
    async with served(console_of(office)) as address:
        context = await chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
        seen = Eyes(await context.new_page(), look, address)
        t, page = Words("nl"), seen.page
        await seen.at(await office.link(OWNER))
        await page.get_by_role("button", name=Words("en")("door.enter")).click()
        await page.goto(f"{address}/cohorts/new")
        await page.get_by_label(t("new.name")).fill("Leergang Samen Sterk")
        await page.get_by_role("button", name=t("new.make")).click()
        await page.get_by_role("button", name=t("invitations.make"), exact=True).click()
        await expect(page.locator("svg.qr")).to_be_visible()
        assert await page.locator("[data-copy]").count() > 0
        assert not [one for one in await page.locator("[data-copy]").all() if await one.is_visible()]
        await page.locator(".part summary").click()
        await page.locator(".part").get_by_role("link", name=t("tabs.mirror")).click()
        await expect(page.get_by_role("heading", level=1)).to_have_text(t("tabs.mirror"))
        await context.close()

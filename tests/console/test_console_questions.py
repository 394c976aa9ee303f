"""The pages of a facilitator's own question: what is typed stays, what is wrong is told, what is seen is what comes."""

from dataclasses import replace

import console_seeds as seeds
import pytest
from console_at_work import HELPER, OWNER, Browser, Office
from console_town import Town, posts
from test_console_canaries import CANARY, canary
from test_console_pages import made

from console.pages import questions
from dialogues.library import library
from handlers import screens
from journeys import ask, post
from journeys.console import posing
from journeys.ports import Delivery, Sent
from sandbox.parser import parse
from storage import answers, audit, enrolments, members, prompts
from storage import own_questions as kept

pytestmark = pytest.mark.asyncio
GOOD = {
    "nl": "Welk gesprek stel je nu uit, en wat maakt dat het wacht?",
    "en": "Which conversation are you putting off now, and what makes it wait?",
    "on_date": "2026-11-11",
}


class Chats:
    """A messenger that keeps what it showed, as text, by chat."""

    def __init__(self) -> None:
        self.told: list[tuple[int, str, list[str], Delivery]] = []

    async def deliver(self, delivery: Delivery) -> Sent:
        out = screens.render(delivery, library(), "weerklank_bot")
        keys = [key.label for row in out.keyboard for key in row]
        self.told.append((delivery.chat, parse(out.text, "HTML")[0], keys, delivery))
        return Sent(len(self.told))


async def opened(office: Office) -> tuple[Browser, str]:
    """A browser of the owner on the page of questions, and the address of that page."""
    browser = await office.signed_in()
    address = f"{await made(browser)}/questions"
    page = await browser.sees(address)
    assert page.status_code == 200, page.text
    return browser, address


async def written(office: Office) -> tuple[Browser, str]:
    """A draft, and its address."""
    browser, address = await opened(office)
    answer = await browser.sends(address, **GOOD)
    assert answer.status_code == 303, answer.text
    return browser, answer.headers["location"]


async def goes_out(office: Office) -> Chats:
    """The bot does what waits, and sends it."""
    await ask.tick(office.bot)
    chats = Chats()
    while isinstance(await post.deliver_next(office.bot, chats), post.Delivered):
        pass
    return chats


async def tried(office: Office, browser: Browser, here: str) -> Chats:
    await browser.sees(here)
    answer = await browser.sends(f"{here}/try")
    assert answer.headers["location"] == f"{here}?sent=1"
    return await goes_out(office)


@pytest.mark.parametrize(("field", "typed", "why"), [
    ("nl", "", "Schrijf de vraag ook in het Nederlands."),
    ("nl", "x " * 400 + "?", "Dit is te lang. Er passen 600 tekens in."),
    ("nl", "Vertel eens over je week", "Hier staat geen vraagteken."),
    ("nl", "Wat zou je {naam} nu willen vragen?", "Alleen gewone tekst"),
    ("nl", "Wat zou je <b>nu</b> willen vragen?", "Alleen gewone tekst"),
    ("nl", "Wat schrijf je op www.voorbeeld.example over deze week?", "Zonder links"),
    ("nl", "Wat? Hoe? En waar was dat toen?", "Dit zijn te veel vragen."),
    ("nl", "What did you put off this week, and what makes it wait?", "Dit lijkt geen Nederlands."),
    ("en", "Welk gesprek stel je nu uit, en wat maakt dat het wacht?", "Dit lijkt geen Engels."),
    ("on_date", "morgen", "Dit is geen datum."),
    ("on_date", "2026-11-02", "Kies een dag die nog komt."),
    ("on_date", "2026-11-14", "Dit is geen werkdag."),
    ("on_date", "2028-11-14", "buiten de looptijd"),
])  # fmt: skip
async def test_bad_input_gets_a_clear_sentence_and_what_was_typed_stays(office: Office, field, typed, why):
    browser, address = await opened(office)
    page = await browser.sends(address, **{**GOOD, field: typed})
    assert page.status_code == 422
    assert why in page.text
    assert f'id="{field}-error"' in page.text
    assert "Nog geen eigen vragen." in page.text
    for name in {"nl", "en"} - {field}:
        assert GOOD[name] in page.text
    if field != "on_date" and typed:
        assert typed.strip().replace("<", "&lt;").replace(">", "&gt;") in page.text
    again = await browser.sends(address, **GOOD)
    assert again.status_code == 303


async def test_the_preview_is_what_comes_in_the_chat_to_the_letter(office: Office):
    browser, here = await written(office)
    page = await browser.sees(here)
    chats = await tried(office, browser, here)
    shown = [one for one in chats.told if one[3].screen.name == posing.TRIED]
    assert [chat for chat, *_ in shown] == [OWNER, OWNER]
    async with office.bot.store.transaction() as session:
        (question,) = await kept.of(session, int(here.split("/")[2]))
    visit = type("Visit", (), {"desk": office.desk})()
    bubbles = questions.bubbles(visit, question, "", "Leergang Samen Sterk")
    for bubble, (_, text, keys, _) in zip(bubbles, shown, strict=True):
        dry, _, rest = text.partition("\n\n")
        assert "count" in dry or "telt" in dry
        assert rest == f"{bubble.from_}\n\n{bubble.text}\n\n{bubble.calm}"
        assert tuple(keys) == bubble.buttons
        for told in (bubble.from_, bubble.text, bubble.calm, *bubble.buttons):
            assert told in page.text


async def test_only_after_a_dry_run_it_can_be_planned_and_until_its_day_changed_or_dropped(office: Office):
    browser, here = await written(office)
    page = await browser.sees(here)
    assert "concept" in page.text
    assert f"{here}/plan" not in page.text
    await tried(office, browser, here)
    page = await browser.sees(f"{here}?sent=1")
    assert "Naar een chat gestuurd" in page.text
    answer = await browser.sends(f"{here}/plan")
    assert answer.headers["location"] == here
    page = await browser.sees(here)
    assert "Iedereen in de groep krijgt de vraag op 11 november 2026." in page.text
    await browser.sends(here, **{**GOOD, "on_date": "2026-11-18"})
    page = await browser.sees(here)
    assert "krijgt de vraag op 18 november 2026" in page.text
    await browser.sends(f"{here}/drop")
    page = await browser.sees(here)
    assert "Deze vraag is vervallen." in page.text
    assert "/plan" not in page.text
    trail = (await browser.sees(f"{here.split('/questions')[0]}/audit")).text
    for told in ("geschreven", "gepland", "veranderd", "laten vervallen"):
        assert f"Eigen vraag {told}" in trail
    assert GOOD["nl"] not in trail


async def test_the_page_looks_by_itself_whether_the_dry_run_went_out_but_not_for_ever(office: Office):
    browser, here = await written(office)
    await browser.sees(here)
    await browser.sends(f"{here}/try")
    page = await browser.sees(f"{here}?sent=1")
    assert "onderweg naar je chat" in page.text
    assert f'hx-get="{here}?sent=2"' in page.text
    for sent in ("8", "9999", "veel"):
        assert "hx-get" not in (await browser.sees(f"{here}?sent={sent}")).text


async def test_a_doubt_is_told_and_stops_nobody(office: Office):
    browser, address = await opened(office)
    doubtful = {**GOOD, "nl": "Heb je deze maand een gesprek uitgesteld?", "on_date": "2027-06-02"}
    answer = await browser.sends(address, **doubtful)
    page = await browser.sees(answer.headers["location"])
    assert "Hierop kun je ja of nee zeggen." in page.text
    assert "Het traject is dan voor de meesten voorbij." in page.text


async def test_a_mistake_in_a_change_leaves_what_was_typed_and_what_stands(office: Office):
    browser, here = await written(office)
    await browser.sees(here)
    page = await browser.sends(here, **{**GOOD, "nl": "Vertel eens over je week"})
    assert page.status_code == 422
    assert "Vertel eens over je week" in page.text
    assert GOOD["nl"] in page.text, "what stands is shown above"
    assert (await browser.sends(here, **{**GOOD, "on_date": "2026-11-12"})).status_code == 303


async def test_two_facilitators_at_once_see_what_the_other_did_and_lose_nothing(town: Town):
    office, here = town.office, f"/cohorts/{town.alfa.id}/questions/{town.alfa.question}"
    owner, helper = await office.signed_in(), await office.signed_in(HELPER)
    await owner.sees(here)
    await helper.sees(here)
    assert (await helper.sends(here, **GOOD)).status_code == 303
    mine = {**GOOD, "nl": "Welk gesprek ga je morgen aan, en wat heb je daarvoor nodig?"}
    page = await owner.sends(here, **mine)
    assert page.status_code == 409
    assert "Iemand anders heeft deze vraag intussen veranderd." in page.text
    assert mine["nl"] in page.text
    assert GOOD["nl"] in page.text
    assert (await owner.sends(here, **mine)).status_code == 303, "now they know what they change"
    page = await posts(owner, f"{here}/plan", mark=town.alfa.mark)
    assert page.status_code == 409
    assert (await posts(owner, here, **{**GOOD, "nl": "x"}, mark="")).status_code == 422


async def test_on_its_day_nothing_changes_any_more_and_the_page_says_so(office: Office):
    browser, here = await written(office)
    await tried(office, browser, here)
    await browser.sees(here)
    await browser.sends(f"{here}/plan")
    office.clock.later(days=8, hours=18)
    browser = await office.signed_in()
    page = await browser.sees(here)
    assert "De dag van deze vraag is begonnen." in page.text
    for act, fields in (("", {**GOOD, "on_date": "2026-11-18"}), ("/drop", {}), ("/try", {})):
        page = await posts(browser, f"{here}{act}", **fields)
        assert page.status_code == 409
        assert "Deze vraag kan niet meer veranderen." in page.text


async def test_a_question_of_a_closed_group_can_be_read_and_nothing_more(town: Town):
    owner, group = await town.office.signed_in(), f"/cohorts/{town.alfa.id}"
    await owner.sees(f"{group}/running")
    await owner.sends(f"{group}/running/close", sure="yes")
    page = await owner.sees(f"{group}/questions")
    assert "Nieuwe vraag" not in page.text
    page = await owner.sees(f"{group}/questions/{town.alfa.question}")
    assert "Deze groep is gesloten." in page.text
    assert "<textarea" not in page.text
    assert (await posts(owner, f"{group}/questions", **GOOD)).status_code == 409


async def test_the_pages_come_in_english(office: Office):
    browser, here = await written(office)
    await browser.sees(here)
    await browser.sends("/language", language="en")
    page = await browser.sees(here)
    for told in ("In a Dutch chat", "What comes next", "Send to my chat", "Drop this question"):
        assert told in page.text
    page = await browser.sees(here.rsplit("/", 1)[0])
    assert "A question that helps people on" in page.text


async def test_it_goes_from_the_form_to_three_answers_which_are_nowhere_to_be_seen_on_both_databases(office: Office):
    browser, here = await written(office)
    group = int(here.split("/")[2])
    await tried(office, browser, here)
    await browser.sees(here)
    await browser.sends(f"{here}/plan")
    people = await seeds.joins(office.bot.store, group, range(900, 903), office.clock.now())
    async with office.bot.store.transaction() as session:
        member = await members.by_chat(session, OWNER)
        await members.keep(session, replace(member, name="Noor"))
    office.clock.later(days=8, hours=19, minutes=30)  # Wednesday 11 November, 8:30 in Amsterdam
    chats = await goes_out(office)
    asked = [(chat, text) for chat, text, _, one in chats.told if one.screen.name == "prompt"]
    assert [chat for chat, _ in asked] == [900, 901, 902]
    for _, text in asked:
        assert text.startswith("Vraag van Noor aan je groep Leergang Samen Sterk.")
        assert GOOD["nl"] in text
    async with office.bot.store.transaction() as session:
        for number, leader in enumerate(people):
            (prompt,) = await prompts.open_of(session, leader)
            (place,) = await enrolments.running_of(session, leader)
            assert prompt.enrolment == place.id
            words = f"Ik stel {canary('antwoord', number)} uit."
            answer = seeds.Answer(seeds.new_id(), leader, prompt.id, "answer", words, "nl", office.clock.now())
            await answers.keep(session, answer)
        deeds = [one.event for one in await audit.of_cohort(session, group)]
    assert deeds[:2] == ["question planned", "question written"]
    assert (await goes_out(office)).told == [], "nothing comes twice"
    office.clock.later(days=1)
    await goes_out(office)
    browser = await office.signed_in()
    pages = [await browser.sees(path) for path in (here, here.rsplit("/", 1)[0], f"/cohorts/{group}/audit")]
    assert GOOD["nl"] in pages[0].text
    assert "Deze vraag is gesteld." in pages[0].text
    assert CANARY.findall("".join(page.text for page in pages)) == []


async def test_a_leader_reads_the_question_on_their_own_page_when_the_group_is_gone(homes):
    office = homes.office
    browser, here = await written(office)
    group = int(here.split("/")[2])
    await tried(office, browser, here)
    await browser.sees(here)
    await browser.sends(f"{here}/plan")
    (leader,) = await seeds.joins(office.bot.store, group, range(900, 901), office.clock.now())
    office.clock.later(days=8, hours=19, minutes=30)
    await goes_out(office)
    async with office.bot.store.transaction() as session:
        (prompt,) = await prompts.open_of(session, leader)
        given = seeds.Answer(seeds.new_id(), leader, prompt.id, "answer", "Ik wacht.", "nl", office.clock.now())
        await answers.keep(session, given)
    browser = await office.signed_in()
    await browser.sees(f"/cohorts/{group}/running")
    await browser.sends(f"/cohorts/{group}/running/delete", name="Leergang Samen Sterk")
    await goes_out(office)  # first it is told that the group is closed
    office.clock.later(minutes=6)
    await goes_out(office)
    async with office.bot.store.transaction() as session:
        assert await kept.of(session, group) == []
    reader = await homes.of(900)
    page = await reader.sees("/")
    assert GOOD["nl"] in page.text
    assert "Ik wacht." in page.text


async def test_what_is_doubtful_stands_beside_the_field_before_anything_is_kept_and_keeps_nobody_from_it(town: Town):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.beta.id}/questions"
    await browser.sees(here)
    sent = {
        "nl": "Waarom stelt u het gesprek met Jan Peeters uit?",
        "en": "What do you put off?",
        "on_date": "2026-11-11",
    }
    looked = await browser.sends(here, **sent, do="look")
    assert looked.status_code == 200
    doubts = looked.text.split('id="nl-doubts">')[1].split("</ul>")[0]
    assert "De bot zegt je, niet u." in doubts
    assert "Waarom roept verdediging op." in doubts
    assert "naar een naam te vragen" in doubts
    assert 'id="en-doubts"' not in looked.text
    assert "In een Engelse chat" in looked.text
    assert (await browser.sees(here)).text.count("Jan Peeters") == 0, "nothing was kept"
    browser.last = looked
    assert (await browser.sends(here, **sent, do="keep")).status_code == 303
    assert "Jan Peeters" in (await browser.sees(here)).text


async def test_doubts_are_told_beside_what_must_be_mended(town: Town):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.beta.id}/questions"
    await browser.sees(here)
    wrong = await browser.sends(here, nl="Waarom stelt u dat uit?", en="", on_date="2026-11-11", do="look")
    assert wrong.status_code == 422
    assert "De bot zegt je, niet u." in wrong.text
    assert "In een Engelse chat" not in wrong.text


async def test_a_day_after_the_programme_is_doubted_before_it_is_kept(town: Town):
    browser, here = await town.office.signed_in(), f"/cohorts/{town.beta.id}/questions"
    await browser.sees(here)
    sent = {"nl": "Welk gesprek stel je uit?", "en": "Which conversation do you put off?", "on_date": "2027-03-10"}
    assert 'id="on_date-doubts"' in (await browser.sends(here, **sent, do="look")).text

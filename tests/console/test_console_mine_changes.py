"""What a leader changes on their own page holds everywhere, by the rules of the chat, which stays silent."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from console_at_work import NOON, Browser
from console_homes import ANNE, Homes
from console_town import posts

from dialogues.people import Enrolment, Leader
from journeys.own import timeline
from storage import answers, enrolments, errands, hidden, intentions, leaders, outbox, talks
from storage.outbox import Parcel

pytestmark = pytest.mark.asyncio


async def anne(homes: Homes) -> Leader:
    async with homes.office.bot.store.transaction() as session:
        return await leaders.by_chat(session, ANNE)


async def enrolled(homes: Homes) -> None:
    """She is in a programme, of which the first question comes on Tuesday the 10th."""
    person = await anne(homes)
    async with homes.office.bot.store.transaction() as session:
        due = datetime(2026, 11, 10, 7, 30, tzinfo=NOON.tzinfo)
        await enrolments.add(session, person.id, None, "starter_4w", date(2026, 11, 9), 0, 0, due, NOON)


async def running(homes: Homes) -> Enrolment:
    person = await anne(homes)
    async with homes.office.bot.store.transaction() as session:
        (found,) = await enrolments.running_of(session, person.id)
    return found


async def said(homes: Homes) -> list[Parcel]:
    async with homes.office.bot.store.transaction() as session:
        return await outbox.claim(session, homes.office.clock.wall(), 60, 100)


async def sets(browser: Browser, part: str, *value: str) -> int:
    """The form of one setting, filled in and sent."""
    await browser.sees("/settings")
    answer = await browser.sends(f"/settings/{part}", value=list(value))  # type: ignore[arg-type]  (a field more than once)
    return answer.status_code


async def test_another_rhythm_moves_the_next_question_and_the_chat_stays_silent(homes: Homes):
    await enrolled(homes)
    browser = await homes.of(ANNE)
    assert "dinsdag 10 november om 8:30" in (await browser.sees("/settings")).text
    assert await sets(browser, "days", "2", "4") == 303
    assert await sets(browser, "hour", "09:15") == 303
    person, running_now = await anne(homes), await running(homes)
    assert (person.rhythm.days, person.rhythm.times) == ((2, 4), (time(9, 15), time(9, 15)))
    assert running_now.next_due_at == datetime(2026, 11, 11, 8, 15, tzinfo=NOON.tzinfo)
    assert "woensdag 11 november om 9:15" in (await browser.sees("/settings?done=hour")).text
    assert await said(homes) == []


async def test_the_frequency_and_the_friday_check_are_as_in_the_chat(homes: Homes):
    browser = await homes.of(ANNE)
    assert await sets(browser, "often", "light") == 303
    person = await anne(homes)
    assert (person.rhythm.kind, person.rhythm.days, person.rhythm.pulse) == ("light", (1,), False)
    assert await sets(browser, "pulse", "on") == 303
    assert (await anne(homes)).rhythm.pulse
    assert await sets(browser, "often", "standard") == 303
    assert (await anne(homes)).rhythm.times == (time(8, 30), time(16, 30)), "those that a light rhythm made way for"


async def test_place_holidays_and_quiet_hours(homes: Homes):
    browser = await homes.of(ANNE)
    assert await sets(browser, "zone", "Nairobi") == 303
    assert await sets(browser, "country", "be") == 303
    assert await sets(browser, "country", "be") == 303, "the same again changes nothing"
    assert await sets(browser, "quiet", "18:00", "09:00") == 303
    rhythm = (await anne(homes)).rhythm
    assert (rhythm.zone, rhythm.country, rhythm.country_chosen) == ("Africa/Nairobi", "be", True)
    assert (rhythm.quiet, rhythm.times) == ((time(18), time(9)), (time(9), time(16, 30)))


@pytest.mark.parametrize(
    ("part", "value", "told"),
    [
        ("days", (), "Kies minstens één dag"),
        ("days", ("6",), "Kies minstens één dag"),
        ("hour", ("22:00",), "valt in je stille uren"),
        ("hour", ("ooit",), "geen tijd"),
        ("quiet", ("08:00", "07:00"), "geen twee uur"),
        ("quiet", ("08:00",), "geen twee uur"),
        ("zone", ("Nergenshuizen",), "kennen we niet"),
        ("country", ("xx",), "kan nu niet"),
        ("often", ("own",), "een van de twee"),
        ("pulse", ("soms",), "kan nu niet"),
        ("theme", ("paars",), "kan nu niet"),
        ("language", ("de",), "spreken we niet"),
        ("pause", ("2026-11-02",), "is al geweest"),
        ("pause", ("ooit",), "geen dag die we kennen"),
        ("pause", ("9999-12-31",), "geen dag die we kennen"),  # nobody rests that long: a slip
    ],
)
async def test_what_fits_no_rule_stays_as_it_is_and_is_told_beside_the_field(
    homes: Homes, part: str, value: tuple[str, ...], told: str
):
    browser, before = await homes.of(ANNE), await anne(homes)
    await browser.sees("/settings")
    answer = await browser.sends(f"/settings/{part}", value=list(value))  # type: ignore[arg-type]  (a field more than once)
    assert answer.status_code == 422
    field = re.search(rf'<details class="setting" id="{part}" open>.*?</details>', answer.text, re.DOTALL)
    assert field is not None
    assert told in field[0]
    assert await anne(homes) == before
    assert await said(homes) == []


async def test_language_echoes_and_the_picture(homes: Homes):
    browser = await homes.of(ANNE)
    assert await sets(browser, "echoes", "off") == 303
    assert await sets(browser, "echoes", "off") == 303, "twice the same is once"
    assert await sets(browser, "theme", "dark") == 303
    assert await sets(browser, "language", "en") == 303
    person = await anne(homes)
    assert (person.language, person.wishes.echoes, person.wishes.theme) == ("en", False, "dark")
    assert [one.screen_name for one in await said(homes)] == ["menu"], "only the menu of the chat goes along"
    assert "Settings" in (await browser.sees("/settings")).text


async def test_a_pause_until_a_day_and_going_on(homes: Homes):
    await enrolled(homes)
    browser = await homes.of(ANNE)
    assert await sets(browser, "pause", "2026-12-01") == 303
    person = await anne(homes)
    assert person.state == "paused"
    assert person.until == datetime(2026, 12, 1, 8, tzinfo=NOON.tzinfo)
    async with homes.office.bot.store.transaction() as session:
        assert await errands.waiting_at(session, person.id, "resume") == person.until
    assert "Je hebt pauze, tot dinsdag 1 december" in (await browser.sees("/settings")).text
    assert (await browser.sends("/settings/resume")).status_code == 303
    assert ((await anne(homes)).state, (await anne(homes)).until) == ("active", None)
    assert (await running(homes)).next_due_at is not None
    assert (await posts(browser, "/settings/resume")).status_code == 422
    assert await said(homes) == []


async def test_an_open_pause_and_one_of_a_length(homes: Homes):
    browser = await homes.of(ANNE)
    assert await sets(browser, "pause", "open") == 303
    assert ((await anne(homes)).state, (await anne(homes)).until) == ("paused", None)
    assert await sets(browser, "pause", "1w") == 303
    assert (await anne(homes)).until == datetime(2026, 11, 9, 8, tzinfo=NOON.tzinfo)


async def test_where_the_chat_stands_is_left_alone(homes: Homes):
    person = await anne(homes)
    waits = {"kind": "Asking", "what": "intention", "about": 0}
    async with homes.office.bot.store.transaction() as session:
        await talks.keep(session, person.id, waits, "a press")
    assert await sets(await homes.of(ANNE), "often", "light") == 303
    async with homes.office.bot.store.transaction() as session:
        assert await talks.load(session, person.id) == waits
        assert await talks.mark(session, person.id) == "a press"


async def state_of(homes: Homes, number: int) -> str:
    async with homes.office.bot.store.transaction() as session:
        found = await answers.get(session, (await leaders.by_chat(session, ANNE)).id, number)  # type: ignore[union-attr]
    return "" if found is None else found.state


async def test_an_answer_is_hidden_shown_withdrawn_and_put_back(homes: Homes):
    browser, number = await homes.of(ANNE), homes.of_anne["answer"]
    path = f"/answers/{number}"
    for act, state in (("hide", "hidden"), ("show", "kept"), ("withdraw", "withdrawn")):
        assert (await posts(browser, path, act=act)).headers["location"] == "/"
        assert await state_of(homes, number) == state
    page = (await browser.sees("/")).text
    assert "Ingetrokken" in page
    assert "De ander had ook gelijk" not in page
    person = await anne(homes)
    async with homes.office.bot.store.transaction() as session:
        waiting = await errands.waiting_at(session, person.id, "withdrawn")
    assert waiting == NOON + timedelta(hours=24)
    assert (await posts(browser, path, act="restore_hidden")).status_code == 303
    assert await state_of(homes, number) == "hidden"
    async with homes.office.bot.store.transaction() as session:
        assert await errands.waiting_at(session, person.id, "withdrawn") is None
    assert (await posts(browser, path, act="erase")).status_code == 404
    assert await said(homes) == []


async def test_hiding_an_answer_leads_back_to_where_it_stood(homes: Homes):
    browser = await homes.of(ANNE)
    answer = await posts(browser, f"/answers/{homes.of_anne['answer']}", act="hide", month="2026-11", item="P04")
    assert answer.headers["location"] == "/?month=2026-11&item=P04"


async def test_answers_of_a_month_and_about_a_dilemma(homes: Homes):
    browser = await homes.of(ANNE)
    assert "2 antwoorden gevonden" in (await browser.sees("/?month=2026-11")).text
    assert "0 antwoorden gevonden" in (await browser.sees("/?month=2026-10")).text
    assert "1 antwoord gevonden" in (await browser.sees("/?item=P04")).text
    assert "2 antwoorden gevonden" in (await browser.sees("/?month=ooit")).text


async def test_another_page_keeps_what_was_looked_for(homes: Homes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(timeline, "PAGE", 1)
    browser = await homes.of(ANNE)
    assert 'href="?page=2&amp;month=2026-11"' in (await browser.sees("/?month=2026-11")).text
    await browser.sees("/")
    page = (await browser.sends("/", words="zaal")).text
    assert '<button class="quiet" name="page" value="2">' in page
    assert "words=zaal" not in page
    assert '<button class="quiet" name="page" value="1">' in (await browser.sends("/", page="2")).text


async def test_a_change_within_a_search_stays_in_it(homes: Homes):
    browser = await homes.of(ANNE)
    answer = await posts(browser, f"/answers/{homes.of_anne['answer']}", act="hide", words="zaal")
    assert answer.status_code == 200
    assert 'value="zaal"' in answer.text


async def test_a_dilemma_with_what_was_said_each_time(homes: Homes):
    browser = await homes.of(ANNE)
    page = await browser.sees("/dilemmas/P04")
    assert "4 november 2026, plek" in page.text
    assert "De ander had ook gelijk" in page.text
    assert (await browser.sees("/dilemmas/P05")).status_code == 404
    assert (await posts(browser, f"/answers/{homes.of_anne['answer']}", act="hide")).status_code == 303
    assert "De ander had ook gelijk" not in (await browser.sees("/dilemmas/P04")).text, "as in /paradoxes"


async def test_a_line_of_a_look_back_goes_for_good_and_its_picture_is_told_in_words(homes: Homes):
    browser, path = await homes.of(ANNE), f"/lookbacks/{homes.anne}"
    page = (await browser.sees(path)).text
    assert f'<img class="drawn" src="{path}/light.png" alt="' in page
    assert f'srcset="{path}/dark.png"' in page
    assert (await browser.sees(f"{path}/dark.png")).headers["content-type"] == "image/png"
    lines = re.findall(r'<p class="line" id="line-([0-9a-f]{8})">(.*?)</p>', page, re.DOTALL)
    key = next(key for key, text in lines if "«zaal»" in text)
    assert (await posts(browser, f"{path}/hide", line=key)).headers["location"] == path
    page = (await browser.sees(path)).text
    assert "zaal" not in page
    person = await anne(homes)
    async with homes.office.bot.store.transaction() as session:
        assert len(await hidden.of(session, person.id)) == 1


async def test_an_intention_is_noted_and_marked(homes: Homes):
    browser = await homes.of(ANNE)
    for _ in range(2):  # pressed twice, it is noted once
        answer = await posts(browser, "/intentions", text="  Als ik ja zeg, dan  slaap ik er eerst over. ")
        assert answer.status_code == 303
    person = await anne(homes)
    async with homes.office.bot.store.transaction() as session:
        first, made = await intentions.of(session, person.id)
        assert made.text == "Als ik ja zeg, dan slaap ik er eerst over."
        assert await errands.waiting_at(session, person.id, "check") is not None
    for one, outcome in ((first, "partly"), (made, "drop")):
        assert (await posts(browser, f"/intentions/{one.id}", outcome=outcome)).status_code == 303
    async with homes.office.bot.store.transaction() as session:
        assert [one.state for one in await intentions.of(session, person.id)] == ["partly", "dropped"]
        assert await errands.waiting_at(session, person.id, "check") is None
    assert (await posts(browser, f"/intentions/{made.id}", outcome="vergeten")).status_code == 404
    assert await said(homes) == []


async def test_an_intention_that_cannot_be_noted_is_told(homes: Homes):
    browser = await homes.of(ANNE)
    assert "Schrijf eerst" in (await posts(browser, "/intentions", text="  ")).text
    assert "erg lang" in (await posts(browser, "/intentions", text="a" * 1001)).text
    for number in range(4):
        assert (await posts(browser, "/intentions", text=f"Ik bel {number} mensen.")).status_code == 303
    full = await posts(browser, "/intentions", text="Ik bel er nog een.")
    assert full.status_code == 422
    assert "vijf open voornemens" in full.text
    assert 'value="Ik bel er nog een."' in full.text


async def test_words_that_worry_are_met_with_care_in_the_chat_and_are_no_intention(homes: Homes):
    browser = await homes.of(ANNE)
    answer = await posts(browser, "/intentions", text="Ik wil niet meer leven.")
    assert answer.status_code == 422
    assert "In de chat staat nu een bericht voor je" in answer.text
    assert "niet meer leven" not in answer.text
    told = await said(homes)
    assert [one.kind for one in told] == ["safety"]
    person = await anne(homes)
    async with homes.office.bot.store.transaction() as session:
        assert len(await intentions.of(session, person.id)) == 1


async def test_after_a_while_the_door_leads_back_to_the_same_page(homes: Homes):
    browser = await homes.of(ANNE)
    homes.office.clock.later(minutes=31)
    assert (await browser.sees("/?month=2026-11")).headers["location"] == "/open"
    assert (await browser.sees("/lookbacks?x=1")).headers["location"] == "/open?to=/lookbacks"
    assert (await posts(browser, "/settings/echoes", value="off")).status_code == 401

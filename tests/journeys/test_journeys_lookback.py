"""The look back in the chat: once, each line with what it rests on, lines that go for good, and paper."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from lived import Lives
from quiet_house import QuietHouse, Studio, quiet_house

from dialogues.asking import phrases
from dialogues.events import Pressed, pressed
from dialogues.library import library
from handlers.outgoing import Key
from journeys import ask
from storage import answers, errands, leaders, sql, summaries, tables
from summaries.facts import Intentions, Meant, from_json

NOOR = 7001
DECEMBER = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
STANDS_OUT = "Ik liet in het overleg de stilte duren en merkte dat de anderen toen begonnen te praten als een kanarie."
WRITTEN = (
    STANDS_OUT,
    "Gisteren liep het vast en ik zei niets.",
    "Ik vroeg eerst wat de ander zag.",
    "Het was een volle week.",
)


@pytest.fixture(scope="module")
def lives() -> Lives:
    return Lives()


@pytest_asyncio.fixture
async def house(database_url: str, lives: Lives) -> AsyncIterator[QuietHouse]:
    """A month with something to look back on, on each kind of database in turn."""
    async with lives.house(database_url, "a month", lived) as opened:
        yield opened


async def lived(house: QuietHouse) -> None:
    await house.joins(NOOR)
    for words in WRITTEN:
        await house.says(NOOR, "/question")
        await house.says(NOOR, words)
        await house.wait(days=1)


def text(name: str) -> str:
    return library().messages[name].text.nl


def letters(house: QuietHouse, since: int = 0) -> list[str]:
    return [said for delivery, _, said in house.post.sent[since:] if delivery.screen.name == "lookback"]


async def press(house: QuietHouse, label: str) -> str:
    """The newest button that reads so; gives what stands there then."""
    for place, (delivery, out, _) in reversed(list(enumerate(house.post.sent))):
        for key in (key for row in out.keyboard for key in row):
            if key.label == label:
                event = pressed(key.data or "", delivery.edits or 1000 + place)
                assert event is not None
                said, *_ = await house.hears(NOOR, event)
                return said
    raise AssertionError(f"there is no button {label}")


def shown(house: QuietHouse, screen: str) -> tuple[Key, ...]:
    """The buttons of the newest message with this screen."""
    newest = [out for delivery, out, _ in house.post.sent if delivery.screen.name == screen][-1]
    return tuple(key for row in newest.keyboard for key in row)


async def goes_on(house: QuietHouse) -> None:
    """More is written in December, so that the year holds more than the programme did."""
    await house.until(datetime(2026, 12, 7, 9, 0, tzinfo=UTC))
    for words in ("Ik belde eerst en schreef daarna.", "Het bleef stil na mijn vraag.", "Ik gaf het weg."):
        await house.says(NOOR, "/question")
        await house.says(NOOR, words)
        await house.wait(days=1)


async def paper(house: QuietHouse, command: str) -> str:
    """What stands in the file that a command brings."""
    await house.says(NOOR, command)
    name, content = house.post.sent[-1][1].document
    assert re.fullmatch(r"terugblik-2026-1[12]\.pdf", name)
    return content.decode()


async def every_line(house: QuietHouse) -> str:
    """All pages of what the letter rests on."""
    pages = [await press(house, "Alles zien")]
    while any(key.label == "Volgende" for key in house.buttons()):
        pages.append(await press(house, "Volgende"))
    return "\n".join(pages)


async def hides(house: QuietHouse, part: str) -> str:
    """Hide the line that holds these words."""
    page = await press(house, "Regel verbergen")
    while part not in page:
        page = await press(house, "Volgende")
    numbers = [line.split(" · ")[0] for line in page.splitlines() if part in line]
    return await press(house, numbers[0])


@pytest.mark.asyncio
async def test_every_line_says_what_it_rests_on_and_opens_the_answer(house):
    await house.says(NOOR, "/lookback")
    message = 1000 + len(house.post.sent) - 2
    lines = await every_line(house)
    assert "kanarie" in lines
    assert "1 antwoord" in lines
    assert {delivery.edits for delivery, _, _ in house.post.sent[message - 998 :]} == {message}
    opened = next(
        key.label for page in range(-1, -9, -1) for key in house.buttons(page) if " · 2 november" in key.label
    )
    assert "2 november 2026" in await press(house, opened)


@pytest.mark.asyncio
async def test_a_hidden_line_is_gone_from_the_letter_the_lines_the_picture_and_the_paper(house):
    await house.says(NOOR, "/lookback")
    assert "kanarie" in await paper(house, "/lookback pdf")
    await house.says(NOOR, "/lookback")
    left = await hides(house, "kanarie")
    assert "kanarie" not in left
    assert house.post.sent[-1][0].edits is not None
    assert house.post.sent[-1][0].screen.name in ("lookback", "lookback_lines"), "no sentence stands in the picture"
    assert "kanarie" not in await press(house, "Terug naar de brief")
    assert "kanarie" not in await every_line(house)
    for command in ("/lookback pdf", "/share", "/lookback pdf november"):
        assert "kanarie" not in await paper(house, command)
    assert all("kanarie" not in said for said in await house.says(NOOR, "/lookback"))
    assert "kanarie" in (await house.says(NOOR, "/answers"))[0]


@pytest.mark.asyncio
async def test_every_line_can_go_and_the_letter_still_comes(house):
    await house.says(NOOR, "/lookback")
    said = await press(house, "Regel verbergen")
    while any(key.label == "1" for key in shown(house, "lookback_lines")):
        said = await press(house, "1")
    assert said == text("lookback_empty")
    letter = await press(house, "Terug naar de brief")
    assert "november" in letter
    assert all(words.split(".")[0] not in letter for words in WRITTEN)


@pytest.mark.asyncio
async def test_no_words_of_a_look_back_or_of_a_hidden_line_can_be_read_in_the_database(house):
    await house.says(NOOR, "/lookback")
    await hides(house, "kanarie")
    for query in ("SELECT line FROM hidden_line", "SELECT args FROM outbox"):
        assert "kanarie" not in str(await house.rows(query))
        assert "words." not in str(await house.rows(query))
    assert len(await house.rows("SELECT id FROM hidden_line")) == 1


@pytest.mark.asyncio
async def test_sharing_leaves_out_own_words_and_says_that_nobody_gets_it_by_itself(house):
    content = await paper(house, "/share")
    assert "november" in content
    assert all(words not in content for words in WRITTEN)
    assert house.post.sent[-1][2] == text("lookback_share")


@pytest.mark.asyncio
async def test_without_a_pdf_sharing_gives_the_letter_and_paper_says_why(database_url):
    async with quiet_house(database_url, studio=Studio(None)) as house:
        await house.joins(NOOR)
        for words in WRITTEN:
            await house.says(NOOR, "/question")
            await house.says(NOOR, words)
            await house.wait(days=1)
        (shared,) = await house.says(NOOR, "/share")
        assert shared.startswith(text("lookback_share"))
        assert "november" in shared
        assert "kanarie" not in shared
        assert await house.says(NOOR, "/lookback pdf") == [text("lookback_no_pdf")]


@pytest.mark.asyncio
async def test_the_paper_is_one_tap_under_the_letter(house):
    await house.says(NOOR, "/lookback")
    assert await press(house, "Als PDF") == text("lookback_pdf")
    assert b"kanarie" in house.post.sent[-1][1].document[1]


@pytest.mark.asyncio
async def test_what_became_of_an_intention_is_told_in_the_month_in_which_it_was_said(house):
    await house.says(NOOR, "/intention Als het schuurt, dan vraag ik eerst door.")
    await house.until(DECEMBER + timedelta(days=4))
    await house.taps(NOOR, "done")
    await goes_on(house)
    told = {month: letters(house, await said_before(house, month))[0] for month in ("november", "december")}
    assert "nog open 1" in told["november"]
    assert "gelukt" not in told["november"]
    assert "gelukt 1" in told["december"]


@pytest.mark.asyncio
async def test_an_outcome_without_its_own_moment_is_told_in_the_month_of_the_tap(house):
    await house.says(NOOR, "/intention Als het schuurt, dan vraag ik eerst door.")
    await house.until(DECEMBER + timedelta(days=4))
    await house.taps(NOOR, "done")
    async with house.world.store.transaction() as session:
        await sql.change(session, tables.intention, settled_at=None)
    await goes_on(house)
    told = {month: letters(house, await said_before(house, month))[0] for month in ("november", "december")}
    assert "nog open 1" in told["november"]
    assert "gelukt 1" in told["december"]


@pytest.mark.asyncio
async def test_settled_from_the_list_it_is_told_in_the_month_of_that_day(house):
    await house.says(NOOR, "/intention Als het schuurt, dan vraag ik eerst door.")
    await house.until(DECEMBER + timedelta(days=1))
    await house.says(NOOR, "/intention")
    await house.taps(NOOR, "partly", "intentions")
    await goes_on(house)
    told = {month: letters(house, await said_before(house, month))[0] for month in ("november", "december")}
    assert "nog open 1" in told["november"]
    assert "deels gelukt 1" in told["december"]


@pytest.mark.asyncio
async def test_the_day_on_which_the_bot_asks_about_an_intention_goes_with_it(house):
    said = " ".join(await house.says(NOOR, "/intention Als het schuurt, dan vraag ik eerst door."))
    assert [(meant.text, meant.check is None) for meant in await open_ones(house)] == [
        ("Als het schuurt, dan vraag ik eerst door.", False)
    ]
    (meant,) = await open_ones(house)
    assert phrases.day(meant.check, "nl") in said
    async with house.world.store.transaction() as session:
        await errands.cancel(session, (await leaders.by_chat(session, NOOR)).id, "check")
    (meant,) = await open_ones(house)
    assert meant.check is None


async def open_ones(house: QuietHouse) -> tuple[Meant, ...]:
    """The open intentions in a look back that is made now."""
    await house.says(NOOR, "/lookback november")
    async with house.world.store.transaction() as session:
        _, _, told = await summaries.latest(session, (await leaders.by_chat(session, NOOR)).id)
    (found,) = [one for one in from_json(told) if isinstance(one, Intentions)]
    return found.opened


async def said_before(house: QuietHouse, month: str) -> int:
    """Asks for the look back of a month; how much was said before that."""
    before = len(house.post.sent)
    await house.says(NOOR, f"/lookback {month}")
    return before


@pytest.mark.asyncio
async def test_of_too_little_only_the_letter_comes_whatever_was_asked(house):
    await house.until(datetime(2026, 12, 2, 12, 0, tzinfo=UTC))
    for command in ("/lookback december", "/lookback pdf december"):
        await house.says(NOOR, command)
        assert house.post.sent[-1][0].screen.name == "lookback"


@pytest.mark.asyncio
async def test_of_too_little_what_is_shared_holds_no_word_of_ones_own(database_url):
    async with quiet_house(database_url, studio=Studio(None)) as house:
        await house.joins(NOOR)
        await house.says(NOOR, "/question")
        await house.says(NOOR, STANDS_OUT)
        assert "kanarie" in (await house.says(NOOR, "/lookback"))[0]
        (shared,) = await house.says(NOOR, "/share")
        assert shared.startswith(text("lookback_share"))
        assert "kanarie" not in shared


@pytest.mark.parametrize("care", ["crisis", "danger", "report"])
@pytest.mark.asyncio
async def test_after_words_that_worried_no_letter_says_that_there_is_too_little(database_url, care):
    async with quiet_house(database_url) as house:
        await house.joins(NOOR)
        await house.says(NOOR, "/question")
        await house.says(NOOR, STANDS_OUT)
        async with house.world.store.transaction() as session:
            leader = await leaders.by_chat(session, NOOR)
            (given,) = await answers.between(session, leader.id, datetime(2026, 11, 1, tzinfo=UTC), DECEMBER)
            await answers.set_care(session, leader.id, given.id, care)
        before = len(house.post.sent)
        await house.until(DECEMBER)
        assert letters(house, before) == []


@pytest.mark.asyncio
async def test_a_correction_of_a_letter_opens_no_new_month(house):
    await house.until(DECEMBER)
    await press(house, "Niet echt")
    await house.says(NOOR, "te veel cijfers")
    (said, *_) = await house.says(NOOR, "/lookback")
    assert said.startswith("Jouw november")


@pytest.mark.parametrize("label", ["Verbergen in terugblikken", "Intrekken"])
@pytest.mark.asyncio
async def test_what_is_taken_out_of_the_answers_is_out_of_every_look_back_at_once(house, label):
    await house.says(NOOR, "/lookback")
    old = [place for place, (delivery, _, _) in enumerate(house.post.sent) if delivery.screen.name == "lookback"][-1]
    (about,) = (row[0] for row in await house.rows("SELECT id FROM summary WHERE kind = 'month'"))
    await house.says(NOOR, "/answers kanarie")
    await press(house, "1")
    await press(house, label)
    for value in ("letter", "pdf", "all.0", "hide.0"):
        assert await house.hears(NOOR, Pressed("lookback", about, value, 1000 + old)) == [text("lookback_gone")]
    assert "kanarie" not in await paper(house, "/lookback pdf")


@pytest.mark.parametrize("value", ["all.999", "hide.0.00000000", "hide.7", "all", "nothing", "all.x", "hide.0.1"])
@pytest.mark.asyncio
async def test_a_forged_button_hides_nothing(house, value):
    await house.says(NOOR, "/lookback")
    (about,) = (row[0] for row in await house.rows("SELECT id FROM summary WHERE kind = 'month'"))
    assert await house.hears(NOOR, Pressed("lookback", about, value, 1001))
    assert await house.hears(NOOR, Pressed("lookback", about + 1, value, 1001))
    assert await house.rows("SELECT id FROM hidden_line") == []


@pytest.mark.asyncio
async def test_two_ticks_at_once_and_every_later_one_bring_one_letter_a_month(house):
    before = len(house.post.sent)
    await house.until(DECEMBER)
    await ask.tick(house.world)
    await ask.tick(house.world)
    await house.deliver()
    assert len(letters(house, before)) == 1
    await house.until(DECEMBER + timedelta(days=29))
    assert [said.splitlines()[0] for said in letters(house, before)] == ["Jouw november"]


@pytest.mark.parametrize("state", ["held", "paused", "stopped"])
@pytest.mark.asyncio
async def test_who_is_away_gets_no_letter(house, state):
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        await leaders.keep(session, replace(leader, state=state, until=None))
    before = len(house.post.sent)
    await house.until(DECEMBER)
    assert letters(house, before) == []


@pytest.mark.parametrize("care", ["crisis", "danger", "report"])
@pytest.mark.asyncio
async def test_what_a_safety_rule_flagged_is_in_no_form_nor_are_the_taps_beside_it(house, care):
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        given = await answers.between(session, leader.id, datetime(2026, 11, 1, tzinfo=UTC), DECEMBER)
        await answers.set_care(session, leader.id, next(one.id for one in given if one.text == STANDS_OUT), care)
    said = await house.says(NOOR, "/lookback")
    assert all("kanarie" not in each for each in said)
    facts = [delivery.material["facts"] for delivery, _, _ in house.post.sent if delivery.screen.name == "lookback"][-1]
    flagged = next(one.id for one in given if one.text == STANDS_OUT)
    assert f'"answer:{flagged}"' not in facts


@pytest.mark.asyncio
async def test_after_four_answers_a_first_small_look_back_comes_once_and_never_beside_a_question(house):
    (first,) = letters(house)
    assert first.startswith("Een eerste")
    ((made,),) = await house.rows("SELECT created_at FROM summary WHERE kind = 'first'")
    assert str(made)[:13] not in {str(asked)[:13] for (asked,) in await house.rows("SELECT asked_at FROM prompt")}
    await house.says(NOOR, "/question")
    await house.says(NOOR, "Nog een overleg waarin ik eerst luisterde.")
    await house.until(datetime(2026, 11, 30, 20, 0, tzinfo=UTC))
    assert letters(house) == [first]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "begins", [datetime(2026, 10, 19, 7, 40, tzinfo=UTC), datetime(2026, 11, 27, 7, 40, tzinfo=UTC)]
)
async def test_no_first_look_back_comes_within_ten_days_of_a_letter(database_url, begins):
    async with quiet_house(database_url) as house:
        house.clock.story = begins
        await house.joins(NOOR)
        for words in WRITTEN:
            await house.says(NOOR, "/question")
            await house.says(NOOR, words)
            await house.wait(days=1)
        await house.wait(days=10)
        assert not [said for said in letters(house) if said.startswith("Een eerste")]
        assert await house.rows("SELECT kind FROM summary") == [("month",)]


@pytest.mark.asyncio
async def test_a_first_look_back_whose_words_were_taken_away_does_not_come_again(house):
    await house.says(NOOR, "/answers kanarie")
    await press(house, "1")
    await press(house, "Intrekken")
    for words in ("Ik vroeg door in het overleg.", "Ik zei wat ik zag."):
        await house.says(NOOR, "/question")
        await house.says(NOOR, words)
    await house.until(datetime(2026, 11, 30, 20, 0, tzinfo=UTC))
    assert len(letters(house)) == 1


@pytest.mark.asyncio
async def test_the_year_is_looked_back_on_once_in_january_and_anew_when_asked_for(house):
    await goes_on(house)
    await house.until(datetime(2027, 1, 31, 20, 0, tzinfo=UTC))
    years = await house.rows("SELECT month FROM summary WHERE kind = 'year'")
    assert [str(row[0]) for row in years] == ["2026-01-01"]
    asked = len(house.post.sent)
    said, _ = await house.says(NOOR, "/lookback jaar 2026")
    assert "2026" in said
    assert [delivery.screen.name for delivery, _, _ in house.post.sent[asked:]] == ["lookback", "lookback_picture"]
    assert await house.says(NOOR, "/lookback 2019") == [text("lookback_none")]
    assert len(await house.rows("SELECT month FROM summary WHERE kind = 'year'")) == 1


@pytest.mark.asyncio
async def test_a_sentence_of_a_letter_that_fitted_comes_along_into_the_year_until_it_is_hidden(house):
    await house.until(DECEMBER)
    await house.says(NOOR, "/lookback november")
    await house.taps(NOOR, "yes", "summary_question")
    await house.until(datetime(2027, 1, 31, 20, 0, tzinfo=UTC))
    assert "kanarie" in (await house.says(NOOR, "/lookback 2026"))[0]
    await hides(house, "kanarie")
    assert "kanarie" not in (await house.says(NOOR, "/lookback 2026"))[0]
    assert "kanarie" not in (await house.says(NOOR, "/lookback november"))[0]


@pytest.mark.asyncio
async def test_whoever_pauses_in_january_gets_the_year_when_they_are_back(house):
    await goes_on(house)
    await house.until(datetime(2026, 12, 31, 20, 0, tzinfo=UTC))
    await house.says(NOOR, "/pause 3w")
    await house.until(datetime(2027, 1, 18, 20, 0, tzinfo=UTC))
    assert await house.rows("SELECT id FROM summary WHERE kind = 'year'") == []
    await house.until(datetime(2027, 2, 12, 20, 0, tzinfo=UTC))
    assert len(await house.rows("SELECT id FROM summary WHERE kind = 'year'")) == 1


@pytest.mark.asyncio
async def test_without_a_name_it_is_the_month_before_as_long_as_this_one_holds_too_little(house):
    await house.until(datetime(2026, 12, 1, 7, 32, tzinfo=UTC))
    await house.says(NOOR, "/question")
    await house.says(NOOR, "Ik begon de maand met een lastig gesprek.")
    (said, *_) = await house.says(NOOR, "/lookback")
    assert said.startswith("Jouw november")
    (named, *_) = await house.says(NOOR, "/lookback december")
    assert named.startswith("Jouw december")
    for words in WRITTEN:
        await house.says(NOOR, "/question")
        await house.says(NOOR, words)
        await house.wait(days=1)
    (said, *_) = await house.says(NOOR, "/lookback")
    assert said.startswith("Jouw december")


@pytest.mark.asyncio
async def test_when_both_hold_too_little_it_is_this_month_that_is_told(sqlite_url):
    async with quiet_house(sqlite_url) as opened:
        await opened.joins(NOOR)
        await opened.says(NOOR, WRITTEN[0])
        await opened.until(datetime(2026, 12, 2, 7, 32, tzinfo=UTC))
        await opened.says(NOOR, "/question")
        await opened.says(NOOR, WRITTEN[1])
        (said, *_) = await opened.says(NOOR, "/lookback")
        assert said.startswith("Jouw december")

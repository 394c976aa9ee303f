"""Look backs on a year and on a programme, the sentences that a leader keeps for them, and what changes along."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from lived import Lives
from quiet_house import QuietHouse, Studio, quiet_house

from dialogues.events import Amended, Pressed, pressed
from dialogues.library import library
from dialogues.moves.leaders.lookback import value
from dialogues.people import Cohort, Prompt
from journeys import lines
from journeys.ports import Delivery
from storage import answers, cohorts, enrolments, keepsakes, leaders, organisations, outbox, prompts, reached, summaries
from storage.ids import new_id

pytestmark = pytest.mark.asyncio
NOOR, FINN = 7001, 7002
DECEMBER = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
CANARY = "Ik liet in het overleg de stilte duren en merkte dat de anderen begonnen te praten als een kanarie."
HERON = "Toen ik niets zei, nam de jongste van het bestuur het woord en stond de kamer stil als een reiger."
SWIFT = "Ik belde haar eerst en merkte dat mijn haast als een gierzwaluw boven het gesprek bleef hangen."
CROW = "Ik gaf het voorzitterschap weg en zag dat de anderen als een kraai op de nok gingen zitten wachten."
WRITTEN = (CANARY, HERON, SWIFT, CROW)


@pytest.fixture(scope="module")
def lives() -> Lives:
    return Lives()


@pytest_asyncio.fixture
async def house(database_url: str, lives: Lives) -> AsyncIterator[QuietHouse]:
    """A month with something to look back on, on each kind of database in turn."""
    async with lives.house(database_url, "at the start of a month", lambda house: lived(house, NOOR)) as opened:
        yield opened


@pytest_asyncio.fixture
async def midway(database_url: str, lives: Lives) -> AsyncIterator[QuietHouse]:
    """The same with a programme that ends in the middle of a month, long after a letter."""

    async def later(house: QuietHouse) -> None:
        house.clock.story += timedelta(weeks=2)
        await lived(house, NOOR)

    async with lives.house(database_url, "in the middle of a month", later) as opened:
        yield opened


async def lived(house: QuietHouse, chat: int) -> None:
    await house.joins(chat)
    for words in WRITTEN:
        await house.says(chat, "/question")
        await house.says(chat, words)
        await house.wait(days=1)


def text(name: str) -> str:
    return library().messages[name].text.nl


def sent(house: QuietHouse, screen: str, since: int = 0) -> list[tuple[int, Delivery, str]]:
    """The messages with this screen: Telegram's number of them, and what they said."""
    found = [(1000 + place, delivery, said) for place, (delivery, _, said) in enumerate(house.post.sent)]
    return [one for one in found[since:] if one[1].screen.name == screen]


async def press(house: QuietHouse, label: str) -> list[str]:
    """The newest button that reads so, or begins so; gives all that is said or changed then."""
    for place, (delivery, out, _) in reversed(list(enumerate(house.post.sent))):
        for key in (key for row in out.keyboard for key in row):
            if key.label == label:
                event = pressed(key.data or "", delivery.edits or 1000 + place)
                assert event is not None
                return await house.hears(NOOR, event)
    raise AssertionError(f"there is no button {label}")


async def kept(house: QuietHouse, words: str) -> str:
    """Tap the number of the sentence with these words, on the page of the look back that came last."""
    (page, *_) = await press(house, "Zin bewaren")
    while words not in page:
        (page, *_) = await press(house, "Volgende")
    (number,) = [line.split(" · ")[0] for line in page.splitlines() if words in line]
    starred = f"{number} ★" if f"{number} · ★" in page else number
    return (await press(house, starred))[0]


def starred(page: str) -> list[str]:
    return [
        bird
        for bird in ("kanarie", "reiger", "gierzwaluw", "kraai")
        for line in page.splitlines()
        if bird in line and "★" in line
    ]


# A programme ---------------------------------------------------------------------------------------------------------


async def test_the_look_back_on_a_programme_comes_once_the_working_day_after_its_last_question(midway):
    house, before = midway, len(midway.post.sent)
    await house.until(datetime(2026, 12, 20, 12, 0, tzinfo=UTC))
    (_, _, said), *more = [one for one in sent(house, "lookback", before) if one[2].startswith("Jouw traject")]
    assert not more
    assert "Kennismaking van vier weken. Van " in said
    assert sent(house, "lookback_picture", before)
    assert await made_on(house, "programme") == ["2026-12-16"], "it was over on the 15th"
    await house.until(datetime(2027, 3, 1, 12, 0, tzinfo=UTC))
    assert len(await house.rows("SELECT id FROM summary WHERE kind = 'programme'")) == 1


async def test_of_two_programmes_that_ended_the_one_that_asked_last_is_looked_back_on(midway):
    house, now = midway, midway.clock.story
    async with house.world.store.transaction() as session:
        noor = await leaders.by_chat(session, NOOR)
        home = await organisations.add(session, "Alliantie", now)
        group = Cohort(new_id(), "Najaar", "core_12w", "nl", "Europe/Amsterdam", None, home.id)
        await cohorts.insert(session, group, now)
        late = await enrolments.add(session, noor.id, group.id, "core_12w", now.date(), 0, 0, None, now)
        await enrolments.keep(session, replace(late, state="ended"))
        slot = f"w01A.0.SM-01.{late.id:x}"
        asked = Prompt(
            new_id(), noor.id, late.id, "question", "SM-01", "1", slot, "closed", "done", now, now + timedelta(days=5)
        )
        assert await prompts.add(session, asked)
    await house.until(datetime(2026, 12, 20, 12, 0, tzinfo=UTC))
    (told,) = [said for _, _, said in sent(house, "lookback") if said.startswith("Jouw traject")]
    assert "Kennismaking van vier weken" in told


async def test_right_after_a_letter_that_told_it_a_programme_ends_with_one_line(house):
    await house.until(datetime(2026, 12, 20, 12, 0, tzinfo=UTC))
    assert await made_on(house, "month") == ["2026-12-01"]
    assert await made_on(house, "programme") == []
    assert [said for _, _, said in sent(house, "programme_told")] == [text("programme_told")]
    said, *_ = await house.says(NOOR, "/lookback traject")
    assert said.startswith("Jouw traject")


async def test_right_after_a_programme_that_told_it_a_month_comes_as_one_line_and_the_year_not_at_all(database_url):
    async with quiet_house(database_url) as house:
        house.clock.story = house.clock.machine = datetime(2026, 11, 30, 7, 40, tzinfo=UTC)
        await house.joins(NOOR)
        await to_the_last_question(house)
        await house.says(NOOR, "Ik ontdekte dat ik pas luister als ik stil ben, en dat de anderen dat merken.")
        await house.until(datetime(2027, 1, 31, 12, 0, tzinfo=UTC))
        assert await made_on(house, "programme") == ["2026-12-30"]
        assert await made_on(house, "month") == ["2026-12-01"], "November's, of a single day"
        assert await made_on(house, "year") == []
        assert [said for _, _, said in sent(house, "month_told")] == [text("month_told").format(month="december")]
        said, *_ = await house.says(NOOR, "/lookback december")
        assert said.startswith("Jouw december")


async def test_a_year_of_two_months_that_were_just_told_is_not_told_again(database_url):
    async with quiet_house(database_url) as house:
        house.clock.story = house.clock.machine = datetime(2026, 11, 16, 7, 40, tzinfo=UTC)
        await lived(house, NOOR)
        await house.until(datetime(2026, 12, 14, 7, 40, tzinfo=UTC))
        for words in WRITTEN:
            await house.says(NOOR, "/question")
            await house.says(NOOR, words)
            await house.wait(days=1)
        await house.until(datetime(2027, 1, 31, 12, 0, tzinfo=UTC))
        assert await made_on(house, "month") == ["2026-12-01", "2027-01-04"], "the first working day"
        assert await made_on(house, "year") == []
        said, *_ = await house.says(NOOR, "/lookback 2026")
        assert "Van 16 november 2026 tot en met 31 december 2026" in said, "nobody was asked anything before"


async def test_a_year_of_several_months_is_told_in_january(database_url):
    async with quiet_house(database_url) as house:
        house.clock.story = house.clock.machine = datetime(2026, 8, 17, 7, 40, tzinfo=UTC)
        await lived(house, NOOR)
        for month in (9, 10, 12):
            await house.until(datetime(2026, month, 14, 12, 0, tzinfo=UTC))
            for words in WRITTEN[:3]:
                await house.says(NOOR, "/question")
                await house.says(NOOR, f"{words} {month}")
                await house.wait(days=1)
        await house.until(datetime(2027, 1, 31, 12, 0, tzinfo=UTC))
        assert await made_on(house, "year") == ["2027-01-08"]


async def test_the_end_of_a_programme_brings_no_reminder_on_the_day_of_its_review(house):
    await to_the_last_question(house)
    before = len(house.post.sent)
    said = await house.until(datetime(2026, 12, 20, 12, 0, tzinfo=UTC))
    assert text("programme_told") in said
    names = [delivery.screen.name for delivery, _, _ in house.post.sent[before:]]
    assert not [name for name in names[: names.index("programme_told") + 1] if name.startswith("reminder")]


async def made_on(house: QuietHouse, kind: str) -> list[str]:
    return [str(at)[:10] for (at,) in await house.rows(f"SELECT created_at FROM summary WHERE kind = '{kind}'")]


async def to_the_last_question(house: QuietHouse) -> None:
    """Every question of the programme is answered, up to the last."""
    for _ in range(40):
        await house.wait(days=1)
        if [one for one in house.post.sent if "de laatste vraag van je" in one[2]]:
            return
        await house.says(NOOR, "Ik vroeg eerst wat er lag en wachtte tot de anderen begonnen te vertellen.")
    raise AssertionError("the last question did not come")


async def test_what_is_discovered_at_the_last_question_is_in_the_look_back_of_the_day_after(midway):
    house = midway
    await to_the_last_question(house)
    asked = house.clock.story
    await house.says(NOOR, "Ik ontdekte dat ik pas luister als ik stil ben, en dat de anderen dat merken.")
    await house.wait(days=5)
    ((made,),) = await house.rows("SELECT created_at FROM summary WHERE kind = 'programme'")
    assert timedelta(hours=12) < datetime.fromisoformat(str(made)) - asked < timedelta(days=4)
    (about,) = [d.screen.args["about"] for _, d, said in sent(house, "lookback") if said.startswith("Jouw traject")]
    async with house.world.store.transaction() as session:
        kept = await summaries.get(session, (await leaders.by_chat(session, NOOR)).id, about)
    newest = max(number for number, _ in await words_of(house))
    assert f'"answer:{newest}"' in kept[1]


async def test_a_programme_that_was_the_whole_year_is_not_told_again_in_january_unless_asked_for(midway):
    house = midway
    await house.until(datetime(2027, 1, 31, 12, 0, tzinfo=UTC))
    assert len(await house.rows("SELECT id FROM summary WHERE kind = 'programme'")) == 1
    assert await house.rows("SELECT id FROM summary WHERE kind = 'year'") == []
    said, *_ = await house.says(NOOR, "/lookback 2026")
    assert said.startswith("Jouw jaar")


@pytest.mark.parametrize("state", ["held", "paused"])
async def test_who_is_away_when_a_programme_ends_gets_its_look_back_once_they_are_back(midway, state):
    house = midway
    await house.until(datetime(2026, 12, 15, 12, 0, tzinfo=UTC))
    assert await house.rows("SELECT id FROM enrolment WHERE state = 'ended'")
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        await leaders.keep(session, replace(leader, state=state, until=None))
    await house.wait(days=10)
    assert await house.rows("SELECT id FROM summary WHERE kind = 'programme'") == []
    async with house.world.store.transaction() as session:
        await leaders.keep(session, replace(leader, state="active", until=None))
    await house.wait(days=12)
    assert len(await house.rows("SELECT id FROM summary WHERE kind = 'programme'")) == 1


async def test_who_stops_at_the_end_of_a_programme_gets_nothing_more(house):
    await to_the_last_question(house)
    await press(house, "Hier stop ik")
    before = len(house.post.sent)
    await house.wait(days=30)
    assert house.post.sent[before:] == []


@pytest.mark.parametrize(
    "command", ["/lookback programme", "/lookback traject", "/lookback programma pdf", "/share traject"]
)
async def test_a_programme_under_way_is_looked_back_on_when_asked_and_still_told_at_its_end(midway, command):
    house, asked = midway, len(midway.post.sent)
    await house.says(NOOR, command)
    _, out, said = house.post.sent[asked]
    if command.endswith("pdf") or command.startswith("/share"):
        said = out.document[1].decode()
        assert out.document[0] == "terugblik-2026-11-16-2026-11-20.pdf"
    assert "Van 16 november 2026 tot en met 20 november 2026" in said
    assert ("kanarie" in said) is False, "nothing was chosen yet"
    await house.until(datetime(2026, 12, 20, 12, 0, tzinfo=UTC))
    assert len([one for one in sent(house, "lookback", asked + 2) if one[2].startswith("Jouw traject")]) == 1


async def test_without_a_programme_or_a_year_to_look_back_on_that_is_said(database_url):
    async with quiet_house(database_url) as house:
        await house.joins(NOOR)
        for command in ("/lookback traject", "/share jaar", "/lookback 2026 pdf", "/lookback year"):
            assert await house.says(NOOR, command) == [text("lookback_none")]


# Every form of a year ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "screen"),
    [("/lookback 2026 pdf", "lookback_pdf"), ("/share 2026", "lookback_share"), ("/lookback jaar", "lookback"),
     ("/share year", "lookback_share"), ("/lookback pdf jaar", "lookback_pdf")],
)  # fmt: skip
async def test_a_year_comes_in_every_form(house, command, screen):
    asked = len(house.post.sent)
    await house.says(NOOR, command)
    delivery, out, said = house.post.sent[asked]
    assert delivery.screen.name == screen
    if screen != "lookback":
        assert out.document[0] == "terugblik-2026.pdf"
        said = out.document[1].decode()
    assert said.startswith("Jouw jaar")


async def test_a_month_that_was_asked_for_before_it_was_over_still_comes_by_itself(house):
    await house.says(NOOR, "/lookback")
    before = len(house.post.sent)
    await house.until(DECEMBER)
    assert [said.splitlines()[0] for _, _, said in sent(house, "lookback", before)] == ["Jouw november"]


async def test_two_look_backs_never_come_together(house):
    async with house.world.store.transaction() as session:
        await session.connection.exec_driver_sql(
            "INSERT INTO errand (id, leader, kind, key, due_at, state)"
            " SELECT 5, leader, 'programme', 'programme:0', due_at, state FROM errand WHERE kind = 'recap'"
        )
    await house.until(DECEMBER + timedelta(hours=12))
    made = sorted(str(row[0]) for row in await house.rows("SELECT created_at FROM summary WHERE kind <> 'first'"))
    assert (
        len({moment[:13] for moment in made})
        == len(made)
        == 1 + len(await house.rows("SELECT id FROM summary WHERE kind = 'programme'"))
    )


# Sentences that are kept ---------------------------------------------------------------------------------------------


async def test_a_kept_sentence_stands_in_the_year_and_can_be_changed_there(house):
    await house.says(NOOR, "/lookback")
    page = await kept(house, "gierzwaluw")
    assert starred(page) == ["gierzwaluw"]
    said, *_ = await house.says(NOOR, "/lookback 2026")
    assert "gierzwaluw" in said
    assert "kanarie" not in said
    page = await kept(house, "kanarie")
    assert starred(page) == ["kanarie", "gierzwaluw"]
    (letter, *_) = await press(house, "Terug naar de brief")
    assert "kanarie" in letter
    page = await kept(house, "gierzwaluw")
    assert starred(page) == ["kanarie"]
    (letter, *_) = await press(house, "Terug naar de brief")
    assert "kanarie" in letter
    assert "gierzwaluw" not in letter


async def test_of_more_than_three_the_three_that_were_chosen_last_count(house):
    await house.says(NOOR, "/lookback 2026")
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
    given = {said: number for number, said in await words_of(house)}
    for words in (CROW, CANARY, HERON, SWIFT):
        async with house.world.store.transaction() as session:
            await keepsakes.keep(session, leader.id, given[words], words, DECEMBER)
    said, *_ = await house.says(NOOR, "/lookback 2026")
    assert [bird for bird in ("kanarie", "reiger", "gierzwaluw", "kraai") if bird in said] == [
        "kanarie", "reiger", "gierzwaluw",
    ]  # fmt: skip
    page = await kept(house, "kraai")
    assert starred(page) == ["reiger", "gierzwaluw", "kraai"]


async def words_of(house: QuietHouse) -> list[tuple[int, str]]:
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        start = datetime(2026, 1, 1, tzinfo=UTC)
        return [(one.id, one.text) for one in await answers.between(session, leader.id, start, DECEMBER)]


@pytest.mark.parametrize("label", ["Verbergen in terugblikken", "Intrekken"])
async def test_what_is_hidden_or_withdrawn_takes_its_kept_sentence_along_and_brings_it_back(house, label):
    await house.says(NOOR, "/lookback")
    await kept(house, "gierzwaluw")
    await house.says(NOOR, "/answers gierzwaluw")
    await press(house, "1")
    await press(house, label)
    assert await house.says(NOOR, "/lookback 2026")
    assert "gierzwaluw" not in house.post.sent[-2][2]
    await house.says(NOOR, "/lookback")
    assert all("gierzwaluw" not in said for said in await press(house, "Zin bewaren"))
    await press(house, "Weer in terugblikken" if label.startswith("Verb") else "Terughalen")
    said, *_ = await house.says(NOOR, "/lookback 2026")
    assert "gierzwaluw" in said


async def test_what_is_erased_takes_its_kept_sentence_along(house):
    await house.says(NOOR, "/lookback")
    await kept(house, "gierzwaluw")
    await house.says(NOOR, "/answers gierzwaluw")
    await press(house, "1")
    await press(house, "Intrekken")
    await house.wait(days=2)
    assert await house.rows("SELECT id FROM keepsake") == []


async def test_a_hidden_line_is_no_sentence_to_keep(house):
    await house.says(NOOR, "/lookback")
    await kept(house, "gierzwaluw")
    await press(house, "Alles zien")
    await press(house, "Regel verbergen")
    while "gierzwaluw" not in house.post.sent[-1][2]:
        await press(house, "Volgende")
    number = next(line.split(" · ")[0] for line in house.post.sent[-1][2].splitlines() if "gierzwaluw" in line)
    await press(house, number)
    assert "gierzwaluw" not in (await house.says(NOOR, "/lookback 2026"))[0]
    assert all("gierzwaluw" not in said for said in await press(house, "Zin bewaren"))


async def test_no_kept_sentence_can_be_read_in_the_database_and_all_are_in_the_export(house):
    await house.says(NOOR, "/lookback")
    await kept(house, "gierzwaluw")
    ((sealed,),) = await house.rows("SELECT text FROM keepsake")
    assert b"gierzwaluw" not in bytes(sealed)
    await house.says(NOOR, "/export")
    exported = json.loads(house.post.sent[-1][1].document[1])
    assert [row["text"] for row in exported["keepsake"]] == [SWIFT]


async def test_nobody_keeps_a_sentence_of_somebody_else_or_of_a_look_back_that_is_gone(house):
    await house.says(NOOR, "/lookback")
    ((about,),) = await house.rows("SELECT id FROM summary WHERE kind = 'month'")
    ((answer, *_), *_) = await house.rows("SELECT id FROM answer ORDER BY id")
    press_it = Pressed("lookback", about, value("keep", 0, f"words.{answer}"), 1001)
    await lived(house, FINN)
    await house.hears(FINN, press_it)
    await house.hears(NOOR, Pressed("lookback", about + 1, press_it.value, 1001))
    await house.hears(NOOR, Pressed("lookback", about, "keep.0.00000000", 1001))
    assert await house.rows("SELECT id FROM keepsake") == []


# What changes along --------------------------------------------------------------------------------------------------


async def hides(house: QuietHouse, words: str) -> None:
    (page, *_) = await press(house, "Regel verbergen")
    while words not in page:
        (page, *_) = await press(house, "Volgende")
    number = next(line.split(" · ")[0] for line in page.splitlines() if words in line and " · " in line)
    await press(house, number)


async def test_a_hidden_line_leaves_the_picture_and_every_letter_that_showed_it(house):
    await house.says(NOOR, "/lookback")
    await house.says(NOOR, "/lookback")
    letters = [message for message, _, _ in sent(house, "lookback")][-2:]
    pictures = [message for message, _, _ in sent(house, "lookback_picture")][-2:]
    before = len(house.post.sent)
    await hides(house, "Beantwoorde vragen")
    edited = {(delivery.screen.name, delivery.edits) for delivery, _, _ in house.post.sent[before:]}
    assert {("lookback_picture", message) for message in pictures} <= edited
    assert ("lookback", letters[0]) in edited
    assert ("lookback", letters[1]) not in edited, "what was pressed shows the lines that are left"
    assert all(out.photo for delivery, out, _ in house.post.sent[before:] if delivery.screen.name == "lookback_picture")


async def test_a_hidden_sentence_changes_no_picture(house):
    await house.says(NOOR, "/lookback")
    before = len(house.post.sent)
    await hides(house, "kanarie")
    assert sent(house, "lookback_picture", before) == []


async def test_a_picture_of_which_nothing_is_left_says_so(house):
    await house.says(NOOR, "/lookback")
    await press(house, "Regel verbergen")
    page = house.post.sent[-1][2]
    while " · " in page:
        page, *_ = await press(house, "1")
    *_, (_, delivery, said) = sent(house, "lookback_picture")
    assert (delivery.edits is None, said) == (False, text("lookback_empty"))


async def test_a_picture_that_cannot_be_drawn_anew_stays_out_of_the_way(database_url):
    async with quiet_house(database_url) as house:
        await lived(house, NOOR)
        await house.says(NOOR, "/lookback")
        assert isinstance(house.world.studio, Studio)
        house.world.studio.picture = None
        await hides(house, "Beantwoorde vragen")
        assert house.post.sent[-1][0].screen.name == "lookback_lines"


async def test_messages_with_a_look_back_are_found_again_years_later_and_those_of_others_never(house):
    await house.says(NOOR, "/lookback")
    ((about,),) = await house.rows("SELECT id FROM summary WHERE kind = 'month'")
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        await outbox.purge(session, DECEMBER + timedelta(days=700))
        found = await reached.messages_of(session, leader.id, "lookback", about)
        assert found == [sent(house, "lookback")[-1][0]]
        assert await reached.messages_of(session, leader.id + 1, "lookback", about) == []
        assert await reached.messages_of(session, leader.id, "lookback", about + 1) == []


async def reworded(house: QuietHouse, old: str, new: str) -> None:
    """The words of an answer change as they do in the chat."""
    (message,) = [
        message
        for number, message in await house.rows("SELECT id, message FROM answer ORDER BY id")
        if dict(await words_of(house)).get(number) == old
    ]
    await house.hears(NOOR, Amended(new, message))


async def test_a_look_back_that_quotes_what_was_rewritten_goes_and_comes_anew_with_the_new_words(house):
    await house.says(NOOR, "/lookback")
    await kept(house, "gierzwaluw")
    await reworded(house, SWIFT, SWIFT.replace("gierzwaluw", "roerdomp"))
    assert await press(house, "Terug naar de brief") == [text("lookback_gone")]
    assert await house.rows("SELECT id FROM keepsake") == []
    said = "\n".join(await house.says(NOOR, "/lookback") + await press(house, "Zin bewaren"))
    assert "gierzwaluw" not in said
    assert "roerdomp" in said


async def test_a_look_back_stays_when_its_sentence_still_stands_there(house):
    await house.says(NOOR, "/lookback")
    await kept(house, "gierzwaluw")
    await reworded(house, SWIFT, SWIFT + " Dat was alles.")
    assert "gierzwaluw" in "\n".join(await press(house, "Terug naar de brief"))
    assert len(await house.rows("SELECT id FROM keepsake")) == 1


async def test_an_answer_that_is_gone_leaves_no_quote(house):
    await house.says(NOOR, "/lookback")
    ((number, _), *_) = [pair for pair in await words_of(house) if pair[1] == SWIFT]
    async with house.world.store.transaction() as session:
        await session.connection.exec_driver_sql(f"DELETE FROM answer WHERE id = {number}")
        await lines.reworded(session, (await leaders.by_chat(session, NOOR)).id, number)
    assert await house.rows("SELECT id FROM summary WHERE kind = 'month'") == []


# Back to where one was -----------------------------------------------------------------------------------------------


async def test_back_from_an_answer_that_was_opened_from_a_line_leads_to_that_page_of_lines(house):
    await house.says(NOOR, "/lookback")
    await press(house, "Alles zien")
    (page, *_) = await press(house, "Volgende")
    day = next(key.label for key in house.buttons() if "november" in key.label)
    await press(house, day)
    assert await press(house, "Terug") == [page]
    await press(house, day)
    await press(house, "Verbergen in terugblikken")
    assert await press(house, "Terug") == [text("lookback_gone")]

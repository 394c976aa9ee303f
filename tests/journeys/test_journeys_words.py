"""Words kept and shown: months by name, look backs, and what the tables may never hold."""

from datetime import UTC, date, datetime, timedelta

import pytest
from quiet_house import Studio, quiet_house

from dialogues.events import Showed
from dialogues.wishes.months import month_in
from journeys import take
from journeys.guide import NewCohort, create_cohort
from journeys.ports import Gone, Later, Refused, Unknown

NOOR = 7001
CANARY = "kanarievogel"
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("2026-10", date(2026, 10, 1)),
        (" 2026-3 ", date(2026, 3, 1)),
        ("10", date(2026, 10, 1)),
        ("11", date(2026, 11, 1)),
        ("12", date(2025, 12, 1)),
        ("oktober", date(2026, 10, 1)),
        ("Oktober 2024", date(2024, 10, 1)),
        ("October", date(2026, 10, 1)),
        ("december", date(2025, 12, 1)),
        ("maart", date(2026, 3, 1)),
        ("van mei", date(2026, 5, 1)),
        ("2026-13", None),
        ("0", None),
        ("13", None),
        ("1899-01", None),
        ("9999-12", None),
        ("", None),
        ("vorige maand", None),
        ("²", None),
        ("٣", date(2026, 3, 1)),
    ],
)
def test_a_month_is_understood_as_people_write_it(words, month):
    assert month_in(words, TODAY) == month


async def month(house, count=4):
    """A month with something to look back on."""
    await house.joins(NOOR)
    for number in range(count):
        text = f"Ik liet de stilte duren in overleg {number} en merkte dat de anderen begonnen te praten."
        await house.says(NOOR, "/question")
        await house.says(NOOR, text)
        await house.wait(days=1)


@pytest.mark.asyncio
async def test_the_look_back_comes_by_itself_once_with_letter_and_picture(house):
    await month(house)
    await house.until(datetime(2026, 12, 1, 7, 29, tzinfo=UTC))
    before = len(house.post.sent)
    await house.wait(minutes=2)
    names = [delivery.screen.name for delivery, _, _ in house.post.sent[before:]]
    assert names.count("lookback") == names.count("lookback_picture") == 1
    await house.until(datetime(2026, 12, 31, 12, 0, tzinfo=UTC))
    names = [delivery.screen.name for delivery, _, _ in house.post.sent[before:]]
    assert (names.count("lookback"), names.count("programme_told")) == (1, 1), "the programme ended just after it"
    await house.until(datetime(2027, 1, 4, 12, 0, tzinfo=UTC))
    kinds = [kind for (kind,) in await house.rows("SELECT kind FROM summary ORDER BY kind")]
    assert kinds == ["first", "month"], "nobody was here in December"


@pytest.mark.asyncio
async def test_who_is_paused_at_the_turn_of_the_month_gets_the_look_back_the_day_after_they_are_back(house):
    await month(house)
    await house.says(NOOR, "/pause 1m")
    before = len(house.post.sent)
    await house.until(datetime(2026, 12, 3, 12, 0, tzinfo=UTC))
    assert len(house.post.sent) == before
    await house.says(NOOR, "/resume")
    await house.until(datetime(2026, 12, 4, 12, 0, tzinfo=UTC))
    (letter,) = [said for delivery, _, said in house.post.sent[before:] if delivery.screen.name == "lookback"]
    assert letter.startswith("Jouw november")


@pytest.mark.parametrize("studio", [None, Studio(None)])
@pytest.mark.asyncio
async def test_without_a_picture_the_letter_comes_alone(sqlite_url, studio):
    async with quiet_house(sqlite_url, studio=studio) as house:
        await month(house)
        said = await house.says(NOOR, "/lookback")
        assert len(said) == 1
        assert "november" in said[0]
        why = await house.rows("SELECT state, why FROM outbox WHERE screen_name = 'lookback_picture'")
        assert why == [("refused", "there is no picture")]


@pytest.mark.asyncio
async def test_the_look_back_of_a_month_without_anything_says_so(house):
    await month(house, 1)
    (said,) = await house.says(NOOR, "/lookback january 2020")
    assert "januari" in said
    assert await house.rows("SELECT count(*) FROM summary") == [(1,)]
    for words in ("1", "oktober 2001", "9998-12", "²", "{{ }}", "\x00"):
        assert await house.says(NOOR, f"/lookback {words}")


@pytest.mark.parametrize("fate", [Gone(), Refused("400"), Unknown(), Later(3.0, everyone=True)])
@pytest.mark.asyncio
async def test_whatever_becomes_of_a_message_its_words_are_in_no_table(house, fate):
    await house.joins(NOOR)
    house.post.fates = [fate]
    await house.says(NOOR, f"Ik hield een {CANARY} vast in het overleg van vanmorgen.")
    await house.says(NOOR, f"/intention Morgen geen {CANARY} meer")
    await house.says(NOOR, "/lookback")
    await house.says(NOOR, "/answers")
    for (table,) in await house.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        assert CANARY not in repr(await house.rows(f'SELECT * FROM "{table}"')), table


@pytest.mark.asyncio
async def test_who_is_gone_gets_nothing_that_was_still_to_be_said(house):
    await house.joins(NOOR)
    house.post.fates = [Gone()]
    count = len(house.post.sent)
    await house.says(NOOR, "/help")
    assert len(house.post.sent) == count + 1
    await house.wait(days=40)
    assert len(house.post.sent) == count + 1
    assert await house.rows("SELECT state FROM leader") == [("gone",)]


@pytest.mark.asyncio
async def test_a_refused_farewell_leaves_no_row_of_the_person(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/delete")
    house.post.fates = [Gone()]
    await house.taps(NOOR, "delete")
    assert await house.rows("SELECT count(*) FROM outbox") == [(0,)]
    assert await house.rows("SELECT count(*) FROM leader") == [(0,)]


@pytest.mark.asyncio
async def test_a_farewell_in_doubt_is_forgotten_after_a_day(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/delete")
    house.post.fates = [Unknown()]
    await house.taps(NOOR, "delete")
    assert await house.rows("SELECT state FROM outbox") == [("unknown",)]
    house.clock.machine += timedelta(hours=25)
    await take.purge(house.world)
    assert await house.rows("SELECT count(*) FROM outbox") == [(0,)]
    assert await house.rows("SELECT count(*) FROM budget") == [(0,)]


@pytest.mark.asyncio
async def test_an_invite_works_between_its_limits(house):
    created = await create_cohort(house.world, NewCohort("Zonzijde", "core_12w", "en", "Africa/Nairobi", TODAY))
    (said,) = await house.starts(NOOR, created.payload)
    assert "language" in said
    await house.taps(NOOR, "en", "language")
    await house.taps(NOOR, "agree", "consent")
    await house.taps(NOOR, "defaults", "defaults")
    ((programme, planned),) = await house.rows("SELECT programme, next_due_at FROM enrolment")
    assert programme == "core_12w"
    assert planned >= "2026-11-22"
    assert "T05:30" in planned  # 8:30 in Nairobi


@pytest.mark.asyncio
async def test_who_joins_in_london_hears_which_holidays_are_skipped_and_gets_nothing_at_christmas(house):
    house.clock.story = house.clock.machine = datetime(2026, 12, 14, 9, 0, tzinfo=UTC)
    created = await create_cohort(house.world, NewCohort("Robin", "starter_4w", "en", "Europe/London", TODAY))
    await house.starts(NOOR, created.payload)
    await house.taps(NOOR, "en", "language")
    said = await house.taps(NOOR, "agree", "consent")
    assert "Public holidays I skip: United Kingdom." in said[-1]
    await house.taps(NOOR, "defaults", "defaults")
    await house.until(datetime(2026, 12, 24, 18, 0, tzinfo=UTC))  # a Thursday: its question is open
    assert await house.until(datetime(2026, 12, 29, 7, 0, tzinfo=UTC)) == [], "Christmas, and Boxing Day on a Monday"
    assert await house.until(datetime(2026, 12, 29, 18, 0, tzinfo=UTC))


@pytest.mark.asyncio
async def test_other_words_under_a_photo_are_looked_at_for_safety_and_never_kept(house):
    await house.joins(NOOR)
    assert await house.hears(NOOR, Showed("photo", "Het uitje met de kanaries.", edited=True)) == []
    (said,) = await house.hears(NOOR, Showed("photo", "Ik wil niet meer leven.", edited=True))
    assert "113" in said
    assert await house.rows("SELECT count(*) FROM answer") == [(0,)]


@pytest.mark.asyncio
async def test_forwarded_words_of_others_are_no_answer_and_are_told_so_once_a_day(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/question")
    (said,) = await house.hears(NOOR, Showed("forwarded", "Wij vonden het een gedurfd besluit."))
    assert said.startswith("Een doorgestuurd bericht dat niet van jou is, bewaar ik niet")
    assert await house.hears(NOOR, Showed("forwarded", "Wij vonden het een gedurfd besluit.")) == []
    assert await house.rows("SELECT count(*) FROM answer") == [(0,)]
    assert await house.rows("SELECT count(*) FROM prompt WHERE state = 'open'") == [(1,)]
    (said,) = await house.hears(NOOR, Showed("forwarded", "Ik wil niet meer leven."))
    assert "113" in said

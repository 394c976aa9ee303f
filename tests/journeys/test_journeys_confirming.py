"""In a chat: a yes or a no to the question whether to stop or to delete everything is taken as one, and not kept."""

import pytest
from quiet_house import QuietHouse

from storage import answers, leaders
from storage.answers import Which

NOOR = 7001
HIDDEN = {"prompt", "reaction", "used_up", "lookback_picture"}  # these change or follow what was said


async def kept(house: QuietHouse) -> list[str]:
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        assert leader is not None
        return [answer.text for answer in await answers.page(session, leader.id, Which())]


async def state(house: QuietHouse) -> str:
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        return leader.state if leader else ""


@pytest.mark.asyncio
async def test_a_yes_under_the_stop_screen_stops(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/stop")
    await house.says(NOOR, "ja")
    assert (await state(house), await kept(house)) == ("stopped", [])


@pytest.mark.asyncio
async def test_a_no_under_the_stop_screen_leaves_the_question_for_an_answer(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/stop")
    await house.says(NOOR, "nee")
    assert (await state(house), await kept(house)) == ("active", [])
    await house.says(NOOR, "Ik sprak haar aan.")
    assert await kept(house) == ["Ik sprak haar aan."]


@pytest.mark.asyncio
async def test_a_yes_under_the_delete_screen_leaves_nothing(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/delete")
    await house.says(NOOR, "ja")
    assert await state(house) == ""


@pytest.mark.asyncio
async def test_a_yes_after_another_message_stops_nothing(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/stop")
    await house.says(NOOR, "/help")
    await house.says(NOOR, "ja")
    assert await state(house) == "active"


@pytest.mark.asyncio
async def test_who_said_no_in_english_and_writes_again_reads_english_first(house):
    for words, first in (("I would like to take part after all", "Welcome!"), ("Ik wil toch graag meedoen", "Welkom!")):
        await house.starts(NOOR)
        await house.taps(NOOR, "en", "language")
        await house.says(NOOR, "no")
        assert (await house.says(NOOR, words))[0].startswith(first)
        await house.says(NOOR, "/stop")


async def last_screen(house: QuietHouse) -> str:
    return [delivery.screen.name for delivery, _, _ in house.post.sent if delivery.screen.name not in HIDDEN][-1]


@pytest.mark.asyncio
async def test_a_yes_under_the_offer_of_an_intention_makes_it_and_a_second_one_makes_no_other(house):
    await house.joins(NOOR)
    await house.says(NOOR, "Het liep vast. Morgen bel ik de wethouder.")
    while await last_screen(house) == "followup":
        await house.says(NOOR, "Volgende keer wacht ik eerst even af, en dan vraag ik wat de anderen vinden.")
    assert await last_screen(house) == "intention_offer"
    before = await kept(house)
    await house.says(NOOR, "ja graag, doe maar")
    assert await last_screen(house) == "intention_form"
    await house.says(NOOR, "zo is het goed")
    assert (await last_screen(house), await kept(house)) == ("intention_fine", before)


@pytest.mark.asyncio
async def test_on_an_opened_page_an_answer_is_withdrawn_in_words(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/reflect Gisteren zei ik voor het eerst nee.")
    await house.says(NOOR, "/answers")
    await house.taps(NOOR, "open.a.0", "answers")
    assert (await last_screen(house), await kept(house)) == ("answer", ["Gisteren zei ik voor het eerst nee."])
    await house.says(NOOR, "trek dit maar in")
    assert await kept(house) == []
    await house.says(NOOR, "haal het toch terug")
    assert await kept(house) == ["Gisteren zei ik voor het eerst nee."]


@pytest.mark.asyncio
async def test_words_under_a_look_back_are_about_it_and_never_an_answer_to_an_earlier_question(house):
    await house.joins(NOOR)
    await house.says(NOOR, "Gisteren zei ik voor het eerst nee, en het bleef stil aan tafel.")
    before = await kept(house)
    await house.says(NOOR, "/lookback")
    await house.says(NOOR, "regel 1 klopt niet")
    assert (await last_screen(house), await kept(house)) == ("lookback_lines", before)
    await house.says(NOOR, "klopt niet helemaal")
    assert (await last_screen(house), await kept(house)) == ("summary_correct", before)

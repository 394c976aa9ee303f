"""Taps, one more question and echoes as they are kept and sent: a leader's own words, as they stand now."""

import itertools
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from quiet_house import MONDAY, QuietHouse, quiet_house

from dialogues.effects import Ask
from dialogues.events import Amended, Pressed, Said
from dialogues.library import library
from dialogues.model import Text
from journeys import acting, listen, scenes
from journeys.stage import Stage
from storage import answers, leaders, taps

NOOR, BRAM = 7001, 7002
EARLIER = "Ik zei in het overleg niets over de verdeelsleutel en liet de partners het zonder mij uitvechten."
NOW = "Ik liet het gesprek over het budget gisteren lopen en zei pas iets toen het voor iedereen te laat was."
REPLY = "De anderen keken weg en gingen verder zonder ons."
slots = itertools.count(1)
messages = itertools.count(9001)


@pytest_asyncio.fixture
async def house(database_url: str) -> AsyncIterator[QuietHouse]:
    """A quiet house on each kind of database in turn, with a leader who takes part."""
    async with quiet_house(database_url) as opened:
        await opened.joins(NOOR)
        yield opened


def text(name: str) -> str:
    return library().messages[name].text.nl


async def asks(house: QuietHouse, item: str, chat: int = NOOR, kind: str = "question") -> None:
    """This item is asked now."""
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, chat)
        talk, scene = await scenes.load(house.world, session, leader, None)
        number = next(slots)
        await acting.carry_out(Stage(house.world, session, scene, f"t{number}", talk), (Ask(kind, item, f"t{number}"),))
    await house.deliver()


async def tells(house: QuietHouse, item: str, *words: str, chat: int = NOOR) -> list[str]:
    """A question and what is said to it, until the thanks; gives what was said last."""
    await asks(house, item, chat)
    said: list[str] = []
    for word in words:
        if not any("Twee tikken" in each for each in said):
            said = await house.hears(chat, Said(word, next(messages)))
    return said


def asked_for(item: str) -> set[Text]:
    """Every follow-up that a question may get."""
    own = {each.text for each in library().questions[item].followups}
    return own | {each for element in library().elements.values() for each in element.variants}


def later(house: QuietHouse, **span: float) -> None:
    """Time passes, and nothing is due meanwhile."""
    house.clock.story += timedelta(**span)


async def touched(house: QuietHouse, earlier: str = EARLIER) -> list[str]:
    """Two answers about the same quality, two weeks apart."""
    await tells(house, "SM-01", earlier, REPLY)
    later(house, weeks=2)
    return await tells(house, "SM-02", NOW, REPLY)


async def echo(house: QuietHouse) -> tuple[int, str]:
    """The one echo that is kept: its number and verdict."""
    ((number, verdict),) = await house.rows("SELECT id, verdict FROM echo")
    return number, verdict


async def answer(house: QuietHouse, words: str) -> int:
    """The number of an answer."""
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        written = await answers.between(session, leader.id, MONDAY, house.clock.story + timedelta(seconds=1))
        return next(each.id for each in written if each.text == words)


@pytest.mark.asyncio
async def test_an_earlier_answer_comes_back_with_its_date_in_the_leaders_own_words(house):
    said = await touched(house)
    assert said[-1] == f"Op maandag 2 november schreef je: «{EARLIER}» Raakt dat aan wat je nu schrijft?"
    assert [key.label for key in house.buttons()] == ["Ja, dit hoort erbij", "Nee, iets anders", "Dit niet meer doen"]


@pytest.mark.asyncio
async def test_words_of_another_year_come_with_that_year(house):
    await tells(house, "SM-01", EARLIER, REPLY)
    later(house, weeks=12)
    said = await tells(house, "SM-02", NOW, REPLY)
    assert said[-1].startswith("Op 2 november 2026 schreef je: «")


@pytest.mark.asyncio
async def test_the_outbox_holds_no_words_of_it(house):
    await touched(house)
    ((args,),) = await house.rows("SELECT args FROM outbox WHERE screen_name = 'echo_offer'")
    assert "verdeelsleutel" not in str(args)


@pytest.mark.parametrize("verdict", ["yes", "no"])
@pytest.mark.asyncio
async def test_a_verdict_is_kept_and_shown_in_place_and_a_second_press_changes_nothing(house, verdict):
    await touched(house)
    number, _ = await echo(house)
    (said,) = await house.taps(NOOR, verdict, "echo_offer")
    assert (await echo(house))[1] == verdict
    assert said.endswith(text(f"echo_{verdict}"))
    assert EARLIER in said
    assert house.post.sent[-1][0].edits is not None
    assert house.buttons() == ()
    assert await house.hears(NOOR, Pressed("echo_offer", number, verdict, 1001)) == []


@pytest.mark.asyncio
async def test_within_two_weeks_no_second_one_comes(house):
    await touched(house)
    later(house, days=13)
    assert "schreef je" not in (await tells(house, "SM-04", NOW, REPLY))[-1]
    assert len(await house.rows("SELECT id FROM echo")) == 1


@pytest.mark.asyncio
async def test_no_more_of_this_holds_from_then_on(house):
    await touched(house)
    assert await house.taps(NOOR, "off", "echo_offer") == [text("echo_off")]
    later(house, weeks=9)
    assert "schreef je" not in (await tells(house, "SM-04", NOW, REPLY))[-1]


@pytest.mark.asyncio
async def test_somebody_elses_words_never_come_back(house):
    await house.joins(BRAM)
    await tells(house, "SM-01", EARLIER, REPLY, chat=BRAM)
    later(house, weeks=2)
    assert "schreef je" not in (await tells(house, "SM-02", NOW, REPLY))[-1]
    assert await house.rows("SELECT id FROM echo") == []


@pytest.mark.asyncio
async def test_nobody_judges_or_sees_an_echo_of_somebody_else(house):
    await touched(house)
    await house.joins(BRAM)
    number, _ = await echo(house)
    assert await house.hears(BRAM, Pressed("echo_offer", number, "yes", 1001)) == [text("stale_button")]
    assert (await echo(house))[1] == "open"


@pytest.mark.parametrize("state", ["hidden", "withdrawn", "held"])
@pytest.mark.asyncio
async def test_what_was_hidden_or_withdrawn_before_never_comes_back(house, state):
    await tells(house, "SM-01", EARLIER, REPLY)
    number = await answer(house, EARLIER)
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        await answers.set_state(session, leader.id, number, state)
    later(house, weeks=2)
    assert "schreef je" not in (await tells(house, "SM-02", NOW, REPLY))[-1]


async def planned(house: QuietHouse) -> int:
    """An echo is on its way and not sent yet; gives the number of the earlier answer."""
    await tells(house, "SM-01", EARLIER, REPLY)
    number = await answer(house, EARLIER)
    later(house, weeks=2)
    await asks(house, "SM-02")
    await listen.hear(house.world, NOOR, Said(NOW, next(messages)), await house.update())
    await listen.hear(house.world, NOOR, Said(REPLY, next(messages)), await house.update())
    assert (await echo(house))[1] == "open"
    return number


@pytest.mark.parametrize("how", ["hidden", "withdrawn", "erased", "worrying", "named"])
@pytest.mark.asyncio
async def test_an_answer_that_is_hidden_between_planning_and_sending_is_not_sent(house, how):
    number = await planned(house)
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        match how:
            case "erased":
                await answers.erase(session, leader.id, number)
            case "worrying":
                await answers.set_care(session, leader.id, number, "crisis")
            case "named":
                await answers.set_named(session, leader.id, number, named=True)
            case _:
                await answers.set_state(session, leader.id, number, how)
    before = len(house.post.sent)
    await house.deliver()
    assert not any("schreef je" in said for _, _, said in house.post.sent[before:])
    assert len(house.post.sent) > before  # the thanks did go out
    assert await house.rows("SELECT count(*) FROM outbox WHERE state = 'refused'") == [(1,)]


@pytest.mark.asyncio
async def test_a_new_answer_that_is_withdrawn_meanwhile_gets_no_echo_beside_it(house):
    await planned(house)
    number = await answer(house, NOW)
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        await answers.set_state(session, leader.id, number, "withdrawn")
    before = len(house.post.sent)
    await house.deliver()
    assert not any("schreef je" in said for _, _, said in house.post.sent[before:])


@pytest.mark.asyncio
async def test_words_that_were_edited_come_back_as_they_are_now_and_never_as_they_were(house):
    await asks(house, "SM-01")
    message = next(messages)
    await house.hears(NOOR, Said(EARLIER, message))
    await house.hears(NOOR, Said(REPLY, next(messages)))
    await planned_after(house)
    edited = EARLIER.replace("verdeelsleutel", "begroting")
    await listen.hear(house.world, NOOR, Amended(edited, message), await house.update())
    before = len(house.post.sent)
    await house.deliver()
    said = [each for _, _, each in house.post.sent[before:]]
    assert any(f"«{edited}»" in each for each in said)
    assert not any("verdeelsleutel" in each for each in said)


async def planned_after(house: QuietHouse) -> None:
    later(house, weeks=2)
    await asks(house, "SM-02")
    for words in (NOW, REPLY):
        await listen.hear(house.world, NOOR, Said(words, next(messages)), await house.update())


@pytest.mark.asyncio
async def test_a_verdict_about_words_that_are_hidden_meanwhile_takes_them_out_of_the_message(house):
    await touched(house)
    number = await answer(house, EARLIER)
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        await answers.set_state(session, leader.id, number, "hidden")
    assert await house.taps(NOOR, "yes", "echo_offer") == [text("echo_yes")]


@pytest.mark.asyncio
async def test_the_verdict_can_be_typed_and_only_words_that_tell_more_are_added(house):
    await touched(house)
    (said,) = await house.hears(NOOR, Said("Ja, dit hoort erbij", next(messages)))
    assert said.endswith(text("echo_yes"))
    assert (await echo(house))[1] == "yes"
    before = await house.rows("SELECT count(*) FROM answer")
    await house.hears(NOOR, Said("ja", next(messages)))
    assert await house.rows("SELECT count(*) FROM answer") == before
    await house.hears(NOOR, Said("En daarna heb ik het haar wel gezegd.", next(messages)))
    assert await house.rows("SELECT count(*) FROM answer") == [(before[0][0] + 1,)]


@pytest.mark.asyncio
async def test_what_is_tapped_is_kept_with_the_prompt_and_shown_in_words(house):
    await tells(house, "SM-01", EARLIER, REPLY)
    for value in ("mood.4", "energy.2"):
        await house.taps(NOOR, value, "tap")
    (said,) = await house.taps(NOOR, "insight.yes", "tap")
    assert said.endswith("Genoteerd: stemming 4, energie 2, iets nieuws gezien.")
    later(house, days=2)
    await tells(house, "SM-02", NOW, REPLY)
    await house.taps(NOOR, "skip", "tap")
    (said,) = await house.taps(NOOR, "recognise.unsure", "tap")
    assert said.endswith("Genoteerd: nog niet duidelijk of je dit herkent.")
    async with house.world.store.transaction() as session:
        leader = await leaders.by_chat(session, NOOR)
        kept = {name: await taps.named(session, leader.id, name) for name in ("insight", "recognise")}
    assert {name: [tap.value for tap in found] for name, found in kept.items()} == {
        "insight": ["yes"], "recognise": ["unsure"],
    }  # fmt: skip


@pytest.mark.asyncio
async def test_what_returns_comes_back_and_the_taps_do_not_ask_it_again(house):
    await tells(house, "SM-01", EARLIER, REPLY)
    await house.hears(NOOR, Said("Ja, dit keert terug", next(messages)))
    later(house, weeks=2)
    said = await tells(house, "RF-03", NOW, REPLY)
    assert "schreef je" in said[-1]
    assert await house.rows("SELECT why FROM echo") == [("pattern",)]
    assert [len(out.keyboard) for _, out, _ in house.post.sent[-2:]] == [0, 3]
    (added,) = await house.rows("SELECT count(*) FROM answer")
    await house.hears(NOOR, Said("4", next(messages)))  # mood was not asked beside it, so that this is no mood
    assert await house.rows("SELECT count(*) FROM answer") == [(added[0] + 1,)]


@pytest.mark.asyncio
async def test_one_more_question_comes_for_who_taps_for_it(house):
    await tells(house, "RF-03", "Rustig gebleven.")
    await house.taps(NOOR, "skip", "tap")
    edited, asked = await house.taps(NOOR, "deeper", "deeper_offer")
    assert "Twee tikken" not in edited
    assert asked in {each.nl for each in asked_for("RF-03")}
    await house.hears(NOOR, Said("Ik telde tot tien en vroeg toen door.", next(messages)))
    assert sorted(await house.rows("SELECT part FROM answer")) == [("answer",), ("followup",)]


@pytest.mark.asyncio
async def test_a_number_is_for_the_pulse_that_came_just_after_an_answer(house):
    await tells(house, "RF-03", "Rustig gebleven.")
    await asks(house, "PU-01", kind="pulse")
    await house.hears(NOOR, Said("4", next(messages)))
    assert await house.rows("SELECT name FROM tap") == [("PU-01",)]


@pytest.mark.asyncio
async def test_a_number_is_for_the_pulse_that_was_shown_after_a_dilemma(house):
    await asks(house, "P04", kind="paradox")
    house.clock.story += timedelta(days=1)
    await asks(house, "PU-01", kind="pulse")
    await house.hears(NOOR, Said("4 out of 5", next(messages)))
    assert await house.rows("SELECT name FROM tap") == [("PU-01",)]


@pytest.mark.asyncio
async def test_without_an_echo_of_late_none_is_looked_up(house, monkeypatch):
    async def never(*_: object) -> None:
        raise AssertionError

    await tells(house, "SM-01", EARLIER, REPLY)
    monkeypatch.setattr("storage.echoes.between", never)
    await house.taps(NOOR, "mood.4", "tap")

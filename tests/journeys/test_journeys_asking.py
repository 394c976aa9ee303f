"""What is due: in batches, each thing once, past whatever is wrong with one of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from quiet_house import MONDAY, TUESDAY, quiet_house

from dialogues.asking import rhythm
from dialogues.library import library
from journeys import ask, batch, carefully, due, errands, take
from journeys.ports import Later, Pace, Sent, Unknown
from storage import enrolments, leaders
from storage import errands as stored

NOOR = 7001
RF_03 = library().questions["RF-03"].text.nl


async def crowd(house, count, programme="starter_4w", at=TUESDAY, position=0):
    """So many leaders, due on Tuesday."""
    usual = rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")
    async with house.world.store.transaction() as session:
        for chat in range(8000, 8000 + count):
            leader = await leaders.add(session, chat, "nl", usual, MONDAY)
            await leaders.keep(session, replace(leader, state="active"))
            await enrolments.add(session, leader.id, None, programme, date(2026, 11, 2), 0, position, at, MONDAY)


@pytest.mark.asyncio
async def test_a_tick_handles_everybody_in_batches_and_a_second_one_nobody(house, monkeypatch):
    monkeypatch.setattr(ask, "BATCH", 7)
    await crowd(house, 23)
    house.clock.story = TUESDAY
    assert await ask.tick(house.world) == 23
    assert await ask.tick(house.world) == 0
    await house.deliver()
    assert sorted(delivery.chat for delivery, _, _ in house.post.sent) == list(range(8000, 8023))


@pytest.mark.asyncio
async def test_what_is_wrong_with_one_is_told_and_put_off_and_the_others_go_on(house, monkeypatch):
    monkeypatch.setattr(ask, "BATCH", 5)
    await crowd(house, 12)
    async with house.world.store.transaction() as session:
        await session.connection.exec_driver_sql(
            "UPDATE enrolment SET anchor_position = 99 "
            "WHERE leader IN (SELECT id FROM leader WHERE chat IN (8003, 8011))"
        )
    house.clock.story = TUESDAY
    with pytest.raises(ExceptionGroup) as told:
        await ask.tick(house.world)
    assert [type(error) for error in told.value.exceptions] == [IndexError, IndexError]
    await house.deliver()
    assert len(house.post.sent) == 10
    assert await due.next_due(house.world) == TUESDAY + carefully.PUT_OFF
    assert await ask.tick(house.world) == 0  # not again at once
    house.clock.story += carefully.PUT_OFF
    with pytest.raises(ExceptionGroup):
        await ask.tick(house.world)


@pytest.mark.asyncio
async def test_an_errand_that_fails_is_put_off_too(house, monkeypatch):
    await house.joins(NOOR)
    await house.says(NOOR, "Kort.")
    real = errands.due.step

    def step(kind, talk, scene):
        if kind == "recap":
            raise ValueError("a fault of ours")
        return real(kind, talk, scene)

    monkeypatch.setattr(errands.due, "step", step)
    house.clock.story = datetime(2026, 12, 1, 7, 30, tzinfo=UTC)
    with pytest.raises(ExceptionGroup):
        await batch.run(house.world)
    monkeypatch.undo()
    said = await house.wait(minutes=61)
    assert any("november" in text for text in said)
    assert len(await house.rows("SELECT id FROM summary")) == 1


@pytest.mark.asyncio
async def test_a_position_beyond_the_programme_ends_it_quietly(house):
    await crowd(house, 1, position=400)
    house.clock.story = TUESDAY
    await ask.tick(house.world)
    await house.deliver()
    assert house.post.sent == []
    assert await house.rows("SELECT state FROM enrolment") == [("ended",)]


@pytest.mark.asyncio
async def test_what_was_due_yesterday_is_passed_over_and_what_was_due_this_morning_is_asked(house):
    await crowd(house, 1)
    await house.at(TUESDAY + timedelta(days=1, hours=1))
    assert house.post.sent == []
    await house.until(TUESDAY + timedelta(days=2, hours=9))
    assert len(house.post.sent) == 1


@pytest.mark.asyncio
async def test_nothing_is_due_in_an_empty_house(house):
    assert await due.next_due(house.world) is None
    assert await ask.tick(house.world) == 0


@pytest.mark.asyncio
async def test_a_pause_keeps_the_place_in_the_programme(house):
    await crowd(house, 1)
    await house.says(8000, "/pause 2w")
    await house.until(datetime(2026, 11, 17, 7, 29, tzinfo=UTC))
    ((position, planned),) = await house.rows("SELECT position, next_due_at FROM enrolment")
    assert position == 0
    assert "2026-11-17" in planned
    said = await house.wait(minutes=2)
    assert any(RF_03 in text for text in said)


@pytest.mark.asyncio
async def test_an_earlier_dilemma_returns_in_the_year_with_the_position_of_then(house):
    await crowd(house, 1, "year_12m")
    dilemma = library().dilemmas["P08"]
    again = None
    for _ in range(110):
        planned = await due.next_due(house.world)
        for text in await house.until(planned):
            if dilemma.scenario.nl in text and "eerder" not in text:
                await house.taps(8000, "2", "value")
            again = text if "Een dilemma van eerder: " + dilemma.title.nl in text else again
        if again:
            break
        await house.says(8000, "Kort.")  # takes part, so that it never grows silent
    assert again is not None
    assert "12 november" in again
    await house.taps(8000, "5", "value")
    said = await house.says(8000, "Ik ben naar het midden geschoven, omdat het vertrouwen groeide.")
    assert said
    assert len(await house.rows("SELECT id FROM tap WHERE name = 'position'")) >= 2


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("later", "told"),
    [(timedelta(weeks=6), "Op dinsdag 3 november stond"), (timedelta(weeks=12), "Op 3 november 2026 stond")],
)
async def test_the_position_of_then_has_its_year_when_that_is_another_one(house, later, told):
    await crowd(house, 1)
    await house.says(8000, "/dilemma")
    house.clock.story = TUESDAY
    await house.taps(8000, "2", "value")
    house.clock.story += later
    await house.says(8000, "/paradoxes")
    await house.taps(8000, "open", "paradoxes")
    again = await house.taps(8000, "again", "paradoxes")
    assert any(told in text for text in again), again


@pytest.mark.asyncio
async def test_the_same_as_last_time_is_the_position_of_then(house):
    await crowd(house, 1)
    await house.says(8000, "/dilemma")
    house.clock.story = TUESDAY
    await house.taps(8000, "2", "value")
    house.clock.story += timedelta(weeks=6)
    await house.says(8000, "/paradoxes")
    await house.taps(8000, "open", "paradoxes")
    await house.taps(8000, "again", "paradoxes")
    await house.says(8000, "zelfde als vorige keer")
    assert len(await house.rows("SELECT id FROM tap WHERE name = 'position'")) == 2
    assert len(await house.rows("SELECT DISTINCT prompt FROM tap WHERE name = 'position'")) == 2


async def lightly(house):
    """The crowd of one goes on in the light rhythm."""
    await house.says(8000, "/rhythm")
    await house.taps(8000, "frequency", "rhythm_now")
    await house.taps(8000, "light", "rhythm")


@pytest.mark.asyncio
@pytest.mark.parametrize("placed", [True, False], ids=["took a position", "took none"])
async def test_in_the_light_rhythm_an_earlier_dilemma_returns_too_or_nothing_comes(house, placed):
    await crowd(house, 1, "year_12m")
    await lightly(house)
    dilemma = library().dilemmas["P08"]
    screens = []
    while house.clock.story < TUESDAY + timedelta(weeks=30):  # twice the weeks up to its place in the programme
        for text in await house.until(await due.next_due(house.world)):
            if placed and dilemma.scenario.nl in text and "eerder" not in text:
                await house.taps(8000, "2", "value")
        screens += [
            delivery.screen.args["kind"] for delivery, _, _ in house.post.sent if "kind" in delivery.screen.args
        ]
        await house.says(8000, "Kort.")
    assert ("paradox_revisit" in screens) is placed
    assert "pulse" not in screens


@pytest.mark.asyncio
async def test_a_look_back_comes_hours_after_the_question_of_its_day(house):
    await crowd(house, 1, "core_12w")
    await house.says(8000, "/rhythm")
    await house.taps(8000, "fine", "rhythm_now")
    while (planned := await due.next_due(house.world)) <= datetime(2026, 12, 1, 7, 30, tzinfo=UTC):
        await house.until(planned)
        await house.says(8000, "Ik liet de stilte duren in het overleg.")
    await house.until(datetime(2026, 12, 1, 11, 29, tzinfo=UTC))
    before = [delivery.screen.name for delivery, _, _ in house.post.sent]
    assert before.count("lookback") == 1  # the first small one, in November
    assert await house.rows("SELECT kind FROM summary") == [("first",)]
    await house.wait(minutes=1)
    after = [delivery.screen.name for delivery, _, _ in house.post.sent[len(before) :]]
    assert after[0] == "lookback"


@pytest.mark.asyncio
async def test_a_look_back_that_makes_room_still_comes_when_the_rhythm_changes_meanwhile(house):
    await crowd(house, 1, "core_12w")
    await house.says(8000, "/rhythm")
    await house.taps(8000, "fine", "rhythm_now")
    while (planned := await due.next_due(house.world)) <= datetime(2026, 12, 1, 7, 30, tzinfo=UTC):
        await house.until(planned)
        await house.says(8000, "Ik liet de stilte duren in het overleg.")
    await house.says(8000, "/rhythm")
    await house.taps(8000, "fine", "rhythm_now")
    before = len(house.post.sent)
    await house.until(datetime(2026, 12, 1, 16, 0, tzinfo=UTC))
    assert "lookback" in [delivery.screen.name for delivery, _, _ in house.post.sent[before:]]


@pytest.mark.asyncio
async def test_the_end_of_a_programme_leaves_the_day_of_the_look_back_alone(house):
    await crowd(house, 1)  # four weeks from Tuesday 3 November: the end would be on Tuesday 1 December
    asked = {}
    for _ in range(30):
        planned = await due.next_due(house.world)
        if planned is None or planned > datetime(2026, 12, 5, tzinfo=UTC):
            break
        count = len(house.post.sent)
        await house.until(planned)
        for delivery, _, _ in house.post.sent[count:]:
            asked[delivery.screen.args.get("kind", delivery.screen.name)] = house.clock.story.date()
        await house.says(8000, "Kort.")
    assert asked["programme_end"] == date(2026, 12, 2)


@pytest.mark.asyncio
async def test_a_question_in_doubt_that_is_answered_does_not_come_again(house):
    await crowd(house, 1)
    house.post.fates = [Unknown()]
    await house.until(TUESDAY)
    await house.says(8000, "Ik kreeg hem wel, en liet de stilte duren in het overleg.")
    said = await house.wait(days=1)
    assert not any(RF_03 in text for text in said)


@pytest.mark.asyncio
async def test_a_pulse_in_doubt_comes_again_at_the_next_touch_unless_it_was_tapped(house):
    await crowd(house, 1)
    await house.until(datetime(2026, 11, 6, 14, 29, tzinfo=UTC))
    house.post.fates = [Unknown()]
    (pulse,) = await house.wait(minutes=1)
    said = await house.says(8000, "/help")
    assert said[0] == pulse
    assert len(said) == 2
    assert len(await house.says(8000, "/help")) == 1


@pytest.mark.asyncio
async def test_a_pulse_in_doubt_that_is_tapped_has_arrived(house):
    await crowd(house, 1)
    await house.until(datetime(2026, 11, 6, 14, 29, tzinfo=UTC))
    house.post.fates = [Unknown()]
    (pulse,) = await house.wait(minutes=1)
    said = await house.taps(8000, "4", "value")
    assert pulse not in said
    assert len(await house.says(8000, "/help")) == 1


@pytest.mark.asyncio
async def test_beside_a_safety_message_nothing_is_said_again(house):
    await house.joins(NOOR)
    house.post.fates = [Unknown()]
    await house.says(NOOR, "/help")
    said = await house.says(NOOR, "Ik wil niet meer leven.")
    assert said == [library().safety["crisis_self"].message.text.nl]
    assert await house.rows("SELECT count(*) FROM outbox WHERE state = 'unknown'") == [(1,)]


@pytest.mark.asyncio
async def test_a_message_that_cannot_be_brought_together_is_refused_and_the_others_go_on(house):
    await house.joins(NOOR)
    async with house.world.store.transaction() as session:
        await session.connection.exec_driver_sql(
            "INSERT INTO outbox (id, key, leader, chat, kind, priority, screen_name, args, state, attempts, turn_at, "
            "not_before, created_at) SELECT 1, 'x', id, chat, 'reply', 1, 'cohort_created', '{}', 'planned', 0, "
            "'2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z' FROM leader"
        )
    said = await house.says(NOOR, "/help")
    assert len(said) == 1
    assert await house.rows("SELECT state, why FROM outbox WHERE id = 1") == [("refused", "not loaded: KeyError")]


@pytest.mark.asyncio
async def test_one_chat_is_paced_and_the_others_are_not_held_up(sqlite_url):
    async with quiet_house(sqlite_url, pace=Pace(everyone=100, everyone_burst=100, chat=1, chat_burst=2)) as house:
        await crowd(house, 2)
        for _ in range(3):
            await house.says(8000, "/help")
        assert len(house.post.sent) == 2
        await house.says(8001, "/help")
        assert len(house.post.sent) == 3
        house.clock.machine += timedelta(seconds=1)
        await house.deliver()
        assert [delivery.chat for delivery, _, _ in house.post.sent] == [8000, 8000, 8001, 8000]


@pytest.mark.asyncio
async def test_who_to_call_goes_by_where_the_leader_is(house):
    await crowd(house, 1)
    await house.says(8000, "/urgent")
    await house.says(8000, "/rhythm London")
    await house.says(8000, "/urgent")
    said = [text for delivery, _, text in house.post.sent if delivery.screen.name == "urgent"]
    assert [("Veilig Thuis" in one, "Samaritans" in one) for one in said] == [(True, False), (False, True)]


@pytest.mark.asyncio
async def test_a_chat_that_must_wait_waits_and_its_order_stays(house):
    await crowd(house, 2)
    house.post.fates = [Later(30.0), Sent(1), Sent(2)]
    await house.says(8000, "/help")
    await house.says(8000, "/urgent")
    await house.says(8001, "/help")
    assert [delivery.chat for delivery, _, _ in house.post.sent] == [8000, 8001]
    house.clock.machine += timedelta(seconds=31)
    await house.deliver()
    names = [(delivery.chat, delivery.screen.name) for delivery, _, _ in house.post.sent]
    assert names == [(8000, "help"), (8001, "help"), (8000, "help"), (8000, "urgent")]


@pytest.mark.asyncio
async def test_no_tick_while_the_machine_stood_still_brings_more_than_one_thing(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/intention Eerst luisteren")
    for days in (3, 10, 17, 29, 40):
        before = len(house.post.sent)
        await house.at(house.clock.story + timedelta(days=days))
        screens = [delivery.screen.name for delivery, _, _ in house.post.sent[before:]]
        assert len([name for name in screens if name != "lookback_picture"]) <= 1, (days, screens)


@pytest.mark.asyncio
async def test_purging_forgets_rested_budgets_and_leaves_the_rest(house):
    await house.joins(NOOR)
    assert await house.rows("SELECT count(*) FROM budget") == [(2,)]
    house.clock.machine += timedelta(hours=2)
    assert await take.purge(house.world) == 2
    assert await house.rows("SELECT count(*) FROM leader") == [(1,)]


@pytest.mark.asyncio
async def test_an_errand_of_somebody_who_was_erased_meanwhile_is_no_trouble(house):
    await house.starts(NOOR)
    ((leader,),) = await house.rows("SELECT id FROM leader")
    async with house.world.store.transaction() as session:
        await stored.plan(session, leader, "recap", "recap:0", MONDAY + timedelta(days=7, seconds=1), None)
    assert await house.wait(days=8) == []
    assert await house.rows("SELECT count(*) FROM leader") == [(0,)]

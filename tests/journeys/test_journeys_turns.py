"""Turns that a story seldom takes: coming back, being held, second thoughts, edits, names, what waits for a pause."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from quiet_house import MONDAY, quiet_house

from dialogues.events import Amended, Pressed, Said
from dialogues.library import library
from journeys import checkup, join, listen
from journeys.guide import NewCohort, create_cohort
from journeys.ports import Later, Unknown

NOOR = 7001
CRISIS = "Ik wil niet meer leven."


def text(name):
    return library().messages[name].text.nl


async def blocks(house, *, gone):
    await join.blocked(house.world, NOOR, await house.update(), gone=gone)


async def state(house):
    ((found,),) = await house.rows("SELECT state FROM leader")
    return found


async def invite(house, programme="starter_4w", **more):
    created = await create_cohort(house.world, NewCohort("Zonzijde", programme, starts_on=MONDAY.date(), **more))
    return created.payload


@pytest.mark.asyncio
async def test_an_update_that_was_handled_before_is_not_handled_again(house):
    number = await house.update()
    for _ in range(2):
        await join.start(house.world, NOOR, "", number, "nl")
        await listen.hear(house.world, NOOR, Said("hoi", 1), number)
        await join.blocked(house.world, NOOR, number, gone=True)
    await house.deliver()
    assert len(house.post.sent) == 1


@pytest.mark.asyncio
async def test_pressing_start_again_while_arriving_begins_with_the_language(house):
    await house.starts(NOOR)
    await house.taps(NOOR, "nl", "language")
    (said,) = await house.starts(NOOR)
    assert "In welke taal" in said
    (said,) = await house.starts(NOOR, "wrong")
    assert said == text("invite_refused")
    (said,) = await house.starts(NOOR, await invite(house))
    assert "In welke taal" in said
    await house.taps(NOOR, "nl", "language")
    await house.taps(NOOR, "agree", "consent")
    assert await house.rows("SELECT uses FROM invite") == [(1,)]


@pytest.mark.asyncio
async def test_a_wrong_link_changes_nothing_for_who_takes_part(house):
    await house.joins(NOOR)
    assert await house.starts(NOOR, "wrong") == [text("invite_refused")]
    assert await state(house) == "active"


@pytest.mark.asyncio
async def test_an_invite_brings_somebody_who_stopped_back_into_that_group(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/stop")
    await house.taps(NOOR, "stop", "stop_confirm")
    assert await state(house) == "stopped"
    await house.starts(NOOR, await invite(house, "core_12w"))
    assert await state(house) == "active"
    assert await house.rows("SELECT programme FROM enrolment WHERE state = 'active'") == [("core_12w",)]


@pytest.mark.asyncio
async def test_a_used_up_invite_is_refused_to_who_takes_part_too(house):
    await house.joins(NOOR)
    payload = await invite(house, max_uses=1)
    await house.joins(7002, payload)
    assert await house.starts(NOOR, payload) == [text("invite_refused")]


@pytest.mark.asyncio
async def test_blocking_and_unblocking_never_ends_a_safety_hold(house):
    await house.joins(NOOR)
    await house.says(NOOR, CRISIS)
    assert await state(house) == "held"
    await blocks(house, gone=True)
    assert await state(house) == "gone"
    await house.wait(hours=20)
    await blocks(house, gone=False)
    assert await state(house) == "held"
    said = await house.wait(hours=60)
    assert said == [text("resume_after_safety")]
    assert await house.wait(days=10) == []


@pytest.mark.asyncio
async def test_start_after_a_block_keeps_a_safety_hold_as_well(house):
    await house.joins(NOOR)
    await house.says(NOOR, CRISIS)
    await blocks(house, gone=True)
    assert await house.starts(NOOR) == [text("held")]
    assert await state(house) == "held"


@pytest.mark.asyncio
async def test_blocks_of_strangers_and_of_who_is_arriving_mean_nothing(house):
    await blocks(house, gone=True)
    await house.starts(NOOR)
    await blocks(house, gone=True)
    assert await state(house) == "arriving"
    await house.joins(7002)
    await blocks(house, gone=False)
    assert await house.rows("SELECT count(*) FROM leader") == [(2,)]


@pytest.mark.asyncio
async def test_unblocking_without_having_blocked_changes_nothing(house):
    await house.joins(NOOR)
    before = await house.rows("SELECT * FROM enrolment")
    await blocks(house, gone=False)
    assert await house.rows("SELECT * FROM enrolment") == before


@pytest.mark.asyncio
async def test_a_check_waits_until_a_pause_is_over(house):
    await house.joins(NOOR)
    await house.says(NOOR, "Kort.")
    await house.says(NOOR, "/intention Eerst luisteren")
    await house.says(NOOR, "/pause 2w")
    said = await house.until(datetime(2026, 11, 16, 7, 59, tzinfo=UTC))
    assert said == []
    said = await house.wait(days=3)
    assert any("Eerst luisteren" in each for each in said)


@pytest.mark.asyncio
async def test_who_stopped_is_not_asked_what_came_of_an_intention(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/intention Eerst luisteren")
    await house.says(NOOR, "/stop")
    await house.taps(NOOR, "stop", "stop_confirm")
    assert await house.wait(days=30) == []


@pytest.mark.asyncio
async def test_a_reminder_that_falls_in_quiet_hours_comes_in_the_morning(house):
    await house.joins(NOOR)
    house.clock.story = datetime(2026, 11, 2, 19, 0, tzinfo=UTC)
    await house.says(NOOR, "/question")
    async with house.world.store.transaction() as session:
        await session.connection.exec_driver_sql(
            "UPDATE errand SET due_at = '2026-11-03T22:00:00.000000Z' WHERE kind = 'remind' AND state = 'waiting'"
        )
    house.clock.story = datetime(2026, 11, 3, 21, 59, tzinfo=UTC)
    assert await house.wait(hours=8) == []
    assert await house.wait(hours=2)


@pytest.mark.asyncio
async def test_a_reminder_lapses_beside_the_tap_of_friday(house):
    await house.joins(NOOR)
    tap = datetime(2026, 11, 6, 14, 30, tzinfo=UTC)
    await house.until(tap - timedelta(hours=20))
    await moved(house, "remind", tap)
    before = len(house.post.sent)
    await house.until(tap + timedelta(hours=1))
    assert [delivery.screen.args["kind"] for delivery, _, _ in house.post.sent[before:]] == ["pulse"]
    await house.until(datetime(2026, 11, 9, 12, 0, tzinfo=UTC))
    assert house.post.sent[before + 1 :] == []


@pytest.mark.asyncio
async def test_a_reminder_makes_room_for_the_question_after_an_intention(house):
    await house.joins(NOOR)
    await house.says(NOOR, "/intention Ik vraag vrijdag eerst wat zij zien.")
    await house.until(datetime(2026, 11, 3, 9, 0, tzinfo=UTC))
    at = datetime(2026, 11, 4, 9, 0, tzinfo=UTC)
    await moved(house, "remind", at)
    await moved(house, "check", at + timedelta(minutes=1))
    before = len(house.post.sent)
    await house.until(at + timedelta(hours=1))
    assert [delivery.screen.args.get("kind") for delivery, _, _ in house.post.sent[before:]] == ["intention_check"]


@pytest.mark.asyncio
async def test_a_reminder_of_what_may_never_have_arrived_comes_after_the_weekend_with_the_question(house):
    await house.joins(NOOR)
    await house.until(datetime(2026, 11, 5, 12, 0, tzinfo=UTC))
    house.post.fates = [Unknown()]
    await house.until(datetime(2026, 11, 5, 16, 0, tzinfo=UTC))
    before = len(house.post.sent)
    await house.until(datetime(2026, 11, 9, 18, 0, tzinfo=UTC))
    assert [delivery.screen.args["kind"] for delivery, _, _ in house.post.sent[before:]] == ["pulse", "question"]


@pytest.mark.asyncio
async def test_a_reminder_waits_for_a_working_day_when_another_country_was_chosen_meanwhile(house):
    await house.joins(NOOR)
    await house.until(datetime(2026, 11, 3, 12, 0, tzinfo=UTC))
    await moved(house, "remind", datetime(2026, 11, 7, 9, 0, tzinfo=UTC))  # a Saturday
    before = len(house.post.sent)
    await house.until(datetime(2026, 11, 8, 12, 0, tzinfo=UTC))
    assert not [one for one in house.post.sent[before:] if one[0].screen.name.startswith("reminder")]


@pytest.mark.asyncio
@pytest.mark.parametrize("answers", [True, False])
async def test_no_day_of_a_month_brings_more_than_one_question_and_one_other_thing(house, answers):
    await house.joins(NOOR)
    for number in range(45):
        before = len(house.post.sent)
        await house.wait(days=1)
        if number % 3 == 0 and number < 30:
            await house.says(NOOR, f"/intention Ik vraag eerst wat zij zien, voor de keer {number}.")
            await house.taps(NOOR, "fine", "intention_form")
        if answers and any(delivery.screen.name == "prompt" for delivery, _, _ in house.post.sent[before:]):
            await house.says(
                NOOR, "Ik liet in het overleg de stilte duren en merkte dat de anderen begonnen te praten."
            )
    came = await house.rows(
        "SELECT date(asked_at), kind FROM prompt WHERE slot LIKE 'w%' OR slot LIKE 'check%' OR slot LIKE 'end%'"
    )
    asked = [day for day, _ in came]
    assert len(asked) == len(set(asked))
    checks = [day for day, kind in came if kind == "intention_check"]
    assert len(checks) >= 4
    told = await house.rows("SELECT date(created_at) FROM summary UNION ALL SELECT date(due_at) FROM errand "
                            "WHERE kind = 'mirror' AND state = 'done'")  # fmt: skip
    assert len(told) == len(set(told))


async def moved(house, kind, at):
    """What waits of this kind is due at another moment."""
    moment = f"{at:%Y-%m-%dT%H:%M:%S.%fZ}"
    async with house.world.store.transaction() as session:
        await session.connection.exec_driver_sql(
            f"UPDATE errand SET due_at = '{moment}' WHERE kind = '{kind}' AND state = 'waiting'"
        )


@pytest.mark.asyncio
async def test_a_thought_that_nobody_confirms_is_erased(house):
    await house.joins(NOOR)
    await house.says(NOOR, "Kort.")
    await house.wait(hours=2)
    await house.says(NOOR, "Zomaar een gedachte.")
    ((thought,),) = await house.rows("SELECT id FROM answer WHERE state = 'held'")
    await house.wait(days=30)
    assert await house.rows("SELECT count(*) FROM answer WHERE state = 'held'") == [(0,)]
    gone = [library().messages["thought_gone"].text.nl]
    assert await house.hears(NOOR, Pressed("not_understood", thought, "keep", 1000)) == gone


@pytest.mark.asyncio
async def test_an_edit_that_turns_into_a_cry_for_help_is_answered_with_the_numbers_alone(house):
    await house.joins(NOOR)
    said = await house.hears(NOOR, Amended(CRISIS, 42))  # of a message that we do not know
    assert said == [library().safety["crisis_self"].message.text.nl]
    await house.hears(NOOR, Said("Ik bleef stil in het overleg.", 43))
    said = await house.hears(NOOR, Amended(CRISIS, 43))
    assert said == [library().safety["crisis_self"].message.text.nl]
    assert ("crisis",) in await house.rows("SELECT care FROM answer WHERE message = 43")


@pytest.mark.asyncio
async def test_a_name_can_be_replaced_by_a_role_and_is_gone(house):
    await house.joins(NOOR)
    said = await house.hears(NOOR, Said("Jan de Vries van de gemeente (jan@devries.nl) zei dat hij niet kwam.", 43))
    if len(said) == 1:  # a follow-up comes first
        said = await house.taps(NOOR, "enough", "followup_buttons")
    assert library().safety["third_party_data"].message.text.nl.splitlines()[0] in "\n".join(said)
    await house.taps(NOOR, "replace", "third_party_data")
    await house.says(NOOR, "/answers")
    lines = house.post.sent[-1][0].material["lines"]
    assert not any("devries" in line["text"] for line in lines)


@pytest.mark.asyncio
async def test_an_intention_from_an_answer_that_is_gone_is_a_stale_button(house):
    await house.joins(NOOR)
    said = await house.hears(NOOR, Pressed("intention_offer", 12345, "yes", 1000))
    assert said == [text("stale_button")]
    await house.hears(NOOR, Said("Ik liet de stilte duren. Ik neem me voor om maandag eerst te vragen.", 43))
    ((answer,),) = await house.rows("SELECT id FROM answer")
    await house.hears(NOOR, Pressed("intention_offer", answer, "yes", 1000))
    await house.says(NOOR, "/help")
    said = await house.hears(NOOR, Pressed("intention_offer", answer, "yes", 1000))
    assert said == [text("already_answered")]
    assert await house.rows("SELECT count(*) FROM intention") == [(1,)]


@pytest.mark.asyncio
async def test_a_programme_that_ended_can_be_followed_by_another(house):
    await house.joins(NOOR)
    await house.says(NOOR, "Kort.")
    said = await house.until(datetime(2026, 12, 2, 16, 0, tzinfo=UTC))
    assert any("vier weken is afgelopen" in each for each in said)
    await house.taps(NOOR, "next", "programme_over")
    (begun,) = await house.taps(NOOR, "core_12w", "programme_next")
    assert begun.startswith("Je begint aan een nieuw traject: Twaalf weken")
    assert await house.rows("SELECT programme, state FROM enrolment ORDER BY id") == [
        ("starter_4w", "ended"),
        ("core_12w", "active"),
    ]


@pytest.mark.asyncio
async def test_an_edit_in_place_and_a_safety_message_in_doubt_are_made_again(house):
    await house.joins(NOOR)
    await house.says(NOOR, "Kort.")
    house.post.fates = [Unknown()]
    await house.taps(NOOR, "mood.4", "tap")
    house.clock.machine += timedelta(seconds=6)
    await house.deliver()
    assert [delivery.edits is not None for delivery, _, _ in house.post.sent[-2:]] == [True, True]
    house.post.fates = [Unknown(), Later(1.0)]
    await house.says(NOOR, CRISIS)
    for _ in range(3):
        house.clock.machine += timedelta(seconds=6)
        await house.deliver()
    assert [delivery.screen.name for delivery, _, _ in house.post.sent[-3:]] == ["crisis_self"] * 3


@pytest.mark.asyncio
async def test_the_operator_sees_what_is_in_doubt_and_nobody_by_name(house):
    await house.joins(NOOR)
    house.post.fates = [Unknown()]
    await house.says(NOOR, "/help")
    found = await checkup.check_up(house.world.store, house.clock.now())
    assert [(each.kind, each.screen) for each in found.in_doubt] == [("reply", "help")]
    assert found.health.leaders == 1
    assert str(NOOR) not in repr(found)


@pytest.mark.asyncio
async def test_without_an_open_door_a_stranger_is_told_kindly(sqlite_url):
    async with quiet_house(sqlite_url) as house:
        house.world = replace(house.world, open_door=False)
        assert await house.says(NOOR, "Hallo?") == [text("door_closed")]
        assert await house.says(NOOR, "/export") == [text("nothing_kept")]
        assert await house.hears(NOOR, Pressed("value", 1, "3", 1)) == [text("nothing_kept")]
        assert await house.rows("SELECT count(*) FROM leader") == [(0,)]

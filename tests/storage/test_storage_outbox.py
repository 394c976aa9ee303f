"""Nothing is said twice, nothing due is forgotten, and every chat hears things in order."""

import asyncio
from datetime import timedelta
from random import Random

import pytest

from storage import leaders, outbox, prompts, reached

pytestmark = pytest.mark.asyncio
LEASE = 30


async def _put(session, key, wall, *, chat=5, kind="reply", leader=None, **more) -> bool:
    return await outbox.put(
        session, key=key, chat=chat, leader=leader, kind=kind, screen_name="thanks", args={"n": 1}, wall=wall, **more
    )


async def _claimed(session, wall, limit=10) -> list[str]:
    return [parcel.key for parcel in await outbox.claim(session, wall, LEASE, limit)]


async def _one(session, wall):
    (parcel,) = await outbox.claim(session, wall, LEASE, 1)
    return parcel


async def _sending(session, wall):
    parcel = await _one(session, wall)
    assert await outbox.intend(session, parcel.id, wall, LEASE)
    return parcel


async def test_a_key_is_planned_once(session, now):
    assert await _put(session, "enrolment:1:w1d1", now)
    assert not await _put(session, "enrolment:1:w1d1", now)
    assert await outbox.waiting(session) == 1


async def test_a_parcel_comes_out_as_it_was_put_in(session, now, new_leader, prompt_for):
    made = await new_leader(session, chat=77)
    prompt = prompt_for(made.id)
    await prompts.add(session, prompt)
    await outbox.put(
        session, key="k", chat=77, leader=made.id, kind="prompt", screen_name="question",
        args={"label": "één", "odd": chr(0xD83D) + "\0"}, prompt=prompt.id, edits=3, reply_to=4, wall=now,
    )  # fmt: skip
    parcel = await _one(session, now)
    assert (parcel.key, parcel.leader, parcel.chat, parcel.kind, parcel.screen_name) == (
        "k", made.id, 77, "prompt", "question",
    )  # fmt: skip
    assert parcel.args == {"label": "één", "odd": chr(0xD83D) + "\0"}
    assert (parcel.prompt, parcel.edits, parcel.reply_to, parcel.attempts) == (prompt.id, 3, 4, 0)


async def test_safety_goes_before_replies_and_replies_before_the_rest(session, now):
    for chat, kind in enumerate(["prompt", "summary", "document", "reply", "edit", "safety", "reminder"]):
        await _put(session, kind, now, chat=chat, kind=kind)
    assert await _claimed(session, now) == ["safety", "document", "reply", "edit", "prompt", "summary", "reminder"]


async def test_one_chat_hears_one_thing_at_a_time_in_the_order_it_was_planned(session, now):
    for number in range(3):
        await _put(session, f"k{number}", now, kind="safety" if number == 2 else "reply")
    for number in range(3):
        parcel = await _sending(session, now)
        assert parcel.key == f"k{number}"
        assert await outbox.claim(session, now, LEASE, 10) == []
        await outbox.sent(session, parcel.id, number, now)


async def test_what_is_planned_for_later_is_overtaken_but_what_must_wait_is_not(session, now):
    later = now + timedelta(minutes=1)
    await _put(session, "prompt", now, not_before=later, kind="prompt")
    await _put(session, "first", now)
    await _put(session, "second", now)
    parcel = await _one(session, now)
    assert parcel.key == "first"
    await outbox.later(session, parcel.id, now + timedelta(seconds=30))
    assert await _claimed(session, now) == []
    assert await outbox.ready_at(session) == now
    assert await _claimed(session, now + timedelta(seconds=30)) == ["first"]


async def test_nothing_goes_before_its_moment(session, now):
    await _put(session, "prompt", now, not_before=now + timedelta(seconds=1))
    assert await _claimed(session, now) == []
    assert await outbox.ready_at(session) == now + timedelta(seconds=1)
    assert await _claimed(session, now + timedelta(seconds=1)) == ["prompt"]
    assert await outbox.ready_at(session) is None


async def test_a_lost_lease_gives_no_leave_to_send(session, now):
    await _put(session, "k", now)
    parcel = await _one(session, now)
    assert not await outbox.intend(session, parcel.id, now + timedelta(seconds=LEASE), LEASE)
    assert await outbox.intend(session, parcel.id, now, LEASE)
    assert not await outbox.intend(session, parcel.id, now, LEASE)


async def test_what_was_claimed_by_a_dead_worker_is_planned_again(session, now):
    await _put(session, "k", now)
    await _one(session, now)
    assert await outbox.expire(session, now + timedelta(seconds=LEASE - 1)) == 0
    assert await outbox.expire(session, now + timedelta(seconds=LEASE)) == 1
    parcel = await _one(session, now + timedelta(seconds=LEASE))
    assert parcel.attempts == 0


@pytest.mark.parametrize("kind", ["prompt", "reply", "reminder", "summary", "document"])
async def test_what_a_dead_worker_had_begun_is_unknown_and_not_sent_again(session, now, kind):
    await _put(session, "k", now, kind=kind)
    await _sending(session, now)
    assert await outbox.expire(session, now + timedelta(seconds=LEASE)) == 1
    assert await outbox.counts(session) == {"unknown": 1}
    assert await _claimed(session, now + timedelta(days=1)) == []


@pytest.mark.parametrize("kind", ["edit", "safety"])
async def test_what_may_be_repeated_is_sent_again_until_it_arrives(session, now, kind):
    await _put(session, "k", now, kind=kind)
    await _sending(session, now)
    after = now + timedelta(seconds=LEASE)
    assert await outbox.expire(session, after) == 1
    parcel = await _sending(session, after)
    assert parcel.attempts == 1


async def test_news_that_comes_after_the_lease_still_counts(session, now, new_leader):
    made = await new_leader(session)
    await _put(session, "k", now, leader=made.id)
    parcel = await _sending(session, now)
    await outbox.expire(session, now + timedelta(seconds=LEASE))
    await outbox.sent(session, parcel.id, 9, now)
    assert await outbox.counts(session) == {"sent": 1}


@pytest.mark.parametrize("state", ["sent", "gone", "refused", "unknown"])
async def test_a_settled_message_frees_its_chat(session, now, new_leader, state):
    made = await new_leader(session)
    await _put(session, "k", now, leader=made.id)
    await _put(session, "next", now, leader=made.id)
    parcel = await _sending(session, now)
    match state:
        case "sent":
            await outbox.sent(session, parcel.id, None, now)
        case "gone":
            await outbox.gone(session, parcel.id)
        case "refused":
            await outbox.refused(session, parcel.id, "Bad Request: message text is empty")
        case "unknown":
            await outbox.unknown(session, parcel.id)
    assert await outbox.counts(session) == {state: 1, "planned": 1}
    assert await _claimed(session, now) == ["next"]


@pytest.mark.parametrize("settle", ["sent", "gone", "refused"])
async def test_a_message_to_a_stranger_is_forgotten_once_settled(session, now, settle):
    await _put(session, "k", now)
    parcel = await _sending(session, now)
    if settle == "sent":
        await outbox.sent(session, parcel.id, 1, now)
    elif settle == "gone":
        await outbox.gone(session, parcel.id)
    else:
        await outbox.refused(session, parcel.id, "why")
    assert await outbox.counts(session) == {}


async def test_what_is_unknown_is_found_by_its_leader_and_by_doctor_until_it_is_replaced(session, now, new_leader):
    one, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    for leader in (one, other):
        await _put(session, f"k{leader.chat}", now, chat=leader.chat, leader=leader.id)
        await outbox.unknown(session, (await _sending(session, now)).id)
    assert [parcel.key for parcel in await outbox.unknown_of(session, one.id)] == ["k1"]
    assert [parcel.key for parcel in await outbox.unknowns(session, 10)] == ["k1", "k2"]
    assert [parcel.key for parcel in await outbox.unknowns(session, 1)] == ["k1"]
    await outbox.replaced(session, (await outbox.unknowns(session, 1))[0].id)
    assert await outbox.unknown_of(session, one.id) == []


async def test_only_what_is_unknown_can_be_replaced_and_only_what_is_held_can_wait_or_be_unknown(session, now):
    await _put(session, "k", now)
    parcel = await _one(session, now)
    await outbox.replaced(session, parcel.id)
    assert await outbox.counts(session) == {"leased": 1}
    await outbox.later(session, parcel.id, now)
    await outbox.unknown(session, parcel.id)
    assert await outbox.counts(session) == {"planned": 1}


async def test_dropping_cancels_what_is_planned_for_one_leader_only(session, now, new_leader):
    one, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    await _put(session, "begun", now, chat=1, leader=one.id)
    await _sending(session, now)
    await _put(session, "planned", now, chat=1, leader=one.id)
    await _put(session, "other", now, chat=2, leader=other.id)
    assert await outbox.drop_for(session, one.id) == 1
    assert await outbox.counts(session) == {"sending": 1, "cancelled": 1, "planned": 1}
    assert await outbox.waiting(session) == 2


async def test_a_prompt_is_found_by_its_message_and_knows_how_its_sending_stands(session, now, new_leader, prompt_for):
    made = await new_leader(session)
    prompt = prompt_for(made.id)
    await prompts.add(session, prompt)
    assert await reached.state_of_prompt(session, prompt.id) is None
    await _put(session, "ask", now, kind="prompt", leader=made.id, prompt=prompt.id)
    await outbox.sent(session, (await _sending(session, now)).id, 900, now)
    await _put(session, "followup", now, leader=made.id, prompt=prompt.id)
    await _put(session, "thanks", now, leader=made.id)
    assert await reached.state_of_prompt(session, prompt.id) == "sent"
    assert await reached.prompt_of_message(session, 5, 900) == prompt.id
    assert await reached.prompt_of_message(session, 6, 900) is None
    assert await reached.prompt_of_message(session, 5, 901) is None


async def test_old_settled_messages_are_forgotten_but_those_of_prompts_and_the_unknown_stay(
    session, now, new_leader, prompt_for
):
    made = await new_leader(session)
    prompt = prompt_for(made.id)
    await prompts.add(session, prompt)
    for key, about in (("thanks", None), ("ask", prompt.id), ("lost", None)):
        await _put(session, key, now, leader=made.id, prompt=about)
        parcel = await _sending(session, now)
        await (outbox.unknown(session, parcel.id) if key == "lost" else outbox.sent(session, parcel.id, 1, now))
    await _put(session, "stranger", now)
    await outbox.unknown(session, (await _sending(session, now)).id)
    await _put(session, "waiting stranger", now)
    assert await outbox.purge(session, now + timedelta(hours=23)) == 0
    assert await outbox.purge(session, now + timedelta(days=1)) == 1
    assert await outbox.purge(session, now + timedelta(days=30)) == 1
    assert await outbox.counts(session) == {"sent": 1, "unknown": 1, "planned": 1}


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_happens_nothing_is_sent_twice_or_out_of_order_and_all_is_accounted_for(session, now, seed):
    """A machine of chance: workers claim, send, crash and come back; a model keeps what really arrived."""
    chance, clock = Random(seed), now
    arrived: list[str] = []
    held: list = []
    for number in range(30):
        await _put(session, f"{number % 3}:{number:02}", now, chat=number % 3, kind=chance.choice(["reply", "prompt"]))
    for _ in range(2_000):
        if not await outbox.waiting(session):
            break
        clock += timedelta(seconds=chance.choice([0, 1, 31]))
        await outbox.expire(session, clock)
        held += await outbox.claim(session, clock, LEASE, chance.randint(1, 3))
        if held:
            await _a_worker_acts(session, chance, held, arrived, clock)
    assert len(arrived) == len(set(arrived))
    for chat in range(3):
        mine = [key for key in arrived if key.startswith(f"{chat}:")]
        assert mine == sorted(mine)
    assert len(arrived) <= 30 <= len(arrived) + len(await outbox.unknowns(session, 99))


async def _a_worker_acts(session, chance, held, arrived, clock) -> None:
    parcel = held.pop(chance.randrange(len(held)))
    if chance.random() < 0.2 or not await outbox.intend(session, parcel.id, clock, LEASE):
        return  # it died before it began, or was too late
    match chance.choice(["sent", "sent", "later", "died before sending", "died after sending"]):
        case "sent":
            arrived.append(parcel.key)
            await outbox.sent(session, parcel.id, len(arrived), clock)
        case "later":
            await outbox.later(session, parcel.id, clock + timedelta(seconds=2))
        case "died after sending":
            arrived.append(parcel.key)


async def test_four_workers_share_the_work_without_doubles_and_in_order(database_url, open_stores, now):
    stores = open_stores(database_url, 4)
    async with stores[0].transaction() as session:
        for number in range(120):
            await _put(session, f"{number % 11}:{number:03}", now, chat=number % 11)
    sent: list[str] = []

    async def work(store) -> None:
        while True:
            async with store.transaction() as session:
                claimed = await outbox.claim(session, now, LEASE, 3)
                begun = [parcel for parcel in claimed if await outbox.intend(session, parcel.id, now, LEASE)]
                left = await outbox.waiting(session)
            if not left:
                return
            sent.extend(parcel.key for parcel in begun)
            async with store.transaction() as session:
                for parcel in begun:
                    await outbox.sent(session, parcel.id, 1, now)

    await asyncio.gather(*(work(store) for store in stores))
    assert len(sent) == len(set(sent)) == 120
    for chat in range(11):
        mine = [key for key in sent if key.startswith(f"{chat}:")]
        assert mine == sorted(mine)


async def test_whoever_leaves_takes_their_messages_along(session, now, new_leader):
    made = await new_leader(session)
    await _put(session, "k", now, leader=made.id)
    await leaders.erase(session, made.id, now)
    assert await outbox.counts(session) == {}


async def test_what_still_stands_in_a_chat_is_what_came_with_it_and_was_not_drawn_as_something_else(
    session, now, new_leader
):
    noor, other = await new_leader(session, chat=77), await new_leader(session, chat=78)

    async def came(leader, screen, about, message, edits=None) -> None:
        await outbox.put(
            session, key=f"{leader.id}:{screen}:{message}:{edits}", chat=leader.chat, leader=leader.id, kind="reply",
            screen_name=screen, args={"about": about}, edits=edits, wall=now,
        )  # fmt: skip
        parcel = await _sending(session, now)
        await outbox.sent(session, parcel.id, message, now)

    for screen, about, message in (("step", 9, 1), ("step", 9, 2), ("step", 8, 3), ("thanks", 9, 4), ("offer", 9, 5)):
        await came(noor, screen, about, message)
    await came(other, "step", 9, 6)
    await came(noor, "used_up", 0, None, edits=1)
    await came(noor, "offer", 9, None, edits=5)
    found = await reached.standing(session, noor.id, {"step", "offer"}, 9)
    assert [(each.message, each.screen_name, each.edited) for each in found] == [(5, "offer", True), (2, "step", False)]
    assert await reached.standing(session, noor.id, {"step"}, 7) == []


async def test_what_was_said_last_is_known_as_it_looks_now(session, now, new_leader):
    made = await new_leader(session, chat=77)

    async def said(name: str, about: int, **more) -> None:
        await outbox.put(
            session, key=f"{name}:{about}:{more}", chat=77, leader=made.id, kind="reply", screen_name=name,
            args={"about": about}, wall=now, **more,
        )  # fmt: skip

    async def newest() -> tuple[str, int]:
        return await reached.newest(session, made.id, now, but=("reaction", "used_up"))

    assert await newest() == ("", 0)
    await said("answers", 0)
    assert await newest() == ("answers", 0)  # also while it is on its way
    parcel = await _sending(session, now)
    await outbox.sent(session, parcel.id, 1003, now)
    await said("reaction", 9)
    assert await newest() == ("answers", 0)
    await said("answer", 5, edits=1003)
    assert await newest() == ("answer", 5)
    await said("used_up", 5, edits=1003)
    assert await newest() == ("", 0)
    assert await reached.newest(session, made.id, now + timedelta(seconds=1)) == ("", 0)

"""A leader's own words as they find them: lists, months, tensions, what is hidden, withdrawn and erased for good."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from dialogues.people import Intention, Tap
from storage import answers, intentions, outbox, prompts, reached, sql, summaries, tables, taps
from storage.answers import Which
from storage.ids import new_id
from storage.vault import Unreadable

pytestmark = pytest.mark.asyncio


async def written(session, leader, answer_for, now, states):
    """One answer a day, each in its state."""
    given = [
        answer_for(leader, f"dag {day}", given_at=now + timedelta(days=day), state=state, message=day)
        for day, state in enumerate(states)
    ]
    for answer in given:
        await answers.keep(session, answer)
    return given


async def test_hidden_words_are_the_leaders_to_read_and_nobody_elses_to_use(session, new_leader, answer_for, now):
    made = await new_leader(session)
    given = await written(session, made.id, answer_for, now, ["kept", "hidden", "withdrawn", "held"])
    assert await answers.page(session, made.id, Which()) == [given[1], given[0]]
    assert await answers.count(session, made.id, Which()) == 2
    assert await answers.given(session, made.id) == [given[1].given_at, given[0].given_at]
    assert await answers.among_ids(session, made.id, [one.id for one in given]) == [given[1], given[0]]
    assert await answers.between(session, made.id, now, now + timedelta(days=9)) == [given[0]]


async def test_a_list_is_of_a_span_and_of_one_item(session, new_leader, answer_for, prompt_for, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    weighed = prompt_for(made.id, "w1", kind="paradox", item="P04")
    again = prompt_for(made.id, "w9", kind="paradox_revisit", item="P04", asked_at=now + timedelta(days=60))
    asked = prompt_for(made.id, "w2")
    for prompt in (weighed, again, asked, prompt_for(other.id, "w1", kind="paradox", item="P04")):
        await prompts.add(session, prompt)
    first, second, third = (
        answer_for(made.id, f"{prompt.slot}", prompt=prompt.id, given_at=prompt.asked_at)
        for prompt in (weighed, again, asked)
    )
    for answer in (first, second, third):
        await answers.keep(session, answer)
    about = Which(item="P04")
    assert await answers.page(session, made.id, about) == [second, first]
    assert await answers.count(session, made.id, about) == 2
    assert await answers.page(session, other.id, about) == []
    assert await answers.page(session, made.id, replace(about, since=now + timedelta(days=1))) == [second]
    assert await answers.page(session, made.id, replace(about, until=now + timedelta(days=60))) == [first]
    assert await prompts.of_item(session, made.id, "P04") == [weighed, again]
    assert await prompts.with_answer(session, made.id, ("paradox", "paradox_revisit")) == [weighed, again]
    await answers.set_state(session, made.id, second.id, "withdrawn")
    assert await prompts.with_answer(session, made.id, ("paradox", "paradox_revisit")) == [weighed]


async def test_nobody_finds_what_is_another_leaders(session, new_leader, answer_for, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    (answer,) = await written(session, made.id, answer_for, now, ["kept"])
    assert await answers.page(session, other.id, Which()) == []
    assert await answers.among_ids(session, other.id, [answer.id]) == []
    assert await answers.rewrite(session, other.id, answer.id, "anders", now) is None
    assert await answers.among_ids(session, made.id, []) == []


async def test_typed_words_replace_an_answer_and_keep_the_earlier_version(session, new_leader, answer_for, now):
    made = await new_leader(session)
    (answer,) = await written(session, made.id, answer_for, now, ["hidden"])
    changed = await answers.rewrite(session, made.id, answer.id, "anders", now)
    assert changed == replace(answer, text="anders")
    assert await answers.get(session, made.id, answer.id) == changed
    assert await sql.count(session, tables.answer_edit) == 1
    await answers.set_state(session, made.id, answer.id, "withdrawn")
    assert await answers.rewrite(session, made.id, answer.id, "nog eens", now) is None


async def test_the_latest_earlier_words_are_put_back_by_their_own_leader_alone(session, new_leader, answer_for, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    (answer,) = await written(session, made.id, answer_for, now, ["hidden"])
    assert await answers.newest_version(session, made.id, answer.id) is None
    await answers.rewrite(session, made.id, answer.id, "anders", now)
    version = await answers.newest_version(session, made.id, answer.id)
    assert await answers.newest_version(session, other.id, answer.id) is None
    assert await answers.put_back(session, other.id, version) is None
    assert await answers.put_back(session, made.id, 404) is None
    assert await answers.put_back(session, made.id, version) == answer
    assert await answers.get(session, made.id, answer.id) == answer
    assert await answers.put_back(session, made.id, version) is None


async def test_what_is_withdrawn_is_no_part_of_its_prompt(session, new_leader, answer_for, prompt_for, now):
    made = await new_leader(session)
    prompt = prompt_for(made.id)
    await prompts.add(session, prompt)
    answer = answer_for(made.id, prompt=prompt.id)
    await answers.keep(session, answer)
    assert await answers.of_prompt(session, made.id, prompt.id) == [answer]
    await answers.set_state(session, made.id, answer.id, "withdrawn")
    assert await answers.of_prompt(session, made.id, prompt.id) == []


async def test_an_intention_made_of_withdrawn_words_is_nowhere_until_they_are_restored(
    session, new_leader, answer_for, now
):
    made = await new_leader(session)
    (answer,) = await written(session, made.id, answer_for, now, ["kept"])
    quoting = Intention(new_id(), made.id, answer.id, "morgen bellen", now, "open")
    alone = Intention(new_id(), made.id, None, "eerst vragen", now, "open")
    for intention in (quoting, alone):
        await intentions.add(session, intention)
    await answers.set_state(session, made.id, answer.id, "withdrawn")
    assert await intentions.open_of(session, made.id) == [alone]
    assert await intentions.get(session, made.id, quoting.id) is None
    assert await intentions.of(session, made.id) == [alone]
    await answers.set_state(session, made.id, answer.id, "kept")
    assert await intentions.open_of(session, made.id) == [quoting, alone]
    await intentions.erase_of(session, made.id, answer.id)
    assert await intentions.open_of(session, made.id) == [alone]


async def test_an_intention_takes_other_words_of_its_own_leader(session, new_leader, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    intention = Intention(new_id(), made.id, None, "minder praten", now, "open")
    await intentions.add(session, intention)
    assert not await intentions.reword(session, other.id, intention.id, "van een ander")
    assert await intentions.reword(session, made.id, intention.id, "Als het stilvalt, dan wacht ik.")
    (found,) = await intentions.open_of(session, made.id)
    assert found == replace(intention, text="Als het stilvalt, dan wacht ik.")
    assert b"stilvalt" not in await session.connection.scalar(select(tables.intention.c.text))


async def test_look_backs_that_quote_an_answer_are_forgotten_and_others_stay(session, new_leader, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    quoting = await summaries.add(session, made.id, date(2026, 3, 1), '[{"evidence":["prompt:1","answer:12"]}]', now)
    silent = await summaries.add(session, made.id, date(2026, 4, 1), '[{"evidence":["answer:123","tap:12"]}]', now)
    elsewhere = await summaries.add(session, other.id, date(2026, 3, 1), '[{"evidence":["answer:12"]}]', now)
    await summaries.forget_quotes(session, made.id, 12)
    assert await summaries.get(session, made.id, quoting) is None
    assert await summaries.get(session, made.id, silent) is not None
    assert await summaries.get(session, other.id, elsewhere) is not None


async def test_positions_are_found_with_the_dilemmas_they_were_taken_on(session, new_leader, prompt_for, now):
    made = await new_leader(session)
    placed = [prompt_for(made.id, slot, kind="paradox", item=item) for slot, item in (("w1", "P04"), ("w2", "P08"))]
    for prompt in placed:
        await prompts.add(session, prompt)
        await taps.keep(session, Tap(new_id(), made.id, prompt.id, "position", "3", now))
    assert [prompt.item for prompt in await prompts.with_position(session, made.id)] == ["P04", "P08"]


async def test_a_message_tells_what_it_showed_first(session, new_leader, now):
    made = await new_leader(session)
    for number, (name, args) in enumerate((("answers", {"found": [3, 2]}), ("answer", {}), ("answers", {"page": 1}))):
        await outbox.put(
            session, key=f"k{number}", chat=501, leader=made.id, kind="reply", screen_name=name, args=args, wall=now
        )
        (parcel,) = await outbox.claim(session, now, 60, 1)
        await outbox.sent(session, parcel.id, 77, now)
    assert await reached.shown_in(session, 501, 77, "answers") == {"found": [3, 2]}
    assert await reached.shown_in(session, 501, 78, "answers") is None
    assert await reached.shown_in(session, 502, 77, "answers") is None


async def test_what_reached_a_chat_last_is_known_with_the_message_it_stands_in(session, new_leader, now):
    made = await new_leader(session)
    told = (("a:1", None, 71), ("a:2", None, 72), ("b:1", 71, None), ("c:1", None, None))
    for key, edits, message in told:
        await outbox.put(
            session, key=key, chat=501, leader=made.id, kind="edit" if edits else "reply", screen_name="x", args={},
            edits=edits, wall=now,
        )  # fmt: skip
        (parcel,) = await outbox.claim(session, now, 60, 1)
        await outbox.sent(session, parcel.id, message, now)
    await outbox.put(session, key="d:1", chat=501, leader=made.id, kind="reply", screen_name="x", args={}, wall=now)

    def known(found):
        return [(parcel.key, message) for parcel, message in found]

    assert known(await reached.latest(session, 501, 9)) == [("b:1", 71), ("a:2", 72), ("a:1", 71)]
    assert known(await reached.latest(session, 501, 2)) == [("b:1", 71), ("a:2", 72)]
    assert known(await reached.latest(session, 501, 9, 71)) == [("b:1", 71)]
    assert known(await reached.latest(session, 501, 9, 70)) == []
    assert known(await reached.latest(session, 502, 9)) == []


async def test_what_was_heard_stands_beside_an_answer_until_its_words_change(session, new_leader, answer_for, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    given = [answer_for(made.id, "eerst", message=1), answer_for(made.id, "dan", message=2)]
    for answer in given:
        await answers.keep(session, answer)
        await answers.set_heard(session, made.id, answer.id, f'{{"heard": "{answer.text}"}}')
    ids = [answer.id for answer in given]
    assert await answers.heard(session, made.id, ids) == dict(
        zip(ids, ['{"heard": "eerst"}', '{"heard": "dan"}'], strict=True)
    )
    assert await answers.heard(session, made.id, ids[:1]) == {ids[0]: '{"heard": "eerst"}'}
    assert await answers.heard(session, other.id, ids) == {}
    await answers.amend(session, made.id, 1, "anders", now)
    assert await answers.heard(session, made.id, ids) == {ids[1]: '{"heard": "dan"}'}
    await answers.erase(session, made.id, ids[1])
    assert await answers.heard(session, made.id, ids) == {}


async def test_what_was_heard_is_sealed_for_its_own_row_and_column(session, new_leader, answer_for):
    made = await new_leader(session)
    given = answer_for(made.id, "een")
    await answers.keep(session, given)
    await answers.set_heard(session, made.id, given.id, '{"heard": "kanarie"}')
    ((text, heard),) = await sql.rows(session, select(tables.answer.c.text, tables.answer.c.heard))
    assert b"kanarie" not in heard
    await sql.change(session, tables.answer, tables.answer.c.id == given.id, heard=text)
    with pytest.raises(Unreadable):
        await answers.heard(session, made.id, [given.id])

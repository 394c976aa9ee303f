"""Prompts, answers, taps, talks, intentions and look backs: kept once, for their own leader only."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from dialogues.people import Intention, Tap
from storage import answers, enrolments, errands, hidden, intentions, prompts, sql, summaries, tables, talks, taps
from storage.answers import Which
from storage.faults import NotFound
from storage.ids import new_id
from storage.vault import Unreadable

pytestmark = pytest.mark.asyncio
HIGH, LOW = chr(0xD83D), chr(0xDE00)
AWKWARD = ["😀" * 4_096, "nul \0 nul", HIGH, LOW + HIGH, HIGH + LOW, "שלום", "{{ 7*7 }} <b>", ""]


async def test_a_slot_is_asked_once(session, new_leader, prompt_for):
    made = await new_leader(session)
    assert await prompts.add(session, prompt_for(made.id, "w1d1"))
    assert not await prompts.add(session, prompt_for(made.id, "w1d1"))
    assert await prompts.add(session, prompt_for(made.id, "w1d2"))


async def test_a_prompt_comes_back_as_it_was_and_as_it_became(session, new_leader, prompt_for):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    prompt = prompt_for(made.id, about=7, followups=1, asked="feeling")
    await prompts.add(session, prompt)
    assert await prompts.get(session, made.id, prompt.id) == prompt
    assert await prompts.get(session, other.id, prompt.id) is None
    changed = replace(prompt, state="answered", stage="followed", followups=2)
    await prompts.keep(session, changed)
    assert await prompts.get(session, made.id, prompt.id) == changed


async def test_prompts_are_found_by_state_time_and_item(session, new_leader, prompt_for, now):
    made = await new_leader(session)
    assert await prompts.latest(session, made.id) is None
    asked = [
        prompt_for(made.id, f"w{day}", asked_at=now + timedelta(days=day), item=f"MO-{day % 2}", state=state)
        for day, state in enumerate(["answered", "open", "skipped", "open"])
    ]
    for prompt in reversed(asked):
        await prompts.add(session, prompt)
    assert await prompts.open_of(session, made.id) == [asked[1], asked[3]]
    assert await prompts.between(session, made.id, now + timedelta(days=1), now + timedelta(days=3)) == asked[1:3]
    assert await prompts.latest(session, made.id) == asked[3]
    assert await prompts.answered_count(session, made.id) == 1
    assert await prompts.moments(session, made.id, now + timedelta(days=2)) == [each.asked_at for each in asked[2:]]


async def test_a_day_on_which_a_programme_asked_is_told_from_one_on_which_its_leader_did(
    session, new_leader, prompt_for, now
):
    made = await new_leader(session)
    joined = await enrolments.add(session, made.id, None, "starter_4w", now.date(), 0, 0, now, now)
    asked = [
        replace(prompt_for(made.id, slot, asked_at=now + timedelta(days=day)), enrolment=enrolment)
        for day, (slot, enrolment) in enumerate(
            [(f"w01A.0.X.{joined.id:x}", joined.id), ("ask:1", None), (f"w01A.0.X.{joined.id:x}+", joined.id)]
        )
    ]
    for prompt in asked:
        await prompts.add(session, prompt)
    days = [now + timedelta(days=day) for day in range(4)]
    told = [await prompts.programmed_on(session, made.id, *span) for span in pairwise(days)]
    assert told == [True, False, False]


async def test_dilemmas_with_a_position_are_those_where_one_was_tapped(session, new_leader, prompt_for, now):
    made = await new_leader(session)
    placed, mused = prompt_for(made.id, "w1", kind="paradox"), prompt_for(made.id, "w2", kind="paradox")
    for prompt, name in ((placed, "position"), (mused, "PU-05")):
        await prompts.add(session, prompt)
        await taps.keep(session, Tap(new_id(), made.id, prompt.id, name, "3", now))
    assert await prompts.with_position(session, made.id) == [placed]


@pytest.mark.parametrize("text", AWKWARD)
async def test_any_answer_comes_back_as_it_was_and_is_unreadable_on_disk(session, new_leader, answer_for, text):
    made = await new_leader(session)
    answer = answer_for(made.id, text, late=True, care="strain", state="held", named=True, message=9)
    assert await answers.keep(session, answer)
    assert await answers.get(session, made.id, answer.id) == answer
    stored = await session.connection.scalar(select(tables.answer.c.text))
    assert not text or text.encode("utf-8", "surrogatepass") not in stored


async def test_a_message_is_kept_once_and_loose_thoughts_as_often_as_they_come(session, new_leader, answer_for):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    assert await answers.keep(session, answer_for(made.id, message=9))
    assert not await answers.keep(session, answer_for(made.id, message=9))
    assert await answers.keep(session, answer_for(other.id, message=9))
    assert await answers.keep(session, answer_for(made.id))
    assert await answers.keep(session, answer_for(made.id))


async def test_an_edited_message_changes_the_answer_and_keeps_the_earlier_words(session, new_leader, answer_for, now):
    made = await new_leader(session)
    answer = answer_for(made.id, "eerst", message=9)
    await answers.keep(session, answer)
    assert await answers.amend(session, made.id, 9, "daarna", now) == replace(answer, text="daarna")
    assert await answers.amend(session, made.id, 9, "daarna", now) == replace(answer, text="daarna")
    assert (await answers.get(session, made.id, answer.id)).text == "daarna"
    assert await sql.count(session, tables.answer_edit) == 1


async def test_an_edit_of_nothing_we_keep_or_of_what_was_withdrawn_changes_nothing(
    session, new_leader, answer_for, now
):
    made = await new_leader(session)
    answer = answer_for(made.id, "eerst", message=9)
    await answers.keep(session, answer)
    await answers.set_state(session, made.id, answer.id, "withdrawn")
    assert await answers.amend(session, made.id, 9, "daarna", now) is None
    assert await answers.amend(session, made.id, 10, "daarna", now) is None
    assert (await answers.get(session, made.id, answer.id)).text == "eerst"


async def test_a_name_that_is_replaced_is_gone_from_earlier_versions_too(session, new_leader, answer_for, now):
    made = await new_leader(session)
    answer = answer_for(made.id, "Karel zei dat", message=9)
    await answers.keep(session, answer)
    await answers.amend(session, made.id, 9, "Karel zei dat niet", now)
    await answers.replace_text(session, made.id, answer.id, "partner A zei dat niet", now)
    await answers.replace_text(session, made.id, 404, "nobody", now)
    assert (await answers.get(session, made.id, answer.id)).text == "partner A zei dat niet"
    assert await sql.count(session, tables.answer_edit) == 0


async def test_an_answer_is_marked_and_erased_with_its_versions(session, new_leader, answer_for, now):
    made = await new_leader(session)
    answer = answer_for(made.id, message=9)
    await answers.keep(session, answer)
    await answers.amend(session, made.id, 9, "anders", now)
    await answers.set_state(session, made.id, answer.id, "hidden")
    await answers.set_care(session, made.id, answer.id, "crisis")
    await answers.set_named(session, made.id, answer.id, True)
    found = await answers.get(session, made.id, answer.id)
    assert (found.state, found.care, found.named) == ("hidden", "crisis", True)
    await answers.erase(session, made.id, answer.id)
    assert await answers.get(session, made.id, answer.id) is None
    assert await sql.count(session, tables.answer_edit) == 0


async def test_nobody_reads_or_changes_what_is_another_leaders(session, new_leader, answer_for, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    answer = answer_for(made.id, message=9)
    await answers.keep(session, answer)
    assert await answers.get(session, other.id, answer.id) is None
    assert await answers.amend(session, other.id, 9, "mine", now) is None
    await answers.set_state(session, other.id, answer.id, "withdrawn")
    await answers.erase(session, other.id, answer.id)
    assert await answers.get(session, made.id, answer.id) == answer


async def test_words_that_were_moved_to_another_answer_are_refused(session, new_leader, answer_for):
    made = await new_leader(session)
    one, other = answer_for(made.id, "een"), answer_for(made.id, "twee")
    await answers.keep(session, one)
    await answers.keep(session, other)
    moved = select(tables.answer.c.text).where(tables.answer.c.id == one.id).scalar_subquery()
    await session.connection.execute(update(tables.answer).where(tables.answer.c.id == other.id).values(text=moved))
    with pytest.raises(Unreadable):
        await answers.get(session, made.id, other.id)


async def test_answers_are_found_by_prompt_time_and_page(session, new_leader, answer_for, prompt_for, now):
    made = await new_leader(session)
    prompt = prompt_for(made.id)
    await prompts.add(session, prompt)
    assert await answers.latest_at(session, made.id) is None
    said = [("thought", "kept"), ("answer", "held"), ("answer", "kept"), ("followup", "hidden"), ("deeper", "kept")]
    given = [
        answer_for(
            made.id, part, given_at=now + timedelta(days=day), state=state, part=part, prompt=prompt.id if day else None
        )
        for day, (part, state) in enumerate(said)
    ]
    for answer in reversed(given):
        await answers.keep(session, answer)
    assert await answers.of_prompt(session, made.id, prompt.id) == given[1:]
    assert await answers.between(session, made.id, now, now + timedelta(days=4)) == [given[0], given[2]]
    assert await answers.page(session, made.id, Which(), 0, 2) == [given[4], given[3]]
    assert await answers.page(session, made.id, Which(), 2) == [given[2], given[0]]  # a held thought is not shown
    assert await answers.latest_at(session, made.id) == given[4].given_at


async def test_an_answer_is_found_by_the_message_that_it_came_with(session, new_leader, answer_for):
    made = await new_leader(session)
    answer = replace(answer_for(made.id, "Eerst vragen."), message=77)
    await answers.keep(session, answer)
    assert await answers.of_message(session, made.id, 77) == answer
    assert await answers.of_message(session, made.id, 78) is None


async def test_a_later_tap_takes_the_place_of_the_earlier_one(session, new_leader, prompt_for, now):
    made = await new_leader(session)
    prompt = prompt_for(made.id)
    await prompts.add(session, prompt)
    first = Tap(new_id(), made.id, prompt.id, "position", "3", now)
    again = Tap(new_id(), made.id, prompt.id, "position", "5", now + timedelta(minutes=1))
    await taps.keep(session, first)
    await taps.keep(session, again)
    assert await taps.of_prompt(session, made.id, prompt.id) == [replace(again, id=first.id)]


async def test_a_tap_that_is_repeated_word_for_word_is_kept_once(session, new_leader, now):
    made = await new_leader(session)
    first, second = (Tap(new_id(), made.id, None, "PU-05", value, now) for value in "45")
    for tap in (first, second, first):
        await taps.keep(session, tap)
    assert await taps.named(session, made.id, "PU-05") == [first, second]


async def test_taps_are_found_by_time_and_name(session, new_leader, now):
    made = await new_leader(session)
    kept = [
        Tap(new_id(), made.id, None, "PU-05" if day % 2 else "PU-06", str(day), now + timedelta(days=day))
        for day in range(4)
    ]
    for tap in kept:
        await taps.keep(session, tap)
    assert await taps.between(session, made.id, now + timedelta(days=1), now + timedelta(days=3)) == kept[1:3]
    assert await taps.before(session, made.id, now + timedelta(days=2)) == kept[:2]
    assert await taps.named(session, made.id, "PU-05") == [kept[1], kept[3]]


async def test_a_talk_is_kept_whole_and_sealed(session, new_leader):
    made = await new_leader(session)
    assert await talks.load(session, made.id) is None
    await talks.keep(session, made.id, {"state": "waiting", "draft": "geheim" + HIGH + "\0"})
    await talks.keep(session, made.id, {"state": "resting", "draft": "geheim" + HIGH + "\0"})
    assert await talks.load(session, made.id) == {"state": "resting", "draft": "geheim" + HIGH + "\0"}
    assert b"geheim" not in await session.connection.scalar(select(tables.talk.c.data))


async def test_an_answer_becomes_an_intention_once(session, new_leader, answer_for, now):
    made = await new_leader(session)
    answer = answer_for(made.id)
    await answers.keep(session, answer)
    first = Intention(new_id(), made.id, answer.id, "morgen bellen", now, "open")
    assert await intentions.add(session, first)
    assert not await intentions.add(session, replace(first, id=new_id()))
    assert await intentions.add(session, Intention(new_id(), made.id, None, "iets anders", now, "open"))


async def test_intentions_come_back_as_they_were_and_outlive_their_answer(session, new_leader, answer_for, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    answer = answer_for(made.id)
    await answers.keep(session, answer)
    intention = Intention(new_id(), made.id, answer.id, "morgen bellen", now, "open")
    await intentions.add(session, intention)
    assert await intentions.get(session, made.id, intention.id) == intention
    assert await intentions.get(session, other.id, intention.id) is None
    assert await intentions.open_of(session, made.id) == [intention]
    assert await intentions.of(session, made.id) == [intention]
    await intentions.set_state(session, made.id, intention.id, "done", now)
    await answers.erase(session, made.id, answer.id)
    assert await intentions.open_of(session, made.id) == []
    settled = replace(intention, state="done", answer=None, settled_at=now)
    assert await intentions.get(session, made.id, intention.id) == settled


async def test_what_became_of_an_intention_keeps_the_moment_at_which_that_was_told(session, new_leader, now):
    made, later = await new_leader(session), now + timedelta(days=40)
    intention = Intention(new_id(), made.id, None, "morgen bellen", now, "open")
    await intentions.add(session, intention)
    for state, at, settled_at in (
        ("partly", now, now), ("partly", later, now), ("done", later, later), ("open", later, None),
    ):  # fmt: skip
        await intentions.set_state(session, made.id, intention.id, state, at)
        kept = await intentions.get(session, made.id, intention.id)
        assert (kept.state, kept.settled_at) == (state, settled_at)


async def test_waiting_errands_are_found_by_what_they_are_about(session, new_leader, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    for leader, kind, about in (
        (made.id, "check", 7),
        (made.id, "check", 8),
        (made.id, "remind", 9),
        (other.id, "check", 5),
    ):
        await errands.plan(session, leader, kind, f"{kind}:{about}", now, about)
    await errands.plan(session, made.id, "check", "check:0", now)
    await errands.cancel(session, made.id, "check", 8)
    assert await errands.waiting(session, made.id, "check") == {7: now}


async def test_a_month_has_one_look_back(session, new_leader, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    assert await summaries.latest(session, made.id) is None
    first = await summaries.add(session, made.id, date(2026, 3, 17), "feiten", now)
    assert await summaries.add(session, made.id, date(2026, 3, 1), "andere", now) is None
    later = await summaries.add(session, made.id, date(2026, 4, 1), "april", now)
    assert await summaries.get(session, made.id, first) == (date(2026, 3, 1), "feiten")
    assert await summaries.get(session, other.id, first) is None
    assert await summaries.latest(session, made.id) == (later, date(2026, 4, 1), "april")


async def test_a_look_back_is_judged_and_made_anew_without_the_verdict(session, new_leader, now):
    made = await new_leader(session)
    first = await summaries.add(session, made.id, date(2026, 3, 1), "feiten", now)
    assert await summaries.verdict(session, made.id, first) is None
    await summaries.set_verdict(session, made.id, first, "klopt")
    assert await summaries.verdict(session, made.id, first) == "klopt"
    assert await summaries.renew(session, made.id, date(2026, 3, 9), "nieuw", now) == first
    assert await summaries.get(session, made.id, first) == (date(2026, 3, 1), "nieuw")
    assert await summaries.verdict(session, made.id, first) is None
    with pytest.raises(NotFound):
        await summaries.renew(session, made.id, date(2026, 5, 1), "nieuw", now)


async def test_a_first_look_and_a_year_stand_beside_the_month_in_which_they_begin(session, new_leader, now):
    made = await new_leader(session)
    month = date(2026, 1, 1)
    kept = [await summaries.add(session, made.id, month, kind, now, kind) for kind in ("month", "first", "year")]
    assert None not in kept
    assert [await summaries.add(session, made.id, month, "", now, kind) for kind in ("month", "first", "year")] == [
        None, None, None,
    ]  # fmt: skip
    assert await summaries.renew(session, made.id, month, "nieuw", now, "year") == kept[2]
    assert await summaries.get(session, made.id, kept[0]) == (month, "month")


async def test_only_months_that_fitted_come_along_into_a_year(session, new_leader, now):
    made = await new_leader(session)
    for month, verdict in ((1, "yes"), (2, "partly"), (3, ""), (12, "yes")):
        kept = await summaries.add(session, made.id, date(2026, month, 1), f"feiten {month}", now)
        if verdict:
            await summaries.set_verdict(session, made.id, kept, verdict)
    assert await summaries.fitting(session, made.id, date(2026, 1, 1), date(2026, 12, 1)) == ["feiten 1"]


async def test_a_hidden_line_stays_hidden_once_and_for_its_own_leader_alone(session, new_leader, now):
    made, other = await new_leader(session, chat=1), await new_leader(session, chat=2)
    await hidden.hide(session, made.id, ["words.7", "2026-03.moves"], now)
    await hidden.hide(session, made.id, ["words.7"], now)
    assert await hidden.of(session, made.id) == {"words.7", "2026-03.moves"}
    assert await hidden.of(session, other.id) == frozenset()
    assert await sql.count(session, tables.hidden_line) == 2


async def test_how_answers_stand_is_known_without_their_words(session, new_leader, answer_for):
    made = await new_leader(session)
    answer = answer_for(made.id)
    await answers.keep(session, answer)
    await answers.set_state(session, made.id, answer.id, "withdrawn")
    (one,) = await answers.standing(session, made.id)
    assert (one.id, one.state, one.care, one.given_at) == (answer.id, "withdrawn", "none", answer.given_at)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        (tables.leader, {"state": "asleep"}),
        (tables.leader, {"language": "de"}),
        (tables.prompt, {"state": "lost"}),
        (tables.answer, {"care": "some"}),
        (tables.answer, {"state": "lost"}),
    ],
)
async def test_a_word_that_is_no_state_is_refused_by_the_database(
    session, new_leader, prompt_for, answer_for, table, change
):
    made = await new_leader(session)
    await prompts.add(session, prompt_for(made.id))
    await answers.keep(session, answer_for(made.id))
    with pytest.raises(IntegrityError):
        await session.connection.execute(update(table).values(**change))
    await session.connection.rollback()


async def test_a_row_about_nobody_is_refused_by_the_database(session, prompt_for):
    with pytest.raises(IntegrityError):
        await prompts.add(session, prompt_for(404))
    await session.connection.rollback()

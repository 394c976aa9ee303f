"""A facilitator's own question: written, tried, planned; it comes to each leader once, and the answer is theirs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from office import COLLEAGUE, OWNER
from quiet_house import MONDAY

from dialogues.asking import rhythm
from dialogues.model import Text
from dialogues.talk import Resting
from journeys import ask, harvest, scenes
from journeys.console import cohorts, gathering, invitations, orders, organisations, posing, questioning, running, trail
from journeys.console.questioning import Wanted
from journeys.console.who import Missing, Refused, Role
from journeys.guide import NewCohort
from journeys.stage import Stage
from storage import cohorts as groups
from storage import enrolments, leaders, taking_part
from storage import orders as queue
from storage import own_questions as kept

pytestmark = pytest.mark.asyncio
DAY = timedelta(days=1)
PEOPLE = (20, 21, 22)
NL = "Welk gesprek stel je deze maand uit, en wat maakt dat het wacht?"
EN = "Which conversation are you putting off this month, and what makes it wait?"
WEDNESDAY = date(2026, 11, 4)  # no day of the usual rhythm
ANSWER = "Het gesprek met de penningmeester, omdat ik bang ben dat hij opstapt."


def wanted(on: date = WEDNESDAY, nl: str = NL, en: str = EN) -> Wanted:
    return Wanted(Text(nl, en), on)


async def group(office, *chats, **more):
    """A group of these people; the owner, the group and the link into it."""
    owner = await office.who()
    await organisations.call_me(office.console, owner, "Noor")
    owner = replace(owner, name="Noor")
    made = await cohorts.create(office.console, owner, NewCohort("Voorjaar", "core_12w", **more))
    token = await invitations.for_group(office.console, owner, made.id, invitations.Limits(timedelta(days=90), 50))
    for chat in chats:
        await office.bot.joins(chat, token)
    return owner, made.id, token


async def mark(office, owner, number, question):
    return (await questioning.one(office.console, owner, number, question)).mark


async def planned(office, owner, number, on=WEDNESDAY):
    """A question that was written, tried and planned."""
    question = await questioning.write(office.console, owner, number, wanted(on))
    await questioning.try_out(office.console, owner, number, question)
    await office.bot.wait(minutes=1)
    await questioning.plan(office.console, owner, number, question, await mark(office, owner, number, question))
    await office.bot.wait(minutes=1)
    return question


def told(office, chat, words=NL):
    """What a chat was shown that holds these words, but no dry run."""
    shown = [(one, text) for one, _, text in office.bot.post.sent if one.chat == chat and words in text]
    return [text for one, text in shown if one.screen.name == "prompt" and one.edits is None]


async def asked_on(office, chat):
    """The UTC moments at which somebody was asked a question of the group."""
    query = (
        "SELECT asked_at FROM prompt JOIN leader ON leader.id = prompt.leader "
        f"WHERE leader.chat = {chat} AND item LIKE 'GQ-%' ORDER BY prompt.id"
    )
    return [str(at)[:16].replace("T", " ") for (at,) in await office.bot.rows(query)]


async def days(office, chat):
    """The days on which somebody was asked anything by a programme or the group, each as often as that happened."""
    query = (
        "SELECT asked_at FROM prompt JOIN leader ON leader.id = prompt.leader "
        f"WHERE leader.chat = {chat} AND enrolment IS NOT NULL AND (slot LIKE 'w%' OR slot LIKE 'own.%')"
    )
    return [str(at)[:10] for (at,) in await office.bot.rows(query)]


async def until(office, moment, *chats):
    """Day by day to this moment; these people answer whatever waits, so that nobody is silent."""
    while office.clock.story < moment:
        await office.bot.until(min(moment, office.clock.story + DAY / 2))
        for chat in chats:
            waits = (
                f"SELECT 1 FROM prompt WHERE state = 'open' AND leader = (SELECT id FROM leader WHERE chat = {chat})"
            )
            if await office.bot.rows(waits):
                await office.bot.says(chat, "Ik zweeg in de vergadering, en daarna praatte iedereen langs elkaar heen.")


async def become(office, chat, **change):
    async with office.bot.world.store.transaction() as session:
        found = await leaders.by_chat(session, chat)
        await leaders.keep(session, replace(found, **change))


async def test_a_question_goes_from_the_form_to_the_answers_of_three_leaders(office):
    owner, number, _ = await group(office, *PEOPLE)
    question = await planned(office, owner, number)
    tries = [(one.language, text) for one, _, text in office.bot.post.sent if one.screen.name == posing.TRIED]
    assert [language for language, _ in tries] == ["nl", "en"]
    assert all(one in tries[0][1] for one in ("Proef", "Vraag van Noor aan je groep Voorjaar.", NL))
    assert all(one in tries[1][1] for one in ("Dry run", "Question from Noor to your group Voorjaar.", EN))
    await office.bot.until(MONDAY + 2 * DAY + timedelta(hours=4))
    for chat in PEOPLE:
        assert await asked_on(office, chat) == ["2026-11-04 07:30"], "at their own hour, 8:30 in the winter"
        (text,) = told(office, chat)
        assert text.startswith("Vraag van Noor aan je groep Voorjaar. Wat jij antwoordt, krijgt Noor nooit te zien.")
        assert await office.bot.says(chat, ANSWER) != []
    rows = await office.bot.rows("SELECT state, enrolment, version FROM prompt WHERE item LIKE 'GQ-%'")
    places = await office.bot.rows(f"SELECT id FROM enrolment WHERE cohort = {number}")
    assert [state for state, _, _ in rows] == ["answered"] * 3
    assert {place for _, place, _ in rows} == {place for (place,) in places}
    assert len({version for _, _, version in rows}) == 1
    await office.bot.until(MONDAY + 5 * DAY)
    found = await questioning.one(office.console, owner, number, question)
    assert (found.question.state, found.open, found.by) == ("asked", False, "Noor")
    for chat in PEOPLE:
        seen = await days(office, chat)
        assert len(seen) == len(set(seen)), "never two on one day"
    answers = "\n".join(await office.bot.says(20, "/answers"))
    assert "Welk gesprek stel je deze maand uit" in answers
    assert ANSWER in answers


async def test_it_counts_as_taking_part_and_in_no_quality(office):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number)
    await office.bot.until(MONDAY + 2 * DAY + timedelta(hours=1))
    await office.bot.says(20, ANSWER)
    async with office.bot.world.store.transaction() as session:
        cohort = await groups.get(session, number)
        sent = await gathering.sent(session, cohort, MONDAY.date())
        (asked,) = await taking_part.asked(session, gathering.span(cohort, WEDNESDAY, WEDNESDAY))
        week = (MONDAY.date(), MONDAY.date() + 6 * DAY)
        found = await gathering.period(session, cohort, office.bot.world.library, week, ())
    assert asked.item.startswith("GQ-")
    assert [one.answered is not None for one in sent if one.at == asked.at] == [True]
    assert "" not in found.qualities


async def test_a_look_back_knows_its_words_also_when_its_group_is_gone(office):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number)
    await office.bot.until(MONDAY + 2 * DAY + timedelta(hours=1))
    await office.bot.says(20, ANSWER)
    await running.delete(office.console, owner, number, "Voorjaar")
    await office.bot.wait(minutes=1)
    world = office.bot.world
    async with world.store.transaction() as session:
        leader = await leaders.by_chat(session, 20)
        stage = Stage(world, session, await scenes.scene_of(world, session, leader, None), "u0", Resting())
        found = await harvest.gather(stage, harvest.month_of(date(2026, 11, 1)))
    assert [one.text for one in found.others] == [Text(NL, EN)]


async def test_the_question_stays_readable_when_its_group_is_gone(office):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number)
    await office.bot.until(MONDAY + 2 * DAY + timedelta(hours=4))
    await office.bot.says(20, ANSWER)
    await running.delete(office.console, owner, number, "Voorjaar")
    await office.bot.wait(minutes=1)  # first it is told that the group is closed
    await office.bot.wait(minutes=6)
    assert await office.bot.rows("SELECT id FROM own_question") == []
    answers = "\n".join(await office.bot.says(20, "/answers"))
    assert "Welk gesprek stel je deze maand uit" in answers
    await office.bot.says(20, "/export")
    file = next(out.document[1].decode() for _, out, _ in reversed(office.bot.post.sent) if out.document)
    assert NL in file


async def test_nothing_is_planned_before_a_dry_run_and_other_texts_need_another(office):
    owner, number, _ = await group(office, 20)
    question = await questioning.write(office.console, owner, number, wanted())
    seen = await mark(office, owner, number, question)
    with pytest.raises(Refused) as no:
        await questioning.plan(office.console, owner, number, question, seen)
    assert no.value.key == "untried"
    await questioning.try_out(office.console, owner, number, question)
    await office.bot.wait(minutes=1)
    await questioning.plan(office.console, owner, number, question, seen)
    await questioning.plan(office.console, owner, number, question, "it is planned already")
    seen = await mark(office, owner, number, question)
    other = "Welk gesprek stel je al weken uit, en wat maakt dat het wacht?"
    await questioning.change(office.console, owner, number, question, wanted(nl=other), seen)
    found = (await questioning.one(office.console, owner, number, question)).question
    assert (found.state, found.tried_at, found.nl) == ("draft", None, other)
    await office.bot.until(MONDAY + 3 * DAY)
    assert await asked_on(office, 20) == [], "a draft is asked of nobody"


async def test_another_day_moves_what_was_planned_both_ways(office):
    owner, number, _ = await group(office, *PEOPLE[:2])
    question = await planned(office, owner, number, date(2026, 11, 13))
    for on in (date(2026, 11, 20), date(2026, 11, 6)):
        seen = await mark(office, owner, number, question)
        await questioning.change(office.console, owner, number, question, wanted(on), seen)
        await office.bot.wait(minutes=1)
    await until(office, MONDAY + 4 * DAY + timedelta(hours=4), 20, 21)
    assert await asked_on(office, 20) == [], "the pulse of the week comes this Friday"
    await until(office, MONDAY + 8 * DAY, 20, 21)
    assert await asked_on(office, 20) == ["2026-11-09 07:30"]
    await until(office, MONDAY + 9 * DAY, 20, 21)
    assert len(await asked_on(office, 21)) == 1


async def test_what_is_as_it_was_changes_nothing_and_is_not_in_the_trail(office):
    owner, number, _ = await group(office)
    question = await questioning.write(office.console, owner, number, wanted())
    await questioning.change(
        office.console, owner, number, question, wanted(), await mark(office, owner, number, question)
    )
    events = [one.event for one in await trail.of_group(office.console, owner, number)]
    assert "question changed" not in events


async def test_two_facilitators_at_once_do_not_write_over_each_other(office):
    owner, number, _ = await group(office)
    colleague = await office.member(COLLEAGUE, Role("facilitator", owner.roles[0].organisation, number))
    question = await questioning.write(office.console, owner, number, wanted())
    seen = await mark(office, owner, number, question)
    await questioning.change(office.console, colleague, number, question, wanted(date(2026, 11, 5)), seen)
    for act in (questioning.change(office.console, owner, number, question, wanted(nl=f"Zeg eens: {NL}"), seen),
                questioning.plan(office.console, owner, number, question, seen)):  # fmt: skip
        with pytest.raises(Refused) as no:
            await act
        assert no.value.key == "meanwhile"
    found = (await questioning.one(office.console, owner, number, question)).question
    assert (found.nl, found.on_date) == (NL, date(2026, 11, 5))
    events = [(one.event, one.member) for one in await trail.of_group(office.console, owner, number)]
    assert events[:2] == [("question changed", colleague.member), ("question written", owner.member)]


@pytest.mark.parametrize(("on", "why"), [
    (date(2026, 11, 2), "past"),
    (date(2026, 11, 4), "outside"),
    (date(2026, 12, 24), "outside"),
    (date(2026, 11, 14), "free_day"),
])  # fmt: skip
async def test_a_day_lies_ahead_within_the_run_of_the_group_and_is_a_working_day(office, on, why):
    owner, number, _ = await group(office, starts_on=date(2026, 11, 9), ends_on=date(2026, 12, 23))
    found = await questioning.wrong(office.console, owner, number, Text(NL, EN), on)
    assert [(one.where, one.what) for one in found] == [("on_date", why)]
    with pytest.raises(Refused) as no:
        await questioning.write(office.console, owner, number, wanted(on))
    assert no.value.key == why


async def test_all_that_is_wrong_is_told_at_once_and_nothing_of_it_is_kept(office):
    owner, number, _ = await group(office)
    found = await questioning.wrong(office.console, owner, number, Text("", NL), None)
    assert [(one.where, one.what) for one in found] == [
        ("nl", "flaw_empty"), ("en", "flaw_language"), ("on_date", "date"),
    ]  # fmt: skip
    with pytest.raises(Refused) as no:
        await questioning.write(office.console, owner, number, wanted(en=NL))
    assert no.value.key == "question_text"
    assert await questioning.of(office.console, owner, number) == ()


async def test_a_free_day_for_kings_day_and_a_programme_that_is_over_are_told(office):
    owner, number, _ = await group(office, starts_on=date(2026, 11, 9))
    with pytest.raises(Refused) as no:
        await questioning.write(office.console, owner, number, wanted(date(2027, 4, 27)))
    assert no.value.key == "free_day"
    question = await questioning.write(office.console, owner, number, wanted(date(2027, 6, 2)))
    assert (await questioning.one(office.console, owner, number, question)).doubts.late
    soon = await questioning.write(office.console, owner, number, wanted(date(2026, 11, 11)))
    assert not (await questioning.one(office.console, owner, number, soon)).doubts.late


async def test_on_its_day_a_question_can_no_longer_change(office):
    owner, number, _ = await group(office, 20)
    question = await planned(office, owner, number)
    await office.bot.until(MONDAY + 2 * DAY + timedelta(hours=1))
    owner = await office.who()
    seen = await mark(office, owner, number, question)
    for act in (questioning.change(office.console, owner, number, question, wanted(date(2026, 11, 13)), seen),
                questioning.drop(office.console, owner, number, question),
                questioning.try_out(office.console, owner, number, question)):  # fmt: skip
        with pytest.raises(Refused) as no:
            await act
        assert no.value.key == "question_over"


async def test_what_was_dropped_is_asked_of_nobody(office):
    owner, number, _ = await group(office, 20)
    question = await planned(office, owner, number)
    await questioning.drop(office.console, owner, number, question)
    await office.bot.until(MONDAY + 4 * DAY)
    assert await asked_on(office, 20) == []
    events = [one.event for one in await trail.of_group(office.console, owner, number)]
    assert events[:3] == ["question dropped", "question planned", "question written"]


async def test_a_question_of_another_group_is_not_there(office):
    owner, number, _ = await group(office)
    other = await cohorts.create(office.console, owner, NewCohort("Najaar", "core_12w"))
    question = await questioning.write(office.console, owner, number, wanted())
    for act in (questioning.one(office.console, owner, other.id, question),
                questioning.drop(office.console, owner, other.id, question)):  # fmt: skip
        with pytest.raises(Missing):
            await act


async def test_beside_the_programme_it_makes_room_for_that_and_never_comes_on_the_same_day(office):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number, date(2026, 11, 3))  # a Tuesday, on which the programme asks
    await until(office, MONDAY + 7 * DAY, 20)
    assert await asked_on(office, 20) == ["2026-11-04 07:30"]
    seen = await days(office, 20)
    assert len(seen) == len(set(seen))


async def test_two_questions_for_one_day_come_on_two_days(office):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number)
    await planned(office, owner, number)
    await until(office, MONDAY + 8 * DAY, 20)
    assert await asked_on(office, 20) == ["2026-11-04 07:30", "2026-11-09 07:30"], "Thursday and Friday are taken"


async def test_in_two_groups_it_belongs_to_the_group_that_asks_and_comes_beside_neither_programme(office):
    await group(office, 20)
    owner, other, _ = await group(office)
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, 20)
        (here,) = await enrolments.running_of(session, leader.id)
        there = (here.programme, here.anchor, 0, here.position, here.next_due_at)
        await enrolments.add(session, leader.id, other, *there, office.clock.now())
    await planned(office, owner, other)
    await until(office, MONDAY + 9 * DAY, 20)
    ((place,),) = await office.bot.rows("SELECT enrolment FROM prompt WHERE item LIKE 'GQ-%'")
    assert await office.bot.rows(f"SELECT cohort FROM enrolment WHERE id = {place}") == [(other,)]
    seen = await days(office, 20)
    assert len(seen) == len(set(seen))


async def test_without_a_free_day_within_a_week_it_is_passed_over(office):
    owner, number, _ = await group(office, 20)
    every_day = rhythm.with_days(rhythm.default("standard", "nl", "Europe/Amsterdam"), range(5))
    await become(office, 20, rhythm=every_day)
    await planned(office, owner, number)
    await until(office, MONDAY + 10 * DAY, 20)
    assert await asked_on(office, 20) == []


async def test_who_is_away_gets_it_once_they_are_back_if_that_is_within_a_week(office):
    owner, number, _ = await group(office, *PEOPLE)
    await planned(office, owner, number)
    await office.bot.says(20, "/pause tot 6 november")
    await office.bot.says(21, "/pause tot 23 november")
    await office.bot.says(22, "/stop")
    await office.bot.taps(22, "stop", "stop_confirm")
    await until(office, MONDAY + 14 * DAY, *PEOPLE)
    assert await asked_on(office, 20) == ["2026-11-09 07:30"]
    assert [await asked_on(office, chat) for chat in PEOPLE[1:]] == [[], []]


async def test_who_joins_before_its_day_is_over_gets_it_too_and_who_joins_later_does_not(office):
    owner, number, token = await group(office, 20)
    await planned(office, owner, number)
    await until(office, MONDAY + 1 * DAY, 20, 23, 24)
    await office.bot.joins(23, token)
    await until(office, MONDAY + 2 * DAY + timedelta(hours=3), 20, 23, 24)
    await office.bot.joins(24, token)
    await until(office, MONDAY + 3 * DAY, 20, 23, 24)
    await office.bot.joins(25, token)
    await until(office, MONDAY + 9 * DAY, 20, 23, 24)
    assert len(await asked_on(office, 23)) == 1
    assert len(await asked_on(office, 24)) == 1
    assert await asked_on(office, 25) == []


async def test_a_group_that_rests_is_asked_after_its_rest(office):
    owner, number, _ = await group(office, 20)
    question = await planned(office, owner, number)
    await running.pause(office.console, owner, number, date(2026, 11, 16))
    await office.bot.until(MONDAY + 13 * DAY)
    assert await asked_on(office, 20) == []
    owner = await office.who()
    moved = (await questioning.one(office.console, owner, number, question)).question
    assert moved.on_date == date(2026, 11, 16)
    await office.bot.until(MONDAY + 15 * DAY)
    assert await asked_on(office, 20) == ["2026-11-16 07:30"]


async def test_a_rest_that_begins_on_its_very_day_delays_it_for_who_was_not_asked_yet(office):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number)
    await until(office, MONDAY + 1 * DAY + timedelta(hours=14), 20)
    owner = await office.who()
    await running.pause(office.console, owner, number, date(2026, 11, 6))
    await until(office, MONDAY + 6 * DAY, 20)
    assert await asked_on(office, 20) == ["2026-11-06 07:30"]


@pytest.mark.parametrize(
    "ends", [running.close, lambda world, who, number: running.delete(world, who, number, "Voorjaar")]
)
async def test_a_group_that_ends_is_asked_nothing_more(office, ends):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number)
    await ends(office.console, owner, number)
    await office.bot.until(MONDAY + 4 * DAY)
    assert await asked_on(office, 20) == []
    assert set(await office.bot.rows("SELECT state FROM own_question")) <= {("dropped",)}


async def test_it_waits_while_something_else_is_talked_about(office):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number)
    await until(office, MONDAY + 2 * DAY - timedelta(minutes=20), 20)
    await office.bot.says(20, "/rhythm")
    await until(office, MONDAY + 2 * DAY, 20)
    assert await asked_on(office, 20) == []
    await office.bot.taps(20, "standard")
    await until(office, MONDAY + 2 * DAY + timedelta(hours=8), 20)
    assert len(await asked_on(office, 20)) == 1


async def test_killed_between_any_two_steps_nothing_comes_twice_and_nothing_is_lost(office, monkeypatch):
    owner, number, _ = await group(office, *PEOPLE)
    question = await questioning.write(office.console, owner, number, wanted())
    await questioning.try_out(office.console, owner, number, question)
    keep, plan = kept.keep, posing.given.step

    class KilledError(Exception):
        pass

    def killed(*_):
        raise KilledError

    for module, name, whole in ((kept, "keep", keep),):
        monkeypatch.setattr(module, name, killed)
        with pytest.raises(ExceptionGroup):
            await ask.tick(office.bot.world)
        monkeypatch.setattr(module, name, whole)
    await office.bot.deliver()
    assert [one for one, _, _ in office.bot.post.sent if one.screen.name == posing.TRIED] == []
    await office.bot.wait(hours=1)
    assert len([one for one, _, _ in office.bot.post.sent if one.screen.name == posing.TRIED]) == 2
    await questioning.plan(office.console, owner, number, question, await mark(office, owner, number, question))
    await until(office, MONDAY + 2 * DAY - timedelta(minutes=15), *PEOPLE)
    office.clock.story = MONDAY + 2 * DAY
    monkeypatch.setattr(posing.given, "step", killed)
    with pytest.raises(ExceptionGroup):
        await ask.tick(office.bot.world)
    monkeypatch.setattr(posing.given, "step", plan)
    await office.bot.wait(hours=3)
    await office.bot.wait(hours=3)
    assert [len(told(office, chat)) for chat in PEOPLE] == [1, 1, 1]


async def test_a_dry_run_of_what_was_deleted_before_it_was_sent_shows_nothing(office):
    owner, number, _ = await group(office)
    question = await questioning.write(office.console, owner, number, wanted())
    await questioning.try_out(office.console, owner, number, question)
    assert await orders.waiting(office.bot.world, []) == 1
    await office.bot.rows("DELETE FROM own_question RETURNING id")
    for _ in range(2):
        await office.bot.deliver()
    assert [one for one, _, _ in office.bot.post.sent if one.screen.name == posing.TRIED] == []
    assert await office.bot.rows("SELECT id FROM outbox WHERE state = 'planned'") == []


async def test_who_left_the_group_or_is_at_its_end_is_not_asked(office):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number)
    async with office.bot.world.store.transaction() as session:
        leader = await leaders.by_chat(session, 20)
        (place,) = await enrolments.running_of(session, leader.id)
        await enrolments.keep(session, replace(place, state="ended", next_due_at=None))
        found = await kept.of(session, number)
    await office.bot.until(MONDAY + 3 * DAY)
    assert await asked_on(office, 20) == []
    assert found[0].state == "planned"


async def test_drawn_again_when_its_group_is_gone_it_names_nobody(office):
    owner, number, _ = await group(office, 20)
    await planned(office, owner, number)
    await office.bot.until(MONDAY + 2 * DAY + timedelta(hours=1))
    owner = await office.who()
    await running.delete(office.console, owner, number, "Voorjaar")
    await office.bot.wait(minutes=1)  # first it is told that the group is closed
    await office.bot.wait(minutes=6)
    await office.bot.taps(20, "skip")
    drawn = [text for one, _, text in office.bot.post.sent if one.edits and one.screen.name == "prompt"]
    assert drawn[-1] == f"Vraag van wie je groep begeleidde. Wat jij antwoordt, krijgt niemand anders te zien.\n\n{NL}"


async def test_what_is_ordered_or_looked_at_again_after_it_was_asked_asks_nobody_twice(office, monkeypatch):
    owner, number, _ = await group(office, 20)
    question = await planned(office, owner, number)
    await office.bot.until(MONDAY + 2 * DAY + timedelta(hours=1))
    async with office.bot.world.store.transaction() as session:
        again = {"question": question}
        await queue.put(session, number, posing.PLAN, again, owner.member, office.clock.now())
    await office.bot.until(MONDAY + 5 * DAY)
    assert len(await asked_on(office, 20)) == 1

    async def stale(*_):
        return [question, 4242]

    monkeypatch.setattr(kept, "soon", stale)
    assert await posing.due(office.bot.world, []) == 0, "somebody saw to it meanwhile"


async def test_an_order_about_a_question_that_is_gone_is_void(office):
    owner, number, _ = await group(office, 20)
    question = await questioning.write(office.console, owner, number, wanted())
    await questioning.try_out(office.console, owner, number, question)
    async with office.bot.world.store.transaction() as session:
        found = await kept.get(session, question)
        await kept.keep(session, replace(found, state="planned"))
    await questioning.change(
        office.console, owner, number, question, wanted(date(2026, 11, 5)), await mark(office, owner, number, question)
    )
    await office.bot.rows("DELETE FROM own_question RETURNING id")
    assert await orders.waiting(office.bot.world, []) > 0
    await office.bot.deliver()
    assert [one for one, _, _ in office.bot.post.sent if one.screen.name == posing.TRIED] == []


async def test_whoever_runs_groups_and_taps_on_a_dry_run_hears_that_it_counts_for_nothing(office):
    owner, number, _ = await group(office)
    question = await questioning.write(office.console, owner, number, wanted())
    await questioning.try_out(office.console, owner, number, question)
    await office.bot.wait(minutes=1)
    assert len(office.bot.buttons()) == 2
    await office.bot.taps(OWNER, "tap", "dry")
    assert await office.bot.rows("SELECT id FROM prompt") == []

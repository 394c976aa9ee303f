"""One leader in two groups: one question a day, both programmes in order, and out of one without touching the other."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest
import pytest_asyncio
from office import Office
from office import office as beside
from quiet_house import MONDAY, quiet_house

from dialogues.asking import underway
from dialogues.people import Enrolment, Id
from journeys.console import cohorts, invitations, running
from journeys.guide import NewCohort
from journeys.own import groups
from storage import enrolments, leaders, prompts, taking_part

pytestmark = pytest.mark.asyncio
NOOR = 20
DAY = timedelta(days=1)
ENTRIES = ("A", "B", "pulse", "revisit", "end")  # in the order of a week


@pytest_asyncio.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """A house with a console, on either database."""
    async with quiet_house(database_url) as house, beside(house, database_url) as opened:
        yield opened


async def invited(office: Office, name: str, programme: str = "core_12w") -> tuple[Id, str]:
    owner = await office.who()
    made = await cohorts.create(office.console, owner, NewCohort(name, programme))
    return made.id, await invitations.for_group(office.console, owner, made.id, invitations.Limits(90 * DAY, 50))


async def in_both(office: Office) -> tuple[Id, Id]:
    """Noor joins Voorjaar and, a day later, Najaar."""
    first, token = await invited(office, "Voorjaar")
    await office.bot.joins(NOOR, token)
    second, token = await invited(office, "Najaar", "starter_4w")
    await office.bot.wait(days=1)
    await office.bot.starts(NOOR, token)
    return first, second


async def followed(office: Office) -> dict[Id | None, Enrolment]:
    async with office.bot.world.store.transaction() as session:
        noor = await leaders.by_chat(session, NOOR)
        return {one.cohort: one for one in await enrolments.of_leader(session, noor.id)}


async def asked(office: Office) -> list[tuple[Id | None, date, str]]:
    """Group, day and entry of all that a programme asked, oldest first."""
    groups_of = {one.id: cohort for cohort, one in (await followed(office)).items()}
    async with office.bot.world.store.transaction() as session:
        noor = await leaders.by_chat(session, NOOR)
        found = await prompts.between(session, noor.id, MONDAY - DAY, MONDAY + 400 * DAY)
    return [
        (groups_of[one.enrolment], one.asked_at.date(), one.slot.split(".")[0])
        for one in found
        if underway.programmed(one) and one.enrolment is not None
    ]


async def answering(office: Office, days: int) -> None:
    """So many days in which every question is answered, so that nobody's silence thins them out."""
    for _ in range(days):
        before = len(await asked(office))
        await office.bot.wait(days=1)
        if len(await asked(office)) > before:
            await office.bot.says(NOOR, "Ik vroeg haar wat ze nodig had, en dat gaf ons allebei lucht.")


async def leaves(office: Office, group: Id, how: str) -> None:
    if how == "page":
        async with office.bot.world.store.transaction() as session:
            noor = await leaders.by_chat(session, NOOR)
        await groups.leave(office.bot.world, noor.id, group)
        return
    await office.bot.says(NOOR, "ik wil uit de groep Najaar")
    await (office.bot.says(NOOR, "ja") if how == "words" else office.bot.taps(NOOR, "leave", "group_leave"))


async def test_three_weeks_in_two_groups_bring_one_question_a_day_and_both_programmes_keep_their_order(office):
    first, second = await in_both(office)
    await answering(office, 21)
    told = await asked(office)
    assert max(Counter(day for _, day, _ in told).values()) == 1
    for group in (first, second):
        slots = [slot for one, _, slot in told if one == group]
        assert len(slots) >= 4
        assert slots == sorted(set(slots), key=lambda slot: (slot[:3], ENTRIES.index(slot[3:]))), (
            "each once, in the order of the programme"
        )


@pytest.mark.parametrize("how", ["tap", "words", "page"])
async def test_leaving_one_group_leaves_the_other_as_it_was(office, how):
    first, second = await in_both(office)
    await office.bot.wait(days=8)
    kept, before = (await followed(office))[first], await asked(office)
    await leaves(office, second, how)
    after = await followed(office)
    assert (after[second].state, after[second].next_due_at, after[first]) == ("left", None, kept)
    await answering(office, 14)
    since = (await asked(office))[len(before) :]
    assert {group for group, _, _ in since} == {first}
    assert len(since) >= 3
    async with office.bot.world.store.transaction() as session:
        noor = await leaders.by_chat(session, NOOR)
        assert noor.state == "active"
        assert await enrolments.groups_of(session, noor.id) == ((first, "Voorjaar"),)


async def test_who_joins_a_second_group_is_told_so_and_stopping_names_both(office):
    await in_both(office)
    told = office.bot.post.sent[-1][2]
    assert told.startswith("Je bent uitgenodigd voor de groep Najaar.")
    assert "Je zit nu in de groepen Voorjaar en Najaar. Vanzelf krijg je nooit twee vragen op één dag" in told
    (asks,) = await office.bot.says(NOOR, "/stop")
    assert asks.startswith("Stoppen geldt voor al je groepen: Voorjaar en Najaar.")
    await office.bot.taps(NOOR, "stop", "stop_confirm")
    assert {one.state for one in (await followed(office)).values()} == {"left"}


async def test_each_question_says_of_which_group_it_is_as_long_as_there_are_two(office):
    _, second = await in_both(office)
    await answering(office, 7)
    told = questions(office)
    named = [line for one in told for line in one.splitlines() if line.startswith("Uit je groep")]
    assert set(named) == {"Uit je groep Voorjaar.", "Uit je groep Najaar."}
    assert len(named) == len(told) - 2, "all but those that came before there were two"
    await leaves(office, second, "page")
    await answering(office, 7)
    fresh = questions(office)[len(told) :]
    assert len(fresh) >= 2
    assert not any("Uit je groep" in one for one in fresh)


def questions(office: Office) -> list[str]:
    """What Noor was asked, as it first came."""
    sent = [(one, text) for one, _, text in office.bot.post.sent if one.chat == NOOR and one.edits is None]
    return [text for one, text in sent if one.screen.name == "prompt"]


async def test_the_rest_and_the_end_of_one_group_say_that_the_other_goes_on(office):
    first, second = await in_both(office)
    owner = await office.who()
    await running.pause(office.console, owner, first, (MONDAY + 14 * DAY).date())
    told = await office.bot.wait(days=1)
    assert any("Tot dan komt er uit die groep niets; je houdt er je plek. Wat je verder volgt" in one for one in told)
    await running.close(office.console, owner, second)
    told = await office.bot.wait(days=1)
    assert any("De groep Najaar is afgesloten; er komen geen vragen meer uit. Wat je verder volgt" in o for o in told)
    await running.close(office.console, owner, first)
    told = await office.bot.wait(days=1)
    assert any("De groep Voorjaar is afgesloten. Er komen geen vragen meer uit dit traject." in one for one in told)


async def test_an_invite_works_again_after_leaving_and_one_that_is_in_hears_that_groups_programme(office):
    await in_both(office)
    _, spring = await invited(office, "Winter")
    await office.bot.starts(NOOR, spring)
    (again,) = await office.bot.starts(NOOR, spring)
    assert "(Winter)" in again
    await office.bot.says(NOOR, "ik wil uit Winter")
    await office.bot.taps(NOOR, "leave", "group_leave")
    back = await office.bot.starts(NOOR, spring)
    assert "Voorjaar, Najaar en Winter" in back[-1]


async def test_the_figures_count_them_in_the_first_group_alone(office):
    first, second = await in_both(office)
    async with office.bot.world.store.transaction() as session:
        counted = {group: [one.guest for one in await taking_part.places(session, group)] for group in (first, second)}
    assert counted == {first: [False], second: [True]}

"""Who stops and comes back goes on where they were, in each group and programme that still runs."""

from datetime import date, timedelta

import pytest
from quiet_house import TUESDAY
from test_journeys_running import group

from dialogues.people import Enrolment, Prompt
from journeys import reviews
from journeys.console import cohorts, invitations, running
from journeys.guide import NewCohort
from storage import departures, taking_part

pytestmark = pytest.mark.asyncio
NOOR = 20


async def stops(office) -> None:
    await office.bot.says(NOOR, "/stop")
    await office.bot.taps(NOOR, "stop", "stop_confirm")


async def followed(office) -> list[tuple[str, str, int]]:
    """Programme, state and position of everything that was ever followed, oldest first."""
    rows = await office.bot.rows("SELECT programme, state, position FROM enrolment ORDER BY id")
    return [tuple(row) for row in rows]


async def asked(office) -> list[str]:
    """The entries of a programme that were asked, oldest first."""
    rows = await office.bot.rows("SELECT slot FROM prompt WHERE slot LIKE 'w%' ORDER BY id")
    return [str(slot).split(".")[0] for (slot,) in rows]


@pytest.mark.parametrize("back", ["start", "/start", "/resume"])
async def test_who_stopped_in_a_group_comes_back_at_the_same_place_and_hears_into_what(office, back):
    await group(office, NOOR)
    await office.bot.wait(days=9)
    before, (_, _, place) = await asked(office), (await followed(office))[0]
    await stops(office)
    await office.bot.wait(days=10)
    assert await asked(office) == before
    said = await (office.bot.starts(NOOR) if back == "start" else office.bot.says(NOOR, back))
    assert said[-1].startswith("Welkom terug. Je gaat verder waar je was: Voorjaar. Je volgende vraag komt ")
    (left, again) = await followed(office)
    assert (left[:2], again[:2]) == (("core_12w", "left"), ("core_12w", "active"))
    assert again[2] in (place - 1, place, place + 1)
    await office.bot.wait(days=7)
    after = await asked(office)
    assert len(after) > len(before)
    assert len(set(after)) == len(after), "nothing is asked twice"


async def test_a_programme_that_was_followed_alone_goes_on_as_well(office):
    await office.bot.joins(NOOR)
    await office.bot.wait(days=9)
    before = await asked(office)
    await stops(office)
    (said,) = await office.bot.starts(NOOR)
    assert "Je gaat verder waar je was: kennismaking van vier weken." in said
    assert [state for _, state, _ in await followed(office)] == ["active"]
    await office.bot.wait(days=7)
    after = await asked(office)
    assert after[: len(before)] == before
    assert len(set(after)) == len(after) > len(before)


async def test_a_group_that_was_closed_meanwhile_is_not_returned_to_and_the_greeting_says_so(office):
    owner, number = await group(office, NOOR)
    await stops(office)
    await running.close(office.console, owner, number)
    (said,) = await office.bot.starts(NOOR)
    assert said.startswith("Welkom terug. Wat je eerder volgde, loopt niet meer. Daarom begin je met kennismaking van")
    assert [(name, state) for name, state, _ in await followed(office)] == [
        ("core_12w", "left"), ("starter_4w", "active"),
    ]  # fmt: skip


async def test_of_two_groups_the_one_that_still_runs_is_returned_to(office):
    owner, first = await group(office, NOOR)
    other = await cohorts.create(office.console, owner, NewCohort("Najaar", "starter_4w"))
    token = await invitations.for_group(office.console, owner, other.id, invitations.Limits(timedelta(days=90), 50))
    await office.bot.starts(NOOR, token)
    await stops(office)
    (said,) = await office.bot.starts(NOOR)
    assert "Je gaat verder waar je was: Voorjaar en Najaar." in said
    await stops(office)
    await running.close(office.console, owner, first)
    (said,) = await office.bot.starts(NOOR)
    assert "Je gaat verder waar je was: Najaar." in said
    assert len([state for _, state, _ in await followed(office) if state == "active"]) == 1


async def test_the_invite_of_the_group_that_was_left_leads_back_to_the_same_place(office):
    owner, number = await group(office, NOOR)
    await office.bot.wait(days=16)
    (_, _, place) = (await followed(office))[0]
    await stops(office)
    token = await invitations.for_group(office.console, owner, number, invitations.Limits(timedelta(days=90), 50))
    (said,) = await office.bot.starts(NOOR, token)
    assert "Je gaat verder waar je was: Voorjaar." in said
    assert (await followed(office))[-1][2] >= place - 1


async def test_in_the_figures_of_the_group_it_is_one_leaving_and_one_return(office):
    _, number = await group(office, NOOR)
    await office.bot.wait(days=10)
    await stops(office)
    await office.bot.wait(days=3)
    await office.bot.starts(NOOR)
    async with office.bot.world.store.transaction() as session:
        gone = await departures.of(session, number)
        returned = await taking_part.returns(session, number)
        places = await taking_part.places(session, number)
        present = await taking_part.present(session, number)
    assert [one.left_on for one in gone] == [date(2026, 11, 12)]
    assert [at.date() for _, at in returned] == [date(2026, 11, 15)]
    assert (len(places), len(present)) == (1, 1)


async def test_what_came_instead_meanwhile_is_not_doubled(office):
    owner, number = await group(office, NOOR)
    await stops(office)
    other = await cohorts.create(office.console, owner, NewCohort("Najaar", "starter_4w"))
    token = await invitations.for_group(office.console, owner, other.id, invitations.Limits(timedelta(days=90), 50))
    await office.bot.starts(NOOR, token)
    assert [(name, state) for name, state, _ in await followed(office)] == [
        ("core_12w", "left"), ("starter_4w", "active"),
    ]  # fmt: skip
    await stops(office)
    (said,) = await office.bot.starts(NOOR)
    assert "Je gaat verder waar je was: Najaar." in said
    assert number


async def reviewed(office) -> list[str]:
    """From which day the look backs on a programme count."""
    await office.bot.says(NOOR, "/lookback programme")
    return [str(on)[:10] for (on,) in await office.bot.rows("SELECT month FROM summary WHERE kind = 'programme'")]


async def answers(office, *told: str) -> None:
    for words in told:
        await office.bot.says(NOOR, "/question")
        await office.bot.says(NOOR, words)
        await office.bot.says(NOOR, "Genoeg zo.")


BEFORE = (
    "Ik merkte in het overleg dat ik te snel oordeelde over de penningmeester en dat raakte me.",
    "Ik belde haar eerst en vroeg wat zij nodig had; ze werd rustiger en ik ook.",
    "Ik gaf het voorzitterschap een keer weg en zag dat de anderen gingen staan.",
)
AFTER = (
    "Ik liet de stilte duren en merkte dat de jongste begon te praten.",
    "Ik zei tegen de wethouder dat ik het niet wist, en dat gaf lucht.",
    "Ik wachtte met mijn voorstel en hoorde toen pas wat de partners bedoelden.",
    "Ik vroeg de secretaris om hulp en merkte dat hij daar blij mee was.",
    "Ik sprak mijn twijfel uit in het bestuur en voelde me daarna rustiger.",
    "Ik heb de notulen losgelaten en zag dat het team het zelf oppakte.",
)


@pytest.mark.parametrize("rounds", [1, 2])
async def test_the_look_back_on_a_programme_counts_from_its_beginning_also_after_coming_back(office, rounds):
    await group(office, NOOR)
    await answers(office, *BEFORE)
    await office.bot.wait(days=9)
    for _ in range(rounds):
        await stops(office)
        await office.bot.wait(days=6)
        await office.bot.starts(NOOR)
        await office.bot.wait(days=9)
    await answers(office, *AFTER)
    assert await reviewed(office) == ["2026-11-02"]
    told = [text for delivery, _, text in office.bot.post.sent if delivery.screen.name == "lookback"][-1]
    assert "2 november" in told


def stretch(number: int, state: str, cohort: int | None = 5, programme: str = "core_12w") -> Enrolment:
    return Enrolment(number, 7, cohort, programme, state, date(2026, 11, 2), 0, 0, None)


def prompt(enrolment: int, entry: str) -> Prompt:
    at = TUESDAY
    slot = f"{entry}.{enrolment:x}"
    return Prompt(9, 7, enrolment, "question", "RF-03", "1", slot, "answered", "done", at, at + timedelta(days=5))


@pytest.mark.parametrize(
    ("followed", "slots", "found"),
    [
        ([stretch(1, "left"), stretch(2, "active")], [(1, "w01A"), (2, "w01B")], [1, 2]),
        ([stretch(1, "left"), stretch(2, "left"), stretch(3, "ended")], [(1, "w01A"), (2, "w02A")], [1, 2, 3]),
        ([stretch(1, "left"), stretch(2, "active")], [(1, "w01A"), (2, "w01A")], [2]),
        ([stretch(1, "left", cohort=6), stretch(2, "active")], [(1, "w01A"), (2, "w01B")], [2]),
        ([stretch(1, "left", programme="starter_4w"), stretch(2, "active")], [(1, "w01A"), (2, "w01B")], [2]),
        ([stretch(1, "left", cohort=None), stretch(2, "active", cohort=None)], [(1, "w01A"), (2, "w01B")], [2]),
        ([stretch(1, "active"), stretch(2, "left")], [(1, "w01A"), (2, "w01B")], [1]),
    ],
)  # fmt: skip
async def test_what_belongs_to_one_programme_is_what_was_never_asked_twice(followed, slots, found):
    last = next(one for one in reversed(followed) if one.state != "left")
    asked = [prompt(enrolment, entry) for enrolment, entry in slots]
    assert [one.id for one in reviews._since_joining(last, followed, asked)] == found

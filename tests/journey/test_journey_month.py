"""A leader's first month, as she lives it: over real HTTP, in each mode, on each database."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from everywhere import everywhere

from journeys import take

LONG = (
    "Dinsdag nam ik in het overleg met de gemeenten het woord toen het stil werd. Ik voelde me onrustig en vulde de "
    "stilte met een voorstel. De anderen knikten, maar daarna zei niemand meer iets en ik merkte dat het mijn plan was "
    "geworden. Volgende keer wil ik eerst drie tellen wachten."
)


async def arrives(house, noor):
    """Invite, language, reading more, a yes, the usual rhythm, and a first question at once."""
    await noor.start(await house.invite())
    await noor.sees("In welke taal wil je verder?")
    await house.taps(noor, "language", "nl")
    await noor.sees("Fijn dat je er bent")
    await noor.sees("Alliantie Zonzijde")
    await noor.sees("Ga je akkoord?")
    await house.taps(noor, "consent", "more")
    await noor.sees("Stichting Zonzijde, bereikbaar via hallo@zonzijde.example")
    assert house.counts()["consent"] == 0
    await house.taps(noor, "consent", "agree")
    usual = await noor.sees("dinsdag")
    assert "8:30 en 16:30" in usual.text
    assert "Amsterdam" in usual.text
    await house.taps(noor, "defaults", "defaults")
    await noor.sees("Je vaste vragen beginnen")
    await noor.sees("Je eerste vraag. Schrijf zoals je praat")


async def answers_the_first_question(house, noor):
    """A full answer: at most one more question, thanks, and one offer; mood and energy can be typed."""
    await house.says(noor, LONG)
    if (await house.last(noor)).button("Genoeg voor nu"):
        await house.says(noor, "Ze keken naar hun papieren.")
    offer = await noor.sees(house.begin("intention_offer"))
    await noor.presses(offer.id, offer.button("Nee, zo is het goed").data)
    await house.settled()
    await house.says(noor, "stemming 4, energie 2")
    await noor.sees("stemming 4, energie 2")


async def is_reminded_once_and_answers_late(house, noor):
    """Her own hour, one reminder a day later, and a reply after the next question has come."""
    await house.until(datetime(2026, 11, 3, 7, 29, tzinfo=UTC))
    assert await noor.quiet(0.05)
    await house.until(datetime(2026, 11, 3, 7, 30, tzinfo=UTC))  # Tuesday 8:30 in Amsterdam
    first = await noor.sees(house.app.world.library.questions["RF-03"].text.nl)
    await house.until(datetime(2026, 11, 4, 7, 30, tzinfo=UTC))
    await noor.sees("Je vraag van gisteren staat er nog")
    await house.until(datetime(2026, 11, 5, 15, 29, tzinfo=UTC))
    assert await noor.quiet(0.05)
    await house.until(datetime(2026, 11, 5, 15, 30, tzinfo=UTC))  # Thursday 16:30
    await noor.sees(house.app.world.library.questions["RE-01"].text.nl)
    await noor.replies(first, "Alsnog: ik liet de kleinste partner beginnen.")
    await house.settled()
    await noor.sees("dat staat nu bij de vraag die ik op")


async def taps_a_pulse(house, noor):
    """Friday: one tap, edited into the same message."""
    await house.until(datetime(2026, 11, 6, 17, 0, tzinfo=UTC))
    pulse = await noor.sees("Eén tik om de week af te ronden")
    await noor.presses(pulse.id, pulse.button("4").data)
    await house.settled()
    done = await noor.sees("4 van")
    assert done.id == pulse.id
    assert done.buttons == ()


async def weighs_a_dilemma(house, noor):
    """Position by tap, why, the other side, both, and the own case."""
    await house.until(datetime(2026, 11, 12, 15, 30, tzinfo=UTC))
    dilemma = house.app.world.library.dilemmas["P04"]
    shown = await noor.sees(dilemma.scenario.nl)
    assert f"1 = {dilemma.pole_b.label.nl}" in shown.text  # she is one of those who see it this way round
    await noor.presses(shown.id, shown.button("2").data)
    await house.settled()
    assert "▫▪▫▫▫▫▫" in (await noor.sees(dilemma.pole_a.label.nl)).text
    await noor.sees(dilemma.why.nl)
    await house.says(noor, "Papier heeft ons eerder uit elkaar gedreven.")
    await noor.sees(dilemma.other_pole.if_b.nl)
    await house.says(noor, "Afspraken beschermen wie klein is.")
    await noor.sees(dilemma.both_and.nl)
    await house.says(noor, "Eén bladzijde, en elk kwartaal een gesprek.")
    offer = await noor.sees(house.text("own_case_offer"))
    await noor.presses(offer.id, offer.button("Ja, een eigen voorbeeld").data)
    await house.settled()
    await noor.sees(house.app.world.library.dilemma_texts.own_case.nl)
    await house.says(noor, "Bij ons gezamenlijke fonds.")
    await noor.sees(house.text("thanks_8"))


async def intends_something(house, noor):
    """An intention in her own words; what came of it is asked once, a week or so later."""
    await house.until(datetime(2026, 11, 13, 8, 0, tzinfo=UTC))
    await house.says(noor, "/voornemen Ik laat maandag eerst een stilte vallen")
    await noor.sees("Genoteerd als voornemen")


async def considers_a_case(house, noor):
    """An invented case: a choice, a look at another option, its question, the closing question."""
    await house.until(datetime(2026, 11, 19, 15, 30, tzinfo=UTC))
    case = house.app.world.library.cases["IC-12"]
    shown = await noor.sees(case.scenario.nl)
    await noor.presses(shown.id, shown.button(case.options[0].label.nl).data)
    await house.settled()
    reflected = await noor.sees(case.options[0].reflection.nl)
    await noor.presses(reflected.id, reflected.button(house.text("case_other")).data)
    await house.settled()
    assert (await noor.sees("Wat zie je nu je ze naast elkaar legt?")).id == reflected.id
    await house.says(noor, "Dan vertel ik als eerste wat ik zelf verkeerd deed.")
    await noor.sees(case.closing.nl)
    await house.says(noor, "Een vast moment waarop fouten op tafel mogen.")
    await noor.sees(house.text("tap_mood_energy"))


async def tells_what_came_of_it(house, noor):
    """The check quotes her words; the same question follows whatever the outcome."""
    await house.until(datetime(2026, 11, 24, 7, 0, tzinfo=UTC))
    check = await noor.sees("Ik laat maandag eerst een stilte vallen")
    assert "13 november" in check.text
    await noor.presses(check.id, check.button("Een beetje").data)
    await house.settled()
    await noor.sees("Wat hielp, of wat kwam ertussen?")
    await house.says(noor, "De agenda was te vol.")
    await noor.sees(house.text("check_done"))  # days after it was asked: no mood of now belongs to it


async def reaches_the_end_and_looks_back(house, noor):
    """On the first working day of December a letter and a picture; then the last question, and where all of it is."""
    await house.until(datetime(2026, 12, 1, 7, 29, tzinfo=UTC))
    await house.until(datetime(2026, 12, 1, 7, 30, tzinfo=UTC))
    letter = await noor.sees("november")
    quotes = ("De anderen knikten", "Dan vertel ik", "Dinsdag nam ik", "kleinste partner")
    assert any(quote in letter.text for quote in quotes)
    picture = await noor.sees("Hetzelfde in één beeld")
    file = await noor.downloads(picture.raw["photo"][-1]["file_id"])
    assert file.startswith(b"\x89PNG")
    await noor.presses(letter.id, letter.button("Ja, dit klopt").data)
    await house.settled()
    await noor.sees("Dan laat ik hem zo staan")
    await house.until(datetime(2026, 12, 2, 7, 30, tzinfo=UTC))
    end = await noor.sees("Dit was de laatste vraag van je kennismaking van vier weken")
    await noor.presses(end.id, end.button("Eén vraag per maand").data)
    await house.settled()
    await noor.sees("je krijgt één vraag per maand")
    await noor.replies(end, "Dat ik stiltes vul om mijn eigen spanning kwijt te raken.")
    await house.settled()
    await noor.sees(house.text("tap_mood_energy"))
    before = len(await house.heard(noor))
    await house.until(datetime(2026, 12, 23, 16, 0, tzinfo=UTC))
    told = (await house.heard(noor))[before:]  # the letter told most of the programme: one line says so
    assert [seen.text for seen in told] == [house.text("programme_told")]


async def takes_it_along(house, noor):
    """All of it as one file."""
    await house.says(noor, "/export")
    sent = await noor.sees(house.text("export"))
    everything = json.loads(await noor.downloads(sent.raw["document"]["file_id"]))
    told = json.dumps(everything, ensure_ascii=False)
    for words in (LONG, "Alsnog: ik liet de kleinste partner beginnen.", "Ik laat maandag eerst een stilte vallen"):
        assert words in told


async def leaves_no_trace(house, noor):
    """Everything goes, and afterwards she may begin anew."""
    keys = [bytes(key) for (key,) in house.rows("SELECT wrapped FROM personal_key")]
    assert len(keys) == 1
    await house.says(noor, "/wissen")
    await house.taps(noor, "delete_confirm", "delete")
    await noor.sees("Alles is gewist")
    left = {name for name, count in house.counts().items() if count}
    of_the_group = {"cohort", "invite", "release", "departure"}  # the last: two dates, of nobody by name
    assert left <= of_the_group | {"installation", "fact", "inbox", "audit", "budget", "alembic_version", "wording"}
    assert house.rows("SELECT guest, joined_on < left_on FROM departure") == [(False, True)]
    assert house.rows("SELECT count(*) FROM inbox WHERE payload IS NOT NULL OR chat IS NOT NULL") == [(0,)]
    if house.database.startswith("sqlite"):
        assert keys[0] not in house.bytes()
    house.clock.ahead = timedelta(hours=2)
    await take.purge(house.app.world)
    assert str(noor.id).encode() not in house.bytes()
    await noor.start()
    await noor.sees("In welke taal wil je verder?")


@everywhere
@pytest.mark.asyncio
async def test_a_leader_lives_through_her_first_month(house):
    noor = await house.person()
    await arrives(house, noor)
    await answers_the_first_question(house, noor)
    await is_reminded_once_and_answers_late(house, noor)
    await taps_a_pulse(house, noor)
    await weighs_a_dilemma(house, noor)
    await intends_something(house, noor)
    await considers_a_case(house, noor)
    await tells_what_came_of_it(house, noor)
    await reaches_the_end_and_looks_back(house, noor)
    await takes_it_along(house, noor)
    everything = house.bytes()
    for words in (LONG, "eerst een stilte", "gezamenlijke fonds", "agenda was te vol"):
        assert words.encode() not in everything
    await leaves_no_trace(house, noor)

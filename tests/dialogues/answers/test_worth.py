import pytest

from dialogues import markers
from dialogues.answers import worth
from dialogues.language.words import sentences

BEFORE = {"nl": "Gisteren heb ik de begroting gemaakt.", "en": "Yesterday I made the budget."}
THOUGHT = {
    "nl": "Mijn haast is een nette vorm van angst voor de stilte.",
    "en": "My hurry is only a neat way to hide.",
}


def signs(text, language):
    """The signs of each sentence of a text, by the markers that are heard in it."""
    spans = markers.find(text, language)
    held = [frozenset(each.marker for each in spans if each.start == start) for start, _ in sentences(text)]
    return worth.read(text, language, held, range(len(held)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Morgen bel ik de penningmeester op over de begroting.", "nl"),  # a plan
        ("Hopelijk merkt niemand dat ik het stuk niet ken.", "nl"),  # a hope
        ("De provincie moet de regels voor iedereen gelijk trekken.", "nl"),  # a wish for others
        ("Legal ought to read these papers twice.", "en"),
        ("Had I been rested I would have said it.", "en"),  # what was not so
        ("Als het gelukt was zaten we nu met taart.", "nl"),
        ("Of het iets heeft uitgehaald kan ik niet beoordelen.", "nl"),
        ("Of wij dat als team volhouden weet ik niet.", "nl"),  # a doubt
        ("It may have been the coffee, who knows.", "en"),
        ("Dat het zo werkt is voor mij niets nieuws.", "nl"),  # old news
        ("The treasurer has a boat and two dogs.", "en"),  # others
        ("One of the assistants is from Leeds.", "en"),
        ("Onze communicatieadviseur is daar nog lang niet klaar mee.", "nl"),
        ("Eens per kwartaal komt het rapport uit de drukkerij.", "nl"),  # background
        ("Wat zou jij hebben gedaan in zo'n zaal?", "nl"),  # a question
        ("Is that what you would have done?", "en"),
        ("Ik was er de hele dag verdrietig van.", "nl"),  # a bare mood
        ("Dat was het.", "nl"),  # a scrap
        ("...", "nl"),
    ],
)
def test_what_stands_beside_the_thought_does_not_close_an_answer(text, language):
    first, thought, beside = signs(f"{BEFORE[language]} {THOUGHT[language]} {text}", language)
    assert (first["aside"], thought["aside"], beside["aside"]) == (0, 0, 1)
    assert thought["closing"] + thought["closing told"] == 1
    assert beside["closing"] + beside["closing told"] + beside["general"] == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ik moet laten zien welke pet ik draag.", "nl"),
        ("Whenever a colleague hesitates I grab the work back.", "en"),
        ("Iemand die nooit klaagt heeft het nog niet makkelijk.", "nl"),
        ("People forgive each other when their hands are busy.", "en"),
        ("My eagerness takes the seat that other people need.", "en"),
        ("I had no idea how much a name means to them.", "en"),
        ("Mijn woede maakt de kamer leeg en nooit eens schoon.", "nl"),
        ("I hand them the keys and the treasurer smiles.", "en"),
    ],
)
def test_the_writers_own_and_what_holds_for_anybody_is_no_aside(text, language):
    *_, last = signs(f"{BEFORE[language]} {text}", language)
    assert last["aside"] == 0
    assert last["closing"] + last["closing told"] == 1


def test_an_answer_of_asides_alone_has_no_closing_sentence():
    assert all(
        each["closing"] == each["closing told"] == 0 for each in signs("Hopelijk lukt het ons nog. Wie weet.", "nl")
    )


def test_how_others_answer_to_the_writer_is_no_aside_and_outweighs_a_plain_deed():
    told = "Ik praatte de hele middag door. De jongste collega zuchtte en klapte dicht."
    deed, answer, _ = signs(f"{told} {THOUGHT['nl']}", "nl")
    assert (deed["effect"], answer["effect"], answer["aside"]) == (0, 1, 0)
    assert worth.worth(answer) > worth.worth(deed)


def test_an_insight_outweighs_a_deed_and_a_deed_an_aside():
    deed, aside, insight = signs(
        "Maandag heb ik het verslag zelf herschreven. Hopelijk vond niemand dat heel erg. "
        "Nu zie ik dat mijn hulp voelt als een oordeel.",
        "nl",
    )
    assert worth.worth(insight) > worth.worth(deed) > worth.worth(aside)


def test_what_holds_every_time_is_general_and_what_happened_once_is_not():
    every, once = signs("Zodra het stil wordt maak ik een grap. Gisteren maakte ik altijd maar grappen.", "nl")
    assert (every["general"], once["general"]) == (1, 0)


def test_a_moment_that_comes_back_is_general():
    back, once = signs("Elk najaar begin ik te laat. Dit najaar begin ik altijd te laat.", "nl")
    assert (back["general"], once["general"]) == (1, 0)


def test_a_sentence_that_points_back_is_worth_less():
    leaning, alone = signs("Dat is voor mij nog steeds een open vraag. Mijn vraag is voor mij nog steeds open.", "nl")
    assert (leaning["leaning"], alone["leaning"]) == (1, 0)
    assert worth.worth(leaning) < worth.worth(leaning | {"leaning": 0})


def test_every_word_too_few_weighs_and_a_contraction_is_one_word():
    (each,) = signs("I don't know my own team.", "en")
    assert each["short"] == worth.FULL - 6
    assert signs("", "en") == ()


def test_other_weights_give_another_worth():
    (each,) = signs("Ik zweeg.", "nl")
    assert worth.worth(each, dict.fromkeys(worth.WEIGHTS, 0.0)) == 0

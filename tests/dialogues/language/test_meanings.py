"""Thoughts heard by what they mean, each beside the harmless sentence that is nearest to it."""

import pytest

from dialogues import lexicon
from dialogues.care.safety import Alarm, Calm, Check, screen
from dialogues.care.spelling import mended
from dialogues.language import meanings
from dialogues.language.hearing import hear
from dialogues.library import library

LIBRARY = library()
LISTS = ("despair", "exhaustion", "danger")
PAIRS = (
    ("Ik voel geen behoefte meer om te blijven bestaan.", "Het bestaan van ons netwerk staat op het spel."),
    ("I've lost all desire to live.", "I want to live closer to my grandchildren."),
    ("Iedereen zou erop vooruitgaan als ik er niet was.", "Als ik de trein mis, begint het zonder mij."),
    ("They'd all breathe easier if I wasn't around.", "They'd have decided faster without me."),
    ("Nobody would shed a tear if I was gone.", "Nobody would miss this committee if we scrapped it."),
    ("I go to bed hoping it's for the last time.", "I don't have to get up tomorrow, bliss."),
    (
        "Het liefst zou ik er gewoon tussenuit knijpen, voor altijd.",
        "Ik wou dat ik uit die mailwisseling kon verdwijnen.",
    ),
    ("I want to fade out completely.", "I want to stop being the bottleneck."),
    ("I'm done. With living.", "I'm done trying to please the ministry."),
    ("I'm ready to go, I've had enough of life.", "I'm ready to go, the slides are done."),
    ("I've put my affairs in order because I won't be here by June.", "I handed over the passwords to my successor."),
    ("Ik heb een datum geprikt. De pillen liggen klaar.", "We hebben een datum geprikt voor de heidag."),
    ("Ik heb voor elk van mijn kinderen een brief geschreven.", "Ik heb de brieven aan de partners verstuurd."),
    ("I bought a rope last week and it's in the shed.", "I bought rope for the sailing weekend."),
    ("I sat with the bottle of sleeping tablets.", "I took two painkillers and chaired the meeting anyway."),
    ("Op de vijfde verdieping denk ik elke keer: springen.", "Ik sta vaak op het dak van ons kantoor om te bellen."),
    ("Soms wens ik dat de bliksem insloeg, precies hier.", "Ik hoop dat de storm de tent niet meeneemt."),
    ("Part of me wanted not to brake.", "I took my hands off the steering and let the group drive."),
    ("Als het te veel wordt pak ik het mesje.", "Ik sneed me aan het papier van het jaarverslag."),
    ("Ik ben alleen maar ballast voor de mensen van wie ik hou.", "Ik sta het team in de weg met mijn controledrang."),
    ("I made an attempt in the spring and nobody knows.", "We made an attempt at a joint budget and failed."),
    ("There's no tomorrow for me.", "I don't see a future for this coalition without the unions."),
    ("Zonder mijn dochter was ik er allang uitgestapt.", "Mijn kinderen zijn de reden dat ik op tijd stop."),
    ("I don't mind if I live or die any more.", "I don't care whether we win the tender."),
    ("Ik ga hem achterna, naar mijn overleden man.", "Ik wil haar achterna met mijn fiets de Alpen in."),
    ("Lord, take me home, I'm ready.", "The chaplain in our network sits with the dying."),
    ("I don't trust myself to be alone tonight.", "I don't trust myself with spreadsheets."),
    ("Die gedachten zijn terug, over er niet meer zijn.", "De gedachte aan de reorganisatie is terug."),
    ("Death has started to look like rest.", "The death of the old programme was overdue."),
    ("By the time anyone reads this I'll be gone.", "If you read this, the report is finished."),
)
WORN = (
    ("Ik zat vanochtend weer in de auto te janken voordat ik naar binnen kon.", "I cried when the children sang."),
    ("I lie awake till four every night.", "I lay awake one night over the vote."),
    ("I dread going to work every single morning.", "I dreaded the hearing and it went fine."),
    ("Ik ben zo moe dat ik niet meer kan denken.", "Ik ben moe, het was een lange dag."),
    ("Mijn huisarts wil dat ik thuisblijf.", "De huisarts zit in onze stuurgroep."),
    ("I'm cracking up under the pressure.", "The staff are at the end of their tether and I told the board."),
)
DANGER = (
    ("He grabbed me by the throat.", "Ze grepen me bij de arm om me voor te stellen aan de minister."),
    ("Iemand heeft gezegd dat hij me weet te vinden.", "He threatened to pull the funding."),
    ("I was raped.", "We support women who are abused at home."),
    ("I'm afraid I'm going to hurt my child.", "I wanted to strangle the printer."),
    ("Hij slaat de kinderen.", "Hij slaat op tafel."),
)


@pytest.mark.parametrize(("line", "neighbour"), PAIRS)
def test_a_thought_of_not_living_is_met_with_care_and_its_neighbour_left_in_peace(line, neighbour):
    assert screen(line, LIBRARY) in {Alarm("crisis_self"), Check("crisis_self")}
    assert screen(neighbour, LIBRARY) == Calm()


@pytest.mark.parametrize(("line", "neighbour"), WORN)
def test_exhaustion_is_heard_and_its_neighbour_left_in_peace(line, neighbour):
    assert screen(line, LIBRARY) == Alarm("severe_strain")
    assert screen(neighbour, LIBRARY) == Calm()


@pytest.mark.parametrize(("line", "neighbour"), DANGER)
def test_violence_is_heard_and_its_neighbour_left_in_peace(line, neighbour):
    assert screen(line, LIBRARY) == Alarm("acute_danger")
    assert screen(neighbour, LIBRARY) == Calm()


def test_vague_words_beside_exhaustion_are_exhaustion():
    assert screen("I'm done, I'm completely exhausted.", LIBRARY) == Alarm("severe_strain")


def test_what_somebody_else_is_said_to_say_is_not_the_writers():
    assert screen("De tijger is dood, zei hij, en ik schrok van mijn opluchting.", LIBRARY) == Calm()


def test_a_colleagues_suicide_is_asked_about_and_is_no_alarm():
    assert screen("Mijn oud-collega heeft zelfmoord gepleegd.", LIBRARY) == Check("crisis_self")


@pytest.mark.parametrize("name", LISTS)
def test_every_meaning_is_said_somehow_and_used_in_a_thought(name):
    sections = lexicon.sections(name)
    thoughts = [each for kind in meanings.KINDS if kind in sections for each in lexicon.pairs(name, kind).values()]
    used = {each.replace("-", " ") for thought in thoughts for each in thought}
    assert used
    assert all(sections[each] for each in used)

    assert set(sections) - meanings.NO_MEANINGS == used


def test_the_meanings_of_a_thought_stand_in_one_sentence_and_in_words_of_their_own():
    assert not list(meanings.told(hear("I was raped. Nothing else."), "despair"))
    apart = hear("I hope. That car. Hits me.")
    assert all(apart.words[match.first].sentence == apart.words[match.last].sentence for _, match in told(apart))


def told(heard):
    return list(meanings.told(heard, "despair"))


@pytest.mark.parametrize(
    ("sloppy", "meant"),
    [
        ("ik wil ni meer levn", "ik wil niet meer leven"),
        ("wish i culd disapear", "wish i could disappear"),
        ("gwn weg", "gewoon weg"),
        ("ik wil levne", "ik wil leven"),
        ("dood zijn of levan", "dood zijn of leven"),
        ("Mijn oren suisden.", "Mijn oren suisden."),
        ("Het leven is goed.", "Het leven is goed."),
        ("Karin en Qzxwv", "Karin en Qzxwv"),
    ],
)
def test_a_slip_in_a_word_of_despair_is_put_right_and_other_words_stay(sloppy, meant):
    assert mended(sloppy) == meant


ACCOUNT = (
    "Dinsdag liep het overleg over de verdeelsleutel uit op gemor en ik heb de cijfers nog eens voorgelezen. "
    "De wethouder keek op zijn telefoon. Daarna heb ik koffie gehaald en Farida gevraagd wat zij ervan vond. "
)
BY_CHANCE = (
    "Vertrouwen, schoof ik op de schaal, en toen bleef mijn vinger even hangen.",
    "Ik betrapte mezelf op iets wat verdacht veel op blijdschap leek.",
    "Ik blok een ochtend en vraag of ze mee gaat wandelen.",
    "I have made myself so entertaining that nobody ever needed me to rehearse or explain a punchline.",
)
IN_PASSING = (
    "Soms denk ik dat iedereen beter af is zonder mij.",
    "Het liefst zou ik gaan slapen en niet meer wakker worden.",
    "I keep wishing the lorry would take me.",
)


@pytest.mark.parametrize("told", BY_CHANCE)
def test_words_that_meet_by_chance_in_a_long_account_are_left_in_peace(told):
    assert screen(ACCOUNT + told, LIBRARY) == Calm()


@pytest.mark.parametrize("told", IN_PASSING)
def test_a_thought_of_not_living_is_heard_at_the_end_of_a_long_account(told):
    assert screen(ACCOUNT + told, LIBRARY) != Calm()


def test_what_says_little_else_is_no_chance():
    assert screen("Lately I stand on the platform and the tracks pull at me.", LIBRARY) != Calm()


DAYS = "We spoke about the budget for an hour and the treasurer left early, as she often does on a Monday."


def test_an_everyday_phrase_is_a_thought_beside_what_is_dark():
    assert screen("I have a plan.", LIBRARY) == Calm()
    assert screen(f"{DAYS} I have a plan. I will be gone for good.", LIBRARY) == Check("crisis_self")
    assert screen(f"I have a plan. {DAYS} {DAYS} The death of the old programme was overdue.", LIBRARY) == Calm()


def test_other_thoughts_do_not_reach_into_the_next_sentence():
    assert screen("I hope I disappear.", LIBRARY) != Calm()
    assert screen(f"{DAYS} I hope for rain. I disappear in the crowd.", LIBRARY) == Calm()


def test_when_it_was_is_no_matter_of_its_own():
    assert screen("I just want to join my mum, she died in May.", LIBRARY) == Check("crisis_self")

"""Words that sound heavier than they are, and their neighbours that must be heard all the same."""

import pytest

from dialogues.care.safety import Alarm, Calm, Check, screen
from dialogues.library import library

LIBRARY = library()
CHECK, STRAIN, DANGER = Check("crisis_self"), Alarm("severe_strain"), Alarm("acute_danger")


@pytest.mark.parametrize(
    "words",
    [
        "hang on, does my employer see any of this?", "hang on! can my team read this",
        "oh hang on, who gets to see it?",
        "can I take a break?", "could we have a break now", "may I take a break please",
        "kun je me straks een seintje geven", "die van vrijdag hoef ik niet meer", "I'd rather leave this one",
        "geen goesting om te vergaderen", "ik wil dit niet meer, elke zaterdag opdraven", "Dan zit ik bij mijn zus",
        "english would be easier for me", "please dont save what i said", "stuur me dit volgend uur nog eens",
        "vraag me volgend jaar nog eens",
    ],
)  # fmt: skip
def test_a_wish_or_a_question_to_the_bot_is_no_despair(words):
    assert screen(words, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "words",
    [
        "I can't hang on any more", "I don't think I can hang on much longer", "remind me tomorrow if I'm still here",
        "ik stop ermee, het hoeft niet meer", "I quit, I can't do this anymore",
        "ik wil dit niet meer, elke dag opstaan",
        "god please just take me tonight", "hij volgt me volgend weekend weer naar huis",
        "mag ik een andere vraag, ik wil niet meer", "not this one, I can't go on", "geen goesting om te leven",
    ],
)  # fmt: skip
def test_a_doubt_beside_such_a_wish_is_asked_about(words):
    assert screen(words, LIBRARY) != Calm()


@pytest.mark.parametrize(
    "words",
    [
        "gisteren liep t overleg helemaal vast. ik was er kapot van en heb in de auto zitten janken",
        "I cried in the loo after the vote", "Vanmiddag op de wc gehuild na dat telefoontje van de wethouder.",
        "I sobbed in the car park when they voted us down.",
        "Ik zat in tranen aan mijn bureau na de brief van het fonds.",
    ],
)  # fmt: skip
def test_tears_of_one_moment_are_no_strain(words):
    assert screen(words, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "words",
    [
        "I cry in the car before every meeting", "I cried in the car three times this week",
        "ik heb op de wc gehuild, ik kan niet meer", "Ik huil al weken elke ochtend in de auto.",
        "I burst into tears at a simple question.", "ik barstte in huilen uit op mijn werk en slaap niet meer",
    ],
)  # fmt: skip
def test_tears_that_last_or_return_are_strain(words):
    assert screen(words, LIBRARY) == STRAIN


@pytest.mark.parametrize(
    "words",
    [
        "honestly I could have killed my co-chair when he said that", "kon hem wel wurgen",
        "I'll kill him if he does that again", "I could have strangled the treasurer, he said it twice",
        "Ik vermoord haar als ze weer over de statuten begint.", "ik had hem wel kunnen wurgen, zo bot was hij",
        "ik heb een mes in mijn tas, voor de taart", "I have a knife in my bag for the cheese",
    ],
)  # fmt: skip
def test_a_figure_of_speech_is_no_danger(words):
    assert screen(words, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "words",
    [
        "mijn man maakt me zo bang, ik kon hem wel vermoorden", "she said she'd kill me",
        "I could have killed him, I had the knife in my hand", "ik heb een mes in mijn tas, voor als hij komt",
        "hij zei: ik maak je af", "I could have killed him and I mean it",
    ],
)  # fmt: skip
def test_violence_with_fear_a_weapon_or_a_plan_is_heard(words):
    assert screen(words, LIBRARY) in (CHECK, DANGER)


@pytest.mark.parametrize(
    "words",
    [
        "opa stierf toen ik 8 was", "papa stierf toen ik 12 was", "toen ik klein was stierf mijn oma",
        "toen ik 8 was stierf opa", "grandpa died when i was eight", "ik was tien toen opa stierf",
        "my mother died last night in her bedroom", "our son died last night in the hospital",
        "My father passed away last week and I feel so alone.", "My aunt passed away, the house is so empty.",
    ],
)  # fmt: skip
def test_a_death_in_the_family_is_neither_despair_nor_danger(words):
    assert screen(words, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "words",
    [
        "mama ik stierf liever", "toen opa stierf wilde ik ook dood", "als papa stierf ga ik ook",
        "sinds papa stierf wil ik niet meer leven", "my father passed away and now my brother hits me",
        "my father passed away and i want to end it", "opa sloeg me toen ik 8 was",
    ],
)  # fmt: skip
def test_despair_or_danger_beside_a_death_is_heard(words):
    assert screen(words, LIBRARY) in (CHECK, Alarm("crisis_self"), DANGER)


@pytest.mark.parametrize(
    "words",
    [
        "not sure really, maybe I want to control too much and that is why others drop out",
        "not sure, maybe I want too much control and others drop out",
        "I think I am too dominant and that is why they stop coming",
        "misschien wil ik te veel bepalen en haken anderen daarom af",
        "I want to disappear into the forest for a weekend", "ik wil een weekendje het bos in verdwijnen",
        "I would love to vanish up to the mountains for a few days", "dit wordt mijn dood nog eens",
        "dat nieuwe systeem wordt nog eens mijn dood", "this grant report will be the death of me",
        "ik denk dat het beter is dat ik er niet bij ben, dan durven ze meer",
        "het gaat beter als ik er niet bij zit, dan praten ze onderling",
        "I think it is better if I am not in the room, they dare to say more then",
        "de misstand die wij bestrijden is armoede", "our coalition fights fraud in housing",
        "machtsmisbruik bestrijden is waar wij voor zijn opgericht", "my boss touches me deeply with her story",
        "my colleague touched me with her words", "cant cope with the new software", "my mother took too many pills",
        "ik kan het niet aan mijn collega geven",
    ],
)  # fmt: skip
def test_leading_too_hard_stepping_back_and_going_away_for_a_weekend_are_calm(words):
    assert screen(words, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "words",
    [
        "I want to disappear into the forest", "er zijn een paar dagen dat ik wil verdwijnen",
        "ik wil een weekend verdwijnen en nooit meer terugkomen", "dit wordt mijn dood", "Ik kan het niet meer aan.",
        "het is beter voor iedereen als ik er niet meer bij ben", "i did not take too many pills",
        "i took too many pills years ago",
    ],
)  # fmt: skip
def test_going_away_for_good_is_asked_about(words):
    assert screen(words, LIBRARY) == CHECK


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("my boss touches me", "acute_danger"), ("my manager keeps touching me", "acute_danger"),
        ("my boss touches my leg", "acute_danger"), ("mijn baas betast me", "acute_danger"),
        ("cant cope", "severe_strain"), ("i just cant cope", "severe_strain"), ("kan het niet aan", "severe_strain"),
        ("i'm not coping", "severe_strain"), ("i took too many pills", "crisis_self"),
        ("ik heb te veel pillen genomen", "crisis_self"),
        ("just swallowed a whole packet of painkillers", "crisis_self"),
        ("de penningmeester pleegt fraude en wij bestrijden dat", "integrity_report"),
        ("er is fraude in ons bestuur", "integrity_report"),
    ],
)  # fmt: skip
def test_what_was_heard_too_lightly_gets_its_message(words, category):
    assert screen(words, LIBRARY) == Alarm(category)

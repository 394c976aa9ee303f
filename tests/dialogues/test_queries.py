"""Words to the bot itself are told from answers: the whole message must be such a question, or it is an answer."""

import pytest

from dialogues import queries

ASKED = {
    "unclear": [
        "Ik snap de vraag niet", "Ik begrijp deze vraag niet zo goed, sorry.", "Wat bedoel je?", "Hoe bedoel je",
        "Wat bedoel je hiermee precies?", "Deze vraag begrijp ik niet goed.", "Kun je de vraag anders stellen?", "??",
        "De vraag is mij niet duidelijk.", "Wat moet ik hier schrijven?", "I don't understand the question",
        "I don’t really get this question.", "What do you mean by that?", "Can you explain the question?", "Huh?",
        "I'm not sure what you mean", "This question is unclear to me",
    ],
    "reader": [
        "Kan mijn bestuur dit lezen?", "wie leest dit?", "Wie leest er mee?", "Ben je een mens?", "ben jij een bot",
        "Ziet mijn begeleider wat ik schrijf?", "Blijft dit vertrouwelijk?", "Met wie praat ik hier?",
        "Wie kan mijn antwoorden zien?", "are you a bot?", "Are you a real person or a bot?", "Who are you?",
        "Can my board read this?", "Who can see my answers?", "Is this confidential?", "Does my facilitator see this?",
        "Leest er iemand mee?", "Wat gebeurt er met mijn antwoorden?",
    ],
    "next": ["En wat nu?", "Wat nu?", "En nu?", "What now?", "Wanneer komt de volgende vraag?", "Was dit alles?"],
    "thanks": ["Dank je", "Dankjewel!", "ok dank", "Bedankt hoor", "Thanks a lot", "Thank you so much!", "Geen dank"],
    "fine": ["ok", "Oké 👍", "👍", "🙏🏽", "Prima.", "great", "Helder, top"],
}  # fmt: skip

ANSWERS = [
    "Ik snap de vraag van onze partners niet altijd.", "Ik begrijp niet waarom het bestuur dit wil.",
    "Mijn bestuur kan dit niet lezen zonder te schrikken.", "Wie leest, die leert; dat zei ik in het overleg.",
    "Wat bedoel je, vroeg ik haar, en toen werd het stil.", "Ik vroeg: wat bedoel je?",
    "Ik ben ook maar een mens.", "Ben ik een mens of een machine, dacht ik.", "Dank je wel zeggen tegen het team.",
    "Ik zei dank je en liep weg.", "Ok, dat ging dus mis.", "Prima overleg gehad met de gemeente.",
    "Goed dat we het hebben uitgesproken.", "En wat nu? Dat vroeg de wethouder mij.", "What now, I asked myself.",
    "I don't understand my board.", "I don't understand why they said yes.", "What do you mean, she asked me.",
    "Who are you to decide, they said.", "Thanks to the team we made it.", "Fine by me, I told them.",
    "Can my board read the room? I doubt it.", "Are you a leader or a bot? my colleague joked.",
    "Kan mijn bestuur dit dragen?", "Wie leest de stukken eigenlijk nog?", "Is dit vertrouwelijk genoeg geregeld?",
    "Wie ben ik in deze alliantie?", "Is dit alles waar we het voor doen?", "Wanneer komt de volgende crisis?",
    "De vraag is niet duidelijk beantwoord door de partners.", "Iemand vroeg of ik een robot was.",
    "Wie ziet wat er echt speelt?", "Helder zijn over wat ik niet weet.", "Bedankt worden voor iets kleins.",
    "Dat ik niet snap wat zij bedoelen.", "Mijn collega's lezen dit soort stukken nooit.", "Alles.", "Het", "Nee.",
]  # fmt: skip


@pytest.mark.parametrize(("query", "text"), [(query, text) for query, known in ASKED.items() for text in known])
def test_a_short_question_to_the_bot_is_known(query, text):
    assert queries.meant(text) == query


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_that_holds_such_words_stays_an_answer(text):
    assert queries.meant(text) is None


def test_a_long_message_is_an_answer():
    assert queries.meant("dank je wel " * 5) is None
    assert queries.meant(" ") is None


@pytest.mark.parametrize(
    "text",
    [
        "Deze week niets, ik was ziek.", "Nothing this week, I was on holiday.", "Niets.", "Ik was op vakantie.",
        "Niets bijzonders deze week", "Ik lag met griep in bed.", "I was ill this week, so nothing", "Was ziek",
        "Niks te melden, ik ben vrij deze week.", "Nothing to report this week", "I've been on leave",
        "Niets deze week, vanwege vakantie",
    ],
)  # fmt: skip
def test_nothing_to_tell_is_heard_with_its_reason(text):
    assert queries.nothing_to_tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ik was ziek, en toch belde de voorzitter.", "Niets doen was deze week het moeilijkst.", "Ik deed niets.",
        "Mijn collega was ziek.", "I said nothing.", "Nothing changed.", "De penningmeester was op vakantie.", "",
        "Ik was ziek van de spanning in het overleg.", "Niets zeggen hielp.", "Ik was weg van haar verhaal.",
    ],
)  # fmt: skip
def test_somebody_who_tells_something_is_heard(text):
    assert not queries.nothing_to_tell(text)

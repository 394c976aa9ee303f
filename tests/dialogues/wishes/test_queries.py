"""Words to the bot itself are told from answers: the whole message must be such a question, or it is an answer."""

import pytest

from dialogues.wishes import queries, tongues

ASKED = {
    "unclear": [
        "Ik snap de vraag niet", "Ik begrijp deze vraag niet zo goed, sorry.", "Wat bedoel je?", "Hoe bedoel je",
        "Wat bedoel je hiermee precies?", "Deze vraag begrijp ik niet goed.", "Kun je de vraag anders stellen?", "??",
        "De vraag is mij niet duidelijk.", "Wat moet ik hier schrijven?", "I don't understand the question",
        "I don’t really get this question.", "What do you mean by that?", "Can you explain the question?", "Huh?",
        "I'm not sure what you mean", "This question is unclear to me",
        "Sorry, could you explain what you mean by that?",
        "I honestly don't understand what you are asking me here. Do you mean my own role or that of the team?",
        "What do you mean by visibly standing?", "Kun je uitleggen wat je bedoelt?", "Bedoel je mijn eigen rol?",
        "What happens if I type here?", "Eh, moet ik hier een getal invullen?", "Eh... wat bedoel je met bedding?",
        "Ik snap eerlijk gezegd niet wat je hier vraagt. Kun je een voorbeeld geven?",
    ],
    "skip": ["Kan ik dat overslaan?", "Can I skip this one?", "Ik sla deze liever over", "I'd rather skip this"],
    "change": [
        "I should not have written a name, can I take it out?", "Kan ik mijn vorige antwoord aanpassen?",
        "Oeps, ik heb een naam genoemd, kan ik die nog weghalen?", "How do I delete my last answer?",
    ],
    "self": ["Who are you?", "wie ben jij eigenlijk"],
    "lasting": [
        "What happens with my answers if I leave the alliance?", "what happens to my answers when the cohort ends?",
        "Wat gebeurt er met mijn antwoorden als ik de organisatie verlaat?", "hoe lang bewaar je dit?",
        "wat als ik van baan wissel, wie heeft dan mijn antwoorden?", "blijven mijn antwoorden bewaard als ik stop?",
        "How long do you keep my answers?", "wat gebeurt er met mijn gegevens als de groep stopt?",
        "are my answers deleted when I leave?", "Wordt alles gewist als ik uit de groep ga?",
        "if I quit, do you delete my data?", "And if I get fired, who owns what I wrote here?",
        "Ben ik alles kwijt wat ik hier schreef als het traject afloopt?", "When are my answers deleted?",
        "Als ik met pensioen ga, wat doe je dan met mijn woorden?", "Do you keep what I write after I leave?",
    ],
    "reader": [
        "Kan mijn bestuur dit lezen?", "wie leest dit?", "Wie leest er mee?", "Ben je een mens?", "ben jij een bot",
        "Ziet mijn begeleider wat ik schrijf?", "Blijft dit vertrouwelijk?", "Met wie praat ik hier?",
        "Wie kan mijn antwoorden zien?", "are you a bot?", "Are you a real person or a bot?",
        "Can my board read this?", "Who can see my answers?", "Is this confidential?", "Does my facilitator see this?",
        "Leest er iemand mee?", "Wat gebeurt er met mijn antwoorden?",
    ],
    "next": ["En wat nu?", "Wat nu?", "En nu?", "What now?", "Wanneer komt de volgende vraag?", "Was dit alles?"],
    "thanks": ["Dank je", "Dankjewel!", "ok dank", "Bedankt hoor", "Thanks a lot", "Thank you so much!", "Geen dank"],
    "fine": ["ok", "Oké 👍", "👍", "🙏🏽", "Prima.", "great", "Helder, top"],
}  # fmt: skip

ANSWERS = [
    "Wat gebeurt er met mijn team als ik stop?", "What happens if I leave the alliance?", "Hoe lang houd ik dit vol?",
    "Wie krijgt mijn stoel als ik wegga?", "How long can I keep this up?", "What stays of my work when I leave?",
    "Als ik stop blijven mijn woorden hangen.", "Blijft mijn verhaal overeind als de druk stopt?",
    "Kan ik dat veranderen?", "Can I change it?", "Wat betekent dit voor ons?", "Could you explain that, I asked him.",
    "Kan ik dat overslaan zonder iemand te kwetsen?", "Ik zei niets. Wat bedoel je?", "What happens if I let go?",
    "Ik vroeg: kun je dat uitleggen?", "Do I skip my own needs?", "Kan ik dit in het Engels zeggen tegen hem?",
    "I stayed calm. Could you explain why that is so hard?", "Kan ik mijn rol aanpassen?", "Doe ik ertoe?",
    "Sorry.", "Eh...", "Help me",
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
        "Niets deze week, vanwege vakantie", "I have nothing to say on this one, sorry.",
        "Hier heb ik eigenlijk niets over te zeggen.", "Ik heb niets te zeggen over deze vraag",
    ],
)  # fmt: skip
def test_nothing_to_tell_is_heard_with_its_reason(text):
    assert queries.nothing_to_tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ik was ziek, en toch belde de voorzitter.", "Niets doen was deze week het moeilijkst.", "Ik deed niets.",
        "Mijn collega was ziek.", "I said nothing.", "Nothing changed.", "De penningmeester was op vakantie.", "",
        "Ik had niets te zeggen in het overleg.", "I had nothing to add in that meeting.",
        "Ik was ziek van de spanning in het overleg.", "Niets zeggen hielp.", "Ik was weg van haar verhaal.",
    ],
)  # fmt: skip
def test_somebody_who_tells_something_is_heard(text):
    assert not queries.nothing_to_tell(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("kan het in het engels?", "en"), ("sorry ik schrijf toch liever Nederlands", "nl"), ("Engels graag", "en"),
        ("Can we do this in English please?", "en"), ("I'd rather write in Dutch", "nl"),
        ("I want to learn Dutch", None),
        ("Ik wil verder in het Engels", "en"), ("Mijn Engels is slecht", None), ("English", None),
        ("Ik schrijf Nederlands", None), ("Kan ik dit in het Engels zeggen tegen hem?", None),
    ],
)  # fmt: skip
def test_the_wish_for_another_language_is_told_from_other_words(text, language):
    assert tongues.asked(text) == language


@pytest.mark.parametrize(
    "text", ["niks", "Doe maar niet.", "geen", "forget it", "toch niet", "Nee, dank je", "never mind"]
)
def test_what_was_asked_for_may_be_let_go_of_in_many_words(text):
    assert queries.declined(text)


@pytest.mark.parametrize(
    "text", ["Geen nieuwe projecten aannemen", "Nee zeggen tegen de wethouder", "No meetings on Friday"]
)
def test_an_intention_that_begins_with_no_is_one(text):
    assert not queries.declined(text)


@pytest.mark.parametrize(
    "text",
    [
        "Weet ik niet", "weet ik echt niet hoor", "Ik weet het niet.", "Ik weet het nog niet goed", "Geen idee",
        "Eerlijk gezegd geen flauw idee", "Ik zou het niet weten", "hulp", "Help!", "HULP!! geen idee...", "?", "...",
        "I don't know", "honestly I really don't know", "No idea.", "no clue, sorry", "not sure", "idk", "Lastig.",
        "n.v.t.", "", "Sorry. Ik weet het niet. Geen idee.", "wat bedoel je?", "overslaan", "pass",
    ],
)  # fmt: skip
def test_not_knowing_is_no_answer(text):
    assert queries.no_answer(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ik weet niet wie er gelijk heeft",
        "Geen idee, misschien om de beurt kiezen",
        "Hulp vragen aan de regio",
        "Lastig. Eerst luisteren en dan pas kiezen.",
        "I don't know. Perhaps ask them first?",
        "Samen.",
        "Om de beurt",
        "Ik weet het niet meer zo zeker als vorig jaar, want beide kanten zijn waar en ik wil geen van beide opgeven",
    ],
)
def test_not_knowing_with_a_thought_beside_it_is_an_answer(text):
    assert not queries.no_answer(text)

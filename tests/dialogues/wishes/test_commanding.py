"""Commands in words: what they bring at any step, and what is told about the same things."""

import pytest
from pocket import Pocket

from dialogues.wishes import commanding

ASKED = {
    "answers": [
        "show me my answers",
        "laat mijn antwoorden zien",
        "what did I say last month?",
        "wat zei ik vorige week?",
    ],
    "lookback": ["geef me een terugblik", "can I see my look back?", "mag ik de samenvatting zien"],
    "export": ["export", "ik wil mijn gegevens downloaden", "can I download my answers?"],
    "help": ["wat kun je allemaal?", "how does this work?", "welke commando's zijn er?"],
    "stop": ["how do I stop?", "hoe meld ik me af?", "hoe kan ik stoppen"],
    "pause": ["how do I pause?", "kan ik even pauzeren?", "can I pause?"],
    "dilemma": ["geef me een dilemma", "can I have another dilemma?"],
    "groups": ["in welke groep zit ik?", "which groups am I in?"],
    "settings": ["donker thema graag", "no more mood questions please", "waar vind ik de instellingen?"],
    "rhythm": ["can you send it earlier in the day?", "kan het wat later op de dag?", "ik wil andere dagen kiezen"],
    "zone": ["what time zone do you use?", "ik wil een andere tijdzone"],
    "country": ["hou rekening met feestdagen", "can you skip the public holidays?"],
    "change": ["delete this", "haal dat weg", "verwijder mijn laatste antwoord"],
    "names": ["call me Sam", "noem me Sam", "mijn naam is Sam"],
}
SCREENS = {
    "help": "help",
    "stop": "stop_confirm",
    "pause": "pause",
    "groups": "groups_none",
    "settings": "settings",
    "rhythm": "rhythm_now",
    "zone": "choose_zone",
    "country": "choose_country",
    "change": "change_how",
    "names": "no_names",
    "export": "export",
    "answers": "answers",
}
ANSWERS = [
    "Mijn antwoorden worden korter.",
    "Geef me rust",
    "mijn laatste antwoord aan haar was te kort",
    "Ik heb een dilemma",
    "Een dilemma",
    "Hoe stop ik met oordelen?",
    "How do I stop judging?",
    "Het ritme van het team",
    "De feestdagen komen eraan",
    "Hoe werkt dit door in het team?",
    "My name is on the door",
    "Noem me één partner die dit durft te zeggen",
    "Wat heb ik gezegd dat haar raakte?",
    "What did I say to her?",
    "Zet de vraag op de agenda",
    "",
]


@pytest.mark.parametrize(("asked", "text"), [(asked, text) for asked, texts in ASKED.items() for text in texts])
def test_what_a_command_does_can_be_asked_for_in_words(asked, text):
    assert commanding.command(text) == asked
    for pocket in (Pocket(), Pocket.asked("question", "RF-03"), Pocket().commands("time")):
        pocket.says(text)
        assert pocket.words == []
        if asked in SCREENS:
            assert pocket.screens == [SCREENS[asked]]


@pytest.mark.parametrize("text", ANSWERS)
def test_what_is_told_about_the_same_things_is_an_answer(text):
    assert commanding.command(text) is None
    assert commanding.hour(text) is None


@pytest.mark.parametrize(
    "text", ["verander mijn tijd naar 10 uur", "change my time to 10am", "zet de vragen op 10:00 graag"]
)
def test_another_hour_can_be_asked_for_at_any_time(text):
    pocket = Pocket.asked("question", "RF-03").says(text)
    assert ({at.hour for at in pocket.leader.rhythm.times}, pocket.words) == ({10}, [])


@pytest.mark.parametrize(
    "text", ["wis alles wat ik heb geschreven", "delete all my answers", "verwijder mijn antwoorden"]
)
def test_the_wish_to_erase_everything_goes_first(text):
    assert Pocket().says(text).screens == ["delete_confirm"]


def test_a_newcomer_and_who_is_cared_for_are_met_by_what_goes_first():
    assert Pocket().says("Ik wil er een eind aan maken").says("show me my answers").screens == ["held_reply"]

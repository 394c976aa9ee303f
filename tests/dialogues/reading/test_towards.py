"""Who says whom they ask, tell or call does not speak to the bot, in however few words."""

from dataclasses import replace

import pytest
from pocket import Pocket

from dialogues.reading import towards
from dialogues.wishes import leaving, sayings

OPENED = {
    "nl": "Het overleg liep vast vandaag en niemand nam de leiding.",
    "en": "The meeting got stuck today and nobody took the lead.",
}
PLANS = [
    ("nl", "ga t morgen tegen m zeggen"), ("nl", "bel m morgen ff"), ("nl", "ga t vrijdag aan Mo vragen"),
    ("nl", "spreek r vrijdag ff aan"), ("nl", "leg t dinsdag voor aan het bestuur"),
    ("nl", "stuur m vanavond n berichtje"),
    ("nl", "vraag t haar volgende week"), ("nl", "app de voorzitter straks"),
    ("nl", "stuur t vanavond aan het bestuur"),
    ("en", "gonna ask Mo on friday"), ("en", "asking Mo tomorrow"), ("en", "ill tell them later today"),
    ("en", "call her tmrw"), ("en", "talk to Sam next week"), ("en", "will bring it to the board on monday"),
]  # fmt: skip
FOR_THE_BOT = [
    "vraag me dat morgen", "vraag hem morgen opnieuw", "stuur m morgen nog eens", "ask me tomorrow",
    "ask it again on friday",
    "zit bij de dokter, later", "with a client, not now",
    "stuur m over een uur",
    "kun je hem morgen vragen", "stuur hem morgen", "send it tomorrow please", "tell me later", "", "morgen",
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), PLANS)
def test_a_plan_towards_somebody_is_an_answer(language, words):
    pocket = Pocket.asked("question", "RF-05")
    pocket.leader = replace(pocket.leader, language=language)
    assert pocket.says(OPENED[language]).screens == ["followup"]
    assert pocket.says(words).screens[0] == "thanks_taps"
    assert pocket.words[-1][1] == words


@pytest.mark.parametrize("words", FOR_THE_BOT)
def test_what_is_asked_of_the_bot_is_towards_nobody(words):
    assert not towards.another(words)


def test_a_longer_message_tells_something_anyhow():
    assert not towards.another("ik bel " + "echt " * 14 + "hem")


@pytest.mark.parametrize("words", ["vraag het morgen maar aan Mo", "vraag hem morgen", "vraag haar straks"])
def test_nor_is_it_a_wish_by_its_form(words):
    assert leaving.wish(words) is None


def test_who_reads_this_is_asked_of_the_bot_whoever_is_named():
    found = sayings.guess("do you tell my boss what I write?")
    assert found is not None
    assert found.kind == "reader"

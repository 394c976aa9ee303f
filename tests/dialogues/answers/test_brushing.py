"""Brush-offs by grammar: what each word of a short message is, and what the whole of it then says."""

import pytest

from dialogues.answers import brushing

OFF = [
    "not now, in the car", "sorry, swamped", "can't right now sorry, swamped", "on a call, sorry",
    "no time now, tomorrow", "slammed today, sorry", "sorry, tomorrow",
    "already in a meeting, later",
    "sorry, druk", "weinig tijd, morgen meer", "niet nu, zit in de auto", "druk, straks",
    "poeh, drukke week, straks misschien",
    "can't rn, at the office with a client", "niet nu, ben bij mijn moeder", "kan nu niet, ben aan het behangen",
    "can't currently, at my sister's place", "another time, up to my ears in deadlines", "later, at the doctor's",
    "kan nu niet typen, zit op de fiets", "stik van het werk, sorry",
    "kan nu niet, sta bij de kassa", "I'm ill, so not today",
]  # fmt: skip
PERHAPS = [
    "not now",
    "I can't",
    "sorry, can't",
    "niet nu",
]
STATES = [
    "I'm driving", "currently in a workshop", "busy right now", "bad timing, at the dentist", "I'm at a birthday party",
    "ben in gesprek", "rij op de snelweg", "slecht moment, lig al in bed", "sta in de file", "on a call",
    "in a meeting", "busy", "druk", "busy tomorrow", "te druk, geen tijd", "maandag, bij de huisarts",
    "heel druk en een beetje ziek", "swamped at the moment", "druk, vanavond", "geen tijd", "no time",
]  # fmt: skip
ILL = ["I'm sick", "ben ziek", "heb corona, lig op bed", "sick in bed", "griep"]
BEFORE = [
    "see last week",
    "already told you that",
    "I told you yesterday",
    "zie vorige week",
    "zie antwoord van maandag",
]
PERHAPS_BEFORE = [
    "heb ik al verteld toch",
    "I already said that",
    "I've answered this already",
    "dat heb ik gisteren al gezegd",
]
PERHAPS_NONE = ["niet voor mij", "niet relevant", "irrelevant", "not for me"]
NONE = ["n/a", "N.A.", "nvt", "n.v.t.", "niet van toepassing", "not applicable, sorry", "doesn't apply to me"]
TELLING = [
    "I was busy and snapped at Mo", "in the car I realised I had been the one who was rude", "I was in a meeting",
    "lunch met een klant", "a meeting tomorrow", "vergadering morgen", "kan niet slapen", "I can't say no", "",
    "I already told him", "see the team struggle", "ik zie gisteren", "above all", "gisteren", "I wrote it down",
    "not now, at the moment I feel angry", "no time, met mijn baas gebotst", "met mijn team", "sorry, with Mo",
    "see you tomorrow",
    "not now, with the board of the foundation in town", "druk op het team gelegd",
    "n/a for me but not for Mo", "told before a crowd", "later", "sorry", "klant", "ik",
    "ziek van de stress", "the flu and the team", "my sick child", "meeting " * 13,
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "brush"),
    [
        *((each, "off") for each in OFF), *((each, "perhaps off") for each in PERHAPS),
        *((each, "ill") for each in ILL), *((each, "before") for each in BEFORE),
        *((each, "perhaps before") for each in PERHAPS_BEFORE), *((each, "none") for each in NONE),
        *((each, "state") for each in STATES), *((each, "perhaps none") for each in PERHAPS_NONE),
    ],
)  # fmt: skip
def test_words_that_only_put_off_or_leave_are_read_as_such(words, brush):
    assert brushing.told(words) == brush
    assert brushing.brushes(words)


@pytest.mark.parametrize("words", TELLING)
def test_words_that_tell_something_are_none(words):
    assert brushing.told(words) is None
    assert not brushing.brushes(words)


def test_what_was_said_without_when_may_tell_something():
    assert brushing.told("gezegd") is None


def test_when_it_may_come_back_is_heard():
    assert brushing.moment("weinig tijd, morgen meer") == "morgen"
    assert brushing.moment("on a call, next week") == "next week"
    assert brushing.moment("sorry, swamped") == ""
    assert brushing.moment("I was busy and snapped at Mo tomorrow") == ""

"""The end of an answer that is felt, vented or feared: warm, and without an offer or a question that grates."""

from dataclasses import replace
from datetime import date

import pytest
from pocket import Pocket

from dialogues.answers import followups, intentions
from dialogues.answers.followups import Ask
from dialogues.effects import Say
from dialogues.library import library
from dialogues.moves.keeping import closing

LIBRARY = library()
SCALE = next(each for each in LIBRARY.questions.values() if each.kind == "scale")
ASK = Ask(SCALE, 1, "", "nl", (), (), date(2026, 3, 31), LIBRARY)


@pytest.mark.parametrize(
    "words",
    ["ik voelde me alleen aan die tafel", "relieved, and guilty that I was relieved", "Eenzaam, eigenlijk.",
     "I felt ashamed", "verdrietig en boos"],
)  # fmt: skip
def test_a_short_answer_that_holds_a_feeling_gets_a_warm_thanks(words):
    assert Pocket.asked("question", "RF-03").says(words).said[0].args["thanks"] == "thanks_6"


@pytest.mark.parametrize("words", ["De begroting, denk ik.", "The budget and the venue."])
def test_a_short_answer_without_one_is_told_that_short_will_do(words):
    assert Pocket.asked("question", "RF-03").says(words).said[0].args["thanks"] == "thanks_5"


@pytest.mark.parametrize(
    "words",
    ["I'm done with this steering group, I really am", "We zijn te laat. Ik ben er klaar mee, ik kap met die club.",
     "I am so done with them, I will not say another word to that board"],
)  # fmt: skip
def test_venting_is_offered_as_no_intention(words):
    pocket = Pocket.asked("question", "RF-03").says(words)
    assert "intention_offer" not in pocket.screens


@pytest.mark.parametrize("words", ["Volgende keer zeg ik het eerder.", "I am done with saying yes to everything."])
def test_a_plan_is_still_offered_as_an_intention(words):
    assert "intention_offer" in Pocket.asked("question", "RF-03").says(words).screens


def test_a_wish_to_the_bot_is_no_plan_to_note():
    for words in ("hou maar op met die vragen", "overmorgen liever, ik zit in vergadering"):
        assert Say("intention_offer", {}, 1) not in Pocket.asked("question", "RF-03").says(words).said
        assert closing.wishes(words)
    assert closing.wishes("stop sending me questions")
    assert not closing.wishes("Morgen bel ik hem op.")


@pytest.mark.parametrize(
    ("words", "vents"),
    [("ik heb het gehad met ze", True), ("fed up with the board", True), ("I'll be done by Friday", False),
     ("ik ben klaar om te beginnen", False)],
)  # fmt: skip
def test_anger_is_told_apart_from_a_plan(words, vents):
    assert intentions.vents(words) is vents


@pytest.mark.parametrize(
    "words",
    ["bang dat de gemeente eruit stapt en dat ik het dan aan de vrijwilligers moet vertellen",
     "I dreaded the call with the funder", "Ik ben doodsbang voor de uitslag van de stemming"],
)  # fmt: skip
def test_a_fear_is_never_asked_for_its_proof(words):
    feared = followups.choose(replace(ASK, text=words))
    assert feared is not None
    assert feared.element != "event"
    assert followups.choose(replace(ASK, text="")).element == "event"

"""Words after the thanks: what goes on with an answer is told from what is for the bot, and from a sound or parting."""

import pytest

from dialogues.answers import telling

MORE = [
    "en ik baalde ervan", "plus my boss was there", "vooral dat laatste", "oh and Mo cried", "want het was laat",
    "mijn baas zat erbij", "because nobody listened", "Bram ook", "opgelucht", "still angry", "door de drukte denk ik",
    "te weinig slaap", "waarom zei ik niks?", "awkward silence afterwards", "mijn eigen schuld", "tired mostly",
    "en dat ergert me nog steeds", "plus mijn secretaris was ziek", "vooral de manier waarop", "die blik zei genoeg",
    "oh en de burgemeester liep weg", "dat maakte het erger", "ik schaam me er wel voor", "en m'n hart bonkte",
    "omdat het al de derde keer is", "was best spannend", "kreeg later een appje van hem", "het ging over geld",
    "lag er wakker van", "dat speelt al maanden", "teleurgesteld vooral", "ik neem me voor eerder te bellen",
    "and it still annoys me", "mostly the way she said it", "oh and the treasurer walked out", "felt invisible",
    "third time this year", "his face said it all", "got an apology later", "kept me awake", "we go way back",
    "with the council present", "a little jealous too", "I'll call sooner next time", "could have been kinder",
    "will ask tomorrow", "Ik haal de spanning weg", "ga haar morgen bellen", "oh and", "P.S.",
    "wat een gedoe zeg", "what a mess it was", "En morgen weer.",
]  # fmt: skip
FOR_THE_BOT = [
    "verberg dit", "hide this", "hoe zet ik dit uit?", "how do i turn this off?", "can i change this?",
    "ik wil het tijdstip veranderen", "i want to change the time", "antwoorden", "my answers", "dilemma",
    "two weeks off", "3", "3 4", "zoek wethouder", "nieuwe vraag", "once a week please", "wanneer komt de volgende?",
    "laat mijn antwoorden zien", "i need a break", "switch to english", "instellingen", "zet de meldingen uit",
    "ben jij een robot?", "wat is dit eigenlijk", "ga door", "nummer 3", "number 3", "rather on tuesdays", "??",
    "keep asking", "previous question", "cancel", "translate this", "i'd like a pdf", "will you ask me tomorrow",
    "minder vaak graag", "ga verder", "ik wil op woensdag", "i want wednesday",
    "wie zit hierachter", "what time is it coming", "email it to me", "what now",
]  # fmt: skip
IDLE = [
    "haha", "hahahaha", "lol", "doei", "bye", "pffff", "hè hè", "fijne dag", "have a nice day", "tot volgende week",
    "see you tomorrow", "gotta run", "ik moet ervandoor", "ok doei", "\N{FACE WITH TEARS OF JOY}", "...", "phew",
]  # fmt: skip
PERHAPS = ["matig", "graag", "toch maar niet", "liever op dinsdag", "no. 4", "until tuesday"]


@pytest.mark.parametrize("text", MORE)
def test_more_of_the_answer_is_known_as_that(text):
    assert telling.tells_more(text)
    assert telling.may_tell(text)


@pytest.mark.parametrize("text", FOR_THE_BOT)
def test_what_asks_or_orders_is_for_the_bot(text):
    assert telling.told(text) == "asked"
    assert not telling.may_tell(text)


@pytest.mark.parametrize("text", IDLE)
def test_a_laugh_or_a_parting_is_nothing_to_keep(text):
    assert telling.told(text) == "idle"


@pytest.mark.parametrize("text", PERHAPS)
def test_a_few_words_may_be_either(text):
    assert telling.told(text) == "perhaps"
    assert telling.may_tell(text)

"""What is said to the bot itself is kept nowhere as an answer, at whatever step: no look back counts or quotes it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pocket import Pocket

from dialogues.effects import Add, Intend, Keep, Rewrite
from dialogues.talk import Asking

DEEP = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."
SAID = [
    "switch to English", "liever Engels", "can we do this in English?", "vraag het me morgen", "ask me again on Friday",
    "kan dit later?", "can this wait?", "stop sending me questions", "stop met vragen sturen", "unsubscribe",
    "verwijder al mijn gegevens", "delete everything I wrote", "Wacht, mag ik een andere vraag?",
    "can I skip this one?", "can I have another question?", "wie leest dit?", "can my boss read this?",
    "hoe lang bewaar je dit?",
    "What happens with my answers if I leave?", "who are you?", "are you a robot?", "mag ik dit overslaan?",
    "I'd rather not say", "What do you mean?", "Ik snap de vraag niet", "wanneer komt de volgende vraag?", "laat maar",
    "when is my next question?", "kan ik mijn antwoord nog aanpassen?", "dank je", "thanks", "never mind", "geen tijd",
    "nu niet", "prefer not to answer", "ik wil met een mens praten", "ik wil even pauze tot maandag",
]  # fmt: skip
SETTINGS = ["from now on twice a week", "minder vragen graag", "stuur me elke maandag om 9 uur een vraag"]


def asked() -> Pocket:
    return Pocket.asked("question", "RF-03")


def why() -> Pocket:
    return Pocket.asked("paradox", "P02").presses("value", "3")


def ended() -> Pocket:
    return Pocket.asked("programme_end", "starter_4w")


STEPS: dict[str, Callable[[], Pocket]] = {
    "nothing": Pocket, "question": asked, "follow-up": lambda: asked().says(DEEP), "why": why,
    "position": lambda: Pocket.asked("paradox", "P02"), "other side": lambda: why().says("Omdat wij dat goed kunnen."),
    "case": lambda: Pocket.asked("integrity_case", "IC-12"), "pulse": lambda: Pocket.asked("pulse", "PU-01"),
    "reflection": lambda: Pocket.asked("integrity_case", "IC-12").says("1"), "end": ended,
    "after the end": lambda: ended().says("Dat ik beter luister dan ik dacht, en dat het team dat merkt."),
    "after the thanks": lambda: asked().says("Kort en goed."), "late": lambda: asked().waits(days=7),
    "closed": lambda: asked().waits(days=20), "skipped": lambda: asked().presses("prompt_buttons", "skip"),
    "after a thought": lambda: Pocket().commands("reflect", "Ik denk na over gisteren."),
    "later?": lambda: asked().presses("prompt_buttons", "later"), "stop?": lambda: asked().commands("stop"),
    "settings": lambda: asked().commands("settings"), "hour": lambda: asked().commands("time"),
}  # fmt: skip
ASKED_FOR = ("thought", "correction", "rewrite", "intention", "form", "reflection")


def kept(pocket: Pocket) -> list[object]:
    """What of these words stands anywhere for good; while it is asked what they were, they do not."""
    return [each for each in pocket.done if isinstance(each, Add | Intend | Rewrite) or _stands(each)]


def _stands(effect: object) -> bool:
    return isinstance(effect, Keep) and not effect.held


@pytest.mark.parametrize("words", [*SAID, *SETTINGS])
def test_nothing_of_it_is_an_answer_at_any_step(words):
    assert [name for name, step in STEPS.items() if kept(step().says(words))] == []


@pytest.mark.parametrize("words", SAID)
def test_nor_is_it_the_text_that_was_asked_for(words):
    assert [what for what in ASKED_FOR if kept(Pocket(talk=Asking(what, 3)).says(words))] == []


@pytest.mark.parametrize("what", ["thought", "correction", "reflection"])
def test_a_word_to_the_bot_leaves_what_was_asked_for_waiting(what):
    pocket = Pocket(talk=Asking(what)).says("wie leest dit?")
    assert (pocket.screens, pocket.talk) == (["who_reads"], Asking(what))
    assert len(kept(pocket.says("Dat ik te vroeg oordeelde over haar plan."))) == 1


@pytest.mark.parametrize("words", ["Wat nu?", "wanneer komt de volgende vraag?"])
def test_what_now_brings_the_step_at_hand_or_when_the_next_comes(words):
    assert asked().says(words).screens == ["prompt"]
    assert asked().says(DEEP).says(words).screens == ["followup"]
    assert why().says(words).screens == ["dilemma_step"]
    assert asked().presses("prompt_buttons", "skip").says(words).screens == ["next_none"]
    assert asked().waits(days=20).says(words).screens == ["next_none"]


def test_a_pulse_that_is_put_off_is_left_until_the_next():
    pocket = Pocket.asked("pulse", "PU-01").says("geen tijd")
    assert (pocket.prompt.state, pocket.words) == ("skipped", [])


@pytest.mark.parametrize("words", ["vanavond", "Ik ben ziek"])
def test_what_may_tell_something_beside_an_old_question_is_kept_with_it(words):
    assert asked().waits(days=20).says(words).words == [("thought", words)]


def test_never_mind_drops_the_words_of_which_it_was_asked_whether_to_keep_them():
    pocket = Pocket().says("Er speelt iets tussen ons.")
    assert pocket.screens == ["not_understood"]
    assert (pocket.says("laat maar").screens, pocket.words) == (["thought_dropped"], [])
    assert pocket.says("never mind").screens == ["all_done"]


# Words for a pause, and beside them three that no form was written from, of each language.
RESTING = {
    "en": ["I want to pause", "I'd love to pause for now", "let's take a little break", "Can we put things on hold?"],
    "nl": ["Ik wil pauzeren", "'k zou efkes willen pauzeren", "zet alles maar even op pauze", "ik ga nu pauze nemen"],
}
LENGTH = {
    "en": ["two weeks", "make it a week", "until Friday"],
    "nl": ["twee weken", "doe maar een week", "tot vrijdag"],
}
WISHED = [(language, wish) for language in RESTING for wish in RESTING[language]]


def of(language: str, pocket: Pocket) -> Pocket:
    pocket.leader = replace(pocket.leader, language=language)
    return pocket


@pytest.mark.parametrize(("language", "wish"), WISHED)
def test_who_wants_to_pause_while_nothing_is_open_is_asked_how_long_and_then_rests(language, wish):
    for length in LENGTH[language]:
        pocket = of(language, Pocket()).says(wish)
        assert (pocket.screens, pocket.words) == (["pause"], [])
        assert (pocket.says(length).screens, pocket.leader.state) == (["paused"], "paused")


@pytest.mark.parametrize(("language", "wish"), WISHED)
def test_under_a_question_it_is_asked_whether_a_pause_is_meant_and_how_long_may_be_the_reply(language, wish):
    for length in LENGTH[language]:
        pocket = of(language, asked()).says(wish)
        assert (pocket.screens, kept(pocket)) == (["meant"], [])
        assert (pocket.says(length).screens, pocket.leader.state, pocket.words) == (["paused"], "paused", [])


def test_an_answer_that_goes_on_after_a_pause_was_asked_about_stays_one():
    pocket = asked().says("Ik wil pauzeren").says("maar in het overleg durfde ik dat niet te zeggen")
    assert (len(pocket.words), pocket.leader.state) == (2, "active")


NOT_NOW = [
    "Even niet", "Nu effe niet", "vandaag maar even niet", "eventjes niet nu", "not just now",
    "not at the moment please", "in a meeting", "druk",
]  # fmt: skip
SILENT = [
    "stuur me een tijdje niets", "stuur mij voorlopig maar niks", "vraag me even geen vragen meer",
    "schrijf me twee weken niets", "send me nothing for a while", "ask me nothing for now",
    "don't send me any questions for a bit",
]  # fmt: skip
PUZZLED = [
    "Welke vraag?", "Which question?", "what am I supposed to do with this", "Over welke vraag heb je het?",
    "wa moet ik hiermee aanvangen?", "wat was de vraag ook alweer", "what was your question again?",
    "how am I meant to answer this?", "what should I do with this question",
]  # fmt: skip


@pytest.mark.parametrize("said", NOT_NOW)
@pytest.mark.parametrize("item", ["RF-03", "RF-05"])
def test_not_now_is_no_answer_and_gets_no_follow_up(said, item):
    pocket = Pocket.asked("question", item).says(said)
    assert (pocket.screens, kept(pocket)) == (["meant"], [])


@pytest.mark.parametrize("said", SILENT)
def test_who_wants_nothing_for_a_while_rests(said):
    assert asked().says(said).words == []
    assert asked().says(said).screens in (["pause"], ["paused"])
    assert Pocket().says(said).screens in (["pause"], ["paused"])


@pytest.mark.parametrize("said", PUZZLED)
@pytest.mark.parametrize("item", ["RF-03", "RF-05"])
def test_whoever_asks_what_the_question_is_gets_it_again(said, item):
    pocket = Pocket.asked("question", item).says(said)
    assert (pocket.screens, pocket.words) == (["prompt"], [])


@pytest.mark.parametrize(
    "said",
    [
        "Even niet opgelet in het overleg, en weg was de opdracht.", "Ik wil pauzes invoeren in ons overleg.",
        "Nu niet, zei hij, en hij liep weg.", "I want to break the silence with our partner.",
        "Welke vraag ik zou stellen? Of zij nog vertrouwen heeft.", "We put the project on hold.",
        "What am I supposed to do with a partner who keeps silent?", "Stuur me niet weg, dacht ik.",
        "Which question would help them most?", "I should pause before I answer in meetings.",
    ],
)  # fmt: skip
def test_answers_with_the_same_words_stay_answers(said):
    pocket = asked().says(said)
    assert said in [text for _, text in pocket.words]
    assert pocket.screens[0] not in ("pause", "prompt")

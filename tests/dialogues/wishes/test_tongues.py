"""The wish for another language is told from words about a language."""

import pytest

from dialogues.wishes import tongues

WISHES = {
    "nl": [
        "switch to Dutch",
        "Dutch from now on please",
        "can we do this in Dutch?",
        "I'd prefer Dutch",
        "do you speak Dutch?",
        "could you write in Dutch from here on?",
        "can you switch back from English to Dutch?",
        "no English please",
        "niet in het Engels maar in het Nederlands graag",
        "Could we use Dutch instead of English?",
        "Would Dutch be possible?",
        "Nederlandse versie graag",
        "Liever Nederlands dan Engels",
        "let's continue in Dutch",
        "nl weer",
        "weer terug op NL",
        "zet maar in nl aub",
        "weer in t nederlands",
        "waarom is dit in 't Engels",
        "why is this still in English?",
        "nederlands is toch fijner voor mij",
        "ik kan niet zo goed Engels lezen",
        "geen engels meer graag",
        "hou het maar op nederlands",
    ],
    "en": [
        "liever Engels",
        "ga over op Engels",
        "zet de taal op Engels",
        "schrijf me voortaan in het Engels",
        "spreek je Engels?",
        "kunnen we overschakelen naar Engels?",
        "Is het mogelijk om dit in het Engels te doen?",
        "Kun je Engels?",
        "change language to english",
        "I want to switch to English",
        "Stel je vragen maar in het Engels",
        "ik heb liever Engels",
        "van Nederlands naar Engels graag",
        "mag het ook in het Engels",
        "zet m op engels",
        "kan dit in t engels",
        "en nu in eng aub",
        "switch to en",
        "ff naar engels",
        "english if u can",
        "dont understand dutch sorry",
        "English works better for me",
        "no more dutch please",
        "why is this in Dutch? English please",
    ],
    "other": ["Kan dit in het Duits?", "Do you speak French?", "liever in het Frans"],
}
ANSWERS = [
    "The Dutch partners want a bigger say.",
    "We spreken nu Engels",
    "I speak English",
    "English is not my language",
    "Dat ik in het Engels scherper ben",
    "I asked them to speak Dutch",
    "Iedereen praat Engels",
    "The Dutch are direct",
    "We switched to English halfway",
    "In het Engels ging het beter",
    "My Dutch is better",
    "I write in English to them",
    "Het overleg was in het Engels",
    "de Nederlandse partners",
    "Is the Dutch partner here?",
    "terug in NL",
    "ik ga weer naar NL",
    "in het engels overlegd",
    "Dutch partners were late",
    "ik kan goed Nederlands",
    "I don't know many Dutch people",
    "I can't read Dutch law well enough",
    "the English one was better",
    "onze partner spreekt geen Engels",
    "why do the Dutch partners speak English with us",
    "en nu",
    "I would like to learn Dutch so that I can speak to all of them in their own words",
    "Engels",
    "",
]


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in WISHES.items() for text in texts])
def test_a_language_is_asked_for_in_many_words(wanted, text):
    assert tongues.asked(text) == wanted


@pytest.mark.parametrize("text", ANSWERS)
def test_what_is_told_about_a_language_is_an_answer(text):
    assert tongues.asked(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Engels", "en"),
        ("in het Nederlands", "nl"),
        ("Dutch!", "nl"),
        ("Duits", None),
        ("Engels leren", None),
        ("", None),
    ],
)
def test_a_bare_name_may_be_all_that_is_said(text, language):
    assert tongues.bare(text) == tongues.ours(text) == language


def test_a_language_that_we_do_not_speak_is_none_of_ours():
    assert tongues.ours("Kan dit in het Duits?") is None
    assert tongues.ours("liever Engels") == "en"

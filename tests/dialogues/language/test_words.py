import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues import lexicon
from dialogues.language import words


def plain(text):
    return [word.plain for word in words.tokens(text)]


def spoken(text):
    return [text[start:end] for start, end in words.sentences(text)]


def test_a_word_carries_its_lemmas_of_both_languages():
    (word,) = words.tokens("gevallen")
    assert "vallen" in word.forms
    (word,) = words.tokens("nodded")
    assert "nod" in word.forms


def test_a_separable_verb_has_one_plain_lemma():
    assert "overnemen" in words.forms("overgenomen")


def test_accents_capitals_and_loose_marks_make_no_difference():
    assert plain("SUÏCIDE sui\u0308cide sui\u00adcide") == ["suicide"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don’t", ["i", "do", "not"]),
        ("can't", ["can", "not"]),
        ("we're they'll I'd", ["we", "are", "they", "will", "i", "would"]),
        ("Nadia's plan", ["nadia", "plan"]),
        ("'k wil m'n rust", ["ik", "wil", "mijn", "rust"]),
        ("'t is burn-out", ["het", "is", "burn-out"]),
    ],
)
def test_contractions_are_spelled_out(text, expected):
    assert plain(text) == expected


def test_words_know_their_place_sentence_and_clause():
    text = "Ik belde, zij niet. Toen Jan: kom!"
    heard = words.tokens(text)
    assert [text[word.start : word.end] for word in heard] == ["Ik", "belde", "zij", "niet", "Toen", "Jan", "kom"]
    assert [word.sentence for word in heard] == [0, 0, 0, 0, 1, 1, 1]
    assert [word.clause for word in heard] == [0, 0, 1, 1, 2, 2, 3]
    assert [word.capital for word in heard] == [True, False, False, False, True, True, False]


def test_a_word_does_not_show_itself_in_a_log():
    assert "geheim" not in repr(words.tokens("geheim"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eén. Twee! Drie?", ["Eén.", "Twee!", "Drie?"]),
        ("Dat kost bijv. 3 euro. Mooi.", ["Dat kost bijv. 3 euro.", "Mooi."]),
        ("We scoren een 7.8 en J. de Wit lacht.", ["We scoren een 7.8 en J. de Wit lacht."]),
        ("Hij zei: 'Stop.' Ik zweeg...  Toch", ["Hij zei: 'Stop.'", "Ik zweeg...", "Toch"]),
        ("regel\n\nregel twee", ["regel", "regel twee"]),
        ("etc. etc.", ["etc.", "etc."]),
        (". begin", [".", "begin"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert spoken(text) == expected


@given(st.text(max_size=200))
def test_sentences_lose_nothing_but_white_space(text):
    assert re.sub(r"\s", "", "".join(spoken(text))) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(("text", "length"), [("", 0), ("aé", 2), ("🪞", 2), ("a\ud83d", 2)])
def test_length_counts_as_telegram_does(text, length):
    assert words.utf16_length(text) == length


def test_what_no_transport_can_carry_is_replaced_for_sending_only():
    assert words.sendable("a\x00b\ud83dc🪞") == "ab\ufffdc🪞"


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_a_text_is_kept_exactly(text):
    assert words.unpacked(words.packed(text)) == text
    words.sendable(text).encode("utf-8")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ik heb het gesprek met de partners gevoerd.", "nl"),
        ("The team was quiet after what I had said.", "en"),
        ("We hebben een offsite met het management team.", "nl"),
        ("The Stichting gave us an answer at last.", "en"),
        ("voortaan telefoon in lade tijdens overleg", "nl"),
    ],
)
def test_the_language_is_voted_by_small_words(text, language):
    assert words.language(text, "en") == language
    assert words.language(text, "nl") == language


@pytest.mark.parametrize("text", ["prima", "n/a", "", "team meeting feedback sessie"])
def test_a_text_without_a_majority_is_in_the_leaders_language(text):
    assert words.language(text, "nl") == "nl"
    assert words.language(text, "en") == "en"


def test_a_reader_counts_a_contraction_once():
    assert words.count("I don't know, m'n beste.") == 5


def test_a_word_list_is_read_without_its_comments():
    assert lexicon.words("enough", "enough nl")[:2] == ("genoeg", "stop")
    assert lexicon.pairs("words", "spelled out")["can't"] == ("can", "not")


@pytest.mark.parametrize("text", ["gewoon", "a\x00b", "half \ud83d"])
def test_also_what_no_encoding_takes_comes_back_as_it_was(text):
    assert words.unpacked(words.packed(text)) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("bel m morgen ff", ["bel", "hem", "morgen", "even"]), ("t ging niet", ["het", "ging", "niet"]),
        ("gna ask her tmrw", ["going", "to", "ask", "her", "tomorrow"]), ("id go", ["i", "would", "go"]),
        ("tmrw ill ask", ["tomorrow", "i", "will", "ask"]), ("I was ill and so", ["i", "was", "ill", "and", "so"]),
        ("feeling ill", ["feeling", "ill"]), ("op vr", ["op", "vrijdag"]), ("on thurs", ["on", "thursday"]),
        ("theyll stay", ["they", "will", "stay"]), ("pause pls", ["pause", "please"]),
        ("van 1 t/m 3 mei", ["van", "1", "t/m", "3", "mei"]),
        ("T. belde M over mijn ID", ["t", "belde", "m", "over", "mijn", "id"]),
    ],
)  # fmt: skip
def test_hurried_spellings_are_read_as_their_words_and_initials_are_not(text, plain):
    assert [word.plain for word in words.tokens(text)] == plain

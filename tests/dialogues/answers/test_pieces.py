"""Several messages are one answer: which pieces belong together, and how they read as one."""

from datetime import UTC, datetime, timedelta

from dialogues.answers.pieces import IN_A_ROW, grouped, joined
from dialogues.people import Answer

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SOON = timedelta(minutes=1)


def piece(number: int, prompt: int | None = 7, part="answer", **facts) -> Answer:
    given_at = facts.pop("given_at", NOON + number * SOON)
    return Answer(number, 1, prompt, part, f"Deel {number}.", facts.pop("language", "nl"), given_at, **facts)


def ids(given):
    return [[one.id for one in group] for group in grouped(given)]


def test_the_pieces_of_one_step_are_one_answer_and_another_step_is_another():
    given = [piece(1), piece(2), piece(3, part="followup"), piece(4, part="followup"), piece(5, prompt=8)]
    assert ids(given) == [[1, 2], [3, 4], [5]]


def test_what_is_added_goes_with_the_latest_answer_to_that_prompt():
    given = [piece(1), piece(2, part="followup"), piece(3, prompt=8), piece(4, part="addition")]
    assert ids(given) == [[1], [2, 4], [3]]


def test_what_stands_otherwise_is_never_joined():
    assert ids([piece(1), piece(2, state="hidden"), piece(3)]) == [[1, 3], [2]]


def test_a_loose_thought_goes_on_for_a_while_and_every_thought_is_its_own():
    first, second = piece(1, None, "thought"), piece(2, None, "thought")
    more = piece(3, None, "addition", given_at=second.given_at + IN_A_ROW)
    late = piece(4, None, "addition", given_at=more.given_at + IN_A_ROW + SOON)
    assert ids([first, second, more, late]) == [[1], [2, 3], [4]]


def test_one_answer_has_the_words_of_all_its_pieces_and_is_as_delicate_as_each():
    whole = joined([piece(1, message=5), piece(2, care="strain"), piece(3, named=True, language="en")])
    assert (whole.id, whole.message, whole.given_at) == (1, 5, NOON + SOON)
    assert (whole.text, whole.care, whole.named) == ("Deel 1.\nDeel 2.\nDeel 3.", "strain", True)
    assert joined([piece(1)]) == piece(1)


def test_it_is_in_the_language_of_its_longest_piece():
    long = Answer(2, 1, 7, "answer", "And this is much longer than that.", "en", NOON)
    assert joined([piece(1), long]).language == "en"

"""A question that a facilitator writes for a group: what it is as an item, what must be mended, what to think over."""

import re
from collections.abc import Iterator
from typing import Literal

from dialogues import lexicon
from dialogues.answers import privacy
from dialogues.language import words
from dialogues.language.hearing import vocabulary
from dialogues.language.words import Word
from dialogues.library.wording import PROMPT
from dialogues.model import LANGUAGES, Language, Question, Text
from dialogues.people import Id

Flaw = Literal["empty", "long", "plain", "link", "no_mark", "marks", "language", "same"]
Doubt = Literal["lengthy", "two", "yes_no", "why", "names", "confidential", "formal"]

PREFIX = "GQ-"
DEPTH = 2  # exploring: a follow-up may come, as after most questions
LONGEST, AIM = PROMPT.units, 300  # UTF-16 units
_PLAIN = re.compile(r"[{}<>\[\]*`]|&\w+;")
_LINK = re.compile(r"https?:|www\.|\w\.(?:nl|be|de|eu|com|org|net|io|me|uk)\b|(?:^|\s)[@/#]\w|\w@\w", re.IGNORECASE)
_ASKS = frozenset(words.fold(word) for word in lexicon.words("asking", "question words"))
_OPENS = vocabulary("asking", "opens yes or no")
_WHO, _NAMES = vocabulary("asking", "who"), lexicon.words("asking", "names")
_WHY, _FORMAL, _APART = (vocabulary("asking", name) for name in ("why", "formal", "confidential"))
MOST = 2  # question marks: the second asks on about the first
_NEAR = 3  # words into which a question word may come: "op welk moment", "at what point"


def item_id(number: Id) -> str:
    """The id of its item; none of the library looks like it."""
    return f"{PREFIX}{number:x}"


def number_of(item: str) -> Id | None:
    """The question that an item is; None for items of the library."""
    return int(item.removeprefix(PREFIX), 16) if item.startswith(PREFIX) else None


def as_item(number: Id, text: Text) -> Question:
    """The question as it is asked, of no quality, so that it counts for none."""
    return Question(item_id(number), "1", "", "open", DEPTH, "", text, ())


def tidy(text: str) -> str:
    """The same text without spaces that nobody meant."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def flaws(text: Text) -> Iterator[tuple[Language | None, Flaw]]:
    """What must be mended before it can be asked, by language; None for both together."""
    for language in LANGUAGES:
        for flaw in _flaws(text[language], language):
            yield language, flaw
    if text.nl and text.nl == text.en:
        yield None, "same"


def _flaws(text: str, language: Language) -> Iterator[Flaw]:
    if not text:
        yield "empty"
        return
    if words.utf16_length(text) > LONGEST:
        yield "long"
    if _PLAIN.search(text) or not all(line.isprintable() for line in text.split("\n")):
        yield "plain"
    if _LINK.search(text):
        yield "link"
    if not 1 <= text.count("?") <= MOST:
        yield "marks" if "?" in text else "no_mark"
    if words.language(text, language) != language:
        yield "language"


def doubts(text: Text) -> Iterator[tuple[Language, Doubt]]:
    """What its writer may want to look at again, by language; it can be asked as it is."""
    for language in LANGUAGES:
        for doubt in _doubts(text[language], language):
            yield language, doubt


def _doubts(text: str, language: Language) -> Iterator[Doubt]:
    found = words.tokens(text)
    plain = {word.plain for word in found}
    clauses = list(_asking(text, found))
    raised: dict[Doubt, bool] = {
        "lengthy": words.utf16_length(text) > AIM,
        "two": text.count("?") > 1,
        "yes_no": _yes_no(clauses),
        "why": bool(plain & _WHY),
        "names": any(_WHO & set(clause[:_NEAR]) for clause in clauses) or _names(text, found),
        "confidential": bool(plain & _APART),
        "formal": language == "nl" and bool(plain & _FORMAL),
    }
    yield from (doubt for doubt, holds in raised.items() if holds)


def _names(text: str, found: tuple[Word, ...]) -> bool:
    """Is a name asked for, or does one stand in it?"""
    said = f" {' '.join(word.plain for word in found)} "
    return any(f" {name} " in said for name in _NAMES) or bool(privacy.find(text))


def _asking(text: str, found: tuple[Word, ...]) -> Iterator[list[str]]:
    """The clauses of the sentence with the question mark, each as its words."""
    asks = {number for number, (start, end) in enumerate(words.sentences(text)) if "?" in text[start:end]}
    inside = [word for word in found if word.sentence in asks]
    for clause in sorted({word.clause for word in inside}):
        yield [word.plain for word in inside if word.clause == clause]


def _yes_no(clauses: list[list[str]]) -> bool:
    """Can it be answered by yes or no? Not when a clause of it begins with a question word, or nearly so."""
    if any(clause[0] not in _OPENS and _ASKS & set(clause[:_NEAR]) for clause in clauses):
        return False
    asks = _ASKS & {word for clause in clauses for word in clause}
    return bool(clauses) and (not asks or any(clause[0] in _OPENS for clause in clauses))

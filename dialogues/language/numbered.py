"""One number that is named in a sentence, as somebody gives a score in words: "3 ofzo", "4, because ..."."""

import re
from dataclasses import dataclass

from dialogues.language import numerals
from dialogues.language.hearing import vocabulary
from dialogues.language.words import fold

SCALE = 7  # steps that any scale here has at most
SPELLED = {fold(word): str(number) for word, number in numerals.upto(SCALE).items()}
_LARGER = {fold(word) for word in numerals.upto(12)} - SPELLED.keys() | {"nul", "zero"}  # than any scale here, or less
ONES = {"een", "one", "a", "an", "n"}  # articles more often than numbers
_BESIDE = vocabulary("replies", "around a number") | vocabulary("replies", "around a score") | ONES
_NOT = vocabulary("replies", "not that number")
BRIEF = 6  # words
_CLAUSE = re.compile(
    r"[,;:.!?…()\n]+|\s[-–—]+\s"
    r"|\s(?=(?:want|omdat|doordat|aangezien|al|maar|hoewel|because|since|as|though|although|but|and|en)\b)"
)
_KNOWN = {**numerals.MARKS, **{fold(word): number for word, number in numerals.upto(12).items()}}
_SAID = "|".join(sorted(_KNOWN.keys() - numerals.MARKS.keys(), key=len, reverse=True))
_MARK = re.compile(rf"\b(?:({'|'.join(numerals.MARKS)})|(\d+)(?:-?ish|'?t?je)|({_SAID})-?ish)\b")
_WORD = re.compile(r"\w[\w']*")
_AND = {"en", "and"}
_OUT_OF = r"(?<=\w)\s*(?:/|\b(?:out of|van de|van|uit de|uit|op de|op)\s)\s*{most}\b"
_LISTED = re.compile(r"(?:^|\s)2\s*[.):]")


@dataclass(frozen=True, slots=True)
class Named:
    """The number, and whether more is told than that."""

    number: str
    more: bool


def named(text: str, most: int) -> Named | None:
    """The one number from 1 to `most` with which a text begins, whatever small words stand around it; None else."""
    plain = re.sub(_OUT_OF.format(most=most), " ", _figures(text), count=1)
    parts = [tuple(_WORD.findall(clause)) for clause in clauses(plain)]
    about = next((place for place, clause in enumerate(parts) if not _small(clause)), len(parts))
    told = [word for clause in parts[about:] for word in clause]
    numbers = _numbers([word for clause in parts[:about] for word in clause])
    if len(numbers) != 1 or not 1 <= int(numbers[0]) <= most or _goes_on(told) or _LISTED.search(plain):
        return None
    return Named(numbers[0], more=bool(told))


def clauses(text: str) -> list[str]:
    """The parts of a text, as a reason begins another one."""
    return _CLAUSE.split(text)


def numbers(text: str) -> list[int]:
    """Every number that is named, in order."""
    return [int(SPELLED.get(word, word)) for word in _WORD.findall(_figures(text)) if _number(word)]


def broken(text: str) -> bool:
    """Does it hold a number with a fraction, such as "7,5"?"""
    return re.search(r"\d[.,]\d", text) is not None


def bare(text: str) -> bool:
    """Does it say no more than a number, whichever, with small words around it?"""
    said = _WORD.findall(_figures(text))
    rest = tuple(word for word in said if word not in _LARGER)
    return (len(rest) < len(said) or any(map(_number, said))) and _small(rest)


def _figures(text: str) -> str:
    """Small letters without accents, with the marks that people give in figures: "een zesje", "4ish", "five-ish"."""
    return _MARK.sub(lambda found: found[2] or str(_KNOWN[found[1] or found[3]]), fold(text))


def _small(clause: tuple[str, ...]) -> bool:
    """Does it hold nothing but a number and what is said around one?"""
    more = [place for place, word in enumerate(clause) if not (_number(word) or word in _BESIDE)]
    return not more or (len(more) == 1 and _estimates(clause, more[0]))


def _estimates(clause: tuple[str, ...], more: int) -> bool:
    """Does a short one end on "a generous four" or "naar een 5", whatever the one word that is no small one?"""
    *before, last = clause
    led = not ONES.isdisjoint(before[-2:]) and len(clause) <= BRIEF
    return led and _number(last) and more < len(before) and clause[more] not in _NOT


def _goes_on(told: list[str]) -> bool:
    """Does another number follow at once, as in "2 en 4"? Then they are no score."""
    return any(_number(word) for word in [word for word in told if word not in _AND][:1])


def _number(word: str) -> bool:
    return word.isdecimal() or (word in SPELLED and word not in ONES)


def _numbers(words: list[str]) -> list[str]:
    """The numbers as digits; spelled ones only where no digit stands."""
    digits = [word for word in words if word.isdecimal()]
    return digits or [SPELLED[word] for word in words if _number(word)]

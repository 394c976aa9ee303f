"""Others' data: where an answer names another person, and the answer with roles in their place."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import simplemma

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.language.words import fold, sentences, spelled
from dialogues.model import Language

Kind = Literal["email", "iban", "bsn", "phone", "name"]

_EMAIL = re.compile(r"[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]){11,30}\b", re.IGNORECASE)
_BSN = re.compile(r"(?<![\w+.,-])\d(?:[ .-]?\d){7,8}(?![\w]|[.,-]\d)")
_PHONE = re.compile(r"(?<![\w.,€$£])(?:\+|00|\(?0)[\d(](?:[ ()./–-]{0,3}\d){6,13}(?!\w)")
_TIE = r"van|de|der|den|von|el|al|ten|ter|te|la|le|du|bin|ben|da|di|dos|'t|’t|d'|y"
_PARTICLES = rf"(?P<particles>(?:(?i:{_TIE})[ ])*)"
_CAPITAL = r"[^\W\d_a-zß-ÿ][^\W\d_]*[a-zß-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*"
_FULL_NAME = re.compile(rf"(?<![\w@])(?P<first>{_CAPITAL})[ ](?:[A-Z]\.[ ]?)*{_PARTICLES}(?P<last>{_CAPITAL})")
_ONE_NAME = re.compile(rf"(?<![\w@.]){_CAPITAL}")
_FIRST_NAMES = vocabulary("names", "first names")
_ALSO_WORDS = vocabulary("names", "also words")
_NOT_PERSONS = vocabulary("names", "not persons")
_COLLEAGUES = vocabulary("names", "colleagues")
_OFFICES = vocabulary("names", "offices")
_PORTFOLIOS = vocabulary("names", "portfolios")
_DEPARTMENTS = ("zaken", "beleid", "ontwikkeling", "domein")  # how the name of a portfolio ends
_ROLE_NOUNS = _COLLEAGUES | _OFFICES | {"partner"}
_ADDRESS = "|".join(re.escape(word) for word in lexicon.words("names", "forms of address"))
_CAPITAL_ADDRESS = "|".join(re.escape(word) for word in lexicon.words("names", "forms of address with a capital"))
_ADDRESSED = re.compile(
    rf"(?<![\w@])(?:(?:(?i:(?:de )?(?:{_ADDRESS}))|{_CAPITAL_ADDRESS})(?![\w-])\.?[ ]+)+(?P<name>(?:[A-Z]\.[ ]?)*"
    rf"{_PARTICLES}(?P<first>{_CAPITAL}))(?P<more>[ ]{_PARTICLES.replace('particles', 'between')}{_CAPITAL})?"
)
_CALLED = re.compile(rf"(?<![\w@])(?P<role>[^\W\d_]+)[ ](?P<name>{_PARTICLES}(?P<first>{_CAPITAL}))")
_TOKEN = re.compile(_CAPITAL)
_TIES = re.compile(rf"(?<!\w)(?i:{_TIE})(?!\w)")
_SHORTEST_COMPOUND = 9  # letters: unknown Dutch words of this length are compounds more often than names
_DATA: dict[Language, dict[Kind, str]] = {
    "nl": {
        "email": "[e-mailadres]",
        "iban": "[rekeningnummer]",
        "bsn": "[burgerservicenummer]",
        "phone": "[telefoonnummer]",
    },
    "en": {
        "email": "[email address]",
        "iban": "[account number]",
        "bsn": "[citizen number]",
        "phone": "[phone number]",
    },
}


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of somebody's data at code points `start`..`end`."""

    kind: Kind
    start: int
    end: int


def find(text: str) -> tuple[Found, ...]:
    """The personal data in a text, in reading order, without overlap."""
    taken: list[Found] = []
    for kind, finder in _FINDERS.items():
        for start, end in finder(text):
            if all(end <= each.start or each.end <= start for each in taken):
                taken.append(Found(kind, start, end))
    return tuple(sorted(taken, key=lambda each: each.start))


def has_name(text: str) -> bool:
    """Whether a text seems to name a person, also by a first name alone; it would rather see one too many."""
    openings = {start for start, _ in sentences(text)}
    return any(_single(found[0], opening=found.start() in openings) for found in _ONE_NAME.finditer(text))


def has_first_name(text: str) -> bool:
    """Whether a well-known first name stands in a text by itself; in doubt it does not."""
    return any(True for _ in _first_names(text))


def left(text: str) -> bool:
    """Whether a text from which names were taken still seems to hold one, or other data."""
    return bool(find(text)) or any(_single(found[0], opening=True) for found in _ONE_NAME.finditer(text))


def replaced(text: str, language: Language) -> str:
    """The text with roles in place of names ("partner A", "wethouder B") and a word in place of other data."""
    return replaced_in([text], language)[0]


def replaced_in(texts: Sequence[str], language: Language) -> list[str]:
    """The same for pieces of one story: whoever is named in several of them has one role in all."""
    people: list[_Person] = []
    without = [_without(text, people, language) for text in texts]
    return [_opened(_again(text, people), people) for text in without]


def _without(text: str, people: list["_Person"], language: Language) -> str:
    """The text without what is found in it; who is named joins `people`."""
    pieces: list[str] = []
    last = 0
    for found in sorted((*find(text), *_first_names(text)), key=lambda each: each.start):
        if found.start < last:
            continue
        piece = text[found.start : found.end]
        before = text[last : found.start]
        role = _role(piece, before, people) if found.kind == "name" else _DATA[language][found.kind]
        pieces += [before, role]
        last = found.end
    return "".join([*pieces, text[last:]])


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody named in a text: the capitalised parts of the name, what ties the last of them, and the role instead."""

    parts: tuple[str, ...]
    particles: str
    role: str

    def is_also(self, parts: tuple[str, ...]) -> bool:
        """Is this another way to name the same person: the whole name, the first or the last of it?"""
        short, long = sorted((self.parts, parts), key=len)
        return short == long or (len(short) == 1 and short[0] in (long[0], long[-1]))


def _role(name: str, before: str, people: list[_Person]) -> str:
    """What stands for a name: a letter alone after a noun that tells the role, as in "collega A"."""
    addressed = _ADDRESSED.fullmatch(name)
    bare = name[addressed.start("name") :] if addressed else name
    parts = tuple(part for part in _TOKEN.findall(bare) if fold(part) in _FIRST_NAMES or not _TIES.fullmatch(part))
    noun = re.search(r"(\w+) $", before)
    called = noun[1].lower() if noun is not None and fold(noun[1]) in _ROLE_NOUNS else ""
    known = next((person for person in people if person.is_also(parts)), None)
    if known is None:
        letter = chr(ord("A") + len(people) % 26)
        known = _Person(parts, " ".join(_TIES.findall(bare)), f"{called or 'partner'} {letter}")
        people.append(known)
    return known.role.rpartition(" ")[2] if called else known.role


def _opened(text: str, people: Sequence["_Person"]) -> str:
    """A role that opens a sentence has a capital, as the name had."""
    roles = tuple(person.role for person in people)
    for start, _ in sentences(text):
        if text.startswith(roles, start):
            text = text[:start] + text[start].upper() + text[start + 1 :]
    return text


def _again(text: str, people: list[_Person]) -> str:
    """The same people named once more, by a first or a last name alone."""
    for person in people:
        tied = rf"(?:(?i:{re.escape(person.particles)}) )?" if person.particles else ""
        for part in person.parts:
            text = re.sub(
                rf"(?<!\w){tied if part == person.parts[-1] else ''}{re.escape(part)}(?!\w)", person.role, text
            )
    return text


def _first_names(text: str) -> Iterator[Found]:
    """Well-known first names that stand alone."""
    openings = {start for start, _ in sentences(text)}
    for found in _ONE_NAME.finditer(text):
        word = fold(found[0]).removesuffix("'s")
        if word in _FIRST_NAMES and _single(found[0], opening=found.start() in openings):
            yield Found("name", found.start(), found.start() + len(found[0].removesuffix("'s").removesuffix("’s")))


def _emails(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _EMAIL.finditer(text))


def _ibans(text: str) -> Iterator[tuple[int, int]]:
    for found in _IBAN.finditer(text):
        ends = (end for end in range(len(found[0]), 14, -1) if _is_iban(found[0][:end]))
        end = next(ends, None)
        if end is not None:
            yield found.start(), found.start() + end


def _is_iban(text: str) -> bool:
    """The checksum of ISO 13616: the first four signs to the end, letters as 10..35, modulo 97 is 1."""
    plain = text.replace(" ", "").upper()
    if not text[-1].isalnum() or not 15 <= len(plain) <= 34 or not plain[2:4].isdecimal():
        return False
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def _bsns(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _BSN.finditer(text) if _is_bsn(re.sub(r"\D", "", found[0])))


def _is_bsn(digits: str) -> bool:
    """The Dutch eleven test: weights 9..2 and -1, a multiple of 11; eight digits get a leading 0."""
    full = digits.zfill(9)
    total = sum(weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), full, strict=True))
    return total % 11 == 0 and int(full) > 0


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for found in _PHONE.finditer(text):
        if 9 <= sum(sign.isdecimal() for sign in found[0]) <= 15:
            yield found.span()


def _names(text: str) -> Iterator[tuple[int, int]]:
    yield from _addressed(text)
    yield from _full_names(text)
    yield from _called(text)


def _addressed(text: str) -> Iterator[tuple[int, int]]:
    """After a form of address any capitalised word is a name: "mevrouw Bakker", "Dr van Dijk"."""
    for found in _ADDRESSED.finditer(text):
        first = fold(found["first"])
        if first not in _NOT_PERSONS | _ROLE_NOUNS:
            yield found.start(), found.end() if first in _FIRST_NAMES else found.end("name")


def _called(text: str) -> Iterator[tuple[int, int]]:
    """After a role: "wethouder Bakker" by any name, "mijn collega Karin" by what can be nothing else."""
    for found in _CALLED.finditer(text):
        role, first = fold(found["role"]), fold(found["first"])
        office = role in _OFFICES and not first.endswith(_DEPARTMENTS) and first not in _NOT_PERSONS | _PORTFOLIOS
        if office or (role in _COLLEAGUES and first not in _PORTFOLIOS and _single(found["first"], opening=True)):
            yield found.span("name")


def _full_names(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    openings = {start for start, _ in sentences(text)}
    while (found := _FULL_NAME.search(text, place)) is not None:
        loose = found.start() in openings and not found["particles"]
        if _person(found["first"], found["last"], loose=loose):
            yield found.span()
            place = found.end()
        else:
            place = found.end("first")


def _person(first: str, last: str, *, loose: bool) -> bool:
    """A known first name, or two words that no dictionary knows; never an organisation, a place or a month.

    `loose`: it opens a sentence and no "van" or "de" ties it, so a name that is a word too needs an unknown surname.
    """
    given, family = fold(first), fold(last)
    if given in _NOT_PERSONS or family in _NOT_PERSONS:
        return False
    if given in _FIRST_NAMES and not (loose and given in _ALSO_WORDS):
        return True
    return not _known(family) and (given in _ALSO_WORDS or not _known(given))


def _single(word: str, *, opening: bool) -> bool:
    plain = fold(spelled(word)[0])  # "They're" is two words and no name, "Mark'll" is a name
    if plain in _NOT_PERSONS:
        return False
    if plain in _FIRST_NAMES:
        return not (opening and plain in _ALSO_WORDS)
    return not _known(plain) and (not opening or len(plain) < _SHORTEST_COMPOUND)


def _known(word: str) -> bool:
    return any(simplemma.is_known(word, lang=language) for language in ("nl", "en"))


_FINDERS: dict[Kind, Callable[[str], Iterator[tuple[int, int]]]] = {
    "email": _emails, "iban": _ibans, "bsn": _bsns, "phone": _phones, "name": _names,
}  # fmt: skip

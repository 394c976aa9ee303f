"""Others' data: where an answer names another person, and the answer with roles in their place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import simplemma

from dialogues.hearing import vocabulary
from dialogues.model import Language
from dialogues.words import fold, sentences

Kind = Literal["email", "iban", "bsn", "phone", "name"]

_EMAIL = re.compile(r"[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]){11,30}\b", re.IGNORECASE)
_BSN = re.compile(r"(?<![\w+.,-])\d(?:[ .-]?\d){7,8}(?![\w]|[.,-]\d)")
_PHONE = re.compile(r"(?<![\w.,€$£])(?:\+|00|\(?0)[\d(](?:[ ()./–-]{0,3}\d){6,13}(?!\w)")
_PARTICLES = r"(?P<particles>(?:(?i:van|de|der|den|von|el|al|ten|ter|te|la|le|du|bin|ben|da|di|dos|'t|’t|d'|y)[ ])*)"
_CAPITAL = r"[^\W\d_a-zß-ÿ][^\W\d_]*[a-zß-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*"
_FULL_NAME = re.compile(rf"(?<![\w@])(?P<first>{_CAPITAL})[ ](?:[A-Z]\.[ ]?)*{_PARTICLES}(?P<last>{_CAPITAL})")
_ONE_NAME = re.compile(rf"(?<![\w@.]){_CAPITAL}")
_FIRST_NAMES = vocabulary("names", "first names")
_ALSO_WORDS = vocabulary("names", "also words")
_NOT_PERSONS = vocabulary("names", "not persons")
_COLLEAGUES = vocabulary("names", "colleagues")
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
_ROLES: dict[Language, tuple[str, str]] = {"nl": ("partner", "collega"), "en": ("partner", "colleague")}


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


def replaced(text: str, language: Language) -> str:
    """The text with roles in place of names ("partner A", "collega B") and a word in place of other data."""
    roles: dict[str, str] = {}
    pieces: list[str] = []
    last = 0
    for found in find(text):
        name = text[found.start : found.end]
        if found.kind == "name":
            start, role = _role(text, found.start, name, roles, language)
        else:
            start, role = found.start, _DATA[language][found.kind]
        pieces += [text[last:start], role]
        last = found.end
    return _first_names("".join([*pieces, text[last:]]), roles)


def _role(text: str, start: int, name: str, roles: dict[str, str], language: Language) -> tuple[int, str]:
    """Where the replaced piece starts, and the role: "collega Jan Smit" becomes one "collega A"."""
    partner, colleague = _ROLES[language]
    before = re.search(r"(\w+) $", text[max(0, start - 30) : start])
    known = before is not None and fold(before[1]) in _COLLEAGUES
    doubled = before is not None and fold(before[1]) in {partner, colleague}
    if name not in roles:
        roles[name] = f"{colleague if known else partner} {chr(ord('A') + len(roles) % 26)}"
    return start - len(before[0]) if before is not None and doubled else start, roles[name]


def _first_names(text: str, roles: dict[str, str]) -> str:
    for name, role in roles.items():
        text = re.sub(rf"(?<!\w){re.escape(name.split()[0])}(?!\w)", role, text)
    return text


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
    plain = fold(word).removesuffix("'s")
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

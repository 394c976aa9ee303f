"""The wish for another language: few words that name it, and beside the name only such as ask for it.

A language that is left ("from English to Dutch", "no English please") is not the one that is wished for.
"""

from typing import Literal

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.language.words import fold
from dialogues.model import Language

Tongue = Literal["nl", "en", "other"]

NAMES: dict[str, Language] = {
    "nl": "nl", "nederlands": "nl", "dutch": "nl", "en": "en", "engels": "en", "english": "en",
}  # fmt: skip
LONGEST = 12  # words; whoever writes more is telling something
_NAMES: dict[str, Tongue] = {
    name: tongue for tongue in ("nl", "en", "other") for name in lexicon.pairs("tongues", "names")[tongue]
}
_AROUND, _ASKS, _WISHES = (vocabulary("tongues", section) for section in ("around", "asks", "wishes"))
_LEFT, _BETWEEN, _SELVES = (vocabulary("tongues", section) for section in ("left", "between", "selves"))
_SHORT: dict[str, Tongue] = {
    name: tongue for tongue in ("nl", "en") for name in lexicon.pairs("tongues", "short names")[tongue]
}
_LANDS, _GOING = vocabulary("tongues", "lands"), vocabulary("tongues", "going")
_PLACED, _SPOKEN = vocabulary("tongues", "placed"), vocabulary("tongues", "spoken")
_SPEAKING, _NEVER = vocabulary("tongues", "speaking"), vocabulary("tongues", "never")
_WHY = vocabulary("tongues", "why")
_HOW_WELL = vocabulary("tongues", "how well") | _NEVER | _SPEAKING
_INTO = frozenset({"in", "het", "the"})
_SIGNS = str.maketrans(dict.fromkeys(',;:.!?()"…', " "))
_INSTEAD: dict[Tongue, Language] = {"nl": "en", "en": "nl"}


def asked(text: str) -> Tongue | None:
    """The language to go on in, which may be none of ours; None for other words, also about a language."""
    said = _split(text)
    named = {place: tongue for place in range(len(said)) if (tongue := _tongue(said, place)) is not None}
    beside = [word for place, word in enumerate(said) if place not in named]
    if not named or len(said) > LONGEST:
        return None
    if not (_AROUND.issuperset(beside) and _asks(beside)):
        return _INSTEAD.get(named.popitem()[1]) if len(named) == 1 and _cannot(beside) else None
    left = {tongue for place, tongue in named.items() if _leaves(said[:place])}
    wanted = {tongue for place, tongue in named.items() if not _leaves(said[:place])} - left
    if len(wanted) == 1:
        return wanted.pop()
    return _INSTEAD.get(left.pop()) if not wanted and len(left) == 1 else None


def ours(text: str) -> Language | None:
    """The same, or its bare name, when it is a language that we speak."""
    tongue = asked(text)
    return bare(text) if tongue is None or tongue == "other" else tongue


def bare(text: str) -> Language | None:
    """A language of ours that is all that is said: "Engels", "in English"."""
    said = [word for word in _split(text) if word not in _INTO]
    match _NAMES.get(said[0]) if len(said) == 1 else None:
        case "nl" | "en" as language:
            return language
        case _:
            return None


def into(text: str) -> bool:
    """Does it begin with "in", as who asks for a language does?"""
    return _split(text)[:1] == ["in"]


def _tongue(said: list[str], place: int) -> Tongue | None:
    """The language that a word names; one that names a land as well does so not where somebody goes: "back in NL"."""
    word, before = said[place], set(said[max(0, place - 1) : place])
    if word in _LANDS:
        return _SHORT[word] if before.isdisjoint(_GOING) or not _SPOKEN.isdisjoint(said) else None
    return _NAMES.get(word) or (None if before.isdisjoint(_PLACED) else _SHORT.get(word))


def _cannot(beside: list[str]) -> bool:
    """Is it one that the writer does not speak, or not well?"""
    said = set(beside)
    return said <= (_AROUND | _HOW_WELL) and not (_SPEAKING.isdisjoint(said) or _NEVER.isdisjoint(said))


def _split(text: str) -> list[str]:
    return fold(text).translate(_SIGNS).split()


def _asks(beside: list[str]) -> bool:
    """Do these words ask for something? Who begins with "I" may as well tell something."""
    own = bool(beside) and beside[0] in _SELVES
    return not _WISHES.isdisjoint(beside) or not (own or _ASKS.isdisjoint(beside))


def _leaves(before: list[str]) -> bool:
    """Is what comes now the language to leave, as is the one of which it is asked why?"""
    if not _WHY.isdisjoint(before):
        return _NAMES.keys().isdisjoint(before)
    rest = list(before)
    while rest and rest[-1] in _BETWEEN:
        rest.pop()
    return bool(rest) and rest[-1] in _LEFT

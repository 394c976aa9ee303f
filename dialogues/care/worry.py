"""Worry about somebody else: whether words of despair are told of another person, and of nobody beside them."""

from collections.abc import Iterator
from itertools import pairwise

from dialogues.care import safety, whose
from dialogues.care.masks import listened
from dialogues.care.whose import Whose
from dialogues.language.hearing import OWN, SELF, Hearing, phrases
from dialogues.language.matching import Match, phrase
from dialogues.model import LANGUAGES, Library

_TOGETHER = 7  # words within which those of a thought stand
_WISHING = frozenset({"wil", "wou", "zou", "hoop", "mis", "want", "wish", "hope", "miss", "would", "gonna"})
_TALES = frozenset({"story", "stories", "seriously"})
_ALIKE = frozenset({"ook", "too", "also", "either", "neither", "same", "hetzelfde", "zelf", "evenmin"})


def told(text: str, library: Library) -> bool:
    """Does somebody near, or somebody at work, think of ending their life, by what the writer tells?

    Never when the writer may mean themselves as well, or when what is left without those words gives a signal.
    """
    heard = listened(text)
    found = tuple(_despair(heard, library))
    speakers = {whose.topic(heard, match) for match in found}
    mine = any(heard.says(match.at, OWN) for match in found)
    if Whose.OTHER not in speakers or Whose.OWN in speakers or mine or _alike(heard):
        return False
    return safety.screen(_rest(text, heard, found), library) == safety.Calm()


def _despair(heard: Hearing, library: Library) -> Iterator[Match]:
    """Every place where the words stand that would alarm, and those that are only said of others."""
    category = library.safety["crisis_self"]
    signals = [phrase(text) for language in LANGUAGES for text in category.signals[language]]
    yield from heard.finds((*signals, *heard.likely("safety", "crisis")))
    yield from heard.gathers(heard.likely("safety", "crisis together"), _TOGETHER)
    for match in heard.finds(phrases("worry", "of others"), gap=2):
        if not heard.says(heard.after(match)[:1], _TALES):
            yield match


def _alike(heard: Hearing) -> bool:
    """Does the writer speak of themselves in the same breath: "ik ook niet", "I want to follow him"?"""
    own = [number for number in range(len(heard.words)) if heard.words[number].plain in SELF]
    if any(word.plain in SELF and after.plain in _WISHING for word, after in pairwise(heard.words)):
        return True
    spoken = {heard.words[number].sentence for number in own}
    return any(word.plain in _ALIKE and word.sentence in spoken for word in heard.words)


def _rest(text: str, heard: Hearing, found: tuple[Match, ...]) -> str:
    """The text without what is said of the other, from the beginning of its sentence."""
    cut = sorted(
        {(heard.words[heard.sentence(match.first).start].start, heard.words[match.last].end) for match in found}
    )
    kept, last = [], 0
    for start, end in cut:
        kept.append(text[last : max(last, start)])
        last = max(last, end)
    return " ".join((*kept, text[last:]))

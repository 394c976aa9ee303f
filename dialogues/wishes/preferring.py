"""What is chosen, without the small words people put around a choice of how often, which days or what hour."""

import re
from collections.abc import Iterator

from dialogues.language.hearing import vocabulary
from dialogues.wishes.brief import split

LONGEST = 12  # words; whoever writes more is telling something
_AROUND = frozenset(part for word in vocabulary("offers", "around a choice") for part in split(word))
_ARTICLES = frozenset({"a", "een"})  # these belong to a number of times a week
_WORD = re.compile(r"[^\s,;()?!]+")
_ENDS = ".’'"
_OR = re.compile(r"\b(?:een )?uur of (\w+)\b")  # "een uur of negen" is about nine
_OFTEN = re.compile(r"(?:keertje|maaltje)\b")
_TIMES = re.compile(
    r"(?:(?:een|één|1|twee|2|drie|3|one|two|three) ?(?:keer|maal|x|times?)|[1-5]x|once|twice|eens|tweemaal)"
)
_PARTS = re.compile(
    r"\b(?:(?:na|voor|rond|tijdens|halverwege|after|before|around|during|mid)[ -])"
    r"(?:de |het |the )?(lunch|ochtend|middag|morning|afternoon|pauze|werk|work)\b"
)
_AFTERNOON = re.compile(r"(?<![\d:.])([1-5])([:.]\d\d)(?!\d)")  # nobody is asked so early in the night


def readings(text: str) -> Iterator[str]:
    """The choice alone, and then without the part of the day that stands beside an hour; nothing of a long message."""
    words = text.lower().replace("’", "'")
    if len(words.split()) > LONGEST:
        return
    plain = _OFTEN.sub("keer", _OR.sub(r"\1 uur", words))
    kept = [word.strip(_ENDS) for word in _WORD.findall(plain)]
    whole, bare = (" ".join(word for word in kept if not _small(word, but)) for but in (_ARTICLES, frozenset()))
    found = (
        whole,
        bare,
        f"{bare} per week" if _TIMES.fullmatch(bare) else "",
        _PARTS.sub(" ", bare),
        _PARTS.sub(r"\1", bare),
    )
    for each in dict.fromkeys(" ".join(one.split()) for one in found):
        if each:
            yield _AFTERNOON.sub(_later, each)


def _small(word: str, but: frozenset[str]) -> bool:
    parts = split(word)
    return bool(parts) and (_AROUND - but).issuperset(parts)


def _later(found: re.Match[str]) -> str:
    return f"{int(found[1]) + 12}{found[2]}"

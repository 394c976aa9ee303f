"""Words that call for the numbers to call: "noodnummer", "helpline", "112"; short, and nothing told beside it."""

from dialogues import lexicon
from dialogues.language.hearing import vocabulary
from dialogues.wishes.brief import Form, beside, split

MOST = 8  # words; whoever writes more tells what happened


def plainly(text: str) -> bool:
    """Is a number or a line to call all that is named, or who to call all that is asked?"""
    return _says(text, "numbers", "around numbers") or _says(text, "in need", "around need")


def alone(text: str) -> bool:
    """Is it no more than a word that may cry for help, and may also be what somebody looks for or writes of?"""
    return _says(text, "perhaps in need", "beside need")


def _says(text: str, section: str, around: str) -> bool:
    said, free = split(text), frozenset(part for word in vocabulary("calling", around) for part in split(word))
    return len(said) <= MOST and any(free.issuperset(rest) for rest in beside(said, _phrases(section)))


def _phrases(section: str) -> tuple[Form, ...]:
    return tuple(split(each) for each in lexicon.words("calling", section))

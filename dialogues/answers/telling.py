"""Words after the thanks: do they plainly tell more of the answer, may they, or are they nothing to keep at all?"""

import re
from functools import cache
from typing import Literal

from dialogues import lexicon, markers
from dialogues.answers import privacy
from dialogues.language.hearing import vocabulary
from dialogues.language.words import Word, fold, tokens
from dialogues.model import LANGUAGES
from dialogues.reading.forms import past, perfect
from dialogues.reading.subjects import PERSONS

Told = Literal["more", "perhaps", "asked", "idle"]
MANY = 3  # words beside those of the bot; so many tell something
FEW = 6  # words; a laugh or a parting has no more
_LAUGH = re.compile(r"(?:a*(?:ha|he|hi|ah|ja)){2,}h?")
_DRAWN = re.compile(r"(\w)\1{2,}")  # "pffffff"
_LETTER = re.compile(r"[^\W\d_]")
_HAD = frozenset({"had", "was", "were", "did", "zou", "would", "could", "should", "might", "wou", "mocht"})


def tells_more(text: str) -> bool:
    """Do these words plainly tell something more?"""
    return told(text) == "more"


def may_tell(text: str) -> bool:
    """May they tell something: are they no question, order or wish?"""
    return told(text) in ("more", "perhaps")


def told(text: str) -> Told:
    """What the words are: more of what was told, perhaps that, asked of the bot, or a sound or parting."""
    words = [word.plain for word in tokens(text)]
    if _LETTER.search(text) is None:
        return "idle" if not re.search(r"[\d?]", text) else "asked"
    if announces(words):
        return "more"
    if idle(text):
        return "idle"
    if asked(text):
        return "asked"
    return "more" if goes_on(words) or speaks(text) else "perhaps"


def idle(text: str) -> bool:
    """Is it no more than a sound, a laugh or a parting?"""
    said = " ".join(_LAUGH.sub("haha", _DRAWN.sub(r"\1\1\1", word.plain)) for word in tokens(text))
    few = said.split()
    named = any(re.search(rf"\b{re.escape(each)}\b", said) for each in _entries("idle words"))
    return 0 < len(few) <= FEW and named and _words("idle").issuperset(few)


def asked(text: str) -> bool:
    """Is it a question, an order or a wish, and tells nothing that was and nothing that one does?"""
    words = tokens(text)
    plain = [word.plain for word in words]
    questions = _opens_a_question(plain) or text.rstrip(" )!\"'").endswith("?")
    if not plain or _was(words) or (not questions and _states(plain)):
        return False
    if questions or plain[0] in _words("orders") or not _words("polite").isdisjoint(plain):
        return True
    bots = _wishing()
    wish = plain[0] in _words("who wants") and len(plain) > 1
    return (wish or not bots.isdisjoint(plain)) and all(
        each in bots | _words("around") or each.isdigit() for each in plain
    )


def _opens_a_question(plain: list[str]) -> bool:
    """Does it begin as a short question: "wat is dit", "who is behind this", and no cry ("what a day")?"""
    first, second = (*plain, "", "")[:2]
    return first in _words("questions") and len(plain) <= FEW and second not in {"", "een", "n", "a", "an"}


def _states(plain: list[str]) -> bool:
    """Does it say what one does or will do oneself, and not what one wants or may?"""
    if plain[0] == "ga":
        return not (_wishing() | _words("around")).issuperset(plain)
    if plain[0] in ("will", "zal") and plain[1:2] not in (["you"], ["je"], ["jij"], ["u"]):
        return len(plain) > 1
    own = plain[0] in ("ik", "i", "we", "wij") and len(plain) > 1
    return own and plain[1] not in _words("wanting")


def announces(words: list[str]) -> bool:
    """Does it say no more than that there is more: "oh and", "P.S."?"""
    return _words("announcing").issuperset(words) and not _words("joining").isdisjoint(words)


def goes_on(words: list[str]) -> bool:
    """Does it open or close as a thought that goes on: "especially that last bit", "and Mo as well"?"""
    said = " ".join(words)
    phrases = [each for each in _entries("goes on") if said.startswith(f"{each} ") or said.endswith(f" {each}")]
    rest = [each for each in words[1:] if each not in _known() and not each.isdigit()]
    return bool(phrases) or (len(words) > 1 and words[0] in _words("may go on") and bool(rest))


def speaks(text: str) -> bool:
    """Does it tell of somebody, of what was or of what one felt, or of much beside the bot?"""
    words = tokens(text)
    plain = [word.plain for word in words]
    someone = not (PERSONS | _words("others")).isdisjoint(plain) or privacy.has_name(text)
    content = [each for each in plain if each not in _known() and not each.isdigit()]
    if _was(words) or (someone and len(plain) > 1) or len(content) >= MANY:
        return True
    return (len(plain) > len(content) > 0) or any(markers.present(text, each) for each in LANGUAGES)


def _was(words: tuple[Word, ...]) -> bool:
    """Is there a word of what was?"""
    told = [word for word in words if word.plain not in _HAD | _known()]
    return any(past(word, each) for word in told for each in LANGUAGES) or any(map(perfect, told))


@cache
def _wishing() -> frozenset[str]:
    """What the bot has and does, and what one asks it to do."""
    return frozenset().union(*map(_words, ("of the bot", "deeds", "orders")))


@cache
def _known() -> frozenset[str]:
    """What tells nothing by itself."""
    named = ("of the bot", "around", "deeds", "orders", "idle words")
    return frozenset().union(*map(_words, named))


@cache
def _words(section: str) -> frozenset[str]:
    return vocabulary("telling", section)


@cache
def _entries(section: str) -> tuple[str, ...]:
    return tuple(fold(each) for each in lexicon.words("telling", section))

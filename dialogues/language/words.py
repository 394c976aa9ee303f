"""Words as the listening rooms need them: tokens with lemmas, sentences, lengths and the language of a text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

import simplemma

from dialogues import lexicon
from dialogues.model import LANGUAGES, Language

# Letters with their loose accents, soft hyphens and zero-width signs, so that a decomposed "suïcide" stays one word.
_LETTER = r"(?:[^\W_][\u0300-\u036f\u00ad\u200b-\u200d\ufeff]*)"
_WORD = re.compile(rf"'[kt]\b|[tT]/[mM]\b|{_LETTER}+(?:['’`´-]{_LETTER}+)*")
_EMOJI = r"[\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f000-\U0001faff]"  # after an end mark they belong to what was said
_ENDING = re.compile(rf"[.!?…]+[\"'”’)\]»]*(?:[ \t]*{_EMOJI}+)*(?=\s|$)|[\r\n]+")
_CLAUSE = re.compile(r"[,;:()«»\"“”]|\s[-–—]+\s|[–—]")
_TRANSPORT = re.compile(r"[\x00\ud800-\udfff]")
_MARKS = frozenset({"Mn", "Cf"})
_SHORT = frozenset(lexicon.words("words", "abbreviations"))
_HURRIED = lexicon.pairs("hurried", "sloppy")
_SPELLED = {word: _HURRIED[word] for word in lexicon.words("words", "hurried")} | lexicon.pairs("words", "spelled out")
_NO_CAPITALS = frozenset(lexicon.words("words", "never in capitals"))
_CONTRACTED = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_I_WILL = {"ill": ("i", "will")}  # only before a verb: "tmrw ill ask her", but not "I was ill and ..."
_AFTER_I_WILL = frozenset(lexicon.words("words", "after i will"))
_WHO = frozenset({"i", "you", "he", "she", "we", "they", "it", "who", "that", "there"})  # "cc'd" is no contraction
_STOPS: dict[Language, frozenset[str]] = {
    "nl": frozenset(lexicon.words("words", "stop words nl")),
    "en": frozenset(lexicon.words("words", "stop words en")),
}
STOPS = _STOPS["nl"] | _STOPS["en"]
LATELY = 32  # texts, about a month of them, whose words are kept for who reads them again at once; in memory alone
LONG = 6  # words from which the language must not be left to the fallback
_BOTH = frozenset(lexicon.words("words", "in both languages"))
_TELLING: dict[Language, frozenset[str]] = {name: _STOPS[name] - _BOTH for name in LANGUAGES}


@dataclass(frozen=True, slots=True)
class Word:
    """A word at code points `start`..`end`; `forms` holds the plain form and its lemmas in both languages.

    `sentence` and `clause` count from 0; a contraction ("don't") gives two words at one place.
    """

    plain: str = field(repr=False)
    forms: frozenset[str] = field(repr=False)
    start: int
    end: int
    sentence: int = 0
    clause: int = 0
    capital: bool = False


def fold(text: str) -> str:
    """Lower case without diacritics and invisible signs, with straight apostrophes."""
    if text.isascii():  # most words: nothing to take away, and ten times as fast
        return text.replace("`", "'").casefold()
    flat = unicodedata.normalize("NFKD", re.sub(r"[’`´]", "'", text))
    return "".join(sign for sign in flat if unicodedata.category(sign) not in _MARKS).casefold()


def utf16_length(text: str) -> int:
    """The length as Telegram counts: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def sendable(text: str) -> str:
    """The text without NUL, and with lone surrogates shown as U+FFFD: what a transport can carry.

    Store the text itself, not this; `packed` keeps it exactly.
    """
    return _TRANSPORT.sub(lambda sign: "" if sign[0] == "\x00" else "\ufffd", text)


def packed(text: str) -> bytes:
    """The text as bytes, exactly, also with NUL and lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> str:
    """The text that `packed` packed."""
    return data.decode("utf-8", "surrogatepass")


@lru_cache(maxsize=LATELY)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences stand, as (start, end) code points without the white space around them."""
    cuts = [0, *(found.end() for found in _ENDING.finditer(text) if not _abbreviates(text, found)), len(text)]
    spans = [_stripped(text, start, end) for start, end in pairwise(cuts)]
    return tuple((start, end) for start, end in spans if start < end)


@lru_cache(maxsize=LATELY)
def tokens(text: str) -> tuple[Word, ...]:
    """The words of a text in order."""
    found: list[Word] = []
    for number, (start, end) in enumerate(sentences(text)):
        found.extend(_in_sentence(text, (start, end), number, found[-1].clause + 1 if found else 0))
    return tuple(found)


def count(text: str) -> int:
    """How many words a reader would count."""
    return sum(1 for _ in _WORD.finditer(text))


def language(text: str, fallback: Language) -> Language:
    """The language by a vote of stop words; a short or even text is in the `fallback` language.

    In an even text of `LONG` words or more the other words vote too: those that only one language knows.
    """
    plain = [word.plain for word in tokens(text)]
    votes = {name: sum(word in _TELLING[name] for word in plain) for name in LANGUAGES}
    if votes["nl"] == votes["en"] and len(plain) >= LONG:
        votes = {name: sum(simplemma.is_known(word, lang=name) for word in plain) for name in LANGUAGES}
    if votes["nl"] == votes["en"] or len(plain) < 3:
        return fallback
    return "nl" if votes["nl"] > votes["en"] else "en"


@lru_cache(maxsize=1 << 15)
def forms(word: str) -> frozenset[str]:
    """A word's plain form and its lemmas in both languages, folded."""
    low = word.casefold()
    lemmas = (simplemma.lemmatize(low, lang=name).replace("_", "") for name in ("nl", "en"))
    return frozenset({fold(low), *(fold(lemma) for lemma in lemmas)})


@lru_cache(maxsize=1 << 15)
def spelled(token: str) -> tuple[str, ...]:
    """A token as the words it stands for: "don't" is do not, "m'n" is mijn, "ff" is even."""
    plain = fold(token)
    if plain in _SPELLED and not (plain in _NO_CAPITALS and token.isupper()):
        return _SPELLED[plain]
    for ending, full in _CONTRACTED.items():
        if plain.endswith(ending) and len(plain) > len(ending) and (ending != "'d" or plain[:-2] in _WHO):
            return plain.removesuffix(ending), full
    return (token.removesuffix("'s").removesuffix("’s"),)


def _in_sentence(text: str, span: tuple[int, int], number: int, clause: int) -> Iterator[Word]:
    last = span[0]
    for found in _WORD.finditer(text, *span):
        clause += _CLAUSE.search(text, last, found.start()) is not None
        last = found.end()
        capital = found[0][0].isupper()
        for part in _i_will(text, found) or spelled(found[0]):
            yield Word(fold(part), forms(part), found.start(), last, number, clause, capital)


def _i_will(text: str, found: re.Match[str]) -> tuple[str, ...]:
    """The words of "ill" where the sign is left out and a verb follows; none elsewhere."""
    meant = _I_WILL.get(found[0].casefold(), ())
    following = _WORD.match(text, found.end() + 1) if meant else None
    return meant if following is not None and fold(following[0]) in _AFTER_I_WILL else ()


def _abbreviates(text: str, ending: re.Match[str]) -> bool:
    """Whether the dot belongs to an abbreviation or a number in a list, so that the sentence goes on."""
    if ending[0] != ".":
        return False
    before = re.search(r"[\w.]+$", text[max(0, ending.start() - 12) : ending.start()])
    return before is not None and (fold(before[0]) in _SHORT or len(before[0]) == 1)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())

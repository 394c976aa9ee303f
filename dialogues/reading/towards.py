"""Towards: a few words that tell whom the writer asks, tells or calls; such are said of people, and not to the bot."""

from collections.abc import Iterable

from dialogues.language.hearing import PREPOSITIONS, SELF, Hearing, hear, vocabulary
from dialogues.language.words import Word
from dialogues.reading.forms import infinitives
from dialogues.reading.subjects import HUMANS, is_name

_DOING = vocabulary("verbs", "towards somebody")
_SENDING = vocabulary("verbs", "sending to somebody")
_THEM = frozenset({"hem", "haar", "hen", "hun", "him", "her", "them", "r"})  # "spreek r aan"
_ANYBODY = frozenset({"iedereen", "iemand", "everyone", "everybody", "someone", "somebody"})
_AT_HOME = frozenset({"dad", "mum", "mom", "papa", "mama", "mam", "pap"})
_TO = frozenset({"aan", "tegen", "met", "naar", "bij", "to", "with"})
_ONTO = frozenset({"op", "af", "langs", "voor", "by", "for"})
_ALSO_OF_THINGS = frozenset({"hem", "hen", "ze", "them"})
_THE = frozenset({"de", "het", "zijn", "the", "his", "their"})
_A = frozenset({"een", "n", "mijn", "wat", "a", "an", "my", "some"})
_ME, _YOU = frozenset({"me", "mij"}), frozenset({"je", "jij", "jou", "jullie", "u", "you", "your", "jouw"})
_AGAIN = frozenset({"opnieuw", "nog", "weer", "again", "terug"})
_BEFORE = frozenset({"de", "het", "the", "mijn", "my", "onze", "our", "een", "a"})
_THEY_WISH = frozenset({"wil", "wou", "wilde", "vraagt", "neemt", "heeft", "wants", "needs", "asks", "takes", "has"})
_FROM = frozenset({"van", "from", "by", "door"})
_NAMES = vocabulary("names", "first names") - vocabulary("names", "also words")
FAR = 6  # words that may stand between the verb and whom it is done to
LONGEST = 14  # words; longer texts tell something anyhow


def another(text: str) -> bool:
    """Do these words tell that the writer says, asks or brings something to somebody: "bel m morgen", "asking Mo"?

    "Vraag hem nog eens" and "stuur hem morgen" are about a question; "ask me" and "kun je" speak to the bot.
    """
    heard = hear(text)
    every = range(len(heard.words))
    if not every or len(every) > LONGEST or heard.says(every, _YOU):
        return False
    again = heard.says(every, _AGAIN)
    return any(_to_somebody(heard, number, again=again) for number in every)


def of_another(text: str) -> bool:
    """Is somebody else the one who wishes or asks, as in "Mo wil even pauze" and "questions from the board"?"""
    heard = hear(text)
    every = range(len(heard.words))
    if any(_wishes(heard, number) or _comes_from(heard, number) for number in every if _somebody(heard, number)):
        return True
    named = len(every) > 1 and heard.words[0].capital and heard.words[1].plain in _THEY_WISH
    return named and not heard.says(every, SELF)  # a name that no list knows


def whom(heard: Hearing, number: int) -> bool:
    """Does the verb at `number` do something to somebody: "bel ze", "loop bij m binnen", but not "zet ze uit"?"""
    word, rest = heard.words[number], range(number + 1, heard.clause(number).stop)
    near = [each for each in rest if _somebody(heard, each) and not _comes_from(heard, each)]
    led = any(heard.says(range(each - 2, each), _TO | _ONTO) for each in near)
    sure = led or any(heard.words[each].plain not in _ALSO_OF_THINGS for each in near)
    if _is(word, _SENDING) or not _is(word, _DOING):
        return sure or (_is(word, _SENDING) and bool(near) and heard.says(rest[1:], _A | _THE))
    return bool(near) or heard.says(rest[:1], {"ze"})


def does(word: Word) -> bool:
    """Is it a verb of doing something to somebody: asking, telling, sending?"""
    return _is(word, _DOING | _SENDING)


def somebody_among(heard: Hearing, numbers: Iterable[int]) -> bool:
    """Do these words name somebody to whom something is done, and not from whom it comes?"""
    return any(_somebody(heard, each) and not _comes_from(heard, each) for each in numbers)


def from_somebody(heard: Hearing, numbers: Iterable[int]) -> bool:
    """Does something come from somebody in these words: "a call from Mo"?"""
    return any(_somebody(heard, each) and _comes_from(heard, each) for each in numbers)


def _wishes(heard: Hearing, number: int) -> bool:
    """Does who is named stand first, before what they do?"""
    clause = heard.clause(number)
    ahead = range(clause.start, number)
    return number + 1 < clause.stop and all(heard.words[each].plain in _BEFORE for each in ahead)


def _comes_from(heard: Hearing, number: int) -> bool:
    return heard.says(range(max(0, number - 2), number), _FROM)


def _to_somebody(heard: Hearing, number: int, *, again: bool) -> bool:
    word = heard.words[number]
    sends = _is(word, _SENDING)
    if not (sends or _is(word, _DOING)) or heard.says(range(number + 1, min(number + 2, len(heard.words))), _ME):
        return False
    clause = heard.clause(number)
    around = range(max(clause.start, number - FAR), min(clause.stop, number + FAR + 1))
    near = [each for each in around if each != number and _somebody(heard, each)]
    led = any(heard.says(range(max(clause.start, each - 2), each), _TO) for each in near)
    named = any(heard.words[each].plain not in _THEM for each in near)
    given = any(_given(heard, each, clause) for each in near)
    return led or named or (bool(near) and not again and (given or not sends))


def _given(heard: Hearing, number: int, clause: range) -> bool:
    """Whether something goes to them: "stuur m vanavond een berichtje", but not "stuur m over een uur"."""
    after = range(number + 1, min(clause.stop, number + FAR))
    return any(heard.words[each].plain in _A and heard.words[each - 1].plain not in PREPOSITIONS for each in after)


def _is(word: Word, known: frozenset[str]) -> bool:
    return not (word.forms | infinitives(word.forms, word.plain)).isdisjoint(known)


def _somebody(heard: Hearing, number: int) -> bool:
    word = heard.words[number]
    person = word.plain in _THEM | _ANYBODY | _AT_HOME | _NAMES or not word.forms.isdisjoint(HUMANS)
    return person or is_name(heard, number)

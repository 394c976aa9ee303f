"""Effects: what others did in answer to the writer."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dialogues.language.hearing import NEGATIONS, OWN, vocabulary
from dialogues.language.words import STOPS, Word
from dialogues.model import Language
from dialogues.reading.ahead import ahead, told_in_past
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import active, acts_now, past, perfect
from dialogues.reading.listing import listed
from dialogues.reading.reality import imagined, supposed, thought, unreal
from dialogues.reading.seeing import seen_doing

_REACTIONS = vocabulary("verbs", "reactions")
_BEGINNING = vocabulary("verbs", "beginning")
_CHANGED = vocabulary("verbs", "reaction adjectives")
_AIR = vocabulary("verbs", "atmosphere")
_AIR_VERBS = vocabulary("verbs", "air verbs")
_MOODS = {name: vocabulary("feelings", f"adjectives {name}") for name in ("nl", "en")}
_FEEDBACK = listed("verbs", "feedback")
_AIR_PHRASES = listed("verbs", "air phrases")
_ANSWERING = listed("verbs", "answering phrases")
_LINKS = listed("verbs", "links")
_APART = listed("verbs", "apart")
_BEING_MINE = {name: listed("verbs", f"being {name}") for name in ("nl", "en")}
_LEADING = vocabulary("verbs", "leading to an infinitive")
_ME = frozenset({"me", "mij"})
_MINE = _ME | {"mijn", "my"}
_WITHOUT = frozenset({"zonder", "without"})
_YOU = frozenset({"you", "je", "jij", "u"})
_SUSPECTED = vocabulary("clauses", "suspected")
_IN_MY_VIEW = ["volgens", "mij"]
_GUESSING = frozenset({"think", "guess", "suspect", "imagine", "suppose", "believe", "fear", "hope"})
_DURING = frozenset({"terwijl", "while"})
_WAS = frozenset({"was", "zat", "lag"})
_HAD = frozenset({"had", "hadden"})
_ALREADY = frozenset({"al", "already"})
_PEOPLE = frozenset({"mensen", "people"})
_ARTICLES = frozenset({"een", "a", "an"})
_ASKING = frozenset({"vroeg", "vragen", "ask"})
_GENERIC = frozenset({"men", "ge"})
_ANYBODY = frozenset({"iemand", "iedereen", "somebody", "someone", "everybody", "everyone", "people", "mensen"})
_ALWAYS = frozenset({"altijd", "always", "must", "moet"})
_NOBODY = frozenset({"niemand", "nobody", "noone"})
_NOTICING = vocabulary("verbs", "noticing")
_FUTURE = frozenset({"zal", "zullen", "will", "shall", "going"})
_IMAGINED = frozenset(
    {"als", "if", "indien", "unless", "tenzij", "before", "voordat", "voor", "until", "totdat", "tot"}
)
_CONTENT = frozenset({"wat", "what", "how", "hoe", "why", "waarom", "of", "whether"})
_SO = frozenset({"waarop", "waardoor", "zodat", "en", "and", "so", "waarna"})
_MEANWHILE = frozenset({"toen", "when", "terwijl", "while"})
_BECAUSE = frozenset(
    {"omdat", "doordat", "because", "since", "nadat", "after", "toen", "when", "as", "als", "tot", "until"}
)
_REASON = frozenset({"want", "omdat", "because", "aangezien"})
_THAT = frozenset({"dat", "that"})
_WHICH = frozenset({"that", "die", "who", "which"})


def effects(reading: Reading, language: Language, done: Iterable[Clause], moods: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses in which others react, after one of the writer's deeds or towards the writer.

    `done` are the writer's deeds; in a clause of `moods` others only move the writer: "ze maakte me boos".
    """
    first = min((clause.numbers.start for clause in (*done, *_states(reading, language))), default=None)
    found = (match for match in reading.finds(_LINKS, 1) if not reading.heard.negated(match))
    links = {reading.heard.words[match.first].sentence for match in found}
    felt = {clause.numbers for clause in moods}
    aired = {reading.at(match.first).numbers for match in reading.finds(_AIR_PHRASES, 2)}
    suppositions = supposed(reading)
    named = ahead(reading, language).named
    returned = {reading.at(match.first).numbers for match in reading.finds(_FEEDBACK, 2)}
    answered = {reading.at(match.first).numbers for match in reading.finds(_ANSWERING, 1)}
    apart = {reading.at(match.first).numbers for match in reading.finds(_APART, 1)}
    for clause in reading.clauses:
        coming = clause.numbers in named and not told_in_past(reading, clause, language)
        if (
            clause.numbers in apart
            or _meanwhile(reading, clause)
            or coming
            or _of_anybody(reading, clause, language)
            or _only_supposed(reading, clause)
        ):
            continue
        earlier = first is not None and first < clause.numbers.start and clause.opener not in _REASON
        towards = clause.numbers not in felt and _towards(reading, clause)
        answering = clause.numbers in answered and clause.whose == "other"
        linked = earlier or towards or answering or clause.sentence in links or _because(reading, clause)
        reacts = (
            (clause.numbers in aired and clause.whose != "own")
            or _reacts(reading, clause, language)
            or ((clause.sentence in links or towards) and _affected(reading, clause, language))
        )
        reacts = reacts or seen_doing(reading, clause, language)
        if clause.numbers in returned or (
            linked and reacts and not imagined(reading, clause, suppositions) and not _in_mind(reading, clause)
        ):
            yield clause


def _meanwhile(reading: Reading, clause: Clause) -> bool:
    """Whether others did so while the writer was somewhere else: "they wrote it while I was in Leeds"."""
    whole = reading.sentence(clause)
    after = [each for each in reading.clauses if each.numbers.start in range(clause.numbers.stop, whole.stop)]
    return any(
        each.whose == "own" and each.opener in _DURING and reading.heard.says(each.numbers, _WAS) for each in after[:1]
    )


def _only_supposed(reading: Reading, clause: Clause) -> bool:
    """Whether others are only guessed to do so ("volgens mij", "I think he was"), or had done so before."""
    words = reading.heard.words
    plain = set(reading.plain(clause.numbers))
    before = clause.numbers.start - 1
    joined = before >= 0 and words[before].clause == words[clause.numbers.start].clause
    guessed = joined and words[before].plain in _GUESSING
    earlier = bool(plain & _HAD) and bool(plain & _ALREADY) and not plain & _MINE
    return guessed or earlier or not _SUSPECTED.isdisjoint(plain) or reading.plain(clause.numbers[:2]) == _IN_MY_VIEW


def _of_anybody(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether a clause tells what people do in general: "men leest", "iemand moet", "somebody always grumbles"."""
    plain = reading.plain(clause.numbers)
    general = plain[0] in _PEOPLE and not reading.heard.says(reading.sentence(clause), OWN)
    if general and not told_in_past(reading, clause, language):
        return True
    if (
        len(plain) > 1
        and plain[0] in _ARTICLES
        and not _MINE & set(plain)
        and reading.heard.holds(clause.numbers, _ASKING)
    ):
        return True  # "een bewoner vroeg hoe laat het was" begins something new
    always = not _ANYBODY.isdisjoint(plain) and not _ALWAYS.isdisjoint(plain)
    return always or not _GENERIC.isdisjoint(plain[:3]) or (plain[0] in _ANYBODY and plain[1:2] in (["moet"], ["must"]))


def _states(reading: Reading, language: Language) -> Iterator[Clause]:
    """Ways of being of the writer's that others can answer to: "I had been quiet", "I became chief executive"."""
    for match in reading.finds(_BEING_MINE[language], 2):
        yield reading.at(match.first)


def _towards(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says what others do towards the writer, and do not merely begin: "asked me to mediate"."""
    words = reading.heard.words
    near = [number for number in clause.numbers[1:] if words[number].plain in _MINE]
    reached = [number for number in near if words[max(0, number - 1)].plain not in _WITHOUT]
    return bool(reached) and not reading.heard.holds(clause.numbers, _BEGINNING)


def _because(reading: Reading, clause: Clause) -> bool:
    """Whether the same sentence names the writer's doing as the cause or the occasion: "omdat ik wegbleef"."""
    whole = reading.sentence(clause)
    near = [each for each in reading.clauses if each.numbers.start in whole]
    knowing = [each for each in near if each.whose == "other" and each.opener in _BECAUSE]
    given_that = any(each.opener in _THAT and each.whose == "own" for each in near)
    if knowing and given_that:  # "omdat ze weten dat ik toch alles verander"
        return True
    glad = reading.heard.says(clause.numbers, _CHANGED)
    given = any(each.whose == "own" and (each.opener in _BECAUSE or (glad and each.opener in _THAT)) for each in near)
    return given and not reading.heard.holds(clause.numbers, _BEGINNING)


def _reacts(reading: Reading, clause: Clause, language: Language) -> bool:
    if clause.whose not in {"other", "thing"} or unreal(reading, clause) or reading.heard.says(clause.numbers, _FUTURE):
        return False
    if reading.heard.says(clause.numbers[:2], _YOU) or _unnoticed(reading, clause):
        return False
    words = _without_infinitives(reading.words(clause.numbers))
    followed = clause.opener in _SO and any(past(word, language) and active(word, language) for word in words)
    reacting = followed or any(_reaction(word, language) for word in words)
    changed = reading.heard.says(clause.numbers, _CHANGED)
    if clause.whose == "thing":
        return reading.heard.holds(clause.numbers, _AIR) and reading.heard.holds(clause.numbers, _AIR_VERBS)
    return reacting or (changed and clause.opener not in _REASON)


def _affected(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether others do or feel anything at all, where the writer is named as the cause."""
    if clause.whose != "other" or unreal(reading, clause) or reading.heard.says(clause.numbers[:2], _YOU):
        return False
    words = reading.words(clause.numbers)
    busy = (
        any(acts_now(word) and word.plain not in STOPS for word in words[1:])
        if language == "nl"
        else any(active(word, "en") and word.plain not in STOPS for word in words[-3:])
    )
    return busy or reading.heard.says(clause.numbers, _MOODS[language])


def _unnoticed(reading: Reading, clause: Clause) -> bool:
    return reading.heard.says(clause.numbers, NEGATIONS | _NOBODY) and _notices(reading, clause)


def _notices(reading: Reading, clause: Clause) -> bool:
    words = reading.words(clause.numbers)
    return any(not word.forms.isdisjoint(_NOTICING) and word.plain not in {"gezien", "seen"} for word in words)


def _reaction(word: Word, language: Language) -> bool:
    if word.plain in _MOODS[language]:
        return False
    known = not word.forms.isdisjoint(_REACTIONS) and (word.plain not in STOPS or past(word, language))
    told = past(word, language) or (language == "nl" and perfect(word))
    return known or (told and active(word, language))


def _without_infinitives(words: list[Word]) -> list[Word]:
    """The words of a clause that are not led in by "te" or "to"."""
    led = {word.start for before, word in pairwise(words) if before.plain in _LEADING}
    return [word for word in words if word.start not in led]


def _in_mind(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is imagined, asked, thought ("ik dacht dat zij ...") or the occasion ("toen zij ...")."""
    start = clause.numbers.start
    inside = start > reading.sentence(clause).start
    if clause.opener in _IMAGINED | _CONTENT or (clause.opener in _MEANWHILE and inside):
        return True
    last = reading.before(clause)[-1:]
    described = clause.opener in _WHICH and any(
        each.whose == "own" and not reading.heard.holds(each.numbers, _NOTICING) for each in last
    )
    lacking = inside and reading.heard.words[start - 1].plain in _WITHOUT
    return lacking or described or thought(reading, clause)

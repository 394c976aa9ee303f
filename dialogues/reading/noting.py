"""Noting: plans without "I", as in "Voornemen: eerder bellen", "Zondag niets" and "Ask first, then tell."."""

from collections.abc import Sequence

from dialogues.language.hearing import PREPOSITIONS, PRONOUNS, SELF, vocabulary
from dialogues.language.words import Word
from dialogues.model import LANGUAGES, Language
from dialogues.reading import towards
from dialogues.reading.ahead import Ahead, told_in_past
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import infinitive, past, perfect
from dialogues.reading.listing import listed
from dialogues.reading.subjects import HUMANS, STARTS

_STEPS = vocabulary("markers", "first steps")
_LABELS = vocabulary("markers", "labels of a plan")
_BEFORE_LABEL = vocabulary("markers", "before a label") | _LABELS
_MY_THINGS = {name: vocabulary("markers", f"my things {name}") for name in LANGUAGES}
_KEPT = vocabulary("markers", "keeping things")
_MOODS = frozenset().union(
    *(vocabulary("feelings", f"{kind}nouns {name}") for kind in ("", "shared ") for name in LANGUAGES)
)
_BARE = vocabulary("markers", "bare verbs en")
_RESOLVING = vocabulary("markers", "resolving")
_MOMENTS = vocabulary("markers", "moments first")
_DAYS = vocabulary("markers", "weekdays") | _MOMENTS
_FROM_ME = listed("markers", "from me")
_FINITE = vocabulary("markers", "finite in a note") | vocabulary("feelings", "copulas")
_ORDER = frozenset({"first", "then", "before", "less", "more", "instead", "not", "next"})
_LEADING_IN = frozenset({"dus", "kortom", "en", "so", "and", "ok", "oke", "okay"})
_LESSENING = frozenset({"less", "fewer", "more"})
_LIGHT = frozenset({"eerst", "even", "meteen", "gewoon", "langs", "terug"})
_OTHERS = PRONOUNS - {"haar", "her", "hem", "him", "them", "hen", "hun", "je", "u", "people", "others"}
_ONE_THEN_TWO = (("eerst", "dan"), ("first", "then"), ("first", "second"))
_INSTEAD_OR_HOW = vocabulary("markers", "how it is not done") | vocabulary("markers", "ever again") | {"maar", "wel"}
_IDLE = vocabulary("markers", "ends in ing")
_NO_END = frozenset({"dan", "than", "of", "or", "no"})
_TO_SOMEBODY = frozenset({"you", "your", "please"})
_LABELLED, _LABEL, _SHORT_LINE = 3, 5, 14  # words


def noted(reading: Reading, clause: Clause, language: Language, moments: Ahead) -> bool:
    """Whether a clause is a plan in a form that leaves the writer out."""
    if labelled(reading, clause, moments):
        return True
    if clause.whose != "own" and _kept(reading, clause, language, moments):
        return True
    if not _begins(reading, clause):
        return False
    if _gives_up(reading.plain(clause.numbers)):
        return True
    whole = reading.words(reading.sentence(clause))
    if any(word.plain in SELF | (_OTHERS & STARTS) for word in whole) or _tensed(whole, language):
        return False
    if clause.whose == "own" and not clause.implied:
        return False
    later = clause.sentence in moments.later
    stepping = _stepping(whole, later) if language == "nl" else _told_to_oneself(whole, later)
    return clause.sentence in moments.henceforth or stepping or _in_note_form(whole, later)


def labelled(reading: Reading, clause: Clause, moments: Ahead) -> bool:
    """Whether a line calls itself so: "Voornemen: eerder nee zeggen", or gives the moment first: "Tomorrow: say so"."""
    whole = reading.sentence(clause)
    if clause.numbers.start != whole.start or len(clause.numbers) > _LABEL or clause.numbers.stop >= whole.stop:
        return False
    if any(past(word, name) for word in reading.words(clause.numbers) for name in LANGUAGES):
        return False
    rest = range(clause.numbers.stop, whole.stop)
    words = reading.words(rest)
    bare = words[0].plain not in STARTS and not reading.heard.says(rest, SELF | PRONOUNS) and not _tensed(words, "en")
    first = reading.plain(clause.numbers)[0]
    doing = words[0].plain in _BARE or any(infinitive(word) or word.plain in _RESOLVING | _LIGHT for word in words)
    timed = clause.sentence in moments.later and (first in _MOMENTS or (first in _DAYS and doing))
    return _names_a_plan(reading.plain(clause.numbers)) or (timed and bare and len(clause.numbers) < _LABELLED)


def _names_a_plan(plain: Sequence[str]) -> bool:
    """Whether a line begins as "Voornemen", "Plan is" or "My first step" do."""
    own = len(plain) < _LABELLED or plain[0] in _BEFORE_LABEL
    return own and not _LABELS.isdisjoint(plain) and _OTHERS.isdisjoint(plain)


def _gives_up(plain: Sequence[str]) -> bool:
    """Whether a line starts as "No more emails after nine" or "Geen thee meer" do, without a verb."""
    until = plain[1:5]
    no_more = plain[0] == "no" and (plain[1:2] == ["more"] or plain[-1] in {"more", "longer", "anymore"})
    ended = no_more or (plain[0] in {"geen", "nooit"} and "meer" in until)
    said = not (_FINITE | _MOODS | _OTHERS | SELF).isdisjoint(plain) or not _NO_END.isdisjoint(until)
    return ended and len(plain) < _SHORT_LINE and not said


def _begins(reading: Reading, clause: Clause) -> bool:
    """Whether a clause starts its sentence, or comes after a word or two that lead it in: "Dus: minder praten"."""
    before = reading.before(clause)
    return not before or (len(before) == 1 and len(before[0].numbers) < _LABELLED)


def _stepping(words: Sequence[Word], later: bool) -> bool:
    """Whether a Dutch line in note form says what to do: "eerst vragen", "morgen excuses maken aan het team"."""
    led = _led(words)
    steps = led[0].plain in _STEPS or (later and led[0].plain == "even" and any(map(towards.does, led)))
    doing = steps and _told_what(led) and not any(map(perfect, led))
    return doing or (led[0].plain in _DAYS and any(word.plain in _LIGHT for word in led) and not any(map(perfect, led)))


def _told_what(led: Sequence[Word]) -> bool:
    """Whether there is an infinitive, and no noun like it ("geen mensen"), and what is not done is not all."""
    verbs = [
        place
        for place, word in enumerate(led)
        if place > (led[0].plain == "geen")
        and infinitive(word)
        and word.forms.isdisjoint(HUMANS)
        and led[place - 1].plain not in PREPOSITIONS
    ]
    bare = led[0].plain == "niet" and _INSTEAD_OR_HOW.isdisjoint(word.plain for word in led)
    return len(verbs) > bare


def _told_to_oneself(words: Sequence[Word], later: bool) -> bool:
    """Whether an English line tells nobody but the writer what to do: "Ask first, then tell."."""
    plain = [word.plain for word in _led(words)]
    if len(plain) >= _SHORT_LINE or not _TO_SOMEBODY.isdisjoint(plain):
        return False
    bare = plain[0] in _BARE and not _ORDER.isdisjoint(plain[1:])
    lessening = plain[0] in _LESSENING and any(each.endswith("ing") for each in plain)
    return bare or lessening or (later and plain[0].endswith("ing") and plain[0] not in _IDLE)


def _in_note_form(words: Sequence[Word], later: bool) -> bool:
    """Whether a line without a verb says what is to be: "Zondag niets.", "First the apology, then the agenda."."""
    plain = [word.plain for word in words]
    without = not any(each in _FINITE for each in plain) and not any(map(perfect, words))
    ordered = any(set(pair) <= set(plain) for pair in _ONE_THEN_TWO)
    planned = ordered or (later and not _RESOLVING.isdisjoint(plain))
    return planned and without and len(plain) < _SHORT_LINE


def _kept(reading: Reading, clause: Clause, language: Language, moments: Ahead) -> bool:
    """Whether something of the writer's is kept or done so: "vanaf maandag blijft mijn telefoon in de la"."""
    soon = moments.soon(clause) or clause.sentence in moments.henceforth
    if not soon or told_in_past(reading, clause, language):
        return False
    before = range(reading.sentence(clause).start, clause.numbers.stop)
    kept = reading.heard.says(before, _MY_THINGS[language]) and reading.heard.says(clause.numbers, _KEPT)
    first = [*reading.before(clause), clause][0]
    from_me = any(match.first in reading.sentence(clause) for match in reading.finds(_FROM_ME, 1))
    return from_me or (kept and first.whose == "thing")


def _led(words: Sequence[Word]) -> Sequence[Word]:
    return words[1:] if len(words) > 1 and words[0].plain in _LEADING_IN else words


def _tensed(words: Sequence[Word], language: Language) -> bool:
    return any(past(word, language) or word.plain in _FINITE for word in words)

"""Feeling: the writer's own mood, energy or body signal, said to be there."""

from collections.abc import Iterator

from dialogues.hearing import NEGATIONS, PEOPLE, PREPOSITIONS, PRONOUNS, phrases, vocabulary
from dialogues.matching import Match
from dialogues.model import LANGUAGES, Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import past
from dialogues.reading.listing import listed, listing
from dialogues.reading.reality import imagined, supposed, unreal
from dialogues.reading.subjects import STARTS
from dialogues.words import STOPS, Word

_ADJECTIVES = {name: vocabulary("feelings", f"adjectives {name}") for name in ("nl", "en")}
_WEAK = {name: vocabulary("feelings", f"weak {name}") for name in ("nl", "en")}
_MILD = vocabulary("feelings", "mild")
_NOUNS = {name: vocabulary("feelings", f"nouns {name}") for name in ("nl", "en")}
_VERBS = {name: vocabulary("feelings", f"verbs {name}") for name in ("nl", "en")}
_REACHES = {name: vocabulary("feelings", f"reaches me {name}") for name in ("nl", "en")}
_IDIOMS = {
    name: listing(
        (
            *phrases("feelings", f"idioms {name}"),
            *(each for each in phrases("feelings", f"adjectives {name}") if len(each.parts) > 1),  # "vol energie"
        )
    )
    for name in ("nl", "en")
}
_FINDING = vocabulary("feelings", "finding")
_SENSING = vocabulary("feelings", "sensing")
_HAVING = vocabulary("feelings", "having")
_GIVING = vocabulary("feelings", "giving")
_IRONIC = listed("feelings", "ironic")
_ALSO_VERBS = vocabulary("feelings", "only after being")
_LEADS = vocabulary("clauses", "before a left out subject") | vocabulary("feelings", "degrees") | STOPS
_AGAINST = NEGATIONS | vocabulary("feelings", "against")
_OPINION = listed("feelings", "opinion")
_AFTER = frozenset(
    {
        "als",
        "as",
        "like",
        "vandaag",
        "today",
        "now",
        "nu",
        "by",
        "that",
        "about",
        "at",
        "with",
        "and",
        "but",
        "door",
        "dat",
        "over",
        "van",
        "en",
        "maar",
    }
)
_COPULAS = vocabulary("feelings", "copulas")
_BODY = vocabulary("feelings", "body")
_LIMBS = vocabulary("feelings", "limbs")
_MOVING = vocabulary("feelings", "moving of itself")
_GOING = vocabulary("feelings", "going")
_NAMED_FIRST = vocabulary("feelings", "labels")
_ARTICLES = frozenset({"een", "de", "het", "geen", "a", "an", "the", "no", "this", "deze"})
_ME = frozenset({"me", "mij", "mezelf"})
_NOTHING = frozenset({"nothing", "niets", "niks", "nobody", "niemand", "none", "nowhere"})
_NAMING = frozenset({"my", "mijn", "de", "het", "the", "our", "onze", "ons", "een", "a", "an"})
_IMPERSONAL = vocabulary("clauses", "things")
_EXCLAIMED = (["wat", "een"], ["what", "a"])
_MINE = _ME | {"mijn", "my"}
_IF = frozenset({"als", "if", "indien", "alsof", "tenzij", "unless"})
_WHETHER = frozenset({"of", "whether"})
_WHENEVER = frozenset({"when", "wanneer", "zodra"})


def feelings(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses that tell of a feeling of the writer's own."""
    ironic = {reading.heard.words[match.first].sentence for match in reading.finds(_IRONIC, 0)}
    idioms = {reading.at(match.first).numbers for match in _idioms(reading, language)}
    suppositions = supposed(reading)
    for clause in reading.clauses:
        if clause.sentence in ironic or imagined(reading, clause, suppositions) or unreal(reading, clause):
            continue
        if _general(reading, clause, language):
            continue
        if _labelled(reading, clause) or clause.numbers in idioms or _felt(reading, clause, language):
            yield clause


def _labelled(reading: Reading, clause: Clause) -> bool:
    """Whether a line names what it is about first: "Energie: laag"."""
    whole = reading.sentence(clause)
    return (
        len(clause.numbers) == 1
        and clause.numbers.stop < whole.stop
        and reading.heard.says(clause.numbers, _NAMED_FIRST)
    )


def _general(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether a clause tells under which condition something is felt, and not that it was: "als ik boos ben"."""
    told = any(past(word, language) for word in reading.words(clause.numbers))
    asked = clause.opener in _WHETHER and bool(reading.before(clause))
    return (
        asked or (clause.opener in _IF and not _compares(reading, clause)) or (clause.opener in _WHENEVER and not told)
    )


def _compares(reading: Reading, clause: Clause) -> bool:
    """Whether "als" likens and sets no condition: "leeg als een ton", "als een berg ertegenop"."""
    return reading.heard.says(clause.numbers[1:2], {"een", "a", "an"})


def _felt(reading: Reading, clause: Clause, language: Language) -> bool:
    return any(
        not _denied(reading, clause, number)
        and (
            _adjective(reading, clause, number, language)
            or _weak(reading, clause, number, language)
            or _noun(reading, clause, number, language)
            or _verb(reading, clause, number, language)
            or _reached(reading, clause, number, language)
        )
        for number in clause.numbers
    ) or _sensed(reading, clause)


def _idioms(reading: Reading, language: Language) -> Iterator[Match]:
    opinions = {match.first for match in reading.finds(_OPINION, 1) if _of_others(reading, match)}
    for match in reading.finds(_IDIOMS[language], 2):
        clause = reading.at(match.last)
        about_me = clause.whose in {"own", "thing"} or reading.heard.says(match.at, _MINE)
        if about_me and not _denied(reading, clause, match.first) and opinions.isdisjoint(match.at):
            yield match


def _of_others(reading: Reading, match: Match) -> bool:
    """Whether "I have the feeling that ..." goes on about others: that is a thought."""
    after = [clause for clause in reading.clauses if clause.numbers.start > match.last]
    return bool(after) and after[0].opener in {"dat", "that"} and after[0].whose != "own"


def _adjective(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    word = reading.heard.words[number]
    if word.plain not in _ADJECTIVES[language] or _attributive(reading, clause, number, language):
        return False
    if _also_verb(reading, clause, number, language):
        return False
    given = reading.heard.holds(clause.numbers, _GIVING) and reading.heard.says(clause.numbers, _ME)
    if given:
        return True
    how = language == "nl" and _manner(reading, clause, number)
    return not how and _mine(reading, clause) and not _of_object(reading, clause, number)


def _manner(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a Dutch mood tells how something was done: "ik heb het rustig uitgelegd"."""
    if clause.whose != "own" or clause.implied or not reading.heard.says(clause.numbers, {"ik"}):
        return False
    being = reading.heard.says(clause.numbers, _COPULAS | _GOING) or reading.heard.holds(clause.numbers, _SENSING)
    led = number <= clause.numbers.start + 1 or reading.heard.holds(clause.numbers, _FINDING | _GIVING)
    return not (being or led)


def _also_verb(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Whether a word that is a verb or a plain quality as well ("I moved the date") lacks "I was" or "I felt"."""
    plain = reading.heard.words[number].plain
    if plain not in _ALSO_VERBS and not (language == "en" and plain.endswith("ed")):
        return False
    start = clause.numbers.start
    before = range(max(start, number - 5), number)
    if reading.heard.says(before, _COPULAS) or reading.heard.holds(before, _SENSING):
        return False
    bare = all(each in _LEADS for each in reading.plain(range(start, number)))
    following = reading.heard.words[number + 1].plain if number + 1 in clause.numbers else ""
    last = not following or following in _AFTER or (plain not in _ALSO_VERBS and following not in STARTS)
    return not (bare and last) or (clause.whose == "own" and not clause.implied and number > start)


def _mine(reading: Reading, clause: Clause) -> bool:
    """Whether a mood is the writer's: with "I", said of "it", or without any subject ("proud, relieved")."""
    if clause.whose != "thing":
        return clause.whose == "own"
    start = reading.plain(clause.numbers[:2])
    named = start[0] in _NAMING and len(clause.numbers) > 1
    told = any(_says_past(word) for word in reading.words(clause.numbers))
    bare = not named and not told and not reading.heard.says(clause.numbers, _COPULAS)
    bare = bare or start[0] in _COPULAS
    return bare or not _IMPERSONAL.isdisjoint(start)


def _weak(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Words that judge a situation: a feeling when found or felt so, or said of it as such."""
    word = reading.heard.words[number]
    if word.plain not in _WEAK[language] or _attributive(reading, clause, number, language):
        return False
    if not _mine(reading, clause):
        return False
    felt = reading.heard.holds(clause.numbers, _SENSING)
    found = reading.heard.holds(clause.numbers, _FINDING) and clause.whose == "own"
    said = clause.whose == "thing" and reading.heard.says(clause.numbers, _COPULAS)
    exclaimed = number == clause.numbers.start and reading.sentence(clause).start == number
    alone = exclaimed and len(reading.sentence(clause)) < 5
    said = said or (alone and not reading.heard.says(clause.numbers, _COPULAS))
    return felt or ((found or said) and word.plain not in _MILD)


def _noun(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    near = range(max(clause.numbers.start, number - 2), number)
    mine = reading.heard.says(near, {"mijn", "my"})
    if reading.heard.words[number].plain not in _NOUNS[language]:
        moves = reading.heard.words[number].plain in _LIMBS and reading.heard.holds(clause.numbers, _MOVING)
        return mine and (moves or reading.heard.words[number].plain in _BODY)
    if reading.plain(clause.numbers[:2]) in _EXCLAIMED:
        return True
    whole = reading.sentence(clause)
    alone = clause.whose == "thing" and len(whole) < 7 and not _predicated(reading, whole)
    led = clause.whose == "own" and reading.heard.says(near[-1:], {"met", "with", "vol", "uit", "van", "of"})
    if alone or led:
        return True
    had = clause.whose == "own" and reading.heard.holds(clause.numbers, _HAVING)
    given = reading.heard.holds(clause.numbers, _GIVING) and reading.heard.says(clause.numbers, _ME)
    return mine or had or given


def _predicated(reading: Reading, numbers: range) -> bool:
    """Whether words hold a verb, or start as a subject does: then a noun of mood does not stand alone."""
    words = reading.words(numbers)
    verbs = reading.heard.says(numbers, _COPULAS) or any(map(_says_past, words))
    return verbs or words[0].plain in _NAMING - {"a", "een"} or any(word.plain in STARTS - _NAMING for word in words)


def _says_past(word: Word) -> bool:
    """Whether a word is a verb of the past in either language, and no mood ("relieved")."""
    return any(past(word, name) and word.plain not in _ADJECTIVES[name] for name in LANGUAGES)


def _verb(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    word = reading.heard.words[number]
    after_article = reading.heard.says(range(max(clause.numbers.start, number - 1), number), _ARTICLES)
    return clause.whose == "own" and not word.forms.isdisjoint(_VERBS[language]) and not after_article


def _reached(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    near = range(max(clause.numbers.start, number - 3), min(clause.numbers.stop, number + 3))
    word = reading.heard.words[number]
    verb = not word.forms.isdisjoint(_REACHES[language])
    if word.plain in _ADJECTIVES[language]:  # "keken me verbaasd aan", but "what touched me"
        verb = verb and reading.heard.says(range(number + 1, min(number + 2, clause.numbers.stop)), _ME)
    nothing = reading.heard.says(clause.numbers, _NOTHING)
    return verb and not nothing and reading.heard.says(near, _ME)


def _sensed(reading: Reading, clause: Clause) -> bool:
    """Whether the clause says "ik voelde me ...", "I felt ..." or "dat voelt ...", and no thought ("I felt that")."""
    words = reading.heard.words
    for number in clause.numbers:
        if not words[number].forms.isdisjoint(_SENSING) and clause.whose in {"own", "thing"}:
            following = words[number + 1].plain if number + 1 in clause.numbers else ""
            return following not in {"", "that", "dat", "like", "free", "aan", "we", "it", "er", "ervoor", "for"}
    return False


def _denied(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a negation shortly before a word takes it away; "not only" and "never so" do not."""
    before = reading.plain(range(max(clause.numbers.start, number - 4), number))
    for place, plain in enumerate(before):
        following = before[place + 1] if place + 1 < len(before) else ""
        if plain in _AGAINST and following not in {"alleen", "only", "zo", "so", "been", "just"}:
            return True
    return False


def _attributive(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Whether an adjective belongs to a noun after it: "a tense meeting", "een gespannen sfeer"."""
    words = reading.heard.words
    if number + 1 not in clause.numbers or words[number + 1].plain in STOPS:
        return False
    article = reading.heard.says(range(max(clause.numbers.start, number - 2), number), _ARTICLES)
    return article and (
        language == "en" or words[number].plain.endswith(("en", "e")) or words[number].plain in _WEAK["nl"]
    )


def _of_object(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether the mood is somebody else's, whom the writer saw or made so: "ik maakte haar boos"."""
    words = reading.heard.words
    if words[number - 1].plain in {"how", "hoe"} and number == clause.numbers[-1]:
        return True
    for each in range(max(clause.numbers.start + 1, number - 4), number):
        person = words[each].plain in PRONOUNS or not words[each].forms.isdisjoint(PEOPLE)
        leaning = reading.heard.says(range(max(clause.numbers.start, each - 2), each), PREPOSITIONS)
        if person and not leaning:
            return True
    return False

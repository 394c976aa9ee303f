"""Moods: single words that tell of a feeling, where they stand as said of the writer."""

from dialogues.language.hearing import PEOPLE, PREPOSITIONS, PRONOUNS, SELF, vocabulary
from dialogues.language.words import STOPS, Word
from dialogues.model import LANGUAGES, Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import past, perfect
from dialogues.reading.subjects import HUMANS, JOINING, STARTS

_ADJECTIVES = {name: vocabulary("feelings", f"adjectives {name}") for name in LANGUAGES}
_WEAK = {name: vocabulary("feelings", f"weak {name}") for name in LANGUAGES}
_PRACTICAL = vocabulary("feelings", "practical")
_MILD = vocabulary("feelings", "mild")
_STRONG = vocabulary("feelings", "strong degrees")
_NOUNS = {name: vocabulary("feelings", f"nouns {name}") for name in LANGUAGES}
_SHARED = {name: vocabulary("feelings", f"shared nouns {name}") for name in LANGUAGES}
_VERBS = {name: vocabulary("feelings", f"verbs {name}") for name in LANGUAGES}
_REACHES = {name: vocabulary("feelings", f"reaches me {name}") for name in LANGUAGES}
_FINDING = vocabulary("feelings", "finding")
_SENSING = vocabulary("feelings", "sensing")
_HAVING = vocabulary("feelings", "having")
_GIVING = vocabulary("feelings", "giving")
_ALSO_VERBS = vocabulary("feelings", "only after being")
_DEGREES = vocabulary("feelings", "slight degrees")
_LEADS = vocabulary("clauses", "before a left out subject") | vocabulary("feelings", "degrees") | STOPS
_AFTER = vocabulary("feelings", "after a mood")
_COPULAS = vocabulary("feelings", "copulas")
_BODY = vocabulary("feelings", "body")
_LIMBS = vocabulary("feelings", "limbs")
_MOVING = vocabulary("feelings", "moving of itself")
_GOING = vocabulary("feelings", "going")
_PLACES = vocabulary("feelings", "places")
_ARTICLES = frozenset({"een", "de", "het", "geen", "a", "an", "the", "no", "this", "deze"})
_ME = frozenset({"me", "mij", "mezelf"})
MINE = _ME | {"mijn", "my"}
_NOTHING = frozenset({"nothing", "niets", "niks", "nobody", "niemand", "none", "nowhere"})
_NAMING = frozenset({"my", "mijn", "de", "het", "the", "our", "onze", "ons", "een", "a", "an"})
_IMPERSONAL = vocabulary("clauses", "things")
_EXCLAIMED = (["wat", "een"], ["what", "a"], ["wat", "een"])
_LEADING = frozenset({"met", "with", "vol", "uit", "from", "through", "van", "of", "tot", "in", "zonder", "without"})
THEIRS = frozenset({"zijn", "haar", "hun", "his", "her", "their", "jouw", "your", "onze", "ons", "our"})
_AMONG = frozenset({"bij", "van", "in", "of", "onder", "among", "between", "tussen", "from"})
_TOPIC = frozenset({"over", "about", "regarding", "rond", "on"})
_LIKENED = frozenset({"als", "like", "in"})
_KEPT = frozenset({"heb", "had", "heeft", "hebben", "hadden"})
_CAUSING = frozenset({"liet", "laat", "laten", "let", "made", "make", "makes", "zag", "zie", "hoorde", "saw", "heard"})
_THEMSELVES = frozenset({"zich", "himself", "herself", "themselves"})
_MAKING = frozenset({"maakte", "maakt", "gemaakt", "stemde", "stemt"})
_NO_MOOD_MADE = vocabulary("feelings", "made so")
_MADE_BY = frozenset({"het", "dat", "dit", "wat", "er"})


def mood(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Whether a word, in its clause, tells what the writer feels."""
    return not _practical(reading, clause, number) and (
        _adjective(reading, clause, number, language)
        or _moved(reading, clause, number, language)
        or _made(reading, clause, number, language)
        or _weak(reading, clause, number, language)
        or _noun(reading, clause, number, language)
        or _verb(reading, clause, number, language)
        or _reached(reading, clause, number, language)
    )


def _practical(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a word says what something is like to do: "awkward to schedule"."""
    following = reading.plain(range(number + 1, min(number + 3, clause.numbers.stop)))
    return following[:1] in (["to"], ["te"]) and not _PRACTICAL.isdisjoint(following)


def is_mine(reading: Reading, clause: Clause) -> bool:
    """Whether a mood is the writer's: with "I", said of "it", or without any subject ("proud, relieved")."""
    if clause.whose != "thing":
        return clause.whose == "own"
    start = reading.plain(clause.numbers[:2])
    if reading.heard.says(clause.numbers[:4], _ME):  # "part of me was"
        return True
    named = start[0] in _NAMING and len(clause.numbers) > 1
    told = any(map(says_past, reading.words(clause.numbers)))
    before = reading.before(clause)[-1:]
    if clause.opener in JOINING and before and before[0].whose == "thing":  # "het plan was helder en rustig"
        return is_mine(reading, before[0])
    bare = not named and not told and not reading.heard.says(clause.numbers, _COPULAS)
    bare = bare or start[0] in _COPULAS - {"being"}
    return bare or not _IMPERSONAL.isdisjoint(start)


def of_others(reading: Reading, clause: Clause) -> bool:
    """Whether a clause names a person, or a place where a mood may be in the air."""
    before = ""
    for word in reading.words(clause.numbers):
        named = word.capital and bool(before) and word.plain not in SELF
        person = word.plain in PRONOUNS or not word.forms.isdisjoint(HUMANS | _PLACES)
        if (named or person) and before not in MINE:
            return True
        before = word.plain
    return False


def _adjective(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    word = reading.heard.words[number]
    if word.plain not in _ADJECTIVES[language] or _attributive(reading, clause, number, language):
        return False
    if _also_verb(reading, clause, number, language):
        return False
    if _given(reading, clause):
        return True
    how = language == "nl" and _manner(reading, clause, number)
    return not how and is_mine(reading, clause) and not _of_object(reading, clause, number)


def _given(reading: Reading, clause: Clause) -> bool:
    """Whether something is made or given to "me", and not to another: "she made me nervous"."""
    held = reading.heard.holds(clause.numbers, _GIVING) and reading.heard.says(clause.numbers, _ME)
    return held and not reading.heard.says(clause.numbers, _THEMSELVES)


def _moved(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Whether the writer was, felt or got what the verbs that reach "me" do: "I was rattled", "ik werd gekwetst"."""
    word = reading.heard.words[number]
    if word.forms.isdisjoint(_REACHES[language]) or word.plain in _REACHES[language] or clause.whose != "own":
        return False
    made = perfect(word) if language == "nl" else not word.plain.endswith(("ing", "s"))
    following = reading.heard.words[number + 1].plain if number + 1 in clause.numbers else ""
    being = made and _after_being(reading, clause, number) and not _of_object(reading, clause, number)
    return being and (not following or following in _AFTER)


def _made(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Whether "het maakte me ..." ends in a word that says how."""
    numbers = clause.numbers
    last = number == numbers[-1] and number > numbers.start + 2
    if language != "nl" or not last or not reading.heard.says(numbers[:1], _MADE_BY):
        return False
    word = reading.heard.words[number]
    so = word.plain not in STOPS | _NO_MOOD_MADE and not reading.heard.says((number - 1,), _ARTICLES)
    return so and reading.heard.says(numbers[1:], _MAKING) and reading.heard.says(numbers, {"me", "mij"})


def _manner(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a Dutch mood tells how something was done: "ik heb het rustig uitgelegd"."""
    if clause.whose != "own" or clause.implied or not reading.heard.says(clause.numbers, {"ik"}):
        return False
    being = reading.heard.says(clause.numbers, _COPULAS | _GOING) or reading.heard.holds(clause.numbers, _SENSING)
    led = number <= clause.numbers.start + 1 or reading.heard.holds(clause.numbers, _FINDING | _GIVING)
    return not (being or led)


def _after_being(reading: Reading, clause: Clause, number: int) -> bool:
    before = range(max(clause.numbers.start, number - 5), number)
    first = number == clause.numbers.start and reading.heard.says(clause.numbers[1:2], _COPULAS)
    felt = reading.heard.holds(clause.numbers[-1:], _SENSING)  # "dat ik me zo alleen voelde"
    return felt or first or reading.heard.says(before, _COPULAS) or reading.heard.holds(before, _SENSING)


def _also_verb(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Whether a word that is a verb or a plain quality as well ("I moved the date") lacks "I was" or "I felt"."""
    plain = reading.heard.words[number].plain
    kept = reading.heard.says(clause.numbers, _KEPT) and perfect(reading.heard.words[number])
    if plain not in _ALSO_VERBS and not (plain.endswith("ed") if language == "en" else kept):
        return False
    start = clause.numbers.start
    following = reading.heard.words[number + 1].plain if number + 1 in clause.numbers else ""
    came = reading.heard.says(range(start, number), _GOING) and following in _AFTER | {"", "thuis", "terug", "naar"}
    if came or _after_being(reading, clause, number):
        return False
    bare = all(each in _LEADS for each in reading.plain(range(start, number)))
    last = not following or following in _AFTER or (plain not in _ALSO_VERBS and following not in STARTS)
    return not (bare and last) or (clause.whose == "own" and not clause.implied and number > start)


def _weak(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Words that judge a situation: a feeling when found or felt so, or said of it as such."""
    word = reading.heard.words[number]
    if word.plain not in _WEAK[language] or _attributive(reading, clause, number, language):
        return False
    of_me = reading.heard.says((number - 1,), _ME)  # "people find me refreshing"
    if of_me or not is_mine(reading, clause):
        return False
    felt = reading.heard.holds(clause.numbers, _SENSING)
    found = reading.heard.holds(clause.numbers, _FINDING) and clause.whose == "own"
    said = clause.whose == "thing" and reading.heard.says(clause.numbers, _COPULAS)
    exclaimed = number == clause.numbers.start and reading.sentence(clause).start == number
    alone = exclaimed and len(reading.sentence(clause)) < 5
    said = said or (alone and not reading.heard.says(clause.numbers, _COPULAS))
    strong = found and reading.heard.says(range(max(clause.numbers.start, number - 1), number), _STRONG)
    return felt or strong or ((found or said) and word.plain not in _MILD)


def _noun(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    plain = reading.heard.words[number].plain
    near = range(max(clause.numbers.start, number - 2), number)
    mine = reading.heard.says(near, {"mijn", "my"})
    private = plain in _NOUNS[language]
    if not private and plain not in _SHARED[language]:
        moves = plain in _LIMBS and reading.heard.holds(clause.numbers, _MOVING)
        whole = reading.sentence(clause)
        noted = number == whole.start and clause.whose == "thing" and not _predicated(reading, clause.numbers)
        likened = noted and reading.heard.says(whole[1:3], _LIKENED | _MOVING)  # "maag als een steen"
        of_mine = mine and (moves or (plain in _BODY and clause.whose != "other"))
        return of_mine or (plain in _BODY | _LIMBS and likened)
    if _of_them(reading, clause, number) or reading.heard.says((number - 1,), _TOPIC):
        return False
    if reading.plain(clause.numbers[:2]) in _EXCLAIMED or mine:
        return True
    had = clause.whose == "own" and reading.heard.holds(clause.numbers, _HAVING)
    had = had and not reading.heard.says(clause.numbers, {"nodig", "need", "needed"})
    led = clause.whose == "own" and reading.heard.says(near if private else near[-1:], _LEADING)
    return had or led or _given(reading, clause) or _stands_alone(reading, clause, number, private=private)


def _stands_alone(reading: Reading, clause: Clause, number: int, *, private: bool) -> bool:
    """Whether a noun of mood makes a line of its own, or is told to have been there: "wat overheerste was spijt"."""
    if clause.whose != "thing":
        return False
    whole = reading.sentence(clause)
    short = len(whole) < 7 and not _predicated(reading, whole)
    if not private:
        return short
    bare = not _predicated(reading, clause.numbers) and number - clause.numbers.start < 4
    told = any(map(says_past, reading.words(clause.numbers))) or reading.heard.says(whole, SELF | MINE)
    return short or bare or told


def _of_them(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a mood is somebody else's or in a place: "haar angst", "onrust bij de leden", "relief in the room"."""
    words = reading.heard.words
    if reading.heard.says(range(max(clause.numbers.start, number - 2), number), THEIRS):
        return True
    for each in range(number + 1, clause.numbers.stop):
        among = reading.heard.says(range(max(number, each - 3), each), _AMONG)
        person = words[each].plain in PRONOUNS or not words[each].forms.isdisjoint(HUMANS | _PLACES)
        person = person or words[each].plain in THEIRS - {"ons", "onze", "our"}
        if among and (person or words[each].capital):
            return True
    return False


def _predicated(reading: Reading, numbers: range) -> bool:
    """Whether words hold a verb, or start as a subject does: then a noun of mood does not stand alone."""
    words = reading.words(numbers)
    verbs = reading.heard.says(numbers, _COPULAS) or any(map(says_past, words))
    return verbs or words[0].plain in _NAMING - {"a", "een"} or any(word.plain in STARTS - _NAMING for word in words)


def says_past(word: Word) -> bool:
    """Whether a word is a verb of the past in either language, and no mood ("relieved")."""
    return any(past(word, name) and word.plain not in _ADJECTIVES[name] for name in LANGUAGES)


def _verb(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    word = reading.heard.words[number]
    after_article = reading.heard.says(range(max(clause.numbers.start, number - 1), number), _ARTICLES)
    named = perfect(word) and not reading.heard.says(clause.numbers, _KEPT)  # "ik noemde haar gefrustreerd"
    been = word.plain.endswith("ed") and reading.heard.says(clause.numbers, _COPULAS)
    made = named or been or reading.heard.says(clause.numbers, _CAUSING)
    caused = made and _of_object(reading, clause, number)
    mine = clause.whose == "own" and not caused
    return mine and not word.forms.isdisjoint(_VERBS[language]) and not after_article


def _reached(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    near = range(max(clause.numbers.start, number - 3), min(clause.numbers.stop, number + 3))
    word = reading.heard.words[number]
    verb = not word.forms.isdisjoint(_REACHES[language])
    if word.plain in _ADJECTIVES[language]:  # "keken me verbaasd aan", but "what touched me"
        verb = verb and reading.heard.says(range(number + 1, min(number + 2, clause.numbers.stop)), _ME)
    nothing = reading.heard.says(clause.numbers, _NOTHING)
    return verb and not nothing and reading.heard.says(near, _ME)


def _attributive(reading: Reading, clause: Clause, number: int, language: Language) -> bool:
    """Whether an adjective belongs to a noun after it: "a tense meeting", "een gespannen sfeer"."""
    words = reading.heard.words
    if number + 1 not in clause.numbers or words[number + 1].plain in STOPS:
        return False
    if reading.heard.says((number - 1,), _DEGREES):  # "a bit wobbly afterwards"
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

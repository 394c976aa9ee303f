"""How certain words of despair are: an alarm, a question first, or nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum

from dialogues.care import despair, whose
from dialogues.care.whose import Whose
from dialogues.language.hearing import NEGATIONS, OWN, PEOPLE, PREPOSITIONS, SELF, WORK, Hearing, phrases, vocabulary
from dialogues.language.matching import Match, Phrase, phrase
from dialogues.language.words import STOPS

_ABOUT = vocabulary("safety", "about")
_CLIENTS = vocabulary("safety", "clients")
_DETERMINERS = vocabulary("safety", "objects")
_FILLERS = vocabulary("safety", "fillers")
_FUNNY = vocabulary("safety", "funny")
_LASTING = vocabulary("exhaustion", "lasts or returns")
_WALKING = vocabulary("safety", "walking")
_JOKING = vocabulary("safety", "joking")
_LEADING_ON = vocabulary("safety", "leading on")
_LEAVING_WORDS = vocabulary("safety", "leaving words")
_WEARY_WORDS = vocabulary("safety", "weary words")
_LIFE = vocabulary("safety", "life")
_UNLIVABLE = _LIFE | vocabulary("safety", "unlivable")
_LOOSE_LIFE = vocabulary("safety", "loose life")
_MOMENTS = vocabulary("safety", "moments")
_NEW_CLAUSE = vocabulary("safety", "new clause")
_RELATIVES = vocabulary("safety", "relatives")
_THEME = vocabulary("safety", "theme")
_EVERYONE = vocabulary("safety", "everyone")
_FORMER = ("-collega", "-colleague", "-collega's", "-colleagues", "-worker", "-medewerker")
_POINTS = frozenset({"dat", "that", "het", "it", "this", "dit"})
# Also misspelled, but not "zelfmoordpreventie": that is work.
_SUICIDE = re.compile(
    r"(?:su[iï](?:ci?|si)[dt]|su[cs]i[dt]|su[cs]ui[dt]|zelf-?moo?r|zelf-?dod|doods-?wens"
    r"|zelf-?beschadig|zelf-?verwond|self-?harm|self-?injur)"
    r"(?:e|i?aa?l|el|en|es|ale|ing|d|t|dt|s|er|-?gedacht\w*|-?neiging\w*|-?poging\w*|-?plan\w*)*"
)
_WHEN = frozenset({"on", "op", "in", "at", "bij"})  # before a day or a place
_ONESELF = OWN - {"mijn", "my"}
_OF = frozenset({"van", "of"})
_MY = frozenset({"mijn", "my"})
_DIED = frozenset({"stierf", "stierven", "overleed", "died"})
_DENIALS = frozenset({"niet", "not"})
_ARTICLES = frozenset({"het", "de", "mijn", "om", "over", "alleen", "the", "my", "about", "just", "only"})
_LIVING = frozenset({"live", "living", "leven", "wonen"})
_BEING = frozenset({"be", "being", "am", "were", "was", "ben"})
_WIDTH = 7  # words within which those of a thought stand together
_NARROW = 4  # the same, for nets of wide families
_WIDE = 9  # the same, for what is only asked about
_BESIDE_TOPIC = frozenset({
    "ja", "yes", "aan", "over", "about", "of", "om", "denk", "denken", "thinking", "gedachten", "gedachte", "thoughts",
    "gewoon", "just", "alleen", "maar", "weer", "again", "plan", "plannen", "plans",
})  # fmt: skip
_ROPE = frozenset({"touw", "strop", "rope", "noose"})
_STOPPING = frozenset({"meer", "anymore", "more", "longer", "langer", "no", "stop"})  # of what stops here
_SHORT = 16  # words: a text no longer than this says one thing
_TIGHT = 1  # words that may stand inside what is said in little more than function words
_NEAR = 6  # words around a topic word in which a theme of work is looked for


class Level(IntEnum):
    """What a phrase calls for."""

    CALM = 0
    CHECK = 1
    ALARM = 2


def level(heard: Hearing, signals: Sequence[str], ambiguous: Sequence[str]) -> Level:
    """The most serious reading of a text, by the phrases of the content and the wordings beside them."""
    most = Level.CALM
    for found in _levels(heard, [phrase(text) for text in signals], [phrase(text) for text in ambiguous]):
        most = max(most, found)
        if most is Level.ALARM:  # nothing is more serious
            break
    return most


def _levels(heard: Hearing, signals: Sequence[Phrase], ambiguous: Sequence[Phrase]) -> Iterator[Level]:
    topics = [each for each in signals if len(each.parts) == 1]
    despair = [each for each in signals if len(each.parts) > 1]
    leaving = [each for each in ambiguous if _has(each, _LEAVING_WORDS)]
    yield from (_despair(heard, match) for match in heard.finds((*despair, *heard.likely("safety", "crisis"))))
    for match in heard.gathers(heard.likely("safety", "crisis together"), _WIDTH):
        yield min(_most(heard, match), _despair(heard, match))
    yield from (_hint(heard, match) for match in heard.gathers(heard.likely("safety", "crisis hints"), _WIDE))
    yield from (_hint(heard, match) for match in heard.gathers(heard.likely("safety", "crisis nets"), _NARROW))
    yield from (_grave(heard, match) for match in heard.finds(heard.likely("safety", "crisis grave")))
    yield from (_topic(heard, match) for match in (*heard.finds(topics), *_shaped(heard)))
    bare = heard.finds(heard.likely("safety", "crisis bare"))
    yield from (Level.ALARM for match in bare if _bare(heard, match))
    for match in heard.finds((*leaving, *heard.likely("safety", "crisis leaving"))):
        yield _open(heard, match, heard.sentence(match.last))
    for match in heard.finds(_lost(heard, ambiguous)):
        yield _open(heard, match, heard.clause(match.last))


def weary(heard: Hearing, ambiguous: Sequence[str]) -> bool:
    """Whether the writer cannot go on, without a word that says with what: worth a question, or plain exhaustion."""
    if _hurries(heard):
        return False
    worn = [each for each in _tired(heard, [phrase(text) for text in ambiguous]) if _has(each, _WEARY_WORDS)]
    tight = heard.finds(heard.likely("safety", "crisis tight"), _TIGHT)
    tired = (match for match in heard.finds(worn) if not _funny(heard, match))
    return any(_open(heard, match, heard.clause(match.last)) for match in tired) or any(
        _open(heard, match, heard.sentence(match.last)) for match in tight
    )


def _hurries(heard: Hearing) -> bool:
    """Whether a short text says why it stops here: "can't any more today, got to run", and nothing that lasts."""
    every = range(len(heard.words))
    plain = replace(heard, masked=frozenset())
    reasons = plain.finds(phrases("safety", "reasons of every day"), 1)
    return len(every) <= _SHORT and any(reasons) and not heard.says(every, _LASTING - _STOPPING)


def _funny(heard: Hearing, match: Match) -> bool:
    """Whether it is of laughing: "kan niet meer, zo grappig"; not "zo grappig kan ik niet meer doen"."""
    rest = range(match.last + 1, heard.sentence(match.last).stop)
    return heard.says(rest[-1:], _FUNNY) and not heard.says(rest, NEGATIONS)


def _lost(heard: Hearing, ambiguous: Sequence[Phrase]) -> list[Phrase]:
    return [each for each in _tired(heard, ambiguous) if not _has(each, _WEARY_WORDS)]


def _tired(heard: Hearing, ambiguous: Sequence[Phrase]) -> list[Phrase]:
    every = (*ambiguous, *heard.likely("safety", "crisis ambiguous"))
    return [each for each in every if not _has(each, _LEAVING_WORDS)]


def _has(each: Phrase, words: frozenset[str]) -> bool:
    return any(not part.accepted.isdisjoint(words) for part in each.parts)


def _despair(heard: Hearing, match: Match) -> Level:
    thing = _object(heard, match)
    if thing:
        return Level.CALM if heard.holds((*thing, *heard.after(match)[:1]), WORK) else Level.CHECK
    speaker = whose.despair(heard, match)
    if heard.says(heard.sentence(match.first), _JOKING) or despair.surfeit(heard, match):
        return Level.CALM
    aside = _leads_on(heard, _rest(heard, match)) or _describes(heard, match)
    if speaker is Whose.WORK or _plain_life(heard, match) or (aside and _plain_matter(heard, match)):
        return Level.CALM
    doubts = heard.negated(match) or _broken(heard, match) or speaker is Whose.OTHER or _some_matter(heard, match)
    return Level(Level.ALARM - doubts - aside)


def _some_matter(heard: Hearing, match: Match) -> bool:
    """Whether "er" may be a matter that is named after it: "ik maak er een eind aan, na het laatste nummer"."""
    rest = range(match.last + 1, heard.sentence(match.last).stop)
    return heard.says(match.at, {"er"}) and heard.holds(rest, WORK)


def _object(heard: Hearing, match: Match) -> tuple[int, ...]:
    """The words between that name something else than the writer: "wil [dat dit dossier] dood"."""
    inside = match.between()
    for place, number in enumerate(inside):
        rest = [each for each in inside[place + 1 :] if heard.words[each].plain not in _FILLERS | OWN]
        ends = number + 1 in match.at and heard.words[number].plain not in _POINTS
        life = heard.holds(inside[place + 1 :] or (number + 1,), _LIFE)
        if heard.words[number].plain in _DETERMINERS | {"dat", "that"} and (rest or ends) and not life:
            return inside[place:]
    return ()


def _most(heard: Hearing, match: Match) -> Level:
    """What loose words can call for at most: an alarm only beside the writer, nothing when they are about others."""
    if heard.says(heard.sentence(match.first), OWN):
        return Level.ALARM
    theirs = heard.holds(heard.sentence(match.first), _CLIENTS) or heard.subject(match) != "none"
    return Level.CALM if theirs else Level.CHECK


def _hint(heard: Hearing, match: Match) -> Level:
    """Words that may be heavy: worth a question, unless work or somebody else explains them."""
    explained = _worky(heard, heard.sentence(match.first)) or despair.adrift(heard, match)
    elsewhere = _goes_with(heard, match) or _plain_life(heard, match) or despair.delegated(heard, match)
    theirs = whose.despair(heard, match) is not Whose.OWN or _bereft(heard, match)
    aside = explained or theirs or elsewhere
    return Level.CALM if aside else min(Level.CHECK, _most(heard, match))


def _bereft(heard: Hearing, match: Match) -> bool:
    """Whether somebody near is who died: "papa stierf toen ik 12 was", "toen ik 12 was stierf mijn vader"."""
    return any(heard.holds(_nearest(heard, each), _RELATIVES) for each in match.at if heard.says((each,), _DIED))


def _nearest(heard: Hearing, number: int) -> tuple[int, ...]:
    """The words at a verb where its subject stands."""
    mine = heard.says(range(number + 1, min(number + 2, len(heard.words))), _MY)
    return tuple(each for each in (number - 1, number + 1 + mine) if each in heard.clause(number))


def _worky(heard: Hearing, numbers: range) -> bool:
    """Whether the words are about work; "en dan bedoel ik niet het werk" is not."""
    named = (n for n in numbers if heard.holds((n,), _THEME) or despair.everyday(heard, range(n, n + 1)))
    return any(not _denied(heard, number, numbers.start) for number in named)


def _denied(heard: Hearing, number: int, start: int) -> bool:
    before = (word for word in heard.plain(reversed(range(start, number))) if word not in _ARTICLES)
    return next(before, "") in _DENIALS


def _grave(heard: Hearing, match: Match) -> Level:
    """A word of death in what the writer says: a question, unless somebody or something else explains it."""
    around = heard.sentence(match.first)
    own = whose.despair(heard, match) is Whose.OWN and (heard.says(around, OWN) or len(around) <= 2)
    others = heard.holds(around, PEOPLE - _EVERYONE | _THEME | _RELATIVES)
    after = heard.after(match)[:2]
    named = heard.says(after[:1], _OF) and not heard.says(after, _ONESELF)  # "the funeral of a trustee"
    everyday = despair.everyday(heard, around) or despair.adrift(heard, match) or named
    hung = _asks_to_wait(heard, match) or _hangs_a_thing(heard, match)
    explained = others or everyday or _describes(heard, match) or hung
    return Level.CHECK if own and not explained else Level.CALM


def _asks_to_wait(heard: Hearing, match: Match) -> bool:
    """Whether it is the "hang on" that a question or a remark opens with; not "I can't hang on"."""
    before = range(heard.sentence(match.first).start, match.first)
    waits = heard.says(match.at, {"hang"}) and heard.says(range(match.last + 1, match.last + 2), {"on"})
    return waits and not heard.says(before, OWN | NEGATIONS)


def _hangs_a_thing(heard: Hearing, match: Match) -> bool:
    """Whether it is a thing that the writer hangs up: "ik hang morgen de poster op"; a rope is none."""
    after = heard.after(match)
    named = next((number for number in after if heard.says((number,), _DETERMINERS | PREPOSITIONS | OWN)), None)
    thing = named is not None and heard.says((named,), _DETERMINERS)
    return thing and heard.says(match.at, {"hang"}) and not heard.holds(after, _ROPE)


def _describes(heard: Hearing, match: Match) -> bool:
    """Whether "dood" or "dead" describes the thing after it: "dood gewicht"."""
    rest = heard.after(match)[:1]
    being = heard.says(range(max(0, match.last - 1), match.last), _BEING)
    return (
        not being
        and heard.words[match.last].plain in {"dood", "dead"}
        and any(heard.words[each].plain not in _FILLERS | OWN | STOPS for each in rest)
    )


def _broken(heard: Hearing, match: Match) -> bool:
    return heard.words[match.first].sentence != heard.words[match.last].sentence


def _plain_life(heard: Hearing, match: Match) -> bool:
    """Whether it tells of a place to live or of a mishap: "not live in London", but not "in this pain"."""
    rest = heard.after(match)
    if despair.mishap(heard, match) or (heard.says(match.at, {"hurt"}) and despair.doing(heard, match)):
        return True  # "hurt myself skating"
    dwelling = heard.says(match.at[-1:], _LIVING) and heard.says(rest[:1], {"in"})
    return dwelling and len(rest) > 1 and not heard.holds(rest, _UNLIVABLE)


def _rest(heard: Hearing, match: Match) -> range:
    """What follows in the clause, with an "as" that the match itself ends on: "er niet meer zijn [als voorzitter]"."""
    leading = heard.words[match.last].plain in {"als", "as"}
    return range(match.last + (not leading), heard.clause(match.last).stop)


def _leads_on(heard: Hearing, rest: range) -> bool:
    return bool(rest) and heard.says(rest[:1], _LEADING_ON) and not heard.holds(rest, _LIFE)


def _goes_with(heard: Hearing, match: Match) -> bool:
    """Whether a thing comes with it: "not live with that decision", "moe van het wachten"."""
    return _leads_on(heard, heard.after(match)) and not heard.says(heard.after(match)[:1], _WHEN)


def _plain_matter(heard: Hearing, match: Match) -> bool:
    """Whether what it leads on to is work or an hour: "er niet meer zijn voor 8 uur", "als voorzitter"."""
    rest = _rest(heard, match)
    return heard.holds(rest, _MOMENTS) or despair.everyday(heard, rest)


def _shaped(heard: Hearing) -> Iterator[Match]:
    """Words of suicide, misspelled or compounded as they may be."""
    yield from (
        Match((number,))
        for number, word in enumerate(heard.words)
        if number not in heard.masked and _SUICIDE.fullmatch(word.plain)
    )


def _topic(heard: Hearing, match: Match) -> Level:
    """A topic word is asked about, by itself it alarms; beside a theme of work only where it is the writer's own."""
    if _bare(heard, match):
        return Level.ALARM
    around = heard.sentence(match.first)
    near = range(max(around.start, match.first - _NEAR), min(around.stop, match.first + _NEAR + 1))
    speaker = whose.topic(heard, match)
    themed = heard.holds(near, _THEME)
    if speaker is Whose.WORK or (themed and not _themed_after(heard, match)):
        return Level.CALM
    others = heard.holds(near, _THEME | _RELATIVES) or any(word.endswith(_FORMER) for word in heard.plain(near))
    own = heard.says(around, OWN) and not others and not heard.negated(match)
    return Level.ALARM if own else Level.CHECK


def _bare(heard: Hearing, match: Match) -> bool:
    """Whether the whole message says no more than this word: "zelfmoord", "about suicide", "suicidal thoughts"."""
    return set(heard.plain(number for number in range(len(heard.words)) if number not in match.at)) <= _BESIDE_TOPIC


def _themed_after(heard: Hearing, match: Match) -> bool:
    """Whether the writer comes closer to the word than the theme does: "I think of suicide in every meeting"."""
    start = max(heard.sentence(match.first).start, match.first - _NEAR)
    before = reversed(range(start, match.first))
    nearest = [number for number in before if heard.words[number].plain in SELF or heard.holds((number,), _THEME)][:1]
    return heard.says(nearest, SELF) and not heard.holds(heard.after(match)[:2], _THEME)


def _open(heard: Hearing, match: Match, around: range) -> Level:
    """An ambiguous phrase: worth a question only in the first person and without work as its object."""
    short = len(heard.sentence(match.first)) <= len(match.at) + 2
    own = heard.subject(match) == "own" or heard.says(match.at, SELF) or (short and heard.subject(match) == "none")
    walked = heard.says(match.between(), _WALKING) and not heard.holds(heard.after(match), _LIFE)
    elsewhere = walked or heard.holds(around, WORK) or heard.negated(match) or _about_something(heard, match)
    return Level.CHECK if own and not elsewhere and not whose.quoted(heard, match) else Level.CALM


def _about_something(heard: Hearing, match: Match) -> bool:
    before = heard.plain(range(max(heard.clause(match.first).start, match.first - 1), match.first))
    pointed = before in {("dat",), ("dit",), ("that",), ("this",)} and "ik" not in heard.plain(match.at)
    rest = heard.after(match)
    life = heard.holds(rest[:4], _LIFE - _LOOSE_LIFE)
    content = not life and any(heard.words[each].plain not in _FILLERS | OWN | _LOOSE_LIFE for each in rest)
    fresh = heard.says(rest[:4], _NEW_CLAUSE)
    return pointed or bool(_object(heard, match)) or (content and not fresh)

"""The safety screen: whether words call for care before anything else, in both languages, whatever language is set.

For a crisis of the leader's own it prefers a false alarm over a miss, and asks (`Check`) where the meaning is open;
the other categories alarm on what is said plainly and, for strain, about the writer. What rules pass over `likeness`
may still find.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from dialogues.care import crisis, despair, grief, plans, strain, whose
from dialogues.care.crisis import Level
from dialogues.care.likeness import likeness
from dialogues.care.masks import listened, stepped_back
from dialogues.care.spelling import mended
from dialogues.care.whose import Whose
from dialogues.language import meanings
from dialogues.language.hearing import OWN, PEOPLE, WORK, Hearing, phrases, vocabulary
from dialogues.language.matching import Match, phrase
from dialogues.language.meanings import Kind
from dialogues.model import LANGUAGES, Language, Library, SafetyCategory
from dialogues.reading.lived import lived
from dialogues.wishes import commanding, queries, sayings, tongues

FOUR_WEEKS = timedelta(weeks=4)
_THINGS = vocabulary("safety", "subjects of thing")
_NO_DANGER = vocabulary("danger", "everyday")
_CUT = vocabulary("danger", "cut with a knife")
_NO_FIGURE = vocabulary("danger", "no figure")
_FICTION = vocabulary("safety", "fiction")
_US = frozenset({"we", "wij"})
_POLICY = vocabulary("safety", "policy")
_FIGHTING, _INSIDE = vocabulary("safety", "fighting"), vocabulary("safety", "inside")
_OURS = frozenset({"we", "wij", "ons", "onze", "our", "us"})
_THE_OTHERS = frozenset({"others", "they", "people", "rest", "everyone", "anderen", "ze", "zij", "mensen", "iedereen"})
_ALIKE, _GRAVE = 0.75, 0.93  # probabilities, chosen on lines that were left out while learning
_FEW, _SHORT = 5, 12  # words that are too few to be like anything, and to be so but for a strong likeness


@dataclass(frozen=True, slots=True)
class Calm:
    """Nothing calls for care: the conversation goes on."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """The category's message goes out at once."""

    category: str


@dataclass(frozen=True, slots=True)
class Check:
    """The category's question goes out first: the words may mean something else."""

    category: str


Signal = Calm | Alarm | Check
_DOUBTS: frozenset[Signal] = frozenset({Check("crisis_self"), Alarm("severe_strain")})  # never an alarm about a crisis
_FOR_THE_BOT = frozenset(
    {"later", "other", "skip", "unclear", "reader", "self", "change", "pause", "rhythm", "fridays"}
)
_ARRANGED, _SURE = frozenset({"change", "rhythm"}), 0.98
_OF_THE_BOT = vocabulary("safety", "of the bot")
_BESIDES = frozenset({"als", "if", "when", "wanneer", "tot", "until", "want", "because", "omdat", "nog", "still"})
_CARED_FOR: frozenset[Signal] = frozenset({Alarm("crisis_self"), Check("crisis_self"), Alarm("acute_danger")})


def screen(text: str, library: Library, *, inside_case: bool = False) -> Signal:
    """The signal of the highest priority in a text; `inside_case`: the leader is answering an integrity case."""
    heard = listened(mended(_unquoted(text, library)))
    said = _ruled(heard, library, inside_case)
    known = inside_case or _plainly_to_the_bot(text)  # words to the bot are like nothing else
    found = said if known else _beside(said, heard)
    if found != said and _mourns(text, found):  # only alike, and a death is what it tells
        found = said
    if plans.told(heard, asked=found == Check("crisis_self")):
        return Alarm("crisis_self")
    return Calm() if found in _DOUBTS and _to_the_bot(text, heard) else found


def _plainly_to_the_bot(text: str) -> bool:
    """Can it be nothing else than a question to the bot, a wish for a language, or for a question at another time?"""
    if queries.meant(text) is not None or tongues.asked(text) is not None:
        return True
    wish = sayings.guess(text)
    return wish is not None and wish.kind in _ARRANGED and wish.share >= _SURE


def _to_the_bot(text: str, heard: Hearing) -> bool:
    """Is it surely a wish or a question to the bot, which names its questions, messages or readers, in one breath?"""
    if commanding.command(text) == "delete":
        return despair.told(heard) <= {"bare thoughts"}
    every = range(len(heard.words))
    plain = len({word.clause for word in heard.words}) == 1 and not heard.says(every, _BESIDES)
    named = heard.says(every, _OF_THE_BOT) and not despair.told(heard)
    return plain and named and sayings.sure(text) in _FOR_THE_BOT


def _ruled(heard: Hearing, library: Library, inside_case: bool) -> Signal:
    """What the rules say."""
    for category in sorted(library.safety.values(), key=lambda each: each.priority):
        match _level(heard, category, library, inside_case):
            case Level.ALARM:
                return Alarm(category.id)
            case Level.CHECK:
                return Check(category.id)
    return Calm()


def _unquoted(text: str, library: Library) -> str:
    """The text without lines of the bot's own about safety, so that a leader can quote them."""
    for line in sorted(_own_lines(library), key=len, reverse=True):  # one may be a part of another
        text = text.replace(line, " ")
    return text


def _own_lines(library: Library) -> Iterator[str]:
    shown = [message.text for name, message in library.messages.items() if name.startswith("urgent")]
    for category in library.safety.values():
        shown += [category.message.text, *([category.check] if category.check else [])]
    for own in shown:
        yield from (line for line in (*own.nl.splitlines(), *own.en.splitlines()) if line)


def strained(values: Sequence[tuple[date, int]], today: date) -> bool:
    """Whether a pulse, or another scale from 1 to 5, was 1 three times within four weeks up to today."""
    return sum(value == 1 and today - FOUR_WEEKS < day <= today for day, value in values) >= 3


def _beside(said: Signal, heard: Hearing) -> Signal:
    """What the rules say, or what they passed over and is alike: a question for despair, for danger its message."""
    few = len(heard.words) - len(heard.masked) <= _FEW
    if few or said in _CARED_FOR or _told(heard) or _steps_back(heard):
        return said
    alike = likeness(heard)
    asks = alike["crisis_self"] >= alike["acute_danger"]
    plenty = len(heard.words) > _SHORT and said != Alarm("severe_strain")
    enough = _ALIKE if asks and plenty else _GRAVE
    if alike["crisis_self"] + alike["acute_danger"] < enough:
        return said
    return Check("crisis_self") if asks else Alarm("acute_danger")


def _mourns(text: str, found: Signal) -> bool:
    """Is what is alike a loss: no danger, and no despair unless the writer speaks of themselves in it?"""
    return grief.told(text) and (found == Alarm("acute_danger") or not grief.beside(text).strip())


def _told(heard: Hearing) -> bool:
    """Is it about a book, a play or a film, and not a word about the writer?"""
    every = range(len(heard.words))
    return heard.holds(every, _FICTION) and not heard.says(every, OWN)


def _steps_back(heard: Hearing) -> bool:
    """Do others speak up without the writer, or leave as the writer leads too hard: "I want too much control"?"""
    every = range(len(heard.words))
    hard = any(heard.finds(phrases("safety", "leading too hard"))) and heard.says(every, _THE_OTHERS)
    return hard or any(stepped_back(heard))


def _level(heard: Hearing, category: SafetyCategory, library: Library, inside_case: bool) -> Level:
    signals = _texts(category.signals)
    match category.id:
        case "crisis_self":
            said = crisis.level(heard, signals, _texts(category.ambiguous))
            return said if said is Level.ALARM else max(said, _thought(heard, category, library))
        case "acute_danger":
            blows = heard.plainly((*map(phrase, signals), *heard.likely("safety", "danger")))
            return _alarm(chain((_danger(heard, match) for match in blows), _threats(heard)))
        case "severe_strain":
            return _alarm([strain.told(heard, signals)])
        case "integrity_report" if inside_case:
            return _alarm([lived(heard), *(True for _ in heard.plainly(heard.likely("safety", "real")))])
        case "integrity_report":
            return _alarm(_report(heard, match) for match in heard.plainly(map(phrase, signals)))
    return Level.CALM  # data of others: see `privacy`


def _texts(texts: Mapping[Language, Sequence[str]]) -> list[str]:
    return [text for language in LANGUAGES for text in texts.get(language, ())]


def _thought(heard: Hearing, category: SafetyCategory, library: Library) -> Level:
    """Ask about thoughts of not living; about vague ones not when exhaustion explains them: it has its own message."""
    told = despair.told(heard)
    if not told <= {"bare thoughts"}:
        return Level.CHECK
    if not told and not crisis.weary(heard, _texts(category.ambiguous)):
        return Level.CALM
    worn = strain.told(heard, _texts(library.safety["severe_strain"].signals))
    return Level.CALM if worn else Level.CHECK


def _alarm(verdicts: Iterable[bool]) -> Level:
    return Level.ALARM if any(verdicts) else Level.CALM


def _danger(heard: Hearing, match: Match) -> bool:
    """A person threatens or hits; "it hits me that", "threatened to kill the project" and a bread knife are none."""
    thing = heard.says(range(max(0, match.first - 1), match.first), _THINGS)
    work = heard.holds(heard.after(match)[:3], WORK - PEOPLE) or heard.holds(heard.sentence(match.first), _NO_DANGER)
    cutting = heard.subject(match) == "own" and heard.holds(heard.sentence(match.first), _CUT)
    return not (thing or work or cutting)


def _threats(heard: Hearing) -> Iterator[bool]:
    for each in meanings.hearings(heard):
        yield from (_threat(each, kind, match) for kind, match in meanings.told(each, "danger"))


def _threat(heard: Hearing, kind: Kind, match: Match) -> bool:
    """Violence in the writer's own life, or that the writer is afraid to do; not what their work is about."""
    around = heard.sentence(match.first)
    theirs = not heard.says(match.at, OWN) and whose.topic(heard, match) is Whose.WORK
    if theirs or heard.negated(match) or heard.says(around, _US) or heard.holds(around, _FICTION):
        return False
    if kind == "bare thoughts":
        return meanings.alone(heard, "danger", match) and not _figure(heard, match)
    return kind == "grave thoughts" or not (_figure(heard, match) or heard.holds(around, _NO_DANGER))


def _figure(heard: Hearing, match: Match) -> bool:
    """Whether the words only tell how angry the writer was: no fear, weapon, home or plan is beside it."""
    if heard.says(range(len(heard.words)), _NO_FIGURE):
        return False
    return any(set(match.at) & set(each.at) for each in heard.finds(phrases("danger", "figures")))


def _report(heard: Hearing, match: Match) -> bool:
    around = heard.sentence(match.first)
    return not (heard.holds(around, _POLICY) or _fought(heard, around))


def _fought(heard: Hearing, around: range) -> bool:
    """Whether it is what the alliance works against: "de misstand die wij bestrijden is armoede"."""
    ours = heard.says(around, _OURS) or heard.holds(around, WORK - PEOPLE)
    return ours and heard.holds(around, _FIGHTING) and not heard.holds(around, _INSIDE)

"""The safety screen: whether words call for care before anything else, in both languages, whatever language is set.

For a crisis of the leader's own it prefers a false alarm over a miss, and asks (`Check`) where the meaning is open;
the other categories alarm on what is said plainly and, for strain, about the writer.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dialogues import crisis
from dialogues.crisis import Level
from dialogues.hearing import OWN, PEOPLE, WORK, Hearing, hear, phrases, vocabulary
from dialogues.matching import Match, Phrase, phrase
from dialogues.model import LANGUAGES, Library, SafetyCategory

FOUR_WEEKS = timedelta(weeks=4)
_HARMLESS = phrases("safety", "harmless")
_DANGER = phrases("safety", "danger")
_STRAIN = phrases("safety", "strain")
_REAL = phrases("safety", "real")
_SMALL = vocabulary("safety", "small")
_THINGS = vocabulary("safety", "subjects of thing")
_ABOUT = vocabulary("safety", "about")
_LONG_AGO = vocabulary("safety", "long ago")
_POLICY = vocabulary("safety", "policy")


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


def screen(text: str, library: Library, *, inside_case: bool = False) -> Signal:
    """The signal of the highest priority in a text; `inside_case`: the leader is answering an integrity case."""
    heard = hear(text, _HARMLESS)
    for category in sorted(library.safety.values(), key=lambda each: each.priority):
        match _level(heard, category, inside_case):
            case Level.ALARM:
                return Alarm(category.id)
            case Level.CHECK:
                return Check(category.id)
    return Calm()


def strained(values: Sequence[tuple[date, int]], today: date) -> bool:
    """Whether a pulse, or another scale from 1 to 5, was 1 three times within four weeks up to today."""
    return sum(value == 1 and today - FOUR_WEEKS < day <= today for day, value in values) >= 3


def _level(heard: Hearing, category: SafetyCategory, inside_case: bool) -> Level:
    signals = [text for language in LANGUAGES for text in category.signals.get(language, ())]
    ambiguous = [text for language in LANGUAGES for text in category.ambiguous.get(language, ())]
    if category.id == "crisis_self":
        return crisis.level(heard, signals, ambiguous)
    if category.id == "integrity_report" and inside_case:
        return _alarm(_plainly(heard, _REAL))
    if category.id not in _JUDGES:  # data of others: see `privacy`
        return Level.CALM
    judge, more = _JUDGES[category.id]
    return _alarm(judge(heard, match) for match in _found(heard, [*map(phrase, signals), *more]))


def _alarm(verdicts: Iterable[bool]) -> Level:
    return Level.ALARM if any(verdicts) else Level.CALM


def _found(heard: Hearing, wanted: Iterable[Phrase]) -> Iterable[Match]:
    """Matches that are said plainly: not negated, in one clause, with only small words between."""
    for match in heard.finds(wanted):
        small = all(word in _SMALL for word in heard.plain(match.between()))
        if small and match.last in heard.sentence(match.first) and not heard.negated(match):
            yield match


def _plainly(heard: Hearing, wanted: Iterable[Phrase]) -> Iterable[bool]:
    return (True for _ in _found(heard, wanted))


def _danger(heard: Hearing, match: Match) -> bool:
    """A person threatens or hits; "it hits me that" and "threatened to kill the project" are no danger."""
    thing = heard.says(range(max(0, match.first - 1), match.first), _THINGS)
    return not thing and not heard.holds(heard.after(match)[:3], WORK - PEOPLE)


def _strain(heard: Hearing, match: Match) -> bool:
    """The writer's own, and not a subject that is talked about, somebody else's or long ago."""
    before = range(max(0, match.first - 1), match.first)
    after = heard.after(match)
    aside = heard.says(before, _ABOUT) or heard.holds(heard.sentence(match.first), _LONG_AGO)
    theirs = heard.says(after[:1], {"van", "of", "bij", "among"}) and heard.holds(after[:4], PEOPLE)
    alone = heard.subject(match) == "none" and len(heard.sentence(match.first)) <= len(match.at) + 1
    own = heard.subject(match) == "own" or heard.says(before, OWN) or alone
    return own and not aside and not theirs


def _report(heard: Hearing, match: Match) -> bool:
    return not heard.holds(heard.sentence(match.first), _POLICY)


_JUDGES: dict[str, tuple[Callable[[Hearing, Match], bool], tuple[Phrase, ...]]] = {
    "acute_danger": (_danger, _DANGER),
    "severe_strain": (_strain, _STRAIN),
    "integrity_report": (_report, ()),
}

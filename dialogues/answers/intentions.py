"""What a leader means to do: the sentence that says so, whether it has its moment with it, and what became of it."""

import re
from typing import Literal

from dialogues import markers
from dialogues.language import words
from dialogues.language.hearing import SELF, hear, phrases, vocabulary
from dialogues.model import Language
from dialogues.reading.ahead import ahead, is_moment, told_in_past
from dialogues.reading.clauses import Clause, Reading, read
from dialogues.reading.forms import acts_now, perfect
from dialogues.reading.subjects import NOMINATIVES

FEW, MOST = 3, 5  # open ones: more than a few is worth a word, and more than the most are not noted
_WHEN_THEN = re.compile(
    r"\W*(?:als|zodra|wanneer|elke keer dat|if|when|whenever|as soon as)\s.+?(?:,|\bdan\b|\bthen\b).+"
)
_REASON = re.compile(
    r"\W*(?:(?:ja|nou|wel|tja|ook|vooral|gewoon|juist|yes|well|just|simply|mainly|mostly|partly|also)\W+)*"
    r"(?:omdat|want|doordat|aangezien|vermits|because|'?cause|cos|since|as)\b"
)
_INVERTED = re.compile(r"\b(?:omdat|doordat|aangezien|vermits)\b.+\b(?:ga|zal|wil|moet|kan|begin|probeer|neem) ik\b")
_LEAD = re.compile(
    r"(?:[-•*–]|\d+[.)])\s+|(?:en|maar|and|but)\s+(?=\w)|so\s+(?=i\b)|(?:(?:mostly|mainly|just|well|maybe|yes|basically|also)\W+)*that\s+(?=i\b)",
    re.IGNORECASE,
)
_HANGING = frozenset(
    {
        "als",
        "zodra",
        "wanneer",
        "omdat",
        "want",
        "doordat",
        "tenzij",
        "if",
        "when",
        "because",
        "since",
        "once",
        "unless",
    }
)  # what comes after these belongs to them
_VERBS = (
    vocabulary("markers", "bare verbs en")
    | vocabulary("markers", "simple verbs")
    | vocabulary("verbs", "first person nl")
    | vocabulary("verbs", "first person en")
)
_SO = frozenset({"dus", "daarom", "dan", "so", "therefore", "then"})  # after these comes what is done
Outcome = Literal["done", "partly", "not", "changed"]
_IT = r"(?:ik heb (?:het|dat) |ik |het (?:is |ging )?|dat (?:is |ging )?|i |it (?:was |went )?|that )?(?:(?:is|was) )?"
_WELL = r"(?:helaas |nog |uiteindelijk |gewoon |wel |sadly |unfortunately )*"
_PARTLY = (
    r"half|voor de helft|halverwege|deels|gedeeltelijk|ten dele|(?:een )?beetje(?: gelukt| gedaan)?|niet helemaal"
    r"(?: gelukt)?|partly|partially|in part|halfway|a (?:little )?bit|somewhat|sort of|kind of|not quite"
    r"|not (?:entirely|completely|fully)"
)
_NOT = (
    r"niet|niets|nee|vergeten|niet (?:gelukt|gedaan|gebeurd|van gekomen)|kwam er niet van|no|not|not yet"
    r"|not (?:done|happened)|forgot(?:ten)?(?: it)?|(?:did not|didn't|have not|haven't)"
    r"(?: (?:do|did|done|happen|manage)(?: it| that)?)?"
)
_OUTCOMES: tuple[tuple[Outcome, str], ...] = (
    ("changed", r"niet meer nodig|hoefde niet meer|no longer needed|not needed any ?more"),
    ("partly", _PARTLY),
    ("not", _NOT),
    ("done", r"ja|yes|gelukt|gedaan|goed|done|did(?: it| that)?|worked|managed(?: it)?|have done it|well"),
)
_PARTING = re.compile(r"[.,;:!?–—\n-]|\b(?:maar|but|al|though|omdat|because|want)\b")


def outcome(text: str) -> Outcome | None:
    """What became of an intention, when the words that a reply opens with say so; None when it is told otherwise."""
    parts = [part.strip() for part in _PARTING.split(words.fold(text)) if part.strip()]
    told = [_told(part) for part in parts[:2]]
    return "partly" if told == ["done", "partly"] else next(iter(told), None)


def _told(part: str) -> Outcome | None:
    return next((found for found, said in _OUTCOMES if re.fullmatch(f"{_IT}{_WELL}(?:{said})", part)), None)


def sentence(text: str, language: Language) -> str:
    """The last sentence that holds an intention, in words that stand by themselves; the whole text when none does.

    What it leans on comes with it ("I should ask her. And I will."), the story before it in one breath does not.
    """
    marked = [span for span in markers.find(text, language) if span.marker == "intention"]
    if not marked:
        return text.strip()
    places = words.sentences(text[: markers.LONGEST])
    number = next(number for number, (start, end) in enumerate(places) if start <= marked[-1].start < end)
    start, end = places[number]
    if number > 0 and _leans(text[start:end]):
        return _unled(text[places[number - 1][0] : end])
    return _unled(_told_last(text[start:end], language))


def _leans(said: str) -> bool:
    """Whether no more is said than that "it" will be done: "And I will.", "Dat ga ik morgen doen."."""
    leaning = vocabulary("markers", "leaning on what was said")
    return all(word.plain in leaning or is_moment(word.plain) for word in words.tokens(said))


def _told_last(said: str, language: Language) -> str:
    """The plan without the story that leads up to it in one sentence: "rotdag gehad, ik bel m morgen"."""
    reading = read(said, language)
    starts = (reading.heard.words[each.numbers.start].start for each in reading.clauses[1:] if _sets_out(reading, each))
    return next((said[start:] for start in starts if _only_story(said[:start], said[start:], language)), said)


def _sets_out(reading: Reading, clause: Clause) -> bool:
    """Whether a clause starts with its own subject or verb, and hangs on no condition or reason before it."""
    first, *after = reading.words(clause.numbers)
    apart = first.clause != reading.heard.words[clause.numbers.start - 1].clause
    turned = bool(after) and after[0].plain in NOMINATIVES
    own = first.plain in SELF or (not turned and (clause.implied or first.plain in _VERBS or acts_now(first)))
    return apart and own and all(each.opener not in _HANGING for each in reading.before(clause))


def _only_story(before: str, after: str, language: Language) -> bool:
    """Whether there is a plan in what comes after alone, and neither one, its moment nor what it is about before it."""
    if _leans(after):
        return False
    told = read(before, language)
    past = any(
        told_in_past(told, each, language) or any(map(perfect, told.words(each.numbers))) for each in told.clauses
    )
    planned = "intention" in markers.present(before, language) or bool(ahead(told, language).later)
    return past and not planned and "intention" in markers.present(after, language)


def _unled(said: str) -> str:
    """Without "and then" or "mostly that" at its start."""
    return said[len(found[0]) :] if (found := _LEAD.match(said)) is not None else said


def vents(text: str) -> bool:
    """Is it said in anger rather than planned: "I'm done with this group"?"""
    return any(True for _ in hear(text).finds(phrases("markers", "venting"), gap=0))


def when_then(text: str) -> bool:
    """Does it say at which moment, and what then?"""
    return _WHEN_THEN.fullmatch(" ".join(words.fold(text).split())) is not None


def only_reason(text: str, language: Language) -> bool:
    """Is it a reason without what it is the reason of: "Because I want to set that right"?"""
    plain = words.fold(text)
    if _REASON.match(plain) is None or _INVERTED.search(plain) is not None:
        return False
    return all(clause.opener and clause.opener not in _SO for clause in read(text, language).clauses[1:])

"""What a leader means to do: the sentence that says so, whether it has its moment with it, and what became of it."""

import re
from typing import Literal

from dialogues import markers
from dialogues.language import words
from dialogues.language.hearing import hear, phrases
from dialogues.model import Language
from dialogues.reading.clauses import read

FEW, MOST = 3, 5  # open ones: more than a few is worth a word, and more than the most are not noted
_WHEN_THEN = re.compile(
    r"\W*(?:als|zodra|wanneer|elke keer dat|if|when|whenever|as soon as)\s.+?(?:,|\bdan\b|\bthen\b).+"
)
_REASON = re.compile(
    r"\W*(?:(?:ja|nou|wel|tja|ook|vooral|gewoon|juist|yes|well|just|simply|mainly|mostly|partly|also)\W+)*"
    r"(?:omdat|want|doordat|aangezien|vermits|because|'?cause|cos|since|as)\b"
)
_INVERTED = re.compile(r"\b(?:omdat|doordat|aangezien|vermits)\b.+\b(?:ga|zal|wil|moet|kan|begin|probeer|neem) ik\b")
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
    """The last sentence that holds an intention; the whole text when none stands out."""
    marked = [span for span in markers.find(text, language) if span.marker == "intention"]
    if not marked:
        return text.strip()
    place = marked[-1].start
    return next((text[start:end].strip() for start, end in words.sentences(text) if start <= place < end), text.strip())


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

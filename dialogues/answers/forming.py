"""The when-then form of an intention: which words give it, or its moment alone, and how they join what was meant."""

import re
from typing import Literal

from dialogues import markers
from dialogues.answers.intentions import when_then
from dialogues.language import words
from dialogues.model import Language

Form = Literal["whole", "when"]
BRIEF = 10  # words that a moment takes, and does not tell more
LONGEST = 40  # words of one sentence
_CONDITION = (
    r"als|zodra|wanneer|nadat|voordat|voor ik|zolang|telkens als|steeds als|meteen als|direct als|zo gauw|vlak voordat"
    r"|(?:op )?het moment (?:dat|waarop)|(?:elke|iedere) keer (?:dat|als)|if|when|whenever|while|once(?! an?\b| a\b)"
    r"|as soon as|the moment|(?:every|each|any) ?time|before i|after i|right after i|just before i"
)
_DAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:s|en|ochtend|middag|avond)*"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?)"
)
# After a small preposition only what is a time or a thing: "in het overleg", not "in orde".
_AT = (
    r"(?:op|in|om|aan|bij|rond|onder|tussen|halverwege|with|at|on|over|around|between|met)"
    rf" (?:de|het|een|mijn|m'n|onze|elke?|iedere?|alle|the|my|our|an?|every|each|\w+'s|\d|weg|half|kwart|\w+dag"
    rf"|{_DAY}|eerste|first|lunch|dinner|breakfast|noon|night|home|werk|work|een|twee|drie|vier|vijf|zes|zeven|acht"
    r"|negen|tien|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_MOMENT = (
    r"(?:altijd |meteen |direct |steeds |telkens |vlak |net |always |right |straight |just |first thing )*"
    r"(?:'?s (?:ochtends|morgens|middags|avonds|nachts)|elke|iedere|elk|ieder|every(?! now)|each|na|vanaf"
    r"|voor(?! (?:mij|me|jou|ons|nu|mijn part|de rest|altijd|zover))|tijdens|after(?! all)|before|during"
    rf"|{_AT}|{_DAY})"
)
_OPENS = re.compile(rf"(?P<condition>(?:{_CONDITION})\b)|(?:{_MOMENT})\b")
_SUBJECT = re.compile(r"(?P<before>[\w']+),? (?:ik|i|we|wij|i'll|i'd)\b")
# After these a subject only goes on with the moment itself.
_GOES_ON = frozenset({
    "als", "dat", "en", "of", "wat", "wie", "waar", "waarop", "hoe", "zodra", "wanneer", "voordat", "nadat", "voor",
    "terwijl", "omdat", "want", "maar", "waarin", "waarbij", "telkens", "if", "when", "whenever", "that", "and", "or",
    "what", "who", "where", "which", "how", "because", "before", "after", "while", "once", "since", "but", "than", "as",
    "moment", "time", "soon", "day", "week", "meeting", "thing",
})  # fmt: skip
_IF = r"(?:als|zodra|wanneer|if|when|whenever)\W+"
# What begins like a moment and is a way to put something: "if I'm honest", "als dat kan", "if you like".
_STOCK = re.compile(
    rf"{_IF}(?:ik|i|we) ?(?:het |er |'m |am )?(?:eerlijk|honest|goed begrijp|het goed heb|eraan denk|terugkijk"
    r"|think (?:of|about|back)|look back|understand|zo vrij mag|may|might|mag|could|can|kan|kon)\b"
    rf"|{_IF}(?:(?:dat|het|dit|it|that|this)(?:'s| is)? )?(?:kan|mag|moet|lukt|uitkomt|nodig is|goed is|ok|okay|fine"
    r"|possible|needed|necessary|works for you|need be|so|not)\b"
    r"|(?:wanneer|when) (?:kom|ga|vraag|stuur|hoor|krijg|begin|is|zijn|kan|mag|moet|do|does|did|will|are|can)t?\b"
    r"|(?:voor(?:dat)? ik het vergeet|before i forget|at the (?:moment|end of the day)|on (?:the|my) (?:other|own)"
    r"|on the whole|in (?:any|each) case|in the (?:long|end)|op het moment$|in (?:elk|ieder) geval|in het algemeen"
    r"|in de praktijk|aan (?:de slag|het werk)"
    r"|once (?:is|was|again|more))\b"
    rf"|{_IF}(?:je|jij|u|ge|you)(?:'d|'re)? (?:wilt?|het|dat|mij|me|kunt?|kan|mag|vraagt?|bedoelt?|vindt?|zegt?|say"
    r"|want|like|need|ask|mean|can|could|have)\b"
)
_UNREAL = re.compile(
    r"\b(?:had|hadden|zou|zouden|would|wouldn't|was|were|waren|wist|kon|konden|could|werd|went|graag|please|aub|svp"
    r"|alsjeblieft|alstublieft)\b"
)
# A moment by itself says nothing of how it is then, nor of what the bot is to do.
_TELLS = re.compile(
    r"\b(?:niet|geen|nooit|nee|not|no|never|can't|cannot|don't|ben|is|zijn|heb|heeft|hebben|kan|kunnen|moet|am|are|have"
    r"|has|can|must|liever|rather|vragen?|vraag|vakanties?|verlof|vrij|holidays?|vacation|leave|questions?|ask|pauze"
    r"|pause|je|jij|jullie|u|you|your)\b"
)
_ENDING = ".!;:, \n"


def form(text: str, language: Language) -> Form | None:
    """Do words give a sentence with its moment, or a moment alone? None for what tells, asks or wishes for something.

    To be asked right after the form was offered: elsewhere such words may be the beginning of a story.
    """
    plain = " ".join(words.fold(text).split())
    opened = _OPENS.match(plain)
    if opened is None or _told(plain, text, language):
        return None
    if when_then(text) or _acts(plain):
        return None if opened["condition"] is None and _TELLS.search(plain) else "whole"
    brief = words.count(text) <= BRIEF
    return "when" if brief and (opened["condition"] or not _TELLS.search(plain)) else None


def _told(plain: str, text: str, language: Language) -> bool:
    """Is it a question, a courtesy, what never was, what is felt, or a longer story?"""
    several = len(words.sentences(text)) > 1 or words.count(text) > LONGEST
    if several or "?" in plain or _STOCK.match(plain) or _UNREAL.search(plain):
        return True
    present = markers.present(text, words.language(text, language))
    return "feeling" in present and "intention" not in present


def _acts(plain: str) -> bool:
    """Is somebody said to do something after the moment: "na de lunch loop ik", "when it starts I count"?"""
    return any(found["before"] not in _GOES_ON for found in _SUBJECT.finditer(plain))


def moment_alone(text: str) -> bool:
    """Is it no more than a moment, so that it is nothing to do by itself: "na de lunch", "when it goes quiet"?"""
    plain = " ".join(words.fold(text).split())
    return _OPENS.match(plain) is not None and not when_then(text) and not _acts(plain)


def joined(earlier: str, said: str, *, elsewhere: bool) -> str:
    """The new words of an intention, with those that would be lost by them; `elsewhere`: they stand in an answer too.

    A moment comes after what is to be done; a whole sentence stands behind what it makes small, or in its place.
    """
    before, now = earlier.strip().rstrip(_ENDING), said.strip()
    if holds(now, before):
        return now
    if moment_alone(now):
        return f"{before}, {_lowered(now)}"
    return now if elsewhere else f"{before}: {_lowered(now)}"


def holds(text: str, part: str) -> bool:
    """Do all words of a part stand in a text?"""
    every = {word.plain for word in words.tokens(text)}
    return every.issuperset(word.plain for word in words.tokens(part))


def _lowered(text: str) -> str:
    """As it is written after a comma or colon, when it begins with a small word: names of days keep their capital."""
    small = _OPENS.match(words.fold(text)) is not None and re.match(_DAY, words.fold(text)) is None
    return text[:1].lower() + text[1:] if small else text

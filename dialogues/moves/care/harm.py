"""What words about wrong and despair are about: something done to the writer, or what it is that one has enough of."""

import re

from dialogues.language.hearing import NEGATIONS, WORK, hear, vocabulary
from dialogues.language.words import fold

_LIFE = vocabulary("safety", "life")
_ME = {"mij", "me", "mezelf", "myself"}
_TELLING = {
    "vertelt", "vertelde", "verteld", "zegt", "zei", "gezegd", "vraagt", "vroeg", "gevraagd", "meldt", "meldde", "laat",
    "liet", "stuurt", "stuurde", "toont", "toonde", "tells", "told", "says", "said", "asks", "asked", "shows", "showed",
    "sends", "sent", "reports", "reported", "informed", "dunkt", "lijkt", "seems", "houdt", "bezig", "dwars",
}  # fmt: skip
_UNDERGOING = {
    "slachtoffer", "overkomen", "overkwam", "aangerand", "aangeraakt", "betast", "lastiggevallen", "geintimideerd",
    "misbruikt", "gepest", "vernederd", "victim", "harassed", "assaulted", "touched", "groped", "abused", "bullied",
    "humiliated",
}  # fmt: skip
_BOT = {
    "bot", "vraag", "vragen", "bericht", "berichten", "app", "chat", "telegram", "weerklank", "herinnering",
    "reflecteren", "meedoen", "question", "questions", "message", "messages", "reminder", "reflecting",
}  # fmt: skip
_TIRED = {
    "moe", "op", "uitgeput", "kapot", "doodmoe", "bekaf", "leeg", "gesloopt", "vermoeid", "tired", "exhausted",
    "drained", "knackered", "empty", "spent",
}  # fmt: skip
_NO = (
    r"(?:nee|neen|no|nope|nah)(?: (?:hoor|joh|dank je|bedankt|thanks|thank you|niet|not|at all|really"
    r"|(?:zeker|echt|absoluut|helemaal|natuurlijk) niet|(?:definitely|absolutely|of course|really) not"
    r"|(?:het|dat|it|that) (?:is|s) (?:goed|fine|ok|okay)|its fine|its ok|its okay))*"
)
_NOT_ME = (
    r"(?:(?:het|dit|dat) gaat |(?:it|this|that)(?: is|s|) )?(?:niet|not|isnt) (?:over|about) (?:mij|me|mezelf|myself)"
)
_DENIED = re.compile(rf"{_NO}|(?:{_NO} )?{_NOT_ME}")
# "…, not about not wanting to live": what it is not, said beside what it is.
_NOT_LIFE = re.compile(
    r"[,;]?\s*(?:(?:en|and|but|maar) )?(?:niet|not) (?:over|about) (?:(?:niet|not) (?:meer )?(?:willen |wanting to )?)?"
    r"(?:het leven|leven|live|living|life|dood|doodgaan|death|dying|zelfmoord|suicide)(?: any ?more)?\b"
)
_LEADING_NO = re.compile(r"^\s*(?:nee|neen|no|nope)\b(?: hoor| joh)?[,.:;!-]*\s*")
_BESIDE = {
    "ik", "ben", "gewoon", "alleen", "maar", "heel", "erg", "zo", "echt", "een", "beetje", "vooral", "nu", "even",
    "helemaal", "bedoel", "dat", "i", "am", "just", "only", "very", "so", "really", "a", "bit", "mostly", "now",
    "completely", "mean", "that", "s", "it", "is", "het",
}  # fmt: skip


def done_to_writer(text: str) -> bool:
    """Does somebody tell of a wrong that was done to themselves? It would rather think so once too often."""
    heard = hear(text)
    numbers = range(len(heard.words))
    if heard.says(numbers, {"ik", "i", *_ME}) and heard.says(numbers, _UNDERGOING):
        return True
    mine = (heard.sentence(number) for number in numbers if heard.words[number].plain in _ME)
    return any(not heard.says(sentence, _TELLING) for sentence in mine)


def explained(text: str) -> str | None:
    """What words were about when they plainly say so: "questions" (the bot itself), "work", or being "tired".

    "work" as well when they say no more than that it is not so, or not about the writer. None when they say anything
    about life, or deny something else.
    """
    said = _NOT_LIFE.sub(" ", fold(text))
    heard = hear(_LEADING_NO.sub("", said))
    numbers = range(len(heard.words))
    if denied(said):
        return "work"
    if heard.holds(numbers, _LIFE) or heard.says(numbers, NEGATIONS):
        return None
    if heard.holds(numbers, _BOT):
        return "questions"
    if heard.holds(numbers, WORK):
        return "work"
    return "tired" if heard.holds(numbers, _TIRED) and set(heard.plain(numbers)) <= _TIRED | _BESIDE else None


def denied(text: str) -> bool:
    """Do the words say "no", or "not about me", and nothing else at all?"""
    return _DENIED.fullmatch(" ".join(re.findall(r"\w+", fold(text).replace("'", "")))) is not None

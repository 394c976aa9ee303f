"""What words about wrong and despair are about: something done to the writer, or what it is that one has enough of."""

from dialogues.hearing import NEGATIONS, WORK, hear, vocabulary

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

    None when they say anything about life, or deny something.
    """
    heard = hear(text.removeprefix("No, "))
    numbers = range(len(heard.words))
    if heard.holds(numbers, _LIFE) or heard.says(numbers, NEGATIONS):
        return None
    if heard.holds(numbers, _BOT):
        return "questions"
    if heard.holds(numbers, WORK):
        return "work"
    return "tired" if heard.holds(numbers, _TIRED) and set(heard.plain(numbers)) <= _TIRED | _BESIDE else None

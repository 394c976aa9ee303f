"""What words about wrong and despair are about: something done to the writer, or work that is being let go."""

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


def done_to_writer(text: str) -> bool:
    """Does somebody tell of a wrong that was done to themselves? It would rather think so once too often."""
    heard = hear(text)
    numbers = range(len(heard.words))
    if heard.says(numbers, {"ik", "i", *_ME}) and heard.says(numbers, _UNDERGOING):
        return True
    mine = (heard.sentence(number) for number in numbers if heard.words[number].plain in _ME)
    return any(not heard.says(sentence, _TELLING) for sentence in mine)


def about_work(text: str) -> bool:
    """Is this plainly about work, with no word about life and nothing denied?"""
    heard = hear(text)
    numbers = range(len(heard.words))
    return heard.holds(numbers, WORK) and not heard.holds(numbers, _LIFE) and not heard.says(numbers, NEGATIONS)

"""Word lists are read when they are first needed; asked for beforehand, the first leader does not wait for them."""

from dialogues import markers
from dialogues.answers import followups, privacy
from dialogues.asking import zones
from dialogues.care import grief, safety, worry
from dialogues.language import words
from dialogues.model import Language, Library
from dialogues.wishes import calling, hours, leaving, pauses, queries, sayings

SAMPLES: dict[Language, str] = {
    "nl": "Ik zag hoe het overleg in Utrecht vastliep. Ik zei niets, en dat voelde niet goed. Morgen bel ik Jan.",
    "en": "Yesterday the meeting got stuck and I looked at the table; I felt bad. Tomorrow I will call Jan.",
}
SHORT = "Hoor eens"  # may be a word to the bot itself


def warm(library: Library) -> None:
    """Read every list that words are held against: about a third of a second of work, once in a program."""
    for language, text in SAMPLES.items():
        safety.screen(text, library)
        grief.told(text)
        worry.told(text, library)
        markers.present(text, words.language(text, language))
        privacy.find(text)
        privacy.has_name(text)
        pauses.wished(text)
        hours.hour_in(text)
        zones.find(text)
        followups.says_enough(text, language)
    calling.plainly(SHORT)
    queries.meant(SHORT)
    queries.nothing_to_tell(SHORT)
    leaving.wish(SHORT)
    sayings.guess("Vraag het later nog eens")

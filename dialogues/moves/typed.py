"""Words that mean a button: its label, typed instead of tapped, in either language."""

from dialogues import followups, words
from dialogues.model import LANGUAGES, Message
from dialogues.scene import Scene

NUMBERS = {
    "een": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
}  # fmt: skip
YES = {"ja", "ja graag", "graag", "yes", "yes please", "please"}
NO = {"nee", "nee dank je", "no", "no thanks", "no thank you"}
STOP = {"stop", "stoppen"}


def plain(text: str) -> str:
    """A short text without what does not matter: capitals, accents, spaces, closing signs."""
    return words.fold(" ".join(text.replace(",", " ").split()).strip(" .!)"))


def button(text: str, message: Message) -> str | None:
    """The id of the button whose label was typed; None for any other words."""
    said = plain(text)
    labels = {plain(known.label[language]): known.id for known in message.buttons for language in LANGUAGES}
    return labels.get(said)


def only_enough(text: str, scene: Scene) -> bool:
    """Does the text say no more than "enough", "stop" or "no time"?"""
    return enough_among(text, scene) and len(list(words.sentences(text))) == 1


def enough_among(text: str, scene: Scene) -> bool:
    """Does one of its sentences say no more than that?"""
    return followups.says_enough(text, words.language(text, scene.language))

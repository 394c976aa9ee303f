"""Words that mean a button: its label, typed instead of tapped, in either language."""

from dialogues import followups, numbered, words
from dialogues.model import LANGUAGES, Message
from dialogues.scene import Scene

NUMBERS = numbered.SPELLED
YES = {"ja", "ja graag", "graag", "yes", "yes please", "please"}
NO = {"nee", "nee dank je", "no", "no thanks", "no thank you"}
STOP = {"stop", "stoppen"}
FEW = 3  # words, of which the language cannot be told


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
    if len(list(words.sentences(text))) != 1:
        return False
    return enough_among(text, scene) or (
        words.count(text) <= FEW and any(followups.says_enough(text, each) for each in LANGUAGES)
    )


def enough_among(text: str, scene: Scene) -> bool:
    """Does one of its sentences say no more than that?"""
    return followups.says_enough(text, words.language(text, scene.language))

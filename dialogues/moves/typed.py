"""Words that mean a button: its label, typed instead of tapped, in either language."""

from dialogues.answers import followups
from dialogues.language import numbered, words
from dialogues.model import LANGUAGES, Message
from dialogues.scene import Scene

NUMBERS = numbered.SPELLED
YES = {"ja", "ja graag", "graag", "yes", "yes please", "please"}
NO = {"nee", "nee dank je", "nee hoor", "neuh", "nah", "nope", "no", "no thanks", "no thank you"}
STOP = {"stop", "stoppen"}
ENOUGH = {"genoeg", "enough"}
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


def part(text: str, message: Message) -> str | None:
    """The button whose label these words are, or are a part of as of no other: "prima zo" of "Prima zo, begin maar"."""
    if (whole := button(text, message)) is not None:
        return whole
    said = f" {plain(text)} "
    labels = ((known.id, plain(known.label[language])) for known in message.buttons for language in LANGUAGES)
    found = {each for each, label in labels if said.strip() and said in f" {label} "}
    return found.pop() if len(found) == 1 else None

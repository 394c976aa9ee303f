"""The library as it was for one item: what was asked stays as it was asked, also when its text has changed since."""

from dataclasses import replace

from dialogues.model import Dilemma, IntegrityCase, Library, Pulse, Question

Item = Question | Dilemma | IntegrityCase | Pulse


def current(library: Library, item: str) -> Item | None:
    """The item of today by its id; None when the library no longer holds it, or it is no such item."""
    found = (items.get(item) for items in (library.questions, library.dilemmas, library.cases, library.pulses))
    return next((each for each in found if each is not None), None)


def as_asked(library: Library, item: Item) -> Library:
    """The same library with this item in the place of today's, or of nothing."""
    match item:
        case Question():
            return replace(library, questions={**library.questions, item.id: item})
        case Dilemma():
            return replace(library, dilemmas={**library.dilemmas, item.id: item})
        case IntegrityCase():
            return replace(library, cases={**library.cases, item.id: item})
        case Pulse():  # pragma: no branch - the last kind; the type checker knows
            return replace(library, pulses={**library.pulses, item.id: item})

"""The library as leaders read it: everything that may be asked, with a search that works without scripts."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import Response

from console.visit import Visit
from dialogues.model import Language, Library
from journeys.console.who import Missing

KINDS = ("question", "paradox", "integrity_case", "pulse")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that may be asked: what it is, what it is about, and the words that are read first."""

    id: str
    kind: str
    title: str
    about: str


async def browse(visit: Visit) -> Response:
    """All items, or those of a kind, or those that hold some words; a part of the page when a script asks for it."""
    kind, words = visit.given("kind"), visit.given("words")
    found = tuple(one for one in items(visit.desk.library, visit.language) if matches(one, kind, words))
    part = "library/found" if visit.request.headers.get("HX-Request") else "library/browse"
    kinds = [("", visit.words("library.all")), *((one, visit.words(f"kind.{one}")) for one in KINDS)]
    return visit.page(part, found=found, kinds=kinds, kind=kind, wanted=words)


async def preview(visit: Visit) -> Response:
    """One item with everything that a leader may be asked about it."""
    library, name = visit.desk.library, visit.request.path_params["item"]
    for kind, of in zip(KINDS, (library.questions, library.dilemmas, library.cases, library.pulses), strict=True):
        if name in of:
            return visit.page(f"library/{kind}", item=of[name], library=library)
    raise Missing


def items(library: Library, language: Language) -> Iterator[Item]:
    """Everything, in the order of the library."""
    for question in library.questions.values():
        about = library.qualities[question.quality].name[language]
        yield Item(question.id, "question", question.text[language], about)
    for dilemma in library.dilemmas.values():
        poles = f"{dilemma.pole_a.label[language]} – {dilemma.pole_b.label[language]}"
        yield Item(dilemma.id, "paradox", dilemma.title[language], poles)
    for case in library.cases.values():
        about = ", ".join(library.qualities[name].name[language] for name in case.qualities)
        yield Item(case.id, "integrity_case", case.title[language], about)
    for pulse in library.pulses.values():
        yield Item(pulse.id, "pulse", pulse.text[language], library.aspects[pulse.aspect][language])


def matches(item: Item, kind: str, words: str) -> bool:
    """Is it of this kind ("" is any) and does it hold each of these words somewhere?"""
    text = f"{item.id} {item.title} {item.about}".casefold()
    return kind in ("", item.kind) and all(word in text for word in words.casefold().split())

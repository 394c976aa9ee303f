"""Words that say no more than that somebody wants out for a while or for good: a short message with one such wish."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, cast

from dialogues import lexicon
from dialogues.answers import brushing
from dialogues.reading import towards
from dialogues.wishes import absences, later, off, resting

Kind = Literal["stop", "pause", "later", "erase", "help", "rhythm"]
MOST = 12  # words: a longer message tells something
_LAST = re.compile(r"[^.!?\n…]+[.!?…\s]*$")
_ASKED = {"vraag", "vragen", "ask", "remind", "herinner", "stel"}
_ITEM = re.compile(r"\([^)]*\)\*?|\S+")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wished for; `end` is until when, in the words that were used; `plain`: it can be nothing but a wish."""

    kind: Kind
    end: str = field(default="", repr=False)
    plain: bool = False


def wish(text: str) -> Wish | None:
    """The wish that is all that a short message says; None for any other words."""
    if absences.says(text):
        return Wish("pause", text)
    if (rest := resting.wished(text)) is not None:
        return Wish("pause", rest.end, plain=rest.plain)
    if end := off.end(text):
        return Wish("pause", end)
    said = re.sub(r"[,.!?;:…]+", " ", text.casefold().replace("’", "'")).split()
    if len(said) > MOST:
        return None
    found = _formed(said, text)
    put_off = (found is None or not found.plain) and brushing.told(text) == "off"
    return Wish("later", later.within(brushing.moment(text)), plain=True) if put_off else found


def _formed(said: list[str], text: str) -> Wish | None:
    for kind, plain, form in _forms():
        found = form.fullmatch("".join(f"{word} " for word in said))
        if found is not None and _understood(named := found.groupdict()):
            if kind in ("pause", "later") and towards.another(text):
                return None
            return Wish(kind, (named.get("end") or named.get("when") or "").strip(), plain)
    return None


def _understood(named: Mapping[str, str | None]) -> bool:
    """Is the moment that is named one, whatever day it is?"""
    when = named.get("when")
    return when is None or later.names(when)


def asked_at_the_end(text: str) -> Wish | None:
    """The wish to be asked again later that a longer message ends with; None for any other words."""
    found = _LAST.search(text)
    said = wish(found[0]) if found else None
    asked = said is not None and said.kind == "later" and not _ASKED.isdisjoint(re.findall(r"\w+", text.casefold()))
    return replace(said, plain=False) if said is not None and asked else None


@cache
def _forms() -> tuple[tuple[Kind, bool, re.Pattern[str]], ...]:
    return tuple(_compiled())


def _compiled() -> Iterator[tuple[Kind, bool, re.Pattern[str]]]:
    for section in lexicon.sections("leaving"):
        kind, _, how = section.partition(" ")
        for line in lexicon.words("leaving", section) if how else ():
            items = ("(@opening)*", *_ITEM.findall(line), "(@closing)*")
            yield cast("Kind", kind), how == "plainly", re.compile("".join(_item(item) for item in items))


def _item(item: str) -> str:
    """One word of a form, or a choice of words, as an expression that ends in a space."""
    one = "|".join(_choice(choice) for choice in item.strip("()*").split("|"))
    return f"(?:{one})" + ("*" if item.endswith("*") else "?" if item.startswith("(") else "")


def _choice(choice: str) -> str:
    if not choice.startswith("@"):
        return f"{re.escape(choice.replace('_', ' '))} "
    if choice == "@moment":  # no family: any words that name one
        return r"(?P<when>(?:\S+ ){1,6}?)"
    family = "|".join(re.escape(word.replace("_", " ")) for word in lexicon.pairs("leaving", "families")[choice[1:]])
    match choice:
        case "@soon":
            return f"(?P<end>{family}) "
        case "@until":
            return f"(?P<end>(?:{family}) .+?)"
        case _:
            return f"(?:{family}) "

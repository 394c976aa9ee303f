"""The pages of what a leader wrote: by month, by tension, by words; and what becomes of one answer, as they wish."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from dialogues.answers.searching import LONGEST
from dialogues.effects import Cancel, Effect, Plan, PutBack, Revisit, Rewrite, Say, Search, Treat
from dialogues.events import Pressed, Said
from dialogues.moves import typed
from dialogues.moves.keeping.closing import names
from dialogues.moves.steps import Step, says
from dialogues.people import AnswerState, Id, Prompt
from dialogues.scene import Scene
from dialogues.talk import Asking, Resting, Talk
from dialogues.wishes import months

RESTORABLE = timedelta(hours=24)  # after that a withdrawn answer is erased
ALL, TENSION, FOUND = "a", "p", "s"
LISTS = frozenset({"answers", "answers_months", "answers_dilemmas"})
_VALUE = re.compile(r"([a-z_]+)\.(a|p|s|m[0-9]{4}-[0-9]{2}|l[0-9a-f]{1,16})\.([0-9]{1,4})(?:\.([0-9]{1,3}))?")
_SEARCH = re.compile(r"(?:zoek(?:en)?|search|find)(?:\s+(?:naar|for))?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_MENUS = {
    "months": "answers_months", "maanden": "answers_months", "dilemmas": "answers_dilemmas",
    "spanningen": "answers_dilemmas", "tensions": "answers_dilemmas",
}  # fmt: skip
# What becomes of an answer by a button, and the states in which that button means anything.
_TREATED: dict[str, tuple[AnswerState, tuple[AnswerState, ...]]] = {
    "hide": ("hidden", ("kept",)),
    "show": ("kept", ("hidden",)),
    "withdraw": ("withdrawn", ("kept",)),
    "withdraw_hidden": ("withdrawn", ("hidden",)),
    "restore": ("kept", ("withdrawn",)),
    "restore_hidden": ("hidden", ("withdrawn",)),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a list: all answers ("a"), a month ("m2026-03"), a tension ("p") or what a search found ("s").

    "l" with the id of a look back is a page of its lines, from which an answer was opened.
    """

    view: str = ALL
    page: int = 0

    def value(self, act: str, part: int = 0) -> str:
        """A button's value: what to do, and which page to come back to. At most 39 signs."""
        return f"{act}.{self.view}.{min(self.page, 9999)}" + (f".{part}" if part else "")

    @classmethod
    def of_look_back(cls, summary: Id, page: int) -> "Place":
        """The page of a look back's lines."""
        return cls(f"l{summary:x}", page)

    @property
    def look_back(self) -> Id | None:
        """The look back whose lines this is a page of, if it is one."""
        return int(self.view[1:], 16) if self.view.startswith("l") else None

    @property
    def args(self) -> dict[str, Any]:
        """The place as references for a screen."""
        return {"view": self.view, "page": self.page}


def wanted(argument: str, talk: Talk, scene: Scene) -> Step:
    """/answers, with what was written after it: nothing, a month, a tension, or words to look for."""
    said = " ".join(argument.split())
    if not said:
        return says(talk, "answers", **Place().args)
    if menu := _MENUS.get(typed.plain(said)):
        return says(talk, menu)
    if (item := tension(said, scene)) is not None:
        return says(talk, "answers", item=item, **Place(TENSION).args)
    if months.is_month(said):
        month = months.month_in(said, scene.today)
        return says(talk, "answers", **Place(f"m{month:%Y-%m}").args) if month else says(talk, "answers_unclear")
    if found := _SEARCH.fullmatch(said):
        return looked_for(found[1], talk) if found[1] else says(Asking("search"), "answers_search")
    return looked_for(said, talk)


def tension(said: str, scene: Scene) -> str | None:
    """The dilemma whose id or title this is."""
    plain = typed.plain(said)
    for known in scene.library.dilemmas.values():
        if plain in {known.id.casefold(), typed.plain(known.title.nl), typed.plain(known.title.en)}:
            return known.id
    return None


def sought(text: str) -> str:
    """The words that somebody asks to look for: "search minister"; "" for none."""
    found = _SEARCH.fullmatch(text.strip(" .!?"))
    return (found[1] or "").strip() if found is not None else ""


def looked_for(text: str, talk: Talk) -> Step:
    """Words to look for; a whole story is no search."""
    return says(talk, "answers_unclear") if len(text) > LONGEST else (talk, (Search(text),))


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The buttons of a page: another page, one answer, or what becomes of it."""
    if event.value in ("months", "dilemmas"):
        return talk, (Say(f"answers_{event.value}", edits=event.message),)
    if event.value == "search":
        return says(Asking("search"), "answers_search")
    found = _VALUE.fullmatch(event.value)
    if found is None:
        return says(talk, "stale_button")
    place, part = Place(found[2], int(found[3])), int(found[4] or 0)
    if found[1] == "list":
        return listed(talk, event, place, scene.prompt)
    if found[1] == "beside":
        return listed(talk, replace(event, message=0), place, scene.prompt)
    if found[1] == "edit":
        return says(Asking("rewrite", event.about), "answer_rewrite", event.about)
    return treated(talk, event, found[1], {**place.args, "part": part}, scene)


def listed(talk: Talk, event: Pressed, place: Place, prompt: Prompt | None) -> Step:
    """Another page in the same message (0: in a new one). That of a tension is known by one of its prompts."""
    edits = event.message or None
    if place.view != TENSION:
        return talk, (Say("answers", place.args, edits=edits),)
    if prompt is None:
        return says(talk, "stale_button")
    return talk, (Say("answers", {"item": prompt.item, **place.args}, prompt.id, edits=edits),)


def treated(talk: Talk, event: Pressed, act: str, args: dict[str, Any], scene: Scene) -> Step:
    """One answer as a whole, after what the leader wants done with it."""
    hidden = act != "withdraw"  # what may have been hidden comes back hidden
    shown = Say("answer", {**args, "hidden": hidden}, event.about, edits=event.message)
    if act == "open":
        return talk, (shown,)
    if act not in _TREATED:
        return says(talk, "stale_button")
    state, when = _TREATED[act]
    effects: tuple[Effect, ...] = (Treat(event.about, state, when),)
    if state == "withdrawn":
        effects += (Plan("withdrawn", scene.now + RESTORABLE, event.about),)
    elif "withdrawn" in when:
        effects += (Cancel("withdrawn", event.about),)
    return talk, (*effects, shown)


def rewritten(talk: Asking, said: Said) -> Step:
    """The new text of an answer."""
    return Resting(), (Rewrite(talk.about, said.text, named=names(said.text)),)


def undone(talk: Talk, event: Pressed, scene: Scene) -> Step:  # noqa: ARG001  (one shape for all moves)
    """The words of before, in the place of the new ones."""
    return (talk, (PutBack(event.about, event.message),)) if event.value == "undo" else says(talk, "stale_button")


def tensions(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The buttons of /paradoxes. A tension is known by one of its prompts, so that its name need not travel."""
    if event.value == "list":
        return talk, (Say("paradoxes", edits=event.message),)
    prompt = scene.prompt
    if prompt is None or prompt.kind not in ("paradox", "paradox_revisit"):
        return says(talk, "stale_button")
    match event.value:
        case "open":
            return talk, (Say("paradox", {"item": prompt.item}, prompt.id, edits=event.message),)
        case "again":
            return talk, (Revisit(prompt),)
        case _:
            return says(talk, "stale_button")

"""What a leader can be asked in one go: reads qualities, questions and pulses."""

import re
from collections.abc import Mapping
from typing import get_args

from dialogues.library.entry import VERSION, Entry
from dialogues.library.wording import LABEL, LINE, OPTION, PROMPT
from dialogues.model import MARKERS, Button, FollowUp, Pulse, Quality, Question, QuestionKind, Scale, Text

LETTER = re.compile(r"[a-z]")  # the id of an option
_QUESTION = re.compile(r"[A-Z]{2}-[0-9]{2,3}")
_PULSE = re.compile(r"PU-[0-9]{2,3}")
_CODE = re.compile(r"(?!IC|PU)[A-Z]{2}")  # those two begin the ids of cases and pulses
_KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)


def version(root: Entry) -> str:
    """The version of a file: its items carry it, and an answer remembers which one was asked."""
    return root.word("version", VERSION)


def aspects(root: Entry) -> dict[str, Text]:
    """The sides of self-awareness that a question can be about."""
    entry = root.entry("aspects")
    return {key: entry.text(key, LABEL) for key in entry.names()}


def qualities(root: Entry, known_aspects: Mapping[str, Text]) -> dict[str, Quality]:
    """The qualities by id."""

    def read(entry: Entry) -> Quality:
        awareness = entry.entry("self_awareness")
        quality = Quality(
            id=entry.word("id"),
            code=entry.word("code", _CODE),
            order=entry.number("order", 1, 99),
            name=entry.text("name", LABEL),
            essence=entry.text("essence", OPTION),
            strong=entry.text("strong", OPTION),
            weak=entry.text("weak", OPTION),
            overdone=entry.text("overdone", OPTION),
            aspects=awareness.links("aspects", known_aspects),
        )
        awareness.text("note", LINE)
        awareness.close()
        entry.close()
        return quality

    return root.keyed("qualities", read)


def questions(
    root: Entry, known_qualities: Mapping[str, Quality], known_aspects: Mapping[str, Text]
) -> dict[str, Question]:
    """The questions by id."""
    edition = version(root)

    def read(entry: Entry) -> Question:
        kind = entry.one_of("kind", _KINDS)
        question = Question(
            id=entry.word("id", _QUESTION),
            version=edition,
            quality=entry.link("quality", known_qualities),
            kind=kind,
            depth=entry.number("depth", 1, 3),
            aspect=entry.link("aspect", known_aspects),
            text=entry.own_text(PROMPT),
            followups=_followups(entry),
            scale=_scale(entry) if kind == "scale" else None,
            options=buttons(entry, "options", LETTER) if kind == "choice" else (),
            sensitive=entry.flag("sensitive"),
        )
        _check_code(entry, question, known_qualities)
        entry.close()
        return question

    return root.keyed("questions", read)


def _check_code(entry: Entry, question: Question, known: Mapping[str, Quality]) -> None:
    quality = known.get(question.quality)
    if quality and not question.id.startswith(quality.code):
        entry.problem(f"an id of a question about {quality.id} begins with {quality.code}")


def _followups(entry: Entry) -> tuple[FollowUp, ...]:
    found = []
    parts = entry.entries("followups")
    for part in parts:
        found.append(FollowUp(part.one_of("when", MARKERS), part.own_text(PROMPT)))
        part.close()
    if len(parts) > 2:
        entry.problem("a question has one or two follow-ups")
    return tuple(found)


def _scale(entry: Entry) -> Scale:
    part = entry.entry("scale")
    scale = Scale(
        part.number("min", 1, 1), part.number("max", 5, 5), part.text("min_label", LABEL), part.text("max_label", LABEL)
    )
    part.close()
    return scale


def buttons(entry: Entry, key: str, form: re.Pattern[str]) -> tuple[Button, ...]:
    """The taps in a list; there must be at least one."""

    def read(part: Entry) -> Button:
        button = Button(part.word("id", form), part.own_text(LABEL))
        part.close()
        return button

    return tuple(entry.keyed(key, read).values())


def pulses(root: Entry, known_aspects: Mapping[str, Text]) -> dict[str, Pulse]:
    """The one-tap checks by id."""
    edition = version(root)

    def read(entry: Entry) -> Pulse:
        pulse = Pulse(
            entry.word("id", _PULSE),
            edition,
            entry.word("name"),
            entry.link("aspect", known_aspects),
            entry.own_text(PROMPT),
            _scale(entry),
        )
        entry.close()
        return pulse

    return root.keyed("pulses", read)

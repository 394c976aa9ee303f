"""What was written in several messages is one answer: the pieces are kept apart, and read as one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol, TypeVar, get_args

from dialogues.people import Answer, AnswerState, Care, Id, Part

IN_A_ROW = timedelta(minutes=15)  # so soon after a loose thought, more words go on with it
_WORST = get_args(Care)


class Piece(Protocol):
    """What tells whether two pieces belong together."""

    @property
    def prompt(self) -> Id | None: ...  # noqa: D102  (a field, as `Answer` has it; so are the others)
    @property
    def part(self) -> Part: ...  # noqa: D102
    @property
    def state(self) -> AnswerState: ...  # noqa: D102
    @property
    def given_at(self) -> datetime: ...  # noqa: D102


P = TypeVar("P", bound=Piece)


def grouped(given: Iterable[P]) -> list[tuple[P, ...]]:
    """The pieces of each answer, oldest first, of pieces that are given oldest first.

    One answer: what was said to one step of a prompt, or a loose thought, with what was added to it; only what stands
    alike, so that hidden words never come along with others.
    """
    groups: list[list[P]] = []
    of_prompt: dict[Id | None, list[list[P]]] = defaultdict(list)
    for piece in given:
        near = of_prompt[piece.prompt]
        known = next((group for group in reversed(near) if _joins(piece, group[-1])), None)
        if known is None:
            groups.append(known := [])
            near.append(known)
        known.append(piece)
    return [tuple(group) for group in groups]


def _joins(piece: Piece, last: Piece) -> bool:
    if piece.prompt != last.prompt or piece.state != last.state:
        return False
    if piece.prompt is None:
        return piece.part == "addition" and piece.given_at - last.given_at <= IN_A_ROW
    return piece.part in (last.part, "addition")


def joined(pieces: Sequence[Answer]) -> Answer:
    """One answer out of its pieces: the first one's, with the words of all; as worrying as the worst of them."""
    first, *more = pieces
    if not more:
        return first
    longest = max(pieces, key=lambda piece: len(piece.text))
    return replace(
        first,
        text="\n".join(piece.text for piece in pieces),
        language=longest.language,
        care=max((piece.care for piece in pieces), key=_WORST.index),
        named=any(piece.named for piece in pieces),
    )

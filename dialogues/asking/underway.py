"""Where a leader is in a programme that was edited under way: told by what was really asked, not by a count alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dialogues.asking.slots import Entry
from dialogues.people import Id, Prompt

PARTS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry as it was when it was asked: how many items the programme listed before it, and its own item."""

    number: int
    item: str


def slot(plan: Sequence[Entry], position: int, enrolment: Id) -> str:
    """The name under which an entry is asked once in an enrolment.

    It names the item too, so that what is listed at the same place after an edit is not taken for what was asked there.
    """
    entry = plan[position]
    if not entry.item:
        return f"{entry.slot}.{enrolment:x}"
    number = sum(bool(earlier.item) for earlier in plan[:position])
    return f"{entry.slot}.{number}.{entry.item}.{enrolment:x}"


def programmed(prompt: Prompt) -> bool:
    """Did a programme ask this by itself? Not what its leader asked for, nor a question in place of another."""
    return prompt.enrolment is not None and prompt.slot.endswith(f".{prompt.enrolment:x}")


def mark(name: str, enrolment: Id) -> Mark | None:
    """What a slot of this enrolment tells; None for any other, and for a pulse or a return, which list no item."""
    parts = name.split(".")
    if len(parts) != PARTS or parts[-1] != f"{enrolment:x}":
        return None
    return Mark(int(parts[1]), parts[2])


def place(plan: Sequence[Entry], position: int, asked: Sequence[Mark]) -> int | None:
    """The position to go on from after an edit (the length of the plan when all was asked); None when nothing moved.

    `asked` is in the order of asking. Whatever was inserted before it stays unasked, what was passed over too, and
    nothing comes twice.
    """
    if not asked or not _moved(plan, position, asked):
        return None
    done = {each.item for each in asked}
    listed = [index for index, entry in enumerate(plan) if entry.item]
    ahead = (index for index in listed[_split([plan[index].item in done for index in listed]) :])
    return next((index for index in ahead if plan[index].item not in done), len(plan))


def _moved(plan: Sequence[Entry], position: int, asked: Sequence[Mark]) -> bool:
    """Does the programme no longer list what was asked last where it did, or what is next among what was asked?"""
    items = [entry.item for entry in plan if entry.item]
    if items[asked[-1].number : asked[-1].number + 1] != [asked[-1].item]:
        return True
    return position >= len(plan) or plan[position].item in {each.item for each in asked}


def _split(done: Collection[bool]) -> int:
    """Where the past ends: the fewest done after it and not done before it; the latest such place."""
    misplaced = best = sum(done)
    split = 0
    for place_of, was_done in enumerate(done, start=1):
        misplaced += -1 if was_done else 1
        if misplaced <= best:
            best, split = misplaced, place_of
    return split

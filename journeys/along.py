"""What was answered to a follow-up goes along with the answer that it asked about: hidden, withdrawn, back, erased.

That a piece was hidden with its answer, and not by itself, is noted beside the hidden lines, so that it is shown again
with it.
"""

from datetime import datetime

from dialogues.answers.pieces import grouped
from dialogues.people import Answer, Id, Part
from storage import answers, errands, hidden, prompts
from storage.session import Session

FOLLOWED: tuple[Part, ...] = ("followup", "deeper")


async def with_it(session: Session, head: Answer) -> list[Answer]:
    """Every piece that was answered to a follow-up about this answer, however it stands now.

    None where no question stands before them, and none of what was withdrawn by itself.
    """
    prompt = await prompts.get(session, head.leader, head.prompt) if head.prompt and head.part == "answer" else None
    if prompt is None or prompt.kind != "question":
        return []
    apart = await errands.waiting(session, head.leader, "withdrawn")
    groups = grouped(one for one in await answers.standing(session, head.leader) if one.prompt == prompt.id)
    found = (group for group in groups if group[0].part in FOLLOWED and group[0].id not in apart)
    pieces = [await answers.get(session, head.leader, piece.id) for group in found for piece in group]
    return [piece for piece in pieces if piece is not None]


async def hidden_with(session: Session, head: Answer, now: datetime) -> list[Answer]:
    """The pieces that are hidden along with an answer; those that are hidden by themselves already stay so."""
    found = [piece for piece in await with_it(session, head) if piece.state == "kept"]
    await hidden.hide(session, head.leader, [_note(piece.id) for piece in found], now)
    return found


async def joins(session: Session, piece: Answer, now: datetime) -> None:
    """What is answered to a follow-up about an answer that was hidden meanwhile is hidden along with that."""
    if piece.part not in FOLLOWED or piece.state != "kept" or piece.prompt is None:
        return
    said = await answers.standing(session, piece.leader)
    heads = [one.state for one in said if one.prompt == piece.prompt and one.part == "answer"]
    if heads and set(heads) == {"hidden"}:
        await hidden.hide(session, piece.leader, [_note(piece.id)], now)
        await answers.set_state(session, piece.leader, piece.id, "hidden")


async def shown_with(session: Session, head: Answer) -> list[Answer]:
    """The pieces that were hidden along with an answer, and are shown with it."""
    noted = await hidden.of(session, head.leader)
    found = [piece for piece in await with_it(session, head) if _note(piece.id) in noted]
    await by_itself(session, head.leader, [piece.id for piece in found])
    return [piece for piece in found if piece.state == "hidden"]


async def by_itself(session: Session, leader: Id, answer_ids: list[Id]) -> None:
    """These stand by themselves from now on."""
    if answer_ids:
        await hidden.show(session, leader, [_note(answer) for answer in answer_ids])


def _note(answer: Id) -> str:
    return f"along.{answer}"

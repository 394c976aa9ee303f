"""What was answered to a follow-up goes along with the answer that it asked about: withdrawn, brought back, erased."""

from dialogues.people import Answer, Part
from dialogues.pieces import grouped
from storage import answers, errands, prompts
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

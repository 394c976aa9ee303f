"""A leader's words as they are kept: new, amended, without names, hidden, withdrawn or erased; in one transaction."""

from dataclasses import replace
from typing import Literal

from dialogues.answers import heard, privacy
from dialogues.answers.pieces import joined
from dialogues.effects import Add, Amend, Drop, Expunge, Keep, Mark, PutBack, Redact, Rewrite, Say, Treat
from dialogues.language import words
from dialogues.moves.keeping.closing import names
from dialogues.people import Answer, Care, Id
from journeys import along, lines
from journeys.stage import Stage, say
from storage import answers, intentions, reached, summaries
from storage.session import Session
from summaries.sifting import SAFE

Words = Keep | Add | Amend | Rewrite | PutBack | Redact | Mark | Treat | Drop | Expunge
WORRYING: tuple[Care, ...] = ("crisis", "danger", "strain")  # other words are judged anew


async def act(stage: Stage, effect: Words) -> None:
    """Do what was decided about a leader's words."""
    match effect:
        case Keep() | Add():
            await _keep(stage, effect)
        case Amend():
            await _amend(stage, effect)
        case Rewrite():
            await _rewrite(stage, effect)
        case PutBack():
            await _put_back(stage, effect)
        case Redact():
            await _redact(stage, effect)
        case Mark():
            await _mark(stage, effect)
        case Treat():
            await _treat(stage, effect)
        case Expunge(answer):
            await _expunge(stage, answer)
        case Drop(answer):
            await _drop(stage, answer)


async def _keep(stage: Stage, kept: Keep | Add) -> None:
    answer = Answer(
        id=stage.scene.fresh,
        leader=stage.leader.id,
        prompt=kept.prompt,
        part="addition",
        text=kept.text,
        language=words.language(kept.text, stage.leader.language),
        given_at=stage.scene.now,
        named=kept.named,
        message=kept.message or None,
    )
    if isinstance(kept, Keep):
        state: Literal["held", "kept"] = "held" if kept.held else "kept"
        answer = replace(answer, part=kept.part, late=kept.late, care=kept.care, state=state)
    await answers.keep(stage.session, answer)
    await along.joins(stage.session, answer, stage.scene.now)
    await _hear(stage, answer.id)


async def _hear(stage: Stage, answer: Id) -> None:
    """Beside the answer, in its first piece, stands what the rules hear in all of it, where that may count."""
    pieces = await answers.whole(stage.session, stage.leader.id, answer)
    if pieces and (one := joined(pieces)).state == "kept" and one.care in SAFE:
        await answers.set_heard(stage.session, stage.leader.id, one.id, heard.note(one.text, one.language))


async def _amend(stage: Stage, amended: Amend) -> None:
    answer = await answers.amend(stage.session, stage.leader.id, amended.message, amended.text, stage.scene.now)
    if answer is None:
        if amended.care == "none":  # a safety message comes alone
            await say(stage, Say("edit_unknown"))
        return
    await _renewed(stage, answer, amended.care, named=amended.named)
    if amended.care == "none":
        await say(stage, Say("edited_held" if answer.state == "held" else "edited"))


async def _renewed(stage: Stage, answer: Answer, care: Care, *, named: bool) -> None:
    """New words are judged anew; what was about a real case stays apart."""
    await answers.set_named(stage.session, stage.leader.id, answer.id, named)
    if care != "none" or answer.care in WORRYING:
        await answers.set_care(stage.session, stage.leader.id, answer.id, care)
    await lines.reworded(stage.session, stage.leader.id, answer.id)
    await _hear(stage, answer.id)


async def _rewrite(stage: Stage, new: Rewrite) -> None:
    """New words that were typed for an answer; what was withdrawn or erased meanwhile stays so."""
    session, leader = stage.session, stage.leader.id
    before = await readable(session, leader, new.answer)
    answer = await answers.rewrite(session, leader, new.answer, new.text, stage.scene.now)
    if answer is None:
        await say(stage, Say("answer_gone"))
        return
    await _renewed(stage, answer, "none", named=new.named)
    version = await answers.newest_version(session, leader, answer.id)
    if version is None or joined(before).text == answer.text or answer.care in WORRYING:
        await say(stage, Say("edited"))
    else:
        await say(stage, Say("rewritten", {"answer": answer.id}, version))


async def _put_back(stage: Stage, back: PutBack) -> None:
    """The words of before stand again; those that had their place are gone."""
    answer = await answers.put_back(stage.session, stage.leader.id, back.version)
    if answer is None:
        await say(stage, Say("stale_button"))
        return
    await _renewed(stage, answer, "none", named=names(answer.text))
    await say(stage, Say("rewrite_undone", {"answer": answer.id}, edits=back.edits))


async def _treat(stage: Stage, treated: Treat) -> None:
    """One answer; what is hidden, withdrawn or brought back takes along what was answered to its follow-ups."""
    pieces = await answers.whole(stage.session, stage.leader.id, treated.answer)
    for piece in pieces:
        await _stand(stage, piece, treated)
    if not pieces or pieces[0].state not in treated.when:
        return
    alike = replace(treated, when=(*treated.when, "kept")) if treated.state == "withdrawn" else treated
    for piece in await _along(stage, pieces[0], treated):
        await _stand(stage, piece, alike)


async def _along(stage: Stage, head: Answer, treated: Treat) -> list[Answer]:
    """What goes along with an answer; a piece that is hidden or shown by itself goes no longer with another."""
    session = stage.session
    if treated.state == "withdrawn" or "withdrawn" in treated.when:
        return await along.with_it(session, head)
    await along.by_itself(session, head.leader, [head.id] if head.part in along.FOLLOWED else [])
    if treated.state == "hidden":
        return await along.hidden_with(session, head, stage.scene.now)
    return await along.shown_with(session, head)


async def _stand(stage: Stage, piece: Answer, treated: Treat) -> None:
    """Look backs that rest on what is hidden or withdrawn go at once; when asked for they are made without it."""
    if piece.state in treated.when:
        await answers.set_state(stage.session, stage.leader.id, piece.id, treated.state)
        if treated.state in ("hidden", "withdrawn"):
            await summaries.forget_quotes(stage.session, stage.leader.id, piece.id)


async def _drop(stage: Stage, answer: Id) -> None:
    """Erase what nobody confirmed."""
    for piece in await answers.whole(stage.session, stage.leader.id, answer):
        await answers.erase(stage.session, stage.leader.id, piece.id)


async def _expunge(stage: Stage, answer: Id) -> None:
    """Erase what was withdrawn and not restored; no message offers to bring it back any more."""
    pieces = await answers.whole(stage.session, stage.leader.id, answer)
    followed = await along.with_it(stage.session, pieces[0]) if pieces and pieces[0].state == "withdrawn" else []
    for piece in (*pieces, *followed):
        if piece.state == "withdrawn":
            await intentions.erase_of(stage.session, stage.leader.id, piece.id)
            await answers.erase(stage.session, stage.leader.id, piece.id)
    for message, args in await reached.drawn(stage.session, stage.leader.id, "answer", answer):
        await say(stage, Say("answer", args, answer, edits=message))


async def _redact(stage: Stage, redact: Redact) -> None:
    """Roles in place of names, in all that was written as this answer; what it became is shown, and what is left."""
    session, leader = stage.session, stage.leader.id
    pieces = await readable(session, leader, redact.answer)
    texts = privacy.replaced_in([piece.text for piece in pieces], pieces[0].language if pieces else "nl")
    for piece, text in zip(pieces, texts, strict=True):
        await answers.replace_text(session, leader, piece.id, text, stage.scene.now)
        await answers.set_named(session, leader, piece.id, privacy.has_name(text))
        await lines.reworded(session, leader, piece.id)
    await _hear(stage, redact.answer)
    screen = "names_left" if any(privacy.left(text) for text in texts) else "names_replaced"
    await say(stage, Say(screen if pieces else "answer_gone", {}, redact.answer, edits=redact.edits))


async def readable(session: Session, leader: Id, answer: Id) -> list[Answer]:
    """The pieces of an answer, oldest first; none when it is gone or withdrawn."""
    return [piece for piece in await answers.whole(session, leader, answer) if piece.state != "withdrawn"]


async def _mark(stage: Stage, mark: Mark) -> None:
    piece = await answers.get(stage.session, stage.leader.id, mark.answer)
    if piece is not None and mark.kept:
        await _stand(stage, piece, Treat(mark.answer, "kept", ("held",)))
    if mark.care is not None:
        await answers.set_care(stage.session, stage.leader.id, mark.answer, mark.care)

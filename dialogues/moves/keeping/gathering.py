"""Several messages in a row are one answer: each is kept at once, and heard when the leader has finished writing."""

from collections.abc import Callable
from dataclasses import replace

from dialogues.effects import Keep, Plan, React, Redraw, Turn
from dialogues.events import Said
from dialogues.moves.keeping.closing import keep, settled
from dialogues.moves.steps import Step, part_of
from dialogues.people import Answer, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Talk

# Where the words of the leader are what is waited for; at other stages they get their reply at once.
IN_WORDS = {
    "answer", "followup", "deeper", "why", "other", "both", "own_case", "changed", "reflect", "closing", "learning",
    "discovery",
}  # fmt: skip

Hear = Callable[[Prompt, Said, Scene], Step]


def waits(prompt: Prompt, scene: Scene) -> bool:
    """May more words follow? Late ones are answered at once."""
    return bool(scene.patience) and prompt.stage in IN_WORDS and prompt.state != "closed"


def gathered(prompt: Prompt, said: Said, scene: Scene, hear: Hear) -> Step:
    """Keep this piece as what it will be heard as, with a quiet receipt; what to say waits for silence."""
    found = (effect for effect in hear(prompt, said, scene)[1] if isinstance(effect, Keep))
    kept = next(found, None) or keep(prompt, part_of(prompt), said)
    answered = replace(prompt, state="answered")
    heard = Plan("hear", scene.now + scene.patience, prompt.id)
    return OnPrompt(prompt.id), (
        kept, Turn(answered), *settled(prompt), *without_buttons(prompt), React(said.message), heard,
    )  # fmt: skip


def listened(talk: Talk, scene: Scene, hear: Hear) -> Step:
    """It has been silent for a while: hear the pieces as if they had been said in one go."""
    prompt = scene.prompt
    if prompt is None or not (given := pieces(prompt, scene)):
        return talk, ()
    if not isinstance(talk, OnPrompt) or talk.prompt != prompt.id:  # they went on with something else, or stopped
        return talk, (Turn(replace(prompt, stage="done")),)
    said = Said("\n".join(piece.text for piece in given), given[-1].message or 0)
    before = tuple(answer for answer in scene.answers if answer not in given)
    after, effects = hear(prompt, said, replace(scene, answers=before, fresh=given[-1].id))
    return after, tuple(effect for effect in effects if not isinstance(effect, Keep))


def goes_on(talk: Talk, scene: Scene) -> bool:
    """Is an answer being written now, so that whatever is written next is a piece of it?"""
    prompt = scene.prompt
    if prompt is None or talk != OnPrompt(prompt.id) or not scene.patience or scene.leader.state == "held":
        return False
    last = (*pieces(prompt, scene), *scene.held)[-1:]
    return bool(last) and prompt.stage in IN_WORDS and scene.now - last[0].given_at <= scene.patience


def pieces(prompt: Prompt, scene: Scene) -> tuple[Answer, ...]:
    """What was written for the stage at hand and not heard yet."""
    if prompt.state != "answered" or prompt.stage not in IN_WORDS:
        return ()
    return tuple(answer for answer in scene.answers if answer.part == part_of(prompt) and answer.care == "none")


def without_buttons(prompt: Prompt) -> tuple[Redraw, ...]:
    """Buttons such as "later" go as soon as there is an answer."""
    if prompt.state == "answered":
        return ()
    return (Redraw(replace(prompt, state="answered")),)

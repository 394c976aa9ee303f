"""A paradox in steps: position, what puts you there, the other side, both, perhaps the own case; stoppable at each."""

from dataclasses import replace

from dialogues.effects import Become, Effect, Keep, Say, Turn
from dialogues.events import Said
from dialogues.moves.closing import afterwards, closing, keep, settled
from dialogues.moves.steps import Step, item_args
from dialogues.people import Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting

NEXT: dict[str, str] = {"why": "other", "other": "both", "both": "own_case"}
PARTS: dict[str, Part] = {
    "position": "why", "why": "why", "other": "other", "both": "both", "own_case": "own_case", "changed": "changed",
}  # fmt: skip


def placed(prompt: Prompt, scene: Scene, message: int | None) -> Step:
    """A position was taken: show it on the scale itself, and ask what puts you there (or what changed)."""
    explained = any(answer.part == "why" for answer in scene.answers)
    stage = "changed" if prompt.kind == "paradox_revisit" else "other" if explained else "why"
    turned = replace(prompt, state="answered", stage=stage)
    memory = scene.leader.memory.but(skips=0, silences=0)
    become = Become(replace(scene.leader, memory=memory))
    shown: tuple[Effect, ...] = ()
    if message is not None:
        shown = (Say("prompt", item_args(prompt), prompt.id, edits=message),)
    return OnPrompt(prompt.id), (become, Turn(turned), *settled(prompt), *shown, asked(turned, stage))


def asked(prompt: Prompt, stage: str) -> Say:
    """The question of a step, with the way out."""
    return Say("dilemma_step", item_args(prompt, stage=stage), prompt.id)


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words at a step: kept, then the next step. Words before a position count as the why."""
    kept = keep(prompt, PARTS.get(prompt.stage, "own_case"), said)
    if prompt.stage == "position":
        return OnPrompt(prompt.id), (kept, Say("choose_first", {"min": "1", "max": "7"}))
    following = NEXT.get(prompt.stage)
    if following is None:
        return done(prompt, said, scene, kept)
    turned = replace(prompt, stage=following)
    return OnPrompt(prompt.id), (kept, Turn(turned), asked(turned, following))


def done(prompt: Prompt, said: Said, scene: Scene, kept: Keep) -> Step:
    """The last step: a dilemma has its own thanks."""
    ending = closing(prompt, scene, said="thanks_8")
    return Resting(prompt.id), (kept, *ending, *afterwards(said, scene, kept))


def stopped(prompt: Prompt, scene: Scene) -> Step:
    """Enough, at any step: what was given stays."""
    return Resting(prompt.id), closing(prompt, scene, said="thanks_8")

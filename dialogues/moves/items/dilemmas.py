"""A paradox in steps: position, what puts you there, the other side, both, perhaps the own case; stoppable at each."""

from dataclasses import replace

from dialogues.effects import Keep, Say, Turn
from dialogues.events import Said
from dialogues.language import words
from dialogues.moves import typed
from dialogues.moves.keeping.closing import closing, finished, keep, settled
from dialogues.moves.steps import Step, item_args, present, shown, unchosen
from dialogues.people import Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting

FEW = 8  # words; fewer tell a place rather than what puts somebody there
REASONS = {"omdat", "want", "doordat", "because", "since"}
NEXT: dict[str, str] = {"why": "other", "other": "both", "both": "offer"}
PARTS: dict[str, Part] = {
    "why": "why", "other": "other", "both": "both", "changed": "changed",
}  # fmt: skip


def placed(prompt: Prompt, scene: Scene, message: int | None) -> Step:
    """A position was taken: show it on the scale itself, and ask what puts you there (or what changed), once."""
    explained = any(answer.part in ("why", "changed") for answer in scene.answers)
    seen = shown(prompt, message)
    if explained and prompt.kind == "paradox_revisit":
        return Resting(prompt.id), (*seen, *closing(prompt, scene, screen="thanks_8"))
    stage = "changed" if prompt.kind == "paradox_revisit" else "other" if explained else "why"
    turned = replace(prompt, state="answered", stage=stage)
    effects = (present(scene.leader), Turn(turned), *settled(prompt), *seen, asked(turned, stage))
    return OnPrompt(prompt.id), effects


def asked(prompt: Prompt, stage: str) -> Say:
    """The question of a step, with the way out. The own case is offered first."""
    if stage == "offer":
        return Say("own_case_offer", {}, prompt.id)
    return Say("dilemma_step", item_args(prompt, stage=stage), prompt.id)


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words at a step: kept, then the next step. Words before a position count as what puts you there."""
    if prompt.stage == "position":
        return unplaced(prompt, said, scene)
    part = "changed" if prompt.kind == "paradox_revisit" else PARTS.get(prompt.stage, "own_case")
    kept = keep(prompt, part, said)
    if prompt.stage == "offer" and (answer := typed.plain(said.text)) in typed.YES | typed.NO:
        return offered(prompt) if answer in typed.YES else stopped(prompt, scene)
    following = NEXT.get(prompt.stage)
    if following is None:
        return finished(prompt, said, scene, kept, screen="thanks_8")
    if typed.enough_among(said.text, scene):
        return finished(prompt.leaving(following), said, scene, kept, screen="thanks_8")
    return onward(prompt, following, kept)


def unplaced(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words before a position: kept, and only a reason counts as one, so that a few words bring the question why."""
    told = words.count(said.text) > FEW or not REASONS.isdisjoint(words.fold(said.text).split())
    part: Part = "changed" if prompt.kind == "paradox_revisit" else "why" if told else "addition"
    return OnPrompt(prompt.id), (keep(prompt, part, said), *unchosen(prompt, said, scene, 7))


def onward(prompt: Prompt, stage: str, *kept: Keep) -> Step:
    """On to the next step."""
    turned = replace(prompt, stage=stage)
    return OnPrompt(prompt.id), (*kept, Turn(turned), asked(turned, stage))


def offered(prompt: Prompt) -> Step:
    """Yes to an example of one's own, the last step."""
    return onward(prompt, "own_case")


def stopped(prompt: Prompt, scene: Scene) -> Step:
    """Enough, at any step: what was given stays."""
    return Resting(prompt.id), closing(prompt.leaving(prompt.stage), scene, screen="thanks_8")

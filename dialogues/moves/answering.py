"""An answer comes in on the prompt that has the floor: keep it first, then decide whether one more question helps."""

from dataclasses import replace

from dialogues import followups, privacy, words
from dialogues.effects import Add, Become, Keep, Say, Turn
from dialogues.events import Said
from dialogues.moves import cases, checks, dilemmas, endings, pulses, values
from dialogues.moves.closing import finished, keep, settled
from dialogues.moves.steps import Step, first_stage, item_args, says
from dialogues.people import Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting


def heard(said: Said, scene: Scene) -> Step:
    """Words for the prompt that has the floor, by its kind."""
    prompt = scene.prompt
    if prompt is None:
        return says(Resting(), "nothing_open")
    if prompt.state == "answered" and prompt.stage == "done":
        return added(prompt, said)
    if prompt.state == "skipped":  # second thoughts are welcome
        prompt = replace(prompt, state="open", stage=first_stage(prompt.kind, prompt.item, scene.library))
    if (value := values.meant(prompt, said.text, scene)) is not None:
        return values.chosen(prompt, value, scene, None)
    match prompt.kind:
        case "question":
            return question(prompt, said, scene)
        case "paradox" | "paradox_revisit":
            return dilemmas.heard(prompt, said, scene)
        case "integrity_case":
            return cases.heard(prompt, said, scene)
        case "pulse":
            return pulses.heard(prompt, said, scene)
        case "intention_check":
            return checks.heard(prompt, said, scene)
        case "programme_end":
            return endings.heard(prompt, said, scene)


def added(prompt: Prompt, said: Said) -> Step:
    """More words for an answer that was already thanked for."""
    named = bool(privacy.find(said.text)) or privacy.has_name(said.text)
    return Resting(prompt.id), (Add(prompt.id, said.text, said.message, named=named), Say("added"))


def question(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """The answer to a reflective question: kept, then one follow-up at most, then thanks."""
    part: Part = "followup" if prompt.stage == "followup" else "answer"
    kept = keep(prompt, part, said)
    late = prompt.state == "closed"
    if part == "followup" or late:
        return finished(prompt, said, scene, kept, late=late)
    chosen = next_question(prompt, said, scene)
    if chosen is None or privacy.find(said.text):
        return finished(prompt, said, scene, kept)
    return followed_up(prompt, chosen, scene, kept)


def next_question(prompt: Prompt, said: Said, scene: Scene) -> followups.Chosen | None:
    """The follow-up that this answer calls for, if any."""
    question = scene.library.questions[prompt.item]
    memory = scene.leader.memory
    return followups.choose(
        followups.Ask(
            question=question,
            depth=question.depth,
            text=said.text,
            language=words.language(said.text, scene.language),
            elements=memory.elements,
            wordings=memory.wordings,
            today=scene.today,
            library=scene.library,
            deeper=False,
        )
    )


def followed_up(prompt: Prompt, chosen: followups.Chosen, scene: Scene, kept: Keep) -> Step:
    """Ask the one follow-up, and remember which element and wording it was."""
    memory = scene.leader.memory.but(
        elements=(*scene.leader.memory.elements[-6:], (scene.today, chosen.element)),
        wordings=(*scene.leader.memory.wordings[-40:], (scene.today, chosen.key)),
        skips=0,
        silences=0,
    )
    turned = replace(prompt, state="answered", stage="followup", followups=prompt.followups + 1, asked=chosen.key)
    shown = Say("followup", item_args(prompt, key=chosen.key), prompt.id)
    became = Become(replace(scene.leader, memory=memory))
    return OnPrompt(prompt.id), (kept, became, Turn(turned), *settled(prompt), shown)

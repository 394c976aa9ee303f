"""An answer comes in on the prompt that has the floor: keep it first, then decide whether one more question helps."""

from dataclasses import replace

from dialogues import followups, privacy, words
from dialogues.effects import Add, Become, Keep, Say, Turn
from dialogues.events import Pressed, Said
from dialogues.moves import cases, checks, controls, dilemmas, endings, pulses, typed, values
from dialogues.moves.closing import finished, keep, names, nudge, nudge_due, settled
from dialogues.moves.steps import Step, first_stage, item_args, says
from dialogues.people import Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting


def heard(said: Said, scene: Scene) -> Step:
    """Words for the prompt that has the floor: a way out, a value, an addition, or an answer of its kind."""
    prompt = scene.prompt
    if prompt is None:
        return says(Resting(), "nothing_open")
    if prompt.stage == "done" and prompt.state == "answered":
        return added(prompt, said, scene)
    if (way := way_out(prompt, said, scene)) is not None:
        return way
    if prompt.state == "skipped":  # second thoughts are welcome
        prompt = replace(prompt, state="open", stage=first_stage(prompt.kind, prompt.item, scene.library))
    if (value := values.meant(prompt, said.text, scene)) is not None:
        return values.chosen(prompt, value, scene, None)
    return of_kind(prompt, said, scene)


def of_kind(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words for a prompt, by its kind."""
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
        case "programme_end":  # pragma: no branch - the last kind; the type checker knows
            return endings.heard(prompt, said, scene)


def way_out(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """A way out in words: the label of a button under a new prompt, or "enough" at a step that goes further."""
    talk = OnPrompt(prompt.id)
    if prompt.state == "answered":
        enough = typed.only_enough(said.text, scene) or typed.plain(said.text) in stop_labels(scene)
        return controls.enough(talk, prompt, scene) if enough else None
    if typed.plain(said.text) in typed.STOP:
        return says(talk, "stop_confirm")
    tapped = typed.button(said.text, scene.library.messages["prompt_buttons"])
    if tapped is None or (tapped == "other" and prompt.kind != "question"):
        return None
    return controls.pressed(talk, Pressed("prompt_buttons", prompt.id, tapped, 0), scene)


def stop_labels(scene: Scene) -> set[str]:
    """What stands on the button under a step."""
    stop = scene.library.dilemma_texts.stop
    return {typed.plain(stop.nl), typed.plain(stop.en)}


def added(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """More words for an answer that was already thanked for."""
    more = Add(prompt.id, said.text, said.message, named=names(said.text))
    return Resting(prompt.id), (more, Say("added"), *nudge(said, scene, scene.leader))


def question(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """The answer to a reflective question: kept, then one follow-up at most, then thanks."""
    part: Part = "followup" if prompt.stage == "followup" else "answer"
    kept = keep(prompt, part, said)
    nudged = bool(privacy.find(said.text)) and nudge_due(scene)  # the tip about names takes the follow-up's place
    if part == "followup" or kept.late or nudged:
        return finished(prompt, said, scene, kept)
    chosen = next_question(prompt, said, scene)
    return finished(prompt, said, scene, kept) if chosen is None else followed_up(prompt, chosen, scene, kept)


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

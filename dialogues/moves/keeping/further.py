"""One more question about an answer: at most one by itself, and a second only for who taps for it."""

from dataclasses import replace

from dialogues.answers import followups
from dialogues.effects import Become, Effect, React, Say, Turn
from dialogues.events import Pressed, Said
from dialogues.language import words
from dialogues.moves import typed
from dialogues.moves.steps import Step, item_args, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import offers, queries

MOST = 2  # follow-ups to one prompt
REST = "thanks_rest"  # to who had nothing to tell: ill, away, a week without
AT_REST = ("enough", REST)  # after these nothing more is offered
ASKED = ("followup", "deeper")  # the stages of the first and the second
LOW = {"1", "2"}
NOD = "\N{THUMBS UP SIGN}"
_IN_A_WORD = {"dieper", "deeper"}


def choose(prompt: Prompt, text: str, scene: Scene, *, deeper: bool = False) -> followups.Chosen | None:
    """The follow-up that these words call for, if any. `deeper`: the leader asked for one."""
    question = scene.library.questions[prompt.item]
    memory = scene.leader.memory
    return followups.choose(
        followups.Ask(
            question=question,
            depth=question.depth,
            text=text,
            language=words.language(text, scene.language),
            elements=memory.elements,
            wordings=memory.wordings,
            today=scene.today,
            library=scene.library,
            deeper=deeper,
        )
    )


def asked(prompt: Prompt, chosen: followups.Chosen, scene: Scene) -> tuple[Effect, ...]:
    """Ask it, and remember which element and wording it was."""
    memory = scene.leader.memory.but(
        elements=(*scene.leader.memory.elements[-6:], (scene.today, chosen.element)),
        wordings=(*scene.leader.memory.wordings[-40:], (scene.today, chosen.key)),
        skips=0,
        silences=0,
    )
    stage = ASKED[min(prompt.followups, MOST - 1)]
    turned = replace(prompt, state="answered", stage=stage, followups=prompt.followups + 1, asked=chosen.key)
    shown = Say("followup", item_args(prompt, key=chosen.key), prompt.id)
    return Become(replace(scene.leader, memory=memory)), Turn(turned), shown


def left(prompt: Prompt, scene: Scene, *said: str) -> followups.Chosen | None:
    """What could still be asked of all that was said (with what is `said` now), if the leader taps for it.

    Nothing after a late or worrying answer, after a low value on something sensitive, or when enough was said.
    """
    if prompt.kind != "question" or prompt.item not in scene.library.questions or prompt.followups >= MOST:
        return None
    if any(answer.late or answer.care != "none" for answer in scene.answers) or _spared(prompt, scene):
        return None
    given = "\n".join((*(answer.text for answer in scene.answers if answer.state == "kept"), *said))
    return choose(prompt, given, scene, deeper=True) if given else None


def waiting(talk: Talk, scene: Scene) -> followups.Chosen | None:
    """The same, while the thanks is still the last that was said, and was not said to "enough"."""
    prompt = scene.prompt
    if prompt is None or talk != Resting(prompt.id) or scene.leader.memory.thanked in AT_REST:
        return None
    return left(prompt, scene)


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The button under a thanks: that message closes, the question comes."""
    prompt = scene.prompt
    assert prompt is not None
    if talk == OnPrompt(prompt.id) and prompt.stage in ASKED:
        return talk, ()  # tapped twice
    chosen = waiting(talk, scene)
    if chosen is None or event.value != "deeper":
        return says(talk, "already_answered")
    return OnPrompt(prompt.id), (_closed(prompt, scene, event.message), *asked(prompt, chosen, scene))


def meant(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """The label of that button, or "deeper", typed right after the thanks; None for any other words."""
    label = typed.button(said.text, scene.library.messages["deeper_offer"]) == "deeper"
    if not label and typed.plain(said.text) not in _IN_A_WORD:
        return None
    chosen = waiting(Resting(prompt.id), scene)
    if chosen is None:
        return None
    return OnPrompt(prompt.id), (_closed(prompt, scene, None), *asked(prompt, chosen, scene))


def wanted(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """A yes or no to that button in words that elsewhere may tell something; None where it is not there."""
    value = offers.button(said.text, "deeper_offer")
    if value is None or queries.meant(said.text) in ("thanks", "fine"):
        return None
    if (chosen := waiting(Resting(prompt.id), scene)) is None:
        return None
    if value == "enough":
        return Resting(prompt.id), (React(said.message, NOD),)
    return OnPrompt(prompt.id), (_closed(prompt, scene, None), *asked(prompt, chosen, scene))


def _closed(prompt: Prompt, scene: Scene, message: int | None) -> Say:
    """The thanks without that button, in the message that was pressed or that words meant."""
    args = item_args(prompt, page="closed", thanks=scene.leader.memory.thanked, told=sorted(scene.noted))
    return Say("thanks_taps", args, prompt.id, edits=message, renews=message is None)


def _spared(prompt: Prompt, scene: Scene) -> bool:
    question = scene.library.questions[prompt.item]
    return question.sensitive and question.scale is not None and scene.taps.get("value") in LOW

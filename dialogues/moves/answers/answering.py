"""An answer comes in on the prompt that has the floor: keep it first, then decide whether one more question helps."""

from dataclasses import replace

from dialogues.answers import brushing, privacy
from dialogues.asking import moments, phrases, windows
from dialogues.effects import Effect, Keep, React, Recall, Say, Turn
from dialogues.events import Pressed, Said
from dialogues.language import numbered
from dialogues.model import LANGUAGES
from dialogues.moves import typed
from dialogues.moves.answers import belonging, guessing, replies
from dialogues.moves.care import caring
from dialogues.moves.items import (
    amending,
    cases,
    checks,
    controls,
    dilemmas,
    onward,
    positions,
    pulses,
    reopening,
    revising,
    scored,
    taps,
    unclear,
    values,
)
from dialogues.moves.keeping import (
    belated,
    doubting,
    echoes,
    endings,
    further,
    gathering,
)
from dialogues.moves.keeping.closing import finished, keep, nudge_due, settled
from dialogues.moves.leaders import own
from dialogues.moves.steps import Step, first_stage, part_of, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import floor, leaving, offers, queries

THANKS = {"thanks_taps", "kept_past"}  # the screens that end the talk about a prompt


def heard(said: Said, scene: Scene) -> Step:
    """Words for the prompt that has the floor: a way out, a value, an addition, or an answer of its kind."""
    if scene.prompt is None:
        return says(Resting(), "nothing_open")
    return floor_back(amending.noted(to_prompt(scene.prompt, said, scene), said, scene), scene)


def goes_on(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """One more piece of the answer that is being written, whatever it is like; words held in doubt are of it as well.

    None outside such an answer, and for a bare word that ends it or that asks something apart from it.
    """
    prompt = scene.prompt
    if prompt is None or not gathering.goes_on(talk, scene) or stands_apart(said.text, scene):
        return None
    if (again := revising.told(prompt, said, scene)) is not None:
        return amending.noted(again, said, scene)
    held = tuple(replace(answer, state="kept") for answer in scene.held)
    after, effects = gathering.gathered(prompt, said, replace(scene, held=(), answers=(*scene.answers, *held)), of_kind)
    return after, (*doubting.confirmed(scene), *effects)


def stands_apart(text: str, scene: Scene) -> bool:
    """Is it no piece: a word that ends the answer, a wish to stop or a question beside it, or what words held were?"""
    wish = leaving.wish(text)
    stops = wish is not None and wish.plain and wish.kind in ("stop", "erase")
    tells = bool(scene.held) and doubting.settles(text, scene)
    return ends_it(text, scene) or stops or tells or replies.apart(queries.meant(text), text)


def ends_it(text: str, scene: Scene) -> bool:
    """Is it no more than a word that stops, or that says enough or skip, as the buttons do?"""
    return typed.plain(text) in typed.STOP | typed.ENOUGH | stop_labels(scene) or skips(text, scene)


def skips(text: str, scene: Scene) -> bool:
    """Is it the label of the button that skips?"""
    return typed.button(text, scene.library.messages["prompt_buttons"]) == "skip"


def floor_back(decided: Step, scene: Scene) -> Step:
    """An older question that is done gives the floor back to one that is still open; after the thanks that is told."""
    talk, effects = decided
    if scene.waiting is None or not isinstance(talk, Resting):
        return decided
    thanked = any(ends(effect) for effect in effects)
    day = phrases.weekday(moments.local(scene.waiting.asked_at, scene.leader.rhythm.zone).date(), scene.language)
    told = (Say("still_open", {"day": day}, scene.waiting.id),) if thanked else ()
    return OnPrompt(scene.waiting.id), (*effects, *told)


def ends(effect: Effect) -> bool:
    """Is it the thanks, by itself or before an earlier answer that comes back?"""
    return isinstance(effect, Recall) or (isinstance(effect, Say) and effect.screen in THANKS)


def to_prompt(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """The same, once it is known what they are for."""
    if (again := taken_back(prompt, said, scene)) is not None:
        return again
    if (on := reopening.told(prompt, said, scene)) is not None:
        return on
    if prompt.over:
        return afterwards(prompt, said, scene)
    if (way := way_out(prompt, said, scene)) is not None:
        return way
    if refuses(prompt, said.text, scene):
        return refused(prompt, said, scene)
    if (reply := replies.instead(prompt, said, scene)) is not None:
        return reply
    if windows.over(prompt, scene.now):
        return belated.heard(prompt, said, scene)
    if prompt.state == "skipped":  # second thoughts are welcome
        stage = first_stage(prompt.kind, prompt.item, scene.library)
        prompt = replace(prompt, state="open", stage=stage, expires_at=moments.expires_at(scene.now, None))
    if (tap := instead_of_a_tap(prompt, said, scene)) is not None:
        return tap
    if (wish := guessing.instead(prompt, said, scene)) is not None:
        return wish
    if gathering.waits(prompt, scene):
        return gathering.gathered(prompt, said, scene, of_kind)
    after, effects = of_kind(prompt, said, scene)
    answered = any(isinstance(effect, Turn) and effect.prompt.state == "answered" for effect in effects)
    return after, (*effects, *gathering.without_buttons(prompt)) if answered else effects


def instead_of_a_tap(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """What is on the screen, named in words, or words that stand for nothing on it; None for an answer in words."""
    if (asks := unclear.ahead(prompt, said)) is not None:
        return asks
    if (value := values.meant(prompt, said.text, scene)) is not None:
        return values.written(prompt, value, said, scene)
    if (pair := positions.between(prompt, said.text, scene)) is not None:
        return positions.halfway(prompt, pair, said, scene)
    if (again := revising.told(prompt, said, scene)) is not None:
        return again
    if (on := onward.instead(prompt, said, scene)) is not None:
        return on
    if (score := scored.meant(prompt, said.text, scene)) is not None:
        return scored.heard(prompt, score, said, scene, of_kind)
    if (which := values.beyond(prompt, said.text, scene)) is not None:
        told = () if numbered.bare(said.text) else (keep(prompt, "addition", said),)
        return OnPrompt(prompt.id), (*told, which)
    return unclear.instead(prompt, said, scene)


def listened(talk: Talk, scene: Scene) -> Step:
    """The leader has finished writing: hear all of it."""
    if (care := caring.together(talk, scene)) is not None:
        return care
    return floor_back(gathering.listened(talk, scene, of_kind), scene)


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


def taken_back(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """That a case is real is taken back; None for words about anything else."""
    return reconsidered(prompt, said, scene) if floor.reconsiders(prompt, said.text) else None


def reconsidered(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """A case that was said to be real: a choice in it after all, or that it was a mistake; None for no such option."""
    chosen = replace(prompt, stage="choose")
    if (value := values.meant(chosen, said.text, scene)) is not None:
        return values.written(prompt, value, said, scene)
    if (score := scored.meant(chosen, said.text, scene)) is not None:
        return values.written(prompt, scored.places(chosen, scene)[score.number], said, scene)
    return cases.reopened(prompt, scene) if floor.mistaken(said.text) else None


def way_out(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """A way out in words: the label of a button under a new prompt, or "enough" at a step that goes further."""
    talk = OnPrompt(prompt.id)
    if prompt.state == "answered":
        enough = typed.only_enough(said.text, scene) or ends_it(said.text, scene)
        return controls.enough(talk, prompt, scene) if enough else None
    if typed.plain(said.text) in typed.STOP:
        return says(talk, "stop_confirm")
    if leaves(prompt, said.text, scene):  # there is no such button yet: nothing given, nothing to end
        return controls.left(talk, prompt, scene)
    tapped = typed.button(said.text, scene.library.messages["prompt_buttons"])
    if tapped is None and onward.another(said.text) and values.meant(prompt, said.text, scene) is None:
        tapped = "other"
    if tapped is None or (tapped == "other" and prompt.kind != "question"):
        return None
    return controls.pressed(talk, Pressed("prompt_buttons", prompt.id, tapped, 0), scene)


def leaves(prompt: Prompt, text: str, scene: Scene) -> bool:
    """Is it the label of a button that stops, or "enough" where a tap is asked for?"""
    if typed.plain(text) in stop_labels(scene):
        return True
    taps = prompt.stage in values.CHOOSING and prompt.kind in values.ASKED_FURTHER
    button = typed.button(text, scene.library.messages["prompt_buttons"])
    return taps and button is None and typed.only_enough(text, scene) and values.meant(prompt, text, scene) is None


def stop_labels(scene: Scene) -> set[str]:
    """What stands on the buttons under a step."""
    stop = scene.library.dilemma_texts.stop
    enough = next(each for each in scene.library.messages["followup_buttons"].buttons if each.id == "enough").label
    return {typed.plain(label[language]) for label in (stop, enough) for language in LANGUAGES}


def refuses(prompt: Prompt, text: str, scene: Scene) -> bool:
    """Is it no more than a no to one more question about the answer?"""
    if prompt.stage not in further.ASKED or gathering.pieces(prompt, scene):
        return False
    return typed.plain(text) in typed.NO or offers.button(text, "deeper_offer") == "enough"


def refused(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Then it is left at what was given: the no itself is no part of it."""
    after, effects = finished(prompt, said, scene, keep(prompt, part_of(prompt), said), screen="thanks_no")
    return after, tuple(effect for effect in effects if not isinstance(effect, Keep))


def afterwards(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words after the thanks: a tap, the wish for one more question or a verdict, typed, or more of the answer."""
    reads = (
        scored.corrected,
        revising.afterwards,
        echoes.meant,
        taps.meant,
        endings.meant,
        further.meant,
        further.wanted,
        replies.after,
        let_go,
        treated,
        sought,
        nodded,
        guessing.afterwards,
    )
    readings = (read(prompt, said, scene) for read in reads)
    return next((step for step in readings if step is not None), None) or belonging.heard(prompt, said, scene)


def let_go(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """No more than "stop", "enough" or "no time" after the thanks: nothing is added; None for other words."""
    if typed.plain(said.text) in typed.STOP:
        return says(Resting(prompt.id), "stop_confirm")
    wish = leaving.wish(said.text)
    later = wish is not None and wish.kind == "later" and not wish.end
    enough = typed.only_enough(said.text, scene)
    if later or (enough and brushing.brushes(said.text)):
        return Resting(prompt.id), (replies.nothing_waits(scene),)
    return says(Resting(prompt.id), "all_done") if enough else None


def treated(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """The wish to hide, change or withdraw what was kept last: it is shown with its buttons; None for other words."""
    if not scene.answers or offers.of_answer(said.text) not in ("hide", "edit", "withdraw"):
        return None
    return says(Resting(prompt.id), "answer", scene.answers[-1].id, **own.Place().args)


def hidden(talk: Talk, said: Said, scene: Scene) -> Step | None:  # noqa: ARG001  (one shape for all moves)
    """The wish that what was kept last is in no look back, which is no wish to see one; None for other words."""
    prompt = scene.prompt
    if prompt is None or not prompt.over or not scene.joins_last or offers.of_answer(said.text) != "hide":
        return None
    return treated(prompt, said, scene)


def sought(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """Words to look for, while a list of what was written stands last; None for other words."""
    words = own.sought(said.text) if scene.confirming in own.LISTS else ""
    return own.looked_for(words, Resting(prompt.id)) if words else None


def nodded(prompt: Prompt, said: Said, scene: Scene) -> Step | None:  # noqa: ARG001  (one shape for all readings)
    """No more than a yes or no to nothing that was asked; None for other words."""
    bare = typed.plain(said.text) in typed.YES | typed.NO
    return (Resting(prompt.id), (React(said.message, replies.NOD),)) if bare else None


def question(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """The answer to a reflective question: kept, then one follow-up at most, then thanks."""
    kept = keep(prompt, part_of(prompt), said)
    nudged = bool(privacy.find(said.text)) and nudge_due(scene)  # the tip about names takes the follow-up's place
    if prompt.stage == "answer" and queries.nothing_to_tell(said.text) and not replies.states(prompt, said.text, scene):
        return finished(prompt, said, scene, kept, screen=further.REST)
    if typed.plain(said.text) in typed.NO and not kept.late:
        return finished(prompt, said, scene, kept, screen="thanks_no")
    if prompt.stage in further.ASKED or kept.late or nudged:
        return finished(prompt, said, scene, kept)
    chosen = further.choose(prompt, said.text, scene)
    if chosen is None:
        return finished(prompt, said, scene, kept)
    return OnPrompt(prompt.id), (kept, *settled(prompt), *further.asked(prompt, chosen, scene))

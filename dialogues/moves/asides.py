"""Words and taps beside a prompt: loose thoughts, intentions, corrections, the look back, erasing everything."""

from dataclasses import replace

from dialogues import privacy
from dialogues.effects import Add, Become, Drop, Effect, Forget, Intend, IntendFrom, Judge, Keep, Mark, Say
from dialogues.events import Pressed, Said
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Asking, Resting, Talk

ENOUGH_WORDS = {"nee", "niets", "laat maar", "no", "nothing", "never mind"}


def unprompted(talk: Talk, said: Said, scene: Scene) -> Step:
    """Nothing is open: a late addition to the last answer, or a thought to keep or not."""
    if isinstance(talk, Resting) and talk.last and scene.joins_last:
        named = bool(privacy.find(said.text)) or privacy.has_name(said.text)
        return talk, (Add(talk.last, said.text, said.message, named=named), Say("added"))
    named = bool(privacy.find(said.text)) or privacy.has_name(said.text)
    held = Keep(None, "thought", said.text, said.message, held=True, named=named)
    return Resting(), (held, Say("not_understood", {}, scene.fresh))


def told(talk: Asking, said: Said) -> Step:
    """The words that were asked for: an intention, or what a summary got wrong."""
    if said.text.strip().strip(".!").casefold() in ENOUGH_WORDS:
        return says(Resting(), "thought_dropped")
    if talk.what == "intention":
        return Resting(), (Intend(said.text, None),)
    named = bool(privacy.find(said.text))
    kept = Keep(None, "correction", said.text, said.message, named=named)
    return Resting(), (kept, Say("summary_correction_kept"))


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """Taps beside a prompt."""
    match event.group, event.value:
        case (("language" | "language_choose"), ("nl" | "en") as language):
            return talk, (Become(replace(scene.leader, language=language)), Say("language_set"))
        case "not_understood", "keep":
            return Resting(), (Mark(event.about, kept=True), Say("thought_kept", edits=event.message))
        case "not_understood", "no":
            return Resting(), (Drop(event.about), Say("thought_dropped", edits=event.message))
        case "intention_offer", "yes":
            return talk, (IntendFrom(event.about),)
        case "intention_offer", "no":
            return talk, (Say("intention_none", edits=event.message),)
        case "delete_confirm", value:
            return erasing(talk, value)
        case "summary_question", ("yes" | "partly" | "no") as verdict:
            return judged(event, verdict)
        case "answers_more", offset if offset.isdigit():
            page = {"before": event.about, "offset": int(offset)}
            return talk, (Say("answers", page, edits=event.message),)
        case _:
            return says(talk, "stale_button")


def erasing(talk: Talk, value: str) -> Step:
    """Everything, after one confirmation."""
    match value:
        case "delete":
            return Resting(), (Say("deleted"), Forget())
        case "export_first":
            return talk, (Say("export", weight="document"), Say("delete_confirm"))
        case _:
            return says(talk, "delete_cancelled")


def judged(event: Pressed, verdict: str) -> Step:
    """The leader's word about a summary; a correction outranks the text."""
    noted: tuple[Effect, ...] = (Judge(event.about, verdict),)
    if verdict == "yes":
        return Resting(), (*noted, Say("summary_verdict_yes"))
    return Asking("correction", event.about), (*noted, Say("summary_correct"))

"""A word to the bot itself instead of an answer: thanks, what now, who reads this, what is meant, may I skip this."""

from typing import Literal

from dialogues.answers import brushing, followups, stating
from dialogues.asking import phrases, windows
from dialogues.effects import React, Say
from dialogues.events import Pressed, Said
from dialogues.model import Text
from dialogues.moves import typed
from dialogues.moves.answers import another
from dialogues.moves.items import controls, dilemmas, unclear
from dialogues.moves.keeping import doubting, gathering
from dialogues.moves.moments import coming
from dialogues.moves.rhythm import pausing
from dialogues.moves.steps import Step
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import brief, queries

TOLD = {
    "reader": "who_reads", "lasting": "what_stays", "self": "who_am_i", "human": "urgent", "long": "how_long",
}  # fmt: skip
NOD = "\N{THUMBS UP SIGN}"
DECLINED = {"question", "paradox", "paradox_revisit", "integrity_case", "pulse", "intention_check"}
LEFT: dict[brushing.Brush, str] = {"before": "skip_told", "none": "skip_not_mine"}
UNSURE: dict[brushing.Brush, str] = {"perhaps before": "skip_told", "perhaps none": "skip_not_mine"}
REFUSED = {*dilemmas.NEXT, "own_case"}  # steps to which a bare no is no answer
STEPS = {"why", "other", "both", "changed"}  # further steps of a dilemma, that ask for words
APART = (*TOLD, "change")  # what is never a piece of an answer that is being written


def instead(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """In place of an answer to what is open; None for an answer, and for what goes on with one."""
    query = (
        queries.meant(said.text)
        or greeted(prompt, said.text)
        or differs(prompt, said.text)
        or ("skip" if leaves(prompt, said.text) else None)
    )
    if not apart(query, said.text) and gathering.pieces(prompt, scene):
        return None
    if query is not None:
        return done(query, prompt, said, scene)
    if prompt.state == "answered" and goes_on(said.text):
        return OnPrompt(prompt.id), (React(said.message),)
    if back_soon(said.text) and prompt.state in ("open", "answered"):
        return OnPrompt(prompt.id), (React(said.message, NOD),)
    if queries.complains(said.text):  # which may be what somebody asked, or was asked
        asked = queries.wants_a_question(put(prompt, scene))
        return doubting.asked(prompt, said, scene) if asked else done("other", prompt, said, scene)
    if (left := brushed(prompt, said, scene)) is not None:
        return left
    return doubting.asked(prompt, said, scene) if may_ask(prompt, said, scene) else None


def apart(query: queries.Query | None, text: str) -> bool:
    """Is it never a piece of an answer: also when another question is asked for by that name?"""
    return query in APART or (query == "other" and queries.names_a_question(text))


def goes_on(text: str) -> bool:
    """Does it say no more than that there is more to come: "oh wait, something else"?"""
    return brief.says(text, "more to come", "around more")


def back_soon(text: str) -> bool:
    """Does it say no more than that the writer is back in a moment: "brb", "momentje"?"""
    return brief.says(text, "right back", "around right back")


def brushed(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """What was told before, or does not hold for who is asked, is left with a kind word; None for any other words."""
    brush = brushing.told(said.text)
    if brush not in {*LEFT, *UNSURE} or prompt.kind not in DECLINED - {"intention_check"}:
        return None
    if brush in UNSURE and prompt.state != "skipped":  # "I told them already", "not for me"
        return None if prompt.kind == "pulse" else doubting.asked(prompt, said, scene)
    talk: Talk = Resting() if prompt.state == "skipped" else OnPrompt(prompt.id)
    return passed(talk, prompt, said, scene, why=(LEFT | UNSURE)[brush])


def done(query: queries.Query, prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """What was asked or said to the bot about what is open; None where it is no more than an answer."""
    talk: Talk = Resting() if prompt.state == "skipped" else OnPrompt(prompt.id)
    match query:
        case "reader" | "lasting" | "self" | "human" | "long":
            return talk, (Say(TOLD[query]),)
        case "late":
            return talk, (Say("not_late"),)
        case "excused" if prompt.kind != "intention_check":  # there it is what came of it
            return talk, (forgiven(prompt, scene),)
        case "change":
            return talk, (Say("change_how"),)
        case "other" if prompt.state == "open" and prompt.kind == "question":
            return controls.pressed(talk, Pressed("prompt_buttons", prompt.id, "other", said.message), scene)
        case "other":
            return another.instead(talk, prompt, scene)
        case "skip":
            return passed(talk, prompt, said, scene)
        case "unclear":
            return explained(talk, prompt, said, scene)
        case "next":
            return talk, (onward(prompt, scene),)
        case "thanks":
            return talk, (React(said.message, NOD),)
        case "fine" if prompt.state != "answered" and scene.joins_last and prompt.kind != "pulse":
            return talk, (React(said.message, NOD),)
        case _:
            return None


def greeted(prompt: Prompt, text: str) -> Literal["next"] | None:
    """A greeting while nothing is given yet: what is asked comes once more."""
    return "next" if prompt.state == "open" and queries.greets(text) else None


def differs(prompt: Prompt, text: str) -> Literal["other"] | None:
    """Is it the wish for another one than this question, in words that under a choice may choose?"""
    return "other" if prompt.kind == "question" and (queries.different(text) or moves_on(prompt, text)) else None


def moves_on(prompt: Prompt, text: str) -> bool:
    """Is the next one asked for, of a question that has nothing yet?"""
    return prompt.state == "open" and queries.wants_the_next(text)


def leaves(prompt: Prompt, text: str) -> bool:
    """Do these words leave what is asked, and say no more?"""
    return queries.lets_be(text) or declines(prompt, text)


def onward(prompt: Prompt, scene: Scene) -> Say:
    """What comes now: what is open, or else when the next one comes."""
    waits = prompt.state in ("open", "answered") and not prompt.over and not windows.over(prompt, scene.now)
    return unclear.step(prompt) if waits else following(scene)


def forgiven(prompt: Prompt, scene: Scene) -> Say:
    """No blame for who was too busy or forgot: an answer is still welcome, or there is none to give any more."""
    waits = prompt.state in ("open", "closed", "answered") and not prompt.over and not windows.over(prompt, scene.now)
    return Say("no_matter") if waits else following(scene, "no_matter_next")


def declines(prompt: Prompt, text: str) -> bool:
    """Do these words leave the step at hand, and say nothing else? Under a choice, or a step further, fewer will do."""
    if prompt.kind not in DECLINED:
        return False
    if typed.plain(text) in typed.NO:
        return prompt.stage in REFUSED
    step, told = prompt.stage != "answer", prompt.kind != "integrity_case"
    sections = ("declining", *(["declining a step"] if step else []), *(["declining to tell"] if told else []))
    return any(brief.says(text, section, "around declining") for section in sections)


def may_ask(prompt: Prompt, said: Said, scene: Scene) -> bool:
    """May these words be a question to the bot, where the words of the leader are waited for?"""
    waits = prompt.state in ("open", "answered") and prompt.kind != "pulse" and not windows.over(prompt, scene.now)
    return waits and queries.asks(said.text) and not queries.wants_a_question(put(prompt, scene))


def put(prompt: Prompt, scene: Scene) -> str:
    """What was asked, in words, of a question and its follow-ups; "" of anything else, or when it is gone."""
    text = wording(prompt, scene)
    return text[scene.language] if text is not None else ""


def wording(prompt: Prompt, scene: Scene) -> Text | None:
    """The same in both languages; None of anything else."""
    if scene.question is None:
        return None
    try:
        return followups.by_key(prompt.asked, scene.library) if prompt.asked else scene.question.text
    except LookupError:  # a wording that the library had when it was asked
        return None


def states(prompt: Prompt, text: str, scene: Scene) -> bool:
    """Do these words tell how somebody is or where ("busy, no time"), where that is what is asked for?"""
    brush = brushing.told(text)
    if brush not in ("state", "ill"):
        return False
    if prompt.kind in ("paradox", "paradox_revisit"):
        return prompt.stage in STEPS and brush == "state"
    asked = wording(prompt, scene)
    return asked is not None and stating.asks_for_it(asked)


def explained(talk: Talk, prompt: Prompt, said: Said, scene: Scene) -> Step:
    """What is asked is not understood: something to hold on to, and below it what is asked once more."""
    if prompt.state == "skipped":
        return talk, (React(said.message, NOD),)
    return talk, (unclear.again(prompt, scene),)


def passed(talk: Talk, prompt: Prompt, said: Said, scene: Scene, *, why: str = "") -> Step:
    """What is open is skipped; a step that goes further is left at what was given. `why`: the word to a reason."""
    match prompt.state:
        case "answered":
            return controls.enough(talk, prompt, scene)
        case "open":
            return controls.skipped(prompt, scene, why)
        case "skipped":
            return talk, (controls.skipped_already(scene),)
        case _:
            return talk, (React(said.message, NOD),)


def after(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """Right after the thanks; None for words that are added to the answer."""
    return beside(Resting(prompt.id), said, scene)


def beside(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """While nothing is open."""
    query = queries.meant(said.text) or ("other" if queries.different(said.text) else None)
    return answered(query, talk, said, scene) if query else None


def answered(query: queries.Query, talk: Talk, said: Said, scene: Scene) -> Step | None:
    """The same, of what is known to be asked or said."""
    match query:
        case "thanks" | "fine" | "skip":
            return talk, (React(said.message, NOD),)
        case "other":
            return pausing.question_now(talk, scene)
        case "next" | "late":
            return talk, (following(scene),)
        case "excused":
            return talk, (following(scene, "no_matter_next"),)
        case "reader" | "lasting" | "self" | "human" | "long":
            return talk, (Say(TOLD[query]),)
        case "change":
            return talk, (Say("change_how"),)
        case "unclear" if isinstance(talk, Resting):
            return talk, (Say("nothing_open"),)
        case _:
            return None


def told(talk: Talk, text: str) -> Step | None:
    """Who reads this, who this is, or where people are, where nothing else is answered; None for any other words."""
    query = queries.meant(text)
    return (talk, (Say(TOLD[query]),)) if query in TOLD else None


def nothing_waits(scene: Scene) -> Say:
    """That nothing is put off, as nothing is open; with when the next question comes, when one is planned."""
    zone, at = scene.leader.rhythm.zone, coming.planned(scene)
    return Say("done_anyway") if at is None else Say("done_until", phrases.timed("next_date", at, zone, scene.language))


def following(scene: Scene, screen: str = "next_at") -> Say:
    """When the next question comes, when one is planned."""
    zone, at = scene.leader.rhythm.zone, coming.planned(scene)
    return Say("next_none") if at is None else Say(screen, phrases.timed("next_date", at, zone, scene.language))

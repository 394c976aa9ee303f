"""The end of a prompt: how words are kept, the thanks with its optional taps, and what an answer itself calls for."""

from collections.abc import Iterator
from dataclasses import replace

from dialogues import markers
from dialogues.answers import intentions, privacy
from dialogues.asking import windows
from dialogues.effects import Become, Cancel, Effect, Keep, Recall, Say, Turn
from dialogues.events import Said
from dialogues.language import words
from dialogues.moves.keeping import echoes, further, pages
from dialogues.moves.steps import Step, item_args, thanks
from dialogues.people import Id, Leader, Memory, Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import Resting
from dialogues.wishes import leaving, sayings

SHORT = 8  # words, of all that was said to a prompt; fewer get the thanks for short answers
WISHES = frozenset({"later", "other", "skip", "stop", "pause", "fridays"})
OFFERED = 7  # days: as long as an intention that was accepted waits for its check


def finished(prompt: Prompt, said: Said, scene: Scene, kept: Keep, *, screen: str = "") -> Step:
    """Nothing more to ask: thanks, and one thing at a time: what the answer itself calls for, or else the taps."""
    short = words.count(said.text) + sum(words.count(answer.text) for answer in scene.answers) < SHORT
    felt = short and any(feels(text, scene) for _, text in given(said, scene))
    neutral, memory = thanked(
        scene, short=short and not felt, heavy=felt or heavy(scene), screen="kept_late" if kept.late else screen
    )
    leader = replace(scene.leader, memory=memory)
    if after := nudge(said, scene, leader) or offer(said, scene, leader):
        return Resting(prompt.id), (kept, *ending(prompt, scene, leader, thanks_on(prompt, scene, neutral)), *after)
    leader, tip = hint(said, scene, leader)
    page = under(prompt, scene, neutral, telling=pages.reflective(scene, said.text))
    more = page == "closed" and not kept.late and screen != further.REST
    deeper = more and further.left(prompt, scene, said.text) is not None
    shown = thanks_on(prompt, scene, neutral, page=page, deeper=deeper)
    recall = echoes.recalled(prompt, scene, said.text)
    return Resting(prompt.id), (kept, *ending(prompt, scene, leader, shown, recall=recall), *tip)


def closing(prompt: Prompt, scene: Scene, *, screen: str = "", taps: bool = True) -> tuple[Effect, ...]:
    """The end of a prompt without words to look at any more; a dilemma that went all the way may bring an echo.

    `taps` is False when something else is asked with it.
    """
    neutral, memory = thanked(scene, short=False, heavy=bool(scene.answers) and heavy(scene), screen=screen)
    telling = neutral != "enough" and pages.reflective(scene)
    page = under(prompt, scene, neutral, telling=telling) if taps else "closed"
    recall = prompt.stage == "offer" and echoes.recalled(prompt, scene)
    shown = thanks_on(prompt, scene, neutral, page=page)
    return ending(prompt, scene, replace(scene.leader, memory=memory), shown, recall=recall)


def heavy(scene: Scene) -> bool:
    """Is it a question about something difficult? To who only tapped nothing is said of having written."""
    return scene.question is not None and scene.question.sensitive


def thanked(scene: Scene, *, short: bool, heavy: bool, screen: str) -> tuple[str, Memory]:
    """The thanks to say (`screen`, or a neutral one), and the memory of having said it."""
    neutral, memory = thanks(scene, short=short, heavy=heavy)
    return screen or neutral, memory.but(thanked=screen or neutral)


def under(prompt: Prompt, scene: Scene, said: str, *, telling: bool) -> pages.Page:
    """The page of taps that a thanks opens with."""
    moods = windows.fresh(prompt, scene.now) and said != further.REST and pages.due(scene)
    return pages.at(scene, scene.taps, moods=moods, telling=telling)


def thanks_on(prompt: Prompt, scene: Scene, said: str, *, page: pages.Page = "closed", deeper: bool = False) -> Say:
    """The thanks with that page of taps, or with the button for more."""
    args = item_args(prompt, page=page, thanks=said, deeper=deeper, told=sorted(scene.taps))
    return Say("thanks_taps", args, prompt.id)


def ending(prompt: Prompt, scene: Scene, leader: Leader, shown: Say, *, recall: bool = False) -> tuple[Effect, ...]:
    """A prompt is answered and nothing is planned for it: the thanks, and what it shows is remembered."""
    memory = pages.noted(shown.args["page"], prompt.id, scene, leader.memory)
    turned = replace(prompt, state="answered", stage="done")
    last = Recall(prompt.id, shown) if recall else shown
    return Become(replace(leader, memory=memory)), Turn(turned), *settled(prompt), last


def settled(prompt: Prompt) -> tuple[Effect, ...]:
    """Nothing planned for an answered prompt remains."""
    return tuple(Cancel(kind, prompt.id) for kind in ("remind", "expire", "snooze", "hear"))


def nudge(said: Said, scene: Scene, leader: Leader) -> tuple[Effect, ...]:
    """The tip about names, once a week at most, about the last words that hold somebody's data."""
    named = next((answer for answer, text in given(said, scene) if privacy.find(text)), None)
    if named is None or not nudge_due(scene):
        return ()
    noted = replace(leader, memory=leader.memory.but(nudged_on=scene.today))
    return Become(noted), Say("third_party_data", {}, named)


def hint(said: Said, scene: Scene, leader: Leader) -> tuple[Leader, tuple[Say, ...]]:
    """That initials will do, to who names somebody by a first name alone: only once, and not after another tip."""
    if leader.memory.nudged_on is not None or not any(privacy.has_first_name(text) for _, text in given(said, scene)):
        return leader, ()
    noted = replace(leader, memory=leader.memory.but(nudged_on=scene.today))
    return noted, (Say("names_hint"),)


def offer(said: Said, scene: Scene, leader: Leader) -> tuple[Effect, ...]:
    """The offer to note an intention: once in a while, when words hold one (about nobody by name), none on its way."""
    if scene.open_intention or not offer_due(scene):
        return ()
    meant = (answer for answer, text in given(said, scene) if intends(text, scene))
    answer = next(meant, None)
    noted = replace(leader, memory=leader.memory.but(offered_on=scene.today))
    return () if answer is None else (Become(noted), Say("intention_offer", {}, answer))


def given(said: Said, scene: Scene) -> Iterator[tuple[Id, str]]:
    """What was written for this prompt, newest first, each with its id."""
    yield scene.fresh, said.text
    yield from ((answer.id, answer.text) for answer in reversed(scene.answers) if answer.care == "none")


def intends(text: str, scene: Scene) -> bool:
    """Does the writer mean to do something, in a sentence that names nobody, is no outburst or reason, and no wish?"""
    language = words.language(text, scene.language)
    if "intention" not in markers.present(text, language):
        return False
    meant = intentions.sentence(text, language)
    alone = intentions.vents(meant) or intentions.only_reason(meant, language)
    return not (names(meant) or alone or wishes(meant))


def wishes(text: str) -> bool:
    """Is it like a wish to the bot rather than a plan?"""
    found = sayings.guess(text)
    return leaving.wish(text) is not None or (found is not None and found.likely and found.kind in WISHES)


def feels(text: str, scene: Scene) -> bool:
    """Does the writer tell what they felt?"""
    return "feeling" in markers.present(text, words.language(text, scene.language))


def nudge_due(scene: Scene) -> bool:
    """The tip about names comes once a week at most."""
    last = scene.leader.memory.nudged_on
    return last is None or (scene.today - last).days >= 7


def offer_due(scene: Scene) -> bool:
    """An intention is offered once a week at most, also to who said no."""
    last = scene.leader.memory.offered_on
    return last is None or (scene.today - last).days >= OFFERED


def names(text: str) -> bool:
    """Does the text hold somebody's name or data? Then it is never quoted."""
    return bool(privacy.find(text)) or privacy.has_name(text)


def keep(prompt: Prompt, part: Part, said: Said) -> Keep:
    """The words as they are kept: late ones marked, others' data flagged so that it is never quoted."""
    return Keep(prompt.id, part, said.text, said.message, late=prompt.state == "closed", named=names(said.text))

"""An earlier answer comes back beside a new one: when to look for it, what the leader says of it, and the switch."""

import re
from dataclasses import replace

from dialogues.answers import echoes, followups
from dialogues.effects import Become, Outdate, Recognise, Say
from dialogues.events import Pressed, Said
from dialogues.language import words
from dialogues.moves import typed
from dialogues.moves.keeping import pages
from dialogues.moves.steps import Step, says
from dialogues.people import Prompt, Verdict
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import offers, recalling

_VERDICTS: dict[str, Verdict] = {"yes": "yes", "no": "no"}
_HUMMED = re.compile(r"(?:(?:mwah?|meh|hm+|tja|nou|eh|well|um)\b[ ,.]*)+", re.IGNORECASE)
# What one says of a look back that is recognised is said of an earlier answer as well.
_ALIKE = {"yes": "yes", "partly": "yes", "no": "no"}


def recalled(prompt: Prompt, scene: Scene, *said: str) -> bool:
    """May an echo be looked for, now that an answer in words is finished? Only then, for it costs reading back."""
    if not echoes.welcome(scene.leader, scene.today) or not pages.reflective(scene, *said):
        return False
    given = (*(answer.text for answer in scene.answers), *said)
    language = words.language(" ".join(given), scene.language)
    late = prompt.state == "closed" or any(answer.late for answer in scene.answers)
    return not late and not any(followups.says_enough(text, language) for text in given)


def without_taps(thanks: Say) -> Say:
    """The thanks beside an earlier answer that comes back: one thing is asked at a time."""
    return replace(thanks, args={**thanks.args, "page": "closed", "deeper": False})


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The buttons under an echo: they belong together, they do not, or no more of this."""
    if event.value == "off":
        return switched(talk, scene, on=False, message=event.message)
    verdict = _VERDICTS.get(event.value)
    if verdict is None:
        return says(talk, "stale_button")
    return talk, (Recognise(event.about, verdict, event.message),)


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """The wish that earlier answers no longer come back, or do so again; None for other words."""
    wanted = recalling.wished(said.text)
    if wanted is None or not isinstance(talk, Resting | OnPrompt) or scene.leader.state == "held":
        return None
    return switched(talk, scene, on=wanted == "on")


def back_on(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """The button under the word that they no longer come back."""
    return switched(talk, scene, on=True, message=event.message) if event.value == "on" else says(talk, "stale_button")


def meant(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """The label of one of those buttons, or a yes or no in any words, while the echo waits; None for other words."""
    echo = scene.echo
    if echo is None or echo.verdict != "open":
        return None
    value = verdict(said.text, scene)
    if value == "off":
        after, effects = switched(Resting(prompt.id), scene, on=False)
        return after, (*effects, Outdate(frozenset({"echo_offer"}), echo.id))
    return None if value is None else (Resting(prompt.id), (Recognise(echo.id, _VERDICTS[value]),))


def verdict(text: str, scene: Scene) -> str | None:
    """The button that is meant."""
    plain = typed.plain(text)
    value = typed.button(text, scene.library.messages["echo_offer"]) or offers.button(text, "echo_offer")
    value = value or ("yes" if plain in typed.YES else "no" if plain in typed.NO else None)
    return value or _ALIKE.get(offers.button(_HUMMED.sub("", text), "lookback") or "")


def switched(talk: Talk, scene: Scene, *, on: bool | None = None, message: int | None = None) -> Step:
    """Earlier words come back, or no longer do. `on` None turns it the other way; `message` is replaced in place.

    Off (or on) a second time says the same and changes nothing.
    """
    leader = scene.leader
    wanted = not leader.wishes.echoes if on is None else on
    wishes = replace(leader.wishes, echoes=wanted)
    return talk, (Become(replace(leader, wishes=wishes)), Say("echo_on" if wanted else "echo_off", edits=message))

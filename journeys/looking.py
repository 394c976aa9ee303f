"""What a leader looks up or takes up again: words in their own answers, and a dilemma from before."""

from dialogues.answers import searching
from dialogues.effects import Ask, Revisit, Say, Search
from dialogues.moves.leaders.own import FOUND, Place
from dialogues.moves.steps import item_args
from dialogues.people import Prompt
from dialogues.talk import OnPrompt
from journeys.asking import ask
from journeys.stage import Stage, say
from storage import answers, prompts
from storage.answers import Which

MOST = 60  # answers that one search shows: ten pages


async def act(stage: Stage, effect: Search | Revisit) -> None:
    """Do what was decided about looking up and taking up again."""
    if isinstance(effect, Search):
        await _search(stage, effect)
    else:
        await _revisit(stage, effect.prompt)


async def _search(stage: Stage, searched: Search) -> None:
    """The answers that hold the words, as references: the words themselves go no further than here."""
    wanted = searching.sought(searched.words)
    own = await answers.page(stage.session, stage.leader.id, Which())
    found = [answer.id for answer in own if searching.holds(answer.text, wanted)]
    await say(stage, Say("answers", {**Place(FOUND).args, "found": found[:MOST]}))


async def _revisit(stage: Stage, earlier: Prompt) -> None:
    """The dilemma once more, beside the position of then; the one that is still open comes back as it is."""
    still = [known for known in await prompts.open_of(stage.session, stage.leader.id) if known.item == earlier.item]
    if not still:
        slot = f"again:{stage.scene.fresh:x}"
        await ask(stage, Ask("paradox_revisit", earlier.item, slot, about=earlier.id))
        return
    stage.talk = OnPrompt(still[-1].id)
    await say(stage, Say("prompt", item_args(still[-1]), still[-1].id))

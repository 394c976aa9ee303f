"""Without a question: loose thoughts, intentions, own pages, media, leaving."""

from story import Story, situation


@situation
async def a_loose_thought(story: Story) -> None:
    """A thought without a question is kept after one tap."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    await story.waits(hours=20)
    await story.says("Ik moet steeds aan dat gesprek denken.", "That talk keeps coming back to me.")
    await story.taps("keep", "not_understood")


@situation
async def a_photo(story: Story) -> None:
    """A photo is kindly declined, and a second one is not answered again."""
    await story.tuesday("RF-03")
    await story.shows("photo")
    await story.shows("photo")


@situation
async def a_voice_note(story: Story) -> None:
    """A voice note cannot be heard yet."""
    await story.tuesday("RF-03")
    await story.shows("voice")


@situation
async def an_intention_from_an_answer(story: Story) -> None:
    """An intention in an answer is offered back, and asked about once after a week or so."""
    await story.tuesday("RF-03")
    await story.says(
        "Gisteren praatte ik over haar heen. Ze trok zich terug. Volgende keer stel ik eerst een vraag.",
        "Yesterday I talked over her. She withdrew. Next time I will ask a question first.",
    )
    await story.taps("yes", "intention_offer")
    await story.taps("fine", "intention_form")


@situation
async def an_intention_and_its_moment(story: Story) -> None:
    """The moment of an intention is joined to it: nothing that was said of it is lost."""
    await story.joined()
    await story.says("/intention", "/intention")
    await story.says("elke dag een kwartier wandelen", "a fifteen minute walk every day")
    await story.taps("form", "intention_form")
    await story.says("na de lunch", "after lunch")
    await story.says("/intention", "/intention")


@situation
async def an_intention_by_command(story: Story) -> None:
    """An intention can be noted at any time."""
    await story.joined()
    await story.says("/intention", "/intention")
    await story.says("Elke dinsdag een uur zonder scherm.", "An hour without a screen every Tuesday.")


@situation
async def own_answers(story: Story) -> None:
    """What was written can be read again, and hidden."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    await story.says("/answers", "/answers")


@situation
async def nothing_to_look_back_on(story: Story) -> None:
    """Looking back too early gets an honest word."""
    await story.joined()
    await story.says("/lookback", "/lookback")


@situation
async def everything_exported(story: Story) -> None:
    """Everything that is kept comes as one file."""
    await story.tuesday("RF-03")
    await story.says("/export", "/export")


@situation
async def everything_erased(story: Story) -> None:
    """Everything goes after one confirmation, and who begins again is new."""
    await story.tuesday("RF-03")
    await story.says("/delete", "/delete")
    await story.taps("delete", "delete_confirm")
    await story.says("/start", "/start")


@situation
async def an_unknown_command(story: Story) -> None:
    """An unknown command is no mistake of the leader's."""
    await story.joined()
    await story.says("/nonsens", "/nonsense")


@situation
async def an_odd_message(story: Story) -> None:
    """Signs and emoji are words like any other."""
    await story.tuesday("RF-03")
    await story.says("<b>{x}</b> & 😀", "<b>{x}</b> & 😀")

"""The first minutes: language, consent, rhythm, and the first question."""

from story import Story, situation


@situation
async def first_minutes(story: Story) -> None:
    """From Start to the first question takes four taps."""
    await story.newcomer()
    await story.taps(story.language, "language")
    await story.taps("agree", "consent")
    await story.taps("defaults", "defaults")


@situation
async def reading_before_agreeing(story: Story) -> None:
    """Whoever wants to know more first gets it, and may decline."""
    await story.newcomer()
    await story.taps(story.language, "language")
    await story.taps("more", "consent")
    await story.taps("decline", "consent_more")


@situation
async def writing_before_agreeing(story: Story) -> None:
    """Nothing is kept before a yes."""
    await story.newcomer()
    await story.taps(story.language, "language")
    await story.says("Ik ben directeur van een stichting.", "I lead a foundation.")


@situation
async def a_rhythm_of_ones_own(story: Story) -> None:
    """Days, hour and place can all be typed."""
    await story.newcomer()
    await story.taps(story.language, "language")
    await story.taps("agree", "consent")
    await story.taps("own", "rhythm")
    await story.says("maandag en woensdag", "Monday and Wednesday")
    await story.says("9:15", "9:15")


@situation
async def starting_twice(story: Story) -> None:
    """Pressing Start again changes nothing."""
    await story.joined()
    await story.says("/start", "/start")


@situation
async def help_at_hand(story: Story) -> None:
    """Help says in one message what can be done."""
    await story.joined()
    await story.says("/help", "/help")


@situation
async def the_other_language_from_now_on(story: Story) -> None:
    """The language can be changed at any time."""
    await story.joined()
    await story.says("/language", "/language")
    await story.taps("en" if story.language == "nl" else "nl", "language_choose")

"""Rest and rhythm: pauses, silences, skips, stopping, coming back."""

from story import Story, situation


@situation
async def a_pause_until_a_date(story: Story) -> None:
    """A pause until a date, in one's own words."""
    await story.joined()
    await story.says("/pause tot 3 maart", "/pause until 3 March")


@situation
async def a_pause_of_two_weeks_and_back(story: Story) -> None:
    """A pause ends by itself, with a word and nothing that piled up."""
    await story.joined()
    await story.says("/pause", "/pause")
    await story.taps("2w", "pause")
    await story.waits(days=16)


@situation
async def a_reminder(story: Story) -> None:
    """One reminder after a day, and no more."""
    await story.tuesday()
    await story.waits(hours=30)


@situation
async def three_silences(story: Story) -> None:
    """After three unanswered questions the bot offers less, without blame."""
    await story.tuesday()
    await story.waits(days=17)
    await story.taps("lighter", "silence")


@situation
async def three_skips(story: Story) -> None:
    """After three skips in a row the bot asks once whether the questions fit."""
    await story.tuesday()
    await story.taps("skip", "prompt_buttons")
    for _ in range(2):
        await story.says("/question", "/question")
        await story.taps("skip", "prompt_buttons")
    await story.taps("fit", "skip_3")


@situation
async def another_hour(story: Story) -> None:
    """The rhythm can be changed at any time, by tapping or by typing."""
    await story.joined()
    await story.says("/rhythm", "/rhythm")
    await story.taps("hour", "rhythm_now")
    await story.says("12:30", "12:30")


@situation
async def another_place(story: Story) -> None:
    """A city is enough for the time zone."""
    await story.joined()
    await story.says("/rhythm", "/rhythm")
    await story.taps("zone", "rhythm_now")
    await story.says("Nairobi", "Nairobi")


@situation
async def stopping(story: Story) -> None:
    """Stopping takes one confirmation, and nothing is sent any more."""
    await story.tuesday()
    await story.says("stop", "stop")
    await story.taps("stop", "stop_confirm")
    await story.waits(days=30)


@situation
async def coming_back_after_stopping(story: Story) -> None:
    """Whoever stopped may go on later."""
    await story.tuesday()
    await story.says("/stop", "/stop")
    await story.taps("stop", "stop_confirm")
    await story.waits(days=20)
    await story.says("/resume", "/resume")

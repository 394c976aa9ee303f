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
async def a_wish_for_rest_under_a_question(story: Story) -> None:
    """Words that may be a wish are asked about before they are an answer."""
    await story.tuesday("RF-03")
    await story.says("Ik ben tot maandag met vakantie.", "I am away until Monday.")
    await story.taps("pause", "meant")


@situation
async def no_time_today(story: Story) -> None:
    """Who has no time today is asked again at the moment they name."""
    await story.tuesday("RF-03")
    await story.says("Vandaag geen tijd, morgen misschien.", "No time today, maybe tomorrow.")


@situation
async def it_was_the_answer(story: Story) -> None:
    """A pause may be the answer itself."""
    await story.tuesday("RF-03")
    await story.says("Pauze", "A break")
    await story.taps("answer", "meant")


@situation
async def no_more_of_these(story: Story) -> None:
    """Who wants no more messages says so in plain words."""
    await story.tuesday("RF-03")
    await story.says("Stop met deze berichten", "stop sending me these")
    await story.taps("stop", "stop_confirm")


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


@situation
async def start_again_after_stopping(story: Story) -> None:
    """/start after stopping tells when the next question comes."""
    await story.tuesday()
    await story.says("/stop", "/stop")
    await story.taps("stop", "stop_confirm")
    await story.waits(days=20)
    await story.says("/start", "/start")
    await story.taps("start", "returned")


@situation
async def start_while_taking_part(story: Story) -> None:
    """/start by who takes part already shows the question that is open."""
    await story.tuesday("RF-03")
    await story.says("/start", "/start")

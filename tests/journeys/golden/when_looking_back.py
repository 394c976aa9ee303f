"""Earlier words that come back, own pages, Fridays, checks, the letter, and the end of a programme."""

from story import NOOR, Story, situation

from dialogues.events import Located

TOLD = (
    "In het overleg met de gemeente werd ik boos en ik zei weer niets. Dat doe ik vaker als het spannend wordt.",
    "In the meeting with the city I got angry and again I said nothing. I do that more often when it gets tense.",
)


@situation
async def an_echo(story: Story) -> None:
    """An earlier answer that touches today's comes back, and the leader says whether it belongs."""
    await story.tuesday("RE-01")
    await story.says(*TOLD)
    await story.taps("enough", "followup_buttons")
    story.aside = True
    await story.waits(days=9)
    story.aside = False
    await story.asked("RE-03")
    await story.says(
        "Bij de partners hield ik me weer in, terwijl ik het wel zag. Zij keken elkaar aan en zeiden niets meer.",
        "With the partners I held back again, although I saw it. They looked at each other and said nothing more.",
    )
    await story.says("Wat hebben jullie van mij nodig?", "I asked what they needed from me.")
    await story.taps("yes", "echo_offer")


@situation
async def a_friday_in_one_tap(story: Story) -> None:
    """On Friday one tap is enough, and it shows in the message itself."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    story.aside = True
    await story.waits(days=3, hours=9)
    story.aside = False
    await story.taps("4", "value")


@situation
async def what_became_of_it(story: Story) -> None:
    """An intention is asked about once, without judgement."""
    await story.joined()
    await story.says("/intention Elke dinsdag een uur zonder scherm.", "/intention Tuesdays an hour offline.")
    story.aside = True
    await story.waits(days=11)
    story.aside = False
    await story.taps("partly", "intention_check")
    await story.says("Het hielp dat de agenda dicht stond.", "It helped that the calendar was closed.")


@situation
async def places_over_time(story: Story) -> None:
    """Where one stood on a tension, then and now."""
    await story.tuesday("P04", "paradox")
    await story.taps("6", "value")
    await story.says("Ik wil ruimte geven.", "I want to give room.")
    await story.taps("stop", "dilemma_stop")
    await story.says("/paradoxes", "/paradoxes")
    await story.taps("open", "paradoxes")


@situation
async def hidden_and_withdrawn(story: Story) -> None:
    """An answer can be hidden from look backs, withdrawn, and taken back within a day."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    await story.says("/answers", "/answers")
    await story.taps("open.a.0", "answers")
    await story.taps("hide.a.0", "answers")
    await story.taps("withdraw_hidden.a.0", "answers")
    await story.taps("restore_hidden.a.0")


@situation
async def a_word_looked_for(story: Story) -> None:
    """A word is found in one's own answers."""
    await story.tuesday("RF-03")
    await story.says("Het vertrouwen groeide.", "The trust grew.")
    await story.says("/answers zoek vertrouwen", "/answers search trust")
    await story.says("/answers zoek giraf", "/answers search giraffe")


@situation
async def everything_that_can_be_chosen(story: Story) -> None:
    """Everything that can be chosen stands in one message, and switches in place."""
    await story.joined()
    await story.says("/settings", "/settings")
    await story.taps("echoes", "settings")
    await story.taps("kept", "settings")


@situation
async def a_place_is_shared(story: Story) -> None:
    """Sharing a place is enough for the time zone; nothing else of it is kept."""
    await story.joined()
    await story.says("/rhythm", "/rhythm")
    await story.taps("zone", "rhythm_now")
    story.lines.append("**Noor** shares a place in Nairobi")
    await story.house.hears(NOOR, Located("Africa/Nairobi"))
    story.heard()


@situation
async def quiet_hours(story: Story) -> None:
    """Quiet hours are the leader's own."""
    await story.joined()
    await story.says("/rhythm", "/rhythm")
    await story.taps("quiet", "rhythm_now")
    await story.says("van 20:00 tot 9:00", "8pm to 9am")


@situation
async def a_loose_thought_at_once(story: Story) -> None:
    """A thought can be written down at any moment."""
    await story.joined()
    await story.says("/reflect", "/reflect")
    await story.says("Vandaag was het stil op kantoor, en dat beviel.", "The office was quiet today, and I liked it.")


@situation
async def a_first_month_looked_back_on(story: Story) -> None:
    """On the first working day of the month the letter comes, and a line can be contradicted."""
    await story.tuesday("RE-01")
    await story.says(*TOLD)
    await story.taps("enough", "followup_buttons")
    await story.taps("mood.4", "tap")
    await story.taps("energy.2", "tap")
    story.aside = True
    for item in ("RF-03", "SM-01", "QP-03"):
        await story.waits(days=6)
        await story.asked(item)
        await story.says(
            "Gisteren heb ik in het overleg eerst doorgevraagd. De partners ontspanden zichtbaar en gingen meedenken.",
            "Yesterday I kept asking first in the meeting. The partners visibly relaxed and began to think along.",
        )
    await story.waits(days=9)
    story.forget()
    story.aside = False
    await story.says("/lookback november", "/lookback November")
    await story.taps("partly", "summary_question")
    await story.says("De tweede zin ging over een ander overleg.", "The second sentence was about another meeting.")

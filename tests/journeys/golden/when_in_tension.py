"""Dilemmas and integrity cases, step by step."""

from datetime import timedelta

from story import Story, situation


@situation
async def a_whole_dilemma(story: Story) -> None:
    """A position, what puts you there, the other side, both, and an example of one's own."""
    await story.tuesday("P04", "paradox")
    await story.taps("6", "value", twice=True)
    await story.says("Ik wil ruimte geven.", "I want to give room.")
    await story.says("Houvast voor de nieuwe mensen.", "Something to hold on to for the newcomers.")
    await story.says("Samen drie grenzen afspreken.", "Agree on three limits together.")
    await story.taps("own_case")
    await story.says(
        "Vorige maand met het fonds deed ik het omgekeerde.", "Last month with the fund I did the reverse."
    )


@situation
async def a_dilemma_stopped_half_way(story: Story) -> None:
    """Every step can be the last."""
    await story.tuesday("P04", "paradox")
    await story.taps("4", "value")
    await story.taps("stop", "dilemma_stop")


@situation
async def a_position_in_words(story: Story) -> None:
    """A position can be typed, and shows on the scale itself."""
    await story.tuesday("P02", "paradox")
    await story.says("twee", "two")


@situation
async def another_position_on_second_thoughts(story: Story) -> None:
    """A place between two numbers is asked to be whole, and the place may change at the first steps."""
    await story.tuesday("P02", "paradox")
    await story.says("tussen 2 en 3", "between 2 and 3")
    await story.says("3", "3")
    await story.says("Nee wacht, ik bedoel 5", "No wait, I meant 5")
    await story.says("De gezinnen hebben ons nu nodig.", "The families need us now.")


@situation
async def a_dilemma_not_understood(story: Story) -> None:
    """Whoever asks back is told what is wanted, and sees once more what is asked."""
    await story.tuesday("P02", "paradox")
    await story.says("Wat bedoel je?", "What do you mean?")
    await story.says("3", "3")
    await story.says("Hoe bedoel je?", "What do you mean?")


@situation
async def words_before_a_position(story: Story) -> None:
    """Words before a position are kept, and a number is asked for."""
    await story.tuesday("P02", "paradox")
    await story.says("Dat hangt er wel van af met wie.", "That depends on whom with.")
    await story.taps("3", "value")


@situation
async def the_same_tension_again(story: Story) -> None:
    """Weeks later the same tension comes back with the position of then, and asks what changed."""
    await story.tuesday("P04", "paradox")
    await story.taps("6", "value")
    await story.taps("stop", "dilemma_stop")
    story.house.clock.story += timedelta(weeks=12)
    rows = await story.house.rows("SELECT id FROM prompt WHERE kind = 'paradox'")
    await story.asked("P04", "paradox_revisit", rows[0][0])
    await story.taps("3", "value")
    await story.says("Ik durf nu vaker los te laten.", "I dare to let go more often now.")


@situation
async def a_whole_case(story: Story) -> None:
    """An act is chosen, what it protects and costs is shown, and one last question is asked."""
    await story.tuesday("IC-12", "integrity_case")
    await story.taps("a", "value")
    await story.says("Dat ik het vertrouwen houd.", "That I keep the trust.")
    await story.says("De ander op tijd inlichten.", "Telling the other in time.")


@situation
async def another_option(story: Story) -> None:
    """One other option can be looked at; the choice stays."""
    await story.tuesday("IC-12", "integrity_case")
    await story.taps("a", "value")
    await story.taps("b", "case_other")
    await story.says(
        "Dat ik bij mijn keuze de last bij de groep leg.", "That with my choice I leave the burden with the group."
    )


@situation
async def a_case_that_is_real(story: Story) -> None:
    """When it is no exercise but happening here, no question is asked, only where to go."""
    await story.tuesday("IC-12", "integrity_case")
    await story.taps("real", "real_case")

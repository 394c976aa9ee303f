"""Safety before everything."""

from story import Story, situation


@situation
async def despair(story: Story) -> None:
    """Words of despair bring numbers to call, at once and alone, and three days of quiet."""
    await story.tuesday("RF-03")
    await story.says("Ik wil niet meer leven.", "I don't want to live any more.")
    await story.waits(days=4)


@situation
async def perhaps_despair(story: Story) -> None:
    """A phrase that may mean two things is asked about first."""
    await story.tuesday("RF-03")
    await story.says("Ik stop ermee.", "I'm done.")


@situation
async def it_was_about_work(story: Story) -> None:
    """When it was about work, the talk goes on gently."""
    await story.tuesday("RF-03")
    await story.says("Ik kan niet meer.", "I can't go on.")
    await story.taps("work", "crisis_self_check")


@situation
async def exhaustion(story: Story) -> None:
    """Exhaustion is named gently, and less is offered."""
    await story.tuesday("RF-03")
    await story.says("Ik ben overspannen en slaap al weken niet.", "I am burnt out and have not slept for weeks.")
    await story.taps("lighter", "severe_strain")


@situation
async def a_report(story: Story) -> None:
    """Abuse or fraud is no exercise: the bot says where to go, asks nothing about it, and offers to delete."""
    await story.tuesday("RF-03")
    await story.says("Er is fraude gepleegd door onze penningmeester.", "Our treasurer committed fraud.")
    await story.taps("delete", "integrity_report")


@situation
async def numbers_to_call(story: Story) -> None:
    """Whom to call can always be asked."""
    await story.joined()
    await story.says("/urgent", "/urgent")

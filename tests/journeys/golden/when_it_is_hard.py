"""Safety before everything."""

from story import Story, situation


@situation
async def despair(story: Story) -> None:
    """Words of despair bring numbers to call, at once and alone, and three days of quiet."""
    await story.tuesday("RF-03")
    await story.says("Ik wil niet meer leven.", "I don't want to live any more.")
    await story.waits(days=4)


@situation
async def words_during_a_hold(story: Story) -> None:
    """In the days after a crisis message any words get a few warm ones, and a question comes only on purpose."""
    await story.tuesday("RF-03")
    await story.says("Ik wil niet meer leven.", "I don't want to live any more.")
    await story.says("Niemand, ik ben alleen thuis.", "Nobody, I am home alone.")
    await story.says("/question", "/question")
    await story.taps("resume", "held_question")


@situation
async def perhaps_despair(story: Story) -> None:
    """A phrase that may mean two things is asked about first."""
    await story.tuesday("RF-03")
    await story.says("Ik geef het op.", "I give up.")


@situation
async def it_was_about_work(story: Story) -> None:
    """When it was about work, the talk goes on gently."""
    await story.tuesday("RF-03")
    await story.says("Ik kan niet meer.", "I can't go on.")
    await story.taps("work", "crisis_self_check")


@situation
async def it_was_about_these_questions(story: Story) -> None:
    """When it was about the bot itself, the way out is at hand."""
    await story.tuesday("RF-03")
    await story.says("Ik geef het op.", "I give up.")
    await story.says("Met deze bot bedoel ik.", "I mean with this bot.")


@situation
async def unclear_twice(story: Story) -> None:
    """What is meant is asked twice at most; then come the numbers, gently, and rest."""
    await story.tuesday("RF-03")
    await story.says("Ik kan niet meer.", "I can't go on.")
    await story.says("Gewoon, alles bij elkaar.", "Just, all of it.")
    await story.says("Weet ik veel.", "How should I know.")


@situation
async def exhaustion(story: Story) -> None:
    """Exhaustion is named gently, and less is offered."""
    await story.tuesday("RF-03")
    await story.says("Ik ben overspannen en slaap al weken niet.", "I am burnt out and have not slept for weeks.")
    await story.taps("lighter", "severe_strain")


@situation
async def a_reply_to_care(story: Story) -> None:
    """A reply to the message about strain gets a quiet thanks, and stays with the leader alone."""
    await story.tuesday("RF-03")
    await story.says("Ik ben overspannen en slaap al weken niet.", "I am burnt out and have not slept for weeks.")
    await story.says("Met mijn vrouw, denk ik.", "With my wife, I think.")
    await story.says("En met de huisarts.", "And with my doctor.")


@situation
async def grief(story: Story) -> None:
    """A death gets a kind word and nothing to do."""
    await story.tuesday("RF-03")
    await story.says("Mijn vader is vorige week overleden.", "My father died last week.")
    await story.taps("pause_2w", "grief")


@situation
async def worry_about_another(story: Story) -> None:
    """Who worries about somebody else hears whom to call about it, and is asked nothing about themselves but help."""
    await story.tuesday("RF-03")
    await story.says(
        "Een medewerker zei gisteren dat ze niet meer wil leven. Ik bleef bij haar.",
        "One of my staff said yesterday that she does not want to live any more. I stayed with her.",
    )
    await story.says("Ja, mijn zus.", "Yes, my sister.")


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

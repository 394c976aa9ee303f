"""Answering a question: short, long, in pieces, late, changed, in the other language."""

from story import Story, patient, situation


@situation
async def short_answer(story: Story) -> None:
    """A short answer gets thanks and no question on top."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")


@situation
async def one_follow_up(story: Story) -> None:
    """An answer that tells what happened is asked once for what is missing, and then thanked for."""
    await story.tuesday("RE-01")
    await story.says(
        "Gisteren liep het overleg met de gemeente vast. Ik voelde me klem zitten en keek naar de tafel.",
        "Yesterday the meeting with the city got stuck. I felt trapped and looked at the table.",
    )
    await story.says("Zij vielen stil en keken naar mij.", "They went quiet and looked at me.")


@situation
async def enough_after_the_follow_up(story: Story) -> None:
    """Enough is enough: a follow-up may stay unanswered."""
    await story.tuesday("RE-01")
    await story.says(
        "Gisteren liep het overleg met de gemeente vast. Ik voelde me klem zitten en keek naar de tafel.",
        "Yesterday the meeting with the city got stuck. I felt trapped and looked at the table.",
    )
    await story.taps("enough")


@patient
async def answer_in_pieces(story: Story) -> None:
    """Three messages in a row are one answer with one reply."""
    await story.tuesday("RF-03")
    await story.says("Na het overleg liep ik", "After the meeting I walked")
    await story.waits(seconds=3)
    await story.says("met de penvoerder mee naar buiten", "outside with the lead organisation")
    await story.waits(seconds=3)
    await story.says("en vroeg ik wat haar dwarszat.", "and asked what was bothering her.")
    await story.waits(seconds=6)


@situation
async def something_added(story: Story) -> None:
    """What is written shortly after the thanks belongs to the answer."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    await story.waits(minutes=4)
    await story.says("En daarna heb ik het wél gezegd.", "And after that I did say it.")


@situation
async def unclear_after_the_thanks(story: Story) -> None:
    """A few words after the thanks that tell nothing more are asked about before they stand in anybody's answer."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    await story.says("hoe zet ik dit uit?", "how do i turn this off?")
    await story.says("voor jou", "for you")


@situation
async def one_further_in_words(story: Story) -> None:
    """One more question is asked for in the words that come first."""
    await story.tuesday("RE-01")
    await story.says(
        "Gisteren liep het overleg met de gemeente vast. Ik voelde me klem zitten en keek naar de tafel.",
        "Yesterday the meeting with the city got stuck. I felt trapped and looked at the table.",
    )
    await story.says("Zij vielen stil en keken naar mij.", "They went quiet and looked at me.")
    await story.says("graag", "yes please")


@situation
async def a_moment_instead_of_an_answer(story: Story) -> None:
    """A bare moment is no answer: the question comes back then."""
    await story.tuesday("RF-03")
    await story.says("donderdag om 9:00", "thursday at 9:00")
    await story.says("straks", "later")


@situation
async def too_busy_to_answer(story: Story) -> None:
    """An excuse is met without blame, and is never filed as an answer."""
    await story.tuesday("RF-03")
    await story.waits(days=3)
    await story.says("sorry, druk gehad", "sorry, been busy")


@situation
async def moods_and_what_it_showed(story: Story) -> None:
    """Mood and energy are two taps, and the same message then asks what the answer showed."""
    await story.tuesday("RF-03")
    await story.says(
        "Gisteren heb ik in het overleg eerst doorgevraagd. De partners ontspanden en begonnen zelf te vertellen.",
        "Yesterday I first kept asking in the meeting. The partners relaxed and began to tell things themselves.",
    )
    await story.says("Daar denk ik nog even over.", "I am still thinking about that.")
    await story.taps("mood.4", "tap", twice=True)
    await story.taps("energy.2", "tap")
    await story.taps("insight.yes", "tap")


@situation
async def one_question_further(story: Story) -> None:
    """What was tapped before one more question is told once, not again in the thanks after it."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    await story.taps("mood.4", "tap")
    await story.taps("energy.2", "tap")
    await story.taps("deeper")
    await story.says(
        "Ik telde tot tien en vroeg toen door, en daarna werd het stil in de hele kamer.",
        "I counted to ten and then asked on, and after that the whole room went quiet.",
    )
    await story.taps("insight.yes", "tap")


@situation
async def changed_words(story: Story) -> None:
    """Editing the Telegram message changes the answer."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    await story.edits("Rustig gebleven, al kostte dat moeite.", "Stayed calm, though it took effort.")


@situation
async def the_other_language(story: Story) -> None:
    """An answer in the other language is fine."""
    await story.tuesday("RF-03")
    await story.says(
        "We kept listening, and it paid off in the end.", "We bleven luisteren en dat loonde uiteindelijk."
    )


@situation
async def a_late_answer(story: Story) -> None:
    """A question that was missed may still be answered a week later."""
    await story.tuesday()
    question = story.house.post.sent[-1][2][:40]
    await story.waits(days=9)
    await story.replies("Toch nog: we bleven in gesprek.", "After all: we kept talking.", question)
    await story.says("En nu deze: het fonds belde af.", "And now this one: the fund called it off.")


@situation
async def later_today(story: Story) -> None:
    """Later today brings the same question back, once."""
    await story.tuesday()
    await story.taps("later")
    await story.taps("today")
    await story.waits(hours=5)


@situation
async def another_question(story: Story) -> None:
    """Another question of the same kind, without giving a reason."""
    await story.tuesday()
    await story.taps("other")


@situation
async def skipped(story: Story) -> None:
    """Skipping needs no reason, and second thoughts are welcome."""
    await story.tuesday()
    await story.taps("skip", twice=True)
    await story.says("Toch wel: we zijn gaan wandelen.", "After all: we went for a walk.")


@situation
async def somebody_named(story: Story) -> None:
    """A name is no problem, and can be replaced with one tap."""
    await story.tuesday("RF-03")
    await story.says("Ik sprak mevrouw Jansen op 0612345678 aan.", "I talked to Mrs Jansen on 0612345678.")
    await story.taps("replace")


@patient
async def somebody_named_in_pieces(story: Story) -> None:
    """Names go from all pieces of an answer; what may be left is told."""
    await story.tuesday("RF-03")
    await story.says("Ik sprak meneer Smit en mijn collega Karin", "I talked to Mr Smith and my colleague Karin")
    await story.says(
        "over het fonds. Karin zweeg, Smit niet, en toen belde Xylofa.",
        "about the fund. Karin was silent, Smith was not, and then Xylofa called.",
    )
    await story.waits(seconds=6)
    await story.taps("replace")


@situation
async def a_scale_answered_by_number(story: Story) -> None:
    """Buttons may be typed as well: a number on a scale, and then one open question."""
    await story.tuesday("RS-02")
    await story.says("4", "4")
    await story.says("Er was ruimte om te herstellen.", "There was room to recover.")


@situation
async def a_stale_button(story: Story) -> None:
    """A button of something that is over gets a kind word."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    await story.taps("skip", "prompt_buttons")


@situation
async def a_question_not_understood(story: Story) -> None:
    """Whoever does not understand the question gets something to hold on to, and it stays open."""
    await story.tuesday("RE-01")
    await story.says("Ik snap de vraag niet", "I don't understand the question")
    await story.says("Kan mijn bestuur dit lezen?", "Can my board read this?")
    await story.says(
        "Gisteren liep het overleg met de gemeente vast. Ik voelde me klem zitten en keek naar de tafel.",
        "Yesterday the meeting with the city got stuck. I felt trapped and looked at the table.",
    )
    await story.says("Wat bedoel je?", "What do you mean?")


@situation
async def thanks_and_what_now(story: Story) -> None:
    """Thanks get a nod, and what now gets the day of the next question."""
    await story.tuesday("RF-03")
    await story.says("Rustig gebleven.", "Stayed calm.")
    await story.says("Dank je", "Thank you")
    await story.says("En wat nu?", "What now?")


@situation
async def a_week_without(story: Story) -> None:
    """A week with nothing to tell is fine, and nothing more is asked."""
    await story.tuesday("RF-03")
    await story.says("Deze week niets, ik was ziek.", "Nothing this week, I was ill.")

"""The words of an answer that an intention is made of stand by themselves, verbatim."""

import pytest

from dialogues.answers.intentions import sentence

QUOTED = [
    ("nl", "Ik had haar eerst moeten vragen. Dat ga ik morgen doen.",
     "Ik had haar eerst moeten vragen. Dat ga ik morgen doen."),
    ("nl", "Zij moet meer ruimte krijgen. Daar ga ik voor zorgen.",
     "Zij moet meer ruimte krijgen. Daar ga ik voor zorgen."),
    ("nl", "Gedoe. Doe ik niet meer. Ik ga haar morgen bellen.", "Ik ga haar morgen bellen."),
    ("nl", "Het was een rotdag, ik heb m afgesnauwd en dat zit me dwars, bel m morgen ff.", "bel m morgen ff."),
    ("nl", "Ik snauwde haar af, ik ga haar morgen mijn excuses aanbieden", "ik ga haar morgen mijn excuses aanbieden"),
    ("nl", "Morgen, na het overleg, ik bel haar dan", "Morgen, na het overleg, ik bel haar dan"),
    ("nl", "Omdat het misging, ga ik haar morgen bellen.", "Omdat het misging, ga ik haar morgen bellen."),
    ("nl", "Als het weer misging, ik bel haar morgen meteen.", "Als het weer misging, ik bel haar morgen meteen."),
    ("nl", "Ik ga haar morgen bellen, dat beloof ik.", "Ik ga haar morgen bellen, dat beloof ik."),
    ("nl", "Ik durfde het niet te zeggen, maar vrijdag doe ik het.",
     "Ik durfde het niet te zeggen, maar vrijdag doe ik het."),
    ("en", "I didn't dare to say it, but on Friday I will.", "I didn't dare to say it, but on Friday I will."),
    ("nl", "maar vrijdag ga ik het zeggen", "vrijdag ga ik het zeggen"),
    ("nl", "- morgen rust\n- vrijdag de raad spreken", "vrijdag de raad spreken"),
    ("nl", "Doe ik morgen.", "Doe ik morgen."),
    ("nl", "Niets bijzonders.", "Niets bijzonders."),
    ("en", "I should have asked her first. And I will.", "I should have asked her first. And I will."),
    ("en", "I never gave him the floor. I'm going to do that on Monday.",
     "I never gave him the floor. I'm going to do that on Monday."),
    ("en", "it was rough and i lost it in front of everyone, gonna ask her tomorrow what she needs",
     "gonna ask her tomorrow what she needs"),
    ("en", "I snapped at him, I will apologise tomorrow.", "I will apologise tomorrow."),
    ("en", "We argued on friday, call him tomorrow.", "call him tomorrow."),
    ("en", "Tomorrow I will ask them, I promised that.", "Tomorrow I will ask them, I promised that."),
    ("en", "that I will call him tomorrow", "I will call him tomorrow"),
    ("en", "Mostly that I'm going to ask first next time.", "I'm going to ask first next time."),
    ("en", "1. rest\n2. tell the team on friday", "tell the team on friday"),
    ("en", "and then I'll call her tomorrow", "then I'll call her tomorrow"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "quoted"), QUOTED)
def test_a_plan_is_quoted_with_what_it_leans_on_and_without_the_story_before_it(language, text, quoted):
    assert sentence(text, language) == quoted
    assert quoted in text

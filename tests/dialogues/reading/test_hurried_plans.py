"""A plan typed in a few words is heard as one; a lack, a wish that others should grant or a day in the diary is not."""

import pytest
from hurried_plans import NO_PLANS, PLANS

from dialogues import markers


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_will_be_done_towards_somebody_is_a_plan_in_however_few_words(language):
    assert [line for line in PLANS[language] if "intention" not in markers.present(line, language)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_there_is_none_of_what_others_should_do_and_what_is_past_is_no_plan(language):
    assert [line for line in NO_PLANS[language] if "intention" in markers.present(line, language)] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("en ik ga haar morgen bellen", "nl"), ("dus ik ga het haar zeggen", "nl"),
        ("geen mails meer na negenen", "nl"), ("geen vragen beantwoorden na zes uur", "nl"),
        ("niet invullen maar vragen", "nl"), ("niet meteen antwoorden", "nl"), ("zal ik doen, morgen meteen", "nl"),
        ("ik ga eerder slapen, vanaf vandaag", "nl"), ("ik wil beter voorbereid zijn morgen", "nl"),
        ("neem vrijdag iemand mee", "nl"), ("neem het morgen met haar door", "nl"),
        ("I sold her short and want to put that right tomorrow.", "en"),
        ("Everyone leaves by then and I mean to call them first.", "en"),
        ("No more emails after nine", "en"), ("I want to be more involved next time", "en"),
        ("I won't bother her again", "en"), ("I won't try to fix it all any more", "en"),
        ("that I will call him tomorrow", "en"), ("tomorrow, ask her", "en"), ("I want to go to bed earlier", "en"),
        ("let him chair tomorrow", "en"), ("I have promised myself to listen first", "en"),
    ],
)  # fmt: skip
def test_what_looks_like_none_is_a_plan_where_it_says_how_or_what_instead(text, language):
    assert "intention" in markers.present(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("vraag het woensdag", "nl"), ("schuif dit maar door naar maandag", "nl"), ("stuur hem morgen", "nl"),
        ("stuur ze voortaan rond lunchtijd", "nl"), ("doe dat volgende week aub", "nl"), ("bel ons morgen", "nl"),
        ("zet ze morgen uit", "nl"), ("bel ze", "nl"), ("laat het volgende week zo", "nl"),
        ("volgend jaar zoeken we iemand", "nl"), ("de partners nemen alles over per juni", "nl"),
        ("de partners bellen morgen", "nl"), ("geen zin om m morgen te bellen", "nl"), ("maart PDF", "nl"),
        ("vandaag een vrouw met twee kinderen", "nl"), ("ik wil niemand bellen", "nl"), ("maar", "nl"),
        ("als ik er morgen niet ben, staat het rapport er nog", "nl"), ("vrijdag", "nl"), ("stel dat ik bel", "nl"),
        ("Ik heb toen besloten om te zwijgen.", "nl"), ("Ze wil vrijdag met me praten en ik zie ertegenop.", "nl"),
        ("Ik zie op tegen morgen.", "nl"), ("I hate this and want to cry", "en"),
        ("leave this for tonight", "en"), ("put it on ice until tomorrow noon", "en"),
        ("ask us tomorrow", "en"), ("call with the mayor tomorrow", "en"), ("Can I finish this tonight?", "en"),
        ("I will never please them", "en"), ("I won't try again", "en"), ("I'm going to", "en"), ("I want", "en"),
        ("not worth the bother", "en"), ("I was ill and stayed home", "en"), ("no", "en"),
    ],
)  # fmt: skip
def test_a_request_a_guess_and_a_word_broken_off_are_none(text, language):
    assert "intention" not in markers.present(text, language)


@pytest.mark.parametrize("text", ["can I undo that", "should I ask her first", "do I skip my own needs"])
def test_who_asks_whether_to_do_it_has_not_done_it(text):
    assert "own_role" not in markers.present(text, "en")

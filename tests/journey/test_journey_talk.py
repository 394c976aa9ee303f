"""Talking with the bot beside the straight road: skipping, resting, second thoughts, looking back, leaving."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from everywhere import both_databases, both_modes
from house import TUESDAY

CRISIS = "Ik wil niet meer leven."


async def pages(house, noor):
    """The screens of /antwoorden, from the newest to the last page."""
    await house.says(noor, "/antwoorden")
    found = [await house.last(noor)]
    while found[-1].button("Ouder"):
        assert len(found) < 60
        found.append(await pressed(house, noor, found[-1], "Ouder"))
    return found


async def pressed(house, noor, seen, label):
    """The same message after one of its buttons."""
    await noor.presses(seen.id, seen.button(label).data)
    await house.settled()
    return next(now for now in await house.heard(noor) if now.id == seen.id)


async def found_whole(house, noor, words):
    """The one answer that holds these words, in full."""
    await house.says(noor, f"/antwoorden zoek {words}")
    parts = [await pressed(house, noor, await house.last(noor), "1")]
    while parts[-1].button("Verder lezen"):
        parts.append(await pressed(house, noor, parts[-1], "Verder lezen"))
    return "".join(part.text for part in parts)


async def export(house, noor):
    """Everything, as the file that the leader gets."""
    await house.says(noor, "/export")
    sent = await house.last(noor)
    return json.loads(await noor.downloads(sent.raw["document"]["file_id"]))


@pytest.mark.asyncio
async def test_three_skips_in_a_row_bring_one_question_about_the_questions(house):
    noor = await house.answered()
    for expected in ("skip_2", "skip_1", "skip_3"):
        await house.says(noor, "/vraag")
        await house.taps(noor, "prompt_buttons", "skip")
        assert (await house.last(noor)).text == house.text(expected)
    await house.taps(noor, "skip_3", "busy")
    assert (await house.last(noor)).text == house.text("skips_busy")
    assert house.rows("SELECT count(*) FROM prompt WHERE state = 'skipped'") == [(3,)]


@pytest.mark.asyncio
async def test_later_today_brings_the_same_question_back_in_three_hours(house):
    noor = await house.answered()
    await house.until(TUESDAY)
    asked = await house.last(noor)
    await house.taps(noor, "prompt_buttons", "later")
    await house.taps(noor, "snooze", "today")
    assert (await house.last(noor)).text.startswith(house.begin("snoozed"))
    count = len(await house.heard(noor))
    await house.wait(hours=2, minutes=59)
    assert len(await house.heard(noor)) == count
    await house.wait(minutes=1)
    assert (await house.last(noor)).text == asked.text
    await house.wait(hours=30)
    assert len(await house.heard(noor)) == count + 1  # no reminder on top of that


@pytest.mark.asyncio
async def test_another_question_is_another_one_of_the_same_quality(house):
    noor = await house.joined()
    library = house.app.world.library
    ((first,),) = house.rows("SELECT item FROM prompt WHERE state = 'open'")
    await house.taps(noor, "prompt_buttons", "other")
    ((second,),) = house.rows("SELECT item FROM prompt WHERE state = 'open'")
    assert first != second
    assert library.questions[first].quality == library.questions[second].quality
    assert library.questions[second].text.nl in (await house.last(noor)).text


@both_databases
@pytest.mark.asyncio
async def test_nothing_comes_during_a_pause_and_a_word_comes_at_its_end(house):
    noor = await house.answered(payload=await house.invite())
    await house.says(noor, "/pauze 2w")
    assert "16 november" in (await house.last(noor)).text
    count = len(await house.heard(noor))
    await house.until(datetime(2026, 11, 16, 7, 59, tzinfo=UTC))
    assert len(await house.heard(noor)) == count
    await house.until(datetime(2026, 11, 16, 8, 1, tzinfo=UTC))
    assert (await house.last(noor)).text.startswith(house.begin("resumed"))
    assert len(await house.heard(noor)) == count + 1
    await house.until(datetime(2026, 11, 17, 7, 30, tzinfo=UTC))
    assert len(await house.heard(noor)) == count + 2  # the programme goes on where it was, one thing at a time
    assert house.app.world.library.questions["RF-03"].text.nl in (await house.last(noor)).text


@pytest.mark.asyncio
async def test_coming_back_early_ends_the_pause_once(house):
    noor = await house.answered()
    await house.says(noor, "/pauze")
    await house.taps(noor, "pause", "open")
    assert (await house.last(noor)).text == house.text("paused_open")
    count = len(await house.heard(noor))
    await house.wait(days=60)
    assert len(await house.heard(noor)) == count
    await house.says(noor, "/verder")
    assert (await house.last(noor)).text.startswith(house.begin("resumed"))
    await house.says(noor, "/verder")
    assert (await house.last(noor)).text == house.text("not_paused")


@both_modes
@pytest.mark.asyncio
async def test_a_crisis_message_gets_the_numbers_alone_and_three_days_of_quiet(house):
    noor = await house.answered()
    await house.until(TUESDAY)
    count = len(await house.heard(noor))
    await house.says(noor, CRISIS)
    message = house.app.world.library.safety["crisis_self"].message
    heard = await house.heard(noor)
    assert [seen.text for seen in heard[count:]] == [message.text.nl]
    assert heard[-1].buttons == ()
    await house.wait(hours=71, minutes=59)
    assert len(await house.heard(noor)) == count + 1
    await house.wait(minutes=2)
    heard = await house.heard(noor)
    assert [seen.text for seen in heard[count + 1 :]] == [house.text("resume_after_safety")]
    await house.wait(days=20)
    assert len(await house.heard(noor)) == count + 2
    await house.taps(noor, "resume_after_safety", "resume")
    await house.wait(days=8)
    assert len(await house.heard(noor)) > count + 3
    await house.says(noor, "/terugblik")
    assert not any("leven" in seen.text for seen in (await house.heard(noor))[count + 3 :])


@pytest.mark.asyncio
async def test_a_crisis_message_reaches_her_however_often_telegram_loses_the_answer(house):
    noor = await house.answered()
    house.fault("lost_answer", "sendMessage", chat=noor.id, count=2)
    before = house.telegram.telegram.stats.calls["sendMessage"]
    await noor.says(CRISIS)
    while house.telegram.telegram.stats.calls["sendMessage"] < before + 3:
        house.clock.ahead += timedelta(seconds=6)  # the wait between two tries
        house.app.sender.bell.ring()
        await house.app.progress.heard(0.05)
    await house.settled()
    safety = house.app.world.library.safety["crisis_self"].message.text.nl
    assert sum(seen.text == safety for seen in await house.heard(noor)) == 3  # it arrived each time, we could not know
    assert house.rows("SELECT state FROM outbox WHERE kind = 'safety'") == [("sent",)]


@pytest.mark.parametrize("button", ["work", "life"])
@pytest.mark.asyncio
async def test_an_ambiguous_phrase_is_asked_about_before_anything_else(house, button):
    noor = await house.joined()
    await house.says(noor, "Ik trek het niet meer.")
    safety = house.app.world.library.safety["crisis_self"]
    check = await house.last(noor)
    assert check.text == safety.check.nl
    label = next(each.label.nl for each in safety.message.buttons if each.id == button)
    await noor.presses(check.id, check.button(label).data)
    await house.settled()
    said = (await house.last(noor)).text
    assert said == (safety.message.text.nl if button == "life" else house.text("care_work"))
    assert house.rows("SELECT state FROM leader") == [("held",) if button == "life" else ("active",)]


@pytest.mark.asyncio
async def test_very_long_answers_can_all_be_found_and_read_back_whole(house):
    noor = await house.answered()
    await house.says(noor, "/vraag")
    long = [f"begin{number} " + f"woord{number}✨ " * 400 + f"einde{number}" for number in range(3)]
    short = [f"kort antwoord {number}" for number in range(8)]
    for text in long:  # an answer, that to the one more question, and what is added to it
        house.clock.step(timedelta(seconds=5))
        await house.says(noor, text)
    for text in short:
        house.clock.step(timedelta(minutes=20))
        await house.says(noor, f"/schrijf {text}")
    found = await pages(house, noor)
    shown = "\n".join(seen.text for seen in found)
    assert all(text in shown for text in short)
    assert ("begin0 " in shown, "begin1 " in shown, "begin2 " in shown, "einde0" in shown) == (True, True, False, False)
    whole = await found_whole(house, noor, "einde2")
    for number in (1, 2):
        assert f"einde{number}" in whole
        assert whole.count(f"woord{number}✨") == 400  # no word is cut where a part begins
    assert all(len(seen.text.encode("utf-16-le")) // 2 <= 4096 for seen in found)


@pytest.mark.asyncio
async def test_an_edited_answer_is_kept_with_its_earlier_words(house):
    noor = await house.joined()
    number = await house.says(noor, "Ik bleef stil in het overleg met de wethouder.")
    await noor.edits(number, "Ik bleef lang stil in het overleg met de raad.")
    await house.settled()
    assert (await house.last(noor)).text == house.text("edited")
    told = json.dumps(await export(house, noor), ensure_ascii=False)
    assert "lang stil in het overleg met de raad" in told
    assert "overleg met de wethouder" in told
    hello = await house.says(noor, "/hulp")
    await noor.edits(hello, "/hulp graag")
    await house.settled()
    assert (await house.last(noor)).text == house.text("edit_unknown")


@pytest.mark.parametrize(("button", "kept"), [("keep", 1), ("no", 0)])
@pytest.mark.asyncio
async def test_a_loose_thought_is_kept_only_when_she_wants_it(house, button, kept):
    noor = await house.answered()
    await house.wait(hours=2)
    before = house.counts()["answer"]
    await house.says(noor, "Zomaar een gedachte over morgen.")
    await house.taps(noor, "not_understood", button)
    assert house.counts()["answer"] == before + kept
    assert house.rows("SELECT count(*) FROM answer WHERE state = 'held'") == [(0,)]
    told = json.dumps(await export(house, noor), ensure_ascii=False)
    assert ("Zomaar een gedachte" in told) == bool(kept)


@pytest.mark.asyncio
async def test_asking_for_the_look_back_gives_letter_and_picture_and_takes_her_correction(house):
    noor = await house.joined()
    await house.says(noor, "/terugblik oktober 1999")
    answers = ["Ik liet de stilte duren.", "Ik vroeg eerst wat ze nodig hadden.", "Ik gaf te snel een antwoord."]
    for text in answers:
        await house.says(noor, "/vraag")
        await house.says(noor, text + " Daarna merkte ik dat het gesprek anders liep dan ik had verwacht.")
        if (await house.last(noor)).button("Genoeg voor nu"):
            await house.taps(noor, "followup_buttons", "enough")
        await house.wait(minutes=30)
    await house.says(noor, "/terugblik")
    letter, picture = (await house.heard(noor))[-2:]
    assert "november" in letter.text
    assert picture.raw["photo"]
    assert picture.text == house.text("lookback_caption")
    await noor.presses(letter.id, letter.button("Niet echt").data)
    await house.settled()
    assert (await house.last(noor)).text == house.text("summary_correct")
    await house.says(noor, "Ik gaf juist géén antwoord.")
    assert (await house.last(noor)).text == house.text("summary_correction_kept")
    assert "juist géén antwoord" in json.dumps(await export(house, noor), ensure_ascii=False)
    assert house.counts()["summary"] <= 2  # asking again renews


@pytest.mark.asyncio
async def test_a_line_that_is_hidden_leaves_the_picture_in_the_chat(house):
    noor = await house.answered()
    for _ in range(3):
        await house.says(noor, "/vraag")
        await house.says(noor, "Ik liet de stilte duren. Daarna merkte ik dat het gesprek anders liep dan gedacht.")
        if (await house.last(noor)).button("Genoeg voor nu"):
            await house.taps(noor, "followup_buttons", "enough")
        await house.wait(minutes=30)
    await house.says(noor, "/terugblik")
    letter, before = (await house.heard(noor))[-2:]
    await house.taps(noor, "lookback_lines", "hide")
    while (hidden := await _line(house, noor, letter.id, "Beantwoorde vragen")) is None:
        await house.taps(noor, "lookback_lines", "next")
    await noor.presses(letter.id, hidden)
    await house.settled()
    (after,) = [said for said in await house.heard(noor) if said.id == before.id]
    assert after.raw["photo"][-1]["file_unique_id"] != before.raw["photo"][-1]["file_unique_id"]
    assert after.text == house.text("lookback_empty"), "nothing else was drawn"


async def _line(house, person, message, words):
    """The data of the button that hides the line with these words, if it is on this page."""
    (page,) = [said for said in await house.heard(person) if said.id == message]
    numbers = [line.split(" · ")[0] for line in page.text.splitlines() if words in line]
    return page.button(numbers[0]).data if numbers else None


@pytest.mark.asyncio
async def test_who_wrote_nothing_gets_no_look_back(house):
    noor = await house.joined()
    await house.says(noor, "/terugblik")
    assert (await house.last(noor)).text == house.text("lookback_none")


@pytest.mark.asyncio
async def test_another_time_zone_moves_the_hour_and_asks_nothing_twice(house):
    noor = await house.answered(payload=await house.invite())
    await house.says(noor, "/ritme")
    await house.taps(noor, "rhythm_now", "zone")
    await house.says(noor, "Nairobi")
    assert any(seen.text.startswith(house.begin("zone_set")) for seen in await house.heard(noor))
    count = len(await house.heard(noor))
    await house.until(datetime(2026, 11, 3, 5, 29, tzinfo=UTC))
    assert len(await house.heard(noor)) == count
    await house.until(datetime(2026, 11, 3, 5, 30, tzinfo=UTC))  # 8:30 in Nairobi
    assert len(await house.heard(noor)) == count + 1
    await house.until(datetime(2026, 11, 3, 12, 0, tzinfo=UTC))
    assert len(await house.heard(noor)) == count + 1


@pytest.mark.asyncio
async def test_own_days_and_hour_are_kept(house):
    noor = await house.person()
    await noor.start()
    await house.settled()
    await house.taps(noor, "language", "en", "en")
    await house.taps(noor, "consent", "agree", "en")
    await house.taps(noor, "rhythm", "own", "en")
    days = await house.last(noor)
    picked = {button.text for row in days.buttons for button in row if button.text.startswith("✓")}
    for label in picked:  # all off
        await noor.taps(label, on=days.id)
        await house.settled()
    await house.taps(noor, "choose_days", "we", "en")
    await house.taps(noor, "choose_days", "done", "en")
    await house.says(noor, "quarter past nine")
    await house.says(noor, "9:15")
    rhythm = json.loads(house.rows("SELECT rhythm FROM leader")[0][0])
    assert rhythm["days"] == [2]
    assert "09:15" in json.dumps(rhythm)
    (due,) = house.rows("SELECT next_due_at FROM enrolment")
    assert "2026-11-04" in str(due[0])


@pytest.mark.asyncio
async def test_who_stops_hears_nothing_more_until_she_starts_again(house):
    noor = await house.answered()
    await house.says(noor, "/stop")
    await house.taps(noor, "stop_confirm", "stop")
    assert (await house.last(noor)).text == house.text("stopped")
    count = len(await house.heard(noor))
    await house.wait(days=45)
    assert len(await house.heard(noor)) == count
    await noor.start()
    await house.settled()
    assert (await house.last(noor)).text.startswith(house.begin("returned"))
    await house.wait(days=8)
    assert len(await house.heard(noor)) > count + 1
    assert "Kort en goed." in json.dumps(await export(house, noor), ensure_ascii=False)


@pytest.mark.asyncio
async def test_another_language_from_now_on(house):
    noor = await house.answered()
    await house.says(noor, "/taal")
    await house.taps(noor, "language_choose", "en")
    assert (await house.last(noor)).text == house.text("language_set", "en")
    await house.says(noor, "/help")
    assert (await house.last(noor)).text == house.text("help", "en")


@pytest.mark.asyncio
async def test_everything_that_is_no_text_gets_a_kind_reply_and_is_not_kept(house):
    noor = await house.answered()
    rows = {name: count for name, count in house.counts().items() if name not in ("inbox", "outbox", "budget")}
    for kind in ("sticker", "photo", "voice", "document", "location", "contact"):
        await noor.sends(kind)
        await house.settled()
        assert (await house.last(noor)).text == house.text(kind)
    after = {name: count for name, count in house.counts().items() if name not in ("inbox", "outbox", "budget")}
    assert after == rows
    await house.says(noor, "/dansen")
    assert (await house.last(noor)).text == house.text("unknown_command")


@pytest.mark.asyncio
async def test_deleting_can_be_called_off_and_the_export_may_come_first(house):
    noor = await house.answered()
    await house.says(noor, "/delete")
    await house.taps(noor, "delete_confirm", "cancel")
    assert (await house.last(noor)).text == house.text("delete_cancelled")
    await house.says(noor, "/delete")
    await house.taps(noor, "delete_confirm", "export_first")
    document, again = (await house.heard(noor))[-2:]
    assert document.raw["document"]["file_name"] == "weerklank.json"
    assert again.text == house.text("delete_confirm")
    assert house.counts()["answer"] > 0

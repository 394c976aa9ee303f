"""What a healthy Telegram seldom sends: twice the same, what cannot be read, hostile texts, forged buttons."""

import json

import pytest
from everywhere import both_databases, both_modes
from house import TOKEN

HOSTILE = [
    "🧭" * 2048,  # 4,096 UTF-16 units
    "é" * 4096,
    "מה שלומך היום? \u202eomgekeerd\u202c en weer terug",
    "zero\u200bwidth\u200djoiner en \u2066isolaat\u2069",
    "<b>vet</b> & <a href='https://example.org'>link</a> &amp; <script>alert(1)</script>",
    "{{ 7 * 7 }} {% for x in range(9) %}x{% endfor %} {item} {0} %s $x",
    "*ster* _streep_ `code` [link](tg://user?id=1) ||spoiler|| \\",
    "=1+1\t+2\n-3\n@SUM(A1)",
    "'; DROP TABLE answer; --",
    "«aanhalingstekens» “dubbel” ‘enkel’ …",
]


def bot_of(house):
    return house.telegram.telegram.bots[TOKEN]


async def push(house, kind, body, sender):
    bot_of(house).updates.push(kind, body, sender)
    await house.settled()


def message(house, person, **content):
    chat = {"id": person.id, "type": "private", "first_name": person.first_name}
    sender = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    return {"message_id": bot_of(house).next_message_id(), "date": 1, "chat": chat, "from": sender, **content}


async def export(house, noor):
    await house.says(noor, "/export")
    sent = await house.last(noor)
    return json.loads(await noor.downloads(sent.raw["document"]["file_id"]))


def kept(everything):
    return [row["text"] for row in everything["answer"]]


@both_modes
@pytest.mark.asyncio
async def test_the_same_update_again_changes_nothing(house):
    noor = await house.answered()
    house.fault("duplicate", "message")
    before = len(await house.heard(noor))
    for number in range(5):
        await house.says(noor, f"/voornemen Nummer {number}")
    assert house.counts()["intention"] == 5
    assert len(await house.heard(noor)) == before + 5


@pytest.mark.asyncio
async def test_the_same_press_under_two_update_ids_has_one_effect(house):
    noor = await house.answered()
    await house.says(noor, "/dilemma")
    shown = await house.last(noor)
    house.fault("double_press", "callback_query")
    await noor.presses(shown.id, shown.button("3").data)
    await house.settled()
    heard = [seen.text for seen in await house.heard(noor)]
    ((item,),) = house.rows("SELECT item FROM prompt WHERE kind = 'paradox'")
    why = house.app.world.library.dilemmas[item].why.nl
    assert sum(why in text for text in heard) == 1
    assert house.rows("SELECT count(*) FROM tap WHERE name = 'position'") == [(1,)]
    await house.says(noor, "/vraag")
    await house.taps(noor, "prompt_buttons", "skip")
    skips = [text for text in (seen.text for seen in await house.heard(noor)) if text == house.text("skip_2")]
    assert len(skips) == 1


@both_databases
@pytest.mark.asyncio
async def test_an_update_that_cannot_be_read_is_set_aside_and_the_others_go_on(house):
    noor, bram = await house.answered(), await house.answered("Bram")
    broken = message(house, bram, text="Hallo")
    del broken["date"]
    bot_of(house).updates.push("message", broken, bram.id)
    for kind, body in (
        ("thought_received", {"from": {"id": bram.id}, "thought": "of tomorrow"}),
        ("message", {"chat": "nowhere"}),
        ("callback_query", {"id": 7}),
        ("edited_message", []),
        ("my_chat_member", {"chat": {"id": 2**80}}),
        ("message", {"a": [[[[[[[[{}]]]]]]]] * 50}),
        ("poll", {"id": "1"}),
    ):
        bot_of(house).updates.push(kind, body, bram.id)
    await bram.says("/voornemen Doorgaan")
    await noor.says("/voornemen Ook doorgaan")
    await house.settled()
    assert house.counts()["intention"] == 2
    states = dict(house.rows("SELECT state, count(*) FROM inbox GROUP BY state"))
    assert set(states) == {"handled", "parked"}
    assert 1 <= states["parked"] <= 7
    assert not bot_of(house).updates.pending


@pytest.mark.asyncio
async def test_hostile_texts_are_kept_as_they_are_and_shown_as_they_are(house, log_lines):
    noor = await house.answered()
    stored = []
    for text in HOSTILE:
        await house.says(noor, "/vraag")
        await house.says(noor, text)
        stored.append(next(each["text"] for each in reversed(await noor.history()) if each["own"]))
        if (await house.last(noor)).button("Genoeg voor nu"):
            await house.taps(noor, "followup_buttons", "enough")
        await house.wait(minutes=20)
    assert set(stored) <= set(kept(await export(house, noor)))
    await house.says(noor, "/antwoorden")
    pages = [await house.last(noor)]
    while pages[-1].button("Ouder"):
        await noor.presses(pages[-1].id, pages[-1].button("Ouder").data)
        await house.settled()
        pages.append(next(seen for seen in await house.heard(noor) if seen.id == pages[0].id))
    shown = "\n".join(page.text for page in pages)
    assert all(text.strip() in shown for text in stored if len(text) < 500)
    allowed = {"bold", "italic"}  # ours: the date and the question
    assert {entity["type"] for page in pages for entity in page.raw.get("entities", [])} <= allowed | {
        "url", "mention", "hashtag", "bot_command", "email", "cashtag", "phone_number",
    }  # fmt: skip
    assert "can't parse" not in log_lines.getvalue()
    assert house.rows("SELECT count(*) FROM outbox WHERE state = 'refused'") == [(0,)]


@both_databases
@pytest.mark.asyncio
async def test_nul_and_lone_surrogates_survive_into_the_export(house):
    noor = await house.answered()
    await house.says(noor, "/vraag")
    odd = "nul \x00 en half \ud83d einde"
    await push(house, "message", message(house, noor, text=odd), noor.id)
    assert dict(house.rows("SELECT state, count(*) FROM inbox GROUP BY state")).keys() == {"handled"}
    assert house.rows("SELECT count(*) FROM outbox WHERE state = 'refused'") == [(0,)]
    everything = await export(house, noor)
    assert any(text.startswith("nul \x00 en half ") and text.endswith(" einde") for text in kept(everything))
    await house.says(noor, "/antwoorden")
    assert "en half" in (await house.last(noor)).text


@pytest.mark.asyncio
async def test_hostile_first_names_and_group_names_do_no_harm(house):
    payload = await house.invite()
    noor = await house.joined("<b>Noor</b> {{ 7*7 }}", payload=payload)
    assert len(await house.heard(noor)) >= 5
    assert house.rows("SELECT count(*) FROM outbox WHERE state = 'refused'") == [(0,)]


@pytest.mark.asyncio
async def test_forged_buttons_get_a_kind_reply_and_touch_nothing_of_others(house):
    noor, bram = await house.answered(), await house.answered("Bram")
    await house.says(bram, "/vraag")
    await house.says(bram, "Een antwoord van Bram dat niemand anders aangaat.")
    rows = house.rows("SELECT id FROM prompt WHERE leader = (SELECT max(id) FROM leader)")
    answers = house.rows("SELECT id FROM answer WHERE leader = (SELECT max(id) FROM leader)")
    before = house.rows("SELECT * FROM answer ORDER BY id"), house.rows("SELECT * FROM prompt ORDER BY id")
    shown = (await house.heard(noor))[0]
    forged = [f"{group}:{number:x}:{value}" for (number,) in rows + answers for group, value in (
        ("prompt_buttons", "skip"), ("not_understood", "no"), ("integrity_report", "delete"), ("value", "3"),
        ("third_party_data", "replace"), ("intention_offer", "yes"), ("tap", "mood.5"),
    )]  # fmt: skip
    for data in [*forged, "x", ":", "a:b:c", "delete_confirm:zz:delete", "🧭" * 16, "value:7fffffffffffffff:1"]:
        await noor.presses(shown.id, data, forged=True)
    await house.settled()
    assert before == (house.rows("SELECT * FROM answer ORDER BY id"), house.rows("SELECT * FROM prompt ORDER BY id"))
    assert house.counts()["intention"] == 0
    assert not any("Bram" in seen.text for seen in await house.heard(noor))
    assert dict(house.rows("SELECT state, count(*) FROM inbox GROUP BY state")).keys() == {"handled"}


@pytest.mark.asyncio
async def test_an_edit_before_its_message_and_a_press_after_the_end_change_nothing(house):
    noor = await house.joined()
    shown = await house.last(noor)
    early = message(house, noor, text="Bewerkt voordat het er was", edit_date=2)
    await push(house, "edited_message", early, noor.id)
    assert (await house.last(noor)).text == house.text("edit_unknown")
    await house.says(noor, "/wissen")
    await house.taps(noor, "delete_confirm", "delete")
    await noor.presses(shown.id, next(button.data for row in shown.buttons for button in row))
    await house.settled()
    assert (await house.last(noor)).text == house.text("nothing_kept")
    assert house.counts()["leader"] == 0

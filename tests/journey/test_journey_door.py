"""At the front door: invites good and bad, a no, strangers, groups, and people who block the bot."""

import secrets
from datetime import timedelta

import pytest
from everywhere import both_databases
from house import opened

from journeys import tokens

MESSAGES_FROM_A_GROUP = [
    {"message": {"text": "hoi"}},
    {"message": {"text": "/start"}},
    {"edited_message": {"text": "hoi", "edit_date": 1}},
    {"message": {"new_chat_members": [{"id": 4242, "is_bot": True, "first_name": "Weerklank"}]}},
]


async def replies_to(house, person, payload):
    """What somebody hears who presses Start with this payload."""
    before = len(await house.heard(person))
    await person.start(payload)
    await house.settled()
    return [seen.text for seen in (await house.heard(person))[before:]]


@both_databases
@pytest.mark.asyncio
async def test_a_wrong_an_expired_and_a_guessed_invite_get_the_same_reply_and_a_used_up_one_that_of_an_open_one(house):
    good = await house.invite()
    expired = await house.invite(expires=timedelta(days=-1))
    single = await house.invite(max_uses=1)
    await house.joined("Anna", payload=single)
    heard = set()
    for number, payload in enumerate([good[:-1], expired, secrets.token_urlsafe(16), "x", "../../etc"]):
        person = await house.person(f"Gast {number}")
        (reply,) = await replies_to(house, person, payload)
        heard.add(reply)
    assert heard == {house.text("invite_refused")}
    assert house.counts()["leader"] == 1
    opened = [await replies_to(house, await house.person(f"Bram {link}"), link) for link in (single, good)]
    assert opened[0] == opened[1]


@pytest.mark.asyncio
async def test_who_wrote_a_word_before_the_invite_gets_the_clock_of_the_group_too(house):
    noor = await house.person()
    await house.says(noor, "hello")
    await noor.start(await house.invite(zone="Europe/London", language="en"))
    await house.settled()
    await house.taps(noor, "language", "en")
    await house.taps(noor, "consent", "agree", "en")
    ((kept,),) = house.rows("SELECT rhythm FROM leader")
    assert "Europe/London" in kept


@pytest.mark.asyncio
async def test_an_invite_is_stored_as_a_hash_of_at_least_128_random_bits(house):
    payloads = {await house.invite() for _ in range(20)}
    assert len(payloads) == 20
    assert all(22 <= len(payload) <= 64 for payload in payloads)
    stored = house.bytes()
    assert not any(payload.encode() in stored for payload in payloads)
    assert {digest for (digest,) in house.rows("SELECT digest FROM invite")} == set(map(tokens.digest, payloads))


@pytest.mark.asyncio
async def test_after_ten_wrong_links_in_an_hour_even_a_good_one_has_to_wait(house):
    good = await house.invite()
    noor = await house.person()
    for number in range(10):
        assert await replies_to(house, noor, f"wrong{number}") == [house.text("invite_refused")]
    assert await replies_to(house, noor, good) == [house.text("invite_tries")]
    other = await house.person("Bram")
    assert "In welke taal" in (await replies_to(house, other, good))[0]  # others are not held up
    house.clock.ahead = timedelta(minutes=61)
    assert "In welke taal" in (await replies_to(house, noor, good))[0]


@pytest.mark.asyncio
async def test_who_says_no_leaves_nothing_behind(house):
    noor = await house.person()
    await noor.start(await house.invite())
    await house.settled()
    await house.taps(noor, "language", "nl")
    await house.says(noor, "Eerst even dit: mijn naam is Noortje Kanarie")
    await house.taps(noor, "consent", "decline")
    assert (await house.last(noor)).text == house.text("consent_declined")
    left = {name for name, count in house.counts().items() if count}
    assert left <= {"installation", "cohort", "invite", "inbox", "audit", "budget", "fact"}
    assert b"Kanarie" not in house.bytes()
    assert house.rows("SELECT uses FROM invite") == [(0,)]


@pytest.mark.asyncio
async def test_nothing_written_before_the_yes_is_kept(house):
    noor = await house.person()
    await noor.start()
    await house.settled()
    for words in ("Ik wil alvast iets vertellen", "/export", "/voornemen iets", "/antwoorden"):
        await house.says(noor, words)
    assert (await house.last(noor)).text == house.text("language", "nl") + "\n" + house.text("language", "en")
    await house.taps(noor, "language", "nl")
    for words in ("En dit ook", "/terugblik", "/vraag"):
        await house.says(noor, words)
    counts = house.counts()
    assert not any(counts[table] for table in ("answer", "intention", "prompt", "consent", "enrolment", "summary"))
    assert (await house.last(noor)).text == house.text("consent_needed")


@pytest.mark.asyncio
async def test_who_never_answers_the_consent_question_is_forgotten_after_a_week(house):
    noor = await house.person()
    await noor.start()
    await house.settled()
    before = len(await house.heard(noor))
    await house.wait(days=6, hours=23)
    assert house.counts()["leader"] == 1
    await house.wait(hours=2)
    assert house.counts()["leader"] == 0
    assert house.counts()["personal_key"] == 0
    assert len(await house.heard(noor)) == before
    await noor.start()
    await noor.sees("In welke taal wil je verder?")


@pytest.mark.asyncio
async def test_help_and_numbers_to_call_are_for_everyone(house):
    noor = await house.person()
    await house.says(noor, "/nood")
    assert "113" in (await house.last(noor)).text
    await house.says(noor, "/hulp")
    assert (await house.last(noor)).text == house.text("help")
    assert house.counts()["leader"] == 0
    await house.says(noor, "Hallo?")
    assert "In welke taal" in (await house.last(noor)).text


@pytest.mark.asyncio
async def test_a_cry_for_help_before_the_yes_is_answered_and_not_kept(house):
    noor = await house.person()
    await noor.start()
    await house.settled()
    await house.says(noor, "Ik wil niet meer leven")
    safety = house.app.world.library.safety["crisis_self"].message
    assert (await house.last(noor)).text == safety.text.nl
    assert house.counts()["answer"] == 0


@pytest.mark.asyncio
async def test_behind_a_closed_door_only_an_invite_helps(sqlite_url, tmp_path):
    async with opened(sqlite_url, tmp_path, open=False) as house:
        noor = await house.person()
        assert await replies_to(house, noor, "") == [house.text("door_closed")]
        await house.says(noor, "Toe nou")
        assert (await house.last(noor)).text == house.text("door_closed")
        assert house.counts()["leader"] == 0
        assert "In welke taal" in (await replies_to(house, noor, await house.invite()))[0]


@pytest.mark.asyncio
async def test_the_same_invite_again_changes_nothing_and_another_one_adds_that_group(house):
    first, second = await house.invite(), await house.invite("core_12w")
    noor = await house.answered(payload=first)
    (reply,) = await replies_to(house, noor, first)
    assert reply.startswith(house.begin("already_in"))
    (reply,) = await replies_to(house, noor, second)
    assert reply.startswith(house.text("joined", cohort="Alliantie Zonzijde"))
    assert house.rows("SELECT programme, state, guest FROM enrolment ORDER BY id") == [
        ("starter_4w", "active", 0), ("core_12w", "active", 1)
    ]  # fmt: skip


@pytest.mark.asyncio
async def test_an_invite_that_was_used_up_while_reading_still_lets_her_take_part_alone(house):
    single = await house.invite(max_uses=1)
    noor, bram = await house.person(), await house.person("Bram")
    for person in (noor, bram):
        await person.start(single)
        await house.settled()
        await house.taps(person, "language", "nl")
    await house.taps(noor, "consent", "agree")
    await house.taps(bram, "consent", "agree")
    texts = [seen.text for seen in await house.heard(bram)]
    assert house.text("invite_gone") in texts
    assert house.rows("SELECT count(*) FROM enrolment WHERE state = 'active'") == [(2,)]
    assert house.rows("SELECT count(*) FROM enrolment WHERE cohort IS NULL") == [(1,)]


@pytest.mark.asyncio
async def test_who_blocks_the_bot_gets_nothing_until_they_come_back(house):
    noor, bram = await house.answered(), await house.answered("Bram")
    await noor.blocks()
    await house.settled()
    calls = dict(house.telegram.telegram.stats.sent)
    await house.wait(days=10)
    assert house.telegram.telegram.stats.sent[noor.id] == calls[noor.id]
    assert house.telegram.telegram.stats.sent[bram.id] > calls[bram.id]
    await noor.unblocks()
    await house.settled()
    await house.wait(days=7)
    assert house.telegram.telegram.stats.sent[noor.id] > calls[noor.id]


@pytest.mark.asyncio
async def test_a_block_that_we_learn_from_a_refusal_costs_one_call(house):
    noor = await house.answered()
    house.fault("403", chat=noor.id)
    before = house.telegram.telegram.stats.calls["sendMessage"]
    await house.wait(days=10)
    assert house.telegram.telegram.stats.calls["sendMessage"] == before + 1
    assert house.rows("SELECT state FROM leader") == [("gone",)]
    house.well()
    await noor.start()
    await noor.sees(house.begin("resumed"))
    await house.wait(days=7)
    assert house.rows("SELECT state FROM leader") == [("active",)]
    assert house.telegram.telegram.stats.sent[noor.id] > 0


@pytest.mark.asyncio
async def test_a_group_is_told_once_where_to_find_the_bot_and_otherwise_left_alone_like_channels(house):
    party = {"id": 77, "is_bot": False, "first_name": "Sam"}
    group = {"id": -1001, "type": "supergroup", "title": "Samen"}
    bot = house.telegram.telegram.bots[house.app.settings.bot_token.get_secret_value()]
    calls = house.telegram.telegram.stats.calls["sendMessage"]
    for raw in MESSAGES_FROM_A_GROUP:
        ((kind, body),) = raw.items()
        bot.updates.push(kind, {"message_id": 5, "date": 1, "chat": group, "from": party, **body}, 77)
    bot.updates.push(
        "channel_post", {"message_id": 6, "date": 1, "chat": {**group, "type": "channel"}, "text": "x"}, 77
    )
    member = {"user": bot.card, "status": "member"}
    left = {"user": bot.card, "status": "left"}
    change = {"chat": group, "from": party, "date": 1, "old_chat_member": left, "new_chat_member": member}
    bot.updates.push("my_chat_member", change, 77)
    press = {"id": "9", "from": party, "chat_instance": "1", "data": "language:0:nl"}
    carrier = {"message_id": 5, "date": 1, "chat": group, "from": bot.card, "text": "x"}
    bot.updates.push("callback_query", {**press, "message": carrier}, 77)
    await house.settled()
    assert house.telegram.telegram.stats.calls["sendMessage"] == calls + 1
    assert (house.counts()["leader"], house.counts()["outbox"]) == (0, 0)
    assert house.rows("SELECT DISTINCT state FROM inbox") == [("handled",)]


@pytest.mark.asyncio
async def test_a_facilitator_subscribes_a_group_from_the_chat(sqlite_url, tmp_path):
    async with opened(sqlite_url, tmp_path, facilitators=(5_551_000_000,)) as house:
        ruth = await house.answered("Ruth")
        assert ruth.id == 5_551_000_000
        await house.says(ruth, "/groep <Voorjaar> & {link}")
        made = (await house.last(ruth)).text
        assert "<Voorjaar> & {link}" in made
        payload = made.split("?start=")[1].split()[0]
        await house.answered("Noor", payload=payload)
        await house.says(ruth, "/groep")
        texts = [seen.text for seen in await house.heard(ruth)]
        assert any(house.text("cohort_line", cohort="<Voorjaar> & {link}", n=1) in text for text in texts)
        bram = await house.answered("Bram")
        await house.says(bram, "/groep Mijn groep")
        assert (await house.last(bram)).text == house.text("unknown_command")
        assert house.counts()["cohort"] == 1

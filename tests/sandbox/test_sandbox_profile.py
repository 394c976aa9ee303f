"""What a bot tells about itself, per scope and language, and what a person sees of it."""

import pytest

from sandbox.people import Person

HELP = {"command": "help", "description": "Help"}


@pytest.mark.asyncio
async def test_a_person_sees_the_menu_of_the_nearest_scope_in_their_language(telegram, wire, noor):
    async def menu(person):
        return [command["command"] for command in await person.commands()]

    async def offer(name, **where):
        await wire.result("setMyCommands", commands=[{"command": name, "description": "Iets"}], **where)

    async with await Person.join(telegram.url, "Bo", "en-GB") as bo:
        assert await menu(noor) == []
        await offer("general")
        await offer("algemeen", language_code="nl")
        assert (await menu(noor), await menu(bo)) == (["algemeen"], ["general"])
        await offer("private", scope={"type": "all_private_chats"})
        assert await menu(noor) == ["private"]
        own = {"scope": {"type": "chat", "chat_id": noor.id}}
        await offer("own", **own)
        assert (await menu(noor), await menu(bo)) == (["own"], ["private"])
        await wire.result("deleteMyCommands", **own)
        assert await menu(noor) == ["private"]
        assert await wire.result("getMyCommands", **own) == []
        (found,) = await wire.result("getMyCommands", language_code="nl")
        assert found["command"] == "algemeen"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"commands": [HELP] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [{**HELP, "command": "Help"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{**HELP, "command": "a" * 33}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{**HELP, "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{**HELP, "description": "a" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [HELP], "language_code": "nld"}, "invalid language code specified"),
        ({"commands": [HELP], "scope": {"type": "chat", "chat_id": 4}}, "chat not found"),
        ({"commands": [HELP], "scope": {"type": "chat_member", "chat_id": 4, "user_id": 4}}, "of group members"),
        ({"commands": [HELP], "scope": {"type": "planet"}}, "scope"),
    ],
)
async def test_wrong_commands_are_refused(wire, params, words):
    assert words in await wire.refusal("setMyCommands", **params)


@pytest.mark.asyncio
async def test_a_slash_before_a_command_is_dropped(wire):
    await wire.result("setMyCommands", commands=[{**HELP, "command": "/help"}])
    assert await wire.result("getMyCommands") == [HELP]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("what", "field", "limit"),
    [("Name", "name", 64), ("Description", "description", 512), ("ShortDescription", "short_description", 120)],
)
async def test_texts_about_the_bot_are_kept_per_language(wire, what, field, limit):
    default = (await wire.result(f"getMy{what}"))[field]
    assert default == ("Weerklank" if field == "name" else "")
    await wire.result(f"setMy{what}", **{field: "Echo"})
    await wire.result(f"setMy{what}", **{field: "Weerklank", "language_code": "nl"})
    assert await wire.result(f"getMy{what}", language_code="nl") == {field: "Weerklank"}
    assert await wire.result(f"getMy{what}", language_code="de") == {field: "Echo"}
    assert (await wire.result("getMe"))["first_name"] == ("Echo" if field == "name" else "Weerklank")
    assert "too long" in await wire.refusal(f"setMy{what}", **{field: "a" * (limit + 1)})


@pytest.mark.asyncio
async def test_the_menu_button_of_a_chat_comes_before_that_of_all(wire, noor):
    everyone = {"type": "web_app", "text": "Open", "web_app": {"url": "https://example.org/app"}}
    assert await wire.result("getChatMenuButton", chat_id=noor.id) == {"type": "default"}
    await wire.result("setChatMenuButton", menu_button=everyone)
    await wire.result("setChatMenuButton", chat_id=noor.id, menu_button={"type": "commands"})
    assert await wire.result("getChatMenuButton") == everyone
    assert await wire.result("getChatMenuButton", chat_id=noor.id) == {"type": "commands"}
    assert "chat not found" in await wire.refusal("setChatMenuButton", chat_id=4)
    plain = {**everyone, "web_app": {"url": "http://example.org/app"}}
    assert "Only HTTPS" in await wire.refusal("setChatMenuButton", menu_button=plain)


@pytest.mark.asyncio
async def test_a_chat_can_be_looked_up_when_it_is_open(wire, noor):
    chat = await wire.result("getChat", chat_id=noor.id)
    assert (chat["id"], chat["type"], chat["first_name"]) == (noor.id, "private", "Noor")
    assert "chat not found" in await wire.refusal("getChat", chat_id=4)

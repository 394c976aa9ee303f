"""python-telegram-bot itself talks with the local Telegram, and every answer fits the tables of the Bot API."""

import io

import pytest
import telegram as ptb
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter

from sandbox import schema
from sandbox.samples import png

PHOTO = png(30, 20, (1, 2, 3))


@pytest.fixture
def bot(telegram, token):
    return ptb.Bot(token, base_url=f"{telegram.url}/bot", base_file_url=f"{telegram.url}/file/bot")


@pytest.mark.asyncio
async def test_python_telegram_bot_reads_every_answer(bot, noor):
    keyboard = ptb.InlineKeyboardMarkup([[ptb.InlineKeyboardButton("Ja", callback_data="y")]])
    async with bot:
        assert bot.username == "weerklank_bot"
        sent = await bot.send_message(
            noor.id, "<b>Dag</b>", "HTML", reply_markup=keyboard, reply_parameters=ptb.ReplyParameters(1)
        )
        assert (sent.text_html, sent.reply_to_message.text) == ("<b>Dag</b>", "/start")
        query_id = await noor.taps("Ja")
        update = (await bot.get_updates(timeout=1))[-1]
        assert (update.callback_query.data, update.callback_query.message.text) == ("y", "Dag")
        assert await bot.answer_callback_query(query_id, "Genoteerd")
        edited = await update.callback_query.message.edit_text("Dag weer")
        assert (edited.text, edited.reply_markup) == ("Dag weer", None)
        await bot.edit_message_reply_markup(noor.id, sent.message_id, reply_markup=keyboard)
        assert await bot.send_chat_action(noor.id, ptb.constants.ChatAction.TYPING)
        assert await bot.set_message_reaction(noor.id, sent.message_id, "❤")
        assert await bot.delete_message(noor.id, sent.message_id)
        assert (await bot.get_chat(noor.id)).first_name == "Noor"


@pytest.mark.asyncio
async def test_python_telegram_bot_moves_files_both_ways(bot, noor):
    async with bot:
        photo = await bot.send_photo(noor.id, PHOTO, caption="*Maart*", parse_mode="MarkdownV2")
        assert (photo.photo[-1].width, photo.caption) == (30, "Maart")
        await photo.edit_caption("April")
        document = await bot.send_document(noor.id, io.BytesIO(b"%PDF-1.7"), filename="terugblik.pdf")
        assert document.document.file_name == "terugblik.pdf"
        await photo.edit_media(ptb.InputMediaDocument(b"abc", caption="Mei", filename="mei.txt"))
        for file_id, data in ((photo.photo[-1].file_id, PHOTO), (document.document.file_id, b"%PDF-1.7")):
            assert bytes(await (await bot.get_file(file_id)).download_as_bytearray()) == data
        for kind in ("sticker", "photo", "voice", "document", "location", "contact"):
            await noor.sends(kind)
        updates = await bot.get_updates()
        received = [update.message.effective_attachment for update in updates if update.message]
        assert len([thing for thing in received if thing]) == 6


@pytest.mark.asyncio
async def test_python_telegram_bot_sets_and_reads_its_profile(bot, noor):
    async with bot:
        private = ptb.BotCommandScopeAllPrivateChats()
        await bot.set_my_commands([("help", "Hulp")], scope=private, language_code="nl")
        assert (await bot.get_my_commands(private, "nl"))[0].description == "Hulp"
        await bot.delete_my_commands(private, "nl")
        await bot.set_my_name("Echo")
        await bot.set_my_description("Lang")
        await bot.set_my_short_description("Kort")
        assert (await bot.get_my_name()).name == "Echo"
        assert (await bot.get_my_description()).description == "Lang"
        assert (await bot.get_my_short_description()).short_description == "Kort"
        await bot.set_chat_menu_button(noor.id, ptb.MenuButtonCommands())
        assert (await bot.get_chat_menu_button(noor.id)).type == "commands"
        await bot.set_webhook("https://localhost/hook", secret_token="abc", allowed_updates=["message"])
        info = await bot.get_webhook_info()
        assert (info.url, info.allowed_updates) == ("https://localhost/hook", ("message",))
        assert await bot.delete_webhook()


@pytest.mark.asyncio
async def test_python_telegram_bot_knows_every_refusal(monkeypatch, bot, telegram, wire, noor):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # the kind of number it will give in future, and no warning
    async with bot:
        message = await bot.send_message(noor.id, "a")
        with pytest.raises(BadRequest, match="Message is not modified"):
            await message.edit_text("a")
        await wire.control("faults", kind="429", seconds=9, count=1)
        with pytest.raises(RetryAfter) as wait:
            await bot.send_message(noor.id, "a")
        assert wait.value.retry_after.total_seconds() == 9
        await noor.blocks()
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(noor.id, "a")
        (update,) = [update for update in await bot.get_updates() if update.my_chat_member]
        assert update.my_chat_member.new_chat_member.status == "kicked"
        await bot.set_webhook("http://127.0.0.1:9/")
        with pytest.raises(Conflict):
            await bot.get_updates()
    stranger = ptb.Bot("1:other", base_url=f"{telegram.url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


def fits(kind, value):
    schema.fit((kind,), value, kind)


@pytest.mark.asyncio
async def test_every_answer_fits_its_type_in_the_tables(wire, noor):
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}
    reply = {"message_id": 1}
    sent = await wire.result(
        "sendMessage", chat_id=noor.id, text="/a", reply_markup=markup, reply_parameters=reply, protect_content=True
    )
    fits("Message", sent)
    fits("Message", await wire.result("editMessageText", chat_id=noor.id, message_id=sent["message_id"], text="b"))
    for kind in ("sticker", "photo", "voice", "document", "location", "contact"):
        await noor.sends(kind)
    file_id = (await noor.history())[-3]["document"]["file_id"]
    fits("File", await wire.result("getFile", file_id=file_id))
    fits("Message", await wire.result("sendDocument", chat_id=noor.id, document=file_id, caption="c"))
    await wire.result("sendMessage", chat_id=noor.id, text="Goed?", reply_markup=markup)
    await noor.taps("Ja")
    await noor.edits(await noor.says("a"), "b")
    await noor.blocks()
    updates = await wire.result("getUpdates")
    assert {kind for update in updates for kind in update} == {
        *("update_id", "message", "edited_message", "callback_query", "my_chat_member"),
    }
    fits("Array of Update", updates)
    await noor.unblocks()
    for method, kind in (("getMe", "User"), ("getWebhookInfo", "WebhookInfo"), ("getChatMenuButton", "MenuButton")):
        fits(kind, await wire.result(method))
    fits("ChatFullInfo", await wire.result("getChat", chat_id=noor.id))

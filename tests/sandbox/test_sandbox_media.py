"""Pictures and files: in by upload or known id, out by download, within Telegram's sizes."""

import io
import json
from http import HTTPStatus

import aiohttp
import pytest

from sandbox import media, receiving, server
from sandbox.samples import png

PHOTO = png(30, 20, (1, 2, 3))
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x14\x00\x1e\x01\x01\x11\x00" + bytes(9)
WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x1d\x00\x00\x13\x00\x00" + bytes(9)


def parts(params, name="file", **files):
    form = aiohttp.FormData(quote_fields=False)  # or a blank in a name arrives as %20
    for key, value in params.items():
        form.add_field(key, value if isinstance(value, str) else json.dumps(value))
    for key, data in files.items():
        form.add_field(key, io.BytesIO(data), filename=name, content_type="image/png")
    return form


async def upload(wire, method, params, name="file", **files):
    return (await wire.post(method, data=parts(params, name, **files)))[2]


@pytest.mark.asyncio
async def test_a_photo_can_be_uploaded_shown_and_downloaded(telegram, wire, noor):
    caption = {"caption": "<i>Maart</i>", "parse_mode": "HTML", "has_spoiler": True}
    answer = await upload(wire, "sendPhoto", {"chat_id": noor.id, **caption}, photo=PHOTO)
    sent = answer["result"]
    (size,) = sent["photo"]
    assert (size["width"], size["height"], size["file_size"]) == (30, 20, len(PHOTO))
    assert (sent["caption"], sent["caption_entities"][0]["type"]) == ("Maart", "italic")
    assert sent["has_media_spoiler"] is True
    assert (await noor.sees("Maart")).raw["photo"] == [size]
    assert await noor.downloads(size["file_id"]) == PHOTO
    file = await wire.result("getFile", file_id=size["file_id"])
    async with wire.session.get(f"{telegram.url}/file/bot123456:sandbox-token/{file['file_path']}") as response:
        assert await response.read() == PHOTO
    async with wire.session.get(f"{telegram.url}/file/bot99:other/{file['file_path']}") as response:
        assert response.status == 401
    async with wire.session.get(f"{telegram.url}/file/bot123456:sandbox-token/photos/none.png") as response:
        assert response.status == 404


@pytest.mark.asyncio
async def test_a_document_can_be_sent_as_a_part_and_again_by_its_id(wire, noor):
    params = {"chat_id": noor.id, "document": "attach://report"}
    sent = (await upload(wire, "sendDocument", params, "terugblik maart.pdf", report=b"%PDF-1.7"))["result"]
    document = sent["document"]
    assert (document["file_name"], document["mime_type"]) == ("terugblik maart.pdf", "image/png")
    again = await wire.result("sendDocument", chat_id=noor.id, document=document["file_id"], caption="Nog eens")
    assert again["document"] == document


@pytest.mark.asyncio
async def test_media_and_caption_can_be_edited(wire, noor):
    sent = (await upload(wire, "sendPhoto", {"chat_id": noor.id, "caption": "Een"}, photo=PHOTO))["result"]
    target = {"chat_id": noor.id, "message_id": sent["message_id"]}
    edited = await wire.result("editMessageCaption", **target, caption="Twee")
    assert edited["caption"] == "Twee"
    assert "not modified" in await wire.refusal("editMessageCaption", **target, caption="Twee")
    swap = {"type": "document", "media": "attach://new", "caption": "Drie"}
    changed = (await upload(wire, "editMessageMedia", {**target, "media": swap}, "a.txt", new=b"abc"))["result"]
    assert (changed["document"]["file_name"], changed["caption"], "photo" in changed) == ("a.txt", "Drie", False)
    swap = {"type": "photo", "media": sent["photo"][0]["file_id"]}
    assert "photo" in await wire.result("editMessageMedia", **target, media=swap)
    assert "no text in the message" in await wire.refusal("editMessageText", **target, text="a")


@pytest.mark.asyncio
async def test_files_that_telegram_does_not_take_are_refused(wire, noor):
    chat = {"chat_id": noor.id}
    wrong = [
        ("sendPhoto", b"no picture", "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", b"", "file must be non-empty"),
        ("sendPhoto", png(41, 2, (0, 0, 0)), "PHOTO_INVALID_DIMENSIONS"),
        ("sendPhoto", PHOTO + bytes(10 * 1024 * 1024), "file is too big: a photo may have at most 10 MB"),
    ]
    for method, data, words in wrong:
        assert words in (await upload(wire, method, chat, photo=data))["description"]
    assert "wrong file identifier" in await wire.refusal("sendPhoto", **chat, photo="unknown")
    assert "wrong file identifier" in await wire.refusal("sendPhoto", **chat, photo="attach://nothing")
    assert "failed to get HTTP URL" in await wire.refusal("sendPhoto", **chat, photo="https://example.org/a.png")
    assert "invalid file_id" in await wire.refusal("getFile", file_id="unknown")


@pytest.mark.asyncio
async def test_a_body_beyond_every_limit_is_refused_as_a_whole(monkeypatch, token, wire_to):
    monkeypatch.setattr(server, "LARGEST_UPLOAD", 0)  # one megabyte is left for the rest of a body
    async with await server.serve(token=token) as running:
        status, _headers, body = await wire_to(running).post(
            "sendDocument", data=parts({"chat_id": 1}, document=bytes(1024 * 1024))
        )
        assert (status, body["description"]) == (413, HTTPStatus(413).phrase)  # Python 3.13 words it anew


@pytest.mark.asyncio
async def test_a_large_file_can_be_sent_and_not_fetched(monkeypatch, wire, noor):
    assert receiving.LARGEST_DOWNLOAD == 20 * 1024 * 1024 < media.LARGEST_UPLOAD
    monkeypatch.setattr(receiving, "LARGEST_DOWNLOAD", 10)
    sent = (await upload(wire, "sendDocument", {"chat_id": noor.id}, document=bytes(11)))["result"]
    assert "file is too big" in await wire.refusal("getFile", file_id=sent["document"]["file_id"])


@pytest.mark.asyncio
async def test_a_caption_has_at_most_1024_units(wire, noor):
    (size,) = (await upload(wire, "sendPhoto", {"chat_id": noor.id}, photo=PHOTO))["result"]["photo"]
    photo = {"chat_id": noor.id, "photo": size["file_id"]}
    assert "caption" not in await wire.result("sendPhoto", **photo, caption=" ")
    await wire.result("sendPhoto", **photo, caption="é" * 1024)
    assert "caption is too long" in await wire.refusal("sendPhoto", **photo, caption="é" * 1025)


def test_sizes_are_read_from_the_headers_of_common_pictures():
    assert media.picture_size(PHOTO) == (30, 20)
    assert media.picture_size(JPEG) == (30, 20)
    assert media.picture_size(WEBP) == (30, 20)
    assert media.picture_size(b"GIF89a\x1e\x00\x14\x00" + bytes(4)) == (30, 20)
    for data in (b"", b"\xff\xd8\x00", b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(ValueError, match="no picture"):
            media.picture_size(data)


@pytest.mark.asyncio
async def test_a_document_on_the_screen_cannot_act_as_the_page(telegram, wire, noor):
    await noor.sends("document", b"<script>1</script>", name="a.html", mime="text/html")
    file_id = (await noor.history())[-1]["document"]["file_id"]
    async with wire.session.get(f"{telegram.url}/media/{file_id}") as response:
        assert response.headers["Content-Security-Policy"] == "sandbox"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    async with wire.session.get(f"{telegram.url}/media/unknown") as response:
        assert response.status == 404

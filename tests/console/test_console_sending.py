"""What is sent in is counted, read in memory, taken whole or not at all, and gone with the request."""

import tempfile
import time
from collections.abc import AsyncIterator

import pytest
from console_at_work import OWNER, URL, Browser
from console_town import Town, posts, token_of
from starlette.datastructures import UploadFile
from test_console_uploads import bomb, sheet

from console.limits import FILE, FORM

pytestmark = pytest.mark.asyncio
MB = 2**20
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def sends(browser: Browser, town: Town, content: bytes, name: str = "lijst.csv"):
    """A file as the form on the page sends it."""
    return await browser.client.post(
        f"/cohorts/{town.alfa.id}/invitations/personal", headers={"Origin": URL, "Sec-Fetch-Site": "same-origin"},
        data={"form_token": token_of(browser), "days": "30"}, files={"file": (name, content, XLSX)},
    )  # fmt: skip


async def invites(town: Town) -> int:
    async with town.office.bot.store.transaction() as session:
        return (await session.connection.exec_driver_sql("SELECT count(*) FROM invite")).scalar()


def people(*rows: str) -> bytes:
    return "\n".join(("naam;e-mail", *rows)).encode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (bomb(b" " * MB, 400), "te groot"),
        (bomb(b"<row><c><v>1</v></c></row>" * 10_000, 100), "hoogstens 500"),
        (b"Anne\n" * 1_000_000, "hoogstens 500"),
        (people("Anne;anne@voorbeeld.nl", "=HYPERLINK(1);bo@voorbeeld.nl"), "Regel 3."),
        (people("Anne;anne@voorbeeld.nl", "Bo;bo@voorbeeld.nl", "A;ANNE@voorbeeld.nl"), "Regel 4."),
        (sheet(["Anne", "anne@voorbeeld.nl"], ["Bo", "bo@voorbeeld"]), "Regel 2."),
        (b"\x89PNG\x00\x00", "kan ik niet lezen"),
        (b"PK\x03\x04 no zip", "kan ik niet lezen"),
        (b"x" * (10 * MB + 1), "te groot"),
    ],
)
async def test_a_list_with_anything_wrong_invites_nobody(town: Town, content: bytes, told: str):
    browser, before = await town.office.signed_in(OWNER), await invites(town)
    begun = time.process_time()
    answer = await sends(browser, town, content)
    assert time.process_time() - begun < 20  # seconds, however slow the machine
    assert answer.status_code == 422
    assert told in answer.text
    assert "voorbeeld.nl" not in answer.text
    assert await invites(town) == before


async def test_a_sound_list_leaves_nothing_on_a_disk(town: Town, monkeypatch: pytest.MonkeyPatch):
    def never(*_: object) -> None:
        raise AssertionError("it went to a disk")

    opened: list[UploadFile] = []
    real = UploadFile.__init__
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", never)
    monkeypatch.setattr(UploadFile, "__init__", lambda self, *a, **k: (real(self, *a, **k), opened.append(self))[0])
    browser = await town.office.signed_in(OWNER)
    filled = b"naam;e-mail\nAnne;anne@voorbeeld.nl\n" + b"\n" * (3 * MB)
    answer = await sends(browser, town, sheet(*([f"Naam {n}", f"n{n}@voorbeeld.nl"] for n in range(300))), "l.xlsx")
    assert (answer.status_code, answer.text.count("t.me/weerklank_bot?start=")) == (200, 300)
    assert (await sends(browser, town, filled)).status_code in (200, 422)
    assert len(opened) == 2
    assert all(one.file.closed for one in opened)


@pytest.mark.parametrize(
    ("kind", "most"),
    [("multipart/form-data; boundary=b", FILE), ("application/x-www-form-urlencoded", FORM), ("text/plain", FORM)],
)
async def test_a_body_without_a_length_is_refused_as_soon_as_it_is_too_large(town: Town, kind: str, most: int):
    browser, taken = await town.office.signed_in(OWNER), []
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="l.csv"\r\n\r\n' if "multi" in kind else b""
    app = browser.client._transport.app  # what the server sees: pieces as they come
    cookie = "; ".join(f"{name}={value}" for name, value in browser.client.cookies.items())
    scope = {
        "type": "http", "method": "POST", "path": f"/cohorts/{town.alfa.id}/invitations/personal", "query_string": b"",
        "raw_path": b"", "scheme": "https", "server": ("console.test", 443), "client": ("192.0.2.1", 1),
        "root_path": "", "http_version": "1.1", "app": app,
        "headers": [(b"content-type", kind.encode()), (b"cookie", cookie.encode()), (b"host", b"console.test")],
    }  # fmt: skip
    told: list[dict] = []

    async def receive() -> dict:
        body = head if not taken else b"x" * MB
        taken.append(len(body))
        return {"type": "http.request", "body": body, "more_body": len(taken) < 60}

    async def send(message: dict) -> None:
        told.append(message)

    await app(scope, receive, send)
    if kind == "text/plain":
        assert (told[0]["status"], sum(taken)) == (403, 0), "nothing of it is read"
        return
    assert told[0]["status"] == (413 if head else 400)  # one field of a form is smaller still
    assert sum(taken) <= most + MB
    assert any(name == b"cache-control" and value == b"no-store" for name, value in told[0]["headers"])


@pytest.mark.parametrize("length", [str(FILE + 1), "9" * 30, "9" * 5_000])
async def test_a_length_that_is_too_large_is_refused_before_anything_is_read(town: Town, length: str):
    browser = await town.office.signed_in(OWNER)
    headers = {"Content-Type": "multipart/form-data; boundary=b", "Content-Length": length, "Origin": URL}

    async def never() -> AsyncIterator[bytes]:
        raise AssertionError("it was read")
        yield b""

    path = f"/cohorts/{town.alfa.id}/invitations/personal"
    answer = await browser.client.send(browser.client.build_request("POST", path, content=never(), headers=headers))
    assert answer.status_code == 413
    assert "te groot" in answer.text


async def test_a_form_with_a_million_fields_is_refused(town: Town):
    browser = await town.office.signed_in(OWNER)
    for body in (b"a=1&" * 1_000_000, b"a=1&" * (FORM // 4), b"&" * FORM, b"=" * FORM, b"%" * FORM):
        for path in ("/me/name", "/in/nothing"):
            kind = {"Content-Type": "application/x-www-form-urlencoded", "Origin": URL}
            answer = await browser.client.post(path, content=body, headers=kind)
            assert answer.status_code in (400, 403, 413)


async def test_a_form_in_a_thousand_parts_is_refused(town: Town):
    browser = await town.office.signed_in(OWNER)
    part = b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
    file = b'--b\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n1\r\n'
    for path in ("/me/name", "/in/nothing"):
        for body in (part * 100_000, file * 3, part[:30] * 100_000):
            kind = {"Content-Type": "multipart/form-data; boundary=b", "Origin": URL}
            answer = await browser.client.post(path, content=body + b"--b--\r\n", headers=kind)
            assert answer.status_code in (400, 403)


@pytest.mark.parametrize(
    "handed",
    ["", "[]", "null", "5", "{}", '["a"]', '[["a","b"]]', '[["a","b","c","d"]]', "[" * 5_000, "[[1,2,3]]", "\0"],
)
async def test_a_list_that_was_tampered_with_merges_nothing(town: Town, handed: str):
    browser = await town.office.signed_in(OWNER)
    answer = await posts(browser, f"/cohorts/{town.alfa.id}/invitations/merge", handed=handed)
    assert answer.status_code in (404, 409)


@pytest.mark.parametrize("value", ["\0", "\ud800", "٣", "9" * 5_000, "-1", "<b>", "x" * 5_000, "\u202e", " "])
async def test_whatever_is_filled_in_nothing_breaks(town: Town, value: str):
    browser, quoted = await town.office.signed_in(OWNER), _quoted(value)
    names = ("name", "programme", "language", "zone", "starts_on", "ends_on", "day", "hour")
    names += ("retention", "period", "kind")
    raw = f"form_token={token_of(browser)}&" + "&".join(
        f"{name}={quoted}" for name in (*names, "cohort", "organisation", "back")
    )
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Origin": URL}
    group = f"/cohorts/{town.alfa.id}/invitations"
    for path in ("/me/name", "/me/organisation", "/cohorts/new", "/language", "/people/invite", f"{group}/group"):
        answer = await browser.client.post(path, content=f"{raw}&do=make".encode(), headers=kind)
        assert answer.status_code in (200, 303, 404, 409, 422), (path, answer.text)
    for address in (f"/library?words={quoted}", f"/audit?before={quoted}", f"/library/{quoted}", f"/in/{quoted}"):
        assert (await browser.client.get(address)).status_code in (200, 404, 410), address


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))

"""The whole bot in this process, against a local Telegram over real HTTP."""

import asyncio
import socket
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio

from bot import app as composition
from bot.app import running
from bot.bell import Bell
from bot.clock import SteppedClock, SystemClock
from bot.opening import StartError
from bot.settings import Settings
from dialogues.library import library
from journeys import take
from sandbox.control import odd_update
from sandbox.faults import Fault
from sandbox.options import Options
from sandbox.people import Person
from sandbox.server import serve
from storage import inbox

TOKEN = "123456:canary-token"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@asynccontextmanager
async def local_telegram(port=0):
    options = Options(rates=None, webhook_first_wait=0.05, webhook_longest_wait=0.1)
    async with await serve(port=port, token=TOKEN, options=options) as opened:
        yield opened


@pytest_asyncio.fixture
async def telegram():
    async with local_telegram() as opened:
        yield opened


@pytest.fixture
def settings_for(tmp_path):
    def make(url, mode="polling", **more):
        port = free_port()
        hooked = {"public_url": f"http://127.0.0.1:{port}", "listen": f"127.0.0.1:{port}", "webhook_secret": "s"}
        own = {"data": tmp_path, "bot_token": TOKEN, "api_url": url, "file_url": url, "mode": mode}
        return Settings.model_validate(own | (hooked if mode == "webhook" else {}) | more)

    return make


class Kept(Bell):
    """A bell that remembers that it was rung."""

    def __init__(self):
        super().__init__()
        self.rung = asyncio.Event()

    def ring(self):
        super().ring()
        self.rung.set()


def welcome():
    return library().messages["language"].text["en"]


@pytest.mark.asyncio
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_whoever_presses_start_is_welcomed(telegram, settings_for, database_url, mode):
    async with (
        running(settings_for(telegram.url, mode, database_url=database_url, master_key="11" * 32)) as app,
        await Person.join(telegram.url, "Noor") as noor,
    ):
        await noor.start()
        assert welcome() in (await noor.sees()).text
        await app.settled()
        assert app.username == "weerklank_bot"


@pytest.mark.asyncio
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_poisoned_update_is_set_aside_and_everyone_else_is_heard(telegram, settings_for, mode, log_stream):
    async with (
        running(settings_for(telegram.url, mode)) as app,
        await Person.join(telegram.url, "Noor") as noor,
        await Person.join(telegram.url, "Sam") as sam,
    ):
        bot = telegram.telegram.bots[TOKEN]
        for poison in ("no_date", "unknown_type"):
            odd_update(bot, {"poison": poison, "user": sam.id})
        await noor.start()
        await sam.start()
        assert welcome() in (await noor.sees()).text
        assert welcome() in (await sam.sees()).text
        await app.settled()
        async with app.world.store.transaction() as session:
            assert (await inbox.counts(session)) == {"handled": 3, "parked": 1}
    assert "canary" not in log_stream.getvalue()


@pytest.mark.asyncio
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_updates_that_come_twice_are_answered_once(telegram, settings_for, mode):
    telegram.telegram.faults.set(Fault("duplicate", "message"), telegram.telegram.steady())
    async with running(settings_for(telegram.url, mode)) as app, await Person.join(telegram.url, "Noor") as noor:
        await noor.start()
        await noor.sees()
        await app.settled()
        assert await noor.quiet()
        assert telegram.telegram.stats.report()["calls"]["sendMessage"] == 1


@pytest.mark.asyncio
async def test_a_telegram_that_is_away_at_the_start_is_met_later(settings_for, log_stream, monkeypatch):
    port = free_port()
    async with running(settings_for(f"http://127.0.0.1:{port}")) as app:
        assert not app.ready.is_set()
        async with local_telegram(port) as telegram:
            await asyncio.wait_for(app.ready.wait(), 20)
            async with await Person.join(telegram.url, "Noor") as noor:
                await noor.start()
                await noor.sees()
    assert "Telegram is not met yet" in log_stream.getvalue()


@pytest.mark.asyncio
async def test_what_was_kept_but_not_handled_is_handled_after_a_restart(telegram, settings_for, monkeypatch):
    settings = settings_for(telegram.url)
    async with running(settings) as app, await Person.join(telegram.url, "Noor") as noor:
        app.worker._hands = 0  # this process receives and never gets to work
        app.worker.bell = kept = Kept()
        await noor.start()
        await asyncio.wait_for(kept.rung.wait(), 10)
        assert await take.pending(app.world) == 1
    async with running(settings) as app:
        async with await Person.join(telegram.url, "Noor", user_id=noor.id) as again:
            assert welcome() in (await again.sees()).text
        await app.settled()


@pytest.mark.asyncio
async def test_a_menu_is_shown_in_each_language(telegram, settings_for):
    async with (
        running(settings_for(telegram.url)) as app,
        await Person.join(telegram.url, "Noor", "nl") as noor,
        await Person.join(telegram.url, "Sam", "fr") as sam,
    ):
        # the lane that sets the menus is the only one that ends by itself
        await asyncio.wait(app._lanes, timeout=10, return_when=asyncio.FIRST_COMPLETED)
        assert {command["command"] for command in await noor.commands()} >= {"vraag", "wissen"}
        assert {command["command"] for command in await sam.commands()} >= {"question", "delete"}
        assert app.ready.is_set()


@pytest.mark.asyncio
async def test_an_unknown_token_stops_the_start(telegram, settings_for):
    with pytest.raises(StartError, match="does not accept"):
        async with running(settings_for(telegram.url, bot_token="9:canary")):
            pass


@pytest.mark.asyncio
async def test_a_missing_token_stops_the_start(telegram, settings_for):
    with pytest.raises(StartError, match="BOT_TOKEN is missing"):
        async with running(settings_for(telegram.url, bot_token=None)):
            pass


@pytest.mark.asyncio
async def test_a_port_that_is_taken_stops_the_start(telegram, settings_for):
    settings = settings_for(telegram.url, "webhook")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(settings.listen.rpartition(":")[2])))
        taken.listen()
        with pytest.raises(StartError, match="Nothing can listen at"):
            async with running(settings):
                pass


@pytest.mark.asyncio
async def test_a_story_that_is_moved_by_hand_moves_by_hand(telegram, settings_for):
    clock = SteppedClock(SystemClock().now())
    async with running(settings_for(telegram.url), clock) as app:
        await app.tick()
        assert app.world.clock is clock


@pytest.mark.asyncio
async def test_ended_waits_for_the_stop_and_tells_of_a_broken_lane(telegram, settings_for):
    async with running(settings_for(telegram.url)) as app:

        async def broken():
            raise ValueError("x")

        app._start(broken())
        with pytest.raises(ValueError, match="x"):
            await app.ended()
        waiting = asyncio.create_task(app.ended())
        await asyncio.sleep(0)
        app.stop.ask()
        await asyncio.wait_for(waiting, 5)


@pytest.mark.asyncio
async def test_a_lane_that_hangs_does_not_keep_the_program_from_stopping(telegram, settings_for, monkeypatch):
    monkeypatch.setattr(composition, "GRACE", 0.05)
    async with running(settings_for(telegram.url)) as app:
        app._start(asyncio.Event().wait())
    assert not any(task for task in app._lanes if not task.done())


@pytest.mark.asyncio
async def test_settled_does_not_wait_for_ever(telegram, settings_for):
    async with running(settings_for(telegram.url)) as app:
        app.worker._hands = 0
        await app.receive([{"update_id": 1, "message": {}}])
        with pytest.raises(TimeoutError):
            await app.settled(0.05)


@pytest.mark.asyncio
async def test_at_the_loudest_log_level_no_token_no_key_and_no_word_of_anybody_is_told(
    telegram, settings_for, log_stream, capfd
):
    key, words = "c4" * 32, "my canary is afraid of the board"
    async with (
        running(settings_for(telegram.url, master_key=key)) as app,
        await Person.join(telegram.url, "Noor") as noor,
    ):
        await noor.start()
        await noor.sees()
        await noor.says(words)
        await noor.sees()
        odd_update(telegram.telegram.bots[TOKEN], {"raw": {"message": {"text": words}}, "user": noor.id})
        await noor.says(words)
        await noor.sees()
        await app.settled()
    told = log_stream.getvalue() + "".join(capfd.readouterr())
    assert "an update cannot be read" in told
    for secret in (TOKEN.partition(":")[2], key, words, "canary"):
        assert secret not in told


@pytest.mark.asyncio
async def test_a_press_has_its_effect_while_telegram_is_slow_to_take_its_mark_away(telegram, settings_for):
    telegram.telegram.faults.set(Fault("delay", "answerCallbackQuery", seconds=60), telegram.telegram.steady())
    async with running(settings_for(telegram.url)) as app, await Person.join(telegram.url, "Noor") as noor:
        await noor.start()
        asked = await noor.sees(welcome())
        async with asyncio.timeout(4):  # the mark alone would take longer
            await noor.taps(asked.labels[0])
            await noor.sees()
            await app.settled()
        assert len(app.thanks._under_way) == 1
    assert not app.thanks._under_way


@pytest.mark.asyncio
async def test_who_has_finished_writing_hears_back_long_before_the_next_tick(telegram, settings_for):
    chosen = settings_for(telegram.url, patience=0.05)
    async with running(chosen) as app, await Person.join(telegram.url, "Noor") as noor:
        await app.ready.wait()
        await noor.start()
        for group, button in (("language", "en"), ("consent", "agree"), ("defaults", "defaults")):
            label = next(each.label["en"] for each in library().messages[group].buttons if each.id == button)
            while not (shown := await noor.sees(within=5)).button(label):
                pass
            await noor.taps(label, shown)
        question = (await noor.sees("first question", within=5)).raw
        await noor.says("Calm and good.")
        reply = await noor.sees("Thank", within=5)
        assert reply.id > question["message_id"]

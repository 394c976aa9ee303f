"""The composition root: settings, store, world, Telegram and the lanes that run side by side, wired on one screen."""

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from telegram.ext import Application

from bot import webhook
from bot.api import Api
from bot.bell import Bell, Stop
from bot.clock import AnyClock, SystemClock
from bot.gateway import Gateway
from bot.intake import Handler, Worker
from bot.lookbacks import LookBacks
from bot.meeting import Meeting, Routing, TokenRefusedError
from bot.opening import StartError, open_database
from bot.polling import Poller, Update
from bot.sender import Sender
from bot.settings import Settings
from bot.studio import ProcessStudio
from bot.ticker import Ticker
from bot.transport import WireRequest
from bot.wire import Wire
from dialogues.library import library
from dialogues.model import Library
from dialogues.warming import warm
from handlers import routes, screens
from handlers.outgoing import Outgoing
from journeys import ask, batch, menus, post, take
from journeys.known import introduce
from journeys.ports import Delivery, Pace, World
from storage.session import Store

log = structlog.get_logger()
GRACE = 8.0  # seconds that lanes get to finish what is in hand
TIDY = 3600.0  # seconds between two times of throwing away what is no longer needed
FAR = 60.0  # seconds until the next look when nothing is planned; a bell rings sooner
NO_TOKEN = "WEERKLANK_BOT_TOKEN is missing; ask @BotFather for a token."  # noqa: S105 -- a sentence, no secret
WRONG_TOKEN = "Telegram does not accept the bot token; check WEERKLANK_BOT_TOKEN and WEERKLANK_API_URL."  # noqa: S105 -- as above
Lane = Coroutine[Any, Any, None]


class App:
    """One running bot; made by `running`."""

    def __init__(self, settings: Settings, store: Store, clock: AnyClock, pace: Pace, content: Library) -> None:
        if settings.bot_token is None:
            raise StartError(NO_TOKEN)
        self.settings, self.clock = settings, clock
        self.stop, self.ready, self.progress = Stop(), asyncio.Event(), Bell()
        self.studio = ProcessStudio(content)
        world = make_world(settings, store, clock, self.studio)
        self.world = replace(world, library=content, pace=pace, alarm=self.alarm)
        self.wire = Wire(trust_env=settings.public)
        self.api = Api(self.wire, settings.api_url, settings.bot_token.get_secret_value())
        self.routing = make_routing(settings, self.wire)
        self.thanks = routes.register(self.routing, self.world)
        self.meeting = Meeting(self.api, self.routing, self.stop)
        self.gateway = Gateway(self.api, self._render)
        self.sender = Sender(self._deliver, self.stop)
        self.worker = Worker(
            partial(take.next_turn, self.world), Handler(self.routing, self.sender.bell.ring), self.stop
        )
        self.look_backs = LookBacks(partial(batch.a_round, self.world), self.stop, self.sender.bell.ring)
        self.ticker = Ticker(self.tick, clock.speed)
        self.username = ""
        self._lanes: set[asyncio.Task[None]] = set()
        self._tidied = 0.0

    async def open(self) -> None:
        """Meet Telegram and start every lane; raises StartError when the token is refused or the port is taken."""
        try:
            username = await self.meeting.attempt()
        except TokenRefusedError:
            raise StartError(WRONG_TOKEN) from None
        for lane in (*self._intake(), self._work(username), self.look_backs.run()):
            self._start(lane)
        asyncio.get_running_loop().run_in_executor(None, warm, self.world.library)  # so that no first answer waits
        self.ticker.open()

    def _intake(self) -> list[Lane]:
        if self.settings.mode == "polling":
            return [Poller(self.api, self.receive, self.stop).run()]
        secret, address = self.settings.webhook_secret, self.settings.public_url
        assert secret is not None, "the settings have seen to that"
        assert address is not None, "and to that"
        try:
            opened = webhook.listen(self.settings.listen)
        except OSError as error:
            why = os.strerror(error.errno or 0)
            raise StartError(f"Nothing can listen at {self.settings.listen} ({why}).") from None
        door = webhook.make_app(self.receive, secret.get_secret_value(), address)
        registrar = webhook.Registrar(self.api, address, secret.get_secret_value(), self.stop)
        return [webhook.serve(door, opened, self.stop), registrar.run()]

    async def _work(self, username: str | None) -> None:
        """Handle and send, once we know our own name; then show the menus."""
        known = await self.meeting.until_met() if username is None else username
        if known is None:
            return
        self.username = known
        await introduce(self.world, known)
        self._start(self.worker.run())
        self._start(self.sender.run())
        self.ready.set()
        await self.meeting.show_menus(self.world.library, await menus.of_facilitators(self.world))

    async def receive(self, updates: list[Update]) -> None:
        """Take updates in and wake the worker; raises when they could not be kept."""
        await take.take(self.world, updates)
        self.worker.bell.ring()

    async def tick(self) -> None:
        """Do what is due now, and wake who makes look backs and who sends."""
        try:
            await ask.tick(self.world)
        finally:
            self.look_backs.bell.ring()
            self.sender.bell.ring()
        now = asyncio.get_running_loop().time()
        if now - self._tidied > TIDY:
            self._tidied = now
            await take.purge(self.world)

    def alarm(self, moment: datetime) -> None:
        """Tick at a moment of the story that is nearer than the next tick."""
        self.ticker.soon((moment - self.clock.now()).total_seconds())

    async def settled(self, seconds: float = 30.0) -> None:
        """Wait until all that was received and is due is handled, and all is said; raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while await take.pending(self.world) or await batch.waiting(self.world):
                await self.progress.heard(0.2)

    def _render(self, delivery: Delivery) -> Outgoing:
        return screens.render(delivery, self.world.library, self.username)

    async def _deliver(self) -> float:
        done = await post.deliver_next(self.world, self.gateway)
        if isinstance(done, post.Delivered):
            return 0.0
        self.progress.ring()  # with nothing left to send, it is worth looking whether all is settled
        return FAR if done.until is None else max(0.005, (done.until - self.clock.wall()).total_seconds())

    def _start(self, lane: Lane) -> None:
        self._lanes.add(asyncio.create_task(lane))

    async def ended(self) -> None:
        """Wait until the program is asked to stop; raises when a lane breaks, which none should."""
        stopping = asyncio.create_task(self.stop.wait())
        while not self.stop.asked:
            done, _ = await asyncio.wait({*self._lanes, stopping}, return_when=asyncio.FIRST_COMPLETED)
            for task in done & self._lanes:
                self._lanes.discard(task)
                task.result()

    async def close(self) -> None:
        """Stop receiving, finish and settle what is in hand, and leave; about ten seconds at most."""
        self.stop.ask()
        for lane in (self.worker, self.look_backs, self.sender):
            lane.bell.ring()
        await self.ticker.close(GRACE)
        if self._lanes:
            _, late = await asyncio.wait(self._lanes, timeout=GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*self._lanes, return_exceptions=True)
        await self.thanks.close()
        if self.ready.is_set():
            await self.routing.shutdown()
        await self.wire.close()
        self.studio.close()


@asynccontextmanager
async def running(
    settings: Settings, clock: AnyClock | None = None, pace: Pace | None = None, content: Library | None = None
) -> AsyncIterator[App]:
    """Open everything, hand out the app, and close everything; `content` is the bot's own unless another is given.

    Raises StartError, SettingsError, StorageUnavailable.
    """
    opened = await open_database(settings)
    try:
        if opened.new_key is not None:
            log.warning("a new master key was written; without it nothing can be read", path=str(opened.new_key))
        app = App(settings, opened.store, clock or SystemClock(), pace or Pace(), content or library())
        try:
            await app.open()
            log.info("running", mode=settings.mode, speed=app.clock.speed, now=app.clock.now().isoformat())
            yield app
        finally:
            await app.close()
            log.info("stopped", now=app.clock.now().isoformat())
    finally:
        await opened.store.close()


def make_world(settings: Settings, store: Store, clock: AnyClock, studio: ProcessStudio | None) -> World:
    """Put together what the journeys need."""
    chats = frozenset(settings.facilitators)
    return World(
        store, clock, library(), settings.consent,
        open_door=settings.open, facilitators=chats, studio=studio, patience=timedelta(seconds=settings.patience),
        console_url=settings.console_url, page_url=settings.page_url,
    )  # fmt: skip


def make_routing(settings: Settings, wire: Wire) -> Routing:
    """Build the library's application: typed updates and handlers, on our wire, without its own fetching."""
    assert settings.bot_token is not None, "the app has seen to that"
    request = WireRequest(wire)
    builder = Application.builder().token(settings.bot_token.get_secret_value())
    builder = builder.base_url(f"{settings.api_url}/bot").base_file_url(f"{settings.file_url}/file/bot")
    return builder.request(request).get_updates_request(request).updater(None).build()

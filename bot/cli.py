"""The command line `weerklank`: each command does one thing and says what went wrong in one plain sentence."""

import asyncio
import json
import signal
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from bot.clock import AnyClock, SimulatedClock, SystemClock
from bot.database import database_app
from bot.doctor import Check, examine
from bot.library.commands import library_app
from bot.plainly import FAILURE, Json, plainly
from bot.settings import Settings, SettingsError, ToServe, read
from storage import migrate as tables

app = typer.Typer(
    help="Weerklank: a reflection companion in Telegram for leaders of value-driven alliances.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # they show local variables, so private words
    add_completion=False,
)
cohort_app = typer.Typer(help="Groups of leaders.", no_args_is_help=True)
app.add_typer(library_app, name="library")
app.add_typer(cohort_app, name="cohort")
app.add_typer(database_app, name="database")


@app.command()
def run(
    clock: Annotated[str, typer.Option(help="Begin at this moment (ISO 8601) instead of now.")] = "",
    clock_speed: Annotated[float, typer.Option(help="Let time run so many times faster.", min=0.001)] = 1.0,
) -> None:
    """Run the bot: receive, ask, answer and send, all in this process."""
    with plainly():
        settings = read(ToServe)
        logs.configure(settings.log_level)
        asyncio.run(_run(settings, _clock(settings, clock, clock_speed)))


@app.command()
def console() -> None:
    """Serve the console of facilitators; it holds no key, so it can open nobody's words."""
    from bot import sites  # noqa: PLC0415 -- as with `run`

    with plainly():
        settings = read()
        logs.configure(settings.log_level)
        asyncio.run(sites.serve_console(settings))


@app.command()
def page() -> None:
    """Serve the page on which each leader finds their own."""
    from bot import sites  # noqa: PLC0415 -- as with `run`

    with plainly():
        settings = read()
        logs.configure(settings.log_level)
        asyncio.run(sites.serve_page(settings))


@app.command()
def migrate() -> None:
    """Bring the database to the tables of this version."""
    with plainly():
        settings = read()
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        tables.upgrade(settings.database)
        typer.echo(f"The database is at revision {tables.head()}.")


@app.command()
def doctor(as_json: Json = False) -> None:
    """Look at everything and say what is wrong; exit code 1 if something is."""
    with plainly():
        report = asyncio.run(examine(read()))
        if as_json:
            typer.echo(json.dumps(report.as_json()))
        else:
            typer.echo("\n".join(map(_line, report.checks)))
        raise typer.Exit(0 if report.well else FAILURE)


@app.command()
def sandbox(
    host: Annotated[str, typer.Option(help="Where to listen; it is meant for this machine only.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 8081,
    token: Annotated[str, typer.Option(help="The token of the bot that it knows.")] = "123456:sandbox",  # noqa: S107 -- of a Telegram that is none
) -> None:
    """Run a local Telegram with a chat page, to try the bot without the real one."""
    from sandbox.server import run as run_sandbox  # noqa: PLC0415 -- only this command needs a local Telegram

    with plainly():
        run_sandbox(host, port, token, tell=lambda url: typer.echo(f"A local Telegram listens at {url}"))


@app.command()
def demo(
    *,
    headless: Annotated[bool, typer.Option("--headless", help="End by itself, without a chat page.")] = False,
    port: Annotated[int, typer.Option(help="The port of the chat page; 0 takes a free one.", min=0, max=65535)] = 8787,
    folder: Annotated[Path, typer.Option(help="Where it writes; emptied first if a demo filled it.")] = Path("demo"),
) -> None:
    """Play one month of five invented leaders against the local Telegram."""
    from bot.demo.play import Address, play  # noqa: PLC0415 -- only this command needs the demo

    with plainly():
        play(headless=headless, folder=folder, address=Address(port=port))


@cohort_app.command("create")
def create_cohort(  # noqa: PLR0913 -- one parameter per option
    *,
    name: Annotated[str, typer.Option(help="What the group is called.")],
    programme: Annotated[str, typer.Option(help="The id of its programme.")],
    language: Annotated[str, typer.Option(help="nl or en.")] = "nl",
    timezone: Annotated[str, typer.Option(help="Such as Europe/Amsterdam.")] = "Europe/Amsterdam",
    start: Annotated[
        str, typer.Option(help="The first day (YYYY-MM-DD); by default each leader begins on joining.")
    ] = "",
    expires_days: Annotated[int, typer.Option(help="Days after the start that the invite works.", min=1)] = 90,
    max_uses: Annotated[int, typer.Option(help="How many people may use the invite.", min=1)] = 500,
    as_json: Json = False,
) -> None:
    """Subscribe a group and print its invite link."""
    from bot import cohorts  # noqa: PLC0415 -- as with `run`

    with plainly():
        wish = cohorts.Wish(name, programme, language, timezone, start, expires_days, max_uses)
        settings = read()
        made = asyncio.run(cohorts.create(settings, wish, datetime.now(UTC)))
        if as_json:
            typer.echo(json.dumps(made.as_json()))
        else:
            typer.echo(made.as_text())


def main() -> None:
    """Enter here."""
    app()


def _line(check: Check) -> str:
    return f"{check.state:<5}  {check.name}: {check.words}"


def _clock(settings: Settings, start: str, speed: float) -> AnyClock:
    if not start and speed == 1.0:
        return SystemClock()
    if settings.public:
        raise SettingsError(["A simulated clock is for a local Telegram only; people would be asked at odd moments."])
    try:
        moment = datetime.fromisoformat(start) if start else datetime.now(UTC)
    except ValueError:
        raise SettingsError([f"--clock must be a moment such as 2026-03-02T08:00:00+01:00, not {start}."]) from None
    return SimulatedClock(moment if moment.tzinfo else moment.replace(tzinfo=UTC), speed)


async def _run(settings: Settings, clock: AnyClock) -> None:
    from bot.app import running  # noqa: PLC0415 -- it loads every room, which `--help` need not wait for

    async with running(settings, clock) as bot:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, bot.stop.ask)
        await bot.ended()


if __name__ == "__main__":
    main()

"""The commands `weerklank library`: check all content, preview one item, rehearse a programme."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.plainly import FAILURE, USAGE, Json, complain, plainly
from bot.settings import SettingsError
from dialogues.library import library as the_library
from dialogues.library import read
from dialogues.model import LANGUAGES, Language
from dialogues.people import RhythmKind

library_app = typer.Typer(help="The questions, dilemmas and messages.", no_args_is_help=True)
ONE_LANGUAGE = "nl or en."
RHYTHM = "light (one day a week) or standard (two, and a pulse)."
FIRST_DAY = "The first day (YYYY-MM-DD); by default the coming Monday."


@library_app.command("check")
def check(
    folder: Annotated[Path | None, typer.Argument(help="A folder with content; by default the bot's own.")] = None,
    as_json: Json = False,
) -> None:
    """Check all content and print every problem with its file and line; exit code 1 if there is one."""
    with plainly():
        parsed = read(folder)
        if as_json:
            found = [{"file": each.file, "line": each.line, "what": each.what} for each in parsed.problems]
            typer.echo(json.dumps({"counts": dict(parsed.counts), "problems": found}))
        else:
            for problem in parsed.problems:
                typer.echo(str(problem))
            typer.echo(", ".join(f"{count} {kind}" for kind, count in parsed.counts.items()))
        raise typer.Exit(FAILURE if parsed.problems else 0)


@library_app.command("preview")
def preview(  # noqa: PLR0913 -- one parameter per option
    wanted: Annotated[str, typer.Argument(metavar="ID", help="An item, message or programme, such as RE-01 or P04.")],
    *,
    language: Annotated[str, typer.Option(help=f"{ONE_LANGUAGE} By default both.")] = "",
    start: Annotated[str, typer.Option(help=f"Of a programme's calendar. {FIRST_DAY}")] = "",
    rhythm: Annotated[str, typer.Option(help=f"Of a programme's calendar: {RHYTHM}")] = "standard",
    folder: Annotated[Path | None, typer.Option(help="A folder with content; by default the bot's own.")] = None,
    as_json: Json = False,
) -> None:
    """Print an item as it will appear in the chat, with its buttons and all that follows from it."""
    from bot.library import previewing, printing  # noqa: PLC0415 -- they load the screens, which `--help` need not

    with plainly():
        content = the_library(folder)
        found = previewing.find(wanted, content)
        if isinstance(found, previewing.Unknown):
            complain(str(found))
        wish = previewing.Wish(_first_day(start), _rhythm(rhythm))
        shown = [previewing.of(found, content, each, wish) for each in _languages(language)]
        if as_json:
            typer.echo(json.dumps([printing.as_json(each, content) for each in shown], ensure_ascii=False))
        else:
            typer.echo("\n\n".join(printing.as_text(each, content) for each in shown))


@library_app.command("rehearse")
def rehearse(  # noqa: PLR0913 -- one parameter per option
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="The id of a programme, such as starter_4w.")],
    *,
    rhythm: Annotated[str, typer.Option(help=RHYTHM)] = "standard",
    language: Annotated[str, typer.Option(help=ONE_LANGUAGE)] = "nl",
    start: Annotated[str, typer.Option(help=FIRST_DAY)] = "",
    out: Annotated[Path | None, typer.Option(help="Write the script to this file; by default it is printed.")] = None,
    folder: Annotated[Path | None, typer.Option(help="A folder with content; by default the bot's own.")] = None,
) -> None:
    """Play a whole programme with one invented leader and write the dialogue; exit code 1 if something went wrong."""
    from bot.library import rehearsing  # noqa: PLC0415 -- it loads the bot and a local Telegram

    with plainly():
        content = the_library(folder)
        if programme not in content.programmes:
            complain(f"The programme must be one of {', '.join(content.programmes)}.", code=USAGE)
        wish = rehearsing.Plan(programme, _languages(language)[0], _rhythm(rhythm), _first_day(start))
        played = rehearsing.with_progress(wish, content)
        if out is None:
            typer.echo(played.script)
        else:
            out.write_text(played.script, encoding="utf-8")
        typer.echo(f"{played.prompts} prompts, {played.messages} messages of the bot.", err=True)
        if played.wrong:
            complain(*played.wrong)


def _languages(wanted: str) -> tuple[Language, ...]:
    """The languages to show: the one that was asked for, or all. Raises SettingsError."""
    if wanted not in ("", *LANGUAGES):
        raise SettingsError([f"--language must be {' or '.join(LANGUAGES)}."])
    return tuple(each for each in LANGUAGES if wanted in ("", each))


def _rhythm(wanted: str) -> RhythmKind:
    match wanted:
        case "light" | "standard":
            return wanted
        case _:
            raise SettingsError(["--rhythm must be light or standard."])


def _first_day(wanted: str) -> date:
    """The date that was typed, or the coming Monday. Raises SettingsError."""
    today = datetime.now(UTC).date()
    if not wanted:
        return today + timedelta(days=7 - today.weekday())
    try:
        return date.fromisoformat(wanted)
    except ValueError:
        raise SettingsError(["--start must be a date such as 2026-03-02."]) from None

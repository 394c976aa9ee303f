"""What can go wrong on the command line becomes sentences and an exit code; the unexpected, a type and a place."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, NoReturn

import typer

from bot import logs
from bot.opening import StartError
from bot.settings import SettingsError
from dialogues.library import LibraryError
from storage.faults import StorageUnavailable

USAGE, FAILURE = 2, 1
Json = Annotated[bool, typer.Option("--json", help="Print one JSON value, for a program to read.")]


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what goes wrong inside into sentences and an exit code."""
    try:
        yield
    except SettingsError as error:
        complain(*error.problems, code=USAGE)
    except LibraryError as error:
        complain(f"The content has {len(error.problems)} problems; `weerklank library check` lists them.")
    except (StartError, StorageUnavailable) as error:
        complain(str(error))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except (typer.Exit, typer.Abort):
        raise
    except OSError as error:
        complain(f"The system refuses: {error.strerror or type(error).__name__}.")
    except Exception as error:  # noqa: BLE001 -- a traceback could show private words
        complain(
            f"Something unexpected went wrong: {type(error).__name__} at {' < '.join(logs.places(error)[:-4:-1])}."
        )


def complain(*sentences: str, code: int = FAILURE) -> NoReturn:
    """Say what is wrong, a sentence a line, and end. Raises typer.Exit."""
    for sentence in sentences:
        typer.echo(sentence, err=True)
    raise typer.Exit(code)

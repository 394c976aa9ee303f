"""What an operator does to the database itself: the roles under which the two web apps use it."""

from typing import Annotated

import typer

from bot.plainly import plainly
from bot.settings import SettingsError, read
from storage import grants

database_app = typer.Typer(help="The database.", no_args_is_help=True)


@database_app.callback()
def _group() -> None:
    """Keep `roles` a command of its own, also while it is the only one."""


@database_app.command()
def roles(
    *, apply: Annotated[bool, typer.Option("--apply", help="Run them too, as the owner of the tables.")] = False
) -> None:
    """Print what the roles of the console and of the leaders' page may do, as SQL for PostgreSQL."""
    with plainly():
        if apply:
            try:
                grants.apply(read().database)
            except ValueError as error:
                raise SettingsError([str(error)]) from None
        typer.echo(";\n".join(grants.statements()) + ";")

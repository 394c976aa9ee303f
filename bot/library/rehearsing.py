"""A rehearsal on the command line: a bar shows how far it is, on a terminal only."""

from rich.console import Console
from rich.progress import Progress

from bot.rehearsal.play import Plan, Rehearsed, run
from dialogues.model import Library

__all__ = ["Plan", "Rehearsed", "with_progress"]


def with_progress(plan: Plan, library: Library) -> Rehearsed:
    """Rehearse, with a bar on standard error."""
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(plan.programme, total=1.0)
        return run(plan, library, lambda done: bar.update(task, completed=done))

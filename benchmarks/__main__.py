"""`python -m benchmarks`: the send path, the intake path and the tick, each beside its peer in the same run."""

import argparse
import asyncio
import platform
from collections.abc import Sequence

from benchmarks import receiving, sending, ticking
from benchmarks.measure import Figure
from benchmarks.server import local_telegram
from bot import logs

PARTS = ("send", "intake", "tick")


def wishes() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=PARTS, action="append", help="one part; may be given more than once")
    parser.add_argument("--sends", type=int, default=2000, help="messages per way of sending")
    parser.add_argument("--at-once", type=int, default=32, help="messages in flight")
    parser.add_argument("--updates", type=int, default=500, help="updates that wait at Telegram")
    parser.add_argument("--chats", type=int, default=50, help="people who sent them")
    parser.add_argument("--enrolments", type=int, nargs="+", default=[1_000, 100_000], help="how many are enrolled")
    parser.add_argument("--due", type=int, default=100, help="how many of them are due at once")
    return parser.parse_args()


async def measure(wish: argparse.Namespace) -> None:
    """Do what was asked for, and print each figure when it is there."""
    parts: Sequence[str] = wish.only or PARTS
    with local_telegram() as address:
        if "send" in parts:
            title("Sending: 250 characters and two buttons, to a local Telegram in another process")
            show(await sending.figures(address, wish.sends, wish.at_once))
        if "intake" in parts:
            title(f"Receiving and replying: {wish.chats} people, updates fetched from the same local Telegram")
            show(await receiving.figures(address, wish.updates, wish.chats))
    if "tick" in parts:
        title("Ticking: SQLite, from nobody due to prompts planned and next moments computed")
        for enrolments in wish.enrolments:
            show([figure async for figure in ticking.figures(enrolments, wish.due)])


def title(words: str) -> None:
    """Print a heading."""
    print(f"\n{words}")


def show(figures: Sequence[Figure]) -> None:
    """Print figures, one a line."""
    for figure in figures:
        print(f"  {figure}")


def main() -> None:
    """Enter here."""
    logs.configure("ERROR")  # the libraries’ default logging would be part of what is measured
    print(f"Python {platform.python_version()}, {platform.machine()}; CPU is that of the measured process alone.")
    asyncio.run(measure(wishes()))


if __name__ == "__main__":
    main()

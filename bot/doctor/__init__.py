"""What is well and what is not: settings, machine, database, key, queues and Telegram; it changes nothing."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from bot.doctor.check import Check
from bot.doctor.machine import check_machine
from bot.doctor.stored import check_stored
from bot.doctor.telegram import check_telegram
from bot.settings import Settings
from journeys.checkup import Checkup

__all__ = ["Check", "Report", "examine"]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found; `checkup` is None when the database could not be opened."""

    checks: tuple[Check, ...]
    checkup: Checkup | None = None

    @property
    def well(self) -> bool:
        """Whether nothing is wrong."""
        return all(check.state != "wrong" for check in self.checks)

    def as_json(self) -> dict[str, Any]:
        """Give the report for a program to read."""
        found = self.checkup
        return {
            "ok": self.well,
            "checks": [{"name": each.name, "state": each.state, "words": each.words} for each in self.checks],
            "inbox": found and dict(found.health.inbox),
            "outbox": found and dict(found.health.outbox),
            "look_backs": found and asdict(found.look_backs),
            "unknown": found and [{"id": each.id, "kind": each.kind, "screen": each.screen} for each in found.in_doubt],
        }


def machine_time() -> datetime:
    """Tell the time of this machine."""
    return datetime.now(UTC)


async def examine(settings: Settings, now: Callable[[], datetime] = machine_time) -> Report:
    """Look at everything; never raises for what it finds."""
    stored, checkup = await check_stored(settings, now())
    telegram = await check_telegram(settings, now)
    return Report((*check_machine(settings), *stored, *telegram), checkup)

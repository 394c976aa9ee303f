"""Faults on demand: rules that say which call goes wrong, how, how often and for how long; seeded, so repeatable."""

import random
from dataclasses import dataclass
from typing import Any, Literal, get_args

Kind = Literal["429", "403", "error", "bare", "lost_request", "lost_answer", "delay", "duplicate", "double_press"]
KINDS: tuple[str, ...] = get_args(Kind)
UPDATE_KINDS = frozenset({"duplicate", "double_press"})  # the rest concern calls


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule: what goes wrong, where, how often and how long.

    429 (`seconds` = retry_after), 403, error (`code` with a Bot API body), bare (`code` without one), lost_request (the
    connection closes before anything happens), lost_answer (it happens, then the connection resets), delay (`seconds`),
    duplicate (an update comes again under its id), double_press (a press comes again under a new id). For the last two
    `method` names the kind of update. `method` "*" is every one, getUpdates too; "webhook" is a delivery to a webhook.
    """

    kind: str
    method: str = "*"
    chat: int | None = None
    probability: float = 1.0
    count: int | None = None  # how often at most; None is for ever
    skip: int = 0  # matching calls that go well first
    seconds: float = 1.0
    code: int = 500
    description: str = ""  # Telegram's words, where the usual ones do not fit
    lasts: float | None = None  # machine seconds from the moment it was set

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown fault {self.kind!r}; there are {', '.join(KINDS)}")

    def concerns(self, method: str, chat: int | None) -> bool:
        """Whether this call or update is one that the rule is about."""
        named = method.lower() == self.method.lower() or (self.method == "*" and method != "webhook")
        return named and self.chat in {None, chat}


@dataclass(slots=True)
class _Running:
    fault: Fault
    since: float
    seen: int = 0
    fired: int = 0

    def fires(self, dice: random.Random, now: float) -> bool:
        fault = self.fault
        if (fault.count is not None and self.fired >= fault.count) or (
            fault.lasts is not None and now - self.since >= fault.lasts
        ):
            return False
        self.seen += 1
        if self.seen <= fault.skip or (fault.probability < 1 and dice.random() >= fault.probability):
            return False
        self.fired += 1
        return True


class Faults:
    """The rules now in force."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - repeatable faults, no secret
        self._running: list[_Running] = []

    def set(self, fault: Fault, now: float, seed: int | None = None) -> None:
        """Adds a rule; a seed starts the dice anew."""
        if seed is not None:
            self._dice.seed(seed)
        self._running.append(_Running(fault, now))

    def clear(self) -> None:
        """All goes well again."""
        self._running.clear()

    def strike(self, method: str, chat: int | None, now: float, *, update: bool = False) -> list[Fault]:
        """The faults that hit this call (or this update), delays first."""
        if not self._running:
            return []
        struck = [
            running.fault
            for running in self._running
            if (running.fault.kind in UPDATE_KINDS) == update
            and running.fault.concerns(method, chat)
            and running.fires(self._dice, now)
        ]
        return sorted(struck, key=lambda fault: fault.kind != "delay")

    def report(self) -> list[dict[str, Any]]:
        """Each rule as JSON, with how often it fired."""
        return [
            {"kind": r.fault.kind, "method": r.fault.method, "chat": r.fault.chat, "fired": r.fired}
            for r in self._running
        ]

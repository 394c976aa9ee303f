"""The send budget of one bot: so many per second overall and per chat, a short burst tolerated, then 429."""

import math

from sandbox.options import Rates


class Budget:
    """Generic cell rate: each key remembers when its next message is due, so a burst borrows from the future."""

    def __init__(self, rates: Rates | None) -> None:
        self._rates = rates
        self._overall = 0.0
        self._chats: dict[int, float] = {}

    def take(self, chat: int, now: float) -> int:
        """0 and the message is counted, or the whole seconds to wait. `now` in seconds of any steady clock."""
        rates = self._rates
        if rates is None:
            return 0
        overall = max(self._overall, now)
        own = max(self._chats.get(chat, now), now)
        late = max(
            overall - now - (rates.overall_burst - 1) / rates.overall, own - now - (rates.chat_burst - 1) / rates.chat
        )
        if late > 1e-9:  # a rounding error is no offence
            return math.ceil(late)
        self._overall = overall + 1 / rates.overall
        self._chats[chat] = own + 1 / rates.chat
        return 0

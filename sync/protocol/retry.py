"""When to try again and how much to send: bounded backoff with jitter, sizes that follow the line.

No clock and no waiting here: a delay is a number of seconds somebody else waits, chance is handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sync.protocol import limits

SHORTEST = 5.0
"""Seconds before the first next attempt, and the least there ever is."""
LONGEST = 300.0
_GROWTH = 4
_SHRINK = 2


@dataclass(slots=True)
class Backoff:
    """Delays between failed attempts: 5 s, doubling to 5 min, each drawn from its upper half.

    `chance()` is a number in [0, 1). Reconnection, a new entry and the button call `reset`.
    """

    chance: Callable[[], float]
    failures: int = 0

    def failed(self, retry_after: float | None = None) -> float:
        """Seconds to wait now; at least what the other end asked for, within the bounds."""
        ceiling = min(LONGEST, SHORTEST * (1 << min(self.failures, 16)))
        self.failures += 1
        drawn = ceiling * (0.5 + 0.5 * self.chance())
        return min(LONGEST, max(SHORTEST, drawn, retry_after or 0.0))

    def reset(self) -> None:
        """The next failure waits shortly again."""
        self.failures = 0


@dataclass(slots=True)
class Pace:
    """Bytes of entries for the next message: grows on success, halves on failure.

    It grows only when the last message was full, for a small one that got through shows nothing. The
    least still carries one sealed stretch, so that every attempt can bring something across.
    """

    size: int = limits.FIRST_BUDGET

    def succeeded(self, full: bool) -> None:
        """A message got through and was answered."""
        if full:
            self.size = min(limits.MAX_BUDGET, self.size * _GROWTH)

    def failed(self) -> None:
        """A message did not, or its answer did not."""
        self.size = max(limits.MIN_BUDGET, self.size // _SHRINK)

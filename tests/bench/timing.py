"""Taking times: candidates in turn within a round, so that a noisy minute hits all of them alike."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Sample:
    """Seconds of one piece of work, sorted."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return percentile(self.seconds, 50)

    @property
    def p95(self) -> float:
        return percentile(self.seconds, 95)


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` % lie (nearest rank)."""
    return ordered[min(len(ordered) - 1, max(0, -(-len(ordered) * int(share) // 100) - 1))]


def compare(candidates: Mapping[str, Work], rounds: int, loops: int = 1, warm: int = 2) -> dict[str, Sample]:
    """Seconds a piece of each candidate, over `rounds` rounds in which each runs `loops` times.

    The order turns from round to round; `warm` rounds before are not counted.
    """
    names = list(candidates)
    taken: dict[str, list[float]] = {name: [] for name in names}
    gc.collect()
    for turn in range(-warm, rounds):
        shift = turn % len(names)
        for name in names[shift:] + names[:shift]:
            work = candidates[name]
            began = time.perf_counter()
            for _ in range(loops):
                work()
            spent = (time.perf_counter() - began) / loops
            if turn >= 0:
                taken[name].append(spent)
    return {name: Sample(tuple(sorted(found))) for name, found in taken.items()}

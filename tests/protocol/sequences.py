"""How many random sequences the tests tell, by kind: at least `LEAST` in all, healed and compared at the end.

Each sequence is a random life of desks and their center (a hub, sticks, three units, scans): lines that fail,
power cuts, restores, clones, revocations, changes of keys. At its end everything is healed, and then all must
hold the same entries, the same folds, and for each channel and day the same count and digest.

====================================  ========================================================
forks, restores, revocations, keys    700 of 12 steps, 60 of 40
sticks beside the line and instead    400 of 12 steps, 60 of 40
a hub beside the line and instead     300 of 10 steps, 30 of 30
dossiers between three units          320 of 10 steps, 30 of 25
desks that begin from a checkpoint     60 of 12 steps, 30 of 40
purges, and bodies that relays cut     60 of 12 steps, 15 of 30
scans by hub and by line               24 of 6 steps, on real disks and real connections
====================================  ========================================================
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from typing import Any, Final
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

LEAST: Final = 2_000

QUICK = settings(
    max_examples=150,
    stateful_step_count=40,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
SEARCH = settings(QUICK, max_examples=400, phases=[Phase.generate])
"""Enough for every mistake that is not rare; nothing is shrunk, for failing is all that is asked."""


@dataclass(frozen=True, slots=True)
class Run:
    """So many sequences, of at most so many steps each."""

    count: int
    steps: int


RUNS: Final[dict[str, tuple[Run, ...]]] = {
    "forks": (Run(700, 12), Run(60, 40)),
    "sticks": (Run(400, 12), Run(60, 40)),
    "hub": (Run(300, 10), Run(30, 30)),
    "units": (Run(320, 10), Run(30, 25)),
    "checkpoints": (Run(60, 12), Run(30, 40)),
    "purges": (Run(60, 12), Run(15, 30)),
    "scans": (Run(24, 6),),
}


def tell(
    kind: str,
    machine: type[RuleBasedStateMachine],
    around: Callable[[], AbstractContextManager[Any]] = nullcontext,
) -> None:
    """Runs all sequences of a kind, and sees to it that they were really told to the end."""
    for run in RUNS[kind]:
        ended: Counter[str] = Counter()
        teardown = machine.teardown

        def counting(self: Any, teardown: Any = teardown, ended: Counter[str] = ended) -> None:
            teardown(self)
            ended[kind] += 1

        with around(), patch.object(machine, "teardown", counting), ExitStack() as stack:
            if hasattr(machine, "openings"):
                stack.enter_context(patch.object(machine, "openings", {}))
            run_state_machine_as_test(
                machine, settings=settings(QUICK, max_examples=run.count, stateful_step_count=run.steps)
            )
        assert ended[kind] >= run.count, f"{kind}: {ended[kind]} of {run.count} sequences were told"

"""The list of measurements. A measurement is a function from a `Run` to the rows it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Row


@dataclass(frozen=True, slots=True)
class Run:
    """What a measurement is given.

    `quick`: the slice for CI, seconds instead of minutes. `out`: where large things are kept from run to run.
    `scratch`: an empty folder on the same disk, removed afterwards.
    """

    quick: bool
    out: Path
    scratch: Path

    def rounds(self, full: int, quick: int) -> int:
        """How often to repeat."""
        return quick if self.quick else full


Bench = Callable[[Run], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Registered:
    """A measurement under its name; `slow` ones are left out of the quick slice, those `apart` take hours at
    full size and run then only where they are named."""

    name: str
    run: Bench
    slow: bool
    apart: bool = False


BENCHES: dict[str, Registered] = {}


def bench(name: str, *, slow: bool = False, apart: bool = False) -> Callable[[Bench], Bench]:
    """Registers a measurement."""

    def register(run: Bench) -> Bench:
        assert name not in BENCHES, name
        BENCHES[name] = Registered(name, run, slow, apart)
        return run

    return register
